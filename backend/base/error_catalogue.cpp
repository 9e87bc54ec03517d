// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/error.h"

#include <cassert>
#include <iterator>

namespace keyward {
namespace {

struct Row {
    Code code;
    Category category;
    std::string_view name;
    std::string_view sentence; ///< {t} is the target, {0} … the arguments
    std::string_view remedy;
};

constexpr auto R = Category::Refused;
constexpr auto U = Category::Usage;
constexpr auto L = Category::Locked;
constexpr auto D = Category::Damaged;

// In the order of Code; the static_assert below holds the two together.
constexpr Row rows[] = {
    {Code::Usage, U, "usage", "{0}", "See --help."},
    {Code::NameInvalid, U, "name.invalid", "'{t}' is not a valid {0}: {1}.", "Choose a name within that rule."},
    {Code::ValueInvalid, U, "value.invalid", "'{t}' is not a valid {0}: {1}.", "Give a value within that rule."},
    {Code::DurationInvalid, U, "duration.invalid", "'{t}' is not a length of time.",
     "Write it like 15m, 12h, 30d or, as ISO 8601, P30D or PT12H."},
    {Code::TimeInvalid, U, "time.invalid", "'{t}' is not a point in time.",
     "Write it as 2027-01-31 or 2027-01-31T12:00:00Z (UTC)."},
    {Code::NotFound, R, "notFound", "There is no {0} '{t}'.",
     "The list command of that kind shows the names there are."},
    {Code::AlreadyExists, R, "alreadyExists", "The {0} '{t}' exists already.",
     "Choose another name, or use the one there is."},
    {Code::Ambiguous, U, "ambiguous", "'{t}' could mean several things: {0}.", "Give more characters of the id."},
    {Code::Cancelled, R, "cancelled", "Cancelled; nothing was left half done.", ""},
    {Code::Internal, R, "internal", "Something that should not happen did: {0}.",
     "Please report it with the command that led here."},

    {Code::Io, R, "io", "'{t}': {0}.", "Check that the path exists and that this user may use it."},
    {Code::NoSpace, R, "noSpace", "There is no room left on the disk of '{t}'; nothing was changed.",
     "Free some room and run the command again."},
    {Code::ReadOnly, R, "readOnly", "'{t}' cannot be written to; nothing was changed.",
     "Make the file and its folder writable for this user."},
    {Code::FileExists, R, "fileExists", "'{t}' exists already and is not overwritten.",
     "Name a new file, or move the old one away."},
    {Code::TargetNotEmpty, R, "targetNotEmpty", "The target folder '{t}' is not empty; nothing was restored.",
     "Name a new or an empty folder."},
    {Code::SourceMissing, R, "source.missing", "The folder '{t}' does not exist.",
     "Check the path; a folder that is gone keeps the recovery points made of it."},
    {Code::SourceUnreadable, R, "source.unreadable", "'{t}' cannot be read: {0}. No recovery point was made.",
     "Give this user the right to read it, exclude it with a policy, or accept the gap with --skip-unreadable."},
    {Code::SourceVanished, R, "source.vanished",
     "The folder '{t}' vanished while it was being backed up. No recovery point was made.",
     "Bring the folder back and run the backup again."},
    {Code::Busy, R, "busy", "'{t}' is in use by another process: {0}.",
     "Wait for it to end, then run the command again."},
    {Code::Conflict, R, "conflict", "Another process changed the keystore at the same moment, again and again.",
     "Run the command again."},
    {Code::JobOwnerGone, R, "job.ownerGone", "The process that ran job {t} ended before the job did.",
     "'keywardctl jobs resume' runs it again, under a new data key."},
    {Code::NotPreviewable, U, "command.notPreviewable", "'{t}' cannot be looked at beforehand: {0}. Nothing was done.",
     "Run it without 'impact' and without --dry-run."},
    {Code::SourceHoldsStore, R, "source.holdsKeystore",
     "'{t}' is this keystore's own data, in '{0}'; a backup must not take itself in.",
     "Back up the folders beside it, and the keystore with 'keywardctl store backup'."},
    {Code::TargetInStore, R, "target.insideKeystore",
     "'{t}' lies inside the keystore's own folder '{0}'; nothing was written.", "Name a place outside it."},
    {Code::NotRegularFile, R, "notARegularFile", "'{t}' is not a regular file: {0}.", "Name a regular file."},
    {Code::FileTooLarge, R, "fileTooLarge",
     "'{t}' would become larger than this process may write; nothing was changed.",
     "Raise the file size limit (ulimit -f), then run the command again."},

    {Code::StoreMissing, R, "store.missing", "There is no keystore at '{t}'.",
     "Make one with 'keywardctl store init', or name yours with --store or KEYWARD_STORE."},
    {Code::StoreExists, R, "store.exists", "'{t}' exists already and is not overwritten.", "Name a new file."},
    {Code::NotAKeystore, D, "store.notAKeystore", "'{t}' is not a Keyward keystore.",
     "Name the keystore file with --store or KEYWARD_STORE."},
    {Code::StoreTruncated, D, "store.truncated", "The keystore '{t}' is cut short or not whole: {0}.",
     "Restore it from a backup: keywardctl store restore FILE."},
    {Code::StoreNewer, R, "store.newer",
     "The keystore '{t}' was written by a newer Keyward (format {0}; this one knows up to {1}). It was not touched.",
     "Use the newer Keyward."},
    {Code::StoreLocked, L, "store.locked", "The keystore '{t}' is locked.",
     "Give the passphrase at the prompt, by --passphrase-file or --passphrase-fd, or unlock it once with 'keywardctl "
     "unlock --for 15m'."},
    {Code::WrongPassphrase, L, "store.wrongPassphrase", "This does not unlock the keystore '{t}'.",
     "Check the passphrase or recovery key and try again."},
    {Code::PassphraseTooShort, U, "passphrase.tooShort", "The passphrase is too short: at least {0} characters.",
     "Use several unrelated words."},
    {Code::KdfOutOfBounds, U, "kdf.outOfBounds", "The passphrase hashing parameters '{t}' are out of bounds: {0}.",
     "Memory 64 to 1024 MiB, 1 to 16 passes, 1 to 16 lanes, as in m=256,t=3,p=4."},
    {Code::StoreDamaged, D, "store.damaged", "The keystore '{t}' is damaged: {0}.",
     "Restore it from a backup: keywardctl store restore FILE."},
    {Code::RecordTampered, D, "store.recordTampered", "Record {t} of the keystore was altered outside Keyward.",
     "Restore the keystore from a backup and find out who could write to the file."},
    {Code::TreeMismatch, D, "store.treeMismatch",
     "Records of the keystore '{t}' were removed, replaced or put back from an older copy outside Keyward.",
     "Restore the keystore from a backup and find out who could write to the file."},
    {Code::AuditTampered, D, "audit.tampered", "The audit log was altered at entry {t}: {0}.",
     "Restore the keystore from a backup and find out who could write to the file."},
    {Code::StoreRolledBack, D, "store.rolledBack",
     "The keystore '{t}' is older than one seen on this machine before (entry {0} of its log; {1} was seen).",
     "If a copy was put back on purpose, put it back with 'keywardctl store restore', which records that."},
    {Code::LastSlot, R, "slot.last",
     "This is the last way to unlock the keystore; without it nobody could open it again.",
     "Add another passphrase or a recovery key first."},
    {Code::RecoveryKeyMalformed, L, "recoveryKey.malformed", "The recovery key was mistyped: {0}.",
     "Check that group against the paper and type it again."},
    {Code::SystemKeyringUnavailable, R, "systemKeyring.unavailable", "The system keyring cannot be used: {0}.",
     "Log in to a desktop session with a keyring (Secret Service or KWallet), or use a passphrase."},
    {Code::SecretHeapFull, R, "secretHeap.full", "There is no room left in protected memory.",
     "Raise the memory-lock limit (ulimit -l) or end other work with keys."},
    {Code::AgentMissing, R, "agent.missing", "The keystore '{t}' is not held open by an agent.",
     "Unlock it with 'keywardctl unlock --for 15m'."},
    {Code::AgentRefused, R, "agent.refused", "The agent of the keystore '{t}' did not answer: {0}.",
     "Lock it with 'keywardctl lock' and unlock it again."},
    {Code::AuditUnwritable, R, "audit.unwritable",
     "The audit entry could not be written, so the operation was not carried out: {0}.",
     "Make room on the disk and the file writable, then try again."},
    {Code::StoreHardLinked, R, "store.hardLinked",
     "The keystore '{t}' has {0} names (hard links); changes made by one would be lost to the others.",
     "Remove the other names, or copy the file with 'keywardctl store backup'."},
    {Code::SlotTampered, D, "store.slotTampered",
     "The unlock slots of the keystore '{t}' were changed outside Keyward: {0}.",
     "Restore the keystore from a backup and find out who could write to the file."},
    {Code::HeaderTampered, D, "store.headerTampered",
     "The header of the keystore '{t}' was changed outside Keyward: {0}.",
     "Restore the keystore from a backup and find out who could write to the file."},
    {Code::SchemaTampered, D, "store.schemaTampered",
     "The layout of the keystore '{t}' was changed outside Keyward: {0}. It was not opened.",
     "Restore the keystore from a backup and find out who could write to the file."},
    {Code::AgentBusy, R, "agent.busy", "The agent that holds the keystore '{t}' open does not answer: {0}.",
     "Let it go on, or end it, then run the command again."},
    {Code::RuntimeFolderUnusable, R, "agent.runtimeFolder", "No agent can be reached in the runtime folder '{t}': {0}.",
     "Set XDG_RUNTIME_DIR to a short path of a folder that is yours alone (mode 0700)."},
    {Code::CommitInDoubt, R, "store.commitInDoubt",
     "The disk of '{t}' failed at the last step{0}, and until it works it cannot be told whether the change was saved.",
     "Mend the disk or free some room on it, then look at the keystore before the command is run again."},

    {Code::CryptoFailed, R, "crypto.failed", "The cryptographic library refused: {0}.", ""},
    {Code::KeySpecUnsupported, U, "key.specUnsupported", "Keys of the kind '{t}' are neither made nor taken here.",
     "RSA 2048, 3072 or 4096; EC P-256, P-384, P-521 or P-256K."},
    {Code::AlgorithmUnsupported, R, "algorithm.unsupported", "{t} cannot be used with this kind of key.", ""},
    {Code::KeyMaterialInvalid, D, "key.materialInvalid", "The key material of '{t}' cannot be read.",
     "Restore the key from its backup."},
    {Code::UnwrapFailed, R, "key.unwrapFailed", "The wrapped key does not belong to this key version, or was altered.",
     ""},
    {Code::SignatureInvalid, R, "signature.invalid", "The signature does not fit.", ""},
    {Code::RandomFailed, R, "random.failed", "The random number generator failed.",
     "Do not go on until the system is repaired."},

    {Code::NameInDeletedState, R, "name.inDeletedState",
     "The {0} name '{t}' belongs to a deleted {0} that can still be recovered.",
     "Recover or purge the deleted one, or choose another name."},
    {Code::SoftDeletePermanent, R, "vault.softDeletePermanent",
     "Soft delete of vault '{t}' cannot be turned off once it is on.", ""},
    {Code::PurgeProtectionPermanent, R, "vault.purgeProtectionPermanent",
     "Purge protection of vault '{t}' cannot be turned off once it is on.", ""},
    {Code::RetentionOutOfRange, U, "vault.retentionOutOfRange", "A retention of {0} days is not possible.",
     "Give 7 to 90 days."},
    {Code::RetentionFixed, R, "vault.retentionFixed", "The retention of vault '{t}' was fixed when it was created.",
     ""},
    {Code::NotDeleted, R, "vault.notDeleted", "The {0} '{t}' is not in the deleted state.", "Delete it first."},
    {Code::IsDeleted, R, "isDeleted", "The {0} '{t}' is deleted.", "Recover it first."},
    {Code::PurgeProtected, R, "purgeProtected", "'{t}' is under purge protection and is purged by itself on {0}.",
     "Wait until then; nobody can purge it sooner."},
    {Code::LiveClaims, R, "key.liveClaims", "'{t}' is still needed: {0}.",
     "Disabling it instead can be undone. To go on all the same, look at 'keywardctl impact' first, then repeat with "
     "--override."},
    {Code::KeyDisabled, R, "key.disabled", "Key version {t} is disabled and refuses every cryptographic operation.",
     "Enable it: keywardctl key enable."},
    {Code::KeyNotYetValid, R, "key.notYetValid",
     "Key version {t} is not valid before {0}; until then it neither wraps nor signs.",
     "Wait, or move its not-before date."},
    {Code::KeyExpired, R, "key.expired",
     "Key version {t} expired on {0}; it no longer wraps or signs, but still unwraps and verifies.",
     "Rotate the key, or extend its expiry date."},
    {Code::KeyPending, R, "key.pending", "Key version {t} is still being made.", "Try again in a moment."},
    {Code::OperationNotOnKey, R, "key.operationNotAllowed", "Key version {t} does not allow the operation {0}.",
     "Add the operation to the key's operations."},
    {Code::KeyNotDeleted, R, "key.notDeleted", "The key '{t}' is not in the deleted state.", "Delete it first."},
    {Code::ValidityInverted, U, "key.validityInverted", "The key '{t}' would expire before it becomes valid.",
     "Choose an expiry after the not-before date."},
    {Code::KindNeedsManagedHsm, R, "key.kindNeedsManagedHsm", "A {0} key can only be made in a managed HSM.",
     "Choose RSA or EC."},
    {Code::BackupForeign, R, "keyBackup.foreign", "This key backup belongs to another {0}.",
     "A key is restored in the subscription and geography it came from."},
    {Code::BackupMalformed, D, "keyBackup.malformed", "'{t}' is not a key backup of this keystore, or was altered.",
     ""},
    {Code::PlatformKeyReserved, R, "platformKey.reserved", "The platform's own key cannot be managed.", ""},
    {Code::VaultNotEmpty, R, "vault.notEmpty", "'{t}' still holds {0}.", "Delete what it holds first."},

    {Code::KindNeedsPremium, R, "key.kindNeedsPremium",
     "A {0} key can only be made in a premium vault, and '{t}' is in a standard one.",
     "Use the kind without -HSM, or set the vault's tier to premium."},
    {Code::ManagedHsmNeedsToken, R, "vault.managedHsmNeedsToken",
     "A managed HSM needs a PKCS#11 token that holds its keys, and none is attached.",
     "Create a standard or premium vault."},
    {Code::SpecDiffers, R, "key.specDiffers", "Key '{t}' is {0}; a version of {1} cannot be added to it.",
     "All versions of a key are of one kind. Choose another name."},
    {Code::TierHolds, R, "vault.tierHolds", "Vault '{t}' holds keys of -HSM kinds and must stay premium: {0}.",
     "Purge those keys first."},
    {Code::ImportMalformed, R, "import.malformed", "'{t}' holds no key that can be imported: {0}.",
     "PEM, PKCS#8, PKCS#12, JWK, a .byok transfer blob, or 16, 24 or 32 bytes of a symmetric key."},
    {Code::ImportNeedsPassphrase, L, "import.needsPassphrase", "'{t}' is protected by a passphrase{0}.",
     "Give the right one: --import-passphrase-file FILE."},
    {Code::ImportWeak, R, "import.weak", "The key in '{t}' must not be used: {0}.", "Make a new key."},
    {Code::DataTooLong, U, "data.tooLong", "{0} takes at most {1} bytes with this key, and these are {2}.",
     "Encrypt the data under a key of its own and wrap that one."},
    {Code::Locked, R, "locked", "{t} is kept from that by the {1} lock '{0}' on {2}.",
     "Remove the lock first: keywardctl resource-lock remove '{0}'."},
    {Code::ImportOldEncryption, R, "import.oldEncryption", "'{t}' is encrypted with {0}, which is not read here.",
     "Convert it: {1}"},
    {Code::ImportAmbiguous, R, "import.ambiguous",
     "'{t}' holds {0} different keys, and which one is meant cannot be told.", "Give a file that holds one key."},
    {Code::ImportOtherFormat, R, "import.otherFormat",
     "'{t}' holds a key in the format of {0}, which is not read here.", "Convert it: {1}"},
    {Code::KeyUriForeign, R, "key.uriForeign",
     "'{t}' is the identifier of a key elsewhere: the host {0} is none of this keystore's vaults.",
     "Give an identifier as 'keywardctl key show' prints it, or VAULT/KEY."},
    {Code::IdTaken, R, "id.taken", "The id {t} is taken or empty; nothing was changed.",
     "Please report it with the command that led here."},
    {Code::BackupNewer, R, "keyBackup.newer",
     "'{t}' was written by a newer Keyward (edition {0} of a key; this one knows up to {1}). Nothing was restored.",
     "Use the newer Keyward."},

    {Code::Unauthorized, R, "access.denied", "{0} is not allowed to {1} in vault '{t}': {2}.",
     "Grant it, with what else it needs: keywardctl policy set {t} --principal {0} --key-permissions {1},…"},
    {Code::ClockUntrusted, R, "clock.untrusted", "The clock {0}; what destroys data waits.",
     "Set or synchronise the clock, or confirm it with 'keywardctl clock accept'."},
    {Code::FirewallDenied, R, "access.firewall", "The firewall of vault '{t}' does not let this call in: {0}.",
     "Look at its rules: keywardctl network show {t}."},
    {Code::AccessLost, R, "access.lost", "This takes access away: {0}.",
     "'--stage' makes grants first that keep it; to go on all the same, repeat with --override."},
    {Code::SecretExpired, R, "secret.expired", "The client secret '{0}' of '{t}' expired on {1}.",
     "Add a new one: keywardctl app secret-add {t}."},
    {Code::SignInFailed, R, "signIn.failed", "'{t}' did not sign in: no application has that client id and secret.",
     ""},
    {Code::NameReserved, R, "name.reserved", "The name '{t}' is kept for {0}.", "Choose another name."},
    {Code::AdministrationOnly, R, "access.administration", "'{t}' is an application, and {0} is administration.",
     "Whoever holds the keystore does it, in the window or on the command line."},

    {Code::ProfileKeyKind, R, "profile.keyKind", "{0} does not accept the {1} key '{t}'.", "It takes: {2}."},
    {Code::ProfileKeySize, R, "profile.keySize", "{0} does not accept the {1}-bit key '{t}'.", "It takes: {2} bits."},
    {Code::ProfileRegion, R, "profile.region", "{0} '{t}' is in region {1}, the vault in {2}; they must be the same.",
     "Create a vault in {1} and a key in it."},
    {Code::ProfileTenant, R, "profile.tenant", "{0} '{t}' and the vault belong to different tenants.",
     "Use a vault of the same tenant."},
    {Code::ProfileProtection, R, "profile.protection",
     "Vault '{t}' must have {0} on before its keys may protect anything.",
     "Turn it on: keywardctl vault update {t} --purge-protection."},
    {Code::IdentityMissing, R, "identity.missing", "'{t}' has no identity, so no vault can let it in.",
     "Turn on its system-assigned identity."},
    {Code::IdentityPermanent, R, "identity.permanent",
     "The identity of '{t}' must stay on, even for a moment: its backups would lose their key.", ""},
    {Code::PermissionMissing, R, "permission.missing", "The identity of '{t}' lacks {0} in vault '{1}'.",
     "Grant it: keywardctl policy set {1} --principal {t} --key-permissions {2}."},
    {Code::CmkAfterProtection, R, "cmk.afterProtection",
     "'{t}' has protected an item, or tried to; a customer-managed key can only be set before that.",
     "Create a new Recovery Services vault, set its key, then protect the items there."},
    {Code::CmkIrreversible, R, "cmk.irreversible",
     "'{t}' uses a customer-managed key and cannot go back to service-managed keys.",
     "The key can be changed: keywardctl cmk set-key."},
    {Code::CmkNotEnabled, R, "cmk.notEnabled", "'{t}' does not use a customer-managed key.",
     "Enable one: keywardctl cmk enable."},
    {Code::ProtectedItemsRefused, R, "protection.refused", "'{t}' uses a customer-managed key and refuses {0}.",
     "Protect it in a vault with service-managed keys."},
    {Code::MoveRefused, R, "resource.moveRefused", "'{t}' uses a customer-managed key and cannot move to another {0}.",
     ""},
    {Code::CrossRegionRestoreRefused, R, "restore.crossRegionRefused",
     "'{t}' uses a customer-managed key; there is no cross-region restore.", ""},
    {Code::BindingExists, R, "cmk.exists", "'{t}' already uses a customer-managed key.",
     "Change it with 'keywardctl cmk set-key'."},
    {Code::KeyDeleted, R, "key.deleted", "The key '{t}' is deleted.", "Recover it: keywardctl key recover."},
    {Code::PointUnreadable, R, "point.unreadable", "Recovery point {t} cannot be opened: {0}.", ""},
    {Code::SegmentDamaged, D, "point.segmentDamaged",
     "Recovery point {t} was altered: segment {0} does not pass its check. Nothing was restored.",
     "Restore from another point."},
    {Code::SegmentMissing, D, "point.segmentMissing",
     "Recovery point {t} is cut short: it ends after segment {0}{1}. Nothing was restored.",
     "Restore from another point."},
    {Code::SegmentMisplaced, D, "point.segmentMisplaced",
     "Recovery point {t} was altered: at place {0} stands another segment. Nothing was restored.",
     "Restore from another point."},
    {Code::ArchiveUnsafe, D, "point.unsafePath",
     "Recovery point {t} names a path outside the target: '{0}'. Nothing was restored.", ""},
    {Code::PointIncomplete, R, "point.incomplete", "Recovery point {t} was not finished.",
     "Restore from another point."},
    {Code::NothingMatched, R, "restore.nothingMatched", "Recovery point {t} holds nothing named '{0}'.",
     "'keywardctl backup show POINT --files' lists what it holds."},
    {Code::AcknowledgeNeeded, R, "acknowledge.needed", "{0}.", "Read the plan, then repeat with --yes."},
    {Code::OverrideNeeded, R, "override.needed", "This takes access away from something in use: {0}.",
     "'keywardctl impact' shows what breaks and how to undo it; to go on all the same, repeat with --override."},
    {Code::ProfileIdentityKind, R, "profile.identityKind", "{0} '{t}' does not take {1} identities.", ""},
    {Code::IdentityNotAssigned, R, "identity.notAssigned", "The user-assigned identity '{0}' is not assigned to '{t}'.",
     "Assign it: keywardctl identity assign '{0}' --resource {t}."},
    {Code::VaultUnreachable, R, "vault.unreachable", "'{t}' cannot reach vault '{0}': {1}.",
     "Change the vault's network rules: keywardctl network set {0}."},

    {Code::ReportAltered, D, "report.altered", "'{t}' was altered after it was signed.", "Export the report again."},
    {Code::SignerUnknown, R, "report.signerUnknown", "'{t}' is intact, but its signer is unknown: {0}.",
     "Compare with the fingerprint shown by 'keywardctl store info', then use --signer FINGERPRINT, or open the "
     "keystore that signed it."},
    {Code::SignerOther, D, "report.signerOther", "'{t}' was signed by another key: {0}.",
     "Ask for a report signed by the expected keystore."},
    {Code::ReportMalformed, D, "report.malformed", "'{t}' carries no signature of Keyward: {0}.",
     "Keep a PDF or CSV together with its .sig file."},
    {Code::BoundKeyKept, R, "key.boundKeyKept", "'{t}' cannot be deleted, and nothing overrides that: {0}.",
     "Set another key there first. To cut off access now, disable the key instead."},

    {Code::BoundKeyPurged, R, "health.keyPurged", "its key was purged; what it protects cannot be recovered", ""},
    {Code::VersionGone, R, "health.versionGone", "the key version it uses is gone", ""},
    {Code::DataKeyPurged, R, "health.dataKeyPurged", "its key was purged", "Nothing brings them back."},
    {Code::DataUnreadable, R, "health.dataUnreadable", "{0} cannot be {1}: {2}", ""},
    {Code::SeveralReasons, R, "health.several", "{0}; {1}", ""},
    {Code::VaultInDeletion, R, "health.vaultDeleted", "The vault '{t}' is deleted. It is purged for good on {0}.",
     "Recover it first."},
    {Code::KeyInDeletion, R, "health.keyDeleted", "The key '{t}' is deleted. It is purged for good on {0}.",
     "Recover it: keywardctl key recover."},
    {Code::NoIdentity, R, "health.noIdentity", "there is no identity any more to come to the vault with",
     "Turn one on: keywardctl identity enable {t}."},
    {Code::IdentityLeftBehind, R, "health.identityLeftBehind",
     "its identity '{0}' was left behind in another tenant, and what it was given counts for nothing", ""},
    {Code::IdentityLacks, R, "health.identityLacks", "its identity lacks {0} in vault {t}",
     "Grant it in the vault's access policies."},
    {Code::VaultElsewhere, R, "health.vaultElsewhere", "vault {t} stands in another tenant", ""},
    {Code::IdentitySince, R, "health.identityReplaced", "its key was set for an identity that is gone",
     "Set the key once more: keywardctl cmk set-key {t} --key {0}"},
    {Code::KeyExpiresSoon, R, "health.keyExpires", "key {t} expires on {0}; {1}",
     "Rotate the key, or extend its expiry."},
    {Code::KeyUnsaved, R, "health.keyWithoutBackup", "key {t} has no backup of its newest version",
     "Back it up: keywardctl key backup {t} --output FILE"},

    {Code::RangesOpen, R, "finding.rangesOpen", "its networks are limited, but the ranges let {0} in",
     "keywardctl network set {t} --range RANGE"},
    {Code::PurgeUnprotected, R, "finding.purgeProtectionOff",
     "purge protection is off: a deleted key could be destroyed at once",
     "keywardctl vault update {t} --purge-protection"},
    {Code::VersionUnsaved, R, "finding.keyWithoutBackup", "there is no backup of its newest version",
     "keywardctl key backup {t} --output FILE"},
    {Code::VersionExpired, R, "finding.keyExpired", "its newest version expired on {0}", "keywardctl key rotate {t}"},
    {Code::SecretEnds, R, "finding.secretExpires", "its last client secret expires on {0}",
     "keywardctl app secret-add '{t}'"},
    {Code::SecretEnded, R, "finding.secretExpired", "its last client secret expired on {0}",
     "keywardctl app secret-add '{t}'"},
    {Code::ClockInDoubt, R, "finding.clockInDoubt",
     "the clock jumped ahead of {0}, or went back behind it, and nobody vouched for it; what destroys data waits",
     "keywardctl clock accept"},

    {Code::ClaimBound, R, "claim.bound", "{t} uses it to protect {0}", "binding another key"},
    {Code::ClaimFormer, R, "claim.former", "{t} may still read it until {0}", "{1}"},
    {Code::ClaimData, R, "claim.data", "{0} of {t} can only be {1} with it", "deleting those {2}"},

    {Code::VersionExpires, R, "coming.keyExpires", "{t} expires", "Rotate the key, or extend its expiry."},
    {Code::VersionBecomesValid, R, "coming.keyBecomesValid", "{t} becomes valid", ""},
    {Code::KeyRetentionEnds, R, "coming.keyPurged", "retention of {t} ends",
     "Recover it before then, if it is needed."},
    {Code::VaultRetentionEnds, R, "coming.vaultPurged", "retention of vault {t} ends",
     "Recover it before then, if it is needed."},
    {Code::ClientSecretExpires, R, "coming.secretExpires", "a client secret of '{t}' expires",
     "keywardctl app secret-add '{t}'"},

    {Code::PlanGoal, R, "plan.goal", "{t} encrypts under key {0}", ""},
    {Code::StepResourceExists, R, "plan.resourceExists", "The resource exists", ""},
    {Code::StepVaultExists, R, "plan.vaultExists", "The key vault exists", ""},
    {Code::StepKeyExists, R, "plan.keyExists", "The key exists", ""},
    {Code::StepServiceKnown, R, "plan.serviceKnown", "The service is known", ""},
    {Code::StepUnused, R, "plan.unused", "{0} {t}", ""},
    {Code::StepCustomerManaged, R, "plan.customerManaged", "{t} uses a customer-managed key", ""},
    {Code::StepTurnIdentityOff, R, "plan.turnIdentityOff",
     "Turn off the identity of {t}, which was left behind in another tenant, with everything it was given", ""},
    {Code::StepIdentityOn, R, "plan.identityOn", "System-assigned identity of {t} is on", ""},
    {Code::StepTurnIdentityOn, R, "plan.turnIdentityOn", "Turn on the system-assigned identity of {t}", ""},
    {Code::StepIdentityAssigned, R, "plan.identityAssigned", "User-assigned identity '{0}' is assigned to {t}", ""},
    {Code::StepAssignIdentity, R, "plan.assignIdentity", "Assign user-assigned identity '{0}' to {t}", ""},
    {Code::StepPermitted, R, "plan.permitted", "The identity has {0} in vault {t}", ""},
    {Code::StepPermittedMore, R, "plan.permittedMore", "The identity has {0} in vault {t}; more than it needs: {1}",
     ""},
    {Code::StepRoleAllows, R, "plan.roleAllows", "A role allows {0}", ""},
    {Code::StepAssignRole, R, "plan.assignRole", "Assign role {0} on vault {t} to '{1}'", ""},
    {Code::StepAllow, R, "plan.allow", "Allow '{0}' {1} in vault {t}", ""},
    {Code::StepProtected, R, "plan.protected", "Soft delete and purge protection of vault {t} are on", ""},
    {Code::StepProtect, R, "plan.protect", "Turn on soft delete and purge protection of vault {t}", ""},
    {Code::StepSoftDelete, R, "plan.softDelete", "Change vault {t}", ""},
    {Code::StepLetIn, R, "plan.letIn", "The firewall of vault {t} lets {0} in", ""},
    {Code::StepOpenBypass, R, "plan.openBypass",
     "Change the network rules of vault {t}: bypass for trusted services on", ""},
    {Code::StepKeySuits, R, "plan.keySuits", "Key {t} suits a {0} ({1})", ""},
    {Code::StepBound, R, "plan.bound", "{t} uses key {0}", ""},
    {Code::StepBind, R, "plan.bind", "Set the encryption key of {t} to {0}, following new versions", ""},
    {Code::StepBindVersion, R, "plan.bindVersion", "Set the encryption key of {t} to {0}/{1}", ""},

    {Code::ItemCreated, R, "checklist.created", "{0} created", ""},
    {Code::ItemIdentityOn, R, "checklist.identityOn", "Identity turned on", ""},
    {Code::ItemPermitted, R, "checklist.permitted", "Permission on the key vault granted", ""},
    {Code::ItemProtected, R, "checklist.protected", "Soft delete and purge protection on", ""},
    {Code::ItemKeyAssigned, R, "checklist.keyAssigned", "Customer-managed key assigned", ""},
};
static_assert(std::size(rows) == codeCount);
static_assert([] {
    for (std::size_t i = 0; i < std::size(rows); ++i)
        if (static_cast<std::size_t>(rows[i].code) != i) return false;
    return true;
}());

const Row &row(Code code) { return rows[static_cast<std::size_t>(code)]; }

/// What fills a slot may be a sentence of its own, with its own full stop.
bool stopsAlready(std::string_view text)
{
    return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with("…");
}

std::string filled(std::string_view pattern, const Error &error)
{
    std::string out;
    bool afterSlot = false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        if (!slot) {
            if (!(pattern[i] == '.' && afterSlot && stopsAlready(out))) out += pattern[i];
            afterSlot = false;
            continue;
        }
        const char what = pattern[i + 1];
        const auto index = static_cast<std::size_t>(what - '0');
        if (what == 't')
            out += error.target;
        else if (index < error.arguments.size())
            out += error.arguments[index];
        i += 2;
        afterSlot = true;
    }
    return out;
}

} // namespace

std::string_view codeName(Code code) { return row(code).name; }
bool same(const Statement &one, const Statement &other)
{
    return one == other && one.arguments == other.arguments && one.remedy == other.remedy;
}

Category category(Code code) { return row(code).category; }
std::string message(const Error &error) { return filled(row(error.code).sentence, error); }
std::string remedy(const Error &error)
{
    return error.remedy.empty() ? filled(row(error.code).remedy, error) : error.remedy;
}

} // namespace keyward
