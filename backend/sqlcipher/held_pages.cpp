// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/protected_allocation.h"
#include "backend/sqlcipher/connection.h"
#include "backend/sqlcipher/database.h"
#include "backend/sqlcipher/library.h"

#include <utility>

namespace keyward::sqlcipher {
namespace {

constexpr int tries = 3;

/// The file behind a database, or its write-ahead log: read by SQLite's own descriptor, since closing another one would
/// drop the locks of this process.
sqlite3_file *fileOf(Connection &connection, int which)
{
    sqlite3_file *file = nullptr;
    ::sqlite3_file_control(connection.handle(), "main", which, static_cast<void *>(&file));
    return file && file->pMethods ? file : nullptr;
}

Result<std::uint64_t> sizeOf(Connection &connection, sqlite3_file *file)
{
    sqlite3_int64 size = 0;
    if (!file) return std::uint64_t(0);
    const int outcome = file->pMethods->xFileSize(file, &size);
    if (outcome != SQLITE_OK) return std::unexpected(connection.failure(outcome));
    return static_cast<std::uint64_t>(size);
}

} // namespace

/// What the log holds goes into the file first; whoever wrote between that and the lock has it go there once more.
Result<HeldPages> HeldPages::of(Connection &connection)
{
    const crypto::SecretScope scope;
    HeldPages out(connection);
    KEYWARD_TRY(const auto pageSize, connection.number("PRAGMA main.page_size"));
    for (int i = 0; i < tries; ++i) {
        KEYWARD_CHECK(connection.run("PRAGMA main.wal_checkpoint(TRUNCATE)"));
        KEYWARD_CHECK(connection.run("BEGIN IMMEDIATE"));
        KEYWARD_TRY(const auto waiting, sizeOf(connection, fileOf(connection, SQLITE_FCNTL_JOURNAL_POINTER)));
        if (waiting == 0) {
            KEYWARD_TRY(out.m_bytes, sizeOf(connection, fileOf(connection, SQLITE_FCNTL_FILE_POINTER)));
            out.m_pageSize = static_cast<std::size_t>(pageSize);
            return out;
        }
        KEYWARD_CHECK(connection.run("ROLLBACK"));
    }
    std::exchange(out.m_connection, nullptr);
    return fail(Code::Busy, connection.file().string(), {"others are at work in it"});
}

HeldPages::HeldPages(HeldPages &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr)), m_pageSize(other.m_pageSize), m_bytes(other.m_bytes)
{}

HeldPages::~HeldPages()
{
    if (m_connection && ::sqlite3_get_autocommit(m_connection->handle()) == 0) m_connection->attempt("ROLLBACK");
}

Status HeldPages::read(std::uint64_t offset, std::span<std::uint8_t> into) const
{
    auto *file = fileOf(*m_connection, SQLITE_FCNTL_FILE_POINTER);
    if (!file) return fail(Code::Internal, m_connection->file().string(), {"its file is not open"});
    const int outcome =
        file->pMethods->xRead(file, into.data(), static_cast<int>(into.size()), static_cast<sqlite3_int64>(offset));
    return outcome == SQLITE_OK ? Status{} : std::unexpected(m_connection->failure(outcome));
}

Result<HeldPages> Database::holdPages() { return HeldPages::of(*m_connection); }

} // namespace keyward::sqlcipher
