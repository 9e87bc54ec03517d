// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// SQL servers as people and scripts reach them.

#include "tests/app/command_line.h"

#include <QFileInfo>

using keyward::test::CommandLine;

class TestSqlLines : public QObject
{
    Q_OBJECT

    CommandLine m_line;

    void must(const QString &line)
    {
        const auto status = m_line.run(line);
        QVERIFY2(status == 0, qPrintable(line + ": " + QString::fromUtf8(m_line.err)));
    }
    QJsonObject shown(const QString &line) { return m_line.json(line).object(); }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_line.makeQuickStore(), 0);
        for (const auto *line :
             {"vault create kv1 --region westeurope --purge-protection --yes", "key create kv1/tde",
              "resource create sql-server shop --region northeurope", "sql database create shop/orders"})
            must(line);
    }

    void theWayThroughTheContract()
    {
        must(
            "sql query shop/orders \"CREATE TABLE o(id INTEGER PRIMARY KEY, what TEXT, pic BLOB); INSERT INTO o VALUES "
            "(1, 'Tea', x'00ff'), (2, NULL, NULL)\"");
        const auto rows = m_line.json("sql query shop/orders \"SELECT *, id FROM o\"").array();
        QCOMPARE(rows.size(), 2);
        const auto first = rows[0].toObject();
        QCOMPARE(first.value(QLatin1String("what")).toString(), "Tea");
        QCOMPARE(first.value(QLatin1String("id (2)")).toInteger(), 1); // a name that comes twice is not lost
        QCOMPARE(first.value(QLatin1String("pic")).toObject().value(QLatin1String("base64")).toString(), "AP8=");
        QVERIFY(rows[1].toObject().value(QLatin1String("what")).isNull());
        must("cmk enable shop --key kv1/tde --yes"); // plan, key, protector: as for every resource
        const auto version = shown("key show kv1/tde").value(QLatin1String("currentVersion")).toString();
        QVERIFY(shown("sql database show shop/orders").value(QLatin1String("keyUri")).toString().endsWith(version));
        QCOMPARE(m_line.json("sql key list shop").array().size(), 1);
        QCOMPARE(m_line.run("sql key remove shop --json --key kv1/tde/" + version), 1);
        QCOMPARE(m_line.errorCode(), "server.keyNeeded");
        must("sql protector set shop --service-managed");
        QVERIFY(m_line.out.contains("1 data key was wrapped"));
        must("sql protector set shop --key kv1/tde/" + version);
        must("sql database export shop/orders --output plain.sqlite");
        QVERIFY(QFileInfo::exists(m_line.path("plain.sqlite")));
        must("sql database create shop/copy --from plain.sqlite --tde off");
        QCOMPARE(m_line.json("sql query shop/copy \"SELECT * FROM o\"").array().size(), 2);
        must("sql database tde shop/copy on");
        QVERIFY(shown("sql database show shop/copy").value(QLatin1String("encrypted")).toBool());
        QCOMPARE(m_line.json("sql database list shop").array().size(), 2);
    }

    void TDE_1_aProtectorPerDatabaseIsRefused()
    {
        QCOMPARE(m_line.run("sql protector set shop/orders --service-managed --json"), 1);
        QCOMPARE(m_line.errorCode(), "database.protector");
    }

    /// What the scheduler would take up; here nothing was left.
    void TDE_2_aReWrapIsGoneOnWithByHand()
    {
        const auto told = shown("sql protector rewrap shop");
        QVERIFY(told.value(QLatin1String("rewrapped")).isDouble());
        QCOMPARE(told.value(QLatin1String("rewrapped")).toInt(), 0);
        must("sql protector rewrap shop");
        QVERIFY2(m_line.out.contains("were wrapped by its protector already"), m_line.out);
    }

    void P20_aKeyWithoutItsVersionIsRefused()
    {
        QCOMPARE(m_line.run("sql key add shop --key kv1/tde --json"), 1);
        QCOMPARE(m_line.errorCode(), "profile.versionNeeded");
    }

    void TDE_6_lossAndHealingAreToldByEveryCommand()
    {
        must("policy remove kv1 --principal shop --override");
        QCOMPARE(m_line.run("sql query shop/orders \"SELECT 1\" --json"), 1);
        QCOMPARE(m_line.errorCode(), "database.inaccessible");
        const auto database = shown("sql database show shop/orders");
        QCOMPARE(database.value(QLatin1String("state")).toString(), "inaccessible");
        QVERIFY(!database.value(QLatin1String("dropsAt")).toString().isEmpty());
        const auto loss = shown("sql protector show shop").value(QLatin1String("loss")).toObject();
        QCOMPARE(loss.value(QLatin1String("kind")).toString(), "refused");
        must("schedule coming");
        QVERIFY(m_line.out.contains("are dropped at"));
        must("policy set kv1 --principal shop --key-permissions get,wrapKey,unwrapKey");
        must("sql query shop/orders \"SELECT 1\"");
        QVERIFY(shown("sql protector show shop").value(QLatin1String("loss")).isNull());
    }

    void TDE_5_callsAreCountedAndTheirCostEstimated()
    {
        const auto costs = [&](const QString &line) { return m_line.json(line).array().at(0).toObject(); };
        const auto unwraps = [](const QJsonObject &told) {
            for (const auto &line : told.value(QLatin1String("lines")).toArray())
                if (line.toObject().value(QLatin1String("operation")) == QLatin1String("unwrapKey"))
                    return line.toObject().value(QLatin1String("count")).toInteger();
            return qint64(0);
        };
        const auto before = costs("cmk costs shop");
        QVERIFY(unwraps(before) > 0);
        QVERIFY(before.value(QLatin1String("refused")).toInteger() > 0); // by the test before this one
        must("sql query shop/orders \"SELECT 1\"");
        const auto after = costs("cmk costs shop");
        QCOMPARE(unwraps(after), unwraps(before) + 1);
        QCOMPARE(after.value(QLatin1String("calls")).toInteger(), before.value(QLatin1String("calls")).toInteger() + 1);
        QCOMPARE(after.value(QLatin1String("forecast")).toObject().value(QLatin1String("calls")).toInteger(), 120);
        QCOMPARE(after.value(QLatin1String("currency")).toString(), "USD");
        QCOMPARE(costs("cmk costs").value(QLatin1String("resource")).toString(), "shop"); // the only one with a key
        QVERIFY(costs("vault costs kv1").value(QLatin1String("calls")).toInteger() >
                after.value(QLatin1String("calls")).toInteger()); // its owner made the key
        must("cmk costs shop");
        for (const auto *part : {"unwrapKey", "RSA keys of 2048 bits", "0.03 for 10000", "USD", "120 calls in 30 days",
                                 "An estimate from public list prices", "as the vendor bills"})
            QVERIFY2(m_line.out.contains(part), m_line.out);
        must("vault costs");
        QVERIFY2(m_line.out.contains("Not in it: calls that read or list keys"), m_line.out);
        QCOMPARE(costs("cmk costs shop --month 1999-01").value(QLatin1String("calls")).toInteger(), 0);
        QVERIFY(m_line.json("vault costs --month 1999-01").array().isEmpty());
        QCOMPARE(m_line.run("cmk costs shop --month 1999-13 --json"), 2);
        QCOMPARE(m_line.errorCode(), "value.invalid");
    }

    void TDE_15_TDE_16_aBackupIsCheckedThenRestoredOnAnotherServer()
    {
        must("resource create sql-server branch --region northeurope");
        must("sql backup run shop/orders --dry-run");
        QCOMPARE(m_line.json("sql backup list shop").array().size(), 0);
        must("sql backup run shop/orders");
        const auto backup = m_line.json("sql backup list shop").array()[0].toObject();
        const auto id = backup.value(QLatin1String("id")).toString();
        const auto key = backup.value(QLatin1String("keyUri")).toString();
        const auto restore = "sql backup restore --backup " + id.left(12) + " --to branch/orders";
        for (const auto *mode : {" --check --json", " --json"}) {
            QCOMPARE(m_line.run(restore + QLatin1String(mode)), 1);
            QCOMPARE(m_line.errorCode(), "server.backupKeyMissing");
            QVERIFY(m_line.err.contains(key.toUtf8()));
        }
        must("sql key add branch --key " + key);
        must("identity enable branch");
        must("policy set kv1 --principal branch --key-permissions get,wrapKey,unwrapKey");
        must(restore + " --check");
        QVERIFY(m_line.out.contains("can be restored on branch"));
        QCOMPARE(m_line.json("sql database list branch").array().size(), 0); // only looked
        must(restore);
        QCOMPARE(m_line.json("sql query branch/orders \"SELECT * FROM o\"").array().size(), 2);
        QCOMPARE(m_line.run("sql key remove branch --key " + key), 0); // what it restored is under its own protector
        QCOMPARE(m_line.run("sql key remove shop --json --key " + key), 1);
        QCOMPARE(m_line.errorCode(), "server.keyNeeded");
        must("sql backup delete --backup " + id + " --yes");
        QCOMPARE(m_line.json("sql backup list").array().size(), 0);
    }

    void whatReachesOutOfTheDatabaseIsRefused()
    {
        for (const auto *sql : {"ATTACH 'x' AS y", "PRAGMA key = 'x'", "PRAGMA cipher_version", "VACUUM INTO 'x'",
                                "SELECT load_extension('x')"}) {
            QCOMPARE(m_line.run(QStringLiteral("sql query shop/orders \"%1\" --json").arg(QLatin1String(sql))), 1);
            QVERIFY2(m_line.errorCode() == QLatin1String("sql.notAllowed") ||
                         m_line.errorCode() == QLatin1String("sql.failed"),
                     m_line.err);
            QVERIFY(!QFileInfo::exists(m_line.path("x")));
        }
    }
};

QTEST_GUILESS_MAIN(TestSqlLines)
#include "tst_sql_lines.moc"
