// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/key_import.h"

#include "backend/crypto/certificates.h"
#include "backend/crypto/jwk.h"
#include "backend/crypto/openssl_support.h"

#include <algorithm>
#include <array>
#include <openssl/core_names.h>
#include <openssl/decoder.h>
#include <openssl/param_build.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>

namespace keyward::crypto {
namespace {

using BnPtr = std::unique_ptr<BIGNUM, Freer<BN_clear_free>>;
using BuilderPtr = std::unique_ptr<OSSL_PARAM_BLD, Freer<OSSL_PARAM_BLD_free>>;
using ParamsPtr = std::unique_ptr<OSSL_PARAM, Freer<OSSL_PARAM_free>>;
using DecoderPtr = std::unique_ptr<OSSL_DECODER_CTX, Freer<OSSL_DECODER_CTX_free>>;
using Members = std::map<std::string_view, std::string_view>;

std::unexpected<Error> malformed(std::string why) { return fail(Code::ImportMalformed, {}, {std::move(why)}); }

/// Remembers whether a passphrase was asked for, and gives the one there is.
struct Asked {
    const SecretBytes *passphrase;
    bool asked = false;

    static int answer(char *out, std::size_t size, std::size_t *written, const OSSL_PARAM *, void *self)
    {
        auto &me = *static_cast<Asked *>(self);
        me.asked = true;
        if (!me.passphrase || me.passphrase->size() > size) return 0;
        std::ranges::copy(me.passphrase->exposed(), reinterpret_cast<std::uint8_t *>(out));
        *written = me.passphrase->size();
        return 1;
    }
};

/// PEM or DER, encrypted or not, PKCS#8 or older: what OpenSSL's decoders find.
PkeyPtr decoded(const Context &context, ByteView bytes, const char *encoding, Asked &asked)
{
    EVP_PKEY *raw = nullptr;
    const DecoderPtr decoder(::OSSL_DECODER_CTX_new_for_pkey(&raw, encoding, nullptr, nullptr, OSSL_KEYMGMT_SELECT_KEYPAIR, context.native(), nullptr));
    const auto *cursor = bytes.data();
    auto left = bytes.size();
    const bool ok = decoder && ::OSSL_DECODER_CTX_set_passphrase_cb(decoder.get(), Asked::answer, &asked) == 1 && ::OSSL_DECODER_from_data(decoder.get(), &cursor, &left) == 1;
    ::ERR_clear_error();
    PkeyPtr key(raw);
    return ok ? std::move(key) : nullptr;
}

std::string nameOf(EVP_PKEY *key)
{
    const auto *type = ::EVP_PKEY_get0_type_name(key);
    char group[40] = {};
    std::size_t size = 0;
    ::EVP_PKEY_get_group_name(key, group, sizeof group, &size);
    ::ERR_clear_error();
    return std::string(type ? type : "?") + " " + (size > 0 ? std::string(group, size) : std::to_string(::EVP_PKEY_get_bits(key)));
}

/// Keys of a widespread faulty generator are told by their modulus alone (CVE-2017-15361): modulo small primes it is always a
/// power of 65537. A sound key has that property about once in 100 million.
bool fromFaultyGenerator(const BIGNUM *modulus)
{
    static constexpr std::array<BN_ULONG, 38> primes{3,  5,  7,  11, 13, 17, 19, 23, 29,  31,  37,  41,  43,  47,  53,  59,  61,  67,  71,
                                                     73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167};
    return std::ranges::all_of(primes, [&](BN_ULONG prime) {
        const auto wanted = ::BN_mod_word(modulus, prime);
        BN_ULONG power = 1;
        do {
            if (power == wanted) return true;
            power = power * 65537 % prime;
        } while (power != 1);
        return false;
    });
}

Status soundRsa(EVP_PKEY *key)
{
    BIGNUM *raw = nullptr;
    if (::EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &raw) != 1) return opensslFailure("import");
    const BnPtr exponent(raw);
    raw = nullptr;
    if (::EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_N, &raw) != 1) return opensslFailure("import");
    const BnPtr modulus(raw);
    const bool small = ::BN_num_bits(exponent.get()) <= 16;
    if (small || !::BN_is_odd(exponent.get())) return fail(Code::ImportWeak, {}, {"its public exponent must be odd and at least 65537 (FIPS 186-5)"});
    if (fromFaultyGenerator(modulus.get())) return fail(Code::ImportWeak, {}, {"it was made by a faulty generator, and its private part can be found (CVE-2017-15361)"});
    return {};
}

