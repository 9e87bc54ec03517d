// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tenants, subscriptions, resource groups, regions, locks.

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/listing.h"

#include "backend/estate/describe.h"
#include "backend/estate/regions.h"
#include "backend/reports/access_views.h"

#include <set>

namespace keyward::ctl {

using namespace estate;

namespace {

Result<std::string> tenantGuid(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    if (name.empty()) return snapshot->settings().tenant;
    if (const auto *tenant = snapshot->tenantNamed(name)) return tenant->directory;
    return fail(Code::NotFound, name, {"tenant"});
}

Status createTenant(Invocation &invocation, const std::string &given)
{
    KEYWARD_TRY(auto name, DisplayName::from(given));
    KEYWARD_TRY(const auto id, invocation.fresh<TenantId>());
    return invocation.carryOut(command::CreateTenant{id, std::move(name)}, [&](const Estate &after) {
        return Told{"Tenant " + given + " created.", reports::view(*after.tenant(id))};
    });
}

Status listTenants(Invocation &invocation)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    Listing listing({"TENANT", "ID", ""});
    for (const auto &[id, tenant] : snapshot->tenants()) {
        listing.add(
            {tenant->name, tenant->directory, tenant->directory == snapshot->settings().tenant ? "default" : ""},
            reports::view(*tenant));
    }
    return listing.tell(invocation, "");
}

struct SubscriptionOptions {
    std::string name, tenant, provider;
};

Status createSubscription(Invocation &invocation, const SubscriptionOptions &o)
{
    KEYWARD_TRY(auto name, DisplayName::from(o.name));
    KEYWARD_TRY(auto tenant, tenantGuid(invocation, o.tenant));
    KEYWARD_TRY(const auto id, invocation.fresh<SubscriptionId>());
    return invocation.carryOut(
        command::CreateSubscription{id, std::move(name), std::move(tenant)}, [&](const Estate &after) {
            return Told{"Subscription " + o.name + " created.", reports::view(*after.subscription(id))};
        });
}

Status listSubscriptions(Invocation &invocation)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    Listing listing({"SUBSCRIPTION", "ID", "TENANT", "PROVIDERS"});
    for (const auto &[id, one] : snapshot->subscriptions()) {
        const auto tenant = snapshot->tenantId(one->tenant);
        listing.add({one->name, one->guid, tenant ? snapshot->tenant(*tenant)->name : one->tenant,
                     std::to_string(one->providers.size())},
                    reports::view(*one));
    }
    return listing.tell(invocation, "");
}

Status showSubscription(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *one, invocation.subscription(name));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    invocation.out().field("Name", one->name);
    invocation.out().field("Id", one->guid);
    for (const auto &provider : snapshot->catalogue().platform().providers)
        invocation.out().field(provider.name, one->providers.contains(provider.name) ? "registered" : "not registered");
    invocation.out().document(reports::view(*one));
    return {};
}

Status setProvider(Invocation &invocation, const SubscriptionOptions &o, bool on)
{
    KEYWARD_TRY(const auto *one, invocation.subscription(o.name));
    const auto id = one->id;
    KEYWARD_TRY(const auto newPrincipal, invocation.fresh<PrincipalId>());
    const Action action = on ? Action(command::RegisterProvider{id, o.provider, newPrincipal})
                             : Action(command::UnregisterProvider{id, o.provider});
    KEYWARD_TRY(const auto snapshot, invocation.change(action));
    if (invocation.dryRun()) return {};
    const auto *provider = snapshot->catalogue().platform().provider(o.provider);
    invocation.out().line(provider->name + (on ? " registered." : " unregistered."));
    if (on && !provider->firstParty.empty())
        invocation.out().line("Its application is '" + provider->firstParty + "'; give it access by that name.");
    invocation.out().document(reports::view(*snapshot->subscription(id)));
    return {};
}

