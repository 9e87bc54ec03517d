// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/bytes.h"
#include "backend/engine/api/service.h"

#include <filesystem>
#include <optional>
#include <variant>

namespace keyward::engine {

/// NULL, INTEGER, REAL, TEXT, BLOB.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;

struct SqlRows {
    std::vector<std::string> columns;
    std::vector<std::vector<SqlValue>> rows;
    std::uint64_t changed = 0; ///< rows that were inserted, updated or deleted
};

struct SqlLimits {
    std::uint64_t rows = 10'000;
    std::uint64_t bytes = std::uint64_t(64) << 20U;
    std::function<bool()> goOn = {}; ///< false stops: Code::Cancelled
};

struct NewDatabase {
    enum class Source : std::uint8_t { Empty, File, Script };
    estate::ResourceId server;
    DatabaseName name;
    bool encrypted = true;
    Source source = Source::Empty;
    std::filesystem::path file = {}; ///< a database file (SQLite) or an SQL script
};

struct DatabaseRestore {
    estate::DatabaseBackupId backup;
    estate::ResourceId server; ///< on which the database is made; any one
    DatabaseName name;
};

/// A connection to one database. It ends by itself when its server loses access to its key, and when the database is
/// dropped or its pages are written anew. Thread-safe; one query at a time.
class SqlConnection
{
public:
    virtual ~SqlConnection() = default;
    /// Codes: DatabaseInaccessible, DatabaseDropped, StatementFailed, StatementNotAllowed, ResultTooLarge, Cancelled,
    /// Busy, NoSpace, DatabaseDamaged.
    virtual Result<SqlRows> query(const std::string &sql, const SqlLimits &limits) = 0;
    virtual bool isOpen() const = 0;
    virtual void interrupt() = 0; ///< what runs ends with Code::Cancelled
};

/// Databases of SQL servers: files of pages under a data key each, which the server's protector wraps. No data key is
/// kept but by open connections, and by those no longer than until the server asks again whether it may use its key.
class SqlServers : public Service
{
public:
    /// On any failure there is no database and no data. Codes: AlreadyExists, DatabaseDamaged (of the source), …
    virtual Result<estate::DatabaseId> create(const NewDatabase &what, const estate::Actor &actor,
                                              const ProgressCallback &progress) = 0;
    /// Turns encryption on or off: all pages are written anew, and used only once all are there. Connections to the
    /// database end. Code::Busy while another process has one.
    virtual Status setEncryption(const estate::DatabaseId &database, bool encrypted, const estate::Actor &actor,
                                 const ProgressCallback &progress) = 0;
    /// In the clear, into a new file. On failure there is none.
    virtual Status exportPlain(const estate::DatabaseId &database, const std::filesystem::path &file,
                               const estate::Actor &actor, const ProgressCallback &progress) = 0;
    /// A copy of its pages as they are at one moment, while others write, under its data key. On failure there is none.
    virtual Result<estate::DatabaseBackupId> backUp(const estate::DatabaseId &database, const estate::Actor &actor,
                                                    const ProgressCallback &progress) = 0;
    /// A new database from a backup, under a data key of its own, which the target's protector wraps. On failure there
    /// is none. Codes: BackupKeyMissing, DatabaseBackupDamaged, AlreadyExists, …
    virtual Result<estate::DatabaseId> restore(const DatabaseRestore &what, const estate::Actor &actor,
                                               const ProgressCallback &progress) = 0;
    /// TDE-13: a copy of a database on a linked server, which follows it and can be read. On failure there is none.
    /// Codes: ServersNotLinked, ReplicaKeyMissing, DatabaseIsReplica, AlreadyExists, RegionOut, …
    virtual Result<estate::DatabaseId> replicate(const estate::DatabaseId &primary, const estate::ResourceId &server,
                                                 const estate::Actor &actor, const ProgressCallback &progress) = 0;
    /// Carries over now what changed in its primary; how many pages that were. Why it cannot be is noted as well.
    virtual Result<std::uint64_t> syncReplica(const estate::DatabaseId &replica, const ProgressCallback &progress) = 0;
    /// A replica takes the place of its primary: with all that was written, where the primary can be reached, which is
    /// closed to everybody for that; else as it is, unless it has to be 'complete'. How it went is in the estate.
    virtual Status failOver(const estate::DatabaseId &replica, bool complete, const estate::Actor &actor,
                            const ProgressCallback &progress) = 0;
    /// Of a replica, to be read only. Code::DatabaseInaccessible where its key cannot be used, with the reason.
    virtual Result<std::unique_ptr<SqlConnection>> connect(const estate::DatabaseId &database) = 0;
    /// Goes on with the data keys that the protector does not wrap yet, where that was interrupted. Without any it does
    /// nothing. Codes: Busy, while another process is at it; those of the vault's refusals.
    virtual Status rewrap(const estate::ResourceId &server, const estate::Actor &actor,
                          const ProgressCallback &progress) = 0;
    /// Asks the vault now (TDE-5), and notes what came of it. The error is why it lost access.
    virtual Status checkAccess(const estate::ResourceId &server) = 0;
    virtual std::size_t connections(const estate::ResourceId &server) const = 0; ///< open ones of this process
};

} // namespace keyward::engine
