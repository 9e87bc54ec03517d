// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/services/bot_service/entities.h"

#include "backend/estate/apply.h"
#include "backend/estate/describe.h"
#include "backend/estate/findings.h"
#include "backend/estate/obstacles.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/preparation.h"

#include <algorithm>

namespace keyward::estate {
namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool consistsOf(std::string_view text, std::size_t longest, std::string_view besides)
{
    return !text.empty() && text.size() <= longest &&
           std::ranges::all_of(text, [&](char c) { return isLetter(c) || isDigit(c) || besides.contains(c); });
}

} // namespace

bool ConversationNameRule::holds(std::string_view text) { return consistsOf(text, 100, "-_.@:"); }
bool SettingNameRule::holds(std::string_view text) { return consistsOf(text, 64, "-_.") && isLetter(text.front()); }
bool ChannelKindRule::holds(std::string_view text) { return std::ranges::contains(knownChannels, text); }

const BotKey *BotService::key(const BotKeyId &id) const
{
    const auto found = std::ranges::find(keys, id, &BotKey::id);
    return found == keys.end() ? nullptr : &*found;
}

Uses usesOf(const Resource &resource, const BotService &facet)
{
    Uses out;
    for (const auto &key : facet.keys)
        if (key.by)
            out.push_back({.resource = resource.id,
                           .vault = key.by->vault,
                           .key = key.by->key,
                           .version = key.by->version,
                           .purpose = Use::Purpose::StoredData,
                           .ends = Use::Ends::Rewrap});
    return out;
}

std::optional<StoredData> storedOf(const Resource &resource, const BotService &facet)
{
    if (facet.folder.empty()) return {};
    return StoredData{.entity = recordOf(resource.id), .resource = resource.id, .file = facet.folder + "/items"};
}

std::vector<const BotKey *> keysToEmpty(const BotService &facet)
{
    std::vector<const BotKey *> out;
    for (const auto &key : facet.keys)
        if (key.left) out.push_back(&key);
    return out;
}

bool keyFits(const Resource &bot, const BotService &facet)
{
    return facet.current() && sameKeyVersion(facet.current()->by, bot.binding);
}

bool awaitsReencryption(const Resource &bot)
{
    const auto *facet = facetOf<BotService>(bot);
    return facet && !facet->folder.empty() && (!keyFits(bot, *facet) || !keysToEmpty(*facet).empty());
}

Status mayBeDeleted(const Estate &, const Resource &resource, const BotService &facet)
{
    return facet.folder.empty() ? Status{} : fail(Code::BotNotEmpty, resource.name.text());
}

/// P4: one change after the other, and none that would leave items behind under a key that cannot be used.
Status mayRebind(const Estate &estate, const Resource &resource, const BotService &facet, Instant now)
{
    KEYWARD_CHECK(regionIsUp(estate, resource.place.region));
    if (awaitsReencryption(resource)) return fail(Code::ReencryptionUnderWay, resource.name.text());
    const auto *current = facet.current();
    if (!current || !current->by) return {};
    return mayUnwrap(estate, resource, current->by->key, current->by->version, Code::BotDataUnreachable, now);
}

/// Everything is sealed anew.
void settle(const Settling<BotService> &of)
{
    auto bot = *of.estate.resource(of.resource);
    auto &facet = std::get<BotService>(bot.facet);
    if (!awaitsReencryption(bot)) return;
    facet.keys.clear();
    facet.keys.push_back({.id = {}, .by = boundKey(of.estate, bot)});
    of.estate.put(std::move(bot));
}

std::vector<Preparation> preparing(const Estate &, const Resource &, const BotService &, const Key &,
                                   const KeyVersion &)
{
    return {};
}

/// What is stored under the key goes with it.
std::vector<Parting> partings(const Estate &, const Resource &resource, const BotService &facet, const KeyId &key)
{
    if (std::ranges::none_of(facet.keys, [&](const BotKey &one) { return one.by && one.by->key == key; })) return {};
    return {{Parting::Of::Protected, command::DeleteBotData{resource.id}}};
}

void addFindings(std::vector<Finding> &out, const Estate &estate, const Resource &resource, const BotService &facet)
{
    const auto add = [&](Statement what) {
        out.push_back({.weight = Health::Warning,
                       .object = describe(estate, resource),
                       .what = std::move(what),
                       .fix = {},
                       .kind = EntityKind::Resource,
                       .about = recordOf(resource.id),
                       .by = {}});
    };
    if (facet.trouble)
        add({Code::EndpointWaits, resource.name.text(), {isoText(facet.trouble->since), facet.trouble->reason}, {}});
    for (const auto *key : keysToEmpty(facet))
        add({Code::ReencryptionWaits, resource.name.text(), {isoText(*key->left)}, {}});
}

void addDue(std::vector<Command> &, const Estate &, const Resource &, const BotService &, Instant) {}

} // namespace keyward::estate
