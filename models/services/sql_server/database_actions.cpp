// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/service_parts.h"
#include "models/services/sql_server/targets.h"

#include "backend/base/paths.h"
#include "backend/engine/api/services/sql_server.h"
#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"

#include <QCoreApplication>
#include <QDir>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SqlServerDatabaseActions)
};

// Made

using Source = engine::NewDatabase::Source;

Source sourceIn(const Values &values)
{
    const auto source = stringOf(values, "source");
    return source == QLatin1String("file")     ? Source::File
           : source == QLatin1String("script") ? Source::Script
                                               : Source::Empty;
}

std::vector<Field> createFields(const Situation &)
{
    const auto from = [](const char *source) {
        return [source](const Values &values) { return stringOf(values, "source") == QLatin1String(source); };
    };
    return {{.id = QStringLiteral("name"),
             .label = Words::tr("Name"),
             .hint = Words::tr("Letters, digits, hyphens, underscores and points"),
             .error = nameError<DatabaseName>},
            {.id = QStringLiteral("source"),
             .label = Words::tr("It starts"),
             .kind = Field::Kind::Choice,
             .value = QStringLiteral("empty"),
             .options = {{QStringLiteral("empty"), Words::tr("Empty")},
                         {QStringLiteral("file"), Words::tr("With the contents of a database file")},
                         {QStringLiteral("script"), Words::tr("With what an SQL script makes")}}},
            {.id = QStringLiteral("file"),
             .label = Words::tr("Database file"),
             .kind = Field::Kind::OldFile,
             .hint = Words::tr("A SQLite database that is not encrypted. It stays as it is"),
             .error = existingFileError,
             .when = from("file")},
            {.id = QStringLiteral("script"),
             .label = Words::tr("SQL script"),
             .kind = Field::Kind::OldFile,
             .hint = Words::tr("Run as one transaction: where one statement fails, no database is made"),
             .error = existingFileError,
             .when = from("script")},
            {.id = QStringLiteral("encrypted"),
             .label = Words::tr("Encrypt it (transparent data encryption)"),
             .kind = Field::Kind::Check,
             .value = true}};
}

QString protectorOf(const Estate &estate, const Resource &server)
{
    return server.binding ? versionText(estate, server.binding->key, server.binding->version, {})
                          : Words::tr("the platform's key");
}

QString createStatement(const Situation &s, const Values &values)
{
    if (!values.value(QStringLiteral("encrypted")).toBool())
        return Words::tr("Its pages can be read by whoever reads this disk, whatever is done with the protector. "
                         "Encryption can be turned on later; all pages are written anew then.");
    const auto *server = s.estate().resource(s.target.resource());
    return Words::tr("Its pages are encrypted under a data key of its own, which is wrapped by %1. Without that key "
                     "nobody can read them.")
        .arg(protectorOf(s.estate(), *server));
}

Result<Deed> creation(const Situation &s, const Values &values)
{
    KEYWARD_TRY(auto name, DatabaseName::from(utf8(stringOf(values, "name"))));
    engine::NewDatabase what{.server = s.target.resource(),
                             .name = std::move(name),
                             .encrypted = values.value(QStringLiteral("encrypted")).toBool(),
                             .source = sourceIn(values)};
    if (what.source != Source::Empty) {
        const auto *field = what.source == Source::File ? "file" : "script";
        KEYWARD_TRY(what.file, absolutePath(pathOf(stringOf(values, field))));
    }
    const command::StartDatabase start{.server = what.server,
                                       .job = s.random().id<JobId>(),
                                       .database = s.random().id<DatabaseId>(),
                                       .name = what.name,
                                       .folder = {},
                                       .source = what.file.string(),
                                       .script = what.source == Source::Script,
                                       .encrypted = what.encrypted};
    return Deed{
        .action = start,
        .errand = [what, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                      const engine::ProgressCallback &progress) -> Result<Outcome> {
            KEYWARD_TRY(const auto id, serversOf(workplace).create(what, actor, progress));
            return Outcome{.sentence = Words::tr("Database %1 was created.").arg(text(what.name.text())),
                           .detail = what.encrypted ? Words::tr("Its pages are encrypted under a data key of its own.")
                                                    : Words::tr("Its pages are not encrypted."),
                           .target = targetOf(id)};
        }};
}

