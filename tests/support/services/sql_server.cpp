// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/any_command.h"

#include "backend/estate/apply.h"
#include "backend/estate/services/sql_server/access.h"

namespace keyward::test {

using namespace estate;

namespace {

void addDatabase(Model &model, const ResourceId &server, const char *name, bool dropped)
{
    const command::StartDatabase start{.server = server,
                                       .job = id<JobId>(),
                                       .database = id<DatabaseId>(),
                                       .name = must(DatabaseName::from(name)),
                                       .folder = id<RecordId>().text(),
                                       .source = {}};
    if (!model.run(start, true)) return; // a lock, perhaps
    must(model.run(command::FinishDatabase{start.job,
                                           {.id = start.database,
                                            .server = server,
                                            .name = start.name,
                                            .encrypted = true,
                                            .wrappedBy = {},
                                            .job = start.job,
                                            .folder = start.folder}}));
    const command::StartDatabaseBackup copy{
        .database = start.database, .job = id<JobId>(), .backup = id<DatabaseBackupId>(), .folder = {}};
    if (model.run(copy, true))
        must(model.run(command::FinishDatabaseBackup{copy.job,
                                                     {.id = copy.backup,
                                                      .server = server,
                                                      .database = start.database,
                                                      .databaseName = name,
                                                      .made = model.now,
                                                      .encrypted = false,
                                                      .wrappedBy = {},
                                                      .bytes = 0,
                                                      .digest = {},
                                                      .job = copy.job,
                                                      .folder = id<RecordId>().text()}}));
    if (!dropped) return;
    (void)model.run(command::SetDropRule{server, Days(7)}, true);
    (void)model.run(command::DropDatabase{.database = start.database}, true);
}

/// Of the first database that can have one, on a server beside.
void addReplica(Model &model, const ResourceId &server)
{
    const auto partner = id<ResourceId>();
    const command::CreateResource create{partner, "sql-server", must(ResourceName::from("sql-2")), model.place(), {}};
    if (!model.run(create, true) || !model.run(command::LinkServers{server, partner}, true)) return;
    const auto *primary = model.estate.databaseNamed(server, "orders");
    if (!primary) return;
    const command::StartReplica start{
        .primary = primary->id, .server = partner, .job = id<JobId>(), .replica = id<DatabaseId>(), .folder = {}};
    if (!model.run(start, true)) return;
    must(model.run(command::FinishReplica{start.job,
                                          {.id = start.replica,
                                           .server = partner,
                                           .name = primary->name,
                                           .encrypted = true,
                                           .wrappedBy = {},
                                           .job = start.job,
                                           .folder = id<RecordId>().text(),
                                           .dropped = {},
                                           .replication = Replication{.primary = primary->id, .asOf = model.now}}}));
}

ResourceId otherServer(const Estate &estate, const ResourceId &than)
{
    for (const auto &[id_, resource] : estate.resources())
        if (facetOf<SqlServer>(*resource) && id_ != than) return id_;
    return id<ResourceId>();
}

/// One that the server can be linked with: a third one, where there is none.
ResourceId unlinkedServer(World &world, const ResourceId &server)
{
    auto &model = world.model;
    const auto *resource = model.estate.resource(server);
    const auto *facet = resource ? facetOf<SqlServer>(*resource) : nullptr;
    for (const auto &[id_, other] : model.estate.resources())
        if (facet && facetOf<SqlServer>(*other) && id_ != server && !std::ranges::contains(facet->partners, id_))
            return id_;
    const auto third = id<ResourceId>();
    (void)model.run(command::CreateResource{third, "sql-server", must(ResourceName::from("sql-3")), model.place(), {}},
                    true);
    return third;
}

/// A server with databases and a key, where there is none yet.
ResourceId stocked(World &world)
{
    auto &model = world.model;
    for (const auto &[id_, resource] : model.estate.resources())
        if (facetOf<SqlServer>(*resource)) return id_;
    const auto server = id<ResourceId>();
    const command::CreateResource create{server, "sql-server", must(ResourceName::from("sql-1")), model.place(), {}};
    if (!model.run(create, true)) return server; // its place is locked, or moved away
    addDatabase(model, server, "orders", false);
    addDatabase(model, server, "gone", true);
    addReplica(model, server);
    const auto &bound = world.bounds.front();
    (void)model.run(command::AddServerKey{server, bound.vault, bound.key, model.keyOf(bound.key).latest().id});
    return server;
}

} // namespace

Action anyCommand(const ServiceCommand<SqlServer> &of)
{
    const auto server = stocked(of.world);
    const auto &estate = of.world.model.estate;
    const auto database = anyOf<Database>(estate);
    const auto keyId = anyOf<Key>(estate);
    const auto *key = estate.key(keyId);
    const auto *facet = estate.resource(server) ? facetOf<SqlServer>(*estate.resource(server)) : nullptr;
    switch (below(17)) {
    case 0:
    case 1:
        return command::AddServerKey{server, key ? key->vault : id<VaultId>(), keyId,
                                     key ? key->latest().id : id<VersionId>()};
    case 2:
        if (!facet || facet->keys.empty()) return command::RemoveServerKey{server, keyId, id<VersionId>()};
        {
            const auto &one = facet->keys[static_cast<std::size_t>(below(static_cast<int>(facet->keys.size())))];
            return command::RemoveServerKey{server, one.key, one.version};
        }
    case 3: return command::SetDropRule{server, maybe() ? Millis(0) : Millis(Days(1 + below(300)))};
    case 4: {
        command::StartDatabase start{.server = server,
                                     .job = id<JobId>(),
                                     .database = id<DatabaseId>(),
                                     .name = must(DatabaseName::from("db-" + std::to_string(below(50)))),
                                     .folder = {},
                                     .source = {}};
        start.encrypted = below(4) > 0;
        if (maybe()) start.source = (of.folder / anyText()).string();
        start.script = !start.source.empty() && maybe();
        return start;
    }
    case 5:
        return command::StartConversion{.database = database, .job = id<JobId>(), .encrypted = maybe(), .folder = {}};
    case 6:
        return command::StartDatabaseBackup{
            .database = database, .job = id<JobId>(), .backup = id<DatabaseBackupId>(), .folder = {}};
    case 7:
        return command::StartDatabaseRestore{.backup = anyOf<DatabaseBackup>(estate),
                                             .server = server,
                                             .name = must(DatabaseName::from("db-" + std::to_string(below(50)))),
                                             .job = id<JobId>(),
                                             .database = id<DatabaseId>(),
                                             .folder = {}};
    case 8: return command::DeleteDatabaseBackup{anyOf<DatabaseBackup>(estate)};
    case 10:
        return command::LinkServers{server, maybe() ? unlinkedServer(of.world, server) : otherServer(estate, server)};
    case 11: return command::UnlinkServers{otherServer(estate, server), server};
    case 12:
        return command::StartReplica{.primary = database,
                                     .server = otherServer(estate, server),
                                     .job = id<JobId>(),
                                     .replica = id<DatabaseId>(),
                                     .folder = {}};
    case 13: return command::NoteReplicated{database, of.world.model.now, static_cast<std::uint64_t>(below(9))};
    case 14: return command::DetachReplica{database};
    case 15: {
        const auto *one = estate.database(database);
        const auto &follows = one ? one->replication : std::nullopt; // the service finds out whether it is complete
        return command::FailOver{database, follows && mayBeOpened(estate, follows->primary).has_value()};
    }
    case 9: return command::DropDatabase{.database = database, .byLoss = false, .forGood = maybe()};
    default: return command::RecoverDatabase{database};
    }
}

} // namespace keyward::test
