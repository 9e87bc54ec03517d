// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/sentence.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace keyward {

/// Every reason for which Keyward refuses or fails. Code and tests compare these; the sentences for people
/// are made in one place, error_catalogue.cpp, which also gives each its stable name for programs.
enum class Code : std::uint16_t {
    // use
    Usage,
    NameInvalid,
    ValueInvalid,
    DurationInvalid,
    TimeInvalid,
    NotFound,
    AlreadyExists,
    Ambiguous,
    Cancelled,
    Internal,
    // files and processes
    Io,
    NoSpace,
    ReadOnly,
    FileExists,
    TargetNotEmpty,
    SourceMissing,
    SourceUnreadable,
    SourceVanished,
    Busy,
    Conflict,
    JobOwnerGone,
    NotPreviewable,
    SourceHoldsStore,
    TargetInStore,
    NotRegularFile,
    FileTooLarge,
    // keystore
    StoreMissing,
    StoreExists,
    NotAKeystore,
    StoreTruncated,
    StoreNewer,
    StoreLocked,
    WrongPassphrase,
    PassphraseTooShort,
    KdfOutOfBounds,
    StoreDamaged,
    RecordTampered,
    TreeMismatch,
    AuditTampered,
    StoreRolledBack,
    LastSlot,
    RecoveryKeyMalformed,
    SystemKeyringUnavailable,
    SecretHeapFull,
    AgentMissing,
    AgentRefused,
    AuditUnwritable,
    StoreHardLinked,
    SlotTampered,
    HeaderTampered,
    SchemaTampered,
    AgentBusy,
    RuntimeFolderUnusable,
    CommitInDoubt,
    // cryptography
    CryptoFailed,
    KeySpecUnsupported,
    AlgorithmUnsupported,
    KeyMaterialInvalid,
    UnwrapFailed,
    SignatureInvalid,
    RandomFailed,
    // vaults and keys
    NameInDeletedState,
    SoftDeletePermanent,
    PurgeProtectionPermanent,
    RetentionOutOfRange,
    RetentionFixed,
    NotDeleted,
    IsDeleted,
    PurgeProtected,
    LiveClaims,
    KeyDisabled,
    KeyNotYetValid,
    KeyExpired,
    KeyPending,
    OperationNotOnKey,
    KeyNotDeleted,
    ValidityInverted,
    KindNeedsManagedHsm,
    BackupForeign,
    BackupMalformed,
    PlatformKeyReserved,
    VaultNotEmpty,
    KindNeedsPremium,
    ManagedHsmNeedsToken,
    SpecDiffers,
    TierHolds,
    ImportMalformed,
    ImportNeedsPassphrase,
    ImportWeak,
    DataTooLong,
    Locked,
    ImportOldEncryption,
    ImportAmbiguous,
    ImportOtherFormat,
    KeyUriForeign,
    IdTaken,
    BackupNewer,
    // access
    Unauthorized,
    ClockUntrusted,
    FirewallDenied,
    AccessLost,
    SecretExpired,
    SignInFailed,
    NameReserved,
    AdministrationOnly,
    // bindings and backup
    ProfileKeyKind,
    ProfileKeySize,
    ProfileRegion,
    ProfileTenant,
    ProfileProtection,
    IdentityMissing,
    IdentityPermanent,
    PermissionMissing,
    CmkAfterProtection,
    CmkIrreversible,
    CmkNotEnabled,
    ProtectedItemsRefused,
    MoveRefused,
    CrossRegionRestoreRefused,
    BindingExists,
    KeyDeleted,
    PointUnreadable,
    SegmentDamaged,
    SegmentMissing,
    SegmentMisplaced,
    ArchiveUnsafe,
    PointIncomplete,
    NothingMatched,
    AcknowledgeNeeded,
    OverrideNeeded,
    ProfileIdentityKind,
    IdentityNotAssigned,
    VaultUnreachable,
    ProfileExpiry,
    ProfileNameLength,
    ProfileVersionNeeded,
    // databases
    DatabaseDamaged,
    DatabaseInaccessible,
    DatabaseDropped,
    StatementFailed,
    StatementNotAllowed,
    ResultTooLarge,
    ProtectorPerDatabase,
    KeyNotOnServer,
    KeyNeededByServer,
    ProtectorExpired,
    ServerNotEmpty,
    RewrapUnderWay,
    DataKeysUnreachable,
    BackupKeyMissing,
    DatabaseBackupDamaged,
    RegionOut,
    ServersNotLinked,
    ServersLinked,
    ReplicaKeyMissing,
    SecondaryFirst,
    DatabaseIsReplica,
    DatabaseHasReplicas,
    DatabaseNoReplica,
    // receivers of the log's entries
    SiemUnreachable,
    SiemNotTrusted,
    SiemNotConfirmed,
    SiemFileForeign,
    SiemLogDiffers,
    SiemWaits,
    SiemTrustUnreadable,
    // reports
    ReportAltered,
    SignerUnknown,
    SignerOther,
    ReportMalformed,
    // keys that are never let go
    BoundKeyKept,
    // told of things, not refused: why a verdict is what it is
    BoundKeyPurged,
    VersionGone,
    DataKeyPurged,
    DataUnreadable,
    SeveralReasons,
    VaultInDeletion,
    KeyInDeletion,
    NoIdentity,
    IdentityLeftBehind,
    IdentityLacks,
    VaultElsewhere,
    IdentitySince,
    KeyExpiresSoon,
    KeyUnsaved,
    AccessLostSince,
    AccessLostUntil,
    // … what somebody should look at
    RangesOpen,
    PurgeUnprotected,
    VersionUnsaved,
    VersionExpired,
    SecretEnds,
    SecretEnded,
    ClockInDoubt,
    KeyNotEscrowed,
    BackupOlderThanChange,
    SiemDown,
    ReplicationStopped,
    SharedVault,
    ReplicaNearby,
    // … what needs a key version; the remedy is what ends the need
    ClaimBound,
    ClaimFormer,
    ClaimData,
    ClaimWrapped,
    // … what time will bring
    VersionExpires,
    VersionBecomesValid,
    KeyRetentionEnds,
    VaultRetentionEnds,
    ClientSecretExpires,
    DataDropped,
    // … what a plan leads to, and its steps: what has to be so, or what is done about it
    PlanGoal,
    StepResourceExists,
    StepVaultExists,
    StepKeyExists,
    StepServiceKnown,
    StepUnused,
    StepCustomerManaged,
    StepTurnIdentityOff,
    StepIdentityOn,
    StepTurnIdentityOn,
    StepIdentityAssigned,
    StepAssignIdentity,
    StepPermitted,
    StepPermittedMore,
    StepRoleAllows,
    StepAssignRole,
    StepAllow,
    StepProtected,
    StepProtect,
    StepSoftDelete,
    StepLetIn,
    StepOpenBypass,
    StepKeySuits,
    StepBound,
    StepBind,
    StepBindVersion,
    StepKeyAdded,
    StepAddKey,
    StepPartnerMayUse,
    StepSecondaryFirst,
    StepLinked,
    StepLink,
    // … of the guides: rotate, revoke, switch, move, recover, compromised
    GuideRotate,
    GuideRevokeKey,
    GuideRevokeFrom,
    GuideAccessModel,
    GuideMove,
    GuideRecover,
    GuideVersionThere,
    GuideMakeVersion,
    GuideTakenUp,
    GuideTakeUp,
    GuideRepin,
    GuideFormerNeeded,
    GuideFormerOff,
    GuideDisableFormer,
    GuideDisable,
    GuideServiceManaged,
    GuideUngranted,
    GuideRemovePolicy,
    GuideRemoveAssignment,
    GuideLeaveGroup,
    GuideKeeps,
    GuideGrantRole,
    GuideGrantRoleMore,
    GuideGrantPolicy,
    GuideGoesBy,
    GuideSwitch,
    GuideMoved,
    GuideTransfer,
    GuideVaultThere,
    GuideRecoverVault,
    GuideKeyThere,
    GuideRecoverKey,
    GuideWorks,
    GuideCompromised,
    GuideGivesUp,
    GuideNothingStored,
    GuideDeleteKey,
    GuideKeyGone,
    // … what a step takes away
    LossService,
    LossAccess,
    LossMayUse,
    LossMore,
    // … what somebody should do besides
    AdviceBackUp,
    AdviceCopies,
    AdviceStillLost,
    AdviceDataKeys,
    // … why a guide cannot go on
    NoRoleKeeps,
    // … what should be so before anything is protected
    ItemCreated,
    ItemIdentityOn,
    ItemPermitted,
    ItemProtected,
    ItemKeyAssigned,
};
inline constexpr auto codeCount = static_cast<std::size_t>(Code::ItemKeyAssigned) + 1; ///< the last one stands here

