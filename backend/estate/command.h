// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/entities.h"

#include <variant>

/// All that can be done to an estate. A command is a value that carries every random id it needs, so that applying it
/// again to a newer estate gives the same objects. The engine, a wizard, a preview and the command line pass these on.
namespace keyward::estate {

namespace command {

struct Initialise {
    SettingsId id;
    std::string tenant, subscription;
    RecordId platformKek, reportSigner, backupKek;
};
struct AdoptPlaces {
    std::vector<Tenant> tenants;
    std::vector<Subscription> subscriptions;
    std::vector<ResourceGroup> groups;
}; ///< those not there yet

struct CreateTenant {
    TenantId id;
    DisplayName name;
};
struct CreateSubscription {
    SubscriptionId id;
    DisplayName name;
    std::string tenant;
};
struct RegisterProvider {
    SubscriptionId subscription;
    std::string provider;
    PrincipalId newPrincipal;
}; ///< of its first-party application
struct UnregisterProvider {
    SubscriptionId subscription;
    std::string provider;
};
struct TransferSubscription {
    SubscriptionId subscription;
    std::string tenant;
}; ///< with all that stands in it (BKP-7)
struct CreateGroup {
    GroupId id;
    std::string subscription;
    ResourceGroupName name;
    Region region;
    Tags tags = {};
};
struct UpdateGroup {
    GroupId group;
    Tags tags;
};
struct DeleteGroup {
    GroupId group;
};

struct CreateApplication {
    PrincipalId id;
    DisplayName name;
    std::string tenant;
    std::string applicationId;
};
struct CreateUserIdentity {
    PrincipalId id;
    DisplayName name;
    Placement place;
};
struct CreatePrincipalGroup {
    PrincipalId id;
    DisplayName name;
    std::string tenant;
};
struct SetMember {
    PrincipalId group, member;
    bool in = true;
};
struct DeletePrincipal {
    PrincipalId principal;
};
struct AddClientSecret {
    PrincipalId application;
    ClientSecret secret;
}; ///< what recognises it; the secret itself is shown once
struct RemoveClientSecret {
    PrincipalId application;
    SecretId secret;
};
struct AssignIdentity {
    ResourceId resource;
    PrincipalId identity;
};
struct UnassignIdentity {
    ResourceId resource;
    PrincipalId identity;
};

struct CreateVault {
    VaultId id;
    VaultName name;
    Placement place;
    Tier tier = Tier::Standard;
    Tags tags;
    bool purgeProtection = false;
    unsigned retentionDays = 90;
};
struct UpdateVault {
    VaultId vault;
    std::optional<bool> softDelete, purgeProtection;
    std::optional<unsigned> retentionDays;
    std::optional<Tags> tags;
    std::optional<Tier> tier;
};
struct MoveVault {
    VaultId vault;
    std::string subscription, resourceGroup;
};
struct DeleteVault {
    VaultId vault;
};
struct RecoverVault {
    VaultId vault;
};
struct PurgeVault {
    VaultId vault;
};

/// What a new version starts with. What is not named the version before it decides, or for a first version the kind.
struct VersionSeed {
    VersionId id;
    RecordId material;
    bool enabled = true;
    std::optional<std::optional<Instant>> notBefore = {}, expires = {}; ///< set, or set to none
    std::optional<Tags> tags = {};
    std::optional<PermissionSet> operations = {};
};
struct CreateKey {
    KeyId id;
    VaultId vault;
    KeyName name;
    KeySpec spec;
    VersionSeed first;
}; ///< over an existing name: its next version
/// Material that was made elsewhere (MOD-4), saved beside it. Over an existing name: its next version.
struct ImportKey {
    KeyId id;
    VaultId vault;
    KeyName name;
    KeySpec spec;
    VersionSeed first;
    Bytes spki;
    std::string format;
};
struct NoteEscrow {
    KeyId key;
    VersionId version;
    std::string place;
}; ///< where the original is kept
struct RotateKey {
    KeyId key;
    VersionSeed next;
};
struct UpdateKeyVersion {
    KeyId key;
    VersionId version;
    std::optional<bool> enabled;
    std::optional<std::optional<Instant>> notBefore, expires; ///< set, or set to none
    std::optional<Tags> tags;
    std::optional<PermissionSet> operations;
};
struct DeleteKey {
    KeyId key;
};
struct RecoverKey {
    KeyId key;
};
struct PurgeKey {
    KeyId key;
};
struct NoteKeyBackup {
    KeyId key;
    std::string file = {};
}; ///< a backup blob was made (MOD-6), to be kept there
struct RestoreKey {
    Key key;
    std::string geography;
    std::string subscription;
}; ///< with material saved beside it

struct SetAccessPolicy {
    VaultId vault;
    PrincipalId principal;
    PermissionSet permissions;
};
struct RemoveAccessPolicy {
    VaultId vault;
    PrincipalId principal;
};
struct SetAccessModel {
    VaultId vault;
    AccessModel model;
};
struct CreateRole {
    Role role;
};
struct UpdateRole {
    Role role;
};
struct DeleteRole {
    RoleId role;
};
struct AssignRole {
    AssignmentId id;
    PrincipalId principal;
    RoleId role;
    Scope scope;
};
struct RemoveAssignment {
    AssignmentId assignment;
};
struct CreateLock {
    Lock lock;
};
struct RemoveLock {
    LockId lock;
};

struct SetFirewall {
    VaultId vault;
    std::optional<Firewall::Access> access = {};
    std::optional<bool> trustedServices = {};
    std::optional<std::vector<IpRange>> ranges = {};
    std::optional<std::set<SubnetRef>> subnets = {};
};
struct RequestEndpoint {
    VaultId vault;
    EndpointId id;
    ResourceName name;
    SubnetRef subnet;
};
struct DecideEndpoint {
    VaultId vault;
    EndpointId endpoint;
    PrivateEndpoint::State state;
    std::string note;
};
struct RemoveEndpoint {
    VaultId vault;
    EndpointId endpoint;
};
struct CreateNetwork {
    NetworkId id;
    ResourceName name;
    Placement place;
    std::vector<IpRange> space;
};
struct SetSubnet {
    NetworkId network;
    Subnet subnet;
}; ///< adds it, or replaces the one of that name
struct RemoveSubnet {
    NetworkId network;
    std::string subnet;
};
struct DeleteNetwork {
    NetworkId network;
};

struct CreateResource {
    ResourceId id;
    std::string type;
    ResourceName name;
    Placement place;
    Tags tags;
};
struct DeleteResource {
    ResourceId resource;
};
struct MoveResource {
    ResourceId resource;
    std::string subscription, resourceGroup;
};
struct EnableIdentity {
    ResourceId resource;
    PrincipalId principal;
};
struct DisableIdentity {
    ResourceId resource;
};

/// Binds a resource to a key, for the first time or anew. Pinned: given by URI with version.
struct SetKey {
    ResourceId resource;
    VaultId vault;
    KeyId key;
    std::optional<VersionId> version;
    std::string vaultSubscription;
    JobId job;
    std::optional<PrincipalId> identity = {};
}; ///< the user-assigned identity to go by; absent: the system-assigned
struct SetServiceManaged {
    ResourceId resource;
};
struct FollowNewVersion {
    ResourceId resource;
    JobId job;
}; ///< BKP-13: a binding that is not pinned takes up the newest version

enum class ProtectionKind : std::uint8_t { Folder, MarsAgent, ClassicMachine };
struct StartBackup {
    ResourceId resource;
    JobId job;
    PointId point;
    std::string folder;
    std::string source;
    bool skipUnreadable = false;
    bool scheduled = false;
    ProtectionKind kind = ProtectionKind::Folder;
};
struct NoteProtectionAttempt {
    ResourceId resource;
}; ///< an attempt counts, also one that was refused (BKP-2)
struct FinishBackup {
    JobId job;
    RecoveryPoint point;
};
struct StartRestore {
    JobId job;
    PointId point;
    std::string target;
    std::vector<std::string> includes;
    std::string intoRegion;
};
struct EndJob {
    JobId job;
    JobState state = JobState::Succeeded;
    std::string failure;
    std::vector<std::string> warnings;
    bool keepFolder = false; ///< what it wrote may by now belong to a newer store (a copy is being put back)
};
struct RequestCancel {
    JobId job;
};
struct ResumeJob {
    JobId job;
    PointId point;
    std::string folder;
}; ///< an interrupted backup starts again, under a new data key
struct DeletePoint {
    PointId point;
    bool byRetention = false;
};
struct SetBackupPolicy {
    ResourceId resource;
    BackupPolicy policy;
};

struct SetStoreBackup {
    std::optional<StoreBackupSchedule> schedule;
};
struct SaveDraft {
    WizardDraft draft;
}; ///< to continue a wizard later; replaces the one with the same id
struct DropDraft {
    DraftId draft;
};
struct NoteStoreBackup {
    std::string file;
};
struct NoteClock {
    std::optional<Instant> doubtedSince;
}; ///< set by a jump, cleared by a synchronised clock or the owner

} // namespace command

using AnyAction = std::variant<
    command::Initialise, command::CreateVault, command::UpdateVault, command::DeleteVault, command::RecoverVault,
    command::PurgeVault, command::CreateKey, command::RotateKey, command::UpdateKeyVersion, command::DeleteKey,
    command::RecoverKey, command::PurgeKey, command::NoteKeyBackup, command::RestoreKey, command::SetAccessPolicy,
    command::RemoveAccessPolicy, command::CreateResource, command::DeleteResource, command::MoveResource,
    command::EnableIdentity, command::DisableIdentity, command::SetKey, command::SetServiceManaged,
    command::FollowNewVersion, command::StartBackup, command::FinishBackup, command::StartRestore, command::EndJob,
    command::RequestCancel, command::ResumeJob, command::DeletePoint, command::SetBackupPolicy, command::SetStoreBackup,
    command::NoteStoreBackup, command::NoteClock, command::SaveDraft, command::DropDraft, command::AdoptPlaces,
    command::CreateTenant, command::CreateSubscription, command::RegisterProvider, command::UnregisterProvider,
    command::TransferSubscription, command::CreateGroup, command::UpdateGroup, command::DeleteGroup,
    command::CreateApplication, command::CreateUserIdentity, command::CreatePrincipalGroup, command::SetMember,
    command::DeletePrincipal, command::AddClientSecret, command::RemoveClientSecret, command::AssignIdentity,
    command::UnassignIdentity, command::MoveVault, command::ImportKey, command::NoteEscrow, command::SetAccessModel,
    command::CreateRole, command::UpdateRole, command::DeleteRole, command::AssignRole, command::RemoveAssignment,
    command::CreateLock, command::RemoveLock, command::SetFirewall, command::RequestEndpoint, command::DecideEndpoint,
    command::RemoveEndpoint, command::CreateNetwork, command::SetSubnet, command::RemoveSubnet, command::DeleteNetwork,
    command::NoteProtectionAttempt>;

/// One of them. A class and not the bare variant, so that copying and taking down seventy kinds of command is compiled
/// once and not in every file that passes one on.
class Action : public AnyAction
{
public:
    using AnyAction::AnyAction;
    Action();
    ~Action();
    Action(const Action &);
    Action(Action &&) noexcept;
    Action &operator=(const Action &);
    Action &operator=(Action &&) noexcept;
};

struct Command {
    Action action;
    bool overrideClaims =
        false; ///< go on although something in use loses access (MOD-5); never where a rule forbids it
};

/// On whose behalf. The owner holds the keystore; the system carries out schedules and ends retentions.
struct Actor {
    enum class Kind : std::uint8_t { Owner, System };
    Kind kind = Kind::Owner;
    std::string name = "owner";
    std::string address = "local";
};

} // namespace keyward::estate
