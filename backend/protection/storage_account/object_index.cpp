// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/storage_account/object_index.h"

#include <algorithm>
#include <array>

namespace keyward::protection {

using namespace estate;
using sqlcipher::Value;
using Mode = sqlcipher::Database::Mode;

namespace {

constexpr std::int64_t indexFormat = 1;

constexpr const char *indexTables[] = {
    "CREATE TABLE objects(path TEXT PRIMARY KEY, file BLOB NOT NULL UNIQUE, bytes INTEGER NOT NULL, segments INTEGER "
    "NOT NULL, stored INTEGER NOT NULL, written INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE loose(file BLOB PRIMARY KEY) WITHOUT ROWID",
    "PRAGMA user_version=1",
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
        for (const auto *sql : indexTables) KEYWARD_CHECK(out.m_database->ours(sql).transform([](const auto &) {}));
        return {};
    };
    KEYWARD_CHECK(out.together(makeTables));
    return out;
}

Result<ObjectIndex> ObjectIndex::open(const std::filesystem::path &file, const crypto::SecretBytes &key)
{
    KEYWARD_TRY(auto database, sqlcipher::Database::open(file, &key, Mode::Write));
    ObjectIndex out(std::move(database));
    KEYWARD_TRY(const auto found, out.m_database->ours("PRAGMA user_version"));
    const auto *format = found.rows.size() == 1 ? std::get_if<std::int64_t>(&found.rows.front().front()) : nullptr;
    if (format && *format > indexFormat) return fail(Code::StoreNewer, file.string(), {"index of blobs and files"});
    if (!format || *format != indexFormat)
        return fail(Code::DatabaseDamaged, file.string(), {"it is no index of blobs and files"});
    return out;
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
    return m_database
        ->ours("INSERT OR REPLACE INTO objects(path, file, bytes, segments, stored, written) VALUES(?,?,?,?,?,?)",
               values)
        .transform([](const auto &) {});
}

Status ObjectIndex::remove(const ObjectPath &path)
{
    const std::array<Value, 1> values{path.text()};
    return m_database->ours("DELETE FROM objects WHERE path=?", values).transform([](const auto &) {});
}

Status ObjectIndex::addLoose(const RecordId &file)
{
    const std::array<Value, 1> values{blobOf(file)};
    return m_database->ours("INSERT INTO loose(file) VALUES(?)", values).transform([](const auto &) {});
}

Status ObjectIndex::removeLoose(const RecordId &file)
{
    const std::array<Value, 1> values{blobOf(file)};
    return m_database->ours("DELETE FROM loose WHERE file=?", values).transform([](const auto &) {});
}

Result<std::vector<RecordId>> ObjectIndex::loose()
{
    KEYWARD_TRY(const auto found, m_database->ours("SELECT file FROM loose"));
    std::vector<RecordId> out;
    for (const auto &row : found.rows) {
        const auto file = row.size() == 1 ? fileIn(row.front()) : std::nullopt;
        if (!file) return misshapen();
        out.push_back(*file);
    }
    return out;
}

} // namespace keyward::protection