/// Decides the exit status of the command line.
enum class Category : std::uint8_t { Refused = 1, Usage = 2, Locked = 3, Damaged = 4 };

/// One refusal or failure: what, about which object, with which details, and what would make it pass.
struct [[nodiscard]] Error {
    Code code = Code::Internal;
    std::string target;                        ///< the object it is about: a name, a URI, a path; never a secret
    std::vector<Sentence::Argument> arguments; ///< fill {0}, {1}, … of the sentence
    std::string remedy;                        ///< replaces the catalogue's remedy where the case knows better

    bool operator==(const Error &other) const { return code == other.code && target == other.target; }
};

/// What is told of a thing that is refused nothing: a reason, a finding, a claim, a step. It has code, sentence and
/// remedy from the same catalogue.
using Statement = Error;

/// Also in what the sentence is filled with.
bool same(const Statement &one, const Statement &other);

std::string_view codeName(Code code); ///< stable, for programs: "vault.purgeProtected"
Category category(Code code);
Sentence sentence(const Error &error);   ///< for people; also to stand within another
std::string message(const Error &error); ///< the same in English
std::string remedy(const Error &error);  ///< what would make it pass; may be empty

// What the catalogue says of a code, unfilled.
std::string_view sentencePattern(Code code);
std::string_view remedyPattern(Code code);

} // namespace keyward
