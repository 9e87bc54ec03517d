// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/key_fields.h"
#include "models/impact_preview.h"
#include "models/presenter.h"
#include "models/window_words.h"

#include "backend/engine/api/key_usage.h"
#include "backend/estate/claims.h"
#include "backend/estate/describe.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeyBlades)
};

/// Whether a copy outside the vault can exist, and where it is said to be.
QString originText(const KeyVersion &version)
{
    if (version.origin == MaterialOrigin::Generated) return Words::tr("Made here; not escrowable");
    const auto from = text(version.importedFrom);
    return version.escrow ? Words::tr("Imported from %1; original kept: %2").arg(from, text(version.escrow->place))
                          : Words::tr("Imported from %1; nobody noted where the original is").arg(from);
}

/// Who used which version last, read from the log beside the window.
using UsesByVersion = std::map<VersionId, engine::KeyUse>;
void askForUses(Workspace &workspace, QObject *receiver, const Key &key,
                const std::function<void(const UsesByVersion &)> &then)
{
    std::vector<engine::UsedKey> versions;
    const auto *vault = workspace.estate().vault(key.vault);
    for (const auto &version : key.versions)
        versions.push_back({key.id, version.id, vault ? vault->name.text() : std::string()});
    workspace.background().run(
        Background::Lane::Jobs, receiver,
        [workplace = workspace.workplace(), versions = std::move(versions)] {
            UsesByVersion out;
            for (const auto &one : versions)
                if (const auto use = workplace->usage().of(one)) out.emplace(one.version, *use);
            return out;
        },
        then);
}

QString lastUse(const engine::KeyUse &use, Instant now)
{
    if (use.allowed == 0) return Words::tr("Never");
    const auto operation = PermissionSet::from(use.operation);
    return Words::tr("%1, %2 by %3")
        .arg(relative(use.last, now), operation ? operationTitles(*operation) : text(use.operation), text(use.by));
}

QString useCounts(const UsesByVersion &uses)
{
    int allowed = 0, refused = 0;
    for (const auto &[id, use] : uses) {
        allowed += static_cast<int>(use.allowed);
        refused += static_cast<int>(use.refused);
    }
    if (allowed + refused == 0) return {};
    return Words::tr("%1, %2").arg(Words::tr("%Ln carried out", nullptr, allowed),
                                   Words::tr("%Ln refused", nullptr, refused));
}

class KeyOverview final : public Presenter
{
public:
    KeyOverview(Workspace &workspace, const Target &target) : Presenter(workspace, target), m_impact(workspace)
    {
        m_callouts = add<CalloutsPart>(QStringLiteral("state"));
        m_facts = add<FactsPart>(QStringLiteral("essentials"));
        m_effects = new ListTable({{Words::tr("Resource"), 140},
                                   {Words::tr("What stops"), 200, false, true},
                                   {Words::tr("When"), 80, false, false, true},
                                   {Words::tr("Recovers"), 150}});
        m_table = add<TablePart>(QStringLiteral("ifdisabled"), Words::tr("If this key were disabled now"), m_effects);
        m_table->emptyTitle = Words::tr("Nothing would stop");
        m_table->emptyText = Words::tr("No resource depends on the newest version of this key.");
        connect(&m_impact, &ImpactPreview::changed, this, [this] { showImpact(); });
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &estate = *moment.estate;
        const auto *key = estate.key(target().key());
        const auto &latest = key->latest();
        std::vector<CalloutsPart::Callout> callouts;
        if (key->deleted)
            callouts.push_back({State::Lost,
                                Words::tr("Deleted %1; purged for good on %2")
                                    .arg(relative(key->deleted->at, moment.now), shortDate(key->deleted->purgeAt)),
                                Words::tr("Its versions work again once it is recovered."),
                                Words::tr("Recover"),
                                {},
                                QStringLiteral("key.recover")});
        m_callouts->set(std::move(callouts));
        showFacts();
        askForUses(workspace(), this, *key, [this](const UsesByVersion &uses) {
            m_uses = uses;
            showFacts();
        });
        const bool can = !key->deleted && latest.enabled;
        m_table->setPresent(can);
        if (can) m_impact.ask({command::UpdateKeyVersion{key->id, latest.id, false, {}, {}, {}, {}}});
    }

private:
    void showFacts()
    {
        const auto *key = estate().key(target().key());
        if (!key) return;
        const auto *vault = estate().vault(key->vault);
        const auto &latest = key->latest();
        const bool current = key->backupIsCurrent();
        const auto *last = latestUse();
        m_facts->set(
            {{.label = Words::tr("Key identifier"),
              .value = text(keyUri(*vault, *key, &latest.id)),
              .mono = true,
              .copyable = true},
             {.label = Words::tr("Operations"), .value = spaced(latest.operations)},
             {.label = Words::tr("Created"), .value = dateAndTime(latest.created)},
             {.label = Words::tr("Activated"),
              .value = latest.notBefore ? dateAndTime(*latest.notBefore) : Words::tr("at once")},
             {.label = Words::tr("Expires"),
              .value = latest.expires ? dateAndTime(*latest.expires) : Words::tr("never"),
              .action = key->deleted ? QString() : QStringLiteral("key.edit")},
             {.label = Words::tr("Tags"), .value = latest.tags.empty() ? Words::tr("none") : tagsText(latest.tags)},
             {.label = Words::tr("Custody"),
              .value = key->spec.hsm ? Words::tr("Keystore, sealed; no hardware token is attached")
                                     : Words::tr("Keystore, sealed")},
             {.label = Words::tr("Origin"),
              .value = originText(latest),
              .action = latest.origin == MaterialOrigin::Imported && !key->deleted ? QStringLiteral("key.escrow")
                                                                                   : QString()},
             {.label = Words::tr("Last used"), .value = last ? lastUse(*last, now()) : Words::tr("Never")},
             {.label = Words::tr("Uses so far"),
              .value = useCounts(m_uses).isEmpty() ? Words::tr("none") : useCounts(m_uses)},
             {.label = Words::tr("Backup"),
              .value = current ? relative(*key->backedUp, now()) : QString(),
              .chip = current ? Chip{State::Working, Words::tr("Current")}
                              : Chip{State::Warning, key->backedUp ? Words::tr("Older than this version")
                                                                   : Words::tr("Never backed up")},
              .action = current || key->deleted ? QString() : QStringLiteral("key.backup")}});
    }

