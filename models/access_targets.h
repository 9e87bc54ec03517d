// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/target.h"

/// Who there is and what was given to whom, as things of the window.
namespace keyward::models {

inline constexpr Scope principalScope{"principal"};
inline constexpr Scope roleScope{"role"};
inline constexpr Scope assignmentScope{"assignment"};             ///< of a role
inline constexpr Scope memberScope{"member"};                     ///< of a group of principals
inline constexpr Scope clientSecretScope{"clientSecret"};         ///< of an application
inline constexpr Scope resourceIdentityScope{"resourceIdentity"}; ///< a user-assigned one that a resource has

inline Target targetOf(const estate::PrincipalId &id) { return {principalScope, RecordId{id.bytes}, {}, {}}; }
inline Target targetOf(const estate::RoleId &id) { return {roleScope, RecordId{id.bytes}, {}, {}}; }
inline Target targetOf(const estate::AssignmentId &id) { return {assignmentScope, RecordId{id.bytes}, {}, {}}; }
inline Target memberOf(const estate::PrincipalId &group, const estate::PrincipalId &member)
{
    return {memberScope, RecordId{group.bytes}, RecordId{member.bytes}, {}};
}
inline Target secretOf(const estate::PrincipalId &application, const estate::SecretId &secret)
{
    return {clientSecretScope, RecordId{application.bytes}, RecordId{secret.bytes}, {}};
}
inline Target identityAt(const estate::ResourceId &resource, const estate::PrincipalId &identity)
{
    return {resourceIdentityScope, RecordId{resource.bytes}, RecordId{identity.bytes}, {}};
}

/// The principal itself; of a member its group, of a secret its application.
inline estate::PrincipalId principalOf(const Target &target) { return {target.id.bytes}; }
inline estate::RoleId roleOf(const Target &target) { return {target.id.bytes}; }
inline estate::AssignmentId assignmentOf(const Target &target) { return {target.id.bytes}; }
inline estate::SecretId clientSecretOf(const Target &target) { return {target.part.bytes}; }

} // namespace keyward::models
