// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/services/sql_server/entities.h"

#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/findings.h"
#include "backend/estate/obstacles.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/preparation.h"
#include "backend/estate/services/sql_server/replication.h"
#include "backend/estate/services/sql_server/rewrap.h"
#include "backend/estate/tenant_move.h"

#include <algorithm>

namespace keyward::estate {

const ServerKey *SqlServer::key(const KeyId &id, const VersionId &version) const
{
    const auto found =
        std::ranges::find_if(keys, [&](const ServerKey &one) { return one.key == id && one.version == version; });
    return found == keys.end() ? nullptr : &*found;
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
    return notLinked(estate, resource);
}

namespace {

/// Its region, or that of its vault, is out; or a move to another tenant left its identity behind. Its replicas wait
/// until that is over.
bool isDown(const Estate &estate, const Resource &server)
{
    const auto *identity = estate.identityOf(server);
    return outageSuffered(estate, server) || (identity && leftBehind(server, *identity));
}

/// It is protected by another version of the same key, or by a copy of one in a vault of its own.
bool isOlderOf(const Estate &estate, const Resource &server, const Key &key, const KeyVersion &version)
{
    const auto &bound = server.binding;
    if (bound && bound->key == key.id) return bound->version != version.id;
    const auto *by = bound ? estate.key(bound->key) : nullptr;
    const auto *present = by ? by->version(bound->version) : nullptr;
    if (!present || present->spki.empty() || present->spki == version.spki) return false;
    return std::ranges::contains(key.versions, present->spki, &KeyVersion::spki);
}

/// Were the key added to a server: whether it could unwrap with it, or with a copy that it has. Dates do not count.
std::optional<NoCopy> mayNotUnwrap(const Estate &estate, const Resource &server, const Key &key,
                                   const KeyVersion &version)
{
    if (copyOn(estate, server, key.id, version.id)) return lacksCopy(estate, server, key.id, version.id, Instant{});
    auto with = server;
    auto &facet = std::get<SqlServer>(with.facet);
    facet.keys.push_back({.vault = key.vault, .key = key.id, .version = version.id, .uri = {}, .added = {}});
    return lacksCopy(estate, with, key.id, version.id, Instant{});
}

} // namespace

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
    KEYWARD_CHECK(regionIsUp(estate, resource.place.region));
    if (someWrappedOtherwise(estate, resource)) return fail(Code::RewrapUnderWay, resource.name.text());
    for (const auto &[use, count] : estate.usesBy(resource.id)) {
        if (use.ends != Use::Ends::Rewrap) continue; // no backup is ever wrapped anew
        KEYWARD_CHECK(mayUnwrap(estate, resource, use.key, use.version, Code::DataKeysUnreachable, now));
    }
    return {};
}

/// Data keys are wrapped by the protector.
void settle(const Settling<SqlServer> &of)
{
    const auto server = *of.estate.resource(of.resource);
    const auto by = boundKey(of.estate, server);
    if (by && by->uri.empty()) return;
    for (const auto *before : wrappedOtherwise(of.estate, server)) {
        auto database = *before;
        database.wrappedBy = by;
        of.estate.put(std::move(database));
    }
    if (!server.binding || !server.binding->former) return;
    auto resource = server;
    resource.binding->former.reset(); // nothing is under it any more
    of.estate.put(std::move(resource));
}

/// TDE-16: the key is added to the server first.
/// TDE-13: … and to every linked one, those that hold replicas may unwrap with it, and change first.
std::vector<Preparation> preparing(const Estate &estate, const Resource &resource, const SqlServer &facet,
                                   const Key &key, const KeyVersion &version)
{
    const auto path = keyPath(estate, key) + "/" + version.id.text();
    const auto adding = [&](const Resource &server) {
        return Preparation{.what = {Code::StepAddKey, server.name.text(), {path}, {}},
                           .action = command::AddServerKey{server.id, key.vault, key.id, version.id},
                           .unmet = Error{Code::KeyNotOnServer, server.name.text(), {path}, {}}};
    };
    std::vector<Preparation> out;
    if (facet.has(key.id, version.id))
        out.push_back({.what = {Code::StepKeyAdded, resource.name.text(), {path}, {}}});
    else
        out.push_back(adding(resource));
    // What it is bound to already is not set anew because a partner lost it, or cannot have it yet (BKP-7).
    if (resource.binding && resource.binding->key == key.id && resource.binding->version == version.id) return out;
    for (const auto *partner : partnersOf(estate, resource)) {
        const auto name = partner->name.text();
        if (!copyOn(estate, *partner, key.id, version.id)) out.push_back(adding(*partner));
        if (!replicates(estate, resource, *partner) || isDown(estate, *partner)) continue; // its replicas wait
        if (auto lacking = mayNotUnwrap(estate, *partner, key, version))
            out.push_back({.what = {Code::StepPartnerMayUse, name, {path}, {}},
                           .action = std::move(lacking->fix),
                           .unmet = refusalFor(resource.name.text(), *partner,
                                               keyUri(*estate.vault(key.vault), key, &version.id), *lacking)});
        if (!isOlderOf(estate, *partner, key, version) || leadsTo(estate, *partner, resource)) continue;
        const auto *to = copyOn(estate, *partner, key.id, version.id);
        out.push_back({.what = {Code::StepSecondaryFirst, name, {path}, {}},
                       .action = command::SetKey{.resource = partner->id,
                                                 .vault = to ? to->vault : key.vault,
                                                 .key = to ? to->key : key.id,
                                                 .version = version.id,
                                                 .vaultSubscription = {},
                                                 .job = {},
                                                 .identity = partner->binding->identity},
                       .unmet = Error{Code::SecondaryFirst, resource.name.text(), {name, path}, {}}});
    }
    return out;
}

