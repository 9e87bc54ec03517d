// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presenter.h"

#include "backend/estate/describe.h"
#include "backend/estate/reach.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(VaultNetworkingBlades)
};

/// A row's id from what it says: rules have no record of their own.
RecordId idOf(const QString &what)
{
    RecordId out;
    const auto bytes = what.toUtf8();
    for (qsizetype i = 0; i < bytes.size(); ++i)
        out.bytes[static_cast<std::size_t>(i) % 16] = static_cast<std::uint8_t>(
            out.bytes[static_cast<std::size_t>(i) % 16] * 31 + static_cast<std::uint8_t>(bytes[i]));
    return out;
}

/// VLT-10: what a vault's firewall lets in, and what follows from it for the resources bound to its keys.
class VaultNetworking final : public Presenter
{
public:
    VaultNetworking(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_facts = add<FactsPart>(QStringLiteral("access"), Words::tr("Public access"));
        m_rules = new ListTable(
            {{Words::tr("Rule"), 150}, {Words::tr("What it lets in"), 240, false, true}, {Words::tr("State"), 120}});
        auto *rules = add<TablePart>(QStringLiteral("rules"), Words::tr("Rules and private endpoints"), m_rules);
        rules->opens = false;
        rules->emptyTitle = Words::tr("No rules");
        rules->emptyText =
            QStringLiteral("Address ranges, subnets and private endpoints appear here. Subnets and endpoints are set "
                           "on the command line: keywardctl network, keywardctl endpoint.");
        m_reach = new ListTable({{Words::tr("Resource"), 170, false, true},
                                 {Words::tr("Identity"), 190},
                                 {Words::tr("Reaches the vault"), 130},
                                 {Words::tr("Why"), 260, false, true}});
        auto *reach = add<TablePart>(QStringLiteral("reach"), Words::tr("What reaches it"), m_reach);
        reach->emptyTitle = Words::tr("No resource is bound to a key of this vault");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &estate = *moment.estate;
        const auto *vault = estate.vault(target().vault());
        const auto &rules = vault->firewall;
        using Access = Firewall::Access;
        const bool open = rules.access == Access::AllNetworks;
        m_facts->set(
            {{.label = Words::tr("Let in from"),
              .value = open                                       ? Words::tr("All networks")
                       : rules.access == Access::SelectedNetworks ? Words::tr("Selected networks")
                                                                  : Words::tr("Nowhere but private endpoints")},
             {.label = Words::tr("Trusted services"),
              .value = open                    ? Words::tr("Come in like everybody")
                       : rules.trustedServices ? Words::tr("Come in all the same")
                                               : QString(),
              .chip = open || rules.trustedServices ? Chip{} : Chip{State::Warning, Words::tr("Kept out")}}});
        showRules(estate, rules);
        showReach(estate, vault->id);
    }

private:
    static QString pathOf(const Estate &estate, const SubnetRef &ref)
    {
        const auto *network = estate.network(ref.network);
        return text((network ? network->name.text() : "?") + "/" + ref.subnet);
    }
    void showRules(const Estate &estate, const Firewall &rules)
    {
        std::vector<ListRow> rows;
        const auto add = [&](const QString &kind, const QString &what, const Chip &chip) {
            rows.push_back(
                {idOf(kind + what), {{kind, {}, {}}, {what, {}, {}, true}, {chip.text, {}, chip.state}}, {}, {}, {}});
        };
        const auto counts = rules.access == Firewall::Access::SelectedNetworks
                                ? Chip{State::Working, Words::tr("Lets in")}
                                : Chip{State::Neutral, Words::tr("Not in use")};
        for (const auto &range : rules.ranges) add(Words::tr("Address range"), text(range.text()), counts);
        for (const auto &ref : rules.subnets) add(Words::tr("Subnet"), pathOf(estate, ref), counts);
        for (const auto &endpoint : rules.endpoints) {
            using State_ = PrivateEndpoint::State;
            const auto state = endpoint.state == State_::Approved  ? State::Working
                               : endpoint.state == State_::Pending ? State::Warning
                                                                   : State::Disabled;
            add(Words::tr("Private endpoint"),
                Words::tr("%1 from %2").arg(text(endpoint.name), pathOf(estate, endpoint.subnet)),
                Chip{state, capital(stateText(endpoint.state))});
        }
        m_rules->setRows(std::move(rows));
    }
    void showReach(const Estate &estate, const VaultId &vault)
    {
        std::vector<ListRow> rows;
        for (const auto &one : reachability(estate, vault)) {
            const bool in = one.passage.allowed();
            const auto kind = one.inUse ? Words::tr("%1 (in use)").arg(kindTitle(one.kind)) : kindTitle(one.kind);
            auto id = recordOf(one.resource);
            id.bytes[0] ^= static_cast<std::uint8_t>(one.kind);
            rows.push_back({id,
                            {{text(estate.resource(one.resource)->name.text()), {}, {}, false, false, true},
                             {kind, {}, {}},
                             {in ? Words::tr("Yes") : Words::tr("No"), {}, in ? State::Working : State::Lost},
                             {models::sentence(spoken(estate::sentence(one.passage))), {}, {}}},
                            Target::of(one.resource),
                            {},
                            {}});
        }
        m_reach->setRows(std::move(rows));
    }

    FactsPart *m_facts;
    ListTable *m_rules;
    ListTable *m_reach;
};

const Blade networking([]() -> BladeRecord {
    return {.id = QStringLiteral("vault.networking"),
            .title = Words::tr("Networking"),
            .icon = QStringLiteral("network-wired"),
            .scope = Scope::Vault,
            .order = 30,
            .make = makePresenter<VaultNetworking>};
});

} // namespace
} // namespace keyward::models
