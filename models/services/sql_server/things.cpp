// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/service_parts.h"
#include "models/services/sql_server/targets.h"
#include "models/text.h"
#include "models/thing.h"
#include "models/window_words.h"

#include "backend/engine/api/services/sql_server.h"
#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/services/sql_server/replication.h"
#include "backend/estate/services/sql_server/rewrap.h"
#include "models/actions/action.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SqlServerThings)
};

const Thing databaseThing([]() -> ThingRecord {
    return {
        .scope = databaseScope,
        .exists = [](const Estate &e, const Target &t) { return e.database(databaseIdOf(t)) != nullptr; },
        .title = [](const Estate &e, const Target &t) { return text(e.database(databaseIdOf(t))->name.text()); },
        .kind =
            [](const Estate &e, const Target &t) {
                return Words::tr("Database of %1").arg(text(nameOf(e, e.database(databaseIdOf(t))->server)));
            },
        .chip = [](const Estate &e, const Assessment &, const Target &t,
                   Instant now) { return std::optional(chipOf(e, *e.database(databaseIdOf(t)), now)); },
        .parent = [](const Estate &e, const Target &t) { return Target::of(e.database(databaseIdOf(t))->server); },
        .logged = [](const Estate &e, const Target &t) { return nameOf(e, databaseIdOf(t)); },
        .beside = QStringLiteral("sql.databases"),
        .icon = QStringLiteral("server-database"),
        .each =
            [](const Estate &e, bool byPath, const ThingRecord::Found &found) {
                for (const auto &[id, database] : e.databases()) {
                    if (byPath)
                        found(targetOf(id), nameOf(e, id));
                    else
                        found(targetOf(id), database->name.text());
                }
            },
    };
});

const SqlServer *facetAt(const Estate &estate, const Target &target)
{
    const auto *server = estate.resource(target.resource());
    return server ? facetOf<SqlServer>(*server) : nullptr;
}

} // namespace

const ServerKey *serverKeyAt(const Estate &estate, const Target &target)
{
    const auto *facet = facetAt(estate, target);
    const auto key = KeyId::from(target.name);
    return facet && key ? facet->key(*key, target.version()) : nullptr;
}

