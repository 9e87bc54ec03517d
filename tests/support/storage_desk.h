// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/files_desk.h"

/// A storage account on a real keystore, as one process has it.
namespace keyward::test {

class StorageDesk : public FilesDesk
{
public:
    StorageDesk(const std::filesystem::path &folder, const Clock &clock)
        : FilesDesk(folder, clock), storage(parts(), estate::StorageAccount::service)
    {
        desk.engine().settleBy([this](const estate::ResourceId &id) { storage.settle(id); });
        if (const auto *there = desk.estate()->resourceNamed("st1")) {
            account = there->id;
            if (const auto *kv = desk.estate()->vaultNamed("kv1")) vault = kv->id;
            if (accountNow().binding) key = accountNow().binding->key;
            return;
        }
        account = make("st1", "storage-account");
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

    Status put(const std::string &path, const std::string &content, bool overwrite = false)
    {
        return FilesDesk::put(account, path, content, overwrite);
    }
    Result<std::string> get(const std::string &path) { return FilesDesk::get(account, path); }
    Status remove(const std::string &path) { return FilesDesk::remove(account, path); }
    std::vector<std::string> paths(const std::string &prefix = {}) { return FilesDesk::paths(account, prefix); }
    std::filesystem::path folder() { return FilesDesk::folder(account); }
    std::size_t filesThere() { return FilesDesk::filesThere(account); }
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

    protection::FilesService storage;
    estate::ResourceId account;
    estate::VaultId vault;
    estate::KeyId key;

private:
    protection::FilesService &files() override { return storage; }
    mutable engine::EstatePtr m_seen;
};

} // namespace keyward::test
