// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tenants, subscriptions, resource groups, virtual networks and locks as things, with what stands within them.

#include "models/places.h"
#include "models/text.h"
#include "models/thing.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlaceThings)
};

const Thing tenantThing([]() -> ThingRecord {
    return {
        .scope = Scope::Tenant,
        .exists = [](const Estate &e, const Target &t) { return e.tenant(t.tenant()) != nullptr; },
        .title = [](const Estate &e, const Target &t) { return text(e.tenant(t.tenant())->name); },
        .kind = [](const Estate &, const Target &) { return Words::tr("Tenant"); },
        .logged = [](const Estate &e, const Target &t) { return e.tenant(t.tenant())->name; },
        .list = QStringLiteral("tenants"),
        .icon = QStringLiteral("globe"),
        .each =
            [](const Estate &e, bool, const ThingRecord::Found &found) {
                for (const auto &[id, tenant] : e.tenants()) found(Target::of(id), tenant->name);
            },
    };
});

const Thing regionThing([]() -> ThingRecord {
    return {
        .scope = regionScope,
        .exists = [](const Estate &, const Target &t) { return Region::from(t.name).has_value(); },
        .title = [](const Estate &, const Target &t) { return regionTitle(t.name); },
        .kind = [](const Estate &, const Target &) { return Words::tr("Region"); },
        .logged = [](const Estate &, const Target &t) { return t.name; },
        .beside = QStringLiteral("tenants"),
        .icon = QStringLiteral("globe"),
    };
});

const Thing subscriptionThing([]() -> ThingRecord {
    return {
        .scope = Scope::Subscription,
        .exists = [](const Estate &e, const Target &t) { return e.subscription(t.subscription()) != nullptr; },
        .title = [](const Estate &e, const Target &t) { return text(e.subscription(t.subscription())->name); },
        .kind =
            [](const Estate &e, const Target &t) {
                return Words::tr("Subscription of %1").arg(tenantTitle(e, e.subscription(t.subscription())->tenant));
            },
        .logged = [](const Estate &e, const Target &t) { return e.subscription(t.subscription())->name; },
        .list = QStringLiteral("subscriptions"),
        .icon = QStringLiteral("wallet-open"),
        .each =
            [](const Estate &e, bool, const ThingRecord::Found &found) {
                for (const auto &[id, one] : e.subscriptions()) found(Target::of(id), one->name);
            },
    };
});

const Thing groupThing([]() -> ThingRecord {
    return {
        .scope = Scope::Group,
        .exists = [](const Estate &e, const Target &t) { return e.group(t.group()) != nullptr; },
        .title = [](const Estate &e, const Target &t) { return text(e.group(t.group())->name.text()); },
        .kind =
            [](const Estate &e, const Target &t) {
                return Words::tr("Resource group of %1").arg(subscriptionTitle(e, e.group(t.group())->subscription));
            },
        .logged = [](const Estate &e, const Target &t) { return e.group(t.group())->name.text(); },
        .list = QStringLiteral("groups"),
        .icon = QStringLiteral("folder"),
        .each =
            [](const Estate &e, bool, const ThingRecord::Found &found) {
                for (const auto &[id, group] : e.groups()) found(Target::of(id), group->name.text());
            },
    };
});

const Thing networkThing([]() -> ThingRecord {
    return {
        .scope = Scope::Network,
        .exists = [](const Estate &e, const Target &t) { return e.network(t.network()) != nullptr; },
        .title = [](const Estate &e, const Target &t) { return text(e.network(t.network())->name.text()); },
        .kind =
            [](const Estate &e, const Target &t) {
                return Words::tr("Virtual network, %1").arg(regionTitle(e.network(t.network())->place.region.text()));
            },
        .logged = [](const Estate &e, const Target &t) { return e.network(t.network())->name.text(); },
        .list = QStringLiteral("networks"),
        .icon = QStringLiteral("network-wired"),
        .each =
            [](const Estate &e, bool, const ThingRecord::Found &found) {
                for (const auto &[id, network] : e.networks()) found(Target::of(id), network->name.text());
            },
    };
});

const Thing lockThing([]() -> ThingRecord {
    return {
        .scope = Scope::Lock,
        .exists = [](const Estate &e, const Target &t) { return e.lock(t.lock()) != nullptr; },
        .title = [](const Estate &e, const Target &t) { return text(e.lock(t.lock())->name); },
        .kind = [](const Estate &e,
                   const Target &t) { return Words::tr("Lock: %1").arg(levelTitle(e.lock(t.lock())->level)); },
        .parent = [](const Estate &e, const Target &t) { return targetOf(e.lock(t.lock())->scope); },
        .list = QStringLiteral("locks"),
        .icon = QStringLiteral("object-locked"),
    };
});

const Thing providerThing([]() -> ThingRecord {
    return {
        .scope = providerScope,
        .exists =
            [](const Estate &e, const Target &t) {
                return e.subscription(t.subscription()) && e.catalogue().platform().provider(t.name);
            },
        .title = [](const Estate &, const Target &t) { return text(t.name); },
        .parent = [](const Estate &, const Target &t) { return Target::of(t.subscription()); },
    };
});

const Thing subnetThing([]() -> ThingRecord {
    return {
        .scope = subnetScope,
        .exists =
            [](const Estate &e, const Target &t) {
                const auto *network = e.network(t.network());
                return network && network->subnet(t.name);
            },
        .title = [](const Estate &e, const Target &t) { return pathText(e, {t.network(), t.name}); },
        .parent = [](const Estate &, const Target &t) { return Target::of(t.network()); },
    };
});

