// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/parts.h"
#include "models/target.h"
#include "models/text.h"

#include "backend/engine/api/services/bot_service.h"
#include "backend/engine/api/workplace.h"

/// What a bot registration holds, as things of the window: its settings and its channels. The estate knows of neither;
/// what is known of them was read (reading.h).
namespace keyward::models {

struct Situation;

inline constexpr Scope botSettingScope{"botSetting"};
inline constexpr Scope botChannelScope{"botChannel"};

inline Target botSettingOf(const estate::ResourceId &bot, const std::string &name)
{
    return {botSettingScope, RecordId{bot.bytes}, {}, name};
}
inline Target botChannelOf(const estate::ResourceId &bot, const estate::ChannelKind &kind)
{
    return {botChannelScope, RecordId{bot.bytes}, {}, kind.text()};
}

engine::Bots &botsOf(engine::Workplace &workplace);
bool isBot(const estate::Estate &estate, const Target &target);
bool isBotRegistration(const Situation &s);

/// BOT-3: whether its key can be used, as far as the estate knows. Code::BotInaccessible, with the reason.
Status mayBeUsed(const engine::Published &moment, const estate::ResourceId &bot);
/// Why nothing of it is shown, and what mends that.
CalloutsPart::Callout refusalCallout(const engine::Published &moment, const estate::ResourceId &bot,
                                     const Error &error);
/// The key version that wraps a data key of a bot, kv/key/3f2a91bc…; the platform's key.
QString botKeyText(const estate::Estate &estate, const estate::BotKey &key);
/// The job that encrypts its data anew, or did last; null: there was none.
const estate::Job *reencryptionOf(const estate::Estate &estate, const estate::ResourceId &bot);

QString channelTitle(const estate::ChannelKind &kind); ///< Microsoft Teams
QString hostOf(const std::string &url);                ///< bot.example.com:8443
/// A file as it is; of one that is too long to be sent as much as it takes to be refused.
Result<engine::BotAttachment> attachmentFrom(const std::filesystem::path &file);

} // namespace keyward::models
