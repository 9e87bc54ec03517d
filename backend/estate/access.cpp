// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/access.h"

#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"

#include <algorithm>
#include <set>

namespace keyward::estate {
namespace {

/// Everybody who may have any grant on the vault: named in a policy, by an assignment above, on or below it, or in a
/// group that is.
std::set<PrincipalId> candidates(const Estate &estate, const Vault &vault)
{
    std::set<PrincipalId> out;
    std::vector<PrincipalId> queue;
    const auto add = [&](const PrincipalId &id) {
        if (out.insert(id).second) queue.push_back(id);
    };
    const auto addOn = [&](const RecordId &scope) {
        for (const auto &id : estate.access().assignmentsOn(scope)) add(estate.assignment(id)->principal);
    };
    if (vault.accessModel == AccessModel::Policies) {
        for (const auto &[id, permissions] : vault.policies) add(id);
    } else {
        for (const auto &scope : scopesOf(estate, vault)) addOn(scope);
        if (estate.hasKeyAssignments())
            for (const auto &key : estate.keysOf(vault.id)) addOn(recordOf(key));
    }
    for (std::size_t i = 0; i < queue.size(); ++i)
        if (const auto *principal = estate.principal(queue[i]))
            for (const auto &member : principal->members) add(member);
    return out;
}

PermissionSet inEffect(const Estate &estate, const PrincipalId &id, const Vault *vault, const std::optional<KeyId> &key)
{
    const auto *principal = estate.principal(id);
    if (!principal || !vault || vault->deleted || !ineffective(estate, *principal, *vault).empty()) return {};
    return effectivePermissions(estate, id, *vault, key);
}

/// Which principals, on which vaults and keys, a change may give or take something.
class Affected
{
public:
    Affected(const Estate &before, const Change &change) : m_before(before), m_change(change)
    {
        for (const auto &touched : change.touched) look(touched);
    }
    using Pair = std::tuple<VaultId, PrincipalId, std::optional<KeyId>>;
    const std::set<Pair> &pairs() const { return m_pairs; }

private:
    void look(const Touched &touched)
    {
        const auto &raw = touched.id.bytes;
        for (const auto *estate : {&m_before, &m_change.next}) {
            if (touched.kind == EntityKind::Vault) wholeVault(*estate, VaultId{raw});
            if (touched.kind == EntityKind::Principal) everythingOf(*estate, PrincipalId{raw});
            if (touched.kind == EntityKind::Role)
                for (const auto &id : estate->access().assignmentsOf(RoleId{raw}))
                    assignment(*estate, *estate->assignment(id));
            if (touched.kind != EntityKind::Assignment) continue;
            if (const auto *found = estate->assignment(AssignmentId{raw})) assignment(*estate, *found);
        }
    }
    void wholeVault(const Estate &estate, const VaultId &id)
    {
        const auto *was = m_before.vault(id);
        const auto *is = m_change.next.vault(id);
        if (was && is && was->policies == is->policies && was->accessModel == is->accessModel &&
            was->place == is->place && was->deleted.has_value() == is->deleted.has_value())
            return;
        const auto *vault = estate.vault(id);
        if (!vault) return;
        for (const auto &principal : candidates(estate, *vault)) m_pairs.emplace(id, principal, std::nullopt);
        if (!estate.hasKeyAssignments()) return;
        for (const auto &key : estate.keysOf(id)) // somebody may have something on one key alone
            for (const auto &given : estate.access().assignmentsOn(recordOf(key)))
                assignment(estate, *estate.assignment(given));
    }
    void withMembers(const Estate &estate, const PrincipalId &id, const std::function<void(const PrincipalId &)> &visit)
    {
        std::set<PrincipalId> seen{id};
        std::vector<PrincipalId> queue{id};
        for (std::size_t i = 0; i < queue.size(); ++i) {
            visit(queue[i]);
            if (const auto *principal = estate.principal(queue[i]))
                for (const auto &member : principal->members)
                    if (seen.insert(member).second) queue.push_back(member);
        }
    }
    void assignment(const Estate &estate, const RoleAssignment &one)
    {
        withMembers(estate, one.principal, [&](const PrincipalId &principal) { reach(estate, one.scope, principal); });
    }
    void reach(const Estate &estate, const Scope &scope, const PrincipalId &principal)
    {
        if (scope.kind == Scope::Kind::Vault) {
            m_pairs.emplace(VaultId{scope.id.bytes}, principal, std::nullopt);
        } else if (scope.kind == Scope::Kind::Key) {
            const KeyId id{scope.id.bytes};
            if (const auto *key = estate.key(id)) m_pairs.emplace(key->vault, principal, id);
        } else {
            for (const auto &[id, vault] : estate.vaults())
                if (vault->accessModel == AccessModel::Roles &&
                    std::ranges::contains(scopesOf(estate, *vault), scope.id))
                    m_pairs.emplace(id, principal, std::nullopt);
        }
    }
    void everythingOf(const Estate &estate, const PrincipalId &id)
    {
        const auto *was = m_before.principal(id);
        const auto *is = m_change.next.principal(id);
        if (was && is && was->members == is->members && was->tenant == is->tenant) return;
        withMembers(estate, id, [&](const PrincipalId &member) {
            estate.access().eachSelf(id, [&](const PrincipalId &self) {
                for (const auto &vault : estate.access().policiesOf(self)) m_pairs.emplace(vault, member, std::nullopt);
                for (const auto &assigned : estate.access().assignmentsOf(self))
                    reach(estate, estate.assignment(assigned)->scope, member);
                return false;
            });
        });
    }

