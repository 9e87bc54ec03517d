// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/names.h"
#include "backend/base/result.h"
#include "backend/estate/services/declare.h"

/// Backups of the databases of SQL servers. Each is a file of the pages as they were at one moment, under the data key
/// that the database had, wrapped as it was then: no later protector changes it (TDE-15).
namespace keyward::estate {

struct DatabaseBackup {
    DatabaseBackupId id;
    ResourceId server;   ///< on which it was made
    DatabaseId database; ///< may be gone by now
    std::string databaseName;
    Instant made{};
    bool encrypted = true;
    std::optional<WrappedBy> wrappedBy; ///< what wraps its data key; absent: the platform's key, or there is none
    std::uint64_t bytes = 0;            ///< of its file
    Bytes digest;                       ///< of its file, SHA-256
    JobId job;
    std::string folder; ///< random name below STORE.d
};
Uses usesOf(const DatabaseBackup &backup);
StoredData storedOf(const DatabaseBackup &backup);

/// A backup under way, or done.
struct DatabaseBackupWork {
    KEYWARD_WORK("database-backup", 6);
    DatabaseId database;
    std::string path; ///< SERVER/NAME, as it was then
    std::optional<DatabaseBackupId> backup;
};

/// A database made from a backup.
struct DatabaseRestoreWork {
    KEYWARD_WORK("database-restore", 7);
    DatabaseBackupId backup;
    std::string databaseName;
    std::optional<DatabaseId> database;
};

/// The name of what it is a backup of, as SERVER/NAME, whether or not that is still there.
std::string sourceOf(const Estate &estate, const DatabaseBackup &backup);
/// Of a server, the newest first.
std::vector<const DatabaseBackup *> databaseBackups(const Estate &estate, const ResourceId &server);

/// What keeps a server from unwrapping with the key version that a backup is under; absent where nothing does.
struct MissingKey {
    Sentence why;
    std::string remedy;
};
std::optional<MissingKey> missingKey(const Estate &estate, const DatabaseBackup &backup, const Resource &server,
                                     Instant now);

/// TDE-15, TDE-16: whether a backup can be restored on a server now: the key version of its time was added to that
/// server, stands in its original vault under its original name, and lets the server unwrap. Code::BackupKeyMissing,
/// which names the key and when the backups that need it were made.
Status mayBeRestored(const Estate &estate, const DatabaseBackup &backup, const Resource &server, Instant now);

KEYWARD_RECORD(DatabaseBackup, 1,
               first(s.id, s.server, s.database, s.databaseName, s.made, s.encrypted, s.wrappedBy, s.bytes, s.digest,
                     s.job, s.folder))
KEYWARD_FIELDS(DatabaseBackupWork, s.database, s.path, s.backup)
KEYWARD_FIELDS(DatabaseRestoreWork, s.backup, s.databaseName, s.database)

} // namespace keyward::estate
