// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/services/sql_server/parts.h"

#include "backend/base/paths.h"
#include "backend/estate/describe.h"
#include "backend/estate/services/sql_server/access.h"

namespace keyward::ctl {

using namespace estate;

namespace {

void printDatabase(Invocation &invocation, const Estate &estate, const Database &database)
{
    auto &out = invocation.out();
    const auto *server = estate.resource(database.server);
    const auto state = stateOf(estate, database);
    out.field("Database", nameOf(estate, database.id));
    out.field("State", std::string(stateText(state)));
    if (state == DatabaseState::Inaccessible) {
        out.field("Reason", server->loss->reason);
        if (const auto at = dropsAt(estate, *server)) out.field("Dropped at", isoText(*at));
    }
    if (database.replication) {
        out.field("Replica of", nameOf(estate, database.replication->primary));
        out.field("As of", isoText(database.replication->asOf));
    }
    for (const auto *replica : replicasOf(estate, database))
        out.field("Replica", nameOf(estate, replica->id) + ", as of " + isoText(replica->replication->asOf));
    if (database.dropped) out.field("Recoverable until", isoText(database.dropped->goneAt));
    out.field("Created", isoText(database.created));
    out.field("Encrypted", database.encrypted ? "yes" : "no");
    if (database.encrypted)
        out.field("Data key under", database.wrappedBy ? database.wrappedBy->uri : "the platform's key");
    out.document(reports::view(estate, database));
}

struct CreateOptions {
    std::string path, from, script;
    bool encrypted = true;
};

Status create(Invocation &invocation, const CreateOptions &o)
{
    using Source = engine::NewDatabase::Source;
    KEYWARD_TRY(const auto path, databasePath(invocation, o.path));
    KEYWARD_TRY(const auto name, DatabaseName::from(path.name));
    engine::NewDatabase what{.server = path.server->id, .name = name, .encrypted = o.encrypted};
    if (!o.from.empty() || !o.script.empty()) {
        what.source = o.from.empty() ? Source::Script : Source::File;
        KEYWARD_TRY(what.file, realPath(o.from.empty() ? o.script : o.from));
    }
    KEYWARD_TRY(const auto job, invocation.fresh<JobId>());
    KEYWARD_TRY(const auto id, invocation.fresh<DatabaseId>());
    const command::StartDatabase preview{.server = what.server,
                                         .job = job,
                                         .database = id,
                                         .name = name,
                                         .folder = {},
                                         .source = what.file.string(),
                                         .script = what.source == Source::Script,
                                         .encrypted = o.encrypted};
    if (invocation.dryRun()) return invocation.change(preview).transform([](const auto &) {});
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto made, withProgress(invocation, "Creating", [&](const auto &progress) {
                    return serversOf(*acting).create(what, invocation.actor(), progress);
                }));
    KEYWARD_TRY(const auto after, invocation.snapshot());
    printDatabase(invocation, *after, *after->database(made));
    return {};
}

Status list(Invocation &invocation, const std::string &name)
{
    std::optional<ResourceId> only;
    if (!name.empty()) {
        KEYWARD_TRY(const auto *server, sqlServer(invocation, name));
        only = server->id;
    }
    KEYWARD_TRY(const auto estate, invocation.snapshot());
    Listing listing({"DATABASE", "STATE", "ENCRYPTED", "CREATED", "DATA KEY UNDER"});
    for (const auto &[id, one] : estate->databases())
        if (!only || one->server == *only)
            listing.add({nameOf(*estate, id), std::string(stateText(stateOf(*estate, *one))),
                         one->encrypted ? "yes" : "no", isoText(one->created),
                         !one->encrypted  ? "-"
                         : one->wrappedBy ? one->wrappedBy->uri
                                          : "platform key"},
                        reports::view(*estate, *one));
    return listing.tell(invocation, "There are no databases yet. Make one: keywardctl sql database create SERVER/NAME");
}

Status show(Invocation &invocation, const std::string &path)
{
    KEYWARD_TRY(const auto *found, database(invocation, path));
    KEYWARD_TRY(const auto estate, invocation.snapshot());
    printDatabase(invocation, *estate, *found);
    return {};
}

struct TdeOptions {
    std::string path, state;
};

Status tde(Invocation &invocation, const TdeOptions &o)
{
    KEYWARD_TRY(const auto *found, database(invocation, o.path));
    const auto id = found->id;
    const bool on = o.state == "on";
    KEYWARD_TRY(const auto job, invocation.fresh<JobId>());
    if (invocation.dryRun())
        return invocation.change(command::StartConversion{.database = id, .job = job, .encrypted = on, .folder = {}})
            .transform([](const auto &) {});
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_CHECK(withProgress(invocation, "Converting", [&](const auto &progress) {
        return serversOf(*acting).setEncryption(id, on, invocation.actor(), progress);
    }));
    KEYWARD_TRY(const auto after, invocation.snapshot());
    printDatabase(invocation, *after, *after->database(id));
    return {};
}

struct ExportOptions {
    std::string path, output;
};

Status exportPlain(Invocation &invocation, const ExportOptions &o)
{
    KEYWARD_TRY(const auto *found, database(invocation, o.path));
    const auto id = found->id;
    KEYWARD_TRY(const auto target, realPath(o.output));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_CHECK(withProgress(invocation, "Exporting", [&](const auto &progress) {
        return serversOf(*acting).exportPlain(id, target, invocation.actor(), progress);
    }));
    invocation.out().line("Exported " + o.path + " in the clear into " + printable(target.string()) + ".");
    invocation.out().document(QJsonObject{{QLatin1String("database"), reports::text(o.path)},
                                          {QLatin1String("file"), reports::text(target.string())}});
    return {};
}

struct DropOptions {
    std::string path;
    bool forGood = false;
};

Status drop(Invocation &invocation, const DropOptions &o)
{
    KEYWARD_TRY(const auto *found, database(invocation, o.path));
    const auto id = found->id;
    return invocation.carryOut(command::DropDatabase{.database = id, .byLoss = false, .forGood = o.forGood},
                               [&](const Estate &after) {
                                   const auto *kept = after.database(id);
                                   if (!kept) return Told::gone("Database " + o.path + " is destroyed.", o.path);
                                   return Told{"Database " + o.path + " is dropped; it can be recovered until " +
                                                   isoText(kept->dropped->goneAt) + ".",
                                               reports::view(after, *kept)};
                               });
}

Status recover(Invocation &invocation, const std::string &path)
{
    KEYWARD_TRY(const auto *found, database(invocation, path));
    const auto id = found->id;
    return invocation.carryOut(command::RecoverDatabase{id}, [&](const Estate &after) {
        return Told{"Database " + path + " is recovered.", reports::view(after, *after.database(id))};
    });
}

} // namespace

