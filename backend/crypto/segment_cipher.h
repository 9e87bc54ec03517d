// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"
#include "backend/crypto/secret_bytes.h"

#include <memory>

namespace keyward::crypto {

/// AES-256-GCM for the numbered segments of one stream under a key used for that stream alone. The nonce is the
/// segment's number, so a key and nonce never meet twice; the caller's associated data says which stream, which
/// segment and whether it is the last. For one thread.
class SegmentCipher
{
public:
    static constexpr std::size_t tagSize = 16;

    static Result<SegmentCipher> create(const Context &context, const SecretBytes &key);
    ~SegmentCipher();
    SegmentCipher(SegmentCipher &&) noexcept;

    /// out holds plain.size() + tagSize bytes.
    bool seal(std::uint64_t number, ByteView plain, ByteView associated, std::uint8_t *out);
    /// out holds sealed.size() - tagSize bytes; false where anything was altered.
    bool open(std::uint64_t number, ByteView sealed, ByteView associated, std::uint8_t *out);

private:
    struct Parts;
    explicit SegmentCipher(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m;
};

} // namespace keyward::crypto
