// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-13: with which servers a server is linked, what is replicated between them, and failover.

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/pickers.h"
#include "models/places.h"
#include "models/presenter.h"
#include "models/service_parts.h"
#include "models/services/sql_server/targets.h"
#include "models/text.h"
#include "models/window_words.h"

#include "backend/engine/api/services/sql_server.h"
#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/findings.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/preparation.h"
#include "backend/estate/services/sql_server/link_plan.h"
#include "backend/estate/services/sql_server/replication.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SqlServerReplication)
};

class Replications final : public Presenter
{
public:
    Replications(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_notes = add<CalloutsPart>(QStringLiteral("notes"));
        m_replicas = new ListTable({{.title = Words::tr("Database"), .width = 190, .stretch = true, .keep = true},
                                    {.title = Words::tr("Role"), .width = 90, .keep = true},
                                    {.title = Words::tr("With"), .width = 190},
                                    {.title = Words::tr("As of"), .width = 130},
                                    {.title = Words::tr("State"), .width = 170, .keep = true}});
        auto *replicas = add<TablePart>(QStringLiteral("replicas"), Words::tr("Replicated databases"), m_replicas);
        replicas->emptyTitle = Words::tr("Nothing is replicated yet");
        replicas->emptyText = Words::tr("A replica follows its primary and can be read. When the primary's region is "
                                        "out, it can take its place.");
        m_links = new ListTable({{.title = Words::tr("Linked server"), .width = 180, .keep = true},
                                 {.title = Words::tr("Region"), .width = 140, .keep = true},
                                 {.title = Words::tr("Protector"), .width = 220, .stretch = true},
                                 {.title = Words::tr("Replicas there"), .width = 120, .number = true},
                                 {.title = Words::tr("Replicas here"), .width = 120, .number = true},
                                 {.title = QString(), .width = 110}});
        auto *links = add<TablePart>(QStringLiteral("links"), Words::tr("Linked servers"), m_links);
        links->emptyTitle = Words::tr("Not linked with another server yet");
        links->emptyText = Words::tr("Linked servers have each other's keys, so that a database of the one can be "
                                     "replicated to the other. Best in another region, with a vault there: a shared "
                                     "vault is lost with its region, and then neither can be read.");
        links->emptyAction = QStringLiteral("server.link");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &estate = *moment.estate;
        const auto &server = *estate.resource(target().resource());
        std::vector<ListRow> links;
        for (const auto &id : facetOf<SqlServer>(server)->partners)
            if (const auto *partner = estate.resource(id)) links.push_back(linkRow(moment, server, *partner));
        std::ranges::sort(links, {}, [](const ListRow &row) { return row.cells.front().text; });
        m_links->setRows(std::move(links));
        std::vector<ListRow> replicas;
        for (const auto *database : liveDatabases(estate, server.id)) {
            if (database->replication)
                replicas.push_back(replicaRow(moment, *database, *database));
            else
                for (const auto *replica : replicasOf(estate, *database))
                    replicas.push_back(replicaRow(moment, *database, *replica));
        }
        m_replicas->setRows(std::move(replicas));
        m_notes->set(notes(moment, server));
    }

private:
    static std::vector<CalloutsPart::Callout> notes(const engine::Published &moment, const Resource &server)
    {
        std::vector<Finding> found;
        addFindings(found, *moment.estate, server);
        std::vector<CalloutsPart::Callout> out;
        for (const auto &one : found)
            out.push_back({.state = one.weight == Health::Warning ? State::Warning : State::AtRisk,
                           .text = capital(spoken(one.what)),
                           .detail = sentence(windowRemedy(one.what))});
        return out;
    }
    static std::size_t countOf(const Estate &estate, const Resource &primary, const Resource &secondary)
    {
        return static_cast<std::size_t>(
            std::ranges::count_if(liveDatabases(estate, primary.id), [&](const Database *database) {
                return std::ranges::contains(replicasOf(estate, *database), secondary.id, &Database::server);
            }));
    }
    static ListRow linkRow(const engine::Published &moment, const Resource &server, const Resource &partner)
    {
        const auto &estate = *moment.estate;
        const auto &binding = partner.binding;
        return {.id = recordOf(partner.id),
                .cells = {{.text = text(partner.name.text()), .strong = true},
                          {.text = regionTitle(partner.place.region.text())},
                          {.text = binding ? versionText(estate, binding->key, binding->version, {})
                                           : Words::tr("The platform's key"),
                           .mono = binding.has_value(),
                           .muted = !binding},
                          {.text = number(countOf(estate, server, partner))},
                          {.text = number(countOf(estate, partner, server))},
                          {}},
                .target = serverLinkOf(server.id, partner.id),
                .button = Words::tr("Unlink"),
                .action = QStringLiteral("server.unlink")};
    }
    static Cell stateCell(const engine::Published &moment, const Database &replica)
    {
        if (const auto &stopped = replica.replication->stopped)
            return {.text = Words::tr("Does not follow"), .tooltip = sentence(stopped->reason), .chip = State::AtRisk};
        if (replica.replication->diverged)
            return {.text = Words::tr("Not yet"),
                    .tooltip = Words::tr("It was the primary. Once it can be reached, what only it has is kept as a "
                                         "backup, and it follows."),
                    .chip = State::Warning};
        if (const auto reached = mayBeOpened(*moment.estate, replica.replication->primary); !reached)
            return {.text = Words::tr("Waits"), .tooltip = sentence(spoken(reached.error())), .chip = State::Warning};
        const auto chip = chipOf(*moment.estate, replica, moment.now);
        if (chip.state == State::Working) return {.text = Words::tr("Follows"), .chip = State::Working};
        return {.text = chip.text, .chip = chip.state};
    }
    static ListRow replicaRow(const engine::Published &moment, const Database &here, const Database &replica)
    {
        const auto &estate = *moment.estate;
        const auto &follows = *replica.replication;
        const bool primary = here.id != replica.id;
        const auto other = primary ? nameOf(estate, replica.id) : nameOf(estate, follows.primary);
        return {.id = recordOf(replica.id),
                .cells = {{.text = text(here.name.text()), .strong = true},
                          {.text = primary ? Words::tr("Primary") : Words::tr("Replica")},
                          {.text = text(other)},
                          {.text = relative(follows.asOf, moment.now), .tooltip = dateAndTime(follows.asOf)},
                          stateCell(moment, replica)},
                .target = targetOf(replica.id)};
    }

