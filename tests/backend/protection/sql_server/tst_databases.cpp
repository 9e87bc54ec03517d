// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/sql_desk.h"

#include <sys/stat.h>

using namespace keyward;
using namespace keyward::estate;
namespace fs = std::filesystem;

/// Databases of real files under real keys: made, read, converted, exported, dropped.
class TestDatabases : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    static std::string output(const std::string &command)
    {
        auto *pipe = ::popen((command + " 2>&1").c_str(), "r");
        std::string out;
        char piece[4096];
        while (const auto got = std::fread(piece, 1, sizeof piece, pipe)) out.append(piece, got);
        ::pclose(pipe);
        return out;
    }
    /// Whether bytes stand in any file below a folder.
    bool found(const fs::path &folder, const std::string &bytes)
    {
        const auto scratch = m_folders.fresh();
        for (const auto &one : fs::recursive_directory_iterator(folder))
            if (one.is_regular_file() && test::SqlDesk::bytesOf(one.path(), scratch).find(bytes) != std::string::npos)
                return true;
        return false;
    }
    static std::string hex(const crypto::SecretBytes &key)
    {
        std::string out;
        for (const auto byte : key.exposed()) {
            char two[3];
            std::snprintf(two, sizeof two, "%02x", byte);
            out += two;
        }
        return out;
    }

