// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/services/sql_server/rewrap.h"
#include "tests/support/sql_desk.h"

#include "backend/estate/claims.h"

#include <thread>

using namespace keyward;
using namespace keyward::estate;
namespace fs = std::filesystem;

/// The protector of a server: set, switched, rotated, left, on real databases.
class TestProtector : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    /// Writes rows until it is told to stop; says how many.
    class Writer
    {
    public:
        Writer(test::SqlDesk &at, const DatabaseId &database)
            : m_connection(test::must(at.servers.connect(database))), m_thread([this](const std::stop_token &stop) {
                  while (!stop.stop_requested() && m_failure.empty()) {
                      const auto done = m_connection->query("INSERT INTO t(text) VALUES ('written meanwhile')", {});
                      if (done)
                          ++m_written;
                      else
                          m_failure = message(done.error());
                      std::this_thread::sleep_for(std::chrono::milliseconds(2));
                  }
              })
        {}
        std::int64_t end()
        {
            m_thread.request_stop();
            m_thread.join();
            return m_written;
        }
        std::int64_t written() const { return m_written; }
        const std::string &failure() const { return m_failure; }

    private:
        std::unique_ptr<engine::SqlConnection> m_connection;
        std::atomic<std::int64_t> m_written = 0;
        std::string m_failure;
        std::jthread m_thread;
    };

    static std::size_t calls(test::SqlDesk &at, std::string_view operation)
    {
        const auto log = test::must(at.desk.engine().newest(100'000, 0));
        return static_cast<std::size_t>(
            std::ranges::count_if(log, [&](const auto &entry) { return entry.operation == operation; }));
    }

private Q_SLOTS:
    void TDE_2_noByteOfAPageChangesWithAWriterActiveThroughout()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk at(folder, m_clock);
        at.prepare();
        const auto one = at.database("one");
        const auto still = at.database("still");
        const auto pages = [&](const DatabaseId &id, const char *file) {
            return test::SqlDesk::bytesOf(at.folderOf(id) / file, folder);
        };
        Writer writer(at, one);
        while (writer.written() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        // What is written meanwhile stands in the log at first, which only grows; the pages stay as they are.
        auto data = pages(one, "data");
        auto log = pages(one, "data-wal");
        const auto unmoved = pages(still, "data");
        QVERIFY(data.size() >= 4096 && !log.empty());
        const auto same = [&](const char *what) {
            const auto now = pages(one, "data-wal");
            QVERIFY2(pages(one, "data") == data, what);
            QVERIFY2(now.starts_with(log), what);
            QVERIFY2(pages(still, "data") == unmoved, what);
            log = now;
        };
        KW_OK(at.desk.run(at.protector()));
        QVERIFY(at.databaseNow(one).wrappedBy->version == at.version());
        same("set");
        const auto other = at.protectorOf(at.addKey("other"));
        KW_OK(at.desk.run(other));
        QVERIFY(at.databaseNow(one).wrappedBy->version == *other.version);
        same("switched");
        KW_OK(at.desk.run(command::SetServiceManaged{at.server}));
        QVERIFY(!at.databaseNow(one).wrappedBy);
        same("back");
        const auto written = writer.end();
        QVERIFY2(writer.failure().empty(), writer.failure().c_str()); // no downtime
        QCOMPARE(*at.count(one), 3 + written);
    }

    void TDE_2_eachDataKeyIsWrappedByTheNewProtectorAndOpensTheSamePages()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.prepare();
        std::vector<DatabaseId> all;
        for (int i = 0; i < 7; ++i) all.push_back(at.database("db" + std::to_string(i), i != 3));
        std::vector<Bytes> before;
        for (const auto &id : all)
            if (at.databaseNow(id).encrypted)
                before.push_back(test::must(protection::readBootRecord(at.folderOf(id), id)).wrapped);
        const auto unwraps = calls(at, "platform.unwrapKey");
        KW_OK(at.desk.run(at.protector()));
        QCOMPARE(calls(at, "platform.unwrapKey"), unwraps + 6); // each of them is in the log (TDE-3)
        QVERIFY(calls(at, "wrapKey") >= 6);
        std::size_t i = 0;
        for (const auto &id : all) {
            QCOMPARE(*at.count(id), 3);
            if (!at.databaseNow(id).encrypted) continue;
            const auto boot = test::must(protection::readBootRecord(at.folderOf(id), id));
            QVERIFY(boot.by->version == at.version());
            QVERIFY(boot.wrapped != before[i++]);
        }
        QVERIFY(!fs::exists(at.folderOf(all[3]) / "boot"));
    }

    void TDE_16_aRolloverKeepsTheOldVersionUntilNothingNeedsIt()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto one = at.database("one");
        const auto old = at.version();
        KW_OK(at.desk.run(at.desk.rotation(at.key)));
        QVERIFY(at.databaseNow(one).wrappedBy->version == old); // nothing follows by itself
        KW_OK(at.desk.run(command::AddServerKey{at.server, at.vault, at.key, at.version()}));
        KW_OK(at.desk.run(at.protector()));
        QVERIFY(at.databaseNow(one).wrappedBy->version == at.version());
        QVERIFY(!at.serverNow().binding->former);
        const auto estate = at.desk.estate();
        QVERIFY(claims(*estate, *estate->key(at.key), old).empty());
        KW_OK(at.desk.run(command::UpdateKeyVersion{at.key, old, false, {}, {}, {}, {}}));
        QCOMPARE(*at.count(one), 3);
    }

    void P2_afterGoingBackNothingNeedsTheVaultAnyMore()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto one = at.database("one");
        const auto open = test::must(at.servers.connect(one));
        KW_OK(open->query("INSERT INTO t(text) VALUES ('in the log still')", {}));
        KW_OK(at.desk.run(command::SetServiceManaged{at.server}));
        KW_OK(at.desk.run(command::RemoveAccessPolicy{at.vault, at.identity})); // without an override: nothing is lost
        m_clock.advance(Days(16));
        QVERIFY(at.due().failed.empty());
        KW_OK(open->query("SELECT * FROM t", {}));
        QCOMPARE(*at.count(one), 4);
    }

    void whatAnInterruptedChangeLeftIsTakenUp()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.prepare();
        const auto one = at.database("one");
        const auto two = at.database("two");
        at.desk.engine().settleBy({}); // as if the process had died right after the protector was set
        KW_OK(at.desk.run(at.protector()));
        QVERIFY(!at.databaseNow(one).wrappedBy);
        QCOMPARE(*at.count(one), 3); // meanwhile both kinds of wrap open
        // … or after the boot record was written and before it was noted.
        auto boot = test::must(protection::readBootRecord(at.folderOf(two), two));
        const auto dek = test::must(at.desk.keys().unwrapForPlatform("srv1", boot.wrapped));
        boot.by = WrappedBy{at.vault, at.key, at.version(), "uri"};
        boot.algorithm = WrapAlgorithm::RsaOaep256;
        boot.wrapped = test::must(at.desk.keys().wrap({at.identity, at.vault, at.key, at.version(), "test", {}},
                                                      WrapAlgorithm::RsaOaep256, dek));
        KW_OK(protection::writeBootRecords({{at.folderOf(two), boot}}, at.desk.store().folder()));
        QCOMPARE(*at.count(two), 3);
        const auto due = at.due();
        QVERIFY(due.failed.empty());
        for (const auto &id : {one, two}) {
            QVERIFY(at.databaseNow(id).wrappedBy->version == at.version());
            QCOMPARE(*at.count(id), 3);
        }
    }

    /// … or by whoever asks for it, at once.
    void whatAnInterruptedChangeLeftIsGoneOnWith()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.prepare();
        const auto one = at.database("one");
        at.desk.engine().settleBy({});
        KW_OK(at.desk.run(at.protector()));
        QVERIFY(someWrappedOtherwise(*at.desk.estate(), at.serverNow()));
        KW_OK(at.servers.rewrap(at.server, test::owner, {}));
        QVERIFY(at.databaseNow(one).wrappedBy->version == at.version());
        QVERIFY(!someWrappedOtherwise(*at.desk.estate(), at.serverNow()));
        const auto jobs = at.desk.estate()->jobs().size();
        KW_OK(at.servers.rewrap(at.server, test::owner, {})); // nothing to do, and no job of it
        QCOMPARE(at.desk.estate()->jobs().size(), jobs);
    }

    void aBootRecordThatIsDamagedHoldsUpNoOther()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.prepare();
        const auto one = at.database("one");
        const auto two = at.database("two");
        fs::resize_file(at.folderOf(one) / "boot", 40);
        KW_OK(at.desk.run(at.protector()));
        QVERIFY(!at.databaseNow(one).wrappedBy);
        QVERIFY(at.databaseNow(two).wrappedBy->version == at.version());
        QCOMPARE(*at.count(two), 3);
        const auto jobs = at.desk.estate();
        QVERIFY(std::ranges::any_of(jobs->jobs(), [](const auto &one_) {
            return workOf<RewrapWork>(*one_.second) && one_.second->state == JobState::Failed;
        }));
    }

    void TDE_5_aDatabaseMadeWhileTheProtectorChangesIsUnderTheNewOne()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk at(folder, m_clock);
        at.prepare();
        const auto script = folder / "long.sql";
        std::ofstream(script) << "CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT);"
                                 "INSERT INTO t(text) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n "
                                 "WHERE i < 400000) SELECT i FROM n;";
        Result<DatabaseId> made = fail(Code::Internal);
        std::atomic<bool> writing = false;
        std::atomic<bool> over = false;
        std::jthread making([&] {
            made = at.servers.create({.server = at.server,
                                      .name = test::must(DatabaseName::from("long")),
                                      .source = engine::NewDatabase::Source::Script,
                                      .file = script},
                                     test::owner, [&](const auto &) {
                                         writing = true;
                                         return true;
                                     });
            over = true;
        });
        while (!writing && !over) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        KW_OK(at.desk.run(at.protector()));
        QVERIFY(!over); // it was still being written
        making.join();
        KW_OK(made);
        QVERIFY(at.databaseNow(*made).wrappedBy->version == at.version());
        QCOMPARE(*at.count(*made), 400'000);
    }
};

QTEST_GUILESS_MAIN(TestProtector)
#include "tst_protector.moc"
