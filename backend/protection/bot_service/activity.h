// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/services/bot_service.h"

namespace keyward::protection {

/// What is said in a conversation, as it is kept on its way.
struct StoredMessage {
    std::string id;
    std::string conversation;
    std::string channel;
    std::string text;
    Instant at{};
    std::vector<engine::BotAttachment> attachments;
};

/// As the endpoint gets it: an activity of the Bot Framework's schema (type message), which asks for the answers in the
/// response (deliveryMode expectReplies).
std::string activityOf(const std::string &bot, const StoredMessage &message);
/// The messages in an endpoint's response: one activity, a list of them, or an object that holds such a list as
/// "activities"; what is no message (typing) is passed over. Empty for an empty response; absent for what is no JSON.
std::optional<std::vector<engine::BotMessage>> messagesIn(const std::string &response);

} // namespace keyward::protection

namespace keyward::engine {
KEYWARD_FIELDS(BotAttachment, s.name, s.content)
} // namespace keyward::engine
namespace keyward::protection {
KEYWARD_FIELDS(StoredMessage, s.id, s.conversation, s.channel, s.text, s.at, s.attachments)
} // namespace keyward::protection
