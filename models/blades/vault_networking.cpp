// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// VLT-10: what a vault's firewall lets in, rule by rule; its private endpoints; what follows for what is bound to it.

#include "models/places.h"
#include "models/presenter.h"
#include "models/tables/place_sources.h"

#include "backend/estate/reach.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(VaultNetworkingBlades)
};

using Access = Firewall::Access;

const Firewall &rulesOf(const engine::Published &moment, const Target &target)
{
    return moment.estate->vault(target.vault())->firewall;
}

QString accessTitle(Access access)
{
    return access == Access::AllNetworks        ? Words::tr("All networks")
           : access == Access::SelectedNetworks ? Words::tr("Selected networks and private endpoints")
                                                : Words::tr("Private endpoints only");
}

bool letsAnythingIn(const Firewall &rules)
{
    return rules.access == Access::AllNetworks || rules.trustedServices ||
           (rules.access == Access::SelectedNetworks && (!rules.ranges.empty() || !rules.subnets.empty())) ||
           std::ranges::contains(rules.endpoints, PrivateEndpoint::State::Approved, &PrivateEndpoint::state);
}

class VaultNetworking final : public Presenter
{
public:
    VaultNetworking(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_callouts = add<CalloutsPart>(QStringLiteral("warnings"));
        m_facts = add<FactsPart>(QStringLiteral("access"), Words::tr("Public access"));
        m_rules = new ListTable({{Words::tr("What it lets in"), 240, false, true},
                                 {Words::tr("Kind"), 150},
                                 {Words::tr("Addresses"), 180},
                                 {Words::tr("Effect"), 130}});
        auto *rules = add<TablePart>(QStringLiteral("rules"), Words::tr("Address ranges and subnets"), m_rules);
        rules->opens = false;
        rules->emptyTitle = Words::tr("No address ranges and no subnets");
        rules->emptyText = Words::tr("They say from where the keys can be used once only selected networks are let in. "
                                     "Begin with the address of this machine, so that it is not locked out itself.");
        rules->emptyAction = QStringLiteral("range.mine");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &rules = rulesOf(moment, target());
        const bool open = rules.access == Access::AllNetworks;
        m_facts->set({{.label = Words::tr("Let in from"), .value = accessTitle(rules.access)},
                      {.label = Words::tr("Trusted services"),
                       .value = open                    ? Words::tr("Are let in like everybody")
                                : rules.trustedServices ? Words::tr("Come in all the same")
                                                        : QString(),
                       .chip = open || rules.trustedServices ? std::optional<Chip>()
                                                             : Chip{State::Warning, Words::tr("Kept out")}},
                      {.label = Words::tr("Private endpoints"), .value = endpointsText(rules)}});
        showWarnings(rules);
        showRules(*moment.estate, rules);
    }

private:
    static QString endpointsText(const Firewall &rules)
    {
        const auto approved =
            std::ranges::count(rules.endpoints, PrivateEndpoint::State::Approved, &PrivateEndpoint::state);
        return rules.endpoints.empty()
                   ? Words::tr("None")
                   : Words::tr("%1 of %2 let callers in")
                         .arg(number(static_cast<std::uint64_t>(approved)), number(rules.endpoints.size()));
    }
    void showWarnings(const Firewall &rules)
    {
        std::vector<CalloutsPart::Callout> out;
        const auto everybody = everybodyLetIn(rules.ranges);
        if (rules.access == Access::SelectedNetworks && !everybody.empty())
            out.push_back({State::Warning,
                           Words::tr("The ranges keep out nobody"),
                           Words::tr("Together they hold %1.").arg(spoken(everybody)),
                           {},
                           {},
                           {}});
        if (!letsAnythingIn(rules))
            out.push_back({State::AtRisk,
                           Words::tr("Nobody can use the keys of this vault"),
                           Words::tr("Networks are limited, nothing is let in, and trusted services are kept out."),
                           Words::tr("Add my address…"),
                           {},
                           QStringLiteral("range.mine")});
        if (rules.access != Access::SelectedNetworks && (!rules.ranges.empty() || !rules.subnets.empty()))
            out.push_back({State::Neutral,
                           Words::tr("Ranges and subnets have no effect now"),
                           rules.access == Access::AllNetworks
                               ? Words::tr("Everybody is let in. They count once only selected networks are.")
                               : Words::tr("Only private endpoints let callers in. They count once selected networks "
                                           "are let in."),
                           {},
                           {},
                           {}});
        m_callouts->set(std::move(out));
    }
    void showRules(const Estate &estate, const Firewall &rules)
    {
        std::vector<ListRow> rows;
        const auto counts = rules.access == Access::SelectedNetworks ? Chip{State::Working, Words::tr("Lets in")}
                                                                     : Chip{State::Disabled, Words::tr("No effect")};
        const auto put = [&](const Target &rule, const QString &what, const QString &kind, const QString &addresses) {
            rows.push_back({rowIdOf(utf8(kind + what)),
                            {{what, {}, {}, true, false, true},
                             {kind, {}, {}},
                             {addresses, {}, {}, true, true},
                             {counts.text, {}, counts.state}},
                            rule,
                            {},
                            {}});
        };
        const auto vault = target().vault();
        for (const auto &range : rules.ranges)
            put(rangeOf(vault, range.text()), text(range.text()), Words::tr("Address range"), text(range.text()));
        for (const auto &ref : rules.subnets) {
            const auto *network = estate.network(ref.network);
            const auto *subnet = network ? network->subnet(ref.subnet) : nullptr;
            put(subnetRuleOf(vault, ref), pathText(estate, ref), Words::tr("Subnet"),
                subnet ? text(subnet->range.text()) : QString());
        }
        m_rules->setRows(std::move(rows));
    }

