// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/key_spec.h"
#include "backend/estate/directory.h"
#include "backend/estate/networking.h"

/// What an estate consists of. Plain values: no secret, no behaviour. An entity's id is also the id of its sealed
/// record.
namespace keyward::estate {

struct Deletion { ///< soft-deleted since, purged by itself at
    Instant at{};
    Instant purgeAt{};
    bool operator==(const Deletion &) const = default;
};

/// A schedule and how many of its results are kept.
struct StoreBackupSchedule {
    std::string folder;
    Millis every{0};
    unsigned keep = 7;
    Instant lastRun{};
    bool operator==(const StoreBackupSchedule &) const = default;
};

struct Settings {
    SettingsId id;
    std::string tenant; ///< of everything made without naming one
    std::string subscription;
    RecordId platformKek;  ///< service-managed keys are wrapped by it (MOD-2); in no vault
    RecordId reportSigner; ///< Ed25519 seed
    Bytes reportSignerPublicKey;
    RecordId backupKek; ///< seals key backup blobs (VLT-7)
    std::optional<StoreBackupSchedule> storeBackup;
    std::optional<Instant> clockDoubt; ///< the clock jumped ahead of this time and nobody vouched for it yet
};

enum class Tier : std::uint8_t { Standard, Premium, ManagedHsm };
std::string_view tierText(Tier tier);

/// VLT-9: what decides who may use a vault's keys; the other kind of grants is kept, and counts for nothing meanwhile.
enum class AccessModel : std::uint8_t { Policies = 1, Roles };
std::string_view modelText(AccessModel model); ///< access policies, roles

struct Vault {
    VaultId id;
    VaultName name;
    Placement place;
    Tier tier = Tier::Standard;
    Tags tags;
    bool softDelete = true;
    bool purgeProtection = false;
    unsigned retentionDays = 90;
    Instant created{};
    std::optional<Deletion> deleted;
    std::map<PrincipalId, PermissionSet> policies;
    AccessModel accessModel = AccessModel::Policies;
    Firewall firewall = {};

    std::string uri() const { return "https://" + folded(name.text()) + ".vault.keyward.local"; }
};

/// Where a version's material came from, and with it whether a copy outside can exist (TDE-17).
enum class MaterialOrigin : std::uint8_t { Generated = 1, Imported };

struct Escrow { ///< said by the administrator: where the original is kept
    std::string place;
    Instant noted{};
};

struct KeyVersion {
    VersionId id;
    Instant created{};
    Instant updated{};
    bool enabled = true;
    std::optional<Instant> notBefore;
    std::optional<Instant> expires;
    Tags tags;
    PermissionSet operations; ///< the cryptographic ones it allows
    Bytes spki;               ///< X.509 SubjectPublicKeyInfo; empty for symmetric keys
    RecordId material;        ///< where custody finds the private part
    bool pending = true;      ///< planned, its material not made yet
    MaterialOrigin origin = MaterialOrigin::Generated;
    std::string importedFrom = {}; ///< PKCS#12, byok, …
    std::optional<Escrow> escrow = {};
};

struct KeyBackupNote { ///< a backup blob that left the keystore
    Instant at{};
    std::string file;
    std::uint32_t versions = 0;
};

struct Key {
    KeyId id;
    VaultId vault;
    KeyName name;
    KeySpec spec;
    std::vector<KeyVersion> versions; ///< oldest first
    std::optional<Deletion> deleted;
    std::optional<Instant> backedUp;         ///< when the last backup blob was made
    std::vector<KeyBackupNote> backups = {}; ///< newest last

