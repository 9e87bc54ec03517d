// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Managed disks, beside the files on them: how one is made, its machine, encryption in the guest, and how it is told.

#include "models/actions/action.h"
#include "models/actions/pickers.h"
#include "models/actions/place_fields.h"
#include "models/kept_files/targets.h"
#include "models/service_parts.h"
#include "models/services/managed_disk/targets.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ManagedDisk)
};

bool isDisk(const Situation &s) { return diskOf(s.estate(), s.target) != nullptr; }
bool isAttached(const Situation &s) { return isDisk(s) && machineOf(s.estate(), *diskOf(s.estate(), s.target)); }

const DeclaredAction create([]() -> ActionRecord {
    return {
        .id = QStringLiteral("disk.create"),
        .text = Words::tr("Create managed disk"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Estate,
        .order = 24,
        .blades = {QStringLiteral("resources")},
        .explanation =
            Words::tr("Keeps files, encrypted under a data key of its own. That one is wrapped by the key of "
                      "a disk encryption set, or by the platform's key."),
        .fields = [](const Situation &s) { return newResourceFields(s, ManagedDisk::service); },
        .deed = newResource,
    };
});

std::vector<Pickable> machinesFor(const Situation &s)
{
    const auto &disk = *s.estate().resource(s.target.resource());
    std::vector<Pickable> out;
    for (const auto &[id, resource] : s.estate().resources())
        if (canBeMachine(s.estate(), *resource, disk))
            out.push_back({.item = {.value = text(id.text()), .text = text(resource->name.text())}});
    std::ranges::sort(out, {}, [](const Pickable &one) { return one.item.text; });
    return out;
}

const DeclaredAction attach([]() -> ActionRecord {
    return {
        .id = QStringLiteral("disk.attach"),
        .text = Words::tr("Attach"),
        .icon = QStringLiteral("link"),
        .scope = Scope::Resource,
        .order = 22,
        .blades = {QStringLiteral("resource.overview")},
        .explanation = Words::tr("While a machine has the disk, its disk encryption set cannot be changed."),
        .supported = [](const Situation &s) { return isDisk(s) && !isAttached(s); },
        .allowed = [](const Situation &s) -> Status {
            if (!machinesFor(s).empty()) return {};
            return refused(Words::tr("There is no virtual machine in its region and subscription."),
                           Words::tr("Create one first."));
        },
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("machine"),
                     .label = Words::tr("To the machine"),
                     .kind = Field::Kind::Pick,
                     .picker = pickAmong(machinesFor(s))}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto machine, ResourceId::from(utf8(stringOf(values, "machine"))));
            return Deed{.action = command::AttachDisk{.disk = s.target.resource(), .machine = machine}};
        },
    };
});

const DeclaredAction detach([]() -> ActionRecord {
    return {
        .id = QStringLiteral("disk.detach"),
        .text = Words::tr("Detach"),
        .icon = QStringLiteral("remove-link"),
        .scope = Scope::Resource,
        .order = 22,
        .blades = {QStringLiteral("resource.overview"), QStringLiteral("resource.encryption")},
        .supported = isAttached,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::DetachDisk{s.target.resource()}};
        },
        .previews = true,
    };
});

const DeclaredAction inGuest([]() -> ActionRecord {
    return {
        .id = QStringLiteral("disk.inGuest"),
        .text = Words::tr("Note encryption in the guest"),
        .icon = QStringLiteral("document-encrypt"),
        .scope = Scope::Resource,
        .order = 75,
        .blades = {QStringLiteral("resource.encryption")},
        .explanation = Words::tr("A disk that was ever encrypted by the system of its machine can have no disk "
                                 "encryption set. This cannot be taken back."),
        .supported = [](const Situation &s) { return isDisk(s) && !diskOf(s.estate(), s.target)->inGuest; },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::NoteInGuest{s.target.resource()}};
        },
        .previews = true,
    };
});

void addFacts(std::vector<FactsPart::Fact> &out, const engine::Published &moment, const Resource &resource)
{
    const auto *disk = facetOf<estate::ManagedDisk>(resource);
    if (!disk) return;
    addDataKey(out, moment, resource);
    const auto *machine = machineOf(*moment.estate, *disk);
    FactsPart::Fact attached{.label = Words::tr("Attached to"),
                             .value = machine ? text(machine->name.text()) : Words::tr("No machine")};
    if (machine) attached.link = Target::of(machine->id);
    out.push_back(std::move(attached));
    if (disk->inGuest)
        out.push_back({.label = Words::tr("Encrypted in the guest"), .value = Words::tr("Yes: it can have no set")});
}

/// Of the set's key, which is the one that the page of the disk tells of.
KeyWords keyWords(const QString &key)
{
    return {.protects = Words::tr("Its files are encrypted under one data key, which %1 wraps.").arg(key),
            .afterwards = Words::tr("The data key is wrapped by %1 at once. No stored byte is touched, however much "
                                    "there is.")
                              .arg(key),
            .inUse = Words::tr("Its data key is wrapped by it; the files stay as they are.")};
}

QString jobTitle(const Job &job)
{
    const auto *work = workOf<SnapshotRestoreWork>(job);
    return work ? Words::tr("Make a disk of snapshot %1 of %2", "a snapshot, a disk")
                      .arg(text(work->snapshot), text(work->disk))
                : QString();
}

const ServiceFacts serviceFacts([]() -> ServiceFactsRecord {
    return {.service = estate::ManagedDisk::service,
            .add = addFacts,
            .next = QStringLiteral("storage.put"),
            .jobTitle = jobTitle,
            .keyWords = keyWords};
});

} // namespace
} // namespace keyward::models
