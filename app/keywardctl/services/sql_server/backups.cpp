// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/services/sql_server/parts.h"

#include "backend/estate/describe.h"

namespace keyward::ctl {

using namespace estate;

namespace {

Result<const DatabaseBackup *> databaseBackup(Invocation &invocation, const std::string &prefix)
{
    return invocation.byPrefix<DatabaseBackup>(prefix, "database backup");
}

std::string keyOf(const DatabaseBackup &backup)
{
    if (!backup.encrypted) return "-";
    return backup.wrappedBy ? backup.wrappedBy->uri : "platform key";
}

void printBackup(Invocation &invocation, const Estate &estate, const DatabaseBackup &backup)
{
    auto &out = invocation.out();
    out.field("Backup", backup.id.text());
    out.field("Database", sourceOf(estate, backup));
    out.field("Made", isoText(backup.made));
    out.field("Size", humanBytes(backup.bytes));
    out.field("Encrypted", backup.encrypted ? "yes" : "no");
    if (backup.encrypted) out.field("Data key under", backup.wrappedBy ? backup.wrappedBy->uri : "the platform's key");
    out.document(reports::view(estate, backup));
}

Status run(Invocation &invocation, const std::string &path)
{
    KEYWARD_TRY(const auto *found, database(invocation, path));
    const auto id = found->id;
    KEYWARD_TRY(const auto job, invocation.fresh<JobId>());
    KEYWARD_TRY(const auto backup, invocation.fresh<DatabaseBackupId>());
    if (invocation.dryRun())
        return invocation
            .change(command::StartDatabaseBackup{.database = id, .job = job, .backup = backup, .folder = {}})
            .transform([](const auto &) {});
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto made, withProgress(invocation, "Backing up", [&](const auto &progress) {
                    return serversOf(*acting).backUp(id, invocation.actor(), progress);
                }));
    KEYWARD_TRY(const auto after, invocation.snapshot());
    printBackup(invocation, *after, *after->databaseBackup(made));
    return {};
}

Status list(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto estate, invocation.snapshot());
    std::vector<const DatabaseBackup *> backups;
    if (!name.empty()) {
        KEYWARD_TRY(const auto *server, sqlServer(invocation, name));
        backups = databaseBackups(*estate, server->id);
    } else {
        for (const auto &[id, resource] : estate->resources())
            std::ranges::copy(databaseBackups(*estate, id), std::back_inserter(backups));
        std::ranges::stable_sort(backups, std::greater{}, &DatabaseBackup::made);
    }
    Listing listing({"BACKUP", "DATABASE", "MADE", "SIZE", "DATA KEY UNDER"}, Listing::Order::AsAdded);
    for (const auto *backup : backups)
        listing.add({shortened(backup->id), sourceOf(*estate, *backup), isoText(backup->made),
                     humanBytes(backup->bytes), keyOf(*backup)},
                    reports::view(*estate, *backup));
    return listing.tell(invocation, "There are no backups yet. Make one: keywardctl sql backup run SERVER/NAME");
}

Status show(Invocation &invocation, const std::string &prefix)
{
    KEYWARD_TRY(const auto *backup, databaseBackup(invocation, prefix));
    KEYWARD_TRY(const auto estate, invocation.snapshot());
    printBackup(invocation, *estate, *backup);
    return {};
}

struct RestoreOptions {
    std::string backup, to;
    bool check = false;
};

/// TDE-16: what the backup needs against what the target has; nothing is opened.
Status check(Invocation &invocation, const DatabaseBackup &backup, const DatabasePath &to)
{
    KEYWARD_TRY(const auto estate, invocation.snapshot());
    KEYWARD_TRY(const auto now, invocation.now());
    KEYWARD_CHECK(mayBeRestored(*estate, backup, *to.server, now));
    invocation.out().line("Backup " + shortened(backup.id) + " of " + sourceOf(*estate, backup) +
                          " can be restored on " + to.server->name.text() +
                          (backup.wrappedBy
                               ? ": the server has key " + backup.wrappedBy->uri + " and may unwrap with it."
                               : ": it needs no key of yours."));
    auto document = reports::view(*estate, backup);
    document.insert(QLatin1String("restorableOn"), reports::text(to.server->name.text()));
    invocation.out().document(document);
    return {};
}