void addFindings(std::vector<Finding> &out, const Estate &estate, const Resource &resource, const SqlServer &)
{
    const auto add = [&](Health weight, Statement what, std::optional<Action> fix = {}) {
        out.push_back({.weight = weight,
                       .object = describe(estate, resource),
                       .what = std::move(what),
                       .fix = std::move(fix),
                       .kind = EntityKind::Resource,
                       .about = recordOf(resource.id),
                       .by = {}});
    };
    for (const auto &id : estate.databasesOf(resource.id)) {
        const auto &follows = estate.database(id)->replication;
        if (!follows || !follows->stopped) continue;
        add(Health::AtRisk, {Code::ReplicationStopped,
                             nameOf(estate, id),
                             {isoText(follows->stopped->since), follows->stopped->reason, isoText(follows->asOf),
                              "keywardctl sql replica sync " + nameOf(estate, id)},
                             {}});
    }
    for (const auto *partner : partnersOf(estate, resource)) {
        if (!replicates(estate, *partner, resource)) continue;
        const auto name = partner->name.text();
        if (partner->place.region == resource.place.region)
            add(Health::Warning, {Code::ReplicaNearby, name, {name}, {}});
        const auto *vault = resource.binding ? estate.vault(resource.binding->vault) : nullptr;
        if (vault && partner->binding && partner->binding->vault == vault->id)
            add(Health::Warning, {Code::SharedVault, name, {name, vault->name.text()}, {}});
    }
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
            out.push_back({Parting::Of::Mention, command::RemoveServerKey{resource.id, added.key, added.version}});
    return out;
}

namespace {

/// Each name is folded once: there may be ten thousand.
void sortByName(std::vector<const Database *> &all)
{
    std::vector<std::pair<std::string, const Database *>> named;
    named.reserve(all.size());
    for (const auto *one : all) named.emplace_back(folded(one->name.text()), one);
    std::ranges::sort(named, {}, &std::pair<std::string, const Database *>::first);
    std::ranges::transform(named, all.begin(), &std::pair<std::string, const Database *>::second);
}

} // namespace

std::vector<const Database *> liveDatabases(const Estate &estate, const ResourceId &server)
{
    std::vector<const Database *> out;
    for (const auto &id : estate.databasesOf(server))
        if (const auto *database = estate.database(id); !database->dropped) out.push_back(database);
    sortByName(out);
    return out;
}

std::vector<const Database *> wrappedOtherwise(const Estate &estate, const Resource &server)
{
    std::vector<const Database *> out;
    for (const auto &id : estate.databasesOf(server.id)) {
        const auto *database = estate.database(id);
        if (!database->encrypted) continue;
        if (!sameKeyVersion(database->wrappedBy, server.binding)) out.push_back(database);
    }
    sortByName(out);
    return out;
}

bool someWrappedOtherwise(const Estate &estate, const Resource &server)
{
    return std::ranges::any_of(estate.databasesOf(server.id), [&](const DatabaseId &id) {
        const auto *database = estate.database(id);
        return database->encrypted && !sameKeyVersion(database->wrappedBy, server.binding);
    });
}

std::optional<Instant> dropsAt(const Estate &estate, const Resource &server)
{
    const auto *profile = estate.catalogue().find(server.type);
    if (!server.loss || !profile || profile->dropsAfter.count() == 0) return {};
    if (outageSuffered(estate, server)) return {}; // nothing is destroyed for one
    return server.loss->since + profile->dropsAfter;
}

Sentence whyNeeded(const Estate &estate, const Resource &server, const KeyId &key, const VersionId &version)
{
    const auto isIt = [&](const auto &one) { return one.key == key && one.version == version; };
    if (server.binding && isIt(*server.binding)) return said("it is the protector");
    std::uint64_t databases = 0, backups = 0;
    for (const auto &[use, count] : estate.usesBy(server.id))
        if (use.purpose == Use::Purpose::StoredData && isIt(use))
            (use.ends == Use::Ends::Rewrap ? databases : backups) += count;
    if (databases > 0) return said("{0} can only be opened with it", counted(databases, "database"));
    if (backups > 0) return said("{0} can only be restored with it", counted(backups, "backup"));
    auto without = server; // TDE-13: what a linked server is protected by
    std::erase_if(std::get<SqlServer>(without.facet).keys, isIt);
    for (const auto *partner : partnersOf(estate, server))
        if (keysUnknownTo(estate, without, *partner).size() > keysUnknownTo(estate, server, *partner).size())
            return said("linked server {0} is protected by it", partner->name.text());
    return {};
}

} // namespace keyward::estate
