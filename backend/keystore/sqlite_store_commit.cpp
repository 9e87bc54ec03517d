// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writing: one transaction saves records, log entries and the head that binds them.

#include "backend/keystore/sqlite_store.h"
#include "backend/keystore/store_parts.h"

#include <algorithm>
#include <cassert>

namespace keyward::keystore {
namespace {

HashTree::Tag tagOf(ByteView sealed)
{
    HashTree::Tag tag{};
    std::ranges::copy(sealed.last(tag.size()), tag.begin());
    return tag;
}

} // namespace

Status SqliteStore::commit(const WriteBatch &batch)
{
    const std::lock_guard lock(m_mutex);
    return commitLocked(batch);
}

Status SqliteStore::commitLocked(const WriteBatch &batch)
{
    assert(!batch.audit.empty());
    KEYWARD_CHECK(mayWrite());
    KEYWARD_CHECK(m_database->begin());
    Head next = m_head;
    auto cover = m_cover;
    std::vector<std::pair<RecordId, std::optional<HashTree::State>>> undo;
    const auto write = [&]() -> Status {
        KEYWARD_TRY(const auto current, readHead(*m_database, *m_keyring));
        if (current.head.sequence != m_head.sequence) return fail(Code::Conflict, m_path.text());
        if (!cover) { // a head of format 1: the slots are sealed anew, so that what it covers from now on is known to
                      // open
            KEYWARD_TRY(cover, writeSlots(m_slots));
        }
        KEYWARD_CHECK(writeRecords(batch, next, undo));
        KEYWARD_CHECK(writeAudit(batch, next));
        if (!undo.empty()) next.treeRoot = m_tree->root();
        next.lastTime = batch.now;
        KEYWARD_CHECK(writeHead(next, *cover));
        return m_database->commit();
    };
    if (auto written = write(); !written) {
        m_database->rollBack();
        undoTree(undo);
        return written;
    }
    if (auto kept = keepMark(next); !kept) { // saved all the same: found by refresh(), like a change of another process
        undoTree(undo);
        return kept;
    }
    m_head = next;
    m_cover = cover;
    m_headEdition = currentHeadEdition;
    return {};
}

Status SqliteStore::writeRecords(const WriteBatch &batch, Head &next,
                                 std::vector<std::pair<RecordId, std::optional<HashTree::State>>> &undo)
{
    for (const auto &put : batch.puts) {
        const auto before = m_tree->find(put.id);
        const auto revision = before ? before->revision + 1 : 1;
        const auto content = put.purpose == Purpose::KeyMaterial ? put.secret.exposed() : ByteView(put.plain);
        KEYWARD_TRY(const auto sealed, m_keyring->sealRecord(m_id, put.purpose, put.id, revision, content));
        KEYWARD_TRY(auto *query, m_database->prepared("INSERT OR REPLACE INTO records VALUES(?,?,?)"));
        query->bindValue(0, bound(put.id.bytes));
        query->bindValue(1, static_cast<qulonglong>(revision));
        query->bindValue(2, bound(sealed));
        KEYWARD_CHECK(m_database->step(*query));
        undo.emplace_back(put.id, before);
        m_tree->set(put.id, revision, tagOf(sealed));
        if (!before && put.purpose == Purpose::Metadata) ++next.metadataRecords;
    }
    for (const auto &id : batch.erases) {
        const auto before = m_tree->find(id);
        if (!before) continue;
        KEYWARD_TRY(auto *query, m_database->prepared("DELETE FROM records WHERE id=?"));
        query->bindValue(0, bound(id.bytes));
        KEYWARD_CHECK(m_database->step(*query));
        undo.emplace_back(id, before);
        m_tree->remove(id);
    }
    next.metadataRecords -= static_cast<std::uint64_t>(batch.erasedMetadata);
    return {};
}

Status SqliteStore::writeAudit(const WriteBatch &batch, Head &next)
{
    AuditEnvelope envelope;
    for (const auto &put : batch.puts) envelope.changed.emplace_back(put.id, put.purpose);
    for (const auto &id : batch.erases) envelope.changed.emplace_back(id, Purpose::Metadata);
    Bytes salts(batch.audit.size() * std::tuple_size_v<decltype(Leaf::salt)>);
    m_environment.context->fill(salts);
    auto unused = salts.begin();
    for (const auto &payload : batch.audit) {
        envelope.previous = next.auditHash;
        envelope.payload = payload;
        auto &leaf = envelope.leaf.emplace();
        unused = std::ranges::copy_n(unused, std::ssize(leaf.salt), leaf.salt.begin()).in;
        leaf.hash = leafHash(*m_sha, leaf.salt, payload);
        const auto sealed = m_keyring->sealAudit(m_id, ++next.sequence, encodeEnvelope(envelope));
        envelope.changed.clear(); // named once, by the first entry of the transaction
        KEYWARD_TRY(auto *query, m_database->prepared("INSERT INTO audit VALUES(?,?)"));
        query->bindValue(0, static_cast<qulonglong>(next.sequence));
        query->bindValue(1, bound(sealed));
        KEYWARD_CHECK(m_database->step(*query));
        next.auditHash = auditHash(*m_sha, next.sequence, sealed);
    }
    return {};
}

void SqliteStore::undoTree(const std::vector<std::pair<RecordId, std::optional<HashTree::State>>> &undo)
{
    for (auto step = undo.rbegin(); step != undo.rend(); ++step) {
        if (step->second)
            m_tree->set(step->first, step->second->revision, step->second->tag);
        else
            m_tree->remove(step->first);
    }
}

Result<std::vector<std::pair<RecordId, Purpose>>> SqliteStore::changedSince(const Head &known, const Head &now)
{
    std::vector<std::pair<RecordId, Purpose>> changed;
    KEYWARD_TRY(
        auto query,
        m_database->query("SELECT sequence, value FROM audit WHERE sequence>? AND sequence<=? ORDER BY sequence"));
    query.bindValue(0, static_cast<qulonglong>(known.sequence));
    query.bindValue(1, static_cast<qulonglong>(now.sequence));
    KEYWARD_CHECK(m_database->step(query));
    auto previous = known.auditHash;
    auto expected = known.sequence;
    while (query.next()) {
        const auto sequence = query.value(0).toULongLong();
        const auto sealed = query.value(1).toByteArray();
        Bytes plain;
        AuditEnvelope envelope;
        const bool opened = sequence == ++expected && m_keyring->openAudit(m_id, sequence, viewOf(sealed), plain);
        if (opened) KEYWARD_CHECK(decodeEnvelope(sequence, plain, envelope));
        if (!opened || envelope.previous != previous)
            return fail(Code::AuditTampered, std::to_string(expected), {"it does not follow its predecessor"});
        previous = auditHash(*m_sha, sequence, viewOf(sealed));
        changed.insert(changed.end(), envelope.changed.begin(), envelope.changed.end());
    }
    KEYWARD_CHECK(m_database->ended(query));
    if (expected != now.sequence || previous != now.auditHash)
        return fail(Code::AuditTampered, std::to_string(expected),
                    {"the log does not end where the store's head says"});
    return changed;
}

Result<std::vector<RecordChange>> SqliteStore::refresh()
{
    const std::lock_guard lock(m_mutex);
    KEYWARD_CHECK(m_database->beginRead());
    std::vector<RecordChange> out;
    Head now;
    std::optional<Cover> cover;
    auto edition = m_headEdition;
    auto slots = m_slots;
    const auto read = [&]() -> Status {
        KEYWARD_TRY(const auto newest, readHead(*m_database, *m_keyring));
        now = newest.head;
        cover = newest.cover;
        edition = newest.edition;
        if (now.sequence == m_head.sequence) return {};
        if (cover && cover != m_cover) { // another process changed the ways to unlock
            KEYWARD_TRY(const auto found, coverOf(*m_database, *m_sha));
            KEYWARD_CHECK(compareCover(found, *cover, file()));
            KEYWARD_TRY(slots, sealedSlotList());
        }
        KEYWARD_TRY(auto changed, changedSince(m_head, now));
        std::ranges::sort(changed);
        changed.erase(std::ranges::unique(changed).begin(), changed.end());
        for (const auto &[id, purpose] : changed) {
            KEYWARD_TRY(auto *query, m_database->prepared("SELECT revision, value FROM records WHERE id=?"));
            query->bindValue(0, bound(id.bytes));
            KEYWARD_CHECK(m_database->step(*query));
            RecordChange change{id, !query->next(), {}};
            if (change.erased) KEYWARD_CHECK(m_database->ended(*query));
            if (change.erased) {
                m_tree->remove(id);
            } else {
                const auto revision = query->value(0).toULongLong();
                const auto sealed = query->value(1).toByteArray();
                m_tree->set(id, revision, tagOf(viewOf(sealed)));
                if (purpose == Purpose::Metadata &&
                    !m_keyring->openRecord(m_id, purpose, id, revision, viewOf(sealed), change.plain))
                    return fail(Code::RecordTampered, id.text());
            }
            query->finish();
            if (change.erased || purpose == Purpose::Metadata) out.push_back(std::move(change));
        }
        if (m_tree->root() != now.treeRoot) return fail(Code::TreeMismatch, m_path.text());
        return {};
    };
    const auto done = read();
    m_database->rollBack();
    if (!done) return std::unexpected(done.error());
    m_head = now;
    m_cover = cover;
    m_headEdition = edition;
    m_slots = std::move(slots);
    return out;
}

} // namespace keyward::keystore
