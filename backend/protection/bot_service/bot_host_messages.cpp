// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// BOT-4, BOT-5: messages on their way, to the endpoint and to whoever receives what comes back.

#include "backend/crypto/digest.h"
#include "backend/estate/apply.h"
#include "backend/protection/bot_service/bot_host.h"
#include "backend/protection/bot_service/endpoint_client.h"

#include <QByteArray>

#include <algorithm>
#include <thread>

namespace keyward::protection {

using namespace estate;
using Kind = BotItems::Kind;
using engine::systemActor;

namespace {

constexpr Millis keptFor = std::chrono::hours(23); // less than a day, whenever the scheduler comes by
constexpr Millis lookEvery = std::chrono::minutes(15);
constexpr Millis claimedFor = std::chrono::minutes(2); // longer than a request takes
constexpr Millis firstPause = std::chrono::seconds(30);
constexpr Millis longestPause = std::chrono::hours(1);
constexpr auto betweenLooks = std::chrono::milliseconds(200);
constexpr std::uint64_t atOnce = 100;
constexpr std::size_t longestText = 32'768;
constexpr std::size_t longestAttachment = std::size_t(4) << 20U;
constexpr const char *noEndpoint = "no endpoint is set";

/// Twice as long each time.
Millis pauseAfter(std::uint64_t triesBefore)
{
    return std::min(longestPause, firstPause * (std::int64_t(1) << std::min<std::uint64_t>(triesBefore, 10)));
}

Status checkMessage(const engine::BotMessage &message)
{
    const auto refused = [](const char *rule) { return fail(Code::ValueInvalid, "message", {"message", rule}); };
    if (message.text.empty() && message.attachments.empty()) return refused("it has a text or an attachment");
    if (message.text.size() > longestText) return refused("its text has at most 32 KiB");
    std::size_t size = 0;
    for (const auto &one : message.attachments) size += one.content.size();
    return size <= longestAttachment ? Status{} : refused("its attachments have at most 4 MiB together");
}

Result<StoredMessage> messageOf(BotSession &session, const BotItems::Message &row)
{
    KEYWARD_TRY(const auto plain, session.openMessage(row.id, row.sealed));
    Decoder in(plain);
    StoredMessage out;
    in(out);
    if (!in.ok() || !in.atEnd()) return std::unexpected(session.damaged(said("a message is not of its form")));
    return out;
}

Status addMessage(BotSession &session, const StoredMessage &message, const RecordId &id, bool toBot)
{
    Encoder plain;
    plain(message);
    BotItems::Message row{.id = id,
                          .toBot = toBot,
                          .conversation = session.placeOf(Kind::Conversation, message.conversation),
                          .made = message.at,
                          .due = message.at,
                          .sealed = {}};
    KEYWARD_TRY(row.sealed, session.sealMessage(id, plain.take()));
    return session.items().add(row);
}

/// It has it, or brings it along: two are there without being added.
Status channelThere(BotSession &session, const ChannelKind &kind)
{
    if (std::ranges::contains(ownChannels, kind.text())) return {};
    KEYWARD_TRY(const auto found, session.get<StoredChannel>(Kind::Channel, kind.text()));
    return found ? Status{} : fail(Code::ChannelMissing, session.name(), {kind.text()});
}

/// By which the endpoint knows that a message comes from who shares the channel's secret; empty without one.
Result<std::string> authorizationFor(BotSession &session, const crypto::Context &context, const std::string &channel,
                                     const std::string &body)
{
    KEYWARD_TRY(const auto secret, session.secret(Kind::ChannelSecret, channel));
    if (!secret) return std::string();
    const auto code = crypto::HmacSha256(context, *secret).of({bytesOf(body)});
    const QByteArray bytes(reinterpret_cast<const char *>(code.data()), static_cast<qsizetype>(code.size()));
    return "HMAC " + bytes.toBase64().toStdString();
}

} // namespace

Result<engine::BotDelivery> BotHost::send(const ResourceId &bot, const ConversationName &conversation,
                                          const ChannelKind &channel, const engine::BotMessage &message,
                                          const Actor &actor)
{
    KEYWARD_CHECK(checkMessage(message));
    const auto id = m_parts.context->id<RecordId>();
    const auto now = m_parts.console.now();
    const StoredMessage stored{.id = id.text(),
                               .conversation = conversation.text(),
                               .channel = channel.text(),
                               .text = message.text,
                               .at = now,
                               .attachments = message.attachments};
    const auto taking = [&](BotSession &session) -> Status {
        KEYWARD_CHECK(channelThere(session, channel));
        KEYWARD_TRY(auto record, session.get<StoredConversation>(Kind::Conversation, conversation.text()));
        if (!record) record = StoredConversation{.name = conversation.text(), .channel = channel.text(), .begun = now};
        if (record->channel != channel.text())
            return fail(Code::ValueInvalid, conversation.text(),
                        {"conversation", said("it goes through channel {0}", record->channel)});
        record->lastActive = now;
        ++record->sent;
        KEYWARD_CHECK(session.put(Kind::Conversation, conversation.text(), *record));
        return addMessage(session, stored, id, true);
    };
    KEYWARD_CHECK(change(bot, actor, "bot.send", "A message in a conversation", taking));
    engine::BotDelivery out{.state = engine::BotDelivery::State::Waiting, .reason = {}, .id = id.text()};
    auto session = BotSession::open(m_parts, bot); // what was taken stays taken, whatever comes of this
    const auto sent = session ? deliver(*session, bot, true, {}) : std::unexpected(session.error());
    if (!sent) {
        out.reason = keyward::message(sent.error());
        return out;
    }
    out.answers = sent->answers;
    out.reason = sent->reason;
    if (out.reason.empty()) out.state = engine::BotDelivery::State::Delivered;
    return out;
}

Result<BotHost::Sent> BotHost::deliver(BotSession &session, const ResourceId &bot, bool all,
                                       const std::function<bool()> &goOn)
{
    Sent out;
    KEYWARD_TRY(const auto stored, session.get<StoredEndpoint>(Kind::Endpoint, "endpoint"));
    while (out.reason.empty()) {
        const auto now = m_parts.console.now();
        KEYWARD_TRY(const auto waiting, session.items().toSend(atOnce));
        if (waiting.empty() || (!all && waiting.front().due > now)) break;
        if (!stored) {
            out.reason = noEndpoint;
            break;
        }
        for (const auto &message : waiting) {
            KEYWARD_TRY(const bool mine, session.items().claim(message.id, now, now + claimedFor));
            if (!mine) {
                out.reason = "another program is sending those before it";
                break;
            }
            const auto answers =
                handOver(session, {.url = stored->url, .authorities = stored->authorities}, message, goOn);
            if (answers) {
                out.answers += *answers;
                KEYWARD_CHECK(noteEndpoint(bot, {}));
                continue;
            }
            KEYWARD_CHECK(session.items().postpone(message.id, now + pauseAfter(message.tries)));
            if (answers.error().code != Code::EndpointRefused) return std::unexpected(answers.error());
            out.reason = answers.error().arguments.front().text();
            KEYWARD_CHECK(noteEndpoint(bot, out.reason));
            break;
        }
    }
    lookAgainAt(bot, session.items());
    return out;
}

/// Once the endpoint took it, it is gone from here, with what came back in its place.
Result<std::uint64_t> BotHost::handOver(BotSession &session, const engine::BotEndpoint &endpoint,
                                        const BotItems::Message &row, const std::function<bool()> &goOn)
{
    KEYWARD_TRY(const auto message, messageOf(session, row));
    EndpointRequest request{.body = activityOf(session.name(), message), .authorization = {}};
    KEYWARD_TRY(request.authorization, authorizationFor(session, *m_parts.context, message.channel, request.body));
    const auto response = post(endpoint, request, goOn);
    if (!response) return fail(Code::EndpointRefused, session.name(), {response.error()});
    const auto answers = messagesIn(*response).value_or(std::vector<engine::BotMessage>{});
    const auto now = m_parts.console.now();
    const auto exchange = [&]() -> Status {
        KEYWARD_CHECK(session.items().remove(row.id));
        for (const auto &answer : answers) {
            const auto id = m_parts.context->id<RecordId>();
            KEYWARD_CHECK(addMessage(session,
                                     {.id = id.text(),
                                      .conversation = message.conversation,
                                      .channel = message.channel,
                                      .text = answer.text,
                                      .at = now,
                                      .attachments = {}},
                                     id, false));
        }
        return {};
    };
    KEYWARD_CHECK(session.items().together(exchange));
    return answers.size();
}

Status BotHost::noteEndpoint(const ResourceId &bot, const std::optional<std::string> &trouble)
{
    const auto estate = m_parts.console.snapshot();
    const auto *resource = estate->resource(bot);
    const auto *facet = resource ? facetOf<BotService>(*resource) : nullptr;
    if (!facet) return {};
    const auto known = facet->trouble.transform([](const EndpointTrouble &one) { return one.reason; });
    if (known == trouble) return {};
    return m_parts.console.execute({command::NoteEndpoint{bot, trouble}}, systemActor).transform([](const auto &) {});
}

Result<std::vector<engine::BotMessage>> BotHost::receive(const ResourceId &bot, const ConversationName &conversation,
                                                         Millis wait, const std::function<bool()> &goOn)
{
    const auto end = std::chrono::steady_clock::now() + wait;
    for (;;) {
        KEYWARD_TRY(auto session, BotSession::open(m_parts, bot));
        const auto place = session.placeOf(Kind::Conversation, conversation.text());
        KEYWARD_TRY(const auto record, session.items().at(Kind::Conversation, place));
        if (!record) return fail(Code::NotFound, conversation.text(), {"conversation"});
        std::vector<engine::BotMessage> out;
        const auto handOut = [&]() -> Status {
            KEYWARD_TRY(const auto rows, session.items().toReceive(place));
            for (const auto &row : rows) {
                KEYWARD_TRY(auto message, messageOf(session, row));
                out.push_back({.id = std::move(message.id), .text = std::move(message.text), .at = message.at});
                KEYWARD_CHECK(session.items().remove(row.id));
            }
            if (rows.empty()) return {};
            KEYWARD_TRY(auto changed, session.get<StoredConversation>(Kind::Conversation, conversation.text()));
            changed->received += rows.size();
            changed->lastActive = m_parts.console.now();
            return session.put(Kind::Conversation, conversation.text(), *changed);
        };
        const auto handed = session.items().together(handOut);
        if (!handed && handed.error().code == Code::Conflict) continue; // another data key was taken up meanwhile
        KEYWARD_CHECK(handed);
        // The vault is asked once more before anything is handed out; until then only whether there is something.
        while (out.empty()) {
            if (std::chrono::steady_clock::now() >= end) return out;
            if (goOn && !goOn()) return fail(Code::Cancelled);
            std::this_thread::sleep_for(betweenLooks);
            KEYWARD_TRY(const auto there, session.items().toReceive(place));
            if (!there.empty()) break;
        }
        if (!out.empty()) return out;
    }
}

bool BotHost::looksDue(const ResourceId &bot)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_lookAt.find(bot);
    return known == m_lookAt.end() || m_parts.console.now() >= known->second;
}

