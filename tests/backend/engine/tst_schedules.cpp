// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is due is carried out while a keystore is open, by one process at a time. Mend 13.

#include "tests/support/fixture.h"

#include "backend/engine/schedule_lock.h"
#include "backend/engine/scheduler.h"
#include "backend/estate/due.h"
#include "backend/protection/recovery_services_vault/backup_service.h"

#include <fstream>
#include <thread>

using namespace keyward;
using namespace keyward::estate;
namespace fs = std::filesystem;

/// As one process has it.
struct Process {
    explicit Process(const fs::path &folder, const Clock &clock)
        : desk(folder, clock), backups({desk.engine(), desk.keys(), test::context(), desk.store().folder()}),
          scheduler({desk.engine(), services, desk.store()})
    {
        services.add(backups);
    }
    engine::Scheduler::Outcome run()
    {
        return scheduler.run([](const auto &) { return true; });
    }
    std::size_t keyChanges() const
    {
        const auto estate = desk.estate();
        std::size_t out = 0;
        for (const auto &[id, job] : estate->jobs())
            out += workOf<KeyChangeWork>(*job) && job->state == JobState::Succeeded;
        return out;
    }
    test::Desk desk;
    protection::BackupService backups;
    engine::Services services;
    engine::Scheduler scheduler;
};

class TestSchedules : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;
    fs::path m_path;

    fs::path fresh()
    {
        m_path = m_folders.fresh();
        fs::create_directories(m_path / "source");
        fs::create_directories(m_path / "copies");
        std::ofstream(m_path / "source" / "file") << "x";
        return m_path;
    }
    BackupPolicy daily() const
    {
        BackupPolicy policy;
        policy.source = (m_path / "source").string();
        policy.every = Days(1);
        return policy;
    }
    std::size_t copies() const
    {
        const fs::directory_iterator entries(m_path / "copies");
        return static_cast<std::size_t>(std::distance(entries, fs::directory_iterator()));
    }

