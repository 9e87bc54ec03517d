// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"
#include "backend/crypto/secret_bytes.h"

namespace keyward::crypto {

/// Argon2id (RFC 9106). The bounds keep a forged keystore from asking for absurd work, or for none.
struct Argon2Parameters {
    std::uint32_t memoryMib = 256; ///< 64 to 1024
    std::uint32_t passes = 3;      ///< 1 to 16
    std::uint32_t lanes = 4;       ///< 1 to 16

    bool operator==(const Argon2Parameters &) const = default;
    static constexpr Argon2Parameters floor() { return {64, 1, 4}; } ///< the cheapest allowed, for tests
    Status check() const;                                            ///< Code::KdfOutOfBounds
    std::string text() const;                                        ///< "m=256,t=3,p=4"
    static Result<Argon2Parameters> from(std::string_view text);
};

Result<SecretBytes> argon2id(const SecretBytes &passphrase, ByteView salt, const Argon2Parameters &parameters,
                             std::size_t size = 32);

/// The largest memory within bounds that takes about this long here.
Argon2Parameters tunedArgon2(double seconds = 0.5);

/// HKDF-SHA-256 (RFC 5869). Code::ValueInvalid where there is no secret to derive from.
Result<SecretBytes> hkdf(const Context &context, const SecretBytes &key, ByteView salt, std::string_view info,
                         std::size_t size = 32);

} // namespace keyward::crypto
