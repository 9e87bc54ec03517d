// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-19: what leaves of an entry, to the letter, and as another program reads it.

#include "tests/support/draw.h"
#include "tests/support/fixture.h"
#include "tests/support/siem/syslog.h"

#include "backend/siem/json_line.h"
#include "backend/siem/syslog_message.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace keyward;
using namespace keyward::siem;

namespace {

const Source source{.store = "000102030405060708090a0b0c0d0e0f", .host = "hsm-desk.example.org"};

crypto::Digest digestOf(std::uint8_t byte)
{
    crypto::Digest out;
    out.fill(byte);
    return out;
}

Outgoing entry()
{
    engine::AuditEntry out = engine::entryBy(estate::Actor::owner("olga"), "key.rotate", "kv1/cmk");
    out.sequence = 42;
    out.time = *parseInstant("2026-11-21T12:00:00.250Z");
    out.reason = "Rotate key kv1/cmk";
    out.durationMicros = 1234;
    out.correlation.bytes.fill(0xcc);
    out.subjectId = estate::referenceTo(estate::KeyId{{1, 2, 3}});
    return {.entry = out, .hash = digestOf(0xaa), .leaf = digestOf(0xbb)};
}

std::string repeated(std::string_view text, int times)
{
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

/// Written from the grammar of RFC 5424, section 6.
const std::string written =
    "<110>1 2026-11-21T12:00:00.250Z hsm-desk.example.org keyward - key.rotate "
    "[keyward@32473 store=\"000102030405060708090a0b0c0d0e0f\" number=\"42\" actor=\"owner\" principal=\"olga\" "
    "address=\"local\" operation=\"key.rotate\" subject=\"kv1/cmk\" subjectId=\"01020300000000000000000000000000\" "
    "result=\"success\" durationMicros=\"1234\" correlation=\"cccccccccccccccccccccccccccccccc\" leaf=\"" +
    repeated("bb", 32) + "\" hash=\"" + repeated("aa", 32) + "\"] \xef\xbb\xbfolga: Rotate key kv1/cmk";

/// Also what no name should have: quotes, brackets, controls, bytes that are no UTF-8.
std::string anyText(int most)
{
    static const std::vector<std::string> pieces{"a", "\"", "\\",   "]",        "[",    "=",        " ", "\n", "\x01",
                                                 "ü", "€",  "\x7f", "\xc2\x85", "\xff", "\xe2\x82", "%", "\t", "𝄞"};
    std::string out;
    for (int i = test::below(most); i > 0; --i) out += test::any(pieces);
    return out;
}

/// What a receiver is to see of it: controls and stray bytes as \xNN.
std::string seen(const std::string &text)
{
    static const std::vector<std::pair<std::string, std::string>> told{
        {"\n", "\\x0a"}, {"\x01", "\\x01"}, {"\x7f", "\\x7f"}, {"\xc2\x85", "\\x85"}, {"\t", "\\x09"}};
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto known =
            std::ranges::find_if(told, [&](const auto &one) { return text.substr(i).starts_with(one.first); });
        if (known != told.end()) {
            out += known->second;
            i += known->first.size();
            continue;
        }
        std::size_t length = 1;
        while (length <= 4 && !test::isUtf8(std::string_view(text).substr(i, length))) ++length;
        if (length > 4 || i + length > text.size()) {
            out += "\\x" + toHex(std::array{static_cast<std::uint8_t>(text[i])});
            ++i;
        } else {
            out += text.substr(i, length);
            i += length;
        }
    }
    return out;
}

} // namespace

