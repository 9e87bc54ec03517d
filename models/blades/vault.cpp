// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/places.h"
#include "models/presenter.h"

#include "backend/estate/describe.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(VaultBlades)
};

QString tierTitle(Tier tier) { return tier == Tier::Standard ? Words::tr("Standard") : Words::tr("Premium"); }

QString networksText(const Vault &vault)
{
    switch (vault.firewall.access) {
    case Firewall::Access::AllNetworks: return Words::tr("All networks");
    case Firewall::Access::SelectedNetworks: return Words::tr("Selected networks");
    case Firewall::Access::Disabled: return Words::tr("Public access disabled");
    }
    return {};
}

constexpr unsigned mostShown = 200;

QString onOff(bool on) { return on ? Words::tr("On") : Words::tr("Off"); }

class VaultOverview final : public Presenter
{
public:
    VaultOverview(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_callouts = add<CalloutsPart>(QStringLiteral("state"));
        m_facts = add<FactsPart>(QStringLiteral("essentials"), Words::tr("Essentials"));
        m_used = new ListTable(
            {{Words::tr("Resource"), 180, false, true}, {Words::tr("State"), 110}, {Words::tr("Key"), 170}});
        auto *used = m_usedPart = add<TablePart>(QStringLiteral("used"), Words::tr("Where used"), m_used);
        used->emptyTitle = Words::tr("Nothing depends on this vault");
        used->emptyText = Words::tr("Resources whose customer-managed key is in this vault appear here.");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto *vault = moment.estate->vault(target().vault());
        std::vector<CalloutsPart::Callout> callouts;
        if (vault->deleted)
            callouts.push_back({State::Lost,
                                Words::tr("Deleted %1; purged for good on %2")
                                    .arg(relative(vault->deleted->at, moment.now), shortDate(vault->deleted->purgeAt)),
                                Words::tr("Its keys work again once it is recovered."),
                                Words::tr("Recover"),
                                {},
                                QStringLiteral("vault.recover")});
        else if (!vault->purgeProtection)
            callouts.push_back({State::Warning,
                                Words::tr("Purge protection is off: a deleted key could be destroyed at once"),
                                Words::tr("Keys of this vault cannot protect a resource before it is on."),
                                Words::tr("Turn on…"),
                                {},
                                QStringLiteral("vault.protect")});
        m_callouts->set(std::move(callouts));
        m_facts->set(
            {{.label = Words::tr("Vault URI"), .value = text(vault->uri()), .mono = true, .copyable = true},
             {.label = Words::tr("Region"), .value = regionTitle(vault->place.region.text())},
             {.label = Words::tr("Tier"), .value = tierTitle(vault->tier)},
             {.label = Words::tr("Keys"), .value = number(moment.estate->keysOf(vault->id).size())},
             {.label = Words::tr("Access by"),
              .value = vault->accessModel == AccessModel::Roles ? Words::tr("Roles") : Words::tr("Access policies")},
             {.label = Words::tr("Networks"), .value = networksText(*vault)},
             {.label = Words::tr("Created"), .value = dateAndTime(vault->created)}});
        std::vector<ListRow> rows;
        for (const auto &id : moment.estate->dependantsOf(vault->id)) {
            const auto *resource = moment.estate->resource(id);
            const auto *key = resource->binding ? moment.estate->key(resource->binding->key) : nullptr;
            const auto chip = chipOf(*resource, moment.assessment.bindings.find(id));
            rows.push_back({RecordId{id.bytes},
                            {{text(resource->name.text()), {}, {}, false, false, true},
                             {chip.text, {}, chip.state},
                             {key ? text(key->name.text()) : Words::tr("old points only"), {}, {}, false, !key}},
                            Target::of(id),
                            {},
                            {}});
            if (rows.size() == mostShown) break;
        }
        std::ranges::sort(rows, {}, [](const ListRow &row) { return row.cells.front().text; });
        const auto all = moment.estate->dependantsOf(vault->id).size();
        m_usedPart->setAside(
            all > rows.size()
                ? Words::tr("%1 of %2; all of them stand under All resources").arg(number(rows.size()), number(all))
                : QString());
        m_used->setRows(std::move(rows));
    }

private:
    CalloutsPart *m_callouts;
    FactsPart *m_facts;
    ListTable *m_used;
    TablePart *m_usedPart;
};

