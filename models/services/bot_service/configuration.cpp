// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is stored of a bot: its settings and its endpoint, its channels, its conversations. Without its key each page
// says why there is nothing to see (BOT-3), and what mends it; with it again, it is there by itself.

#include "models/services/bot_service/reading.h"

#include "models/presenter.h"
#include "models/read_beside.h"
#include "models/tables/computed_table.h"

#include "backend/estate/describe.h"

#include <QCoreApplication>

#include <mutex>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BotServicePages)
};

/// A page of what is stored of a bot: it is shown once it was read, and not where that was refused.
class StoredPage : public Presenter
{
public:
    StoredPage(Workspace &workspace, const Target &target)
        : Presenter(workspace, target), m_reading(BotReading::of(workspace, target.resource())),
          m_state(add<CalloutsPart>(QStringLiteral("state")))
    {
        connect(m_reading.get(), &BotReading::changed, this, [this] {
            m_apart.reset();
            showAll();
            if (reading().configuration()) readMore();
        });
    }

protected:
    BotReading &reading() { return *m_reading; }
    /// Shown only while there is something to show.
    template <class T> T *stored(T *part)
    {
        m_stored.push_back(part);
        part->setPresent(false);
        return part;
    }
    virtual std::vector<CalloutsPart::Callout> notes(const engine::Published &, const engine::BotConfiguration &)
    {
        return {};
    }
    virtual void show(const engine::Published &moment, const engine::BotConfiguration &what) = 0;
    virtual void conceal() = 0;                 ///< nothing of it stays
    virtual void readMore() {}                  ///< of what is read apart
    virtual bool ready() const { return true; } ///< whether that was
    void refuse(const Error &error)             ///< what was read apart
    {
        m_apart = error;
        showAll();
    }

    void showAll()
    {
        const auto &moment = *workspace().moment();
        if (!exists(*moment.estate, target())) return;
        const auto &error = m_apart ? m_apart : reading().error();
        const auto *what = error ? nullptr : reading().configuration();
        for (auto *part : m_stored) part->setPresent(what && ready());
        if (what) {
            m_state->set(notes(moment, *what));
            show(moment, *what);
            return;
        }
        conceal();
        m_state->set(error ? std::vector{refusalCallout(moment, target().resource(), *error)}
                           : std::vector<CalloutsPart::Callout>{});
    }

    void update(const engine::Published &) override { showAll(); }

private:
    std::shared_ptr<BotReading> m_reading;
    CalloutsPart *m_state;
    std::vector<Part *> m_stored;
    std::optional<Error> m_apart; ///< why what is read apart was not
};

std::vector<CalloutsPart::Callout> endpointNotes(const engine::Published &moment, const ResourceId &id)
{
    const auto *bot = moment.estate->resource(id);
    const auto *facet = bot ? facetOf<BotService>(*bot) : nullptr;
    if (!facet || !facet->trouble) return {};
    return {{.state = State::Warning,
             .text = Words::tr("Messages wait for the endpoint since %1").arg(dateAndTime(facet->trouble->since)),
             .detail = sentence(facet->trouble->reason) + QLatin1Char(' ') +
                       Words::tr("They are sent again by themselves, for less than a day."),
             .button = Words::tr("Set another…"),
             .action = QStringLiteral("bot.endpoint")}};
}

