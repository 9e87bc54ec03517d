// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The ways to unlock a store, and its keys when one of them is taken away; copies while it is open.

#include "backend/keystore/sqlite_store.h"
#include "backend/base/paths.h"
#include "backend/keystore/store_parts.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward::keystore {

/// One change of the unlock slots, and what is logged with it.
struct SqliteStore::SlotChange {
    std::vector<Slot> slots; ///< as they shall be
    bool rotate = false;     ///< somebody lost access: new root key, new sealing keys, everything sealed anew
    Bytes audit;
    Instant now{};
    std::optional<KdfHeader> kdf;
};

std::vector<Slot> SqliteStore::slots() const
{
    const std::lock_guard lock(m_mutex);
    return m_slots;
}

Status SqliteStore::writeSlots(const std::vector<Slot> &slots)
{
    KEYWARD_CHECK(m_database->run("DELETE FROM slots"));
    for (const auto &slot : slots) {
        KEYWARD_TRY(const auto sealed, sealSlot(*m_environment.context, m_id, slot, m_root));
        KEYWARD_TRY(auto *query, m_database->prepared("INSERT INTO slots VALUES(?,?)"));
        query->bindValue(0, bound(sealed.id.bytes));
        query->bindValue(1, bound(sealed.blob));
        KEYWARD_CHECK(m_database->step(*query));
    }
    KEYWARD_TRY(auto slotSealer, rootSealer(m_environment.context, m_root, "slots"));
    KEYWARD_CHECK(putHeader("slots", slotSealer.seal(padded(encodeSlots(slots)), partAssociatedData(m_id, "slots"))));
    KEYWARD_TRY(auto ringSealer, rootSealer(m_environment.context, m_root, "keyring"));
    KEYWARD_TRY(const auto ring, m_keyring->encode());
    KEYWARD_CHECK(putHeader("keyring", ringSealer.seal(ring.exposed(), partAssociatedData(m_id, "keyring"))));
    m_slots = slots;
    return {};
}

Status SqliteStore::sealEverythingAnew(Keyring &fresh, HashTree &tree)
{
    KEYWARD_TRY(auto query, m_database->query("SELECT id, revision, value FROM records"));
    KEYWARD_CHECK(m_database->step(query));
    KEYWARD_TRY(auto *update, m_database->prepared("UPDATE records SET revision=?, value=? WHERE id=?"));
    struct Row {
        RecordId id;
        std::uint64_t revision;
        Bytes sealed;
    };
    std::vector<Row> rows; // first read, then written: a table is not changed under its own scan
    Bytes plain;
    while (query.next()) {
        const auto idBytes = query.value(0).toByteArray();
        const auto sealed = query.value(2).toByteArray();
        const auto revision = query.value(1).toULongLong();
        RecordId id;
        std::ranges::copy(viewOf(idBytes), id.bytes.begin());
        if (m_keyring->openRecord(m_id, Purpose::Metadata, id, revision, viewOf(sealed), plain)) {
            rows.push_back({id, revision + 1, fresh.sealRecord(m_id, Purpose::Metadata, id, revision + 1, plain)});
        } else {
            KEYWARD_TRY(const auto secret, m_keyring->openSecretRecord(m_id, id, revision, viewOf(sealed)));
            rows.push_back({id, revision + 1, fresh.sealRecord(m_id, Purpose::KeyMaterial, id, revision + 1, secret.exposed())});
        }
    }
    query.finish();
    for (const auto &row : rows) {
        update->bindValue(0, static_cast<qulonglong>(row.revision));
        update->bindValue(1, bound(row.sealed));
        update->bindValue(2, bound(row.id.bytes));
        KEYWARD_CHECK(m_database->step(*update));
        HashTree::Tag tag{};
        std::ranges::copy(ByteView(row.sealed).last(tag.size()), tag.begin());
        tree.set(row.id, row.revision, tag);
    }
    return {};
}

Status SqliteStore::changeSlots(SlotChange change)
{
    const std::lock_guard lock(m_mutex);
    if (change.slots.empty())
        return fail(Code::LastSlot, m_file.string());
    KEYWARD_CHECK(m_database->begin());
    KEYWARD_TRY(auto oldRoot, m_root.clone());
    KEYWARD_TRY(auto oldRing, m_keyring->sibling());
    const auto oldSlots = m_slots;
    auto oldTree = std::move(m_tree);
    m_tree.reset();
    Head next = m_head;
    const auto write = [&]() -> Status {
        KEYWARD_TRY(const auto current, readHead(*m_database, *m_keyring));
        if (current.sequence != m_head.sequence)
            return fail(Code::Conflict, m_file.string());
        if (change.rotate) {
            KEYWARD_TRY(m_root, crypto::SecretBytes::random(32, *m_environment.context));
            KEYWARD_TRY(auto fresh, m_keyring->sibling());
            KEYWARD_CHECK(fresh.rotate());
            KEYWARD_CHECK(resetTree());
            KEYWARD_CHECK(sealEverythingAnew(fresh, *m_tree));
            fresh.forgetOld(Purpose::Metadata);
            fresh.forgetOld(Purpose::KeyMaterial); // the log stays as it was written, so its old keys stay too
            m_keyring = std::move(fresh);
            next.treeRoot = m_tree->root();
        } else {
            m_tree = std::move(oldTree);
        }
        if (change.kdf) KEYWARD_CHECK(putHeader("kdf", change.kdf->encode()));
        KEYWARD_CHECK(writeSlots(change.slots));
        WriteBatch batch;
        batch.audit.push_back(change.audit);
        KEYWARD_CHECK(writeAudit(batch, next));
        next.lastTime = change.now;
        KEYWARD_CHECK(writeHead(next));
        return m_database->commit();
    };
    if (auto written = write(); !written) {
        m_database->rollBack();
        m_root = std::move(oldRoot);
        m_keyring = std::move(oldRing);
        m_slots = oldSlots;
        if (oldTree) m_tree = std::move(oldTree);
        return written;
    }
    if (change.kdf) m_kdf = *change.kdf;
    m_head = next;
    if (m_mark) m_mark->raise(m_head);
    return change.rotate ? m_database->run("PRAGMA wal_checkpoint(TRUNCATE)") : Status{};
}

