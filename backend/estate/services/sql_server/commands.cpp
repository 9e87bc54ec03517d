// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a SQL server does with its databases: new ones, encryption on and off, data keys wrapped anew, drops.

#include "backend/estate/commands/row.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/sql_server/access.h"
#include "backend/estate/services/sql_server/replication.h"
#include "backend/estate/services/sql_server/rewrap.h"
#include "backend/estate/services/sql_server/rules.h"

#include <algorithm>

namespace keyward::estate {

Result<SqlServer> serverIn(const Resource &resource)
{
    if (const auto *facet = facetOf<SqlServer>(resource)) return *facet;
    return fail(Code::ValueInvalid, resource.name.text(),
                {"SQL server", said("it is a {0}, which holds no databases", resource.type)});
}

Status notBusy(const Estate &estate, const ResourceId &server, const std::optional<DatabaseId> &database,
               const std::string &name)
{
    for (const auto &[id, job] : estate.jobs()) {
        if (job->state != JobState::Running) continue;
        const auto *replica = workOf<ReplicaWork>(*job); // a job of the server that gets it
        if (replica && database && replica->primary == *database)
            return fail(Code::Busy, name, {said("job {0} is at work on it", id.text().substr(0, 8))});
        if (job->resource != server) continue;
        const auto *fresh = workOf<DatabaseWork>(*job);
        const auto *restored = workOf<DatabaseRestoreWork>(*job);
        const auto *conversion = workOf<ConversionWork>(*job);
        const auto *backup = workOf<DatabaseBackupWork>(*job);
        if ((fresh && folded(fresh->databaseName) == folded(name)) ||
            (replica && folded(replica->databaseName) == folded(name)) ||
            (restored && folded(restored->databaseName) == folded(name)) ||
            (conversion && database && conversion->database == *database) ||
            (backup && database && backup->database == *database))
            return fail(Code::Busy, name, {said("job {0} is at work on it", id.text().substr(0, 8))});
    }
    return {};
}

Status mayBeMade(const Estate &estate, const Resource &server, const DatabaseName &name, bool encrypted)
{
    const auto path = server.name.text() + "/" + name.text();
    KEYWARD_CHECK(regionIsUp(estate, server.place.region));
    if (const auto *there = estate.databaseNamed(server.id, name.text()))
        return there->dropped ? fail(Code::DatabaseDropped, path) : fail(Code::AlreadyExists, path, {"database"});
    KEYWARD_CHECK(notBusy(estate, server.id, {}, name.text()));
    return encrypted ? takesNewData(estate, server, path) : Status{};
}

Facts factsOfNew(const Estate &estate, const ResourceId &server, const DatabaseName &name, NewIds makes)
{
    auto out = administrationOf(estate, server, changes(server), std::move(makes));
    out.subject += "/" + name.text();
    return out;
}

Facts factsOfKept(const Estate &estate, const Database &database)
{
    return {.subject = nameOf(estate, database.server) + "/" + database.name.text(),
            .about = referenceTo(database.id),
            .dataCall = administration,
            .guarded = {},
            .makes = made(estate, database.id),
            .takesAway = {}};
}

Status keepNew(ChangeBuilder &draft, const JobId &id, Database database)
{
    KEYWARD_TRY(const auto *server, existing(draft.estate(), database.server));
    if (draft.estate().databaseNamed(server->id, database.name.text()))
        return fail(Code::AlreadyExists, server->name.text() + "/" + database.name.text(), {"database"});
    if (database.encrypted && !wrapsAs(*server, database.wrappedBy)) return fail(Code::Conflict, server->name.text());
    KEYWARD_TRY(auto job, succeededJob(draft, id));
    draft.put(std::move(job));
    database.job = id;
    database.created = draft.now;
    draft.put(std::move(database));
    return {};
}

Status followsNone(const Estate &estate, const Database &database)
{
    if (!database.replication) return {};
    return fail(Code::DatabaseIsReplica, nameOf(estate, database.id), {nameOf(estate, database.replication->primary)});
}

bool wrapsAs(const Resource &server, const std::optional<WrappedBy> &by) { return sameKeyVersion(by, server.binding); }

namespace {

/// That runs; null: none does.
const Job *rewrapJob(const Estate &estate, const Resource &server)
{
    for (const auto &[id, job] : estate.jobs())
        if (job->state == JobState::Running && job->resource == server.id && workOf<RewrapWork>(*job)) return job.get();
    return nullptr;
}

/// What was dropped is no database until it is recovered.
Result<const Database *> liveDatabase(const Estate &estate, const DatabaseId &id)
{
    KEYWARD_TRY(const auto *database, existing(estate, id));
    if (database->dropped) return fail(Code::DatabaseDropped, nameOf(estate, id));
    return database;
}

/// Pages that are written anew are not those that a replica follows.
Status noReplication(const Estate &estate, const Database &database)
{
    KEYWARD_CHECK(followsNone(estate, database));
    const auto replicas = replicasOf(estate, database);
    if (replicas.empty()) return {};
    return fail(Code::DatabaseHasReplicas, nameOf(estate, database.id), {nameOf(estate, replicas.front()->id)});
}

} // namespace

bool rewrapRuns(const Estate &estate, const Resource &server) { return rewrapJob(estate, server) != nullptr; }

namespace command {

Facts factsOf(const Estate &estate, const StartDatabase &c)
{
    return factsOfNew(estate, c.server, c.name, made(estate, c.job, c.database));
}
Words wordsOf(const Estate &estate, const StartDatabase &c)
{
    const auto server = nameOf(estate, c.server);
    return {.sentence = c.source.empty()
                            ? said("Create database {0} on server {1}", c.name.text(), server)
                            : said("Create database {0} on server {1} from {2}", c.name.text(), server, c.source),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const StartDatabase &command)
{
    KEYWARD_TRY(const auto *server, existing(draft.estate(), command.server));
    KEYWARD_TRY(const auto facet, serverIn(*server));
    KEYWARD_CHECK(mayBeMade(draft.estate(), *server, command.name, command.encrypted));
    Resource resource = *server;
    resource.protectionAttempted = true;
    draft.put(begunJob(
        draft, command.job, server->id, "Create database " + server->name.text() + "/" + command.name.text(),
        DatabaseWork{.databaseName = command.name.text(), .source = command.source, .database = command.database},
        command.folder));
    draft.put(std::move(resource));
    return {};
}

Facts factsOf(const Estate &estate, const FinishDatabase &c) { return factsOfKept(estate, c.database); }
Words wordsOf(const Estate &estate, const FinishDatabase &c)
{
    return {.sentence =
                said("Keep database {0} of server {1}", c.database.name.text(), nameOf(estate, c.database.server)),
            .irreversible = {},
            .undo = DropDatabase{.database = c.database.id}};
}
Status applyTo(ChangeBuilder &draft, const FinishDatabase &command)
{
    return keepNew(draft, command.job, command.database);
}

Facts factsOf(const Estate &estate, const StartConversion &c)
{
    const auto *database = estate.database(c.database);
    return administrationOf(estate, c.database, database ? changes(database->server) : Guards{}, made(estate, c.job));
}
Words wordsOf(const Estate &estate, const StartConversion &c)
{
    const auto name = nameOf(estate, c.database);
    return {.sentence = c.encrypted
                            ? said("Turn on the encryption of database {0}", name)
                            : said("Turn off the encryption of database {0}: its pages can be read on this disk", name),
            .irreversible = {},
            .undo = StartConversion{.database = c.database, .job = {}, .encrypted = !c.encrypted, .folder = {}}};
}
Status applyTo(ChangeBuilder &draft, const StartConversion &command)
{
    KEYWARD_TRY(const auto *database, liveDatabase(draft.estate(), command.database));
    KEYWARD_TRY(const auto *server, existing(draft.estate(), database->server));
    const auto path = nameOf(draft.estate(), command.database);
    if (database->encrypted == command.encrypted)
        return fail(
            Code::ValueInvalid, path,
            {"database to convert", command.encrypted ? said("it is encrypted already") : said("it is not encrypted")});
    KEYWARD_CHECK(regionIsUp(draft.estate(), server->place.region));
    KEYWARD_CHECK(noReplication(draft.estate(), *database));
    KEYWARD_CHECK(notBusy(draft.estate(), server->id, command.database, database->name.text()));
    draft.put(begunJob(draft, command.job, server->id,
                       std::string(command.encrypted ? "Encrypt database " : "Decrypt database ") + path,
                       ConversionWork{.database = command.database, .encrypted = command.encrypted}, command.folder));
    return {};
}

Facts factsOf(const Estate &estate, const FinishConversion &c)
{
    const auto *job = estate.job(c.job);
    const auto *work = job ? workOf<ConversionWork>(*job) : nullptr;
    return {.subject = work ? nameOf(estate, work->database) : nameOf(estate, c.job),
            .about = work ? referenceTo(work->database) : referenceTo(c.job),
            .dataCall = administration,
            .guarded = {},
            .makes = {},
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const FinishConversion &c)
{
    return {
        .sentence = said("Use the pages that {0} wrote anew", nameOf(estate, c.job)), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const FinishConversion &command)
{
    KEYWARD_TRY(const auto *job, runningJob(draft.estate(), command.job));
    const auto *work = workOf<ConversionWork>(*job);
    if (!work)
        return fail(Code::ValueInvalid, command.job.text().substr(0, 8), {"job", said("it converts no database")});
    KEYWARD_TRY(const auto *before, liveDatabase(draft.estate(), work->database));
    KEYWARD_TRY(const auto *server, existing(draft.estate(), before->server));
    if (work->encrypted && !wrapsAs(*server, command.wrappedBy))
        return fail(Code::Conflict, server->name.text()); // the protector changed meanwhile
    Database database = *before;
    const auto old = database.folder;
    database.folder = job->folder;
    database.job = command.job;
    database.encrypted = work->encrypted;
    database.wrappedBy = work->encrypted ? command.wrappedBy : std::nullopt;
    KEYWARD_TRY(auto ended, succeededJob(draft, command.job));
    ended.folder = old; // should its removal be cut short
    draft.put(std::move(ended));
    draft.put(std::move(database));
    draft.change.effects.push_back(effect::RemoveFolder{old});
    return {};
}

Facts factsOf(const Estate &estate, const StartRewrap &c)
{
    return administrationOf(estate, c.server, {}, made(estate, c.job)); // setting the protector was guarded
}
Words wordsOf(const Estate &estate, const StartRewrap &c)
{
    return {.sentence = said("Wrap the data keys of server {0} by its protector", nameOf(estate, c.server)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const StartRewrap &command)
{
    KEYWARD_TRY(const auto *server, existing(draft.estate(), command.server));
    KEYWARD_TRY(const auto facet, serverIn(*server));
    KEYWARD_CHECK(regionIsUp(draft.estate(), server->place.region));
    if (const auto *job = rewrapJob(draft.estate(), *server))
        return fail(Code::Busy, server->name.text(),
                    {said("job {0} wraps its data keys", job->id.text().substr(0, 8))});
    const auto left = wrappedOtherwise(draft.estate(), *server).size();
    const auto *key = server->binding ? draft.estate().key(server->binding->key) : nullptr;
    const auto *vault = key ? draft.estate().vault(key->vault) : nullptr;
    draft.put(begunJob(draft, command.job, server->id, "Wrap the data keys of " + server->name.text(),
                       RewrapWork{.keyUri = vault ? keyUri(*vault, *key, &server->binding->version) : std::string(),
                                  .databases = left}));
    return {};
}

Facts factsOf(const Estate &estate, const NoteRewrapped &c)
{
    return {.subject = nameOf(estate, c.server),
            .about = referenceTo(c.server),
            .dataCall = administration,
            .guarded = {},
            .makes = {},
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const NoteRewrapped &c)
{
    return {.sentence =
                said("Note that {0} of server {1} are wrapped by {2}", counted(c.databases.size(), "data key"),
                     nameOf(estate, c.server), c.by ? Sentence::Argument(c.by->uri) : said("the platform's key")),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const NoteRewrapped &command)
{
    KEYWARD_TRY(const auto *server, existing(draft.estate(), command.server));
    for (const auto &id : command.databases) {
        const auto *before = draft.estate().database(id);
        if (!before || !before->encrypted) continue; // dropped or converted meanwhile
        Database database = *before;
        database.wrappedBy = command.by;
        draft.put(std::move(database));
    }
    if (server->binding && server->binding->former && !someWrappedOtherwise(draft.estate(), *server)) {
        Resource resource = *server;
        resource.binding->former.reset();
        draft.put(std::move(resource));
    }
    return {};
}

Facts factsOf(const Estate &estate, const DropDatabase &c)
{
    const auto *database = estate.database(c.database);
    auto guarded = database ? removes(database->server) : Guards{};
    if (database)
        for (const auto *replica : replicasOf(estate, *database)) guarded.push_back({scopeOf(replica->server), false});
    return administrationOf(estate, c.database, std::move(guarded));
}
Words wordsOf(const Estate &estate, const DropDatabase &c)
{
    const auto name = nameOf(estate, c.database);
    const auto *database = estate.database(c.database);
    const auto *server = database ? estate.resource(database->server) : nullptr;
    const auto *facet = server ? facetOf<SqlServer>(*server) : nullptr;
    const bool kept = facet && facet->keepDropped.count() > 0 && !c.forGood;
    const bool leads = database && !replicasOf(estate, *database).empty();
    return {.sentence = c.byLoss    ? said("Drop database {0}, whose key cannot be used", name)
                        : c.forGood ? said("Destroy database {0}", name)
                        : leads     ? said("Drop database {0}; its replicas become databases of their own", name)
                                    : said("Drop database {0}", name),
            .irreversible = kept ? Sentence() : said("the database is destroyed"),
            .undo = kept ? std::optional<Action>(RecoverDatabase{c.database}) : std::nullopt};
}
Status applyTo(ChangeBuilder &draft, const DropDatabase &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.database));
    KEYWARD_TRY(const auto *server, existing(draft.estate(), before->server));
    KEYWARD_TRY(const auto facet, serverIn(*server));
    KEYWARD_CHECK(notBusy(draft.estate(), server->id, command.database, before->name.text()));
    if (before->dropped && !command.forGood)
        return fail(Code::DatabaseDropped, nameOf(draft.estate(), command.database));
    for (const auto *one : replicasOf(draft.estate(), *before))
        KEYWARD_CHECK(notBusy(draft.estate(), one->server, one->id, one->name.text()));
    for (const auto *one : replicasOf(draft.estate(), *before)) { // it follows what is there no longer
        Database replica = *one;
        replica.replication.reset();
        draft.put(std::move(replica));
    }
    if (facet.keepDropped.count() > 0 && !command.forGood) {
        Database database = *before;
        database.replication.reset();
        database.dropped =
            DatabaseDrop{.at = draft.now, .goneAt = draft.now + facet.keepDropped, .byLoss = command.byLoss};
        draft.put(std::move(database));
        return {};
    }
    removeStored(draft, before->job, before->folder);
    draft.remove(command.database);
    return {};
}

Facts factsOf(const Estate &estate, const RecoverDatabase &c)
{
    const auto *database = estate.database(c.database);
    return administrationOf(estate, c.database, database ? changes(database->server) : Guards{});
}
Words wordsOf(const Estate &estate, const RecoverDatabase &c)
{
    return {.sentence = said("Recover dropped database {0}", nameOf(estate, c.database)),
            .irreversible = {},
            .undo = DropDatabase{.database = c.database}};
}
Status applyTo(ChangeBuilder &draft, const RecoverDatabase &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.database));
    const auto path = nameOf(draft.estate(), command.database);
    if (!before->dropped) return fail(Code::NotDeleted, path, {"database"});
    if (draft.now >= before->dropped->goneAt)
        return std::unexpected(Error{Code::DatabaseDropped,
                                     path,
                                     {},
                                     "It could be recovered until " + isoText(before->dropped->goneAt) +
                                         ". Restore a backup of it: keywardctl sql backup list."});
    Database database = *before;
    database.dropped.reset();
    draft.put(std::move(database));
    return {};
}

} // namespace command
} // namespace keyward::estate
