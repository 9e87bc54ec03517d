// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/sqlite_store.h"

#include "backend/base/paths.h"
#include "backend/keystore/migration.h"
#include "backend/keystore/recovery_key.h"
#include "backend/keystore/store_parts.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward::keystore {
namespace {

constexpr const char *schema[] = {
    "PRAGMA journal_mode=WAL",
    "CREATE TABLE header(part TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID, STRICT",
    "CREATE TABLE slots(id BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID, STRICT",
    "CREATE TABLE records(id BLOB PRIMARY KEY, revision INTEGER NOT NULL, value BLOB NOT NULL) WITHOUT ROWID, STRICT",
    "CREATE TABLE audit(sequence INTEGER PRIMARY KEY, value BLOB NOT NULL) STRICT",
};

Status makeEmptyFile(const std::filesystem::path &file)
{
    const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor < 0 && errno == EEXIST)
        return fail(Code::StoreExists, file.string());
    if (descriptor < 0)
        return fail(errno == ENOSPC ? Code::NoSpace : errno == EROFS || errno == EACCES ? Code::ReadOnly : Code::Io, file.string(), {std::strerror(errno)});
    ::close(descriptor);
    return {};
}

} // namespace

SqliteStore::SqliteStore(const StoreEnvironment &environment, std::filesystem::path file)
    : m_environment(environment), m_file(std::move(file))
{
    if (environment.context) m_sha.emplace(*environment.context);
}

SqliteStore::~SqliteStore()
{
    m_database.reset();
    if (m_lock >= 0) ::close(m_lock);
}