Status transfer(Invocation &invocation, const SubscriptionOptions &o)
{
    KEYWARD_TRY(const auto *one, invocation.subscription(o.name));
    const auto id = one->id;
    KEYWARD_TRY(auto tenant, tenantGuid(invocation, o.tenant));
    KEYWARD_TRY(const auto snapshot, invocation.change(command::TransferSubscription{id, std::move(tenant)}));
    if (invocation.dryRun()) return {};
    invocation.out().line("Subscription " + o.name + " is in tenant " + o.tenant + " now.");
    invocation.out().line(
        "Resources in it with a customer-managed key cannot use it until their identities, permissions "
        "and keys are set up again: keywardctl cmk health RESOURCE");
    invocation.out().document(reports::view(*snapshot->subscription(id)));
    return {};
}

struct GroupOptions {
    std::string name, subscription, region = "westeurope";
    std::vector<std::string> tags;
};

Result<const ResourceGroup *> groupOf(Invocation &invocation, const GroupOptions &o)
{
    KEYWARD_TRY(const auto *within, invocation.subscription(o.subscription));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    const auto id = snapshot->groupId(within->guid, o.name);
    if (!id) return fail(Code::NotFound, o.name, {"resource group"});
    return snapshot->group(*id);
}

Status createGroup(Invocation &invocation, const GroupOptions &o)
{
    KEYWARD_TRY(auto name, ResourceGroupName::from(o.name));
    KEYWARD_TRY(const auto *within, invocation.subscription(o.subscription));
    KEYWARD_TRY(const auto before, invocation.snapshot());
    KEYWARD_TRY(auto region, regionFrom(before->catalogue().platform(), o.region));
    KEYWARD_TRY(const auto id, invocation.fresh<GroupId>());
    return invocation.carryOut(
        command::CreateGroup{id, within->guid, std::move(name), std::move(region), tagsFrom(o.tags)},
        [&](const Estate &after) {
            return Told{"Resource group " + o.name + " created.", reports::view(*after.group(id))};
        });
}

Status listGroups(Invocation &invocation)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    Listing listing({"RESOURCE GROUP", "SUBSCRIPTION", "REGION"});
    for (const auto &[id, group] : snapshot->groups()) {
        const auto within = snapshot->subscriptionId(group->subscription);
        listing.add({group->name.text(), within ? snapshot->subscription(*within)->name : group->subscription,
                     group->region.text()},
                    reports::view(*group));
    }
    return listing.tell(invocation, "");
}

Status updateGroup(Invocation &invocation, const GroupOptions &o)
{
    KEYWARD_TRY(const auto *group, groupOf(invocation, o));
    const auto id = group->id;
    return invocation.carryOut(command::UpdateGroup{id, tagsFrom(o.tags)}, [&](const Estate &after) {
        return Told{"Resource group " + o.name + " updated.", reports::view(*after.group(id))};
    });
}

Status deleteGroup(Invocation &invocation, const GroupOptions &o)
{
    KEYWARD_TRY(const auto *group, groupOf(invocation, o));
    return invocation.carryOut(command::DeleteGroup{group->id}, [&](const Estate &) {
        return Told::gone("Resource group " + o.name + " deleted.", o.name);
    });
}

Status listRegions(Invocation &invocation)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    std::map<std::string, std::pair<std::string, std::size_t>> regions;
    for (const auto &known : snapshot->catalogue().platform().regions) regions[known.name] = {known.geography, 0};
    const auto count = [&](const Region &region) {
        auto &[geography, things] = regions[region.text()];
        if (geography.empty()) geography = snapshot->catalogue().platform().geographyOf(region);
        ++things;
    };
    for (const auto &[id, vault] : snapshot->vaults()) count(vault->place.region);
    for (const auto &[id, resource] : snapshot->resources()) count(resource->place.region);
    Listing listing({"REGION", "GEOGRAPHY", "VAULTS AND RESOURCES"}, Listing::Order::AsAdded);
    for (const auto &[name, about] : regions) {
        listing.add({name, about.first, about.second ? std::to_string(about.second) : ""},
                    QJsonObject{{QLatin1String("name"), reports::text(name)},
                                {QLatin1String("geography"), reports::text(about.first)},
                                {QLatin1String("inUseBy"), static_cast<qint64>(about.second)}});
    }
    return listing.tell(invocation, "");
}

struct LockOptions {
    std::string name, scope, level = "CanNotDelete", note;
};

