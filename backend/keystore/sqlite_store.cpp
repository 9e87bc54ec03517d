// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/sqlite_store.h"

#include "backend/base/sentence.h"
#include "backend/base/system_error.h"
#include "backend/keystore/migration.h"
#include "backend/keystore/recovery_key.h"
#include "backend/keystore/schema.h"
#include "backend/keystore/store_parts.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward::keystore {
namespace {

Status makeEmptyFile(const std::filesystem::path &file)
{
    const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor < 0 && errno == EEXIST) return fail(Code::StoreExists, file.string());
    if (descriptor < 0) return failWith(errno, file);
    ::close(descriptor);
    return {};
}

bool writable(const std::filesystem::path &path) { return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0; }

bool isNoRoom(Code code) { return code == Code::NoSpace || code == Code::FileTooLarge; }

/// No change waits in a log beside the file, so the file alone is the whole store.
bool settled(const StorePath &path)
{
    std::error_code error;
    for (const auto *suffix : {"-wal", "-journal"})
        if (const auto size = std::filesystem::file_size(path.text() + suffix, error); !error && size > 0) return false;
    return true;
}

} // namespace

SqliteStore::SqliteStore(const StoreEnvironment &environment, StorePath path)
    : m_environment(environment), m_path(std::move(path))
{
    if (environment.context) m_sha.emplace(*environment.context);
}

SqliteStore::~SqliteStore()
{
    m_database.reset();
    if (m_lock >= 0) ::close(m_lock);
}

