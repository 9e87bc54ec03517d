// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"
#include "backend/crypto/secret_bytes.h"

#include <memory>

namespace keyward::crypto {

/// XAES-256-GCM (C2SP): a random 24-byte nonce, a key derived from its first half by CMAC as in NIST SP 800-108,
/// then AES-256-GCM. Random nonces cannot wear the key out, so a restored copy of a keystore repeats nothing.
/// Sealed form: nonce (24), ciphertext, tag (16). Holds cipher contexts: one object for one thread at a time.
class Sealer
{
public:
    static constexpr std::size_t keySize = 32;
    static constexpr std::size_t nonceSize = 24;
    static constexpr std::size_t tagSize = 16;
    static constexpr std::size_t overhead = nonceSize + tagSize;

    static Result<Sealer> create(ContextPtr context, const SecretBytes &key);
    ~Sealer();
    Sealer(Sealer &&) noexcept;
    Sealer &operator=(Sealer &&) noexcept;

    Bytes seal(ByteView plain, ByteView associated);
    Bytes seal(const SecretBytes &plain, ByteView associated) { return seal(plain.exposed(), associated); }
    Bytes sealWith(std::span<const std::uint8_t, nonceSize> nonce, ByteView plain,
                   ByteView associated); ///< for vectors
    /// False where any byte of either was altered; out is then empty.
    bool open(ByteView sealed, ByteView associated, Bytes &out);
    Result<SecretBytes> openSecret(ByteView sealed, ByteView associated); ///< Code::RecordTampered

private:
    struct Parts;
    explicit Sealer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m;
};

} // namespace keyward::crypto
