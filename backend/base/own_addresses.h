// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/network.h"

#include <vector>

namespace keyward {

/// An address that this machine has now, and the interface that has it (getifaddrs(3)).
struct OwnAddress {
    IpAddress address;
    std::string interface; ///< eth0
    bool loopback = false;
    bool operator==(const OwnAddress &) const = default;
};

/// Those by which others see this machine first, its loopback addresses last. IPv6 addresses that count only on one
/// link (RFC 4291, fe80::/10) are left out: no range of a firewall tells links apart. Empty where the system does not
/// say.
std::vector<OwnAddress> ownAddresses();

} // namespace keyward
