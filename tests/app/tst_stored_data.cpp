// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What services keep, and what time will bring, on the command line.

#include "tests/app/command_line.h"

#include <QElapsedTimer>
#include <QRegularExpression>

using keyward::test::CommandLine;

class TestStoredData : public QObject
{
    Q_OBJECT

    /// A resource with two recovery points.
    static void stock(CommandLine &line)
    {
        QCOMPARE(line.makeQuickStore(), 0);
        QCOMPARE(line.run("resource create recovery-services-vault rsv1 --region westeurope"), 0);
        QVERIFY(QDir().mkpath(line.path("data")));
        QFile file(line.path("data/file"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(300'000, 'x')) == 300'000);
        file.close();
        QCOMPARE(line.run("backup run rsv1 --source data --yes"), 0);
        QCOMPARE(line.run("backup run rsv1 --source data --yes"), 0);
    }

private Q_SLOTS:
    void aResourceIsDeletedWithItsDataOnlyWhereThatIsSaid()
    {
        CommandLine line;
        stock(line);
        QVERIFY(line.run("resource delete rsv1") != 0);
        QVERIFY2(line.err.contains("2 recovery points"), line.err);
        QCOMPARE(line.run("impact resource delete rsv1 --with-data"), 0);
        QVERIFY2(line.out.contains("Would destroy 2 recovery points for good"), line.out);
        QCOMPARE(line.run("--json backup list"), 0);
        QCOMPARE(line.out.count("\"segments\""), 2); // nothing was done
        QCOMPARE(line.run("resource delete rsv1 --with-data"), 0);
        QVERIFY2(line.out.contains("Destroyed 2 recovery points.") && line.out.contains("rsv1 deleted"), line.out);
        QCOMPARE(line.run("--json backup list"), 0);
        QVERIFY2(!line.out.contains("\"segments\""), line.out);
        QCOMPARE(line.run("store verify"), 0);
    }

    void whatIsStoredIsCountedAndCalledAsItsServiceDoes()
    {
        CommandLine line;
        stock(line);
        QCOMPARE(line.run("resource create recovery-services-vault rsv2 --region westeurope"), 0);
        const auto shows = [&](const char *command, const char *pattern) {
            return line.run(command) == 0 &&
                   QRegularExpression(QLatin1String(pattern), QRegularExpression::MultilineOption)
                       .match(QString::fromUtf8(line.out))
                       .hasMatch();
        };
        QVERIFY2(shows("resource show rsv1", "^Recovery points:? +2$"), line.out);
        QVERIFY2(shows("resource show rsv2", "^Recovery points:? +0$"), line.out);
        QVERIFY2(shows("resource list", " STORED$"), line.out);
        QVERIFY2(shows("resource list", "^rsv1 .* 2$") && shows("resource list", "^rsv2 .* 0$"), line.out);
    }

    void aBackupKeepsToTheRateItIsGiven()
    {
        CommandLine line;
        stock(line);
        QElapsedTimer taken;
        taken.start();
        QCOMPARE(line.run("backup run rsv1 --source data --limit-rate 300KB"), 0);
        QVERIFY(taken.elapsed() >= 700); // 300,000 bytes at 300 KiB a second, but for the last piece
        QVERIFY(line.run("backup run rsv1 --source data --limit-rate fast") == 2);
        QVERIFY2(line.err.contains("fast"), line.err);
    }

    void CON_8_whatTimeWillBringIsListedTheSoonestFirst()
    {
        CommandLine line;
        QCOMPARE(line.makeQuickStore(), 0);
        QCOMPARE(line.run("schedule coming"), 0);
        QVERIFY2(line.out.contains("Time brings nothing within 90 days"), line.out);
        QCOMPARE(line.run("vault create kv1 --region westeurope"), 0);
        QCOMPARE(line.run("key create kv1/late --expires P60D"), 0);
        QCOMPARE(line.run("key create kv1/soon --expires P9D"), 0);
        QCOMPARE(line.run("key create kv1/gone"), 0);
        QCOMPARE(line.run("key delete kv1/gone"), 0);
        QCOMPARE(line.run("schedule coming"), 0);
        const auto soon = line.out.indexOf("kv1/soon expires"), late = line.out.indexOf("kv1/late expires");
        QVERIFY2(soon >= 0 && late > soon, line.out);
        QCOMPARE(line.run("schedule coming --within 30d"), 0);
        QVERIFY2(line.out.contains("kv1/soon expires") && !line.out.contains("kv1/late"), line.out);
        QCOMPARE(line.run("--json schedule coming --within 100d"), 0);
        QVERIFY2(line.out.contains("\"coming.keyExpires\"") && line.out.contains("\"coming.keyPurged\""), line.out);
        QVERIFY(line.run("schedule coming --within soon") == 2);
    }
};

QTEST_GUILESS_MAIN(TestStoredData)
#include "tst_stored_data.moc"
