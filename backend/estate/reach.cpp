// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/reach.h"

#include <algorithm>
#include <cmath>

namespace keyward::estate {
namespace {

using Rule = Passage::Rule;

/// "vnet1/apps" where the address is in that subnet.
std::optional<std::string> within(const Estate &estate, const SubnetRef &ref, const IpAddress &address)
{
    const auto *network = estate.network(ref.network);
    const auto *subnet = network ? network->subnet(ref.subnet) : nullptr;
    if (!subnet || !subnet->range.contains(address)) return std::nullopt;
    return network->name.text() + "/" + subnet->name;
}

/// A private endpoint serves the whole virtual network that it stands in.
std::optional<std::string> throughEndpoint(const Estate &estate, const Firewall &firewall, const IpAddress &address)
{
    for (const auto &endpoint : firewall.endpoints) {
        const auto *network =
            endpoint.state == PrivateEndpoint::State::Approved ? estate.network(endpoint.subnet.network) : nullptr;
        if (network &&
            std::ranges::any_of(network->space, [&](const IpRange &range) { return range.contains(address); }))
            return endpoint.name;
    }
    return std::nullopt;
}

Passage addressPasses(const Estate &estate, const Firewall &firewall, const IpAddress &address)
{
    if (auto endpoint = throughEndpoint(estate, firewall, address))
        return {Rule::PrivateEndpoint, std::move(*endpoint)};
    if (firewall.access == Firewall::Access::Disabled) return {Rule::PublicAccessDisabled, address.text()};
    for (const auto &range : firewall.ranges)
        if (range.contains(address)) return {Rule::AddressRange, range.text()};
    for (const auto &ref : firewall.subnets)
        if (auto subnet = within(estate, ref, address)) return {Rule::Subnet, std::move(*subnet)};
    return {Rule::NotInRules, address.text()};
}

Passage servicePasses(const Estate &estate, const Firewall &firewall, const std::string &type,
                      const Principal *identity)
{
    const auto *profile = estate.catalogue().find(type);
    const auto *service = profile ? estate.catalogue().platform().service(profile->trustedService) : nullptr;
    const auto title = service ? service->title : profile ? profile->title : type;
    const bool user = identity && identity->kind == PrincipalKind::UserAssigned;
    if (profile && profile->userAssignedNeedsOpenNetwork && user) return {Rule::IdentityKind, title}; // BKP-10
    if (!firewall.trustedServices) return {Rule::BypassOff, title};
    if (!service || !service->listed) return {Rule::ServiceNotListed, title};
    return {Rule::TrustedService, title};
}

} // namespace

Passage passes(const Estate &estate, const Vault &vault, const Origin &origin, const Principal *identity)
{
    const auto &firewall = vault.firewall;
    if (firewall.access == Firewall::Access::AllNetworks) return {};
    return origin.service.empty() ? addressPasses(estate, firewall, origin.address)
                                  : servicePasses(estate, firewall, origin.service, identity);
}

std::string_view ruleText(Rule rule)
{
    static constexpr std::string_view texts[] = {"all-networks",           "ip-rule",         "virtual-network-rule",
                                                 "private-endpoint",       "trusted-service", "not-in-rules",
                                                 "public-access-disabled", "bypass-off",      "service-not-listed",
                                                 "identity-kind"};
    return texts[static_cast<std::size_t>(rule)];
}

Sentence sentence(const Passage &passage)
{
    switch (passage.rule) {
    case Rule::AllNetworks: return said("the vault is open to all networks");
    case Rule::AddressRange: return said("the address is in range {0}", passage.by);
    case Rule::Subnet: return said("the address is in subnet {0}", passage.by);
    case Rule::PrivateEndpoint: return said("it comes through private endpoint {0}", passage.by);
    case Rule::TrustedService: return said("{0} is a trusted service", passage.by);
    case Rule::NotInRules: return said("address {0} is in none of the vault's network rules", passage.by);
    case Rule::PublicAccessDisabled:
        return said("public network access is disabled and address {0} does not come through an approved private "
                    "endpoint",
                    passage.by);
    case Rule::BypassOff:
        return said("the vault's networks are limited and its bypass for trusted services, such as {0}, is off",
                    passage.by);
    case Rule::ServiceNotListed:
        return said("the vault's networks are limited and {0} is not on the list of trusted services", passage.by);
    case Rule::IdentityKind:
        return said("{0} with a user-assigned identity cannot use a vault whose networks are limited", passage.by);
    }
    return {};
}

std::vector<IpRange> outermost(const std::vector<IpRange> &ranges)
{
    std::vector<IpRange> out;
    for (const auto &range : ranges) {
        if (std::ranges::any_of(out, [&](const IpRange &kept) { return kept.contains(range); })) continue;
        std::erase_if(out, [&](const IpRange &kept) { return range.contains(kept); });
        out.push_back(range);
    }
    return out;
}

Sentence everybodyLetIn(const std::vector<IpRange> &ranges)
{
    // All that is routed on the internet. The outermost ranges do not overlap, so what they cover adds up.
    static const auto v4 = IpRange::from("0.0.0.0/0").value(), v6 = IpRange::from("2000::/3").value();
    const auto kept = outermost(ranges);
    const auto all = [&](const IpRange &whole) {
        double covered = 0;
        for (const auto &range : kept) {
            if (range.contains(whole))
                covered = 1;
            else if (whole.contains(range))
                covered += std::ldexp(1.0, -static_cast<int>(range.prefix() - whole.prefix()));
        }
        return covered >= 1;
    };
    const bool every4 = all(v4), every6 = all(v6);
    if (every4 && every6) return said("every IPv4 address and every IPv6 address");
    return every4 ? said("every IPv4 address") : every6 ? said("every IPv6 address") : Sentence();
}

std::vector<Reach> reachability(const Estate &estate, const std::optional<VaultId> &only)
{
    std::vector<const Resource *> bound;
    for (const auto &[id, resource] : estate.resources())
        if (resource->binding && (!only || resource->binding->vault == *only)) bound.push_back(resource.get());
    std::ranges::sort(bound, {}, [](const Resource *resource) { return resource->name.text(); });
    std::vector<Reach> out;
    for (const auto *resource : bound) {
        const auto *vault = estate.vault(resource->binding->vault);
        const auto *profile = estate.catalogue().find(resource->type);
        const auto *used = estate.identityOf(*resource);
        if (!vault || !profile) continue;
        for (const auto kind : profile->identityKinds) {
            Principal example;
            example.kind = kind;
            out.push_back({resource->id, vault->id, kind, used && used->kind == kind,
                           passes(estate, *vault, Origin::of(resource->type), &example)});
        }
    }
    return out;
}

} // namespace keyward::estate
