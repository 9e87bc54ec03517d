// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/services/sql_server/backups.h"

#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/obstacles.h"

#include <algorithm>

namespace keyward::estate {
namespace {

/// When the first and the last were made of those that need a key version.
std::pair<Instant, Instant> madeUnder(const Estate &estate, const DatabaseBackup &backup)
{
    std::pair out{backup.made, backup.made};
    for (const auto &id : estate.databaseBackupsOf(backup.server)) {
        const auto *other = estate.databaseBackup(id);
        if (other->database != backup.database || !other->wrappedBy) continue;
        if (!sameKeyVersion(*other->wrappedBy, *backup.wrappedBy)) continue;
        out.first = std::min(out.first, other->made);
        out.second = std::max(out.second, other->made);
    }
    return out;
}

} // namespace

Uses usesOf(const DatabaseBackup &backup)
{
    if (!backup.wrappedBy) return {};
    const auto &by = *backup.wrappedBy;
    return {{.resource = backup.server,
             .vault = by.vault,
             .key = by.key,
             .version = by.version,
             .purpose = Use::Purpose::StoredData,
             .ends = Use::Ends::DataDeleted}};
}

StoredData storedOf(const DatabaseBackup &backup)
{
    return {.entity = recordOf(backup.id), .resource = backup.server, .file = backup.folder + "/data"};
}

std::string sourceOf(const Estate &estate, const DatabaseBackup &backup)
{
    return nameOf(estate, backup.server) + "/" + backup.databaseName;
}

std::vector<const DatabaseBackup *> databaseBackups(const Estate &estate, const ResourceId &server)
{
    std::vector<const DatabaseBackup *> out;
    for (const auto &id : estate.databaseBackupsOf(server)) out.push_back(estate.databaseBackup(id));
    std::ranges::sort(out, std::greater{},
                      [](const DatabaseBackup *one) { return std::pair(one->made, one->id.text()); });
    return out;
}

std::optional<MissingKey> missingKey(const Estate &estate, const DatabaseBackup &backup, const Resource &server,
                                     Instant now)
{
    if (!backup.wrappedBy) return {};
    const auto &by = *backup.wrappedBy;
    const auto *key = estate.key(by.key);
    const auto *vault = estate.vault(by.vault);
    const auto *version = key ? key->version(by.version) : nullptr;
    if (!version || !vault) // a copy in another vault is another key
        return MissingKey{said("it is not in its vault under its name any more"),
                          "Restore a backup of the key into that vault: keywardctl key restore."};
    if (!facetOf<SqlServer>(server)->has(by.key, by.version))
        return MissingKey{said("it was not added to this server"), "Add it: keywardctl sql key add " +
                                                                       server.name.text() + " --key " +
                                                                       keyPath(estate, *key) + "/" + by.version.text()};
    const auto obstacles = obstaclesTo(estate, server, *vault, *key, *version, {{Permission::UnwrapKey}, false}, now);
    if (obstacles.empty()) return {};
    return MissingKey{sentence(obstacles.front().what), remedy(obstacles.front().what)};
}

Status mayBeRestored(const Estate &estate, const DatabaseBackup &backup, const Resource &server, Instant now)
{
    const auto missing = missingKey(estate, backup, server, now);
    if (!missing) return {};
    const auto [from, to] = madeUnder(estate, backup);
    return std::unexpected(Error{
        Code::BackupKeyMissing,
        nameOf(estate, backup.id),
        {server.name.text(), backup.wrappedBy->uri, sourceOf(estate, backup), isoText(from), isoText(to), missing->why},
        missing->remedy});
}

} // namespace keyward::estate
