// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/sentence.h"
#include "backend/estate/estate.h"

/// VLT-10: which calls a vault's firewall lets through. Callers are known by their address alone: of two virtual
/// networks with the same addresses, a caller counts as in both.
namespace keyward::estate {

struct Passage {
    enum class Rule : std::uint8_t {
        AllNetworks,
        AddressRange,
        Subnet,
        PrivateEndpoint,
        TrustedService, // let in
        NotInRules,
        PublicAccessDisabled,
        BypassOff,
        ServiceNotListed,
        IdentityKind, // kept out
    } rule = Rule::AllNetworks;
    std::string by; ///< which range, subnet, endpoint or service decided
    bool allowed() const { return rule <= Rule::TrustedService; }
};
std::string_view ruleText(Passage::Rule rule); ///< ip-rule, trusted-service, …

/// 'identity' is whom the service acts as; null for callers without one.
Passage passes(const Estate &estate, const Vault &vault, const Origin &origin, const Principal *identity);
Sentence sentence(const Passage &passage); ///< "public network access is disabled"

/// Without those that another of them holds already, in the given order; of equal ones the first stays.
std::vector<IpRange> outermost(const std::vector<IpRange> &ranges);
/// "every IPv4 address" where the ranges leave nobody out, whose firewall then keeps out nobody; empty where they do.
Sentence everybodyLetIn(const std::vector<IpRange> &ranges);

/// How the identities of a bound resource would reach its vault.
struct Reach {
    ResourceId resource;
    VaultId vault;
    PrincipalKind kind; ///< SystemAssigned, UserAssigned
    bool inUse = false; ///< the kind the binding uses now
    Passage passage;
};
/// Per binding and kind of identity that its service knows; by resource name. Of one vault, or of all.
std::vector<Reach> reachability(const Estate &estate, const std::optional<VaultId> &only = {});

} // namespace keyward::estate