    CalloutsPart *m_callouts;
    FactsPart *m_facts;
    ListTable *m_rules;
};

class VaultEndpoints final : public Presenter
{
public:
    VaultEndpoints(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_endpoints = new ListTable({{Words::tr("Private endpoint"), 170, false, true},
                                     {Words::tr("In subnet"), 170},
                                     {Words::tr("State"), 170},
                                     {Words::tr("Since"), 120},
                                     {Words::tr("Why"), 180}});
        auto *table = add<TablePart>(QStringLiteral("endpoints"), QString(), m_endpoints);
        table->fills = true;
        table->opens = false;
        table->emptyTitle = Words::tr("No private endpoints");
        table->emptyText = Words::tr("A private endpoint lets a whole virtual network in by a way of its own, also "
                                     "where public access is off. It waits for approval first.");
        table->emptyAction = QStringLiteral("endpoint.request");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        std::vector<ListRow> rows;
        const auto &rules = rulesOf(moment, target());
        for (const auto &one : rules.endpoints) {
            const auto chip = chipOf(one.state);
            const bool waits = one.state == PrivateEndpoint::State::Pending;
            rows.push_back({recordOf(one.id),
                            {{text(one.name), {}, {}, false, false, true},
                             {pathText(*moment.estate, one.subnet), {}, {}, true},
                             {chip.text, {}, chip.state},
                             {relative(one.changed, moment.now), dateAndTime(one.changed), {}},
                             {text(one.note), text(one.note), {}, false, true}},
                            endpointOf(target().vault(), one.id),
                            waits ? Words::tr("Approve…") : QString(),
                            waits ? QStringLiteral("endpoint.approve") : QString()});
        }
        std::ranges::sort(rows, {}, [](const ListRow &row) { return row.cells.front().text; });
        m_endpoints->setRows(std::move(rows));
    }

private:
    ListTable *m_endpoints;
};

