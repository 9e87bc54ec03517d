// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Mend 1: every command that writes a file of its own, on a disk that fails at each of its calls.

#include "tests/support/faults/faults.h"

namespace keyward::test {

class tst_new_files : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_line.makeQuickStore(), 0);
        m_line.write("plain", "a message");
        for (const auto *line :
             {"vault create contoso-keys --region westeurope", "key create contoso-keys/use --kty RSA --size 2048",
              "key create contoso-keys/kek --kty RSA --size 2048 --ops import", "app create orders",
              "policy set contoso-keys --principal orders --key-permissions get,encrypt,decrypt,sign,verify"})
            QVERIFY2(m_line.run(QString::fromLatin1(line)) == 0, line + QByteArray(": ") + m_line.err);
    }

    void aFileThatCannotBeWrittenIsNeverThereNorSuccess_data()
    {
        QTest::addColumn<QString>("command");
        const auto row = [](const char *name, const char *command) {
            QTest::newRow(name) << QString::fromLatin1(command);
        };
        row("report, PDF", "report export --output %1.pdf");
        row("report, HTML", "report export --output %1.html");
        row("report, CSV", "report export --output %1.csv");
        row("report, JSON", "report export --output %1.json");
        row("key backup", "key backup contoso-keys/use --output %1");
        row("client secret", "app secret-add orders --secret-file %1");
        row("encrypt", "key encrypt contoso-keys/use --as orders --in plain --out %1");
        row("sign", "key sign contoso-keys/use --as orders --in plain --out %1");
    }
    void aFileThatCannotBeWrittenIsNeverThereNorSuccess()
    {
        QFETCH(QString, command);
        Faults faults(m_line);
        const auto attempt = [&](int at, const QString &how) {
            const auto folder = m_line.path("out%1.%2%3").arg(++m_files).arg(at).arg(how);
            QDir().mkdir(folder);
            const int status = faults.run(command.arg(folder + "/file"), {.below = folder, .at = at, .how = how});
            return std::pair(status, QDir(folder).entryList(QDir::Files));
        };
        const auto [status, made] = attempt(0, {});
        QVERIFY2(status == 0, m_line.err);
        QVERIFY(!made.isEmpty());
        const auto last = faults.calls().last(); // its name is made durable as well
        QVERIFY2(last.startsWith("sync fsync ") && !last.contains("/file"), qPrintable(last));
        const int calls = int(faults.calls().size());
        QVERIFY2(calls >= 3, "nothing was counted: the library was not loaded");
        for (const auto *how : {"ENOSPC", "EDQUOT", "EIO", "EFBIG"}) {
            for (int at = 1; at <= calls; ++at) {
                const auto [failed, left] = attempt(at, QString::fromLatin1(how));
                if (faults.call(at).startsWith("unlink")) continue; // what tidies up may fail; then it is not tidy
                QVERIFY2(failed == 1,
                         how + QByteArray(" at ") + faults.call(at) + ": status " + QByteArray::number(failed));
                QVERIFY2(left.isEmpty(),
                         how + QByteArray(" at ") + faults.call(at) + " left " + left.join(u' ').toLocal8Bit());
            }
        }
        QCOMPARE(attempt(1, QStringLiteral("short")).first, 0); // half of a write taken: the rest follows
        QCOMPARE(m_line.run(QStringLiteral("store verify")), 0);
    }

    void aReportThatTheLogCannotNameDoesNotStay()
    {
        Faults faults(m_line);
        const auto file = m_line.path("unlogged.json");
        const auto store = m_line.path("s.keyward");
        const QStringList command{QStringLiteral("report"), QStringLiteral("export"), QStringLiteral("--output"), file};
        QCOMPARE(faults.run(command, {.below = store + QStringLiteral("-wal"),
                                      .at = 1,
                                      .how = QStringLiteral("ENOSPC"),
                                      .calls = QStringLiteral("write"),
                                      .forGood = true}),
                 1);
        QVERIFY(!faults.calls().isEmpty());
        QVERIFY(!QFile::exists(file));
        QCOMPARE(m_line.run(QStringLiteral("store verify")), 0);
    }

private:
    CommandLine m_line;
    int m_files = 0;
};

} // namespace keyward::test

QTEST_GUILESS_MAIN(keyward::test::tst_new_files)
#include "tst_new_files.moc"
