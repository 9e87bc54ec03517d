// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/plan.h"

#include "backend/estate/access.h"
#include "backend/estate/authorize.h"
#include "backend/estate/change_builder.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/encryption_models.h"
#include "backend/estate/first_party.h"
#include "backend/estate/plans/blocked.h"
#include "backend/estate/services/preparation.h"
#include "backend/estate/stores.h"
#include "backend/estate/tenant_move.h"

#include <algorithm>

namespace keyward::estate {
namespace {

using State = Step::State;

Step done(std::string id, Statement what)
{
    return {.id = std::move(id),
            .state = State::Done,
            .what = std::move(what),
            .action = {},
            .irreversible = {},
            .reason = {}};
}

Step blocked(std::string id, Statement what, Error reason)
{
    return {.id = std::move(id),
            .state = State::Blocked,
            .what = std::move(what),
            .action = {},
            .irreversible = {},
            .reason = std::move(reason)};
}

/// Looks at each step by itself, of a goal of which everything is there.
class Planner
{
public:
    Planner(const Estate &estate, const Goal &goal, Instant now, const Resource &resource, const Vault &vault,
            const Key &key, const ServiceProfile &profile)
        : m_estate(estate), m_goal(goal), m_now(now), m_resource(resource), m_vault(vault), m_key(key),
          m_profile(profile), m_path(keyPath(estate, key)), m_anew(mustBeMadeAnew()), m_principal(principal()),
          m_known(estate.principal(m_principal))
    {}

    std::vector<Step> steps() const
    {
        std::vector<Step> out{eligibleStep()};
        if (m_anew) out.push_back(identityOffStep());
        out.push_back(m_profile.goesByFirstParty() ? providerStep() : identityStep());
        out.push_back(permissionStep());
        out.push_back(protectionStep());
        if (m_vault.firewall.access != Firewall::Access::AllNetworks) out.push_back(networkStep());
        out.push_back(keyStep());
        if (const auto *version = chosenVersion())
            for (auto &one : preparationsFor(m_estate, m_resource, m_key, *version))
                out.push_back(stepOf(out.back().id == "prepare" || out.back().id.starts_with("prepare:")
                                         ? "prepare:" + std::to_string(out.size())
                                         : "prepare",
                                     std::move(one)));
        out.push_back(bindStep());
        return out;
    }

private:
    /// BKP-7: what a move to another tenant left behind goes first, so that it can be turned on anew.
    bool mustBeMadeAnew() const
    {
        const auto *own = !m_goal.identity && m_resource.identity ? m_estate.principal(*m_resource.identity) : nullptr;
        return own && leftBehind(m_resource, *own);
    }

    /// What it will come to the vault with.
    PrincipalId principal() const
    {
        if (m_goal.identity) return *m_goal.identity; // of a service that goes by an application: that one
        return m_anew ? m_goal.newPrincipal : m_resource.identity.value_or(m_goal.newPrincipal);
    }

    Statement ofResource(Code code, std::vector<Sentence::Argument> arguments = {}) const
    {
        return {code, m_resource.name.text(), std::move(arguments), {}};
    }
    Statement ofVault(Code code, std::vector<Sentence::Argument> arguments = {}) const
    {
        return {code, m_vault.name.text(), std::move(arguments), {}};
    }

    Step needed(std::string id, Statement what, Action action) const
    {
        auto forGood = irreversible(m_estate, action);
        return {.id = std::move(id),
                .state = State::Needed,
                .what = std::move(what),
                .action = std::move(action),
                .irreversible = std::move(forGood),
                .reason = {}};
    }

    Step stepOf(std::string id, Preparation &&one) const
    {
        if (one.action) return needed(std::move(id), std::move(one.what), *std::move(one.action));
        if (one.unmet) return blocked(std::move(id), std::move(one.what), *std::move(one.unmet));
        return done(std::move(id), std::move(one.what));
    }

