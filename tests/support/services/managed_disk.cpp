// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/any_command.h"

namespace keyward::test {

using namespace estate;

namespace {

/// A disk that holds something, where there is none yet.
ResourceId filledDisk(World &world)
{
    auto &model = world.model;
    for (const auto &[id_, resource] : model.estate.resources())
        if (facetOf<ManagedDisk>(*resource)) return id_;
    const auto disk = id<ResourceId>();
    const command::CreateResource create{disk, "managed-disk", must(ResourceName::from("disk-1")), model.place(), {}};
    if (!model.run(create, true)) return disk; // its place is locked, or moved away
    const auto folder = id<RecordId>().text();
    (void)model.run(command::OpenStorage{disk, folder}, true);
    (void)model.run(command::KeepStorageKey{.resource = disk, .folder = folder, .by = {}, .wrapped = Bytes(40, 7)},
                    true);
    const command::CreateResource machine{
        id<ResourceId>(), "virtual-machine", must(ResourceName::from("machine-1")), model.place(), {}};
    (void)model.run(machine, true);
    return disk;
}

ResourceId anyMachine(const Estate &estate)
{
    for (const auto &[id_, resource] : estate.resources())
        if (resource->type == "virtual-machine") return id_;
    return anyOf<Resource>(estate);
}

} // namespace

Action anyCommand(const ServiceCommand<ManagedDisk> &of)
{
    const auto disk = filledDisk(of.world);
    const auto &estate = of.world.model.estate;
    const auto *resource = estate.resource(disk);
    const auto *facet = resource ? facetOf<ManagedDisk>(*resource) : nullptr;
    const auto snapshot = facet && !facet->snapshots.empty() ? facet->snapshots.front().id : id<DiskSnapshotId>();
    const auto name = must(ResourceName::from("snap-" + std::to_string(below(4))));
    switch (below(6)) {
    case 0: return command::AttachDisk{.disk = disk, .machine = anyMachine(estate)};
    case 1: return command::DetachDisk{disk};
    case 2: return command::NoteInGuest{disk};
    case 3:
        return command::TakeSnapshot{
            .disk = disk, .snapshot = id<DiskSnapshotId>(), .name = name, .files = 2, .bytes = 300};
    case 4:
        return command::StartSnapshotRestore{.job = id<JobId>(),
                                             .disk = disk,
                                             .snapshot = snapshot,
                                             .made = id<ResourceId>(),
                                             .name = must(ResourceName::from("disk-" + std::to_string(below(4) + 2)))};
    default: return command::DropSnapshot{.disk = disk, .snapshot = snapshot};
    }
}

} // namespace keyward::test