    const Estate &m_before;
    const Change &m_change;
    std::set<Pair> m_pairs;
};

} // namespace

Sentence ineffective(const Estate &estate, const Principal &principal, const Vault &vault)
{
    if (principal.kind == PrincipalKind::FirstParty) return {}; // the platform's, in every tenant
    if (principal.tenant != vault.place.tenant) return said("it belongs to another tenant");
    if (const auto *resource = principal.resource ? estate.resource(*principal.resource) : nullptr;
        resource && resource->place.tenant != principal.tenant)
        return said("its resource has moved to another tenant; its identity must be turned on anew there"); // BKP-7
    if (principal.place && principal.place->tenant != principal.tenant)
        return said("it was left behind when its subscription moved to another tenant");
    return {};
}

PermissionSet effectivePermissions(const Estate &estate, const PrincipalId &principal, const Vault &vault,
                                   const std::optional<KeyId> &key)
{
    PermissionSet out;
    const auto &index = estate.access();
    if (vault.accessModel == AccessModel::Policies) {
        index.eachSelf(principal, [&](const PrincipalId &self) {
            if (const auto policy = vault.policies.find(self); policy != vault.policies.end())
                out = out | policy->second;
            return false;
        });
        return out;
    }
    auto scopes = scopesOf(estate, vault);
    if (key) scopes.push_back(recordOf(*key));
    index.eachSelf(principal, [&](const PrincipalId &self) {
        for (const auto &scope : scopes)
            if (const auto *held = index.held(self, scope)) out = out | held->permissions;
        return false;
    });
    return out;
}

std::vector<Grant> grantsOf(const Estate &estate, const PrincipalId &principal, const Vault &vault,
                            const std::optional<KeyId> &key)
{
    std::vector<Grant> out;
    const auto &index = estate.access();
    auto scopes = scopesOf(estate, vault);
    if (key) scopes.push_back(recordOf(*key));
    index.eachSelf(principal, [&](const PrincipalId &self) {
        if (vault.accessModel == AccessModel::Policies) {
            if (const auto policy = vault.policies.find(self); policy != vault.policies.end())
                out.push_back({self, policy->second, {}, {}});
            return false;
        }
        for (const auto &scope : scopes) {
            const auto *held = index.held(self, scope);
            if (!held) continue;
            for (const auto &id : held->by) {
                const auto *assignment = estate.assignment(id);
                const auto *role = estate.role(assignment->role);
                out.push_back({self, role ? role->permissions : PermissionSet{}, id, assignment->scope});
            }
        }
        return false;
    });
    return out;
}

std::string describe(const Estate &estate, const PrincipalId &principal, const Grant &grant)
{
    std::string out = "access policy";
    if (grant.assignment) {
        const auto *assignment = estate.assignment(*grant.assignment);
        const auto *role = assignment ? estate.role(assignment->role) : nullptr;
        out = "role " + (role ? role->name : std::string("?")) + " on " + describe(estate, *grant.scope);
    }
    return grant.through == principal ? out : out + ", through group " + nameOf(estate, grant.through);
}

std::vector<Effective> whoCan(const Estate &estate, const Vault &vault, const std::optional<KeyId> &key)
{
    std::vector<Effective> out;
    const auto add = [&](const PrincipalId &id, const std::optional<KeyId> &on) {
        const auto *principal = estate.principal(id);
        auto grants = grantsOf(estate, id, vault, on);
        if (!principal || grants.empty()) return;
        out.push_back({id, on, effectivePermissions(estate, id, vault, on), std::move(grants),
                       ineffective(estate, *principal, vault)});
    };
    for (const auto &id : candidates(estate, vault)) {
        add(id, key);
        if (key || vault.accessModel == AccessModel::Policies) continue;
        for (const auto &assigned :
             estate.access().assignmentsOf(id)) { // on single keys, beside what it has on the vault
            const auto &scope = estate.assignment(assigned)->scope;
            const auto *single = scope.kind == Scope::Kind::Key ? estate.key(KeyId{scope.id.bytes}) : nullptr;
            if (single && single->vault == vault.id) add(id, single->id);
        }
    }
    std::ranges::stable_sort(out, {}, [&](const Effective &one) { return folded(nameOf(estate, one.principal)); });
    return out;
}

std::vector<AccessDifference> accessDifferences(const Estate &before, const Change &change)
{
    std::vector<AccessDifference> out;
    const Affected affected(before, change);
    for (const auto &[vaultId, principal, key] : affected.pairs()) {
        const auto *was = before.vault(vaultId);
        const auto *is = change.next.vault(vaultId);
        const auto had = inEffect(before, principal, was, key);
        const auto has = inEffect(change.next, principal, is, key);
        if (had == has) continue;
        auto place = was ? was->name.text() : is->name.text();
        const auto &known = before.principal(principal) ? before : change.next;
        if (key)
            if (const auto *named = known.key(*key)) place += "/" + named->name.text();
        out.push_back(
            {principal, nameOf(known, principal), vaultId, std::move(place), has.without(had), had.without(has)});
    }
    std::ranges::sort(out, {}, [](const AccessDifference &one) { return std::pair(one.place, folded(one.name)); });
    return out;
}

std::string summary(const std::vector<AccessDifference> &lost)
{
    std::string out;
    std::size_t shown = 0, more = 0;
    for (const auto &one : lost) {
        if (one.lost.empty()) continue;
        if (++shown > 5)
            ++more;
        else
            out += (out.empty() ? "'" : "; '") + one.name + "' loses " + one.lost.text() + " in " + one.place;
    }
    return more ? out + "; and " + counted(more, "more") : out;
}

const Role *roleFor(const Estate &estate, PermissionSet wanted)
{
    const Role *best = nullptr;
    const auto consider = [&](const Role &role) {
        if (wanted.without(role.permissions).empty() && (!best || role.permissions.count() < best->permissions.count()))
            best = &role;
    };
    for (const auto &role : estate.catalogue().platform().roles) consider(role);
    for (const auto &[id, role] : estate.roles()) consider(*role);
    return best;
}

std::vector<Kept> keptAcrossSwitch(const Estate &estate, const Vault &vault, AccessModel to)
{
    std::vector<Kept> out;
    Vault after = vault;
    after.accessModel = to;
    std::set<PrincipalId> holders; // those that hold grants themselves; members of groups follow
    if (to == AccessModel::Roles) {
        for (const auto &[id, permissions] : vault.policies) holders.insert(id);
    } else {
        for (const auto &scope : scopesOf(estate, vault))
            for (const auto &id : estate.access().assignmentsOn(scope))
                holders.insert(estate.assignment(id)->principal);
    }
    for (const auto &id : holders) {
        const auto *principal = estate.principal(id);
        if (!principal || !ineffective(estate, *principal, vault).empty()) continue;
        const auto has = effectivePermissions(estate, id, vault);
        Kept kept{
            .principal = id, .has = has, .missing = has.without(effectivePermissions(estate, id, after)), .grant = {}};
        if (!kept.missing.empty() && to == AccessModel::Policies) {
            const auto found = vault.policies.find(id);
            kept.grant = command::SetAccessPolicy{
                vault.id, id, kept.missing | (found == vault.policies.end() ? PermissionSet{} : found->second)};
        } else if (const auto *role = kept.missing.empty() ? nullptr : roleFor(estate, kept.missing)) {
            kept.grant = command::AssignRole{{}, id, role->id, {Scope::Kind::Vault, recordOf(vault.id)}};
        }
        out.push_back(std::move(kept));
    }
    return out;
}

std::vector<Action> stagedSwitch(const Estate &estate, const Vault &vault, AccessModel to,
                                 const std::function<AssignmentId()> &newId)
{
    std::vector<Action> out;
    for (const auto &kept : keptAcrossSwitch(estate, vault, to)) {
        if (!kept.grant) continue;
        auto grant = *kept.grant;
        if (auto *assigned = std::get_if<command::AssignRole>(&grant)) assigned->id = newId();
        out.push_back(std::move(grant));
    }
    return out;
}

} // namespace keyward::estate
