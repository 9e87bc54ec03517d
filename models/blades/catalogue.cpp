// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MOD-17: the catalogue of services: what each supports, what it demands, and what happens without its key.

#include "models/catalogue.h"
#include "models/presenter.h"
#include "models/tables/computed_table.h"
#include "models/text.h"

#include "backend/estate/profile_facts.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CatalogueBlades)
};

const QString ownKey = QStringLiteral("own-key"), ofStore = QStringLiteral("own-store"),
              noKey = QStringLiteral("no-key"), yours = QStringLiteral("yours");

QString kindOf(const CatalogueEntry &entry)
{
    if (!entry.listed) return yours;
    const auto takes = [&](KeySource source) {
        return std::ranges::contains(entry.profiles, source, &ServiceProfile::keySource);
    };
    return takes(KeySource::OwnKey) ? ownKey : takes(KeySource::Store) ? ofStore : noKey;
}

Cell supported(Support support)
{
    switch (support) {
    case Support::Yes: return {.text = Words::tr("Supported"), .chip = State::Working};
    case Support::No: return {.text = Words::tr("Not stated"), .chip = State::Disabled};
    case Support::NotApplicable: break;
    }
    return {.text = Words::tr("Keeps no data"), .chip = State::Disabled};
}

Support asSupport(bool on) { return on ? Support::Yes : Support::No; }

/// What it asks for in a few words, by the first of its profiles.
QString demandsOf(const ServiceProfile &profile)
{
    if (profile.keySource != KeySource::OwnKey) return capital(spoken(keysOf(profile)));
    QStringList out;
    if (profile.sameRegion) out += Words::tr("same region");
    if (profile.onlyBeforeFirstUse) out += Words::tr("before %1").arg(spokenOf(profile.words.bindBefore));
    if (!profile.revertible) out += Words::tr("for good");
    if (profile.refusesExpiry) out += Words::tr("no expiry");
    if (profile.takesVersions) out += Words::tr("a version");
    if (profile.refusesVersions) out += Words::tr("no version");
    return out.isEmpty() ? Words::tr("Nothing special") : capital(out.join(QStringLiteral(", ")));
}

std::string wordsOf(const CatalogueEntry &entry)
{
    std::string out = entry.id;
    for (const auto *profile : entry.profiles)
        out += " " + profile->id + " " + profile->title + " " + utf8(spokenOf(profile->title)) + " " + profile->service;
    return out + " " + utf8(groupsOf(entry));
}

ComputedRow rowOf(const CatalogueEntry &entry, std::size_t resources)
{
    const auto &first = *entry.profiles.front();
    const auto vault = entry.listed ? entry.listed->vault : asSupport(first.keySource == KeySource::OwnKey);
    const auto hsm = entry.listed ? entry.listed->managedHsm : asSupport(first.managedHsm);
    ListRow row{.id = rowIdOf("service " + entry.id),
                .cells = {{.text = titleOf(entry), .strong = true},
                          {.text = groupsOf(entry)},
                          supported(vault),
                          supported(hsm),
                          {.text = demandsOf(first)},
                          {.text = capital(spokenOf(first.onLoss))},
                          {.text = resources ? number(resources) : QStringLiteral("–"), .muted = resources == 0}},
                .target = serviceTarget(entry.id)};
    return {.row = std::move(row),
            .kind = kindOf(entry),
            .words = wordsOf(entry),
            .number = static_cast<std::int64_t>(resources)};
}

std::vector<ComputedRow> rowsOf(const engine::Published &moment)
{
    std::map<std::string, std::size_t> counts;
    for (const auto &[id, resource] : moment.estate->resources()) ++counts[resource->type];
    std::vector<ComputedRow> out;
    for (const auto &entry : catalogueEntries(*moment.estate)) {
        std::size_t here = 0;
        for (const auto *profile : entry.profiles)
            if (const auto found = counts.find(profile->id); found != counts.end()) here += found->second;
        if (!entry.profiles.empty()) out.push_back(rowOf(entry, here));
    }
    return out;
}