Status createLock(Invocation &invocation, const LockOptions &o)
{
    KEYWARD_TRY(const auto scope, invocation.scope(o.scope));
    KEYWARD_TRY(const auto id, invocation.fresh<LockId>());
    const Lock lock{id,    o.name, o.level == "ReadOnly" ? Lock::Level::ReadOnly : Lock::Level::CannotDelete,
                    scope, o.note, {}};
    return invocation.carryOut(command::CreateLock{lock}, [&](const Estate &after) {
        return Told{"Lock '" + o.name + "' is on " + describe(after, scope) +
                        ". It guards management; keys in a vault are guarded by purge protection.",
                    reports::view(after, *after.lock(lock.id))};
    });
}

Status listLocks(Invocation &invocation)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    Listing listing({"LOCK", "LEVEL", "ON", "NOTE"});
    for (const auto &[id, lock] : snapshot->locks()) {
        listing.add({lock->name, std::string(levelText(lock->level)), scopeText(*snapshot, lock->scope), lock->note},
                    reports::view(*snapshot, *lock));
    }
    return listing.tell(invocation,
                        "There are no locks yet. Set one: keywardctl resource-lock create NAME --scope vault:NAME");
}

Status removeLock(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    const auto *lock = snapshot->lockNamed(name);
    if (!lock) return fail(Code::NotFound, name, {"lock"});
    return invocation.carryOut(command::RemoveLock{lock->id}, [&](const Estate &) {
        return Told::gone("Lock '" + name + "' removed.", name, "removed");
    });
}

void addSubscriptions(Commands &commands)
{
    auto *group = commands.group("subscription", "Subscriptions and their resource providers");
    const auto with = [&](const char *verb, const char *text, auto run, bool tenant, bool provider) {
        auto o = options<SubscriptionOptions>();
        auto *app = commands.change(group, verb, text, [o, run](Invocation &s) -> Status { return run(s, *o); });
        app->add_option("NAME", o->name)->required();
        if (tenant)
            app->add_option("--tenant", o->tenant, "Default: the keystore's")
                ->required(!provider && std::string(verb) == "transfer");
        if (provider) app->add_option("PROVIDER", o->provider, "As in Microsoft.KeyVault")->required();
    };
    with("create", "Create a subscription", createSubscription, true, false);
    commands.reads(group, "list", "List subscriptions", listSubscriptions);
    auto shown = options<std::string>();
    commands
        .reads(group, "show", "Show a subscription and its resource providers",
               [shown](Invocation &s) { return showSubscription(s, *shown); })
        ->add_option("NAME", *shown, "Default: the keystore's");
    with(
        "register", "Register a resource provider",
        [](Invocation &s, const SubscriptionOptions &o) { return setProvider(s, o, true); }, false, true);
    with(
        "unregister", "Unregister a resource provider",
        [](Invocation &s, const SubscriptionOptions &o) { return setProvider(s, o, false); }, false, true);
    with("transfer", "Move a subscription with all in it to another tenant", transfer, true, false);
}

} // namespace

namespace {

Line aboutSubscription(const Estate &estate, const char *verb, const SubscriptionId &id)
{
    Line line(verb);
    const auto *one = estate.subscription(id);
    return line.word(one ? subscriptionWord(estate, one->guid) : nameOf(estate, id));
}

void addSubscription(Line &line, const Estate &estate, const std::string &guid)
{
    if (guid != estate.settings().subscription) line.option("--subscription", subscriptionWord(estate, guid));
}

Line aboutGroup(const Estate &estate, const char *verb, const GroupId &id)
{
    auto line = about(estate, verb, id);
    if (const auto *group = estate.group(id)) addSubscription(line, estate, group->subscription);
    return line;
}

} // namespace

MaybeLine lineOf(const Typed<command::CreateTenant> &c)
{
    Line line("tenant create");
    return line.word(c->name.text());
}

MaybeLine lineOf(const Typed<command::CreateSubscription> &c)
{
    Line line("subscription create");
    line.word(c->name.text());
    if (c->tenant != c.estate.settings().tenant) line.option("--tenant", tenantWord(c.estate, c->tenant));
    return line;
}

MaybeLine lineOf(const Typed<command::RegisterProvider> &c)
{
    return aboutSubscription(c.estate, "subscription register", c->subscription).word(c->provider);
}

