// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/api/services/managed_disk.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/lines.h"
#include "app/keywardctl/listing.h"
#include "app/keywardctl/service_commands.h"
#include "backend/base/paths.h"
#include "backend/reports/services/managed_disk.h"

namespace keyward::ctl {

using namespace estate;

namespace {

constexpr const char *usesDiskKey = "it uses the data key of the disk, which is logged";

engine::ManagedDisks &disksOf(engine::Workplace &workplace) { return workplace.services().get<engine::ManagedDisks>(); }

Result<const Resource *> disk(Invocation &invocation, const std::string &name)
{
    return resourceOf<ManagedDisk>(invocation, name, "managed disk");
}

struct DiskOptions {
    std::string disk, machine, snapshot, made;
};

/// Of the disk's snapshots the one of this name. Code::SnapshotMissing
Result<DiskSnapshot> snapshotIn(const Resource &disk, const std::string &name)
{
    if (const auto *found = facetOf<ManagedDisk>(disk)->snapshotNamed(name)) return *found;
    return fail(Code::SnapshotMissing, name, {disk.name.text()});
}

Status attach(Invocation &invocation, const DiskOptions &o)
{
    KEYWARD_TRY(const auto *one, disk(invocation, o.disk));
    KEYWARD_TRY(const auto *machine, invocation.resource(o.machine));
    const auto id = one->id;
    return invocation.carryOut(command::AttachDisk{.disk = id, .machine = machine->id}, [&](const Estate &after) {
        return Told{"Disk " + o.disk + " is attached to " + o.machine + ".", reports::view(after, *after.resource(id))};
    });
}

Status detach(Invocation &invocation, const DiskOptions &o)
{
    KEYWARD_TRY(const auto *one, disk(invocation, o.disk));
    const auto id = one->id;
    return invocation.carryOut(command::DetachDisk{id}, [&](const Estate &after) {
        return Told{"Disk " + o.disk + " is attached to no machine.", reports::view(after, *after.resource(id))};
    });
}

Status noteInGuest(Invocation &invocation, const DiskOptions &o)
{
    KEYWARD_TRY(const auto *one, disk(invocation, o.disk));
    const auto id = one->id;
    return invocation.carryOut(command::NoteInGuest{id}, [&](const Estate &after) {
        return Told{"It is noted that disk " + o.disk + " was encrypted in the guest.",
                    reports::view(after, *after.resource(id))};
    });
}

Status takeSnapshot(Invocation &invocation, const DiskOptions &o)
{
    KEYWARD_TRY(const auto *one, disk(invocation, o.disk));
    const auto id = one->id;
    KEYWARD_TRY(const auto name, ResourceName::from(o.snapshot));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto snapshot, disksOf(*acting).takeSnapshot(id, name, invocation.actor()));
    KEYWARD_TRY(const auto now, invocation.snapshot());
    const auto &taken = *facetOf<ManagedDisk>(*now->resource(id))->snapshot(snapshot);
    invocation.out().line("Snapshot " + o.snapshot + " of " + o.disk + ": " + counted(taken.files, "file") + ", " +
                          humanBytes(taken.bytes) + ".");
    invocation.out().document(reports::view(taken));
    return {};
}

Status listSnapshots(Invocation &invocation, const DiskOptions &o)
{
    KEYWARD_TRY(const auto *one, disk(invocation, o.disk));
    Listing listing({"SNAPSHOT", "FILES", "BYTES", "TAKEN"}, Listing::Order::AsAdded);
    for (const auto &snapshot : facetOf<ManagedDisk>(*one)->snapshots)
        listing.add({snapshot.name.text(), std::to_string(snapshot.files), std::to_string(snapshot.bytes),
                     isoText(snapshot.taken)},
                    reports::view(snapshot));
    return listing.tell(invocation, "It has no snapshots. Take one: keywardctl disk snapshot take " + o.disk + " NAME");
}

Status dropSnapshot(Invocation &invocation, const DiskOptions &o)
{
    KEYWARD_TRY(const auto *one, disk(invocation, o.disk));
    KEYWARD_TRY(const auto snapshot, snapshotIn(*one, o.snapshot));
    return invocation.carryOut(command::DropSnapshot{.disk = one->id, .snapshot = snapshot.id}, [&](const Estate &) {
        return Told::gone("Snapshot " + o.snapshot + " of " + o.disk + " is deleted.", o.snapshot);
    });
}

Status restoreSnapshot(Invocation &invocation, const DiskOptions &o)
{
    KEYWARD_TRY(const auto *one, disk(invocation, o.disk));
    const auto id = one->id;
    KEYWARD_TRY(const auto snapshot, snapshotIn(*one, o.snapshot));
    KEYWARD_TRY(auto name, ResourceName::from(o.made));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto made, withProgress(invocation, "Restoring", [&](const auto &progress) {
                    return disksOf(*acting).restoreSnapshot(
                        {.disk = id, .snapshot = snapshot.id, .name = std::move(name)}, invocation.actor(), progress);
                }));
    KEYWARD_TRY(const auto now, invocation.snapshot());
    const auto &resource = *now->resource(made);
    const auto *set = resource.store ? now->resource(*resource.store) : nullptr;
    invocation.out().line("Disk " + o.made + " has what snapshot " + o.snapshot + " of " + o.disk + " had, " +
                          (set ? "under the key of " + set->name.text() : "under the platform's key") + ".");
    invocation.out().document(reports::view(*now, resource));
    return {};
}

} // namespace

