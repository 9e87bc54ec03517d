// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Jobs of whatever service: how they begin, tell of themselves, keep to a pace and end.

#include "tests/support/fixture.h"

#include "backend/engine/job_runner.h"

#include <chrono>
#include <fstream>

using namespace keyward;
using namespace keyward::estate;

class TestJobs : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    struct Scene {
        Scene(const std::filesystem::path &folder, const Clock &clock)
            : desk(folder, clock), resource(desk.resource("rsv1")), jobs(desk.engine(), desk.store().folder())
        {}
        engine::JobOrder order()
        {
            id = test::id<JobId>();
            return {.id = id,
                    .begin = {command::StartBackup{resource, id, test::id<PointId>(), "data", "/srv"}},
                    .actor = test::owner};
        }
        const Job &job() const { return *(last = desk.estate())->job(id); }
        std::optional<engine::Progress> live() const { return engine::JobLock::progress(desk.store_().folder(), id); }
        struct Desk : test::Desk {
            using test::Desk::Desk;
            keystore::SqliteStore &store_() const { return const_cast<Desk *>(this)->store(); }
        } desk;
        ResourceId resource;
        engine::JobRunner jobs;
        JobId id;
        mutable engine::EstatePtr last;
    };
    static Status end(Scene &scene)
    {
        return scene.desk.run(command::EndJob{scene.id, JobState::Succeeded, {}, {}, true}).transform([](const auto &) {
        });
    }

private Q_SLOTS:
    void whatFailsIsRecordedAndLeavesNothing()
    {
        Scene scene(m_folders.fresh(), m_clock);
        const auto data = scene.desk.store().folder() / "data";
        KW_REFUSED(scene.jobs.run(scene.order(), {},
                                  [&](const Job &, auto &) -> Status {
                                      std::filesystem::create_directory(data);
                                      return fail(Code::NoSpace, "/srv");
                                  }),
                   Code::NoSpace);
        QVERIFY(scene.job().state == JobState::Failed && scene.job().failure.contains("no room left"));
        QVERIFY(!std::filesystem::exists(data));
        KW_REFUSED(
            scene.jobs.run(scene.order(), {}, [](const Job &, auto &) -> Status { return fail(Code::Cancelled); }),
            Code::Cancelled);
        QVERIFY(scene.job().state == JobState::Cancelled);
    }

    void anErrorAfterTheDeedIsNoFailure()
    {
        Scene scene(m_folders.fresh(), m_clock);
        KW_OK(scene.jobs.run(scene.order(), {}, [&](const Job &, auto &) -> Status {
            KEYWARD_CHECK(end(scene));
            return fail(Code::Io, "/srv");
        }));
        QVERIFY(scene.job().state == JobState::Succeeded);
    }

    void aJobInDoubtIsLeftToWhoKnows()
    {
        Scene scene(m_folders.fresh(), m_clock);
        const auto data = scene.desk.store().folder() / "data";
        KW_REFUSED(scene.jobs.run(scene.order(), {},
                                  [&](const Job &, auto &) -> Status {
                                      std::filesystem::create_directory(data);
                                      return fail(Code::CommitInDoubt);
                                  }),
                   Code::CommitInDoubt);
        QVERIFY(scene.job().state == JobState::Running && std::filesystem::exists(data));
        KW_OK(scene.desk.engine().reapJobs()); // the next command
        QVERIFY(scene.job().state == JobState::Interrupted && !std::filesystem::exists(data));
    }

    void whatTheRulesRefuseDoesNotBegin()
    {
        Scene scene(m_folders.fresh(), m_clock);
        auto order = scene.order();
        order.begin.action =
            command::StartBackup{test::id<ResourceId>(), scene.id, test::id<PointId>(), "data", "/srv"};
        int refused = 0, worked = 0;
        order.refused = [&] { ++refused; };
        KW_REFUSED(scene.jobs.run(order, {},
                                  [&](const Job &, auto &) -> Status {
                                      ++worked;
                                      return {};
                                  }),
                   Code::NotFound);
        QCOMPARE(refused, 1);
        QCOMPARE(worked, 0);
    }

    void howFarItIsCanBeSeenFromOutside()
    {
        Scene scene(m_folders.fresh(), m_clock);
        engine::Progress told;
        KW_OK(scene.jobs.run(
            scene.order(),
            [&](const engine::Progress &progress) {
                told = progress;
                return true;
            },
            [&](const Job &, engine::JobProgress &progress) -> Status {
                if (!engine::JobLock::held(scene.desk.store().folder(), scene.id)) return fail(Code::Internal);
                progress.step("Sealing what is there, for longer than fits into the file of a lock");
                if (!progress({.bytes = 7, .files = 3})) return fail(Code::Cancelled);
                const auto live = scene.live();
                if (!live || live->bytes != 7 || live->files != 3) return fail(Code::Internal);
                if (!live->step.starts_with("Sealing what is there") || live->step.size() != 48)
                    return fail(Code::Internal);
                return end(scene);
            }));
        QVERIFY(told.bytes == 7 && told.step.starts_with("Sealing what"));
        QVERIFY(!engine::JobLock::held(scene.desk.store().folder(), scene.id));
        QVERIFY(!scene.live());
    }

    /// No faster than it was told to, and it can be stopped while it waits.
    void aJobKeepsToItsPace()
    {
        Scene scene(m_folders.fresh(), m_clock);
        auto order = scene.order();
        order.bytesPerSecond = 1000;
        const auto begun = std::chrono::steady_clock::now();
        KW_OK(scene.jobs.run(order, {}, [&](const Job &, engine::JobProgress &progress) -> Status {
            for (std::uint64_t bytes = 100; bytes <= 500; bytes += 100)
                if (!progress({.bytes = bytes, .files = 0})) return fail(Code::Cancelled);
            return end(scene);
        }));
        QVERIFY(std::chrono::steady_clock::now() - begun >= std::chrono::milliseconds(500));
        order = scene.order();
        order.bytesPerSecond = 1; // it would take an hour
        int asked = 0;
        KW_REFUSED(scene.jobs.run(
                       order, [&](const engine::Progress &) { return ++asked < 3; },
                       [&](const Job &, engine::JobProgress &progress) -> Status {
                           return progress({.bytes = 3600, .files = 0}) ? Status{} : fail(Code::Cancelled);
                       }),
                   Code::Cancelled);
        QCOMPARE(asked, 3);
    }

    void anotherProcessCanStopIt()
    {
        const auto folder = m_folders.fresh();
        Scene scene(folder, m_clock);
        test::Desk other(folder, m_clock);
        KW_REFUSED(scene.jobs.run(scene.order(), {},
                                  [&](const Job &, engine::JobProgress &progress) -> Status {
                                      KEYWARD_CHECK(other.engine().refresh());
                                      KEYWARD_CHECK(
                                          other.run(command::RequestCancel{scene.id}).transform([](const auto &) {}));
                                      while (progress({.bytes = 1, .files = 0})) QTest::qWait(50);
                                      return fail(Code::Cancelled);
                                  }),
                   Code::Cancelled);
        QVERIFY(scene.job().state == JobState::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
