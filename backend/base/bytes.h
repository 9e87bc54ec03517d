// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keyward {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

inline ByteView bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}
inline std::string_view textOf(ByteView bytes) { return {reinterpret_cast<const char *>(bytes.data()), bytes.size()}; }

std::string toHex(ByteView bytes);
Result<Bytes> fromHex(std::string_view text); ///< Code::ValueInvalid
std::string toBase64Url(ByteView bytes);      ///< RFC 4648 section 5, without padding, as in JWK
Result<Bytes> fromBase64Url(std::string_view text);

/// Big endian, for associated data and hashes.
template <std::unsigned_integral T> std::array<std::uint8_t, sizeof(T)> bigEndian(T value)
{
    std::array<std::uint8_t, sizeof(T)> out{};
    for (std::size_t i = 0; i < sizeof(T); ++i) out[sizeof(T) - 1 - i] = static_cast<std::uint8_t>(value >> (8 * i));
    return out;
}

inline void append(Bytes &to, ByteView what) { to.insert(to.end(), what.begin(), what.end()); }

} // namespace keyward
