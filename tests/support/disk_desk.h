// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/protection/managed_disk/disk_service.h"
#include "tests/support/fixture.h"

#include <fstream>

/// A disk encryption set with a key of its own and managed disks, on a real keystore, as one process has it.
namespace keyward::test {

class DiskDesk
{
public:
    struct Set {
        estate::ResourceId resource;
        estate::KeyId key;
        estate::PrincipalId identity;
    };

    DiskDesk(const std::filesystem::path &folder, const Clock &clock)
        : desk(folder, clock), disks({desk.engine(), desk.keys(), context(), desk.store().folder()}),
          m_outside(folder.string() + "-outside")
    {
        std::filesystem::create_directories(m_outside);
        desk.engine().settleBy([this](const estate::ResourceId &id) { disks.settle(id); });
        if (const auto *there = desk.estate()->resourceNamed("disk1")) { // opened again
            vault = desk.estate()->vaultNamed("kv1")->id;
            set = {.resource = desk.estate()->resourceNamed("set1")->id,
                   .key = desk.estate()->keyNamed(vault, "cmk1")->id,
                   .identity = *desk.estate()->resourceNamed("set1")->identity};
            disk = there->id;
            return;
        }
        vault = desk.vault("kv1");
        set = boundSet("set1", "cmk1");
        disk = make("disk1", "managed-disk", set.resource);
    }

    estate::Placement place(const std::string &region = "westeurope") const
    {
        const auto settings = desk.estate()->settings();
        return {must(Region::from(region)), settings.tenant, settings.subscription, "default"};
    }
    estate::command::CreateResource creation(const std::string &name, const std::string &type,
                                             std::optional<estate::ResourceId> store = {},
                                             const std::string &region = "westeurope") const
    {
        return {.id = id<estate::ResourceId>(),
                .type = type,
                .name = must(ResourceName::from(name)),
                .place = place(region),
                .tags = {},
                .store = store};
    }
    estate::ResourceId make(const std::string &name, const std::string &type,
                            std::optional<estate::ResourceId> store = {}, const std::string &region = "westeurope")
    {
        const auto create = creation(name, type, store, region);
        must(desk.run(create));
        return create.id;
    }
    Set boundSet(const std::string &name, const std::string &keyName)
    {
        Set out{.resource = make(name, "disk-encryption-set"), .key = desk.key(vault, keyName), .identity = {}};
        out.identity = id<estate::PrincipalId>();
        must(desk.run(estate::command::EnableIdentity{out.resource, out.identity}));
        desk.grant(vault, out.identity, "get,wrapKey,unwrapKey");
        must(desk.run(setKey(out)));
        return out;
    }
    estate::VersionId version(const Set &of) const { return desk.estate()->key(of.key)->latest().id; }
    estate::command::SetKey setKey(const Set &of) const
    {
        return {of.resource, vault, of.key, version(of), {}, id<estate::JobId>()};
    }
    estate::command::UpdateKeyVersion enabled(const Set &of, bool on) const
    {
        return {of.key, version(of), on, {}, {}, {}, {}};
    }

    Status put(const estate::ResourceId &on, const std::string &path, const std::string &content,
               bool overwrite = false)
    {
        const auto file = m_outside / "in";
        std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
        return disks
            .putFile({.resource = on, .path = must(estate::ObjectPath::from(path)), .overwrite = overwrite}, file,
                     owner, {})
            .transform([](const auto &) {});
    }
    Result<std::string> get(const estate::ResourceId &from, const std::string &path)
    {
        const auto to = m_outside / "out";
        std::filesystem::remove(to);
        KEYWARD_CHECK(
            disks.getFile(from, must(estate::ObjectPath::from(path)), to, owner, {}).transform([](const auto &) {}));
        std::ifstream in(to, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }
    Status remove(const std::string &path) { return disks.remove(disk, must(estate::ObjectPath::from(path)), owner); }
    std::vector<std::string> paths(const estate::ResourceId &of)
    {
        std::vector<std::string> out;
        for (const auto &one : must(disks.list(of, {}))) out.push_back(one.path.text());
        return out;
    }
    Result<estate::DiskSnapshotId> snapshot(const std::string &name)
    {
        return disks.takeSnapshot(disk, must(ResourceName::from(name)), owner);
    }
    Result<estate::ResourceId> restore(const estate::DiskSnapshotId &snapshot, const std::string &name)
    {
        return disks.restoreSnapshot({.disk = disk, .snapshot = snapshot, .name = must(ResourceName::from(name))},
                                     owner, {});
    }
    estate::ManagedDisk facet(const estate::ResourceId &of) const
    {
        return *estate::facetOf<estate::ManagedDisk>(*desk.estate()->resource(of));
    }
    std::filesystem::path folder(const estate::ResourceId &of)
    {
        return desk.store().folder() / facet(of).files.folder;
    }
    /// Of the files below its folder that are no part of the index: one for each that something needs.
    std::size_t filesThere(const estate::ResourceId &of)
    {
        std::size_t out = 0;
        for (const auto &entry : std::filesystem::directory_iterator(folder(of)))
            out += !entry.path().filename().string().starts_with("index");
        return out;
    }

    mutable Desk desk;
    protection::DiskService disks;
    estate::VaultId vault;
    Set set;
    estate::ResourceId disk;

private:
    std::filesystem::path m_outside;
};

} // namespace keyward::test