    const KeyVersion *version(const VersionId &wanted) const;
    const KeyVersion &latest() const { return versions.back(); }
    const KeyVersion *newestEnabled(Instant now) const;                                       ///< that may wrap now
    bool backupIsCurrent() const { return backedUp && *backedUp >= versions.back().created; } ///< MOD-6
};

/// A resource's use of a customer-managed key (CMK).
struct Binding {
    VaultId vault;
    KeyId key;
    VersionId version;   ///< in use now
    bool pinned = false; ///< given by URI with version: not auto-rotated (BKP-13)
    Instant since{};
    std::optional<VersionId> former;          ///< must stay enabled until one later backup succeeded (BKP-13)
    std::string subscription;                 ///< of the key vault
    std::optional<PrincipalId> identity = {}; ///< the user-assigned one it goes by; absent: the system-assigned
};

struct BackupPolicy {
    std::string source; ///< folder to back up by schedule; empty: none
    Millis every{0};
    std::vector<std::string> excludes; ///< shell patterns against the path below the source
    unsigned keepLast = 0;             ///< 0: all
    Millis keepFor{0};                 ///< 0: for good
    Instant lastRun{};
};

struct Resource {
    ResourceId id;
    std::string type; ///< a profile's id: recovery-services-vault
    ResourceName name;
    Placement place;
    Tags tags;
    Instant created{};
    std::optional<PrincipalId> identity; ///< system-assigned
    bool protectionAttempted = false;    ///< an item was protected, or somebody tried (BKP-2)
    std::optional<Binding> binding;
    BackupPolicy policy;
    std::set<PrincipalId> userIdentities = {}; ///< user-assigned
};

/// Which key version wrapped the data key of something.
struct WrappedBy {
    VaultId vault;
    KeyId key;
    VersionId version;
    std::string uri; ///< as it was then
};

struct RecoveryPoint {
    PointId id;
    ResourceId resource;
    JobId job;
    std::string source;
    Instant created{};
    std::uint64_t files = 0;
    std::uint64_t bytes = 0; ///< of file contents
    std::uint64_t storedBytes = 0;
    std::uint64_t segments = 0;
    std::vector<std::string> warnings;
    std::optional<WrappedBy> wrappedBy; ///< absent: the platform's key
    Bytes wrappedDek;
    WrapAlgorithm algorithm = WrapAlgorithm::RsaOaep256;
    std::string folder; ///< random name below STORE.d
};

enum class JobKind : std::uint8_t { Backup = 1, Restore, KeyChange };
enum class JobState : std::uint8_t { Running = 1, Succeeded, Failed, Cancelled, Interrupted };

struct Job {
    JobId id;
    JobKind kind = JobKind::Backup;
    JobState state = JobState::Running;
    ResourceId resource;
    std::string title;
    std::string source; ///< folder of a backup, key URI of a key change
    std::string target; ///< folder of a restore
    std::vector<std::string> includes;
    bool skipUnreadable = false;
    std::optional<PointId> point;
    std::string folder; ///< below STORE.d: where a running job writes its point; of an ended job, what is to be removed
    Instant started{};
    std::optional<Instant> finished;
    bool cancelRequested = false;
    std::vector<std::string> warnings;
    std::string failure; ///< one sentence
};

/// What was filled in of a wizard that is to be continued later (CON-3). Sealed like everything else.
struct WizardDraft {
    DraftId id;
    std::string wizard;                        ///< its id
    ResourceId resource;                       ///< what it is for
    std::map<std::string, std::string> values; ///< as the wizard names them
    Instant saved{};
};

std::string_view stateText(JobState state);
std::string_view kindText(JobKind kind);
/// VLT-3: https://VAULT…/keys/NAME[/VERSION]
std::string keyUri(const Vault &vault, const Key &key, const VersionId *version = nullptr);

// How they are laid out in their records.
KEYWARD_FIELDS(Deletion, s.at, s.purgeAt)
KEYWARD_FIELDS(StoreBackupSchedule, s.folder, s.every, s.keep, s.lastRun)
KEYWARD_RECORD(Settings, 2,
               first(s.id, s.tenant, s.subscription, s.platformKek, s.reportSigner, s.reportSignerPublicKey,
                     s.backupKek, s.storeBackup, s.clockDoubt))
KEYWARD_RECORD(Vault, 2,
               first(s.id, s.name, s.place, s.tier, s.tags, s.softDelete, s.purgeProtection, s.retentionDays, s.created,
                     s.deleted, s.policies),
               since(2, s.accessModel, s.firewall))
KEYWARD_FIELDS(Escrow, s.place, s.noted)
KEYWARD_FIELDS(KeyBackupNote, s.at, s.file, s.versions)
KEYWARD_LAYOUT(KeyVersion,
               first(s.id, s.created, s.updated, s.enabled, s.notBefore, s.expires, s.tags, s.operations, s.spki,
                     s.material, s.pending),
               since(2, s.origin, s.importedFrom, s.escrow))
KEYWARD_RECORD(Key, 2, first(s.id, s.vault, s.name, s.spec, s.versions, s.deleted, s.backedUp), since(2, s.backups))
KEYWARD_LAYOUT(Binding, first(s.vault, s.key, s.version, s.pinned, s.since, s.former, s.subscription),
               since(2, s.identity))
KEYWARD_FIELDS(BackupPolicy, s.source, s.every, s.excludes, s.keepLast, s.keepFor, s.lastRun)
KEYWARD_RECORD(Resource, 2,
               first(s.id, s.type, s.name, s.place, s.tags, s.created, s.identity, s.protectionAttempted, s.binding,
                     s.policy),
               since(2, s.userIdentities))
KEYWARD_FIELDS(WrappedBy, s.vault, s.key, s.version, s.uri)
KEYWARD_RECORD(RecoveryPoint, 2,
               first(s.id, s.resource, s.job, s.source, s.created, s.files, s.bytes, s.storedBytes, s.segments,
                     s.warnings, s.wrappedBy, s.wrappedDek, s.algorithm, s.folder))
KEYWARD_RECORD(Job, 2,
               first(s.id, s.kind, s.state, s.resource, s.title, s.source, s.target, s.includes, s.skipUnreadable,
                     s.point, s.folder, s.started, s.finished, s.cancelRequested, s.warnings, s.failure))
KEYWARD_RECORD(WizardDraft, 2, first(s.id, s.wizard, s.resource, s.values, s.saved))

} // namespace keyward::estate
