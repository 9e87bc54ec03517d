// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/plan_run.h"
#include "app/keywardctl/services/sql_server/parts.h"
#include "backend/estate/describe.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/sql_server/link_plan.h"
#include "backend/reports/encryption_views.h"
#include "backend/reports/json.h"

namespace keyward::ctl {

using namespace estate;

namespace {

struct LinkOptions {
    std::string server, partner;
};

struct Servers {
    ResourceId server, partner;
};

Result<Servers> both(Invocation &invocation, const LinkOptions &o)
{
    KEYWARD_TRY(const auto *server, sqlServer(invocation, o.server));
    KEYWARD_TRY(const auto *partner, sqlServer(invocation, o.partner));
    return Servers{server->id, partner->id};
}

/// The server that a list is narrowed to; absent where none was named.
Result<std::optional<ResourceId>> onlyServer(Invocation &invocation, const std::string &name)
{
    if (name.empty()) return std::nullopt;
    return sqlServer(invocation, name).transform([](const auto *server) { return std::optional(server->id); });
}

/// Keys first, then the link: a plan, so that what is done already is passed over.
Status link(Invocation &invocation, const LinkOptions &o)
{
    KEYWARD_TRY(const auto of, both(invocation, o));
    const auto planned = [&](const Estate &estate, Instant now) -> Result<Plan> {
        KEYWARD_TRY(const auto ids, invocation.fresh<RecordId>());
        return planLink(estate, {of.server, of.partner}, now, ids);
    };
    KEYWARD_TRY(auto snapshot, invocation.snapshot());
    KEYWARD_TRY(const auto now, invocation.now());
    KEYWARD_TRY(const auto before, planned(*snapshot, now));
    if (before.done()) return fail(Code::AlreadyExists, o.server + " - " + o.partner, {"link"});
    if (invocation.dryRun()) {
        printPlan(invocation, *snapshot, before);
        auto json = reports::view(*snapshot, before, invocation.lines());
        json.insert(QLatin1String("dryRun"), true);
        invocation.out().document(json);
        return {};
    }
    KEYWARD_TRY(snapshot, carryOutPlan(invocation, o.server, planned));
    invocation.out().line("Next: keywardctl sql replica add " + o.server + "/DATABASE --to " + o.partner);
    invocation.out().document(reports::view(*snapshot, *snapshot->resource(of.server)));
    return {};
}

Status unlink(Invocation &invocation, const LinkOptions &o)
{
    KEYWARD_TRY(const auto of, both(invocation, o));
    return invocation.carryOut(command::UnlinkServers{of.server, of.partner}, [&](const Estate &after) {
        return Told{"Servers " + o.server + " and " + o.partner + " are not linked any more.",
                    reports::view(after, *after.resource(of.server))};
    });
}

Status listLinks(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto only, onlyServer(invocation, name));
    KEYWARD_TRY(const auto estate, invocation.snapshot());
    Listing listing({"SERVER", "REGION", "PARTNER", "ITS REGION"});
    for (const auto &[id, server] : estate->resources()) {
        if (only && id != *only) continue;
        for (const auto *partner : partnersOf(*estate, *server)) {
            const auto region = partner->place.region.text();
            listing.add({server->name.text(), server->place.region.text(), partner->name.text(), region},
                        QJsonObject{{QLatin1String("server"), reports::text(server->name.text())},
                                    {QLatin1String("region"), reports::text(server->place.region.text())},
                                    {QLatin1String("partner"), reports::text(partner->name.text())},
                                    {QLatin1String("partnerRegion"), reports::text(region)}});
        }
    }
    return listing.tell(invocation,
                        "No servers are linked yet. Link two: keywardctl sql link add SERVER --partner SERVER2");
}

void printReplica(Invocation &invocation, const Estate &estate, const Database &replica)
{
    auto &out = invocation.out();
    out.field("Replica", nameOf(estate, replica.id));
    out.field("State", std::string(stateText(stateOf(estate, replica))));
    if (replica.replication) {
        out.field("Of", nameOf(estate, replica.replication->primary));
        out.field("As of", isoText(replica.replication->asOf));
        if (const auto &stopped = replica.replication->stopped)
            out.field("Does not follow", "since " + isoText(stopped->since) + ": " + stopped->reason);
    }
    out.document(reports::replicaView(estate, replica));
}

struct ReplicaOptions {
    std::string database, to;
};

Status replicate(Invocation &invocation, const ReplicaOptions &o)
{
    KEYWARD_TRY(const auto *found, database(invocation, o.database));
    KEYWARD_TRY(const auto *server, sqlServer(invocation, o.to));
    const auto primary = found->id;
    const auto target = server->id;
    KEYWARD_TRY(const auto job, invocation.fresh<JobId>());
    KEYWARD_TRY(const auto id, invocation.fresh<DatabaseId>());
    if (invocation.dryRun())
        return invocation
            .change(
                command::StartReplica{.primary = primary, .server = target, .job = job, .replica = id, .folder = {}})
            .transform([](const auto &) {});
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto made, withProgress(invocation, "Replicating", [&](const auto &progress) {
                    return serversOf(*acting).replicate(primary, target, invocation.actor(), progress);
                }));
    KEYWARD_TRY(const auto after, invocation.snapshot());
    printReplica(invocation, *after, *after->database(made));
    return {};
}

