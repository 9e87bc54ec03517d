// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The snapshots of a managed disk.

#include "models/presenter.h"
#include "models/read_beside.h"
#include "models/services/managed_disk/targets.h"
#include "models/tables/computed_table.h"
#include "models/text.h"
#include "models/thing.h"

#include "backend/estate/describe_names.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DiskSnapshots)
};

const Thing snapshotThing([]() -> ThingRecord {
    return {
        .scope = diskSnapshotScope,
        .exists = [](const Estate &e, const Target &t) { return snapshotOf(e, t) != nullptr; },
        .title = [](const Estate &, const Target &t) { return text(t.name); },
        .kind = [](const Estate &e,
                   const Target &t) { return Words::tr("Snapshot of %1").arg(text(nameOf(e, t.resource()))); },
        .parent = [](const Estate &, const Target &t) { return Target::of(t.resource()); },
        .beside = QStringLiteral("disk.snapshots"),
    };
});

std::vector<ComputedRow> rowsOf(const engine::Published &moment, const Target &target)
{
    std::vector<ComputedRow> out;
    const auto *disk = diskOf(*moment.estate, target);
    if (!disk) return out;
    for (const auto &one : disk->snapshots)
        out.push_back(
            {.row = {.id = recordOf(one.id),
                     .cells = {{.text = text(one.name.text()), .strong = true},
                               {.text = number(one.files)},
                               {.text = bytesText(one.bytes), .tooltip = Words::tr("%1 bytes").arg(number(one.bytes))},
                               {.text = ago(one.taken, moment.now), .tooltip = dateAndTime(one.taken)}},
                     .target = snapshotTarget(target.resource(), one)},
             .order = {{1, static_cast<std::int64_t>(one.files)},
                       {2, static_cast<std::int64_t>(one.bytes)},
                       {3, one.taken.time_since_epoch().count()}}});
    return out;
}

class Snapshots final : public Presenter
{
public:
    Snapshots(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        auto *table = new ComputedTable(
            {{.title = Words::tr("Snapshot"), .width = 260, .stretch = true, .keep = true},
             {.title = Words::tr("Files"), .width = 90, .number = true},
             {.title = Words::tr("Size"), .width = 110, .number = true, .keep = true},
             {.title = Words::tr("Taken"), .width = 150, .keep = true}},
            [target](const engine::Published &moment) { return rowsOf(moment, target); }, workspace.feed(),
            workspace.background());
        table->sort(3, Qt::DescendingOrder);
        auto *part = add<TablePart>(QStringLiteral("snapshots"), QString(), table);
        part->fills = true;
        part->opens = false;
        part->counted = [](int n) { return Words::tr("%Ln snapshots", nullptr, n); };
        part->emptyTitle = Words::tr("No snapshots yet");
        part->emptyText = Words::tr("A snapshot keeps the files of the disk as they are now. Nothing is copied: it "
                                    "shares with the disk what does not change afterwards.");
        part->emptyAction = QStringLiteral("disk.snapshot");
        start(Follows::Estate);
    }

protected:
    void update(const engine::Published &) override {}
};

const Blade snapshotsBlade([]() -> BladeRecord {
    return {.id = QStringLiteral("disk.snapshots"),
            .title = Words::tr("Snapshots"),
            .icon = QStringLiteral("view-history"),
            .scope = Scope::Resource,
            .order = 6,
            .available = [](const Estate &e, const Target &t) { return diskOf(e, t) != nullptr; },
            .make = makePresenter<Snapshots>};
});

} // namespace
} // namespace keyward::models
