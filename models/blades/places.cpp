// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where things stand: tenants and regions, subscriptions, resource groups, virtual networks; and vaults that are gone.

#include "models/places.h"
#include "models/presenter.h"
#include "models/tables/place_sources.h"

#include "backend/estate/regions.h"

#include <algorithm>
#include <map>
#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlaceBlades)
};

QString badge(std::size_t count) { return count ? number(count) : QString(); }
QString placesGroup() { return Words::tr("Places"); }

// Tenants and regions

class TenantsBlade final : public Presenter
{
public:
    TenantsBlade(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_tenants = new ListTable({{Words::tr("Tenant"), 200, false, true},
                                   {Words::tr("Subscriptions"), 110, true},
                                   {Words::tr("New resources"), 140},
                                   {Words::tr("Id"), 290}});
        auto *tenants = add<TablePart>(QStringLiteral("tenants"), Words::tr("Tenants"), m_tenants);
        tenants->opens = false;
        m_regions = new ListTable({{Words::tr("Region"), 200, false, true},
                                   {Words::tr("State"), 150},
                                   {Words::tr("Geography"), 170},
                                   {Words::tr("Vaults"), 90, true},
                                   {Words::tr("Resources"), 100, true},
                                   {QString(), 170}});
        auto *regions = add<TablePart>(QStringLiteral("regions"), Words::tr("Regions"), m_regions);
        regions->opens = false;
        start(Follows::Estate);
    }

protected:
    void update(const engine::Published &moment) override
    {
        showTenants(*moment.estate);
        showRegions(*moment.estate);
    }

private:
    void showTenants(const Estate &estate)
    {
        std::map<std::string, std::size_t> subscriptions;
        for (const auto &[id, one] : estate.subscriptions()) ++subscriptions[one->tenant];
        std::vector<ListRow> rows;
        for (const auto &[id, tenant] : estate.tenants())
            rows.push_back(
                {recordOf(id),
                 {{text(tenant->name), {}, {}, false, false, true},
                  {number(subscriptions[tenant->directory]), {}, {}},
                  {tenant->directory == estate.settings().tenant ? Words::tr("By default here") : QString(), {}, {}},
                  {text(tenant->directory), {}, {}, true, true}},
                 Target::of(id),
                 {},
                 {}});
        std::ranges::sort(rows, {}, [](const ListRow &row) { return row.cells.front().text; });
        m_tenants->setRows(std::move(rows));
    }
    static bool isOut(const Estate &estate, const std::string &name)
    {
        const auto region = Region::from(name);
        return region && outageOf(estate, *region);
    }
    static Cell stateOf(const Estate &estate, const std::string &name)
    {
        const auto region = Region::from(name);
        const auto *outage = region ? outageOf(estate, *region) : nullptr;
        if (!outage) return {.text = Words::tr("Up", "a region works"), .chip = State::Working};
        return {.text = Words::tr("Out"),
                .tooltip = Words::tr("Since %1").arg(dateAndTime(outage->since)),
                .chip = State::Lost};
    }
    void showRegions(const Estate &estate)
    {
        struct Here {
            std::string geography;
            std::size_t vaults = 0, resources = 0;
        };
        const auto &platform = estate.catalogue().platform();
        std::map<std::string, Here> regions;
        for (const auto &known : platform.regions) regions[known.name].geography = known.geography;
        for (const auto &[id, vault] : estate.vaults()) ++regions[vault->place.region.text()].vaults;
        for (const auto &[id, resource] : estate.resources()) ++regions[resource->place.region.text()].resources;
        std::vector<ListRow> rows;
        for (const auto &[name, here] : regions) {
            const auto geography =
                here.geography.empty() ? Words::tr("Not of this platform") : spokenOf(here.geography);
            const auto counts = [](std::size_t count) { return count ? number(count) : QStringLiteral("–"); };
            const bool used = here.vaults > 0 || here.resources > 0;
            const bool out = isOut(estate, name);
            rows.push_back({rowIdOf(name),
                            {{regionTitle(name), text(name), {}, false, false, true},
                             stateOf(estate, name),
                             {geography, {}, {}},
                             {counts(here.vaults), {}, {}, false, here.vaults == 0},
                             {counts(here.resources), {}, {}, false, here.resources == 0},
                             {}},
                            regionTarget(name),
                            out    ? Words::tr("End the outage")
                            : used ? Words::tr("Rehearse an outage…")
                                   : QString(),
                            out    ? QStringLiteral("region.outageEnd")
                            : used ? QStringLiteral("region.outage")
                                   : QString()});
        }
        // What is out, then where something stands, then the rest.
        const auto rank = [](const ListRow &row) {
            const bool used = !row.cells[3].muted || !row.cells[4].muted;
            return std::pair(row.cells[1].chip == State::Lost ? 0 : used ? 1 : 2, row.cells.front().text);
        };
        std::ranges::sort(rows, {}, rank);
        m_regions->setRows(std::move(rows));
    }
    ListTable *m_tenants;
    ListTable *m_regions;
};

