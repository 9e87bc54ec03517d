// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/object_index.h"

#include <algorithm>
#include <array>

namespace keyward::protection {

using namespace estate;
using sqlcipher::Value;
using Mode = sqlcipher::Database::Mode;

namespace {

constexpr std::int64_t indexFormat = 2;

constexpr const char *indexTables[] = {
    "CREATE TABLE objects(path TEXT PRIMARY KEY, file BLOB NOT NULL UNIQUE, bytes INTEGER NOT NULL, segments INTEGER "
    "NOT NULL, stored INTEGER NOT NULL, written INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE loose(file BLOB PRIMARY KEY) WITHOUT ROWID",
};
constexpr const char *snapshotTables[] = {
    // since format 2
    "CREATE TABLE snapshots(id BLOB PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE snapshot_objects(snapshot BLOB NOT NULL, path TEXT NOT NULL, file BLOB NOT NULL, bytes INTEGER NOT "
    "NULL, segments INTEGER NOT NULL, stored INTEGER NOT NULL, written INTEGER NOT NULL, PRIMARY KEY(snapshot, path)) "
    "WITHOUT ROWID",
    "CREATE INDEX snapshot_files ON snapshot_objects(file)",
    "PRAGMA user_version=2",
};

Value blobOf(const RecordId &id) { return Bytes(id.bytes.begin(), id.bytes.end()); }

std::optional<RecordId> fileIn(const Value &value)
{
    RecordId out;
    const auto *bytes = std::get_if<Bytes>(&value);
    if (!bytes || bytes->size() != out.bytes.size()) return {};
    std::ranges::copy(*bytes, out.bytes.begin());
    return out;
}

std::unexpected<Error> misshapen() { return fail(Code::DatabaseDamaged, {}, {"a row is not of its table's form"}); }

/// Columns: path, file, bytes, segments, stored, written.
std::optional<ObjectIndex::Entry> entryIn(const std::vector<Value> &row)
{
    if (row.size() != 6) return {};
    const auto *path = std::get_if<std::string>(&row[0]);
    const auto file = fileIn(row[1]);
    std::array<std::int64_t, 4> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto *number = std::get_if<std::int64_t>(&row[i + 2]);
        if (!number) return {};
        numbers[i] = *number;
    }
    if (!path || !file) return {};
    auto name = ObjectPath::from(*path);
    if (!name) return {};
    return ObjectIndex::Entry{.object = {.path = *std::move(name),
                                         .bytes = static_cast<std::uint64_t>(numbers[0]),
                                         .written = Instant(Millis(numbers[3]))},
                              .file = *file,
                              .segments = static_cast<std::uint64_t>(numbers[1]),
                              .storedBytes = static_cast<std::uint64_t>(numbers[2])};
}

} // namespace

Result<ObjectIndex> ObjectIndex::create(const std::filesystem::path &file, const crypto::SecretBytes &key)
{
    KEYWARD_TRY(auto database, sqlcipher::Database::open(file, &key, Mode::Create));
    ObjectIndex out(std::move(database));
    const auto makeTables = [&]() -> Status {
        KEYWARD_CHECK(out.run(indexTables));
        return out.run(snapshotTables);
    };
    KEYWARD_CHECK(out.together(makeTables));
    return out;
}

Result<ObjectIndex> ObjectIndex::open(const std::filesystem::path &file, const crypto::SecretBytes &key)
{
    KEYWARD_TRY(auto database, sqlcipher::Database::open(file, &key, Mode::Write));
    ObjectIndex out(std::move(database));
    KEYWARD_TRY(auto format, out.format());
    if (format == 1) {
        const auto upgrade = [&]() -> Status { // what another process may have done just now
            KEYWARD_TRY(format, out.format());
            return format == 1 ? out.run(snapshotTables) : Status{};
        };
        KEYWARD_CHECK(out.together(upgrade));
        KEYWARD_TRY(format, out.format());
    }
    if (format > indexFormat) return fail(Code::StoreNewer, file.string(), {"index of files"});
    if (format != indexFormat) return fail(Code::DatabaseDamaged, file.string(), {"it is no index of files"});
    return out;
}

Status ObjectIndex::run(std::span<const char *const> statements)
{
    for (const auto *sql : statements) KEYWARD_CHECK(m_database->change(sql));
    return {};
}

Result<std::int64_t> ObjectIndex::format()
{
    KEYWARD_TRY(const auto found, m_database->ours("PRAGMA user_version"));
    const auto *format = found.rows.size() == 1 ? std::get_if<std::int64_t>(&found.rows.front().front()) : nullptr;
    return format ? *format : 0;
}

Result<std::vector<ObjectIndex::Entry>> ObjectIndex::entries(const char *sql, std::span<const Value> values)
{
    KEYWARD_TRY(const auto found, m_database->ours(sql, values));
    std::vector<Entry> out;
    out.reserve(found.rows.size());
    for (const auto &row : found.rows) {
        auto entry = entryIn(row);
        if (!entry) return misshapen();
        out.push_back(*std::move(entry));
    }
    return out;
}

