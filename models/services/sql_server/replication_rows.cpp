// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/sql_server/replication_rows.h"

#include "models/services/sql_server/targets.h"
#include "models/text.h"
#include "models/window_words.h"

#include "backend/estate/describe_names.h"
#include "backend/estate/services/sql_server/replication.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SqlServerReplicationRows)
};

/// How many replicas of its databases another server holds.
std::size_t countOf(const Estate &estate, const Resource &primary, const Resource &secondary)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(liveDatabases(estate, primary.id), [&](const Database *database) {
            return std::ranges::contains(replicasOf(estate, *database), secondary.id, &Database::server);
        }));
}

Cell stateCell(const engine::Published &moment, const Database &replica)
{
    if (const auto &stopped = replica.replication->stopped)
        return {.text = Words::tr("Does not follow"), .tooltip = sentence(stopped->reason), .chip = State::AtRisk};
    if (replica.replication->diverged)
        return {.text = Words::tr("Not yet"),
                .tooltip = Words::tr("It was the primary. Once it can be reached, what only it has is kept as a "
                                     "backup, and it follows."),
                .chip = State::Warning};
    if (const auto reached = primaryIsThere(*moment.estate, replica); !reached)
        return {.text = Words::tr("Waits"), .tooltip = sentence(spoken(reached.error())), .chip = State::Warning};
    const auto chip = chipOf(*moment.estate, replica, moment.now);
    if (chip.state == State::Working) return {.text = Words::tr("Follows"), .chip = State::Working};
    return {.text = chip.text, .chip = chip.state};
}

} // namespace

ListRow linkRow(const engine::Published &moment, const Resource &server, const Resource &partner)
{
    const auto &estate = *moment.estate;
    const auto &binding = partner.binding;
    return {.id = recordOf(partner.id),
            .cells = {{.text = text(partner.name.text()), .strong = true},
                      {.text = regionTitle(partner.place.region.text())},
                      {.text = binding ? versionText(estate, binding->key, binding->version, {})
                                       : Words::tr("The platform's key"),
                       .mono = binding.has_value(),
                       .muted = !binding},
                      {.text = number(countOf(estate, server, partner))},
                      {.text = number(countOf(estate, partner, server))},
                      {}},
            .target = serverLinkOf(server.id, partner.id),
            .button = Words::tr("Unlink"),
            .action = QStringLiteral("server.unlink")};
}

ListRow replicaRow(const engine::Published &moment, const Database &here, const Database &replica)
{
    const auto &estate = *moment.estate;
    const auto &follows = *replica.replication;
    const bool primary = here.id != replica.id;
    const auto other = primary ? nameOf(estate, replica.id) : nameOf(estate, follows.primary);
    return {.id = recordOf(replica.id),
            .cells = {{.text = text(here.name.text()), .strong = true},
                      {.text = primary ? Words::tr("Primary") : Words::tr("Replica")},
                      {.text = text(other)},
                      {.text = relative(follows.asOf, moment.now), .tooltip = dateAndTime(follows.asOf)},
                      stateCell(moment, replica)},
            .target = targetOf(replica.id)};
}

} // namespace keyward::models