// A subscription

class SubscriptionOverview final : public Presenter
{
public:
    SubscriptionOverview(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_facts = add<FactsPart>(QStringLiteral("essentials"), Words::tr("Essentials"));
        auto *groups = addTable(QStringLiteral("groupsHere"), Words::tr("Resource groups"),
                                groupsSource(estate().subscription(target.subscription())->guid));
        groups->emptyTitle = Words::tr("No resource groups");
        groups->emptyText = Words::tr("Vaults, resources and virtual networks stand in resource groups.");
        groups->emptyAction = QStringLiteral("group.createHere");
        start(Follows::Estate);
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto *one = moment.estate->subscription(target().subscription());
        const auto here = standingIn(*moment.estate, *one);
        m_facts->set({{.label = Words::tr("Subscription id"), .value = text(one->guid), .mono = true, .copyable = true},
                      {.label = Words::tr("Tenant"), .value = tenantTitle(*moment.estate, one->tenant)},
                      {.label = Words::tr("New resources"),
                       .value = one->guid == moment.estate->settings().subscription
                                    ? Words::tr("Go here unless another place is chosen")
                                    : Words::tr("Go here where it is chosen")},
                      {.label = Words::tr("Resource providers"),
                       .value = Words::tr("%1 of %2 registered")
                                    .arg(number(one->providers.size()),
                                         number(moment.estate->catalogue().platform().providers.size()))},
                      {.label = Words::tr("Key vaults"), .value = number(here.vaults)},
                      {.label = Words::tr("Resources"), .value = number(here.resources)},
                      {.label = Words::tr("Virtual networks"), .value = number(here.networks)},
                      {.label = Words::tr("Identities"), .value = number(here.identities)}});
    }

private:
    FactsPart *m_facts;
};

class SubscriptionProviders final : public Presenter
{
public:
    SubscriptionProviders(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_providers = new ListTable({{Words::tr("Resource provider"), 210, false, true},
                                     {Words::tr("For"), 220},
                                     {Words::tr("State"), 140},
                                     {Words::tr("Its application"), 190}});
        auto *table = add<TablePart>(QStringLiteral("providers"), QString(), m_providers);
        table->fills = true;
        table->opens = false;
        start(Follows::Estate);
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto *one = moment.estate->subscription(target().subscription());
        std::vector<ListRow> rows;
        const auto &providers = moment.estate->catalogue().platform().providers;
        for (const auto &provider : providers) {
            const bool on = one->providers.contains(provider.name);
            rows.push_back({rowIdOf(provider.name),
                            {{text(provider.name), {}, {}, true, false, true},
                             {spokenOf(provider.title), {}, {}},
                             {on ? Words::tr("Registered") : Words::tr("Not registered"),
                              {},
                              on ? State::Working : State::Disabled},
                             {provider.firstParty.empty() ? QStringLiteral("–") : text(provider.firstParty),
                              provider.firstParty.empty()
                                  ? QString()
                                  : Words::tr("Appears in the tenant with the registration; access is given to it"),
                              {},
                              false,
                              provider.firstParty.empty()}},
                            providerOf(one->id, provider.name),
                            {},
                            {}});
        }
        m_providers->setRows(std::move(rows));
    }

private:
    ListTable *m_providers;
};

