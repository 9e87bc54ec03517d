// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/sql_desk.h"

using namespace keyward;
using namespace keyward::estate;
namespace fs = std::filesystem;
using std::chrono::hours;

/// What happens to databases when the server cannot use its key, and how it heals; the clock is moved by hand.
class TestAccessLoss : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    static std::size_t calls(test::SqlDesk &at)
    {
        const auto log = test::must(at.desk.engine().newest(100'000, 0));
        return static_cast<std::size_t>(std::ranges::count_if(
            log, [](const auto &entry) { return entry.operation == "unwrapKey" || entry.operation == "wrapKey"; }));
    }
    static command::UpdateKeyVersion enabled(test::SqlDesk &at, bool on)
    {
        return {at.key, at.version(), on, {}, {}, {}, {}};
    }

private Q_SLOTS:
    void TDE_5_theVaultIsAskedAtStartAtRolloverAndEverySixHours()
    {
        const auto folder = m_folders.fresh();
        {
            test::SqlDesk at(folder, m_clock);
            at.prepare();
            const auto before = calls(at);
            KW_OK(at.desk.run(at.protector())); // at rollover, also where there is no data key to wrap
            QVERIFY(calls(at) > before);
            at.database("one");
            (void)at.due(); // the start of this process is behind it: it was asked just now
            auto asked = calls(at);
            m_clock.advance(hours(5));
            (void)at.due();
            QCOMPARE(calls(at), asked);
            m_clock.advance(hours(1));
            (void)at.due();
            QCOMPARE(calls(at), ++asked);
            (void)at.due();
            QCOMPARE(calls(at), asked);
        }
        const auto asks = [&] {
            test::SqlDesk again(folder, m_clock);
            const auto before = calls(again);
            (void)again.due();
            return calls(again) - before;
        };
        QCOMPARE(asks(), std::size_t(0)); // a timer that starts a process every minute is no restart
        m_clock.advance(std::chrono::minutes(15));
        QCOMPARE(asks(), std::size_t(1)); // at restart
    }

    void TDE_5_theNewerRulesAskEveryHour()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock, "srv1", "sql-server-2");
        at.protect();
        at.database("one");
        (void)at.due();
        const auto asked = calls(at);
        m_clock.advance(std::chrono::minutes(59));
        (void)at.due();
        QCOMPARE(calls(at), asked);
        m_clock.advance(std::chrono::minutes(1));
        (void)at.due();
        QCOMPARE(calls(at), asked + 1);
    }

    void TDE_4_revokingCutsConnectionsAndPlainDatabasesStay()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto one = at.database("one");
        const auto plain = at.database("plain", false);
        const auto open = test::must(at.servers.connect(one));
        const auto openPlain = test::must(at.servers.connect(plain));
        KW_OK(open->query("SELECT * FROM t", {}));
        KW_OK(at.desk.run(command::RemoveAccessPolicy{at.vault, at.identity}, true));
        (void)at.due(); // the rules already say that it lost access: it is asked at once
        QVERIFY(!open->isOpen());
        KW_REFUSED(open->query("SELECT * FROM t", {}), Code::DatabaseInaccessible);
        KW_REFUSED(at.servers.connect(one), Code::DatabaseInaccessible);
        KW_OK(openPlain->query("SELECT * FROM t", {})); // TDE-6: untouched
        QCOMPARE(*at.count(plain), 3);
    }

    void TDE_4_aQueryUnderWayIsStopped()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto one = at.database("one");
        const auto open = test::must(at.servers.connect(one));
        Result<engine::SqlRows> endless = fail(Code::Internal);
        std::atomic<bool> runs = false;
        std::jthread querying([&] {
            endless = open->query(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n", {.goOn = [&] {
                    runs = true;
                    return true;
                }});
        });
        while (!runs) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        KW_OK(at.desk.run(enabled(at, false), true));
        (void)at.servers.checkAccess(at.server);
        querying.join();
        KW_REFUSED(endless, Code::DatabaseInaccessible);
    }

    void TDE_4_otherProcessesLoseTheirConnectionsToo()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk here(folder, m_clock);
        here.protect();
        const auto one = here.database("one");
        test::SqlDesk other(folder, m_clock);
        const auto open = test::must(other.servers.connect(one));
        KW_OK(here.desk.run(enabled(here, false), true));
        (void)here.due();
        KW_OK(other.desk.engine().refresh()); // as each process does every few seconds
        QVERIFY(!open->isOpen());
        KW_REFUSED(open->query("SELECT 1", {}), Code::DatabaseInaccessible);
    }

    void noDataKeyOutlivesTheAnswerOfTheVault()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk here(folder, m_clock);
        here.protect();
        const auto one = here.database("one");
        const auto open = test::must(here.servers.connect(one));
        {
            test::SqlDesk other(folder, m_clock); // where nobody looks at this process
            KW_OK(other.desk.run(command::RemoveAccessPolicy{here.vault, here.identity}, true));
        }
        KW_OK(open->query("SELECT 1", {})); // nobody told it yet
        m_clock.advance(hours(6));
        KW_REFUSED(open->query("SELECT 1", {}), Code::DatabaseInaccessible);
        QVERIFY(!open->isOpen());
    }

    void TDE_6_kindsOfLossAreToldApart_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<int>("kind");
        const auto refused = int(AccessLoss::Kind::Refused);
        QTest::newRow("policy removed") << 0 << refused;
        QTest::newRow("key disabled") << 1 << refused;
        QTest::newRow("identity deleted") << 2 << refused;
        QTest::newRow("firewall") << 3 << int(AccessLoss::Kind::Unreachable);
        QTest::newRow("expired") << 4 << int(AccessLoss::Kind::Expired);
    }
    void TDE_6_kindsOfLossAreToldApart()
    {
        QFETCH(const int, how);
        QFETCH(const int, kind);
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto one = at.database("one");
        std::optional<Action> back;
        switch (how) {
        case 0:
            KW_OK(at.desk.run(command::RemoveAccessPolicy{at.vault, at.identity}, true));
            back = command::SetAccessPolicy{at.vault, at.identity,
                                            test::must(PermissionSet::from("get,wrapKey,unwrapKey"))};
            break;
        case 1:
            KW_OK(at.desk.run(enabled(at, false), true));
            back = enabled(at, true);
            break;
        case 2: // TDE-10; one that is made anew has to be granted anew
            KW_OK(at.desk.run(command::DisableIdentity{at.server}, true));
            break;
        case 3: {
            command::SetFirewall closed{at.vault};
            closed.access = Firewall::Access::Disabled;
            closed.trustedServices = false;
            KW_OK(at.desk.run(closed, true));
            command::SetFirewall open{at.vault};
            open.trustedServices = true;
            back = open;
            break;
        }
        default: // TDE-9: its vault would still unwrap (VLT-5)
            KW_OK(at.desk.run(
                command::UpdateKeyVersion{
                    at.key, at.version(), {}, {}, std::optional(m_clock.now() + hours(2)), {}, {}},
                true));
            m_clock.advance(hours(2));
            back = command::UpdateKeyVersion{at.key, at.version(), {}, {}, std::optional<Instant>(), {}, {}};
        }
        (void)at.due();
        const auto lost = at.serverNow();
        QVERIFY(lost.loss);
        QCOMPARE(int(lost.loss->kind), kind);
        QVERIFY(!lost.loss->reason.empty());
        KW_REFUSED(at.servers.connect(one), Code::DatabaseInaccessible);
        m_clock.advance(hours(23)); // in time
        if (back) {
            KW_OK(at.desk.run(*back));
        } else {
            const auto fresh = at.desk.identity(at.server);
            at.desk.grant(at.vault, fresh, "get,wrapKey,unwrapKey");
        }
        const auto healed = at.due();
        QVERIFY2(healed.failed.empty(), healed.failed.empty() ? "" : message(healed.failed.front()).c_str());
        QVERIFY(!at.serverNow().loss);
        QCOMPARE(*at.count(one), 3);
    }

    void TDE_6_afterADayWhatIsEncryptedIsDropped()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto one = at.database("one");
        const auto plain = at.database("plain", false);
        const auto pages = at.folderOf(one);
        KW_OK(at.desk.run(command::RemoveAccessPolicy{at.vault, at.identity}, true));
        (void)at.due();
        m_clock.advance(hours(24) - Millis(1));
        (void)at.due();
        QVERIFY(at.desk.estate()->database(one));
        m_clock.advance(Millis(1));
        const auto dropped = at.due();
        QVERIFY(std::ranges::any_of(dropped.done, [](const auto &line) { return line.contains("srv1/one"); }));
        QVERIFY(!at.desk.estate()->database(one));
        QVERIFY(!fs::exists(pages));
        QCOMPARE(*at.count(plain), 3);
    }

    void TDE_6_droppedIntoARecoverableAreaOnlyIfThatWasChosenBefore()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto one = at.database("one");
        KW_OK(at.desk.run(command::SetDropRule{at.server, Days(14)}));
        KW_OK(at.desk.run(command::RemoveAccessPolicy{at.vault, at.identity}, true));
        (void)at.due();
        m_clock.advance(hours(25));
        (void)at.due();
        QVERIFY(at.databaseNow(one).dropped->byLoss);
        at.desk.grant(at.vault, at.identity, "get,wrapKey,unwrapKey");
        (void)at.due();
        KW_OK(at.desk.run(command::RecoverDatabase{one}));
        QCOMPARE(*at.count(one), 3);
    }

    void TDE_6_whoComesLateAsksOnceMoreBeforeAnythingIsDropped()
    {
        const auto folder = m_folders.fresh();
        DatabaseId one;
        {
            test::SqlDesk at(folder, m_clock);
            at.protect();
            one = at.database("one");
            KW_OK(at.desk.run(enabled(at, false), true));
            (void)at.due();
            at.desk.engine().settleBy({});
            KW_OK(at.desk.run(enabled(at, true))); // and then nobody had the keystore open for days
        }
        m_clock.advance(Days(5));
        test::SqlDesk at(folder, m_clock);
        (void)at.due();
        QVERIFY(!at.serverNow().loss);
        QCOMPARE(*at.count(one), 3);
    }

    void TDE_6_underTheNewerRulesNothingIsDropped()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock, "srv1", "sql-server-2");
        at.protect();
        const auto one = at.database("one");
        KW_OK(at.desk.run(enabled(at, false), true));
        (void)at.due();
        m_clock.advance(Days(30));
        (void)at.due();
        QVERIFY(at.desk.estate()->database(one));
        KW_OK(at.desk.run(enabled(at, true)));
        (void)at.due();
        QCOMPARE(*at.count(one), 3);
    }

    void aClockThatJumpedDropsNothing()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto one = at.database("one");
        KW_OK(at.desk.run(enabled(at, false), true));
        (void)at.due();
        m_clock.setSynchronised(false);
        m_clock.advance(Days(3));
        const auto due = at.due();
        m_clock.setSynchronised(true);
        QVERIFY(std::ranges::any_of(due.failed, [](const Error &error) { return error.code == Code::ClockUntrusted; }));
        QVERIFY(at.desk.estate()->database(one));
    }

    void whatIsNoAnswerOfTheVaultIsNoLoss()
    {
        for (const auto code :
             {Code::AuditUnwritable, Code::NoSpace, Code::Io, Code::SecretHeapFull, Code::UnwrapFailed,
              Code::CommitInDoubt, Code::ReadOnly, Code::Busy, Code::Internal, Code::CryptoFailed})
            QVERIFY2(!protection::lossIn({code, {}, {}, {}}), std::string(codeName(code)).c_str());
        // A data key that does not open is damage of that database, and says nothing about the server's access.
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto one = at.database("one");
        auto boot = test::must(protection::readBootRecord(at.folderOf(one), one));
        boot.wrapped[10] ^= 1;
        KW_OK(protection::writeBootRecords({{at.folderOf(one), boot}}, at.desk.store().folder()));
        KW_REFUSED(at.servers.connect(one), Code::DatabaseDamaged);
        KW_OK(at.servers.checkAccess(at.server));
        QVERIFY(!at.serverNow().loss);
    }

    void aConnectionThatIsRefusedSaysWhyAndUntilWhen()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto one = at.database("one");
        KW_OK(at.desk.run(enabled(at, false), true));
        KW_REFUSED(at.servers.connect(one), Code::DatabaseInaccessible); // and found out by this (P5)
        QVERIFY(at.serverNow().loss);
        const auto again = at.servers.connect(one);
        KW_REFUSED(again, Code::DatabaseInaccessible);
        QVERIFY(message(again.error()).contains("disabled"));
        QVERIFY2(!message(again.error()).contains(".."), message(again.error()).c_str());
        QVERIFY(message(again.error()).contains("dropped at " + isoText(m_clock.now() + hours(24))));
        KW_OK(at.desk.run(enabled(at, true)));
        KW_OK(at.servers.connect(one)); // given back, it heals with the next connection
        QVERIFY(!at.serverNow().loss);
    }
};

QTEST_GUILESS_MAIN(TestAccessLoss)
#include "tst_access_loss.moc"
