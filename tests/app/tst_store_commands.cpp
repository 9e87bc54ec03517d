// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keystore on the command line: its names, its locks, its secrets and its disk.

#include "tests/support/faults/faults.h"
#include "tests/support/hands.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <csignal>
#include <sys/stat.h>

using keyward::test::CommandLine;
using keyward::test::cheapStore;
using keyward::test::Fault;
using keyward::test::Faults;
using keyward::test::Hands;

namespace {

/// The agent of a keystore, by its arguments.
pid_t agentOf(const QString &store)
{
    for (const auto &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile arguments(QStringLiteral("/proc/") + entry + QStringLiteral("/cmdline"));
        if (!arguments.open(QIODevice::ReadOnly)) continue;
        const auto words = arguments.readAll().split('\0');
        if (words.contains("agent") && words.contains(store.toLocal8Bit())) return static_cast<pid_t>(entry.toInt());
    }
    return 0;
}

QStringList files(const QString &folder, const QString &pattern)
{
    return QDir(folder).entryList({pattern}, QDir::Files | QDir::Hidden | QDir::System);
}

} // namespace

class TestStoreCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void Mend_3_keepingNoneMeansKeepingAll()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        QDir().mkdir(line.path("copies"));
        QCOMPARE(line.run("store backup copies --every 15m --keep 0"), 0);
        QVERIFY2(line.out.contains("keeping all"), line.out);
        QCOMPARE(line.run("schedule run"), 0);
        QCOMPARE(files(line.path("copies"), "*.keyward").size(), 1);
        QTest::qWait(1'100); // copies are named by the second
        QCOMPARE(line.run("store backup copies --every 15m --keep 1"), 0);
        QCOMPARE(line.run("schedule run"), 0);
        QCOMPARE(files(line.path("copies"), "*.keyward").size(), 1);
    }

    void Mend_28_everyNameOfAStoreLeadsToTheSame()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        QDir().mkdir(line.path("elsewhere"));
        QVERIFY(QFile::link(line.path("s.keyward"), line.path("elsewhere/link")));
        const QString link = "--store " + line.path("elsewhere/link") + " ";
        QCOMPARE(line.run(link + "unlock --for 1h"), 0);
        line.unset("KEYWARD_PASSPHRASE_FILE");
        QCOMPARE(line.run("vault create kv1 --region westeurope"), 0);        // by its own name
        QCOMPARE(line.run(link + "vault create kv2 --region westeurope"), 0); // by the other
        QCOMPARE(line.run("--store elsewhere/link vault list"), 0);           // and a relative one
        QVERIFY(line.out.contains("kv1") && line.out.contains("kv2"));
        QCOMPARE(line.run(link + "lock"), 0);
        QVERIFY(line.out.contains("Locked."));
        QCOMPARE(line.run("vault list"), 3);
        QVERIFY(QDir(line.path("elsewhere")).entryList({"link?*"}, QDir::AllEntries | QDir::Hidden).isEmpty());
        QCOMPARE(::link(qPrintable(line.path("s.keyward")), qPrintable(line.path("hard"))), 0);
        QCOMPARE(line.run("vault list --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("store.hardLinked"));
    }

    void Mend_28_aCopyIsPutBackWhereTheStoreIs()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        QCOMPARE(line.run("vault create kv1 --region westeurope"), 0);
        QCOMPARE(line.run("store backup copy"), 0);
        QDir().mkdir(line.path("elsewhere"));
        QVERIFY(QFile::link(line.path("s.keyward"), line.path("elsewhere/link")));
        QVERIFY2(line.run("--store elsewhere/link store restore copy") == 0, line.err);
        QVERIFY(QFileInfo(line.path("elsewhere/link")).isSymLink());
        QVERIFY2(line.run("vault list") == 0 && line.out.contains("kv1"),
                 line.err); // no complaint of an older file either
        QCOMPARE(files(line.path("."), "*.part*").size(), 0);
    }

    void Mend_29_aRecoveryKeyThatNoLongerOpensIsFound()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        QCOMPARE(line.run("store slot add recovery-key --file paper"), 0);
        QCOMPARE(line.run("store verify"), 0);
        const auto slots_ = line.json("store slot list").array();
        const auto id = slots_[1].toObject().value(QLatin1String("id")).toString().toStdString();
        QVERIFY(Hands(line.path("s.keyward").toStdString())
                    .run("UPDATE slots SET value=zeroblob(length(value)) WHERE id=x'" + id + "'"));
        QCOMPARE(line.run("store verify --json"), 4);
        QCOMPARE(line.errorCode(), QStringLiteral("store.slotTampered"));
        line.set("KEYWARD_PASSPHRASE_FILE", line.path("paper"));
        QCOMPARE(line.run("store verify --json"), 4);
        QCOMPARE(line.errorCode(), QStringLiteral("store.slotTampered"));
    }

    void Mend_32_aSilentAgentIsNotTakenForNone()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        QCOMPARE(line.run("lock"), 0);
        QVERIFY(line.out.contains("It was locked already."));
        QCOMPARE(line.run("unlock --for 1h"), 0);
        const auto agent = agentOf(line.path("s.keyward"));
        QVERIFY(agent > 0);
        ::kill(agent, SIGSTOP);
        const int locked = line.run("lock --json");
        const auto code = line.errorCode();
        const auto named = line.err.contains("process " + QByteArray::number(agent));
        const int again = line.run("unlock --for 1h --json"); // would leave the first one with the key and out of reach
        const auto codeAgain = line.errorCode();
        ::kill(agent, SIGCONT);
        QCOMPARE(locked, 1);
        QCOMPARE(code, QStringLiteral("agent.busy"));
        QVERIFY(named);
        QCOMPARE(again, 1);
        QCOMPARE(codeAgain, QStringLiteral("agent.busy"));
        QCOMPARE(line.run("lock"), 0);
        QCOMPARE(line.run("lock"), 0);
        QVERIFY(line.out.contains("It was locked already."));
    }

    void Mend_32_anUnusableRuntimeFolderIsSaidAtOnce()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        const auto longer = line.path("run") + "/" + QString(100, QLatin1Char('x'));
        QDir().mkpath(longer);
        QDir().mkdir(line.path("open"));
        QDir().mkdir(line.path("open/keyward"));
        QFile::setPermissions(line.path("open/keyward"), QFile::Permissions(0x7755));
        for (const auto &folder : {longer, line.path("open")}) {
            line.set("XDG_RUNTIME_DIR", folder);
            QElapsedTimer timer;
            timer.start();
            QCOMPARE(line.run("unlock --for 1h --json"), 1);
            QCOMPARE(line.errorCode(), QStringLiteral("agent.runtimeFolder"));
            QVERIFY2(timer.elapsed() < 3'000, "it was tried first");
            QCOMPARE(line.run("lock --json"), 1);
            QCOMPARE(line.errorCode(), QStringLiteral("agent.runtimeFolder"));
            QCOMPARE(line.run("vault list"), 0); // which needs no agent
        }
    }

    void Mend_33_aPipeIsNoStore()
    {
        CommandLine line;
        QCOMPARE(::mkfifo(qPrintable(line.path("s.keyward")), 0600), 0);
        QCOMPARE(line.run("store info --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("notARegularFile"));
    }

    void Mend_33_verifyReadsTheDataOfRecoveryPoints()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        QCOMPARE(line.run("resource create recovery-services-vault rsv1 --region westeurope"), 0);
        QDir().mkdir(line.path("source"));
        line.write("source/file", QByteArray(300'000, 'x'));
        QCOMPARE(line.run("backup run rsv1 --source source --yes"), 0);
        const auto checked = line.json("store verify").object().value(QLatin1String("points")).toArray();
        QCOMPARE(checked.size(), 1);
        QCOMPARE(checked[0].toObject().value(QLatin1String("state")).toString(), QStringLiteral("whole"));
        const auto folders = QDir(line.path("s.keyward.d")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QFile data(line.path("s.keyward.d") + "/" + folders[0] + "/data");
        QVERIFY(data.open(QIODevice::ReadWrite));
        const auto size = data.size();
        QVERIFY(data.seek(size / 2));
        const auto byte = data.read(1);
        QVERIFY(data.seek(size / 2) && data.write(QByteArray(1, static_cast<char>(byte[0] ^ 1))) == 1);
        data.close();
        QCOMPARE(line.run("store verify --json"), 4);
        QCOMPARE(line.errorCode(), QStringLiteral("point.segmentDamaged"));
        QCOMPARE(line.run("store verify --quick"), 0);
        QVERIFY(data.resize(size - 1));
        QCOMPARE(line.run("store verify --json"), 4);
        QVERIFY(data.remove());
        QCOMPARE(line.run("store verify --json"), 4);
        QCOMPARE(line.run("store verify --quick --json"), 4);
        QCOMPARE(line.errorCode(), QStringLiteral("point.segmentMissing"));
    }

    void Mend_34_aFullDiskCanBeLookedAt()
    {
        CommandLine line;
        Faults faults(line);
        QCOMPARE(line.run(cheapStore), 0);
        QCOMPARE(line.run("vault create kv1 --region westeurope"), 0);
        const Fault full{
            .below = line.path("s.keyward"), .at = 1, .calls = "write,truncate,allocate,mkdir", .forGood = true};
        QVERIFY2(faults.run("vault list", full) == 0, line.err);
        QVERIFY(line.out.contains("kv1"));
        QCOMPARE(faults.run("vault create kv2 --region westeurope --json", full), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("noSpace"));
        QCOMPARE(line.run("store verify"), 0);
    }

    void Mend_34_aFileSizeLimitIsAnError()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        QString tags;
        for (int i = 0; i < 15; ++i) tags += QStringLiteral(" --tag t%1=").arg(i) + QString(200, QLatin1Char('x'));
        for (int i = 0; i < 10; ++i)
            QCOMPARE(line.run(QStringLiteral("vault create kv-%1 --region westeurope").arg(i) + tags), 0);
        QVERIFY(QFileInfo(line.path("s.keyward")).size() > 40 * 1024);
        QProcess process;
        process.setProcessEnvironment(line.environment());
        process.setWorkingDirectory(line.path("."));
        process.start(QStringLiteral("bash"),
                      {"-c", "ulimit -f 32; exec " KEYWARDCTL " store backup copy --json"}); // KiB
        QVERIFY(process.waitForFinished());
        line.err = process.readAllStandardError();
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("fileTooLarge"));
        QVERIFY2(line.err.contains("'copy'"), line.err); // and not the keystore's own disk
        QCOMPARE(files(line.path("."), "copy*").size(), 0);
    }

    void Mend_34_waitingForAnotherWriterIsSaid()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        Hands other(line.path("s.keyward").toStdString());
        QVERIFY(other.run("BEGIN IMMEDIATE"));
        QProcess process;
        line.start(process, {"vault", "create", "kv1", "--region", "westeurope"});
        QVERIFY(!process.waitForFinished(2'500));
        const auto said = process.readAllStandardError();
        QVERIFY(other.run("COMMIT"));
        QVERIFY(process.waitForFinished());
        QVERIFY2(said.startsWith("Waiting for another program"), said);
        QCOMPARE(process.exitCode(), 0);
    }

    void Mend_36_passphraseFilesAsEditorsWriteThem()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        line.write("marked", "\xef\xbb\xbf"
                             "correct horse battery staple\r\n");
        QCOMPARE(line.run("--passphrase-file marked vault list"), 0);
        line.write("utf16", QByteArray("\xff\xfe"
                                       "c\0o\0r\0r\0e\0c\0t\0\n\0",
                                       18));
        QCOMPARE(line.run("--passphrase-file utf16 vault list --json"), 2);
        QVERIFY2(line.err.contains("UTF-16"), line.err);
        line.write("long", QByteArray(4097, 'x') + "\n");
        QCOMPARE(line.run("--passphrase-file long vault list --json"), 2);
        QVERIFY2(line.err.contains("longer than 4096"), line.err);
        line.write("longest", QByteArray(4096, 'x') + "\r\n");
        QCOMPARE(line.run("store slot add passphrase --new-passphrase-file longest"), 0);
        QCOMPARE(line.run("--passphrase-file longest vault list"), 0);
        QCOMPARE(line.run("store slot add passphrase --new-passphrase-file long"), 2);
    }

    void F_aRecoveryKeyNeverStandsBesideAJsonDocument()
    {
        CommandLine line;
        const QRegularExpression key(QStringLiteral("[0-9]{6}-[0-9]{6}-"));
        QCOMPARE(line.run(cheapStore + " --recovery-key --json"), 2);
        QVERIFY(!QString::fromUtf8(line.out + line.err).contains(key));
        QVERIFY(!QFile::exists(line.path("s.keyward"))); // refused before anything was made
        QCOMPARE(line.run(cheapStore), 0);
        QCOMPARE(line.run("store slot add recovery-key --json"), 2);
        QCOMPARE(line.errorCode(), QStringLiteral("usage"));
        QVERIFY(!QString::fromUtf8(line.out + line.err).contains(key));
        QCOMPARE(line.json("store slot list").array().size(), 1);
        const auto added = line.json("store slot add recovery-key --file paper");
        QVERIFY(!added.object().value(QLatin1String("id")).toString().isEmpty());
        line.set("KEYWARD_PASSPHRASE_FILE", line.path("paper"));
        QCOMPARE(line.run("store info"), 0);
        line.set("KEYWARD_PASSPHRASE_FILE", line.path("passphrase"));
        QCOMPARE(line.run("store slot add recovery-key"), 0); // for people it is printed, once
        QVERIFY(QString::fromUtf8(line.out).contains(key));
    }

    void Mend_31_aKilledCopyIsClearedAndLogged()
    {
        CommandLine line;
        Faults faults(line);
        QCOMPARE(line.run(cheapStore), 0);
        QDir().mkdir(line.path("copies"));
        QCOMPARE(faults.run("store backup copies/c",
                            {.below = line.path("copies"), .at = 4, .how = "kill", .calls = "write"}),
                 -1);
        QCOMPARE(files(line.path("copies"), "*.part").size(), 1); // and SQLite's journal beside it
        QCOMPARE(line.run("vault list"), 0);                      // any command that holds the store
        QCOMPARE(files(line.path("copies"), "*").size(), 0);
        QCOMPARE(line.run("audit list --operation store.clear"), 0);
        QVERIFY2(line.out.contains("copies/c."), line.out);
    }

    void Mend_1_everyFailedWriteOfACopyIsAnError_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<bool>("forGood");
        QTest::addColumn<int>("step"); // what differs only in its name need not be everywhere
        QTest::newRow("full for a moment") << "ENOSPC" << false << 1;
        QTest::newRow("full") << "ENOSPC" << true << 3;
        QTest::newRow("failing disk") << "EIO" << true << 1;
        QTest::newRow("half written") << "short" << false << 1;
    }
    void Mend_1_everyFailedWriteOfACopyIsAnError()
    {
        QFETCH(QString, how);
        QFETCH(bool, forGood);
        QFETCH(int, step);
        const QString groups = how == QLatin1String("short") ? QStringLiteral("write") : QString();
        CommandLine line;
        Faults faults(line);
        QCOMPARE(line.makeQuickStore(), 0);
        QCOMPARE(line.run("vault create kv1 --region westeurope"), 0);
        QDir().mkdir(line.path("copies"));
        QCOMPARE(faults.run("store backup copies/counted", {.below = line.path("copies"), .calls = groups}), 0);
        const auto calls = faults.calls().size();
        QVERIFY(calls > 3);
        if (groups.isEmpty()) QCOMPARE(faults.calls().last(), "sync fsync " + line.path("copies")); // its name, too
        int failed = 0;
        int tried = 0;
        for (int at = 1; at <= calls; at += step) {
            const auto name = QStringLiteral("copies/c%1").arg(at);
            const Fault fault{.below = line.path("copies"), .at = at, .how = how, .calls = groups, .forGood = forGood};
            const int status = faults.run("store backup " + name, fault);
            const bool there = QFile::exists(line.path(qPrintable(name)));
            QVERIFY2(status == 0 || status == 1, faults.call(at) + line.err);
            const bool vital = faults.call(at).startsWith("write") || faults.call(at).startsWith("sync fsync"); // ours
            QVERIFY2(status == 1 || !groups.isEmpty() || !vital, faults.call(at));
            QVERIFY2(there == (status == 0) || forGood,
                     faults.call(at)); // a disk that fails for good lets nothing be removed either
            failed += status;
            ++tried;
            if (!there) continue;
            line.set("XDG_STATE_HOME", line.path("elsewhere")); // where nothing newer of this keystore was seen
            QVERIFY2(line.run("--store " + name + " store verify") == 0, faults.call(at) + line.err);
            line.set("XDG_STATE_HOME", line.path("state"));
        }
        if (how != QLatin1String("short")) QVERIFY2(failed > tried / 2, qPrintable(QString::number(failed)));
        QCOMPARE(line.run("store verify"), 0); // also clears what the disk would not let go of
        QCOMPARE(files(line.path("copies"), "*.part*").size(), 0);
        QCOMPARE(files(line.path("s.keyward.d"), "copy-*").size(), 0);
    }

    void Mend_1_everyFailureOfARestoreLeavesAKeystore_data()
    {
        QTest::addColumn<bool>("forGood");
        QTest::newRow("for a moment") << false;
        QTest::newRow("for good") << true;
    }
    void Mend_1_everyFailureOfARestoreLeavesAKeystore()
    {
        QFETCH(bool, forGood);
        CommandLine line;
        Faults faults(line);
        QCOMPARE(line.makeQuickStore(), 0);
        QCOMPARE(line.run("store backup copy"), 0);
        // Where renaming fails for good nothing can be put back.
        const QString groups =
            QLatin1String(forGood ? "create,write,sync,truncate" : "create,sync,truncate,rename,link");
        const auto below = QFileInfo(line.path("s.keyward")).path(); // and the folder that it stands in
        QCOMPARE(faults.run("store restore copy", {.below = below, .calls = groups}), 0);
        const auto calls = faults.calls().size();
        QVERIFY(calls > 10);
        for (int at = 1; at <= calls; at += forGood ? 5 : 1) {
            const auto name = "kv-" + QString::number(at);
            QCOMPARE(line.run("vault create " + name + " --region westeurope"), 0);
            const Fault fault{.below = below, .at = at, .how = "EIO", .calls = groups, .forGood = forGood};
            const int status = faults.run("store restore copy", fault);
            const auto told = faults.call(at) + ": " + line.err;
            QVERIFY2(line.run("store verify") == 0, told + line.err);
            QCOMPARE(line.run("vault list"), 0);
            QVERIFY2(line.out.contains(name.toUtf8()) == (status != 0), told);
        }
    }

    void Mend_1_aCopyThatCannotBeRecordedDoesNotStay()
    {
        CommandLine line;
        Faults faults(line);
        QCOMPARE(line.run(cheapStore), 0);
        QDir().mkdir(line.path("copies"));
        QCOMPARE(line.run("store backup copies --every 15m"), 0);
        const Fault full{.below = line.path("s.keyward-wal"), .at = 1, .calls = "write", .forGood = true};
        for (const auto *command : {"schedule run", "store backup copies/once"}) {
            QVERIFY2(faults.run(QString::fromLatin1(command), full) == 1, line.err);
            QVERIFY2(!faults.calls().isEmpty(), command);
            QVERIFY2(files(line.path("copies"), "*").isEmpty(), command);
        }
        QCOMPARE(line.run("schedule run"), 0);
        QCOMPARE(files(line.path("copies"), "*").size(), 1);
    }

    void Mend_1_everyFailedWriteOfAChangeIsAnError_data() { Mend_1_everyFailedWriteOfACopyIsAnError_data(); }
    void Mend_1_everyFailedWriteOfAChangeIsAnError()
    {
        QFETCH(QString, how);
        QFETCH(bool, forGood);
        QFETCH(int, step);
        const QString groups = how == QLatin1String("short") ? QStringLiteral("write") : QString();
        CommandLine line;
        Faults faults(line);
        QCOMPARE(line.makeQuickStore(), 0);
        for (const auto &below : {line.path("s.keyward"), line.path("state")}) {
            QCOMPARE(faults.run("vault create counted-" + QString::number(below.size()) + " --region westeurope",
                                {.below = below, .calls = groups}),
                     0);
            const auto calls = faults.calls().size();
            QVERIFY(calls > 0);
            struct Tried {
                QString name;
                int status;
                QByteArray call, why;
            };
            QList<Tried> all;
            for (int at = 1; at <= calls; at += step) {
                const auto name = QStringLiteral("kv-%1-%2").arg(below.size()).arg(at);
                const Fault fault{.below = below, .at = at, .how = how, .calls = groups, .forGood = forGood};
                const int status = faults.run("vault create " + name + " --region westeurope", fault);
                all.append({name, status, faults.call(at), line.err});
                QVERIFY2(status == 0 || status == 1, all.last().call + line.err);
                QVERIFY2(line.run("store verify") == 0, all.last().call + line.err); // the next to read its log, too
                const bool mark = below == line.path("state") && all.last().call.startsWith("write");
                QVERIFY2(status == 1 || !mark || !groups.isEmpty(), all.last().call); // a mark that was not kept counts
            }
            QCOMPARE(line.run("vault list"), 0);
            for (const auto &[name, status, call, why] : all) {
                const bool there = line.out.contains(name.toUtf8() + ' ');
                QVERIFY2(there == (status == 0) || why.contains("the change was saved"), call + why);
                QVERIFY2(!there || !why.contains("nothing was changed"), call + why);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestStoreCommands)
#include "tst_store_commands.moc"
