// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/directory.h"

#include <immer/map.hpp>
#include <immer/set.hpp>

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
        immer::set<AssignmentId> by;
        bool operator==(const Held &) const = default;
    };

    const Held *held(const PrincipalId &principal, const RecordId &scope) const
    {
        return m_held.find({principal, scope});
    }
    const immer::set<AssignmentId> &assignmentsOf(const PrincipalId &principal) const
    {
        return m_ofPrincipal[principal];
    }
    const immer::set<AssignmentId> &assignmentsOn(const RecordId &scope) const { return m_onScope[scope]; }
    const immer::set<AssignmentId> &assignmentsOf(const RoleId &role) const { return m_ofRole[role]; }
    /// Directly.
    const immer::set<PrincipalId> &groupsOf(const PrincipalId &member) const { return m_groupsOf[member]; }
    /// Vaults with a policy for it.
    const immer::set<VaultId> &policiesOf(const PrincipalId &principal) const { return m_policiesOf[principal]; }

    /// Visits the principal and every group it is in, also through other groups, until 'visit' returns true.
    bool eachSelf(const PrincipalId &principal, const std::function<bool(const PrincipalId &)> &visit) const;
    bool inAnyGroup(const PrincipalId &principal) const { return !m_groupsOf[principal].empty(); }

    using PermissionsOf = std::function<PermissionSet(const AssignmentId &)>;
    void add(const RoleAssignment &assignment, const PermissionsOf &permissionsOf);
    void drop(const RoleAssignment &assignment, const PermissionsOf &permissionsOf);
    void refresh(const RoleAssignment &assignment, const PermissionsOf &permissionsOf); ///< after its role changed
    void setMembers(const PrincipalId &group, const std::set<PrincipalId> &before, const std::set<PrincipalId> &after);
    void setPolicies(const VaultId &vault, const std::map<PrincipalId, PermissionSet> &before,
                     const std::map<PrincipalId, PermissionSet> &after);

private:
    struct Place {
        PrincipalId principal;
        RecordId scope;
        bool operator==(const Place &) const = default;
    };
    struct PlaceHash {
        std::size_t operator()(const Place &place) const noexcept
        {
            return std::hash<PrincipalId>{}(place.principal) ^
                   (std::hash<RecordId>{}(place.scope) * 0x9e3779b97f4a7c15u);
        }
    };
    void recount(const Place &place, immer::set<AssignmentId> by, const PermissionsOf &permissionsOf);

    immer::map<Place, Held, PlaceHash> m_held;
    immer::map<PrincipalId, immer::set<AssignmentId>> m_ofPrincipal;
    immer::map<RecordId, immer::set<AssignmentId>> m_onScope;
    immer::map<RoleId, immer::set<AssignmentId>> m_ofRole;
    immer::map<PrincipalId, immer::set<PrincipalId>> m_groupsOf;
    immer::map<PrincipalId, immer::set<VaultId>> m_policiesOf;
};

} // namespace keyward::estate
