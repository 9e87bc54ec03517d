// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

/// Who may do what: access policies, roles and their assignments, the model of a vault, locks.
namespace keyward::estate::command {

struct SetAccessPolicy {
    KEYWARD_COMMAND(SetAccessPolicy, "policy.set");
    VaultId vault;
    PrincipalId principal;
    PermissionSet permissions;
};

struct RemoveAccessPolicy {
    KEYWARD_COMMAND(RemoveAccessPolicy, "policy.remove");
    VaultId vault;
    PrincipalId principal;
};

struct SetAccessModel {
    KEYWARD_COMMAND(SetAccessModel, "access.model");
    VaultId vault;
    AccessModel model;
};

struct CreateRole {
    KEYWARD_COMMAND(CreateRole, "role.create");
    Role role;
};

struct UpdateRole {
    KEYWARD_COMMAND(UpdateRole, "role.update");
    Role role;
};

struct DeleteRole {
    KEYWARD_COMMAND(DeleteRole, "role.delete");
    RoleId role;
};

struct AssignRole {
    KEYWARD_COMMAND(AssignRole, "role.assign");
    AssignmentId id;
    PrincipalId principal;
    RoleId role;
    Scope scope;
};

struct RemoveAssignment {
    KEYWARD_COMMAND(RemoveAssignment, "role.unassign");
    AssignmentId assignment;
};

struct CreateLock {
    KEYWARD_COMMAND(CreateLock, "lock.create");
    Lock lock;
};

struct RemoveLock {
    KEYWARD_COMMAND(RemoveLock, "lock.remove");
    LockId lock;
};

using AccessCommands = CommandList<SetAccessPolicy, RemoveAccessPolicy, SetAccessModel, CreateRole, UpdateRole,
                                   DeleteRole, AssignRole, RemoveAssignment, CreateLock, RemoveLock>;

} // namespace keyward::estate::command
