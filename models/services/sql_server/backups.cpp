// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Backups of databases, as things, tables and pages.

#include "models/presenter.h"
#include "models/services/sql_server/targets.h"
#include "models/tables/declared_table.h"
#include "models/text.h"
#include "models/thing.h"

#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"

#include <QCoreApplication>

#include <algorithm>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SqlServerBackups)
};

using engine::Published;

const DatabaseBackup &backupAt(const Estate &estate, const Target &target)
{
    return *estate.databaseBackup(databaseBackupIdOf(target));
}

/// What a person would call it: orders, 2026-11-25 09:41.
QString titleOf(const DatabaseBackup &backup)
{
    return Words::tr("%1, %2", "a database, when it was backed up")
        .arg(text(backup.databaseName), dateAndTime(backup.made));
}

const Thing backupThing([]() -> ThingRecord {
    return {
        .scope = databaseBackupScope,
        .exists = [](const Estate &e, const Target &t) { return e.databaseBackup(databaseBackupIdOf(t)) != nullptr; },
        .title = [](const Estate &e, const Target &t) { return titleOf(backupAt(e, t)); },
        .kind =
            [](const Estate &e, const Target &t) {
                return Words::tr("Backup of a database of %1").arg(text(nameOf(e, backupAt(e, t).server)));
            },
        .chip = [](const Estate &e, const Assessment &, const Target &t,
                   Instant now) { return std::optional(chipOf(e, backupAt(e, t), now)); },
        .parent = [](const Estate &e, const Target &t) { return Target::of(backupAt(e, t).server); },
        .logged = [](const Estate &e, const Target &t) { return nameOf(e, backupAt(e, t).id); },
        .beside = QStringLiteral("sql.backups"),
        .icon = QStringLiteral("document-save-all"),
    };
});

// Table

/// Of those that are equal.
std::string tieOf(const DatabaseBackup &backup) { return backup.id.text(); }

/// Of the server on which it was made.
std::optional<MissingKey> missingAtHome(const Estate &estate, const DatabaseBackup &backup, Instant now)
{
    const auto *server = estate.resource(backup.server);
    return server ? missingKey(estate, backup, *server, now) : std::nullopt;
}

Chip verdict(const std::optional<MissingKey> &missing)
{
    return missing ? Chip{State::Lost, Words::tr("Key missing")} : Chip{State::Working, Words::tr("Can be restored")};
}

Cell stateCell(const Published &moment, const DatabaseBackup &backup)
{
    const auto missing = missingAtHome(*moment.estate, backup, moment.now);
    const auto chip = verdict(missing);
    return {.text = chip.text, .tooltip = missing ? sentence(spoken(missing->why)) : QString(), .chip = chip.state};
}

std::vector<DeclaredColumn<DatabaseBackup>> backupColumns()
{
    return {{.head = {.title = Words::tr("Made"), .width = 150, .keep = true},
             .cell =
                 [](const Published &m, const DatabaseBackup &b) {
                     return Cell{.text = dateAndTime(b.made), .tooltip = relative(b.made, m.now), .strong = true};
                 },
             .order = [](const Published &, const DatabaseBackup &b) { return SortKey{ticks(b.made), tieOf(b)}; }},
            {.head = {.title = Words::tr("Database"), .width = 150, .stretch = true},
             .cell = [](const Published &, const DatabaseBackup &b) { return Cell{.text = text(b.databaseName)}; },
             .order = [](const Published &,
                         const DatabaseBackup &b) { return SortKey{0, folded(b.databaseName) + tieOf(b)}; }},
            {.head = {.title = Words::tr("State"), .width = 130, .keep = true},
             .cell = stateCell,
             .order =
                 [](const Published &m, const DatabaseBackup &b) {
                     return SortKey{static_cast<std::int64_t>(chipOf(*m.estate, b, m.now).state), tieOf(b)};
                 }},
            {.head = {.title = Words::tr("Size"), .width = 90, .number = true},
             .cell = [](const Published &, const DatabaseBackup &b) { return Cell{.text = bytesText(b.bytes)}; },
             .order = [](const Published &,
                         const DatabaseBackup &b) { return SortKey{static_cast<std::int64_t>(b.bytes), tieOf(b)}; }},
            {.head = {.title = Words::tr("Data key under"), .width = 200},
             .cell = [](const Published &m, const DatabaseBackup &b) { return cellOf(wrappingKeyOf(*m.estate, b)); },
             .order =
                 [](const Published &m, const DatabaseBackup &b) {
                     return SortKey{b.encrypted ? 1 : 0, utf8(wrappingKeyOf(*m.estate, b).text) + tieOf(b)};
                 }}};
}

