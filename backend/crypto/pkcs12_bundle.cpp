// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/pkcs12_bundle.h"

#include "backend/crypto/import_errors.h"

#include <algorithm>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

namespace keyward::crypto {
namespace {

using Pkcs12Ptr = std::unique_ptr<PKCS12, Freer<PKCS12_free>>;
using InfoPtr = std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freer<PKCS8_PRIV_KEY_INFO_free>>;

void freeSafes(STACK_OF(PKCS7) * safes) { sk_PKCS7_pop_free(safes, ::PKCS7_free); }
void freeBags(STACK_OF(PKCS12_SAFEBAG) * bags) { sk_PKCS12_SAFEBAG_pop_free(bags, ::PKCS12_SAFEBAG_free); }
using SafesPtr = std::unique_ptr<STACK_OF(PKCS7), Freer<freeSafes>>;
using BagsPtr = std::unique_ptr<STACK_OF(PKCS12_SAFEBAG), Freer<freeBags>>;

constexpr int deepest = 8; ///< bags in bags

/// A passphrase as PKCS#12 takes it: none at all and the empty one are two (RFC 7292, appendix B.1).
struct Password {
    const char *text;
    int size;
};

Pkcs12Ptr parsed(OSSL_LIB_CTX *library, ByteView der)
{
    PKCS12 *raw = ::PKCS12_init_ex(NID_pkcs7_data, library, nullptr);
    const auto *cursor = der.data();
    const bool read =
        raw && ::d2i_PKCS12(&raw, &cursor, static_cast<long>(der.size())) != nullptr; // frees it where it fails
    ::ERR_clear_error();
    return Pkcs12Ptr(read ? raw : nullptr);
}

/// One walk through the bags with one password in one library context.
class Walk
{
public:
    Walk(OSSL_LIB_CTX *library, ReadingContext &contexts, Password password)
        : m_library(library), m_contexts(contexts), m_password(password)
    {}

    Status safe(PKCS7 *safe)
    {
        if (PKCS7_type_is_data(safe)) {
            const BagsPtr open(::PKCS12_unpack_p7data(safe));
            return open ? bags(open) : malformed("the PKCS#12 bundle is broken");
        }
        if (!PKCS7_type_is_encrypted(safe)) return {}; // for somebody's certificate: not ours to open
        if (!safe->d.encrypted || !safe->d.encrypted->enc_data) return malformed("the PKCS#12 bundle is broken");
        const auto cipher = cipherOf(safe->d.encrypted->enc_data->algorithm);
        if (!known(cipher)) return {};
        m_within = cipher;
        auto outcome = bags(BagsPtr(::PKCS12_unpack_p7encdata(safe, m_password.text, m_password.size)));
        m_within.clear();
        return outcome;
    }

    std::vector<BundledKey> keys;
    std::string unknown; ///< a cipher that this context does not have
    bool wrong = false;  ///< something did not open

private:
    bool known(const std::string &cipher)
    {
        if (m_contexts.knowing(cipher) == m_library || m_library != m_contexts.modern()) return true;
        unknown = cipher;
        return false;
    }
    Status bags(const BagsPtr &all, int depth = 0)
    {
        wrong = wrong || !all;
        for (int i = 0; all && i < sk_PKCS12_SAFEBAG_num(all.get()); ++i)
            KEYWARD_CHECK(bag(sk_PKCS12_SAFEBAG_value(all.get(), i), depth));
        return {};
    }
    Status bag(PKCS12_SAFEBAG *one, int depth)
    {
        const int kind = ::PKCS12_SAFEBAG_get_nid(one);
        if (kind == NID_keyBag) return take(::PKCS12_SAFEBAG_get0_p8inf(one), m_within);
        if (kind == NID_pkcs8ShroudedKeyBag) return shrouded(one);
        if (kind != NID_safeContentsBag || depth >= deepest) return {};
        const auto *inner = ::PKCS12_SAFEBAG_get0_safes(one);
        for (int i = 0; inner && i < sk_PKCS12_SAFEBAG_num(inner); ++i)
            KEYWARD_CHECK(bag(sk_PKCS12_SAFEBAG_value(inner, i), depth + 1));
        return {};
    }
    Status shrouded(const PKCS12_SAFEBAG *one)
    {
        const auto *sealed = ::PKCS12_SAFEBAG_get0_pkcs8(one);
        if (!sealed) return malformed("the PKCS#12 bundle is broken"); // OpenSSL would follow the null pointer
        const X509_ALGOR *algorithm = nullptr;
        ::X509_SIG_get0(sealed, &algorithm, nullptr);
        const auto cipher = cipherOf(algorithm);
        if (!known(cipher)) return {};
        const InfoPtr info(::PKCS12_decrypt_skey_ex(one, m_password.text, m_password.size, m_library, nullptr));
        if (info) return take(info.get(), cipher);
        wrong = true;
        return {};
    }
    Status take(const PKCS8_PRIV_KEY_INFO *info, const std::string &cipher)
    {
        const int size = info ? ::i2d_PKCS8_PRIV_KEY_INFO(info, nullptr) : 0;
        if (size <= 0) return malformed("the PKCS#12 bundle is broken");
        KEYWARD_TRY(auto der, SecretBytes::ofSize(static_cast<std::size_t>(size)));
        auto *cursor = der.writable().data();
        ::i2d_PKCS8_PRIV_KEY_INFO(info, &cursor);
        keys.push_back({std::move(der), cipher});
        return {};
    }

