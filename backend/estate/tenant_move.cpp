// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/tenant_move.h"

#include "backend/estate/access.h"
#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"

namespace keyward::estate {
namespace {

/// The key to set in the end: its own, or one of a vault that stands where the resource does.
std::string keyToSet(const Estate &estate, const Resource &resource, const Vault &vault)
{
    const auto *key =
        resource.binding && resource.binding->vault == vault.id ? estate.key(resource.binding->key) : nullptr;
    return key && !inOtherTenant(estate, resource, vault) ? keyPath(estate, *key) : "VAULT/KEY";
}

} // namespace

bool leftBehind(const Resource &resource, const Principal &identity)
{
    if (identity.kind == PrincipalKind::FirstParty) return false; // the platform's, in every tenant
    return identity.tenant != resource.place.tenant || (identity.place && identity.place->tenant != identity.tenant);
}

bool inOtherTenant(const Estate &estate, const Resource &resource, const Vault &vault)
{
    const auto *profile = estate.catalogue().find(resource.type);
    return profile && profile->sameTenant && resource.place.tenant != vault.place.tenant;
}

std::string wayBack(const Estate &estate, const Resource &resource, const Principal *identity, const Vault &vault)
{
    const bool elsewhere = inOtherTenant(estate, resource, vault);
    const bool left = identity && leftBehind(resource, *identity);
    const bool user = identity && identity->kind == PrincipalKind::UserAssigned;
    const auto enable = "keywardctl cmk enable " + resource.name.text() + " --key " + keyToSet(estate, resource, vault);
    const auto other = elsewhere ? std::string(" of a vault in its own tenant") : std::string();
    if (left && user)
        return "Create another user-assigned identity in its tenant (keywardctl identity create NAME --region " +
               resource.place.region.text() + "), then assign it, grant it anew and set the key" + other + ": " +
               enable + " --identity NAME.";
    if (left)
        return "Turn its identity off (keywardctl identity disable " + resource.name.text() +
               ") and on again (keywardctl identity enable " + resource.name.text() +
               "), grant it anew and set the key" + other + "; all of that in order: " + enable + " --yes.";
    return "Set a key of a vault in its own tenant (" + enable +
           "), or move the vault's subscription there too (keywardctl subscription transfer).";
}

std::string wayBack(const Estate &estate, const Principal &principal, const Vault &vault)
{
    if (ineffective(estate, principal, vault).empty()) return {};
    for (const auto &id : estate.resourcesOf(principal.id)) {
        const auto *resource = estate.resource(id);
        const bool moved = leftBehind(*resource, principal) || inOtherTenant(estate, *resource, vault);
        const auto *used = estate.identityOf(*resource);
        if (moved && used && used->id == principal.id) return wayBack(estate, *resource, &principal, vault);
    }
    return "Use a principal of the vault's own tenant; what this one is granted there counts for nothing.";
}

} // namespace keyward::estate
