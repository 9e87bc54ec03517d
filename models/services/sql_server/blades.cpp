// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/blades/activity.h"
#include "models/presenter.h"
#include "models/service_parts.h"
#include "models/services/sql_server/targets.h"
#include "models/text.h"

#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/sql_server/replication.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SqlServerBlades)
};

class Databases final : public Presenter
{
public:
    Databases(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_access = add<CalloutsPart>(QStringLiteral("access"));
        auto *table = addTable(QStringLiteral("databases"), {}, databasesSource(target.resource()));
        table->fills = true;
        table->counted = [](int n) { return Words::tr("%Ln databases", nullptr, n); };
        table->emptyTitle = Words::tr("No databases yet");
        table->emptyText = Words::tr("Each encrypted database has a data key of its own, which the server's protector "
                                     "wraps. Create one empty, from a database file or from an SQL script.");
        table->emptyAction = QStringLiteral("database.create");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &server = *moment.estate->resource(target().resource());
        auto callouts = lossCallouts(moment, server, QStringLiteral("server.check"));
        for (auto &one : rewrapCallouts(*moment.estate, server)) callouts.push_back(std::move(one));
        m_access->set(std::move(callouts));
    }

private:
    CalloutsPart *m_access;
};

class ServerKeys final : public Presenter
{
public:
    ServerKeys(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_keys = new ListTable({{.title = Words::tr("Key"), .width = 190, .keep = true},
                                {.title = Words::tr("Version"), .width = 96},
                                {.title = Words::tr("State"), .width = 110, .keep = true},
                                {.title = Words::tr("Protector"), .width = 100},
                                {.title = Words::tr("Added"), .width = 110},
                                {.title = Words::tr("Still needed because"), .width = 220, .stretch = true}});
        auto *table = add<TablePart>(QStringLiteral("serverKeys"), QString(), m_keys);
        table->fills = true;
        table->opens = false;
        table->emptyTitle = Words::tr("No key was added yet");
        table->emptyText = Words::tr("Only a key version that was added here can become the protector of this server. "
                                     "It stays as long as a database can only be opened with it.");
        table->emptyAction = QStringLiteral("server.addKey");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &server = *moment.estate->resource(target().resource());
        std::vector<ListRow> rows;
        for (const auto &key : facetOf<SqlServer>(server)->keys) rows.push_back(rowOf(moment, server, key));
        m_keys->setRows(std::move(rows));
    }

private:
    static Cell stateCell(const engine::Published &moment, const ServerKey &added)
    {
        const auto *key = moment.estate->key(added.key);
        const auto *version = key ? key->version(added.version) : nullptr;
        if (!version) return {.text = Words::tr("Purged"), .chip = State::Lost};
        const auto chip = chipOf(*key, *version, moment.now);
        return {.text = chip.text, .chip = chip.state};
    }
    static ListRow rowOf(const engine::Published &moment, const Resource &server, const ServerKey &added)
    {
        const auto *key = moment.estate->key(added.key);
        const bool protects = server.binding && sameKeyVersion(*server.binding, added);
        const auto why = whyNeeded(*moment.estate, server, added.key, added.version);
        return {.id = rowIdOf(added.key.text() + added.version.text()),
                .cells = {{.text = key ? text(keyPath(*moment.estate, *key)) : text(added.uri), .strong = true},
                          {.text = text(added.version.text().substr(0, 8)) + QStringLiteral("…"),
                           .tooltip = text(added.uri),
                           .mono = true},
                          stateCell(moment, added),
                          {.text = protects ? Words::tr("Yes", "it is the protector") : QStringLiteral("–"),
                           .muted = !protects},
                          {.text = relative(added.added, moment.now), .tooltip = dateAndTime(added.added)},
                          {.text = why.empty() ? Words::tr("Not needed") : capital(spoken(why)), .muted = why.empty()}},
                .target = serverKeyOf(server.id, added.key, added.version)};
    }

    ListTable *m_keys;
};