    Step eligibleStep() const
    {
        if (m_resource.binding) return done("unused", ofResource(Code::StepCustomerManaged));
        const auto what = ofResource(Code::StepUnused, {phrase(m_profile.words.unused)});
        if (const auto own = takesOwnKey(m_estate, m_resource, m_profile); !own)
            return blocked("unused", what, own.error());
        if (const auto may = mayTakeKey(m_resource, m_profile); !may) return blocked("unused", what, may.error());
        return done("unused", what);
    }

    Step identityOffStep() const
    {
        return needed("identity-off", ofResource(Code::StepTurnIdentityOff), command::DisableIdentity{m_resource.id});
    }

    /// BOT-7: with its provider comes the application that it goes by.
    Step providerStep() const
    {
        const auto *provider = m_estate.catalogue().platform().provider(m_profile.provider);
        const auto registered = providerRegistered(m_estate, m_profile, m_resource, m_vault);
        const auto place = m_estate.subscriptionId(m_vault.place.subscription);
        const std::vector<Sentence::Argument> told{m_profile.provider,
                                                   place ? nameOf(m_estate, *place) : m_vault.place.subscription,
                                                   provider ? provider->firstParty : std::string()};
        const auto action = registering(m_estate, m_profile, m_vault, m_goal.newPrincipal);
        if (registered && m_known) return done("identity", ofVault(Code::StepProviderRegistered, told));
        if (!action || registered)
            return blocked("identity", ofVault(Code::StepProviderRegistered, told),
                           registered ? Error{Code::IdentityMissing, m_resource.name.text(), {}, {}}
                                      : registered.error());
        return needed("identity", ofVault(Code::StepRegisterProvider, told), *action);
    }

    Step identityStep() const
    {
        if (m_goal.identity) return assignedIdentityStep();
        if (const auto first = firstKeyBy(m_resource, m_profile, PrincipalKind::SystemAssigned); !first)
            return blocked("identity", ofResource(Code::StepTurnIdentityOn), first.error());
        if (m_resource.identity && !m_anew) return done("identity", ofResource(Code::StepIdentityOn));
        return needed("identity", ofResource(Code::StepTurnIdentityOn),
                      command::EnableIdentity{m_resource.id, m_goal.newPrincipal});
    }

    Step assignedIdentityStep() const
    {
        const auto name = m_known ? m_known->name : m_principal.text();
        const auto what = ofResource(Code::StepIdentityAssigned, {name});
        if (!m_known) return blocked("identity", what, {Code::NotFound, name, {"principal"}, {}});
        if (leftBehind(m_resource, *m_known))
            return blocked(
                "identity", what,
                {Code::ProfileTenant, name, {"The identity"}, wayBack(m_estate, m_resource, m_known, m_vault)});
        if (m_resource.userIdentities.contains(m_principal)) return done("identity", what);
        return needed("identity", ofResource(Code::StepAssignIdentity, {name}),
                      command::AssignIdentity{m_resource.id, m_principal});
    }

    /// Also of one that a step before brings.
    std::string nameOfIdentity() const
    {
        if (m_known) return m_known->name;
        const auto *provider = m_estate.catalogue().platform().provider(m_profile.provider);
        return m_profile.goesByFirstParty() && provider ? provider->firstParty : m_resource.name.text();
    }

    Step permissionStep() const
    {
        const auto &wanted = m_profile.permissions;
        const auto missing = missingPermissions(m_estate, m_resource, m_vault, m_key.id, m_known);
        if (missing.empty()) {
            const auto more = effectivePermissions(m_estate, m_principal, m_vault, m_key.id).without(wanted); // BKP-11
            return done("permission", more.empty() ? ofVault(Code::StepPermitted, {wanted.text()})
                                                   : ofVault(Code::StepPermittedMore, {wanted.text(), more.text()}));
        }
        const auto name = nameOfIdentity();
        if (m_vault.accessModel == AccessModel::Roles) {
            const auto *role = roleFor(m_estate, wanted);
            if (!role)
                return blocked("permission", ofVault(Code::StepRoleAllows, {wanted.text()}),
                               permissionMissing(m_estate, m_resource, m_vault, m_known, missing));
            return needed("permission", ofVault(Code::StepAssignRole, {role->name, name}),
                          command::AssignRole{
                              m_goal.newAssignment, m_principal, role->id, {Scope::Kind::Vault, recordOf(m_vault.id)}});
        }
        const auto before = m_vault.policies.find(m_principal);
        const auto all = before == m_vault.policies.end() ? wanted : before->second | wanted;
        return needed("permission", ofVault(Code::StepAllow, {name, all.text()}),
                      command::SetAccessPolicy{m_vault.id, m_principal, all});
    }

