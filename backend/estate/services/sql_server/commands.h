// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/services/sql_server/backup_commands.h"
#include "backend/estate/services/sql_server/replication_commands.h"

#include <tuple>

/// What a SQL server does: its keys, its databases, their encryption. Setting its protector is SetKey, as for every
/// resource; data keys are wrapped anew after it.
namespace keyward::estate::command {

/// TDE-16: a key that may become the protector.
struct AddServerKey {
    KEYWARD_COMMAND(AddServerKey, "server.addKey");
    ResourceId server;
    VaultId vault;
    KeyId key;
    VersionId version;
};

struct RemoveServerKey {
    KEYWARD_COMMAND(RemoveServerKey, "server.removeKey");
    ResourceId server;
    KeyId key;
    VersionId version;
};

/// How long dropped databases can be recovered.
struct SetDropRule {
    KEYWARD_COMMAND(SetDropRule, "server.dropRule");
    ResourceId server;
    Millis keepDropped{0};
};

struct StartDatabase {
    KEYWARD_COMMAND(StartDatabase, "database.start");
    ResourceId server;
    JobId job;
    DatabaseId database;
    DatabaseName name;
    std::string folder;
    std::string source;  ///< a file, absolute; empty: it starts empty
    bool script = false; ///< it is an SQL script, not a database
    bool encrypted = true;
    auto newIds() { return std::tie(job, database); }
};

struct FinishDatabase {
    KEYWARD_COMMAND(FinishDatabase, "database.create");
    JobId job;
    Database database;
};

/// Turns encryption on or off.
struct StartConversion {
    KEYWARD_COMMAND(StartConversion, "database.encryption");
    DatabaseId database;
    JobId job;
    bool encrypted = true;
    std::string folder; ///< of the pages written anew
    auto newIds() { return std::tie(job); }
};

struct FinishConversion {
    KEYWARD_COMMAND(FinishConversion, "database.converted");
    JobId job;
    std::optional<WrappedBy> wrappedBy; ///< of the new data key
};

struct StartRewrap {
    KEYWARD_COMMAND(StartRewrap, "server.rewrap");
    ResourceId server;
    JobId job;
    auto newIds() { return std::tie(job); }
};

/// Their boot records say so already, durably.
struct NoteRewrapped {
    KEYWARD_COMMAND(NoteRewrapped, "database.rewrapped");
    ResourceId server;
    std::vector<DatabaseId> databases;
    std::optional<WrappedBy> by; ///< absent: the platform's key
};

struct DropDatabase {
    KEYWARD_COMMAND(DropDatabase, "database.drop");
    DatabaseId database;
    bool byLoss = false;  ///< TDE-6
    bool forGood = false; ///< whatever the server keeps
};

struct RecoverDatabase {
    KEYWARD_COMMAND(RecoverDatabase, "database.recover");
    DatabaseId database;
};

template <> struct CommandsOf<SqlServer> {
    using List =
        CommandList<AddServerKey, RemoveServerKey, SetDropRule, StartDatabase, FinishDatabase, StartConversion,
                    FinishConversion, StartRewrap, NoteRewrapped, DropDatabase, RecoverDatabase, StartDatabaseBackup,
                    FinishDatabaseBackup, StartDatabaseRestore, DeleteDatabaseBackup, LinkServers, UnlinkServers,
                    StartReplica, FinishReplica, NoteReplicated, NoteReplicationStopped, DetachReplica, FailOver>;
};

} // namespace keyward::estate::command
