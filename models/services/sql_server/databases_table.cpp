// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/sql_server/targets.h"
#include "models/tables/declared_table.h"

#include "backend/estate/regions.h"

#include <QCoreApplication>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SqlServerDatabasesTable)
};

using engine::Published;

std::string nameOf(const Database &database) { return folded(database.name.text()); }

Cell stateCell(const Published &moment, const Database &database)
{
    const auto chip = chipOf(*moment.estate, database, moment.now);
    QString why;
    if (database.dropped)
        why = Words::tr("Can be recovered until %1").arg(dateAndTime(database.dropped->goneAt));
    else if (stateOf(*moment.estate, database) == DatabaseState::Inaccessible)
        why = sentence(moment.estate->resource(database.server)->loss->reason);
    return {.text = chip.text, .tooltip = why, .chip = chip.state};
}

const std::vector<DeclaredColumn<Database>> &databaseColumns()
{
    static const std::vector<DeclaredColumn<Database>> columns{
        {.head = {.title = Words::tr("Name"), .width = 170, .stretch = true},
         .cell = [](const Published &, const Database &d) { return Cell{.text = text(d.name.text()), .strong = true}; },
         .order = [](const Published &, const Database &d) { return SortKey{0, nameOf(d)}; }},
        {.head = {.title = Words::tr("State"), .width = 110, .keep = true},
         .cell = stateCell,
         .order =
             [](const Published &m, const Database &d) {
                 return SortKey{static_cast<std::int64_t>(stateOf(*m.estate, d)), nameOf(d)};
             }},
        {.head = {.title = Words::tr("Encrypted"), .width = 96},
         .cell =
             [](const Published &, const Database &d) {
                 return d.encrypted ? Cell{.text = Words::tr("Yes", "encrypted")}
                                    : Cell{.text = Words::tr("No", "not encrypted"),
                                           .tooltip = Words::tr("Its pages can be read on this disk")};
             },
         .order = [](const Published &, const Database &d) { return SortKey{d.encrypted, nameOf(d)}; }},
        {.head = {.title = Words::tr("Data key under"), .width = 200},
         .cell = [](const Published &m, const Database &d) { return cellOf(wrappingKeyOf(*m.estate, d)); },
         .order =
             [](const Published &m, const Database &d) {
                 return SortKey{d.encrypted ? 1 : 0, utf8(wrappingKeyOf(*m.estate, d).text) + nameOf(d)};
             }},
        {.head = {.title = Words::tr("Replication"), .width = 190},
         .cell =
             [](const Published &m, const Database &d) {
                 const auto role = roleOf(*m.estate, d);
                 return Cell{.text = role.isEmpty() ? QStringLiteral("–") : role, .muted = role.isEmpty()};
             },
         .order = [](const Published &m,
                     const Database &d) { return SortKey{0, utf8(roleOf(*m.estate, d)) + nameOf(d)}; }},
        {.head = {.title = Words::tr("Created"), .width = 110},
         .cell = [](const Published &m, const Database &d) { return dateCell(d.created, m.now); },
         .order = [](const Published &, const Database &d) { return SortKey{ticks(d.created), nameOf(d)}; }}};
    return columns;
}

/// What a server is asked for by all of its rows.
bool sameForAll(const Resource *before, const Resource *after)
{
    return before && after && before->loss == after->loss && before->type == after->type &&
           facetOf<SqlServer>(*before)->partners == facetOf<SqlServer>(*after)->partners;
}

} // namespace

TableSourcePtr databasesSource(ResourceId server)
{
    return declared<Database>({
        .columns = databaseColumns(),
        .words = [](const Estate &, const Database &d) { return d.name.text(); },
        .shows = [server](const Database &d) { return d.server == server; },
        .among =
            [server](const Estate &estate, const std::function<void(const DatabaseId &)> &visit) {
                for (const auto &id : estate.databasesOf(server)) visit(id);
            },
        .alsoChanged =
            [server](const Published &before, const Published &after, std::set<RecordId> &out) {
                const auto *then = before.estate->resource(server), *now = after.estate->resource(server);
                // Whether a replica elsewhere came or went shows with no record of this server.
                const bool alone = now && facetOf<SqlServer>(*now)->partners.empty();
                const bool sameRegion = now && (outageOf(*before.estate, now->place.region) != nullptr) ==
                                                   (outageOf(*after.estate, now->place.region) != nullptr);
                if (alone && sameRegion && sameForAll(then, now)) return;
                for (const auto &id : after.estate->databasesOf(server)) out.insert(raw(id));
            },
        .target = [](const DatabaseId &id) { return targetOf(id); },
    });
}

} // namespace keyward::models
