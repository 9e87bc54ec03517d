// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/access_index.h"

#include <algorithm>

namespace keyward::estate {

bool AccessIndex::eachSelf(const PrincipalId &principal, const std::function<bool(const PrincipalId &)> &visit) const
{
    if (visit(principal)) return true;
    if (!inAnyGroup(principal)) return false;
    std::vector<PrincipalId> queue{principal};
    for (std::size_t i = 0; i < queue.size(); ++i)
        for (const auto &group : groupsOf(PrincipalId(queue[i]))) {
            if (std::ranges::contains(queue, group)) continue;
            if (visit(group)) return true;
            queue.push_back(group);
        }
    return false;
}

/// What the principal holds on the scope comes from these assignments now.
void AccessIndex::hold(const RoleAssignment &at, IdSet<AssignmentId> by, const PermissionsOf &permissionsOf)
{
    const auto *had = m_held.find(at.principal);
    auto places = had ? *had : Places{};
    if (by.empty()) {
        places.erase(at.scope.id);
    } else {
        PermissionSet sum;
        for (const auto &id : by) sum = sum | permissionsOf(id);
        places.set(at.scope.id, Held{.permissions = sum, .by = std::move(by)});
    }
    m_held.setUnlessEmpty(at.principal, std::move(places));
}

void AccessIndex::add(const RoleAssignment &assignment, const PermissionsOf &permissionsOf)
{
    const auto *before = held(assignment.principal, assignment.scope.id);
    auto by = before ? before->by : IdSet<AssignmentId>{};
    by.insert(assignment.id);
    hold(assignment, std::move(by), permissionsOf);
    m_ofPrincipal.insert(assignment.principal, assignment.id);
    m_onScope.insert(assignment.scope.id, assignment.id);
    m_ofRole.insert(assignment.role, assignment.id);
}

void AccessIndex::drop(const RoleAssignment &assignment, const PermissionsOf &permissionsOf)
{
    if (const auto *before = held(assignment.principal, assignment.scope.id)) {
        auto by = before->by;
        by.erase(assignment.id);
        hold(assignment, std::move(by), permissionsOf);
    }
    m_ofPrincipal.erase(assignment.principal, assignment.id);
    m_onScope.erase(assignment.scope.id, assignment.id);
    m_ofRole.erase(assignment.role, assignment.id);
}

void AccessIndex::refresh(const RoleAssignment &assignment, const PermissionsOf &permissionsOf)
{
    if (const auto *before = held(assignment.principal, assignment.scope.id))
        hold(assignment, before->by, permissionsOf);
}

void AccessIndex::setMembers(const PrincipalId &group, const std::set<PrincipalId> &before,
                             const std::set<PrincipalId> &after)
{
    for (const auto &member : before)
        if (!after.contains(member)) m_groupsOf.erase(member, group);
    for (const auto &member : after)
        if (!before.contains(member)) m_groupsOf.insert(member, group);
}

void AccessIndex::setPolicies(const VaultId &vault, const std::map<PrincipalId, PermissionSet> &before,
                              const std::map<PrincipalId, PermissionSet> &after)
{
    for (const auto &[principal, permissions] : before)
        if (!after.contains(principal)) m_policiesOf.erase(principal, vault);
    for (const auto &[principal, permissions] : after)
        if (!before.contains(principal)) m_policiesOf.insert(principal, vault);
}

} // namespace keyward::estate