    Step protectionStep() const
    {
        const auto guarded = vaultProtected(m_profile, m_vault);
        if (guarded) return done("protection", ofVault(Code::StepProtected));
        if (guarded.error().code == Code::ProfileRetention)
            return blocked("protection", ofVault(Code::StepProtected), guarded.error());
        command::UpdateVault update{m_vault.id, {}, {}, {}, {}, {}};
        if (m_profile.needsSoftDelete) update.softDelete = true;
        if (m_profile.needsPurgeProtection) update.purgeProtection = true;
        return needed("protection", ofVault(update.purgeProtection ? Code::StepProtect : Code::StepSoftDelete), update);
    }

    Step networkStep() const
    {
        const auto passage = passes(m_estate, m_vault, Origin::of(m_resource.type), m_known);
        const auto what = ofVault(Code::StepLetIn, {m_resource.name.text()});
        if (passage.allowed()) return done("network", what);
        if (passage.rule == Passage::Rule::BypassOff) {
            command::SetFirewall open{m_vault.id};
            open.trustedServices = true;
            return needed("network", ofVault(Code::StepOpenBypass), open);
        }
        return blocked("network", what, ofResource(Code::VaultUnreachable, {m_vault.name.text(), sentence(passage)}));
    }

    const KeyVersion *chosenVersion() const
    {
        return m_goal.version ? m_key.version(*m_goal.version) : m_key.newestEnabled(m_now);
    }

    Step keyStep() const
    {
        const Statement what{Code::StepKeySuits, m_path, {phrase(m_profile.title), m_key.spec.text()}, {}};
        if (const auto accepted = profileAccepts(m_profile, m_resource, m_vault, m_key); !accepted)
            return blocked("key", what, accepted.error());
        if (const auto named = profileAcceptsNaming(m_profile, m_path, m_goal.version.has_value()); !named)
            return blocked("key", what, named.error());
        const auto *version = chosenVersion();
        if (!version && m_goal.version)
            return blocked("key", what, {Code::NotFound, m_goal.version->text(), {"key version"}, {}});
        if (const auto accepted = profileAcceptsVersion(m_profile, m_path, version); version && !accepted)
            return blocked("key", what, accepted.error());
        const auto &shown = version ? *version : m_key.latest();
        for (const auto operation : {Permission::WrapKey, Permission::UnwrapKey})
            if (auto decision = keyStateAllows(m_vault, m_key, shown, operation, m_now); !decision.allowed())
                return blocked("key", what, *decision.refusal);
        return done("key", what);
    }

    /// A binding that does not work, or was set for an identity that is gone, is not done: it is set once more.
    bool bindingHolds() const
    {
        const auto *identity = m_estate.identityOf(m_resource);
        return identity && m_resource.binding->since >= identity->created &&
               assess(m_estate, m_resource, m_now).health != Health::Lost;
    }

    Step bindStep() const
    {
        const auto &binding = m_resource.binding;
        const bool same = binding && binding->key == m_key.id && binding->identity == m_goal.identity &&
                          !binding->olderForm && // BKP-22
                          (m_goal.version ? binding->pinned && binding->version == *m_goal.version : !binding->pinned);
        if (same && bindingHolds()) return done("bind", ofResource(Code::StepBound, {m_path}));
        return needed(
            "bind",
            m_goal.version ? ofResource(Code::StepBindVersion, {m_path, m_goal.version->text()})
                           : ofResource(Code::StepBind, {m_path}),
            command::SetKey{m_resource.id, m_vault.id, m_key.id, m_goal.version, {}, m_goal.job, m_goal.identity});
    }

