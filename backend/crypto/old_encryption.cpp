// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/old_encryption.h"

#include "backend/base/bytes.h"

#include <algorithm>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/x509.h>

namespace keyward::crypto {
namespace {

std::string nameOf(int nid)
{
    const auto *name = nid == NID_undef ? nullptr : ::OBJ_nid2sn(nid);
    return name ? name : "";
}

std::string objectText(const ASN1_OBJECT *object)
{
    char text[80] = {};
    ::OBJ_obj2txt(text, sizeof text, object, 0);
    return text;
}

/// PKCS#5 version 2 names its cipher inside.
std::string cipherOfPbes2(const X509_ALGOR *algorithm)
{
    const ASN1_OBJECT *object = nullptr;
    int type = 0;
    const void *value = nullptr;
    ::X509_ALGOR_get0(&object, &type, &value, algorithm);
    const auto *sequence = type == V_ASN1_SEQUENCE ? static_cast<const ASN1_STRING *>(value) : nullptr;
    const auto *cursor = sequence ? ::ASN1_STRING_get0_data(sequence) : nullptr;
    const std::unique_ptr<PBE2PARAM, Freer<PBE2PARAM_free>> parameters(
        cursor ? ::d2i_PBE2PARAM(nullptr, &cursor, ::ASN1_STRING_length(sequence)) : nullptr);
    if (!parameters) return {};
    ::X509_ALGOR_get0(&object, nullptr, nullptr, parameters->encryption);
    const auto name = nameOf(::OBJ_obj2nid(object));
    return name.empty() ? objectText(object) : name;
}

/// One MD5 over the last one, passphrase and salt for every 16 bytes (OpenSSL's EVP_BytesToKey with a count of 1).
Result<SecretBytes> keyFrom(OSSL_LIB_CTX *library, const SecretBytes &passphrase, ByteView salt, std::size_t size)
{
    constexpr std::size_t digest = 16;
    const MdPtr md5(::EVP_MD_fetch(library, "MD5", nullptr));
    const MdCtxPtr ctx(::EVP_MD_CTX_new());
    KEYWARD_TRY(auto out, SecretBytes::ofSize((size + digest - 1) / digest * digest));
    for (std::size_t at = 0; at < size; at += digest) {
        auto *to = out.writable().data() + at;
        const bool ok = md5 && ctx && ::EVP_DigestInit_ex2(ctx.get(), md5.get(), nullptr) == 1 &&
                        (at == 0 || ::EVP_DigestUpdate(ctx.get(), to - digest, digest) == 1) &&
                        ::EVP_DigestUpdate(ctx.get(), passphrase.exposed().data(), passphrase.size()) == 1 &&
                        ::EVP_DigestUpdate(ctx.get(), salt.data(), salt.size()) == 1 &&
                        ::EVP_DigestFinal_ex(ctx.get(), to, nullptr) == 1;
        if (!ok) return opensslFailure("PEM passphrase");
    }
    out.truncate(size);
    return out;
}

} // namespace

ReadingContext::~ReadingContext()
{
    for (auto *provider : m_providers)
        if (provider) ::OSSL_PROVIDER_unload(provider);
    ::OSSL_LIB_CTX_free(m_old);
}

OSSL_LIB_CTX *ReadingContext::old()
{
    if (!std::exchange(m_tried, true)) {
        m_old = ::OSSL_LIB_CTX_new();
        m_providers[0] = m_old ? ::OSSL_PROVIDER_load(m_old, "default") : nullptr;
        m_providers[1] = m_old ? ::OSSL_PROVIDER_load(m_old, "legacy") : nullptr;
        ::ERR_clear_error();
    }
    return m_providers[0] && m_providers[1] ? m_old : nullptr;
}

OSSL_LIB_CTX *ReadingContext::knowing(const std::string &cipher)
{
    const auto in = [&](OSSL_LIB_CTX *library) {
        const CipherPtr found(library ? ::EVP_CIPHER_fetch(library, cipher.c_str(), nullptr) : nullptr);
        ::ERR_clear_error();
        return found != nullptr;
    };
    if (in(m_modern)) return m_modern;
    return in(old()) ? m_old : nullptr;
}

std::string cipherOf(const X509_ALGOR *algorithm)
{
    const ASN1_OBJECT *object = nullptr;
    ::X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    const int scheme = ::OBJ_obj2nid(object);
    if (scheme == NID_pbes2) {
        auto inner = cipherOfPbes2(algorithm);
        ::ERR_clear_error();
        if (!inner.empty()) return inner;
    }
    int cipher = NID_undef;
    ::EVP_PBE_find(EVP_PBE_TYPE_OUTER, scheme, &cipher, nullptr, nullptr);
    ::ERR_clear_error();
    const auto name = nameOf(cipher);
    return name.empty() ? objectText(object) : name;
}

bool outdated(std::string_view cipher)
{
    static constexpr std::string_view sound[] = {"AES",      "id-aes", "CAMELLIA", "ARIA", "SM4",
                                                 "ChaCha20", "aes",    "camellia", "aria"};
    return !cipher.empty() &&
           !std::ranges::any_of(sound, [&](std::string_view prefix) { return cipher.starts_with(prefix); });
}

std::unexpected<Error> notReadHere(const std::string &cipher, Container container)
{
    static constexpr const char *lines[] = {
        "openssl pkey -provider legacy -provider default -in FILE -aes256 -out new.pem",
        "openssl pkey -provider legacy -provider default -inform DER -in FILE -aes256 -out new.pem",
        "openssl pkcs12 -legacy -in FILE -nocerts -out new.pem"};
    return fail(Code::ImportOldEncryption, {}, {cipher, lines[static_cast<std::size_t>(container)]});
}

std::optional<TraditionalPem> TraditionalPem::from(std::string_view header)
{
    constexpr std::string_view mark = "DEK-Info: ";
    const auto at = header.find(mark);
    if (!header.contains("ENCRYPTED") || at == std::string_view::npos) return std::nullopt;
    auto line = header.substr(at + mark.size());
    line = line.substr(0, line.find_first_of("\r\n"));
    const auto comma = line.find(',');
    const auto iv = fromHex(comma == std::string_view::npos ? std::string_view() : line.substr(comma + 1));
    const auto plain = [](char c) {
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-';
    };
    if (!iv || !std::ranges::all_of(line.substr(0, comma), plain)) return std::nullopt; // it is shown to people
    return TraditionalPem{std::string(line.substr(0, comma)), *iv};
}

Result<SecretBytes> TraditionalPem::decrypted(ReadingContext &contexts, ByteView data,
                                              const SecretBytes &passphrase) const
{
    auto *library = contexts.knowing(cipher);
    if (!library) return notReadHere(cipher, Container::Pem);
    const CipherPtr algorithm(::EVP_CIPHER_fetch(library, cipher.c_str(), nullptr));
    const CipherCtxPtr ctx(::EVP_CIPHER_CTX_new());
    const auto ivSize = static_cast<std::size_t>(::EVP_CIPHER_get_iv_length(algorithm.get()));
    if (::EVP_CIPHER_get_mode(algorithm.get()) != EVP_CIPH_CBC_MODE || iv.size() != ivSize ||
        iv.size() < PKCS5_SALT_LEN)
        return fail(Code::ImportMalformed, {}, {"its PEM header is broken"});
    KEYWARD_TRY(const auto key, keyFrom(contexts.modern(), passphrase, ByteView(iv).first(PKCS5_SALT_LEN),
                                        static_cast<std::size_t>(::EVP_CIPHER_get_key_length(algorithm.get()))));
    KEYWARD_TRY(auto out, SecretBytes::ofSize(data.size() + EVP_MAX_BLOCK_LENGTH));
    int size = 0, rest = 0;
    const bool ok =
        ctx && ::EVP_DecryptInit_ex2(ctx.get(), algorithm.get(), key.exposed().data(), iv.data(), nullptr) == 1 &&
        ::EVP_DecryptUpdate(ctx.get(), out.writable().data(), &size, data.data(), intSize(data.size())) == 1 &&
        ::EVP_DecryptFinal_ex(ctx.get(), out.writable().data() + size, &rest) == 1;
    if (!ok) return unlessFull(fail(Code::ImportNeedsPassphrase));
    out.truncate(static_cast<std::size_t>(size + rest));
    return out;
}

} // namespace keyward::crypto
