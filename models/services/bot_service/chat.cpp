// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/bot_service/chat.h"

#include "backend/base/new_file.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace keyward::models {

using namespace estate;
using Line = BotChat::Line;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BotChat)
};

constexpr Millis heldFor = std::chrono::seconds(45); ///< the vault is asked once for that long
constexpr auto afterTrouble = std::chrono::seconds(5);
constexpr std::size_t longestTalk = 500; ///< lines that are kept of a conversation

Result<engine::BotDelivery> deliver(engine::Workplace &workplace, const ResourceId &bot, const std::string &name,
                                    const std::string &kind, const std::string &what, const QStringList &files,
                                    const Actor &actor)
{
    KEYWARD_TRY(const auto conversation, ConversationName::from(name));
    KEYWARD_TRY(const auto channel, ChannelKind::from(kind));
    engine::BotMessage message{.id = {}, .text = what};
    for (const auto &file : files) {
        KEYWARD_TRY(auto attachment, attachmentFrom(pathOf(file)));
        message.attachments.push_back(std::move(attachment));
    }
    return botsOf(workplace).send(bot, conversation, channel, message, actor);
}

} // namespace

BotChat &BotChat::of(Workspace &workspace, const ResourceId &bot)
{
    const auto name = QStringLiteral("chat.") + text(bot.text());
    if (auto *there = workspace.findChild<BotChat *>(name, Qt::FindDirectChildrenOnly)) return *there;
    auto *made = new BotChat(workspace, bot);
    made->setObjectName(name);
    made->setParent(&workspace);
    return *made;
}

BotChat::BotChat(Workspace &workspace, const ResourceId &bot)
    : m_workspace(workspace), m_bot(bot), m_conversation(QStringLiteral("test-chat")),
      m_channel(QStringLiteral("webchat"))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(afterTrouble);
    connect(&m_pause, &QTimer::timeout, this, &BotChat::listen);
}

BotChat::~BotChat() { hangUp(); }

const std::vector<Line> &BotChat::lines() const
{
    static const std::vector<Line> none;
    const auto found = m_lines.find(m_conversation);
    return found == m_lines.end() ? none : found->second;
}

void BotChat::setConversation(const QString &name)
{
    if (std::exchange(m_conversation, name.trimmed()) == name.trimmed()) return;
    hangUp();
    m_trouble.reset();
    listen();
    Q_EMIT changed();
}

void BotChat::setChannel(const QString &kind)
{
    if (std::exchange(m_channel, kind) != kind) Q_EMIT changed();
}

void BotChat::send()
{
    const auto number = ++m_last;
    Line line{.number = number, .text = typed.trimmed(), .at = m_workspace.moment()->now};
    for (const auto &file : attached) line.sent += QFileInfo(file).fileName();
    auto &all = linesOf(m_conversation);
    all.push_back(line);
    if (all.size() > longestTalk) all.erase(all.begin());
    m_sending = number;
    m_workspace.background().run(
        Background::Lane::Jobs, this,
        [workplace = m_workspace.workplace(), bot = m_bot, conversation = utf8(m_conversation),
         channel = utf8(m_channel), what = utf8(line.text), files = attached,
         actor = m_workspace.actor()] { return deliver(*workplace, bot, conversation, channel, what, files, actor); },
        [this, number, conversation = m_conversation](const Result<engine::BotDelivery> &delivery) {
            sent(conversation, number, delivery);
        });
    typed.clear();
    attached.clear();
    Q_EMIT changed();
}

void BotChat::sent(const QString &conversation, quint64 number, const Result<engine::BotDelivery> &delivery)
{
    if (m_sending == number) m_sending = 0;
    auto &all = linesOf(conversation);
    if (const auto line = std::ranges::find(all, number, &Line::number); line != all.end()) {
        line->state = !delivery                                                  ? Line::State::Refused
                      : delivery->state == engine::BotDelivery::State::Delivered ? Line::State::Delivered
                                                                                 : Line::State::Waiting;
        line->why = delivery ? text(delivery->reason) : refusalOf(delivery.error()).whole();
    }
    if (delivery) m_unknown.erase(conversation);
    if (const auto reading = BotReading::known(m_workspace, m_bot)) reading->read(); // what waits, and whether it can
    listen();
    Q_EMIT changed();
}

