// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

/// Firewalls, private endpoints, virtual networks.
namespace keyward::estate::command {

struct SetFirewall {
    KEYWARD_COMMAND(SetFirewall, "firewall.set");
    VaultId vault;
    std::optional<Firewall::Access> access = {};
    std::optional<bool> trustedServices = {};
    std::optional<std::vector<IpRange>> ranges = {};
    std::optional<std::set<SubnetRef>> subnets = {};
};

struct RequestEndpoint {
    KEYWARD_COMMAND(RequestEndpoint, "endpoint.request");
    VaultId vault;
    EndpointId id;
    ResourceName name;
    SubnetRef subnet;
};

struct DecideEndpoint {
    KEYWARD_COMMAND(DecideEndpoint, "endpoint.decide");
    VaultId vault;
    EndpointId endpoint;
    PrivateEndpoint::State state;
    std::string note;
};

struct RemoveEndpoint {
    KEYWARD_COMMAND(RemoveEndpoint, "endpoint.remove");
    VaultId vault;
    EndpointId endpoint;
};

struct CreateNetwork {
    KEYWARD_COMMAND(CreateNetwork, "network.create");
    NetworkId id;
    ResourceName name;
    Placement place;
    std::vector<IpRange> space;
};

/// Adds it, or replaces the one of that name.
struct SetSubnet {
    KEYWARD_COMMAND(SetSubnet, "subnet.set");
    NetworkId network;
    Subnet subnet;
};

struct RemoveSubnet {
    KEYWARD_COMMAND(RemoveSubnet, "subnet.remove");
    NetworkId network;
    std::string subnet;
};

struct DeleteNetwork {
    KEYWARD_COMMAND(DeleteNetwork, "network.delete");
    NetworkId network;
};

using NetworkCommands = CommandList<SetFirewall, RequestEndpoint, DecideEndpoint, RemoveEndpoint, CreateNetwork,
                                    SetSubnet, RemoveSubnet, DeleteNetwork>;

} // namespace keyward::estate::command
