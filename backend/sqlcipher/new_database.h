// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"

#include <filesystem>

namespace keyward::sqlcipher {

/// The same file with its folder's real path: SQLite refuses every link on the way to a database, and only one in the
/// file's own place is none of its owner's doing. Codes: ValueInvalid, and those of failWith() (system_error.h).
Result<std::filesystem::path> placeOf(const std::filesystem::path &file);

/// Whether a database can be there, without opening it: closing any descriptor of a file drops the locks that SQLite
/// holds on it in this process. Codes: SourceMissing, NotRegularFile, DatabaseDamaged where it is empty.
Status lookAt(const std::filesystem::path &file);

/// An empty file for a database that only this user may read; it goes, with all that SQLite puts beside it, unless it
/// is kept. Never follows a link.
class NewDatabase
{
public:
    /// Codes: FileExists, and those of failWith().
    static Result<NewDatabase> make(const std::filesystem::path &file);
    NewDatabase(NewDatabase &&other) noexcept : m_file(std::move(other.m_file)) { other.m_file.clear(); }
    NewDatabase &operator=(NewDatabase &&) = delete;
    ~NewDatabase();

    const std::filesystem::path &file() const { return m_file; }
    /// Its contents are on the disk, and so is its name. No connection is open to it any more, or 'contents' is false:
    /// SQLite has seen to them.
    Status keep(bool contents = true);

private:
    explicit NewDatabase(std::filesystem::path file) : m_file(std::move(file)) {}
    std::filesystem::path m_file;
};

} // namespace keyward::sqlcipher
