// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/key_spec.h"
#include "backend/estate/directory.h"
#include "backend/estate/networking.h"
#include "backend/estate/own_profiles.h"
#include "backend/estate/services/list.h"
#include "backend/estate/siem_receivers.h"

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

/// A region that cannot be reached: nothing that stands there works meanwhile.
struct RegionOutage {
    Region region;
    Instant since{};
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
    std::vector<RegionOutage> outages = {};
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
    bool olderForm = false;                   ///< saved by a script from before 2021-04, in its form (BKP-22)
};

/// A key version that a resource was bound to and may still ask for.
struct FormerKey {
    VaultId vault;
    KeyId key;
    VersionId version;
    std::optional<Instant> until; ///< absent: until another key is set
};

/// A resource found that it cannot use its key. Values never change their meaning.
struct AccessLoss {
    enum class Kind : std::uint8_t {
        Refused = 1, ///< the vault does not let it, or the key is not there or not usable
        Unreachable, ///< the vault cannot be reached from it
        Expired,     ///< the key ended, and the service takes none that did
    };
    Kind kind = Kind::Refused;
    Instant since{};    ///< when it found out
    std::string reason; ///< one sentence
    bool operator==(const AccessLoss &) const = default;
};
std::string_view lossText(AccessLoss::Kind kind); ///< refused, unreachable, expired

struct Resource {
    ResourceId id;
    std::string type; ///< a profile's id
    ResourceName name;
    Placement place;
    Tags tags;
    Instant created{};
    std::optional<PrincipalId> identity; ///< system-assigned
    bool protectionAttempted = false;    ///< data was put under its protection, or somebody tried (BKP-2)
    std::optional<Binding> binding;
    std::set<PrincipalId> userIdentities = {}; ///< user-assigned
    Facet facet = {};                          ///< what its service alone needs
    std::optional<AccessLoss> loss = {};       ///< of its key, for services that ask by time
    Instant accessChecked{};                   ///< when it last asked
    std::optional<ResourceId> store = {};      ///< of the customer's, in which it keeps its data (MOD-24)
    std::vector<FormerKey> formerKeys = {};    ///< oldest first
};
Uses usesOf(const Resource &resource);

/// Of a service of which only the profile is known: no facet, and no data that Keyward encrypts.
inline bool keepsNothingHere(const Resource &resource)
{
    return std::holds_alternative<std::monostate>(resource.facet);
}

/// What a resource's service keeps of it; null where it is one of another service.
template <class Service> const Service *facetOf(const Resource &resource)
{
    return std::get_if<Service>(&resource.facet);
}

enum class JobState : std::uint8_t { Running = 1, Succeeded, Failed, Cancelled, Interrupted };

/// Something that takes longer than a command, or is worth listing beside what does.
struct Job {
    JobId id;
    JobState state = JobState::Running;
    ResourceId resource;
    std::string title;
    JobWork work;
    std::string folder;  ///< below STORE.d: where a running job writes; of an ended one, what is to be removed
    std::string staging; ///< elsewhere: what it gathers until it is done, to be removed where it is not; absolute
    Instant started{};
    std::optional<Instant> finished;
    bool cancelRequested = false;
    std::vector<std::string> warnings;
    std::string failure;                 ///< one sentence
    std::optional<ResourceId> made = {}; ///< a resource that it fills: goes where it does not succeed
};
template <class Work> const Work *workOf(const Job &job) { return std::get_if<Work>(&job.work); }

/// What was filled in of a wizard that is to be continued later (CON-3). Sealed like everything else.
struct WizardDraft {
    DraftId id;
    std::string wizard;                        ///< its id
    ResourceId resource;                       ///< what it is for
    std::map<std::string, std::string> values; ///< as the wizard names them
    Instant saved{};
};

std::string_view stateText(JobState state);
std::string_view kindText(const Job &job); ///< backup, restore, key-change
/// VLT-3: https://VAULT…/keys/NAME[/VERSION]
std::string keyUri(const Vault &vault, const Key &key, const VersionId *version = nullptr);

// How they are laid out in their records.
KEYWARD_FIELDS(Deletion, s.at, s.purgeAt)
KEYWARD_FIELDS(StoreBackupSchedule, s.folder, s.every, s.keep, s.lastRun)
KEYWARD_FIELDS(RegionOutage, s.region, s.since)
KEYWARD_RECORD(Settings, 3,
               first(s.id, s.tenant, s.subscription, s.platformKek, s.reportSigner, s.reportSignerPublicKey,
                     s.backupKek, s.storeBackup, s.clockDoubt),
               since(3, s.outages))
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
               since(2, s.identity), since(7, s.olderForm))
KEYWARD_FIELDS(AccessLoss, s.kind, s.since, s.reason)
KEYWARD_FIELDS(FormerKey, s.vault, s.key, s.version, s.until)
KEYWARD_CHANGED_RECORD(Resource, 7, FormerResource,
                       first(s.id, s.type, s.name, s.place, s.tags, s.created, s.identity, s.protectionAttempted,
                             s.binding),
                       until(3, was.policy), since(2, s.userIdentities), since(3, s.facet),
                       since(4, s.loss, s.accessChecked), since(6, s.store, s.formerKeys))
KEYWARD_CHANGED_RECORD(Job, 4, FormerJob, first(s.id), until(3, was.kind), first(s.state, s.resource, s.title),
                       until(3, was.source, was.target, was.includes, was.skipUnreadable, was.point),
                       first(s.folder, s.started, s.finished, s.cancelRequested, s.warnings, s.failure),
                       since(3, s.work, s.staging), since(4, s.made))
KEYWARD_RECORD(WizardDraft, 2, first(s.id, s.wizard, s.resource, s.values, s.saved))

} // namespace keyward::estate
