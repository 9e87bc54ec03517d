// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/services/sql_server/link_plan.h"

#include "backend/estate/describe_names.h"
#include "backend/estate/plans/plan_builder.h"
#include "backend/estate/services/sql_server/replication.h"
#include "backend/estate/services/sql_server/rules.h"

namespace keyward::estate {
namespace {

/// What one server has, to the other: the keys, and the right to unwrap with them.
void shareKeys(PlanBuilder &plan, const ResourceId &with, const ResourceId &of)
{
    const auto keys = keysToShare(plan.then(), *plan.then().resource(of));
    const auto name = nameOf(plan.then(), with);
    for (const auto &one : keys) {
        const auto path = nameOfKey(plan.then(), one);
        const auto about = name + ":" + path;
        if (copyOn(plan.then(), *plan.then().resource(with), one.key, one.version))
            plan.done("key:" + about, {Code::StepKeyAdded, name, {path}, {}});
        else
            plan.needed("key:" + about, {Code::StepAddKey, name, {path}, {}},
                        command::AddServerKey{with, one.vault, one.key, one.version});
        const auto lacking = lacksCopy(plan.then(), *plan.then().resource(with), one.key, one.version, plan.now());
        const Statement use{Code::StepPartnerMayUse, name, {path}, {}};
        if (!lacking) continue;
        if (lacking->fix)
            plan.needed("use:" + about, use, *lacking->fix);
        else
            plan.blocked("use:" + about, use,
                         refusalFor(nameOf(plan.then(), of), *plan.then().resource(with), one.uri, *lacking));
    }
}

} // namespace

Plan planLink(const Estate &estate, const LinkGoal &goal, Instant now, const RecordId &ids)
{
    PlanBuilder plan(estate, now, ids);
    const auto name = nameOf(estate, goal.server), partner = nameOf(estate, goal.partner);
    const Statement what{Code::StepLinked, name, {partner}, {}};
    for (const auto &id : {goal.server, goal.partner})
        if (const auto *server = estate.resource(id); !server || !facetOf<SqlServer>(*server))
            return plan.stop("link", what, {Code::NotFound, nameOf(estate, id), {"SQL server"}, {}});
    plan.leadsTo(what);
    if (goal.server != goal.partner) {
        shareKeys(plan, goal.partner, goal.server);
        shareKeys(plan, goal.server, goal.partner);
    }
    if (linked(*estate.resource(goal.server), goal.partner))
        plan.done("link", what);
    else
        plan.needed("link", {Code::StepLink, name, {partner}, {}}, command::LinkServers{goal.server, goal.partner});
    return plan.take();
}

} // namespace keyward::estate
