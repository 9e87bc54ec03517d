// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/names.h"
#include "backend/estate/services/declare.h"

#include <array>

/// What a bot registration has beside what every resource has. Its settings, channels and conversations are stored in
/// two layers: each item is sealed under a data key of the bot, which the bound key wraps (or the platform's, where
/// none is bound), and lies in a database whose pages are encrypted under a key of the platform's (BOT-1). What is
/// known of them here is only which keys they need.
namespace keyward::estate {

using BotKeyId = Id<struct BotKeyTag>;

/// A data key of the inner layer. It stands wrapped beside the items, and nowhere here.
struct BotKey {
    BotKeyId id;
    std::optional<WrappedBy> by; ///< absent: the platform's key
    Instant made{};
    std::optional<Instant> left = {}; ///< since then nothing new is sealed under it; it goes once nothing is
};

/// Its endpoint takes no messages: they wait.
struct EndpointTrouble {
    Instant since{};
    std::string reason; ///< a few words
};

struct BotService {
    KEYWARD_FACET(BotService, "bot", 3);
    std::string folder;       ///< random name below STORE.d; empty: nothing was ever stored
    std::vector<BotKey> keys; ///< the last one is in use
    std::optional<EndpointTrouble> trouble;
    std::uint64_t bytesPerSecond = 0; ///< at which all is encrypted anew, at most; 0: as fast as can be

    const BotKey *current() const { return keys.empty() ? nullptr : &keys.back(); }
    const BotKey *key(const BotKeyId &id) const; ///< null where it is not there
};
Uses usesOf(const Resource &resource, const BotService &facet);
std::optional<StoredData> storedOf(const Resource &resource, const BotService &facet);

/// All that is stored is sealed anew, under the data key that the bound key wraps (BOT-11).
struct ReencryptionWork {
    KEYWARD_WORK("re-encryption", 9);
    std::string keyUri;      ///< what wraps it; empty: the platform's key
    std::uint64_t items = 0; ///< that were under another one when it began
};

/// Those that are left, and hold something yet.
std::vector<const BotKey *> keysToEmpty(const BotService &facet);
/// Whether what comes can be sealed under the data key in use: it is wrapped as the binding says.
bool keyFits(const Resource &bot, const BotService &facet);
/// Whether what is stored is still partly under former keys, or new items have none yet.
bool awaitsReencryption(const Resource &bot);

/// BOT-4: the channels that a bot can be reached by. Two are there from the start.
inline constexpr std::array<std::string_view, 2> ownChannels{"directline", "webchat"};
inline constexpr std::array<std::string_view, 11> knownChannels{
    "alexa", "directline", "email", "facebook", "groupme", "line", "msteams", "slack", "sms", "telegram", "webchat"};

struct ConversationNameRule {
    static constexpr const char *what = "conversation";
    static constexpr const char *rule = "1 to 100 letters, digits, hyphens, underscores, points, @ and colons";
    static bool holds(std::string_view text);
};
struct SettingNameRule {
    static constexpr const char *what = "setting";
    static constexpr const char *rule = "1 to 64 letters, digits, hyphens, underscores and points, beginning with a "
                                        "letter";
    static bool holds(std::string_view text);
};
struct ChannelKindRule {
    static constexpr const char *what = "channel";
    static constexpr const char *rule = "alexa, directline, email, facebook, groupme, line, msteams, slack, sms, "
                                        "telegram or webchat";
    static bool holds(std::string_view text);
};
using ConversationName = Name<ConversationNameRule>;
using SettingName = Name<SettingNameRule>;
using ChannelKind = Name<ChannelKindRule>;

KEYWARD_FIELDS(BotKey, s.id, s.by, s.made, s.left)
KEYWARD_FIELDS(EndpointTrouble, s.since, s.reason)
KEYWARD_FIELDS(BotService, s.folder, s.keys, s.trouble, s.bytesPerSecond)
KEYWARD_FIELDS(ReencryptionWork, s.keyUri, s.items)

} // namespace keyward::estate
