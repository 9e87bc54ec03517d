// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/store_path.h"
#include "backend/keystore/cover.h"
#include "backend/keystore/database.h"
#include "backend/keystore/hash_tree.h"
#include "backend/keystore/high_water_mark.h"
#include "backend/keystore/keyring.h"
#include "backend/keystore/slots.h"
#include "backend/keystore/store.h"

#include <mutex>
#include <optional>

namespace keyward::keystore {

/// What the composition root hands to every store.
struct StoreEnvironment {
    crypto::ContextPtr context;
    std::filesystem::path stateFolder; ///< for the high-water mark
    Patience patience = {};            ///< with other writers
    bool lookOnly = false; ///< opening writes nothing: no newer format, no mark; and nothing can be written afterwards
};

/// How a store is opened: by what a person types (a passphrase or a recovery key), by a key that something keeps for
/// them (system keyring), or by the root key that an agent holds.
struct Unlock {
    enum class By { Typed, SlotSecret, RootKey };
    By by = By::Typed;
    crypto::SecretBytes secret;
};

/// The keystore in one SQLite file (WAL, synchronous=FULL) with 'FILE.d/' beside it for what is too large for records.
/// A file that cannot be written to, or has no room for it, can still be looked at: what would change it says why not.
///
/// The head, sealed anew with each change, proves the records (by the hash tree's root), the log (by its last hash),
/// the rows of the unlock slots and the parts of the header (Cover); the schema is compared by the letter.
class SqliteStore final : public Store
{
public:
    static constexpr std::size_t leastPassphrase = 8; ///< characters

    /// Makes a new file, 0600, with one passphrase slot. Codes of StorePath::fresh(), PassphraseTooShort,
    /// KdfOutOfBounds.
    static Result<std::unique_ptr<SqliteStore>> create(const StoreEnvironment &environment,
                                                       const std::filesystem::path &file,
                                                       const crypto::SecretBytes &passphrase,
                                                       const crypto::Argon2Parameters &kdf, Instant now);
    /// Codes of inspectFile(), SchemaTampered, HeaderTampered, SlotTampered, WrongPassphrase, RecoveryKeyMalformed,
    /// StoreRolledBack, StoreDamaged, Busy.
    static Result<std::unique_ptr<SqliteStore>> open(const StoreEnvironment &environment,
                                                     const std::filesystem::path &file, const Unlock &unlock,
                                                     bool acceptOlder = false);
    ~SqliteStore() override;
    /// The store's id, which is no secret; needs no unlocking.
    static Result<StoreId> readId(const std::filesystem::path &file);

    const StorePath &path() const { return m_path; }
    const std::filesystem::path &file() const { return m_path.file(); }
    std::filesystem::path folder() const { return m_path.folder(); } ///< STORE.d

    const StoreId &id() const override { return m_id; }
    Head head() const override;
    Status load(const RecordVisitor &visit) override;
    Result<crypto::SecretBytes> readSecret(const RecordId &id) override;
    Status commit(const WriteBatch &batch) override;
    Result<std::vector<RecordChange>> refresh() override;
    Result<std::vector<AuditRow>> auditFrom(std::uint64_t first, std::size_t limit) override;
    Result<std::vector<AuditRow>> auditBefore(std::uint64_t last, std::size_t limit) override;
    Result<crypto::Digest> auditHashAt(std::uint64_t sequence) override;
    Status verifyAudit() override;
    Status verifyRecords() override;
    /// Whether it is of an older format, by its head; the next commit brings it forward.
    bool needsForward() const;
    /// Removes what copies of killed processes left half written, and says what.
    std::vector<std::filesystem::path> clearLeftovers();

