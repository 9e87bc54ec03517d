// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <variant>

/// SQLite databases whose pages are encrypted one by one under a raw 256-bit key (SQLCipher 4: AES-256-CBC with a
/// random IV and HMAC-SHA-512 for each page), and plain ones where there is no key.
///
/// It is another library than the SQLite of Qt's driver, in the same program. Neither knows of the other's locks, so no
/// file may be open in both, and none by other means while it is open here: closing a descriptor of it would drop the
/// locks of this process.
namespace keyward::sqlcipher {

/// NULL, INTEGER, REAL, TEXT, BLOB.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;

struct Rows {
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows;
    std::uint64_t changed = 0; ///< rows that the statements themselves inserted, updated or deleted
};

/// What a statement may come to.
struct Limits {
    std::uint64_t rows = UINT64_MAX;
    std::uint64_t bytes = UINT64_MAX; ///< of the values; a number counts eight
    std::function<bool()> goOn = {};  ///< asked some thousand steps of SQLite apart; false stops; may be empty
};

class Connection;

/// The pages of a database as they stand in its file, which holds all that was committed: nobody writes for as long as
/// this lives. The database has to live longer.
class HeldPages
{
public:
    static Result<HeldPages> of(Connection &connection);
    ~HeldPages();
    HeldPages(HeldPages &&other) noexcept;
    HeldPages(const HeldPages &) = delete;
    HeldPages &operator=(const HeldPages &) = delete;

    std::size_t pageSize() const { return m_pageSize; }
    std::uint64_t bytes() const { return m_bytes; } ///< of all
    Status read(std::uint64_t offset, std::span<std::uint8_t> into) const;

private:
    explicit HeldPages(Connection &connection) : m_connection(&connection) {}

    Connection *m_connection; ///< null: moved from
    std::size_t m_pageSize = 0;
    std::uint64_t m_bytes = 0;
};

/// One connection to one file. One thread at a time, but for interrupt(). Where a function fails nothing was changed,
/// unless it says otherwise.
///
/// What users' SQL may not do: reach other files (ATTACH, VACUUM INTO, extensions), settings (PRAGMA, but for those
/// that tell of the database or check it) or keys. Sorting and temporary tables stay in memory; foreign keys are
/// enforced.
///
/// Codes of all: DatabaseDamaged (argument 0: why; also where the key is not the file's), Busy (after five seconds),
/// NoSpace, FileTooLarge, ReadOnly, Io, Cancelled. The target is the file.
class Database
{
public:
    /// Write and Create use a write-ahead log and wait for the disk at each commit. Create: the file is not there yet.
    /// Still: of a file that nobody changes while it is open here; nothing is written beside it.
    enum class Mode { Read, Write, Create, Still };
    /// key: 32 bytes, copied; null: a plain file. A link in the file's own place is refused. Codes: SourceMissing,
    /// FileExists, NotRegularFile, SecretHeapFull.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path &file, const crypto::SecretBytes *key,
                                                  Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// One or several statements; the rows are those of the last one that has columns. Several are one transaction, and
    /// may not control transactions themselves; a BEGIN that comes alone holds for the calls after it. Codes:
    /// StatementFailed (argument 0: SQLite's words), StatementNotAllowed (argument 0: what), ResultTooLarge (argument
    /// 0: than what, as "10,000 rows").
    Result<Rows> query(std::string_view sql, const Limits &limits);

    /// One statement of the program's own, with its values; it may do all.
    Result<Rows> ours(const char *sql, std::span<const Value> values = {});
    Status change(const char *sql, std::span<const Value> values = {}); ///< … of which no row is of interest
    /// What is done by ours() within is done as one transaction, which fails with it.
    Status together(const std::function<Status()> &work);

    /// A script, as one transaction: its own BEGIN and COMMIT (a dump has them) are passed over. Foreign keys need
    /// only hold at the end, and not at all where it begins by turning them off. Rows are dropped; of the limits, goOn
    /// counts. Codes as query().
    Status runScript(const std::string &sql, const Limits &limits);

    /// A new file with the same contents, what is committed of them, under another key or none, readable by this user
    /// only and on the disk. Its layout is kept: encoding, auto_vacuum, user_version, application_id, and between plain
    /// files the page size (encrypted ones have pages of 4096 bytes). 'progress' gets the bytes that are written; false
    /// stops. On failure nothing is left. Codes: FileExists.
    Status copyTo(const std::filesystem::path &newFile, const crypto::SecretBytes *key,
                  const std::function<bool(std::uint64_t)> &progress = {});

    /// The same pages under the same key, as they are at one moment while others write. 'progress' gets the bytes that
    /// are copied; false stops. On failure nothing is left. Codes: FileExists.
    Status backUpTo(const std::filesystem::path &newFile, const std::function<bool(std::uint64_t)> &progress);

    /// The pages as they stand in the file, encrypted where it is. Codes: Busy, where readers that began earlier keep
    /// them from being complete.
    Result<HeldPages> holdPages();

    /// Reads everything: each page of an encrypted file against its authentication code, then what they say together.
    Status checkWhole();

    Result<std::uint64_t> pages();
    Result<std::uint64_t> bytes(); ///< of all pages, those in the write-ahead log counted once

    void interrupt(); ///< from any thread: what runs ends with Code::Cancelled

    const std::filesystem::path &file() const { return m_file; }

private:
    Database(std::filesystem::path file, crypto::SecretBytes key);
    const crypto::SecretBytes *key() const { return m_key.empty() ? nullptr : &m_key; }
    static Result<std::unique_ptr<Database>> openAt(const std::filesystem::path &file, const crypto::SecretBytes *key,
                                                    Mode mode);
    Result<Rows> several(const char *sql, const Limits &limits);
    Status checkPages();
    Status fillBackup(const std::filesystem::path &file, const std::function<bool(std::uint64_t)> &progress);

    std::filesystem::path m_file;
    crypto::SecretBytes m_key; ///< for copies; empty: plain
    bool m_reading = false;
    std::unique_ptr<Connection> m_connection;
};

std::string libraryVersion(); ///< as "4.6.1 community (SQLite 3.46.1)"

} // namespace keyward::sqlcipher
