// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sentences are patterns and what fills them, so that another language can put them in another order.

#include "backend/base/csv.h"
#include "backend/base/sentence.h"
#include "tests/support/fixture.h"

using namespace keyward;

class TestSentences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void slotsAreFilled()
    {
        const auto one = said("Move {0} to {1}", std::string("kv1"), "group");
        QCOMPARE(one.text(), std::string("Move kv1 to group"));
        QCOMPARE(one.pattern(), std::string("Move {0} to {1}"));
        QCOMPARE(said("{1} before {0}", "a", "b").text(), std::string("b before a"));
        QCOMPARE(said("{0} of {1}", 3, 12u).text(), std::string("3 of 12"));
        QVERIFY(Sentence().empty());
        QCOMPARE(Sentence().text(), std::string());
    }
    void aNameIsNeverReadAsAPattern()
    {
        QCOMPARE(said("Delete {0} from {1}", std::string("{1}"), "x").text(), std::string("Delete {1} from x"));
        QCOMPARE(filled("'{t}': {0}.", "{0}", {"why"}), std::string("'{0}': why."));
    }
    void piecesOfLanguageStaySentences()
    {
        const auto inner = said("version {0} of key {1}", 2, "kv1/a");
        const auto outer = said("Create {0} ({1})", inner, "RSA 2048");
        QCOMPARE(outer.text(), std::string("Create version 2 of key kv1/a (RSA 2048)"));
        QCOMPARE(outer.arguments().front().said.front().pattern(), std::string("version {0} of key {1}"));
        QCOMPARE(outer.arguments().back().said.front().pattern(), std::string("RSA 2048")); // a literal is language
        QVERIFY(inner.arguments().back().said.front().pattern() == "kv1/a");
        QVERIFY(said("{0}", std::string("vault")).arguments().front().said.empty()); // a name is none
    }
    void whatIsRefusedIsASentenceThatStandsInAnother()
    {
        const Error inner{Code::NotFound, "kv1", {"vault"}, {}};
        const Error outer{Code::AuditUnwritable, {}, {sentence(inner)}, {}};
        QCOMPARE(sentence(inner).text(), std::string("There is no vault 'kv1'."));
        QCOMPARE(outer.arguments.front().said.front().pattern(), std::string(sentencePattern(Code::NotFound)));
        QCOMPARE(outer.arguments.front().said.front().target(), std::string("kv1"));
        QVERIFY(message(outer).contains("There is no vault 'kv1'."));
    }
    void aFullStopIsNotDoubled()
    {
        QCOMPARE(said("It failed: {0}.", "there is no room.").text(), std::string("It failed: there is no room."));
        QCOMPARE(said("It failed: {0}.", "no room").text(), std::string("It failed: no room."));
    }
    void everyCodeHasASentence()
    {
        for (std::size_t i = 0; i < codeCount; ++i)
            QVERIFY2(!sentencePattern(static_cast<Code>(i)).empty(), codeName(static_cast<Code>(i)).data());
    }
    void fieldsOfCsvRunNothing()
    {
        QCOMPARE(csvField("a, \"b\""), std::string("\"a, \"\"b\"\"\""));
        for (const auto *formula : {"=1+1", "+1", "-1", "@x"})
            QCOMPARE(csvField(formula), "\"'" + std::string(formula) + "\"");
        QCOMPARE(csvField(""), std::string("\"\""));
    }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
