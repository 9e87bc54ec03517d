// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A clock that goes back: entries keep their order, time goes on, what destroys waits, and it is said. Mend 19.

#include "tests/support/fixture.h"

#include "backend/estate/due.h"
#include "backend/estate/findings.h"

using namespace keyward;
using namespace keyward::estate;
using std::chrono::hours;
using std::chrono::minutes;

class TestClock : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;
    Millis m_elapsed{0};

    std::filesystem::path fresh() { return m_folders.fresh(); }
    /// An engine whose measured time is moved by hand too.
    std::unique_ptr<engine::Engine> engine(test::Desk &desk)
    {
        engine::Parts parts{desk.store(),      desk.custody(),       m_clock, *test::context(), test::context(),
                            test::catalogue(), desk.store().folder()};
        parts.elapsed = [this] { return m_elapsed; };
        return test::must(engine::Engine::open(std::move(parts)));
    }
    void pass(Millis time)
    {
        m_clock.advance(time);
        m_elapsed += time;
    }
    static command::CreateVault vault(const engine::Engine &engine, const char *name)
    {
        const auto &settings = engine.snapshot()->settings();
        return {test::id<VaultId>(),
                test::must(VaultName::from(name)),
                {test::must(Region::from("westeurope")), settings.tenant, settings.subscription, "default"},
                Tier::Standard,
                {},
                true,
                90};
    }
    static bool pointedOut(const engine::Engine &engine)
    {
        const auto all = findings(*engine.snapshot(), engine.assessment(), engine.now());
        return std::ranges::contains(all, std::string("clock"), &Finding::object);
    }

