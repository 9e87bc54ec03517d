// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"
#include "backend/crypto/secret_bytes.h"

#include <array>
#include <initializer_list>
#include <memory>

namespace keyward::crypto {

using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 with its context fetched once; for one thread.
class Sha256
{
public:
    explicit Sha256(const Context &context);
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;
    Digest of(std::initializer_list<ByteView> parts);
    void begin();
    void add(ByteView part);
    Digest end();

private:
    struct Parts;
    std::unique_ptr<Parts> m;
};

/// HMAC-SHA-256 under one key, its key schedule computed once; for one thread.
class HmacSha256
{
public:
    HmacSha256(const Context &context, const SecretBytes &key);
    ~HmacSha256();
    HmacSha256(HmacSha256 &&) noexcept;
    HmacSha256 &operator=(HmacSha256 &&) noexcept;
    Digest of(std::initializer_list<ByteView> parts);

private:
    struct Parts;
    std::unique_ptr<Parts> m;
};

} // namespace keyward::crypto
