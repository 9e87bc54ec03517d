// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-13: databases are replicated, and replicas take their primaries' place.

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/pickers.h"
#include "models/services/sql_server/targets.h"
#include "models/text.h"
#include "models/window_words.h"

#include "backend/engine/api/services/sql_server.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/services/sql_server/replication.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SqlServerReplicaActions)
};

bool isReplica(const Situation &s) { return databaseAt(s).replication.has_value(); }

Field::Picker linkedPicker(const Situation &s)
{
    const auto &database = databaseAt(s);
    const auto *server = s.estate().resource(database.server);
    std::vector<Pickable> all;
    for (const auto *partner : partnersOf(s.estate(), *server)) {
        const auto may = mayBeReplicated(s.estate(), database, *partner, s.moment->now);
        all.push_back(
            {.item = {.value = text(partner->id.text()),
                      .text = text(partner->name.text()),
                      .detail = may ? regionTitle(partner->place.region.text()) : capital(spoken(may.error()))}});
    }
    return pickAmong(std::move(all));
}

const DeclaredAction replicate([]() -> ActionRecord {
    return {
        .id = QStringLiteral("database.replicate"),
        .text = Words::tr("Replicate"),
        .icon = QStringLiteral("folder-sync"),
        .scope = databaseScope,
        .order = 24,
        .blades = {QStringLiteral("database.overview"), QStringLiteral("sql.databases")},
        .explanation =
            Words::tr("Copies its pages to a linked server while others write, and carries over what changes "
                      "from then on, every five minutes. The replica can be read, and take its place."),
        .supported = [](const Situation &s) { return isLive(s) && !isReplica(s); },
        .allowed = [](const Situation &s) -> Status {
            const auto &database = databaseAt(s);
            const auto *server = s.estate().resource(database.server);
            if (partnersOf(s.estate(), *server).empty())
                return refused(Words::tr("Its server is not linked with another one."),
                               Words::tr("Link it on the page Geo-replication of the server."));
            return mayBeOpenedNow(s);
        },
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("server"),
                     .label = Words::tr("To server"),
                     .kind = Field::Kind::Pick,
                     .picker = linkedPicker(s)}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto server, ResourceId::from(utf8(stringOf(values, "server"))));
            const auto id = databaseIdOf(s.target);
            return Deed{
                .action = command::StartReplica{.primary = id,
                                                .server = server,
                                                .job = s.random().id<JobId>(),
                                                .replica = s.random().id<DatabaseId>(),
                                                .folder = {}},
                .errand = [id, server, name = nameOf(s.estate(), id), to = nameOf(s.estate(), server),
                           actor = s.workspace.actor()](engine::Workplace &workplace,
                                                        const engine::ProgressCallback &progress) -> Result<Outcome> {
                    KEYWARD_TRY(const auto made, serversOf(workplace).replicate(id, server, actor, progress));
                    return Outcome{.sentence = Words::tr("Database %1 is replicated to %2.").arg(text(name), text(to)),
                                   .detail = Words::tr("What changes is carried over every five minutes."),
                                   .target = targetOf(made)};
                }};
        },
        .oneAtATime = true,
    };
});

const DeclaredAction sync([]() -> ActionRecord {
    return {
        .id = QStringLiteral("database.sync"),
        .text = Words::tr("Carry over now"),
        .icon = QStringLiteral("view-refresh"),
        .scope = databaseScope,
        .order = 25,
        .blades = {QStringLiteral("database.overview"), QStringLiteral("sql.replication")},
        .supported = isReplica,
        .allowed = [](const Situation &s) { return mayFollow(s.estate(), databaseAt(s), s.moment->now); },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            const auto id = databaseIdOf(s.target);
            const auto name = nameOf(s.estate(), id);
            return Deed{.action = {},
                        .errand = [id, name](engine::Workplace &workplace,
                                             const engine::ProgressCallback &progress) -> Result<Outcome> {
                            KEYWARD_TRY(const auto pages, serversOf(workplace).syncReplica(id, progress));
                            return Outcome{.sentence =
                                               pages == 0
                                                   ? Words::tr("Nothing changed in the primary of %1.").arg(text(name))
                                                   : Words::tr("%Ln pages were carried over to %1.", nullptr,
                                                               models::countOf(static_cast<std::size_t>(pages)))
                                                         .arg(text(name)),
                                           .target = targetOf(id)};
                        },
                        .title = Words::tr("Carry over to %1").arg(text(name)),
                        .commandLine = QStringLiteral("keywardctl sql replica sync ") + text(name)};
        },
        .oneAtATime = true,
    };
});

const DeclaredAction failOver([]() -> ActionRecord {
    return {
        .id = QStringLiteral("database.failOver"),
        .text = Words::tr("Fail over"),
        .icon = QStringLiteral("go-jump"),
        .scope = databaseScope,
        .order = 26,
        .blades = {QStringLiteral("database.overview"), QStringLiteral("sql.replication")},
        .explanation = Words::tr("It becomes the primary, which is written to, and the primary becomes its replica. "
                                 "Where the primary can be reached, nothing is lost: connections to it end, and all "
                                 "that was written is carried over first."),
        .supported = isReplica,
        .allowed = [](const Situation &s) { return mayFailOver(s.estate(), databaseIdOf(s.target)); },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            const auto id = databaseIdOf(s.target);
            const auto &follows = *databaseAt(s).replication;
            const bool complete = primaryIsThere(s.estate(), databaseAt(s)).has_value();
            return Deed{
                .action = command::FailOver{.replica = id, .complete = complete},
                .errand = [id, name = nameOf(s.estate(), id), former = nameOf(s.estate(), follows.primary), complete,
                           actor = s.workspace.actor()](engine::Workplace &workplace,
                                                        const engine::ProgressCallback &progress) -> Result<Outcome> {
                    KEYWARD_CHECK(serversOf(workplace).failOver(id, complete, actor, progress));
                    return Outcome{.sentence = Words::tr("Database %1 is the primary now.").arg(text(name)),
                                   .detail = complete
                                                 ? Words::tr("%1 follows it as a replica.").arg(text(former))
                                                 : Words::tr("Once %1 can be reached, what only it has is kept as a "
                                                             "backup, and it follows as a replica.")
                                                       .arg(text(former)),
                                   .target = targetOf(id)};
                }};
        },
        .previews = true,
        .oneAtATime = true,
    };
});

const DeclaredAction detach([]() -> ActionRecord {
    return {
        .id = QStringLiteral("replica.detach"),
        .text = Words::tr("End replication"),
        .icon = QStringLiteral("list-remove"),
        .scope = databaseScope,
        .order = 27,
        .blades = {QStringLiteral("database.overview"), QStringLiteral("sql.replication")},
        .explanation = Words::tr("The replica becomes a database of its own, as it is now, and can be written to. The "
                                 "primary stays as it is."),
        .supported = isReplica,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::DetachReplica{databaseIdOf(s.target)}};
        },
        .previews = true,
    };
});

} // namespace
} // namespace keyward::models
