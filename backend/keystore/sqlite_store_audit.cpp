// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The audit log: reading pages of it, and proving that nothing in it was altered, removed or reordered.

#include "backend/keystore/sqlite_store.h"
#include "backend/keystore/store_parts.h"

#include <array>
#include <thread>

namespace keyward::keystore {

Result<std::vector<AuditRow>> SqliteStore::auditRows(const char *sql, std::uint64_t bound_, std::size_t limit)
{
    const std::lock_guard lock(m_mutex);
    KEYWARD_TRY(auto query, m_database->query(sql));
    query.bindValue(0, static_cast<qulonglong>(bound_));
    query.bindValue(1, static_cast<qulonglong>(limit));
    KEYWARD_CHECK(m_database->step(query));
    std::vector<AuditRow> rows;
    Bytes plain;
    while (query.next()) {
        AuditRow row{.sequence = query.value(0).toULongLong(), .payload = {}, .leaf = {}};
        const auto sealed = query.value(1).toByteArray();
        AuditEnvelope envelope;
        if (!m_keyring->openAudit(m_id, row.sequence, viewOf(sealed), plain))
            return fail(Code::AuditTampered, std::to_string(row.sequence), {"its seal does not fit"});
        KEYWARD_CHECK(decodeEnvelope(row.sequence, plain, envelope));
        row.payload = std::move(envelope.payload);
        row.leaf = envelope.leaf;
        row.hash = auditHash(*m_sha, row.sequence, viewOf(sealed));
        row.previous = envelope.previous;
        rows.push_back(std::move(row));
    }
    KEYWARD_CHECK(m_database->ended(query));
    return rows;
}

Result<std::vector<AuditRow>> SqliteStore::auditFrom(std::uint64_t first, std::size_t limit)
{
    return auditRows("SELECT sequence, value FROM audit WHERE sequence>=? ORDER BY sequence LIMIT ?", first, limit);
}

Result<std::vector<AuditRow>> SqliteStore::auditBefore(std::uint64_t last, std::size_t limit)
{
    return auditRows("SELECT sequence, value FROM audit WHERE sequence<=? ORDER BY sequence DESC LIMIT ?", last, limit);
}

Result<crypto::Digest> SqliteStore::auditHashAt(std::uint64_t sequence)
{
    const std::lock_guard lock(m_mutex);
    KEYWARD_TRY(auto *query, m_database->prepared("SELECT value FROM audit WHERE sequence=?"));
    query->bindValue(0, static_cast<qulonglong>(sequence));
    KEYWARD_CHECK(m_database->step(*query));
    if (!query->next()) {
        KEYWARD_CHECK(m_database->ended(*query));
        query->finish();
        return fail(Code::AuditTampered, std::to_string(sequence), {"it is missing"});
    }
    const auto sealed = query->value(0).toByteArray();
    query->finish();
    return auditHash(*m_sha, sequence, viewOf(sealed));
}

Status SqliteStore::verifyAuditRange(std::uint64_t first, std::uint64_t last)
{
    KEYWARD_TRY(auto database, another());
    KEYWARD_TRY(auto keyring, m_keyring->sibling());
    crypto::Sha256 sha(*m_environment.context);
    crypto::Digest previous{};
    // Each stored link is checked from its stored predecessor, so ranges can be checked side by side.
    const auto start = first > 1 ? first - 1 : first;
    KEYWARD_TRY(auto rows,
                database->rows("SELECT sequence, value FROM audit WHERE sequence>=? AND sequence<=? ORDER BY sequence",
                               {start, last}));
    auto expected = start;
    Bytes plain;
    AuditEnvelope envelope;
    for (; rows.next(); ++expected) {
        const auto sequence = rows.number(0);
        const auto sealed = rows.bytes(1);
        if (sequence != expected) return fail(Code::AuditTampered, std::to_string(expected), {"it was removed"});
        if (sequence >= first) {
            if (!keyring.openAudit(m_id, sequence, sealed, plain))
                return fail(Code::AuditTampered, std::to_string(sequence), {"its contents or its place were changed"});
            KEYWARD_CHECK(decodeEnvelope(sequence, plain, envelope));
            if (envelope.previous != previous)
                return fail(Code::AuditTampered, std::to_string(sequence - 1),
                            {"the entry after it names another one"});
            if (envelope.leaf && leafHash(sha, envelope.leaf->salt, envelope.payload) != envelope.leaf->hash)
                return fail(Code::AuditTampered, std::to_string(sequence),
                            {"its leaf hash is not that of its contents"});
        }
        previous = auditHash(sha, sequence, sealed);
    }
    KEYWARD_CHECK(rows.ended());
    if (expected != last + 1) return fail(Code::AuditTampered, std::to_string(expected), {"it was removed"});
    if (last == m_head.sequence && previous != m_head.auditHash)
        return fail(Code::AuditTampered, std::to_string(last), {"the store's head names another one"});
    return {};
}

Status SqliteStore::verifyAudit()
{
    const std::lock_guard lock(m_mutex);
    const auto last = m_head.sequence;
    if (last == 0) return {};
    KEYWARD_TRY(auto beyond, m_database->query("SELECT count(*) FROM audit WHERE sequence>? OR sequence<1"));
    KEYWARD_TRY(const auto now, readHead(*m_database, *m_keyring));
    beyond.bindValue(0, static_cast<qulonglong>(now.head.sequence));
    KEYWARD_CHECK(m_database->step(beyond));
    if (beyond.next() && beyond.value(0).toULongLong() != 0)
        return fail(Code::AuditTampered, std::to_string(now.head.sequence + 1), {"it was added outside Keyward"});
    beyond.finish();
    const auto middle = last / 2;
    if (last < 1000) return verifyAuditRange(1, last);
    Status second;
    Status first;
    {
        std::jthread other([&] { second = verifyAuditRange(middle + 1, last); });
        first = verifyAuditRange(1, middle);
    }
    KEYWARD_CHECK(first);
    return second;
}

} // namespace keyward::keystore
