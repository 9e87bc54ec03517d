// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// VLT-9: first the grants that keep everybody's access, then the switch.

#include "backend/estate/access.h"
#include "backend/estate/change_builder.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/plans/plan_builder.h"

#include <algorithm>

namespace keyward::estate {
namespace {

class Switching
{
public:
    Switching(const AccessModelGoal &goal, PlanBuilder &plan, const Vault &vault)
        : m_goal(goal), m_plan(plan), m_name(vault.name.text())
    {}

    void run()
    {
        const bool switched = vault().accessModel == m_goal.to;
        if (m_goal.keepAccess && !switched) {
            auto all = keptAcrossSwitch(m_plan.then(), vault(), m_goal.to);
            std::ranges::sort(all, {}, [&](const Kept &kept) { return nameOf(m_plan.then(), kept.principal); });
            for (const auto &kept : all) keepStep(kept);
        }
        const auto model = modelText(m_goal.to);
        if (switched)
            m_plan.done("switch", {Code::GuideGoesBy, m_name, {model}, {}});
        else
            m_plan.needed("switch", {Code::GuideSwitch, m_name, {model}, {}},
                          command::SetAccessModel{m_goal.vault, m_goal.to});
    }

private:
    const Vault &vault() const { return *m_plan.then().vault(m_goal.vault); }

    void keepStep(const Kept &kept)
    {
        const auto name = nameOf(m_plan.then(), kept.principal);
        const auto id = "keep:" + name;
        const auto has = kept.has.text();
        if (kept.missing.empty()) return m_plan.done(id, {Code::GuideKeeps, name, {has}, {}});
        if (!kept.grant)
            return m_plan.blocked(id, {Code::GuideKeeps, name, {has}, {}},
                                  {Code::NoRoleKeeps, name, {kept.missing.text()}, {}});
        m_plan.needed(id, grantOf(kept, name), *kept.grant);
    }

    Statement grantOf(const Kept &kept, const std::string &name) const
    {
        const auto *assigned = std::get_if<command::AssignRole>(&*kept.grant);
        if (!assigned)
            return {Code::GuideGrantPolicy,
                    name,
                    {std::get<command::SetAccessPolicy>(*kept.grant).permissions.text(), m_name},
                    {}};
        const auto *role = m_plan.then().role(assigned->role);
        const auto more = role->permissions.without(kept.has);
        if (more.empty()) return {Code::GuideGrantRole, name, {role->name, m_name}, {}};
        return {Code::GuideGrantRoleMore, name, {role->name, m_name, more.text()}, {}};
    }

    const AccessModelGoal &m_goal;
    PlanBuilder &m_plan;
    std::string m_name;
};

} // namespace

Plan planAccessModel(const Estate &estate, const AccessModelGoal &goal, Instant now, const RecordId &ids)
{
    PlanBuilder plan(estate, now, ids);
    const auto vault = liveVault(estate, goal.vault);
    if (!vault) return plan.stop("vault", {Code::StepVaultExists, nameOf(estate, goal.vault), {}, {}}, vault.error());
    plan.leadsTo({Code::GuideAccessModel, (*vault)->name.text(), {modelText(goal.to)}, {}});
    Switching(goal, plan, **vault).run();
    return plan.take();
}

} // namespace keyward::estate
