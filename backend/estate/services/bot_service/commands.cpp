// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The data keys of bots: made, left, forgotten; and what is known of their endpoints.

#include "backend/estate/commands/row.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/bot_service/entities.h"

#include <algorithm>

namespace keyward::estate {
namespace {

/// A copy to be changed.
struct Bot {
    Resource resource;
    BotService &facet() { return std::get<BotService>(resource.facet); }
};

Result<Bot> botIn(const Estate &estate, const ResourceId &id)
{
    KEYWARD_TRY(const auto *resource, existing(estate, id));
    if (facetOf<BotService>(*resource)) return Bot{*resource};
    return fail(Code::ValueInvalid, resource->name.text(),
                {"bot registration", said("it is a {0}, which has no channels", resource->type)});
}

Facts factsOfBot(const Estate &estate, const ResourceId &bot) { return administrationOf(estate, bot, {}); }

} // namespace

namespace command {

Facts factsOf(const Estate &estate, const OpenBotStore &c) { return administrationOf(estate, c.bot, changes(c.bot)); }
Words wordsOf(const Estate &estate, const OpenBotStore &c)
{
    return {.sentence = said("Make the store of bot {0}", nameOf(estate, c.bot)), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const OpenBotStore &command)
{
    KEYWARD_TRY(auto bot, botIn(draft.estate(), command.bot));
    KEYWARD_CHECK(regionIsUp(draft.estate(), bot.resource.place.region));
    if (!bot.facet().folder.empty()) return fail(Code::AlreadyExists, bot.resource.name.text(), {"store of bot"});
    if (command.folder.empty()) return fail(Code::Internal, bot.resource.name.text(), {"a store without a folder"});
    bot.facet().folder = command.folder;
    bot.resource.protectionAttempted = true;
    draft.put(std::move(bot.resource));
    return {};
}

Facts factsOf(const Estate &estate, const AddBotKey &c) { return factsOfBot(estate, c.bot); }
Words wordsOf(const Estate &estate, const AddBotKey &c)
{
    return {.sentence = said("Use a new data key for bot {0}, wrapped by {1}", nameOf(estate, c.bot),
                             c.by ? Sentence::Argument(c.by->uri) : said("the platform's key")),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const AddBotKey &command)
{
    KEYWARD_TRY(auto bot, botIn(draft.estate(), command.bot));
    auto &facet = bot.facet();
    if (facet.folder.empty()) return fail(Code::Conflict, bot.resource.name.text()); // its data was deleted meanwhile
    if (!sameKeyVersion(command.by, bot.resource.binding) || keyFits(bot.resource, facet))
        return fail(Code::Conflict, bot.resource.name.text()); // set to another key, or somebody was faster
    if (command.key.isNull() || facet.key(command.key)) return fail(Code::IdTaken, command.key.text());
    for (auto &former : facet.keys)
        if (!former.left) former.left = draft.now;
    facet.keys.push_back({.id = command.key, .by = command.by, .made = draft.now});
    draft.put(std::move(bot.resource));
    return {};
}

Facts factsOf(const Estate &estate, const StartReencryption &c)
{
    return administrationOf(estate, c.bot, {}, made(estate, c.job)); // setting the key was guarded
}
Words wordsOf(const Estate &estate, const StartReencryption &c)
{
    return {
        .sentence = said("Encrypt the data of bot {0} anew", nameOf(estate, c.bot)), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const StartReencryption &command)
{
    KEYWARD_TRY(auto bot, botIn(draft.estate(), command.bot));
    KEYWARD_CHECK(regionIsUp(draft.estate(), bot.resource.place.region));
    for (const auto &[id, job] : draft.estate().jobs())
        if (job->state == JobState::Running && job->resource == command.bot && workOf<ReencryptionWork>(*job))
            return fail(Code::Busy, bot.resource.name.text(),
                        {said("job {0} encrypts its data anew", id.text().substr(0, 8))});
    const auto *current = bot.facet().current();
    draft.put(begunJob(
        draft, command.job, command.bot, "Encrypt the data of " + bot.resource.name.text() + " anew",
        ReencryptionWork{.keyUri = current && current->by ? current->by->uri : std::string(), .items = command.items}));
    return {};
}

Facts factsOf(const Estate &estate, const NoteReencrypted &c) { return factsOfBot(estate, c.bot); }
Words wordsOf(const Estate &estate, const NoteReencrypted &c)
{
    return {.sentence = said("Note that nothing of bot {0} is under a former data key any more", nameOf(estate, c.bot)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const NoteReencrypted &command)
{
    KEYWARD_TRY(auto bot, botIn(draft.estate(), command.bot));
    const auto *key = bot.facet().key(command.key);
    if (!key || !key->left) return fail(Code::Conflict, bot.resource.name.text());
    std::erase_if(bot.facet().keys, [&](const BotKey &one) { return one.id == command.key; });
    draft.put(std::move(bot.resource));
    return {};
}

Facts factsOf(const Estate &estate, const NoteEndpoint &c) { return factsOfBot(estate, c.bot); }
Words wordsOf(const Estate &estate, const NoteEndpoint &c)
{
    const auto name = nameOf(estate, c.bot);
    return {.sentence = c.trouble ? said("Note that the endpoint of bot {0} takes no messages: {1}", name, *c.trouble)
                                  : said("Note that the endpoint of bot {0} takes messages", name),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const NoteEndpoint &command)
{
    KEYWARD_TRY(auto bot, botIn(draft.estate(), command.bot));
    auto &trouble = bot.facet().trouble;
    const auto since = trouble ? trouble->since : draft.now; // the same trouble, whatever its reason is now
    trouble = command.trouble.transform([&](const std::string &why) { return EndpointTrouble{since, why}; });
    draft.put(std::move(bot.resource));
    return {};
}

Facts factsOf(const Estate &estate, const SetBotPace &c) { return administrationOf(estate, c.bot, changes(c.bot)); }
Words wordsOf(const Estate &estate, const SetBotPace &c)
{
    const auto *resource = estate.resource(c.bot);
    const auto *facet = resource ? facetOf<BotService>(*resource) : nullptr;
    const auto name = nameOf(estate, c.bot);
    return {.sentence = c.bytesPerSecond > 0 ? said("Encrypt the data of bot {0} anew at {1} bytes a second at most",
                                                    name, c.bytesPerSecond)
                                             : said("Encrypt the data of bot {0} anew as fast as can be", name),
            .irreversible = {},
            .undo = facet ? std::optional<Action>(SetBotPace{c.bot, facet->bytesPerSecond}) : std::nullopt};
}
Status applyTo(ChangeBuilder &draft, const SetBotPace &command)
{
    KEYWARD_TRY(auto bot, botIn(draft.estate(), command.bot));
    bot.facet().bytesPerSecond = command.bytesPerSecond;
    draft.put(std::move(bot.resource));
    return {};
}

Facts factsOf(const Estate &estate, const DeleteBotData &c) { return administrationOf(estate, c.bot, removes(c.bot)); }
Words wordsOf(const Estate &estate, const DeleteBotData &c)
{
    return {.sentence = said("Delete settings, channels and conversations of bot {0}", nameOf(estate, c.bot)),
            .irreversible = said("they are destroyed"),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const DeleteBotData &command)
{
    KEYWARD_TRY(auto bot, botIn(draft.estate(), command.bot));
    const auto folder = std::exchange(bot.facet().folder, {});
    if (folder.empty()) return fail(Code::NotFound, bot.resource.name.text(), {"data of bot"});
    for (const auto &[id, job] : draft.estate().jobs())
        if (job->state == JobState::Running && job->resource == command.bot)
            return fail(Code::Busy, bot.resource.name.text(), {said("job {0} is running", id.text().substr(0, 8))});
    bot.facet() = {.folder = {}, .keys = {}, .trouble = {}, .bytesPerSecond = bot.facet().bytesPerSecond};
    draft.put(std::move(bot.resource));
    draft.change.effects.push_back(effect::RemoveFolder{folder});
    draft.change.destroys = true;
    return {};
}

} // namespace command
} // namespace keyward::estate
