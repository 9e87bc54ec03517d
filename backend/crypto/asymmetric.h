// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/key_spec.h"
#include "backend/crypto/context.h"
#include "backend/crypto/secret_bytes.h"

#include <memory>

struct evp_pkey_st;

namespace keyward::crypto {

/// RSA or EC public key. Copies share the handle. Thread-safe.
class PublicKey
{
public:
    /// From X.509 SubjectPublicKeyInfo in DER.
    static Result<PublicKey> fromSpki(ContextPtr context, ByteView der); ///< Code::KeyMaterialInvalid

    Bytes spki() const;
    KeySpec spec() const;
    Result<Bytes> wrap(WrapAlgorithm algorithm, const SecretBytes &key) const;
    Status verify(SignAlgorithm algorithm, ByteView message, ByteView signature) const; ///< Code::SignatureInvalid

private:
    friend class PrivateKey;
    PublicKey(ContextPtr context, std::shared_ptr<evp_pkey_st> key)
        : m_context(std::move(context)), m_key(std::move(key))
    {}
    ContextPtr m_context;
    std::shared_ptr<evp_pkey_st> m_key;
};

/// RSA or EC private key, parsed and ready (parsing anew costs more than half of an unwrap, so handles are cached).
/// Copies share the handle. Thread-safe.
class PrivateKey
{
public:
    static Result<PrivateKey> generate(ContextPtr context, const KeySpec &spec);
    static Result<PrivateKey> fromPkcs8(ContextPtr context, const SecretBytes &der); ///< Code::KeyMaterialInvalid

    Result<SecretBytes> pkcs8() const; ///< unencrypted PrivateKeyInfo, in the secure heap
    PublicKey publicKey() const;
    KeySpec spec() const;
    Result<SecretBytes> unwrap(WrapAlgorithm algorithm, ByteView wrapped) const; ///< Code::UnwrapFailed
    /// ECDSA signatures are r || s of fixed size, as in RFC 7518.
    Result<Bytes> sign(SignAlgorithm algorithm, ByteView message) const;

private:
    PrivateKey(ContextPtr context, std::shared_ptr<evp_pkey_st> key)
        : m_context(std::move(context)), m_key(std::move(key))
    {}
    ContextPtr m_context;
    std::shared_ptr<evp_pkey_st> m_key;
};

/// Ed25519 (RFC 8032), for signing reports.
Result<Bytes> ed25519PublicKey(const Context &context, const SecretBytes &seed);
Result<Bytes> ed25519Sign(const Context &context, const SecretBytes &seed, ByteView message);
bool ed25519Verify(const Context &context, ByteView publicKey, ByteView message, ByteView signature);

} // namespace keyward::crypto