    CalloutsPart *m_notes;
    ListTable *m_links;
    ListTable *m_replicas;
};

QString linksBadge(const engine::Published &moment, const Target &target)
{
    const auto *server = moment.estate->resource(target.resource());
    const auto *facet = server ? facetOf<SqlServer>(*server) : nullptr;
    return facet && !facet->partners.empty() ? number(facet->partners.size()) : QString();
}

const Blade replicationBlade([]() -> BladeRecord {
    return {.id = QStringLiteral("sql.replication"),
            .title = Words::tr("Geo-replication"),
            .icon = QStringLiteral("folder-sync"),
            .scope = Scope::Resource,
            .order = 13,
            .available = isServer,
            .badge = linksBadge,
            .make = makePresenter<Replications>};
});

// Linked

Field::Picker partnerPicker(const Situation &s)
{
    const auto &server = *s.estate().resource(s.target.resource());
    std::vector<Pickable> all;
    for (const auto &[id, resource] : s.estate().resources()) {
        const auto *facet = facetOf<SqlServer>(*resource);
        if (!facet || id == server.id || std::ranges::contains(facet->partners, server.id)) continue;
        const auto region = regionTitle(resource->place.region.text());
        all.push_back({.item = {.value = text(id.text()),
                                .text = text(resource->name.text()),
                                .detail = resource->place.region == server.place.region
                                              ? Words::tr("%1, the same region").arg(region)
                                              : region}});
    }
    return pickAmong(std::move(all));
}

