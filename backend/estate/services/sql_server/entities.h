// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/key_spec.h"
#include "backend/estate/services/declare.h"

/// What a SQL server has beside what every resource has: the keys that were added to it, its databases, and its jobs.
/// Its protector is the key that it is bound to; each encrypted database has a data key, which the protector wraps and
/// which stands wrapped in the boot record beside the database's file (TDE-1, TDE-3).
namespace keyward::estate {

struct ServerKey {
    VaultId vault;
    KeyId key;
    VersionId version;
    std::string uri; ///< as it was then; never without its version (TDE-16)
    Instant added{};
};

struct SqlServer {
    KEYWARD_FACET(SqlServer, "sql-server", 2);
    const ServerKey *key(const KeyId &key, const VersionId &version) const; ///< null where it was not added
    std::vector<ServerKey> keys;           ///< that may become its protector, or are needed to read what is kept
    Millis keepDropped{0};                 ///< how long dropped databases can be recovered; 0: they are gone at once
    std::vector<ResourceId> partners = {}; ///< linked with it, and it with them (TDE-13)
    bool has(const KeyId &id, const VersionId &version) const { return key(id, version) != nullptr; }
};

struct DatabaseDrop {
    Instant at{};
    Instant goneAt{}; ///< until then it can be recovered
    bool byLoss = false;
};

/// What a database is that follows another one, its primary, on a linked server (TDE-13).
struct Replication {
    struct Stop {
        Instant since{};
        std::string reason;
    };
    DatabaseId primary;
    Instant asOf{};        ///< it holds what was written to the primary by then
    bool diverged = false; ///< was the primary itself, and has what no other has; kept as a backup before it follows
    std::optional<Stop> stopped = {};
};

/// One database: a file of pages. Its data key stands nowhere here.
struct Database {
    DatabaseId id;
    ResourceId server;
    DatabaseName name; ///< of its server's, without regard to case
    Instant created{};
    bool encrypted = true;              ///< transparent data encryption is on
    std::optional<WrappedBy> wrappedBy; ///< what wraps its data key; absent: the platform's key, or there is none
    JobId job;                          ///< that wrote its pages
    std::string folder;                 ///< random name below STORE.d
    std::optional<DatabaseDrop> dropped = {};
    std::optional<Replication> replication = {}; ///< absent: it follows none
};
Uses usesOf(const Database &database);
StoredData storedOf(const Database &database);

/// A new database under way, or done.
struct DatabaseWork {
    KEYWARD_WORK("new-database", 3);
    std::string databaseName;
    std::string source; ///< a database file or script, absolute; empty: an empty one
    std::optional<DatabaseId> database;
};

/// Encryption is turned on or off: all pages are written anew.
struct ConversionWork {
    KEYWARD_WORK("encryption", 4);
    DatabaseId database;
    bool encrypted = true; ///< afterwards
};

/// Data keys are wrapped by another key; no page is touched (TDE-2).
struct RewrapWork {
    KEYWARD_WORK("rewrap", 5);
    std::string keyUri; ///< what wraps them afterwards; empty: the platform's key
    std::uint64_t databases = 0;
};

/// A replica under way, or done.
struct ReplicaWork {
    KEYWARD_WORK("replica", 8);
    DatabaseId primary;
    std::string databaseName;
    std::optional<DatabaseId> replica;
};

/// Of a server, by name; none of those that were dropped.
std::vector<const Database *> liveDatabases(const Estate &estate, const ResourceId &server);
/// Encrypted ones whose data key is wrapped by something else than the protector.
std::vector<const Database *> wrappedOtherwise(const Estate &estate, const Resource &server);
/// When what it protects is dropped; absent while it has access, or where nothing is ever dropped.
std::optional<Instant> dropsAt(const Estate &estate, const Resource &server);
/// TDE-16: why a key is still needed by the server; empty where it is not.
Sentence whyNeeded(const Estate &estate, const Resource &server, const KeyId &key, const VersionId &version);

KEYWARD_FIELDS(ServerKey, s.vault, s.key, s.version, s.uri, s.added)
KEYWARD_LAYOUT(SqlServer, first(s.keys, s.keepDropped), since(5, s.partners)) // as editions of the resource's record
KEYWARD_FIELDS(DatabaseDrop, s.at, s.goneAt, s.byLoss)
KEYWARD_FIELDS(Replication::Stop, s.since, s.reason)
KEYWARD_FIELDS(Replication, s.primary, s.asOf, s.diverged, s.stopped)
KEYWARD_RECORD(Database, 2,
               first(s.id, s.server, s.name, s.created, s.encrypted, s.wrappedBy, s.job, s.folder, s.dropped),
               since(2, s.replication))
KEYWARD_FIELDS(DatabaseWork, s.databaseName, s.source, s.database)
KEYWARD_FIELDS(ConversionWork, s.database, s.encrypted)
KEYWARD_FIELDS(RewrapWork, s.keyUri, s.databases)
KEYWARD_FIELDS(ReplicaWork, s.primary, s.databaseName, s.replica)

} // namespace keyward::estate