void BotChat::stopWaiting()
{
    const auto number = std::exchange(m_sending, 0);
    for (auto &[conversation, all] : m_lines)
        for (auto &line : all)
            if (line.number == number && line.state == Line::State::Sending) line.state = Line::State::Left;
    Q_EMIT changed();
}

void BotChat::noneWaits()
{
    bool some = false;
    for (auto &[conversation, all] : m_lines)
        for (auto &line : all) {
            if (line.state != Line::State::Waiting) continue;
            line.state = Line::State::Passed;
            line.why.clear();
            some = true;
        }
    if (some) Q_EMIT changed();
}

void BotChat::attend(bool on)
{
    m_attending += on ? 1 : -1;
    if (m_attending == 0) return hangUp();
    listen();
}

/// What is on its way when somebody hangs up was not taken from the bot, or comes here all the same.
void BotChat::hangUp()
{
    if (m_listener) m_listener->on = false;
    m_listener.reset();
    m_listening = false;
    m_pause.stop();
}

void BotChat::listen()
{
    if (m_attending == 0 || m_listening || m_pause.isActive() || m_unknown.contains(m_conversation)) return;
    const auto name = ConversationName::from(utf8(m_conversation));
    const auto reading = BotReading::known(m_workspace, m_bot);
    if (!name || (reading && reading->storesNothing())) return;
    m_listening = true;
    m_listener = std::make_shared<Listener>();
    m_workspace.background().run(
        Background::Lane::Waits, this,
        [workplace = m_workspace.workplace(), bot = m_bot, name = *name, listener = m_listener] {
            return botsOf(*workplace).receive(bot, name, heldFor, [&] { return listener->on.load(); });
        },
        [this, listener = m_listener, conversation = m_conversation](Result<std::vector<engine::BotMessage>> messages) {
            const bool mine = listener == m_listener;
            if (mine) {
                m_listening = false;
                m_listener.reset();
            }
            if (mine || messages) received(conversation, std::move(messages));
        });
}

void BotChat::received(const QString &conversation, Result<std::vector<engine::BotMessage>> messages)
{
    const bool here = conversation == m_conversation;
    if (messages) {
        auto &all = linesOf(conversation);
        for (auto &one : *messages)
            all.push_back({.number = ++m_last,
                           .state = Line::State::Answer,
                           .text = text(one.text),
                           .at = one.at,
                           .attachments = std::move(one.attachments)});
        if (all.size() > longestTalk) all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(longestTalk));
        if (here) m_trouble.reset();
        if (!messages->empty())
            if (const auto reading = BotReading::known(m_workspace, m_bot)) reading->read();
    } else if (messages.error().code == Code::NotFound) {
        m_unknown.insert(conversation); // until something is said in it
    } else if (messages.error().code != Code::Cancelled) {
        m_trouble = messages.error();
        // Read again, it says why nothing can be received, and when it can again.
        if (const auto reading = BotReading::known(m_workspace, m_bot); reading && !reading->error()) reading->read();
        if (m_attending > 0) m_pause.start();
    }
    listen();
    Q_EMIT changed();
}

// As a page shows it

ChatPresenter::ChatPresenter(Workspace &workspace, const Target &target)
    : Presenter(workspace, target), m_reading(BotReading::of(workspace, target.resource())),
      m_chat(BotChat::of(workspace, target.resource())), m_state(add<CalloutsPart>(QStringLiteral("state")))
{
    connect(m_reading.get(), &BotReading::changed, this, [this] { update(*this->workspace().moment()); });
    connect(&m_chat, &BotChat::changed, this, [this] { update(*this->workspace().moment()); });
    start();
}

ChatPresenter::~ChatPresenter()
{
    if (std::exchange(m_attends, false)) m_chat.attend(false);
}

/// Those that the bot has; of what was chosen before, if it still is among them.
void ChatPresenter::takeChannels()
{
    m_channels.clear();
    const auto *what = m_reading->configuration();
    if (!what) return;
    for (const auto &one : what->channels)
        m_channels.push_back({.kind = text(one.kind.text()), .title = channelTitle(one.kind)});
    if (what->waiting == 0) m_chat.noneWaits();
    if (!m_channels.empty() && !std::ranges::contains(m_channels, m_chat.channel(), &Channel::kind))
        m_chat.setChannel(m_channels.front().kind);
}