Status listReplicas(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto only, onlyServer(invocation, name));
    KEYWARD_TRY(const auto estate, invocation.snapshot());
    Listing listing({"REPLICA", "OF", "AS OF", "STATE", "FOLLOWS"});
    for (const auto &[id, one] : estate->databases()) {
        if (!one->replication) continue;
        const auto &follows = *one->replication;
        const auto *primary = estate->database(follows.primary);
        if (only && one->server != *only && !(primary && primary->server == *only)) continue;
        listing.add({nameOf(*estate, id), nameOf(*estate, follows.primary), isoText(follows.asOf),
                     std::string(stateText(stateOf(*estate, *one))),
                     follows.stopped    ? "no: " + follows.stopped->reason
                     : follows.diverged ? "once what only it has is kept as a backup"
                                        : "yes"},
                    reports::replicaView(*estate, *one));
    }
    return listing.tell(invocation,
                        "There are no replicas yet. Make one: keywardctl sql replica add SERVER/DATABASE --to SERVER2");
}

Status sync(Invocation &invocation, const std::string &path)
{
    KEYWARD_TRY(const auto *found, database(invocation, path));
    const auto id = found->id;
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto pages, withProgress(invocation, "Carrying over", [&](const auto &progress) {
                    return serversOf(*acting).syncReplica(id, progress);
                }));
    KEYWARD_TRY(const auto after, invocation.snapshot());
    invocation.out().line(pages == 0 ? "Nothing changed in its primary."
                                     : "Carried " + counted(pages, "page") + " over to " + path + ".");
    invocation.out().document(reports::replicaView(*after, *after->database(id)));
    return {};
}

Status detach(Invocation &invocation, const std::string &path)
{
    KEYWARD_TRY(const auto *found, database(invocation, path));
    const auto id = found->id;
    return invocation.carryOut(command::DetachReplica{id}, [&](const Estate &after) {
        return Told{"Replica " + path + " is a database of its own now.", reports::view(after, *after.database(id))};
    });
}

