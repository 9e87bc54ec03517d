// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MOD-17, MOD-24: the catalogue on the command line, and resources of its services.

#include "tests/app/command_line.h"
#include "tests/support/own_profile.h"

using keyward::test::CommandLine;

class TestCatalogueCommands : public QObject
{
    Q_OBJECT

    CommandLine m_line;

    static QString str(const QJsonObject &object, const char *name)
    {
        return object.value(QLatin1String(name)).toString();
    }
    void must(const QString &line)
    {
        const auto status = m_line.run(line);
        QVERIFY2(status == 0, qPrintable(line + ": " + QString::fromUtf8(m_line.err)));
    }
    void refused(const QString &line, const char *code)
    {
        QVERIFY2(m_line.run(line + " --json") != 0, qPrintable(line));
        QCOMPARE(m_line.errorCode(), QString::fromLatin1(code));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_line.makeQuickStore(), 0);
        must("vault create kv1 --region westeurope --purge-protection --yes");
        must("key create kv1/cmk");
    }

    void MOD_17_theListHasEveryService()
    {
        const auto all = m_line.json("catalogue list").array();
        QVERIFY(all.size() > 55);
        const auto storage = m_line.json("catalogue list --group Storage").array();
        QVERIFY(!storage.isEmpty() && storage.size() < all.size());
        QCOMPARE(m_line.json("catalogue list --group Nothing").array().size(), 0);
        must("catalogue list");
        QVERIFY(m_line.out.contains("Blob Storage") && m_line.out.contains("storage-account"));
        for (const auto &one : all) {
            const auto profiles = one.toObject().value(QLatin1String("profiles")).toArray();
            QVERIFY(!profiles.isEmpty());
        }
    }

    void MOD_17_aServiceIsShownWithItsRulesAndTheirSource()
    {
        must("catalogue show azure-database-for-mysql");
        for (const auto *told : {"MySQL flexible server (newer rules) (mysql-flexible-2)", "Retention of the vault",
                                 "at least 90 days", "Expiry of the key", "Source", "Confidence", "Without its key"})
            QVERIFY2(m_line.out.contains(told), told);
        refused("catalogue show no-such-thing", "notFound");
    }

    /// What is shown can be taken as a file of one's own, and comes to the same.
    void MOD_17_aShownProfileIsAFile_data()
    {
        QTest::addColumn<QString>("id");
        for (const auto *id :
             {"storage-account", "disk-encryption-set-2", "mysql-flexible", "managed-disk", "database-migration",
              "cosmos-always-encrypted", "databricks", "bot", "aks-kms", "synapse-workspace"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void MOD_17_aShownProfileIsAFile()
    {
        QFETCH(QString, id);
        auto profile = m_line.json("catalogue show " + id).object().value(QLatin1String("profile")).toObject();
        const auto own = QStringLiteral("our-") + id;
        profile.insert(QLatin1String("id"), own);
        profile.insert(QLatin1String("edition"), QLatin1String("own"));
        const QJsonObject file{{QLatin1String("schema"), QLatin1String("keyward.profiles/1")},
                               {QLatin1String("profiles"), QJsonArray{profile}}};
        m_line.write("own.json", QJsonDocument(file).toJson());
        must("catalogue validate own.json");
        must("catalogue add own.json");
        QCOMPARE(m_line.json("catalogue show " + own).object().value(QLatin1String("profile")).toObject(), profile);
        must("catalogue remove " + own);
    }

    void MOD_17_faultsAreToldByLineAndNothingIsAdded()
    {
        m_line.write("bad.json", QByteArray::fromStdString(
                                     keyward::test::ownProfileText("bad", ",\n \"sameregion\": 1,\n \"movable\": 2")));
        for (const auto *line : {"catalogue validate bad.json", "catalogue add bad.json"}) {
            QCOMPARE(m_line.run(QString::fromLatin1(line)), 1);
            QVERIFY2(m_line.err.contains("line 10, column 2: 'sameregion' is no field of this"), m_line.err);
            QVERIFY2(m_line.err.contains("line 11, column 13: true or false is expected here"), m_line.err);
        }
        refused("catalogue add bad.json", "catalogue.faulty");
        refused("catalogue show bad", "notFound");
        QVERIFY(m_line.run("catalogue add nowhere.json") != 0);
        m_line.write("long.json", QByteArray(70'000, ' '));
        QVERIFY(m_line.run("catalogue validate long.json") != 0);
    }

    void MOD_17_anOwnProfileIsUsedAndThenKept()
    {
        m_line.write("wiki.json", QByteArray::fromStdString(keyward::test::ownProfileText()));
        must("catalogue add wiki.json --dry-run");
        refused("catalogue show wiki", "notFound");
        must("catalogue add wiki.json");
        QCOMPARE(m_line.json("catalogue list --own").array().size(), 1);
        refused("catalogue add wiki.json", "catalogue.faulty");
        must("resource create wiki pages --region westeurope");
        must("cmk enable pages --key kv1/cmk --yes");
        QCOMPARE(str(m_line.json("cmk health pages").object(), "state"), QStringLiteral("warning")); // no backup yet
        refused("catalogue remove wiki", "catalogue.inUse");
        refused("catalogue remove sql-server", "notFound");
        QVERIFY(m_line.err.contains("came with the program"));
        must("resource delete pages --yes");
        must("catalogue remove wiki");
        QCOMPARE(m_line.json("catalogue list --own").array().size(), 0);
    }

    void MOD_24_aStoreIsChosenAndItsKeyProtects()
    {
        must("resource create stream-analytics job --region westeurope");
        QVERIFY(m_line.out.contains("keywardctl resource store job STORE"));
        QCOMPARE(m_line.run("cmk set-key job --key kv1/cmk --json"), 1);
        QCOMPARE(m_line.errorCode(), QStringLiteral("profile.ownStore"));
        must("resource create storage-account account --region westeurope");
        QCOMPARE(m_line.json("resource stores job").array().size(), 1);
        must("resource store job account");
        must("cmk enable account --key kv1/cmk --yes");
        QCOMPARE(str(m_line.json("resource show job").object(), "store"), QStringLiteral("account"));
        must("key disable kv1/cmk --override");
        QCOMPARE(str(m_line.json("cmk health job").object(), "state"), QStringLiteral("lost"));
        refused("resource delete account --yes", "store.inUse");
        must("key enable kv1/cmk");
        must("resource store job --none");
        QVERIFY(m_line.run("resource store job") == 2);
        must("cmk set-key account --service-managed --yes");
    }

    void MOD_24_whatKeepsNoDataRefuses()
    {
        must("resource create database-migration dms --region westeurope");
        refused("cmk set-key dms --key kv1/cmk", "profile.noKey");
    }

    void MOD_17_useBarsAKeyForGood()
    {
        must("resource create event-hubs hub --region westeurope");
        refused("resource use hub", "acknowledge.needed");
        must("resource use hub --yes");
        refused("cmk set-key hub --key kv1/cmk", "cmk.onlyBefore");
    }

    void MOD_1_theModelsAreComparedUnderBothNames()
    {
        must("resource create cosmos-always-encrypted docs --region westeurope");
        const auto all = m_line.json("models compare docs").array();
        QCOMPARE(all, m_line.json("cmk models docs").array());
        for (const auto &one : all) {
            const auto model = one.toObject();
            QCOMPARE(model.value(QLatin1String("inUse")).toBool(), str(model, "model") == QLatin1String("client-side"));
            if (str(model, "model") == QLatin1String("own-hardware")) // MOD-15, MOD-21
                QVERIFY(!model.value(QLatin1String("available")).toBool());
        }
    }
};

QTEST_GUILESS_MAIN(TestCatalogueCommands)
#include "tst_catalogue_commands.moc"
