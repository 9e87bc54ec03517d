// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/store_keys.h"
#include "backend/estate/findings.h"
#include "backend/estate/services/sql_server/replication.h"
#include "tests/support/sql_desk.h"

#include <algorithm>
#include <fstream>

/// Two servers that can replicate to each other.
namespace keyward::test {

inline Region region(const std::string &name) { return must(Region::from(name)); }

/// A server in each of two regions, with a vault, a key and an identity each.
class Geo
{
public:
    explicit Geo(const std::filesystem::path &folder, const Clock &clock, bool shared = false) : at(folder, clock)
    {
        at.protect(); // srv1 by kv1/tde
        west = at.server;
        keyWest = at.key;
        auto place = at.place();
        place.region = region("northeurope");
        north = id<estate::ResourceId>();
        run(estate::command::CreateResource{north, "sql-server", must(ResourceName::from("srv2")), place, {}});
        identityNorth = at.desk.identity(north);
        vaultNorth = shared ? at.vault : at.desk.vault("kv2", true, "northeurope");
        keyNorth = at.desk.key(vaultNorth, "tde2");
        at.desk.grant(vaultNorth, identityNorth, "get,wrapKey,unwrapKey");
        run(estate::command::AddServerKey{north, vaultNorth, keyNorth, versionOf(keyNorth)});
        run(protector(north, keyNorth));
    }
    void run(const estate::Action &action) { must(at.desk.run(action)); }
    estate::VersionId versionOf(const estate::KeyId &key) const { return at.desk.estate()->key(key)->latest().id; }
    estate::command::SetKey protector(const estate::ResourceId &server, const estate::KeyId &key) const
    {
        return {server, at.desk.estate()->key(key)->vault, key, versionOf(key), {}, id<estate::JobId>()};
    }
    /// Each gets the keys of the other, and may use them.
    void link()
    {
        const auto now = at.desk.estate();
        for (const auto &[server, of] : {std::pair{north, west}, std::pair{west, north}})
            for (const auto &one : estate::keysUnknownTo(*now, *now->resource(server), *now->resource(of)))
                run(estate::command::AddServerKey{server, one.vault, one.key, one.version});
        run(estate::command::LinkServers{west, north});
        at.desk.grant(at.vault, identityNorth, "get,wrapKey,unwrapKey");
        at.desk.grant(vaultNorth, at.identity, "get,wrapKey,unwrapKey");
    }
    estate::DatabaseId replicate(const estate::DatabaseId &database)
    {
        return must(at.servers.replicate(database, north, owner, {}));
    }
    Status failOver(const estate::DatabaseId &replica, bool complete = false)
    {
        return at.servers.failOver(replica, complete, owner, {});
    }
    void outage(const std::string &name, bool out = true) { run(estate::command::SetRegionOutage{region(name), out}); }
    estate::Database now(const estate::DatabaseId &id) const { return at.databaseNow(id); }
    /// The key again, in the vault of the other region.
    estate::KeyId copyOfKeyWest()
    {
        engine::StoreKeyBackup keys(at.desk.engine());
        const auto blob = must(keys.backUp(keyWest, owner));
        return must(keys.restore(vaultNorth, blob, owner));
    }
    /// The one backup of a server, as a database again.
    estate::DatabaseId restoredFrom(const estate::ResourceId &server)
    {
        const auto kept = at.desk.estate()->databaseBackupsOf(server);
        must(kept.size() == 1 ? Status{} : fail(Code::NotFound, "the one backup"));
        return must(at.servers.restore(
            {.backup = *kept.begin(), .server = server, .name = must(DatabaseName::from("before"))}, owner, {}));
    }
    std::string state(const estate::DatabaseId &id) const
    {
        return std::string(estate::stateText(estate::stateOf(*at.desk.estate(), *at.desk.estate()->database(id))));
    }
    std::string pagesOf(const estate::DatabaseId &id) const
    {
        std::ifstream in(at.folderOf(id) / "data", std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::vector<std::string> said() const
    {
        std::vector<std::string> out;
        const auto now = at.desk.estate();
        for (const auto &one :
             estate::findings(*now, estate::assess(*now, at.desk.engine().now()), at.desk.engine().now()))
            out.push_back(one.text());
        return out;
    }

    SqlDesk at;
    estate::ResourceId west, north;
    estate::KeyId keyWest, keyNorth;
    estate::VaultId vaultNorth;
    estate::PrincipalId identityNorth;
};

inline bool holds(const std::vector<std::string> &all, std::string_view part)
{
    return std::ranges::any_of(all, [&](const std::string &one) { return one.contains(part); });
}

} // namespace keyward::test