const DeclaredAction create([]() -> ActionRecord {
    return {
        .id = QStringLiteral("database.create"),
        .text = Words::tr("Create database"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Resource,
        .order = 10,
        .blades = {QStringLiteral("sql.databases")},
        .primary = true,
        .explanation = Words::tr("On any failure there is no database, and nothing of it is left on the disk."),
        .supported = isSqlServer,
        .allowed = [](const Situation &s) -> Status {
            const auto *server = s.estate().resource(s.target.resource());
            return takesNewData(s.estate(), *server, server->name.text());
        },
        .fields = createFields,
        .deed = creation,
        .statement = createStatement,
    };
});

// Encrypted, decrypted, exported

Result<Deed> conversion(const Situation &s, bool encrypted)
{
    const auto id = databaseIdOf(s.target);
    return Deed{
        .action =
            command::StartConversion{
                .database = id, .job = s.random().id<JobId>(), .encrypted = encrypted, .folder = {}},
        .errand = [id, encrypted, name = nameOf(s.estate(), id), actor = s.workspace.actor()](
                      engine::Workplace &workplace, const engine::ProgressCallback &progress) -> Result<Outcome> {
            KEYWARD_CHECK(serversOf(workplace).setEncryption(id, encrypted, actor, progress));
            return Outcome{.sentence = encrypted ? Words::tr("Database %1 is encrypted.").arg(text(name))
                                                 : Words::tr("Database %1 is not encrypted any more.").arg(text(name)),
                           .detail = Words::tr("All of its pages were written anew; connections to it were ended."),
                           .target = targetOf(id)};
        }};
}

const DeclaredAction encrypt([]() -> ActionRecord {
    return {
        .id = QStringLiteral("database.encrypt"),
        .text = Words::tr("Turn encryption on"),
        .icon = QStringLiteral("document-encrypt"),
        .scope = databaseScope,
        .order = 20,
        .blades = {QStringLiteral("database.overview"), QStringLiteral("sql.databases")},
        .explanation = Words::tr("All pages are written anew under a data key of their own, and used only once all are "
                                 "there. Connections to the database end. Blocks that held the old pages are freed, "
                                 "not overwritten."),
        .supported = [](const Situation &s) { return isLive(s) && !databaseAt(s).encrypted; },
        .deed = [](const Situation &s, const Values &) { return conversion(s, true); },
        .previews = true,
        .oneAtATime = true,
    };
});

const DeclaredAction decrypt([]() -> ActionRecord {
    return {
        .id = QStringLiteral("database.decrypt"),
        .text = Words::tr("Turn encryption off"),
        .icon = QStringLiteral("document-decrypt"),
        .scope = databaseScope,
        .order = 21,
        .blades = {QStringLiteral("database.overview"), QStringLiteral("sql.databases")},
        .explanation = Words::tr("All pages are written anew in the clear. From then on whoever reads this disk reads "
                                 "them, and taking the key away keeps nobody out. Connections to the database end."),
        .supported = [](const Situation &s) { return isLive(s) && databaseAt(s).encrypted; },
        .allowed = [](const Situation &s) -> Status {
            KEYWARD_CHECK(mayBeOpenedNow(s));
            return applyUnguarded(s.estate(),
                                  {command::StartConversion{.database = databaseIdOf(s.target),
                                                            .job = s.random().id<JobId>(),
                                                            .encrypted = false,
                                                            .folder = {}}},
                                  s.workspace.actor(), s.moment->now)
                .transform([](const Change &) {});
        },
        .deed = [](const Situation &s, const Values &) { return conversion(s, false); },
        .previews = true,
        .destructive = true,
        .oneAtATime = true,
    };
});

Result<Deed> exportOf(const Situation &s, const Values &values)
{
    KEYWARD_TRY(const auto file, absolutePath(pathOf(stringOf(values, "file"))));
    const auto id = databaseIdOf(s.target);
    const auto name = nameOf(s.estate(), id);
    return Deed{
        .action = {},
        .errand = [id, name, file, actor = s.workspace.actor()](
                      engine::Workplace &workplace, const engine::ProgressCallback &progress) -> Result<Outcome> {
            KEYWARD_CHECK(serversOf(workplace).exportPlain(id, file, actor, progress));
            return Outcome{.sentence = Words::tr("Database %1 was exported in the clear.").arg(text(name)),
                           .detail = Words::tr("%1 is not encrypted.").arg(text(file.string())),
                           .target = targetOf(id),
                           .file = text(file.string())};
        },
        .title = Words::tr("Export %1 in the clear").arg(text(name)),
        .commandLine = text(s.workspace.lines().lineOf(
            engine::StoreDeed{.what = engine::StoreDeed::What::ExportDatabase, .about = name, .file = file.string()}))};
}

const DeclaredAction exportPlain([]() -> ActionRecord {
    return {
        .id = QStringLiteral("database.export"),
        .text = Words::tr("Export in the clear"),
        .icon = QStringLiteral("document-export"),
        .scope = databaseScope,
        .order = 30,
        .blades = {QStringLiteral("database.overview")},
        .explanation = Words::tr("Writes all of the database into a new file that is not encrypted. Whoever can read "
                                 "that file can read the data, also after the key was taken away. The log notes it."),
        .supported = isLive,
        .allowed = mayBeOpenedNow,
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("file"),
                     .label = Words::tr("New file, not encrypted"),
                     .kind = Field::Kind::NewFile,
                     .value = QDir::homePath() + QLatin1Char('/') + text(databaseAt(s).name.text()) +
                              QStringLiteral("-not-encrypted.sqlite"),
                     .hint = Words::tr("Only you can read it, until you let others"),
                     .error = newFileError,
                     .suffix = QStringLiteral(".sqlite")}};
        },
        .deed = exportOf,
        .oneAtATime = true,
    };
});

