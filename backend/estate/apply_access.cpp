// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Roles and their assignments, the access model of a vault, locks.

#include "backend/base/display_name.h"
#include "backend/estate/access.h"
#include "backend/estate/change_builder.h"

#include <algorithm>

namespace keyward::estate {
namespace {

Status roleNameFree(const Estate &estate, const Role &role)
{
    const auto *taken = estate.roleNamed(role.name);
    if (taken && taken->id != role.id) return fail(Code::AlreadyExists, role.name, {"role"});
    const Guise guise(role.name);
    const auto mistaken = [&](const Role &other) { return other.id != role.id && guise.like(other.name); };
    const auto refuse = [&](const Role &other) {
        return fail(Code::NameInvalid, role.name, {"role name", "it looks like '" + other.name + "', which exists"});
    };
    for (const auto &other : estate.catalogue().platform().roles)
        if (mistaken(other)) return refuse(other);
    for (const auto &[id, other] : estate.roles())
        if (mistaken(*other)) return refuse(*other);
    return {};
}

Result<Role> checked(const Estate &estate, Role role)
{
    if (role.name.empty()) return fail(Code::ValueInvalid, "", {"role name", "give it one"});
    if (const auto *before = estate.role(role.id); !before || before->name != role.name) {
        KEYWARD_TRY(role.name, displayName(role.name, "role name"));
    }
    KEYWARD_CHECK(roleNameFree(estate, role));
    KEYWARD_TRY(role.permissions, permissionsOf(role.dataActions, role.notDataActions));
    if (role.permissions.empty())
        return fail(Code::ValueInvalid, role.name, {"role", "it must allow at least one data action"});
    role.builtIn = false;
    return role;
}

Result<const Role *> customRole(const Estate &estate, const RoleId &id)
{
    const auto *role = estate.role(id);
    if (!role) return fail(Code::NotFound, id.text(), {"role"});
    if (role->builtIn)
        return fail(Code::ValueInvalid, role->name, {"role to change", "it is built in; make one of your own"});
    return role;
}

/// Roles are about the keys of vaults: they count on a vault, a key of it, and on what vaults stand in.
Status roleCountsOn(const Estate &estate, const Role &role, const Scope &scope)
{
    if (scope.kind != Scope::Kind::Resource && scope.kind != Scope::Kind::Network) return {};
    return fail(Code::ValueInvalid, scopeText(estate, scope),
                {"scope for role " + role.name,
                 "it is about the keys of vaults, and there are none below a " + std::string(kindText(scope.kind)) +
                     "; assign it on a vault, a key, a resource group, a subscription or the tenant"});
}

} // namespace

void dropScope(Draft &draft, const RecordId &scope)
{
    const auto assignments = draft.now_().access().assignmentsOn(scope);
    for (const auto &id : assignments) draft.remove(EntityKind::Assignment, id);
    const auto locks = draft.now_().locksOn(scope);
    for (const auto &id : locks) draft.remove(EntityKind::Lock, id);
}

Status applyTo(Draft &draft, const command::CreateRole &command)
{
    KEYWARD_TRY(auto role, checked(draft.now_(), command.role));
    draft.put(EntityKind::Role, std::move(role));
    return {};
}

Status applyTo(Draft &draft, const command::UpdateRole &command)
{
    KEYWARD_CHECK(customRole(draft.now_(), command.role.id).transform([](const Role *) {}));
    KEYWARD_TRY(auto role, checked(draft.now_(), command.role));
    draft.put(EntityKind::Role, std::move(role));
    return {};
}

Status applyTo(Draft &draft, const command::DeleteRole &command)
{
    KEYWARD_TRY(const auto *role, customRole(draft.now_(), command.role));
    if (const auto used = draft.now_().access().assignmentsOf(command.role).size(); used > 0)
        return fail(Code::VaultNotEmpty, role->name, {counted(used, "role assignment")});
    draft.remove(EntityKind::Role, command.role);
    return {};
}

Status applyTo(Draft &draft, const command::AssignRole &command)
{
    const auto &estate = draft.now_();
    const auto *principal = estate.principal(command.principal);
    if (!principal) return fail(Code::NotFound, command.principal.text(), {"principal"});
    const auto *role = estate.role(command.role);
    if (!role) return fail(Code::NotFound, command.role.text(), {"role"});
    KEYWARD_CHECK(existing(estate, command.scope));
    KEYWARD_CHECK(roleCountsOn(estate, *role, command.scope));
    if (const auto place = placeOf(estate, command.scope); place && place->tenant != principal->tenant)
        return fail(Code::ProfileTenant, principal->name, {"The principal"});
    if (const auto *held = estate.access().held(command.principal, command.scope.id))
        for (const auto &id : held->by)
            if (estate.assignment(id)->role == command.role)
                return fail(Code::AlreadyExists, principal->name,
                            {"assignment of role " + role->name + " on " + describe(estate, command.scope) + " to"});
    draft.put(EntityKind::Assignment,
              RoleAssignment{command.id, command.principal, command.role, command.scope, draft.now});
    return {};
}

Status applyTo(Draft &draft, const command::RemoveAssignment &command)
{
    if (!draft.now_().assignment(command.assignment))
        return fail(Code::NotFound, command.assignment.text(), {"role assignment"});
    draft.remove(EntityKind::Assignment, command.assignment);
    return {};
}

Status applyTo(Draft &draft, const command::SetAccessModel &command)
{
    KEYWARD_TRY(const auto *before, liveVault(draft.now_(), command.vault));
    if (before->accessModel == command.model)
        return fail(Code::AlreadyExists, before->name.text(),
                    {"use of " + std::string(modelText(command.model)) + " in vault"});
    Vault vault = *before;
    vault.accessModel = command.model;
    draft.put(EntityKind::Vault, std::move(vault));
    return {};
}

Status applyTo(Draft &draft, const command::CreateLock &command)
{
    KEYWARD_CHECK(existing(draft.now_(), command.lock.scope));
    if (command.lock.scope.kind == Scope::Kind::Key)
        return fail(
            Code::ValueInvalid, command.lock.name,
            {"lock",
             "locks guard management, not single keys; set it on the vault, and purge protection for its keys"});
    if (command.lock.name.empty()) return fail(Code::ValueInvalid, "", {"lock name", "give it one"});
    auto lock = command.lock;
    KEYWARD_TRY(lock.name, displayName(command.lock.name, "lock name"));
    if (draft.now_().lockNamed(lock.name)) return fail(Code::AlreadyExists, lock.name, {"lock"});
    lock.created = draft.now;
    draft.put(EntityKind::Lock, std::move(lock));
    return {};
}

Status applyTo(Draft &draft, const command::RemoveLock &command)
{
    if (!draft.now_().lock(command.lock)) return fail(Code::NotFound, command.lock.text(), {"lock"});
    draft.remove(EntityKind::Lock, command.lock);
    return {};
}

} // namespace keyward::estate
