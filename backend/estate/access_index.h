// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/directory.h"
#include "backend/estate/tables.h"

#include <functional>

namespace keyward::estate {

/// Who holds what where, kept ready so that one decision costs the same with a hundred grants as with a hundred
/// thousand: the permissions of a principal on one scope are one look-up, whatever else there is. A value; part of the
/// estate.
class AccessIndex
{
public:
    /// What the assignments of one principal on one scope come to.
    struct Held {
        PermissionSet permissions;
        IdSet<AssignmentId> by;
        bool operator==(const Held &) const = default;
    };

    const Held *held(const PrincipalId &principal, const RecordId &scope) const
    {
        const auto *places = m_held.find(principal);
        return places ? places->find(scope) : nullptr;
    }
    IdSet<AssignmentId> assignmentsOf(const PrincipalId &principal) const { return m_ofPrincipal[principal]; }
    IdSet<AssignmentId> assignmentsOn(const RecordId &scope) const { return m_onScope[scope]; }
    IdSet<AssignmentId> assignmentsOf(const RoleId &role) const { return m_ofRole[role]; }
    /// Directly.
    IdSet<PrincipalId> groupsOf(const PrincipalId &member) const { return m_groupsOf[member]; }
    /// Vaults with a policy for it.
    IdSet<VaultId> policiesOf(const PrincipalId &principal) const { return m_policiesOf[principal]; }

    /// Visits the principal and every group it is in, also through other groups, until 'visit' returns true.
    bool eachSelf(const PrincipalId &principal, const std::function<bool(const PrincipalId &)> &visit) const;
    bool inAnyGroup(const PrincipalId &principal) const { return m_groupsOf.contains(principal); }

    using PermissionsOf = std::function<PermissionSet(const AssignmentId &)>;
    void add(const RoleAssignment &assignment, const PermissionsOf &permissionsOf);
    void drop(const RoleAssignment &assignment, const PermissionsOf &permissionsOf);
    void refresh(const RoleAssignment &assignment, const PermissionsOf &permissionsOf); ///< after its role changed
    void setMembers(const PrincipalId &group, const std::set<PrincipalId> &before, const std::set<PrincipalId> &after);
    void setPolicies(const VaultId &vault, const std::map<PrincipalId, PermissionSet> &before,
                     const std::map<PrincipalId, PermissionSet> &after);

private:
    using Places = IdMap<RecordId, Held>; ///< by scope
    void hold(const RoleAssignment &at, IdSet<AssignmentId> by, const PermissionsOf &permissionsOf);

    IdMap<PrincipalId, Places> m_held;
    IdSets<PrincipalId, AssignmentId> m_ofPrincipal;
    IdSets<RecordId, AssignmentId> m_onScope;
    IdSets<RoleId, AssignmentId> m_ofRole;
    IdSets<PrincipalId, PrincipalId> m_groupsOf;
    IdSets<PrincipalId, VaultId> m_policiesOf;
};

} // namespace keyward::estate
