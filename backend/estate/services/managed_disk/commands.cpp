// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Managed disks: the machine that one is attached to, encryption in the guest, snapshots.

#include "backend/estate/commands/row.h"
#include "backend/estate/regions.h"
#include "backend/estate/running_jobs.h"
#include "backend/estate/services/managed_disk/entities.h"

#include <algorithm>

namespace keyward::estate {
namespace {

/// A copy to be changed.
struct Disk {
    Resource resource;
    ManagedDisk &facet() { return std::get<ManagedDisk>(resource.facet); }
    std::string name() const { return resource.name.text(); }
};

Result<Disk> diskIn(const Estate &estate, const ResourceId &id)
{
    KEYWARD_TRY(const auto *resource, existing(estate, id));
    if (facetOf<ManagedDisk>(*resource)) return Disk{*resource};
    return fail(Code::ValueInvalid, resource->name.text(), {"managed disk", said("it is a {0}", resource->type)});
}

std::string snapshotName(const Estate &estate, const ResourceId &disk, const DiskSnapshotId &id)
{
    const auto *resource = estate.resource(disk);
    const auto *facet = resource ? facetOf<ManagedDisk>(*resource) : nullptr;
    const auto *snapshot = facet ? facet->snapshot(id) : nullptr;
    return snapshot ? snapshot->name.text() : id.text().substr(0, 8);
}

} // namespace

namespace command {

Facts factsOf(const Estate &estate, const AttachDisk &c) { return administrationOf(estate, c.disk, changes(c.disk)); }
Words wordsOf(const Estate &estate, const AttachDisk &c)
{
    return {.sentence = said("Attach {0} to {1}", nameOf(estate, c.disk), nameOf(estate, c.machine)),
            .irreversible = {},
            .undo = DetachDisk{c.disk}};
}
Status applyTo(ChangeBuilder &draft, const AttachDisk &command)
{
    KEYWARD_TRY(auto disk, diskIn(draft.estate(), command.disk));
    KEYWARD_TRY(const auto *machine, existing(draft.estate(), command.machine));
    KEYWARD_CHECK(notBeingMade(draft.estate(), command.disk));
    if (const auto *other = machineOf(draft.estate(), disk.facet()))
        return fail(Code::DiskAttached, disk.name(), {other->name.text()});
    KEYWARD_CHECK(canBeMachine(draft.estate(), *machine, disk.resource));
    disk.facet().machine = machine->id;
    draft.put(std::move(disk.resource));
    return {};
}

Facts factsOf(const Estate &estate, const DetachDisk &c) { return administrationOf(estate, c.disk, changes(c.disk)); }
Words wordsOf(const Estate &estate, const DetachDisk &c)
{
    Words out{.sentence = said("Detach {0} from its machine", nameOf(estate, c.disk)), .irreversible = {}, .undo = {}};
    const auto *resource = estate.resource(c.disk);
    const auto *facet = resource ? facetOf<ManagedDisk>(*resource) : nullptr;
    if (const auto *machine = facet ? machineOf(estate, *facet) : nullptr) out.undo = AttachDisk{c.disk, machine->id};
    return out;
}
Status applyTo(ChangeBuilder &draft, const DetachDisk &command)
{
    KEYWARD_TRY(auto disk, diskIn(draft.estate(), command.disk));
    if (!machineOf(draft.estate(), disk.facet()))
        return fail(Code::ValueInvalid, disk.name(), {"disk to detach", said("it is attached to no machine")});
    disk.facet().machine.reset();
    draft.put(std::move(disk.resource));
    return {};
}

Facts factsOf(const Estate &estate, const NoteInGuest &c) { return administrationOf(estate, c.disk, changes(c.disk)); }
Words wordsOf(const Estate &estate, const NoteInGuest &c)
{
    return {.sentence = said("Note that {0} was encrypted in the guest", nameOf(estate, c.disk)),
            .irreversible = said("it can never have a disk encryption set then"),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const NoteInGuest &command)
{
    KEYWARD_TRY(auto disk, diskIn(draft.estate(), command.disk));
    if (disk.facet().inGuest)
        return fail(Code::ValueInvalid, disk.name(), {"disk to encrypt in the guest", said("it is noted already")});
    if (const auto *set = disk.resource.store ? draft.estate().resource(*disk.resource.store) : nullptr)
        return fail(Code::ValueInvalid, disk.name(),
                    {"disk to encrypt in the guest", said("its disk encryption set is {0}", set->name.text())});
    disk.facet().inGuest = true;
    draft.put(std::move(disk.resource));
    return {};
}

Facts factsOf(const Estate &estate, const TakeSnapshot &c)
{
    return administrationOf(estate, c.disk, changes(c.disk), made(estate, c.snapshot));
}
Words wordsOf(const Estate &estate, const TakeSnapshot &c)
{
    return {.sentence = said("Take snapshot {0} of {1}", c.name.text(), nameOf(estate, c.disk)),
            .irreversible = {},
            .undo = DropSnapshot{c.disk, c.snapshot}};
}
Status applyTo(ChangeBuilder &draft, const TakeSnapshot &command)
{
    KEYWARD_TRY(auto disk, diskIn(draft.estate(), command.disk));
    KEYWARD_CHECK(regionIsUp(draft.estate(), disk.resource.place.region));
    KEYWARD_CHECK(notBeingMade(draft.estate(), command.disk));
    auto &facet = disk.facet();
    if (!facet.files.hasKey())
        return fail(Code::ValueInvalid, disk.name(), {"disk to take a snapshot of", said("it holds nothing yet")});
    if (facet.snapshotNamed(command.name.text())) return fail(Code::AlreadyExists, command.name.text(), {"snapshot"});
    if (facet.snapshot(command.snapshot)) return fail(Code::IdTaken, command.snapshot.text());
    facet.snapshots.push_back({.id = command.snapshot,
                               .name = command.name,
                               .taken = draft.now,
                               .files = command.files,
                               .bytes = command.bytes});
    draft.put(std::move(disk.resource));
    return {};
}

Facts factsOf(const Estate &estate, const DropSnapshot &c) { return administrationOf(estate, c.disk, removes(c.disk)); }
Words wordsOf(const Estate &estate, const DropSnapshot &c)
{
    return {.sentence =
                said("Delete snapshot {0} of {1}", snapshotName(estate, c.disk, c.snapshot), nameOf(estate, c.disk)),
            .irreversible = said("what only it needs is destroyed"),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const DropSnapshot &command)
{
    KEYWARD_TRY(auto disk, diskIn(draft.estate(), command.disk));
    if (std::erase_if(disk.facet().snapshots, [&](const DiskSnapshot &one) { return one.id == command.snapshot; }) == 0)
        return fail(Code::NotFound, command.snapshot.text().substr(0, 8), {"snapshot"});
    draft.put(std::move(disk.resource));
    draft.change.effects.push_back(effect::Settle{command.disk});
    draft.change.destroys = true;
    return {};
}

Facts factsOf(const Estate &estate, const StartSnapshotRestore &c)
{
    const auto *disk = estate.resource(c.disk);
    return administrationOf(estate, c.disk, disk ? into(estate, disk->place) : Guards{}, made(estate, c.job, c.made));
}
Words wordsOf(const Estate &estate, const StartSnapshotRestore &c)
{
    return {.sentence = said("Restore snapshot {0} of {1} as the new disk {2}",
                             snapshotName(estate, c.disk, c.snapshot), nameOf(estate, c.disk), c.name.text()),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const StartSnapshotRestore &command)
{
    KEYWARD_TRY(auto disk, diskIn(draft.estate(), command.disk));
    const auto *snapshot = disk.facet().snapshot(command.snapshot);
    if (!snapshot) return fail(Code::SnapshotMissing, command.snapshot.text().substr(0, 8), {disk.name()});
    KEYWARD_CHECK(applyTo(draft, CreateResource{.id = command.made,
                                                .type = disk.resource.type,
                                                .name = command.name,
                                                .place = disk.resource.place,
                                                .tags = {},
                                                .store = disk.resource.store}));
    auto job = begunJob(draft, command.job, command.disk, "Restore as " + command.name.text(),
                        SnapshotRestoreWork{.disk = disk.name(), .snapshot = snapshot->name.text()});
    job.made = command.made;
    draft.put(std::move(job));
    if (!disk.facet().inGuest) return {};
    KEYWARD_TRY(auto made, diskIn(draft.estate(), command.made));
    made.facet().inGuest = true;
    draft.put(std::move(made.resource));
    return {};
}

} // namespace command
} // namespace keyward::estate