    OSSL_LIB_CTX *m_library;
    ReadingContext &m_contexts;
    Password m_password;
    std::string m_within; ///< the cipher of the safe around the bag
};

/// By one of the libraries, in the end with the old ciphers.
Result<std::vector<BundledKey>> openedWith(ReadingContext &contexts, ByteView der, Password password)
{
    const auto walked = [&](OSSL_LIB_CTX *library) -> Result<Walk> {
        const auto bundle = parsed(library, der);
        const SafesPtr safes(bundle ? ::PKCS12_unpack_authsafes(bundle.get()) : nullptr);
        if (!safes) return malformed("the PKCS#12 bundle is broken");
        Walk walk(library, contexts, password);
        for (int i = 0; i < sk_PKCS7_num(safes.get()); ++i) KEYWARD_CHECK(walk.safe(sk_PKCS7_value(safes.get(), i)));
        return walk;
    };
    const auto keysOf = [](Walk walk) -> Result<std::vector<BundledKey>> {
        if (walk.keys.empty() && walk.wrong) return unlessFull(fail(Code::ImportNeedsPassphrase));
        return std::move(walk.keys);
    };
    KEYWARD_TRY(auto first, walked(contexts.modern()));
    if (!first.keys.empty() || first.unknown.empty()) return keysOf(std::move(first));
    if (!contexts.knowing(first.unknown)) return notReadHere(first.unknown, Container::Pkcs12);
    KEYWARD_TRY(auto second, walked(contexts.old()));
    return keysOf(std::move(second));
}

} // namespace

bool isBundle(ByteView der)
{
    const auto *cursor = der.data();
    const Pkcs12Ptr bundle(::d2i_PKCS12(nullptr, &cursor, static_cast<long>(der.size())));
    ::ERR_clear_error();
    return bundle != nullptr;
}

Result<std::vector<BundledKey>> keysOfBundle(ReadingContext &contexts, ByteView der, const SecretBytes &passphrase)
{
    const auto bundle = parsed(contexts.modern(), der);
    if (!bundle) return malformed("the PKCS#12 bundle is broken");
    const auto given = passphrase.exposed();
    std::vector<Password> passwords{{nullptr, 0}, {"", 0}};
    if (!given.empty())
        passwords.insert(passwords.begin(),
                         Password{reinterpret_cast<const char *>(given.data()), intSize(given.size())});
    const bool checked = ::PKCS12_mac_present(bundle.get()) == 1;
    Result<std::vector<BundledKey>> outcome = unlessFull(fail(Code::ImportNeedsPassphrase));
    for (const auto &password : passwords) {
        if (checked && ::PKCS12_verify_mac(bundle.get(), password.text, password.size) != 1) continue;
        outcome = openedWith(contexts, der, password);
        if (outcome || outcome.error().code != Code::ImportNeedsPassphrase) break;
    }
    ::ERR_clear_error();
    return outcome;
}

} // namespace keyward::crypto