class DatabaseOverview final : public Presenter
{
public:
    DatabaseOverview(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_state = add<CalloutsPart>(QStringLiteral("state"));
        m_facts = add<FactsPart>(QStringLiteral("essentials"), Words::tr("Essentials"));
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &database = *moment.estate->database(databaseIdOf(target()));
        const auto &server = *moment.estate->resource(database.server);
        m_state->set(callouts(moment, server, database));
        m_facts->set(facts(moment, server, database));
    }

private:
    static std::vector<CalloutsPart::Callout> callouts(const engine::Published &moment, const Resource &server,
                                                       const Database &database)
    {
        switch (stateOf(*moment.estate, database)) {
        case DatabaseState::Inaccessible: return lossCallouts(moment, server, QStringLiteral("database.check"));
        case DatabaseState::Dropped:
            return {{.state = State::Warning,
                     .text = database.dropped->byLoss
                                 ? Words::tr("Dropped, because its server could not use its key for too long")
                                 : Words::tr("Dropped"),
                     .detail = Words::tr("It can be recovered until %1; then its pages and its data key are destroyed.")
                                   .arg(dateAndTime(database.dropped->goneAt)),
                     .button = Words::tr("Recover"),
                     .action = QStringLiteral("database.recover")}};
        case DatabaseState::RegionOut: return regionCallouts(*moment.estate, database, server);
        case DatabaseState::Online: break;
        }
        if (database.replication) return followCallouts(database);
        if (database.encrypted) return {};
        return {{.state = State::Warning,
                 .text = Words::tr("Not encrypted"),
                 .detail = Words::tr("Whoever reads this disk reads its pages. Turned on, all pages are written anew "
                                     "under a data key of its own, and only then used."),
                 .button = Words::tr("Turn on"),
                 .action = QStringLiteral("database.encrypt")}};
    }
    /// What is read elsewhere meanwhile, and can take its place.
    static std::vector<CalloutsPart::Callout> regionCallouts(const Estate &estate, const Database &database,
                                                             const Resource &server)
    {
        auto others = replicasOf(estate, database);
        if (const auto *primary = database.replication ? estate.database(database.replication->primary) : nullptr)
            others.push_back(primary);
        QStringList elsewhere;
        for (const auto *one : others)
            if (stateOf(estate, *one) == DatabaseState::Online) elsewhere += text(nameOf(estate, one->id));
        const auto *outage = outageOf(estate, server.place.region);
        return {{.state = State::Lost,
                 .text = Words::tr("Region %1 is out since %2")
                             .arg(regionTitle(server.place.region.text()), dateAndTime(outage->since)),
                 .detail = elsewhere.isEmpty()
                               ? Words::tr("Nowhere else can it be read. Nothing is dropped for an outage.")
                               : Words::tr("It can be read as %1.").arg(elsewhere.join(QStringLiteral(", ")))}};
    }
    static std::vector<CalloutsPart::Callout> followCallouts(const Database &database)
    {
        const auto &stopped = database.replication->stopped;
        if (!stopped) return {};
        return {{.state = State::AtRisk,
                 .text = Words::tr("It does not follow its primary since %1").arg(dateAndTime(stopped->since)),
                 .detail = sentence(stopped->reason),
                 .button = Words::tr("Try now"),
                 .action = QStringLiteral("database.sync")}};
    }
    static void addReplication(std::vector<FactsPart::Fact> &out, const engine::Published &moment,
                               const Database &database)
    {
        const auto &estate = *moment.estate;
        if (database.replication) {
            const auto &follows = *database.replication;
            out.push_back({.label = Words::tr("Replica of"),
                           .value = text(nameOf(estate, follows.primary)),
                           .link = targetOf(follows.primary)});
            out.push_back({.label = Words::tr("As of"),
                           .value = Words::tr("%1 (%2)", "date, how far away")
                                        .arg(dateAndTime(follows.asOf), relative(follows.asOf, moment.now)),
                           .action = QStringLiteral("database.sync")});
            return;
        }
        for (const auto *replica : replicasOf(estate, database))
            out.push_back(
                {.label = Words::tr("Replica"),
                 .value = Words::tr("%1, as of %2", "a replica, when")
                              .arg(text(nameOf(estate, replica->id)), relative(replica->replication->asOf, moment.now)),
                 .link = targetOf(replica->id)});
    }
    static std::vector<FactsPart::Fact> facts(const engine::Published &moment, const Resource &server,
                                              const Database &database)
    {
        const auto key = wrappingKeyOf(*moment.estate, database);
        std::vector<FactsPart::Fact> out{
            {.label = Words::tr("State"), .value = {}, .chip = chipOf(*moment.estate, database, moment.now)},
            {.label = Words::tr("Server"), .value = text(server.name.text()), .link = Target::of(server.id)},
            {.label = Words::tr("Encryption"),
             .value = database.encrypted ? Words::tr("Transparent data encryption is on")
                                         : Words::tr("Off: its pages can be read on this disk")}};
        if (database.encrypted) {
            out.push_back({.label = Words::tr("Data key under"), .value = key.text, .link = key.key});
            if (!key.uri.isEmpty())
                out.push_back({.label = Words::tr("Key identifier"), .value = key.uri, .mono = true, .copyable = true});
        }
        out.push_back({.label = Words::tr("Created"), .value = dateAndTime(database.created)});
        addReplication(out, moment, database);
        if (database.dropped) {
            out.push_back({.label = Words::tr("Dropped"), .value = dateAndTime(database.dropped->at)});
            out.push_back({.label = Words::tr("Recoverable until"),
                           .value = Words::tr("%1 (%2)", "date, how far away")
                                        .arg(dateAndTime(database.dropped->goneAt),
                                             relative(database.dropped->goneAt, moment.now))});
        } else if (stateOf(*moment.estate, database) == DatabaseState::Inaccessible) {
            if (const auto at = dropsAt(*moment.estate, server))
                out.push_back(
                    {.label = Words::tr("Dropped without access"),
                     .value =
                         Words::tr("%1 (%2)", "date, how far away").arg(dateAndTime(*at), relative(*at, moment.now))});
        }
        return out;
    }