const Thing rangeThing([]() -> ThingRecord {
    return {
        .scope = rangeScope,
        .exists =
            [](const Estate &e, const Target &t) {
                const auto *vault = e.vault(t.vault());
                return vault && std::ranges::contains(vault->firewall.ranges, t.name, &IpRange::text);
            },
        .title = [](const Estate &, const Target &t) { return text(t.name); },
        .parent = [](const Estate &, const Target &t) { return Target::of(t.vault()); },
    };
});

const Thing subnetRuleThing([]() -> ThingRecord {
    return {
        .scope = subnetRuleScope,
        .exists =
            [](const Estate &e, const Target &t) {
                const auto *vault = e.vault(t.vault());
                return vault && vault->firewall.subnets.contains(subnetIn(t));
            },
        .title = [](const Estate &e, const Target &t) { return pathText(e, subnetIn(t)); },
        .parent = [](const Estate &, const Target &t) { return Target::of(t.vault()); },
    };
});

const Thing endpointThing([]() -> ThingRecord {
    return {
        .scope = endpointScope,
        .exists =
            [](const Estate &e, const Target &t) {
                const auto *vault = e.vault(t.vault());
                return vault && vault->firewall.endpoint(endpointIn(t));
            },
        .title = [](const Estate &e,
                    const Target &t) { return text(e.vault(t.vault())->firewall.endpoint(endpointIn(t))->name); },
        .parent = [](const Estate &, const Target &t) { return Target::of(t.vault()); },
    };
});

} // namespace

std::optional<estate::Scope> lockableScope(const Target &target)
{
    using Kind = estate::Scope::Kind;
    const std::pair<Scope, Kind> kinds[] = {
        {Scope::Tenant, Kind::Tenant}, {Scope::Subscription, Kind::Subscription}, {Scope::Group, Kind::Group},
        {Scope::Vault, Kind::Vault},   {Scope::Resource, Kind::Resource},         {Scope::Network, Kind::Network}};
    for (const auto &[scope, kind] : kinds)
        if (target.scope == scope) return estate::Scope{kind, target.id};
    return std::nullopt;
}

Target targetOf(const estate::Scope &scope)
{
    switch (scope.kind) {
    case estate::Scope::Kind::Tenant: return Target::of(TenantId{scope.id.bytes});
    case estate::Scope::Kind::Subscription: return Target::of(SubscriptionId{scope.id.bytes});
    case estate::Scope::Kind::Group: return Target::of(GroupId{scope.id.bytes});
    case estate::Scope::Kind::Vault: return Target::of(VaultId{scope.id.bytes});
    case estate::Scope::Kind::Key: return Target::of(KeyId{scope.id.bytes});
    case estate::Scope::Kind::Resource: return Target::of(ResourceId{scope.id.bytes});
    case estate::Scope::Kind::Network: return Target::of(NetworkId{scope.id.bytes});
    }
    return {};
}

QString pathText(const Estate &estate, const SubnetRef &ref)
{
    const auto *network = estate.network(ref.network);
    return (network ? text(network->name.text()) : QStringLiteral("?")) + QLatin1Char('/') + text(ref.subnet);
}

QString stateTitle(PrivateEndpoint::State state)
{
    switch (state) {
    case PrivateEndpoint::State::Pending: return Words::tr("Waits for approval");
    case PrivateEndpoint::State::Approved: return Words::tr("Approved");
    case PrivateEndpoint::State::Rejected: return Words::tr("Rejected");
    case PrivateEndpoint::State::Disconnected: return Words::tr("Disconnected");
    }
    return {};
}

Chip chipOf(PrivateEndpoint::State state)
{
    return {state == PrivateEndpoint::State::Approved  ? State::Working
            : state == PrivateEndpoint::State::Pending ? State::Warning
                                                       : State::Disabled,
            stateTitle(state)};
}

QString levelTitle(Lock::Level level)
{
    return level == Lock::Level::ReadOnly ? Words::tr("Read-only") : Words::tr("No deletion");
}

QString barred(Lock::Level level)
{
    return level == Lock::Level::ReadOnly ? Words::tr("Nothing may be changed, moved or deleted")
                                          : Words::tr("Nothing may be deleted; changes are allowed");
}

QString subscriptionTitle(const Estate &estate, const std::string &guid)
{
    const auto id = estate.subscriptionId(guid);
    return text(id ? estate.subscription(*id)->name : guid);
}

QString tenantTitle(const Estate &estate, const std::string &guid)
{
    const auto id = estate.tenantId(guid);
    return text(id ? estate.tenant(*id)->name : guid);
}

bool standsIn(const Placement &place, const ResourceGroup &group)
{
    return place.subscription == group.subscription && folded(place.resourceGroup) == folded(group.name.text());
}

namespace {

template <class Here> Standing standing(const Estate &estate, Here here)
{
    Standing out;
    for (const auto &[id, vault] : estate.vaults()) out.vaults += here(vault->place);
    for (const auto &[id, resource] : estate.resources()) out.resources += here(resource->place);
    for (const auto &[id, network] : estate.networks()) out.networks += here(network->place);
    for (const auto &[id, principal] : estate.principals())
        out.identities += principal->place && here(*principal->place);
    return out;
}

} // namespace

Standing standingIn(const Estate &estate, const Subscription &subscription)
{
    return standing(estate, [&](const Placement &place) { return place.subscription == subscription.guid; });
}

Standing standingIn(const Estate &estate, const ResourceGroup &group)
{
    return standing(estate, [&](const Placement &place) { return standsIn(place, group); });
}

} // namespace keyward::models