Result<const Resource *> sqlServer(Invocation &invocation, const std::string &name)
{
    return resourceOf<SqlServer>(invocation, name, "SQL server");
}

Result<DatabasePath> databasePath(Invocation &invocation, const std::string &path)
{
    const auto slash = path.find('/');
    if (slash == std::string::npos) return fail(Code::ValueInvalid, path, {"database", "write it as SERVER/NAME"});
    KEYWARD_TRY(const auto *server, sqlServer(invocation, path.substr(0, slash)));
    return DatabasePath{server, path.substr(slash + 1)};
}

Result<const Database *> database(Invocation &invocation, const std::string &path)
{
    KEYWARD_TRY(const auto where, databasePath(invocation, path));
    KEYWARD_TRY(const auto estate, invocation.snapshot());
    if (const auto *found = estate->databaseNamed(where.server->id, where.name)) return found;
    return fail(Code::NotFound, path, {"database"});
}

MaybeLine lineOf(const Typed<command::StartDatabase> &c)
{
    Line line("sql database create");
    line.word(nameOf(c.estate, c->server) + "/" + c->name.text());
    if (!c->source.empty()) line.option(c->script ? "--script" : "--from", c->source);
    if (!c->encrypted) line.option("--tde", "off");
    return line;
}
MaybeLine lineOf(const Typed<command::StartConversion> &c)
{
    auto line = about(c.estate, "sql database tde", c->database);
    return line.word(c->encrypted ? "on" : "off");
}
MaybeLine lineOf(const Typed<command::DropDatabase> &c)
{
    if (c->byLoss) return notAsALine;
    return about(c.estate, "sql database delete", c->database).flag("--for-good", c->forGood);
}
MaybeLine lineOf(const Typed<command::RecoverDatabase> &c)
{
    return about(c.estate, "sql database recover", c->database);
}
MaybeLine lineOf(const Typed<command::FinishDatabase> &) { return nobodyTypesIt; }
MaybeLine lineOf(const Typed<command::FinishConversion> &) { return nobodyTypesIt; }

