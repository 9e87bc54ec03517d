// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/services/bot_service/targets.h"
#include "models/workspace.h"

#include <map>

namespace keyward::models {

/// What is stored of a bot, as it was read last: read beside the window when it is first asked for, and again after
/// whatever changes the bot. Kept while somebody shows it. Where its key cannot be used there is nothing but the
/// refusal (BOT-3); what was known before is dropped with it.
class BotReading final : public QObject
{
    Q_OBJECT
public:
    /// The one of this bot: pages beside each other share it.
    static std::shared_ptr<BotReading> of(Workspace &workspace, const estate::ResourceId &bot);
    /// … if somebody shows it; null: nobody does.
    static std::shared_ptr<BotReading> known(Workspace &workspace, const estate::ResourceId &bot);

    BotReading(Workspace &workspace, const estate::ResourceId &bot);

    const engine::BotConfiguration *configuration() const { return m_configuration ? &*m_configuration : nullptr; }
    const std::optional<Error> &error() const { return m_error; }
    const engine::BotChannel *channel(const std::string &kind) const;
    bool storesNothing() const; ///< nothing was ever stored: to ask for it would make a place for it
    void read();                ///< again; an answer that is overtaken by this is dropped

Q_SIGNALS:
    void changed(); ///< also where it was read again and nothing is different

private:
    void follow(const Moment &before, const Moment &after);
    void take(quint64 ticket, Result<engine::BotConfiguration> answer);

    Workspace &m_workspace;
    estate::ResourceId m_bot;
    std::optional<engine::BotConfiguration> m_configuration;
    std::optional<Error> m_error;
    Tickets m_tickets;
};

/// Those that are shown somewhere, of one keystore.
class BotReadings final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    static BotReadings &in(Workspace &workspace);
    std::map<estate::ResourceId, std::weak_ptr<BotReading>> of;
};

} // namespace keyward::models
