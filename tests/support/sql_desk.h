// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/protection/sql_server/sql_service.h"
#include "tests/support/fixture.h"

#include <fstream>
#include <thread>

/// A SQL server on a real keystore, as one process has it.
namespace keyward::test {

class SqlDesk
{
public:
    explicit SqlDesk(const std::filesystem::path &folder, const Clock &clock, const std::string &server_ = "srv1",
                     const std::string &type = "sql-server")
        : m_folder(folder), desk(folder, clock), servers({desk.engine(), desk.keys(), context(), desk.store().folder()})
    {
        desk.engine().settleBy([this](const estate::ResourceId &id) { servers.settle(id); });
        if (const auto *there = desk.estate()->resourceNamed(server_)) {
            server = there->id;
            return;
        }
        server = addServer(server_, type);
    }
    estate::ResourceId addServer(const std::string &name, const std::string &type = "sql-server")
    {
        const auto made = id<estate::ResourceId>();
        must(desk.run(estate::command::CreateResource{made, type, must(ResourceName::from(name)), place(), {}}));
        return made;
    }

    /// A vault with a key for it, an identity that may use it, and the key among those of the server.
    void prepare(const std::string &vaultName = "kv1", KeySpec spec = {})
    {
        vault = desk.vault(vaultName);
        key = desk.key(vault, "tde", spec);
        if (!desk.estate()->resource(server)->identity) identity = desk.identity(server);
        desk.grant(vault, identity, "get,wrapKey,unwrapKey");
        must(desk.run(estate::command::AddServerKey{server, vault, key, version()}));
    }
    estate::VersionId version() const { return desk.estate()->key(key)->latest().id; }
    estate::command::SetKey protector() const { return {server, vault, key, version(), {}, id<estate::JobId>()}; }
    /// Another key of the same vault, added to the server.
    estate::KeyId addKey(const std::string &name)
    {
        const auto made = desk.key(vault, name);
        must(desk.run(estate::command::AddServerKey{server, vault, made, desk.estate()->key(made)->latest().id}));
        return made;
    }
    estate::command::SetKey protectorOf(const estate::KeyId &by) const
    {
        return {server, vault, by, desk.estate()->key(by)->latest().id, {}, id<estate::JobId>()};
    }
    /// … and made its protector.
    estate::KeyId protectBy(const std::string &name)
    {
        const auto made = addKey(name);
        must(desk.run(protectorOf(made)));
        return made;
    }
    void protect()
    {
        prepare();
        must(desk.run(protector()));
    }

    Result<estate::DatabaseId> create(const std::string &name, bool encrypted = true)
    {
        return servers.create({.server = server, .name = must(DatabaseName::from(name)), .encrypted = encrypted}, owner,
                              {});
    }
    /// With a table of a few rows.
    estate::DatabaseId database(const std::string &name, bool encrypted = true)
    {
        const auto made = must(create(name, encrypted));
        must(rows(made, "CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT);"
                        "INSERT INTO t(text) VALUES ('" +
                            marker + "'), ('two'), ('three')"));
        return made;
    }
    Result<engine::SqlRows> rows(const estate::DatabaseId &database, const std::string &sql)
    {
        KEYWARD_TRY(const auto connection, servers.connect(database));
        return connection->query(sql, {});
    }
    /// What the table of database() holds: 3, while it can be read.
    Result<std::int64_t> count(const estate::DatabaseId &database)
    {
        KEYWARD_TRY(const auto found, rows(database, "SELECT count(*) FROM t"));
        return std::get<std::int64_t>(found.rows.front().front());
    }

    const estate::Resource &serverNow() const
    {
        m_seen = desk.estate();
        return *m_seen->resource(server);
    }
    estate::Database databaseNow(const estate::DatabaseId &id) const { return *desk.estate()->database(id); }
    std::filesystem::path folderOf(const estate::DatabaseId &id) const
    {
        return desk.store().folder() / databaseNow(id).folder;
    }
    estate::Placement place() const
    {
        const auto settings = desk.estate()->settings();
        return {must(Region::from("westeurope")), settings.tenant, settings.subscription, "default"};
    }
    engine::DueWork due()
    {
        engine::DueWork out;
        servers.runDue(out, {});
        return out;
    }

    /// Bytes of files as they are, read by another process: a descriptor closed here would drop SQLite's locks.
    static std::string bytesOf(const std::filesystem::path &file, const std::filesystem::path &scratch)
    {
        const auto copy = scratch / "copy-of-bytes";
        if (std::system(("cp '" + file.string() + "' '" + copy.string() + "'").c_str()) != 0) return {};
        std::ifstream in(copy, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    static inline const std::string marker = "a-text-that-nobody-may-find-on-the-disk";

private:
    std::filesystem::path m_folder;

public:
    mutable Desk desk;
    protection::SqlService servers;
    estate::ResourceId server;
    estate::PrincipalId identity;
    estate::VaultId vault;
    estate::KeyId key;

private:
    mutable engine::EstatePtr m_seen;
};

} // namespace keyward::test
