// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/services/recovery_services_vault.h"

#include "backend/estate/describe.h"
#include "backend/reports/json.h"
#include "backend/reports/services/list.h"

#include <algorithm>

namespace keyward::reports {

using namespace estate;

QJsonObject view(const Estate &estate, const RecoveryPoint &point)
{
    const auto *resource = estate.resource(point.resource);
    return {{QLatin1String("id"), text(point.id.text())},
            {QLatin1String("resource"), resource ? text(resource->name.text()) : QString()},
            {QLatin1String("source"), text(point.source)},
            {QLatin1String("created"), time(point.created)},
            {QLatin1String("files"), number(point.files)},
            {QLatin1String("bytes"), number(point.bytes)},
            {QLatin1String("storedBytes"), number(point.storedBytes)},
            {QLatin1String("segments"), number(point.segments)},
            {QLatin1String("keyUri"), point.wrappedBy ? text(point.wrappedBy->uri) : QJsonValue()},
            {QLatin1String("wrapAlgorithm"), text(algorithmText(point.algorithm))},
            {QLatin1String("warnings"), list(point.warnings)}};
}

QJsonObject view(const BackupPolicy &policy)
{
    return {{QLatin1String("source"), text(policy.source)},
            {QLatin1String("every"), policy.every.count() ? text(isoDuration(policy.every)) : QString()},
            {QLatin1String("excludes"), list(policy.excludes)},
            {QLatin1String("keepLast"), static_cast<int>(policy.keepLast)},
            {QLatin1String("keepFor"), policy.keepFor.count() ? text(isoDuration(policy.keepFor)) : QString()}};
}

void addFacet(QJsonObject &out, const FacetOf<RecoveryServicesVault> &of)
{
    out.insert(QLatin1String("recoveryPoints"), static_cast<qint64>(of.estate.pointsOf(of.resource.id).size()));
    out.insert(QLatin1String("policy"), view(of.facet.policy));
}

namespace {

/// As long as there is one.
void addPoint(QJsonObject &out, const Estate &estate, const std::optional<PointId> &point)
{
    out.insert(QLatin1String("point"), point && estate.point(*point) ? text(point->text()) : QJsonValue());
}

} // namespace

void addWork(QJsonObject &out, const WorkOf<BackupWork> &of) { addPoint(out, of.estate, of.work.point); }
void addWork(QJsonObject &out, const WorkOf<RestoreWork> &of) { addPoint(out, of.estate, of.work.point); }

std::vector<StoredSection> storedSections(const StoredOf<RecoveryServicesVault> &of)
{
    const auto &estate = of.estate;
    StoredSection stored{.name = QStringLiteral("recoveryPoints"), .section = {}, .json = {}};
    auto &out = stored.section;
    out = {"points",
           "Recovery points",
           "There are no recovery points.",
           {{"Point", .8, false, true},
            {"Resource", 1},
            {"Source", 2},
            {"Created", 1.5},
            {"Entries", .8, true},
            {"Bytes", 1, true},
            {"Stored", 1, true},
            {"Key version", 2.6, false, true}},
           {}};
    std::vector<const RecoveryPoint *> points;
    for (const auto &[id, point] : estate.points()) points.push_back(point.get());
    std::ranges::sort(points, {}, &RecoveryPoint::created);
    for (const auto *point : points) {
        stored.json.append(view(estate, *point));
        const auto *resource = estate.resource(point->resource);
        out.rows.push_back({point->id.text().substr(0, 8), resource ? resource->name.text() : "–", point->source,
                            isoText(point->created), std::to_string(point->files), std::to_string(point->bytes),
                            std::to_string(point->storedBytes),
                            point->wrappedBy ? point->wrappedBy->uri : "platform key"});
    }
    return {std::move(stored)};
}

} // namespace keyward::reports