class Configuration final : public StoredPage
{
public:
    Configuration(Workspace &workspace, const Target &target) : StoredPage(workspace, target)
    {
        m_endpoint = stored(add<FactsPart>(QStringLiteral("endpoint"), Words::tr("Messaging endpoint")));
        m_settings = new ListTable({{.title = Words::tr("Setting"), .width = 220, .keep = true},
                                    {.title = Words::tr("Value"), .width = 320, .stretch = true, .keep = true}});
        auto *table = stored(add<TablePart>(QStringLiteral("settings"), Words::tr("Settings"), m_settings));
        table->opens = false;
        table->emptyTitle = Words::tr("No settings yet");
        table->emptyText = Words::tr("What the bot's code is to find: a name to greet by, an address to ask. Stored in "
                                     "two layers, like all of it.");
        table->emptyAction = QStringLiteral("bot.configure");
        start();
    }

protected:
    std::vector<CalloutsPart::Callout> notes(const engine::Published &moment, const engine::BotConfiguration &) override
    {
        return endpointNotes(moment, target().resource());
    }
    void show(const engine::Published &moment, const engine::BotConfiguration &what) override
    {
        const bool offered = !notes(moment, what).empty(); // above, already
        m_endpoint->set(endpointFacts(what, offered ? QString() : QStringLiteral("bot.endpoint")));
        std::vector<ListRow> rows;
        for (const auto &[name, value] : what.settings)
            rows.push_back({.id = rowIdOf(name),
                            .cells = {{.text = text(name), .strong = true},
                                      {.text = text(value),
                                       .tooltip = value.empty() ? Words::tr("An empty text") : QString(),
                                       .mono = true}},
                            .target = botSettingOf(target().resource(), name)});
        m_settings->setRows(std::move(rows));
    }
    void conceal() override
    {
        m_endpoint->set({});
        m_settings->setRows({});
    }

private:
    static std::vector<FactsPart::Fact> endpointFacts(const engine::BotConfiguration &what, const QString &action)
    {
        std::vector<FactsPart::Fact> out;
        if (what.endpoint) {
            out.push_back({.label = Words::tr("Address"),
                           .value = text(what.endpoint->url),
                           .mono = true,
                           .copyable = true,
                           .action = action});
            out.push_back(
                {.label = Words::tr("Boundary"),
                 .value = Words::tr("Messages leave decrypted, over TLS 1.2 or later, to %1. What it keeps of "
                                    "them is not under these keys.")
                              .arg(hostOf(what.endpoint->url)),
                 .wraps = true});
            out.push_back({.label = Words::tr("Trusted certificates"),
                           .value = what.endpoint->authorities.empty() ? Words::tr("Those that this system trusts")
                                                                       : Words::tr("Those of its own file only")});
        } else {
            out.push_back(
                {.label = Words::tr("Address"), .value = Words::tr("None yet: messages wait"), .action = action});
            out.push_back({.label = Words::tr("Boundary"),
                           .value = Words::tr("Nothing leaves as long as there is no endpoint.")});
        }
        out.push_back({.label = Words::tr("Waiting for it"), .value = waiting(what.waiting)});
        out.push_back({.label = Words::tr("Answers to be received"), .value = number(what.answers)});
        return out;
    }
    static QString waiting(std::uint64_t count)
    {
        return count ? Words::tr("%Ln messages, none for longer than a day", nullptr, countOf(count))
                     : Words::tr("No message");
    }

    FactsPart *m_endpoint = nullptr;
    ListTable *m_settings = nullptr;
};

class Channels final : public StoredPage
{
public:
    Channels(Workspace &workspace, const Target &target) : StoredPage(workspace, target)
    {
        m_channels = new ListTable({{.title = Words::tr("Channel"), .width = 160, .keep = true},
                                    {.title = Words::tr("Secret"), .width = 120, .keep = true},
                                    {.title = Words::tr("Settings"), .width = 260, .stretch = true},
                                    {.title = Words::tr("Added"), .width = 130}});
        auto *table = stored(add<TablePart>(QStringLiteral("channels"), QString(), m_channels));
        table->fills = true;
        table->opens = false;
        table->emptyTitle = Words::tr("No channels");
        table->emptyText = Words::tr("People reach the bot by channels. The secret of each signs what goes to the "
                                     "endpoint.");
        table->emptyAction = QStringLiteral("channel.add");
        start();
    }

protected:
    void show(const engine::Published &moment, const engine::BotConfiguration &what) override
    {
        std::vector<ListRow> rows;
        for (const auto &channel : what.channels) rows.push_back(rowOf(moment, channel));
        m_channels->setRows(std::move(rows));
    }
    void conceal() override { m_channels->setRows({}); }

private:
    ListRow rowOf(const engine::Published &moment, const engine::BotChannel &channel) const
    {
        QStringList settings;
        for (const auto &[name, value] : channel.settings) settings += text(name) + QLatin1Char('=') + text(value);
        const auto told = settings.join(QStringLiteral(", "));
        const bool always = channel.own && channel.added == Instant{};
        return {.id = rowIdOf(channel.kind.text()),
                .cells = {{.text = channelTitle(channel.kind), .tooltip = text(channel.kind.text()), .strong = true},
                          channel.hasSecret ? Cell{.text = Words::tr("Set", "the secret of a channel"),
                                                   .tooltip = Words::tr("It is never shown again"),
                                                   .chip = State::Working}
                                            : Cell{.text = Words::tr("None", "the secret of a channel"),
                                                   .tooltip = Words::tr("What comes by it is not signed"),
                                                   .chip = State::Disabled},
                          {.text = told.isEmpty() ? QStringLiteral("–") : told,
                           .mono = !told.isEmpty(),
                           .muted = told.isEmpty()},
                          always ? Cell{.text = Words::tr("Always there"), .muted = true}
                                 : Cell{.text = ago(channel.added, moment.now), .tooltip = dateAndTime(channel.added)}},
                .target = botChannelOf(target().resource(), channel.kind)};
    }

    ListTable *m_channels = nullptr;
};

constexpr int lastActiveColumn = 3;

std::int64_t ticks(Instant at) { return at.time_since_epoch().count(); }

