// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// SIGKILL at random points, a hundred times, while databases are imported, converted, backed up, restored, dropped, and
// protectors set: each of these happened whole or not at all, no row is lost, and nothing half done stays.

#include "tests/app/command_line.h"

#include <QElapsedTimer>

#include <csignal>
#include <random>

using keyward::test::CommandLine;
using keyward::test::cheapStore;

class TestDatabasesKilled : public QObject
{
    Q_OBJECT

    CommandLine m_line;
    QString m_keys[2];
    QString m_backup; ///< stays

    static QString str(const QJsonValue &value, const char *key)
    {
        return value.toObject().value(QLatin1String(key)).toString();
    }
    qint64 rows(const QString &database, const char *table)
    {
        const auto found =
            m_line.json("sql query " + database + " \"SELECT count(*) AS n FROM " + QLatin1String(table) + "\"")
                .array();
        return found.isEmpty() ? -1 : found[0].toObject().value(QLatin1String("n")).toInteger(-1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_line.run(cheapStore), 0);
        for (const auto *line : {"vault create kv1 --region westeurope --purge-protection --yes", "key create kv1/a",
                                 "key create kv1/b", "resource create sql-server srv1 --region westeurope",
                                 "identity enable srv1", "sql retention srv1 --keep-dropped P7D",
                                 "policy set kv1 --principal srv1 --key-permissions get,wrapKey,unwrapKey"})
            QVERIFY2(m_line.run(line) == 0, m_line.err);
        for (int i = 0; i < 2; ++i) {
            m_keys[i] = str(m_line.json(i ? "key versions kv1/b" : "key versions kv1/a").array()[0], "kid");
            QVERIFY2(m_line.run("sql key add srv1 --key " + m_keys[i]) == 0, m_line.err);
        }
        m_line.write("source.sql",
                     "CREATE TABLE t(id INTEGER PRIMARY KEY, x BLOB);"
                     "INSERT INTO t(x) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 3000) "
                     "SELECT randomblob(400) FROM n;");
        for (const auto *line :
             {"sql database create srv1/kept --script source.sql", "sql database create srv1/turned",
              "sql database create srv1/dropped", "sql database create srv1/source --tde off --script source.sql",
              "sql database export srv1/source --output source.sqlite", "unlock --for 1h"})
            QVERIFY2(m_line.run(line) == 0, m_line.err);
        QVERIFY2(m_line.run("sql backup run srv1/kept") == 0, m_line.err);
        m_backup = str(m_line.json("sql backup list").array()[0], "id");
        QVERIFY2(m_line.run("sql query srv1/turned \"CREATE TABLE w(x); INSERT INTO w VALUES (1),(2),(3)\"") == 0,
                 m_line.err);
        QVERIFY2(m_line.run("sql query srv1/dropped \"CREATE TABLE w(x); INSERT INTO w VALUES (1),(2)\"") == 0,
                 m_line.err);
    }

    void aHundredTimesAtRandomPoints()
    {
        constexpr int kinds = 8;
        std::mt19937 random(20'261'129);
        const auto state = [&](const char *database, const char *what) {
            return m_line.json(QStringLiteral("sql database show srv1/") + database)
                .object()
                .value(QLatin1String(what));
        };
        // Each in the direction that is there to go.
        const auto line = [&](int i) -> QString {
            switch (i % kinds) {
            case 0: return QStringLiteral("sql database create srv1/new-%1 --from source.sqlite").arg(i);
            case 1: return "sql protector set srv1 --key " + m_keys[i / kinds % 2];
            case 2:
                return state("turned", "encrypted").toBool() ? "sql database tde srv1/turned off"
                                                             : "sql database tde srv1/turned on";
            case 3:
                return state("dropped", "state").toString() == QLatin1String("dropped")
                           ? "sql database recover srv1/dropped"
                           : "sql database delete srv1/dropped";
            case 4: return QStringLiteral("sql backup run srv1/kept");
            case 5: return QStringLiteral("sql backup restore --backup %1 --to srv1/again-%2").arg(m_backup).arg(i);
            case 6: {
                const auto backups = m_line.json("sql backup list").array();
                return backups.size() > 1 ? "sql backup delete --yes --backup " + str(backups[0], "id")
                                          : QStringLiteral("sql backup run srv1/kept"); // the first one stays
            }
            default: return "sql protector set srv1 --service-managed";
            }
        };
        QList<qint64> lengths;
        for (int i = 0; i < kinds; ++i) {
            const auto text = line(i);
            QElapsedTimer timer;
            timer.start();
            QVERIFY2(m_line.run(text) == 0, (text.toUtf8() + ": " + m_line.err).constData());
            lengths << timer.nsecsElapsed() / 1000;
        }
        int killed = 0;
        for (int i = kinds; i < kinds + 100; ++i) {
            const auto text = line(i);
            QProcess process;
            m_line.start(process, QProcess::splitCommand(text));
            ::usleep(static_cast<useconds_t>(random() % static_cast<std::uint64_t>(lengths[i % kinds])));
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
            QVERIFY(process.waitForFinished());
            killed += process.exitStatus() == QProcess::CrashExit;
            if (i % 10 != 9) continue;
            QVERIFY2(m_line.run("store verify") == 0, m_line.err);
            QCOMPARE(rows("srv1/kept", "t"), 3000);
            QCOMPARE(rows("srv1/turned", "w"), 3);
        }
        qInfo("%d runs killed", killed);
        QVERIFY2(killed >= 40, "the kills came too late to prove anything");
        m_line.run("schedule run"); // goes on with what was interrupted
        QVERIFY2(m_line.run("store verify") == 0, m_line.err);
        QVERIFY2(m_line.run("audit verify") == 0, m_line.err);
        if (state("dropped", "state").toString() == QLatin1String("dropped"))
            QVERIFY2(m_line.run("sql database recover srv1/dropped") == 0, m_line.err);
        QCOMPARE(rows("srv1/dropped", "w"), 2);
        const auto all = m_line.json("sql database list").array();
        const auto protector =
            m_line.json("sql protector show srv1").object().value(QLatin1String("encryption")).toObject();
        for (const auto &one : all) {
            const auto path = str(one, "server") + "/" + str(one, "name");
            if (str(one, "name").startsWith(QLatin1String("new-")) ||
                str(one, "name").startsWith(QLatin1String("again-")))
                QCOMPARE(rows(path, "t"), 3000);
            if (one.toObject().value(QLatin1String("encrypted")).toBool())
                QCOMPARE(str(one, "keyUri"), protector.value(QLatin1String("keyUri")).toString());
        }
        const auto backups = m_line.json("sql backup list").array();
        QCOMPARE(str(backups.last(), "id"), m_backup);
        for (qsizetype i = 0; i < backups.size(); ++i) {
            const auto name = QStringLiteral("srv1/last-%1").arg(i);
            QVERIFY2(m_line.run("sql backup restore --backup " + str(backups[i], "id") + " --to " + name) == 0,
                     m_line.err);
            QCOMPARE(rows(name, "t"), 3000);
        }
        // One folder for each database and backup, and none of what was not finished.
        const auto left = QDir(m_line.path("s.keyward.d")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
        QCOMPARE(left, all.size() + 2 * backups.size());
        QCOMPARE(m_line.run("lock"), 0);
    }
};

QTEST_GUILESS_MAIN(TestDatabasesKilled)
#include "tst_databases_killed.moc"
