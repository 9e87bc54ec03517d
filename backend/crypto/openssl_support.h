// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/owned.h"
#include "backend/base/result.h"
#include "backend/crypto/protected_allocation.h"

#include <memory>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hpke.h>
#include <openssl/kdf.h>

/// Private to backend/crypto: owners for OpenSSL's handles, and its error queue turned into one Error.
namespace keyward::crypto {

using BioPtr = std::unique_ptr<BIO, Freer<BIO_free>>;
using CipherPtr = std::unique_ptr<EVP_CIPHER, Freer<EVP_CIPHER_free>>;
using CipherCtxPtr = std::unique_ptr<EVP_CIPHER_CTX, Freer<EVP_CIPHER_CTX_free>>;
using MdPtr = std::unique_ptr<EVP_MD, Freer<EVP_MD_free>>;
using MdCtxPtr = std::unique_ptr<EVP_MD_CTX, Freer<EVP_MD_CTX_free>>;
using MacPtr = std::unique_ptr<EVP_MAC, Freer<EVP_MAC_free>>;
using MacCtxPtr = std::unique_ptr<EVP_MAC_CTX, Freer<EVP_MAC_CTX_free>>;
using KdfPtr = std::unique_ptr<EVP_KDF, Freer<EVP_KDF_free>>;
using KdfCtxPtr = std::unique_ptr<EVP_KDF_CTX, Freer<EVP_KDF_CTX_free>>;
using PkeyPtr = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using PkeyCtxPtr = std::unique_ptr<EVP_PKEY_CTX, Freer<EVP_PKEY_CTX_free>>;
using HpkeCtxPtr = std::unique_ptr<OSSL_HPKE_CTX, Freer<OSSL_HPKE_CTX_free>>;

/// Empties the error queue into one refusal. The queue's texts name functions and reasons, never data.
inline std::unexpected<Error> opensslFailure(std::string during)
{
    if (const auto code = ::ERR_peek_last_error(); code != 0) {
        char text[160];
        ::ERR_error_string_n(code, text, sizeof text);
        during += ": ";
        during += text;
    }
    ::ERR_clear_error();
    if (protectedMemoryRanOut()) return fail(Code::SecretHeapFull);
    return fail(Code::CryptoFailed, {}, {std::move(during)});
}

/// The refusal 'what', unless the true reason is that protected memory was full. Empties the error queue.
inline std::unexpected<Error> unlessFull(std::unexpected<Error> what)
{
    ::ERR_clear_error();
    return protectedMemoryRanOut() ? std::unexpected<Error>(Error{Code::SecretHeapFull, {}, {}, {}}) : std::move(what);
}

inline int intSize(std::size_t size) { return static_cast<int>(size); }

} // namespace keyward::crypto
