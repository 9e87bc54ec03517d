// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/access_index.h"

#include <algorithm>

namespace keyward::estate {
namespace {

/// A set that became empty leaves its entry, so that maps do not grow with what is gone.
template <class Map, class Key, class Item> void insert(Map &map, const Key &key, const Item &item)
{
    map = std::move(map).update(key, [&](auto set) { return std::move(set).insert(item); });
}
template <class Map, class Key, class Item> void erase(Map &map, const Key &key, const Item &item)
{
    auto left = map[key].erase(item);
    map = left.empty() ? std::move(map).erase(key) : std::move(map).set(key, std::move(left));
}

} // namespace

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

void AccessIndex::recount(const Place &place, immer::set<AssignmentId> by, const PermissionsOf &permissionsOf)
{
    if (by.empty()) {
        m_held = std::move(m_held).erase(place);
        return;
    }
    PermissionSet sum;
    for (const auto &id : by) sum = sum | permissionsOf(id);
    m_held = std::move(m_held).set(place, Held{sum, std::move(by)});
}

void AccessIndex::add(const RoleAssignment &assignment, const PermissionsOf &permissionsOf)
{
    const Place place{assignment.principal, assignment.scope.id};
    const auto *before = m_held.find(place);
    auto by = (before ? before->by : immer::set<AssignmentId>{}).insert(assignment.id);
    const auto sum = (before ? before->permissions : PermissionSet{}) | permissionsOf(assignment.id);
    m_held = std::move(m_held).set(place, Held{sum, std::move(by)});
    insert(m_ofPrincipal, assignment.principal, assignment.id);
    insert(m_onScope, assignment.scope.id, assignment.id);
    insert(m_ofRole, assignment.role, assignment.id);
}

void AccessIndex::drop(const RoleAssignment &assignment, const PermissionsOf &permissionsOf)
{
    const Place place{assignment.principal, assignment.scope.id};
    if (const auto *before = m_held.find(place)) recount(place, before->by.erase(assignment.id), permissionsOf);
    erase(m_ofPrincipal, assignment.principal, assignment.id);
    erase(m_onScope, assignment.scope.id, assignment.id);
    erase(m_ofRole, assignment.role, assignment.id);
}

void AccessIndex::refresh(const RoleAssignment &assignment, const PermissionsOf &permissionsOf)
{
    const Place place{assignment.principal, assignment.scope.id};
    if (const auto *before = m_held.find(place)) recount(place, before->by, permissionsOf);
}

void AccessIndex::setMembers(const PrincipalId &group, const std::set<PrincipalId> &before,
                             const std::set<PrincipalId> &after)
{
    for (const auto &member : before)
        if (!after.contains(member)) erase(m_groupsOf, member, group);
    for (const auto &member : after)
        if (!before.contains(member)) insert(m_groupsOf, member, group);
}

void AccessIndex::setPolicies(const VaultId &vault, const std::map<PrincipalId, PermissionSet> &before,
                              const std::map<PrincipalId, PermissionSet> &after)
{
    for (const auto &[principal, permissions] : before)
        if (!after.contains(principal)) erase(m_policiesOf, principal, vault);
    for (const auto &[principal, permissions] : after)
        if (!before.contains(principal)) insert(m_policiesOf, principal, vault);
}

} // namespace keyward::estate
