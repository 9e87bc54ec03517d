// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// SIGKILL at random points, a hundred times: each operation happened whole or not at all, and everything verifies.

#include "tests/app/command_line.h"

#include <QElapsedTimer>

#include <csignal>
#include <random>

using keyward::test::CommandLine;
using keyward::test::cheapStore;

class TestKilled : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHundredTimesAtRandomPoints()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        QCOMPARE(line.run("vault create kv1 --region westeurope --purge-protection"), 0);
        QCOMPARE(line.run("key create kv1/cmk"), 0);
        QCOMPARE(line.run("resource create recovery-services-vault rsv1 --region westeurope"), 0);
        QCOMPARE(line.run("cmk enable rsv1 --key kv1/cmk --yes"), 0);
        QDir().mkpath(line.path("source"));
        std::mt19937 random(20'261'121); // repeatable; the scheduler adds what chance there is
        for (int i = 0; i < 24; ++i) {
            QByteArray noise(500'000, '\0');
            for (auto &c : noise) c = static_cast<char>(random());
            line.write(qPrintable(QStringLiteral("source/%1").arg(i)), noise);
        }
        QCOMPARE(line.run("backup run rsv1 --source source"), 0); // an earlier point, which must stay intact
        const auto first = line.json("backup list").array()[0].toObject().value(QLatin1String("id")).toString();
        // The agent spares each run its Argon2id, so that kills fall into the work and not into the unlocking.
        QCOMPARE(line.run("unlock --for 1h"), 0);
        const QStringList commands{"backup run rsv1 --source source", "key rotate kv1/cmk",
                                   "vault create kv-%1 --region westeurope", "key create kv1/k-%1 --kty EC",
                                   "backup run rsv1 --source source"};
        QList<qint64> lengths; // how long each takes, so that the kills fall into it
        for (int i = 0; i < commands.size(); ++i) {
            QElapsedTimer timer;
            timer.start();
            QCOMPARE(line.run(commands[i].contains("%1") ? commands[i].arg(1000 + i) : commands[i]), 0);
            lengths << timer.nsecsElapsed() / 1000;
        }
        int killed = 0;
        int ended = 0;
        for (int i = 0; i < 100; ++i) {
            const auto text = commands[i % commands.size()].contains("%1") ? commands[i % commands.size()].arg(i)
                                                                           : commands[i % commands.size()];
            QProcess process;
            line.start(process, QProcess::splitCommand(text));
            ::usleep(static_cast<useconds_t>(random() % static_cast<std::uint64_t>(lengths[i % commands.size()])));
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
            QVERIFY(process.waitForFinished());
            ++(process.exitStatus() == QProcess::CrashExit ? killed : ended);
            if (i % 10 != 9) continue;
            QVERIFY2(line.run("store verify") == 0, line.err);
            QVERIFY2(line.run("audit verify") == 0, line.err);
        }
        qInfo("%d runs killed, %d had ended before", killed, ended);
        QVERIFY2(killed >= 50, "the kills came too late to prove anything");

        // Whole or not at all: every vault and key that is there works, every recovery point restores.
        QCOMPARE(line.run("store verify"), 0);
        QCOMPARE(line.run("audit verify"), 0);
        const auto points = line.json("backup list").array();
        QVERIFY(points.size() >= 1);
        for (const auto &point : points)
            QVERIFY2(line.run("backup check " + point.toObject().value(QLatin1String("id")).toString()) == 0, line.err);
        for (const auto &key : line.json("key list").array()) {
            const auto path = key.toObject().value(QLatin1String("vault")).toString() + "/" +
                              key.toObject().value(QLatin1String("name")).toString();
            for (const auto &version : line.json("key versions " + path).array())
                QVERIFY(!version.toObject().value(QLatin1String("publicKey")).toString().isEmpty());
        }
        for (const auto &job : line.json("jobs list").array())
            QVERIFY(job.toObject().value(QLatin1String("state")).toString() != QLatin1String("running"));
        // Nothing half done stays: the folders beside the store are those of the points.
        QCOMPARE(QDir(line.path("s.keyward.d")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), points.size());
        QCOMPARE(line.run("backup restore --point " + first + " --target out"), 0);
        QCOMPARE(QProcess::execute(QStringLiteral("diff"), {"-r", line.path("source"), line.path("out")}), 0);

        // And what was interrupted runs again, under a new data key.
        QString interrupted;
        for (const auto &job : line.json("jobs list").array())
            if (job.toObject().value(QLatin1String("state")).toString() == QLatin1String("interrupted"))
                interrupted = job.toObject().value(QLatin1String("id")).toString();
        QVERIFY(!interrupted.isEmpty());
        QVERIFY2(line.run("jobs resume " + interrupted) == 0, line.err);
        QCOMPARE(line.json("backup list").array().size(), points.size() + 1);
        QCOMPARE(line.run("lock"), 0);
    }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
