// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"
#include "backend/estate/command.h"
#include "backend/estate/services/sql_server/access.h"
#include "backend/estate/services/sql_server/entities.h"

/// TDE-13: geo-replication. Linked servers have each other's keys; a replica on a linked server follows its primary,
/// and can take its place.
namespace keyward::estate {

/// How often changes are carried over without being asked for.
inline constexpr Millis replicatesEvery = std::chrono::minutes(5);

/// Whether a server is linked with another one, as that is with it.
bool linked(const Resource &server, const ResourceId &other);
/// The servers that it is linked with, by name.
std::vector<const Resource *> partnersOf(const Estate &estate, const Resource &server);
/// Whether two servers can be linked, once each has the keys of the other. Codes: ValueInvalid, AlreadyExists.
Status mayBeLinked(const Resource &server, const Resource &partner);

/// The key of a server that has the material of a version: the version itself, or a copy of it in another vault.
const ServerKey *copyOn(const Estate &estate, const Resource &server, const KeyId &key, const VersionId &version);
/// The first of them with which it may unwrap now.
const ServerKey *usableCopyOn(const Estate &estate, const Resource &server, const KeyId &key, const VersionId &version,
                              Instant now);
/// Why a server cannot unwrap what a key version of another server wraps, and what mends it.
struct NoCopy {
    Sentence why;
    std::string remedy;
    std::optional<Action> fix; ///< the grant that mends it, where one does
};
std::optional<NoCopy> lacksCopy(const Estate &estate, const Resource &server, const KeyId &key,
                                const VersionId &version, Instant now);
/// … as a refusal of what is about to be done with 'about'. Code::ReplicaKeyMissing.
Error refusalFor(std::string about, const Resource &server, const std::string &keyUri, const NoCopy &lacking);

/// Key versions that a linked server has to have: its protector, and what its databases are wrapped by.
std::vector<ServerKey> keysToShare(const Estate &estate, const Resource &server);
/// Those of them that another server has no copy of.
std::vector<ServerKey> keysUnknownTo(const Estate &estate, const Resource &server, const Resource &of);

/// Code::ServersLinked: what is linked is not deleted.
Status notLinked(const Estate &estate, const Resource &server);

/// Of a database, on linked servers; by the server's name.
std::vector<const Database *> replicasOf(const Estate &estate, const Database &primary);
/// Whether a server holds replicas of another one's databases.
bool replicates(const Estate &estate, const Resource &primary, const Resource &secondary);
/// … or replicas of what stands on those that do, and so on.
bool leadsTo(const Estate &estate, const Resource &from, const Resource &to);

/// Whether a database can have a replica on a server now. Codes: ServersNotLinked, ReplicaKeyMissing, RegionOut,
/// DatabaseIsReplica, AlreadyExists, …
Status mayBeReplicated(const Estate &estate, const Database &database, const Resource &server, Instant now);
/// … and whether it can be followed: the same, of the replica that there is.
Status mayFollow(const Estate &estate, const Database &replica, Instant now);
/// The database of an id, which follows another one. Codes: NotFound, DatabaseNoReplica.
Result<const Database *> replicaIn(const Estate &estate, const DatabaseId &id);
/// Whether its primary can be reached, so that a failover loses nothing. Codes: those of mayBeOpened().
Status primaryIsThere(const Estate &estate, const Database &replica);
/// Whether a replica can take its primary's place. Codes: DatabaseNoReplica, DatabaseInaccessible, RegionOut, …
Status mayFailOver(const Estate &estate, const DatabaseId &replica);

/// What stays readable of the databases of linked servers, while regions are out.
struct Copy {
    const Database *database = nullptr;
    const Resource *server = nullptr;
    bool readable = false;
    Sentence why; ///< where it is not
};
struct Readability {
    const Database *primary = nullptr;
    std::vector<Copy> copies; ///< the primary first
    bool anywhere() const;
};
/// Of every database that stands, or whose key stands, in one of these regions, or has a replica that does; by path.
std::vector<Readability> readableWithout(const Estate &estate, const std::vector<Region> &regions);

} // namespace keyward::estate