std::optional<LinkGoal> linkGoal(const Situation &s, const Values &values)
{
    const auto id = ResourceId::from(utf8(stringOf(values, "partner")));
    if (!id || !s.estate().resource(*id)) return {};
    return LinkGoal{s.target.resource(), *id};
}

Status nothingBlocks(const Plan &plan)
{
    for (const auto &step : plan.steps)
        if (step.reason) return std::unexpected(*step.reason);
    return {};
}

/// Step by step, each on what the ones before left.
Result<Outcome> carryOut(engine::Workplace &workplace, const LinkGoal &goal, const Actor &actor)
{
    auto &console = workplace.console();
    for (;;) {
        const auto estate = console.snapshot();
        const auto plan = planLink(*estate, goal, console.now(), workplace.random().id<RecordId>());
        KEYWARD_CHECK(nothingBlocks(plan));
        const auto next = std::ranges::find(plan.steps, Step::State::Needed, &Step::state);
        if (next == plan.steps.end()) break;
        KEYWARD_CHECK(console.execute({*next->action}, actor).transform([](const auto &) {}));
    }
    const auto after = console.snapshot();
    return Outcome{.sentence = Words::tr("Servers %1 and %2 are linked.")
                                   .arg(text(nameOf(*after, goal.server)), text(nameOf(*after, goal.partner))),
                   .detail = Words::tr("Each has the keys of the other. Next, replicate a database."),
                   .target = Target::of(goal.server)};
}

QString stepsText(const Plan &plan)
{
    QStringList out;
    for (const auto &step : plan.steps)
        if (step.state == Step::State::Needed) out += sentence(spoken(step.what));
    return out.join(QLatin1Char('\n'));
}

const DeclaredAction link([]() -> ActionRecord {
    return {
        .id = QStringLiteral("server.link"),
        .text = Words::tr("Link with a server"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Resource,
        .order = 12,
        .blades = {QStringLiteral("sql.replication")},
        .primary = true,
        .explanation = Words::tr("Each server gets the keys of the other, and may unwrap with them. Then databases of "
                                 "the one can be replicated to the other. No data is touched."),
        .supported = isSqlServer,
        .allowed = [](const Situation &s) -> Status {
            for (const auto &[id, resource] : s.estate().resources()) {
                const auto *facet = facetOf<SqlServer>(*resource);
                if (facet && id != s.target.resource() && !std::ranges::contains(facet->partners, s.target.resource()))
                    return {};
            }
            return refused(Words::tr("There is no other SQL server to link it with."),
                           Words::tr("Create one, best in another region."));
        },
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("partner"),
                     .label = Words::tr("With server"),
                     .kind = Field::Kind::Pick,
                     .hint = Words::tr("Best in another region, protected by a vault there"),
                     .picker = partnerPicker(s)}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const auto goal = linkGoal(s, values);
            if (!goal) return fail(Code::NotFound, utf8(stringOf(values, "partner")), {"SQL server"});
            KEYWARD_CHECK(nothingBlocks(planLink(s.estate(), *goal, s.moment->now, s.random().id<RecordId>())));
            const auto server = nameOf(s.estate(), goal->server), partner = nameOf(s.estate(), goal->partner);
            return Deed{.action = {},
                        .errand = [goal = *goal, actor = s.workspace.actor()](
                                      engine::Workplace &workplace,
                                      const engine::ProgressCallback &) { return carryOut(workplace, goal, actor); },
                        .title = Words::tr("Link %1 with %2").arg(text(server), text(partner)),
                        .commandLine = text(s.workspace.lines().lineOf(
                            s.estate(), command::LinkServers{goal->server, goal->partner}, false))};
        },
        .oneAtATime = true,
        .statement = [](const Situation &s, const Values &values) -> QString {
            const auto goal = linkGoal(s, values);
            return goal ? stepsText(planLink(s.estate(), *goal, s.moment->now, s.random().id<RecordId>())) : QString();
        },
    };
});

