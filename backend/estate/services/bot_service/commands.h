// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

#include <tuple>

/// What a bot registration does with the keys of what it stores. What is stored is no business of the estate; setting
/// the key is SetKey, as for every resource, and all is sealed anew after it.
namespace keyward::estate::command {

/// The place of what is stored, once for each bot.
struct OpenBotStore {
    KEYWARD_COMMAND(OpenBotStore, "bot.open");
    ResourceId bot;
    std::string folder; ///< random name below STORE.d
};

/// A data key that was wrapped; it stands beside the items already, durably. The one before it is left.
struct AddBotKey {
    KEYWARD_COMMAND(AddBotKey, "bot.key");
    ResourceId bot;
    BotKeyId key;
    std::optional<WrappedBy> by; ///< absent: the platform's key
};

struct StartReencryption {
    KEYWARD_COMMAND(StartReencryption, "bot.reencrypt");
    ResourceId bot;
    JobId job;
    std::uint64_t items = 0;
    auto newIds() { return std::tie(job); }
};

/// Nothing is under a former data key any more, durably: it is forgotten.
struct NoteReencrypted {
    KEYWARD_COMMAND(NoteReencrypted, "bot.reencrypted");
    ResourceId bot;
    BotKeyId key;
};

/// What came of the last message to its endpoint, where that is something else than before.
struct NoteEndpoint {
    KEYWARD_COMMAND(NoteEndpoint, "bot.endpoint");
    ResourceId bot;
    std::optional<std::string> trouble; ///< absent: it takes messages
};

/// BOT-11: how fast its data is encrypted anew at most.
struct SetBotPace {
    KEYWARD_COMMAND(SetBotPace, "bot.pace");
    ResourceId bot;
    std::uint64_t bytesPerSecond = 0; ///< 0: as fast as can be
};

/// Settings, channels and conversations, for good.
struct DeleteBotData {
    KEYWARD_COMMAND(DeleteBotData, "bot.delete");
    ResourceId bot;
};

template <> struct CommandsOf<BotService> {
    using List = CommandList<OpenBotStore, AddBotKey, StartReencryption, NoteReencrypted, NoteEndpoint, SetBotPace,
                             DeleteBotData>;
};

} // namespace keyward::estate::command