/// Read apart from the rest, as there may be many.
class Conversations final : public StoredPage
{
public:
    Conversations(Workspace &workspace, const Target &target)
        : StoredPage(workspace, target), m_kept(std::make_shared<Kept>())
    {
        m_table = new ComputedTable(
            {{.title = Words::tr("Conversation"), .width = 220, .stretch = true, .keep = true},
             {.title = Words::tr("Channel"), .width = 130},
             {.title = Words::tr("Begun"), .width = 130},
             {.title = Words::tr("Last active"), .width = 130, .keep = true},
             {.title = Words::tr("To the bot"), .width = 90, .number = true},
             {.title = Words::tr("From the bot"), .width = 100, .number = true}},
            [kept = m_kept](const engine::Published &moment) { return kept->rows(moment.now); }, workspace.feed(),
            workspace.background());
        m_table->sort(lastActiveColumn, Qt::DescendingOrder);
        connect(m_table, &TableModel::shown, this, [this] {
            if (!std::exchange(m_coming, false)) return;
            m_ready = true;
            showAll();
        });
        auto *table = stored(add<TablePart>(QStringLiteral("conversations"), QString(), m_table));
        table->fills = true;
        table->opens = false;
        table->counted = [](int n) { return Words::tr("%Ln conversations", nullptr, n); };
        table->emptyTitle = Words::tr("No conversations yet");
        table->emptyText =
            Words::tr("The first message begins one. What was said stays only while it is on its way; the "
                      "record of the conversation is kept.");
        table->emptyAction = QStringLiteral("bot.send");
        start();
        if (reading().configuration()) readMore(); // another page has read it already, so nothing will change
    }

protected:
    void show(const engine::Published &, const engine::BotConfiguration &) override {}
    void conceal() override
    {
        m_tickets.next(); // what is on its way is not shown any more
        m_ready = m_coming = false;
        if (m_kept->set({})) m_table->renew();
    }
    bool ready() const override { return m_ready; }
    void readMore() override
    {
        const auto ticket = m_tickets.next();
        if (reading().storesNothing()) return take({});
        workspace().background().run(
            Background::Lane::Jobs, this,
            [workplace = workspace().workplace(), bot = target().resource()] {
                return botsOf(*workplace).conversations(bot);
            },
            [this, ticket](Result<std::vector<engine::BotConversation>> answer) {
                if (ticket != m_tickets.current()) return;
                if (!answer) return refuse(answer.error());
                take(*std::move(answer));
            });
    }

private:
    void take(std::vector<engine::BotConversation> all)
    {
        m_kept->set(std::move(all));
        m_coming = true;
        m_table->renew();
    }

    /// Shared with the thread that sorts.
    class Kept
    {
    public:
        bool set(std::vector<engine::BotConversation> all) ///< whether there were any, or are now
        {
            const std::lock_guard lock(m_mutex);
            const bool some = !m_all.empty() || !all.empty();
            m_all = std::move(all);
            return some;
        }
        std::vector<ComputedRow> rows(Instant now) const
        {
            const std::lock_guard lock(m_mutex);
            std::vector<ComputedRow> out;
            out.reserve(m_all.size());
            for (const auto &one : m_all)
                out.push_back(
                    {.row = {.id = rowIdOf(one.channel.text() + '/' + one.name.text()),
                             .cells = {{.text = text(one.name.text()), .strong = true},
                                       {.text = channelTitle(one.channel)},
                                       {.text = ago(one.begun, now), .tooltip = dateAndTime(one.begun)},
                                       {.text = ago(one.lastActive, now), .tooltip = dateAndTime(one.lastActive)},
                                       {.text = number(one.sent)},
                                       {.text = number(one.received)}}},
                     .order = {{2, ticks(one.begun)},
                               {3, ticks(one.lastActive)},
                               {4, static_cast<std::int64_t>(one.sent)},
                               {5, static_cast<std::int64_t>(one.received)}}});
            return out;
        }

    private:
        mutable std::mutex m_mutex;
        std::vector<engine::BotConversation> m_all;
    };

    std::shared_ptr<Kept> m_kept;
    ComputedTable *m_table;
    Tickets m_tickets;
    bool m_coming = false; ///< the table works out what was read
    bool m_ready = false;  ///< … and shows it
};

template <class P> BladeRecord bladeOf(const char *id, const QString &title, const char *icon, int order)
{
    return {.id = QString::fromLatin1(id),
            .title = title,
            .icon = QString::fromLatin1(icon),
            .scope = Scope::Resource,
            .order = order,
            .available = isBot,
            .make = makePresenter<P>};
}

const Blade configurationBlade([]() {
    return bladeOf<Configuration>("bot.configuration", Words::tr("Configuration"), "configure", 5);
});
const Blade channelsBlade([]() {
    return bladeOf<Channels>("bot.channels", Words::tr("Channels"), "network-connect", 6);
});
const Blade conversationsBlade([]() {
    return bladeOf<Conversations>("bot.conversations", Words::tr("Conversations"), "view-list-text", 7);
});

} // namespace
} // namespace keyward::models
