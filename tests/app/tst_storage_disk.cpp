// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every call by which a blob is put, replaced, deleted or got changes the disk fails once, in several ways, and the
// process dies once before each. What ends in success is whole, what does not changed nothing, and nothing is left.

#include "tests/support/faults/faults.h"

#include <QDirIterator>

using keyward::test::CommandLine;
using keyward::test::Fault;
using keyward::test::Faults;

class TestStorageDisk : public QObject
{
    Q_OBJECT

    CommandLine m_line;
    Faults m_faults{m_line};

    /// The letter that a blob is all of; 0: it is not there; -1: it is not whole.
    int letter(const char *path)
    {
        QFile::remove(m_line.path("got"));
        if (m_line.run(QStringLiteral("storage get st1 %1 --to got").arg(QLatin1String(path))) != 0)
            return m_line.err.contains("holds no") ? 0 : -1;
        QFile file(m_line.path("got"));
        if (!file.open(QIODevice::ReadOnly)) return -1;
        const auto bytes = file.readAll();
        return bytes.size() == 300'000 && bytes.count(bytes.front()) == bytes.size() ? bytes.front() : -1;
    }
    void source(char of) { m_line.write("in", QByteArray(300'000, of)); }
    QStringList in(const char *folder) const
    {
        return QDir(m_line.path(folder)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    /// Files of STORE.d that are no part of an index, once whoever comes next has taken away what is left.
    int filesLeft()
    {
        if (m_line.run("storage put st1 sweep --overwrite --from in") != 0) return -1;
        int out = 0;
        QDirIterator all(m_line.path("s.keyward.d"), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) out += QFileInfo(all.next()).fileName().size() == 32;
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_line.makeQuickStore(), 0);
        QCOMPARE(m_line.run("resource create storage-account st1 --region westeurope"), 0);
        QVERIFY(QDir(m_line.path("")).mkpath("out"));
        source('a');
        QCOMPARE(m_line.run("storage put st1 p --from in"), 0);
    }

    void everyFailureOfAPutIsOne_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("step"); // what differs only in its name need not be everywhere
        QTest::newRow("ENOSPC") << "noSpace" << 1;
        QTest::newRow("EFBIG") << "fileTooLarge" << 4;
        QTest::newRow("EIO") << "io" << 1;
    }
    void everyFailureOfAPutIsOne()
    {
        QFETCH(QString, code);
        QFETCH(int, step);
        const QString run = "storage put st1 p --overwrite --from in --json";
        source('a');
        Fault fault{m_line.path("s.keyward.d"), 0, QTest::currentDataTag()};
        QCOMPARE(m_faults.run(run, fault), 0);
        const auto calls = m_faults.calls().size();
        QVERIFY2(calls > 10, QByteArray::number(calls));
        char was = 'a';
        for (fault.at = 1; fault.at <= calls; fault.at += step) {
            const char wanted = was == 'z' ? 'a' : static_cast<char>(was + 1);
            source(wanted);
            const int status = m_faults.run(run, fault);
            const auto call = m_faults.call(fault.at), told = m_line.err;
            const auto is = letter("p");
            if (status == 0)
                QVERIFY2(is == wanted, call);
            else // what cannot be told is said; otherwise it stays as it was
                QVERIFY2(is == was || (is == wanted && call.startsWith("sync")), call + told);
            was = static_cast<char>(is);
            QVERIFY2(filesLeft() == 2, call);
        }
        QCOMPARE(m_line.run("store verify"), 0);
    }

    void everyFailureOfAGetIsOne()
    {
        const QString run = "storage get st1 p --to out/file --json";
        source('a');
        QCOMPARE(m_line.run("storage put st1 p --overwrite --from in"), 0);
        Fault fault{m_line.path("out"), 0, "ENOSPC"};
        QCOMPARE(m_faults.run(run, fault), 0);
        QVERIFY(QFile::remove(m_line.path("out/file")));
        const auto calls = m_faults.calls().size();
        QVERIFY2(calls >= 3, QByteArray::number(calls));
        for (fault.at = 1; fault.at <= calls; ++fault.at) {
            const int status = m_faults.run(run, fault);
            const auto call = m_faults.call(fault.at);
            if (status == 0) { // only where it was made good
                QCOMPARE(QFileInfo(m_line.path("out/file")).size(), 300'000);
                QVERIFY(QFile::remove(m_line.path("out/file")));
            } else {
                QVERIFY2(m_line.errorCode() == QLatin1String("noSpace"), call + m_line.err);
            }
            QVERIFY2(in("out").isEmpty(), call + in("out").join(' ').toLocal8Bit());
        }
    }

    void whatIsKilledAnywhereIsAsItWasOrAsItWasToBe()
    {
        for (const auto *run : {"storage put st1 p --overwrite --from in", "storage delete st1 p"}) {
            source('a');
            QCOMPARE(m_line.run("storage put st1 p --overwrite --from in"), 0);
            source('b');
            Fault fault{m_line.path("s.keyward.d"), 0, "kill"};
            QCOMPARE(m_faults.run(run, fault), 0);
            const auto calls = m_faults.calls().size();
            const int wanted = QByteArray(run).startsWith("storage put") ? 'b' : 0;
            for (fault.at = 1; fault.at <= calls; ++fault.at) {
                source('a');
                QCOMPARE(m_line.run("storage put st1 p --overwrite --from in"), 0);
                source('b');
                QCOMPARE(m_faults.run(run, fault), -1);
                const auto is = letter("p");
                QVERIFY2(is == 'a' || is == wanted, m_faults.call(fault.at) + QByteArray::number(is));
                QVERIFY2(filesLeft() == (is == 0 ? 1 : 2), m_faults.call(fault.at));
            }
        }
        QCOMPARE(m_line.run("store verify"), 0);
        QCOMPARE(m_line.run("audit verify"), 0);
    }
};

QTEST_GUILESS_MAIN(TestStorageDisk)
#include "tst_storage_disk.moc"
