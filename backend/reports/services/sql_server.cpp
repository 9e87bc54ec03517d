// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/services/sql_server.h"

#include "backend/estate/describe_names.h"
#include "backend/estate/services/sql_server/access.h"
#include "backend/reports/json.h"
#include "backend/reports/services/list.h"

#include <algorithm>

namespace keyward::reports {

using namespace estate;

namespace {

std::string wrappedByText(const Database &database)
{
    if (!database.encrypted) return "–";
    return database.wrappedBy ? database.wrappedBy->uri : "platform key";
}

} // namespace

QJsonObject view(const Estate &estate, const Database &database)
{
    const auto *server = estate.resource(database.server);
    const auto &dropped = database.dropped;
    const auto state = stateOf(estate, database);
    const auto drops = state == DatabaseState::Inaccessible ? dropsAt(estate, *server) : std::nullopt;
    return {{QLatin1String("id"), text(database.id.text())},
            {QLatin1String("server"), server ? text(server->name.text()) : QString()},
            {QLatin1String("name"), text(database.name.text())},
            {QLatin1String("created"), time(database.created)},
            {QLatin1String("encrypted"), database.encrypted},
            {QLatin1String("keyUri"), database.wrappedBy ? text(database.wrappedBy->uri) : QJsonValue()},
            {QLatin1String("state"), text(stateText(state))},
            {QLatin1String("dropsAt"), time(drops)},
            {QLatin1String("droppedAt"), dropped ? QJsonValue(time(dropped->at)) : QJsonValue()},
            {QLatin1String("recoverableUntil"), dropped ? QJsonValue(time(dropped->goneAt)) : QJsonValue()}};
}

QJsonObject view(const Estate &estate, const Resource &server, const ServerKey &key)
{
    const bool protects = server.binding && server.binding->version == key.version;
    const auto why = whyNeeded(estate, server, key.version);
    return {{QLatin1String("uri"), text(key.uri)},
            {QLatin1String("added"), time(key.added)},
            {QLatin1String("protector"), protects},
            {QLatin1String("neededBecause"), why.empty() ? QJsonValue() : QJsonValue(text(why.text()))}};
}

void addFacet(QJsonObject &out, const FacetOf<SqlServer> &of)
{
    QJsonArray keys;
    for (const auto &key : of.facet.keys) keys.append(view(of.estate, of.resource, key));
    out.insert(QLatin1String("databases"), static_cast<qint64>(of.estate.databasesOf(of.resource.id).size()));
    out.insert(QLatin1String("keys"), keys);
    out.insert(QLatin1String("keepDropped"),
               of.facet.keepDropped.count() ? text(isoDuration(of.facet.keepDropped)) : QString());
    out.insert(QLatin1String("accessChecked"),
               of.resource.accessChecked == Instant{} ? QJsonValue() : QJsonValue(time(of.resource.accessChecked)));
    const auto &loss = of.resource.loss;
    const auto drops = dropsAt(of.estate, of.resource);
    out.insert(QLatin1String("loss"), loss ? QJsonValue(QJsonObject{{QLatin1String("kind"), text(lossText(loss->kind))},
                                                                    {QLatin1String("since"), time(loss->since)},
                                                                    {QLatin1String("reason"), text(loss->reason)},
                                                                    {QLatin1String("dropsAt"), time(drops)}})
                                           : QJsonValue());
}

void addWork(QJsonObject &out, const WorkOf<DatabaseWork> &of)
{
    out.insert(QLatin1String("database"), text(of.work.databaseName));
}
void addWork(QJsonObject &out, const WorkOf<ConversionWork> &of)
{
    out.insert(QLatin1String("database"), text(nameOf(of.estate, of.work.database)));
    out.insert(QLatin1String("encrypted"), of.work.encrypted);
}
void addWork(QJsonObject &out, const WorkOf<RewrapWork> &of)
{
    out.insert(QLatin1String("keyUri"), text(of.work.keyUri));
    out.insert(QLatin1String("databases"), number(of.work.databases));
}

StoredSection storedSection(const StoredOf<SqlServer> &of)
{
    const auto &estate = of.estate;
    StoredSection stored{.name = QStringLiteral("databases"), .section = {}, .json = {}};
    auto &out = stored.section;
    out = {"databases",
           "Databases",
           "There are no databases.",
           {{"Server", 1},
            {"Database", 1.2},
            {"State", .8},
            {"Encrypted", .7},
            {"Created", 1.3},
            {"Key version", 2.6, false, true}},
           {}};
    std::vector<const Database *> all;
    for (const auto &[id, database] : estate.databases()) all.push_back(database.get());
    std::ranges::sort(all, {}, [&](const Database *one) { return nameOf(estate, one->id); });
    for (const auto *database : all) {
        stored.json.append(view(estate, *database));
        out.rows.push_back({nameOf(estate, database->server), database->name.text(),
                            std::string(stateText(stateOf(estate, *database))), database->encrypted ? "yes" : "no",
                            isoText(database->created), wrappedByText(*database)});
    }
    return stored;
}

} // namespace keyward::reports
