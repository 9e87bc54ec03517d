// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The configuration of bots: settings, channels, endpoint (BOT-4). All of it is under the inner layer's key.

#include "backend/protection/bot_service/bot_host.h"

#include "backend/crypto/tls_client.h"
#include "backend/estate/describe_names.h"
#include "backend/protection/bot_service/endpoint_client.h"

#include <algorithm>

namespace keyward::protection {

using namespace estate;
using Kind = BotItems::Kind;

namespace {

constexpr std::size_t longestValue = 4096;
constexpr std::size_t mostSettings = 200;
constexpr std::size_t longestAuthorities = 65'536;
constexpr const char *endpointPlace = "endpoint";

Status checkValue(const std::string &name, const std::string &value)
{
    if (value.size() <= longestValue) return {};
    return fail(Code::ValueInvalid, name, {"setting", "its value has at most 4096 bytes"});
}

} // namespace

std::unique_ptr<engine::Service> makeService(const ServiceOf<BotService> &service)
{
    return std::make_unique<BotHost>(service.parts);
}

Result<engine::BotConfiguration> BotHost::configuration(const ResourceId &bot)
{
    KEYWARD_TRY(auto session, BotSession::open(m_parts, bot));
    engine::BotConfiguration out;
    KEYWARD_TRY(const auto settings, session.all<StoredSetting>(Kind::Setting));
    for (const auto &one : settings) out.settings.emplace(one.name, one.value);
    KEYWARD_TRY(const auto channels, session.all<StoredChannel>(Kind::Channel));
    for (const auto &one : channels) {
        KEYWARD_TRY(auto kind, ChannelKind::from(one.kind));
        KEYWARD_TRY(const auto secret,
                    session.items().at(Kind::ChannelSecret, session.placeOf(Kind::ChannelSecret, one.kind)));
        out.channels.push_back({.kind = std::move(kind),
                                .settings = one.settings,
                                .hasSecret = secret.has_value(),
                                .own = std::ranges::contains(ownChannels, one.kind),
                                .added = one.added});
    }
    for (const auto own : ownChannels)
        if (!std::ranges::contains(channels, own, &StoredChannel::kind)) {
            KEYWARD_TRY(auto kind, ChannelKind::from(std::string(own)));
            out.channels.push_back({.kind = std::move(kind), .settings = {}, .own = true});
        }
    std::ranges::sort(out.channels, {}, [](const engine::BotChannel &one) { return one.kind.text(); });
    KEYWARD_TRY(const auto endpoint, session.get<StoredEndpoint>(Kind::Endpoint, endpointPlace));
    if (endpoint) out.endpoint = engine::BotEndpoint{.url = endpoint->url, .authorities = endpoint->authorities};
    KEYWARD_TRY(out.conversations, session.items().count(Kind::Conversation));
    KEYWARD_TRY(out.waiting, session.items().messages(true));
    KEYWARD_TRY(out.answers, session.items().messages(false));
    return out;
}

Status BotHost::change(const ResourceId &bot, const Actor &actor, std::string_view operation, const std::string &what,
                       const std::function<Status(BotSession &)> &work)
{
    constexpr int tries = 5;
    Status done;
    for (int attempt = 0; attempt < tries; ++attempt) {
        KEYWARD_TRY(auto session, BotSession::open(m_parts, bot));
        done = session.items().together([&]() -> Status {
            KEYWARD_CHECK(work(session));
            auto entry = engine::entryBy(actor, operation, session.name());
            entry.subjectId = referenceTo(bot);
            entry.reason = what;
            return m_parts.console.note(entry); // what the log does not know of does not happen
        });
        if (done || done.error().code != Code::Conflict) return done;
    }
    return done;
}

Status BotHost::configure(const ResourceId &bot, const std::map<std::string, std::optional<std::string>> &values,
                          const Actor &actor)
{
    std::string names;
    for (const auto &[name, value] : values) {
        KEYWARD_CHECK(SettingName::from(name).transform([](const auto &) {}));
        if (value) KEYWARD_CHECK(checkValue(name, *value));
        names += (names.empty() ? "" : ", ") + name;
    }
    if (values.empty()) return fail(Code::Usage, {}, {"Give at least one setting."});
    return change(bot, actor, "bot.configure", "Settings: " + names, [&](BotSession &session) -> Status {
        for (const auto &[name, value] : values) {
            if (value) {
                KEYWARD_CHECK(session.put(Kind::Setting, name, StoredSetting{.name = name, .value = *value}));
                continue;
            }
            KEYWARD_TRY(const bool there, session.remove(Kind::Setting, name));
            if (!there) return fail(Code::NotFound, name, {"setting"});
        }
        KEYWARD_TRY(const auto count, session.items().count(Kind::Setting));
        return count <= mostSettings ? Status{}
                                     : fail(Code::ValueInvalid, std::to_string(count),
                                            {"number of settings", said("at most {0}", mostSettings)});
    });
}

Status BotHost::setChannel(const ResourceId &bot, const engine::BotChannel &channel, const crypto::SecretBytes &secret,
                           const Actor &actor)
{
    const auto kind = channel.kind.text();
    KEYWARD_CHECK(ChannelKind::from(kind).transform([](const auto &) {}));
    for (const auto &[name, value] : channel.settings) {
        KEYWARD_CHECK(SettingName::from(name).transform([](const auto &) {}));
        KEYWARD_CHECK(checkValue(name, value));
    }
    if (channel.settings.size() > mostSettings || secret.size() > longestValue)
        return fail(Code::ValueInvalid, kind, {"channel", "at most 200 settings, a secret of at most 4096 bytes"});
    return change(bot, actor, "bot.channel", "Channel " + kind, [&](BotSession &session) -> Status {
        KEYWARD_TRY(const auto before, session.get<StoredChannel>(Kind::Channel, kind));
        KEYWARD_CHECK(session.put(Kind::Channel, kind,
                                  StoredChannel{.kind = kind,
                                                .settings = channel.settings,
                                                .added = before ? before->added : m_parts.console.now()}));
        if (!secret.empty()) return session.put(Kind::ChannelSecret, kind, secret);
        return session.remove(Kind::ChannelSecret, kind).transform([](bool) {});
    });
}

Status BotHost::removeChannel(const ResourceId &bot, const ChannelKind &kind, const Actor &actor)
{
    return change(bot, actor, "bot.channelGone", "Channel " + kind.text(), [&](BotSession &session) -> Status {
        KEYWARD_TRY(const bool there, session.remove(Kind::Channel, kind.text()));
        if (!there) return fail(Code::ChannelMissing, session.name(), {kind.text()});
        return session.remove(Kind::ChannelSecret, kind.text()).transform([](bool) {});
    });
}

Status BotHost::setEndpoint(const ResourceId &bot, const std::optional<engine::BotEndpoint> &endpoint,
                            const Actor &actor)
{
    if (endpoint) {
        KEYWARD_CHECK(checkEndpointUrl(endpoint->url));
        if (endpoint->authorities.size() > longestAuthorities)
            return fail(Code::ValueInvalid, endpoint->url, {"endpoint", "its certificates have at most 64 KiB"});
        if (!endpoint->authorities.empty())
            KEYWARD_CHECK(crypto::certificatesIn(*m_parts.context, endpoint->authorities).transform([](auto) {}));
    }
    const auto what = endpoint ? "Messages leave decrypted, over TLS, to " + endpoint->url : std::string("No endpoint");
    const auto setting = [&](BotSession &session) -> Status {
        if (!endpoint) return session.remove(Kind::Endpoint, endpointPlace).transform([](bool) {});
        return session.put(Kind::Endpoint, endpointPlace,
                           StoredEndpoint{.url = endpoint->url, .authorities = endpoint->authorities});
    };
    KEYWARD_CHECK(change(bot, actor, "bot.setEndpoint", what, setting));
    const std::lock_guard lock(m_mutex);
    m_lookAt.erase(bot); // what waits goes to the new one
    return {};
}

Result<std::vector<engine::BotConversation>> BotHost::conversations(const ResourceId &bot)
{
    KEYWARD_TRY(auto session, BotSession::open(m_parts, bot));
    KEYWARD_TRY(const auto stored, session.all<StoredConversation>(Kind::Conversation));
    std::vector<engine::BotConversation> out;
    out.reserve(stored.size());
    for (const auto &one : stored) {
        KEYWARD_TRY(auto name, ConversationName::from(one.name));
        KEYWARD_TRY(auto channel, ChannelKind::from(one.channel));
        out.push_back({.name = std::move(name),
                       .channel = std::move(channel),
                       .begun = one.begun,
                       .lastActive = one.lastActive,
                       .sent = one.sent,
                       .received = one.received});
    }
    std::ranges::sort(out, std::greater{},
                      [](const engine::BotConversation &one) { return std::pair(one.lastActive, one.name.text()); });
    return out;
}

} // namespace keyward::protection
