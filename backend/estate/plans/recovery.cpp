// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// VLT-6: the vault, its keys, and then whatever still keeps from working what needs them.

#include "backend/estate/access.h"
#include "backend/estate/change_builder.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/plans/plan_builder.h"

#include <algorithm>
#include <set>

namespace keyward::estate {
namespace {

class Recovery
{
public:
    Recovery(const RecoverGoal &goal, PlanBuilder &plan, const Estate &before, const Vault &vault)
        : m_goal(goal), m_plan(plan), m_before(before), m_name(vault.name.text())
    {}

    void run()
    {
        const auto users = usersOf();
        if (m_plan.then().vault(m_goal.vault)->deleted)
            m_plan.needed("vault", {Code::GuideRecoverVault, m_name, {}, {}}, command::RecoverVault{m_goal.vault});
        else
            m_plan.done("vault", {Code::GuideVaultThere, m_name, {}, {}});
        for (const auto &id : keysOf()) keyStep(id);
        for (const auto &id : users) userSteps(id);
    }

private:
    std::vector<KeyId> keysOf() const
    {
        std::vector<const Key *> found;
        for (const auto &id : m_plan.then().keysOf(m_goal.vault)) {
            const auto *key = m_plan.then().key(id);
            if (m_goal.allKeys || !claims(m_plan.then(), *key).empty()) found.push_back(key);
        }
        std::ranges::sort(found, {}, [](const Key *key) { return key->name.text(); });
        std::vector<KeyId> out;
        for (const auto *key : found) out.push_back(key->id);
        return out;
    }

    std::vector<ResourceId> usersOf() const
    {
        std::vector<const Resource *> found;
        for (const auto &id : m_plan.then().dependantsOf(m_goal.vault))
            if (const auto *resource = m_plan.then().resource(id)) found.push_back(resource);
        return byName(std::move(found));
    }

    void keyStep(const KeyId &id)
    {
        const auto &key = *m_plan.then().key(id);
        const auto path = keyPath(m_plan.then(), key);
        if (key.deleted)
            m_plan.needed("key:" + key.name.text(), {Code::GuideRecoverKey, path, {}, {}}, command::RecoverKey{id});
        else
            m_plan.done("key:" + key.name.text(), {Code::GuideKeyThere, path, {}, {}});
    }

    /// What gives back a grant or the way in is mended. That a version is disabled was somebody's decision.
    std::optional<Statement> mending(const Action &fix) const
    {
        const auto &estate = m_plan.then();
        if (const auto *policy = std::get_if<command::SetAccessPolicy>(&fix))
            return Statement{Code::StepAllow,
                             nameOf(estate, policy->vault),
                             {nameOf(estate, policy->principal), policy->permissions.text()},
                             {}};
        if (const auto *role = std::get_if<command::AssignRole>(&fix))
            return Statement{
                Code::StepAssignRole, m_name, {nameOf(estate, role->role), nameOf(estate, role->principal)}, {}};
        if (const auto *rules = std::get_if<command::SetFirewall>(&fix))
            return Statement{Code::StepOpenBypass, nameOf(estate, rules->vault), {}, {}};
        return std::nullopt;
    }

    /// One after the other, each on what the one before it leaves: two reasons may ask for the same grant.
    void mend(const ResourceId &id, const std::string &name)
    {
        std::set<std::string> taken;
        for (bool found = true; found;) {
            found = false;
            const auto verdict = verdictOn(id);
            for (const auto &reason : verdict.reasons) {
                const auto what = reason.fix ? mending(*reason.fix) : std::nullopt;
                const std::string kind = what && what->code == Code::StepOpenBypass ? "network:" : "permission:";
                if (!what || !taken.insert(kind + name).second) continue;
                m_plan.needed(kind + name, *what, *reason.fix);
                found = true;
                break;
            }
        }
    }

    void userSteps(const ResourceId &id)
    {
        const auto name = m_plan.then().resource(id)->name.text();
        mend(id, name);
        const auto left = verdictOn(id);
        if (assess(m_before, *m_before.resource(id), m_plan.now()).health != Health::Lost)
            return m_plan.done("works:" + name, {Code::GuideWorks, name, {}, {}}); // else only after the steps above
        if (left.health != Health::Lost) return;
        for (const auto &reason : left.reasons)
            if (reason.weight == Health::Lost)
                m_plan.advise({Code::AdviceStillLost, name, {sentence(reason.what)}, reason.remedy()});
    }
    BindingHealth verdictOn(const ResourceId &id) const
    {
        return assess(m_plan.then(), *m_plan.then().resource(id), m_plan.now());
    }

    const RecoverGoal &m_goal;
    PlanBuilder &m_plan;
    const Estate &m_before;
    std::string m_name;
};

} // namespace

Plan planRecovery(const Estate &estate, const RecoverGoal &goal, Instant now, const RecordId &ids)
{
    PlanBuilder plan(estate, now, ids);
    const auto *vault = estate.vault(goal.vault);
    if (!vault)
        return plan.stop("vault", {Code::StepVaultExists, nameOf(estate, goal.vault), {}, {}},
                         {Code::NotFound, nameOf(estate, goal.vault), {"vault"}, {}});
    plan.leadsTo({Code::GuideRecover, vault->name.text(), {}, {}});
    Recovery(goal, plan, estate, *vault).run();
    return plan.take();
}

} // namespace keyward::estate