MaybeLine lineOf(const Typed<command::UnregisterProvider> &c)
{
    return aboutSubscription(c.estate, "subscription unregister", c->subscription).word(c->provider);
}

MaybeLine lineOf(const Typed<command::TransferSubscription> &c)
{
    return aboutSubscription(c.estate, "subscription transfer", c->subscription)
        .option("--tenant", tenantWord(c.estate, c->tenant));
}

MaybeLine lineOf(const Typed<command::SetRegionOutage> &c)
{
    Line line("sql outage");
    return line.word(c->region.text()).flag("--end", !c->out);
}
MaybeLine lineOf(const Typed<command::CreateGroup> &c)
{
    Line line("group create");
    line.word(c->name.text()).option("--region", c->region.text());
    addSubscription(line, c.estate, c->subscription);
    addTags(line, c->tags);
    return line;
}

MaybeLine lineOf(const Typed<command::UpdateGroup> &c)
{
    auto line = aboutGroup(c.estate, "group update", c->group);
    addTags(line, c->tags);
    return line;
}

MaybeLine lineOf(const Typed<command::DeleteGroup> &c) { return aboutGroup(c.estate, "group delete", c->group); }

MaybeLine lineOf(const Typed<command::CreateLock> &c)
{
    Line line("resource-lock create");
    line.word(c->lock.name).option("--scope", scopeText(c.estate, c->lock.scope));
    if (c->lock.level != Lock::Level::CannotDelete) line.option("--level", std::string(levelText(c->lock.level)));
    if (!c->lock.note.empty()) line.option("--note", c->lock.note);
    return line;
}

MaybeLine lineOf(const Typed<command::RemoveLock> &c) { return about(c.estate, "resource-lock remove", c->lock); }

void addPlaceCommands(Commands &commands)
{
    auto *tenant = commands.group("tenant", "Tenants");
    auto created = options<std::string>();
    commands
        .change(tenant, "create", "Create a tenant", [created](Invocation &s) { return createTenant(s, *created); })
        ->add_option("NAME", *created)
        ->required();
    commands.reads(tenant, "list", "List tenants", listTenants);
    addSubscriptions(commands);

    auto *group = commands.group("group", "Resource groups");
    const auto with = [&](const char *verb, const char *text, auto run, bool region, bool tags) {
        auto o = options<GroupOptions>();
        auto *app = commands.change(group, verb, text, [o, run](Invocation &s) -> Status { return run(s, *o); });
        app->add_option("NAME", o->name)->required();
        app->add_option("--subscription", o->subscription, "Default: the keystore's");
        if (region) app->add_option("--region", o->region)->required();
        if (tags) app->add_option("--tag", o->tags, "NAME=VALUE, may be repeated");
    };
    with("create", "Create a resource group", createGroup, true, true);
    commands.reads(group, "list", "List resource groups", listGroups);
    with("update", "Replace a resource group's tags", updateGroup, false, true);
    with("delete", "Delete an empty resource group", deleteGroup, false, false);

    commands.reads(commands.group("region", "Regions"), "list", "List regions, their geography and what stands there",
                   listRegions);

    auto *lock = commands.group("resource-lock", "Locks against deletion or any change");
    auto l = options<LockOptions>();
    auto *createApp = commands.change(lock, "create", "Lock a vault, resource, network, group or subscription",
                                      [l](Invocation &s) { return createLock(s, *l); });
    createApp->add_option("NAME", l->name)->required();
    createApp
        ->add_option("--scope", l->scope,
                     "vault:NAME, resource:NAME, network:NAME, group:NAME, subscription:NAME or tenant")
        ->required();
    createApp->add_option("--level", l->level, "CanNotDelete (default) or ReadOnly")
        ->check(CLI::IsMember({"CanNotDelete", "ReadOnly"}));
    createApp->add_option("--note", l->note);
    commands.reads(lock, "list", "List locks", listLocks);
    auto removed = options<std::string>();
    commands.change(lock, "remove", "Remove a lock", [removed](Invocation &s) { return removeLock(s, *removed); })
        ->add_option("NAME", *removed)
        ->required();
}

} // namespace keyward::ctl