Status SqliteStore::addPassphrase(const crypto::SecretBytes &passphrase, std::string label, Bytes audit, Instant now)
{
    if (passphrase.size() < leastPassphrase)
        return fail(Code::PassphraseTooShort, {}, {std::to_string(leastPassphrase)});
    KEYWARD_TRY(const auto secret, passphraseSecret(m_kdf, passphrase));
    return addSecretSlot(SlotKind::Passphrase, secret, std::move(label), std::move(audit), now);
}

Status SqliteStore::addSecretSlot(SlotKind kind, const crypto::SecretBytes &secret, std::string label, Bytes audit, Instant now)
{
    auto &context = *m_environment.context;
    Slot slot{context.id<SlotId>(), kind, std::move(label), now, {}};
    KEYWARD_TRY(auto pair, slotKeyPair(context, slot.id, secret));
    slot.publicKey = std::move(pair.publicKey);
    auto all = slots();
    all.push_back(std::move(slot));
    return changeSlots({std::move(all), false, std::move(audit), now, {}});
}

Status SqliteStore::removeSlots(const std::vector<SlotId> &ids, Bytes audit, Instant now)
{
    auto left = slots();
    std::erase_if(left, [&](const Slot &slot) { return std::ranges::contains(ids, slot.id); });
    return changeSlots({std::move(left), true, std::move(audit), now, {}});
}

Status SqliteStore::replacePassphrase(const crypto::SecretBytes &passphrase, std::optional<crypto::Argon2Parameters> parameters, Bytes audit, Instant now)
{
    if (passphrase.size() < leastPassphrase)
        return fail(Code::PassphraseTooShort, {}, {std::to_string(leastPassphrase)});
    auto &context = *m_environment.context;
    auto kdf = m_kdf;
    if (parameters) kdf.parameters = *parameters;
    KEYWARD_CHECK(kdf.parameters.check());
    auto all = slots();
    const auto others = std::ranges::count_if(all, [&](const Slot &slot) { return slot.kind == SlotKind::Passphrase && slot.id != m_openedBy; });
    // Passphrases share salt and parameters; both can only change where no other passphrase would be lost by it.
    if (others > 0 && parameters && *parameters != m_kdf.parameters)
        return fail(Code::KdfOutOfBounds, parameters->text(), {"another passphrase shares the parameters in use; remove it first"});
    if (others == 0) context.fill(kdf.salt);
    KEYWARD_TRY(const auto secret, passphraseSecret(kdf, passphrase));
    std::erase_if(all, [&](const Slot &slot) { return slot.kind == SlotKind::Passphrase && (slot.id == m_openedBy || others == 0); });
    Slot slot{context.id<SlotId>(), SlotKind::Passphrase, "passphrase", now, {}};
    KEYWARD_TRY(auto pair, slotKeyPair(context, slot.id, secret));
    slot.publicKey = std::move(pair.publicKey);
    const auto id = slot.id;
    all.push_back(std::move(slot));
    KEYWARD_CHECK(changeSlots({std::move(all), true, std::move(audit), now, kdf}));
    m_openedBy = id;
    return {};
}

Status SqliteStore::copyTo(const std::filesystem::path &target)
{
    const std::lock_guard lock(m_mutex);
    if (pathExists(target))
        return fail(Code::FileExists, target.string());
    const auto part = target.string() + ".part";
    ::unlink(part.c_str());
    KEYWARD_TRY(auto query, m_database->query("VACUUM INTO ?"));
    query.bindValue(0, QString::fromStdString(part));
    const auto oldMask = ::umask(077);
    auto copied = m_database->step(query);
    ::umask(oldMask);
    const int descriptor = copied ? ::open(part.c_str(), O_RDONLY | O_CLOEXEC) : -1;
    const bool durable = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (!durable || ::link(part.c_str(), target.c_str()) != 0) {
        ::unlink(part.c_str());
        return copied ? fail(Code::Io, target.string(), {"the copy could not be finished"}) : copied;
    }
    ::unlink(part.c_str());
    return {};
}

} // namespace keyward::keystore
