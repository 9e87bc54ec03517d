// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"
#include "backend/crypto/secret_bytes.h"

namespace keyward::crypto {

/// HPKE (RFC 9180), base mode, X25519 / HKDF-SHA-256 / AES-256-GCM: sealing to somebody whose secret we do not hold.
/// An unlock slot is such a somebody: its public key lets the root key be changed without its passphrase.
struct HpkeKeyPair {
    SecretBytes privateKey; ///< 32 bytes
    Bytes publicKey;        ///< 32 bytes
};

Result<HpkeKeyPair> hpkeKeyPair(const Context &context,
                                const SecretBytes &seed); ///< DeriveKeyPair; seed of at least 32 bytes
Result<Bytes> hpkeSeal(const Context &context, ByteView publicKey, std::string_view info, ByteView associated,
                       ByteView plain);
Result<SecretBytes> hpkeOpen(const Context &context, const HpkeKeyPair &pair, std::string_view info,
                             ByteView associated, ByteView sealed);

} // namespace keyward::crypto
