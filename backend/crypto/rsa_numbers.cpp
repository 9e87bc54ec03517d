// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/rsa_numbers.h"

#include <algorithm>
#include <array>
#include <openssl/core_names.h>
#include <openssl/param_build.h>

namespace keyward::crypto {
namespace {

using BnCtxPtr = std::unique_ptr<BN_CTX, Freer<BN_CTX_free>>;
using BuilderPtr = std::unique_ptr<OSSL_PARAM_BLD, Freer<OSSL_PARAM_BLD_free>>;
using ParamsPtr = std::unique_ptr<OSSL_PARAM, Freer<OSSL_PARAM_free>>;

constexpr int largestExponent = 64; ///< bits; OpenSSL itself uses no larger one with moduli beyond 3,072 bits
constexpr int attempts = 50;        ///< each finds the primes with probability 1/2

std::unexpected<Error> weak(Sentence::Argument why) { return unlessFull(fail(Code::ImportWeak, {}, {std::move(why)})); }
std::unexpected<Error> mismatched() { return weak("its parts do not belong together"); }

BnPtr number()
{
    BnPtr out(::BN_secure_new());
    if (out) ::BN_set_flags(out.get(), BN_FLG_CONSTTIME);
    return out;
}

BnPtr lessOne(const BnPtr &of)
{
    BnPtr out = number();
    return out && ::BN_copy(out.get(), of.get()) && ::BN_sub_word(out.get(), 1) == 1 ? std::move(out) : nullptr;
}

/// Keys of a widespread faulty generator are told by their modulus alone (CVE-2017-15361): modulo small primes it is
/// always a power of 65537. A sound key has that property about once in 100 million.
bool fromFaultyGenerator(const BIGNUM *modulus)
{
    static constexpr std::array<BN_ULONG, 38> primes{3,   5,   7,   11,  13,  17,  19,  23,  29,  31,  37,  41,  43,
                                                     47,  53,  59,  61,  67,  71,  73,  79,  83,  89,  97,  101, 103,
                                                     107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167};
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

/// d modulo lcm(p-1, q-1): what remains of a small one that was made to look large.
BnPtr reducedExponent(const RsaNumbers &key, BN_CTX *ctx)
{
    const auto p1 = lessOne(key.p), q1 = lessOne(key.q);
    BnPtr gcd = number(), product = number(), lcm = number(), out = number();
    const bool ok = p1 && q1 && gcd && product && lcm && out && ::BN_gcd(gcd.get(), p1.get(), q1.get(), ctx) == 1 &&
                    ::BN_mul(product.get(), p1.get(), q1.get(), ctx) == 1 &&
                    ::BN_div(lcm.get(), nullptr, product.get(), gcd.get(), ctx) == 1 &&
                    ::BN_nnmod(out.get(), key.d.get(), lcm.get(), ctx) == 1;
    return ok ? std::move(out) : nullptr;
}

/// One attempt: the square root of 1 that 'base' leads to, other than 1 and -1, gives a prime away.
BnPtr primeBy(BN_ULONG base, const RsaNumbers &key, const BIGNUM *odd, int twos, BN_CTX *ctx)
{
    BnPtr y = number(), next = number(), g = number(), prime = number();
    const auto minusOne = lessOne(key.n);
    if (!y || !next || !g || !prime || !minusOne || ::BN_set_word(g.get(), base) != 1 ||
        ::BN_mod_exp(y.get(), g.get(), odd, key.n.get(), ctx) != 1)
        return nullptr;
    for (int i = 0; i < twos && !::BN_is_one(y.get()) && ::BN_cmp(y.get(), minusOne.get()) != 0; ++i) {
        if (::BN_mod_sqr(next.get(), y.get(), key.n.get(), ctx) != 1) return nullptr;
        if (!::BN_is_one(next.get())) {
            std::swap(y, next);
            continue;
        }
        const bool found = ::BN_sub_word(y.get(), 1) == 1 && ::BN_gcd(prime.get(), y.get(), key.n.get(), ctx) == 1;
        return found ? std::move(prime) : nullptr;
    }
    return nullptr;
}

} // namespace

/// EVP_PKEY_get_bn_param would pass it through a buffer on the stack.
BnPtr numberOf(const EVP_PKEY *key, const char *name)
{
    constexpr std::size_t longest = 2048;
    const std::unique_ptr<void, void (*)(void *)> buffer(::OPENSSL_zalloc(longest),
                                                         [](void *block) { ::OPENSSL_clear_free(block, longest); });
    OSSL_PARAM params[] = {OSSL_PARAM_construct_BN(name, static_cast<unsigned char *>(buffer.get()), longest),
                           OSSL_PARAM_construct_end()};
    BIGNUM *raw = number().release();
    const bool found = buffer && raw && ::EVP_PKEY_get_params(key, params) == 1 && ::OSSL_PARAM_modified(params) == 1 &&
                       ::OSSL_PARAM_get_BN(params, &raw) == 1;
    BnPtr out(raw);
    ::ERR_clear_error();
    return found && !::BN_is_zero(out.get()) ? std::move(out) : nullptr;
}

Result<RsaNumbers> rsaNumbers(const EVP_PKEY *key)
{
    if (numberOf(key, OSSL_PKEY_PARAM_RSA_FACTOR3))
        return fail(Code::KeySpecUnsupported, "RSA of more than two primes");
    RsaNumbers out{numberOf(key, OSSL_PKEY_PARAM_RSA_N), numberOf(key, OSSL_PKEY_PARAM_RSA_E),
                   numberOf(key, OSSL_PKEY_PARAM_RSA_D), numberOf(key, OSSL_PKEY_PARAM_RSA_FACTOR1),
                   numberOf(key, OSSL_PKEY_PARAM_RSA_FACTOR2)};
    if (!out.n || !out.e || !out.d) return unlessFull(fail(Code::ImportMalformed, {}, {"it has no private part"}));
    return out;
}

Status soundRsa(const RsaNumbers &key)
{
    const int publicBits = ::BN_num_bits(key.e.get());
    if (publicBits <= 16 || !::BN_is_odd(key.e.get()))
        return weak("its public exponent must be odd and at least 65537 (FIPS 186-5)");
    const int bits = ::BN_num_bits(key.n.get()), half = bits / 2;
    const int p = ::BN_num_bits(key.p.get()), q = ::BN_num_bits(key.q.get());
    if (p != half || q != half)
        return weak(
            said("its primes have {0} and {1} bits; each must have half of {2} (FIPS 186-5, A.1.1)", p, q, bits));
    if (::BN_cmp(key.d.get(), key.n.get()) >= 0) return mismatched();
    const BnCtxPtr ctx(::BN_CTX_secure_new());
    const BnPtr distance = number();
    if (!ctx || !distance || ::BN_sub(distance.get(), key.p.get(), key.q.get()) != 1) return opensslFailure("import");
    if (::BN_num_bits(distance.get()) <= half - 100)
        return weak(
            "its primes lie so close together that anybody can find them from the public key (FIPS 186-5, A.1.1)");
    const auto exponent = reducedExponent(key, ctx.get());
    if (!exponent) return mismatched();
    if (::BN_num_bits(exponent.get()) <= half)
        return weak(
            "its private exponent is so small that anybody can find it from the public key (FIPS 186-5, A.1.1)");
    if (fromFaultyGenerator(key.n.get()))
        return weak("it was made by a faulty generator, and its private part can be found (CVE-2017-15361)");
    // Last, as a private exponent that is too small makes a public one that is too large.
    if (publicBits > largestExponent)
        return weak(
            said("its public exponent has {0} bits, and programs take no more than 64: nobody could check what it "
                 "signs or wrap a key with it",
                 publicBits));
    return {};
}

Status findPrimes(RsaNumbers &key)
{
    const BnCtxPtr ctx(::BN_CTX_secure_new());
    BnPtr multiple = number(), odd = number(), q = number();
    if (!ctx || !multiple || !odd || !q || !::BN_is_odd(key.n.get()) || ::BN_cmp(key.d.get(), key.n.get()) >= 0 ||
        ::BN_cmp(key.e.get(), key.n.get()) >= 0 || ::BN_mul(multiple.get(), key.d.get(), key.e.get(), ctx.get()) != 1 ||
        ::BN_sub_word(multiple.get(), 1) != 1 || ::BN_is_zero(multiple.get()))
        return mismatched();
    int twos = 0;
    while (!::BN_is_bit_set(multiple.get(), twos)) ++twos;
    if (twos == 0 || ::BN_rshift(odd.get(), multiple.get(), twos) != 1) return mismatched();
    for (BN_ULONG base = 2; base < 2 + attempts; ++base) {
        auto p = primeBy(base, key, odd.get(), twos, ctx.get());
        if (!p || ::BN_is_one(p.get())) continue;
        if (::BN_div(q.get(), nullptr, key.n.get(), p.get(), ctx.get()) != 1) break;
        if (::BN_cmp(p.get(), q.get()) < 0) std::swap(p, q); // as most programs write them
        key.p = std::move(p);
        key.q = std::move(q);
        return {};
    }
    return mismatched();
}

Result<CrtNumbers> crtNumbers(const RsaNumbers &key)
{
    const BnCtxPtr ctx(::BN_CTX_secure_new());
    const auto p1 = lessOne(key.p), q1 = lessOne(key.q);
    CrtNumbers out{number(), number(), number()};
    const bool ok = ctx && p1 && q1 && out.dp && out.dq && out.qi &&
                    ::BN_nnmod(out.dp.get(), key.d.get(), p1.get(), ctx.get()) == 1 &&
                    ::BN_nnmod(out.dq.get(), key.d.get(), q1.get(), ctx.get()) == 1 &&
                    ::BN_mod_inverse(out.qi.get(), key.q.get(), key.p.get(), ctx.get()) != nullptr;
    if (!ok) return mismatched();
    return out;
}

Result<PkeyPtr> rsaKey(const Context &context, const RsaNumbers &key)
{
    KEYWARD_TRY(const auto crt, crtNumbers(key));
    const BuilderPtr builder(::OSSL_PARAM_BLD_new());
    const std::pair<const char *, const BnPtr &> parts[] = {
        {OSSL_PKEY_PARAM_RSA_N, key.n},          {OSSL_PKEY_PARAM_RSA_E, key.e},
        {OSSL_PKEY_PARAM_RSA_D, key.d},          {OSSL_PKEY_PARAM_RSA_FACTOR1, key.p},
        {OSSL_PKEY_PARAM_RSA_FACTOR2, key.q},    {OSSL_PKEY_PARAM_RSA_EXPONENT1, crt.dp},
        {OSSL_PKEY_PARAM_RSA_EXPONENT2, crt.dq}, {OSSL_PKEY_PARAM_RSA_COEFFICIENT1, crt.qi}};
    bool ok = builder != nullptr;
    for (const auto &[name, value] : parts) ok = ok && ::OSSL_PARAM_BLD_push_BN(builder.get(), name, value.get()) == 1;
    const ParamsPtr params(ok ? ::OSSL_PARAM_BLD_to_param(builder.get()) : nullptr);
    const PkeyCtxPtr ctx(::EVP_PKEY_CTX_new_from_name(context.native(), "RSA", nullptr));
    EVP_PKEY *raw = nullptr;
    if (!params || !ctx || ::EVP_PKEY_fromdata_init(ctx.get()) != 1 ||
        ::EVP_PKEY_fromdata(ctx.get(), &raw, EVP_PKEY_KEYPAIR, params.get()) != 1)
        return mismatched();
    return PkeyPtr(raw);
}

} // namespace keyward::crypto
