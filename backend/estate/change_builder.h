// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/apply.h"
#include "backend/estate/describe.h"
#include "backend/estate/scope.h"

/// Private to the core: what the parts of apply() share.
namespace keyward::estate {

/// Collects one change on a copy of the estate.
class ChangeBuilder
{
public:
    ChangeBuilder(const Estate &estate, Instant at) : change{estate, {}, {}, false}, now(at) {}

    template <class T> void put(T entity)
    {
        change.touched.push_back({kindOf<T>, recordOf(entity.id), false});
        change.next.put(std::move(entity));
    }
    template <class Tag> void remove(const Id<Tag> &id)
    {
        change.touched.push_back({kindOf<EntityOf<Id<Tag>>>, recordOf(id), true});
        change.next.remove(id);
    }
    const Estate &estate() const { return change.next; }
    /// What protects a resource is another key: its service has something left to do, and those whose store it is.
    void settle(const ResourceId &id);

    Change change;
    Instant now;
};

// Lookups that give the refusal with them.
Result<const Vault *> liveVault(const Estate &estate, const VaultId &id);
Result<const Key *> liveKey(const Estate &estate, const KeyId &id);
Result<const Resource *> existing(const Estate &estate, const ResourceId &id);
Result<const Job *> existing(const Estate &estate, const JobId &id);
Result<const RecoveryPoint *> existing(const Estate &estate, const PointId &id);
Result<const Database *> existing(const Estate &estate, const DatabaseId &id);
Result<const DatabaseBackup *> existing(const Estate &estate, const DatabaseBackupId &id);
Result<const ServiceProfile *> profileOf(const Estate &estate, const Resource &resource);

/// An identity or application goes, with everything it was given.
void removePrincipal(ChangeBuilder &draft, const PrincipalId &id);
/// Assignments and locks set on what goes.
void dropScope(ChangeBuilder &draft, const RecordId &scope);
Status tagsAllowed(const Tags &tags); ///< at most 50, each part at most 256 bytes

/// The permissions a resource's identity still lacks in a vault.
PermissionSet missingPermissions(const Estate &estate, const Resource &resource, const Vault &vault,
                                 const std::optional<KeyId> &key, const Principal *identity);
/// … with the refusal that says how to grant them under the vault's model.
Error permissionMissing(const Estate &estate, const Resource &resource, const Vault &vault, const Principal *identity,
                        PermissionSet missing);
/// BKP-5, MOD-7, MOD-14: whether the profile accepts the key as it is.
Status profileAccepts(const ServiceProfile &profile, const Resource &resource, const Vault &vault, const Key &key);
/// TDE-16, P20: whether it takes a key by its version, or without.
Status profileAcceptsNaming(const ServiceProfile &profile, const std::string &path, bool versioned);
/// TDE-9, TDE-16: … and the version. Absent: none was named.
Status profileAcceptsVersion(const ServiceProfile &profile, const std::string &path, const KeyVersion *version);
Status vaultProtected(const ServiceProfile &profile, const Vault &vault);
/// Code::FirstKeyIdentity: a first key that is set while a resource is made.
Status firstKeyBy(const Resource &resource, const ServiceProfile &profile, PrincipalKind identity);

} // namespace keyward::estate
