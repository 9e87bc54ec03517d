// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/bot_service/reading.h"

#include "models/read_beside.h"

#include <algorithm>

namespace keyward::models {

using namespace estate;

namespace {

/// Of a bot of which nothing is stored: what every bot has.
engine::BotConfiguration nothingYet()
{
    engine::BotConfiguration out;
    for (const auto own : ownChannels)
        out.channels.push_back(
            {.kind = ChannelKind::from(std::string(own)).value(), .settings = {}, .hasSecret = false, .own = true});
    return out;
}

} // namespace

BotReadings &BotReadings::in(Workspace &workspace)
{
    if (auto *there = workspace.findChild<BotReadings *>(Qt::FindDirectChildrenOnly)) return *there;
    return *new BotReadings(&workspace);
}

std::shared_ptr<BotReading> BotReading::known(Workspace &workspace, const ResourceId &bot)
{
    auto &all = BotReadings::in(workspace).of;
    std::erase_if(all, [](const auto &one) { return one.second.expired(); });
    const auto found = all.find(bot);
    return found == all.end() ? nullptr : found->second.lock();
}

std::shared_ptr<BotReading> BotReading::of(Workspace &workspace, const ResourceId &bot)
{
    if (auto there = known(workspace, bot)) return there;
    auto made = std::make_shared<BotReading>(workspace, bot);
    BotReadings::in(workspace).of[bot] = made;
    return made;
}

BotReading::BotReading(Workspace &workspace, const ResourceId &bot) : m_workspace(workspace), m_bot(bot)
{
    connect(&workspace.feed(), &EstateFeed::moved, this, &BotReading::follow);
    connect(&workspace.errands(), &Errands::over, this, [this](const Target &about) {
        if (about.id == recordOf(m_bot)) read();
    });
    read();
}

void BotReading::follow(const Moment &before, const Moment &after)
{
    if (before && !isOtherwise(*before, *after, m_bot)) return;
    if (const auto allowed = mayBeUsed(*after, m_bot); !allowed) { // BOT-3: not only once it was read again
        m_configuration.reset();
        m_error = allowed.error();
        Q_EMIT changed();
    }
    read();
}

const engine::BotChannel *BotReading::channel(const std::string &kind) const
{
    if (!m_configuration) return nullptr;
    const auto found = std::ranges::find_if(m_configuration->channels,
                                            [&](const engine::BotChannel &one) { return one.kind.text() == kind; });
    return found == m_configuration->channels.end() ? nullptr : &*found;
}

bool BotReading::storesNothing() const
{
    const auto *bot = m_workspace.estate().resource(m_bot);
    const auto *facet = bot ? facetOf<BotService>(*bot) : nullptr;
    return facet && facet->folder.empty();
}

void BotReading::read()
{
    const auto ticket = m_tickets.next();
    if (storesNothing()) {
        auto answer = mayBeUsed(*m_workspace.moment(), m_bot).transform([] { return nothingYet(); });
        QMetaObject::invokeMethod(
            this, [this, ticket, answer = std::move(answer)] { take(ticket, answer); }, Qt::QueuedConnection);
        return;
    }
    m_workspace.background().run(
        Background::Lane::Jobs, this,
        [workplace = m_workspace.workplace(), bot = m_bot] { return botsOf(*workplace).configuration(bot); },
        [this, ticket](Result<engine::BotConfiguration> answer) { take(ticket, std::move(answer)); });
}

void BotReading::take(quint64 ticket, Result<engine::BotConfiguration> answer)
{
    if (ticket != m_tickets.current()) return;
    m_error.reset();
    m_configuration.reset();
    if (answer)
        m_configuration = *std::move(answer);
    else
        m_error = answer.error();
    Q_EMIT changed();
}

} // namespace keyward::models
