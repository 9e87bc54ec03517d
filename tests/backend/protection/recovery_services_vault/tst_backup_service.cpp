// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/protection/recovery_services_vault/backup_service.h"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <random>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace keyward;
using namespace keyward::estate;
namespace fs = std::filesystem;

class TestBackupService : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;
    fs::path m_path;

    fs::path fresh()
    {
        m_path = m_folders.fresh();
        fs::create_directories(m_path / "source");
        return m_path;
    }
    protection::BackupService service(test::Desk &desk) const
    {
        return protection::BackupService({desk.engine(), desk.keys(), test::context(), desk.store().folder()});
    }
    fs::path source() const { return m_path / "source"; }
    static void write(const fs::path &file, const std::string &text)
    {
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    }
    static std::string noise(std::size_t size)
    {
        std::mt19937 generator(7);
        std::string out(size, '\0');
        for (auto &c : out) c = static_cast<char>(generator());
        return out;
    }
    static int compare(const fs::path &a, const fs::path &b)
    {
        return std::system(("diff -r --no-dereference '" + a.string() + "' '" + b.string() + "'").c_str());
    }
    static std::size_t foldersIn(test::Desk &desk)
    {
        return static_cast<std::size_t>(std::ranges::count_if(fs::directory_iterator(desk.store().folder()),
                                                              [](const auto &entry) { return entry.is_directory(); }));
    }

