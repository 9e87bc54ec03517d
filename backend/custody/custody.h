// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/key_spec.h"
#include "backend/crypto/secret_bytes.h"

namespace keyward::custody {

/// Which private key, and of what kind.
struct KeyHandle {
    RecordId material;
    KeySpec spec;
};

/// What was made: material to be saved by the caller in the same transaction as the key's record, and its public part.
struct NewKey {
    crypto::SecretBytes material; ///< empty where the key lives in a device
    Bytes spki;
};

/// Where private keys live and work. They never leave through this interface (VLT-12); callers have authorised before.
/// Thread-safe.
class Custody
{
public:
    virtual ~Custody() = default;
    virtual Result<NewKey> generate(const KeySpec &spec) = 0;
    virtual Result<crypto::SecretBytes> unwrap(const KeyHandle &key, WrapAlgorithm algorithm, ByteView wrapped) = 0;
    virtual Result<Bytes> wrap(const KeyHandle &key, ByteView spki, WrapAlgorithm algorithm,
                               const crypto::SecretBytes &secret) = 0;
    /// The PKCS#8 inside a transfer blob (MOD-4).
    virtual Result<crypto::SecretBytes> openTransfer(const KeyHandle &key, ByteView ciphertext) = 0;
    virtual Result<Bytes> sign(const KeyHandle &key, SignAlgorithm algorithm, ByteView message) = 0;
    virtual void forget(const RecordId &material) = 0; ///< at once, on disable and delete
    virtual void forgetAll() = 0;                      ///< on lock
};

} // namespace keyward::custody