// A resource group

class GroupOverview final : public Presenter
{
public:
    GroupOverview(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        const auto group = *estate().group(target.group());
        m_facts = add<FactsPart>(QStringLiteral("essentials"), Words::tr("Essentials"));
        m_tags = add<FactsPart>(QStringLiteral("tags"), Words::tr("Tags"));
        m_nothing = add<CalloutsPart>(QStringLiteral("nothing"));
        m_vaults = addTable(QStringLiteral("vaultsHere"), Words::tr("Key vaults"), vaultsIn(group));
        m_resources = addTable(QStringLiteral("resourcesHere"), Words::tr("Resources"), resourcesIn(group));
        m_networks = addTable(QStringLiteral("networksHere"), Words::tr("Virtual networks"), networksIn(group));
        start(Follows::Estate);
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &estate_ = *moment.estate;
        const auto *group = estate_.group(target().group());
        const auto here = standingIn(estate_, *group);
        const auto within = estate_.subscriptionId(group->subscription);
        m_facts->set({{.label = Words::tr("Subscription"),
                       .value = subscriptionTitle(estate_, group->subscription),
                       .link = within ? std::optional(Target::of(*within)) : std::nullopt},
                      {.label = Words::tr("Region"), .value = regionTitle(group->region.text())},
                      {.label = Words::tr("Identities"), .value = number(here.identities)}});
        std::vector<FactsPart::Fact> tags;
        for (const auto &[name, value] : group->tags) tags.push_back({.label = text(name), .value = text(value)});
        m_tags->setPresent(!tags.empty());
        m_tags->set(std::move(tags));
        m_vaults->setPresent(here.vaults > 0);
        m_resources->setPresent(here.resources > 0);
        m_networks->setPresent(here.networks > 0);
        std::vector<CalloutsPart::Callout> nothing;
        if (here.all() == 0)
            nothing.push_back({State::Neutral,
                               Words::tr("Nothing stands in this group"),
                               Words::tr("What is created or moved here appears on this page. An empty group can be "
                                         "deleted."),
                               {},
                               {},
                               {}});
        m_nothing->set(std::move(nothing));
    }

private:
    FactsPart *m_facts;
    FactsPart *m_tags;
    CalloutsPart *m_nothing;
    TablePart *m_vaults;
    TablePart *m_resources;
    TablePart *m_networks;
};

// A virtual network

class NetworkOverview final : public Presenter
{
public:
    NetworkOverview(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_subnets = new ListTable({{Words::tr("Subnet"), 170, false, true},
                                   {Words::tr("Addresses"), 170},
                                   {Words::tr("Service endpoint"), 150},
                                   {Words::tr("Let in by"), 200}});
        m_facts = add<FactsPart>(QStringLiteral("essentials"), Words::tr("Essentials"));
        auto *subnets = add<TablePart>(QStringLiteral("subnets"), Words::tr("Subnets"), m_subnets);
        subnets->opens = false;
        subnets->emptyTitle = Words::tr("No subnets");
        subnets->emptyText = Words::tr("A subnet is a part of the addresses. Vaults let subnets in, and private "
                                       "endpoints stand in them.");
        subnets->emptyAction = QStringLiteral("subnet.add");
        m_ways = new ListTable(
            {{Words::tr("Key vault"), 170, false, true}, {Words::tr("How"), 240}, {Words::tr("State"), 170}});
        auto *ways = add<TablePart>(QStringLiteral("ways"), Words::tr("Ways into key vaults"), m_ways);
        ways->emptyTitle = Words::tr("No way into a key vault");
        ways->emptyText = Words::tr("Vaults that let a subnet in, and private endpoints of vaults, appear here.");
        start(Follows::Estate);
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &estate_ = *moment.estate;
        const auto *network = estate_.network(target().network());
        QStringList space;
        for (const auto &range : network->space) space += text(range.text());
        const auto group = estate_.groupId(network->place.subscription, network->place.resourceGroup);
        m_facts->set(
            {{.label = Words::tr("Addresses"), .value = space.join(QStringLiteral(", ")), .mono = true},
             {.label = Words::tr("Region"), .value = regionTitle(network->place.region.text())},
             {.label = Words::tr("Subscription"), .value = subscriptionTitle(estate_, network->place.subscription)},
             {.label = Words::tr("Resource group"),
              .value = text(network->place.resourceGroup),
              .link = group ? std::optional(Target::of(*group)) : std::nullopt}});
        showWays(estate_, *network, showRules(estate_, *network));
    }

private:
    using Letting = std::map<std::string, QStringList>; ///< by subnet: the vaults that let it in