Status SqliteStore::lockFolder(bool create)
{
    const auto path = folder();
    if (create || !pathExists(path)) {
        if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
            return fail(Code::ReadOnly, path.string());
    }
    m_lock = ::open((path / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lock < 0)
        return fail(Code::ReadOnly, path.string());
    if (::flock(m_lock, LOCK_SH | LOCK_NB) != 0)
        return fail(Code::Busy, m_file.string(), {"a copy is being put back"});
    return {};
}

Status SqliteStore::prepareFile(const KdfHeader &kdf)
{
    KEYWARD_TRY(m_database, Database::open(m_file, Database::Mode::ReadWrite));
    KEYWARD_CHECK(m_database->run(("PRAGMA application_id=" + std::to_string(applicationId)).c_str()));
    KEYWARD_CHECK(m_database->run(("PRAGMA user_version=" + std::to_string(currentFormat)).c_str()));
    for (const auto *statement : schema) KEYWARD_CHECK(m_database->run(statement));
    KEYWARD_CHECK(putHeader("store", m_id.bytes));
    return putHeader("kdf", kdf.encode());
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::create(const StoreEnvironment &environment, const std::filesystem::path &file,
                                                         const crypto::SecretBytes &passphrase, const crypto::Argon2Parameters &kdf, Instant now)
{
    if (passphrase.size() < leastPassphrase)
        return fail(Code::PassphraseTooShort, {}, {std::to_string(leastPassphrase)});
    KEYWARD_CHECK(kdf.check());
    KEYWARD_CHECK(makeEmptyFile(file));
    std::unique_ptr<SqliteStore> store(new SqliteStore(environment, file));
    auto &context = *environment.context;
    const auto build = [&]() -> Status {
        store->m_id = context.id<StoreId>();
        store->m_kdf.parameters = kdf;
        context.fill(store->m_kdf.salt);
        KEYWARD_TRY(store->m_root, crypto::SecretBytes::random(32, context));
        KEYWARD_TRY(store->m_keyring, Keyring::fresh(environment.context));
        KEYWARD_CHECK(store->lockFolder(true));
        KEYWARD_CHECK(store->prepareFile(store->m_kdf));
        KEYWARD_CHECK(store->resetTree());
        KEYWARD_TRY(const auto secret, passphraseSecret(store->m_kdf, passphrase));
        Slot slot{context.id<SlotId>(), SlotKind::Passphrase, "first passphrase", now, {}};
        KEYWARD_TRY(auto pair, slotKeyPair(context, slot.id, secret));
        slot.publicKey = std::move(pair.publicKey);
        store->m_openedBy = slot.id;
        KEYWARD_CHECK(store->m_database->begin());
        KEYWARD_CHECK(store->writeSlots({slot}));
        Head head;
        head.treeRoot = store->m_tree->root();
        head.lastTime = now;
        KEYWARD_CHECK(store->writeHead(head));
        KEYWARD_CHECK(store->m_database->commit());
        store->m_head = head;
        return store->m_database->run("PRAGMA wal_checkpoint(TRUNCATE)");
    };
    if (auto built = build(); !built) { // leave nothing half made
        store.reset();
        for (const auto *suffix : {"", "-wal", "-shm", ".d/lock", ".d"}) ::remove((file.string() + suffix).c_str());
        return std::unexpected(built.error());
    }
    store->m_mark.emplace(environment.stateFolder, store->m_id);
    return store;
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const StoreEnvironment &environment, const std::filesystem::path &file, const Unlock &unlock,
                                                       bool acceptOlder)
{
    KEYWARD_CHECK(inspectFile(file));
    if (::access(file.c_str(), W_OK) != 0)
        return fail(Code::ReadOnly, file.string());
    std::unique_ptr<SqliteStore> store(new SqliteStore(environment, file));
    KEYWARD_CHECK(store->lockFolder(false));
    KEYWARD_TRY(store->m_database, Database::open(file, Database::Mode::ReadWrite));
    KEYWARD_CHECK(migrate(*store->m_database, migrations()));
    std::vector<SealedSlot> sealed;
    KEYWARD_CHECK(store->readHeader(sealed));
    KEYWARD_CHECK(store->unlock(unlock, sealed));
    KEYWARD_CHECK(store->readSealedParts());
    store->m_mark.emplace(environment.stateFolder, store->m_id);
    KEYWARD_CHECK(store->checkMark(acceptOlder));
    return store;
}

Result<StoreId> SqliteStore::readId(const std::filesystem::path &file)
{
    KEYWARD_CHECK(inspectFile(file));
    SqliteStore store({}, file);
    KEYWARD_TRY(store.m_database, Database::open(file, Database::Mode::ReadWrite));
    KEYWARD_TRY(const auto id, store.header(*store.m_database, "store"));
    StoreId out;
    if (id.size() != out.bytes.size()) return fail(Code::StoreDamaged, file.string(), {"its header is malformed"});
    std::ranges::copy(id, out.bytes.begin());
    return out;
}

Status SqliteStore::readHeader(std::vector<SealedSlot> &sealed)
{
    KEYWARD_TRY(const auto id, header(*m_database, "store"));
    if (id.size() != m_id.bytes.size())
        return fail(Code::StoreDamaged, m_file.string(), {"its header is malformed"});
    std::ranges::copy(id, m_id.bytes.begin());
    KEYWARD_TRY(const auto kdf, header(*m_database, "kdf"));
    KEYWARD_TRY(m_kdf, KdfHeader::decode(kdf));
    KEYWARD_TRY(auto query, m_database->query("SELECT id, value FROM slots"));
    KEYWARD_CHECK(m_database->step(query));
    while (query.next()) {
        SealedSlot slot;
        const auto slotId = query.value(0).toByteArray();
        const auto blob = query.value(1).toByteArray();
        if (slotId.size() != 16)
            return fail(Code::StoreDamaged, m_file.string(), {"an unlock slot is malformed"});
        std::ranges::copy(viewOf(slotId), slot.id.bytes.begin());
        slot.blob.assign(viewOf(blob).begin(), viewOf(blob).end());
        sealed.push_back(std::move(slot));
    }
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
    if (!opened)
        return fail(opened.error().code, m_file.string());
    m_root = std::move(opened->rootKey);
    m_openedBy = opened->id;
    return {};
}

Status SqliteStore::readSealedParts()
{
    KEYWARD_TRY(const auto sealedRing, header(*m_database, "keyring"));
    KEYWARD_TRY(auto sealer, rootSealer(m_environment.context, m_root, "keyring"));
    const auto ring = sealer.openSecret(sealedRing, partAssociatedData(m_id, "keyring"));
    if (!ring) // a wrong root key can only come from an agent that holds one from before a slot was removed
        return fail(Code::WrongPassphrase, m_file.string());
    KEYWARD_TRY(m_keyring, Keyring::decode(m_environment.context, *ring));
    KEYWARD_TRY(const auto sealedSlots, header(*m_database, "slots"));
    KEYWARD_TRY(auto slotSealer, rootSealer(m_environment.context, m_root, "slots"));
    Bytes plain;
    ByteView content;
    if (!slotSealer.open(sealedSlots, partAssociatedData(m_id, "slots"), plain) || !unpadded(plain, content) || !decodeSlots(content, m_slots))
        return fail(Code::StoreDamaged, m_file.string(), {"the list of unlock slots was altered"});
    KEYWARD_TRY(m_head, readHead(*m_database, *m_keyring));
    return resetTree();
}

Status SqliteStore::checkMark(bool acceptOlder)
{
    const auto seen = m_mark->read();
    if (acceptOlder || seen.sequence == 0) return {};
    if (m_head.sequence < seen.sequence)
        return fail(Code::StoreRolledBack, m_file.string(), {std::to_string(m_head.sequence), std::to_string(seen.sequence)});
    KEYWARD_TRY(const auto hash, auditHashAt(seen.sequence));
    if (hash != seen.auditHash)
        return fail(Code::StoreRolledBack, m_file.string(), {std::to_string(seen.sequence) + ", another one", std::to_string(seen.sequence)});
    return {};
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
        query->finish();
        return fail(Code::StoreDamaged, m_file.string(), {std::string("its part '") + key + "' is missing"});
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

Result<Head> SqliteStore::readHead(Database &database, Keyring &keyring)
{
    KEYWARD_TRY(const auto sealed, header(database, "head"));
    Bytes plain;
    Head head;
    if (!keyring.openPart(m_id, "head", sealed, plain) || !decodeHead(plain, head))
        return fail(Code::StoreDamaged, m_file.string(), {"its head was altered, or the ways to unlock it were changed meanwhile"});
    return head;
}

Status SqliteStore::writeHead(const Head &head) { return putHeader("head", m_keyring->sealPart(m_id, "head", encodeHead(head))); }

Result<crypto::SecretBytes> SqliteStore::readSecret(const RecordId &id)
{
    const std::lock_guard lock(m_mutex);
    KEYWARD_TRY(auto *query, m_database->prepared("SELECT revision, value FROM records WHERE id=?"));
    query->bindValue(0, bound(id.bytes));
    KEYWARD_CHECK(m_database->step(*query));
    if (!query->next()) {
        query->finish();
        return fail(Code::StoreDamaged, m_file.string(), {"key material " + id.text().substr(0, 8) + " is missing"});
    }
    const auto revision = query->value(0).toULongLong();
    const auto value = query->value(1).toByteArray();
    query->finish();
    return m_keyring->openSecretRecord(m_id, id, revision, viewOf(value));
}

} // namespace keyward::keystore