const DeclaredAction unlink([]() -> ActionRecord {
    return {
        .id = QStringLiteral("server.unlink"),
        .text = Words::tr("Unlink"),
        .icon = QStringLiteral("edit-delete"),
        .scope = serverLinkScope,
        .order = 80,
        .explanation = Words::tr("The keys that they have of each other stay with them until they are taken off."),
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::UnlinkServers{s.target.resource(), partnerOf(s.target)}};
        },
        .previews = true,
        .oneAtATime = true,
    };
});

// Replicated

const Database &databaseAt(const Situation &s) { return *s.estate().database(databaseIdOf(s.target)); }
bool isReplica(const Situation &s) { return databaseAt(s).replication.has_value(); }

Field::Picker linkedPicker(const Situation &s)
{
    const auto &database = databaseAt(s);
    const auto *server = s.estate().resource(database.server);
    std::vector<Pickable> all;
    for (const auto &id : facetOf<SqlServer>(*server)->partners) {
        const auto *partner = s.estate().resource(id);
        if (!partner) continue;
        const auto may = mayBeReplicated(s.estate(), database, *partner, s.moment->now);
        all.push_back(
            {.item = {.value = text(id.text()),
                      .text = text(partner->name.text()),
                      .detail = may ? regionTitle(partner->place.region.text()) : capital(spoken(may.error()))}});
    }
    return pickAmong(std::move(all));
}

const DeclaredAction replicate([]() -> ActionRecord {
    return {
        .id = QStringLiteral("database.replicate"),
        .text = Words::tr("Replicate"),
        .icon = QStringLiteral("folder-sync"),
        .scope = databaseScope,
        .order = 24,
        .blades = {QStringLiteral("database.overview"), QStringLiteral("sql.databases")},
        .explanation =
            Words::tr("Copies its pages to a linked server while others write, and carries over what changes "
                      "from then on, every five minutes. The replica can be read, and take its place."),
        .supported = [](const Situation &s) { return !databaseAt(s).dropped && !isReplica(s); },
        .allowed = [](const Situation &s) -> Status {
            const auto &database = databaseAt(s);
            const auto *server = s.estate().resource(database.server);
            const auto &partners = facetOf<SqlServer>(*server)->partners;
            if (partners.empty())
                return refused(Words::tr("Its server is not linked with another one."),
                               Words::tr("Link it on the page Geo-replication of the server."));
            return mayBeOpened(s.estate(), database.id);
        },
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("server"),
                     .label = Words::tr("To server"),
                     .kind = Field::Kind::Pick,
                     .picker = linkedPicker(s)}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto server, ResourceId::from(utf8(stringOf(values, "server"))));
            const auto id = databaseIdOf(s.target);
            return Deed{
                .action = command::StartReplica{.primary = id,
                                                .server = server,
                                                .job = s.random().id<JobId>(),
                                                .replica = s.random().id<DatabaseId>(),
                                                .folder = {}},
                .errand = [id, server, name = nameOf(s.estate(), id), to = nameOf(s.estate(), server),
                           actor = s.workspace.actor()](engine::Workplace &workplace,
                                                        const engine::ProgressCallback &progress) -> Result<Outcome> {
                    KEYWARD_TRY(const auto made, serversOf(workplace).replicate(id, server, actor, progress));
                    return Outcome{.sentence = Words::tr("Database %1 is replicated to %2.").arg(text(name), text(to)),
                                   .detail = Words::tr("What changes is carried over every five minutes."),
                                   .target = targetOf(made)};
                }};
        },
        .oneAtATime = true,
    };
});