/// The reachability matrix, and which services the platform trusts.
class VaultReach final : public Presenter
{
public:
    VaultReach(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_callouts = add<CalloutsPart>(QStringLiteral("bypass"));
        auto *reach =
            addTable(QStringLiteral("reach"), Words::tr("What is bound to its keys"), reachSource(target.vault()));
        reach->emptyTitle = Words::tr("No resource is bound to a key of this vault");
        m_services = new ListTable(
            {{Words::tr("Service"), 230}, {Words::tr("Trusted"), 110}, {Words::tr("For"), 300, false, true}});
        auto *services = add<TablePart>(QStringLiteral("services"), Words::tr("Trusted services"), m_services);
        services->opens = false;
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &rules = rulesOf(moment, target());
        const bool open = rules.access == Access::AllNetworks;
        std::vector<CalloutsPart::Callout> callouts;
        if (open)
            callouts.push_back({State::Neutral,
                                Words::tr("All networks are let in, so every service comes in"),
                                rules.trustedServices
                                    ? Words::tr("Once networks are limited, trusted services still come in.")
                                    : Words::tr("Once networks are limited, trusted services are kept out too."),
                                {},
                                {},
                                {}});
        else if (rules.trustedServices)
            callouts.push_back({State::Working,
                                Words::tr("Trusted services come in whatever the rules say"),
                                Words::tr("What they may do is decided by what they were given."),
                                {},
                                {},
                                {}});
        else
            callouts.push_back({State::Warning,
                                Words::tr("Trusted services are kept out"),
                                Words::tr("Services of the platform do not reach the keys of this vault."),
                                Words::tr("Let them in…"),
                                {},
                                QStringLiteral("trusted.on")});
        m_callouts->set(std::move(callouts));
        std::vector<ListRow> rows;
        const auto &services = moment.estate->catalogue().platform().services;
        for (const auto &one : services) {
            const bool in = open || (one.listed && rules.trustedServices);
            rows.push_back({rowIdOf(one.id),
                            {{text(one.title), {}, {}, false, false, true},
                             one.listed ? Cell{in ? Words::tr("Comes in") : Words::tr("Kept out"),
                                               {},
                                               in ? State::Working : State::Disabled}
                                        : Cell{Words::tr("Not listed"), {}, State::Neutral},
                             {sentence(spokenOf(one.use)), sentence(spokenOf(one.use)), {}, false, !one.listed}},
                            {},
                            {},
                            {}});
        }
        m_services->setRows(std::move(rows));
    }

private:
    CalloutsPart *m_callouts;
    ListTable *m_services;
};

const Blade networking([]() -> BladeRecord {
    return {.id = QStringLiteral("vault.networking"),
            .title = Words::tr("Networking"),
            .icon = QStringLiteral("network-wired"),
            .scope = Scope::Vault,
            .order = 30,
            .make = makePresenter<VaultNetworking>};
});
const Blade endpoints([]() -> BladeRecord {
    return {.id = QStringLiteral("vault.endpoints"),
            .title = Words::tr("Private endpoints"),
            .icon = QStringLiteral("network-connect"),
            .scope = Scope::Vault,
            .order = 31,
            .badge =
                [](const engine::Published &m, const Target &t) {
                    const auto count = rulesOf(m, t).endpoints.size();
                    return count ? number(count) : QString();
                },
            .make = makePresenter<VaultEndpoints>};
});
const Blade vaultReach([]() -> BladeRecord {
    return {.id = QStringLiteral("vault.reach"),
            .title = Words::tr("Who reaches it"),
            .icon = QStringLiteral("view-grid"),
            .scope = Scope::Vault,
            .order = 32,
            .make = makePresenter<VaultReach>};
});
const Blade allReach([]() -> BladeRecord {
    return {.id = QStringLiteral("reach"),
            .title = Words::tr("Who reaches what"),
            .icon = QStringLiteral("view-grid"),
            .order = 62,
            .group = Words::tr("Assure"),
            .make = [](Workspace &workspace, const Target &target) -> std::unique_ptr<Presenter> {
                return std::make_unique<ListBlade>(
                    workspace, target, reachSource(),
                    ListWords{.id = "allReach",
                              .counted = [](int n) { return Words::tr("%Ln resources", nullptr, n); },
                              .emptyTitle = Words::tr("No resource is bound to a key yet"),
                              .emptyText =
                                  Words::tr("For each resource with a customer-managed key, this page says whether its "
                                            "identities get through the firewall of the vault, and why.")});
            }};
});

} // namespace
} // namespace keyward::models
