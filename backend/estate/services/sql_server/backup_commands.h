// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

#include <tuple>

/// What a SQL server does with backups of its databases.
namespace keyward::estate::command {

struct StartDatabaseBackup {
    KEYWARD_COMMAND(StartDatabaseBackup, "database.backup");
    DatabaseId database;
    JobId job;
    DatabaseBackupId backup;
    std::string folder;
    auto newIds() { return std::tie(job, backup); }
};

struct FinishDatabaseBackup {
    KEYWARD_COMMAND(FinishDatabaseBackup, "database.backedUp");
    JobId job;
    DatabaseBackup backup;
};

/// A new database of any server, from a backup.
struct StartDatabaseRestore {
    KEYWARD_COMMAND(StartDatabaseRestore, "database.restore");
    DatabaseBackupId backup;
    ResourceId server;
    DatabaseName name;
    JobId job;
    DatabaseId database;
    std::string folder;
    auto newIds() { return std::tie(job, database); }
};

struct DeleteDatabaseBackup {
    KEYWARD_COMMAND(DeleteDatabaseBackup, "databaseBackup.delete");
    DatabaseBackupId backup;
};

} // namespace keyward::estate::command
