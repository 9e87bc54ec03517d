// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Mend 8: whatever of a source cannot be read is named with its path and its reason; with --skip-unreadable the rest is
// in.

#include "tests/support/faults/faults.h"

using keyward::test::CommandLine;
using keyward::test::Fault;
using keyward::test::Faults;

class TestUnreadableSources : public QObject
{
    Q_OBJECT

    CommandLine m_line;
    Faults m_faults{m_line};

    static constexpr const char *run = "backup run rsv1 --source source";

    QStringList warnings() const
    {
        QStringList out;
        for (const auto &line : QString::fromUtf8(m_line.out).split(QLatin1Char('\n')))
            if (line.startsWith(QLatin1String("Warning"))) out << line.mid(7).trimmed();
        return out;
    }
    /// What the newest point holds.
    QStringList held()
    {
        const auto points = m_line.json("backup list").array();
        QStringList out;
        for (const auto &file :
             m_line.json("backup show --files " + points.last().toObject().value(QLatin1String("id")).toString())
                 .array())
            out << file.toObject().value(QLatin1String("path")).toString();
        for (auto &path : out)
            if (path.endsWith(QLatin1Char('/'))) path.chop(1); // folders
        out.sort();
        return out;
    }
    qsizetype points() { return m_line.json("backup list").array().size(); }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_line.makeQuickStore(), 0);
        QCOMPARE(m_line.run("resource create recovery-services-vault rsv1 --region westeurope"), 0);
        QVERIFY(QDir(m_line.path("")).mkpath("source/closed/in") && QDir(m_line.path("")).mkpath("source/open"));
        m_line.write("source/closed/in/deep", "x");
        m_line.write("source/closed/file", "x");
        m_line.write("source/open/first", "x");
        m_line.write("source/open/second", "x");
        m_line.write("source/big", QByteArray(1'000'000, 'b'));
        QCOMPARE(m_line.run(QString(run) + " --yes"), 0);
        QCOMPARE(warnings(), QStringList());
    }

    void eachGapIsNamedWithItsReason_data()
    {
        QTest::addColumn<QString>("below");
        QTest::addColumn<QString>("calls");
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("at");
        QTest::addColumn<bool>("forGood");
        QTest::addColumn<QString>("named");
        QTest::addColumn<QStringList>("warned");
        QTest::addColumn<QStringList>("missing");
        const QString denied = "Permission denied";
        const QString broken = "Input/output error";
        const QStringList inClosed{"closed/file", "closed/in", "closed/in/deep"};
        QTest::newRow("a file that may not be read")
            << "/source/open/first" << "open" << "EACCES" << 1 << true << "/source/open/first"
            << QStringList{"open/first was left out: " + denied} << QStringList{"open/first"};
        QTest::newRow("a folder that may not be listed")
            << "/source/closed" << "open" << "EACCES" << 1 << true << "/source/closed"
            << QStringList{"closed: " + denied} << inClosed;
        QTest::newRow("a folder that may be listed but not entered")
            << "/source/closed/" << "open,stat" << "EACCES" << 1 << true << "/source/closed/file"
            << QStringList{"closed/file was left out: " + denied, "closed/in was left out: " + denied} << inClosed;
        QTest::newRow("a file on a failing disk") << "/source/big" << "read" << "EIO" << 1 << true << "/source/big"
                                                  << QStringList{"big was left out: " + broken} << QStringList{"big"};
        QTest::newRow("a disk that fails in the middle of a file")
            << "/source/big" << "read" << "EIO" << 2 << true << "/source/big"
            << QStringList{"big was read only up to byte 262144, the rest is zeros: " + broken} << QStringList();
        QTest::newRow("a folder on a failing disk") << "/source/closed" << "list" << "EIO" << 1 << true
                                                    << "/source/closed" << QStringList{"closed: " + broken} << inClosed;
        QTest::newRow("a file that cannot even be looked at")
            << "/source/open/second" << "stat" << "EIO" << 1 << true << "/source/open/second"
            << QStringList{"open/second was left out: " + broken} << QStringList{"open/second"};
        QTest::newRow("a file that does not give its contents")
            << "/source/open/second" << "read" << "EINVAL" << 1 << true << "/source/open/second"
            << QStringList{"open/second was left out: Invalid argument"} << QStringList{"open/second"};
    }
    void eachGapIsNamedWithItsReason()
    {
        QFETCH(QString, below);
        QFETCH(QString, calls);
        QFETCH(QString, how);
        QFETCH(int, at);
        QFETCH(bool, forGood);
        QFETCH(QString, named);
        QFETCH(QStringList, warned);
        QFETCH(QStringList, missing);
        QCOMPARE(m_line.run(run), 0);
        auto expected = held();
        for (const auto &gone : missing) QVERIFY2(expected.removeOne(gone), qPrintable(gone));
        const auto before = points();
        const Fault fault{m_line.path("") + below, at, how, calls, forGood};
        // Without the option: refused, naming the very path.
        QCOMPARE(m_faults.run(QString(run) + " --json", fault), 1);
        QCOMPARE(m_line.errorCode(), QString("source.unreadable"));
        QVERIFY2(m_line.err.contains(('\'' + m_line.path("") + named + '\'').toUtf8()), m_line.err);
        QVERIFY2(!m_line.err.contains("Unknown error"), m_line.err);
        QVERIFY2(m_line.err.contains("--skip-unreadable"), m_line.err);
        QCOMPARE(points(), before);
        // With it: everything else is in.
        QCOMPARE(m_faults.run(QString(run) + " --skip-unreadable", fault), 0);
        QCOMPARE(warnings(), warned);
        QCOMPARE(held(), expected);
    }

    void theFolderItselfHasToBeReadable()
    {
        for (const char *calls : {"open", "list"}) {
            const auto before = points();
            QCOMPARE(m_faults.run(QString(run) + " --skip-unreadable --json",
                                  {m_line.path("source"), 1, "EACCES", calls, true}),
                     1);
            QCOMPARE(m_line.errorCode(), QString("source.unreadable"));
            QVERIFY2(m_line.err.contains(m_line.path("source").toUtf8()), m_line.err);
            QVERIFY2(!m_line.err.contains("--skip-unreadable"), m_line.err); // it was given
            QCOMPARE(points(), before);
        }
    }

    void whatVanishesIsWarnedOf()
    {
        for (const char *calls : {"open", "stat"}) {
            QCOMPARE(m_faults.run(run, {m_line.path("source/closed"), 1, "ENOENT", calls, true}), 0);
            QCOMPARE(warnings(), QStringList{"closed vanished before it could be read"});
            QVERIFY(held().contains("open/first") && !held().contains("closed"));
        }
        QCOMPARE(m_faults.run(run, {m_line.path("source/closed"), 1, "ENOENT", "list", true}), 0);
        QCOMPARE(warnings(), QStringList{"closed vanished before it could be read"});
    }

    void aHardLinkOfAnUnreadableNameKeepsTheContents()
    {
        QVERIFY(QDir(m_line.path("")).mkpath("linked"));
        m_line.write("linked/a", "the contents");
        QCOMPARE(::link(qPrintable(m_line.path("linked/a")), qPrintable(m_line.path("linked/b"))), 0);
        QCOMPARE(m_faults.run("backup run rsv1 --source linked --skip-unreadable",
                              {m_line.path("linked/a"), 1, "EIO", "read", true}),
                 0);
        QCOMPARE(warnings(), QStringList{"a was left out: Input/output error"});
        const auto point = m_line.json("backup list").array().last().toObject().value(QLatin1String("id")).toString();
        QCOMPARE(m_line.run("backup restore --target half --point " + point), 0);
        QFile file(m_line.path("half/b"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("the contents"));
        QVERIFY(!QFile::exists(m_line.path("half/a")));
    }

    void manyGapsAreAllNamed()
    {
        QVERIFY(QDir(m_line.path("")).mkpath("many"));
        for (int i = 0; i < 300; ++i) m_line.write(qPrintable(QStringLiteral("many/%1").arg(i)), "x");
        QCOMPARE(m_faults.run("backup run rsv1 --source many --skip-unreadable",
                              {m_line.path("many/"), 1, "EACCES", "open", true}),
                 0);
        QCOMPARE(warnings().size(), 300);
    }
};

QTEST_GUILESS_MAIN(TestUnreadableSources)
#include "tst_unreadable_sources.moc"