Status restore(Invocation &invocation, const RestoreOptions &o)
{
    KEYWARD_TRY(const auto *backup, databaseBackup(invocation, o.backup));
    KEYWARD_TRY(const auto to, databasePath(invocation, o.to));
    if (o.check) return check(invocation, *backup, to);
    KEYWARD_TRY(const auto name, DatabaseName::from(to.name));
    const engine::DatabaseRestore what{.backup = backup->id, .server = to.server->id, .name = name};
    KEYWARD_TRY(const auto job, invocation.fresh<JobId>());
    KEYWARD_TRY(const auto id, invocation.fresh<DatabaseId>());
    if (invocation.dryRun())
        return invocation
            .change(command::StartDatabaseRestore{
                .backup = what.backup, .server = what.server, .name = name, .job = job, .database = id, .folder = {}})
            .transform([](const auto &) {});
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto made, withProgress(invocation, "Restoring", [&](const auto &progress) {
                    return serversOf(*acting).restore(what, invocation.actor(), progress);
                }));
    KEYWARD_TRY(const auto after, invocation.snapshot());
    invocation.out().line("Database " + o.to + " is restored, under a data key of its own.");
    invocation.out().document(reports::view(*after, *after->database(made)));
    return {};
}

Status remove(Invocation &invocation, const std::string &prefix)
{
    KEYWARD_TRY(const auto *backup, databaseBackup(invocation, prefix));
    const auto id = backup->id;
    return invocation.carryOut(command::DeleteDatabaseBackup{id}, [&](const Estate &) {
        return Told::gone("Backup " + shortened(id) + " is deleted.", id.text());
    });
}

} // namespace

MaybeLine lineOf(const Typed<command::StartDatabaseBackup> &c)
{
    return about(c.estate, "sql backup run", c->database);
}
MaybeLine lineOf(const Typed<command::StartDatabaseRestore> &c)
{
    Line line("sql backup restore");
    return line.option("--backup", c->backup.text()).option("--to", nameOf(c.estate, c->server) + "/" + c->name.text());
}
MaybeLine lineOf(const Typed<command::DeleteDatabaseBackup> &c)
{
    Line line("sql backup delete");
    return line.option("--backup", c->backup.text());
}
MaybeLine lineOf(const Typed<command::FinishDatabaseBackup> &) { return nobodyTypesIt; }

void addBackupCommands(Commands &commands, CLI::App *sql)
{
    auto *group = sql->add_subcommand("backup", "Backups of databases")->require_subcommand(1);
    auto r = options<std::string>();
    commands
        .change(group, "run", "Back up a database, while it is written to; it stays under the protector of its time",
                [r](Invocation &s) { return run(s, *r); })
        ->add_option("DATABASE", *r, "SERVER/NAME")
        ->required();
    auto listed = options<std::string>();
    commands
        .reads(group, "list", "List backups, the newest first", [listed](Invocation &s) { return list(s, *listed); })
        ->add_option("SERVER", *listed);
    auto shown = options<std::string>();
    commands.reads(group, "show", "Show a backup", [shown](Invocation &s) { return show(s, *shown); })
        ->add_option("BACKUP", *shown, "Its id, or how that begins")
        ->required();
    auto o = options<RestoreOptions>();
    auto *restoreApp =
        commands.change(group, "restore", "Restore a backup as a new database of the same server or another",
                        [o](Invocation &s) { return restore(s, *o); });
    restoreApp->add_option("--backup", o->backup, "Its id, or how that begins")->required();
    restoreApp->add_option("--to", o->to, "SERVER/NAME of a database that is not there yet")->required();
    restoreApp->add_flag("--check", o->check, "Only tell whether the server has the keys that it takes");
    restoreApp->footer("Example: keywardctl sql backup restore --backup 3f2a91bc --to srv2/orders --check");
    auto removed = options<std::string>();
    commands.change(group, "delete", "Delete a backup", [removed](Invocation &s) { return remove(s, *removed); })
        ->add_option("--backup", *removed, "Its id, or how that begins")
        ->required();
}

} // namespace keyward::ctl
