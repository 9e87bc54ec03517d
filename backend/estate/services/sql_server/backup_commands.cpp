// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Backups of databases: made, restored as new databases, deleted.

#include "backend/estate/commands/row.h"
#include "backend/estate/services/sql_server/access.h"
#include "backend/estate/services/sql_server/rules.h"

namespace keyward::estate {
namespace {

/// A backup that is being restored stays until that is done.
Status notBeingRestored(const Estate &estate, const DatabaseBackupId &backup)
{
    for (const auto &[id, job] : estate.jobs()) {
        const auto *work = workOf<DatabaseRestoreWork>(*job);
        if (job->state == JobState::Running && work && work->backup == backup)
            return fail(Code::Busy, nameOf(estate, backup), {said("job {0} restores it", id.text().substr(0, 8))});
    }
    return {};
}

} // namespace

namespace command {

Facts factsOf(const Estate &estate, const StartDatabaseBackup &c)
{
    const auto *database = estate.database(c.database);
    return administrationOf(estate, c.database, database ? changes(database->server) : Guards{},
                            made(estate, c.job, c.backup));
}
Words wordsOf(const Estate &estate, const StartDatabaseBackup &c)
{
    return {.sentence = said("Back up database {0}", nameOf(estate, c.database)), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const StartDatabaseBackup &command)
{
    const auto &estate = draft.estate();
    KEYWARD_CHECK(mayBeOpened(estate, command.database)); // TDE-7
    KEYWARD_TRY(const auto *database, existing(estate, command.database));
    KEYWARD_TRY(const auto *server, existing(estate, database->server));
    KEYWARD_CHECK(notBusy(estate, server->id, command.database, database->name.text()));
    const auto path = nameOf(estate, command.database);
    draft.put(begunJob(draft, command.job, server->id, "Back up database " + path,
                       DatabaseBackupWork{.database = command.database, .path = path, .backup = command.backup},
                       command.folder));
    return {};
}

Facts factsOf(const Estate &estate, const FinishDatabaseBackup &c)
{
    return {.subject = sourceOf(estate, c.backup),
            .about = referenceTo(c.backup.id),
            .dataCall = administration,
            .guarded = {},
            .makes = made(estate, c.backup.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const FinishDatabaseBackup &c)
{
    return {.sentence = said("Keep a backup of database {0}", sourceOf(estate, c.backup)),
            .irreversible = {},
            .undo = DeleteDatabaseBackup{c.backup.id}};
}
Status applyTo(ChangeBuilder &draft, const FinishDatabaseBackup &command)
{
    KEYWARD_TRY(auto job, succeededJob(draft, command.job));
    draft.put(std::move(job));
    auto backup = command.backup;
    backup.job = command.job;
    draft.put(std::move(backup));
    return {};
}

Facts factsOf(const Estate &estate, const StartDatabaseRestore &c)
{
    return factsOfNew(estate, c.server, c.name, made(estate, c.job, c.database));
}
Words wordsOf(const Estate &estate, const StartDatabaseRestore &c)
{
    const auto *backup = estate.databaseBackup(c.backup);
    return {.sentence = said("Restore backup {0} of {1} as database {2}", nameOf(estate, c.backup),
                             backup ? sourceOf(estate, *backup) : std::string("?"),
                             nameOf(estate, c.server) + "/" + c.name.text()),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const StartDatabaseRestore &command)
{
    const auto &estate = draft.estate();
    KEYWARD_TRY(const auto *backup, existing(estate, command.backup));
    KEYWARD_TRY(const auto *server, existing(estate, command.server));
    KEYWARD_CHECK(serverIn(*server).transform([](const auto &) {}));
    KEYWARD_CHECK(mayBeMade(estate, *server, command.name, backup->encrypted));
    KEYWARD_CHECK(mayBeRestored(estate, *backup, *server, draft.now)); // TDE-7, TDE-15
    draft.put(begunJob(draft, command.job, server->id,
                       "Restore database " + server->name.text() + "/" + command.name.text(),
                       DatabaseRestoreWork{
                           .backup = command.backup, .databaseName = command.name.text(), .database = command.database},
                       command.folder));
    return {};
}

Facts factsOf(const Estate &estate, const DeleteDatabaseBackup &c)
{
    const auto *backup = estate.databaseBackup(c.backup);
    return administrationOf(estate, c.backup, backup ? removes(backup->server) : Guards{});
}
Words wordsOf(const Estate &estate, const DeleteDatabaseBackup &c)
{
    const auto *backup = estate.databaseBackup(c.backup);
    return {.sentence = backup ? said("Delete backup {0} of {1}, made {2}", nameOf(estate, c.backup),
                                      sourceOf(estate, *backup), isoText(backup->made))
                               : said("Delete backup {0}", nameOf(estate, c.backup)),
            .irreversible = said("the backup is destroyed"),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const DeleteDatabaseBackup &command)
{
    KEYWARD_TRY(const auto *backup, existing(draft.estate(), command.backup));
    KEYWARD_CHECK(notBeingRestored(draft.estate(), command.backup));
    removeStored(draft, backup->job, backup->folder);
    draft.remove(command.backup);
    return {};
}

} // namespace command
} // namespace keyward::estate
