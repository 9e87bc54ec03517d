// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/target.h"

#include "backend/estate/scope.h"

/// Places and networks as things of the window: what stands within them and has no record of its own.
namespace keyward::models {

inline constexpr Scope providerScope{"provider"};     ///< a resource provider, of a subscription
inline constexpr Scope subnetScope{"subnet"};         ///< of a virtual network
inline constexpr Scope rangeScope{"range"};           ///< an address range that a vault lets in
inline constexpr Scope subnetRuleScope{"subnetRule"}; ///< a subnet that a vault lets in
inline constexpr Scope endpointScope{"endpoint"};     ///< a private endpoint of a vault
inline constexpr Scope regionScope{"region"};         ///< of the platform

inline Target providerOf(const estate::SubscriptionId &subscription, std::string name)
{
    return {providerScope, RecordId{subscription.bytes}, {}, std::move(name)};
}
inline Target subnetOf(const estate::NetworkId &network, std::string name)
{
    return {subnetScope, RecordId{network.bytes}, {}, std::move(name)};
}
inline Target rangeOf(const estate::VaultId &vault, std::string range)
{
    return {rangeScope, RecordId{vault.bytes}, {}, std::move(range)};
}
inline Target subnetRuleOf(const estate::VaultId &vault, const estate::SubnetRef &ref)
{
    return {subnetRuleScope, RecordId{vault.bytes}, RecordId{ref.network.bytes}, ref.subnet};
}
inline Target endpointOf(const estate::VaultId &vault, const estate::EndpointId &endpoint)
{
    return {endpointScope, RecordId{vault.bytes}, RecordId{endpoint.bytes}, {}};
}
inline Target regionTarget(std::string name) { return {regionScope, {}, {}, std::move(name)}; }
inline estate::EndpointId endpointIn(const Target &target) { return {target.part.bytes}; }
inline estate::SubnetRef subnetIn(const Target &rule) { return {estate::NetworkId{rule.part.bytes}, rule.name}; }

/// What locks are set on, and the other way about. Absent for what carries none.
std::optional<estate::Scope> lockableScope(const Target &target);
Target targetOf(const estate::Scope &scope);

QString pathText(const estate::Estate &estate, const estate::SubnetRef &ref); ///< vnet1/apps
QString stateTitle(estate::PrivateEndpoint::State state);
Chip chipOf(estate::PrivateEndpoint::State state);
QString levelTitle(estate::Lock::Level level); ///< Delete, Read-only
QString barred(estate::Lock::Level level);     ///< what the level keeps people from, as a sentence

/// How places are called; what is not there any more by what is known of it.
QString subscriptionTitle(const estate::Estate &estate, const std::string &guid);
QString tenantTitle(const estate::Estate &estate, const std::string &guid);
/// How much stands in a place.
struct Standing {
    std::size_t vaults = 0, resources = 0, networks = 0, identities = 0;
    std::size_t all() const { return vaults + resources + networks + identities; }
};
Standing standingIn(const estate::Estate &estate, const estate::Subscription &subscription);
Standing standingIn(const estate::Estate &estate, const estate::ResourceGroup &group);
bool standsIn(const estate::Placement &place, const estate::ResourceGroup &group);

} // namespace keyward::models
