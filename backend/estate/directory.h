// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/ids.h"
#include "backend/estate/permissions.h"

#include <set>

/// Who there is, where things stand, and who was given which role. Plain values.
namespace keyward::estate {

struct Tenant {
    TenantId id;
    std::string directory; ///< its GUID
    std::string name;
};

struct Subscription {
    SubscriptionId id;
    std::string guid;
    std::string name;
    std::string tenant;              ///< GUID
    std::set<std::string> providers; ///< resource providers registered in it: Microsoft.KeyVault
};

struct ResourceGroup {
    GroupId id;
    std::string subscription; ///< GUID
    ResourceGroupName name;
    Region region;
    Tags tags;
};

enum class PrincipalKind : std::uint8_t { SystemAssigned = 1, UserAssigned, Application, FirstParty, Group };

/// What an application proves itself with. The secret itself was shown once; this only recognises it.
struct ClientSecret {
    SecretId id;
    std::string label;
    std::string hint; ///< its first three characters, to tell several apart
    Instant created{};
    Instant expires{};
    Bytes salt;
    Bytes verifier; ///< HKDF-SHA-256 of the secret under the salt; the secret is random, so no slow hash is needed
};

/// Anything that can be given access. The id is what access is given to: a principal made anew under the same name is
/// another.
struct Principal {
    PrincipalId id; ///< the object id
    std::string name;
    PrincipalKind kind = PrincipalKind::SystemAssigned;
    std::string tenant;
    std::optional<ResourceId> resource = {}; ///< the resource whose system-assigned identity it is
    std::string applicationId = {};          ///< the client id applications sign in with
    std::optional<Placement> place = {};     ///< of a user-assigned identity
    std::vector<ClientSecret> secrets = {};
    std::set<PrincipalId> members = {}; ///< of a group; may be groups themselves
    Instant created = {};

    const ClientSecret *secret(const SecretId &wanted) const;
};

/// A named set of data actions. Built-in ones come with the catalogue.
struct Role {
    RoleId id;
    std::string name;
    std::string description;
    std::vector<std::string> dataActions;    ///< Microsoft.KeyVault/vaults/keys/read; * stands for any characters
    std::vector<std::string> notDataActions; ///< taken from the former
    PermissionSet permissions = {};          ///< what these come to; computed, not stored
    bool builtIn = false;
};

/// How far an assignment or a lock reaches: the id of the record it is set on. Everything below inherits it.
struct Scope {
    enum class Kind : std::uint8_t {
        Tenant = 1,
        Subscription,
        Group,
        Vault,
        Key,
        Resource,
        Network
    } kind = Kind::Vault;
    RecordId id;
    auto operator<=>(const Scope &) const = default;
};
std::string_view kindText(Scope::Kind kind);

struct RoleAssignment {
    AssignmentId id;
    PrincipalId principal;
    RoleId role;
    Scope scope;
    Instant created{};
};

/// Keeps people from deleting, or from changing at all, what it is set on. Guards management, not the keys' use.
struct Lock {
    LockId id;
    std::string name;
    enum class Level : std::uint8_t { CannotDelete = 1, ReadOnly } level = Level::CannotDelete;
    Scope scope;
    std::string note;
    Instant created{};
};
std::string_view levelText(Lock::Level level); ///< CanNotDelete, ReadOnly

std::string_view kindText(PrincipalKind kind); ///< SystemAssigned, …

KEYWARD_RECORD(Tenant, 2, first(s.id, s.directory, s.name))
KEYWARD_RECORD(Subscription, 2, first(s.id, s.guid, s.name, s.tenant, s.providers))
KEYWARD_RECORD(ResourceGroup, 2, first(s.id, s.subscription, s.name, s.region, s.tags))
KEYWARD_FIELDS(ClientSecret, s.id, s.label, s.hint, s.created, s.expires, s.salt, s.verifier)
KEYWARD_RECORD(Principal, 2, first(s.id, s.name, s.kind, s.tenant, s.resource),
               since(2, s.applicationId, s.place, s.secrets, s.members, s.created))
KEYWARD_RECORD(Role, 2, first(s.id, s.name, s.description, s.dataActions, s.notDataActions))
KEYWARD_FIELDS(Scope, s.kind, s.id)
KEYWARD_RECORD(RoleAssignment, 2, first(s.id, s.principal, s.role, s.scope, s.created))
KEYWARD_RECORD(Lock, 2, first(s.id, s.name, s.level, s.scope, s.note, s.created))

} // namespace keyward::estate
