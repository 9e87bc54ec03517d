// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/jwk_key.h"

#include "backend/base/key_spec.h"
#include "backend/crypto/import_errors.h"

#include <algorithm>
#include <openssl/core_names.h>
#include <openssl/param_build.h>

namespace keyward::crypto {
namespace {

using BuilderPtr = std::unique_ptr<OSSL_PARAM_BLD, Freer<OSSL_PARAM_BLD_free>>;
using ParamsPtr = std::unique_ptr<OSSL_PARAM, Freer<OSSL_PARAM_free>>;

std::unexpected<Error> mismatched()
{
    return unlessFull(fail(Code::ImportWeak, {}, {"its parts do not belong together"}));
}

constexpr std::size_t longestNumber = 2048; ///< bytes

Result<BnPtr> memberOf(const JsonMembers &jwk, std::string_view member)
{
    KEYWARD_TRY(const auto value, secretMember(jwk, member));
    if (value.size() > longestNumber) return malformed(said("its member '{0}' is too long", std::string(member)));
    BnPtr out(::BN_secure_new());
    if (!out || !::BN_bin2bn(value.exposed().data(), intSize(value.size()), out.get())) return opensslFailure("import");
    return out;
}

/// What the file says of a value that follows from the others must be that value.
Status agrees(const JsonMembers &jwk, std::string_view member, const BnPtr &derived)
{
    if (!jwk.strings.contains(member)) return {};
    KEYWARD_TRY(const auto given, memberOf(jwk, member));
    return ::BN_cmp(given.get(), derived.get()) == 0 ? Status() : mismatched();
}

/// RFC 7518, section 6.3.2: all values besides d may be missing.
Result<PkeyPtr> rsaOf(const Context &context, const JsonMembers &jwk)
{
    if (jwk.others.contains("oth")) return fail(Code::KeySpecUnsupported, "RSA of more than two primes");
    RsaNumbers key;
    KEYWARD_TRY(key.n, memberOf(jwk, "n"));
    KEYWARD_TRY(key.e, memberOf(jwk, "e"));
    KEYWARD_TRY(key.d, memberOf(jwk, "d"));
    const auto bits = static_cast<unsigned>(::BN_num_bits(key.n.get()));
    if (!KeySpec::rsa(bits)) return fail(Code::KeySpecUnsupported, "RSA " + std::to_string(bits));
    if (jwk.strings.contains("p") || jwk.strings.contains("q")) {
        KEYWARD_TRY(key.p, memberOf(jwk, "p"));
        KEYWARD_TRY(key.q, memberOf(jwk, "q"));
    } else {
        KEYWARD_CHECK(findPrimes(key));
    }
    KEYWARD_TRY(const auto crt, crtNumbers(key));
    if (jwk.strings.contains("p"))
        for (const auto &[member, derived] :
             {std::pair<const char *, const BnPtr &>{"dp", crt.dp}, {"dq", crt.dq}, {"qi", crt.qi}})
            KEYWARD_CHECK(agrees(jwk, member, derived));
    return rsaKey(context, key);
}

/// P-256K is the name key vaults use, secp256k1 that of RFC 8812.
Result<KeySpec> curveOf(const JsonMembers &jwk)
{
    const auto name = jwk.text("crv");
    return KeySpec::ec(name == "secp256k1" || name == "SECP256K1" ? "P-256K" : name);
}

Result<PkeyPtr> ecOf(const Context &context, const JsonMembers &jwk)
{
    const auto spec = curveOf(jwk);
    if (!spec) return std::unexpected(spec.error());
    static constexpr const char *groups[] = {"", "P-256", "P-384", "P-521", "secp256k1"};
    const std::size_t size = (spec->bits + 7u) / 8u;
    Bytes point{4};
    for (const auto *member : {"x", "y"}) {
        KEYWARD_TRY(const auto coordinate, secretMember(jwk, member));
        if (coordinate.size() != size)
            return malformed(said("its member '{0}' has the wrong length", std::string(member)));
        append(point, coordinate.exposed());
    }
    KEYWARD_TRY(const auto secret, memberOf(jwk, "d"));
    const BuilderPtr builder(::OSSL_PARAM_BLD_new());
    const bool pushed =
        builder &&
        ::OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME,
                                          groups[static_cast<std::size_t>(spec->curve)], 0) == 1 &&
        ::OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) == 1 &&
        ::OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret.get()) == 1;
    const ParamsPtr params(pushed ? ::OSSL_PARAM_BLD_to_param(builder.get()) : nullptr);
    const PkeyCtxPtr ctx(::EVP_PKEY_CTX_new_from_name(context.native(), "EC", nullptr));
    EVP_PKEY *raw = nullptr;
    if (!params || !ctx || ::EVP_PKEY_fromdata_init(ctx.get()) != 1 ||
        ::EVP_PKEY_fromdata(ctx.get(), &raw, EVP_PKEY_KEYPAIR, params.get()) != 1)
        return mismatched();
    return PkeyPtr(raw);
}

} // namespace

bool looksLikeJwk(std::string_view text)
{
    const auto start = text.find_first_not_of(" \t\r\n");
    return start != std::string_view::npos && text[start] == '{' && (text.contains("\"kty\"") || text.contains("\\u"));
}

Result<JwkKey> keyOfJwk(const Context &context, std::string_view json)
{
    const auto jwk = membersOf(json);
    auto kty = jwk.text("kty");
    if (kty.ends_with("-HSM")) kty.resize(kty.size() - 4);
    if (kty == "oct") {
        KEYWARD_TRY(auto bytes, secretMember(jwk, "k"));
        return JwkKey{nullptr, std::move(bytes)};
    }
    if (kty != "RSA" && kty != "EC") return malformed("as JSON it is no JWK of the kind RSA, EC or oct");
    KEYWARD_TRY(auto key, kty == "RSA" ? rsaOf(context, jwk) : ecOf(context, jwk));
    return JwkKey{std::move(key), {}};
}

std::vector<std::string_view> jwksOf(std::string_view json)
{
    auto set = objectsOf(membersOf(json).other("keys"));
    if (set.empty()) set.push_back(json);
    return set;
}

} // namespace keyward::crypto
