// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"

#include <array>
#include <compare>
#include <cstdint>

namespace keyward {

/// An IPv4 or IPv6 address. IPv4 inside IPv6 (::ffff:192.0.2.1, RFC 4291) is the IPv4 address, so that no rule is
/// passed by writing an address the other way.
struct IpAddress {
    std::array<std::uint8_t, 16> bytes{}; ///< network order; IPv4 in the first four
    bool v4 = true;

    static Result<IpAddress> from(std::string_view text); ///< Code::ValueInvalid
    static IpAddress loopback();                          ///< 127.0.0.1
    std::string text() const;
    auto operator<=>(const IpAddress &) const = default;
};

/// A range in CIDR notation (RFC 4632), or one address.
class IpRange
{
public:
    IpRange() = default;                           ///< 0.0.0.0/32, only as a place to assign to
    static Result<IpRange> from(std::string text); ///< Code::ValueInvalid; bits beyond the prefix must be zero

    bool contains(const IpAddress &address) const;
    bool contains(const IpRange &other) const;
    bool overlaps(const IpRange &other) const { return contains(other) || other.contains(*this); }
    unsigned prefix() const { return m_prefix; }
    const std::string &text() const { return m_text; } ///< 10.0.0.0/8; a single address without its prefix
    bool operator==(const IpRange &other) const { return m_text == other.m_text; }

private:
    IpAddress m_base;
    unsigned m_prefix = 32;
    std::string m_text = "0.0.0.0";
};

} // namespace keyward
