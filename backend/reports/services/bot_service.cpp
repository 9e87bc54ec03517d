// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/services/bot_service.h"

#include "backend/estate/describe_names.h"
#include "backend/reports/json.h"
#include "backend/reports/services/list.h"

#include <algorithm>

namespace keyward::reports {

using namespace estate;

namespace {

QJsonObject pairs(const std::map<std::string, std::string> &values)
{
    QJsonObject out;
    for (const auto &[name, value] : values) out.insert(text(name), text(value));
    return out;
}

QJsonObject viewOfKey(const BotKey &key)
{
    return {{QLatin1String("keyUri"), key.by ? text(key.by->uri) : QJsonValue()},
            {QLatin1String("since"), time(key.made)},
            {QLatin1String("left"), key.left ? QJsonValue(time(*key.left)) : QJsonValue()}};
}

} // namespace

QJsonObject view(const engine::BotChannel &channel)
{
    return {{QLatin1String("kind"), text(channel.kind.text())},
            {QLatin1String("settings"), pairs(channel.settings)},
            {QLatin1String("hasSecret"), channel.hasSecret},
            {QLatin1String("own"), channel.own}};
}

QJsonObject view(const engine::BotConfiguration &configuration)
{
    QJsonArray channels;
    for (const auto &one : configuration.channels) channels.append(view(one));
    const auto &endpoint = configuration.endpoint;
    return {{QLatin1String("settings"), pairs(configuration.settings)},
            {QLatin1String("channels"), channels},
            {QLatin1String("endpoint"), endpoint ? text(endpoint->url) : QJsonValue()},
            {QLatin1String("endpointTrustsOwnAuthorities"), endpoint && !endpoint->authorities.empty()},
            {QLatin1String("conversations"), number(configuration.conversations)},
            {QLatin1String("messagesWaiting"), number(configuration.waiting)},
            {QLatin1String("answersWaiting"), number(configuration.answers)}};
}

QJsonObject view(const engine::BotConversation &conversation)
{
    return {{QLatin1String("name"), text(conversation.name.text())},
            {QLatin1String("channel"), text(conversation.channel.text())},
            {QLatin1String("begun"), time(conversation.begun)},
            {QLatin1String("lastActive"), time(conversation.lastActive)},
            {QLatin1String("sent"), number(conversation.sent)},
            {QLatin1String("received"), number(conversation.received)}};
}

QJsonObject view(const engine::BotMessage &message)
{
    return {{QLatin1String("id"), text(message.id)},
            {QLatin1String("at"), time(message.at)},
            {QLatin1String("text"), text(message.text)}};
}

QJsonObject view(const engine::BotDelivery &delivery)
{
    const bool waits = delivery.state == engine::BotDelivery::State::Waiting;
    return {{QLatin1String("id"), text(delivery.id)},
            {QLatin1String("state"), QLatin1String(waits ? "waiting" : "delivered")},
            {QLatin1String("because"), waits ? QJsonValue(text(delivery.reason)) : QJsonValue()},
            {QLatin1String("answers"), number(delivery.answers)}};
}

void addFacet(QJsonObject &out, const FacetOf<BotService> &of)
{
    QJsonArray keys;
    for (const auto &key : of.facet.keys) keys.append(viewOfKey(key));
    out.insert(QLatin1String("dataKeys"), keys);
    out.insert(QLatin1String("bytesPerSecond"), number(of.facet.bytesPerSecond));
    out.insert(QLatin1String("endpointTrouble"),
               of.facet.trouble ? QJsonValue(QJsonObject{{QLatin1String("since"), time(of.facet.trouble->since)},
                                                         {QLatin1String("reason"), text(of.facet.trouble->reason)}})
                                : QJsonValue());
}

void addWork(QJsonObject &out, const WorkOf<ReencryptionWork> &of)
{
    out.insert(QLatin1String("keyUri"), text(of.work.keyUri));
    out.insert(QLatin1String("items"), number(of.work.items));
}

/// BOT-1: what is under which key; where there are two of a bot, it is being encrypted anew.
std::vector<StoredSection> storedSections(const StoredOf<BotService> &of)
{
    StoredSection stored{.name = QStringLiteral("botDataKeys"), .section = {}, .json = {}};
    auto &out = stored.section;
    out = {"bots",
           "Data keys of bot registrations",
           "No bot registration stores anything.",
           {{"Bot", 1}, {"In use since", 1.3}, {"Left", 1.3}, {"Key version", 2.6, false, true}},
           {}};
    std::vector<const Resource *> bots;
    for (const auto &[id, resource] : of.estate.resources())
        if (facetOf<BotService>(*resource)) bots.push_back(resource.get());
    std::ranges::sort(bots, {}, [](const Resource *one) { return one->name.text(); });
    for (const auto *bot : bots) {
        for (const auto &key : facetOf<BotService>(*bot)->keys) {
            auto json = viewOfKey(key);
            json.insert(QLatin1String("bot"), text(bot->name.text()));
            stored.json.append(json);
            out.rows.push_back({bot->name.text(), isoText(key.made), key.left ? isoText(*key.left) : "–",
                                key.by ? key.by->uri : "the platform's key"});
        }
    }
    return {std::move(stored)};
}

} // namespace keyward::reports
