// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-13: servers are linked, and unlinked.

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/pickers.h"
#include "models/services/sql_server/targets.h"
#include "models/text.h"
#include "models/window_words.h"

#include "backend/estate/describe_names.h"
#include "backend/estate/plans/blocked.h"
#include "backend/estate/services/sql_server/link_plan.h"
#include "backend/estate/services/sql_server/replication.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SqlServerLinkActions)
};

/// Servers that it is not linked with, and can be.
std::vector<const Resource *> othersOf(const Situation &s)
{
    const auto &server = *s.estate().resource(s.target.resource());
    std::vector<const Resource *> out;
    for (const auto &[id, resource] : s.estate().resources())
        if (facetOf<SqlServer>(*resource) && mayBeLinked(server, *resource)) out.push_back(resource.get());
    return out;
}

Field::Picker partnerPicker(const Situation &s)
{
    const auto &here = s.estate().resource(s.target.resource())->place.region;
    std::vector<Pickable> all;
    for (const auto *other : othersOf(s)) {
        const auto region = regionTitle(other->place.region.text());
        all.push_back(
            {.item = {.value = text(other->id.text()),
                      .text = text(other->name.text()),
                      .detail = other->place.region == here ? Words::tr("%1, the same region").arg(region) : region}});
    }
    return pickAmong(std::move(all));
}

std::optional<LinkGoal> linkGoal(const Situation &s, const Values &values)
{
    const auto id = ResourceId::from(utf8(stringOf(values, "partner")));
    if (!id || !s.estate().resource(*id)) return {};
    return LinkGoal{s.target.resource(), *id};
}

/// Step by step, each on what the ones before left.
Result<Outcome> carryOut(engine::Workplace &workplace, const LinkGoal &goal, const Actor &actor)
{
    auto &console = workplace.console();
    for (;;) {
        const auto estate = console.snapshot();
        const auto plan = planLink(*estate, goal, console.now(), workplace.random().id<RecordId>());
        KEYWARD_CHECK(nothingBlocks(plan));
        const auto *next = plan.next();
        if (!next) break;
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
            if (!othersOf(s).empty()) return {};
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

} // namespace
} // namespace keyward::models
