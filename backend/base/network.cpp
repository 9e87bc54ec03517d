// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/network.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <optional>

namespace keyward {
namespace {

constexpr const char *addressForm = "as in 192.0.2.7 or 2001:db8::7";
constexpr const char *rangeForm = "as in 192.0.2.0/24, 2001:db8::/32 or 192.0.2.7";

unsigned width(const IpAddress &address) { return address.v4 ? 32 : 128; }

bool bitAt(const IpAddress &address, unsigned i) { return address.bytes[i / 8] & (0x80u >> (i % 8)); }

bool samePrefix(const IpAddress &a, const IpAddress &b, unsigned bits)
{
    const auto whole = bits / 8;
    if (!std::equal(a.bytes.begin(), a.bytes.begin() + whole, b.bytes.begin())) return false;
    const auto mask = static_cast<std::uint8_t>(0xff00u >> (bits % 8));
    return bits % 8 == 0 || (a.bytes[whole] & mask) == (b.bytes[whole] & mask);
}

constexpr unsigned mappedPrefix = 96; ///< of ::ffff:0:0/96, where IPv4 lies inside IPv6 (RFC 4291)

struct Parsed {
    IpAddress address;
    bool mapped = false; ///< IPv4 that was written as IPv6
};

std::optional<Parsed> parsed(std::string_view text)
{
    if (text.contains('\0')) return std::nullopt; // what follows would not be looked at
    const std::string terminated(text);
    IpAddress out;
    if (::inet_pton(AF_INET, terminated.c_str(), out.bytes.data()) == 1) return Parsed{out};
    out.v4 = false;
    if (::inet_pton(AF_INET6, terminated.c_str(), out.bytes.data()) != 1) return std::nullopt;
    static constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (!std::equal(mapped.begin(), mapped.end(), out.bytes.begin())) return Parsed{out};
    IpAddress inner;
    std::copy(out.bytes.begin() + 12, out.bytes.end(), inner.bytes.begin());
    return Parsed{inner, true};
}

/// 0 to 128, written in one way only: /024 is octal to some and 24 to others.
std::optional<unsigned> prefixFrom(std::string_view digits)
{
    unsigned out = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    const bool whole = error == std::errc{} && end == digits.data() + digits.size();
    if (!whole || (digits.size() > 1 && digits.front() == '0')) return std::nullopt;
    return out;
}

} // namespace

Result<IpAddress> IpAddress::from(std::string_view text)
{
    if (const auto found = parsed(text)) return found->address;
    return fail(Code::ValueInvalid, std::string(text), {"address", addressForm});
}

IpAddress IpAddress::loopback()
{
    IpAddress out;
    out.bytes = {127, 0, 0, 1};
    return out;
}

std::string IpAddress::text() const
{
    char buffer[INET6_ADDRSTRLEN] = {};
    ::inet_ntop(v4 ? AF_INET : AF_INET6, bytes.data(), buffer, sizeof buffer);
    return buffer;
}

Result<IpRange> IpRange::from(std::string text)
{
    const auto slash = text.find('/');
    const auto found = parsed(std::string_view(text).substr(0, slash));
    if (!found) return fail(Code::ValueInvalid, text, {"address range", rangeForm});
    const auto &base = found->address;
    IpRange out;
    out.m_base = base;
    out.m_prefix = width(base);
    if (slash != std::string::npos) {
        const auto prefix = prefixFrom(std::string_view(text).substr(slash + 1));
        if (!prefix || *prefix > (found->mapped ? 128 : width(base)))
            return fail(Code::ValueInvalid, text, {"address range", rangeForm});
        if (found->mapped && *prefix < mappedPrefix) // of the whole IPv6 address, not of the IPv4 one inside
            return fail(Code::ValueInvalid, text,
                        {"address range",
                         "it reaches beyond the IPv4 addresses written as IPv6; write those as in 192.0.2.0/24"});
        out.m_prefix = found->mapped ? *prefix - mappedPrefix : *prefix;
    }
    for (unsigned i = out.m_prefix; i < width(base); ++i)
        if (bitAt(base, i))
            return fail(
                Code::ValueInvalid, text,
                {"address range", "its address has bits beyond the prefix; write the first address of the range"});
    out.m_text = base.text() + (out.m_prefix == width(base) ? "" : "/" + std::to_string(out.m_prefix));
    return out;
}

bool IpRange::contains(const IpAddress &address) const
{
    return address.v4 == m_base.v4 && samePrefix(address, m_base, m_prefix);
}

bool IpRange::contains(const IpRange &other) const { return other.m_prefix >= m_prefix && contains(other.m_base); }

} // namespace keyward
