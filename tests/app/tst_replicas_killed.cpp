// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// SIGKILL at random points while replicas are made, followed, put in their primary's place and taken away: each is the
// one state or the other, and nothing that was written is lost.

#include "tests/app/command_line.h"

#include <csignal>
#include <QElapsedTimer>
#include <random>
#include <unistd.h>

using namespace keyward;
using namespace keyward::test;

class TestReplicasKilled : public QObject
{
    Q_OBJECT

    CommandLine m_line;

    static QString str(const QJsonValue &value, const char *key)
    {
        return value.toObject().value(QLatin1String(key)).toString();
    }
    void must(const QString &line)
    {
        if (m_line.run(line) != 0) qFatal("%s: %s", qPrintable(line), m_line.err.constData());
    }
    qint64 rows(const QString &database)
    {
        const auto found = m_line.json("sql query " + database + " \"SELECT count(*) AS n FROM t\"").array();
        return found.isEmpty() ? -1 : found[0].toObject().value(QLatin1String("n")).toInteger(-1);
    }
    /// Of orders: srv1/orders or srv2/orders, whichever; empty while there is none.
    QString replica()
    {
        const auto all = m_line.json("sql replica list").array();
        return all.isEmpty() ? QString() : str(all[0], "server") + "/" + str(all[0], "name");
    }
    static QString other(const QString &path)
    {
        return path.startsWith(QLatin1String("srv1")) ? QStringLiteral("srv2/orders") : QStringLiteral("srv1/orders");
    }
    static QString serverOf(const QString &path) { return path.section(QLatin1Char('/'), 0, 0); }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_line.run(cheapStore), 0);
        int i = 0;
        for (const auto *region : {"westeurope", "northeurope"}) {
            const auto n = QString::number(++i);
            must("vault create kv" + n + " --region " + region + " --purge-protection --yes");
            must("key create kv" + n + "/tde");
            must("resource create sql-server srv" + n + " --region " + region);
            must("cmk enable srv" + n + " --key kv" + n + "/tde/" +
                 str(m_line.json("key versions kv" + n + "/tde").array()[0], "version"));
        }
        must(QStringLiteral("sql link add srv1 --partner srv2"));
        m_line.write("source.sql",
                     "CREATE TABLE t(id INTEGER PRIMARY KEY, x BLOB);"
                     "INSERT INTO t(x) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 3000) "
                     "SELECT randomblob(400) FROM n;");
        must(QStringLiteral("sql database create srv1/orders --script source.sql"));
        must(QStringLiteral("unlock --for 1h"));
    }

    void TDE_13_fiftyTimesAtRandomPoints()
    {
        constexpr int kinds = 5;
        std::mt19937 random(20'261'130);
        QString primary = QStringLiteral("srv1/orders");
        qint64 written = 3000;
        const auto look = [&] { // who leads may have changed within what was killed
            if (const auto follows = replica(); !follows.isEmpty()) primary = other(follows);
        };
        const auto line = [&](int i) -> QString {
            look();
            const auto follows = replica();
            if (follows.isEmpty()) {
                if (m_line.run("sql database show " + other(primary)) == 0)
                    must("sql database delete --yes " + other(primary));
                return "sql replica add " + primary + " --to " + serverOf(other(primary));
            }
            switch (i % kinds) {
            case 0:
            case 1: return "sql replica sync " + follows;
            case 2:
            case 3: return "sql failover " + follows;
            default: return "sql replica detach --yes " + follows;
            }
        };
        const auto write = [&] {
            look();
            must("sql query " + primary +
                 " \"INSERT INTO t(x) SELECT randomblob(300) FROM t LIMIT 200; UPDATE t SET x=randomblob(300) WHERE "
                 "id%5=0\"");
            written += 200;
        };
        int killed = 0;
        for (int i = 0; i < 50; ++i) {
            if (i % 2 == 0) write();
            const auto text = line(i);
            QProcess process;
            m_line.start(process, QProcess::splitCommand(text));
            ::usleep(static_cast<useconds_t>(1'000 + random() % 30'000));
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
            QVERIFY(process.waitForFinished());
            killed += process.exitStatus() == QProcess::CrashExit;
            look();
            QCOMPARE(rows(primary), written); // no failover lost anything
            if (i % 10 == 9) QVERIFY2(m_line.run("store verify") == 0, m_line.err);
        }
        qInfo("%d runs killed", killed);
        QVERIFY2(killed >= 20, "the kills came too late to prove anything");
        if (replica().isEmpty()) {
            if (m_line.run("sql database show " + other(primary)) == 0)
                must("sql database delete --yes " + other(primary));
            must("sql replica add " + primary + " --to " + serverOf(other(primary)));
        }
        look();
        must("sql replica sync " + replica());
        QCOMPARE(rows(replica()), written);
        QCOMPARE(rows(primary), written);
        QVERIFY2(m_line.run("store verify") == 0, m_line.err);
        QVERIFY2(m_line.run("audit verify") == 0, m_line.err);
        QCOMPARE(m_line.run("lock"), 0);
    }
};

QTEST_GUILESS_MAIN(TestReplicasKilled)
#include "tst_replicas_killed.moc"
