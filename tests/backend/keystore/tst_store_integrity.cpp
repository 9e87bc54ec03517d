// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands beside the records: unlock slots, header, schema. Each part is changed by itself and named when it is.

#include "tests/support/fixture.h"
#include "tests/support/hands.h"

#include "backend/keystore/cover.h"
#include "backend/keystore/database.h"
#include "backend/keystore/recovery_key.h"

#include <fstream>

using namespace keyward;
using namespace keyward::keystore;
using test::Hands;

class TestStoreIntegrity : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;
    std::filesystem::path m_path;
    crypto::SecretBytes m_root, m_recovery;

    StoreEnvironment environment() const { return {test::context(), m_path / "state"}; }
    std::filesystem::path file() const { return m_path / "s.keyward"; }
    Result<std::unique_ptr<SqliteStore>> open(const Unlock &with)
    {
        return SqliteStore::open(environment(), file(), with);
    }
    Result<std::unique_ptr<SqliteStore>> open() { return open(test::typed(test::Desk::passphrase)); }
    Unlock byRoot() const { return {Unlock::By::RootKey, test::must(m_root.clone())}; }

    void fresh() { m_path = m_folders.fresh(); }
    /// Two slots and some records; closed.
    void makeFilled()
    {
        fresh();
        test::Desk desk(m_path, m_clock);
        desk.bound();
        m_recovery = test::must(crypto::SecretBytes::random(32, *test::context()));
        KW_OK(desk.store().addSecretSlot(SlotKind::RecoveryKey, m_recovery, "paper", {1}, m_clock.now()));
        m_root = test::must(desk.store().rootKey());
        m_passphraseSlot = toHex(desk.store().slots()[0].id.bytes);
        m_recoverySlot = toHex(desk.store().slots()[1].id.bytes);
    }
    /// As somebody does who read the source: the checksums in the clear fit again.
    void makeSumsFit()
    {
        auto database = test::must(Database::open(file(), Database::Mode::ReadWrite));
        crypto::Sha256 sha(*test::context());
        KW_OK(writeSums(*database, sha));
    }
    std::string filled(QByteArray sql) const
    {
        return sql.replace("PASSPHRASE", ("x'" + m_passphraseSlot + "'").c_str())
            .replace("RECOVERY", ("x'" + m_recoverySlot + "'").c_str())
            .toStdString();
    }
    std::string m_passphraseSlot, m_recoverySlot;

