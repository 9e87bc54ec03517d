// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/services/sql_server.h"
#include "tests/support/actions.h"

namespace keyward::test {

using namespace estate;

/// A SQL server whose protector is a key of its own.
class Shop : public Opened
{
public:
    explicit Shop(const std::string &type = "sql-server")
    {
        const auto &settings = inner().console().snapshot()->settings();
        vaultId = vault("kv1");
        keyId = key(vaultId, "tde");
        server = id<ResourceId>();
        must(run(command::CreateResource{
            server,
            type,
            must(ResourceName::from("sql1")),
            {must(Region::from("westeurope")), settings.tenant, settings.subscription, "default"},
            {}}));
        must(run(command::EnableIdentity{server, identity}));
        grant();
        must(run(command::AddServerKey{server, vaultId, keyId, versionOf(keyId)}));
        must(run(command::SetKey{server, vaultId, keyId, versionOf(keyId), {}, id<JobId>()}));
        settle();
    }
    VersionId versionOf(const KeyId &of) { return inner().console().snapshot()->key(of)->latest().id; }
    engine::SqlServers &servers() { return inner().services().get<engine::SqlServers>(); }
    void grant()
    {
        must(run(command::SetAccessPolicy{vaultId, identity, must(PermissionSet::from("get,wrapKey,unwrapKey"))}));
    }
    DatabaseId database(const std::string &name, bool encrypted = true)
    {
        const auto made =
            must(servers().create({.server = server, .name = must(DatabaseName::from(name)), .encrypted = encrypted},
                                  owner, [](const auto &) { return true; }));
        settle();
        return made;
    }
    /// Its vault lets it in no more, and it found that out.
    void lose()
    {
        must(run(command::RemoveAccessPolicy{vaultId, identity}, true));
        QVERIFY(!servers().checkAccess(server));
        settle();
    }
    void heal()
    {
        grant();
        must(servers().checkAccess(server));
        settle();
    }
    std::vector<engine::SqlValue> ask(const DatabaseId &id, const std::string &sql)
    {
        return must(must(servers().connect(id))->query(sql, {})).rows.front();
    }

    VaultId vaultId;
    KeyId keyId;
    ResourceId server;
    PrincipalId identity = id<PrincipalId>();
};

} // namespace keyward::test
