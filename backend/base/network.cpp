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

std::optional<IpAddress> parsed(std::string_view text)
{
    const std::string terminated(text);
    IpAddress out;
    if (::inet_pton(AF_INET, terminated.c_str(), out.bytes.data()) == 1) return out;
    out.v4 = false;
    if (::inet_pton(AF_INET6, terminated.c_str(), out.bytes.data()) != 1) return std::nullopt;
    static constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (!std::equal(mapped.begin(), mapped.end(), out.bytes.begin())) return out;
    IpAddress inner;
    std::copy(out.bytes.begin() + 12, out.bytes.end(), inner.bytes.begin());
    return inner;
}

} // namespace

Result<IpAddress> IpAddress::from(std::string_view text)
{
    if (const auto address = parsed(text)) return *address;
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
    const auto base = parsed(std::string_view(text).substr(0, slash));
    if (!base) return fail(Code::ValueInvalid, text, {"address range", rangeForm});
    IpRange out;
    out.m_base = *base;
    out.m_prefix = width(*base);
    if (slash != std::string::npos) {
        const auto digits = std::string_view(text).substr(slash + 1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out.m_prefix);
        if (error != std::errc{} || end != digits.data() + digits.size() || digits.size() > 3 || out.m_prefix > width(*base))
            return fail(Code::ValueInvalid, text, {"address range", rangeForm});
    }
    for (unsigned i = out.m_prefix; i < width(*base); ++i)
        if (bitAt(*base, i)) return fail(Code::ValueInvalid, text, {"address range", "its address has bits beyond the prefix; write the first address of the range"});
    out.m_text = base->text() + (out.m_prefix == width(*base) ? "" : "/" + std::to_string(out.m_prefix));
    return out;
}

bool IpRange::contains(const IpAddress &address) const { return address.v4 == m_base.v4 && samePrefix(address, m_base, m_prefix); }

bool IpRange::contains(const IpRange &other) const { return other.m_prefix >= m_prefix && contains(other.m_base); }

} // namespace keyward
