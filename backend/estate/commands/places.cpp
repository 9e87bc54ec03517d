// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tenants, subscriptions, resource groups.

#include "backend/base/display_name.h"
#include "backend/estate/commands/row.h"
#include "backend/estate/directory_names.h"
#include "backend/estate/regions.h"

#include <algorithm>

namespace keyward::estate {
namespace {

Result<Subscription> subscription(const Estate &estate, const SubscriptionId &id)
{
    const auto *found = estate.subscription(id);
    if (!found) return fail(Code::NotFound, id.text(), {"subscription"});
    return *found;
}

/// What was assigned in a place does not follow it into another tenant.
void dropAssignmentsBelow(ChangeBuilder &draft, const std::string &subscriptionGuid)
{
    std::vector<AssignmentId> gone;
    for (const auto &[id, assignment] : draft.estate().assignments()) {
        const auto place = placeOf(draft.estate(), assignment->scope);
        if (place && place->subscription == subscriptionGuid) gone.push_back(id);
    }
    for (const auto &id : gone) draft.remove(id);
}

template <class T, class Put>
void moveAll(const Table<T> &table, const std::string &subscriptionGuid, const std::string &tenant, Put put)
{
    std::vector<T> within; // putting changes the table
    for (const auto &[id, entity] : table)
        if (entity->place.subscription == subscriptionGuid) within.push_back(*entity);
    for (auto &moved : within) {
        moved.place.tenant = tenant;
        put(std::move(moved));
    }
}

/// A rehearsal destroys nothing: whatever lost its key for it has all its time again (TDE-6).
void endOutage(ChangeBuilder &draft, Settings &settings, const Region &region)
{
    std::erase_if(settings.outages, [&](const RegionOutage &one) { return one.region == region; });
    std::vector<Resource> lost; // putting changes the table
    for (const auto &[id, resource] : draft.estate().resources())
        if (resource->loss && needsRegion(draft.estate(), *resource, region)) lost.push_back(*resource);
    for (auto &resource : lost) {
        resource.loss->since = draft.now;
        draft.put(std::move(resource));
    }
}

} // namespace

namespace command {

Facts factsOf(const Estate &estate, const CreateTenant &c)
{
    return {.subject = c.name.text(),
            .about = referenceTo(c.id),
            .dataCall = administration,
            .guarded = {},
            .makes = made(estate, c.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &, const CreateTenant &c)
{
    return {.sentence = said("Create tenant {0}", c.name.text()), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const CreateTenant &command)
{
    KEYWARD_TRY(auto name, displayName(command.name.text(), "tenant name"));
    if (draft.estate().tenantNamed(name)) return fail(Code::AlreadyExists, name, {"tenant"});
    draft.put(Tenant{command.id, guidText(recordOf(command.id)), std::move(name)});
    return {};
}

Facts factsOf(const Estate &estate, const CreateSubscription &c)
{
    Guards guarded;
    if (const auto tenant = estate.tenantId(c.tenant)) guarded.push_back({scopeOf(*tenant)});
    return {.subject = c.name.text(),
            .about = referenceTo(c.id),
            .dataCall = administration,
            .guarded = std::move(guarded),
            .makes = made(estate, c.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &, const CreateSubscription &c)
{
    return {.sentence = said("Create subscription {0}", c.name.text()), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const CreateSubscription &command)
{
    if (!draft.estate().tenantId(command.tenant)) return fail(Code::NotFound, command.tenant, {"tenant"});
    KEYWARD_TRY(auto name, displayName(command.name.text(), "subscription name"));
    if (draft.estate().subscriptionNamed(name)) return fail(Code::AlreadyExists, name, {"subscription"});
    draft.put(Subscription{
        command.id, guidText(recordOf(command.id)), std::move(name), command.tenant, {"Microsoft.KeyVault"}});
    return {};
}

Facts factsOf(const Estate &estate, const RegisterProvider &c)
{
    return {.subject = nameOf(estate, c.subscription),
            .about = referenceTo(c.subscription),
            .dataCall = administration,
            .guarded = changes(c.subscription),
            .makes = made(estate, c.newPrincipal),
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const RegisterProvider &c)
{
    return {.sentence = said("Register {0} in subscription {1}", c.provider, nameOf(estate, c.subscription)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const RegisterProvider &command)
{
    KEYWARD_TRY(auto changed, subscription(draft.estate(), command.subscription));
    const auto *provider = draft.estate().catalogue().platform().provider(command.provider);
    if (!provider) return fail(Code::NotFound, command.provider, {"resource provider"});
    if (!changed.providers.insert(provider->name).second)
        return fail(Code::AlreadyExists, provider->name, {"registration of"});
    const auto tenant = changed.tenant;
    draft.put(std::move(changed));
    if (provider->firstParty.empty()) return {};
    if (const auto *there = draft.estate().principalNamed(provider->firstParty)) {
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
    draft.put(std::move(app));
    return {};
}

Facts factsOf(const Estate &estate, const UnregisterProvider &c)
{
    return administrationOf(estate, c.subscription, changes(c.subscription));
}
Words wordsOf(const Estate &estate, const UnregisterProvider &c)
{
    return {.sentence = said("Unregister {0} in subscription {1}", c.provider, nameOf(estate, c.subscription)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const UnregisterProvider &command)
{
    KEYWARD_TRY(auto changed, subscription(draft.estate(), command.subscription));
    const auto *provider = draft.estate().catalogue().platform().provider(command.provider);
    if (!provider || changed.providers.erase(provider->name) == 0)
        return fail(Code::NotFound, command.provider, {"registered resource provider"});
    draft.put(std::move(changed));
    return {};
}

/// Everything in it moves along, and the role assignments in it end.
Facts factsOf(const Estate &estate, const TransferSubscription &c)
{
    auto guarded = removes(c.subscription);
    if (const auto tenant = estate.tenantId(c.tenant)) guarded.push_back({scopeOf(*tenant)});
    const auto *moving = estate.subscription(c.subscription);
    for (const auto &[id, lock] : estate.locks())
        if (const auto place = placeOf(estate, lock->scope); moving && place && place->subscription == moving->guid)
            guarded.push_back({lock->scope, false});
    return administrationOf(estate, c.subscription, std::move(guarded));
}
Words wordsOf(const Estate &estate, const TransferSubscription &c)
{
    const auto id = estate.tenantId(c.tenant);
    const auto *tenant = id ? estate.tenant(*id) : nullptr;
    return {.sentence = said(
                "Move subscription {0} to tenant {1}; role assignments in it end, identities must be turned on anew",
                nameOf(estate, c.subscription), (tenant ? tenant->name : c.tenant)),
            .irreversible = said("role assignments in it end, and backups fail until identities, keys and permissions "
                                 "are set up again"),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const TransferSubscription &command)
{
    KEYWARD_TRY(auto changed, subscription(draft.estate(), command.subscription));
    if (!draft.estate().tenantId(command.tenant)) return fail(Code::NotFound, command.tenant, {"tenant"});
    if (changed.tenant == command.tenant)
        return fail(Code::AlreadyExists, changed.name, {"place in that tenant of subscription"});
    const auto guid = changed.guid;
    dropAssignmentsBelow(draft, guid); // BKP-7: to be made again
    changed.tenant = command.tenant;
    draft.put(std::move(changed));
    moveAll(draft.estate().vaults(), guid, command.tenant, [&](Vault vault) { draft.put(std::move(vault)); });
    moveAll(draft.estate().resources(), guid, command.tenant,
            [&](Resource resource) { draft.put(std::move(resource)); });
    moveAll(draft.estate().networks(), guid, command.tenant,
            [&](VirtualNetwork network) { draft.put(std::move(network)); });
    std::vector<Principal> identities; // they stay with the old tenant, and are of no use there
    for (const auto &[id, principal] : draft.estate().principals())
        if (principal->place && principal->place->subscription == guid) identities.push_back(*principal);
    for (auto &identity : identities) {
        identity.place->tenant = command.tenant;
        draft.put(std::move(identity));
    }
    return {};
}

Facts factsOf(const Estate &estate, const CreateGroup &c)
{
    const auto subscription = estate.subscriptionId(c.subscription);
    return {.subject = c.name.text(),
            .about = referenceTo(c.id),
            .dataCall = administration,
            .guarded = subscription ? changes(*subscription) : Guards{},
            .makes = made(estate, c.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &, const CreateGroup &c)
{
    return {.sentence = said("Create resource group {0}", c.name.text()), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const CreateGroup &command)
{
    const auto owner = draft.estate().subscriptionId(command.subscription);
    if (!owner) return fail(Code::NotFound, command.subscription, {"subscription"});
    if (draft.estate().groupId(command.subscription, command.name.text()))
        return fail(Code::AlreadyExists, command.name.text(), {"resource group"});
    KEYWARD_CHECK(tagsAllowed(command.tags));
    KEYWARD_CHECK(regionKnown(draft.estate().catalogue().platform(), command.region));
    draft.put(ResourceGroup{command.id, command.subscription, command.name, command.region, command.tags});
    return {};
}

Facts factsOf(const Estate &estate, const UpdateGroup &c)
{
    return administrationOf(estate, c.group, changes(c.group));
}
Words wordsOf(const Estate &estate, const UpdateGroup &c)
{
    return {.sentence = said("Change the tags of resource group {0}", nameOf(estate, c.group)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const UpdateGroup &command)
{
    const auto *group = draft.estate().group(command.group);
    if (!group) return fail(Code::NotFound, command.group.text(), {"resource group"});
    KEYWARD_CHECK(tagsAllowed(command.tags));
    auto changed = *group;
    changed.tags = command.tags;
    draft.put(std::move(changed));
    return {};
}

Facts factsOf(const Estate &estate, const DeleteGroup &c)
{
    return administrationOf(estate, c.group, removes(c.group));
}
Words wordsOf(const Estate &estate, const DeleteGroup &c)
{
    return {.sentence = said("Delete resource group {0}", nameOf(estate, c.group)), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const DeleteGroup &command)
{
    const auto *group = draft.estate().group(command.group);
    if (!group) return fail(Code::NotFound, command.group.text(), {"resource group"});
    const auto here = [&](const Placement &place) {
        return place.subscription == group->subscription && folded(place.resourceGroup) == folded(group->name.text());
    };
    std::uint64_t held = 0;
    for (const auto &[id, vault] : draft.estate().vaults()) held += here(vault->place);
    for (const auto &[id, resource] : draft.estate().resources()) held += here(resource->place);
    for (const auto &[id, network] : draft.estate().networks()) held += here(network->place);
    for (const auto &[id, principal] : draft.estate().principals()) held += principal->place && here(*principal->place);
    if (held > 0) return fail(Code::VaultNotEmpty, group->name.text(), {counted(held, "thing")});
    dropScope(draft, recordOf(command.group));
    draft.remove(command.group);
    return {};
}

Facts factsOf(const Estate &, const SetRegionOutage &c)
{
    return {.subject = c.region.text(),
            .about = {},
            .dataCall = administration,
            .guarded = {},
            .makes = {},
            .takesAway = {},
            .takesOnPurpose = true};
}
Words wordsOf(const Estate &, const SetRegionOutage &c)
{
    return {.sentence = c.out ? said("Take region {0} out: nothing that stands there works until the outage ends",
                                     c.region.text())
                              : said("End the outage of region {0}", c.region.text()),
            .irreversible = {},
            .undo = SetRegionOutage{c.region, !c.out}};
}
Status applyTo(ChangeBuilder &draft, const SetRegionOutage &command)
{
    const auto &estate = draft.estate();
    Settings settings = estate.settings();
    if (command.out) KEYWARD_CHECK(regionKnown(estate.catalogue().platform(), command.region));
    if (command.out == (outageOf(estate, command.region) != nullptr))
        return fail(Code::ValueInvalid, command.region.text(),
                    {"region", command.out ? said("it is out already") : said("it is not out")});
    if (command.out)
        settings.outages.push_back({.region = command.region, .since = draft.now});
    else
        endOutage(draft, settings, command.region);
    draft.put(std::move(settings));
    // Whoever has lost a key or has it again finds out at once, not at the next look.
    for (const auto &[id, resource] : draft.estate().resources())
        if (resource->binding && needsRegion(draft.estate(), *resource, command.region)) draft.settle(id);
    return {};
}

} // namespace command
} // namespace keyward::estate
