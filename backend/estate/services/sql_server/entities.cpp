// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/services/sql_server/entities.h"

#include "backend/estate/describe.h"
#include "backend/estate/obstacles.h"
#include "backend/estate/services/preparation.h"

#include <algorithm>

namespace keyward::estate {

bool SqlServer::has(const VersionId &version) const
{
    return std::ranges::contains(keys, version, &ServerKey::version);
}

Uses usesOf(const Database &database)
{
    if (!database.wrappedBy) return {};
    const auto &by = *database.wrappedBy;
    return {{.resource = database.server,
             .vault = by.vault,
             .key = by.key,
             .version = by.version,
             .purpose = Use::Purpose::StoredData,
             .ends = Use::Ends::Rewrap}};
}

StoredData storedOf(const Database &database)
{
    return {.entity = recordOf(database.id), .resource = database.server, .file = database.folder + "/data"};
}

Status mayBeDeleted(const Estate &estate, const Resource &resource, const SqlServer &)
{
    const auto holds = [&](std::size_t count, std::string_view what) {
        return fail(Code::ServerNotEmpty, resource.name.text(), {counted(count, what)});
    };
    if (const auto databases = estate.databasesOf(resource.id).size()) return holds(databases, "database");
    if (const auto backups = estate.databaseBackupsOf(resource.id).size()) return holds(backups, "backup");
    return {};
}

/// What can be recovered no longer. Databases without a reachable key are dropped by the server itself, once it has
/// asked for the key once more.
void addDue(std::vector<Command> &due, const Estate &estate, const Resource &resource, const SqlServer &, Instant now)
{
    for (const auto &id : estate.databasesOf(resource.id))
        if (const auto &dropped = estate.database(id)->dropped; dropped && now >= dropped->goneAt)
            due.push_back({command::DropDatabase{.database = id, .forGood = true}, true});
}

/// P4: one change after the other, and none that would leave data keys behind under a key that cannot be used.
Status mayRebind(const Estate &estate, const Resource &resource, const SqlServer &, Instant now)
{
    if (!wrappedOtherwise(estate, resource).empty()) return fail(Code::RewrapUnderWay, resource.name.text());
    for (const auto &[use, count] : estate.usesBy(resource.id)) {
        if (use.ends != Use::Ends::Rewrap) continue; // no backup is ever wrapped anew
        const auto *key = estate.key(use.key);
        const auto *vault = key ? estate.vault(key->vault) : nullptr;
        const auto *version = vault ? key->version(use.version) : nullptr;
        if (!version) return fail(Code::DataKeysUnreachable, resource.name.text(), {said("the key was purged")});
        const auto obstacles =
            obstaclesTo(estate, resource, *vault, *key, *version, {{Permission::UnwrapKey}, false}, now);
        if (!obstacles.empty())
            return fail(Code::DataKeysUnreachable, resource.name.text(), {sentence(obstacles.front().what)});
    }
    return {};
}

/// Data keys are wrapped by the protector.
void settle(const Settling<SqlServer> &of)
{
    const auto server = *of.estate.resource(of.resource);
    const auto *key = server.binding ? of.estate.key(server.binding->key) : nullptr;
    const auto *vault = key ? of.estate.vault(key->vault) : nullptr;
    if (server.binding && !vault) return;
    for (const auto *before : wrappedOtherwise(of.estate, server)) {
        auto database = *before;
        database.wrappedBy.reset();
        if (vault)
            database.wrappedBy =
                WrappedBy{vault->id, key->id, server.binding->version, keyUri(*vault, *key, &server.binding->version)};
        of.estate.put(std::move(database));
    }
    if (!server.binding || !server.binding->former) return;
    auto resource = server;
    resource.binding->former.reset(); // nothing is under it any more
    of.estate.put(std::move(resource));
}

/// TDE-16: the key is added to the server first.
std::optional<Preparation> preparing(const Estate &estate, const Resource &resource, const SqlServer &facet,
                                     const Key &key, const KeyVersion &version)
{
    const auto path = keyPath(estate, key) + "/" + version.id.text();
    const auto name = resource.name.text();
    if (facet.has(version.id)) return Preparation{{Code::StepKeyAdded, name, {path}, {}}, {}};
    return Preparation{{Code::StepAddKey, name, {path}, {}},
                       command::AddServerKey{resource.id, key.vault, key.id, version.id}};
}

std::vector<Parting> partings(const Estate &estate, const Resource &resource, const SqlServer &facet, const KeyId &key)
{
    std::vector<Parting> out;
    for (const auto &id : estate.databasesOf(resource.id))
        if (const auto &by = estate.database(id)->wrappedBy; by && by->key == key)
            out.push_back({Parting::Of::Protected, command::DropDatabase{.database = id, .forGood = true}});
    for (const auto *backup : databaseBackups(estate, resource.id))
        if (backup->wrappedBy && backup->wrappedBy->key == key)
            out.push_back({Parting::Of::Kept, command::DeleteDatabaseBackup{backup->id}});
    for (const auto &added : facet.keys)
        if (added.key == key)
            out.push_back({Parting::Of::Mention, command::RemoveServerKey{resource.id, added.version}});
    return out;
}

std::vector<const Database *> liveDatabases(const Estate &estate, const ResourceId &server)
{
    std::vector<const Database *> out;
    for (const auto &id : estate.databasesOf(server))
        if (const auto *database = estate.database(id); !database->dropped) out.push_back(database);
    std::ranges::sort(out, {}, [](const Database *one) { return folded(one->name.text()); });
    return out;
}

std::vector<const Database *> wrappedOtherwise(const Estate &estate, const Resource &server)
{
    const auto &binding = server.binding;
    std::vector<const Database *> out;
    for (const auto &id : estate.databasesOf(server.id)) {
        const auto *database = estate.database(id);
        if (!database->encrypted) continue;
        const auto &by = database->wrappedBy;
        if (by.has_value() != binding.has_value() || (by && by->version != binding->version)) out.push_back(database);
    }
    std::ranges::sort(out, {}, [](const Database *one) { return folded(one->name.text()); });
    return out;
}

std::optional<Instant> dropsAt(const Estate &estate, const Resource &server)
{
    const auto *profile = estate.catalogue().find(server.type);
    if (!server.loss || !profile || profile->dropsAfter.count() == 0) return {};
    return server.loss->since + profile->dropsAfter;
}

Sentence whyNeeded(const Estate &estate, const Resource &server, const VersionId &version)
{
    if (server.binding && server.binding->version == version) return said("it is the protector");
    std::uint64_t databases = 0, backups = 0;
    for (const auto &[use, count] : estate.usesBy(server.id))
        if (use.purpose == Use::Purpose::StoredData && use.version == version)
            (use.ends == Use::Ends::Rewrap ? databases : backups) += count;
    if (databases > 0) return said("{0} can only be opened with it", counted(databases, "database"));
    return backups > 0 ? said("{0} can only be restored with it", counted(backups, "backup")) : Sentence();
}

} // namespace keyward::estate