    static Letting showRules(const Estate &estate, const VirtualNetwork &network)
    {
        Letting out;
        for (const auto &[id, vault] : estate.vaults())
            for (const auto &ref : vault->firewall.subnets)
                if (ref.network == network.id) out[ref.subnet] += text(vault->name.text());
        return out;
    }
    void showWays(const Estate &estate, const VirtualNetwork &network, Letting letting)
    {
        std::vector<ListRow> subnets;
        for (const auto &subnet : network.subnets) {
            auto &vaults = letting[subnet.name];
            vaults.sort();
            const auto by = vaults.join(QStringLiteral(", "));
            subnets.push_back({rowIdOf(subnet.name),
                               {{text(subnet.name), {}, {}, false, false, true},
                                {text(subnet.range.text()), {}, {}, true},
                                {subnet.serviceEndpoint ? Words::tr("For key vaults") : Words::tr("None"),
                                 {},
                                 {},
                                 false,
                                 !subnet.serviceEndpoint},
                                {by.isEmpty() ? QStringLiteral("–") : by, by, {}, false, by.isEmpty()}},
                               subnetOf(network.id, subnet.name),
                               {},
                               {}});
        }
        m_subnets->setRows(std::move(subnets));
        std::vector<ListRow> ways;
        for (const auto &[id, vault] : estate.vaults()) {
            const auto add = [&](const QString &how, const Chip &chip) {
                ways.push_back({rowIdOf(vault->name.text() + utf8(how)),
                                {{text(vault->name.text()), {}, {}, false, false, true},
                                 {how, how, {}},
                                 {chip.text, {}, chip.state}},
                                Target::of(id),
                                {},
                                {}});
            };
            const bool counts = vault->firewall.access == Firewall::Access::SelectedNetworks;
            for (const auto &ref : vault->firewall.subnets)
                if (ref.network == network.id)
                    add(Words::tr("Its rules let subnet %1 in").arg(text(ref.subnet)),
                        counts ? Chip{State::Working, Words::tr("Lets in")}
                               : Chip{State::Disabled, Words::tr("No effect")});
            for (const auto &endpoint : vault->firewall.endpoints)
                if (endpoint.subnet.network == network.id)
                    add(Words::tr("Private endpoint %1").arg(text(endpoint.name)), chipOf(endpoint.state));
        }
        std::ranges::sort(ways, {}, [](const ListRow &row) { return row.cells.front().text + row.cells[1].text; });
        m_ways->setRows(std::move(ways));
    }

    FactsPart *m_facts;
    ListTable *m_subnets;
    ListTable *m_ways;
};

// Pages of the estate