    // Unlock slots; sqlite_store_slots.cpp. Each writes the audit payload given with it in the same transaction.
    std::vector<Slot> slots() const;
    std::optional<SlotId> openedBy() const { return m_openedBy; }
    crypto::Argon2Parameters kdf() const { return m_kdf.parameters; }
    Status addPassphrase(const crypto::SecretBytes &passphrase, std::string label, Bytes audit, Instant now);
    Status addSecretSlot(SlotKind kind, const crypto::SecretBytes &secret, std::string label, Bytes audit, Instant now);
    /// Takes slots away and so changes the root key and all sealing keys; every record is sealed anew. Code::LastSlot.
    Status removeSlots(const std::vector<SlotId> &ids, Bytes audit, Instant now);
    Status replacePassphrase(const crypto::SecretBytes &passphrase, std::optional<crypto::Argon2Parameters> kdf,
                             Bytes audit, Instant now);
    Result<crypto::SecretBytes> rootKey() const { return m_root.clone(); } ///< for the agent

    /// A whole, compact copy while the store is in use; a new 0600 file, or none. Codes: FileExists, TargetInStore, and
    /// of failWith() with the target's path.
    Status copyTo(const std::filesystem::path &target);

private:
    struct SlotChange;
    SqliteStore(const StoreEnvironment &environment, StorePath path);
    Status prepareFile(const KdfHeader &kdf);
    Status lockFolder(bool create);
    Status openFile();
    Status bringForward();
    Status openDatabase(Database::Mode mode);
    Result<std::unique_ptr<Database>> another() const;
    Status openSealed(const Unlock &unlock, bool acceptOlder);
    Result<StoreId> storedId();
    Status readHeader(std::vector<SealedSlot> &sealed);
    Status unlock(const Unlock &unlock, const std::vector<SealedSlot> &sealed);
    Status readSealedParts(Unlock::By by);
    Result<std::vector<Slot>> sealedSlotList();
    Status checkHead(const std::vector<SealedSlot> &sealed);
    Status checkMark(const HighWaterMark::Seen &seen);
    Status checkCover();
    Status verifyCover();
    Result<struct SealedHead> readHead(Database &database, Keyring &keyring);
    Error headUnreadable(Database &database);
    Status writeHead(const Head &head, const Cover &cover);
    Status mayWrite();
    Status keepMark(const Head &head);
    Status writeRecords(const WriteBatch &batch, Head &next,
                        std::vector<std::pair<RecordId, std::optional<HashTree::State>>> &undo);
    Status writeAudit(const WriteBatch &batch, Head &next);
    Status commitLocked(const WriteBatch &batch);
    void undoTree(const std::vector<std::pair<RecordId, std::optional<HashTree::State>>> &undo);
    Result<std::vector<std::pair<RecordId, Purpose>>> changedSince(const Head &known, const Head &now);
    Status loadRange(unsigned part, unsigned parts, Database &database, Keyring &keyring, const RecordVisitor &visit,
                     struct LoadedPart &out);
    Status verifyAuditRange(std::uint64_t first, std::uint64_t last);
    Result<std::vector<AuditRow>> auditRows(const char *sql, std::uint64_t bound, std::size_t limit);
    Status changeSlots(SlotChange change);
    Result<Cover> writeSlots(const std::vector<Slot> &slots);
    Status sealEverythingAnew(Keyring &fresh, HashTree &tree);
    Status putHeader(const char *key, ByteView value);
    Result<Bytes> header(Database &database, const char *key);
    Status resetTree();

    StoreEnvironment m_environment;
    StorePath m_path;
    Database::Mode m_mode = Database::Mode::ReadWrite;
    std::optional<Error> m_unwritable; ///< why nothing can be changed
    bool m_acceptOlder = false;
    mutable std::mutex m_mutex;
    std::unique_ptr<Database> m_database;
    StoreId m_id;
    KdfHeader m_kdf;
    crypto::SecretBytes m_root;
    std::optional<Keyring> m_keyring;
    std::optional<HashTree> m_tree;
    std::optional<crypto::Sha256> m_sha;
    std::optional<HighWaterMark> m_mark;
    std::optional<SlotId> m_openedBy;
    std::vector<Slot> m_slots;
    Head m_head;
    std::optional<Cover> m_cover; ///< none while the head is of format 1
    unsigned m_headEdition = currentHeadEdition;
    int m_lock = -1;
};

} // namespace keyward::keystore
