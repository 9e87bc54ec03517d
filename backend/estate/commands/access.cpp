// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Access policies, roles and their assignments, the access model of a vault, locks.

#include "backend/estate/access.h"
#include "backend/base/display_name.h"
#include "backend/estate/commands/row.h"
#include "backend/estate/regions.h"
#include "backend/estate/unfinished.h"

#include <algorithm>

namespace keyward::estate {
namespace {

constexpr std::size_t mostPolicies = 1024;

Status roleNameFree(const Estate &estate, const Role &role)
{
    const auto *taken = estate.roleNamed(role.name);
    if (taken && taken->id != role.id) return fail(Code::AlreadyExists, role.name, {"role"});
    const Guise guise(role.name);
    const auto mistaken = [&](const Role &other) { return other.id != role.id && guise.like(other.name); };
    const auto refuse = [&](const Role &other) {
        return fail(Code::NameInvalid, role.name, {"role name", said("it looks like '{0}', which exists", other.name)});
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
                {said("scope for role {0}", role.name),
                 said("it is about the keys of vaults, and there are none below a {0}; assign it on a vault, a key, a "
                      "resource group, a subscription or the tenant",
                      kindText(scope.kind))});
}

const PermissionSet *policyOf(const Estate &estate, const VaultId &id, const PrincipalId &principal)
{
    const auto *vault = estate.vault(id);
    if (!vault) return nullptr;
    const auto found = vault->policies.find(principal);
    return found == vault->policies.end() ? nullptr : &found->second;
}

} // namespace

void dropScope(ChangeBuilder &draft, const RecordId &scope)
{
    const auto assignments = draft.estate().access().assignmentsOn(scope);
    for (const auto &id : assignments) draft.remove(id);
    const auto locks = draft.estate().locksOn(scope);
    for (const auto &id : locks) draft.remove(id);
    const auto drafts = draft.estate().drafts();
    for (const auto &[id, unfinished] : drafts)
        if (recordOf(*unfinished) == scope) draft.remove(id);
}

namespace command {

// Roles of one's own and the locks themselves stand in no place.

Facts factsOf(const Estate &estate, const SetAccessPolicy &c)
{
    return administrationOf(estate, c.vault, changes(c.vault));
}
Words wordsOf(const Estate &estate, const SetAccessPolicy &c)
{
    Words out{.sentence = said("Allow '{0}' {1} in vault {2}", nameOf(estate, c.principal), c.permissions.text(),
                               nameOf(estate, c.vault)),
              .irreversible = {},
              .undo = {}};
    if (const auto *had = policyOf(estate, c.vault, c.principal))
        out.undo = SetAccessPolicy{.vault = c.vault, .principal = c.principal, .permissions = *had};
    else
        out.undo = RemoveAccessPolicy{.vault = c.vault, .principal = c.principal};
    return out;
}
Status applyTo(ChangeBuilder &draft, const SetAccessPolicy &command)
{
    KEYWARD_TRY(const auto *before, liveVault(draft.estate(), command.vault));
    const auto *principal = draft.estate().principal(command.principal);
    if (!principal) return fail(Code::NotFound, command.principal.text(), {"principal"});
    if (principal->tenant != before->place.tenant) return fail(Code::ProfileTenant, principal->name, {"The principal"});
    if (command.permissions.empty())
        return fail(Code::ValueInvalid, "", {"list of key permissions", "name at least one, or remove the policy"});
    Vault vault = *before;
    vault.policies[command.principal] = command.permissions;
    if (vault.policies.size() > mostPolicies)
        return fail(Code::ValueInvalid, std::to_string(vault.policies.size()),
                    {"number of access policies of a vault", said("at most {0}; use groups, or roles", mostPolicies)});
    draft.put(std::move(vault));
    return {};
}

Facts factsOf(const Estate &estate, const RemoveAccessPolicy &c)
{
    return administrationOf(estate, c.vault, changes(c.vault));
}
Words wordsOf(const Estate &estate, const RemoveAccessPolicy &c)
{
    Words out{.sentence = said("Remove the access policy of '{0}' from vault {1}", nameOf(estate, c.principal),
                               nameOf(estate, c.vault)),
              .irreversible = {},
              .undo = {}};
    if (const auto *had = policyOf(estate, c.vault, c.principal))
        out.undo = SetAccessPolicy{.vault = c.vault, .principal = c.principal, .permissions = *had};
    return out;
}
Status applyTo(ChangeBuilder &draft, const RemoveAccessPolicy &command)
{
    KEYWARD_TRY(const auto *before, liveVault(draft.estate(), command.vault));
    Vault vault = *before;
    if (vault.policies.erase(command.principal) == 0) {
        const auto *principal = draft.estate().principal(command.principal);
        return fail(Code::NotFound, principal ? principal->name : command.principal.text(), {"access policy for"});
    }
    draft.put(std::move(vault));
    return {};
}

Facts factsOf(const Estate &estate, const SetAccessModel &c)
{
    return {.subject = nameOf(estate, c.vault),
            .about = referenceTo(c.vault),
            .dataCall = administration,
            .guarded = changes(c.vault),
            .makes = {},
            .takesAway = {},
            .nobodyMayLose = true};
}
Words wordsOf(const Estate &estate, const SetAccessModel &c)
{
    const auto other = c.model == AccessModel::Roles ? AccessModel::Policies : AccessModel::Roles;
    return {.sentence = c.model == AccessModel::Roles
                            ? said("Let roles decide who may use vault {0}", nameOf(estate, c.vault))
                            : said("Let access policies decide who may use vault {0}", nameOf(estate, c.vault)),
            .irreversible = {},
            .undo = SetAccessModel{.vault = c.vault, .model = other}};
}
Status applyTo(ChangeBuilder &draft, const SetAccessModel &command)
{
    KEYWARD_TRY(const auto *before, liveVault(draft.estate(), command.vault));
    if (before->accessModel == command.model)
        return fail(Code::AlreadyExists, before->name.text(), {said("use of {0} in vault", modelText(command.model))});
    Vault vault = *before;
    vault.accessModel = command.model;
    draft.put(std::move(vault));
    return {};
}

Facts factsOf(const Estate &estate, const CreateRole &c)
{
    return {.subject = c.role.name,
            .about = referenceTo(c.role.id),
            .dataCall = administration,
            .guarded = {},
            .makes = made(estate, c.role.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &, const CreateRole &c)
{
    return {.sentence = said("Create role '{0}'", c.role.name), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const CreateRole &command)
{
    KEYWARD_TRY(auto role, checked(draft.estate(), command.role));
    draft.put(std::move(role));
    return {};
}

Facts factsOf(const Estate &, const UpdateRole &c)
{
    return {.subject = c.role.name,
            .about = referenceTo(c.role.id),
            .dataCall = administration,
            .guarded = {},
            .makes = {},
            .takesAway = {}};
}
Words wordsOf(const Estate &, const UpdateRole &c)
{
    return {
        .sentence = said("Change role '{0}' for everybody who has it", c.role.name), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const UpdateRole &command)
{
    KEYWARD_CHECK(customRole(draft.estate(), command.role.id).transform([](const Role *) {}));
    KEYWARD_TRY(auto role, checked(draft.estate(), command.role));
    draft.put(std::move(role));
    return {};
}

Facts factsOf(const Estate &estate, const DeleteRole &c) { return administrationOf(estate, c.role, {}); }
Words wordsOf(const Estate &estate, const DeleteRole &c)
{
    return {.sentence = said("Delete role '{0}'", nameOf(estate, c.role)), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const DeleteRole &command)
{
    KEYWARD_TRY(const auto *role, customRole(draft.estate(), command.role));
    if (const auto used = draft.estate().access().assignmentsOf(command.role).size(); used > 0)
        return fail(Code::VaultNotEmpty, role->name, {counted(used, "role assignment")});
    draft.remove(command.role);
    return {};
}

Facts factsOf(const Estate &estate, const AssignRole &c)
{
    return {.subject = describe(estate, c.scope),
            .about = referenceTo(c.scope),
            .dataCall = administration,
            .guarded = {{c.scope, false}},
            .makes = made(estate, c.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const AssignRole &c)
{
    return {.sentence = said("Assign role '{0}' on {1} to '{2}'", nameOf(estate, c.role), named(estate, c.scope),
                             nameOf(estate, c.principal)),
            .irreversible = {},
            .undo = RemoveAssignment{.assignment = c.id}};
}
Status applyTo(ChangeBuilder &draft, const AssignRole &command)
{
    const auto &estate = draft.estate();
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
                            {said("assignment of role {0} on {1} to", role->name, named(estate, command.scope))});
    draft.put(RoleAssignment{command.id, command.principal, command.role, command.scope, draft.now});
    return {};
}

Facts factsOf(const Estate &estate, const RemoveAssignment &c)
{
    const auto *gone = estate.assignment(c.assignment);
    return {.subject = gone ? describe(estate, gone->scope) : nameOf(estate, c.assignment),
            .about = gone ? referenceTo(gone->scope) : referenceTo(c.assignment),
            .dataCall = administration,
            .guarded = gone ? Guards{{gone->scope, true}} : Guards{},
            .makes = {},
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const RemoveAssignment &c)
{
    const auto *gone = estate.assignment(c.assignment);
    if (!gone) return {.sentence = said("Remove a role assignment"), .irreversible = {}, .undo = {}};
    return {.sentence = said("Remove role '{0}' on {1} from '{2}'", nameOf(estate, gone->role),
                             named(estate, gone->scope), nameOf(estate, gone->principal)),
            .irreversible = {},
            .undo = AssignRole{.id = {}, .principal = gone->principal, .role = gone->role, .scope = gone->scope}};
}
Status applyTo(ChangeBuilder &draft, const RemoveAssignment &command)
{
    if (!draft.estate().assignment(command.assignment))
        return fail(Code::NotFound, command.assignment.text(), {"role assignment"});
    draft.remove(command.assignment);
    return {};
}

Facts factsOf(const Estate &estate, const CreateLock &c)
{
    return {.subject = c.lock.name,
            .about = referenceTo(c.lock.id),
            .dataCall = administration,
            .guarded = {},
            .makes = made(estate, c.lock.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const CreateLock &c)
{
    const auto on = named(estate, c.lock.scope);
    return {.sentence = c.lock.level == Lock::Level::ReadOnly
                            ? said("Lock {0} against any change ('{1}')", on, c.lock.name)
                            : said("Lock {0} against deletion ('{1}')", on, c.lock.name),
            .irreversible = {},
            .undo = RemoveLock{.lock = c.lock.id}};
}
Status applyTo(ChangeBuilder &draft, const CreateLock &command)
{
    KEYWARD_CHECK(existing(draft.estate(), command.lock.scope));
    if (command.lock.scope.kind == Scope::Kind::Key)
        return fail(
            Code::ValueInvalid, command.lock.name,
            {"lock",
             "locks guard management, not single keys; set it on the vault, and purge protection for its keys"});
    if (command.lock.name.empty()) return fail(Code::ValueInvalid, "", {"lock name", "give it one"});
    auto lock = command.lock;
    KEYWARD_TRY(lock.name, displayName(command.lock.name, "lock name"));
    if (draft.estate().lockNamed(lock.name)) return fail(Code::AlreadyExists, lock.name, {"lock"});
    lock.created = draft.now;
    draft.put(std::move(lock));
    return {};
}

Facts factsOf(const Estate &estate, const RemoveLock &c) { return administrationOf(estate, c.lock, {}); }
Words wordsOf(const Estate &estate, const RemoveLock &c)
{
    return {.sentence = said("Remove lock '{0}'", nameOf(estate, c.lock)), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const RemoveLock &command)
{
    if (!draft.estate().lock(command.lock)) return fail(Code::NotFound, command.lock.text(), {"lock"});
    draft.remove(command.lock);
    return {};
}

} // namespace command
} // namespace keyward::estate
