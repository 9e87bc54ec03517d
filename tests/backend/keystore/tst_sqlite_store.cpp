// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/keystore/migration.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariant>

#include <atomic>
#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace keyward;
using namespace keyward::keystore;

namespace {

/// A second pair of hands on the file: what somebody without the keys can do.
class Tamperer
{
public:
    explicit Tamperer(const std::filesystem::path &file)
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        m_database.setDatabaseName(QString::fromStdString(file.string()));
        m_database.open();
    }
    ~Tamperer()
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
    }
    bool run(const char *sql)
    {
        QSqlQuery query(m_database);
        return query.exec(QString::fromLatin1(sql)) && (query.numRowsAffected() > 0 || query.isSelect() ||
                                                        QLatin1String(sql).startsWith(QLatin1String("PRAGMA")));
    }
    QVariantList row(const char *sql)
    {
        QSqlQuery query(m_database);
        query.exec(QString::fromLatin1(sql));
        QVariantList out;
        if (query.next())
            for (int i = 0; i < query.record().count(); ++i) out << query.value(i);
        return out;
    }
    bool put(const char *sql, const QVariantList &values)
    {
        QSqlQuery query(m_database);
        query.prepare(QString::fromLatin1(sql));
        for (const auto &value : values) query.addBindValue(value);
        return query.exec() && query.numRowsAffected() > 0;
    }

private:
    QSqlDatabase m_database;
};

Bytes wholeFile(const std::filesystem::path &path)
{
    std::ifstream in(path, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(in), {});
}

} // namespace

class TestSqliteStore : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;
    std::filesystem::path m_path;

    std::filesystem::path fresh()
    {
        m_path = m_folders.fresh();
        return m_path;
    }
    StoreEnvironment environment() const { return {test::context(), m_path / "state"}; }
    std::filesystem::path file() const { return m_path / "s.keyward"; }
    Result<std::unique_ptr<SqliteStore>> open(bool acceptOlder = false)
    {
        return SqliteStore::open(environment(), file(), test::typed(test::Desk::passphrase), acceptOlder);
    }
    Status load()
    {
        auto store = open();
        if (!store) return std::unexpected(store.error());
        return (*store)->load([](unsigned, const RecordId &, ByteView) -> Status { return {}; });
    }
    void makeFilled()
    {
        test::Desk desk(fresh(), m_clock);
        const auto bound = desk.bound();
        for (int i = 0; i < 3; ++i) test::must(desk.run(desk.rotation(bound.key)));
    }

