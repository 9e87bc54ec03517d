// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/entities.h"

#include <variant>

/// All that can be done to an estate. A command is a value that carries every random id it needs, so that applying it
/// again to a newer estate gives the same objects. The engine, a wizard, a preview and the command line pass these on.
namespace keyward::estate {

namespace command {

struct Initialise { SettingsId id; std::string tenant, subscription; RecordId platformKek, reportSigner, backupKek; };

struct CreateVault { VaultId id; VaultName name; Placement place; Tier tier = Tier::Standard; Tags tags; bool purgeProtection = false; unsigned retentionDays = 90; };
struct UpdateVault {
    VaultId vault;
    std::optional<bool> softDelete, purgeProtection;
    std::optional<unsigned> retentionDays;
    std::optional<Tags> tags;
    std::optional<Tier> tier;
};
struct DeleteVault { VaultId vault; };
struct RecoverVault { VaultId vault; };
struct PurgeVault { VaultId vault; };

/// What a new version starts with.
struct VersionSeed {
    VersionId id;
    RecordId material;
    bool enabled = true;
    std::optional<Instant> notBefore = {}, expires = {};
    Tags tags = {};
    std::optional<PermissionSet> operations = {}; ///< all that suit the kind, unless named
};
struct CreateKey { KeyId id; VaultId vault; KeyName name; KeySpec spec; VersionSeed first; };
struct RotateKey { KeyId key; VersionSeed next; };
struct UpdateKeyVersion {
    KeyId key;
    VersionId version;
    std::optional<bool> enabled;
    std::optional<std::optional<Instant>> notBefore, expires; ///< set, or set to none
    std::optional<Tags> tags;
    std::optional<PermissionSet> operations;
};
struct DeleteKey { KeyId key; };
struct RecoverKey { KeyId key; };
struct PurgeKey { KeyId key; };
struct NoteKeyBackup { KeyId key; };               ///< a backup blob was made (MOD-6)
struct RestoreKey { Key key; std::string geography; std::string subscription; }; ///< with material saved beside it

struct SetAccessPolicy { VaultId vault; PrincipalId principal; PermissionSet permissions; };
struct RemoveAccessPolicy { VaultId vault; PrincipalId principal; };

struct CreateResource { ResourceId id; std::string type; ResourceName name; Placement place; Tags tags; };
struct DeleteResource { ResourceId resource; };
struct MoveResource { ResourceId resource; std::string subscription, resourceGroup; };
struct EnableIdentity { ResourceId resource; PrincipalId principal; };
struct DisableIdentity { ResourceId resource; };

/// Binds a resource to a key, for the first time or anew. Pinned: given by URI with version.
struct SetKey { ResourceId resource; VaultId vault; KeyId key; std::optional<VersionId> version; std::string vaultSubscription; JobId job; };
struct SetServiceManaged { ResourceId resource; };
struct FollowNewVersion { ResourceId resource; }; ///< BKP-13: a binding that is not pinned takes up the newest version

enum class ProtectionKind : std::uint8_t { Folder, MarsAgent, ClassicMachine };
struct StartBackup { ResourceId resource; JobId job; PointId point; std::string folder; std::string source; bool skipUnreadable = false; bool scheduled = false;
                     ProtectionKind kind = ProtectionKind::Folder; };
struct FinishBackup { JobId job; RecoveryPoint point; };
struct StartRestore { JobId job; PointId point; std::string target; std::vector<std::string> includes; std::string intoRegion; };
struct EndJob {
    JobId job;
    JobState state = JobState::Succeeded;
    std::string failure;
    std::vector<std::string> warnings;
    bool keepFolder = false; ///< what it wrote may by now belong to a newer store (a copy is being put back)
};
struct RequestCancel { JobId job; };
struct ResumeJob { JobId job; PointId point; std::string folder; }; ///< an interrupted backup starts again, under a new data key
struct DeletePoint { PointId point; bool byRetention = false; };
struct SetBackupPolicy { ResourceId resource; BackupPolicy policy; };

struct SetStoreBackup { std::optional<StoreBackupSchedule> schedule; };
struct SaveDraft { WizardDraft draft; };           ///< to continue a wizard later; replaces the one with the same id
struct DropDraft { DraftId draft; };
struct NoteStoreBackup { std::string file; };
struct NoteClock { std::optional<Instant> doubtedSince; }; ///< set by a jump, cleared by a synchronised clock or the owner

} // namespace command

using Action = std::variant<command::Initialise, command::CreateVault, command::UpdateVault, command::DeleteVault, command::RecoverVault,
                            command::PurgeVault, command::CreateKey, command::RotateKey, command::UpdateKeyVersion, command::DeleteKey,
                            command::RecoverKey, command::PurgeKey, command::NoteKeyBackup, command::RestoreKey, command::SetAccessPolicy,
                            command::RemoveAccessPolicy, command::CreateResource, command::DeleteResource, command::MoveResource,
                            command::EnableIdentity, command::DisableIdentity, command::SetKey, command::SetServiceManaged,
                            command::FollowNewVersion, command::StartBackup, command::FinishBackup, command::StartRestore, command::EndJob,
                            command::RequestCancel, command::ResumeJob, command::DeletePoint, command::SetBackupPolicy, command::SetStoreBackup,
                            command::NoteStoreBackup, command::NoteClock, command::SaveDraft, command::DropDraft>;

struct Command {
    Action action;
    bool overrideClaims = false; ///< go on although something in use loses access (MOD-5); never where a rule forbids it
};

/// On whose behalf. The owner holds the keystore; the system carries out schedules and ends retentions.
struct Actor {
    enum class Kind : std::uint8_t { Owner, System };
    Kind kind = Kind::Owner;
    std::string name = "owner";
    std::string address = "local";
};

} // namespace keyward::estate
