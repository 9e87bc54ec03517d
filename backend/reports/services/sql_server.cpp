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

/// Of a database or a backup.
std::string wrappedByText(const auto &one)
{
    if (!one.encrypted) return "–";
    return one.wrappedBy ? one.wrappedBy->uri : "platform key";
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
            {QLatin1String("replicaOf"),
             database.replication ? QJsonValue(text(nameOf(estate, database.replication->primary))) : QJsonValue()},
            {QLatin1String("asOf"), database.replication ? QJsonValue(time(database.replication->asOf)) : QJsonValue()},
            {QLatin1String("droppedAt"), dropped ? QJsonValue(time(dropped->at)) : QJsonValue()},
            {QLatin1String("recoverableUntil"), dropped ? QJsonValue(time(dropped->goneAt)) : QJsonValue()}};
}

QJsonObject replicaView(const Estate &estate, const Database &replica)
{
    auto out = view(estate, replica);
    const auto &stopped = replica.replication ? replica.replication->stopped : std::nullopt;
    out.insert(QLatin1String("diverged"), replica.replication && replica.replication->diverged);
    out.insert(QLatin1String("stoppedSince"), stopped ? QJsonValue(time(stopped->since)) : QJsonValue());
    out.insert(QLatin1String("stoppedBecause"), stopped ? QJsonValue(text(stopped->reason)) : QJsonValue());
    return out;
}

QJsonObject view(const Estate &estate, const Readability &of)
{
    QJsonArray copies;
    for (const auto &copy : of.copies)
        copies.append(
            QJsonObject{{QLatin1String("database"), text(nameOf(estate, copy.database->id))},
                        {QLatin1String("region"), text(copy.server->place.region.text())},
                        {QLatin1String("primary"), copy.database == of.primary},
                        {QLatin1String("readable"), copy.readable},
                        {QLatin1String("because"), copy.readable ? QJsonValue() : QJsonValue(text(copy.why.text()))}});
    return {{QLatin1String("database"), text(nameOf(estate, of.primary->id))},
            {QLatin1String("readable"), of.anywhere()},
            {QLatin1String("copies"), copies}};
}

QJsonObject view(const Estate &estate, const DatabaseBackup &backup)
{
    return {{QLatin1String("id"), text(backup.id.text())},
            {QLatin1String("server"), text(nameOf(estate, backup.server))},
            {QLatin1String("database"), text(backup.databaseName)},
            {QLatin1String("made"), time(backup.made)},
            {QLatin1String("bytes"), number(backup.bytes)},
            {QLatin1String("sha256"), text(toHex(backup.digest))},
            {QLatin1String("encrypted"), backup.encrypted},
            {QLatin1String("keyUri"), backup.wrappedBy ? text(backup.wrappedBy->uri) : QJsonValue()}};
}

QJsonObject view(const Estate &estate, const Resource &server, const ServerKey &key)
{
    const bool protects = server.binding && sameKeyVersion(*server.binding, key);
    const auto why = whyNeeded(estate, server, key.key, key.version);
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
    out.insert(QLatin1String("backups"), static_cast<qint64>(of.estate.databaseBackupsOf(of.resource.id).size()));
    out.insert(QLatin1String("keys"), keys);
    QJsonArray partners;
    for (const auto &partner : of.facet.partners) partners.append(text(nameOf(of.estate, partner)));
    out.insert(QLatin1String("linkedWith"), partners);
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

void addWork(QJsonObject &out, const WorkOf<DatabaseBackupWork> &of)
{
    const auto &backup = of.work.backup;
    out.insert(QLatin1String("database"), text(of.work.path));
    out.insert(QLatin1String("backup"),
               backup && of.estate.databaseBackup(*backup) ? text(backup->text()) : QJsonValue());
}
void addWork(QJsonObject &out, const WorkOf<ReplicaWork> &of)
{
    out.insert(QLatin1String("primary"), text(nameOf(of.estate, of.work.primary)));
    out.insert(QLatin1String("database"), text(of.work.databaseName));
}
void addWork(QJsonObject &out, const WorkOf<DatabaseRestoreWork> &of)
{
    out.insert(QLatin1String("backup"), text(of.work.backup.text()));
    out.insert(QLatin1String("database"), text(of.work.databaseName));
}

namespace {

StoredSection databaseSection(const Estate &estate)
{
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

StoredSection replicaSection(const Estate &estate)
{
    StoredSection stored{.name = QStringLiteral("replicas"), .section = {}, .json = {}};
    auto &out = stored.section;
    out = {"replicas",
           "Replicas",
           "There are no replicas.",
           {{"Replica", 1.2}, {"Region", 1}, {"Of", 1.2}, {"As of", 1.3}, {"State", 1}, {"Does not follow because", 2}},
           {}};
    std::vector<const Database *> all;
    for (const auto &[id, database] : estate.databases())
        if (database->replication) all.push_back(database.get());
    std::ranges::sort(all, {}, [&](const Database *one) { return nameOf(estate, one->id); });
    for (const auto *replica : all) {
        const auto &follows = *replica->replication;
        const auto *server = estate.resource(replica->server);
        stored.json.append(replicaView(estate, *replica));
        out.rows.push_back({nameOf(estate, replica->id), server ? server->place.region.text() : std::string(),
                            nameOf(estate, follows.primary), isoText(follows.asOf),
                            std::string(stateText(stateOf(estate, *replica))),
                            follows.stopped    ? follows.stopped->reason
                            : follows.diverged ? "what only it has is kept as a backup first"
                                               : "–"});
    }
    return stored;
}

StoredSection backupSection(const Estate &estate)
{
    StoredSection stored{.name = QStringLiteral("databaseBackups"), .section = {}, .json = {}};
    auto &out = stored.section;
    out = {"database-backups",
           "Backups of databases",
           "There are no backups of databases.",
           {{"Backup", .8, false, true},
            {"Database", 1.4},
            {"Made", 1.3},
            {"Bytes", .8, true},
            {"Key version", 2.6, false, true}},
           {}};
    std::vector<const DatabaseBackup *> all;
    for (const auto &[id, backup] : estate.all<DatabaseBackup>()) all.push_back(backup.get());
    std::ranges::sort(all, {}, [](const DatabaseBackup *one) { return std::pair(one->made, one->id); });
    for (const auto *backup : all) {
        stored.json.append(view(estate, *backup));
        out.rows.push_back({backup->id.text().substr(0, 12), sourceOf(estate, *backup), isoText(backup->made),
                            std::to_string(backup->bytes), wrappedByText(*backup)});
    }
    return stored;
}

} // namespace

std::vector<StoredSection> storedSections(const StoredOf<SqlServer> &of)
{
    return {databaseSection(of.estate), replicaSection(of.estate), backupSection(of.estate)};
}

} // namespace keyward::reports