class CatalogueBlade final : public Presenter
{
public:
    CatalogueBlade(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        auto *model = new ComputedTable({{Words::tr("Service"), 230, false, false, true},
                                         {Words::tr("Group"), 150},
                                         {Words::tr("Keys of vaults"), 120},
                                         {Words::tr("Managed HSM"), 120},
                                         {Words::tr("Demands"), 200},
                                         {Words::tr("Without its key"), 220, false, true},
                                         {Words::tr("Here"), 60, true}},
                                        rowsOf, workspace.feed(), workspace.background());
        model->setKinds({{ownKey, Words::tr("With a key of their own")},
                         {ofStore, Words::tr("Through a store")},
                         {noKey, Words::tr("Without a key")},
                         {yours, Words::tr("Profiles of your own")}});
        auto *table = add<TablePart>(QStringLiteral("services"), QString(), model);
        table->fills = true;
        table->counted = [](int n) { return Words::tr("%Ln services", nullptr, n); };
        table->emptyTitle = Words::tr("No such service");
        table->emptyText = Words::tr("A service that is not listed can be described in a file of your own: what it "
                                     "demands of a key, and what it loses without one.");
        table->emptyAction = QStringLiteral("catalogue.add");
        start(Follows::Estate);
    }

protected:
    void update(const engine::Published &) override {}
};

/// A service: how it is listed, and the facts of each edition of its rules.
class ServiceOverview final : public Presenter
{
public:
    ServiceOverview(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_callouts = add<CalloutsPart>(QStringLiteral("note"));
        m_listed = add<FactsPart>(QStringLiteral("listed"), Words::tr("As it is listed"));
        const auto entry = catalogueEntry(estate(), target.name);
        for (const auto *profile : entry.profiles)
            m_facts.push_back(add<FactsPart>(QStringLiteral("profile.") + text(profile->id), spokenOf(profile->title)));
        start(Follows::Estate);
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto entry = catalogueEntry(*moment.estate, target().name);
        if (entry.profiles.empty()) return; // it was removed
        showListed(entry);
        for (std::size_t i = 0; i < std::min(m_facts.size(), entry.profiles.size()); ++i) {
            std::vector<FactsPart::Fact> facts{
                {.label = Words::tr("Kind"), .value = text(entry.profiles[i]->id), .mono = true, .copyable = true}};
            for (const auto &fact : profileFacts(*entry.profiles[i]))
                facts.push_back({.label = spoken(fact.label), .value = capital(spoken(fact.value)), .wraps = true});
            m_facts[i]->set(std::move(facts));
        }
    }

private:
    void showListed(const CatalogueEntry &entry)
    {
        m_listed->setPresent(entry.listed != nullptr);
        if (!entry.listed) {
            m_callouts->set({{.state = State::Neutral,
                              .text = Words::tr("A profile of your own"),
                              .detail = Words::tr("It can be removed as long as no resource is of it.")}});
            return;
        }
        const auto &listed = *entry.listed;
        std::vector<FactsPart::Fact> facts{
            {.label = Words::tr("Group"), .value = groupsOf(entry)},
            {.label = Words::tr("Keys of vaults"), .value = supported(listed.vault).text},
            {.label = Words::tr("Keys of managed HSMs"), .value = supported(listed.managedHsm).text}};
        if (!listed.keyNote.empty())
            facts.push_back({.label = Words::tr("Its keys"), .value = spokenOf(listed.keyNote), .wraps = true});
        if (!listed.note.empty())
            facts.push_back({.label = Words::tr("Note"), .value = capital(spokenOf(listed.note)), .wraps = true});
        m_listed->set(std::move(facts));
    }

    CalloutsPart *m_callouts;
    FactsPart *m_listed;
    std::vector<FactsPart *> m_facts;
};

const Blade catalogue([]() -> BladeRecord {
    return {.id = QStringLiteral("catalogue"),
            .title = Words::tr("Catalogue"),
            .icon = QStringLiteral("view-list-details"),
            .order = 15,
            .make = makePresenter<CatalogueBlade>};
});

const Blade service([]() -> BladeRecord {
    return {.id = QStringLiteral("service.overview"),
            .title = Words::tr("Overview"),
            .icon = QStringLiteral("view-list-details"),
            .scope = serviceScope,
            .order = 10,
            .make = makePresenter<ServiceOverview>};
});

} // namespace
} // namespace keyward::models
