// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MOD-5, MOD-8, BOT-13: what is to live on gets another key first; then the way back is made sure; then the key is
// disabled, or its grant taken away. Nothing is deleted.

#include "backend/estate/access.h"
#include "backend/estate/change_builder.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/plans/plan_builder.h"

#include <algorithm>
#include <ranges>

namespace keyward::estate {
namespace {

class Revocation
{
public:
    Revocation(const RevokeGoal &goal, PlanBuilder &plan, std::string path)
        : m_goal(goal), m_plan(plan), m_path(std::move(path))
    {}

    void run()
    {
        for (const auto &id : bound()) leaveSteps(id);
        if (m_goal.principal) {
            grantSteps();
        } else {
            protectionStep();
            disableSteps();
        }
        adviseOnCopies();
    }

private:
    const Estate &then() const { return m_plan.then(); }
    const Key &key() const { return *then().key(m_goal.key); }
    const Vault &vault() const { return *then().vault(key().vault); }
    bool concerns(const VersionId &version) const { return !m_goal.version || *m_goal.version == version; }

    /// What would be left without its key, by name.
    std::vector<ResourceId> bound() const
    {
        std::vector<const Resource *> found;
        for (const auto &id : then().dependantsOf(m_goal.key)) {
            const auto *resource = then().resource(id);
            if (!resource || !resource->binding || resource->binding->key != m_goal.key) continue;
            const auto *identity = then().identityOf(*resource);
            const bool mine = !m_goal.principal || (identity && identity->id == *m_goal.principal);
            if (mine && concerns(resource->binding->version)) found.push_back(resource);
        }
        return byName(std::move(found));
    }

    /// To the other key, or to service-managed ones where the service takes them back.
    void leaveSteps(const ResourceId &id)
    {
        const auto &resource = *then().resource(id);
        const auto name = resource.name.text();
        if (const auto *other = m_goal.instead ? then().key(*m_goal.instead) : nullptr)
            return m_plan.rebinding(id, *other);
        const auto *profile = then().catalogue().find(resource.type);
        if (profile && profile->revertible)
            m_plan.needed("service:" + name, {Code::GuideServiceManaged, name, {}, {}}, command::SetServiceManaged{id});
    }

    /// What was disabled can be enabled again only as long as nobody purges it.
    void protectionStep()
    {
        const auto name = vault().name.text();
        const auto live = m_goal.version ? claims(then(), key(), *m_goal.version) : claims(then(), key());
        if (vault().purgeProtection) return m_plan.done("protection", {Code::StepProtected, name, {}, {}});
        if (!live.empty())
            m_plan.needed("protection", {Code::StepProtect, name, {}, {}},
                          command::UpdateVault{key().vault, true, true, {}, {}, {}});
    }

    /// The newest first: what comes is not wrapped by it any more, while the next ones follow.
    void disableSteps()
    {
        std::vector<VersionId> newestFirst;
        for (const auto &version : key().versions | std::views::reverse)
            if (concerns(version.id)) newestFirst.push_back(version.id);
        for (const auto &id : newestFirst) {
            const auto shown = id.text();
            if (!key().version(id)->enabled)
                m_plan.done("disable:" + shown, {Code::GuideFormerOff, m_path, {shown}, {}});
            else
                m_plan.needed("disable:" + shown, {Code::GuideDisable, m_path, {shown}, {}},
                              command::UpdateKeyVersion{m_goal.key, id, false, {}, {}, {}, {}});
        }
    }

    /// One after the other, until nothing lets it in.
    void grantSteps()
    {
        const auto &id = *m_goal.principal;
        const auto name = nameOf(then(), id);
        const auto grants = grantsOf(then(), id, vault(), m_goal.key);
        for (const auto &grant : grants) takeStep(grant);
        if (grants.empty()) m_plan.done("grants", {Code::GuideUngranted, m_path, {name}, {}});
    }

    void takeStep(const Grant &grant)
    {
        const auto &who = *m_goal.principal;
        const auto name = nameOf(then(), who);
        if (grant.through != who) {
            const auto group = directGroup(who, grant.through);
            if (then().principal(group)->members.contains(who))
                m_plan.needed("grant:" + group.text(), {Code::GuideLeaveGroup, nameOf(then(), group), {name}, {}},
                              command::SetMember{group, who, false});
        } else if (!grant.assignment) {
            m_plan.needed("grant:policy", {Code::GuideRemovePolicy, vault().name.text(), {name}, {}},
                          command::RemoveAccessPolicy{key().vault, who});
        } else if (const auto *given = then().assignment(*grant.assignment)) {
            m_plan.needed(
                "grant:" + grant.assignment->text(),
                {Code::GuideRemoveAssignment, name, {nameOf(then(), given->role), named(then(), given->scope)}, {}},
                command::RemoveAssignment{*grant.assignment});
        }
    }

    /// The group that it is in itself, on the way to the one that was granted something.
    PrincipalId directGroup(const PrincipalId &member, const PrincipalId &through) const
    {
        PrincipalId out = through;
        for (const auto &group : then().access().groupsOf(member))
            if (then().access().eachSelf(group, [&](const PrincipalId &each) { return each == through; })) out = group;
        return out;
    }

    /// What left the vault, or was put back elsewhere, is not reached by any of this.
    void adviseOnCopies()
    {
        std::string kept;
        const auto add = [&](const std::string &one) { kept += (kept.empty() ? "" : "; ") + one; };
        for (const auto &note : key().backups) add(note.file + " of " + isoText(note.at));
        for (const auto &version : key().versions)
            if (version.escrow && concerns(version.id)) add(version.escrow->place);
        for (const auto &[id, other] : then().keys())
            if (id != m_goal.key && std::ranges::any_of(other->versions, [&](const auto &it) { return isCopy(it); }))
                add("key " + keyPath(then(), *other));
        if (!kept.empty()) m_plan.advise({Code::AdviceCopies, m_path, {kept}, {}});
    }
    bool isCopy(const KeyVersion &version) const
    {
        return !version.spki.empty() && std::ranges::any_of(key().versions, [&](const KeyVersion &mine) {
            return concerns(mine.id) && mine.spki == version.spki;
        });
    }

    const RevokeGoal &m_goal;
    PlanBuilder &m_plan;
    std::string m_path;
};

} // namespace

Plan planRevoke(const Estate &estate, const RevokeGoal &goal, Instant now, const RecordId &ids)
{
    PlanBuilder plan(estate, now, ids);
    const auto key = liveKey(estate, goal.key);
    if (!key) return plan.stop("key", {Code::StepKeyExists, nameOf(estate, goal.key), {}, {}}, key.error());
    const auto path = keyPath(estate, **key);
    const auto missing = [&](std::string target, const char *kind) {
        return plan.stop("key", {Code::StepKeyExists, path, {}, {}}, {Code::NotFound, std::move(target), {kind}, {}});
    };
    if (goal.version && !(*key)->version(*goal.version)) return missing(goal.version->text(), "key version");
    if (goal.principal && !estate.principal(*goal.principal)) return missing(goal.principal->text(), "principal");
    if (const auto may = mayGoOnUnder(estate, goal.key, goal.instead); !may)
        return plan.stop("instead", {Code::StepKeyExists, nameOf(estate, *goal.instead), {}, {}}, may.error());
    plan.leadsTo(
        goal.principal
            ? Statement{Code::GuideRevokeFrom, path, {nameOf(estate, *goal.principal)}, {}}
            : Statement{Code::GuideRevokeKey, goal.version ? path + "/" + goal.version->text() : path, {}, {}});
    Revocation(goal, plan, path).run();
    return plan.take();
}

} // namespace keyward::estate
