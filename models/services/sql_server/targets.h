// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/parts.h"
#include "models/tables/table_source.h"
#include "models/target.h"

#include "backend/engine/api/command_lines.h"
#include "backend/estate/services/sql_server/access.h"

/// What a SQL server holds, as things of the window: its databases, and the keys that were added to it.
namespace keyward::engine {
class SqlServers;
class Workplace;
} // namespace keyward::engine

namespace keyward::models {

struct Situation;

inline constexpr Scope databaseScope{"database"};
inline constexpr Scope databaseBackupScope{"databaseBackup"};
inline constexpr Scope serverKeyScope{"serverKey"}; ///< a key version that was added to a server

inline Target targetOf(const estate::DatabaseId &id) { return {databaseScope, RecordId{id.bytes}, {}, {}}; }
inline estate::DatabaseId databaseIdOf(const Target &target) { return {target.id.bytes}; }
inline Target targetOf(const estate::DatabaseBackupId &id) { return {databaseBackupScope, RecordId{id.bytes}, {}, {}}; }
inline estate::DatabaseBackupId databaseBackupIdOf(const Target &target) { return {target.id.bytes}; }
/// Copies of a key in several vaults have the same version, so the key is told as well.
inline Target serverKeyOf(const estate::ResourceId &server, const estate::KeyId &key, const estate::VersionId &version)
{
    return {serverKeyScope, RecordId{server.bytes}, RecordId{version.bytes}, key.text()};
}
const estate::ServerKey *serverKeyAt(const estate::Estate &estate, const Target &target);
inline constexpr Scope serverLinkScope{"serverLink"}; ///< of a server with another one
inline Target serverLinkOf(const estate::ResourceId &server, const estate::ResourceId &partner)
{
    return {serverLinkScope, RecordId{server.bytes}, RecordId{partner.bytes}, {}};
}
inline estate::ResourceId partnerOf(const Target &target) { return {target.part.bytes}; }

bool isSqlServer(const Situation &s);
const estate::Database &databaseAt(const Situation &s); ///< that the target is
bool isLive(const Situation &s);                        ///< … and was not dropped
Status mayBeOpenedNow(const Situation &s);              ///< … and its key can be used
bool isServer(const estate::Estate &estate, const Target &target);
engine::SqlServers &serversOf(engine::Workplace &workplace);
TableSourcePtr databasesSource(estate::ResourceId server);
/// Of a server, or only of one of its databases.
TableSourcePtr databaseBackupsSource(estate::ResourceId server, std::optional<estate::DatabaseId> only = {});
/// Whether it can be restored on the server that it was made on.
Chip chipOf(const estate::Estate &estate, const estate::DatabaseBackup &backup, Instant now);

Chip chipOf(const estate::Estate &estate, const estate::Database &database, Instant now); ///< with its countdown

/// Replica of srv1/orders, primary of 2 replicas; empty for a database that is neither.
QString roleOf(const estate::Estate &estate, const estate::Database &database);
/// Why the server's databases are inaccessible, what that comes to, and what mends it; none while it has access.
/// 'check' is the action of the blade's target that asks for the key again.
std::vector<CalloutsPart::Callout> lossCallouts(const engine::Published &moment, const estate::Resource &server,
                                                const QString &check);
/// Data keys that are still under a former key, and nobody is at it; none else. Its button goes on.
std::vector<CalloutsPart::Callout> rewrapCallouts(const estate::Estate &estate, const estate::Resource &server);
/// The key version that wraps the data key of a database: a name for it, and where it leads.
struct WrappingKey {
    QString text;
    QString uri = {};
    std::optional<Target> key = {};
};
WrappingKey wrappingKeyOf(const estate::Estate &estate, const estate::Database &database);
WrappingKey wrappingKeyOf(const estate::Estate &estate, const estate::DatabaseBackup &backup);
Cell cellOf(const WrappingKey &key);
QString versionText(const estate::Estate &estate, const estate::KeyId &key, const estate::VersionId &version,
                    const std::string &uri); ///< kv/key/3f2a91bc…

} // namespace keyward::models