private Q_SLOTS:
    void Mend_29_everyPartIsNamedWhenItWasChanged_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<Code>("code");
        using enum Code;
        const auto slot = [](const char *name, const char *sql) {
            QTest::newRow(name) << QByteArray(sql) << SlotTampered;
        };
        slot("own slot altered", "UPDATE slots SET value=CAST(substr(value,1,40)||x'00ff00ff'||substr(value,45) AS "
                                 "BLOB) WHERE id=PASSPHRASE");
        slot("own slot emptied", "UPDATE slots SET value=zeroblob(length(value)) WHERE id=PASSPHRASE");
        slot("own slot removed", "DELETE FROM slots WHERE id=PASSPHRASE");
        slot("own slot's id", "UPDATE slots SET id=randomblob(16) WHERE id=PASSPHRASE");
        slot(
            "other slot altered",
            "UPDATE slots SET value=CAST(substr(value,1,40)||x'00ff00ff'||substr(value,45) AS BLOB) WHERE id=RECOVERY");
        slot("other slot's last byte",
             "UPDATE slots SET value=CAST(substr(value,1,length(value)-1)||CASE substr(value,-1) WHEN x'00' THEN x'01' "
             "ELSE x'00' END AS BLOB) WHERE id=RECOVERY");
        slot("other slot cut short", "UPDATE slots SET value=substr(value,1,20) WHERE id=RECOVERY");
        slot("other slot removed", "DELETE FROM slots WHERE id=RECOVERY");
        slot("slots swapped", "UPDATE slots SET value=(SELECT s.value FROM slots s WHERE s.id<>slots.id)");
        slot("slot added", "INSERT INTO slots SELECT randomblob(16), value FROM slots WHERE id=RECOVERY");
        slot("slot of a short id added", "INSERT INTO slots VALUES(x'00', zeroblob(80))");
        slot("all slots removed", "DELETE FROM slots");
        const auto header = [](const std::string &name, const std::string &sql) {
            QTest::newRow(name.c_str()) << QByteArray::fromStdString(sql) << HeaderTampered;
        };
        for (const std::string part : {"store", "kdf", "keyring", "slots", "head", "sums"}) {
            const auto where = " WHERE part='" + part + "'";
            header(part + " emptied", "UPDATE header SET value=zeroblob(length(value))" + where);
            header(part + "'s last byte", "UPDATE header SET value=CAST(substr(value,1,length(value)-1)||CASE "
                                          "substr(value,-1) WHEN x'00' THEN x'01' ELSE x'00' END AS BLOB)" +
                                              where);
            header(part + " cut short", "UPDATE header SET value=substr(value,1,length(value)-1)" + where);
            header(part + " removed", "DELETE FROM header" + where);
        }
        header(
            "hashing made cheap",
            "UPDATE header SET value=CAST(substr(value,1,1)||x'00000040'||x'00000001'||x'00000001'||substr(value,14) "
            "AS BLOB) WHERE part='kdf'; UPDATE header SET value=CAST(substr(value,1,12)||x'02'||substr(value,14) AS "
            "BLOB) WHERE part='kdf'");
        header("salt", "UPDATE header SET value=CAST(substr(value,1,13)||randomblob(16) AS BLOB) WHERE part='kdf'");
        header("part added", "INSERT INTO header VALUES('note', x'00')");
        header("format number set back", "PRAGMA user_version=1");
        const auto schema = [](const char *name, const char *sql) {
            QTest::newRow(name) << QByteArray(sql) << SchemaTampered;
        };
        schema("trigger", "CREATE TRIGGER planted AFTER INSERT ON audit BEGIN DELETE FROM slots; END");
        schema("view", "CREATE VIEW planted AS SELECT * FROM header");
        schema("table", "CREATE TABLE planted(x)");
        schema("index", "CREATE INDEX planted ON records(revision)");
        schema("table removed", "DROP TABLE slots");
        schema("table made anew",
               "CREATE TABLE other(part TEXT PRIMARY KEY, value BLOB NOT NULL, more TEXT) STRICT; INSERT INTO other "
               "SELECT part, value, NULL FROM header; DROP TABLE header; ALTER TABLE other RENAME TO header");
        schema("table replaced by a view",
               "ALTER TABLE records RENAME TO hidden; CREATE VIEW records AS SELECT * FROM hidden");
    }
    void Mend_29_everyPartIsNamedWhenItWasChanged()
    {
        QFETCH(QByteArray, sql);
        QFETCH(Code, code);
        makeFilled();
        QVERIFY(open());
        QVERIFY(Hands(file()).run(filled(sql)));
        KW_REFUSED(open(), code); // and not as a wrong passphrase
        KW_REFUSED(open(byRoot()), code);
        QCOMPARE(static_cast<int>(category(code)), 4);
    }

    void Mend_29_checksumsThatFitDoNotHideIt_data() { Mend_29_everyPartIsNamedWhenItWasChanged_data(); }
    void Mend_29_checksumsThatFitDoNotHideIt()
    {
        QFETCH(QByteArray, sql);
        QFETCH(Code, code);
        if (code == Code::SchemaTampered || sql.contains("'sums'") || sql.contains("'head'") ||
            sql.contains("'store'") || sql.startsWith("PRAGMA"))
            return; // are not in them
        makeFilled();
        QVERIFY(Hands(file()).run(filled(sql)));
        makeSumsFit();
        const auto opened = open(byRoot()); // who has the root key, as an agent does, sees it at once
        QVERIFY(!opened);
        const bool keyringGone =
            sql.contains("'keyring'"); // which looks like a root key from before a slot was removed
        QVERIFY2(opened.error().code == code || (keyringGone && opened.error().code == Code::WrongPassphrase),
                 message(opened.error()).c_str());
        const auto typed = open();
        QVERIFY(!typed);
        const bool own =
            sql.contains("PASSPHRASE") || sql.contains("swapped") || sql.contains("'kdf'") || sql.contains("s.id<>");
        if (!own) QVERIFY2(typed.error().code == code, message(typed.error()).c_str());
    }

    void Mend_29_whatHappensWhileItIsOpenIsFoundByVerify_data() { Mend_29_everyPartIsNamedWhenItWasChanged_data(); }
    void Mend_29_whatHappensWhileItIsOpenIsFoundByVerify()
    {
        QFETCH(QByteArray, sql);
        QFETCH(Code, code);
        if (sql.startsWith("PRAGMA") || sql.contains("records") || sql.startsWith("CREATE TABLE other"))
            return; // SQLite itself trips over these
        makeFilled();
        auto store = test::must(open());
        KW_OK(store->verifyRecords());
        QVERIFY(Hands(file()).run(filled(sql)));
        const auto verified = store->verifyRecords();
        QVERIFY(!verified);
        QVERIFY2(verified.error().code == code ||
                     (sql.startsWith("DROP") && static_cast<int>(category(verified.error().code)) != 0),
                 message(verified.error()).c_str());
    }

    void Mend_29_aPlantedTriggerDoesNotRun()
    {
        makeFilled();
        {
            test::Desk desk(m_path, m_clock);
            QVERIFY(Hands(file()).run("CREATE TRIGGER planted AFTER INSERT ON audit BEGIN DELETE FROM slots; END"));
            desk.vault("afterwards");
            QCOMPARE(Hands(file()).number("SELECT count(*) FROM slots"), 2);
            KW_REFUSED(desk.store().verifyRecords(), Code::SchemaTampered);
        }
        QVERIFY(Hands(file()).run("DROP TRIGGER planted"));
        test::Desk desk(m_path, m_clock);
        QVERIFY(desk.estate()->vaultNamed("afterwards"));
    }

    /// Nothing that a stranger put beside them is sealed along with the next honest change of the slots.
    void Mend_29_aChangeOfTheSlotsDoesNotSealWhatWasTampered()
    {
        makeFilled();
        auto store = test::must(open());
        QVERIFY(Hands(file()).run("INSERT INTO header VALUES('note', x'00')"));
        KW_REFUSED(store->addPassphrase(test::secret("another passphrase"), "x", {1}, m_clock.now()),
                   Code::HeaderTampered);
    }

    void Mend_29_slotsAddedByAnotherProcessStay()
    {
        makeFilled();
        test::Desk first(m_path, m_clock);
        {
            test::Desk second(m_path, m_clock);
            KW_OK(second.store().addPassphrase(test::secret("the second passphrase"), "second", {1}, m_clock.now()));
        }
        KW_REFUSED(first.store().addPassphrase(test::secret("the third passphrase"), "third", {1}, m_clock.now()),
                   Code::Conflict);
        first.vault("still-works"); // a refused change of the slots leaves the store usable
        KW_OK(first.store().addPassphrase(test::secret("the third passphrase"), "third", {1}, m_clock.now()));
        QCOMPARE(first.store().slots().size(), std::size_t(4));
        for (const auto *passphrase : {"the second passphrase", "the third passphrase", test::Desk::passphrase})
            QVERIFY2(open(test::typed(passphrase)), passphrase);
        KW_OK(first.store().verifyRecords());
    }

    /// A store made by Keyward before its head covered slots and header (format 1), byte for byte.
    void Mend_29_anOlderStoreOpensAndIsBroughtForward()
    {
        fresh();
        std::filesystem::copy_file(KEYWARD_SOURCE_DIR "/tests/backend/keystore/data/format1.keyward", file());
        std::filesystem::permissions(file(), std::filesystem::perms(0600));
        std::string paper;
        std::getline(std::ifstream(KEYWARD_SOURCE_DIR "/tests/backend/keystore/data/format1.recovery"), paper);
        {
            auto store = test::must(open());
            QVERIFY(store->needsForward());
            KW_OK(store->verifyRecords());
        }
        {
            test::Desk desk(m_path, m_clock);
            QVERIFY(desk.estate()->vaultNamed("kv1"));
            desk.vault("new-vault");
            QVERIFY(!desk.store().needsForward());
            KW_OK(desk.store().verifyRecords());
            KW_OK(desk.engine().verify());
        }
        QVERIFY(open(test::typed(paper))); // the other way in, too
        QCOMPARE(Hands(file()).number("PRAGMA user_version"), currentFormat);
        QVERIFY(Hands(file()).run("DELETE FROM slots WHERE id=(SELECT max(id) FROM slots)"));
        KW_REFUSED(open(), Code::SlotTampered);
    }

    /// Mend 2: a dry run on a keystore of the older format leaves it as it is.
    void Mend_2_lookingAtAnOlderStoreWritesNothing()
    {
        fresh();
        std::filesystem::copy_file(KEYWARD_SOURCE_DIR "/tests/backend/keystore/data/format1.keyward", file());
        std::filesystem::permissions(file(), std::filesystem::perms(0600));
        const auto bytes = [&] {
            std::ifstream in(file(), std::ios::binary);
            return std::string(std::istreambuf_iterator<char>(in), {});
        };
        const auto before = bytes();
        {
            auto environment = this->environment();
            environment.lookOnly = true;
            auto store = test::must(SqliteStore::open(environment, file(), test::typed(test::Desk::passphrase)));
            KW_OK(store->verifyRecords());
            WriteBatch batch;
            batch.now = m_clock.now();
            batch.audit.push_back({1});
            KW_REFUSED(store->commit(batch), Code::ReadOnly);
        }
        QVERIFY(bytes() == before);
        QVERIFY(!std::filesystem::exists(m_path / "state"));
        KW_OK(open());
        QVERIFY(bytes() != before);
    }

    void Mend_29_anOlderStoreWithoutOneOfItsSlotsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("added") << QByteArray("INSERT INTO slots SELECT randomblob(16), value FROM slots LIMIT 1");
        QTest::newRow("id") << QByteArray("UPDATE slots SET id=randomblob(16) WHERE id=(SELECT max(id) FROM slots)");
    }
    void Mend_29_anOlderStoreWithoutOneOfItsSlotsIsRefused()
    {
        QFETCH(QByteArray, sql);
        fresh();
        std::filesystem::copy_file(KEYWARD_SOURCE_DIR "/tests/backend/keystore/data/format1.keyward", file());
        std::filesystem::permissions(file(), std::filesystem::perms(0600));
        QVERIFY(Hands(file()).run(sql.toStdString()));
        const auto opened = open();
        QVERIFY(!opened);
        QVERIFY2(opened.error().code == Code::SlotTampered || opened.error().code == Code::WrongPassphrase,
                 message(opened.error()).c_str());
    }

    /// The head of the store as it was in format 1, put back after it was brought forward: it would cover nothing.
    void Mend_29_theOlderHeadCannotBePutBack()
    {
        fresh();
        std::filesystem::copy_file(KEYWARD_SOURCE_DIR "/tests/backend/keystore/data/format1.keyward", file());
        std::filesystem::permissions(file(), std::filesystem::perms(0600));
        QVERIFY(Hands(file()).run("ATTACH '" + (m_path / "kept").string() +
                                  "' AS kept; CREATE TABLE kept.head AS SELECT value FROM header WHERE part='head'"));
        {
            auto store = test::must(open());
            WriteBatch batch;
            batch.now = m_clock.now();
            batch.audit.push_back({1});
            KW_OK(store->commit(batch));
        }
        std::filesystem::remove_all(m_path / "state"); // on another machine
        QVERIFY(Hands(file()).run("ATTACH '" + (m_path / "kept").string() +
                                  "' AS kept; UPDATE header SET value=(SELECT value FROM kept.head) WHERE part='head'; "
                                  "DELETE FROM header WHERE part='sums'; PRAGMA user_version=1"));
        KW_REFUSED(open(), Code::HeaderTampered);
    }
};

QTEST_GUILESS_MAIN(TestStoreIntegrity)
#include "tst_store_integrity.moc"