/// Whether each of the keys that these are under can be used.
std::map<std::pair<KeyId, VersionId>, bool> usable(const Published &moment, const ResourceId &server)
{
    std::map<std::pair<KeyId, VersionId>, bool> out;
    const auto &estate = *moment.estate;
    for (const auto &id : estate.databaseBackupsOf(server)) {
        const auto *backup = estate.databaseBackup(id);
        if (!backup->wrappedBy) continue;
        const std::pair by{backup->wrappedBy->key, backup->wrappedBy->version};
        if (!out.contains(by)) out[by] = !missingAtHome(estate, *backup, moment.now);
    }
    return out;
}

// Pages

class Backups final : public Presenter
{
public:
    Backups(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        const bool ofOne = target.scope == databaseScope;
        const auto *database = ofOne ? estate().database(databaseIdOf(target)) : nullptr;
        auto *table = addTable(QStringLiteral("backups"), {},
                               database ? databaseBackupsSource(database->server, database->id)
                                        : databaseBackupsSource(target.resource()));
        table->fills = true;
        table->counted = [](int n) { return Words::tr("%Ln backups", nullptr, n); };
        table->emptyTitle = Words::tr("No backups yet");
        table->emptyText =
            Words::tr("A backup is a copy of the pages as they are at one moment, while others write. It "
                      "stays under the protector of that moment, so keep that key.");
        table->emptyAction = ofOne ? QStringLiteral("database.backup") : QString();
        start();
    }

protected:
    void update(const Published &) override {}
};

class BackupOverview final : public Presenter
{
public:
    BackupOverview(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_state = add<CalloutsPart>(QStringLiteral("state"));
        m_facts = add<FactsPart>(QStringLiteral("essentials"), Words::tr("Essentials"));
        m_servers = new ListTable({{.title = Words::tr("Server"), .width = 170, .keep = true},
                                   {.title = Words::tr("Can it be restored there?"), .width = 150, .keep = true},
                                   {.title = Words::tr("What is missing"), .width = 320, .stretch = true}});
        auto *table = add<TablePart>(QStringLiteral("servers"), Words::tr("Where it can be restored"), m_servers);
        table->opens = true;
        start();
    }

protected:
    void update(const Published &moment) override
    {
        const auto &estate = *moment.estate;
        const auto &backup = backupAt(estate, target());
        m_state->set(callouts(moment, backup));
        m_facts->set(facts(moment, backup));
        std::vector<const Resource *> servers;
        for (const auto &[id, resource] : estate.resources())
            if (facetOf<SqlServer>(*resource)) servers.push_back(resource.get());
        std::ranges::sort(servers, {}, [](const Resource *one) { return folded(one->name.text()); });
        std::vector<ListRow> rows;
        for (const auto *server : servers) rows.push_back(rowOf(moment, backup, *server));
        m_servers->setRows(std::move(rows));
    }

private:
    static std::vector<CalloutsPart::Callout> callouts(const Published &moment, const DatabaseBackup &backup)
    {
        const auto missing = missingAtHome(*moment.estate, backup, moment.now);
        if (!missing) return {};
        return {
            {.state = State::Lost,
             .text =
                 Words::tr("%1 cannot restore it: its key is missing").arg(text(nameOf(*moment.estate, backup.server))),
             .detail = sentence(spoken(missing->why)) + QLatin1Char('\n') + text(backup.wrappedBy->uri)}};
    }
    static std::vector<FactsPart::Fact> facts(const Published &moment, const DatabaseBackup &backup)
    {
        const auto &estate = *moment.estate;
        const auto key = wrappingKeyOf(estate, backup);
        const bool there = estate.database(backup.database) != nullptr;
        std::vector<FactsPart::Fact> out{
            {.label = Words::tr("State"), .value = {}, .chip = chipOf(estate, backup, moment.now)},
            {.label = Words::tr("Database"),
             .value = there ? text(backup.databaseName) : Words::tr("%1, which is gone").arg(text(backup.databaseName)),
             .link = there ? std::optional(targetOf(backup.database)) : std::nullopt},
            {.label = Words::tr("Server"),
             .value = text(nameOf(estate, backup.server)),
             .link = Target::of(backup.server)},
            {.label = Words::tr("Made"), .value = dateAndTime(backup.made)},
            {.label = Words::tr("Size"), .value = bytesText(backup.bytes)},
            {.label = Words::tr("Data key under"), .value = key.text, .link = key.key}};
        if (!key.uri.isEmpty())
            out.push_back({.label = Words::tr("Key identifier"), .value = key.uri, .mono = true, .copyable = true});
        out.push_back(
            {.label = Words::tr("SHA-256"), .value = text(toHex(backup.digest)), .mono = true, .copyable = true});
        return out;
    }
    static ListRow rowOf(const Published &moment, const DatabaseBackup &backup, const Resource &server)
    {
        const auto missing = missingKey(*moment.estate, backup, server, moment.now);
        return {.id = RecordId{server.id.bytes},
                .cells = {{.text = text(server.name.text()), .strong = true},
                          missing ? Cell{.text = Words::tr("No", "it cannot be restored there"), .chip = State::Lost}
                                  : Cell{.text = Words::tr("Yes", "it can be restored there"), .chip = State::Working},
                          {.text = missing ? sentence(spoken(missing->why)) : QStringLiteral("–"), .muted = !missing}},
                .target = Target::of(server.id)};
    }