    CalloutsPart *m_state;
    FactsPart *m_facts;
};

QString databasesBadge(const engine::Published &moment, const Target &target)
{
    const auto count = moment.estate->databasesOf(target.resource()).size();
    return count ? number(count) : QString();
}

QString keysBadge(const engine::Published &moment, const Target &target)
{
    const auto *server = moment.estate->resource(target.resource());
    const auto *facet = server ? facetOf<SqlServer>(*server) : nullptr;
    return facet && !facet->keys.empty() ? number(facet->keys.size()) : QString();
}

const Blade databasesBlade([]() -> BladeRecord {
    return {.id = QStringLiteral("sql.databases"),
            .title = Words::tr("Databases"),
            .icon = QStringLiteral("server-database"),
            .scope = Scope::Resource,
            .order = 5,
            .available = isServer,
            .badge = databasesBadge,
            .make = makePresenter<Databases>};
});
const Blade keysBlade([]() -> BladeRecord {
    return {.id = QStringLiteral("sql.keys"),
            .title = Words::tr("Server keys"),
            .icon = QStringLiteral("password-copy"),
            .scope = Scope::Resource,
            .order = 11,
            .available = isServer,
            .badge = keysBadge,
            .make = makePresenter<ServerKeys>};
});
const Blade overviewBlade([]() -> BladeRecord {
    return {.id = QStringLiteral("database.overview"),
            .title = Words::tr("Overview"),
            .icon = QStringLiteral("view-statistics"),
            .scope = databaseScope,
            .order = 0,
            .make = makePresenter<DatabaseOverview>};
});
const Blade activityBlade([]() {
    return activityOf({.id = "database.activity",
                       .scope = databaseScope,
                       .title = Words::tr("Activity"),
                       .emptyText = Words::tr("What is asked of a database is not logged, only what is done with it as "
                                              "a whole.")});
});

} // namespace
} // namespace keyward::models
