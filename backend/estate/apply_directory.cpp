// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tenants, subscriptions and groups; applications, identities and groups of principals.

#include "backend/base/display_name.h"
#include "backend/estate/change_builder.h"
#include "backend/estate/directory_names.h"
#include "backend/estate/regions.h"

#include <algorithm>

namespace keyward::estate {
namespace {

constexpr std::size_t mostSecrets = 20;
constexpr Millis longestSecret = Days(730);

Result<Subscription> subscription(const Estate &estate, const SubscriptionId &id)
{
    const auto *found = estate.subscription(id);
    if (!found) return fail(Code::NotFound, id.text(), {"subscription"});
    return *found;
}

Result<Principal> principalOf(const Estate &estate, const PrincipalId &id, PrincipalKind kind, const char *what)
{
    const auto *found = estate.principal(id);
    if (!found) return fail(Code::NotFound, id.text(), {what});
    if (found->kind != kind)
        return fail(Code::ValueInvalid, found->name, {what, "it is of the kind " + std::string(kindText(found->kind))});
    return *found;
}

/// What a new application, identity or group is called: told apart from everybody there is.
Result<std::string> principalName(const Estate &estate, const DisplayName &given)
{
    KEYWARD_TRY(auto name, displayName(given.text(), "name"));
    KEYWARD_CHECK(freePrincipalName(estate, name));
    if (estate.resourceNamed(name)) // its system-assigned identity goes by its name
        return fail(Code::AlreadyExists, name, {"resource"});
    return name;
}

/// The user-assigned identity that a bound resource goes by.
Error stillInUse(const Resource &resource)
{
    const auto name = resource.name.text();
    return {Code::IdentityPermanent,
            name,
            {},
            "Let it go by another identity first: keywardctl cmk set-key " + name +
                " --key VAULT/KEY --identity NAME."};
}

/// Everything that was given to a principal goes with it: another one of the same name gets none of it.
void dropGrants(Draft &draft, const PrincipalId &id)
{
    const auto vaults = draft.now_().access().policiesOf(id);
    for (const auto &vaultId : vaults) {
        Vault vault = *draft.now_().vault(vaultId);
        vault.policies.erase(id);
        draft.put(EntityKind::Vault, std::move(vault));
    }
    const auto assignments = draft.now_().access().assignmentsOf(id);
    for (const auto &assignment : assignments) draft.remove(EntityKind::Assignment, assignment);
    const auto groups = draft.now_().access().groupsOf(id);
    for (const auto &groupId : groups) {
        Principal group = *draft.now_().principal(groupId);
        group.members.erase(id);
        draft.put(EntityKind::Principal, std::move(group));
    }
}

/// What was assigned in a place does not follow it into another tenant.
void dropAssignmentsBelow(Draft &draft, const std::string &subscriptionGuid)
{
    std::vector<AssignmentId> gone;
    for (const auto &[id, assignment] : draft.now_().assignments()) {
        const auto place = placeOf(draft.now_(), assignment->scope);
        if (place && place->subscription == subscriptionGuid) gone.push_back(id);
    }
    for (const auto &id : gone) draft.remove(EntityKind::Assignment, id);
}

template <class Map, class Put>
void moveAll(const Map &map, const std::string &subscriptionGuid, const std::string &tenant, Put put)
{
    const auto copy = map;
    for (const auto &[id, entity] : copy) {
        if (entity->place.subscription != subscriptionGuid) continue;
        auto moved = *entity;
        moved.place.tenant = tenant;
        put(std::move(moved));
    }
}

} // namespace

Status freePrincipalName(const Estate &estate, const std::string &name)
{
    const Guise guise(name);
    for (const auto &provider : estate.catalogue().platform().providers)
        if (!provider.firstParty.empty() && guise.like(provider.firstParty))
            return fail(Code::NameReserved, name, {"the platform's own application of " + provider.name});
    if (const auto *taken = estate.principalNamed(name)) return fail(Code::AlreadyExists, taken->name, {"principal"});
    const bool ascii = isAscii(name);
    const auto mistaken = [&](const std::string &other) { return (!ascii || !isAscii(other)) && guise.like(other); };
    const auto refuse = [&](const std::string &other) {
        return fail(Code::NameInvalid, name, {"name", "it looks like '" + other + "', which exists"});
    };
    for (const auto &[id, one] : estate.principals())
        if (mistaken(one->name)) return refuse(one->name);
    if (ascii) return {}; // as the names of resources are
    for (const auto &[id, one] : estate.resources())
        if (mistaken(one->name.text())) return refuse(one->name.text());
    return {};
}

void removePrincipal(Draft &draft, const PrincipalId &id)
{
    dropGrants(draft, id);
    draft.remove(EntityKind::Principal, id);
}

Status applyTo(Draft &draft, const command::AdoptPlaces &command)
{
    for (const auto &tenant : command.tenants)
        if (!draft.now_().tenantId(tenant.directory)) draft.put(EntityKind::Tenant, tenant);
    for (const auto &one : command.subscriptions)
        if (!draft.now_().subscriptionId(one.guid)) draft.put(EntityKind::Subscription, one);
    for (const auto &group : command.groups)
        if (!draft.now_().groupId(group.subscription, group.name.text())) draft.put(EntityKind::Group, group);
    return {};
}

Status applyTo(Draft &draft, const command::CreateTenant &command)
{
    KEYWARD_TRY(auto name, displayName(command.name.text(), "tenant name"));
    if (draft.now_().tenantNamed(name)) return fail(Code::AlreadyExists, name, {"tenant"});
    draft.put(EntityKind::Tenant, Tenant{command.id, guidText(recordOf(command.id)), std::move(name)});
    return {};
}

Status applyTo(Draft &draft, const command::CreateSubscription &command)
{
    if (!draft.now_().tenantId(command.tenant)) return fail(Code::NotFound, command.tenant, {"tenant"});
    KEYWARD_TRY(auto name, displayName(command.name.text(), "subscription name"));
    if (draft.now_().subscriptionNamed(name)) return fail(Code::AlreadyExists, name, {"subscription"});
    draft.put(EntityKind::Subscription,
              Subscription{
                  command.id, guidText(recordOf(command.id)), std::move(name), command.tenant, {"Microsoft.KeyVault"}});
    return {};
}

Status applyTo(Draft &draft, const command::RegisterProvider &command)
{
    KEYWARD_TRY(auto changed, subscription(draft.now_(), command.subscription));
    const auto *provider = draft.now_().catalogue().platform().provider(command.provider);
    if (!provider) return fail(Code::NotFound, command.provider, {"resource provider"});
    if (!changed.providers.insert(provider->name).second)
        return fail(Code::AlreadyExists, provider->name, {"registration of"});
    const auto tenant = changed.tenant;
    draft.put(EntityKind::Subscription, std::move(changed));
    if (provider->firstParty.empty()) return {};
    if (const auto *there = draft.now_().principalNamed(provider->firstParty)) {
        if (there->kind == PrincipalKind::FirstParty) return {};
        // Older keystores let anybody take the name; what is given to it would not reach the service.
        const std::string group = there->kind == PrincipalKind::Application ? "app"
                                  : there->kind == PrincipalKind::Group     ? "principal-group"
                                                                            : "identity";
        Error error{Code::AlreadyExists,
                    there->name,
                    {"principal"},
                    "It is not the platform's. Delete it first: keywardctl " + group + " delete '" + there->name + "'"};
        return std::unexpected(std::move(error));
    }
    Principal app{command.newPrincipal, provider->firstParty, PrincipalKind::FirstParty, tenant};
    app.applicationId = provider->applicationId;
    app.created = draft.now;
    draft.put(EntityKind::Principal, std::move(app));
    return {};
}

Status applyTo(Draft &draft, const command::UnregisterProvider &command)
{
    KEYWARD_TRY(auto changed, subscription(draft.now_(), command.subscription));
    const auto *provider = draft.now_().catalogue().platform().provider(command.provider);
    if (!provider || changed.providers.erase(provider->name) == 0)
        return fail(Code::NotFound, command.provider, {"registered resource provider"});
    draft.put(EntityKind::Subscription, std::move(changed));
    return {};
}

Status applyTo(Draft &draft, const command::TransferSubscription &command)
{
    KEYWARD_TRY(auto changed, subscription(draft.now_(), command.subscription));
    if (!draft.now_().tenantId(command.tenant)) return fail(Code::NotFound, command.tenant, {"tenant"});
    if (changed.tenant == command.tenant)
        return fail(Code::AlreadyExists, changed.name, {"place in that tenant of subscription"});
    const auto guid = changed.guid;
    dropAssignmentsBelow(draft, guid); // BKP-7: to be made again
    changed.tenant = command.tenant;
    draft.put(EntityKind::Subscription, std::move(changed));
    moveAll(draft.now_().vaults(), guid, command.tenant,
            [&](Vault vault) { draft.put(EntityKind::Vault, std::move(vault)); });
    moveAll(draft.now_().resources(), guid, command.tenant,
            [&](Resource resource) { draft.put(EntityKind::Resource, std::move(resource)); });
    moveAll(draft.now_().networks(), guid, command.tenant,
            [&](VirtualNetwork network) { draft.put(EntityKind::Network, std::move(network)); });
    std::vector<Principal> identities; // they stay with the old tenant, and are of no use there
    for (const auto &[id, principal] : draft.now_().principals())
        if (principal->place && principal->place->subscription == guid) identities.push_back(*principal);
    for (auto &identity : identities) {
        identity.place->tenant = command.tenant;
        draft.put(EntityKind::Principal, std::move(identity));
    }
    return {};
}

Status applyTo(Draft &draft, const command::CreateGroup &command)
{
    const auto *owner = draft.now_().subscriptionId(command.subscription);
    if (!owner) return fail(Code::NotFound, command.subscription, {"subscription"});
    if (draft.now_().groupId(command.subscription, command.name.text()))
        return fail(Code::AlreadyExists, command.name.text(), {"resource group"});
    KEYWARD_CHECK(tagsAllowed(command.tags));
    KEYWARD_CHECK(regionKnown(draft.now_().catalogue().platform(), command.region));
    draft.put(EntityKind::Group,
              ResourceGroup{command.id, command.subscription, command.name, command.region, command.tags});
    return {};
}

Status applyTo(Draft &draft, const command::UpdateGroup &command)
{
    const auto *group = draft.now_().group(command.group);
    if (!group) return fail(Code::NotFound, command.group.text(), {"resource group"});
    KEYWARD_CHECK(tagsAllowed(command.tags));
    auto changed = *group;
    changed.tags = command.tags;
    draft.put(EntityKind::Group, std::move(changed));
    return {};
}

Status applyTo(Draft &draft, const command::DeleteGroup &command)
{
    const auto *group = draft.now_().group(command.group);
    if (!group) return fail(Code::NotFound, command.group.text(), {"resource group"});
    const auto here = [&](const Placement &place) {
        return place.subscription == group->subscription && folded(place.resourceGroup) == folded(group->name.text());
    };
    std::uint64_t held = 0;
    for (const auto &[id, vault] : draft.now_().vaults()) held += here(vault->place);
    for (const auto &[id, resource] : draft.now_().resources()) held += here(resource->place);
    for (const auto &[id, network] : draft.now_().networks()) held += here(network->place);
    for (const auto &[id, principal] : draft.now_().principals()) held += principal->place && here(*principal->place);
    if (held > 0) return fail(Code::VaultNotEmpty, group->name.text(), {counted(held, "thing")});
    dropScope(draft, recordOf(command.group));
    draft.remove(EntityKind::Group, command.group);
    return {};
}

Status applyTo(Draft &draft, const command::CreateApplication &command)
{
    KEYWARD_TRY(auto name, principalName(draft.now_(), command.name));
    if (!draft.now_().tenantId(command.tenant)) return fail(Code::NotFound, command.tenant, {"tenant"});
    Principal app{command.id, std::move(name), PrincipalKind::Application, command.tenant};
    app.applicationId = command.applicationId;
    app.created = draft.now;
    draft.put(EntityKind::Principal, std::move(app));
    return {};
}

Status applyTo(Draft &draft, const command::CreateUserIdentity &command)
{
    KEYWARD_TRY(auto name, principalName(draft.now_(), command.name));
    KEYWARD_CHECK(regionKnown(draft.now_().catalogue().platform(), command.place.region));
    KEYWARD_CHECK(placeExists(draft.now_(), command.place));
    Principal identity{command.id, std::move(name), PrincipalKind::UserAssigned, command.place.tenant};
    identity.place = command.place;
    identity.created = draft.now;
    draft.put(EntityKind::Principal, std::move(identity));
    return {};
}

Status applyTo(Draft &draft, const command::CreatePrincipalGroup &command)
{
    KEYWARD_TRY(auto name, principalName(draft.now_(), command.name));
    if (!draft.now_().tenantId(command.tenant)) return fail(Code::NotFound, command.tenant, {"tenant"});
    Principal group{command.id, std::move(name), PrincipalKind::Group, command.tenant};
    group.created = draft.now;
    draft.put(EntityKind::Principal, std::move(group));
    return {};
}

Status applyTo(Draft &draft, const command::SetMember &command)
{
    KEYWARD_TRY(auto group, principalOf(draft.now_(), command.group, PrincipalKind::Group, "group"));
    const auto *member = draft.now_().principal(command.member);
    if (!member) return fail(Code::NotFound, command.member.text(), {"principal"});
    if (!command.in) {
        if (group.members.erase(command.member) == 0) return fail(Code::NotFound, member->name, {"member"});
    } else {
        if (member->tenant != group.tenant) return fail(Code::ProfileTenant, member->name, {"The principal"});
        const bool circle = draft.now_().access().eachSelf(
            command.group, [&](const PrincipalId &self) { return self == command.member; });
        if (circle)
            return fail(Code::ValueInvalid, member->name,
                        {"member of '" + group.name + "'", "it contains that group, or is that group"});
        if (!group.members.insert(command.member).second) return fail(Code::AlreadyExists, member->name, {"member"});
    }
    draft.put(EntityKind::Principal, std::move(group));
    return {};
}

Status applyTo(Draft &draft, const command::DeletePrincipal &command)
{
    const auto *principal = draft.now_().principal(command.principal);
    if (!principal) return fail(Code::NotFound, command.principal.text(), {"principal"});
    if (principal->kind == PrincipalKind::SystemAssigned)
        return fail(Code::ValueInvalid, principal->name,
                    {"principal to delete", "a system-assigned identity ends with its resource"});
    if (principal->kind == PrincipalKind::FirstParty)
        return fail(Code::ValueInvalid, principal->name,
                    {"principal to delete", "it belongs to the platform; take its access away instead"});
    const auto users = draft.now_().resourcesOf(command.principal);
    for (const auto &id : users) // BKP-9: no override helps
        if (const auto *resource = draft.now_().resource(id);
            resource->binding && resource->binding->identity == command.principal)
            return std::unexpected(stillInUse(*resource));
    for (const auto &id : users) {
        Resource resource = *draft.now_().resource(id);
        resource.userIdentities.erase(command.principal);
        draft.put(EntityKind::Resource, std::move(resource));
    }
    removePrincipal(draft, command.principal);
    return {};
}

Status applyTo(Draft &draft, const command::AddClientSecret &command)
{
    KEYWARD_TRY(auto app, principalOf(draft.now_(), command.application, PrincipalKind::Application, "application"));
    if (app.secrets.size() >= mostSecrets)
        return fail(Code::ValueInvalid, app.name,
                    {"client secret", "it has " + std::to_string(mostSecrets) + "; remove one first"});
    if (command.secret.expires <= draft.now || command.secret.expires > draft.now + longestSecret)
        return fail(Code::ValueInvalid, dateText(command.secret.expires),
                    {"expiry of a client secret", "at most two years from now"});
    app.secrets.push_back(command.secret);
    app.secrets.back().created = draft.now;
    draft.put(EntityKind::Principal, std::move(app));
    return {};
}

Status applyTo(Draft &draft, const command::RemoveClientSecret &command)
{
    KEYWARD_TRY(auto app, principalOf(draft.now_(), command.application, PrincipalKind::Application, "application"));
    if (std::erase_if(app.secrets, [&](const ClientSecret &secret) { return secret.id == command.secret; }) == 0)
        return fail(Code::NotFound, command.secret.text(), {"client secret"});
    draft.put(EntityKind::Principal, std::move(app));
    return {};
}

Status applyTo(Draft &draft, const command::AssignIdentity &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.now_(), command.resource));
    KEYWARD_TRY(const auto *profile, profileOf(draft.now_(), *before));
    KEYWARD_TRY(const auto identity,
                principalOf(draft.now_(), command.identity, PrincipalKind::UserAssigned, "user-assigned identity"));
    if (!std::ranges::contains(profile->identityKinds, PrincipalKind::UserAssigned))
        return fail(Code::ProfileIdentityKind, before->name.text(), {profile->title, "user-assigned"});
    if (identity.tenant != before->place.tenant) return fail(Code::ProfileTenant, identity.name, {"The identity"});
    Resource resource = *before;
    if (!resource.userIdentities.insert(command.identity).second)
        return fail(Code::AlreadyExists, identity.name, {"user-assigned identity of " + resource.name.text()});
    draft.put(EntityKind::Resource, std::move(resource));
    return {};
}

Status applyTo(Draft &draft, const command::UnassignIdentity &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.now_(), command.resource));
    Resource resource = *before;
    const auto *identity = draft.now_().principal(command.identity);
    if (resource.userIdentities.erase(command.identity) == 0)
        return fail(Code::NotFound, identity ? identity->name : command.identity.text(),
                    {"user-assigned identity of " + resource.name.text()});
    if (resource.binding && resource.binding->identity == command.identity)
        return std::unexpected(stillInUse(resource)); // BKP-9
    draft.put(EntityKind::Resource, std::move(resource));
    return {};
}

} // namespace keyward::estate
