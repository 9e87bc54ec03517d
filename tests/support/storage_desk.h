// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/protection/files_service.h"
#include "tests/support/fixture.h"

#include <fstream>

/// A storage account on a real keystore, as one process has it.
namespace keyward::test {

class StorageDesk
{
public:
    explicit StorageDesk(const std::filesystem::path &folder, const Clock &clock)
        : desk(folder, clock),
          storage({desk.engine(), desk.keys(), context(), desk.store().folder()}, estate::StorageAccount::service),
          m_outside(folder.string() + "-outside")
    {
        std::filesystem::create_directories(m_outside);
        desk.engine().settleBy([this](const estate::ResourceId &id) { storage.settle(id); });
        if (const auto *there = desk.estate()->resourceNamed("st1")) {
            account = there->id;
            if (const auto *kv = desk.estate()->vaultNamed("kv1")) vault = kv->id;
            if (accountNow().binding) key = accountNow().binding->key;
            return;
        }
        account = id<estate::ResourceId>();
        const auto settings = desk.estate()->settings();
        must(desk.run(estate::command::CreateResource{
            account,
            "storage-account",
            must(ResourceName::from("st1")),
            {must(Region::from("westeurope")), settings.tenant, settings.subscription, "default"},
            {}}));
    }

    void prepare(const std::string &keyName = "cmk")
    {
        if (vault == estate::VaultId{}) {
            vault = desk.vault("kv1");
            const auto identity = id<estate::PrincipalId>();
            must(desk.run(estate::command::EnableIdentity{account, identity}));
            desk.grant(vault, identity, "get,wrapKey,unwrapKey");
        }
        key = desk.key(vault, keyName);
    }
    estate::PrincipalId identity() const { return *accountNow().identity; }
    estate::VersionId version() const { return desk.estate()->key(key)->latest().id; }
    estate::command::SetKey setKey() const { return {account, vault, key, version(), {}, id<estate::JobId>()}; }
    void bind()
    {
        prepare();
        must(desk.run(setKey()));
    }
    estate::VersionId rotate() ///< to a new version of its key; the former one
    {
        const auto former = version();
        must(desk.run(desk.rotation(key)));
        must(desk.run(setKey()));
        return former;
    }
    estate::command::UpdateKeyVersion enabled(const estate::VersionId &which, bool on) const
    {
        return {key, which, on, {}, {}, {}, {}};
    }

    std::filesystem::path outside(const std::string &name) const { return m_outside / name; }
    std::filesystem::path fileWith(const std::string &name, const std::string &content) const
    {
        std::ofstream(outside(name), std::ios::binary | std::ios::trunc) << content;
        return outside(name);
    }
    Status put(const std::string &path, const std::string &content, bool overwrite = false)
    {
        return storage
            .putFile({.resource = account, .path = must(estate::ObjectPath::from(path)), .overwrite = overwrite},
                     fileWith("in", content), owner, {})
            .transform([](const auto &) {});
    }
    Result<std::string> get(const std::string &path)
    {
        const auto to = outside("out");
        std::filesystem::remove(to);
        KEYWARD_CHECK(
            storage.getFile(account, must(estate::ObjectPath::from(path)), to, owner, {}).transform([](const auto &) {
            }));
        std::ifstream in(to, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }
    Status remove(const std::string &path)
    {
        return storage.remove(account, must(estate::ObjectPath::from(path)), owner);
    }
    std::vector<std::string> paths(const std::string &prefix = {})
    {
        std::vector<std::string> out;
        for (const auto &one : must(storage.list(account, prefix))) out.push_back(one.path.text());
        return out;
    }
    /// Of the files below its folder that are no part of the index: one for each blob or file.
    std::size_t filesThere()
    {
        std::size_t out = 0;
        for (const auto &entry : std::filesystem::directory_iterator(folder()))
            out += !entry.path().filename().string().starts_with("index");
        return out;
    }
    engine::DueWork due()
    {
        for (const auto &command : estate::dueCommands(*desk.estate(), desk.engine().now()))
            must(desk.run(command.action, true));
        engine::DueWork out;
        storage.runDue(out, {});
        return out;
    }

    const estate::Resource &accountNow() const
    {
        m_seen = desk.estate();
        return *m_seen->resource(account);
    }
    const estate::KeptFiles &facet() const { return *estate::keptFilesOf(accountNow()); }
    std::filesystem::path folder() { return desk.store().folder() / facet().folder; }

    mutable Desk desk;
    protection::FilesService storage;
    estate::ResourceId account;
    estate::VaultId vault;
    estate::KeyId key;

private:
    std::filesystem::path m_outside;
    mutable engine::EstatePtr m_seen;
};

} // namespace keyward::test
