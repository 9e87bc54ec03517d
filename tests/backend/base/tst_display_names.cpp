// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Names for people: what they are kept as, what is refused, what is told apart (RFC 8264, 8266; UTS 39). Mend 17.

#include "tests/support/fixture.h"

#include "backend/base/display_name.h"
#include "backend/base/names.h"

using namespace keyward;

class TestDisplayNames : public QObject
{
    Q_OBJECT

    static std::string kept(const char *text) { return test::must(displayName(text, "name")); }

private Q_SLOTS:
    void namesAreKeptComposedWithPlainSpaces()
    {
        QCOMPARE(kept("orders"), std::string("orders"));
        QCOMPARE(kept("Ame\u0301lie"), std::string("Am\u00e9lie"));     // NFD becomes NFC
        QCOMPARE(kept("Bot\u00a0Service"), std::string("Bot Service")); // a space that does not break
        QCOMPARE(kept("\u3000a \u2003 b\u2009"), std::string("a b"));
        QCOMPARE(kept("Bestellungen (Überweisung) №1 – 東京 🔑"),
                 std::string("Bestellungen (Überweisung) №1 – 東京 🔑"));
        QCOMPARE(kept("שלום"), std::string("שלום"));
        QVERIFY(displayName(std::string(120, 'x'), "name"));
        std::string long_;
        for (int i = 0; i < 120; ++i) long_ += "é";
        QVERIFY2(displayName(long_, "name"), "characters are counted, not bytes");
        KW_REFUSED(displayName(long_ + "é", "name"), Code::NameInvalid);
    }

    void whatPeopleCannotSeeOrTypeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *title, const char *text, const char *reason) {
            QTest::newRow(title) << QByteArray(text) << QByteArray(reason);
        };
        row("empty", "", "1 to 120");
        row("spaces", "\u00a0 \u2003", "1 to 120");
        row("slash", "a/b", "no slash");
        row("new line", "a\nb", "control");
        row("escape", "a\x1b[31m", "control");
        row("C1 control", "a\u0085", "control");
        row("line separator", "a\u2028b", "control");
        row("zero width space", "ord\u200bers", "ZERO WIDTH SPACE, which cannot be seen");
        row("zero width joiner", "ord\u200ders", "cannot be seen");
        row("word joiner", "ord\u2060ers", "cannot be seen");
        row("byte order mark", "\ufefforders", "cannot be seen");
        row("soft hyphen", "ord\u00aders", "cannot be seen");
        row("override", "orders\u202egpj", "RIGHT-TO-LEFT OVERRIDE, which cannot be seen");
        row("isolate", "\u2066orders\u2069", "cannot be seen");
        row("mark", "orders\u200f", "cannot be seen");
        row("arabic letter mark", "\u061corders", "cannot be seen");
        row("Hangul filler", "\u3164", "cannot be seen");
        row("variation selector", "orders\ufe0f", "cannot be seen");
        row("tag", "orders\U000e0041", "cannot be seen");
        row("empty Braille", "\u2800\u2800", "cannot be seen");
        row("private use", "orders\ue000", "no character is assigned");
        row("unassigned", "orders\u0378", "no character is assigned");
        row("noncharacter", "orders\uffff", "no character is assigned");
        row("combining first", "\u0301orders", "would join");
        row("not UTF-8",
            "ord\xff"
            "ers",
            "not valid UTF-8");
        row("Latin-1", "caf\xe9", "not valid UTF-8");
        row("overlong", "a\xc0\xaf", "not valid UTF-8");
        row("surrogate", "a\xed\xa0\x80", "not valid UTF-8");
        row("cut short", "a\xf0\x9f\x94", "not valid UTF-8");
        row("id", "0123456789abcdef0123456789abcdef", "reads as an id");
        row("GUID", "01234567-89ab-cdef-0123-456789ABCDEF", "reads as an id");
    }
    void whatPeopleCannotSeeOrTypeIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, reason);
        const auto refused = displayName(text.toStdString(), "name");
        KW_REFUSED(refused, Code::NameInvalid);
        const auto said = QByteArray::fromStdString(message(refused.error()));
        QVERIFY2(said.contains(reason), said);
        QVERIFY2(visible(refused.error().target) == refused.error().target, "the refusal itself can be seen");
    }

    void caseIsFoldedForEverybody()
    {
        QCOMPARE(folded("ABC-xyz_[`{@Z09"), std::string("abc-xyz_[`{@z09"));
        QCOMPARE(folded("ÉCOLE"), folded("école"));
        QCOMPARE(folded("E\u0301cole"), folded("école"));
        QCOMPARE(folded("Straße"), std::string("strasse"));
        QCOMPARE(folded("ΣΊΣΥΦΟΣ"), folded("σίσυφος"));
        QCOMPARE(folded("ｏｒｄｅｒｓ"), std::string("orders"));
        QCOMPARE(folded(folded("ǅ ﬁ İ ℌ")), folded("ǅ ﬁ İ ℌ"));
        QCOMPARE(folded("A\xff"), std::string("a\xff")); // not UTF-8: told apart still
        QVERIFY(folded("A\xff") != folded("A\xfe"));
        QCOMPARE(folded(""), std::string());
    }

    void lookAlikesAreKnown()
    {
        const Guise orders("orders");
        // Cyrillic о and е
        for (const auto *like : {"orders", "ORDERS", "оrders", "ordеrs", "ｏrders", "ord\u200bers", "𝗈𝗋𝖽𝖾𝗋𝗌"})
            QVERIFY2(orders.like(like), like);
        for (const auto *other : {"order", "ordering", "0rders", "Ördern", "заказы", ""})
            QVERIFY2(!orders.like(other), other);
        QVERIFY(Guise("ВОТ").like("BOT") && Guise("BOT").like("ВОТ")); // Cyrillic capitals
        QVERIFY(Guise("раураl").like("paypal"));                       // whole words can look Latin
        QVERIFY(!Guise("app1").like("appl"));                          // ASCII is told apart by whoever chose it
        QVERIFY(Guise("x\xff").like("x\xff"));
    }
};

QTEST_GUILESS_MAIN(TestDisplayNames)
#include "tst_display_names.moc"