void addDatabaseCommands(Commands &commands, CLI::App *sql)
{
    auto *group = sql->add_subcommand("database", "Databases of a SQL server")->require_subcommand(1);
    auto c = options<CreateOptions>();
    auto *createApp = commands.change(group, "create", "Create a database, empty or from a file",
                                      [c](Invocation &s) { return create(s, *c); });
    createApp->add_option("DATABASE", c->path, "SERVER/NAME")->required();
    auto *from = createApp->add_option("--from", c->from, "A SQLite database whose contents it takes over");
    createApp->add_option("--script", c->script, "An SQL script that makes its contents, as one transaction")
        ->excludes(from);
    createApp
        ->add_option_function<std::string>(
            "--tde", [c](const std::string &state) { c->encrypted = state == "on"; },
            "Transparent data encryption; on unless said otherwise")
        ->check(CLI::IsMember({"on", "off"}));
    createApp->footer("Example: keywardctl sql database create srv1/orders --from orders.sqlite");
    auto listed = options<std::string>();
    commands.reads(group, "list", "List databases", [listed](Invocation &s) { return list(s, *listed); })
        ->add_option("SERVER", *listed);
    auto shown = options<std::string>();
    commands.reads(group, "show", "Show a database", [shown](Invocation &s) { return show(s, *shown); })
        ->add_option("DATABASE", *shown, "SERVER/NAME")
        ->required();
    auto t = options<TdeOptions>();
    auto *tdeApp =
        commands.change(group, "tde", "Turn the encryption of a database on or off; its pages are written anew",
                        [t](Invocation &s) { return tde(s, *t); });
    tdeApp->add_option("DATABASE", t->path, "SERVER/NAME")->required();
    tdeApp->add_option("STATE", t->state, "on or off")->required()->check(CLI::IsMember({"on", "off"}));
    auto e = options<ExportOptions>();
    auto *exportApp =
        commands.act(group, "export", "Write a database in the clear into a new file",
                     "it opens the database with its key", [e](Invocation &s) { return exportPlain(s, *e); });
    exportApp->add_option("DATABASE", e->path, "SERVER/NAME")->required();
    exportApp->add_option("--output", e->output, "A new file")->required();
    auto d = options<DropOptions>();
    auto *dropApp = commands.change(group, "delete", "Drop a database", [d](Invocation &s) { return drop(s, *d); });
    dropApp->add_option("DATABASE", d->path, "SERVER/NAME")->required();
    dropApp->add_flag("--for-good", d->forGood, "Destroy it, also where its server keeps what was dropped");
    auto recovered = options<std::string>();
    commands
        .change(group, "recover", "Bring a dropped database back",
                [recovered](Invocation &s) { return recover(s, *recovered); })
        ->add_option("DATABASE", *recovered, "SERVER/NAME")
        ->required();
}

} // namespace keyward::ctl