Result<ForeignKey> checkedKey(const ContextPtr &context, PkeyPtr key, std::string format)
{
    const PkeyCtxPtr check(::EVP_PKEY_CTX_new_from_pkey(context->native(), key.get(), nullptr));
    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freer<PKCS8_PRIV_KEY_INFO_free>> info(::EVP_PKEY2PKCS8(key.get()));
    const int size = info ? ::i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr) : 0;
    ::ERR_clear_error();
    if (size <= 0) return malformed("it has no private part");
    KEYWARD_TRY(auto material, SecretBytes::ofSize(static_cast<std::size_t>(size)));
    auto *cursor = material.writable().data();
    ::i2d_PKCS8_PRIV_KEY_INFO(info.get(), &cursor);
    const auto parsed = PrivateKey::fromPkcs8(context, material);
    if (!parsed) return fail(Code::KeySpecUnsupported, nameOf(key.get()));
    const bool fits = check && ::EVP_PKEY_check(check.get()) == 1;
    ::ERR_clear_error();
    if (!fits) return fail(Code::ImportWeak, {}, {"its parts do not belong together"});
    if (parsed->spec().kind == KeyKind::Rsa) KEYWARD_CHECK(soundRsa(key.get()));
    return ForeignKey{std::move(material), parsed->spec(), parsed->publicKey().spki(), std::move(format)};
}

// JWK

class Builder
{
public:
    Builder() : m_builder(::OSSL_PARAM_BLD_new()) {}
    Status number(const Members &jwk, std::string_view member, const char *name)
    {
        KEYWARD_TRY(const auto value, secretMember(jwk, member));
        BnPtr bn(::BN_secure_new());
        if (!bn || !::BN_bin2bn(value.exposed().data(), intSize(value.size()), bn.get()) || ::OSSL_PARAM_BLD_push_BN(m_builder.get(), name, bn.get()) != 1) return opensslFailure("import");
        m_numbers.push_back(std::move(bn));
        return {};
    }
    void text(const char *name, const char *value) { ::OSSL_PARAM_BLD_push_utf8_string(m_builder.get(), name, value, 0); }
    void bytes(const char *name, const Bytes &value) { ::OSSL_PARAM_BLD_push_octet_string(m_builder.get(), name, value.data(), value.size()); }
    PkeyPtr make(const Context &context, const char *type)
    {
        const ParamsPtr params(::OSSL_PARAM_BLD_to_param(m_builder.get()));
        const PkeyCtxPtr ctx(::EVP_PKEY_CTX_new_from_name(context.native(), type, nullptr));
        EVP_PKEY *raw = nullptr;
        const bool ok = params && ctx && ::EVP_PKEY_fromdata_init(ctx.get()) == 1 && ::EVP_PKEY_fromdata(ctx.get(), &raw, EVP_PKEY_KEYPAIR, params.get()) == 1;
        ::ERR_clear_error();
        PkeyPtr key(raw);
        return ok ? std::move(key) : nullptr;
    }

private:
    BuilderPtr m_builder;
    std::vector<BnPtr> m_numbers;
};

Result<PkeyPtr> rsaFromJwk(const Context &context, const Members &jwk)
{
    Builder builder;
    static constexpr std::pair<const char *, const char *> parts[] = {{"n", OSSL_PKEY_PARAM_RSA_N}, {"e", OSSL_PKEY_PARAM_RSA_E}, {"d", OSSL_PKEY_PARAM_RSA_D}, {"p", OSSL_PKEY_PARAM_RSA_FACTOR1},
        {"q", OSSL_PKEY_PARAM_RSA_FACTOR2}, {"dp", OSSL_PKEY_PARAM_RSA_EXPONENT1}, {"dq", OSSL_PKEY_PARAM_RSA_EXPONENT2}, {"qi", OSSL_PKEY_PARAM_RSA_COEFFICIENT1}};
    for (const auto &[member, name] : parts) KEYWARD_CHECK(builder.number(jwk, member, name));
    return builder.make(context, "RSA");
}

Result<PkeyPtr> ecFromJwk(const Context &context, const Members &jwk)
{
    const auto named = jwk.find("crv");
    const auto spec = KeySpec::ec(named == jwk.end() ? std::string_view{} : named->second);
    if (!spec) return std::unexpected(spec.error());
    static constexpr const char *groups[] = {"", "P-256", "P-384", "P-521", "secp256k1"};
    const std::size_t size = (spec->bits + 7u) / 8u;
    Bytes point{4};
    for (const auto *member : {"x", "y"}) {
        KEYWARD_TRY(const auto coordinate, secretMember(jwk, member));
        if (coordinate.size() != size) return malformed(std::string("its member '") + member + "' has the wrong length");
        append(point, coordinate.exposed());
    }
    Builder builder;
    builder.text(OSSL_PKEY_PARAM_GROUP_NAME, groups[static_cast<std::size_t>(spec->curve)]);
    builder.bytes(OSSL_PKEY_PARAM_PUB_KEY, point);
    KEYWARD_CHECK(builder.number(jwk, "d", OSSL_PKEY_PARAM_PRIV_KEY));
    return builder.make(context, "EC");
}

Result<ForeignKey> symmetric(SecretBytes bytes, std::string format)
{
    KEYWARD_TRY(const auto spec, KeySpec::oct(static_cast<unsigned>(bytes.size() * 8)));
    return ForeignKey{std::move(bytes), spec, {}, std::move(format)};
}