private Q_SLOTS:
    void TDE_3_theDataKeyStandsWrappedInTheBootRecordAndNowhereElse()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk at(folder, m_clock);
        at.protect();
        const auto one = at.database("one");
        const auto two = at.database("two");
        const auto boot = test::must(protection::readBootRecord(at.folderOf(one), one));
        const auto other = test::must(protection::readBootRecord(at.folderOf(two), two));
        QVERIFY(boot.by->version == at.version());
        QVERIFY(boot.wrapped != other.wrapped);
        const engine::KeyRequest request{at.identity, at.vault, at.key, at.version(), "test", {}};
        const auto dek = test::must(at.desk.keys().unwrap(request, boot.algorithm, boot.wrapped));
        QCOMPARE(dek.size(), std::size_t(32));
        // With that key another implementation of the format opens the pages; without it nobody does.
        const auto pages = (at.folderOf(one) / "data").string();
        const auto opened = output("printf '%s\\n' \"PRAGMA key = \\\"x'" + hex(dek) +
                                   "'\\\";\" 'SELECT text FROM t;' | sqlcipher '" + pages + "'");
        QVERIFY2(opened.find(test::SqlDesk::marker) != std::string::npos, opened.c_str());
        QVERIFY(output("sqlite3 '" + pages + "' 'SELECT * FROM t'").find("not a database") != std::string::npos);
        QVERIFY(found(folder, "keyward boot 2\n")); // it would be found
        QVERIFY(!found(folder, test::SqlDesk::marker));
        QVERIFY(!found(folder, hex(dek)));
        QVERIFY(!found(folder, std::string(textOf(dek.exposed()))));
    }

    void TDE_1_withoutEncryptionThereIsNoDataKey()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto plain = at.database("plain", false);
        QVERIFY(!fs::exists(at.folderOf(plain) / "boot"));
        QVERIFY(!at.databaseNow(plain).wrappedBy);
        QCOMPARE(*at.count(plain), 3);
        QVERIFY(output("sqlite3 '" + (at.folderOf(plain) / "data").string() + "' 'SELECT text FROM t'")
                    .find(test::SqlDesk::marker) != std::string::npos);
    }

    void MOD_2_withoutAProtectorThePlatformsKeyWraps()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        const auto one = at.database("one");
        QVERIFY(at.databaseNow(one).encrypted);
        QVERIFY(!at.databaseNow(one).wrappedBy);
        QCOMPARE(*at.count(one), 3);
        QVERIFY(!found(at.folderOf(one), test::SqlDesk::marker));
    }

    void aDatabaseFileIsTakenOverWithAllThatIsInIt()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk at(folder, m_clock);
        at.protect();
        const auto source = folder / "shop.db";
        QCOMPARE(output("sqlite3 '" + source.string() +
                        "' \"CREATE TABLE orders(id INTEGER PRIMARY KEY, what TEXT); INSERT INTO orders VALUES(7,'" +
                        test::SqlDesk::marker +
                        "'); CREATE VIEW w AS SELECT what FROM orders; CREATE INDEX i ON orders(what); "
                        "PRAGMA user_version=42;\""),
                 std::string());
        const auto made = test::must(at.servers.create({.server = at.server,
                                                        .name = test::must(DatabaseName::from("shop")),
                                                        .source = engine::NewDatabase::Source::File,
                                                        .file = source},
                                                       test::owner, {}));
        const auto rows = test::must(at.rows(made, "SELECT what FROM w"));
        QCOMPARE(std::get<std::string>(rows.rows.at(0).at(0)), test::SqlDesk::marker);
        QCOMPARE(std::get<std::int64_t>(test::must(at.rows(made, "PRAGMA user_version")).rows.at(0).at(0)), 42);
        QVERIFY(!found(at.folderOf(made), test::SqlDesk::marker));
    }

    void whatIsNoDatabaseLeavesNothing()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk at(folder, m_clock);
        const auto source = folder / "no.db";
        std::ofstream(source) << std::string(5000, 'x');
        const auto before = std::distance(fs::directory_iterator(at.desk.store().folder()), {});
        const auto from = [&](engine::NewDatabase::Source kind) {
            return at.servers.create(
                {.server = at.server, .name = test::must(DatabaseName::from("no")), .source = kind, .file = source},
                test::owner, {});
        };
        KW_REFUSED(from(engine::NewDatabase::Source::File), Code::DatabaseDamaged);
        KW_REFUSED(from(engine::NewDatabase::Source::Script), Code::StatementFailed);
        QVERIFY(at.desk.estate()->databasesOf(at.server).size() == 0);
        QCOMPARE(std::distance(fs::directory_iterator(at.desk.store().folder()), {}), before);
        KW_OK(at.create("no")); // and its name is free
    }

    void theKeystoresOwnFilesAreNoSource()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk at(folder, m_clock);
        const auto plain = at.database("plain", false);
        fs::create_hard_link(at.desk.file(), folder / "by-another-name");
        for (const auto &file : {at.desk.file(), folder / "by-another-name", at.folderOf(plain) / "data"})
            for (const auto kind : {engine::NewDatabase::Source::File, engine::NewDatabase::Source::Script})
                KW_REFUSED(at.servers.create({.server = at.server,
                                              .name = test::must(DatabaseName::from("no")),
                                              .source = kind,
                                              .file = file},
                                             test::owner, {}),
                           Code::SourceHoldsStore);
        fs::remove(folder / "by-another-name");
    }

    void aScriptIsOneTransaction()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk at(folder, m_clock);
        const auto script = folder / "shop.sql";
        std::ofstream(script) << "BEGIN; CREATE TABLE a(x); INSERT INTO a VALUES (1),(2); COMMIT;\n-- the end\n";
        const auto made = test::must(at.servers.create({.server = at.server,
                                                        .name = test::must(DatabaseName::from("shop")),
                                                        .source = engine::NewDatabase::Source::Script,
                                                        .file = script},
                                                       test::owner, {}));
        QCOMPARE(test::must(at.rows(made, "SELECT * FROM a")).rows.size(), std::size_t(2));
    }

    void aLongScriptOfShortStatementsCanBeCancelled()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk at(folder, m_clock);
        const auto script = folder / "long.sql";
        {
            std::ofstream out(script);
            out << "CREATE TABLE a(x);";
            for (int i = 0; i < 20'000; ++i) out << "INSERT INTO a VALUES(1);";
        }
        int asked = 0;
        KW_REFUSED(at.servers.create({.server = at.server,
                                      .name = test::must(DatabaseName::from("long")),
                                      .source = engine::NewDatabase::Source::Script,
                                      .file = script},
                                     test::owner, [&](const auto &) { return ++asked < 1; }),
                   Code::Cancelled);
        QVERIFY(at.desk.estate()->databasesOf(at.server).size() == 0);
    }

    void TDE_1_encryptionIsTurnedOnAndOffAndOnAgain()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk at(folder, m_clock);
        at.protect();
        const auto one = at.database("one");
        const auto before = at.folderOf(one);
        KW_OK(at.servers.setEncryption(one, false, test::owner, {}));
        QVERIFY(!at.databaseNow(one).wrappedBy);
        QVERIFY(!fs::exists(before)); // the former pages are gone
        QCOMPARE(*at.count(one), 3);
        QVERIFY(found(at.folderOf(one), test::SqlDesk::marker));
        KW_REFUSED(at.servers.setEncryption(one, false, test::owner, {}), Code::ValueInvalid);
        KW_OK(at.servers.setEncryption(one, true, test::owner, {}));
        QVERIFY(at.databaseNow(one).wrappedBy->version == at.version());
        QCOMPARE(*at.count(one), 3);
        QVERIFY(!found(at.desk.store().folder(), test::SqlDesk::marker));
    }

    void aConversionWaitsForOtherProcessesAndEndsConnectionsOfThisOne()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk at(folder, m_clock);
        const auto one = at.database("one");
        const auto here = test::must(at.servers.connect(one));
        KW_OK(here->query("SELECT 1", {}));
        KW_OK(at.servers.setEncryption(one, false, test::owner, {}));
        KW_REFUSED(here->query("INSERT INTO t(text) VALUES ('lost')", {}), Code::Busy); // into pages that are gone
        // As another process has it open.
        auto use = test::must(
            protection::DatabaseUse::of(at.folderOf(one), protection::DatabaseUse::Kind::Shared, "srv1/one"));
        KW_REFUSED(at.servers.setEncryption(one, true, test::owner, {}), Code::Busy);
        QVERIFY(!at.databaseNow(one).encrypted);
        QCOMPARE(*at.count(one), 3);
    }

    void exportedInTheClearOnlyByNameAndLogged()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk at(folder, m_clock);
        at.protect();
        const auto one = at.database("one");
        const auto target = folder / "out.sqlite";
        KW_REFUSED(at.servers.exportPlain(one, target, test::owner, [](const auto &) { return false; }),
                   Code::Cancelled);
        QVERIFY(!fs::exists(target));
        std::uint64_t told = 0;
        KW_OK(at.servers.exportPlain(one, target, test::owner, [&](const engine::Progress &progress) {
            told = progress.bytes;
            return true;
        }));
        QCOMPARE(told, fs::file_size(target));
        QVERIFY(output("sqlite3 '" + target.string() + "' 'SELECT text FROM t'").find(test::SqlDesk::marker) !=
                std::string::npos);
        struct stat there{};
        ::stat(target.c_str(), &there);
        QCOMPARE(there.st_mode & 0777u, 0600u);
        KW_REFUSED(at.servers.exportPlain(one, target, test::owner, {}), Code::FileExists);
        KW_REFUSED(at.servers.exportPlain(one, at.desk.store().folder() / "in", test::owner, {}), Code::TargetInStore);
        const auto log = test::must(at.desk.engine().newest(20, 0));
        QVERIFY(std::ranges::any_of(log, [](const auto &entry) { return entry.operation == "database.export"; }));
    }

    void droppedOnesAreDestroyedWithTheirDataKeys()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        const auto one = at.database("one");
        const auto pages = at.folderOf(one);
        KW_OK(at.desk.run(command::DropDatabase{.database = one}));
        QVERIFY(!fs::exists(pages));
        KW_REFUSED(at.servers.connect(one), Code::NotFound);
    }

    void recoveredOnesHaveAllTheirRows()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        const auto one = at.database("one");
        KW_OK(at.desk.run(command::SetDropRule{at.server, Days(7)}));
        const auto open = test::must(at.servers.connect(one));
        KW_OK(at.desk.run(command::DropDatabase{.database = one}));
        QVERIFY(!open->isOpen());
        KW_REFUSED(open->query("SELECT 1", {}), Code::DatabaseDropped);
        KW_REFUSED(at.servers.connect(one), Code::DatabaseDropped);
        KW_OK(at.desk.run(command::RecoverDatabase{one}));
        QCOMPARE(*at.count(one), 3);
    }

    /// … also where nothing has destroyed it yet.
    void whatIsToBeGoneIsNotRecovered()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        const auto one = at.database("one");
        KW_OK(at.desk.run(command::SetDropRule{at.server, Days(7)}));
        KW_OK(at.desk.run(command::DropDatabase{.database = one}));
        m_clock.advance(Days(7));
        KW_REFUSED(at.desk.run(command::RecoverDatabase{one}), Code::DatabaseDropped);
    }

    void verifyFindsEachKindOfDamage()
    {
        using State = engine::DataCheck::State;
        test::SqlDesk at(m_folders.fresh(), m_clock);
        const auto one = at.database("one");
        const auto whole = [&] { return test::must(at.servers.verify(engine::Depth::Contents, {})).at(0); };
        QVERIFY(whole().state == State::Whole);
        const auto boot = at.folderOf(one) / "boot";
        const auto data = at.folderOf(one) / "data";
        const auto spoil = [&](const fs::path &file, std::streamoff where) {
            std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
            out.seekg(where);
            const auto byte = static_cast<char>(out.get() ^ 1);
            out.seekp(where);
            out.put(byte);
        };
        const auto spoiled = [&](const fs::path &file, std::streamoff where) {
            spoil(file, where);
            const auto state = whole().state;
            spoil(file, where);
            return state;
        };
        const auto size = static_cast<std::streamoff>(fs::file_size(data));
        for (const auto where : {std::streamoff(3), size / 2, size - 1})
            QVERIFY2(spoiled(data, where) == State::Damaged, std::to_string(where).c_str());
        constexpr std::streamoff place = 4096; // of a record; the one beside it holds none, or the one before
        for (const auto where : {std::streamoff(3), std::streamoff(20), place / 2, place - 1})
            QVERIFY2(spoiled(boot, where) == State::Damaged, std::to_string(where).c_str());
        QVERIFY(spoiled(boot, place + 3) == State::Whole); // a next one that was not written to the end
        QVERIFY(whole().state == State::Whole);
        const auto two = at.database("two");
        fs::copy_file(at.folderOf(two) / "boot", boot, fs::copy_options::overwrite_existing);
        const auto mixed = at.servers.connect(one);
        KW_REFUSED(mixed, Code::DatabaseDamaged);
        QVERIFY(message(mixed.error()).contains("belongs to another database")); // not only pages that do not open
        fs::remove(boot);
        KW_REFUSED(at.servers.connect(one), Code::DatabaseDamaged);
        fs::remove(data);
        const auto all = test::must(at.servers.verify(engine::Depth::Presence, {}));
        for (const auto &found : all) QVERIFY((found.state == State::Damaged) == (found.data == recordOf(one)));
        QCOMPARE(all.size(), std::size_t(2));
    }

    void anyNumberOfConnectionsInAndOutOfThisProcess()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk at(folder, m_clock);
        at.protect();
        const auto one = at.database("one");
        test::SqlDesk other(folder, m_clock); // as another process has it
        std::vector<std::unique_ptr<engine::SqlConnection>> all;
        for (int i = 0; i < 20; ++i) all.push_back(test::must((i % 2 ? at : other).servers.connect(one)));
        QCOMPARE(at.servers.connections(at.server), std::size_t(10));
        for (std::size_t i = 0; i < all.size(); ++i)
            KW_OK(all[i]->query("INSERT INTO t(text) VALUES ('from " + std::to_string(i) + "')", {}));
        QCOMPARE(*at.count(one), 23);
        all.clear();
        QCOMPARE(at.servers.connections(at.server), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestDatabases)
#include "tst_databases.moc"