/// Nothing is lost where the primary can be reached; else what only that has is kept as a backup later.
Status failOver(Invocation &invocation, const std::string &path)
{
    KEYWARD_TRY(const auto *found, database(invocation, path));
    const auto id = found->id;
    KEYWARD_TRY(const auto estate, invocation.snapshot());
    KEYWARD_CHECK(mayFailOver(*estate, id));
    const auto asOf = found->replication->asOf;
    const auto primary = nameOf(*estate, found->replication->primary);
    const bool complete = primaryIsThere(*estate, *found).has_value();
    if (invocation.dryRun())
        return invocation.change(command::FailOver{.replica = id, .complete = complete}).transform([](const auto &) {});
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_CHECK(withProgress(invocation, "Failing over", [&](const auto &progress) {
        return serversOf(*acting).failOver(id, complete, invocation.actor(), progress);
    }));
    KEYWARD_TRY(const auto after, invocation.snapshot());
    const auto *former = after->databaseNamed(after->resourceNamed(primary.substr(0, primary.find('/')))->id,
                                              primary.substr(primary.find('/') + 1));
    const bool lost = former && former->replication && former->replication->diverged;
    auto &out = invocation.out();
    out.line("Database " + path + " is the primary now.");
    if (lost)
        out.line("It is as " + primary + " was at " + isoText(asOf) +
                 ": what was written there since is not in it. Once " + primary +
                 " can be reached, that is kept as a backup, and it follows as a replica.");
    else
        out.line("It has all that was written to " + primary + ", which follows it as a replica.");
    auto document = reports::view(*after, *after->database(id));
    document.insert(QLatin1String("complete"), !lost);
    document.insert(QLatin1String("formerPrimary"), reports::text(primary));
    out.document(document);
    return {};
}

struct OutageOptions {
    std::string region;
    bool end = false, check = false;
};

/// What stays readable, for people and as a list.
QJsonArray printReadable(Invocation &invocation, const Estate &estate, const std::vector<Region> &regions)
{
    auto &out = invocation.out();
    QJsonArray json;
    const auto all = readableWithout(estate, regions);
    if (all.empty()) out.line("No database of a SQL server stands there or has its key there.");
    for (const auto &one : all) {
        std::string where;
        for (const auto &copy : one.copies)
            if (copy.readable) where += (where.empty() ? "" : ", ") + nameOf(estate, copy.database->id);
        out.line("  " + nameOf(estate, one.primary->id) + ": " +
                 (where.empty() ? "cannot be read" : "stays readable as " + where));
        for (const auto &copy : one.copies)
            if (!copy.readable) out.line("      " + nameOf(estate, copy.database->id) + ": " + copy.why.text());
        json.append(reports::view(estate, one));
    }
    return json;
}

Status listOutages(Invocation &invocation)
{
    KEYWARD_TRY(const auto estate, invocation.snapshot());
    Listing listing({"REGION", "OUT SINCE"});
    for (const auto &one : estate->settings().outages)
        listing.add({one.region.text(), isoText(one.since)},
                    QJsonObject{{QLatin1String("region"), reports::text(one.region.text())},
                                {QLatin1String("since"), reports::time(one.since)}});
    return listing.tell(invocation, "No region is out.");
}

Status outage(Invocation &invocation, const OutageOptions &o)
{
    if (o.region.empty()) return listOutages(invocation);
    KEYWARD_TRY(const auto before, invocation.snapshot());
    KEYWARD_TRY(const auto region, regionFrom(before->catalogue().platform(), o.region));
    auto &out = invocation.out();
    QJsonObject document{{QLatin1String("region"), reports::text(region.text())}};
    if (o.check || (invocation.dryRun() && !o.end)) {
        out.line("Were region " + region.text() + " out:");
        document.insert(QLatin1String("databases"), printReadable(invocation, *before, regionsOut(*before, region)));
        if (o.check) {
            out.document(document);
            return {};
        }
    }
    KEYWARD_CHECK(invocation.change(command::SetRegionOutage{region, !o.end}).transform([](const auto &) {}));
    if (invocation.dryRun()) return {};
    KEYWARD_TRY(const auto after, invocation.snapshot());
    out.line(o.end ? "The outage of region " + region.text() + " is over."
                   : "Region " + region.text() + " is out until: keywardctl sql outage " + region.text() + " --end");
    document.insert(QLatin1String("out"), !o.end);
    document.insert(QLatin1String("databases"),
                    o.end ? QJsonArray() : printReadable(invocation, *after, regionsOut(*after)));
    out.document(document);
    return {};
}

} // namespace

