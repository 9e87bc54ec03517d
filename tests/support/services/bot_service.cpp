// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/any_command.h"

namespace keyward::test {

using namespace estate;

namespace {

/// A bot that stores something, where there is none yet.
ResourceId stocked(World &world)
{
    auto &model = world.model;
    for (const auto &[id_, resource] : model.estate.resources())
        if (facetOf<BotService>(*resource)) return id_;
    const auto bot = id<ResourceId>();
    const command::CreateResource create{bot, "bot", must(ResourceName::from("bot-1")), model.place(), {}};
    if (!model.run(create, true)) return bot; // its place is locked, or moved away
    if (!model.run(command::OpenBotStore{bot, id<RecordId>().text()}, true)) return bot;
    (void)model.run(command::AddBotKey{bot, id<BotKeyId>(), {}}, true);
    return bot;
}

} // namespace

Action anyCommand(const ServiceCommand<BotService> &of)
{
    const auto bot = stocked(of.world);
    const auto *resource = of.world.model.estate.resource(bot);
    const auto *facet = resource ? facetOf<BotService>(*resource) : nullptr;
    const auto key = facet && facet->current() && maybe() ? facet->current()->id : id<BotKeyId>();
    switch (below(6)) {
    case 0: return command::OpenBotStore{bot, id<RecordId>().text()};
    case 1: return command::AddBotKey{bot, id<BotKeyId>(), {}};
    case 2: return command::NoteReencrypted{bot, key};
    case 3: return command::NoteEndpoint{bot, maybe() ? std::optional(anyText()) : std::nullopt};
    case 4: return command::DeleteBotData{bot};
    default: return command::SetBotPace{bot, maybe() ? 0 : static_cast<std::uint64_t>(1 + below(1000000))};
    }
}

} // namespace keyward::test
