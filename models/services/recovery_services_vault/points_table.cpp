// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/recovery_services_vault/targets.h"
#include "models/tables/declared_table.h"

#include <QCoreApplication>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecoveryServicesVaultPointsTable)
};

using engine::Published;

Cell keyCell(const Published &moment, const RecoveryPoint &point)
{
    if (!point.wrappedBy) return {Words::tr("Platform key"), {}, {}, false, true};
    const auto *key = moment.estate->key(point.wrappedBy->key);
    return {(key ? text(key->name.text()) : Words::tr("purged key")) + QLatin1Char('/') +
                text(point.wrappedBy->version.text().substr(0, 8)) + QStringLiteral("…"),
            text(point.wrappedBy->uri),
            {},
            true};
}

std::string keyUriOf(const RecoveryPoint &point) { return point.wrappedBy ? point.wrappedBy->uri : std::string(); }

const std::vector<DeclaredColumn<RecoveryPoint>> &pointColumns()
{
    static const std::vector<DeclaredColumn<RecoveryPoint>> columns{
        {.head = {Words::tr("Made"), 140, false, true},
         .cell =
             [](const Published &m, const RecoveryPoint &p) {
                 return Cell{relative(p.created, m.now), dateAndTime(p.created), {}, false, false, true};
             },
         .order = [](const Published &,
                     const RecoveryPoint &p) { return SortKey{p.created.time_since_epoch().count(), {}}; }},
        {.head = {Words::tr("Entries"), 74, true},
         .cell = [](const Published &, const RecoveryPoint &p) { return Cell{number(p.files), {}, {}}; },
         .order = [](const Published &, const RecoveryPoint &p) { return byNumber(p.files, {}); }},
        {.head = {Words::tr("Size"), 84, true},
         .cell =
             [](const Published &, const RecoveryPoint &p) {
                 return Cell{bytesText(p.bytes), Words::tr("%1 bytes").arg(number(p.bytes)), {}};
             },
         .order = [](const Published &, const RecoveryPoint &p) { return byNumber(p.bytes, {}); }},
        {.head = {Words::tr("Stored"), 84, true},
         .cell = [](const Published &, const RecoveryPoint &p) { return Cell{bytesText(p.storedBytes), {}, {}}; },
         .order = [](const Published &, const RecoveryPoint &p) { return byNumber(p.storedBytes, {}); }},
        {.head = {Words::tr("Key version"), 170},
         .cell = keyCell,
         .order = [](const Published &, const RecoveryPoint &p) { return SortKey{0, keyUriOf(p)}; }}};
    return columns;
}

} // namespace

TableSourcePtr pointsSource(ResourceId resource, std::string source)
{
    return declared<RecoveryPoint>({
        .columns = pointColumns(),
        .words = [](const Estate &, const RecoveryPoint &p) { return isoText(p.created) + '\n' + keyUriOf(p); },
        .shows = [resource, source = std::move(source)](
                     const RecoveryPoint &p) { return p.resource == resource && p.source == source; },
        .among =
            [resource](const Estate &estate, const std::function<void(const PointId &)> &visit) {
                for (const auto &id : estate.pointsOf(resource)) visit(id);
            },
        .target = [](const PointId &id) { return targetOf(id); },
        .sortedBy = 0,
        .sorted = Qt::DescendingOrder,
    });
}

} // namespace keyward::models
