// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading everything: at opening on two threads, and for verification.

#include "backend/keystore/schema.h"
#include "backend/keystore/sqlite_store.h"
#include "backend/keystore/store_parts.h"

#include <algorithm>
#include <array>
#include <thread>

namespace keyward::keystore {

/// What one thread found in its half of the records.
struct LoadedPart {
    struct Row {
        RecordId id;
        std::uint64_t revision;
        HashTree::Tag tag;
    };
    std::vector<Row> rows;
    std::vector<Row> unopened; ///< key material, or damaged
    std::uint64_t metadata = 0;
    Head head;
    std::optional<Cover> cover;
    unsigned headEdition = 0;
    Status status;
};

namespace {

constexpr qulonglong worthTwoThreads = 2'000;

} // namespace

Status SqliteStore::loadRange(unsigned part, unsigned parts, Database &database, Keyring &keyring,
                              const RecordVisitor &visit, LoadedPart &out)
{
    KEYWARD_CHECK(database.beginRead());
    KEYWARD_TRY(const auto current, readHead(database, keyring));
    out.head = current.head;
    out.cover = current.cover;
    out.headEdition = current.edition;
    const std::array<std::uint8_t, 1> middle{0x80};
    const auto *sql = parts == 1  ? "SELECT id, revision, value FROM records"
                      : part == 0 ? "SELECT id, revision, value FROM records WHERE id<?"
                                  : "SELECT id, revision, value FROM records WHERE id>=?";
    KEYWARD_TRY(auto query, database.query(sql));
    if (parts == 2) query.bindValue(0, bound(middle));
    KEYWARD_CHECK(database.step(query));
    Bytes plain;
    while (query.next()) {
        const auto id = query.value(0).toByteArray();
        const auto sealed = query.value(2).toByteArray();
        if (id.size() != 16 || sealed.size() < static_cast<qsizetype>(crypto::Sealer::overhead))
            return fail(Code::RecordTampered, toHex(viewOf(id)));
        LoadedPart::Row row{{}, query.value(1).toULongLong(), {}};
        std::ranges::copy(viewOf(id), row.id.bytes.begin());
        std::ranges::copy(viewOf(sealed).last(row.tag.size()), row.tag.begin());
        out.rows.push_back(row);
        if (!keyring.openRecord(m_id, Purpose::Metadata, row.id, row.revision, viewOf(sealed), plain)) {
            out.unopened.push_back(row);
            continue;
        }
        ++out.metadata;
        KEYWARD_CHECK(visit(part, row.id, plain));
    }
    return database.ended(query);
}

Status SqliteStore::load(const RecordVisitor &visit)
{
    const std::lock_guard lock(m_mutex);
    KEYWARD_TRY(auto count, m_database->query("SELECT count(*) FROM (SELECT 1 FROM records LIMIT 2001)"));
    KEYWARD_CHECK(m_database->step(count));
    const bool two = count.next() && count.value(0).toULongLong() > worthTwoThreads;
    count.finish();
    std::array<LoadedPart, 2> parts;
    KEYWARD_CHECK(resetTree());
    const auto run = [&](unsigned part, unsigned of) -> Status {
        KEYWARD_TRY(auto database, another());
        KEYWARD_TRY(auto keyring, m_keyring->sibling());
        return loadRange(part, of, *database, keyring, visit, parts[part]);
    };
    if (two) {
        std::jthread other([&] { parts[1].status = run(1, 2); });
        parts[0].status = run(0, 2);
    } else {
        parts[0].status = run(0, 1);
        parts[1].head = parts[0].head;
        parts[1].cover = parts[0].cover;
    }
    for (const auto &part : parts) KEYWARD_CHECK(part.status);
    if (parts[0].head.sequence != parts[1].head.sequence) // another process wrote between the two snapshots
        return fail(Code::Conflict, m_path.text());
    m_head = parts[0].head;
    m_cover = parts[0].cover;
    m_headEdition = parts[0].headEdition;
    for (const auto &part : parts)
        for (const auto &row : part.rows) m_tree->set(row.id, row.revision, row.tag);
    if (m_tree->root() != m_head.treeRoot) return fail(Code::TreeMismatch, m_path.text());
    if (parts[0].metadata + parts[1].metadata == m_head.metadataRecords) return {};
    for (const auto &part : parts) // all rows are there, so one of them was altered inside its seal
        for (const auto &row : part.unopened) {
            KEYWARD_TRY(auto *query, m_database->prepared("SELECT value FROM records WHERE id=?"));
            query->bindValue(0, bound(row.id.bytes));
            KEYWARD_CHECK(m_database->step(*query));
            const auto sealed = query->next() ? query->value(0).toByteArray() : QByteArray();
            query->finish();
            if (!m_keyring->openSecretRecord(m_id, row.id, row.revision, viewOf(sealed)))
                return fail(Code::RecordTampered, row.id.text());
        }
    return fail(Code::TreeMismatch, m_path.text());
}

/// Head, header and slots of one moment against each other.
Status SqliteStore::verifyCover()
{
    KEYWARD_CHECK(m_database->beginRead());
    const auto compare = [&]() -> Status {
        KEYWARD_TRY(const auto sealed, readHead(*m_database, *m_keyring));
        if (!sealed.cover) return {};
        KEYWARD_TRY(const auto found, checkedCover(*m_database, *m_sha));
        return compareCover(found, *sealed.cover, file());
    };
    const auto done = compare();
    m_database->rollBack();
    return done;
}

Status SqliteStore::verifyRecords()
{
    KEYWARD_CHECK(load([](unsigned, const RecordId &, ByteView) -> Status { return {}; }));
    const std::lock_guard lock(m_mutex);
    KEYWARD_CHECK(checkSchema(*m_database));
    KEYWARD_CHECK(verifyCover());
    KEYWARD_TRY(auto query, m_database->query("SELECT id, revision, value FROM records"));
    KEYWARD_CHECK(m_database->step(query));
    Bytes plain;
    while (query.next()) {
        RecordId id;
        const auto idBytes = query.value(0).toByteArray();
        std::ranges::copy(viewOf(idBytes), id.bytes.begin());
        const auto sealed = query.value(2).toByteArray();
        const auto revision = query.value(1).toULongLong();
        if (!m_keyring->openRecord(m_id, Purpose::Metadata, id, revision, viewOf(sealed), plain) &&
            !m_keyring->openSecretRecord(m_id, id, revision, viewOf(sealed)))
            return fail(Code::RecordTampered, id.text());
    }
    KEYWARD_CHECK(m_database->ended(query));
    KEYWARD_TRY(auto check, m_database->query("PRAGMA integrity_check"));
    KEYWARD_CHECK(m_database->step(check));
    if (!check.next() || check.value(0).toString() != QStringLiteral("ok"))
        return fail(Code::StoreDamaged, m_path.text(),
                    {said("SQLite finds it malformed: {0}", check.value(0).toString().toStdString())});
    return {};
}

} // namespace keyward::keystore