namespace {

bool isLinked(const Estate &estate, const Target &target)
{
    const auto *facet = facetAt(estate, target);
    return facet && std::ranges::contains(facet->partners, partnerOf(target));
}

const Thing serverLinkThing([]() -> ThingRecord {
    return {
        .scope = serverLinkScope,
        .exists = isLinked,
        .title =
            [](const Estate &e, const Target &t) {
                return Words::tr("%1 and %2", "two servers")
                    .arg(text(nameOf(e, t.resource())), text(nameOf(e, partnerOf(t))));
            },
        .parent = [](const Estate &, const Target &t) { return Target::of(t.resource()); },
        .beside = QStringLiteral("sql.replication"),
    };
});

const Thing serverKeyThing([]() -> ThingRecord {
    return {
        .scope = serverKeyScope,
        .exists = [](const Estate &e, const Target &t) { return serverKeyAt(e, t) != nullptr; },
        .title =
            [](const Estate &e, const Target &t) {
                const auto *key = serverKeyAt(e, t);
                return versionText(e, key->key, key->version, key->uri);
            },
        .parent = [](const Estate &, const Target &t) { return Target::of(t.resource()); },
        .beside = QStringLiteral("sql.keys"),
    };
});

QString keptText(Millis keep)
{
    return keep.count() > 0 ? Words::tr("Recoverable for %1").arg(duration(keep)) : Words::tr("Destroyed at once");
}

void addFacts(std::vector<FactsPart::Fact> &out, const engine::Published &moment, const Resource &server)
{
    const auto &estate = *moment.estate;
    const auto *facet = facetOf<SqlServer>(server);
    if (!facet) return;
    std::size_t live = 0, closed = 0, plain = 0;
    for (const auto &id : estate.databasesOf(server.id)) {
        const auto *database = estate.database(id);
        if (database->dropped) continue;
        ++live;
        plain += !database->encrypted;
        const auto state = stateOf(estate, *database);
        closed += state == DatabaseState::Inaccessible || state == DatabaseState::RegionOut;
    }
    QStringList parts;
    if (plain) parts += Words::tr("%Ln not encrypted", nullptr, countOf(plain));
    if (closed) parts += Words::tr("%Ln inaccessible", nullptr, countOf(closed));
    out.push_back({.label = Words::tr("Databases"),
                   .value = parts.isEmpty() ? number(live)
                                            : Words::tr("%1, of these %2", "a number, what is known of some")
                                                  .arg(number(live), parts.join(QStringLiteral(", ")))});
    out.push_back({.label = Words::tr("Dropped databases"), .value = keptText(facet->keepDropped)});
    if (!server.binding) return;
    out.push_back(
        {.label = Words::tr("Access last checked"),
         .value = server.accessChecked == Instant{} ? Words::tr("not yet") : relative(server.accessChecked, moment.now),
         .action = QStringLiteral("server.check")});
}

QString jobTitleOf(const Job &job)
{
    if (const auto *made = workOf<DatabaseWork>(job))
        return made->source.empty() ? Words::tr("Create database %1").arg(text(made->databaseName))
                                    : Words::tr("Create database %1 from %2", "name, file")
                                          .arg(text(made->databaseName), text(made->source));
    if (const auto *conversion = workOf<ConversionWork>(job))
        return conversion->encrypted ? Words::tr("Encrypt the pages of a database")
                                     : Words::tr("Decrypt the pages of a database");
    if (const auto *backup = workOf<DatabaseBackupWork>(job))
        return Words::tr("Back up database %1").arg(text(backup->path));
    if (const auto *restored = workOf<DatabaseRestoreWork>(job))
        return Words::tr("Restore database %1").arg(text(restored->databaseName));
    if (const auto *replica = workOf<ReplicaWork>(job))
        return Words::tr("Replicate database %1").arg(text(replica->databaseName));
    if (const auto *rewrap = workOf<RewrapWork>(job))
        return Words::tr("Wrap %Ln data keys anew", nullptr, countOf(rewrap->databases));
    return {};
}

const ServiceFacts serviceFacts([]() -> ServiceFactsRecord {
    return {.service = SqlServer::service,
            .add = addFacts,
            .next = QStringLiteral("database.create"),
            .jobTitle = jobTitleOf};
});

QString dropText(const Estate &estate, const Resource &server, Instant now)
{
    const auto at = dropsAt(estate, server);
    if (!at) return Words::tr("They stay until it can use its key again.");
    return *at > now ? Words::tr("They are dropped %1 (%2), unless it can use its key again before.")
                           .arg(relative(*at, now), dateAndTime(*at))
                     : Words::tr("They are dropped as soon as it was asked for the key once more.");
}

} // namespace

engine::SqlServers &serversOf(engine::Workplace &workplace) { return workplace.services().get<engine::SqlServers>(); }

bool isServer(const Estate &estate, const Target &target) { return isOf<SqlServer>(estate, target.resource()); }
bool isSqlServer(const Situation &s) { return isServer(s.estate(), s.target); }
const Database &databaseAt(const Situation &s) { return *s.estate().database(databaseIdOf(s.target)); }
bool isLive(const Situation &s) { return !databaseAt(s).dropped; }
Status mayBeOpenedNow(const Situation &s) { return mayBeOpened(s.estate(), databaseIdOf(s.target)); }

Chip chipOf(const Estate &estate, const Database &database, Instant now)
{
    switch (stateOf(estate, database)) {
    case DatabaseState::Online: return {State::Working, Words::tr("Online")};
    case DatabaseState::RegionOut: return {State::Lost, Words::tr("Region out")};
    case DatabaseState::Dropped:
        return {State::Disabled, database.dropped->goneAt > now
                                     ? Words::tr("Dropped, gone %1").arg(relative(database.dropped->goneAt, now))
                                     : Words::tr("Dropped")};
    case DatabaseState::Inaccessible: break;
    }
    const auto at = dropsAt(estate, *estate.resource(database.server));
    if (!at) return {State::Lost, Words::tr("Inaccessible")};
    return {State::Lost, *at > now ? Words::tr("Inaccessible, dropped %1").arg(relative(*at, now))
                                   : Words::tr("Inaccessible, to be dropped")};
}