MaybeLine lineOf(const Typed<command::AttachDisk> &c)
{
    return about(c.estate, "disk attach", c->disk).word(nameOf(c.estate, c->machine));
}
MaybeLine lineOf(const Typed<command::DetachDisk> &c) { return about(c.estate, "disk detach", c->disk); }
MaybeLine lineOf(const Typed<command::NoteInGuest> &c) { return about(c.estate, "disk in-guest", c->disk); }
MaybeLine lineOf(const Typed<command::TakeSnapshot> &) { return nobodyTypesIt; }         // its deed has one
MaybeLine lineOf(const Typed<command::StartSnapshotRestore> &) { return nobodyTypesIt; } // likewise
MaybeLine lineOf(const Typed<command::DropSnapshot> &c)
{
    const auto *resource = c.estate.resource(c->disk);
    const auto *facet = resource ? facetOf<ManagedDisk>(*resource) : nullptr;
    const auto *snapshot = facet ? facet->snapshot(c->snapshot) : nullptr;
    if (!snapshot) return notAsALine;
    return about(c.estate, "disk snapshot delete", c->disk).word(snapshot->name.text());
}

std::string KeywardctlLines::lineOf(const engine::DiskDeed &deed) const
{
    using What = engine::DiskDeed::What;
    switch (deed.what) {
    case What::Take: return Line("disk snapshot take").word(deed.disk).word(deed.snapshot).text();
    case What::Restore:
        return Line("disk restore").word(deed.disk).word(deed.made).option("--snapshot", deed.snapshot).text();
    }
    std::unreachable();
}

void addCommands(const ServiceCommands<ManagedDisk> &of)
{
    auto &commands = of.commands;
    auto *group = commands.group("disk", "Managed disks: machines, snapshots; their files: keywardctl storage");
    const auto named = [](CLI::App *app, const std::shared_ptr<DiskOptions> &o) {
        app->add_option("DISK", o->disk)->required();
        return app;
    };
    auto a = options<DiskOptions>();
    named(commands.change(group, "attach", "Attach a disk to a machine", [a](Invocation &s) { return attach(s, *a); }),
          a)
        ->add_option("MACHINE", a->machine)
        ->required();
    auto d = options<DiskOptions>();
    named(commands.change(group, "detach", "Detach a disk from its machine",
                          [d](Invocation &s) { return detach(s, *d); }),
          d);
    auto g = options<DiskOptions>();
    named(commands.change(group, "in-guest", "Note that a disk was encrypted in the guest, for good",
                          [g](Invocation &s) { return noteInGuest(s, *g); }),
          g);
    auto r = options<DiskOptions>();
    auto *restoreApp = named(commands.act(group, "restore", "Make a new disk of a snapshot, under the same set",
                                          usesDiskKey, [r](Invocation &s) { return restoreSnapshot(s, *r); }),
                             r);
    restoreApp->add_option("NEW", r->made, "The new disk's name")->required();
    restoreApp->add_option("--snapshot", r->snapshot, "Its name")->required();
    restoreApp->footer("Example: keywardctl disk restore data1 data1-again --snapshot monday");
    auto *snapshots = group->add_subcommand("snapshot", "Snapshots of a disk")->require_subcommand(1);
    const auto ofSnapshot = [&](CLI::App *app, const std::shared_ptr<DiskOptions> &o) {
        named(app, o)->add_option("SNAPSHOT", o->snapshot)->required();
    };
    auto t = options<DiskOptions>();
    ofSnapshot(commands.act(snapshots, "take", "Keep a disk's files as they are now; nothing is copied", usesDiskKey,
                            [t](Invocation &s) { return takeSnapshot(s, *t); }),
               t);
    auto l = options<DiskOptions>();
    named(commands.reads(snapshots, "list", "List the snapshots of a disk",
                         [l](Invocation &s) { return listSnapshots(s, *l); }),
          l);
    auto x = options<DiskOptions>();
    ofSnapshot(commands.change(snapshots, "delete", "Delete a snapshot with what only it needs, for good",
                               [x](Invocation &s) { return dropSnapshot(s, *x); }),
               x);
}

} // namespace keyward::ctl
