// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/apply.h"
#include "backend/estate/describe.h"
#include "backend/estate/scope.h"

/// Private to the core: what the parts of apply() share.
namespace keyward::estate {

/// Collects one change on a copy of the estate.
class Draft
{
public:
    Draft(const Estate &estate, Instant at) : change{estate, {}, {}, false}, now(at) {}

    template <class Entity> void put(EntityKind kind, Entity entity)
    {
        change.touched.push_back({kind, recordOf(entity.id), false});
        change.next.put(std::move(entity));
    }
    template <class EntityId> void remove(EntityKind kind, const EntityId &id)
    {
        change.touched.push_back({kind, recordOf(id), true});
        change.next.remove(id);
    }
    const Estate &now_() const { return change.next; }

    Change change;
    Instant now;
};

// Lookups that give the refusal with them.
Result<const Vault *> liveVault(const Estate &estate, const VaultId &id);
Result<const Key *> liveKey(const Estate &estate, const KeyId &id);
Result<const Resource *> existing(const Estate &estate, const ResourceId &id);
Result<const Job *> existing(const Estate &estate, const JobId &id);
Result<const RecoveryPoint *> existing(const Estate &estate, const PointId &id);
Result<const ServiceProfile *> profileOf(const Estate &estate, const Resource &resource);

Status applyTo(Draft &draft, const command::Initialise &command);
Status applyTo(Draft &draft, const command::CreateVault &command);
Status applyTo(Draft &draft, const command::UpdateVault &command);
Status applyTo(Draft &draft, const command::DeleteVault &command);
Status applyTo(Draft &draft, const command::RecoverVault &command);
Status applyTo(Draft &draft, const command::PurgeVault &command);
Status applyTo(Draft &draft, const command::CreateKey &command);
Status applyTo(Draft &draft, const command::RotateKey &command);
Status applyTo(Draft &draft, const command::UpdateKeyVersion &command);
Status applyTo(Draft &draft, const command::DeleteKey &command);
Status applyTo(Draft &draft, const command::RecoverKey &command);
Status applyTo(Draft &draft, const command::PurgeKey &command);
Status applyTo(Draft &draft, const command::NoteKeyBackup &command);
Status applyTo(Draft &draft, const command::RestoreKey &command);
Status applyTo(Draft &draft, const command::SetAccessPolicy &command);
Status applyTo(Draft &draft, const command::RemoveAccessPolicy &command);
Status applyTo(Draft &draft, const command::CreateResource &command);
Status applyTo(Draft &draft, const command::DeleteResource &command);
Status applyTo(Draft &draft, const command::MoveResource &command);
Status applyTo(Draft &draft, const command::EnableIdentity &command);
Status applyTo(Draft &draft, const command::DisableIdentity &command);
Status applyTo(Draft &draft, const command::SetKey &command);
Status applyTo(Draft &draft, const command::SetServiceManaged &command);
Status applyTo(Draft &draft, const command::FollowNewVersion &command);
Status applyTo(Draft &draft, const command::StartBackup &command);
Status applyTo(Draft &draft, const command::NoteProtectionAttempt &command);
Status applyTo(Draft &draft, const command::FinishBackup &command);
Status applyTo(Draft &draft, const command::StartRestore &command);
Status applyTo(Draft &draft, const command::EndJob &command);
Status applyTo(Draft &draft, const command::RequestCancel &command);
Status applyTo(Draft &draft, const command::ResumeJob &command);
Status applyTo(Draft &draft, const command::DeletePoint &command);
Status applyTo(Draft &draft, const command::SetBackupPolicy &command);
Status applyTo(Draft &draft, const command::SetStoreBackup &command);
Status applyTo(Draft &draft, const command::NoteStoreBackup &command);
Status applyTo(Draft &draft, const command::NoteClock &command);
Status applyTo(Draft &draft, const command::SaveDraft &command);
Status applyTo(Draft &draft, const command::DropDraft &command);
Status applyTo(Draft &draft, const command::AdoptPlaces &command);
Status applyTo(Draft &draft, const command::CreateTenant &command);
Status applyTo(Draft &draft, const command::CreateSubscription &command);
Status applyTo(Draft &draft, const command::RegisterProvider &command);
Status applyTo(Draft &draft, const command::UnregisterProvider &command);
Status applyTo(Draft &draft, const command::TransferSubscription &command);
Status applyTo(Draft &draft, const command::CreateGroup &command);
Status applyTo(Draft &draft, const command::UpdateGroup &command);
Status applyTo(Draft &draft, const command::DeleteGroup &command);
Status applyTo(Draft &draft, const command::CreateApplication &command);
Status applyTo(Draft &draft, const command::CreateUserIdentity &command);
Status applyTo(Draft &draft, const command::CreatePrincipalGroup &command);
Status applyTo(Draft &draft, const command::SetMember &command);
Status applyTo(Draft &draft, const command::DeletePrincipal &command);
Status applyTo(Draft &draft, const command::AddClientSecret &command);
Status applyTo(Draft &draft, const command::RemoveClientSecret &command);
Status applyTo(Draft &draft, const command::AssignIdentity &command);
Status applyTo(Draft &draft, const command::UnassignIdentity &command);
Status applyTo(Draft &draft, const command::MoveVault &command);
Status applyTo(Draft &draft, const command::ImportKey &command);
Status applyTo(Draft &draft, const command::NoteEscrow &command);
Status applyTo(Draft &draft, const command::SetAccessModel &command);
Status applyTo(Draft &draft, const command::CreateRole &command);
Status applyTo(Draft &draft, const command::UpdateRole &command);
Status applyTo(Draft &draft, const command::DeleteRole &command);
Status applyTo(Draft &draft, const command::AssignRole &command);
Status applyTo(Draft &draft, const command::RemoveAssignment &command);
Status applyTo(Draft &draft, const command::CreateLock &command);
Status applyTo(Draft &draft, const command::RemoveLock &command);
Status applyTo(Draft &draft, const command::SetFirewall &command);
Status applyTo(Draft &draft, const command::RequestEndpoint &command);
Status applyTo(Draft &draft, const command::DecideEndpoint &command);
Status applyTo(Draft &draft, const command::RemoveEndpoint &command);
Status applyTo(Draft &draft, const command::CreateNetwork &command);
Status applyTo(Draft &draft, const command::SetSubnet &command);
Status applyTo(Draft &draft, const command::RemoveSubnet &command);
Status applyTo(Draft &draft, const command::DeleteNetwork &command);

/// An identity or application goes, with everything it was given.
void removePrincipal(Draft &draft, const PrincipalId &id);
/// Assignments and locks set on what goes.
void dropScope(Draft &draft, const RecordId &scope);
Status tagsAllowed(const Tags &tags); ///< at most 50, each part at most 256 bytes

/// The permissions a resource's identity still lacks in a vault.
PermissionSet missingPermissions(const Estate &estate, const Resource &resource, const Vault &vault,
                                 const std::optional<KeyId> &key, const Principal *identity);
/// … with the refusal that says how to grant them under the vault's model.
Error permissionMissing(const Estate &estate, const Resource &resource, const Vault &vault, const Principal *identity,
                        PermissionSet missing);
/// BKP-5, MOD-7, MOD-14: whether the profile accepts the key as it is.
Status profileAccepts(const ServiceProfile &profile, const Resource &resource, const Vault &vault, const Key &key);
Status vaultProtected(const ServiceProfile &profile, const Vault &vault);

} // namespace keyward::estate
