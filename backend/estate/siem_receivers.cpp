// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/siem_receivers.h"

#include "backend/base/network.h"
#include "backend/estate/overloaded.h"

#include <algorithm>
#include <charconv>

namespace keyward::estate {
namespace {

constexpr const char *form = "HOST:PORT, as in siem.example.org:6514 or [2001:db8::7]:6514";

/// Letters, digits, hyphens and underscores between points, as resolvers take them (RFC 1123), or an address.
bool isHost(std::string_view host)
{
    if (host.empty() || host.size() > 253) return false;
    if (host.contains(':')) return IpAddress::from(host).has_value();
    std::size_t label = 0;
    for (const char c : host) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (c == '.' && label == 0) return false;
        if (c != '.' && !letter && c != '_' && (c != '-' || label == 0)) return false;
        label = c == '.' ? 0 : label + 1;
        if (label > 63) return false;
    }
    return true;
}

} // namespace

Result<HostPort> hostPortFrom(const std::string &text)
{
    const auto refused = fail(Code::ValueInvalid, text, {"host and port", form});
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) return refused;
    HostPort out{.host = text.substr(0, colon)};
    const bool bracketed = out.host.size() > 2 && out.host.front() == '[' && out.host.back() == ']';
    if (bracketed) out.host = out.host.substr(1, out.host.size() - 2);
    if (bracketed != out.host.contains(':') || !isHost(out.host)) return refused;
    const auto digits = std::string_view(text).substr(colon + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out.port);
    if (error != std::errc{} || end != digits.data() + digits.size() || out.port == 0) return refused;
    return out;
}

std::string hostPortText(const HostPort &place)
{
    const auto host = place.host.contains(':') ? "[" + place.host + "]" : place.host;
    return host + ":" + std::to_string(place.port);
}

std::string_view transportText(const SiemTarget &target)
{
    return std::visit(Overloaded{[](const SiemFile &) -> std::string_view { return "file"; },
                                 [](const SiemTcp &) -> std::string_view { return "tcp"; },
                                 [](const SiemTls &) -> std::string_view { return "tls"; }},
                      target);
}

std::string placeText(const SiemTarget &target)
{
    return std::visit(Overloaded{[](const SiemFile &file) { return file.path; },
                                 [](const auto &net) { return hostPortText(net.at); }},
                      target);
}

std::string targetText(const SiemTarget &target)
{
    return std::string(transportText(target)) + " " + placeText(target);
}

std::string siemFolder(const SiemReceiverId &receiver) { return "siem-" + receiver.text(); }

} // namespace keyward::estate
