// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/key_spec.h"
#include "backend/crypto/secret_bytes.h"
#include "backend/estate/authorize.h"

#include <optional>
#include <vector>

namespace keyward::engine {

/// Who asks, with which key version, from where.
struct KeyRequest {
    estate::PrincipalId principal;
    estate::VaultId vault;
    estate::KeyId key;
    estate::VersionId version;
    std::string address = "local";
    CorrelationId correlation;  ///< joins the log entries of one task
    estate::Origin origin = {}; ///< for the vault's firewall
};

/// Data keys that change from under one key to under another.
struct RewrapOrder {
    std::string service;                                       ///< for the log, where one is the platform's key
    std::optional<KeyRequest> from, to;                        ///< absent: the platform's key
    WrapAlgorithm algorithm = WrapAlgorithm::RsaOaep256;       ///< of a key in a vault
    WrapAlgorithm algorithmBefore = WrapAlgorithm::RsaOaep256; ///< … that they are under so far
    std::vector<Bytes> wrapped;
};

/// Cryptographic operations on behalf of principals: authorised, carried out, logged. A result leaves only after its
/// log entry is durable and after a look at whether another process revoked access meanwhile. Thread-safe; callers on
/// several threads share one commit.
class KeyOperations
{
public:
    virtual ~KeyOperations() = default;
    virtual Result<Bytes> wrap(const KeyRequest &request, WrapAlgorithm algorithm,
                               const crypto::SecretBytes &secret) = 0;
    virtual Result<crypto::SecretBytes> unwrap(const KeyRequest &request, WrapAlgorithm algorithm,
                                               ByteView wrapped) = 0;
    virtual Result<Bytes> encrypt(const KeyRequest &request, WrapAlgorithm algorithm,
                                  const crypto::SecretBytes &plain) = 0; ///< Code::DataTooLong
    virtual Result<crypto::SecretBytes> decrypt(const KeyRequest &request, WrapAlgorithm algorithm,
                                                ByteView cipher) = 0;
    virtual Result<Bytes> sign(const KeyRequest &request, SignAlgorithm algorithm, ByteView message) = 0;
    virtual Status verify(const KeyRequest &request, SignAlgorithm algorithm, ByteView message, ByteView signature) = 0;

    /// Under the platform's own key, for service-managed encryption (MOD-2).
    virtual Result<Bytes> wrapForPlatform(const std::string &service, const crypto::SecretBytes &secret) = 0;
    virtual Result<crypto::SecretBytes> unwrapForPlatform(const std::string &service, ByteView wrapped) = 0;

    /// Many data keys at once: authorised together, each unwrapped and wrapped with a log entry of its own for both,
    /// all entries in one transaction. In the order given; what fails alone (a blob that does not open) fails alone.
    virtual Result<std::vector<Result<Bytes>>> rewrap(const RewrapOrder &order) = 0;
};

} // namespace keyward::engine
