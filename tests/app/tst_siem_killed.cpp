// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-19: the receiver is killed, Keyward is killed, and both; the disk is full. Nothing is lost, and all of it comes
// in order.

#include "tests/support/faults/faults.h"
#include "tests/support/siem/receiver.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

#include <csignal>
#include <random>

using keyward::test::CommandLine;
using keyward::test::Fault;
using keyward::test::Faults;
using keyward::test::SiemReceiverProcess;

namespace {

/// A keystore whose log grows, and what runs its schedules.
struct Desk {
    CommandLine line;
    std::mt19937 random{20'261'130}; // repeatable; the scheduler adds what chance there is
    qint64 usual = 1;                ///< how long a run takes, in microseconds
    int made = 0, killed = 0;

    bool begin(const QString &receiver, int entries = 15)
    {
        if (line.makeQuickStore() != 0 || line.run("siem add soc --from-start " + receiver) != 0) return false;
        grow(entries);
        QElapsedTimer timer;
        timer.start();
        line.run("schedule run");
        usual = timer.nsecsElapsed() / 1000;
        return true;
    }
    void grow(int entries)
    {
        for (int i = 0; i < entries; ++i) line.run(QStringLiteral("tenant create t%1").arg(++made));
    }
    /// Something happens in the midst of a run. True: the run was killed.
    bool runUntil(const auto &somethingHappens)
    {
        QProcess process;
        line.start(process, {"schedule", "run"});
        ::usleep(static_cast<useconds_t>(random() % static_cast<std::uint64_t>(usual)));
        somethingHappens(static_cast<pid_t>(process.processId()));
        process.waitForFinished();
        return process.exitStatus() == QProcess::CrashExit;
    }
    void runAndKill()
    {
        killed += runUntil([](pid_t run) { ::kill(run, SIGKILL); });
    }
    QJsonObject standing() { return line.json("siem list").array()[0].toObject(); }
    /// Until nothing waits, entries about the receiver itself included.
    bool sendAll()
    {
        for (int i = 0; i < 10 && standing()["waiting"].toInt() > 0; ++i) {
            line.run("siem test soc"); // no pause
            line.run("schedule run");
        }
        return standing()["waiting"].toInt() == 0;
    }
    std::vector<std::uint64_t> all()
    {
        std::vector<std::uint64_t> out;
        for (int i = 1; i <= standing()["sent"].toInt(); ++i) out.push_back(static_cast<std::uint64_t>(i));
        return out;
    }
};

std::vector<std::uint64_t> withoutTests(std::vector<std::uint64_t> numbers)
{
    std::erase(numbers, 0u);
    return numbers;
}

std::vector<std::uint64_t> numbersIn(const QString &path)
{
    std::vector<std::uint64_t> out;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return out;
    for (auto line = file.readLine(); !line.isEmpty(); line = file.readLine())
        out.push_back(line.endsWith('\n')
                          ? static_cast<std::uint64_t>(QJsonDocument::fromJson(line)["sequence"].toInteger(999'999))
                          : 999'999u);
    return out;
}

} // namespace

class TestSiemKilled : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void TDE_19_nothingIsLostWhoeverIsKilled_data()
    {
        QTest::addColumn<bool>("receiverDies");
        QTest::addColumn<bool>("keywardDies");
        QTest::newRow("the receiver") << true << false;
        QTest::newRow("Keyward") << false << true;
        QTest::newRow("both") << true << true;
    }
    void TDE_19_nothingIsLostWhoeverIsKilled()
    {
        QFETCH(bool, receiverDies);
        QFETCH(bool, keywardDies);
        Desk desk;
        SiemReceiverProcess receiver(desk.line.path("received"));
        QVERIFY(receiver.start());
        QVERIFY(desk.begin("--tcp " + receiver.place()));
        for (int i = 0; i < 9; ++i) {
            desk.grow(2);
            if (receiverDies && i % 3 == 0) receiver.kill(); // and is down for a while
            if (receiverDies && i % 3 == 1) QVERIFY(receiver.start());
            if (keywardDies) desk.runAndKill();
            if (receiverDies && i % 3 == 2) {
                desk.runUntil([&](pid_t run) {
                    receiver.kill();
                    if (keywardDies) ::kill(run, SIGKILL);
                });
                QVERIFY(receiver.start());
            }
            if (!keywardDies) desk.line.run("schedule run");
        }
        QVERIFY2(!keywardDies || desk.killed >= 5, "the kills came too late to prove anything");
        QVERIFY2(desk.sendAll(), desk.line.out + desk.line.err);
        auto received = receiver.received();
        QVERIFY(received);
        qInfo("%zu messages, %d came again", received->messages.size(), received->again);
        QCOMPARE(received->order, desk.all());
        // No connection leaves one out.
        for (const auto &connection : receiver.connections()) {
            std::uint64_t before = 0;
            for (const auto &message : connection) {
                const auto number =
                    std::stoull(keyward::test::syslogFrom(message.toStdString())->data[0].value("number"));
                QVERIFY(before == 0 || number == before + 1);
                before = number;
            }
        }
        QCOMPARE(desk.line.run("audit verify"), 0);
    }

    void TDE_19_aFileHasEveryLineOnceWhenKeywardIsKilled()
    {
        Desk desk;
        QVERIFY(desk.begin("--file sent.jsonl"));
        for (int i = 0; i < 12; ++i) {
            desk.grow(1);
            desk.runAndKill();
        }
        QVERIFY2(desk.killed >= 6, "the kills came too late to prove anything");
        QVERIFY2(desk.sendAll(), desk.line.out + desk.line.err);
        QCOMPARE(withoutTests(numbersIn(desk.line.path("sent.jsonl"))), desk.all());
    }

    /// The disk of the file, and the one on which the position is kept: each call that writes fails once, in turn.
    void TDE_19_aFullDiskNeverAdvancesThePosition_data()
    {
        QTest::addColumn<QString>("below");
        QTest::addColumn<QString>("how");
        for (const char *how : {"ENOSPC", "kill"}) {
            QTest::addRow("file, %s", how) << "out" << QString::fromLatin1(how);
            QTest::addRow("position, %s", how) << "s.keyward.d/siem" << QString::fromLatin1(how);
        }
        QTest::newRow("file, short") << "out" << "short";
    }
    void TDE_19_aFullDiskNeverAdvancesThePosition()
    {
        QFETCH(QString, below);
        QFETCH(QString, how);
        Desk desk;
        QDir(desk.line.path("")).mkdir("out");
        QVERIFY(desk.begin("--file out/sent.jsonl", 2));
        Faults faults(desk.line);
        Fault fault{desk.line.path("") + "/" + below, 0, how, "create,write,sync,rename"};
        desk.grow(1);
        QCOMPARE(faults.run("schedule run", fault), 0);
        const auto calls = faults.calls().size();
        QVERIFY2(calls >= 2, faults.calls().join('\n').toLocal8Bit());
        for (fault.at = 1; fault.at <= calls; ++fault.at) {
            desk.grow(1);
            const auto before = desk.standing()["sent"].toInt();
            const int status = faults.run("schedule run", fault);
            const auto lines = withoutTests(numbersIn(desk.line.path("out/sent.jsonl")));
            const auto sent = desk.standing()["sent"].toInt();
            // Never further than what stands there whole; a short write is gone on with.
            if (how != "short") QVERIFY2(status != 0, faults.call(fault.at));
            QVERIFY2(sent <= static_cast<int>(lines.size()) && sent >= before, faults.call(fault.at));
            if (how != "kill") // what could not be written whole is taken back
                QVERIFY2(!lines.empty() && lines.back() != 999'999u, faults.call(fault.at));
            QVERIFY2(desk.sendAll(), desk.line.out + desk.line.err);
        }
        QCOMPARE(withoutTests(numbersIn(desk.line.path("out/sent.jsonl"))), desk.all());
    }
};

QTEST_GUILESS_MAIN(TestSiemKilled)
#include "tst_siem_killed.moc"