// Dropped, recovered, destroyed

const DeclaredAction drop([]() -> ActionRecord {
    return {
        .id = QStringLiteral("database.drop"),
        .text = Words::tr("Drop"),
        .icon = QStringLiteral("edit-delete"),
        .scope = databaseScope,
        .order = 80,
        .blades = {QStringLiteral("database.overview"), QStringLiteral("sql.databases")},
        .explanation = Words::tr("A dropped database can be recovered for as long as its server keeps those; where it "
                                 "keeps none, it is destroyed at once."),
        .supported = isLive,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::DropDatabase{.database = databaseIdOf(s.target), .byLoss = false, .forGood = false}};
        },
        .previews = true,
        .destructive = true,
    };
});

const DeclaredAction destroy([]() -> ActionRecord {
    return {
        .id = QStringLiteral("database.destroy"),
        .text = Words::tr("Destroy for good"),
        .icon = QStringLiteral("edit-delete-shred"),
        .scope = databaseScope,
        .order = 90,
        .blades = {QStringLiteral("database.overview")},
        .explanation = Words::tr("Its pages and its data key are gone at once, also where the server keeps dropped "
                                 "databases. Nothing brings them back but a backup."),
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::DropDatabase{.database = databaseIdOf(s.target), .byLoss = false, .forGood = true}};
        },
        .previews = true,
        .instead = QStringLiteral("database.drop"),
        .destructive = true,
    };
});

const DeclaredAction recover([]() -> ActionRecord {
    return {
        .id = QStringLiteral("database.recover"),
        .text = Words::tr("Recover"),
        .icon = QStringLiteral("edit-undo"),
        .scope = databaseScope,
        .order = 15,
        .blades = {QStringLiteral("database.overview"), QStringLiteral("sql.databases")},
        .supported = [](const Situation &s) { return !isLive(s); },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::RecoverDatabase{databaseIdOf(s.target)}};
        },
    };
});

} // namespace
} // namespace keyward::models