void ChatPresenter::update(const engine::Published &moment)
{
    if (!exists(*moment.estate, target())) return;
    takeChannels();
    // BOT-3: without its key nothing is received either; with it again, by itself.
    if (const bool attends = !closed(); attends != m_attends) {
        m_attends = attends;
        m_chat.attend(attends);
    } else {
        m_chat.listen();
    }
    m_state->set(notes(moment));
    Q_EMIT changed();
}

std::vector<CalloutsPart::Callout> ChatPresenter::notes(const engine::Published &moment) const
{
    if (const auto &error = m_reading->error()) return {refusalCallout(moment, target().resource(), *error)};
    const auto *what = m_reading->configuration();
    if (!what) return {};
    const auto *bot = moment.estate->resource(target().resource());
    const auto *facet = bot ? facetOf<BotService>(*bot) : nullptr;
    std::vector<CalloutsPart::Callout> out;
    if (!what->endpoint)
        out.push_back(
            {.state = State::Warning,
             .text = Words::tr("The bot has no endpoint yet"),
             .detail = Words::tr("What is sent waits, for less than a day. Set the address of the bot's code, "
                                 "and it gets it."),
             .button = Words::tr("Set endpoint…"),
             .action = QStringLiteral("bot.endpoint")});
    else if (facet && facet->trouble)
        out.push_back({.state = State::Warning,
                       .text = Words::tr("Waiting for the endpoint: %1", "why").arg(text(facet->trouble->reason)),
                       .detail = Words::tr("Since %1. What waits is sent again by itself, for less than a day.")
                                     .arg(dateAndTime(facet->trouble->since)),
                       .button = Words::tr("Set another…"),
                       .action = QStringLiteral("bot.endpoint")});
    if (const auto &trouble = m_chat.trouble()) {
        const auto refusal = refusalOf(*trouble);
        out.push_back({.state = State::Lost, .text = refusal.reason, .detail = refusal.remedy});
    }
    return out;
}

QString ChatPresenter::conversationError() const
{
    const auto name = ConversationName::from(utf8(m_chat.conversation()));
    return name ? QString() : refusalOf(name.error()).reason;
}

QString ChatPresenter::blocker() const
{
    if (const auto &error = m_reading->error()) return refusalOf(*error).reason;
    if (closed()) return Words::tr("What is stored of the bot is being read.");
    if (m_chat.sending()) return Words::tr("The last message is being sent.");
    if (const auto wrong = conversationError(); !wrong.isEmpty()) return wrong;
    return m_chat.typed.trimmed().isEmpty() && m_chat.attached.isEmpty() ? Words::tr("Write what to say.") : QString();
}

void ChatPresenter::setText(const QString &text)
{
    const bool was = m_chat.typed.trimmed().isEmpty();
    m_chat.typed = text;
    if (was != text.trimmed().isEmpty()) Q_EMIT changed();
}

void ChatPresenter::attach(const QString &file)
{
    if (file.isEmpty() || m_chat.attached.contains(file)) return;
    m_chat.attached += file;
    Q_EMIT changed();
}

void ChatPresenter::detach(const QString &file)
{
    if (m_chat.attached.removeAll(file) > 0) Q_EMIT changed();
}

void ChatPresenter::send()
{
    if (blocker().isEmpty()) m_chat.send();
}

QString ChatPresenter::standing() const
{
    if (closed()) return {};
    if (m_chat.sending()) return Words::tr("Sending…");
    const auto &lines = m_chat.lines();
    const auto waiting = std::ranges::count(lines, Line::State::Waiting, &Line::state);
    if (waiting > 0) return Words::tr("%Ln messages of yours wait for the endpoint", nullptr, countOf(waiting));
    return m_chat.listening() ? Words::tr("What the bot says appears by itself") : QString();
}

void ChatPresenter::save(const engine::BotAttachment &attachment, const QString &file)
{
    workspace().background().run(
        Background::Lane::Jobs, this,
        [path = pathOf(file), content = attachment.content]() -> Status { return writeNewFile(path, {content}); },
        [this, file](const Status &done) {
            if (!done) return workspace().tell(done.error(), target());
            workspace().tell(State::Working, Words::tr("The attachment was saved."), {}, target(), file);
        });
}

namespace {

const Blade chatBlade([]() -> BladeRecord {
    return {.id = QStringLiteral("bot.chat"),
            .title = Words::tr("Test chat"),
            .icon = QStringLiteral("dialog-messages"),
            .scope = Scope::Resource,
            .order = 8,
            .available = isBot,
            .make = makePresenter<ChatPresenter>};
});

} // namespace
} // namespace keyward::models
