// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Snapshots: taken, made a new disk of, deleted.

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/kept_files/targets.h"
#include "models/services/managed_disk/targets.h"
#include "models/text.h"

#include "backend/engine/api/services/managed_disk.h"
#include "backend/estate/describe_names.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DiskSnapshotActions)
};

engine::ManagedDisks &disksOf(engine::Workplace &workplace) { return workplace.services().get<engine::ManagedDisks>(); }

Status usable(const Situation &s) { return storageUsable(*s.moment, s.target.resource()); }

Result<Deed> takeDeed(const Situation &s, const Values &values)
{
    KEYWARD_TRY(const auto name, ResourceName::from(utf8(stringOf(values, "name"))));
    const auto disk = s.target.resource();
    const auto of = nameOf(s.estate(), disk);
    return Deed{.action =
                    command::TakeSnapshot{.disk = disk, .snapshot = s.random().id<DiskSnapshotId>(), .name = name},
                .errand = [=, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                           const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_CHECK(disksOf(workplace).takeSnapshot(disk, name, actor).transform([](const auto &) {}));
                    return Outcome{.sentence = Words::tr("Snapshot %1 was taken.").arg(text(name.text())),
                                   .detail = Words::tr("Nothing was copied."),
                                   .target = Target::of(disk)};
                },
                .title = Words::tr("Take snapshot %1 of %2", "a snapshot, a disk").arg(text(name.text()), text(of)),
                .commandLine = text(s.workspace.lines().lineOf(
                    engine::DiskDeed{.what = engine::DiskDeed::What::Take, .disk = of, .snapshot = name.text()}))};
}

const DeclaredAction take([]() -> ActionRecord {
    return {
        .id = QStringLiteral("disk.snapshot"),
        .text = Words::tr("Take snapshot"),
        .icon = QStringLiteral("camera-photo"),
        .scope = Scope::Resource,
        .order = 21,
        .blades = {QStringLiteral("disk.snapshots")},
        .primary = true,
        .explanation = Words::tr("Keeps the files of the disk as they are now. The disk cannot go back to "
                                 "service-managed keys while it has snapshots."),
        .supported = [](const Situation &s) { return diskOf(s.estate(), s.target) != nullptr; },
        .allowed = [](const Situation &s) -> Status {
            if (diskOf(s.estate(), s.target)->files.hasKey()) return usable(s);
            return refused(Words::tr("The disk holds nothing yet."), Words::tr("Put a file on it first."));
        },
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("name"),
                     .label = Words::tr("Name"),
                     .hint = Words::tr("2 to 50 letters, digits and hyphens"),
                     .error = nameError<ResourceName>}};
        },
        .deed = takeDeed,
        .oneAtATime = true,
    };
});

Result<Deed> restoreDeed(const Situation &s, const Values &values)
{
    KEYWARD_TRY(auto name, ResourceName::from(utf8(stringOf(values, "name"))));
    const auto *snapshot = snapshotOf(s.estate(), s.target);
    if (!snapshot) return fail(Code::SnapshotMissing, s.target.name, {nameOf(s.estate(), s.target.resource())});
    const engine::SnapshotRestore request{
        .disk = s.target.resource(), .snapshot = snapshot->id, .name = std::move(name)};
    const auto line = s.workspace.lines().lineOf(engine::DiskDeed{.what = engine::DiskDeed::What::Restore,
                                                                  .disk = nameOf(s.estate(), request.disk),
                                                                  .snapshot = snapshot->name.text(),
                                                                  .made = request.name.text()});
    return Deed{
        .action = command::StartSnapshotRestore{.job = s.random().id<JobId>(),
                                                .disk = request.disk,
                                                .snapshot = request.snapshot,
                                                .made = s.random().id<ResourceId>(),
                                                .name = request.name},
        .errand = [=, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                   const engine::ProgressCallback &progress) -> Result<Outcome> {
            KEYWARD_TRY(const auto made, disksOf(workplace).restoreSnapshot(request, actor, progress));
            return Outcome{.sentence = Words::tr("Disk %1 was made.").arg(text(request.name.text())),
                           .detail = Words::tr("Every segment was checked."),
                           .target = Target::of(made)};
        },
        .commandLine = text(line)};
}

const DeclaredAction restore([]() -> ActionRecord {
    return {
        .id = QStringLiteral("disk.restore"),
        .text = Words::tr("Make a disk of it"),
        .icon = QStringLiteral("edit-undo"),
        .scope = diskSnapshotScope,
        .order = 20,
        .blades = {QStringLiteral("disk.snapshots")},
        .explanation =
            Words::tr("The new disk has the region, the group and the disk encryption set of this one, and a "
                      "data key of its own. It is there whole, or not at all."),
        .allowed = usable,
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("name"),
                     .label = Words::tr("Name of the new disk"),
                     .value = text(nameOf(s.estate(), s.target.resource()) + "-" + s.target.name),
                     .hint = Words::tr("2 to 50 letters, digits and hyphens"),
                     .error = nameError<ResourceName>}};
        },
        .deed = restoreDeed,
        .oneAtATime = true,
    };
});

const DeclaredAction remove([]() -> ActionRecord {
    return {
        .id = QStringLiteral("disk.snapshotDelete"),
        .text = Words::tr("Delete"),
        .icon = QStringLiteral("edit-delete"),
        .scope = diskSnapshotScope,
        .order = 80,
        .blades = {QStringLiteral("disk.snapshots")},
        .explanation = Words::tr("What only this snapshot has is destroyed."),
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            const auto *snapshot = snapshotOf(s.estate(), s.target);
            if (!snapshot) return fail(Code::SnapshotMissing, s.target.name, {nameOf(s.estate(), s.target.resource())});
            return Deed{.action = command::DropSnapshot{.disk = s.target.resource(), .snapshot = snapshot->id}};
        },
        .previews = true,
        .destructive = true,
    };
});

} // namespace
} // namespace keyward::models