    const engine::KeyUse *latestUse() const
    {
        const engine::KeyUse *out = nullptr;
        for (const auto &[id, use] : m_uses)
            if (use.allowed > 0 && (!out || use.last > out->last)) out = &use;
        return out;
    }

    void showImpact()
    {
        if (m_impact.pending()) return;
        std::vector<ListRow> rows;
        for (int i = 0; i < m_impact.effects().rowCount(); ++i) rows.push_back(m_impact.effects().row(i));
        m_effects->setRows(std::move(rows));
    }

    ImpactPreview m_impact;
    UsesByVersion m_uses;
    CalloutsPart *m_callouts;
    FactsPart *m_facts;
    ListTable *m_effects;
    TablePart *m_table;
};

/// Who still needs a version, as one line.
QString needText(const Estate &estate, const Key &key, const VersionId &version)
{
    QStringList out;
    for (const auto &claim : claims(estate, key, version)) out += sentence(spoken(claim.what)).chopped(1);
    return out.join(QStringLiteral("; "));
}

class KeyVersions final : public Presenter
{
public:
    KeyVersions(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_versions = new ListTable({{Words::tr("Version"), 110},
                                    {Words::tr("State"), 130},
                                    {Words::tr("Created"), 110},
                                    {Words::tr("Expires"), 100},
                                    {Words::tr("Still needed by"), 240, false, true},
                                    {Words::tr("Last used"), 170}});
        auto *table = add<TablePart>(QStringLiteral("versions"), QString(), m_versions);
        table->opens = false;
        table->emptyTitle = Words::tr("No versions");
        m_bars = add<BarsPart>(QStringLiteral("claims"), Words::tr("Who still needs which version"));
        m_identifiers = add<FactsPart>(QStringLiteral("identifiers"), Words::tr("Identifiers"));
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        showVersions(moment);
        askForUses(workspace(), this, *moment.estate->key(target().key()), [this](const UsesByVersion &uses) {
            m_uses = uses;
            const auto now = workspace().moment();
            if (now->estate->key(target().key())) showVersions(*now);
        });
    }

private:
    void showVersions(const engine::Published &moment)
    {
        const auto &estate = *moment.estate;
        const auto *key = estate.key(target().key());
        std::vector<ListRow> rows;
        std::vector<BarsPart::Bar> bars;
        std::vector<FactsPart::Fact> uris;
        std::uint64_t most = 1;
        std::vector<std::uint64_t> weights;
        for (const auto &version : key->versions) {
            std::uint64_t weight = 0;
            for (const auto &claim : claims(estate, *key, version.id)) weight += claim.count;
            weights.push_back(weight);
            most = std::max(most, weight);
        }
        for (std::size_t i = key->versions.size(); i-- > 0;) {
            const auto &version = key->versions[i];
            const bool current = i + 1 == key->versions.size();
            const auto shortId = text(version.id.text().substr(0, 8)) + QChar(0x2026);
            const auto chip = chipOf(*key, version, moment.now);
            const auto needs = needText(estate, *key, version.id);
            rows.push_back(
                {RecordId{version.id.bytes},
                 {{shortId, text(version.id.text()), {}, true, false, current},
                  {chip.text, {}, chip.state},
                  {relative(version.created, moment.now), dateAndTime(version.created), {}},
                  {version.expires ? shortDate(*version.expires) : QStringLiteral("–"),
                   {},
                   {},
                   false,
                   !version.expires},
                  {needs.isEmpty() ? Words::tr("Nothing: safe to disable") : needs, {}, {}, false, needs.isEmpty()},
                  useCell(version.id, moment.now)},
                 Target::of(key->id, version.id),
                 {},
                 {}});
            bool bound = false, former = false;
            for (const auto &claim : claims(estate, *key, version.id))
                (claim.use.purpose == Use::Purpose::NewData ? bound : former) |=
                    claim.use.purpose != Use::Purpose::StoredData;
            bars.push_back({current ? Words::tr("%1 current").arg(shortId) : shortId,
                            static_cast<double>(weights[i]) / static_cast<double>(most),
                            bound    ? State::Working
                            : former ? State::Warning
                                     : State::Pinned,
                            needs.isEmpty() ? Words::tr("nothing: safe to disable") : needs, true});
            uris.push_back(
                {.label = current ? Words::tr("Current") : Words::tr("Since %1").arg(shortDate(version.created)),
                 .value = text(keyUri(*estate.vault(key->vault), *key, &version.id)),
                 .mono = true,
                 .copyable = true});
        }
        m_versions->setRows(std::move(rows));
        m_bars->set(std::move(bars));
        m_identifiers->set(std::move(uris));
    }