Result<std::optional<ObjectIndex::Entry>> ObjectIndex::at(const ObjectPath &path)
{
    const std::array<Value, 1> values{path.text()};
    KEYWARD_TRY(auto found,
                entries("SELECT path, file, bytes, segments, stored, written FROM objects WHERE path=?", values));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Result<std::vector<ObjectIndex::Entry>> ObjectIndex::beginningWith(const std::string &prefix, std::int64_t most)
{
    const std::array<Value, 3> values{prefix, prefix, most};
    return entries("SELECT path, file, bytes, segments, stored, written FROM objects "
                   "WHERE substr(path, 1, length(?))=? ORDER BY path LIMIT ?",
                   values);
}

Status ObjectIndex::put(const Entry &entry)
{
    const auto number = [](std::uint64_t value) { return static_cast<std::int64_t>(value); };
    const std::array<Value, 6> values{
        entry.object.path.text(),   blobOf(entry.file),
        number(entry.object.bytes), number(entry.segments),
        number(entry.storedBytes),  std::int64_t{entry.object.written.time_since_epoch().count()}};
    return m_database->change(
        "INSERT OR REPLACE INTO objects(path, file, bytes, segments, stored, written) VALUES(?,?,?,?,?,?)", values);
}

Status ObjectIndex::remove(const ObjectPath &path)
{
    const std::array<Value, 1> values{path.text()};
    return m_database->change("DELETE FROM objects WHERE path=?", values);
}

Status ObjectIndex::addLoose(const RecordId &file)
{
    const std::array<Value, 1> values{blobOf(file)};
    return m_database->change("INSERT INTO loose(file) VALUES(?)", values);
}

Status ObjectIndex::release(const RecordId &file)
{
    const std::array<Value, 2> values{blobOf(file), blobOf(file)};
    return m_database->change(
        "INSERT INTO loose(file) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM snapshot_objects WHERE file=?)", values);
}

Result<bool> ObjectIndex::isLoose(const RecordId &file)
{
    const std::array<Value, 1> values{blobOf(file)};
    KEYWARD_TRY(const auto found, m_database->ours("SELECT 1 FROM loose WHERE file=?", values));
    return !found.rows.empty();
}

Status ObjectIndex::removeLoose(const RecordId &file)
{
    const std::array<Value, 1> values{blobOf(file)};
    return m_database->change("DELETE FROM loose WHERE file=?", values);
}

Result<std::vector<RecordId>> ObjectIndex::ids(const char *sql)
{
    KEYWARD_TRY(const auto found, m_database->ours(sql));
    std::vector<RecordId> out;
    for (const auto &row : found.rows) {
        const auto id = row.size() == 1 ? fileIn(row.front()) : std::nullopt;
        if (!id) return misshapen();
        out.push_back(*id);
    }
    return out;
}

Result<std::vector<RecordId>> ObjectIndex::loose() { return ids("SELECT file FROM loose"); }
Result<std::vector<RecordId>> ObjectIndex::snapshots() { return ids("SELECT id FROM snapshots"); }

Status ObjectIndex::takeSnapshot(const RecordId &snapshot)
{
    const std::array<Value, 1> values{blobOf(snapshot)};
    KEYWARD_CHECK(m_database->change("INSERT INTO snapshots(id) VALUES(?)", values));
    return m_database->change("INSERT INTO snapshot_objects(snapshot, path, file, bytes, segments, stored, written) "
                              "SELECT ?, path, file, bytes, segments, stored, written FROM objects",
                              values);
}

Status ObjectIndex::dropSnapshot(const RecordId &snapshot)
{
    const auto id = blobOf(snapshot);
    const std::array<Value, 2> twice{id, id};
    const std::array<Value, 1> once{id};
    return together([&]() -> Status {
        KEYWARD_CHECK(m_database->change(
            "INSERT OR IGNORE INTO loose(file) SELECT file FROM snapshot_objects AS gone WHERE snapshot=? "
            "AND NOT EXISTS (SELECT 1 FROM objects WHERE objects.file=gone.file) AND NOT EXISTS "
            "(SELECT 1 FROM snapshot_objects AS other WHERE other.file=gone.file AND "
            "other.snapshot<>?)",
            twice));
        KEYWARD_CHECK(m_database->change("DELETE FROM snapshot_objects WHERE snapshot=?", once));
        return m_database->change("DELETE FROM snapshots WHERE id=?", once);
    });
}

Result<std::vector<ObjectIndex::Entry>> ObjectIndex::inSnapshot(const RecordId &snapshot)
{
    const std::array<Value, 1> values{blobOf(snapshot)};
    return entries("SELECT path, file, bytes, segments, stored, written FROM snapshot_objects WHERE snapshot=? "
                   "ORDER BY path",
                   values);
}

Result<std::vector<ObjectIndex::Entry>> ObjectIndex::all()
{
    return entries("SELECT path, file, bytes, segments, stored, written FROM objects UNION ALL "
                   "SELECT min(path), file, bytes, segments, stored, written FROM snapshot_objects "
                   "WHERE file NOT IN (SELECT file FROM objects) GROUP BY file ORDER BY 1",
                   {});
}

} // namespace keyward::protection
