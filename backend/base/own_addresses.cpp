// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/own_addresses.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstring>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <netinet/in.h>

namespace keyward {
namespace {

std::string textOf(const sockaddr &address)
{
    char out[INET6_ADDRSTRLEN] = {};
    if (address.sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &address, sizeof v4);
        ::inet_ntop(AF_INET, &v4.sin_addr, out, sizeof out);
    } else if (address.sa_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, &address, sizeof v6);
        if (!IN6_IS_ADDR_LINKLOCAL(&v6.sin6_addr)) ::inet_ntop(AF_INET6, &v6.sin6_addr, out, sizeof out);
    }
    return out;
}

} // namespace

std::vector<OwnAddress> ownAddresses()
{
    ifaddrs *found = nullptr;
    if (::getifaddrs(&found) != 0) return {};
    const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> all(found, &::freeifaddrs);
    std::vector<OwnAddress> out;
    for (const auto *one = all.get(); one; one = one->ifa_next) {
        if (!one->ifa_addr || !(one->ifa_flags & IFF_UP)) continue;
        const auto address = IpAddress::from(textOf(*one->ifa_addr));
        if (!address) continue;
        OwnAddress own{*address, one->ifa_name, (one->ifa_flags & IFF_LOOPBACK) != 0};
        if (!std::ranges::contains(out, own)) out.push_back(std::move(own));
    }
    std::ranges::stable_sort(out, {}, [](const OwnAddress &own) { return std::pair(own.loopback, !own.address.v4); });
    return out;
}

} // namespace keyward