class VaultKeys final : public Presenter
{
public:
    VaultKeys(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        auto *table = addTable(QStringLiteral("keys"), {}, keysSource(target.vault()));
        table->fills = true;
        table->counted = [](int n) { return Words::tr("%Ln keys", nullptr, n); };
        table->emptyTitle = Words::tr("No keys yet");
        table->emptyText = Words::tr("A key wraps the data keys of the resources bound to it. It is made here and "
                                     "never leaves the keystore in the clear.");
        table->emptyAction = QStringLiteral("key.create");
        start();
    }

protected:
    void update(const engine::Published &) override {}
};

class VaultProperties final : public Presenter
{
public:
    VaultProperties(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_protection = add<FactsPart>(QStringLiteral("protection"), Words::tr("Protection"));
        m_place = add<FactsPart>(QStringLiteral("place"), Words::tr("Place"));
        m_tags = add<FactsPart>(QStringLiteral("tags"), Words::tr("Tags"));
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto *vault = moment.estate->vault(target().vault());
        m_protection->set(
            {{.label = Words::tr("Soft delete"),
              .value =
                  vault->softDelete ? Words::tr("Cannot be turned off") : Words::tr("A deleted key is gone at once"),
              .chip = Chip{vault->softDelete ? State::Working : State::Warning, onOff(vault->softDelete)}},
             {.label = Words::tr("Purge protection"),
              .value = vault->purgeProtection ? Words::tr("Cannot be turned off")
                                              : Words::tr("A deleted key could be destroyed at once"),
              .chip = Chip{vault->purgeProtection ? State::Working : State::Warning, onOff(vault->purgeProtection)},
              .action = vault->purgeProtection ? QString() : QStringLiteral("vault.protect")},
             {.label = Words::tr("Retention of deleted keys"),
              .value =
                  Words::tr("%Ln days, fixed when the vault was created", nullptr, countOf(vault->retentionDays))}});
        const auto within = moment.estate->subscriptionId(vault->place.subscription);
        const auto group = moment.estate->groupId(vault->place.subscription, vault->place.resourceGroup);
        m_place->set({{.label = Words::tr("Vault URI"), .value = text(vault->uri()), .mono = true, .copyable = true},
                      {.label = Words::tr("Region"), .value = regionTitle(vault->place.region.text())},
                      {.label = Words::tr("Tier"), .value = tierTitle(vault->tier)},
                      {.label = Words::tr("Tenant"), .value = tenantTitle(*moment.estate, vault->place.tenant)},
                      {.label = Words::tr("Subscription"),
                       .value = subscriptionTitle(*moment.estate, vault->place.subscription),
                       .link = within ? std::optional(Target::of(*within)) : std::nullopt},
                      {.label = Words::tr("Subscription id"),
                       .value = text(vault->place.subscription),
                       .mono = true,
                       .copyable = true},
                      {.label = Words::tr("Resource group"),
                       .value = text(vault->place.resourceGroup),
                       .link = group ? std::optional(Target::of(*group)) : std::nullopt},
                      {.label = Words::tr("Created"), .value = dateAndTime(vault->created)}});
        std::vector<FactsPart::Fact> tags;
        for (const auto &[name, value] : vault->tags) tags.push_back({.label = text(name), .value = text(value)});
        m_tags->setPresent(!tags.empty());
        m_tags->set(std::move(tags));
    }

private:
    FactsPart *m_protection;
    FactsPart *m_place;
    FactsPart *m_tags;
};

const Blade overview([]() -> BladeRecord {
    return {.id = QStringLiteral("vault.overview"),
            .title = Words::tr("Overview"),
            .icon = QStringLiteral("view-statistics"),
            .scope = Scope::Vault,
            .order = 0,
            .make = makePresenter<VaultOverview>};
});
const Blade keys([]() -> BladeRecord {
    return {
        .id = QStringLiteral("vault.keys"),
        .title = Words::tr("Keys"),
        .icon = QStringLiteral("password-copy"),
        .scope = Scope::Vault,
        .order = 10,
        .badge = [](const engine::Published &m, const Target &t) { return number(m.estate->keysOf(t.vault()).size()); },
        .make = makePresenter<VaultKeys>};
});
const Blade properties([]() -> BladeRecord {
    return {.id = QStringLiteral("vault.properties"),
            .title = Words::tr("Properties"),
            .icon = QStringLiteral("document-properties"),
            .scope = Scope::Vault,
            .order = 40,
            .make = makePresenter<VaultProperties>};
});

} // namespace
} // namespace keyward::models
