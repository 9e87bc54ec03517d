// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/services/managed_disk.h"

#include "backend/reports/json.h"
#include "backend/reports/kept_files.h"

namespace keyward::reports {

using namespace estate;

QJsonObject view(const DiskSnapshot &snapshot)
{
    return {{QLatin1String("snapshot"), text(snapshot.name.text())},
            {QLatin1String("taken"), time(snapshot.taken)},
            {QLatin1String("files"), number(snapshot.files)},
            {QLatin1String("bytes"), number(snapshot.bytes)}};
}

void addFacet(QJsonObject &out, const FacetOf<ManagedDisk> &of)
{
    addFiles(out, of.facet.files);
    const auto *machine = machineOf(of.estate, of.facet);
    out.insert(QLatin1String("attachedTo"), machine ? text(machine->name.text()) : QJsonValue());
    out.insert(QLatin1String("encryptedInGuest"), of.facet.inGuest);
    QJsonArray snapshots;
    for (const auto &snapshot : of.facet.snapshots) snapshots.append(view(snapshot));
    out.insert(QLatin1String("snapshots"), snapshots);
}

void addWork(QJsonObject &out, const WorkOf<SnapshotRestoreWork> &of)
{
    out.insert(QLatin1String("disk"), text(of.work.disk));
    out.insert(QLatin1String("snapshot"), text(of.work.snapshot));
}

std::vector<StoredSection> storedSections(const StoredOf<ManagedDisk> &of)
{
    return {dataKeySection(of.estate, ManagedDisk::service,
                           {.name = QStringLiteral("diskDataKeys"),
                            .id = "disks",
                            .title = "Data keys of managed disks",
                            .none = "No managed disk holds anything.",
                            .column = "Managed disk"})};
}

} // namespace keyward::reports