Result<ForeignKey> fromJwk(const ContextPtr &context, std::string_view json)
{
    const auto jwk = stringMembers(json);
    const auto found = jwk.find("kty");
    const auto kty = found == jwk.end() ? std::string_view{} : found->second;
    if (kty == "oct") {
        KEYWARD_TRY(auto bytes, secretMember(jwk, "k"));
        return symmetric(std::move(bytes), "JWK");
    }
    if (kty != "RSA" && kty != "EC") return malformed("as JSON it is no JWK of the kind RSA, EC or oct");
    KEYWARD_TRY(auto key, kty == "RSA" ? rsaFromJwk(*context, jwk) : ecFromJwk(*context, jwk));
    if (!key) return fail(Code::ImportWeak, {}, {"its parts do not belong together"});
    return checkedKey(context, std::move(key), "JWK");
}

// PKCS#12

using Pkcs12Ptr = std::unique_ptr<PKCS12, Freer<PKCS12_free>>;

bool isPkcs12(ByteView bytes)
{
    const auto *cursor = bytes.data();
    const Pkcs12Ptr parsed(::d2i_PKCS12(nullptr, &cursor, static_cast<long>(bytes.size())));
    ::ERR_clear_error();
    return parsed != nullptr;
}

/// What QCA cannot read: keys that are not RSA.
PkeyPtr pkcs12ByOpenssl(const Context &context, ByteView bytes, const SecretBytes *passphrase)
{
    PKCS12 *raw = ::PKCS12_init_ex(NID_pkcs7_data, context.native(), nullptr);
    const auto *cursor = bytes.data();
    const bool read = ::d2i_PKCS12(&raw, &cursor, static_cast<long>(bytes.size())) != nullptr;
    const Pkcs12Ptr bundle(read ? raw : nullptr);
    std::string terminated(passphrase ? textOf(passphrase->exposed()) : std::string_view{});
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    if (bundle) ::PKCS12_parse(bundle.get(), terminated.c_str(), &key, &certificate, nullptr);
    ::X509_free(certificate);
    wipe({reinterpret_cast<std::uint8_t *>(terminated.data()), terminated.size()});
    ::ERR_clear_error();
    return PkeyPtr(key);
}

Result<ForeignKey> fromPkcs12(const ContextPtr &context, ByteView bytes, const SecretBytes *passphrase)
{
    KEYWARD_TRY(const auto none, SecretBytes::ofSize(0));
    const auto opened = CertificateReader().readPkcs12(bytes, passphrase ? *passphrase : none);
    if (opened) {
        Asked asked{nullptr};
        auto key = decoded(*context, opened->privateKey.exposed(), "DER", asked);
        if (key) return checkedKey(context, std::move(key), "PKCS#12");
    } else if (opened.error().code == Code::WrongPassphrase) {
        return fail(Code::ImportNeedsPassphrase);
    }
    auto key = pkcs12ByOpenssl(*context, bytes, passphrase);
    if (!key) return passphrase ? malformed("the PKCS#12 bundle has no private key, or is broken") : Result<ForeignKey>(fail(Code::ImportNeedsPassphrase));
    return checkedKey(context, std::move(key), "PKCS#12");
}

/// Where the PEM block of a private key begins; other blocks and lines before it are passed over.
std::size_t privateBlock(std::string_view text)
{
    constexpr std::string_view begin = "-----BEGIN ";
    for (auto at = text.find(begin); at != std::string_view::npos; at = text.find(begin, at + 1)) {
        const auto line = text.substr(at, text.find('\n', at) - at);
        if (line.contains("PRIVATE KEY-----")) return at;
    }
    return std::string_view::npos;
}

} // namespace

Result<ForeignKey> readForeignKey(const ContextPtr &context, const SecretBytes &file, const SecretBytes *passphrase)
{
    const auto bytes = file.exposed();
    const auto text = textOf(bytes);
    const auto start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos) return malformed("it is empty");
    if (text[start] == '{' && text.contains("\"kty\"")) return fromJwk(context, text);
    Asked asked{passphrase};
    const auto refuse = [&](std::string why) { return asked.asked ? Result<ForeignKey>(fail(Code::ImportNeedsPassphrase)) : malformed(std::move(why)); };
    if (text.contains("-----BEGIN ")) {
        const auto at = privateBlock(text);
        if (at == std::string_view::npos) return malformed("as PEM it has no private key, only public parts");
        auto key = decoded(*context, bytes.subspan(at), "PEM", asked);
        return key ? checkedKey(context, std::move(key), asked.asked ? "encrypted PEM" : "PEM") : refuse("its PEM block is broken");
    }
    if (bytes.size() == 16 || bytes.size() == 24 || bytes.size() == 32) {
        KEYWARD_TRY(auto raw, file.clone());
        return symmetric(std::move(raw), "raw AES");
    }
    if (auto key = decoded(*context, bytes, "DER", asked)) return checkedKey(context, std::move(key), asked.asked ? "encrypted PKCS#8" : "PKCS#8");
    if (isPkcs12(bytes)) return fromPkcs12(context, bytes, passphrase);
    return refuse("it is in none of the known formats");
}

} // namespace keyward::crypto
