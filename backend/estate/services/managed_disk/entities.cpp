// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/services/managed_disk/entities.h"

#include "backend/estate/estate.h"
#include "backend/estate/services/preparation.h"
#include "backend/estate/stores.h"

#include <algorithm>
#include <array>

namespace keyward::estate {
namespace {

constexpr std::array<std::string_view, 2> machines{"virtual-machine", "vm-scale-set"};

Status notAttached(const Estate &estate, const Resource &disk, const ManagedDisk &facet)
{
    const auto *machine = machineOf(estate, facet);
    return machine ? fail(Code::DiskAttached, disk.name.text(), {machine->name.text()}) : Status{};
}

} // namespace

const DiskSnapshot *ManagedDisk::snapshot(const DiskSnapshotId &id) const
{
    const auto found = std::ranges::find(snapshots, id, &DiskSnapshot::id);
    return found == snapshots.end() ? nullptr : &*found;
}

const DiskSnapshot *ManagedDisk::snapshotNamed(std::string_view name) const
{
    const auto found =
        std::ranges::find_if(snapshots, [&](const DiskSnapshot &one) { return one.name.text() == name; });
    return found == snapshots.end() ? nullptr : &*found;
}

const Resource *machineOf(const Estate &estate, const ManagedDisk &disk)
{
    return disk.machine ? estate.resource(*disk.machine) : nullptr;
}

Status canBeMachine(const Estate &estate, const Resource &machine, const Resource &disk)
{
    const auto unsuitable = [&](Sentence why) {
        return fail(Code::ValueInvalid, machine.name.text(), {"machine to attach a disk to", std::move(why)});
    };
    const auto *profile = estate.catalogue().find(machine.type);
    if (!profile || !std::ranges::contains(machines, profile->service))
        return unsuitable(said("it is a {0}", machine.type));
    if (machine.place.tenant != disk.place.tenant || machine.place.subscription != disk.place.subscription)
        return unsuitable(said("they belong to different subscriptions"));
    if (machine.place.region != disk.place.region)
        return unsuitable(said("it is in {0}, the disk in {1}", machine.place.region.text(), disk.place.region.text()));
    return {};
}

/// Its set changes only while no machine reads and writes it; with snapshots, which share its data key, it does not go
/// back; and one that was ever encrypted in the guest has none.
Status mayHaveStore(const Estate &estate, const Resource &resource, const ManagedDisk &facet,
                    const std::optional<ResourceId> &store)
{
    KEYWARD_CHECK(notAttached(estate, resource, facet));
    if (store && facet.inGuest) return fail(Code::DiskInGuest, resource.name.text());
    const auto *next = store ? estate.resource(*store) : nullptr;
    const bool goesBack = protectingBinding(estate, resource) && !(next && next->binding);
    return goesBack ? mayBeEmptied(resource, facet) : Status{};
}

Status mayBeEmptied(const Resource &resource, const ManagedDisk &facet)
{
    if (facet.snapshots.empty()) return {};
    return fail(Code::DiskHasSnapshots, resource.name.text(), {facet.snapshots.size()});
}

Status mayBeDeleted(const Estate &estate, const Resource &resource, const ManagedDisk &facet)
{
    KEYWARD_CHECK(notAttached(estate, resource, facet));
    return mayBeDeleted(resource, facet.files);
}

Status mayRebind(const Estate &estate, const Resource &resource, const ManagedDisk &facet, Instant now)
{
    return mayRebind(estate, resource, facet.files, now);
}

void settle(const Settling<ManagedDisk> &of) { settleFiles(of.estate, of.resource); }

std::vector<Preparation> preparing(const Estate &, const Resource &, const ManagedDisk &, const Key &,
                                   const KeyVersion &)
{
    return {};
}

/// Its snapshots go before its files.
std::vector<Parting> partings(const Estate &, const Resource &resource, const ManagedDisk &facet, const KeyId &key)
{
    std::vector<Parting> out;
    auto files = partings(resource, facet.files, key);
    if (files.empty()) return out;
    for (const auto &snapshot : facet.snapshots)
        out.push_back({Parting::Of::Protected, command::DropSnapshot{.disk = resource.id, .snapshot = snapshot.id}});
    std::ranges::move(files, std::back_inserter(out));
    return out;
}

void addFindings(std::vector<Finding> &out, const Estate &estate, const Resource &resource, const ManagedDisk &)
{
    addFilesFindings(out, estate, resource);
}

void addDue(std::vector<Command> &, const Estate &, const Resource &, const ManagedDisk &, Instant) {}

} // namespace keyward::estate
