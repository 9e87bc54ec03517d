// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// VLT-8, BKP-13: a new version first, then whoever uses the key, and the former one last, if ever.

#include "backend/estate/access.h"
#include "backend/estate/change_builder.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/plans/plan_builder.h"
#include "backend/estate/services/preparation.h"

#include <algorithm>

namespace keyward::estate {
namespace {

/// The newest that is newer than the one to leave and may wrap now; null where there is none.
const KeyVersion *newerThan(const Key &key, const VersionId &from, Instant now)
{
    const auto left = std::ranges::find(key.versions, from, &KeyVersion::id);
    const auto *newest = key.newestEnabled(now);
    return newest && left != key.versions.end() && newest > &*left ? newest : nullptr;
}

/// Bound to the key, by name.
std::vector<const Resource *> boundTo(const Estate &estate, const KeyId &key)
{
    std::vector<const Resource *> out;
    for (const auto &id : estate.dependantsOf(key))
        if (const auto *resource = estate.resource(id); resource && resource->binding && resource->binding->key == key)
            out.push_back(resource);
    std::ranges::sort(out, {}, [](const Resource *resource) { return resource->name.text(); });
    return out;
}

/// Nobody keeps an account of what applications made with a version.
std::vector<Statement> mayStillUse(const Estate &estate, const Vault &vault, const Key &key)
{
    const PermissionSet opening{Permission::Decrypt, Permission::UnwrapKey};
    std::vector<Statement> out;
    for (const auto &one : whoCan(estate, vault, key.id)) {
        const auto *principal = estate.principal(one.principal);
        const auto opens = one.permissions.without(one.permissions.without(opening));
        const bool service = !principal || principal->kind == PrincipalKind::Group ||
                             principal->kind == PrincipalKind::SystemAssigned || !one.ineffective.empty();
        const bool boundBy = principal && std::ranges::any_of(boundTo(estate, key.id), [&](const Resource *resource) {
                                 return resource->binding->identity == principal->id;
                             });
        if (!service && !boundBy && !opens.empty())
            out.push_back({Code::LossMayUse, principal->name, {opens.text(), keyPath(estate, key)}, {}});
    }
    return out;
}

class Rotation
{
public:
    Rotation(const RotateGoal &goal, PlanBuilder &plan, std::string path)
        : m_goal(goal), m_plan(plan), m_path(std::move(path))
    {}

    void run()
    {
        versionStep();
        const auto *newer = newerThan(key(), m_goal.from, m_plan.now());
        if (!newer) return; // the version is blocked, and with it whatever comes
        m_to = newer->id;
        for (const auto *resource : boundTo(m_plan.then(), m_goal.key)) bindStep(resource->id);
        if (m_goal.retire && !formerIsKept()) formerStep();
        if (!key().backupIsCurrent()) m_plan.advise({Code::AdviceBackUp, m_path, {}, {}}); // MOD-6
    }

private:
    const Key &key() const { return *m_plan.then().key(m_goal.key); }
    Statement ofKey(Code code, std::vector<Sentence::Argument> arguments = {}) const
    {
        return {code, m_path, std::move(arguments), {}};
    }

    void versionStep()
    {
        if (const auto *newer = newerThan(key(), m_goal.from, m_plan.now()))
            return m_plan.done("version", ofKey(Code::GuideVersionThere, {newer->id.text()}));
        m_plan.needed("version", ofKey(Code::GuideMakeVersion), command::RotateKey{m_goal.key, {}});
    }

    void bindStep(const ResourceId &id)
    {
        const auto &resource = *m_plan.then().resource(id);
        const auto &binding = *resource.binding;
        const auto name = resource.name.text();
        const auto at = [&](const VersionId &version) {
            return std::ranges::find(key().versions, version, &KeyVersion::id);
        };
        if (binding.version == m_to || at(binding.version) > at(m_to))
            return m_plan.done("bind:" + name, {Code::GuideTakenUp, name, {binding.version.text()}, {}});
        const auto *profile = m_plan.then().catalogue().find(resource.type);
        const bool follows = !binding.pinned && profile && profile->followsNewVersions;
        std::string suffix;
        for (const auto &one : preparationsFor(m_plan.then(), resource, key(), *key().version(m_to))) {
            const auto step = "prepare:" + name + suffix;
            if (one.action)
                m_plan.needed(step, one.what, *one.action);
            else if (one.unmet)
                m_plan.blocked(step, one.what, *one.unmet);
            else
                continue;
            suffix += '+';
        }
        m_plan.needed("bind:" + name, {follows ? Code::GuideTakeUp : Code::GuideRepin, name, {}, {}},
                      command::SetKey{.resource = id,
                                      .vault = binding.vault,
                                      .key = binding.key,
                                      .version = binding.pinned ? std::optional(m_to) : std::nullopt,
                                      .vaultSubscription = {},
                                      .job = {},
                                      .identity = binding.identity});
    }

    /// TDE-16: a service that is given versions keeps the old ones, for what was made under them and left it.
    bool formerIsKept() const
    {
        return std::ranges::any_of(boundTo(m_plan.then(), m_goal.key), [&](const Resource *resource) {
            const auto *profile = m_plan.then().catalogue().find(resource->type);
            return profile && profile->takesVersions && !keepsNothingHere(*resource) &&
                   profile->oldVersionFor.count() == 0; // BOT-12: otherwise time ends it
        });
    }

    void formerStep()
    {
        const auto &estate = m_plan.then();
        const auto former = m_goal.from.text();
        if (const auto live = claims(estate, key(), m_goal.from); !live.empty())
            return m_plan.done("former", ofKey(Code::GuideFormerNeeded, {former, joined(live)}));
        if (!key().version(m_goal.from)->enabled) return m_plan.done("former", ofKey(Code::GuideFormerOff, {former}));
        m_plan.needed("former", ofKey(Code::GuideDisableFormer, {former}),
                      command::UpdateKeyVersion{m_goal.key, m_goal.from, false, {}, {}, {}, {}},
                      mayStillUse(estate, *estate.vault(key().vault), key()));
    }

    const RotateGoal &m_goal;
    PlanBuilder &m_plan;
    std::string m_path;
    VersionId m_to;
};

} // namespace

Plan planRotate(const Estate &estate, const RotateGoal &goal, Instant now, const RecordId &ids)
{
    PlanBuilder plan(estate, now, ids);
    const auto key = liveKey(estate, goal.key);
    if (!key) return plan.stop("key", {Code::StepKeyExists, nameOf(estate, goal.key), {}, {}}, key.error());
    const auto path = keyPath(estate, **key);
    if (!(*key)->version(goal.from))
        return plan.stop("key", {Code::StepKeyExists, path, {}, {}},
                         {Code::NotFound, goal.from.text(), {"key version"}, {}});
    plan.leadsTo({Code::GuideRotate, path, {goal.from.text()}, {}});
    Rotation(goal, plan, path).run();
    return plan.take();
}

} // namespace keyward::estate