const Blade deletedVaults([]() -> BladeRecord {
    return {.id = QStringLiteral("vaults.deleted"),
            .title = Words::tr("Deleted key vaults"),
            .icon = QStringLiteral("user-trash"),
            .order = 25,
            .badge =
                [](const engine::Published &m, const Target &) {
                    std::size_t count = 0;
                    for (const auto &[id, vault] : m.estate->vaults()) count += vault->deleted.has_value();
                    return badge(count);
                },
            .make = [](Workspace &workspace, const Target &target) -> std::unique_ptr<Presenter> {
                return std::make_unique<ListBlade>(
                    workspace, target, deletedVaultsSource(),
                    ListWords{"deletedVaults", [](int n) { return Words::tr("%Ln deleted vaults", nullptr, n); },
                              Words::tr("No deleted key vaults"),
                              Words::tr("A deleted vault stays here with its keys until its retention ends, and can be "
                                        "recovered until then.")});
            }};
});
const Blade subscriptions([]() -> BladeRecord {
    return {.id = QStringLiteral("subscriptions"),
            .title = Words::tr("Subscriptions"),
            .icon = QStringLiteral("wallet-open"),
            .order = 41,
            .group = placesGroup(),
            .badge = [](const engine::Published &m, const Target &) { return badge(m.estate->subscriptions().size()); },
            .make = [](Workspace &workspace, const Target &target) -> std::unique_ptr<Presenter> {
                return std::make_unique<ListBlade>(
                    workspace, target, subscriptionsSource(),
                    ListWords{"subscriptions", [](int n) { return Words::tr("%Ln subscriptions", nullptr, n); },
                              Words::tr("No subscriptions"), Words::tr("A subscription holds resource groups."),
                              QStringLiteral("subscription.create")});
            }};
});
const Blade groups([]() -> BladeRecord {
    return {.id = QStringLiteral("groups"),
            .title = Words::tr("Resource groups"),
            .icon = QStringLiteral("folder"),
            .order = 42,
            .group = placesGroup(),
            .badge = [](const engine::Published &m, const Target &) { return badge(m.estate->groups().size()); },
            .make = [](Workspace &workspace, const Target &target) -> std::unique_ptr<Presenter> {
                return std::make_unique<ListBlade>(
                    workspace, target, groupsSource(),
                    ListWords{"groups", [](int n) { return Words::tr("%Ln resource groups", nullptr, n); },
                              Words::tr("No resource groups"),
                              Words::tr("A resource group holds what belongs together."),
                              QStringLiteral("group.create")});
            }};
});
const Blade networks([]() -> BladeRecord {
    return {.id = QStringLiteral("networks"),
            .title = Words::tr("Virtual networks"),
            .icon = QStringLiteral("network-wired"),
            .order = 43,
            .group = placesGroup(),
            .badge = [](const engine::Published &m, const Target &) { return badge(m.estate->networks().size()); },
            .make = [](Workspace &workspace, const Target &target) -> std::unique_ptr<Presenter> {
                return std::make_unique<ListBlade>(
                    workspace, target, networksSource(),
                    ListWords{"networks", [](int n) { return Words::tr("%Ln virtual networks", nullptr, n); },
                              Words::tr("No virtual networks"),
                              Words::tr("A virtual network says from which addresses callers come. Vaults let its "
                                        "subnets in, or have private endpoints in it."),
                              QStringLiteral("vnet.create")});
            }};
});
const Blade tenants([]() -> BladeRecord {
    return {.id = QStringLiteral("tenants"),
            .title = Words::tr("Tenants and regions"),
            .icon = QStringLiteral("globe"),
            .order = 45,
            .group = placesGroup(),
            .make = makePresenter<TenantsBlade>};
});

// Pages of one place

const Blade subscriptionOverview([]() -> BladeRecord {
    return {.id = QStringLiteral("subscription.overview"),
            .title = Words::tr("Overview"),
            .icon = QStringLiteral("view-statistics"),
            .scope = Scope::Subscription,
            .make = makePresenter<SubscriptionOverview>};
});
const Blade subscriptionProviders([]() -> BladeRecord {
    return {.id = QStringLiteral("subscription.providers"),
            .title = Words::tr("Resource providers"),
            .icon = QStringLiteral("view-list-details"),
            .scope = Scope::Subscription,
            .order = 10,
            .badge = [](const engine::Published &m,
                        const Target &t) { return number(m.estate->subscription(t.subscription())->providers.size()); },
            .make = makePresenter<SubscriptionProviders>};
});
const Blade groupOverview([]() -> BladeRecord {
    return {.id = QStringLiteral("group.overview"),
            .title = Words::tr("Overview"),
            .icon = QStringLiteral("view-statistics"),
            .scope = Scope::Group,
            .make = makePresenter<GroupOverview>};
});
const Blade networkOverview([]() -> BladeRecord {
    return {.id = QStringLiteral("network.overview"),
            .title = Words::tr("Overview"),
            .icon = QStringLiteral("view-statistics"),
            .scope = Scope::Network,
            .make = makePresenter<NetworkOverview>};
});

} // namespace
} // namespace keyward::models