const DeclaredAction sync([]() -> ActionRecord {
    return {
        .id = QStringLiteral("database.sync"),
        .text = Words::tr("Carry over now"),
        .icon = QStringLiteral("view-refresh"),
        .scope = databaseScope,
        .order = 25,
        .blades = {QStringLiteral("database.overview"), QStringLiteral("sql.replication")},
        .supported = isReplica,
        .allowed = [](const Situation &s) { return mayFollow(s.estate(), databaseAt(s), s.moment->now); },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            const auto id = databaseIdOf(s.target);
            const auto name = nameOf(s.estate(), id);
            return Deed{.action = {},
                        .errand = [id, name](engine::Workplace &workplace,
                                             const engine::ProgressCallback &progress) -> Result<Outcome> {
                            KEYWARD_TRY(const auto pages, serversOf(workplace).syncReplica(id, progress));
                            return Outcome{.sentence =
                                               pages == 0
                                                   ? Words::tr("Nothing changed in the primary of %1.").arg(text(name))
                                                   : Words::tr("%Ln pages were carried over to %1.", nullptr,
                                                               models::countOf(static_cast<std::size_t>(pages)))
                                                         .arg(text(name)),
                                           .target = targetOf(id)};
                        },
                        .title = Words::tr("Carry over to %1").arg(text(name)),
                        .commandLine = QStringLiteral("keywardctl sql replica sync ") + text(name)};
        },
        .oneAtATime = true,
    };
});

const DeclaredAction failOver([]() -> ActionRecord {
    return {
        .id = QStringLiteral("database.failOver"),
        .text = Words::tr("Fail over"),
        .icon = QStringLiteral("go-jump"),
        .scope = databaseScope,
        .order = 26,
        .blades = {QStringLiteral("database.overview"), QStringLiteral("sql.replication")},
        .explanation = Words::tr("It becomes the primary, which is written to, and the primary becomes its replica. "
                                 "Where the primary can be reached, nothing is lost: connections to it end, and all "
                                 "that was written is carried over first."),
        .supported = isReplica,
        .allowed = [](const Situation &s) { return mayFailOver(s.estate(), databaseIdOf(s.target)); },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            const auto id = databaseIdOf(s.target);
            const auto &follows = *databaseAt(s).replication;
            const bool complete = mayBeOpened(s.estate(), follows.primary).has_value();
            return Deed{
                .action = command::FailOver{.replica = id, .complete = complete},
                .errand = [id, name = nameOf(s.estate(), id), former = nameOf(s.estate(), follows.primary), complete,
                           actor = s.workspace.actor()](engine::Workplace &workplace,
                                                        const engine::ProgressCallback &progress) -> Result<Outcome> {
                    KEYWARD_CHECK(serversOf(workplace).failOver(id, complete, actor, progress));
                    return Outcome{.sentence = Words::tr("Database %1 is the primary now.").arg(text(name)),
                                   .detail = complete
                                                 ? Words::tr("%1 follows it as a replica.").arg(text(former))
                                                 : Words::tr("Once %1 can be reached, what only it has is kept as a "
                                                             "backup, and it follows as a replica.")
                                                       .arg(text(former)),
                                   .target = targetOf(id)};
                }};
        },
        .previews = true,
        .oneAtATime = true,
    };
});

const DeclaredAction detach([]() -> ActionRecord {
    return {
        .id = QStringLiteral("replica.detach"),
        .text = Words::tr("End replication"),
        .icon = QStringLiteral("list-remove"),
        .scope = databaseScope,
        .order = 27,
        .blades = {QStringLiteral("database.overview"), QStringLiteral("sql.replication")},
        .explanation = Words::tr("The replica becomes a database of its own, as it is now, and can be written to. The "
                                 "primary stays as it is."),
        .supported = isReplica,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::DetachReplica{databaseIdOf(s.target)}};
        },
        .previews = true,
    };
});

// An outage, rehearsed

std::optional<Region> regionAt(const Situation &s)
{
    auto region = Region::from(s.target.name);
    return region ? std::optional(*std::move(region)) : std::nullopt;
}
bool isOut(const Situation &s)
{
    const auto region = regionAt(s);
    return region && outageOf(s.estate(), *region);
}