private Q_SLOTS:
    void init()
    {
        m_clock.set(*parseInstant("2026-11-21T12:00:00Z"));
        m_clock.setSynchronised(true);
        m_elapsed = hours(1);
    }

    void timeGoesOnWhileTheClockIsBehind()
    {
        test::Desk desk(fresh(), m_clock);
        const auto engine = this->engine(desk);
        KW_OK(engine->execute({vault(*engine, "kv1")}, test::owner));
        const auto start = m_clock.now();
        QVERIFY(engine->clockState().trusted());
        m_clock.advance(-Millis(Days(3)));
        QCOMPARE(engine->now(), start);
        QVERIFY(!engine->clockState().trusted());
        QCOMPARE(*engine->clockState().behind, Millis(Days(3)));
        QCOMPARE(engine->clockState().text(), std::string("is 3 days behind the last committed time"));
        pass(minutes(20));
        QCOMPARE(engine->now(), start + minutes(20));
        KW_OK(engine->execute({vault(*engine, "kv2")}, test::owner));
        QCOMPARE(test::must(engine->newest(1, 0))[0].time, start + minutes(20));
        pass(hours(2));
        QCOMPARE(engine->now(), start + minutes(20) + hours(2));
        // Somebody sets it right: on with the clock, and no doubt is left.
        m_clock.set(start + hours(3));
        QCOMPARE(engine->now(), start + hours(3));
        QVERIFY(engine->clockState().trusted());
    }

    void clocksOfTwoMachinesMayDifferALittle()
    {
        test::Desk desk(fresh(), m_clock);
        const auto engine = this->engine(desk);
        KW_OK(engine->execute({vault(*engine, "kv1")}, test::owner));
        m_clock.advance(-Millis(minutes(5)));
        QVERIFY(engine->clockState().trusted());
        KW_OK(engine->execute({vault(*engine, "kv2")}, test::owner));
        QVERIFY(!engine->snapshot()->settings().clockDoubt);
        m_clock.advance(-Millis(1));
        QVERIFY(!engine->clockState().trusted());
    }

    void whatDestroysWaitsAlsoForASynchronisedClock()
    {
        test::Desk desk(fresh(), m_clock);
        const auto engine = this->engine(desk);
        auto made = vault(*engine, "kv1");
        made.purgeProtection = false;
        KW_OK(engine->execute({made}, test::owner));
        const auto key = test::id<KeyId>();
        KW_OK(engine->execute(
            {command::CreateKey{
                key, made.id, test::must(KeyName::from("k")), {}, {test::id<VersionId>(), test::id<RecordId>()}}},
            test::owner));
        KW_OK(engine->execute({command::DeleteKey{key}}, test::owner));
        pass(Days(200)); // ahead, and something is committed there
        KW_OK(engine->execute({vault(*engine, "kv2")}, test::owner));
        m_clock.advance(-Millis(Days(200))); // a time server sets it right
        const auto refused = engine->execute({command::PurgeKey{key}}, test::owner);
        KW_REFUSED(refused, Code::ClockUntrusted);
        QVERIFY(message(refused.error()).contains("200 days behind"));
        QVERIFY2(engine->snapshot()->settings().clockDoubt, "the doubt is noted with the first thing that is written");
        QVERIFY(pointedOut(*engine));
        const auto due = engine->runDue();
        QCOMPARE(due.refused.size(), std::size_t(1)); // its retention is over by that later time
        QVERIFY(engine->snapshot()->key(key));
        KW_OK(engine->acceptClock(test::owner));
        QCOMPARE(engine->now(), m_clock.now());
        QVERIFY(engine->clockState().trusted() && !pointedOut(*engine));
        QVERIFY(engine->runDue().refused.empty());
        QVERIFY2(engine->snapshot()->key(key), "by the accepted time its retention goes on");
        KW_OK(engine->execute({command::PurgeKey{key}}, test::owner));
    }

    void theDoubtEndsWhenTheClockIsWhereItWas()
    {
        test::Desk desk(fresh(), m_clock);
        const auto engine = this->engine(desk);
        m_clock.setSynchronised(false); // nobody says that it is right
        KW_OK(engine->execute({vault(*engine, "kv1")}, test::owner));
        m_clock.advance(-Millis(hours(8)));
        KW_OK(engine->execute({vault(*engine, "kv2")}, test::owner));
        QVERIFY(engine->snapshot()->settings().clockDoubt);
        m_clock.advance(hours(9));
        m_elapsed += hours(1);
        KW_OK(engine->execute({vault(*engine, "kv3")}, test::owner));
        QVERIFY(!engine->snapshot()->settings().clockDoubt);
        QVERIFY(engine->clockState().trusted());
    }

    void CON_5_schedulesGoOnByMeasuredTime()
    {
        test::Desk desk(fresh(), m_clock);
        const auto engine = this->engine(desk);
        const auto resource = test::id<ResourceId>();
        const auto place = vault(*engine, "kv1").place;
        KW_OK(engine->execute(
            {command::CreateResource{
                resource, "recovery-services-vault", test::must(ResourceName::from("rsv1")), place, {}}},
            test::owner));
        BackupPolicy policy;
        policy.source = "/srv/data";
        policy.every = hours(6);
        KW_OK(engine->execute({command::SetBackupPolicy{resource, policy}}, test::owner));
        const auto run = [&] {
            KW_OK(engine->execute(
                {command::StartBackup{resource, test::id<JobId>(), test::id<PointId>(), "f", "/srv/data", false, true}},
                test::owner));
        };
        run();
        const auto due = [&] {
            return scheduleDue(policy.every, policyOf(*engine->snapshot()->resource(resource)).lastRun, engine->now());
        };
        QVERIFY(!due());
        m_clock.advance(-Millis(Days(30)));
        QVERIFY(!due());
        pass(hours(6));
        QVERIFY2(due(), "it would have waited for thirty days");
    }

    void CON_5_aRunAheadOfTheClockDoesNotHoldAScheduleUp()
    {
        const Instant now = m_clock.now();
        QVERIFY(scheduleDue(hours(6), now + Days(365), now)); // noted before the owner gave that time up
        QVERIFY(!scheduleDue(hours(6), now - hours(5), now));
        QVERIFY(scheduleDue(hours(6), now - hours(6), now));
        QVERIFY(!scheduleDue(Millis(0), {}, now));
    }

    void anotherProcessThatAcceptsIsBelieved()
    {
        const auto folder = fresh();
        test::Desk first(folder, m_clock);
        const auto engine = this->engine(first);
        pass(Days(3650));
        KW_OK(engine->execute({vault(*engine, "kv1")}, test::owner));
        m_clock.advance(-Millis(Days(3650)));
        QVERIFY(engine->now() > m_clock.now());
        test::Desk other(folder, m_clock);
        KW_OK(other.engine().acceptClock(test::owner));
        KW_OK(engine->refresh());
        QCOMPARE(engine->now(), m_clock.now());
        m_clock.advance(-Millis(hours(1))); // again: not back to the time that was given up
        QVERIFY(engine->now() < m_clock.now() + hours(2));
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