private Q_SLOTS:
    void CON_1_theFileTellsNothing()
    {
        {
            test::Desk desk(fresh(), m_clock);
            const auto vault = desk.vault("Very-Secret-Vault");
            desk.key(vault, "VerySecretKeyName");
            desk.resource("VerySecretResource", "westeurope");
        }
        for (const auto &entry : std::filesystem::recursive_directory_iterator(m_path)) {
            if (!entry.is_regular_file()) continue;
            const auto bytes = wholeFile(entry.path());
            const auto text = folded(textOf(bytes));
            for (const auto *word : {"very-secret", "verysecret", "westeurope", "vault.create", "recovery-services",
                                     "passphrase", "tenant-"}) // long enough not to turn up by chance
                QVERIFY2(text.find(word) == std::string::npos,
                         (std::string(word) + " in " + entry.path().string()).c_str());
        }
        Tamperer look(file());
        // Sizes come in classes; ids are random, so their order says nothing.
        const auto sizes = look.row("SELECT group_concat(DISTINCT length(value)) FROM records");
        for (const auto &size : sizes[0].toString().split(QLatin1Char(','))) {
            const auto n = size.toUInt();
            QVERIFY2(n >= 256 && (n & (n - 1)) == 0, qPrintable(size));
        }
        QCOMPARE(
            look.row("SELECT count(*) FROM sqlite_master WHERE type='index' AND name NOT LIKE 'sqlite_%'")[0].toInt(),
            0);
    }

    void CON_1_filesBelongToTheirOwnerOnly()
    {
        makeFilled();
        struct stat info{};
        QCOMPARE(::stat(file().c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777u, 0600u);
        QCOMPARE(::stat((file().string() + ".d").c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777u, 0700u);
    }

    void tampering_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("record removed") << QByteArray("DELETE FROM records WHERE id=(SELECT id FROM records LIMIT 1)");
        QTest::newRow("record's revision")
            << QByteArray("UPDATE records SET revision=revision+1 WHERE id=(SELECT id FROM records LIMIT 1)");
        QTest::newRow("record's tag") << QByteArray(
            "UPDATE records SET value=CAST(substr(value,1,length(value)-1)||x'00' AS BLOB) WHERE id=(SELECT id FROM "
            "records WHERE substr(value,-1)!=x'00' LIMIT 1)");
        QTest::newRow("record's nonce") << QByteArray(
            "UPDATE records SET value=CAST(x'000102030405060708090a0b0c0d0e0f1011121314151617'||substr(value,25) AS "
            "BLOB) WHERE id=(SELECT id FROM records LIMIT 1)");
        QTest::newRow("all contents, tags kept") << QByteArray(
            "UPDATE records SET value=CAST(substr(value,1,24)||zeroblob(length(value)-40)||substr(value,-16) AS BLOB)");
        QTest::newRow("record copied under another id")
            << QByteArray("INSERT INTO records SELECT randomblob(16), revision, value FROM records LIMIT 1");
        QTest::newRow("record cut short")
            << QByteArray("UPDATE records SET value=substr(value,1,30) WHERE id=(SELECT id FROM records LIMIT 1)");
        QTest::newRow("head") << QByteArray(
            "UPDATE header SET value=CAST(substr(value,1,length(value)-1)||x'00' AS BLOB) WHERE part='head'");
        QTest::newRow("keyring") << QByteArray("UPDATE header SET value=zeroblob(length(value)) WHERE part='keyring'");
        QTest::newRow("slot list") << QByteArray("UPDATE header SET value=zeroblob(length(value)) WHERE part='slots'");
        QTest::newRow("header part gone") << QByteArray("DELETE FROM header WHERE part='head'");
        QTest::newRow("slot") << QByteArray("UPDATE slots SET value=zeroblob(length(value))");
        QTest::newRow("store id") << QByteArray("UPDATE header SET value=randomblob(16) WHERE part='store'");
        QTest::newRow("passphrase hashing made cheap")
            << QByteArray("UPDATE header SET value=CAST(x'01'||x'00000001'||x'00000001'||x'00000001'||substr(value,14) "
                          "AS BLOB) WHERE part='kdf'");
        QTest::newRow("salt") << QByteArray(
            "UPDATE header SET value=CAST(substr(value,1,13)||randomblob(16) AS BLOB) WHERE part='kdf'");
    }
    void tampering()
    {
        QFETCH(QByteArray, sql);
        makeFilled();
        QVERIFY(load());
        {
            Tamperer hands(file());
            QVERIFY(hands.run(sql.constData()));
        }
        // What is altered inside the seal of key material shows when it is used, and to 'store verify', which opens
        // everything.
        const auto loaded = load();
        const auto verified = loaded ? test::must(open())->verifyRecords() : loaded;
        QVERIFY2(!verified, "the change was not seen");
    }

    void CON_7_everyChangeOfTheLogIsFoundAndNamed_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("altered") << QByteArray(
                                        "UPDATE audit SET value=CAST(substr(value,1,60)||x'ff00ff'||substr(value,64) "
                                        "AS BLOB) WHERE sequence=4")
                                 << QByteArray("4");
        QTest::newRow("removed") << QByteArray("DELETE FROM audit WHERE sequence=5") << QByteArray("5");
        QTest::newRow("removed at the end")
            << QByteArray("DELETE FROM audit WHERE sequence=(SELECT max(sequence) FROM audit)") << QByteArray("");
        QTest::newRow("swapped")
            << QByteArray("UPDATE audit SET sequence=CASE sequence WHEN 3 THEN -4 ELSE -3 END WHERE sequence IN (3,4)")
            << QByteArray("3");
        QTest::newRow("added") << QByteArray("INSERT INTO audit SELECT max(sequence)+1, randomblob(512) FROM audit")
                               << QByteArray("");
    }
    void CON_7_everyChangeOfTheLogIsFoundAndNamed()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, entry);
        makeFilled();
        {
            auto store = test::must(open());
            KW_OK(store->verifyAudit());
        }
        {
            Tamperer hands(file());
            QVERIFY(hands.run(sql.constData()));
            if (sql.contains("-4")) QVERIFY(hands.run("UPDATE audit SET sequence=-sequence WHERE sequence<0"));
        }
        auto store = open(true);
        QVERIFY(store);
        const auto verified = (*store)->verifyAudit();
        KW_REFUSED(verified, Code::AuditTampered);
        if (!entry.isEmpty()) QCOMPARE(verified.error().target, entry.toStdString());
    }

    /// An entry that somebody with the keys sealed properly, under its right number, in a copy that went another way.
    void CON_7_anEntryOfAnotherHistoryDoesNotLink()
    {
        makeFilled();
        const auto home = m_path;
        const auto fork = m_path / "fork";
        std::filesystem::create_directory(fork);
        KW_OK(test::must(open())->copyTo(fork / "s.keyward"));
        std::uint64_t entry = 0;
        for (const auto &folder : {home, fork}) {
            test::Desk desk(folder, m_clock);
            entry = desk.store().head().sequence + 1;
            desk.vault(folder == home ? "kv-home" : "kv-fork");
            desk.vault("kv-later");
        }
        QVariantList forged;
        {
            Tamperer other(fork / "s.keyward");
            forged = other.row(qPrintable(QStringLiteral("SELECT value FROM audit WHERE sequence=%1").arg(entry)));
        }
        {
            Tamperer hands(file());
            QVERIFY(
                hands.put("UPDATE audit SET value=? WHERE sequence=?", {forged[0], static_cast<qulonglong>(entry)}));
        }
        const auto verified = test::must(open(true))->verifyAudit();
        KW_REFUSED(verified, Code::AuditTampered);
        QCOMPARE(verified.error().target, std::to_string(entry));
    }

    void anOlderCopyOfTheWholeFileIsSeen()
    {
        makeFilled();
        const auto older = m_path / "older";
        {
            auto store = test::must(open());
            KW_OK(store->copyTo(older));
        }
        {
            test::Desk desk(m_path, m_clock);
            desk.vault("another");
        }
        for (const auto *suffix : {"-wal", "-shm"}) std::filesystem::remove(file().string() + suffix);
        std::filesystem::copy_file(older, file(), std::filesystem::copy_options::overwrite_existing);
        KW_REFUSED(open(), Code::StoreRolledBack);
        QVERIFY(open(true)); // only restore says so
    }

    void aRecordPutBackFromAnOlderCopyIsSeen()
    {
        test::Desk desk(fresh(), m_clock);
        const auto bound = desk.bound();
        QVariantList older;
        {
            Tamperer hands(file());
            older = hands.row("SELECT revision, value, id FROM records WHERE revision>1 LIMIT 1");
            QVERIFY(!older.isEmpty());
        }
        test::must(desk.run(desk.rotation(bound.key)));
        test::must(desk.run(estate::command::UpdateVault{bound.vault, {}, {}, {}, estate::Tags{{"a", "b"}}, {}}));
        for (int i = 0; i < 3; ++i) test::must(desk.run(estate::command::SetBackupPolicy{bound.resource, {}}));
        {
            Tamperer hands(file());
            hands.put("UPDATE records SET revision=?, value=? WHERE id=? AND revision<>?",
                      {older[0], older[1], older[2], older[0]});
        }
        QVERIFY(!load());
    }

    void filesThatAreNoKeystoreAreToldApart()
    {
        fresh();
        KW_REFUSED(open(), Code::StoreMissing);
        std::ofstream(file()) << "This is a letter to my aunt, and no keystore at all, however long it gets. It has "
                                 "more than a hundred bytes.";
        KW_REFUSED(open(), Code::NotAKeystore);
        std::filesystem::remove(file());
        std::ofstream(file()) << "SQLite fo";
        KW_REFUSED(open(), Code::StoreTruncated);
        std::filesystem::remove(file());
        {
            auto database = test::must(Database::open(file(), Database::Mode::ReadWrite));
            KW_OK(database->run("CREATE TABLE t(x)"));
        }
        KW_REFUSED(open(), Code::NotAKeystore);
    }

    void truncatedAndNewerFilesAreRefusedUntouched()
    {
        makeFilled();
        const auto whole = wholeFile(file());
        std::filesystem::resize_file(file(), whole.size() - 4096);
        KW_REFUSED(open(), Code::StoreTruncated);
        {
            std::ofstream out(file(), std::ios::binary);
            out.write(reinterpret_cast<const char *>(whole.data()), static_cast<std::streamsize>(whole.size()));
            out.seekp(60);
            out.write("\0\0\0\7", 4);
        }
        const auto newer = wholeFile(file());
        KW_REFUSED(open(), Code::StoreNewer);
        QVERIFY(wholeFile(file()) == newer);
    }

    void olderFormatsAreBroughtForwardStepByStep()
    {
        makeFilled();
        QVERIFY(Tamperer(file()).run("PRAGMA user_version=1"));
        const auto version = [&] { return Tamperer(file()).row("PRAGMA user_version")[0].toInt(); };
        std::vector<int> ran;
        const std::vector<Migration> steps{[&](Database &database) {
                                               ran.push_back(1);
                                               return database.run("CREATE TABLE added(x)");
                                           },
                                           [&](Database &database) {
                                               ran.push_back(2);
                                               return database.run("INSERT INTO added VALUES(1)");
                                           },
                                           [&](Database &database) -> Status {
                                               (void)database.run("INSERT INTO added VALUES(2)");
                                               return fail(Code::NoSpace);
                                           }};
        {
            auto database = test::must(Database::open(file(), Database::Mode::ReadWrite));
            KW_OK(migrate(*database, {steps[0], steps[1]}));
        }
        QCOMPARE(ran, (std::vector<int>{1, 2}));
        QCOMPARE(version(), 3);
        {
            auto database = test::must(Database::open(file(), Database::Mode::ReadWrite));
            KW_OK(migrate(*database, {steps[0], steps[1]}));      // nothing twice
            KW_REFUSED(migrate(*database, steps), Code::NoSpace); // a failed step leaves its format whole
            KW_REFUSED(migrate(*database, {steps[0]}), Code::StoreNewer);
        }
        QCOMPARE(ran.size(), std::size_t(2));
        QCOMPARE(version(), 3);
        QCOMPARE(Tamperer(file()).row("SELECT count(*) FROM added")[0].toInt(), 1);
        {
            Tamperer hands(file());
            hands.run("DROP TABLE added");
            QVERIFY(hands.run("PRAGMA user_version=2"));
        }
        QVERIFY(load()); // what was sealed under one format still opens under the next
    }

    void aFullDiskLosesNothing()
    {
        test::Desk desk(fresh(), m_clock);
        const auto vault = desk.vault("kv1");
        auto &store = desk.store();
        const auto before = store.head().sequence;
        WriteBatch batch;
        batch.now = m_clock.now();
        batch.puts.push_back({test::id<RecordId>(), Purpose::Metadata, Bytes(16u << 20, 1), {}});
        batch.audit.push_back({1});
        rlimit_guard guard(1u << 20);
        const auto saved = store.commit(batch);
        guard.lift();
        KW_REFUSED(saved, Code::FileTooLarge);
        QCOMPARE(store.head().sequence, before);
        QVERIFY(desk.estate()->vault(vault));
        desk.vault("kv2"); // goes on working
        KW_OK(store.verifyRecords());
        KW_OK(store.verifyAudit());
    }

    void twoProcessesSeeEachOthersChanges()
    {
        test::Desk first(fresh(), m_clock);
        test::Desk second(m_path, m_clock);
        first.vault("kv1");
        KW_OK(second.engine().refresh());
        QVERIFY(second.estate()->vaultNamed("kv1"));
        second.vault("kv2");
        first.vault("kv3"); // first has not looked: its write finds out, loads, applies again
        QVERIFY(first.estate()->vaultNamed("kv2"));
        KW_OK(second.engine().refresh());
        QVERIFY(second.estate()->vaultNamed("kv3"));
        KW_OK(first.store().verifyRecords());
        KW_OK(first.engine().verify());
    }

    void aLargeStoreLoadsOnTwoThreads()
    {
        test::Desk desk(fresh(), m_clock);
        WriteBatch batch;
        batch.now = m_clock.now();
        const auto principal = [&](int i) {
            Encoder out;
            out(estate::EntityKind::Principal, 1u,
                estate::Principal{test::id<estate::PrincipalId>(),
                                  "p" + std::to_string(i),
                                  estate::PrincipalKind::SystemAssigned,
                                  "t",
                                  {}});
            return out.take();
        };
        for (int i = 0; i < 3000; ++i) {
            auto plain = principal(i);
            RecordId id;
            std::ranges::copy(ByteView(plain).subspan(2, 16), id.bytes.begin());
            batch.puts.push_back({id, Purpose::Metadata, std::move(plain), {}});
        }
        batch.audit.push_back({1});
        KW_OK(desk.store().commit(batch));
        std::array<std::atomic<int>, 2> seen{};
        KW_OK(test::must(open())->load([&](unsigned part, const RecordId &, ByteView) -> Status {
            ++seen[part];
            return {};
        }));
        QVERIFY(seen[0] > 1000 && seen[1] > 1000);
        QCOMPARE(seen[0] + seen[1], 3004); // beside the settings and the first tenant, subscription and group
    }

    void aCopyWhileInUseIsWhole()
    {
        test::Desk desk(fresh(), m_clock);
        desk.bound();
        const auto copy = m_path / "copy.keyward";
        KW_OK(desk.store().copyTo(copy));
        KW_REFUSED(desk.store().copyTo(copy), Code::FileExists);
        struct stat info{};
        QCOMPARE(::stat(copy.c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777u, 0600u);
        auto opened = test::must(SqliteStore::open(environment(), copy, test::typed(test::Desk::passphrase), true));
        KW_OK(opened->verifyRecords());
        KW_OK(opened->verifyAudit());
        QCOMPARE(opened->head().sequence, desk.store().head().sequence);
    }

    void Mend_33_aReadOnlyKeystoreCanBeLookedAtAndNotChanged()
    {
        makeFilled();
        using std::filesystem::perms;
        for (const auto &path : {m_folders.path(), m_path, m_path / "s.keyward.d"})
            std::filesystem::permissions(path, perms(0755));
        std::filesystem::permissions(file(), perms(0444));
        const pid_t child = ::fork(); // root may write everywhere, so the attempt is made as nobody
        if (child == 0) {
            if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(100);
            const auto opened = open(); // it can be looked at
            if (!opened || !(*opened)->verifyRecords() || !(*opened)->verifyAudit()) ::_exit(101);
            WriteBatch batch;
            batch.audit.push_back({1});
            const auto saved = (*opened)->commit(batch);
            const auto added = (*opened)->addPassphrase(test::secret("another passphrase"), "x", {1}, m_clock.now());
            ::_exit(!saved && saved.error().code == Code::ReadOnly && !added && added.error().code == Code::ReadOnly
                        ? 0
                        : 102);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QCOMPARE(WEXITSTATUS(status), 0);
        QVERIFY(!std::filesystem::exists(file().string() + "-wal"));
    }

private:
    /// Files of this process may not grow past a size; writing beyond fails like a full disk.
    class rlimit_guard
    {
    public:
        explicit rlimit_guard(rlim_t size)
        {
            std::signal(SIGXFSZ, SIG_IGN);
            ::getrlimit(RLIMIT_FSIZE, &m_before);
            const rlimit limit{size, m_before.rlim_max};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        }
        ~rlimit_guard() { lift(); }
        void lift() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

    private:
        rlimit m_before{};
    };
};

QTEST_GUILESS_MAIN(TestSqliteStore)
#include "tst_sqlite_store.moc"
