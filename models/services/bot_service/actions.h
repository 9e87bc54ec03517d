// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/action.h"
#include "models/services/bot_service/reading.h"

/// What the actions on bots share.
namespace keyward::models {

inline const estate::Resource &botAt(const Situation &s) { return *s.estate().resource(s.target.resource()); }

/// BOT-3: as it was read last; where it was not, as far as the estate knows.
inline Status usableNow(const Situation &s)
{
    const auto reading = BotReading::known(s.workspace, s.target.resource());
    if (reading && reading->error()) return std::unexpected(*reading->error());
    return mayBeUsed(*s.moment, s.target.resource());
}

/// What is stored is changed beside the window, and told by one sentence.
struct BotWork {
    QString title;                                  ///< while it is done
    QString told;                                   ///< once it is
    QString detail = {};                            ///< … and what follows
    engine::BotDeed line;                           ///< its equivalent
    std::function<Status(engine::Bots &bots)> work; ///< called on any thread
};
Deed deedOf(const Situation &s, BotWork work);

/// NAME=VALUE, one on each line. Code::Usage, in whole sentences.
Result<std::map<std::string, std::string>> settingsFrom(const QString &lines);
QString linesOf(const std::map<std::string, std::string> &settings);

} // namespace keyward::models