/// On a disk without room for it, a store can be looked at as one that cannot be written to.
Status SqliteStore::lockFolder(bool create)
{
    const auto path = folder();
    const auto file = path / "lock";
    const auto lacking = [&](int why, const std::filesystem::path &what) -> Status {
        const auto failed = failWith(why, what);
        if (create || (!m_unwritable && !isNoRoom(failed.error().code))) return failed;
        if (!m_unwritable) m_unwritable = failed.error();
        return {};
    };
    if ((create || !m_unwritable) && ::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
        KEYWARD_CHECK(lacking(errno, path));
    m_lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const auto why = errno;
    if (m_lock < 0) m_lock = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (m_lock < 0) return lacking(why, file); // nothing there to lock
    if (::flock(m_lock, LOCK_SH | LOCK_NB) != 0) return fail(Code::Busy, m_path.text(), {"a copy is being put back"});
    return {};
}

Status SqliteStore::openDatabase(Database::Mode mode)
{
    m_database.reset();
    m_mode = mode;
    KEYWARD_TRY(m_database, another());
    return checkSchema(*m_database); // before anything else is read, and long before anything is written
}

/// A connection of its own for each thread that reads.
Result<std::unique_ptr<Database>> SqliteStore::another() const
{
    return Database::open(file(), m_mode, m_environment.patience);
}

/// As it can be had: to write, to read, or as a file that cannot change because nothing can be written there.
Status SqliteStore::openFile()
{
    if (!writable(file()))
        m_unwritable = Error{Code::ReadOnly, m_path.text(), {}, {}};
    else if (!writable(file().parent_path()))
        m_unwritable = Error{Code::ReadOnly, file().parent_path().string(), {}, {}};
    KEYWARD_CHECK(lockFolder(false));
    auto opened = openDatabase(m_unwritable ? Database::Mode::ReadOnly : Database::Mode::ReadWrite);
    if (!opened) {
        using enum Code;
        const bool noRoom = isNoRoom(opened.error().code); // for what SQLite keeps beside it
        if (noRoom && !m_unwritable) m_unwritable = opened.error();
        const bool unopenable = opened.error().code == Io || opened.error().code == ReadOnly;
        if (!m_unwritable || !(noRoom || unopenable) || !settled(m_path)) return opened;
        KEYWARD_CHECK(openDatabase(Database::Mode::Snapshot));
    }
    // A connection that may write takes away with it what SQLite keeps beside the file; one that may not leaves it
    // there.
    if (m_environment.lookOnly && !m_unwritable) m_unwritable = Error{Code::ReadOnly, m_path.text(), {}, {}};
    return m_unwritable ? Status{} : bringForward();
}

Status SqliteStore::bringForward()
{
    auto forward = migrate(*m_database, migrations(m_environment.context));
    if (forward) forward = m_database->run("PRAGMA journal_mode=WAL"); // a copy comes without
    if (forward || forward.error().code == Code::Busy) return {};      // it works without, too
    if (!isNoRoom(forward.error().code)) return forward;
    m_unwritable = forward.error();
    return {};
}

Status SqliteStore::prepareFile(const KdfHeader &kdf)
{
    KEYWARD_TRY(m_database, another());
    KEYWARD_CHECK(m_database->run(("PRAGMA application_id=" + std::to_string(applicationId)).c_str()));
    KEYWARD_CHECK(m_database->run(("PRAGMA user_version=" + std::to_string(currentFormat)).c_str()));
    KEYWARD_CHECK(makeSchema(*m_database));
    KEYWARD_CHECK(putHeader("store", m_id.bytes));
    return putHeader("kdf", kdf.encode());
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::create(const StoreEnvironment &environment,
                                                         const std::filesystem::path &file,
                                                         const crypto::SecretBytes &passphrase,
                                                         const crypto::Argon2Parameters &kdf, Instant now)
{
    if (passphrase.size() < leastPassphrase)
        return fail(Code::PassphraseTooShort, {}, {std::to_string(leastPassphrase)});
    KEYWARD_CHECK(kdf.check());
    KEYWARD_TRY(const auto path, StorePath::fresh(file));
    KEYWARD_CHECK(makeEmptyFile(path.file()));
    std::unique_ptr<SqliteStore> store(new SqliteStore(environment, path));
    auto &context = *environment.context;
    const auto build = [&]() -> Status {
        store->m_id = context.id<StoreId>();
        store->m_kdf.parameters = kdf;
        context.fill(store->m_kdf.salt);
        KEYWARD_TRY(store->m_root, crypto::SecretBytes::random(32, context));
        KEYWARD_TRY(store->m_keyring, Keyring::fresh(environment.context));
        store->m_mark.emplace(environment.stateFolder, store->m_id);
        KEYWARD_CHECK(store->m_mark->ready());
        KEYWARD_CHECK(store->lockFolder(true));
        KEYWARD_CHECK(store->prepareFile(store->m_kdf));
        KEYWARD_CHECK(store->resetTree());
        KEYWARD_TRY(const auto secret, passphraseSecret(store->m_kdf, passphrase));
        Slot slot{context.id<SlotId>(), SlotKind::Passphrase, said("first passphrase").text(), now, {}};
        KEYWARD_TRY(auto pair, slotKeyPair(context, slot.id, secret));
        slot.publicKey = std::move(pair.publicKey);
        store->m_openedBy = slot.id;
        KEYWARD_CHECK(store->m_database->begin());
        KEYWARD_TRY(store->m_cover, store->writeSlots({slot}));
        Head head;
        head.treeRoot = store->m_tree->root();
        head.lastTime = now;
        KEYWARD_CHECK(store->writeHead(head, *store->m_cover));
        KEYWARD_CHECK(store->m_database->commit());
        store->m_head = head;
        return store->m_database->run("PRAGMA wal_checkpoint(TRUNCATE)");
    };
    if (auto built = build(); !built) { // leave nothing half made
        store.reset();
        for (const auto *suffix : {"", "-wal", "-shm", ".d/lock", ".d"}) ::remove((path.text() + suffix).c_str());
        return std::unexpected(built.error());
    }
    return store;
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const StoreEnvironment &environment,
                                                       const std::filesystem::path &file, const Unlock &unlock,
                                                       bool acceptOlder)
{
    KEYWARD_CHECK(inspectFile(file));
    KEYWARD_TRY(const auto path, StorePath::existing(file));
    std::unique_ptr<SqliteStore> store(new SqliteStore(environment, path));
    KEYWARD_CHECK(store->openFile());
    KEYWARD_CHECK(store->openSealed(unlock, acceptOlder));
    return store;
}

/// The mark first and the head afterwards: another process may commit, and raise the mark, at any moment between. What
/// is compared with each other is read in one transaction, for the same reason.
Status SqliteStore::openSealed(const Unlock &with, bool acceptOlder)
{
    m_acceptOlder = acceptOlder;
    KEYWARD_TRY(m_id, storedId());
    m_mark.emplace(m_environment.stateFolder, m_id);
    const auto seen = m_mark->read();
    KEYWARD_CHECK(m_database->beginRead());
    const auto read = [&]() -> Status {
        std::vector<SealedSlot> sealed;
        KEYWARD_CHECK(readHeader(sealed));
        KEYWARD_CHECK(unlock(with, sealed));
        KEYWARD_CHECK(readSealedParts(with.by));
        KEYWARD_CHECK(checkHead(sealed));
        return checkMark(seen);
    };
    const auto done = read();
    m_database->rollBack();
    if (done && !m_acceptOlder && !m_environment.lookOnly)
        (void)m_mark->raise(m_head); // seen, if it was changed elsewhere; a commit insists
    return done;
}

Result<StoreId> SqliteStore::readId(const std::filesystem::path &file)
{
    KEYWARD_CHECK(inspectFile(file));
    KEYWARD_TRY(const auto path, StorePath::existing(file));
    SqliteStore store({}, path);
    if (!writable(path.file()) || !writable(path.file().parent_path()))
        store.m_unwritable = Error{Code::ReadOnly, path.text(), {}, {}};
    KEYWARD_CHECK(store.openDatabase(!store.m_unwritable ? Database::Mode::ReadWrite
                                     : settled(path)     ? Database::Mode::Snapshot
                                                         : Database::Mode::ReadOnly));
    return store.storedId();
}

Result<StoreId> SqliteStore::storedId()
{
    KEYWARD_TRY(const auto id, header(*m_database, "store"));
    StoreId out;
    if (id.size() != out.bytes.size()) return fail(Code::HeaderTampered, m_path.text(), {"its id is malformed"});
    std::ranges::copy(id, out.bytes.begin());
    return out;
}

/// Damage is looked for before anybody's secret is tried: afterwards it would look like a wrong one.
Status SqliteStore::readHeader(std::vector<SealedSlot> &sealed)
{
    KEYWARD_TRY(const auto format, m_database->number("PRAGMA user_version"));
    if (format > 1) KEYWARD_CHECK(checkedCover(*m_database, *m_sha).transform([](const Cover &) {}));
    KEYWARD_TRY(const auto kdf, header(*m_database, "kdf"));
    const auto decoded = KdfHeader::decode(kdf);
    if (!decoded) return fail(decoded.error().code, m_path.text(), decoded.error().arguments);
    m_kdf = *decoded;
    KEYWARD_TRY(auto query, m_database->query("SELECT id, value FROM slots"));
    KEYWARD_CHECK(m_database->step(query));
    while (query.next()) {
        SealedSlot slot;
        const auto slotId = query.value(0).toByteArray();
        const auto blob = query.value(1).toByteArray();
        if (slotId.size() != 16) return fail(Code::SlotTampered, m_path.text(), {"the id of one is malformed"});
        std::ranges::copy(viewOf(slotId), slot.id.bytes.begin());
        slot.blob.assign(viewOf(blob).begin(), viewOf(blob).end());
        sealed.push_back(std::move(slot));
    }
    KEYWARD_CHECK(m_database->ended(query));
    if (sealed.empty()) return fail(Code::SlotTampered, m_path.text(), {"all of them were removed"});
    return {};
}

Status SqliteStore::unlock(const Unlock &with, const std::vector<SealedSlot> &sealed)
{
    auto &context = *m_environment.context;
    if (with.by == Unlock::By::RootKey) {
        KEYWARD_TRY(m_root, with.secret.clone());
        return {};
    }
    const auto secret = [&]() -> Result<crypto::SecretBytes> {
        if (with.by == Unlock::By::SlotSecret) return with.secret.clone();
        if (looksLikeRecoveryKey(with.secret)) return parseRecoveryKey(with.secret);
        return passphraseSecret(m_kdf, with.secret);
    }();
    if (!secret) return std::unexpected(secret.error());
    auto opened = openAnySlot(context, m_id, sealed, *secret);
    if (!opened) return fail(opened.error().code, m_path.text());
    m_root = std::move(opened->rootKey);
    m_openedBy = opened->id;
    return {};
}

Status SqliteStore::readSealedParts(Unlock::By by)
{
    KEYWARD_TRY(const auto sealedRing, header(*m_database, "keyring"));
    KEYWARD_TRY(auto sealer, rootSealer(m_environment.context, m_root, "keyring"));
    const auto ring = sealer.openSecret(sealedRing, partAssociatedData(m_id, "keyring"));
    if (!ring && ring.error().code == Code::SecretHeapFull) return std::unexpected(ring.error());
    if (!ring && by == Unlock::By::RootKey) // the agent holds one from before a slot was removed
        return fail(Code::WrongPassphrase, m_path.text());
    if (!ring) // a slot gave the root key away, so it is the right one
        return fail(Code::HeaderTampered, m_path.text(), {"its keyring was altered"});
    KEYWARD_TRY(m_keyring, Keyring::decode(m_environment.context, *ring));
    KEYWARD_TRY(m_slots, sealedSlotList());
    KEYWARD_TRY(const auto sealed, readHead(*m_database, *m_keyring));
    m_head = sealed.head;
    m_cover = sealed.cover;
    m_headEdition = sealed.edition;
    return resetTree();
}

Result<std::vector<Slot>> SqliteStore::sealedSlotList()
{
    KEYWARD_TRY(const auto sealed, header(*m_database, "slots"));
    KEYWARD_TRY(auto sealer, rootSealer(m_environment.context, m_root, "slots"));
    std::vector<Slot> out;
    Bytes plain;
    ByteView content;
    if (!sealer.open(sealed, partAssociatedData(m_id, "slots"), plain) || !unpadded(plain, content) ||
        !decodeSlots(content, out))
        return fail(Code::HeaderTampered, m_path.text(), {"its list of unlock slots was altered"});
    return out;
}

/// What the head covers beside records and log. A head of format 1 covers neither; then at least the slots must be
/// those of the sealed list, and the head must be the newest: an entry is logged whenever a head of format 1 is brought
/// forward.
Status SqliteStore::checkHead(const std::vector<SealedSlot> &sealed)
{
    if (m_cover) return checkCover();
    KEYWARD_TRY(const auto last, m_database->number("SELECT max(sequence) FROM audit"));
    if (last != m_head.sequence && !m_acceptOlder)
        return fail(Code::HeaderTampered, m_path.text(), {"its head is older than its log"});
    const auto listed = [&](const SealedSlot &row) { return std::ranges::contains(m_slots, row.id, &Slot::id); };
    if (sealed.size() != m_slots.size() || !std::ranges::all_of(sealed, listed))
        return fail(Code::SlotTampered, m_path.text(), {"one was removed or added"});
    return {};
}

Status SqliteStore::checkCover()
{
    KEYWARD_TRY(const auto found, coverOf(*m_database, *m_sha));
    return compareCover(found, *m_cover, file());
}

Status SqliteStore::checkMark(const HighWaterMark::Seen &seen)
{
    if (m_acceptOlder || seen.sequence == 0) return {};
    if (m_head.sequence < seen.sequence)
        return fail(Code::StoreRolledBack, m_path.text(),
                    {std::to_string(m_head.sequence), std::to_string(seen.sequence)});
    KEYWARD_TRY(const auto hash, auditHashAt(seen.sequence));
    if (hash != seen.auditHash)
        return fail(Code::StoreRolledBack, m_path.text(),
                    {said("{0}, another one", seen.sequence), std::to_string(seen.sequence)});
    return {};
}

/// Asked before a change, so that a mark that cannot be kept stops it while nothing was done.
Status SqliteStore::mayWrite()
{
    if (m_unwritable) return std::unexpected(*m_unwritable);
    return m_mark ? m_mark->ready() : Status{};
}

/// After the commit. Where it fails the change is saved but unseen; the caller then treats it as another process's.
Status SqliteStore::keepMark(const Head &head)
{
    if (!m_mark) return {};
    const auto kept = m_acceptOlder ? m_mark->replace(head) : m_mark->raise(head);
    if (kept) return {};
    return fail(
        Code::Io, kept.error().target,
        {said("the change was saved, but not that it was seen, by which an older copy put back is noticed ({0})",
              kept.error().arguments.empty() ? Sentence::Argument("") : kept.error().arguments.front())});
}

bool SqliteStore::needsForward() const
{
    const std::lock_guard lock(m_mutex);
    return m_headEdition < currentHeadEdition && !m_unwritable;
}

Status SqliteStore::resetTree()
{
    KEYWARD_TRY(const auto key, crypto::hkdf(*m_environment.context, m_root, m_id.bytes, "keyward record tree"));
    m_tree.emplace(*m_environment.context, key);
    return {};
}

Head SqliteStore::head() const
{
    const std::lock_guard lock(m_mutex);
    return m_head;
}

Result<Bytes> SqliteStore::header(Database &database, const char *key)
{
    KEYWARD_TRY(auto *query, database.prepared("SELECT value FROM header WHERE part=?"));
    query->bindValue(0, QString::fromLatin1(key));
    KEYWARD_CHECK(database.step(*query));
    if (!query->next()) {
        KEYWARD_CHECK(database.ended(*query));
        query->finish();
        return fail(Code::HeaderTampered, m_path.text(), {said("its part '{0}' is missing", std::string(key))});
    }
    const auto value = query->value(0).toByteArray();
    query->finish();
    return Bytes(viewOf(value).begin(), viewOf(value).end());
}

Status SqliteStore::putHeader(const char *key, ByteView value)
{
    KEYWARD_TRY(auto *query, m_database->prepared("INSERT OR REPLACE INTO header VALUES(?,?)"));
    query->bindValue(0, QString::fromLatin1(key));
    query->bindValue(1, bound(value));
    return m_database->step(*query);
}

Result<SealedHead> SqliteStore::readHead(Database &database, Keyring &keyring)
{
    KEYWARD_TRY(const auto sealed, header(database, "head"));
    Bytes plain;
    if (!keyring.openPart(m_id, "head", sealed, plain)) return std::unexpected(headUnreadable(database));
    return decodeHead(plain, file());
}

/// Altered, or sealed anew because another process took a way to unlock away and so changed every key.
Error SqliteStore::headUnreadable(Database &database)
{
    crypto::Sha256 sha(*m_environment.context); // of this thread
    const auto cover = checkedCover(database, sha);
    if (!cover) return cover.error();
    if (m_tree && (!m_cover || *cover != *m_cover)) // open already
        return {Code::StoreLocked,
                m_path.text(),
                {},
                "Another process changed the ways to unlock it; open it again, with one that still works."};
    return {Code::HeaderTampered, m_path.text(), {"its head was altered"}, {}};
}

Status SqliteStore::writeHead(const Head &head, const Cover &cover)
{
    // Beside a head of this format stands its number, also where the file could not be brought forward before.
    if (m_headEdition < currentHeadEdition)
        KEYWARD_CHECK(m_database->run(("PRAGMA user_version=" + std::to_string(currentFormat)).c_str()));
    return putHeader("head", m_keyring->sealPart(m_id, "head", encodeHead({.head = head, .cover = cover})));
}

Result<crypto::SecretBytes> SqliteStore::readSecret(const RecordId &id)
{
    const std::lock_guard lock(m_mutex);
    KEYWARD_TRY(auto *query, m_database->prepared("SELECT revision, value FROM records WHERE id=?"));
    query->bindValue(0, bound(id.bytes));
    KEYWARD_CHECK(m_database->step(*query));
    if (!query->next()) {
        KEYWARD_CHECK(m_database->ended(*query));
        query->finish();
        return fail(Code::StoreDamaged, m_path.text(), {said("key material {0} is missing", id.text().substr(0, 8))});
    }
    const auto revision = query->value(0).toULongLong();
    const auto value = query->value(1).toByteArray();
    query->finish();
    return m_keyring->openSecretRecord(m_id, id, revision, viewOf(value));
}

} // namespace keyward::keystore