    Cell useCell(const VersionId &version, Instant now) const
    {
        const auto found = m_uses.find(version);
        if (found == m_uses.end() || found->second.allowed == 0) return {Words::tr("Never"), {}, {}, false, true};
        const auto whole = lastUse(found->second, now);
        return {whole, whole + QLatin1Char('\n') + dateAndTime(found->second.last), {}};
    }

    UsesByVersion m_uses;
    ListTable *m_versions;
    BarsPart *m_bars;
    FactsPart *m_identifiers;
};

class KeyUses final : public Presenter
{
public:
    KeyUses(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_uses = new ListTable({{Words::tr("Resource"), 150},
                                {Words::tr("Version"), 100},
                                {Words::tr("Why it is needed"), 260, false, true},
                                {Words::tr("Until"), 200}});
        auto *table = add<TablePart>(QStringLiteral("uses"), QString(), m_uses);
        table->fills = true;
        table->emptyTitle = Words::tr("Nothing uses this key");
        table->emptyText = Words::tr("Bound resources, and stored data that can only be opened with it, appear here.");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &estate = *moment.estate;
        std::vector<ListRow> rows;
        for (const auto &claim : claims(estate, *estate.key(target().key()))) {
            rows.push_back({rowIdOf(claim.use.resource.text() + claim.use.version.text() +
                                    std::to_string(static_cast<int>(claim.use.purpose)) +
                                    std::to_string(static_cast<int>(claim.use.ends))),
                            {{titleOf(estate, Target::of(claim.use.resource)), {}, {}, false, false, true},
                             {text(claim.use.version.text().substr(0, 8)) + QChar(0x2026),
                              text(claim.use.version.text()),
                              {},
                              true},
                             {capital(spoken(claim.what)), {}, {}},
                             {capital(windowRemedy(claim.what)), {}, {}, false, true}},
                            Target::of(claim.use.resource),
                            {},
                            {}});
        }
        m_uses->setRows(std::move(rows));
    }

private:
    ListTable *m_uses;
};

/// As many as its page has rows.
QString useBadge(const engine::Published &m, const Target &t)
{
    std::size_t rows = 0;
    for (const auto &resource : m.estate->dependantsOf(t.key()))
        for (const auto &[use, count] : m.estate->usesBy(resource)) rows += use.key == t.key();
    return number(rows);
}

const Blade overview([]() -> BladeRecord {
    return {.id = QStringLiteral("key.overview"),
            .title = Words::tr("Overview"),
            .icon = QStringLiteral("view-statistics"),
            .scope = Scope::Key,
            .order = 0,
            .make = makePresenter<KeyOverview>};
});
const Blade versions([]() -> BladeRecord {
    return {.id = QStringLiteral("key.versions"),
            .title = Words::tr("Versions"),
            .icon = QStringLiteral("view-history"),
            .scope = Scope::Key,
            .order = 10,
            .badge = [](const engine::Published &m,
                        const Target &t) { return number(m.estate->key(t.key())->versions.size()); },
            .make = makePresenter<KeyVersions>};
});
const Blade uses([]() -> BladeRecord {
    return {.id = QStringLiteral("key.used"),
            .title = Words::tr("Where used"),
            .icon = QStringLiteral("link"),
            .scope = Scope::Key,
            .order = 20,
            .badge = useBadge,
            .make = makePresenter<KeyUses>};
});

} // namespace
} // namespace keyward::models