    const Estate &m_estate;
    const Goal &m_goal;
    Instant m_now;
    const Resource &m_resource;
    const Vault &m_vault;
    const Key &m_key;
    const ServiceProfile &m_profile;
    std::string m_path;
    bool m_anew;
    PrincipalId m_principal;
    const Principal *m_known; ///< null until it is made
};

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

bool Plan::needsAcknowledgement() const { return std::ranges::any_of(steps, &Step::asks); }

bool Plan::needsOverride() const
{
    return std::ranges::any_of(steps, [](const Step &step) { return step.state == State::Needed && step.overrides; });
}

Status nothingBlocks(const Plan &plan)
{
    for (const auto &step : plan.steps)
        if (step.reason) return std::unexpected(*step.reason);
    return {};
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
    const auto stop = [&](std::string id, Code code, std::string target, const Error &reason) {
        plan.steps.push_back(blocked(std::move(id), {code, std::move(target), {}, {}}, reason));
        return plan;
    };
    const auto resource = existing(estate, goal.resource);
    if (!resource) return stop("resource", Code::StepResourceExists, nameOf(estate, goal.resource), resource.error());
    const auto vault = liveVault(estate, goal.vault);
    if (!vault) return stop("vault", Code::StepVaultExists, nameOf(estate, goal.vault), vault.error());
    const auto key = liveKey(estate, goal.key);
    if (!key) return stop("key", Code::StepKeyExists, nameOf(estate, goal.key), key.error());
    const auto profile = profileOf(estate, **resource);
    if (!profile) return stop("resource", Code::StepServiceKnown, nameOf(estate, goal.resource), profile.error());
    plan.what = Statement{Code::PlanGoal,
                          describe(estate, **resource),
                          {keyPath(estate, **key), phrase((*profile)->title), (*resource)->name.text()},
                          {}};
    auto exact = goal;
    if ((*profile)->takesVersions && !exact.version)
        if (const auto *newest = (*key)->newestEnabled(now)) exact.version = newest->id; // and stays on it
    if ((*profile)->goesByFirstParty())
        if (const auto *application = platformApplication(estate, **profile)) exact.identity = application->id;
    plan.steps = Planner(estate, exact, now, **resource, **vault, **key, **profile).steps();
    if (!(*resource)->binding) // BOT-14
        plan.advice.push_back({Code::AdviceNobodyRecovers,
                               (*resource)->name.text(),
                               {keyPath(estate, **key), phrase((*profile)->words.protects)},
                               {}});
    return plan;
}

std::vector<ChecklistItem> protectionChecklist(const Estate &estate, const Resource &resource)
{
    const auto *profile = estate.catalogue().find(resource.type);
    const auto *vault = resource.binding ? estate.vault(resource.binding->vault) : nullptr;
    const auto *used = estate.identityOf(resource);
    const bool counts = !used || !leftBehind(resource, *used); // BKP-7
    const auto item = [&](Code code, bool done, std::vector<Sentence::Argument> arguments = {}) {
        return ChecklistItem{.what = {code, resource.name.text(), std::move(arguments), {}}, .done = done};
    };
    return {item(Code::ItemCreated, true, {phrase(profile ? profile->title : resource.type)}),
            item(Code::ItemIdentityOn, counts && (resource.identity || !resource.userIdentities.empty())),
            item(Code::ItemPermitted,
                 vault && counts && missingPermissions(estate, resource, *vault, resource.binding->key, used).empty()),
            item(Code::ItemProtected, vault && profile && vaultProtected(*profile, *vault).has_value()),
            item(Code::ItemKeyAssigned, resource.binding.has_value())};
}

} // namespace keyward::estate
