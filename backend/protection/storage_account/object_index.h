// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/services/storage_account.h"
#include "backend/sqlcipher/database.h"

namespace keyward::protection {

/// Which blobs and files a storage account holds, and in which file each lies: a database whose pages are encrypted
/// under a key that only the account's data key derives. It also knows the files that nothing needs, so that none is
/// forgotten whatever ends a process: a file is *loose* before its first byte is written, and from when it is replaced.
/// One thread at a time.
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
    Status removeLoose(const RecordId &file);
    Result<std::vector<RecordId>> loose();

private:
    explicit ObjectIndex(std::unique_ptr<sqlcipher::Database> database) : m_database(std::move(database)) {}
    Result<std::vector<Entry>> entries(const char *sql, std::span<const sqlcipher::Value> values);

    std::unique_ptr<sqlcipher::Database> m_database;
};

} // namespace keyward::protection
