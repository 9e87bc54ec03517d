// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/plan.h"

#include "backend/estate/access.h"
#include "backend/estate/authorize.h"
#include "backend/estate/change_builder.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/tenant_move.h"

#include <algorithm>

namespace keyward::estate {
namespace {

using State = Step::State;

Step done(std::string id, std::string title) { return {std::move(id), State::Done, std::move(title), {}, {}, {}}; }

Step needed(const Estate &estate, std::string id, Action action)
{
    auto title = describe(estate, action);
    auto forGood = irreversible(estate, action);
    return {std::move(id), State::Needed, std::move(title), std::move(action), std::move(forGood), {}};
}

Step blocked(std::string id, std::string title, Error reason)
{
    return {std::move(id), State::Blocked, std::move(title), {}, {}, std::move(reason)};
}

Step eligibleStep(const Resource &resource, const ServiceProfile &profile)
{
    const auto title = profile.words.unused + " " + resource.name.text();
    if (!resource.binding && profile.onlyBeforeFirstUse && resource.protectionAttempted)
        return blocked("unused", title, Error{Code::CmkAfterProtection, resource.name.text(), {}, {}});
    return done("unused", resource.binding ? resource.name.text() + " uses a customer-managed key" : title);
}

const Principal *ownIdentity(const Estate &estate, const Resource &resource)
{
    return resource.identity ? estate.principal(*resource.identity) : nullptr;
}

/// BKP-7: what a move to another tenant left behind goes first, so that it can be turned on anew.
bool mustBeMadeAnew(const Estate &estate, const Resource &resource, const Goal &goal)
{
    const auto *own = goal.identity ? nullptr : ownIdentity(estate, resource);
    return own && leftBehind(resource, *own);
}

Step identityStep(const Estate &estate, const Resource &resource, const Vault &vault, const Goal &goal)
{
    if (goal.identity) {
        const auto *identity = estate.principal(*goal.identity);
        const std::string title = "User-assigned identity '" + (identity ? identity->name : goal.identity->text()) +
                                  "' is assigned to " + resource.name.text();
        if (!identity)
            return blocked("identity", title, Error{Code::NotFound, goal.identity->text(), {"principal"}, {}});
        if (leftBehind(resource, *identity))
            return blocked(
                "identity", title,
                Error{
                    Code::ProfileTenant, identity->name, {"The identity"}, wayBack(estate, resource, identity, vault)});
        return resource.userIdentities.contains(*goal.identity)
                   ? done("identity", title)
                   : needed(estate, "identity", command::AssignIdentity{resource.id, *goal.identity});
    }
    if (resource.identity && !mustBeMadeAnew(estate, resource, goal))
        return done("identity", "System-assigned identity of " + resource.name.text() + " is on");
    return needed(estate, "identity", command::EnableIdentity{resource.id, goal.newPrincipal});
}

Step permissionStep(const Estate &estate, const Resource &resource, const Vault &vault, const ServiceProfile &profile,
                    const Goal &goal)
{
    const auto identity = goal.identity                            ? *goal.identity
                          : mustBeMadeAnew(estate, resource, goal) ? goal.newPrincipal
                                                                   : resource.identity.value_or(goal.newPrincipal);
    const auto *known = estate.principal(identity);
    const auto missing = missingPermissions(estate, resource, vault, goal.key, known);
    if (missing.empty()) {
        const auto more =
            effectivePermissions(estate, identity, vault, goal.key).without(profile.permissions); // BKP-11
        return done("permission", "The identity has " + profile.permissions.text() + " in vault " + vault.name.text() +
                                      (more.empty() ? "" : "; more than it needs: " + more.text()));
    }
    const auto name = known ? known->name : resource.name.text();
    if (vault.accessModel == AccessModel::Roles) {
        const auto *role = roleFor(estate, profile.permissions);
        if (!role)
            return blocked("permission", "A role allows " + profile.permissions.text(),
                           permissionMissing(estate, resource, vault, known, missing));
        auto step = needed(
            estate, "permission",
            command::AssignRole{goal.newAssignment, identity, role->id, {Scope::Kind::Vault, recordOf(vault.id)}});
        step.title = "Assign role " + role->name + " on vault " + vault.name.text() + " to '" + name + "'";
        return step;
    }
    const auto before = vault.policies.find(identity);
    const auto had = before == vault.policies.end() ? PermissionSet{} : before->second;
    auto step = needed(estate, "permission", command::SetAccessPolicy{vault.id, identity, had | profile.permissions});
    step.title = "Allow '" + name + "' " + (had | profile.permissions).text() + " in vault " + vault.name.text();
    return step;
}

Step protectionStep(const Estate &estate, const Vault &vault, const ServiceProfile &profile)
{
    if (vaultProtected(profile, vault))
        return done("protection", "Soft delete and purge protection of vault " + vault.name.text() + " are on");
    command::UpdateVault update{vault.id, {}, {}, {}, {}, {}};
    if (profile.needsSoftDelete) update.softDelete = true;
    if (profile.needsPurgeProtection) update.purgeProtection = true;
    return needed(estate, "protection", update);
}

Step networkStep(const Estate &estate, const Resource &resource, const Vault &vault, const Goal &goal)
{
    const auto *identity = goal.identity ? estate.principal(*goal.identity) : ownIdentity(estate, resource);
    const auto passage = passes(estate, vault, Origin::of(resource.type), identity);
    const auto title = "The firewall of vault " + vault.name.text() + " lets " + resource.name.text() + " in";
    if (passage.allowed()) return done("network", title);
    if (passage.rule == Passage::Rule::BypassOff) {
        command::SetFirewall open{vault.id};
        open.trustedServices = true;
        return needed(estate, "network", open);
    }
    return blocked("network", title,
                   Error{Code::VaultUnreachable, resource.name.text(), {vault.name.text(), sentence(passage)}, {}});
}

Step keyStep(const Resource &resource, const Vault &vault, const Key &key, const ServiceProfile &profile,
             const Goal &goal, Instant now)
{
    const auto path = vault.name.text() + "/" + key.name.text();
    const auto title = "Key " + path + " suits a " + profile.title + " (" + key.spec.text() + ")";
    if (const auto accepted = profileAccepts(profile, resource, vault, key); !accepted)
        return blocked("key", title, accepted.error());
    const auto *version = goal.version ? key.version(*goal.version) : key.newestEnabled(now);
    if (!version && goal.version)
        return blocked("key", title, Error{Code::NotFound, goal.version->text(), {"key version"}, {}});
    const auto &shown = version ? *version : key.latest();
    for (const auto operation : {Permission::WrapKey, Permission::UnwrapKey})
        if (auto decision = keyStateAllows(vault, key, shown, operation, now); !decision.allowed())
            return blocked("key", title, *decision.refusal);
    return done("key", title);
}

/// A binding that does not work, or was set for an identity that is gone, is not done: it is set once more.
bool bindingHolds(const Estate &estate, const Resource &resource, Instant now)
{
    const auto *identity = estate.identityOf(resource);
    return identity && resource.binding->since >= identity->created &&
           assess(estate, resource, now).health != Health::Lost;
}

Step bindStep(const Estate &estate, const Resource &resource, const Vault &vault, const Key &key, const Goal &goal,
              Instant now)
{
    const auto &binding = resource.binding;
    const bool sameKey = binding && binding->key == key.id;
    const bool same = sameKey && binding->identity == goal.identity &&
                      (goal.version ? binding->pinned && binding->version == *goal.version : !binding->pinned);
    if (same && bindingHolds(estate, resource, now))
        return done("bind", resource.name.text() + " uses key " + keyPath(estate, key));
    return needed(estate, "bind",
                  command::SetKey{resource.id, vault.id, key.id, goal.version, {}, goal.job, goal.identity});
}

} // namespace

std::string_view stateText(State state)
{
    static constexpr std::string_view texts[] = {"done", "needed", "blocked"};
    return texts[static_cast<std::size_t>(state)];
}

bool Plan::blocked() const { return std::ranges::contains(steps, State::Blocked, &Step::state); }
bool Plan::done() const
{
    return std::ranges::all_of(steps, [](const Step &step) { return step.state == State::Done; });
}

bool Plan::needsAcknowledgement() const
{
    return std::ranges::any_of(
        steps, [](const Step &step) { return step.state == State::Needed && !step.irreversible.empty(); });
}

const Step *Plan::next() const
{
    for (const auto &step : steps) {
        if (step.state == State::Blocked) return nullptr;
        if (step.state == State::Needed) return &step;
    }
    return nullptr;
}

Plan planEnable(const Estate &estate, const Goal &goal, Instant now)
{
    Plan plan;
    const auto *resource = estate.resource(goal.resource);
    const auto stop = [&](std::string id, std::string title, const Error &reason) {
        plan.steps.push_back(blocked(std::move(id), std::move(title), reason));
        return plan;
    };
    if (!resource)
        return stop("resource", "The resource exists", {Code::NotFound, goal.resource.text(), {"resource"}, {}});
    const auto vault = liveVault(estate, goal.vault);
    if (!vault) return stop("vault", "The key vault exists", vault.error());
    const auto key = liveKey(estate, goal.key);
    if (!key) return stop("key", "The key exists", key.error());
    const auto profile = profileOf(estate, *resource);
    if (!profile) return stop("resource", "The service is known", profile.error());
    plan.goal = describe(estate, *resource) + " encrypts under key " + keyPath(estate, **key);
    plan.steps.push_back(eligibleStep(*resource, **profile));
    if (mustBeMadeAnew(estate, *resource, goal)) {
        plan.steps.push_back(needed(estate, "identity-off", command::DisableIdentity{resource->id}));
        plan.steps.back().title += ", which was left behind in another tenant, with everything it was given";
    }
    plan.steps.push_back(identityStep(estate, *resource, **vault, goal));
    plan.steps.push_back(permissionStep(estate, *resource, **vault, **profile, goal));
    plan.steps.push_back(protectionStep(estate, **vault, **profile));
    if ((*vault)->firewall.access != Firewall::Access::AllNetworks)
        plan.steps.push_back(networkStep(estate, *resource, **vault, goal));
    plan.steps.push_back(keyStep(*resource, **vault, **key, **profile, goal, now));
    plan.steps.push_back(bindStep(estate, *resource, **vault, **key, goal, now));
    return plan;
}

std::vector<ChecklistItem> protectionChecklist(const Estate &estate, const Resource &resource)
{
    const auto *profile = estate.catalogue().find(resource.type);
    const auto *vault = resource.binding ? estate.vault(resource.binding->vault) : nullptr;
    const auto *used = estate.identityOf(resource);
    const bool counts = !used || !leftBehind(resource, *used); // BKP-7
    return {
        {(profile ? profile->title : resource.type) + " created", true},
        {"Identity turned on", counts && (resource.identity || !resource.userIdentities.empty())},
        {"Permission on the key vault granted",
         vault && counts &&
             missingPermissions(estate, resource, *vault, resource.binding->key, estate.identityOf(resource)).empty()},
        {"Soft delete and purge protection on", vault && profile && vaultProtected(*profile, *vault).has_value()},
        {"Customer-managed key assigned", resource.binding.has_value()}};
}

} // namespace keyward::estate
