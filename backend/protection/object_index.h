// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/file_stores.h"
#include "backend/sqlcipher/database.h"

namespace keyward::protection {

/// Which files a resource keeps, and in which file on this machine each lies: a database whose pages are encrypted
/// under a key that only the resource's data key derives. It also knows the files that nothing needs, so that none is
/// forgotten whatever ends a process: a file is *loose* before its first byte is written, and from when it is replaced,
/// unless a snapshot still has it. One thread at a time.
class ObjectIndex
{
public:
    struct Entry {
        engine::StoredObject object;
        RecordId file; ///< its name, and that of its stream
        std::uint64_t segments = 0;
        std::uint64_t storedBytes = 0;
    };

    /// A new file; Code::FileExists where there is one.
    static Result<ObjectIndex> create(const std::filesystem::path &file, const crypto::SecretBytes &key);
    static Result<ObjectIndex> open(const std::filesystem::path &file, const crypto::SecretBytes &key);

    /// As one transaction, which fails with the work.
    Status together(const std::function<Status()> &work) { return m_database->together(work); }
    Status checkWhole() { return m_database->checkWhole(); }

    Result<std::optional<Entry>> at(const estate::ObjectPath &path);
    Result<std::vector<Entry>> beginningWith(const std::string &prefix, std::int64_t most = INT64_MAX); ///< by path
    Status put(const Entry &entry); ///< instead of the one in its place
    Status remove(const estate::ObjectPath &path);

    Status addLoose(const RecordId &file);
    Status release(const RecordId &file); ///< what no path has any more: loose, unless a snapshot has it
    Result<bool> isLoose(const RecordId &file);
    Status removeLoose(const RecordId &file);
    Result<std::vector<RecordId>> loose();

    Status takeSnapshot(const RecordId &snapshot); ///< of what there is now
    Status dropSnapshot(const RecordId &snapshot); ///< what only it had is loose
    Result<std::vector<RecordId>> snapshots();
    Result<std::vector<Entry>> inSnapshot(const RecordId &snapshot); ///< by path
    Result<std::vector<Entry>> all();                                ///< each file once, also of snapshots

private:
    explicit ObjectIndex(std::unique_ptr<sqlcipher::Database> database) : m_database(std::move(database)) {}
    Status run(std::span<const char *const> statements);
    Result<std::int64_t> format();
    Result<std::vector<RecordId>> ids(const char *sql);
    Result<std::vector<Entry>> entries(const char *sql, std::span<const sqlcipher::Value> values);

    std::unique_ptr<sqlcipher::Database> m_database;
};

} // namespace keyward::protection