class TestSiemMessages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void TDE_19_aMessageIsWrittenAsTheStandardHasIt()
    {
        QCOMPARE(syslogMessage(entry(), source), written);
        QCOMPARE(framed("<1>1 - - - - - -"), std::string("16 <1>1 - - - - - -"));
    }

    void TDE_19_severityFollowsFromWhatCameOfIt()
    {
        auto what = entry();
        what.entry.result = engine::AuditEntry::Result::Denied;
        what.entry.reason = "no permission";
        auto message = test::syslogFrom(syslogMessage(what, source));
        QVERIFY(message);
        QCOMPARE(message->facility, 13u);
        QCOMPARE(message->severity, 4u);
        QCOMPARE(message->text, std::string("olga was denied key.rotate (kv1/cmk): no permission"));
        what.entry.result = engine::AuditEntry::Result::Failed;
        message = test::syslogFrom(syslogMessage(what, source));
        QVERIFY(message);
        QCOMPARE(message->severity, 3u);
    }

    /// A host with a name in another script, a log from before leaves, a name that tries to end its parameter.
    void TDE_19_nothingInANameBreaksOutOfItsPlace()
    {
        auto what = entry();
        what.leaf.reset();
        what.entry.subject = "x\"] [forged@1 a=\"b\"] \\\nnext line";
        const auto message = test::syslogFrom(syslogMessage(what, {.store = source.store, .host = "bü ro"}));
        QVERIFY(message);
        QCOMPARE(message->host, std::string("bro"));
        QCOMPARE(message->data.size(), std::size_t(1));
        QCOMPARE(message->data[0].value("subject"), std::string("x\"] [forged@1 a=\"b\"] \\\\x0anext line"));
        QCOMPARE(message->data[0].value("leaf"), std::string());
        QVERIFY(!syslogMessage(what, source).contains('\n'));
    }

    void TDE_19_whateverTheEntryItIsReadBack()
    {
        const auto fine = rc::check([] {
            auto what = entry();
            what.entry.subject = anyText(40);
            what.entry.principal = anyText(20);
            what.entry.reason = anyText(200);
            what.entry.operation = anyText(3) + "op";
            const auto text = syslogMessage(what, source);
            const auto message = test::syslogFrom(text);
            RC_ASSERT(message.has_value());
            RC_ASSERT(message->data.size() == std::size_t(1));
            RC_ASSERT(message->data[0].value("subject") == seen(what.entry.subject));
            RC_ASSERT(message->data[0].value("principal") == seen(what.entry.principal));
            RC_ASSERT(message->text.ends_with(seen(what.entry.reason)));
            RC_ASSERT(!text.contains('\n'));
            const auto framedTwice = framed(text) + framed(text);
            const auto back = test::messagesIn(QByteArray::fromStdString(framedTwice));
            RC_ASSERT(back.size() == 2 && back[1].toStdString() == text);
        });
        QVERIFY(fine);
    }

    /// RFC 5425: receivers should take 8192 bytes.
    void TDE_19_whatIsTooLongIsCutBetweenCharacters()
    {
        auto what = entry();
        what.entry.reason = repeated("€", 9000);
        what.entry.subject = repeated("ü]", 5000);
        const auto text = syslogMessage(what, source);
        QVERIFY(text.size() <= 8192 && text.size() > 8100);
        const auto message = test::syslogFrom(text);
        QVERIFY(message);
        QVERIFY(message->text.ends_with("€…"));
        QVERIFY(message->data[0].value("subject").ends_with("…"));
        QCOMPARE(message->data[0].value("hash"), repeated("aa", 32));
    }

    /// MSGID: each operation there is, whole.
    void TDE_19_everyOperationIsAMessageId()
    {
        [&]<std::size_t... i>(std::index_sequence<i...>) {
            (
                [&] {
                    auto what = entry();
                    what.entry.operation = std::variant_alternative_t<i, estate::command::Any>::operation;
                    const auto message = test::syslogFrom(syslogMessage(what, source));
                    QVERIFY(message);
                    QCOMPARE(message->id, what.entry.operation);
                }(),
                ...);
        }(std::make_index_sequence<std::variant_size_v<estate::command::Any>>{});
    }

    void TDE_19_aLineIsOneObjectThatSaysWhereItStands()
    {
        auto what = entry();
        what.entry.subject = "two\nlines";
        const auto line = jsonLine(what, source);
        QVERIFY(line.ends_with("\n") && line.find('\n') == line.size() - 1);
        QVERIFY(line.starts_with(lineBegin));
        const auto object = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        QCOMPARE(object["sequence"].toInt(), 42);
        QCOMPARE(object["subject"].toString(), "two\nlines");
        QCOMPARE(object["operation"].toString(), "key.rotate");
        QCOMPARE(object["store"].toString().toStdString(), source.store);
        QCOMPARE(object["hash"].toString().toStdString(), repeated("aa", 32));
        QCOMPARE(object["leaf"].toString().toStdString(), repeated("bb", 32));
        const auto mark = markOf(line);
        QVERIFY(mark);
        QCOMPARE(mark->number, 42u);
        QCOMPARE(mark->store, source.store);
        QVERIFY(!markOf(line.substr(0, line.size() - 5)));
        QVERIFY(!markOf("{\"actor\":null}"));
        QVERIFY(!markOf("some text"));
    }
};

QTEST_GUILESS_MAIN(TestSiemMessages)
#include "tst_siem_messages.moc"
