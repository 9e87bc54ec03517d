// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/bot_service/layers.h"

#include "models/actions/action.h"

#include "backend/engine/api/jobs.h"
#include "backend/estate/describe.h"

#include <QCoreApplication>

#include <algorithm>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BotServiceLayers)
};

/// What wraps the data key of what comes: as it is now, which may not be as it is bound yet.
const BotKey *keyInUse(const Resource &bot) { return facetOf<BotService>(bot)->current(); }

QString innerText(const Estate &estate, const Resource &bot)
{
    const auto *current = keyInUse(bot);
    if (current) return current->by ? botKeyText(estate, *current) : Words::tr("Service-managed");
    return bot.binding ? Words::tr("Your key, as soon as something is stored") : Words::tr("Service-managed");
}

QString dated(Instant at, Instant now)
{
    return Words::tr("%1 (%2)", "date, how far away").arg(dateAndTime(at), relative(at, now));
}

} // namespace

QString layersText(const Resource &bot)
{
    const auto *current = keyInUse(bot);
    const bool own = current ? current->by.has_value() : bot.binding.has_value();
    return own ? Words::tr("Two: the inner one under your key, the outer one service-managed")
               : Words::tr("Two, both service-managed");
}

BotLayers::BotLayers(Workspace &workspace, const Target &target)
    : m_workspace(workspace), m_target(target), m_work(new CalloutsPart(QStringLiteral("reencryption"))),
      m_layers(new FactsPart(QStringLiteral("layers"), Words::tr("Encryption layers"))),
      m_former(new ListTable({{.title = Words::tr("Former key"), .width = 230, .stretch = true, .keep = true},
                              {.title = Words::tr("State"), .width = 190, .keep = true},
                              {.title = Words::tr("Safe to disable or delete from"), .width = 230, .keep = true}})),
      m_formerPart(new TablePart(QStringLiteral("formerKeys"), Words::tr("Former keys"), m_former))
{
    for (auto *part : parts()) part->setParent(this);
    m_formerPart->opens = true;
    m_look.setInterval(std::chrono::seconds(1));
    connect(&m_look, &QTimer::timeout, this, &BotLayers::look);
}

void BotLayers::update(const engine::Published &moment)
{
    const auto *bot = moment.estate->resource(m_target.resource());
    const auto *facet = bot ? facetOf<BotService>(*bot) : nullptr;
    if (!facet) return;
    const auto &estate = *moment.estate;
    const auto *current = facet->current();
    const auto *key = current && current->by ? estate.key(current->by->key) : nullptr;
    std::vector<FactsPart::Fact> facts{{.label = Words::tr("Inner layer"),
                                        .value = innerText(estate, *bot),
                                        .link = key ? std::optional(Target::of(key->id)) : std::nullopt}};
    if (current)
        facts.push_back(
            {.label = Words::tr("Its data key is in use since"), .value = dated(current->made, moment.now)});
    facts.push_back({.label = Words::tr("Outer layer"), .value = Words::tr("Service-managed")});
    facts.push_back(
        {.label = Words::tr("In flight"),
         .value = Words::tr("Messages on their way and attachments: two service-managed layers, always, and "
                            "for less than a day"),
         .wraps = true});
    facts.push_back({.label = Words::tr("Pace of encrypting anew"),
                     .value = facet->bytesPerSecond
                                  ? Words::tr("%1 a second at most", "a size").arg(bytesText(facet->bytesPerSecond))
                                  : Words::tr("As fast as can be"),
                     .action = QStringLiteral("bot.pace")});
    m_layers->set(std::move(facts));
    showFormer(moment, *facet);
    showWork(moment);
    look();
}

/// BOT-12: what was left may still be needed, and from when on it is not.
void BotLayers::showFormer(const engine::Published &moment, const BotService &facet)
{
    std::vector<ListRow> rows;
    const auto &bot = *moment.estate->resource(m_target.resource());
    for (const auto &former : bot.formerKeys) {
        const auto *there = moment.estate->key(former.key);
        const auto under = std::ranges::find_if(
            facet.keys, [&](const BotKey &key) { return key.left && key.by && sameKeyVersion(*key.by, former); });
        const bool holds = under != facet.keys.end();
        const auto state = holds ? Cell{.text = Words::tr("Data is still under it"), .chip = State::Warning}
                                 : Cell{.text = Words::tr("Nothing is under it"), .chip = State::Neutral};
        const auto safe = holds || !former.until ? Words::tr("Not before its data is encrypted anew")
                                                 : dated(*former.until, moment.now);
        const auto name =
            there ? text(keyPath(*moment.estate, *there)) + QLatin1Char('/') + text(former.version.text().substr(0, 8))
                  : text(former.version.text().substr(0, 8));
        rows.push_back({.id = recordOf(former.version),
                        .cells = {{.text = name, .tooltip = text(former.version.text()), .mono = true},
                                  state,
                                  {.text = safe, .tooltip = safe, .muted = holds}},
                        .target = there ? std::optional(Target::of(there->id)) : std::nullopt});
    }
    m_formerPart->setPresent(!rows.empty());
    m_former->setRows(std::move(rows));
}

void BotLayers::showWork(const engine::Published &moment)
{
    const auto &bot = *moment.estate->resource(m_target.resource());
    if (!awaitsReencryption(bot)) return m_work->set({});
    const auto *job = reencryptionOf(*moment.estate, bot.id);
    const auto *work = job ? workOf<ReencryptionWork>(*job) : nullptr;
    if (job && job->state == JobState::Running) {
        const auto since = Words::tr("Started %1. The bot works meanwhile.").arg(relative(job->started, moment.now));
        const auto done = m_progress ? m_progress->files : 0;
        return m_work->set({{.state = State::Working,
                             .text = Words::tr("Its data is being encrypted anew"),
                             .detail = done ? Words::tr("%1 of %2 items so far. %3", "numbers, a sentence")
                                                  .arg(number(done), number(work->items), since)
                                            : since}});
    }
    const auto refused = mayBeUsed(moment, bot.id);
    m_work->set({{.state = State::Warning,
                  .text = Words::tr("Its data is still to be encrypted anew"),
                  .detail = !refused ? refusalOf(refused.error()).whole()
                            : job ? Words::tr("It was begun %1 and did not come to its end. Until then both keys are "
                                              "needed.")
                                        .arg(relative(job->started, moment.now))
                                  : Words::tr("Until then the former key is needed, too."),
                  .button = Words::tr("Go on"),
                  .action = QStringLiteral("bot.goOn")}});
}

void BotLayers::look()
{
    const auto ticket = m_tickets.next();
    const auto *job = reencryptionOf(m_workspace.estate(), m_target.resource());
    if (!job || job->state != JobState::Running) {
        m_look.stop();
        m_progress.reset();
        return;
    }
    if (!m_look.isActive()) m_look.start();
    m_workspace.background().run(
        Background::Lane::Compute, this,
        [workplace = m_workspace.workplace(), id = job->id] { return workplace->jobs().progressOf(id); },
        [this, ticket](const std::optional<engine::Progress> &progress) {
            if (ticket != m_tickets.current()) return;
            m_progress = progress;
            if (exists(m_workspace.estate(), m_target)) showWork(*m_workspace.moment());
        });
}

} // namespace keyward::models