MaybeLine lineOf(const Typed<command::LinkServers> &c)
{
    return about(c.estate, "sql link add", c->server).option("--partner", nameOf(c.estate, c->partner));
}
MaybeLine lineOf(const Typed<command::UnlinkServers> &c)
{
    return about(c.estate, "sql link remove", c->server).option("--partner", nameOf(c.estate, c->partner));
}
MaybeLine lineOf(const Typed<command::StartReplica> &c)
{
    return about(c.estate, "sql replica add", c->primary).option("--to", nameOf(c.estate, c->server));
}
MaybeLine lineOf(const Typed<command::DetachReplica> &c) { return about(c.estate, "sql replica detach", c->replica); }
MaybeLine lineOf(const Typed<command::FailOver> &c) { return about(c.estate, "sql failover", c->replica); }
MaybeLine lineOf(const Typed<command::FinishReplica> &) { return nobodyTypesIt; }
MaybeLine lineOf(const Typed<command::NoteReplicated> &) { return nobodyTypesIt; }
MaybeLine lineOf(const Typed<command::NoteReplicationStopped> &) { return nobodyTypesIt; }

void addReplicationCommands(Commands &commands, CLI::App *sql)
{
    auto *links = sql->add_subcommand("link", "SQL servers that replicate to each other")->require_subcommand(1);
    auto l = options<LinkOptions>();
    auto *addApp = commands.change(links, "add", "Give two servers each other's keys, and link them",
                                   [l](Invocation &s) { return link(s, *l); });
    addApp->add_option("SERVER", l->server)->required();
    addApp->add_option("--partner", l->partner, "The other one, best in another region with a vault of its own")
        ->required();
    auto u = options<LinkOptions>();
    auto *removeApp = commands.change(links, "remove", "Unlink two servers between which nothing is replicated",
                                      [u](Invocation &s) { return unlink(s, *u); });
    removeApp->add_option("SERVER", u->server)->required();
    removeApp->add_option("--partner", u->partner)->required();
    auto listed = options<std::string>();
    commands.reads(links, "list", "List links", [listed](Invocation &s) { return listLinks(s, *listed); })
        ->add_option("SERVER", *listed);

    auto *replicas = sql->add_subcommand("replica", "Copies on linked servers, which follow")->require_subcommand(1);
    auto r = options<ReplicaOptions>();
    auto *replicateApp =
        commands.change(replicas, "add", "Replicate a database to a linked server, while it is written to",
                        [r](Invocation &s) { return replicate(s, *r); });
    replicateApp->add_option("DATABASE", r->database, "SERVER/NAME")->required();
    replicateApp->add_option("--to", r->to, "A linked server")->required();
    replicateApp->footer("Example: keywardctl sql replica add srv1/orders --to srv2");
    auto shown = options<std::string>();
    commands
        .reads(replicas, "list", "List replicas, of a server or from it",
               [shown](Invocation &s) { return listReplicas(s, *shown); })
        ->add_option("SERVER", *shown);
    auto y = options<std::string>();
    commands
        .act(replicas, "sync", "Carry over now what changed; it happens by itself every five minutes",
             "it opens both databases with their keys", [y](Invocation &s) { return sync(s, *y); })
        ->add_option("DATABASE", *y, "The replica, SERVER/NAME")
        ->required();
    auto d = options<std::string>();
    commands
        .change(replicas, "detach", "Make a replica a database of its own, as it is",
                [d](Invocation &s) { return detach(s, *d); })
        ->add_option("DATABASE", *d, "The replica, SERVER/NAME")
        ->required();

    auto f = options<std::string>();
    commands
        .change(sql, "failover", "Make a replica the primary, and the primary its replica",
                [f](Invocation &s) { return failOver(s, *f); })
        ->add_option("DATABASE", *f, "The replica, SERVER/NAME")
        ->required();
    auto o = options<OutageOptions>();
    auto *outageApp = commands.change(sql, "outage", "Rehearse the outage of a region, or list what is out",
                                      [o](Invocation &s) { return outage(s, *o); });
    outageApp->add_option("REGION", o->region);
    auto *end = outageApp->add_flag("--end", o->end, "It is back");
    outageApp->add_flag("--check", o->check, "Only tell what would stay readable")->excludes(end);
    outageApp->footer("Example: keywardctl sql outage westeurope --check");
}

} // namespace keyward::ctl
