// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The ways to unlock a store, and its keys when one of them is taken away; copies while it is open.

#include "backend/keystore/sqlite_store.h"
#include "backend/keystore/store_parts.h"
#include "backend/keystore/unfinished_copy.h"

#include <algorithm>

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

Result<Cover> SqliteStore::writeSlots(const std::vector<Slot> &slots)
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
    return writeSums(*m_database, *m_sha);
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
            KEYWARD_TRY(auto anew, fresh.sealRecord(m_id, Purpose::Metadata, id, revision + 1, plain));
            rows.push_back({id, revision + 1, std::move(anew)});
        } else {
            KEYWARD_TRY(const auto secret, m_keyring->openSecretRecord(m_id, id, revision, viewOf(sealed)));
            KEYWARD_TRY(auto anew, fresh.sealRecord(m_id, Purpose::KeyMaterial, id, revision + 1, secret.exposed()));
            rows.push_back({id, revision + 1, std::move(anew)});
        }
    }
    KEYWARD_CHECK(m_database->ended(query)); // a row not read would be lost under the old key
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
    if (change.slots.empty()) return fail(Code::LastSlot, m_path.text());
    KEYWARD_CHECK(mayWrite());
    KEYWARD_TRY(auto oldRoot, m_root.clone());
    KEYWARD_TRY(auto oldRing, m_keyring->sibling());
    KEYWARD_CHECK(m_database->begin());
    const auto oldSlots = m_slots;
    auto oldTree = std::move(m_tree);
    m_tree.reset();
    Head next = m_head;
    auto cover = m_cover;
    const auto write = [&]() -> Status {
        KEYWARD_TRY(const auto current, readHead(*m_database, *m_keyring));
        if (current.head.sequence != m_head.sequence) return fail(Code::Conflict, m_path.text());
        if (m_cover) KEYWARD_CHECK(checkCover()); // nothing that a stranger put there is sealed with it
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
            oldTree.reset(); // moved from, it would still count as one
        }
        if (change.kdf) KEYWARD_CHECK(putHeader("kdf", change.kdf->encode()));
        KEYWARD_TRY(cover, writeSlots(change.slots));
        WriteBatch batch;
        batch.audit.push_back(change.audit);
        KEYWARD_CHECK(writeAudit(batch, next));
        next.lastTime = change.now;
        KEYWARD_CHECK(writeHead(next, *cover));
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
    m_cover = cover;
    m_headEdition = currentHeadEdition;
    KEYWARD_CHECK(keepMark(m_head));
    return change.rotate ? m_database->run("PRAGMA wal_checkpoint(TRUNCATE)") : Status{};
}

Status SqliteStore::addPassphrase(const crypto::SecretBytes &passphrase, std::string label, Bytes audit, Instant now)
{
    if (passphrase.size() < leastPassphrase)
        return fail(Code::PassphraseTooShort, {}, {std::to_string(leastPassphrase)});
    KEYWARD_TRY(const auto secret, passphraseSecret(m_kdf, passphrase));
    return addSecretSlot(SlotKind::Passphrase, secret, std::move(label), std::move(audit), now);
}

Status SqliteStore::addSecretSlot(SlotKind kind, const crypto::SecretBytes &secret, std::string label, Bytes audit,
                                  Instant now)
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

Status SqliteStore::replacePassphrase(const crypto::SecretBytes &passphrase,
                                      std::optional<crypto::Argon2Parameters> parameters, Bytes audit, Instant now)
{
    if (passphrase.size() < leastPassphrase)
        return fail(Code::PassphraseTooShort, {}, {std::to_string(leastPassphrase)});
    auto &context = *m_environment.context;
    auto kdf = m_kdf;
    if (parameters) kdf.parameters = *parameters;
    KEYWARD_CHECK(kdf.parameters.check());
    auto all = slots();
    const auto others = std::ranges::count_if(
        all, [&](const Slot &slot) { return slot.kind == SlotKind::Passphrase && slot.id != m_openedBy; });
    // Passphrases share salt and parameters; both can only change where no other passphrase would be lost by it.
    if (others > 0 && parameters && *parameters != m_kdf.parameters)
        return fail(Code::KdfOutOfBounds, parameters->text(),
                    {"another passphrase shares the parameters in use; remove it first"});
    if (others == 0) context.fill(kdf.salt);
    KEYWARD_TRY(const auto secret, passphraseSecret(kdf, passphrase));
    std::erase_if(all, [&](const Slot &slot) {
        return slot.kind == SlotKind::Passphrase && (slot.id == m_openedBy || others == 0);
    });
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
    if (target.empty()) return fail(Code::Usage, {}, {"The copy needs the name of a new file."});
    std::error_code error;
    if (std::filesystem::symlink_status(target, error).type() != std::filesystem::file_type::not_found)
        return fail(Code::FileExists, target.string());
    if (m_path.holds(target)) return fail(Code::TargetInStore, target.string(), {folder().string()});
    KEYWARD_TRY(auto copy, UnfinishedCopy::begin(m_path, target, *m_environment.context));
    {
        const std::lock_guard lock(m_mutex);
        KEYWARD_TRY(auto query, m_database->query("VACUUM INTO ?"));
        query.bindValue(0, QString::fromStdString(copy.part().string()));
        if (auto copied = m_database->step(query); !copied) {
            using enum Code;
            for (const auto code :
                 {NoSpace, FileTooLarge, ReadOnly, Io}) // only the target is written to, so it is its disk
                if (copied.error().code == code) copied.error().target = target.string();
            return copied;
        }
    }
    return copy.finish();
}

std::vector<std::filesystem::path> SqliteStore::clearLeftovers()
{
    return m_unwritable ? std::vector<std::filesystem::path>{} : UnfinishedCopy::clear(m_path);
}

} // namespace keyward::keystore
