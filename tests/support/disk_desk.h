// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/protection/managed_disk/disk_service.h"
#include "tests/support/files_desk.h"

/// A disk encryption set with a key of its own and managed disks, on a real keystore, as one process has it.
namespace keyward::test {

class DiskDesk : public FilesDesk
{
public:
    struct Set {
        estate::ResourceId resource;
        estate::KeyId key;
        estate::PrincipalId identity;
    };

    DiskDesk(const std::filesystem::path &folder, const Clock &clock) : FilesDesk(folder, clock), disks(parts())
    {
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

    Status remove(const std::string &path) { return FilesDesk::remove(disk, path); }
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

    protection::DiskService disks;
    estate::VaultId vault;
    Set set;
    estate::ResourceId disk;

private:
    protection::FilesService &files() override { return disks; }
};

} // namespace keyward::test
