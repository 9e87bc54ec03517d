// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/network.h"
#include "backend/estate/ids.h"

#include <set>

/// VLT-10: from where a vault's keys may be used. Plain values.
namespace keyward::estate {

struct SubnetRef {
    NetworkId network;
    std::string subnet;
    auto operator<=>(const SubnetRef &) const = default;
};

struct Subnet {
    std::string name;
    IpRange range;
    bool serviceEndpoint = false; ///< for key vaults: without it a vault does not see the subnet
};

struct VirtualNetwork {
    NetworkId id;
    ResourceName name;
    Placement place;
    std::vector<IpRange> space;
    std::vector<Subnet> subnets;

    const Subnet *subnet(std::string_view wanted) const;
};

/// A private way into one vault from a subnet. Only an approved one lets anybody in.
struct PrivateEndpoint {
    enum class State : std::uint8_t { Pending = 1, Approved, Rejected, Disconnected };
    EndpointId id;
    std::string name;
    SubnetRef subnet;
    State state = State::Pending;
    std::string note; ///< why it was approved or rejected
    Instant changed{};
};
std::string_view stateText(PrivateEndpoint::State state);

/// The firewall of a vault.
struct Firewall {
    enum class Access : std::uint8_t { AllNetworks = 1, SelectedNetworks, Disabled } access = Access::AllNetworks;
    bool trustedServices = true; ///< services of the catalogue's list come in all the same
    std::vector<IpRange> ranges; ///< for selected networks
    std::set<SubnetRef> subnets; ///< for selected networks
    std::vector<PrivateEndpoint> endpoints;

    const PrivateEndpoint *endpoint(const EndpointId &wanted) const;
};
std::string_view accessText(Firewall::Access access); ///< all, selected, disabled

/// Where a call comes from: an address, or a service of the platform that acts for one of its resources.
struct Origin {
    IpAddress address = IpAddress::loopback();
    std::string service = {}; ///< the profile's id; empty for callers with an address

    static Origin at(const IpAddress &address) { return {address, {}}; }
    static Origin of(std::string service) { return {IpAddress{}, std::move(service)}; }
};

KEYWARD_FIELDS(SubnetRef, s.network, s.subnet)
KEYWARD_FIELDS(Subnet, s.name, s.range, s.serviceEndpoint)
KEYWARD_RECORD(VirtualNetwork, 2, first(s.id, s.name, s.place, s.space, s.subnets))
KEYWARD_FIELDS(PrivateEndpoint, s.id, s.name, s.subnet, s.state, s.note, s.changed)
KEYWARD_FIELDS(Firewall, s.access, s.trustedServices, s.ranges, s.subnets, s.endpoints)

} // namespace keyward::estate