    CalloutsPart *m_state;
    FactsPart *m_facts;
    ListTable *m_servers;
};

QString serverBadge(const Published &moment, const Target &target)
{
    const auto count = moment.estate->databaseBackupsOf(target.resource()).size();
    return count ? number(count) : QString();
}

QString databaseBadge(const Published &moment, const Target &target)
{
    const auto *database = moment.estate->database(databaseIdOf(target));
    if (!database) return {};
    std::size_t count = 0;
    for (const auto &id : moment.estate->databaseBackupsOf(database->server))
        count += moment.estate->databaseBackup(id)->database == database->id;
    return count ? number(count) : QString();
}

const Blade serverBlade([]() -> BladeRecord {
    return {.id = QStringLiteral("sql.backups"),
            .title = Words::tr("Backups"),
            .icon = QStringLiteral("document-save-all"),
            .scope = Scope::Resource,
            .order = 6,
            .available = isServer,
            .badge = serverBadge,
            .make = makePresenter<Backups>};
});
const Blade databaseBlade([]() -> BladeRecord {
    return {.id = QStringLiteral("database.backups"),
            .title = Words::tr("Backups"),
            .icon = QStringLiteral("document-save-all"),
            .scope = databaseScope,
            .order = 20,
            .badge = databaseBadge,
            .make = makePresenter<Backups>};
});
const Blade overviewBlade([]() -> BladeRecord {
    return {.id = QStringLiteral("databaseBackup.overview"),
            .title = Words::tr("Overview"),
            .icon = QStringLiteral("view-statistics"),
            .scope = databaseBackupScope,
            .order = 0,
            .make = makePresenter<BackupOverview>};
});

} // namespace

Chip chipOf(const Estate &estate, const DatabaseBackup &backup, Instant now)
{
    return verdict(missingAtHome(estate, backup, now));
}

TableSourcePtr databaseBackupsSource(ResourceId server, std::optional<DatabaseId> only)
{
    return declared<DatabaseBackup>({
        .columns = backupColumns(),
        .words = [](const Estate &, const DatabaseBackup &b) { return b.databaseName + "\n" + b.id.text(); },
        .shows = [server,
                  only](const DatabaseBackup &b) { return b.server == server && (!only || b.database == *only); },
        .among =
            [server](const Estate &estate, const std::function<void(const DatabaseBackupId &)> &visit) {
                for (const auto &id : estate.databaseBackupsOf(server)) visit(id);
            },
        .alsoChanged =
            [server](const Published &before, const Published &after, std::set<RecordId> &out) {
                const auto was = usable(before, server), is = usable(after, server);
                if (was == is) return;
                for (const auto &id : after.estate->databaseBackupsOf(server)) out.insert(raw(id));
            },
        .target = [](const DatabaseBackupId &id) { return targetOf(id); },
        .sorted = Qt::DescendingOrder,
    });
}

} // namespace keyward::models
