// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-13: servers are linked, databases replicated between them, and replicas made primaries.

#include "backend/estate/commands/row.h"
#include "backend/estate/services/sql_server/replication.h"
#include "backend/estate/services/sql_server/rules.h"

#include <algorithm>

namespace keyward::estate {
namespace {

struct Pair {
    const Resource *server;
    const Resource *partner;
    SqlServer ofServer;
    SqlServer ofPartner;
};

Result<Pair> pairOf(const Estate &estate, const ResourceId &server, const ResourceId &partner)
{
    Pair out{};
    KEYWARD_TRY(out.server, existing(estate, server));
    KEYWARD_TRY(out.partner, existing(estate, partner));
    KEYWARD_TRY(out.ofServer, serverIn(*out.server));
    KEYWARD_TRY(out.ofPartner, serverIn(*out.partner));
    return out;
}

void putBoth(ChangeBuilder &draft, Pair pair)
{
    Resource server = *pair.server, partner = *pair.partner;
    server.facet = std::move(pair.ofServer);
    partner.facet = std::move(pair.ofPartner);
    draft.put(std::move(server));
    draft.put(std::move(partner));
}

Facts factsOfPair(const Estate &estate, const ResourceId &server, const ResourceId &partner)
{
    return administrationOf(estate, server, Guards{{scopeOf(server), false}, {scopeOf(partner), false}});
}

/// TDE-13: what one has is known to the other. Code::KeyNotOnServer of the first that is not.
Status keysAreShared(const Estate &estate, const Resource &server, const Resource &of)
{
    const auto unknown = keysUnknownTo(estate, server, of);
    if (unknown.empty()) return {};
    return fail(Code::KeyNotOnServer, server.name.text(), {nameOfKey(estate, unknown.front())});
}

Guards ofDatabase(const Estate &estate, const DatabaseId &id)
{
    const auto *database = estate.database(id);
    return database ? changes(database->server) : Guards{};
}

std::string primaryName(const Estate &estate, const DatabaseId &replica)
{
    const auto *database = estate.database(replica);
    return database && database->replication ? nameOf(estate, database->replication->primary) : std::string("?");
}

} // namespace

namespace command {

Facts factsOf(const Estate &estate, const LinkServers &c) { return factsOfPair(estate, c.server, c.partner); }
Words wordsOf(const Estate &estate, const LinkServers &c)
{
    return {.sentence = said("Link servers {0} and {1}", nameOf(estate, c.server), nameOf(estate, c.partner)),
            .irreversible = {},
            .undo = UnlinkServers{c.server, c.partner}};
}
Status applyTo(ChangeBuilder &draft, const LinkServers &command)
{
    KEYWARD_TRY(auto pair, pairOf(draft.estate(), command.server, command.partner));
    KEYWARD_CHECK(mayBeLinked(*pair.server, *pair.partner));
    KEYWARD_CHECK(keysAreShared(draft.estate(), *pair.partner, *pair.server));
    KEYWARD_CHECK(keysAreShared(draft.estate(), *pair.server, *pair.partner));
    pair.ofServer.partners.push_back(command.partner);
    pair.ofPartner.partners.push_back(command.server);
    putBoth(draft, std::move(pair));
    return {};
}

Facts factsOf(const Estate &estate, const UnlinkServers &c) { return factsOfPair(estate, c.server, c.partner); }
Words wordsOf(const Estate &estate, const UnlinkServers &c)
{
    return {.sentence = said("Unlink servers {0} and {1}", nameOf(estate, c.server), nameOf(estate, c.partner)),
            .irreversible = {},
            .undo = LinkServers{c.server, c.partner}};
}
Status applyTo(ChangeBuilder &draft, const UnlinkServers &command)
{
    KEYWARD_TRY(auto pair, pairOf(draft.estate(), command.server, command.partner));
    const auto name = pair.server->name.text(), other = pair.partner->name.text();
    if (!linked(*pair.server, command.partner)) return fail(Code::ServersNotLinked, name, {other});
    if (replicates(draft.estate(), *pair.server, *pair.partner) ||
        replicates(draft.estate(), *pair.partner, *pair.server))
        return std::unexpected(Error{Code::ServersLinked,
                                     name,
                                     {other, said("databases are replicated between them")},
                                     "End that first: keywardctl sql replica list " + name + "."});
    std::erase(pair.ofServer.partners, command.partner);
    std::erase(pair.ofPartner.partners, command.server);
    putBoth(draft, std::move(pair));
    return {};
}

Facts factsOf(const Estate &estate, const StartReplica &c)
{
    const auto *primary = estate.database(c.primary);
    if (!primary) return administrationOf(estate, c.primary, changes(c.server), made(estate, c.job, c.replica));
    auto out = factsOfNew(estate, c.server, primary->name, made(estate, c.job, c.replica));
    out.guarded.push_back({scopeOf(primary->server), false});
    return out;
}
Words wordsOf(const Estate &estate, const StartReplica &c)
{
    return {.sentence =
                said("Replicate database {0} to server {1}", nameOf(estate, c.primary), nameOf(estate, c.server)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const StartReplica &command)
{
    KEYWARD_TRY(const auto *primary, existing(draft.estate(), command.primary));
    KEYWARD_TRY(const auto *server, existing(draft.estate(), command.server));
    KEYWARD_CHECK(mayBeReplicated(draft.estate(), *primary, *server, draft.now));
    KEYWARD_CHECK(notBusy(draft.estate(), primary->server, command.primary, primary->name.text()));
    draft.put(begunJob(
        draft, command.job, server->id,
        "Replicate database " + nameOf(draft.estate(), command.primary) + " to " + server->name.text(),
        ReplicaWork{.primary = command.primary, .databaseName = primary->name.text(), .replica = command.replica},
        command.folder));
    return {};
}

Facts factsOf(const Estate &estate, const FinishReplica &c) { return factsOfKept(estate, c.replica); }
Words wordsOf(const Estate &estate, const FinishReplica &c)
{
    return {.sentence = said("Keep replica {0} of server {1}", c.replica.name.text(), nameOf(estate, c.replica.server)),
            .irreversible = {},
            .undo = DropDatabase{.database = c.replica.id}};
}
Status applyTo(ChangeBuilder &draft, const FinishReplica &command)
{
    const auto &estate = draft.estate();
    if (!command.replica.replication) return fail(Code::Internal, command.replica.name.text(), {"it follows nothing"});
    KEYWARD_TRY(const auto *primary, existing(estate, command.replica.replication->primary));
    KEYWARD_TRY(const auto *server, existing(estate, command.replica.server));
    if (primary->dropped) return fail(Code::DatabaseDropped, nameOf(estate, primary->id));
    KEYWARD_CHECK(followsNone(estate, *primary));
    if (!linked(*server, primary->server))
        return fail(Code::ServersNotLinked, nameOf(estate, primary->server), {server->name.text()});
    return keepNew(draft, command.job, command.replica);
}

Facts factsOf(const Estate &estate, const NoteReplicated &c) { return administrationOf(estate, c.replica, {}); }
Words wordsOf(const Estate &estate, const NoteReplicated &c)
{
    return {.sentence = said("Carry {0} over to replica {1}", counted(c.pages, "page"), nameOf(estate, c.replica)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const NoteReplicated &command)
{
    KEYWARD_TRY(const auto *before, replicaIn(draft.estate(), command.replica));
    Database replica = *before;
    replica.replication->asOf = command.asOf;
    replica.replication->diverged = false;
    replica.replication->stopped.reset();
    draft.put(std::move(replica));
    return {};
}

Facts factsOf(const Estate &estate, const NoteReplicationStopped &c) { return administrationOf(estate, c.replica, {}); }
Words wordsOf(const Estate &estate, const NoteReplicationStopped &c)
{
    return {.sentence =
                said("Note that replica {0} does not follow its primary: {1}", nameOf(estate, c.replica), c.reason),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const NoteReplicationStopped &command)
{
    KEYWARD_TRY(const auto *before, replicaIn(draft.estate(), command.replica));
    Database replica = *before;
    auto &stopped = replica.replication->stopped;
    stopped = Replication::Stop{.since = stopped ? stopped->since : draft.now, .reason = command.reason};
    draft.put(std::move(replica));
    return {};
}

Facts factsOf(const Estate &estate, const DetachReplica &c)
{
    return administrationOf(estate, c.replica, ofDatabase(estate, c.replica));
}
Words wordsOf(const Estate &estate, const DetachReplica &c)
{
    return {.sentence = said("Make replica {0} a database of its own, as it is", nameOf(estate, c.replica)),
            .irreversible = said("it follows {0} no longer; a replica is made anew", primaryName(estate, c.replica)),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const DetachReplica &command)
{
    KEYWARD_TRY(const auto *before, replicaIn(draft.estate(), command.replica));
    KEYWARD_CHECK(notBusy(draft.estate(), before->server, command.replica, before->name.text()));
    Database replica = *before;
    replica.replication.reset();
    draft.put(std::move(replica));
    return {};
}

Facts factsOf(const Estate &estate, const FailOver &c)
{
    auto guarded = ofDatabase(estate, c.replica);
    const auto *replica = estate.database(c.replica);
    const auto *primary = replica && replica->replication ? estate.database(replica->replication->primary) : nullptr;
    if (primary) {
        guarded.push_back({scopeOf(primary->server), false});
        for (const auto *sibling : replicasOf(estate, *primary))
            if (sibling->id != c.replica) guarded.push_back({scopeOf(sibling->server), false});
    }
    return administrationOf(estate, c.replica, std::move(guarded));
}
Words wordsOf(const Estate &estate, const FailOver &c)
{
    const auto *replica = estate.database(c.replica);
    const auto &follows = replica ? replica->replication : std::nullopt;
    const auto name = nameOf(estate, c.replica), primary = primaryName(estate, c.replica);
    if (c.complete || !follows)
        return {.sentence = said("Make {0} the primary, and {1} its replica", name, primary),
                .irreversible = {},
                .undo = {}}; // the way back carries pages over, too: it is no command
    return {.sentence =
                said("Make {0} the primary as it was at {1}, without {2}, which follows later: what only that has "
                     "is kept as a backup",
                     name, isoText(follows->asOf), primary),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const FailOver &command)
{
    const auto &estate = draft.estate();
    KEYWARD_CHECK(mayFailOver(estate, command.replica));
    const Database before = *estate.database(command.replica);
    if (!command.complete && primaryIsThere(estate, before))
        return fail(Code::Busy, primaryName(estate, command.replica), {said("it can be reached again; try again")});
    KEYWARD_CHECK(notBusy(estate, before.server, command.replica, before.name.text()));
    const auto *primary = estate.database(before.replication->primary);
    if (primary) KEYWARD_CHECK(notBusy(estate, primary->server, primary->id, primary->name.text()));
    if (command.complete) KEYWARD_CHECK(mayFollow(estate, before, draft.now));
    Database now = before;
    now.replication.reset();
    std::vector<Database> others;
    if (primary && !primary->dropped) {
        for (const auto *sibling : replicasOf(estate, *primary)) {
            if (sibling->id == before.id) continue;
            others.push_back(*sibling);
            auto &follows = *others.back().replication;
            follows.primary = now.id;
            follows.diverged |= !command.complete && follows.asOf > before.replication->asOf; // it was ahead
        }
        others.push_back(*primary);
        others.back().replication =
            Replication{.primary = now.id, .asOf = before.replication->asOf, .diverged = !command.complete};
    }
    for (auto &one : others) {
        const auto *home = estate.resource(one.server);
        // What stands on a server that is not linked with that of the new primary cannot follow it.
        if (!home || !linked(*home, now.server)) one.replication.reset();
        draft.put(std::move(one));
    }
    draft.put(std::move(now));
    return {};
}

} // namespace command
} // namespace keyward::estate
