// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The test chat of a bot: what is sent and what became of it, answers as they come, and who hears them.

#include "models/services/bot_service/chat.h"
#include "tests/models/bot_room.h"

using namespace keyward;
using namespace keyward::models;
using namespace keyward::estate;
using keyward::test::BotRoom;
using keyward::test::must;
using keyward::test::ScriptedBots;
using Line = BotChat::Line;

namespace {

/// With the channels that every bot has, and a conversation that is there.
struct Talk : ScriptedBots {
    Talk()
    {
        for (const auto own : ownChannels)
            found.channels.push_back({.kind = must(ChannelKind::from(std::string(own))), .settings = {}, .own = true});
        delivery.state = engine::BotDelivery::State::Delivered;
    }
};

std::unique_ptr<ChatPresenter> chatOf(BotRoom &room)
{
    return std::make_unique<ChatPresenter>(*room.workspace, room.target());
}
const CalloutsPart &stateOf(const ChatPresenter &page) { return *qobject_cast<CalloutsPart *>(page.parts().front()); }

void say(ChatPresenter &page, const char *text)
{
    page.setText(QString::fromUtf8(text));
    QTRY_VERIFY2(page.blocker().isEmpty(), qPrintable(page.blocker()));
    page.send();
}

} // namespace

class TestBotChat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSaidIsDeliveredAndAnswered()
    {
        Talk bots;
        bots.found.endpoint = engine::BotEndpoint{.url = "https://bot.example.com/"};
        BotRoom room(&bots);
        const auto page = chatOf(room);
        QVERIFY(page->closed()); // until it was read
        QVERIFY(!page->blocker().isEmpty());
        QTRY_VERIFY(!page->closed());
        QCOMPARE(page->channels().size(), std::size_t(2));
        QVERIFY2(page->blocker().contains("Write"), qPrintable(page->blocker()));
        QTRY_COMPARE(bots.receiving.load(), 1); // nobody said anything in it yet: that is found out once
        QTest::qWait(60);
        QCOMPARE(bots.receiving.load(), 1);
        bots.slow(true);
        say(*page, "Hello");
        const auto &lines = page->chat().lines();
        QCOMPARE(lines.size(), std::size_t(1));
        QVERIFY(lines[0].state == Line::State::Sending && page->chat().sending());
        QVERIFY2(page->blocker().contains("being sent"), qPrintable(page->blocker()));
        QVERIFY(page->chat().typed.isEmpty());
        bots.slow(false);
        QTRY_VERIFY(lines[0].state == Line::State::Delivered);
        QCOMPARE(bots.deeds().back(), std::string("send test-chat webchat: Hello"));
        QTRY_VERIFY(page->chat().listening());
        bots.say("test-chat", "How can we help?");
        QTRY_COMPARE(lines.size(), std::size_t(2));
        QVERIFY(lines[1].state == Line::State::Answer);
        QCOMPARE(lines[1].text, QStringLiteral("How can we help?"));
        QTRY_VERIFY(page->chat().listening()); // and goes on
        bots.say("test-chat", "Are you there?");
        QTRY_COMPARE(lines.size(), std::size_t(3));
    }

    /// What waits says why, beside the message and above all of them.
    void whatWaitsSaysWhy()
    {
        Talk bots;
        bots.delivery = {.state = engine::BotDelivery::State::Waiting, .reason = "connection refused", .id = {}};
        bots.found.waiting = 1;
        BotRoom room(&bots);
        const auto page = chatOf(room);
        QTRY_VERIFY(!page->closed());
        QTRY_COMPARE(stateOf(*page).callouts().size(), std::size_t(1));
        QCOMPARE(stateOf(*page).callouts()[0].action, QStringLiteral("bot.endpoint")); // the first step
        say(*page, "Hello");
        QTRY_VERIFY(page->chat().lines()[0].state == Line::State::Waiting);
        QCOMPARE(page->chat().lines()[0].why, QStringLiteral("connection refused"));
        QVERIFY2(page->standing().contains("of yours wait"), qPrintable(page->standing()));
        bots.change([&] { bots.found.endpoint = engine::BotEndpoint{.url = "https://bot.example.com/"}; });
        must(room.run(command::NoteEndpoint{room.bot, "connection refused"}));
        room.settle();
        QTRY_VERIFY(stateOf(*page).callouts().size() == 1 &&
                    stateOf(*page).callouts()[0].text.startsWith("Waiting for the endpoint: connection refused"));
        QVERIFY(page->chat().lines()[0].state == Line::State::Waiting);
        bots.change([&] { bots.found.waiting = 0; });
        must(room.run(command::NoteEndpoint{room.bot, {}}));
        room.settle();
        QTRY_VERIFY(stateOf(*page).callouts().empty());
        QTRY_VERIFY(page->chat().lines()[0].state == Line::State::Passed); // somebody else sent it
    }

    /// BOT-3: refused, nothing of it is there, and nothing is received; given back, it listens again.
    void BOT_3_aRefusalShutsTheChat()
    {
        Talk bots;
        bots.begun = {"test-chat"};
        BotRoom room(&bots);
        room.bind();
        const auto page = chatOf(room);
        QTRY_VERIFY(page->chat().listening());
        bots.say("test-chat", "Between us");
        QTRY_COMPARE(page->chat().lines().size(), std::size_t(1));
        bots.change([&] { bots.error = Error{Code::BotInaccessible, "support-bot", {"key is disabled"}, {}}; });
        room.lose();
        QTRY_VERIFY(page->closed());
        QCOMPARE(stateOf(*page).callouts().size(), std::size_t(1));
        QVERIFY2(stateOf(*page).callouts()[0].text.contains("neither sends nor receives"),
                 qPrintable(stateOf(*page).callouts()[0].text));
        QVERIFY(stateOf(*page).callouts()[0].fix);
        page->setText("Hello");
        QVERIFY2(page->blocker().contains("cannot use its key"), qPrintable(page->blocker()));
        page->send();
        QVERIFY(std::ranges::none_of(bots.deeds(), [](const auto &one) { return one.starts_with("send"); }));
        QTRY_VERIFY(!page->chat().listening());
        const int asked = bots.receiving;
        QTest::qWait(60);
        QCOMPARE(bots.receiving.load(), asked);
        bots.change([&] { bots.error.reset(); });
        room.heal();
        QTRY_VERIFY(!page->closed());
        QTRY_VERIFY(page->chat().listening());
        QVERIFY(page->blocker().isEmpty()); // what was typed is still there
    }

    void aRefusedMessageIsNotSentAndSaysSo()
    {
        Talk bots;
        BotRoom room(&bots);
        const auto page = chatOf(room);
        QTRY_VERIFY(!page->closed());
        page->chat().setConversation("two words");
        QVERIFY(!page->conversationError().isEmpty());
        page->setText("Hello");
        QCOMPARE(page->blocker(), page->conversationError());
        page->chat().setConversation("test-chat");
        bots.change([&] {
            bots.error =
                Error{Code::ValueInvalid, "test-chat", {"conversation", "it goes through channel msteams"}, {}};
        });
        page->send();
        QTRY_VERIFY(page->chat().lines()[0].state == Line::State::Refused);
        QVERIFY2(page->chat().lines()[0].why.contains("channel msteams"), qPrintable(page->chat().lines()[0].why));
    }

    /// Nobody has to wait: what came of it stands there once it is known.
    void whoeverDoesNotWaitIsToldLater()
    {
        Talk bots;
        BotRoom room(&bots);
        const auto page = chatOf(room);
        QTRY_VERIFY(!page->closed());
        bots.slow(true);
        say(*page, "One");
        QTRY_COMPARE(bots.deeds().size(), std::size_t(1));
        page->chat().stopWaiting();
        QVERIFY(!page->chat().sending());
        QVERIFY(page->chat().lines()[0].state == Line::State::Left);
        say(*page, "Two");
        QTRY_COMPARE(bots.deeds().size(), std::size_t(2));
        bots.slow(false);
        QTRY_VERIFY(page->chat().lines()[0].state == Line::State::Delivered &&
                    page->chat().lines()[1].state == Line::State::Delivered);
        QCOMPARE(page->chat().lines().size(), std::size_t(2));
    }

    /// While nobody looks nothing is taken from the bot; what was on its way just then is not lost.
    void answersAreHeardWhileSomebodyLooks()
    {
        Talk bots;
        bots.begun = {"test-chat", "other"};
        BotRoom room(&bots);
        auto page = chatOf(room);
        QTRY_VERIFY(page->chat().listening());
        bots.say("test-chat", "First");
        QTRY_COMPARE(page->chat().lines().size(), std::size_t(1));
        auto &chat = page->chat();
        page->setText("half a sen");
        page.reset();
        QVERIFY(!chat.listening());
        QTest::qWait(50); // whoever was listening has hung up
        bots.say("test-chat", "Second");
        QTest::qWait(80);
        QCOMPARE(bots.unheard("test-chat") + chat.lines().size(), std::size_t(2));
        page = chatOf(room);
        QCOMPARE(page->chat().typed, QStringLiteral("half a sen"));
        QTRY_COMPARE(chat.lines().size(), std::size_t(2));
        // Another conversation has its own lines, and only that one is listened to.
        chat.setConversation("other");
        QVERIFY(chat.lines().empty());
        bots.say("other", "Elsewhere");
        QTRY_COMPARE(chat.lines().size(), std::size_t(1));
        bots.say("test-chat", "Third");
        QTest::qWait(80);
        QCOMPARE(bots.unheard("test-chat"), std::size_t(1));
        chat.setConversation("test-chat");
        QTRY_COMPARE(chat.lines().size(), std::size_t(3));
    }

    void filesGoWithAMessage()
    {
        Talk bots;
        BotRoom room(&bots);
        const auto page = chatOf(room);
        QTRY_VERIFY(!page->closed());
        QFile file(room.path("report.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("in it");
        file.close();
        page->attach(room.path("report.txt"));
        QVERIFY2(page->blocker().isEmpty(), qPrintable(page->blocker())); // also without words
        page->attach(room.path("none.txt"));
        page->detach(room.path("none.txt"));
        page->send();
        QTRY_VERIFY(page->chat().lines()[0].state == Line::State::Delivered);
        QVERIFY2(bots.deeds().back().ends_with("with report.txt"), bots.deeds().back().c_str());
        QCOMPARE(page->chat().lines()[0].sent, QStringList{"report.txt"});
        QVERIFY(page->chat().attached.isEmpty());
        page->attach(room.path("none.txt"));
        page->send();
        QTRY_VERIFY(page->chat().lines()[1].state == Line::State::Refused);
        QVERIFY(!page->chat().lines()[1].why.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBotChat)
#include "tst_bot_chat.moc"
