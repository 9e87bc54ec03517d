// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"
#include "backend/crypto/openssl_support.h"

#include <openssl/bn.h>

/// Private to backend/crypto: the numbers of an RSA key that came from elsewhere. All of it within a SecretScope.
namespace keyward::crypto {

using BnPtr = std::unique_ptr<BIGNUM, Freer<BN_clear_free>>;

/// n, e and d are always there; the primes may be missing (RFC 7518, section 6.3.2).
struct RsaNumbers {
    BnPtr n, e, d, p, q;
};

/// One number of a key; null where it has none, or where that is 0.
BnPtr numberOf(const EVP_PKEY *key, const char *name);

/// Of a parsed key. Codes: ImportMalformed where it has no private part, KeySpecUnsupported where it has more than two
/// primes.
Result<RsaNumbers> rsaNumbers(const EVP_PKEY *key);

/// FIPS 186-5, A.1.1, as far as the key can be used and not be found by others: size and oddness of e, sizes of the
/// primes, their distance, size of d modulo lcm(p-1, q-1); and that it was not made by a known faulty generator. A
/// larger d than that lcm is common (RFC 8017 allows it) and harmless. Code: ImportWeak, which says what is wrong.
Status soundRsa(const RsaNumbers &key);

/// Fills in the primes from n, e and d (NIST SP 800-56B, appendix C). Code: ImportWeak where they do not belong
/// together.
Status findPrimes(RsaNumbers &key);

/// The values that follow from the others, named as in RFC 7518.
struct CrtNumbers {
    BnPtr dp, dq, qi;
};
Result<CrtNumbers> crtNumbers(const RsaNumbers &key);

/// The key with all its values. Code: ImportWeak where they do not belong together.
Result<PkeyPtr> rsaKey(const Context &context, const RsaNumbers &key);

} // namespace keyward::crypto