QString roleOf(const Estate &estate, const Database &database)
{
    if (database.replication)
        return Words::tr("Replica of %1").arg(text(nameOf(estate, database.replication->primary)));
    const auto replicas = replicasOf(estate, database);
    if (replicas.empty()) return {};
    QStringList where;
    for (const auto *one : replicas) where += text(nameOf(estate, one->server));
    return Words::tr("Primary, replicated to %1").arg(where.join(QStringLiteral(", ")));
}

std::vector<CalloutsPart::Callout> lossCallouts(const engine::Published &moment, const Resource &server,
                                                const QString &check)
{
    if (!server.loss) return {};
    const auto &estate = *moment.estate;
    const auto closed = std::ranges::count_if(liveDatabases(estate, server.id),
                                              [](const Database *one) { return one->wrappedBy.has_value(); });
    CalloutsPart::Callout out{.state = State::Lost,
                              .text = closed
                                          ? Words::tr("%Ln databases cannot be opened: %1 cannot use its key since %2",
                                                      nullptr, countOf(static_cast<std::size_t>(closed)))
                                                .arg(text(server.name.text()), dateAndTime(server.loss->since))
                                          : Words::tr("%1 cannot use its key since %2")
                                                .arg(text(server.name.text()), dateAndTime(server.loss->since)),
                              .detail = sentence(server.loss->reason)};
    if (closed) out.detail += QLatin1Char(' ') + dropText(estate, server, moment.now);
    const auto *health = moment.assessment.bindings.find(server.id);
    const auto mends = [](const Reason &reason) { return reason.fix.has_value(); };
    const auto reason = health ? std::ranges::find_if(health->reasons, mends) : std::vector<Reason>::const_iterator{};
    if (health && reason != health->reasons.end()) {
        out.button = Words::tr("Fix…");
        out.fix = reason->fix;
        out.detail += QLatin1Char('\n') + sentence(spoken(describe(estate, *reason->fix)));
    } else { // it may have been mended, and the server has not looked since
        out.button = Words::tr("Check access now");
        out.action = check;
    }
    return {std::move(out)};
}

std::vector<CalloutsPart::Callout> rewrapCallouts(const Estate &estate, const Resource &server)
{
    if (server.loss || !someWrappedOtherwise(estate, server) || rewrapRuns(estate, server)) return {};
    const auto left = wrappedOtherwise(estate, server).size();
    return {{.state = State::Warning,
             .text = Words::tr("%Ln data keys are not under the protector yet", nullptr, countOf(left)),
             .detail = Words::tr("Wrapping them anew was interrupted. Their databases open all the same, as long as "
                                 "the former key is there."),
             .button = Words::tr("Go on"),
             .action = QStringLiteral("server.rewrap")}};
}

QString versionText(const Estate &estate, const KeyId &id, const VersionId &version, const std::string &uri)
{
    const auto *key = estate.key(id);
    return key ? text(keyPath(estate, *key) + "/" + version.text().substr(0, 8)) + QStringLiteral("…") : text(uri);
}

namespace {

WrappingKey wrappingKeyOf(const Estate &estate, bool encrypted, const std::optional<WrappedBy> &by)
{
    if (!encrypted) return {Words::tr("–", "no data key")};
    if (!by) return {Words::tr("The platform's key")};
    WrappingKey out{versionText(estate, by->key, by->version, by->uri), text(by->uri)};
    if (estate.key(by->key)) out.key = Target::of(by->key);
    return out;
}

} // namespace

WrappingKey wrappingKeyOf(const Estate &estate, const Database &database)
{
    return wrappingKeyOf(estate, database.encrypted, database.wrappedBy);
}
WrappingKey wrappingKeyOf(const Estate &estate, const DatabaseBackup &backup)
{
    return wrappingKeyOf(estate, backup.encrypted, backup.wrappedBy);
}

Cell cellOf(const WrappingKey &key)
{
    return {.text = key.text, .tooltip = key.uri, .mono = key.key.has_value(), .muted = key.uri.isEmpty()};
}

} // namespace keyward::models