private Q_SLOTS:
    void BKP_13_aNewVersionIsInUseWithoutABackup()
    {
        Process one(fresh(), m_clock);
        const auto bound = one.desk.bound();
        const auto first = one.desk.estate()->key(bound.key)->latest().id;
        QVERIFY(one.run().done.empty());
        KW_OK(one.desk.run(one.desk.rotation(bound.key)));
        const auto second = one.desk.estate()->key(bound.key)->latest().id;
        const auto outcome = one.run();
        QCOMPARE(outcome.done.size(), std::size_t(1));
        QVERIFY(outcome.failed.empty());
        const auto binding = *one.desk.estate()->resource(bound.resource)->binding;
        QCOMPARE(binding.version, second);
        QVERIFY(binding.former == first);
        QCOMPARE(one.keyChanges(), std::size_t(2)); // BKP-14: the setting and the following
        const auto entry = test::must(one.desk.engine().newest(1, 0))[0];
        QCOMPARE(entry.principal, std::string("system"));
        QVERIFY(entry.result == engine::AuditEntry::Result::Success);
        QVERIFY(one.run().done.empty());
    }

    void BKP_13_whatIsPinnedOrDisabledIsNotFollowed()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto first = model.keyOf(bound.key).latest().id;
        const auto followed = [&]() -> std::optional<VersionId> {
            const auto *version = versionToFollow(model.estate, *model.estate.resource(bound.resource), model.now);
            const auto due = dueCommands(model.estate, model.now);
            const bool listed = std::ranges::any_of(due, [](const Command &command) {
                return std::holds_alternative<command::FollowNewVersion>(command.action);
            });
            if (listed != (version != nullptr)) test::giveUp({Code::Internal, "due", {"the two disagree"}, {}});
            return version ? std::optional(version->id) : std::nullopt;
        };
        const auto rotate = [&] {
            KW_OK(model.run(command::RotateKey{bound.key, {test::id<VersionId>(), test::id<RecordId>()}}));
        };
        QVERIFY(!followed());
        rotate();
        const auto second = model.keyOf(bound.key).latest().id;
        QVERIFY(followed() == second);
        KW_OK(model.run(command::UpdateKeyVersion{bound.key, second, false, {}, {}, {}, {}}));
        QVERIFY(!followed());
        KW_OK(model.run(
            command::UpdateKeyVersion{bound.key, second, true, std::optional(model.now + Days(1)), {}, {}, {}}));
        QVERIFY(!followed()); // not valid yet
        model.now += Days(1);
        QVERIFY(followed() == second);
        KW_OK(model.run(command::FollowNewVersion{bound.resource, test::id<JobId>()}));
        QVERIFY(!followed());
        // A version in use that is disabled is not left for its forerunner: that would undo what somebody decided.
        KW_OK(model.run(command::UpdateKeyVersion{bound.key, second, false, {}, {}, {}, {}}, true));
        QVERIFY(!followed());
        KW_REFUSED(model.run(command::FollowNewVersion{bound.resource, test::id<JobId>()}), Code::AlreadyExists);
        KW_OK(model.run(command::UpdateKeyVersion{bound.key, second, true, {}, {}, {}, {}}));
        auto pin = model.binding(bound.resource, bound.vault, bound.key);
        pin.version = first;
        KW_OK(model.run(pin));
        rotate();
        QVERIFY(!followed());
    }

    void CON_5_whatIsDueRunsByItselfWhileAKeystoreIsOpen()
    {
        Process one(fresh(), m_clock);
        const auto bound = one.desk.bound();
        KW_OK(one.desk.run(command::SetBackupPolicy{bound.resource, daily()}));
        KW_OK(one.desk.run(command::SetStoreBackup{StoreBackupSchedule{(m_path / "copies").string(), Days(1), 7, {}}}));
        KW_OK(one.desk.run(one.desk.rotation(bound.key)));
        const auto newest = one.desk.estate()->key(bound.key)->latest().id;
        one.scheduler.start(std::chrono::milliseconds(20));
        const auto comes = [](const std::function<bool()> &what) { return QTest::qWaitFor(what, 20'000); };
        const auto inUse = [&] { return one.desk.estate()->resource(bound.resource)->binding->version; };
        QVERIFY(comes([&] { return one.desk.estate()->points().size() == 1; }));
        QVERIFY(comes([&] { return copies() == 1; }));
        QVERIFY(comes([&] { return inUse() == newest; }));
        one.scheduler.stop();
        const auto entries = one.desk.engine().checkpoint().sequence;
        QTest::qWait(100);
        QCOMPARE(one.desk.engine().checkpoint().sequence, entries); // stopped, and nothing is due twice
        QCOMPARE(one.desk.estate()->points().size(), std::size_t(1));
    }

    void CON_5_downtimeIsCaughtUpOnce()
    {
        Process one(fresh(), m_clock);
        const auto bound = one.desk.bound();
        KW_OK(one.desk.run(command::SetBackupPolicy{bound.resource, daily()}));
        QCOMPARE(one.run().done.size(), std::size_t(1));
        QCOMPARE(one.run().done.size(), std::size_t(0));
        m_clock.advance(Days(10));
        QCOMPARE(one.run().done.size(), std::size_t(1));
        QCOMPARE(one.run().done.size(), std::size_t(0));
    }

    void oneProcessIsAtItAtATime()
    {
        Process one(fresh(), m_clock);
        const auto bound = one.desk.bound();
        KW_OK(one.desk.run(command::SetBackupPolicy{bound.resource, daily()}));
        {
            const auto held = test::must(engine::ScheduleLock::acquire(one.desk.store().folder()));
            const auto outcome = one.run();
            QVERIFY(outcome.elsewhere && outcome.done.empty() && outcome.failed.empty());
            QVERIFY(one.desk.estate()->points().empty());
        }
        Process other(m_path, m_clock);
        std::atomic<std::size_t> made{0};
        {
            std::vector<std::jthread> threads;
            for (auto *process : {&one, &other})
                threads.emplace_back([&made, process] {
                    for (int i = 0; i < 20; ++i) made += process->run().done.size();
                });
        }
        QCOMPARE(made.load(), std::size_t(1));
        KW_OK(one.desk.engine().refresh());
        QCOMPARE(one.desk.estate()->points().size(), std::size_t(1));
    }

    void copiesOfTheKeystoreAreKeptAsTheScheduleSays_data()
    {
        QTest::addColumn<unsigned>("keep");
        QTest::addColumn<std::size_t>("left");
        QTest::newRow("two") << 2u << std::size_t(2);
        QTest::newRow("all") << 0u << std::size_t(5);
    }
    void copiesOfTheKeystoreAreKeptAsTheScheduleSays()
    {
        QFETCH(unsigned, keep);
        QFETCH(std::size_t, left);
        Process one(fresh(), m_clock);
        KW_OK(one.desk.run(
            command::SetStoreBackup{StoreBackupSchedule{(m_path / "copies").string(), Days(1), keep, {}}}));
        const auto own = "keyward-" + one.desk.store().id().text().substr(0, 8) + "-2020-01-01T000000Z";
        const std::vector<fs::path> others{m_path / "copies/keyward-00000000-2020-01-01T000000Z.keyward",
                                           m_path / "copies" / (own + ".txt")};
        for (const auto &other : others) std::ofstream(other) << "another one's";
        for (int i = 0; i < 5; ++i) {
            const auto outcome = one.run();
            QCOMPARE(outcome.done.size(), std::size_t(1));
            QVERIFY(outcome.failed.empty());
            m_clock.advance(Days(1));
        }
        for (const auto &other : others) QVERIFY2(fs::remove(other), other.c_str()); // only its own are dropped
        QCOMPARE(copies(), left);
        fs::path newest;
        for (const auto &entry : fs::directory_iterator(m_path / "copies")) newest = std::max(newest, entry.path());
        KW_OK(keystore::SqliteStore::open(one.desk.environment(), newest, test::typed(test::Desk::passphrase), true));
    }

    void whatFailsIsInTheLogOnceAnHourAndTriedAgain()
    {
        Process one(fresh(), m_clock);
        KW_OK(one.desk.run(command::SetStoreBackup{StoreBackupSchedule{(m_path / "copies").string(), Days(1), 7, {}}}));
        fs::rename(m_path / "copies", m_path / "away");
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(one.run().failed.size(), std::size_t(1));
            m_clock.advance(std::chrono::minutes(1));
        }
        const auto failures = [&] {
            const auto log = test::must(one.desk.engine().newest(100, 0));
            return std::ranges::count_if(log, [](const engine::AuditEntry &entry) {
                return entry.result == engine::AuditEntry::Result::Failed;
            });
        };
        QCOMPARE(failures(), 1);
        m_clock.advance(std::chrono::hours(1));
        QCOMPARE(one.run().failed.size(), std::size_t(1));
        QCOMPARE(failures(), 2);
        fs::rename(m_path / "away", m_path / "copies");
        QCOMPARE(one.run().done.size(), std::size_t(1));
    }

    void whatHasToWaitIsNoEntryEachMinute()
    {
        Process one(fresh(), m_clock);
        const auto key = one.desk.key(one.desk.vault("kv1", true), "k");
        KW_OK(one.desk.run(command::DeleteKey{key}));
        m_clock.setSynchronised(false);
        m_clock.advance(Days(91));
        QCOMPARE(one.run().failed.size(), std::size_t(1));
        const auto entries = one.desk.engine().checkpoint().sequence;
        for (int i = 0; i < 5; ++i) QCOMPARE(one.run().failed.front().code, Code::ClockUntrusted);
        QCOMPARE(one.desk.engine().checkpoint().sequence, entries);
        m_clock.setSynchronised(true);
        QCOMPARE(one.run().done.size(), std::size_t(1));
        QVERIFY(!one.desk.estate()->key(key));
    }

    /// Each run of the command is a process of its own; the clock was set back by three days.
    void CON_5_schedulesGoOnFromProcessToProcessWhileTheClockIsBehind()
    {
        const auto folder = fresh();
        m_clock.set(*parseInstant("2026-11-21T12:00:00Z"));
        m_clock.setSynchronised(false);
        Process(folder, m_clock)
            .desk.run(command::SetStoreBackup{StoreBackupSchedule{(m_path / "copies").string(), Days(1), 0, {}}});
        Millis elapsed = std::chrono::hours(5);
        const auto run = [&] {
            test::Desk desk(folder, m_clock);
            engine::Parts parts{desk.store(),      desk.custody(),       m_clock, *test::context(), test::context(),
                                test::catalogue(), desk.store().folder()};
            parts.elapsed = [&] { return elapsed; };
            const auto engine = test::must(engine::Engine::open(std::move(parts)));
            protection::BackupService backups({*engine, desk.keys(), test::context(), desk.store().folder()});
            engine::Services services;
            services.add(backups);
            (void)engine::Scheduler({*engine, services, desk.store()}).run([](const auto &) { return true; });
        };
        run();
        QCOMPARE(copies(), std::size_t(1));
        m_clock.set(*parseInstant("2026-11-18T12:00:00Z"));
        for (int i = 0; i < 23; ++i) {
            elapsed += std::chrono::hours(1);
            run();
        }
        QCOMPARE(copies(), std::size_t(1));
        elapsed += std::chrono::hours(2);
        run();
        QCOMPARE(copies(), std::size_t(2));
        for (int i = 0; i < 3; ++i) {
            elapsed += std::chrono::hours(1);
            run();
        }
        QCOMPARE(copies(), std::size_t(2)); // and none too soon
        // What was measured since another start of the machine says nothing.
        const auto lock = m_path / "s.keyward.d" / "schedule.lock";
        std::string text;
        std::getline(std::ifstream(lock), text);
        std::ofstream(lock) << "0" + text.substr(1) << '\n';
        elapsed += Days(2);
        run();
        QCOMPARE(copies(), std::size_t(2));
    }

    void closingCancelsABackupUnderWay()
    {
        Process one(fresh(), m_clock);
        const auto bound = one.desk.bound();
        for (int i = 0; i < 200; ++i) std::ofstream(m_path / "source" / std::to_string(i)) << std::string(100'000, 'x');
        KW_OK(one.desk.run(command::SetBackupPolicy{bound.resource, daily()}));
        const auto outcome = one.scheduler.run([](const auto &) { return false; });
        QCOMPARE(outcome.failed.size(), std::size_t(1));
        QVERIFY(outcome.failed[0].code == Code::Cancelled);
        QVERIFY(one.desk.estate()->points().empty());
        for (const auto &entry : fs::directory_iterator(one.desk.store().folder()))
            QVERIFY2(!entry.is_directory(), entry.path().c_str());
    }
};

QTEST_GUILESS_MAIN(TestSchedules)
#include "tst_schedules.moc"
