// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/findings.h"
#include "tests/support/bot_desk.h"
#include "tests/support/https_endpoint.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

using namespace keyward;
using namespace keyward::estate;
using std::chrono::hours;
using std::chrono::minutes;
using State = engine::BotDelivery::State;

/// Messages on their way: to an endpoint over TLS, back again, and gone within the day (BOT-4, BOT-5).
class TestBotMessages : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    static QByteArray echo(const test::HttpsEndpoint::Request &request)
    {
        const auto text = QJsonDocument::fromJson(request.body).object().value("text").toString();
        const QJsonObject answer{{"type", "message"}, {"text", "you said " + text}};
        return test::HttpsEndpoint::response(QJsonDocument(QJsonObject{{"activities", QJsonArray{answer}}}).toJson());
    }
    static Status goTo(test::BotDesk &at, const test::HttpsEndpoint &endpoint, const char *host = "localhost")
    {
        return at.bots.setEndpoint(
            at.bot, engine::BotEndpoint{.url = endpoint.url(host), .authorities = endpoint.certificate()}, test::owner);
    }

private Q_SLOTS:
    void BOT_5_theEndpointGetsItDecryptedOverTlsAndItsAnswerComesBack_data()
    {
        QTest::addColumn<bool>("bound"); // the bot's code and calls are the same with and without a key of one's own
        QTest::newRow("service-managed") << false;
        QTest::newRow("customer-managed") << true;
    }
    void BOT_5_theEndpointGetsItDecryptedOverTlsAndItsAnswerComesBack()
    {
        QFETCH(bool, bound);
        test::HttpsEndpoint endpoint(echo);
        test::BotDesk at(m_folders.fresh(), m_clock);
        if (bound) at.bind();
        KW_OK(goTo(at, endpoint));
        const auto sent = at.say("hello");
        KW_OK(sent);
        QVERIFY2(sent->state == State::Delivered, sent->reason.c_str());
        QCOMPARE(sent->answers, std::uint64_t(1));
        QCOMPARE(endpoint.requests().size(), 1);
        const auto request = endpoint.requests().front();
        QVERIFY(request.tls == "TLSv1.2" || request.tls == "TLSv1.3");
        QVERIFY(request.head.startsWith("POST /api/messages HTTP/1.1\r\n"));
        const auto activity = QJsonDocument::fromJson(request.body).object();
        QCOMPARE(activity.value("text").toString(), QStringLiteral("hello"));
        QCOMPARE(activity.value("type").toString(), QStringLiteral("message"));
        QCOMPARE(activity.value("channelId").toString(), QStringLiteral("directline"));
        QCOMPARE(activity.value("conversation").toObject().value("id").toString(), QStringLiteral("c1"));
        QCOMPARE(activity.value("recipient").toObject().value("id").toString(), QStringLiteral("bot1"));
        const auto heard = at.heard();
        KW_OK(heard);
        QCOMPARE(heard->size(), std::size_t(1));
        QCOMPARE(heard->front().text, std::string("you said hello"));
        QVERIFY(test::must(at.heard()).empty()); // told once
        const auto conversation = test::must(at.bots.conversations(at.bot)).front();
        QVERIFY(conversation.sent == 1 && conversation.received == 1);
        KW_REFUSED(at.heard("never"), Code::NotFound);
    }

    void aChannelsSecretSignsWhatIsSent()
    {
        test::HttpsEndpoint endpoint(echo);
        test::BotDesk at(m_folders.fresh(), m_clock);
        KW_OK(goTo(at, endpoint));
        const auto slack = test::must(ChannelKind::from("slack"));
        const auto name = test::must(ConversationName::from("s1"));
        KW_REFUSED(at.bots.send(at.bot, name, slack, {.id = {}, .text = "x"}, test::owner), Code::ChannelMissing);
        KW_OK(at.bots.setChannel(at.bot, {.kind = slack, .settings = {}}, test::secret("hush"), test::owner));
        KW_OK(at.bots.send(at.bot, name, slack, {.id = {}, .text = "x"}, test::owner));
        const auto request = endpoint.requests().last();
        const auto code = QMessageAuthenticationCode::hash(request.body, "hush", QCryptographicHash::Sha256);
        QVERIFY(request.head.contains("Authorization: HMAC " + code.toBase64()));
        QVERIFY(!request.head.contains("hush") && !request.body.contains("hush"));
        KW_OK(at.say("unsigned"));
        QVERIFY(!endpoint.requests().last().head.contains("Authorization"));
        KW_REFUSED(at.say("another channel", "s1"), Code::ValueInvalid);
    }

    void attachmentsGoAlong()
    {
        test::HttpsEndpoint endpoint(echo);
        test::BotDesk at(m_folders.fresh(), m_clock);
        KW_OK(goTo(at, endpoint));
        engine::BotMessage heavy{.id = {}, .text = {}};
        heavy.attachments.push_back({.name = "a.bin", .content = {0, 1, 255}});
        const auto name = test::must(ConversationName::from("c"));
        const auto channel = test::must(ChannelKind::from("webchat"));
        KW_OK(at.bots.send(at.bot, name, channel, heavy, test::owner));
        QVERIFY(endpoint.requests().front().body.contains("data:application/octet-stream;base64,AAH/"));
        heavy.attachments.front().content.resize((std::size_t(4) << 20U) + 1);
        KW_REFUSED(at.bots.send(at.bot, name, channel, heavy, test::owner), Code::ValueInvalid);
        KW_REFUSED(at.bots.send(at.bot, name, channel, {}, test::owner), Code::ValueInvalid);
    }

    void BOT_5_nobodyElseIsTalkedTo_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("another name") << 0;
        QTest::newRow("not trusted") << 1;
        QTest::newRow("TLS 1.1") << 2;
        QTest::newRow("redirected") << 3;
    }
    void BOT_5_nobodyElseIsTalkedTo()
    {
        QFETCH(int, what);
        test::HttpsEndpoint elsewhere(echo);
        test::HttpsEndpoint endpoint(
            [&](const auto &request) {
                if (what != 3) return echo(request);
                return QByteArray("HTTP/1.1 307 Temporary Redirect\r\nLocation: " +
                                  QByteArray::fromStdString(elsewhere.url()) + "\r\nContent-Length: 0\r\n\r\n");
            },
            what == 2 ? TLS1_1_VERSION : 0);
        test::BotDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.bots.setEndpoint(
            at.bot,
            engine::BotEndpoint{.url = endpoint.url(what == 0 ? "127.0.0.1" : "localhost"),
                                .authorities = what == 1 ? elsewhere.certificate() : endpoint.certificate()},
            test::owner));
        const auto sent = at.say("hello");
        KW_OK(sent);
        QVERIFY(sent->state == State::Waiting && !sent->reason.empty());
        QVERIFY(elsewhere.requests().isEmpty());
        QCOMPARE(endpoint.requests().size(), what == 3 ? 1 : 0);
        QVERIFY(at.facet().trouble && at.facet().trouble->reason == sent->reason);
    }

    /// The same trouble has the same words each time: other ones would be one more entry of the log for each message.
    void howLongItTookIsNoPartOfTheReason()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.bots.setEndpoint(at.bot, engine::BotEndpoint{.url = "https://127.0.0.1:1/"}, test::owner));
        KW_OK(at.say("hello"));
        const auto reason = at.facet().trouble->reason;
        QVERIFY2(reason.contains("127.0.0.1") && !reason.contains(" ms"), reason.c_str());
    }

    void aFailingEndpointQueuesRetriesAndSaysSo()
    {
        std::atomic<bool> fails = true;
        test::HttpsEndpoint endpoint([&](const auto &request) {
            return fails ? test::HttpsEndpoint::response("sorry", "503 Service Unavailable") : echo(request);
        });
        test::BotDesk at(m_folders.fresh(), m_clock);
        KW_OK(goTo(at, endpoint));
        for (const char *text : {"one", "two"}) {
            const auto sent = at.say(text);
            KW_OK(sent);
            QVERIFY(sent->state == State::Waiting);
            QVERIFY2(sent->reason.contains("503"), sent->reason.c_str());
        }
        const auto estate = at.desk.estate();
        const auto found = findings(*estate, assess(*estate, m_clock.now()), m_clock.now());
        QVERIFY(std::ranges::any_of(found, [](const auto &one) { return one.what.code == Code::EndpointWaits; }));
        const auto asked = endpoint.requests().size();
        (void)at.due(); // not yet
        QCOMPARE(endpoint.requests().size(), asked);
        m_clock.advance(minutes(10));
        (void)at.due();
        QVERIFY(endpoint.requests().size() > asked);
        fails = false;
        m_clock.advance(minutes(30));
        const auto done = at.due();
        QVERIFY(done.failed.empty());
        QVERIFY(!at.facet().trouble);
        const auto heard = test::must(at.heard());
        QCOMPARE(heard.size(), std::size_t(2)); // in the order in which they were said
        QVERIFY(heard[0].text == "you said one" && heard[1].text == "you said two");
        QCOMPARE(test::must(at.bots.configuration(at.bot)).waiting, std::uint64_t(0));
    }

    void messagesWaitForAnEndpointAndGoToItOnceItIsThere()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        const auto sent = test::must(at.say("early"));
        QVERIFY(sent.state == State::Waiting && sent.reason == "no endpoint is set");
        test::HttpsEndpoint endpoint(echo);
        KW_OK(goTo(at, endpoint));
        (void)at.due();
        QCOMPARE(test::must(at.heard()).size(), std::size_t(1));
    }

    void BOT_4_whatNobodyTakesIsGoneWithinTheDay()
    {
        std::atomic<bool> fails = false;
        test::HttpsEndpoint endpoint([&](const auto &request) { return fails ? QByteArray() : echo(request); });
        test::BotDesk at(m_folders.fresh(), m_clock);
        at.bind();
        KW_OK(goTo(at, endpoint));
        KW_OK(at.say("answered"));
        fails = true;
        KW_OK(at.say("waits"));
        KW_OK(at.desk.run(command::RemoveAccessPolicy{at.vault, at.application()}, true)); // also without the key
        const auto left = [&] {
            auto outer = test::must(protection::BotSession::openOuter(
                {at.desk.engine(), at.desk.keys(), test::context(), at.desk.store().folder()}, at.bot));
            return test::must(outer->messages(true)) + test::must(outer->messages(false));
        };
        for (int i = 0; i < 22; ++i) {
            m_clock.advance(hours(1));
            (void)at.due();
        }
        QCOMPARE(left(), std::uint64_t(2));
        for (int i = 0; i < 7; ++i) {
            m_clock.advance(minutes(16));
            (void)at.due();
        }
        QCOMPARE(left(), std::uint64_t(0)); // 23 hours and 52 minutes after
    }

    void BOT_1_messagesOnTheirWayAreNeverUnderTheBoundKey()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        at.bind();
        KW_OK(at.say("on its way"));
        auto outer = test::must(protection::BotSession::openOuter(
            {at.desk.engine(), at.desk.keys(), test::context(), at.desk.store().folder()}, at.bot));
        const auto transient = test::must(outer->keys());
        const auto key = std::ranges::find(transient, true, &protection::BotItems::StoredKey::transient);
        QVERIFY(key != transient.end() && !key->key.by);
        // By hand: it opens with the platform's key alone.
        auto inner = test::must(at.desk.keys().unwrapForPlatform("bot1", key->key.wrapped));
        auto sealer = test::must(crypto::Sealer::create(test::context(), inner));
        const auto message = test::must(outer->toSend(1)).front();
        Bytes associated, plain;
        append(associated, bytesOf("keyward bot message 1"));
        append(associated, at.bot.bytes);
        append(associated, message.id.bytes);
        QVERIFY(sealer.open(message.sealed, associated, plain));
        QVERIFY(textOf(plain).contains("on its way"));
    }

    void anAnswerThatIsNoneLosesNothing()
    {
        test::HttpsEndpoint endpoint([](const auto &) { return test::HttpsEndpoint::response("<html>"); });
        test::BotDesk at(m_folders.fresh(), m_clock);
        KW_OK(goTo(at, endpoint));
        const auto sent = test::must(at.say("hello"));
        QVERIFY(sent.state == State::Delivered && sent.answers == 0); // it took it: it is not sent twice
        QCOMPARE(endpoint.requests().size(), 1);
    }

    void receiveWaitsForTheFirst()
    {
        std::atomic<bool> fails = true;
        test::HttpsEndpoint endpoint([&](const auto &request) { return fails ? QByteArray() : echo(request); });
        const auto folder = m_folders.fresh();
        test::BotDesk at(folder, m_clock);
        KW_OK(goTo(at, endpoint));
        KW_OK(at.say("slow"));
        fails = false;
        std::jthread other([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            test::BotDesk second(folder, m_clock);
            (void)second.say("second");
        });
        const auto heard = at.heard("c1", std::chrono::seconds(20));
        KW_OK(heard);
        QVERIFY(!heard->empty());
        other.join();
        int asked = 0;
        const auto cancelled = at.bots.receive(at.bot, test::must(ConversationName::from("c1")),
                                               std::chrono::seconds(20), [&] { return ++asked < 3; });
        if (!cancelled) QVERIFY(cancelled.error().code == Code::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestBotMessages)
#include "tst_bot_messages.moc"
