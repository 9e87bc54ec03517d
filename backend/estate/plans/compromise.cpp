// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-8: a key that somebody else may know. What it protects goes under another key, or is given up where there is no
// time; then what only it opens is deleted; and only then is the key.

#include "backend/estate/change_builder.h"
#include "backend/estate/claims.h"
#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/plans/plan_builder.h"
#include "backend/estate/services/preparation.h"

#include <algorithm>

namespace keyward::estate {
namespace {

class Compromise
{
public:
    Compromise(const CompromiseGoal &goal, PlanBuilder &plan, std::string path)
        : m_goal(goal), m_plan(plan), m_path(std::move(path))
    {}

    void run()
    {
        for (const auto &id : dependants()) leave(id);
        const auto all = knowing();
        if (m_goal.deleteStored)
            for (const auto &id : all) each(id, Parting::Of::Kept);
        storedStep();
        for (const auto &id : all) each(id, Parting::Of::Mention);
        m_plan.needed("delete", {Code::GuideDeleteKey, m_path, {}, {}}, command::DeleteKey{m_goal.key});
        if (!m_goal.giveUp) m_plan.advise({Code::AdviceDataKeys, m_path, {}, {}});
    }

private:
    const Estate &then() const { return m_plan.then(); }

    /// By name.
    std::vector<ResourceId> dependants() const
    {
        std::vector<const Resource *> found;
        for (const auto &id : then().dependantsOf(m_goal.key))
            if (const auto *resource = then().resource(id)) found.push_back(resource);
        return byName(std::move(found));
    }

    /// … and those that only know of it.
    std::vector<ResourceId> knowing() const
    {
        auto out = dependants();
        for (const auto &[id, resource] : then().resources())
            if (!std::ranges::contains(out, id) && !partingsFrom(then(), *resource, m_goal.key).empty())
                out.push_back(id);
        return out;
    }

    /// Each by what it does, which stays the same while those before it are done.
    void each(const ResourceId &id, Parting::Of of)
    {
        for (const auto &parting : partingsFrom(then(), *then().resource(id), m_goal.key)) {
            if (parting.of != of) continue;
            const auto what = describe(then(), parting.action);
            m_plan.needed("part:" + what.text(), {Code::GuideGivesUp, {}, {what}, {}}, parting.action);
        }
    }

    /// To the other key, or to the platform's; before that, where there is no time, what is under this one is given up.
    void leave(const ResourceId &id)
    {
        const auto &binding = then().resource(id)->binding;
        if (!binding || binding->key != m_goal.key) return;
        if (m_goal.giveUp) each(id, Parting::Of::Protected);
        const auto name = nameOf(then(), id);
        if (const auto *other = m_goal.instead ? then().key(*m_goal.instead) : nullptr)
            m_plan.rebinding(id, *other);
        else
            m_plan.needed("service:" + name, {Code::GuideServiceManaged, name, {}, {}}, command::SetServiceManaged{id});
    }

    void storedStep()
    {
        auto left = claims(then(), *then().key(m_goal.key));
        // Nothing is under a key that a service only may still ask for: a key that somebody else knows does not wait
        // for that. What deletes it says so, and has to be agreed to.
        std::erase_if(left, [](const Claim &one) { return one.use.ends == Use::Ends::Time; });
        const Statement what{Code::GuideNothingStored, m_path, {}, {}};
        if (left.empty()) return m_plan.done("stored", what);
        m_plan.blocked("stored", what,
                       {Code::LiveClaims,
                        m_path,
                        {joined(summed(then(), left))},
                        "Restore under another key what is still needed, and have the rest deleted: "
                        "--delete-stored; --give-up also drops what works under the key."});
    }

    const CompromiseGoal &m_goal;
    PlanBuilder &m_plan;
    std::string m_path;
};

} // namespace

Plan planCompromise(const Estate &estate, const CompromiseGoal &goal, Instant now, const RecordId &ids)
{
    PlanBuilder plan(estate, now, ids);
    const auto *key = estate.key(goal.key);
    const auto path = nameOf(estate, goal.key);
    if (!key) return plan.stop("key", {Code::StepKeyExists, path, {}, {}}, {Code::NotFound, path, {"key"}, {}});
    plan.leadsTo({Code::GuideCompromised, path, {}, {}});
    if (key->deleted) {
        plan.done("delete", {Code::GuideKeyGone, path, {}, {}});
        return plan.take();
    }
    if (const auto may = mayGoOnUnder(estate, goal.key, goal.instead); !may)
        return plan.stop("instead", {Code::StepKeyExists, nameOf(estate, *goal.instead), {}, {}}, may.error());
    Compromise(goal, plan, path).run();
    return plan.take();
}

} // namespace keyward::estate
