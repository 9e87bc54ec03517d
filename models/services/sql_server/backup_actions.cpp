// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Backups of databases: made, restored, deleted.

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/pickers.h"
#include "models/services/sql_server/targets.h"

#include "backend/engine/api/services/sql_server.h"
#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SqlServerBackupActions)
};

const DatabaseBackup &backupAt(const Situation &s) { return *s.estate().databaseBackup(databaseBackupIdOf(s.target)); }

const DeclaredAction backUp([]() -> ActionRecord {
    return {
        .id = QStringLiteral("database.backup"),
        .text = Words::tr("Back up now"),
        .icon = QStringLiteral("document-save-all"),
        .scope = databaseScope,
        .order = 18,
        .blades = {QStringLiteral("database.backups"), QStringLiteral("database.overview"),
                   QStringLiteral("sql.databases")},
        .explanation =
            Words::tr("Copies the pages as they are at this moment, while others write. The copy stays under "
                      "the key that is the protector now, whatever is done with it later: keep that key as "
                      "long as the backup."),
        .supported = isLive,
        .allowed = mayBeOpenedNow,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            const auto id = databaseIdOf(s.target);
            return Deed{
                .action = command::StartDatabaseBackup{.database = id,
                                                       .job = s.random().id<JobId>(),
                                                       .backup = s.random().id<DatabaseBackupId>(),
                                                       .folder = {}},
                .errand = [id, name = nameOf(s.estate(), id),
                           actor = s.workspace.actor()](engine::Workplace &workplace,
                                                        const engine::ProgressCallback &progress) -> Result<Outcome> {
                    KEYWARD_TRY(const auto made, serversOf(workplace).backUp(id, actor, progress));
                    const auto estate = workplace.console().snapshot();
                    const auto *backup = estate->databaseBackup(made);
                    return Outcome{
                        .sentence = Words::tr("Database %1 was backed up.").arg(text(name)),
                        .detail = backup ? Words::tr("The backup has %1 and a checksum.").arg(bytesText(backup->bytes))
                                         : QString(),
                        .target = targetOf(made)};
                }};
        },
        .oneAtATime = true,
    };
});

// Restored

Field::Picker serverPicker(const Situation &s)
{
    std::vector<Pickable> all;
    for (const auto &[id, resource] : s.estate().resources()) {
        if (!facetOf<SqlServer>(*resource)) continue;
        const auto missing = missingKey(s.estate(), backupAt(s), *resource, s.moment->now);
        all.push_back({.item = {.value = text(id.text()),
                                .text = text(resource->name.text()),
                                .detail = missing ? Words::tr("The key is missing there")
                                                  : Words::tr("It can be restored there")}});
    }
    return pickAmong(std::move(all));
}

Result<const Resource *> serverIn(const Situation &s, const Values &values)
{
    KEYWARD_TRY(const auto id, ResourceId::from(utf8(stringOf(values, "server"))));
    if (const auto *server = s.estate().resource(id)) return server;
    return fail(Code::NotFound, id.text(), {"resource"});
}

/// TDE-16: before anything is done, whether the target has what the backup needs.
QString restoreStatement(const Situation &s, const Values &values)
{
    const auto server = serverIn(s, values);
    if (!server) return {};
    const auto &backup = backupAt(s);
    const auto name = text((*server)->name.text());
    if (const auto missing = missingKey(s.estate(), backup, **server, s.moment->now))
        return Words::tr("%1 cannot restore it: %2").arg(name, sentence(spoken(missing->why)));
    if (!backup.encrypted) return Words::tr("It is not encrypted, and neither is the database that is made of it.");
    return (*server)->binding
               ? Words::tr("%1 has the key that it takes. The database gets a data key of its own, which the protector "
                           "of %1 wraps.")
                     .arg(name)
               : Words::tr("%1 has the key that it takes. The database gets a data key of its own, which the "
                           "platform's key wraps.")
                     .arg(name);
}

Result<Deed> restoreOf(const Situation &s, const Values &values)
{
    KEYWARD_TRY(const auto *server, serverIn(s, values));
    KEYWARD_TRY(auto name, DatabaseName::from(utf8(stringOf(values, "name"))));
    const engine::DatabaseRestore what{.backup = backupAt(s).id, .server = server->id, .name = std::move(name)};
    const auto path = server->name.text() + "/" + what.name.text();
    return Deed{.action = command::StartDatabaseRestore{.backup = what.backup,
                                                        .server = what.server,
                                                        .name = what.name,
                                                        .job = s.random().id<JobId>(),
                                                        .database = s.random().id<DatabaseId>(),
                                                        .folder = {}},
                .errand = [what, path,
                           actor = s.workspace.actor()](engine::Workplace &workplace,
                                                        const engine::ProgressCallback &progress) -> Result<Outcome> {
                    KEYWARD_TRY(const auto made, serversOf(workplace).restore(what, actor, progress));
                    return Outcome{.sentence = Words::tr("Database %1 was restored.").arg(text(path)),
                                   .detail = Words::tr("Every page was checked."),
                                   .target = targetOf(made)};
                }};
}

const DeclaredAction restore([]() -> ActionRecord {
    return {
        .id = QStringLiteral("databaseBackup.restore"),
        .text = Words::tr("Restore"),
        .icon = QStringLiteral("edit-undo"),
        .scope = databaseBackupScope,
        .order = 10,
        .blades = {QStringLiteral("databaseBackup.overview"), QStringLiteral("sql.backups"),
                   QStringLiteral("database.backups")},
        .primary = true,
        .explanation = Words::tr("Makes a new database of it, on this server or another one. The server needs the key "
                                 "that was the protector when the backup was made, among its keys."),
        .allowed = always,
        .fields = [](const Situation &s) -> std::vector<Field> {
            const auto &backup = backupAt(s);
            return {{.id = QStringLiteral("server"),
                     .label = Words::tr("On server"),
                     .kind = Field::Kind::Pick,
                     .value = text(backup.server.text()),
                     .picker = serverPicker(s)},
                    {.id = QStringLiteral("name"),
                     .label = Words::tr("As database"),
                     .value = text(backup.databaseName) + QStringLiteral("-restored"),
                     .hint = Words::tr("A name that is not taken on that server"),
                     .error = nameError<DatabaseName>}};
        },
        .deed = restoreOf,
        .oneAtATime = true,
        .statement = restoreStatement,
    };
});

const DeclaredAction remove([]() -> ActionRecord {
    return {
        .id = QStringLiteral("databaseBackup.delete"),
        .text = Words::tr("Delete backup"),
        .icon = QStringLiteral("edit-delete"),
        .scope = databaseBackupScope,
        .order = 90,
        .blades = {QStringLiteral("databaseBackup.overview"), QStringLiteral("sql.backups"),
                   QStringLiteral("database.backups")},
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::DeleteDatabaseBackup{databaseBackupIdOf(s.target)}};
        },
        .previews = true,
        .destructive = true,
    };
});

} // namespace
} // namespace keyward::models
