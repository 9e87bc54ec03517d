// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// SIGKILL at random points while blobs are put, overwritten and deleted, and while the account's key is changed:
// afterwards each blob is there as it was or as it was to be, and the next thing that is stored leaves no file behind.

#include "tests/app/command_line.h"

#include <QDirIterator>

#include <csignal>
#include <random>
#include <unistd.h>

using namespace keyward;
using namespace keyward::test;

class TestStorageKilled : public QObject
{
    Q_OBJECT

    CommandLine m_line;
    QTemporaryDir m_files;
    static constexpr int paths = 6;

    void must(const QString &line)
    {
        if (m_line.run(line) != 0) qFatal("%s: %s", qPrintable(line), m_line.err.constData());
    }
    QString fileOf(const QString &name) const { return m_files.filePath(name); }
    /// What blob 'path' holds in its version 'n': a few megabytes, all of one letter.
    QString source(int path, int n)
    {
        const auto name = fileOf(QStringLiteral("in"));
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
        file.write(QByteArray(1'000'000 * (1 + path), char('a' + n % 26)));
        return name;
    }
    /// The letter that it is all of; 0: it is not there; -1: it is not whole.
    int letter(int path)
    {
        QFile::remove(fileOf(QStringLiteral("out")));
        if (m_line.run(QStringLiteral("storage get st1 p%1 --to %2").arg(path).arg(fileOf(QStringLiteral("out")))) != 0)
            return m_line.err.contains("holds no") ? 0 : -1;
        QFile file(fileOf(QStringLiteral("out")));
        if (!file.open(QIODevice::ReadOnly)) return -1;
        const auto bytes = file.readAll();
        if (bytes.size() != 1'000'000 * (1 + path) || bytes.count(bytes.front()) != bytes.size()) return -1;
        return bytes.front();
    }
    /// Files of STORE.d that are no part of an index.
    int storedFiles()
    {
        int out = 0;
        QDirIterator all(m_line.path("s.keyward.d"), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const auto name = QFileInfo(all.next()).fileName();
            out += name.size() == 32 && !name.contains(QLatin1Char('.'));
        }
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_line.run(cheapStore), 0);
        must("vault create kv1 --region westeurope --purge-protection --yes");
        must("key create kv1/cmk");
        must("resource create storage-account st1 --region westeurope");
        must("unlock --for 2h");
        for (int path = 0; path < paths; ++path)
            must(QStringLiteral("storage put st1 p%1 --from %2").arg(path).arg(source(path, 0)));
        must("cmk enable st1 --key kv1/cmk --yes");
    }

    void aHundredTimesAtRandomPoints()
    {
        std::mt19937 random(20'261'201);
        std::vector<int> was(paths, 'a');
        int killed = 0, keys = 0;
        for (int i = 0; i < 100; ++i) {
            const int path = static_cast<int>(random() % paths);
            const auto before = was[static_cast<std::size_t>(path)];
            QString line;
            int wanted = before;
            if (i % 10 == 9) {
                must("key rotate kv1/cmk");
                line = keys++ % 2 == 0 ? QStringLiteral("cmk set-key st1 --service-managed")
                                       : QStringLiteral("cmk set-key st1 --key kv1/cmk");
            } else if (i % 5 == 4 && before != 0) {
                line = QStringLiteral("storage delete st1 p%1").arg(path);
                wanted = 0;
            } else {
                line = QStringLiteral("storage put st1 p%1 --overwrite --from %2").arg(path).arg(source(path, i + 1));
                wanted = 'a' + (i + 1) % 26;
            }
            QProcess process;
            m_line.start(process, QProcess::splitCommand(line));
            ::usleep(static_cast<useconds_t>(5'000 + random() % 110'000));
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
            QVERIFY(process.waitForFinished());
            killed += process.exitStatus() == QProcess::CrashExit;
            const auto is = letter(path);
            QVERIFY2(is == before || is == wanted, qPrintable(QStringLiteral("%1, run %2: it was %3 and is %4; %5")
                                                                  .arg(line)
                                                                  .arg(i)
                                                                  .arg(before)
                                                                  .arg(is)
                                                                  .arg(QString::fromUtf8(m_line.err))));
            was[static_cast<std::size_t>(path)] = is;
            if (i % 20 == 19) QVERIFY2(m_line.run("store verify") == 0, m_line.err);
        }
        qInfo("%d runs killed", killed);
        QVERIFY2(killed >= 40, "the kills came too late to prove anything");
        for (int path = 0; path < paths; ++path) QCOMPARE(letter(path), was[static_cast<std::size_t>(path)]);
        must(QStringLiteral("storage put st1 last --from %1").arg(source(0, 1))); // takes away what is left
        const auto listed = m_line.json("storage list st1").array();
        QCOMPARE(storedFiles(), static_cast<int>(listed.size()));
        must("schedule run");
        QVERIFY2(m_line.run("audit verify") == 0, m_line.err);
        QCOMPARE(m_line.run("lock"), 0);
    }
};

QTEST_GUILESS_MAIN(TestStorageKilled)
#include "tst_storage_killed.moc"