private Q_SLOTS:
    void BKP_1_theDataKeyIsFreshAndWrappedByTheBoundVersion()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "contents that must not be seen");
        const auto bound = desk.bound();
        const auto plain = desk.resource("plain");
        auto backups = service(desk);
        const auto first = test::must(backups.backUp({bound.resource, source()}, test::owner, {}));
        const auto second = test::must(backups.backUp({bound.resource, source()}, test::owner, {}));
        const auto platform = test::must(
            backups.backUp({plain, source()}, test::owner, {})); // the backup's key may differ from the source's
        const auto estate = desk.estate();
        QVERIFY(estate->point(first)->wrappedBy->version == estate->key(bound.key)->latest().id);
        QVERIFY(!estate->point(platform)->wrappedBy);
        QVERIFY(estate->point(first)->wrappedDek != estate->point(second)->wrappedDek);
        const auto dek = test::must(
            desk.keys().unwrap(desk.request(bound), WrapAlgorithm::RsaOaep256, estate->point(first)->wrappedDek));
        const auto other = test::must(
            desk.keys().unwrap(desk.request(bound), WrapAlgorithm::RsaOaep256, estate->point(second)->wrappedDek));
        QCOMPARE(dek.size(), std::size_t(32)); // AES-256
        QVERIFY(!dek.sameAs(other));
        for (const auto &entry : fs::recursive_directory_iterator(desk.store().folder())) {
            if (!entry.is_regular_file()) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string bytes(std::istreambuf_iterator<char>(in), {});
            QVERIFY(bytes.find("must not be seen") == std::string::npos);
            struct stat info{};
            ::stat(entry.path().c_str(), &info);
            QCOMPARE(info.st_mode & 077u, 0u);
        }
        for (const auto &point : {first, second, platform}) {
            KW_OK(backups.restore({point, m_path / point.text()}, test::owner, {}));
            QCOMPARE(compare(source(), m_path / point.text()), 0);
        }
    }

    void everythingAboutAFolderComesBack()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "plain", "hello");
        write(source() / "deep/er/still", noise(3'000'000));
        write(source() / "empty", "");
        write(source() / std::string("not\xff\xfeutf8"), "odd name");
        write(source() / std::string(200, 'n'), "long name");
        write(source() / ("deep/" + std::string(120, 'x') + "/" + std::string(120, 'y')), "long path");
        fs::create_directory(source() / "empty folder");
        fs::create_symlink("plain", source() / "link");
        fs::create_symlink("/nowhere/at all", source() / "dangling");
        fs::create_hard_link(source() / "plain", source() / "hard");
        write(source() / "sparse", "");
        fs::resize_file(source() / "sparse", 50u << 20);
        {
            std::fstream(source() / "sparse", std::ios::in | std::ios::out | std::ios::binary).seekp(30u << 20)
                << "island";
        }
        fs::permissions(source() / "plain", fs::perms(0640));
        fs::permissions(source() / "deep", fs::perms(0750));
        const timespec times[2] = {{1'000'000'000, 123'000'000}, {1'100'000'000, 456'000'000}};
        ::utimensat(AT_FDCWD, (source() / "plain").c_str(), times, 0);
        ::utimensat(AT_FDCWD, (source() / "link").c_str(), times, AT_SYMLINK_NOFOLLOW);
        ::utimensat(AT_FDCWD, (source() / "empty folder").c_str(), times, 0);
        const auto bound = desk.bound();
        auto backups = service(desk);
        const auto point = test::must(backups.backUp({bound.resource, source()}, test::owner, {}));
        QVERIFY(desk.estate()->point(point)->warnings.empty());
        const auto target = m_path / "target";
        KW_OK(backups.restore({point, target}, test::owner, {}));
        QCOMPARE(compare(source(), target), 0);
        struct stat was{}, is{};
        for (const auto *name : {"plain", "deep", "link", "empty folder", "sparse"}) {
            ::lstat((source() / name).c_str(), &was);
            ::lstat((target / name).c_str(), &is);
            QCOMPARE(is.st_mode, was.st_mode);
            QCOMPARE(is.st_mtim.tv_sec, was.st_mtim.tv_sec);
            QCOMPARE(is.st_mtim.tv_nsec, was.st_mtim.tv_nsec);
        }
        QVERIFY(is.st_blocks * 512 < 1 << 20); // the hole is a hole again
        ::stat((target / "plain").c_str(), &is);
        ::stat((target / "hard").c_str(), &was);
        QCOMPARE(is.st_ino, was.st_ino);
    }

    void singleFilesAreRestoredAndVerified()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "a/one", "1");
        write(source() / "a/two", "2");
        write(source() / "b/three", noise(2'500'000));
        const auto bound = desk.bound();
        auto backups = service(desk);
        const auto point = test::must(backups.backUp({bound.resource, source()}, test::owner, {}));
        KW_OK(backups.restore({point, m_path / "t1", {"a/one"}}, test::owner, {}));
        QVERIFY(fs::exists(m_path / "t1/a/one") && !fs::exists(m_path / "t1/a/two") && !fs::exists(m_path / "t1/b"));
        KW_OK(backups.restore({point, m_path / "t2", {"a"}}, test::owner, {}));
        QVERIFY(fs::exists(m_path / "t2/a/one") && fs::exists(m_path / "t2/a/two") && !fs::exists(m_path / "t2/b"));
        KW_REFUSED(backups.restore({point, m_path / "t3", {"nothing"}}, test::owner, {}), Code::NothingMatched);
        QVERIFY(!fs::exists(m_path / "t3"));
        // Damage far behind the wanted file is found all the same.
        const auto data = desk.store().folder() / desk.estate()->point(point)->folder / "data";
        std::fstream file(data, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(-20, std::ios::end) << 'X';
        file.close();
        KW_REFUSED(backups.restore({point, m_path / "t4", {"a/one"}}, test::owner, {}), Code::SegmentDamaged);
        QVERIFY(!fs::exists(m_path / "t4"));
        KW_REFUSED(backups.check(point), Code::SegmentDamaged);
    }

    void restoreTakesOnlyNewOrEmptyTargets()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "x");
        const auto bound = desk.bound();
        auto backups = service(desk);
        const auto point = test::must(backups.backUp({bound.resource, source()}, test::owner, {}));
        write(m_path / "full/mine", "precious");
        KW_REFUSED(backups.restore({point, m_path / "full"}, test::owner, {}), Code::TargetNotEmpty);
        QVERIFY(fs::exists(m_path / "full/mine"));
        fs::create_directory(m_path / "empty");
        KW_OK(backups.restore({point, m_path / "empty"}, test::owner, {}));
        QCOMPARE(compare(source(), m_path / "empty"), 0);
        KW_REFUSED(backups.restore({point, m_path / "no/such/parent"}, test::owner, {}), Code::Io);
        KW_OK(backups.restore({point, (m_path / "slash").string() + "/"}, test::owner, {}));
        QVERIFY(fs::exists(m_path / "slash/file"));
    }

    void VLT_5_withoutTheKeyNothingIsRestoredAndItHeals_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("access removed") << 0;
        QTest::newRow("version disabled") << 1;
        QTest::newRow("key deleted") << 2;
    }
    void VLT_5_withoutTheKeyNothingIsRestoredAndItHeals()
    {
        QFETCH(int, how);
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", noise(100'000));
        const auto bound = desk.bound();
        auto backups = service(desk);
        const auto point = test::must(backups.backUp({bound.resource, source()}, test::owner, {}));
        const auto version = desk.estate()->key(bound.key)->latest().id;
        const Action breakages[] = {command::RemoveAccessPolicy{bound.vault, bound.principal},
                                    command::UpdateKeyVersion{bound.key, version, false, {}, {}, {}, {}},
                                    command::DeleteKey{bound.key}};
        const Action cures[] = {command::SetAccessPolicy{bound.vault, bound.principal,
                                                         test::must(PermissionSet::from("get,list,wrapKey,unwrapKey"))},
                                command::UpdateKeyVersion{bound.key, version, true, {}, {}, {}, {}},
                                command::RecoverKey{bound.key}};
        KW_OK(desk.run(breakages[how], true));
        QVERIFY(!backups.restore({point, m_path / "target"}, test::owner, {}));
        QVERIFY(!backups.backUp({bound.resource, source()}, test::owner, {}));
        QVERIFY(!fs::exists(m_path / "target"));
        QCOMPARE(desk.estate()->points().size(), std::size_t(1));
        KW_OK(desk.run(cures[how]));
        KW_OK(backups.restore({point, m_path / "target"}, test::owner, {}));
        QCOMPARE(compare(source(), m_path / "target"), 0);
    }

    void BKP_13_rotationIsFollowedAndOldPointsNeedTheirVersion()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "x");
        const auto bound = desk.bound();
        auto backups = service(desk);
        const auto before = test::must(backups.backUp({bound.resource, source()}, test::owner, {}));
        KW_OK(desk.run(desk.rotation(bound.key)));
        const auto after = test::must(backups.backUp({bound.resource, source()}, test::owner, {}));
        const auto estate = desk.estate();
        const auto *key = estate->key(bound.key);
        QVERIFY(estate->point(before)->wrappedBy->version == key->versions[0].id);
        QVERIFY(estate->point(after)->wrappedBy->version == key->versions[1].id);
        KW_REFUSED(desk.run(command::UpdateKeyVersion{bound.key, key->versions[0].id, false, {}, {}, {}, {}}),
                   Code::LiveClaims);
        KW_OK(desk.run(command::DeletePoint{before}));
        KW_OK(desk.run(command::UpdateKeyVersion{bound.key, key->versions[0].id, false, {}, {}, {}, {}}));
        KW_OK(backups.restore({after, m_path / "target"}, test::owner, {}));
    }

    void BKP_2_aFailedAttemptBarsTheKeyForGood()
    {
        test::Desk desk(fresh(), m_clock);
        const auto plain = desk.resource("plain");
        auto backups = service(desk);
        KW_REFUSED(backups.backUp({plain, m_path / "no such folder"}, test::owner, {}), Code::SourceMissing);
        QVERIFY(desk.estate()->resource(plain)->protectionAttempted);
        const auto vault = desk.vault("kv1");
        desk.grant(vault, desk.identity(plain));
        KW_REFUSED(desk.run(command::SetKey{plain, vault, desk.key(vault, "cmk"), {}, {}, test::id<JobId>()}),
                   Code::CmkAfterProtection);
    }

    void BKP_14_jobsTellHowTheyEnded()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "x");
        const auto bound = desk.bound();
        auto backups = service(desk);
        KW_OK(backups.backUp({bound.resource, source()}, test::owner, {}));
        KW_REFUSED(backups.backUp({bound.resource, m_path / "gone"}, test::owner, {}), Code::SourceMissing);
        std::map<JobState, int> states;
        const auto estate = desk.estate();
        for (const auto &[id, job] : estate->jobs())
            if (workOf<BackupWork>(*job)) {
                ++states[job->state];
                QVERIFY(job->finished);
                if (job->state == JobState::Failed) QVERIFY(job->failure.find("does not exist") != std::string::npos);
            }
        QCOMPARE(states[JobState::Succeeded], 1);
        QCOMPARE(states[JobState::Failed], 1);
    }

    void cancellingLeavesNothingHalfDone()
    {
        test::Desk desk(fresh(), m_clock);
        for (int i = 0; i < 40; ++i) write(source() / std::to_string(i), noise(500'000));
        const auto bound = desk.bound();
        auto backups = service(desk);
        const auto good = test::must(backups.backUp({bound.resource, source()}, test::owner, {}));
        const auto folders = foldersIn(desk);
        int calls = 0;
        KW_REFUSED(backups.backUp({bound.resource, source()}, test::owner,
                                  [&](const protection::Progress &) { return ++calls < 1; }),
                   Code::Cancelled);
        QCOMPARE(foldersIn(desk), folders);
        QCOMPARE(desk.estate()->points().size(), std::size_t(1));
        calls = 0;
        KW_REFUSED(backups.restore({good, m_path / "target"}, test::owner,
                                   [&](const protection::Progress &) { return ++calls < 1; }),
                   Code::Cancelled);
        QVERIFY(!fs::exists(m_path / "target"));
        for (const auto &entry : fs::directory_iterator(m_path))
            QVERIFY(!entry.path().filename().string().starts_with(".keyward-restore"));
        KW_OK(backups.restore({good, m_path / "target"}, test::owner, {}));
    }

    void anotherProcessCanCancel()
    {
        test::Desk desk(fresh(), m_clock);
        for (int i = 0; i < 10; ++i) write(source() / std::to_string(i), noise(200'000));
        const auto bound = desk.bound();
        test::Desk other(m_path, m_clock);
        auto backups = service(desk);
        bool asked = false;
        const auto result = backups.backUp({bound.resource, source()}, test::owner, [&](const protection::Progress &) {
            if (!asked) {
                asked = true;
                test::must(other.engine().refresh());
                const auto estate = other.estate();
                for (const auto &[id, job] : estate->jobs())
                    if (job->state == JobState::Running) {
                        QVERIFY_(other.run(command::RequestCancel{id}).has_value());
                        break;
                    }
            }
            ::usleep(300'000);
            return true;
        });
        KW_REFUSED(result, Code::Cancelled);
    }

    void specialFilesAreLeftOutWithAWarning()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "x");
        QCOMPARE(::mkfifo((source() / "pipe").c_str(), 0600), 0);
        const auto bound = desk.bound();
        auto backups = service(desk);
        const auto point = test::must(backups.backUp({bound.resource, source()}, test::owner, {}));
        const auto snapshot = desk.estate();
        QCOMPARE(snapshot->point(point)->warnings,
                 std::vector<std::string>{"pipe was left out: it is a device, pipe or socket"});
        KW_OK(backups.restore({point, m_path / "target"}, test::owner, {}));
        QVERIFY(!fs::exists(m_path / "target/pipe"));
    }

    void excludesFollowThePolicy()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "keep.txt", "x");
        write(source() / "drop.tmp", "x");
        write(source() / "sub/drop.tmp", "x");
        write(source() / "cache/big", "x");
        const auto bound = desk.bound();
        BackupPolicy policy;
        policy.excludes = {"*.tmp", "cache"};
        KW_OK(desk.run(command::SetBackupPolicy{bound.resource, policy}));
        auto backups = service(desk);
        const auto point = test::must(backups.backUp({bound.resource, source()}, test::owner, {}));
        KW_OK(backups.restore({point, m_path / "target"}, test::owner, {}));
        QVERIFY(fs::exists(m_path / "target/keep.txt") && fs::exists(m_path / "target/sub"));
        QVERIFY(!fs::exists(m_path / "target/drop.tmp") && !fs::exists(m_path / "target/sub/drop.tmp") &&
                !fs::exists(m_path / "target/cache"));
    }

    void aFileThatChangesWhileItIsReadIsWarnedOf()
    {
        test::Desk desk(fresh(), m_clock);
        const auto block = noise(1 << 20); // long enough for a report in the middle of it
        {
            std::ofstream file(source() / "long", std::ios::binary);
            for (int i = 0; i < 400; ++i) file << block;
        }
        const auto bound = desk.bound();
        auto backups = service(desk);
        const auto point =
            test::must(backups.backUp({bound.resource, source()}, test::owner, [&](const protection::Progress &) {
                std::ofstream(source() / "long", std::ios::app) << "more";
                return true;
            }));
        const auto snapshot = desk.estate();
        const auto &warnings = snapshot->point(point)->warnings;
        QVERIFY(std::ranges::any_of(warnings,
                                    [](const auto &text) { return text.ends_with("changed while it was read"); }));
        KW_OK(backups.restore({point, m_path / "target"}, test::owner, {}));
    }

    void aFolderThatVanishesLeavesNoPoint()
    {
        test::Desk desk(fresh(), m_clock);
        for (int i = 0; i < 300; ++i) write(source() / std::to_string(i), noise(100'000));
        const auto bound = desk.bound();
        auto backups = service(desk);
        const auto result = backups.backUp({bound.resource, source()}, test::owner, [&](const protection::Progress &) {
            fs::remove_all(source());
            return true;
        });
        QVERIFY(!result);
        QVERIFY2(result.error().code == Code::SourceVanished || result.error().code == Code::SourceUnreadable,
                 message(result.error()).c_str());
        QCOMPARE(desk.estate()->points().size(), std::size_t(0));
        QCOMPARE(foldersIn(desk), std::size_t(0));
    }

    void aFullDiskIsNamedAndEarlierPointsStay()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", noise(8'000'000));
        const auto bound = desk.bound();
        auto backups = service(desk);
        const auto point = test::must(backups.backUp({bound.resource, source()}, test::owner, {}));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{4u << 20, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto failed = backups.backUp({bound.resource, source()}, test::owner, {});
        const auto restored = backups.restore({point, m_path / "small"}, test::owner, {});
        ::setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!failed && !restored);
        QVERIFY(!fs::exists(m_path / "small"));
        QCOMPARE(foldersIn(desk), std::size_t(1));
        KW_OK(backups.restore({point, m_path / "target"}, test::owner, {}));
        QCOMPARE(compare(source(), m_path / "target"), 0);
    }

    void schedulesRunWhenDue()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "x");
        const auto bound = desk.bound();
        BackupPolicy policy;
        policy.source = source().string();
        policy.every = Days(1);
        KW_OK(desk.run(command::SetBackupPolicy{bound.resource, policy}));
        auto backups = service(desk);
        const auto due = [&] {
            engine::DueWork work;
            backups.runDue(work, {});
            return work.failed.empty() ? work.done.size() : std::size_t(99);
        };
        QCOMPARE(due(), std::size_t(1));
        QCOMPARE(due(), std::size_t(0));
        m_clock.advance(Days(1));
        QCOMPARE(due(), std::size_t(1));
        QCOMPARE(desk.estate()->points().size(), std::size_t(2));
    }

private:
    static void QVERIFY_(bool ok)
    {
        if (!ok) test::giveUp({Code::Internal, "cancel", {"refused"}, {}});
    }
};

QTEST_GUILESS_MAIN(TestBackupService)
#include "tst_backup_service.moc"
