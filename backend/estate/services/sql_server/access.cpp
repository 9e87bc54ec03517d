// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/services/sql_server/access.h"

#include "backend/estate/describe_names.h"
#include "backend/estate/regions.h"

#include <utility>

namespace keyward::estate {
namespace {

Sentence whyInaccessible(const Estate &estate, const Resource &server, bool dropped)
{
    const auto &loss = *server.loss;
    const auto at = dropped ? dropsAt(estate, server) : std::nullopt;
    return at ? said("its server cannot use its key since {0}: {1}; it is dropped at {2}", isoText(loss.since),
                     loss.reason, isoText(*at))
              : said("its server cannot use its key since {0}: {1}", isoText(loss.since), loss.reason);
}

} // namespace

DatabaseState stateOf(const Estate &estate, const Database &database)
{
    if (database.dropped) return DatabaseState::Dropped;
    const auto *server = estate.resource(database.server);
    if (server && outageOf(estate, server->place.region)) return DatabaseState::RegionOut;
    return server && server->loss && database.wrappedBy ? DatabaseState::Inaccessible : DatabaseState::Online;
}

std::string_view stateText(DatabaseState state)
{
    switch (state) {
    case DatabaseState::Online: return "online";
    case DatabaseState::RegionOut: return "region out";
    case DatabaseState::Inaccessible: return "inaccessible";
    case DatabaseState::Dropped: return "dropped";
    }
    std::unreachable();
}

Status mayBeOpened(const Estate &estate, const DatabaseId &id)
{
    const auto *database = estate.database(id);
    if (!database) return fail(Code::NotFound, id.text().substr(0, 8), {"database"});
    switch (stateOf(estate, *database)) {
    case DatabaseState::Online: return {};
    case DatabaseState::Dropped: return fail(Code::DatabaseDropped, nameOf(estate, id));
    case DatabaseState::RegionOut: return regionIsUp(estate, estate.resource(database->server)->place.region);
    case DatabaseState::Inaccessible: break;
    }
    const auto &server = *estate.resource(database->server);
    return fail(Code::DatabaseInaccessible, nameOf(estate, id),
                {whyInaccessible(estate, server, true), server.name.text()});
}

Status takesNewData(const Estate &estate, const Resource &server, const std::string &path)
{
    KEYWARD_CHECK(regionIsUp(estate, server.place.region));
    if (!server.binding || !server.loss) return {};
    return fail(Code::DatabaseInaccessible, path, {whyInaccessible(estate, server, false), server.name.text()});
}

} // namespace keyward::estate
