// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/apply.h"
#include "backend/estate/scope.h"

/// Who can do what with which key, and by which grant: VLT-9, MOD-8.
namespace keyward::estate {

/// One thing that lets a principal in.
struct Grant {
    PrincipalId through; ///< the principal itself, or a group it is in
    PermissionSet permissions;
    std::optional<AssignmentId> assignment; ///< absent: an access policy
    std::optional<Scope> scope;             ///< of the assignment
};
std::string describe(const Estate &estate, const PrincipalId &principal,
                     const Grant &grant); ///< role Key Vault Crypto User on vault kv1, through group admins

/// Under the model the vault uses, whatever the firewall and the state of keys. Without a key: on the vault as a whole.
PermissionSet effectivePermissions(const Estate &estate, const PrincipalId &principal, const Vault &vault,
                                   const std::optional<KeyId> &key = {});
/// Each grant that plays a part in it.
std::vector<Grant> grantsOf(const Estate &estate, const PrincipalId &principal, const Vault &vault,
                            const std::optional<KeyId> &key = {});
/// Why the principal's grants do not count, whatever they are: it belongs to another tenant. Empty where they do.
Sentence ineffective(const Estate &estate, const Principal &principal, const Vault &vault);

/// Everybody with any permission on the vault, or on the key, by name; groups are listed with their members.
struct Effective {
    PrincipalId principal;
    std::optional<KeyId> key; ///< where it is on this key alone
    PermissionSet permissions;
    std::vector<Grant> grants;
    Sentence ineffective;
};
std::vector<Effective> whoCan(const Estate &estate, const Vault &vault, const std::optional<KeyId> &key = {});

/// What a change does to effective access.
struct AccessDifference {
    PrincipalId principal;
    std::string name;
    VaultId vault;
    std::string place; ///< kv1, or kv1/key1 where it is about one key
    PermissionSet gained;
    PermissionSet lost;
};
/// In proportion to what the change touched; by vault and name.
std::vector<AccessDifference> accessDifferences(const Estate &before, const Change &change);
std::string summary(const std::vector<AccessDifference> &lost);

/// The smallest built-in or custom role that holds these; null where none does without more than 'most'.
const Role *roleFor(const Estate &estate, PermissionSet wanted);
/// What somebody who holds grants of the model that decides now has in the vault, what of it the other model would not
/// give, and the grant that would; without one where no role holds it.
struct Kept {
    PrincipalId principal;
    PermissionSet has, missing;
    std::optional<Action> grant;
};
std::vector<Kept> keptAcrossSwitch(const Estate &estate, const Vault &vault, AccessModel to);
/// The grants that would keep everybody's access when the vault changes to the other model, as commands; 'newId' makes
/// their ids.
std::vector<Action> stagedSwitch(const Estate &estate, const Vault &vault, AccessModel to,
                                 const std::function<AssignmentId()> &newId);

} // namespace keyward::estate
