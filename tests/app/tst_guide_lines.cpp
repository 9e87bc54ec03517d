// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The guided ways on the command line: looked at, refused until agreed to, carried out, gone on with.

#include "tests/app/command_line.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using keyward::test::cheapStore;
using keyward::test::CommandLine;

class TestGuideLines : public QObject
{
    Q_OBJECT

    /// Something bound, and a backup of it.
    static void begin(CommandLine &line)
    {
        QDir().mkpath(line.path("source"));
        line.write("source/file", QByteArray(1'000, 'x'));
        for (const auto &one :
             {cheapStore, QStringLiteral("vault create kv1 --region westeurope --purge-protection --yes"),
              QStringLiteral("key create kv1/cmk"),
              QStringLiteral("resource create recovery-services-vault rsv1 --region westeurope"),
              QStringLiteral("cmk enable rsv1 --key kv1/cmk --yes"), QStringLiteral("backup run rsv1 --source source"),
              QStringLiteral("app create orders"),
              QStringLiteral("policy set kv1 --principal orders --key-permissions encrypt,decrypt")})
            QVERIFY2(line.run(one) == 0, (one.toUtf8() + ": " + line.err).constData());
    }
    static QString health(CommandLine &line)
    {
        return line.json("cmk health rsv1").object().value(QLatin1String("state")).toString();
    }
    /// As the preview shows it.
    static QString lineIn(const QByteArray &out)
    {
        const auto text = QString::fromUtf8(out);
        const auto at = text.indexOf(QLatin1String("Carry it out: keywardctl "));
        return at < 0 ? QString() : text.mid(at + 25).section('\n', 0, 0);
    }

private Q_SLOTS:
    void VLT_8_aRotationIsLookedAtAndCarriedOut()
    {
        CommandLine line;
        begin(line);
        QCOMPARE(line.run("guide rotate kv1/cmk --dry-run"), 0);
        QVERIFY2(line.out.contains("[needed]  Rotate key kv1/cmk") && line.out.contains("same as:  keywardctl key"),
                 line.out);
        const auto shown = lineIn(line.out);
        QVERIFY(shown.startsWith(QLatin1String("guide rotate kv1/cmk/")));
        QVERIFY2(line.run(shown) == 0, line.err);
        QVERIFY(line.out.contains("done: Rotate key kv1/cmk") && line.out.contains("done: Have rsv1 take up"));
        QCOMPARE(line.json("key versions kv1/cmk").array().size(), 2);
        QVERIFY2(line.run(shown) == 0, line.err); // again: nothing is left
        QVERIFY(!line.out.contains("done:"));
        QCOMPARE(line.json("key versions kv1/cmk").array().size(), 2);
        const auto plan = line.json(shown + " --dry-run").object();
        QVERIFY(plan.value(QLatin1String("done")).toBool() && plan.value(QLatin1String("dryRun")).toBool());
        QCOMPARE(plan.value(QLatin1String("advice")).toArray().size(), 1);
    }

    /// By URI, as the id of what is still to be made cannot be typed.
    void CON_8_thePinnedOnesLineCanBeTyped()
    {
        CommandLine line;
        begin(line);
        const auto version =
            line.json("key versions kv1/cmk").array()[0].toObject().value(QLatin1String("version")).toString();
        QVERIFY2(line.run("cmk set-key rsv1 --key kv1/cmk/" + version) == 0, line.err);
        QCOMPARE(line.run("guide rotate kv1/cmk --dry-run"), 0);
        QByteArrayList lines;
        const auto said = line.out.split('\n');
        for (const auto &one : said)
            if (const auto at = one.indexOf("same as:  keywardctl "); at >= 0) lines += one.mid(at + 21);
        QVERIFY(lines.size() >= 2);
        for (const auto &one : lines) // a shell's quotes, as the splitter here wants them
            QVERIFY2(line.run(QString::fromUtf8(one).replace('\'', '"')) == 0, (one + ": " + line.err).constData());
    }

    void MOD_5_revokingIsAgreedToFirst()
    {
        CommandLine line;
        begin(line);
        QCOMPARE(line.run("guide revoke kv1/cmk --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("acknowledge.needed"));
        QVERIFY(line.err.contains("backup and restore jobs fail") && line.out.isEmpty());
        QCOMPARE(line.run("guide revoke kv1/cmk --yes --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("override.needed"));
        QVERIFY(health(line) != QLatin1String("lost"));
        QCOMPARE(line.run("guide revoke kv1/cmk --dry-run"), 0);
        QVERIFY(lineIn(line.out).endsWith(QLatin1String("--yes --override")));
        QVERIFY2(line.run(lineIn(line.out)) == 0, line.err);
        QCOMPARE(health(line), QStringLiteral("lost"));
        QCOMPARE(line.run("key enable kv1/cmk"), 0);
        QVERIFY(health(line) != QLatin1String("lost"));
        QCOMPARE(line.run("guide revoke kv1/cmk --principal orders --yes"), 0); // nothing in use loses by it
        QVERIFY(health(line) != QLatin1String("lost"));
        QCOMPARE(line.run("guide revoke kv1/cmk --resource rsv1 --yes --override"), 0);
        QCOMPARE(health(line), QStringLiteral("lost"));
        QCOMPARE(line.run("guide revoke kv1/cmk --instead kv1/cmk --dry-run"), 2);
    }

    void VLT_9_VLT_6_BKP_7_theOthers()
    {
        CommandLine line;
        begin(line);
        QCOMPARE(line.run("guide access-model kv1 --to roles --no-grants --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("acknowledge.needed"));
        QVERIFY2(line.run("guide access-model kv1 --to roles") == 0, line.err);
        QVERIFY(line.out.contains("done: Assign role"));
        QVERIFY(health(line) != QLatin1String("lost"));
        QCOMPARE(line.run("vault delete kv1 --override"), 0);
        QCOMPARE(health(line), QStringLiteral("lost"));
        QVERIFY2(line.run("guide recover kv1") == 0, line.err);
        QVERIFY(health(line) != QLatin1String("lost"));
        QCOMPARE(line.run("tenant create Fabrikam"), 0);
        QVERIFY2(line.run("guide move \"Default subscription\" --tenant Fabrikam --yes --override") == 0, line.err);
        QVERIFY(health(line) != QLatin1String("lost"));
        QVERIFY2(line.run("guide move \"Default subscription\" --tenant \"Default tenant\" --yes --override") == 0,
                 line.err);
        QVERIFY(health(line) != QLatin1String("lost"));
        QCOMPARE(line.run("backup run rsv1 --source source"), 0);
    }
};

QTEST_GUILESS_MAIN(TestGuideLines)
#include "tst_guide_lines.moc"