/// TDE-13: before it is done, what stays readable and what does not.
QString readabilityText(const Estate &estate, const Region &region)
{
    std::vector<Region> out{region};
    for (const auto &one : estate.settings().outages) out.push_back(one.region);
    const auto all = readableWithout(estate, out);
    if (all.empty()) return Words::tr("No database stands there or has its key there.");
    constexpr std::size_t most = 12;
    QStringList lines;
    for (const auto &one : all) {
        QStringList where;
        for (const auto &copy : one.copies)
            if (copy.readable) where += text(nameOf(estate, copy.database->id));
        const auto name = text(nameOf(estate, one.primary->id));
        lines += where.isEmpty()
                     ? Words::tr("%1 cannot be read: %2", "a database, why").arg(name, spoken(one.copies.back().why))
                     : Words::tr("%1 stays readable as %2", "a database, its replicas")
                           .arg(name, where.join(QStringLiteral(", ")));
        if (lines.size() == static_cast<qsizetype>(most) && all.size() > most) {
            lines += Words::tr("and %Ln more", nullptr, models::countOf(all.size() - most));
            break;
        }
    }
    return lines.join(QLatin1Char('\n'));
}

/// Servers find out at once, not at their next look.
void letServersLook(engine::Workplace &workplace, const Region &region)
{
    const auto estate = workplace.console().snapshot();
    for (const auto &[id, server] : estate->resources()) {
        const auto *vault = server->binding ? estate->vault(server->binding->vault) : nullptr;
        if (!facetOf<SqlServer>(*server) || !vault || vault->place.region != region) continue;
        if (outageOf(*estate, server->place.region)) continue;
        [[maybe_unused]] const auto noted = serversOf(workplace).checkAccess(id); // with the server
    }
}

Result<Deed> outageOfRegion(const Situation &s, bool out)
{
    const auto region = regionAt(s);
    if (!region) return fail(Code::NotFound, s.target.name, {"region"});
    const command::SetRegionOutage action{*region, out};
    return Deed{.action = action,
                .errand = [action, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                                const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_CHECK(workplace.console().execute({action}, actor).transform([](const auto &) {}));
                    letServersLook(workplace, action.region);
                    const auto name = regionTitle(action.region.text());
                    return action.out
                               ? Outcome{.sentence = Words::tr("%1 is out.").arg(name),
                                         .detail = Words::tr(
                                             "Nothing is destroyed for it. End it on the page Tenants and regions.")}
                               : Outcome{.sentence = Words::tr("The outage of %1 is over.").arg(name),
                                         .detail = Words::tr("Replication goes on by itself.")};
                }};
}

const DeclaredAction outage([]() -> ActionRecord {
    return {
        .id = QStringLiteral("region.outage"),
        .text = Words::tr("Rehearse an outage"),
        .icon = QStringLiteral("network-disconnect"),
        .scope = regionScope,
        .order = 10,
        .explanation = Words::tr("All that stands in this region works no longer, until you end it: vaults answer "
                                 "nobody, servers are down. Nothing is destroyed or dropped for it."),
        .supported = [](const Situation &s) { return !isOut(s); },
        .deed = [](const Situation &s, const Values &) { return outageOfRegion(s, true); },
        .previews = true,
        .oneAtATime = true,
        .statement =
            [](const Situation &s, const Values &) {
                const auto region = regionAt(s);
                return region ? readabilityText(s.estate(), *region) : QString();
            },
    };
});

const DeclaredAction outageEnd([]() -> ActionRecord {
    return {
        .id = QStringLiteral("region.outageEnd"),
        .text = Words::tr("End the outage"),
        .icon = QStringLiteral("network-connect"),
        .scope = regionScope,
        .order = 10,
        .explanation = Words::tr("What stands there works again. Replicas carry over what they missed."),
        .supported = isOut,
        .deed = [](const Situation &s, const Values &) { return outageOfRegion(s, false); },
        .oneAtATime = true,
    };
});

} // namespace
} // namespace keyward::models