void BotHost::lookAgainAt(const ResourceId &bot, BotItems &items)
{
    const auto latest = m_parts.console.now() + lookEvery; // others send, too
    const auto due = items.nextDue(keptFor);
    const std::lock_guard lock(m_mutex);
    m_lookAt[bot] = due && *due ? std::min(latest, **due) : latest;
}

/// What nobody took within the day goes, whether or not the key can be used; what waits is sent where it can.
void BotHost::deliverWhatIsDue(const ResourceId &bot, engine::DueWork &out, const ProgressCallback &progress)
{
    if (!looksDue(bot)) return;
    auto outer = BotSession::openOuter(m_parts, bot);
    if (!outer) return out.failed.push_back(outer.error());
    if (!*outer) return;
    auto &items = **outer;
    const auto now = m_parts.console.now();
    const auto gone = items.expire(now - keptFor);
    if (!gone) return out.failed.push_back(gone.error());
    const auto name = m_parts.console.snapshot()->resource(bot)->name.text();
    if (*gone > 0) out.done.push_back("Forget " + std::to_string(*gone) + " messages of bot " + name);
    const auto waiting = items.toSend(1);
    lookAgainAt(bot, items);
    if (!waiting || waiting->empty() || waiting->front().due > now) return;
    const auto sent = BotSession::open(m_parts, bot).and_then([&](BotSession session) {
        return deliver(session, bot, false, [&] { return !progress || progress({}); });
    });
    if (!sent) return out.failed.push_back(sent.error());
    if (sent->reason.empty()) out.done.push_back("Deliver messages of bot " + name);
}

} // namespace keyward::protection
