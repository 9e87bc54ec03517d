// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// SIGKILL at random points while all that is stored of a bot is encrypted anew: afterwards every item is there, under
// whichever key, and all of them open.

#include "tests/app/command_line.h"

#include <csignal>
#include <random>
#include <unistd.h>

using namespace keyward;
using namespace keyward::test;

class TestBotsKilled : public QObject
{
    Q_OBJECT

    CommandLine m_line;
    static constexpr int settings = 150;
    static constexpr int conversations = 20;

    void must(const QString &line)
    {
        if (m_line.run(line) != 0) qFatal("%s: %s", qPrintable(line), m_line.err.constData());
    }
    QString newestVersion()
    {
        const auto all = m_line.json("key versions kv1/bot").array();
        QString newest, at;
        for (const auto &one : all) {
            const auto created = one.toObject().value(QLatin1String("created")).toString();
            if (created >= at) {
                at = created;
                newest = one.toObject().value(QLatin1String("version")).toString();
            }
        }
        return newest;
    }
    /// Everything that was put there, as it was put there.
    bool whole()
    {
        const auto found = m_line.json("bot show bot1").object();
        const auto there = found.value(QLatin1String("settings")).toObject();
        if (there.size() != settings) return false;
        for (int i = 0; i < settings; ++i)
            if (there.value("s" + QString::number(i)).toString() != QString(500, QLatin1Char(char('a' + i % 26))))
                return false;
        return m_line.json("bot conversations bot1").array().size() == conversations;
    }
    bool underWay()
    {
        const auto keys = m_line.json("resource show bot1").object().value(QLatin1String("dataKeys")).toArray();
        return keys.size() > 1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_line.run(cheapStore), 0);
        must("vault create kv1 --region westeurope --purge-protection --yes");
        must("key create kv1/bot");
        must("resource create bot bot1 --region westeurope");
        must("unlock --for 2h");
        QString configure = "bot configure bot1";
        for (int i = 0; i < settings; ++i)
            configure += " --set s" + QString::number(i) + "=" + QString(500, QLatin1Char(char('a' + i % 26)));
        must(configure);
        for (int i = 0; i < conversations; ++i)
            must("bot send bot1 --conversation c" + QString::number(i) + " --text hello");
        must("cmk enable bot1 --key kv1/bot --yes");
        QVERIFY(whole());
    }

    void BOT_11_ahundredTimesAtRandomPoints()
    {
        std::mt19937 random(20'261'130);
        int killed = 0, mixed = 0;
        for (int i = 0; i < 100; ++i) {
            if (underWay()) must("schedule run");
            if (i % 4 == 3) {
                must("key rotate kv1/bot");
            }
            const auto line = i % 2 == 0 ? QStringLiteral("cmk set-key bot1 --service-managed")
                                         : "cmk set-key bot1 --key kv1/bot/" + newestVersion();
            QProcess process;
            m_line.start(process, QProcess::splitCommand(line));
            ::usleep(static_cast<useconds_t>(5'000 + random() % 90'000));
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
            QVERIFY(process.waitForFinished());
            killed += process.exitStatus() == QProcess::CrashExit;
            mixed += underWay();
            QVERIFY2(whole(), qPrintable(line + ", run " + QString::number(i) + ": " + m_line.err));
            if (i % 20 == 19) QVERIFY2(m_line.run("store verify") == 0, m_line.err);
        }
        qInfo("%d runs killed, %d of them left items of both kinds", killed, mixed);
        QVERIFY2(killed >= 40, "the kills came too late to prove anything");
        if (underWay()) must("schedule run");
        QVERIFY(!underWay());
        QVERIFY(whole());
        QVERIFY2(m_line.run("audit verify") == 0, m_line.err);
        QCOMPARE(m_line.run("lock"), 0);
    }
};

QTEST_GUILESS_MAIN(TestBotsKilled)
#include "tst_bots_killed.moc"
