// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Snapshots of managed disks, and new disks made of them.

#include "backend/protection/object_index.h"
#include "backend/sqlcipher/database.h"
#include "tests/support/disk_desk.h"

#include <algorithm>

using namespace keyward;
using namespace keyward::estate;
namespace fs = std::filesystem;
using State = engine::DataCheck::State;

class TestDiskSnapshots : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    static std::map<std::string, std::string> contents(test::DiskDesk &at, const ResourceId &disk)
    {
        std::map<std::string, std::string> out;
        for (const auto &path : at.paths(disk)) out[path] = test::must(at.get(disk, path));
        return out;
    }

    static engine::FileKeeper::Next oneFile()
    {
        return [told = false]() mutable -> Result<std::optional<engine::IncomingFile>> {
            if (std::exchange(told, true)) return std::nullopt;
            return engine::IncomingFile{.path = "half", .content = [given = false]() mutable -> Result<ByteView> {
                                            return std::exchange(given, true) ? ByteView{} : bytesOf("done");
                                        }};
        };
    }

private Q_SLOTS:
    void aSnapshotKeepsWhatTheDiskHadAndCopiesNothing()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put(at.disk, "a", "1"));
        KW_OK(at.put(at.disk, "b", "22"));
        KW_OK(at.put(at.disk, "c", "333"));
        const auto taken = at.snapshot("monday");
        KW_OK(taken);
        QCOMPARE(at.filesThere(at.disk), std::size_t(3));
        const auto noted = at.facet(at.disk).snapshots;
        QVERIFY(noted.size() == 1 && noted.front().files == 3 && noted.front().bytes == 6);
        KW_OK(at.put(at.disk, "a", "other", true));
        KW_OK(at.remove("b"));
        QCOMPARE(at.filesThere(at.disk), std::size_t(4)); // the new one besides
        QVERIFY((contents(at, at.disk) == std::map<std::string, std::string>{{"a", "other"}, {"c", "333"}}));
        const auto made = at.restore(*taken, "disk2");
        KW_OK(made);
        QVERIFY((contents(at, *made) == std::map<std::string, std::string>{{"a", "1"}, {"b", "22"}, {"c", "333"}}));
        const auto seen = test::must(at.disks.verify(engine::Depth::Contents, {}));
        QVERIFY(seen.size() == 2 &&
                std::ranges::all_of(seen, [](const auto &one) { return one.state == State::Whole; }));
    }

    void whatOnlyASnapshotHasGoesWithIt()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put(at.disk, "a", "1"));
        KW_OK(at.put(at.disk, "b", "2"));
        const auto first = test::must(at.snapshot("s1"));
        KW_OK(at.put(at.disk, "a", "new", true));
        const auto second = test::must(at.snapshot("s2"));
        KW_OK(at.remove("b"));
        QCOMPARE(at.filesThere(at.disk), std::size_t(3)); // both a's and b
        KW_OK(at.desk.run(command::DropSnapshot{at.disk, first}));
        QCOMPARE(at.filesThere(at.disk), std::size_t(2)); // s2 still has b
        KW_OK(at.desk.run(command::DropSnapshot{at.disk, second}));
        QCOMPARE(at.filesThere(at.disk), std::size_t(1));
        QCOMPARE(*at.get(at.disk, "a"), std::string("new"));
    }

    void withSnapshotsTheDiskDoesNotGoBackAndIsNotEmptied()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        KW_REFUSED(at.snapshot("s1"), Code::ValueInvalid); // there is nothing yet
        KW_OK(at.put(at.disk, "a", "1"));
        const auto snapshot = test::must(at.snapshot("s1"));
        KW_REFUSED(at.snapshot("s1"), Code::AlreadyExists);
        KW_REFUSED(at.desk.run(command::SetStore{at.disk, {}}), Code::DiskHasSnapshots);
        KW_REFUSED(at.desk.run(command::EmptyStorage{at.disk}), Code::DiskHasSnapshots);
        KW_REFUSED(at.desk.run(command::DeleteResource{at.disk}), Code::StorageNotEmpty);
        KW_OK(at.desk.run(command::DropSnapshot{at.disk, snapshot}));
        KW_OK(at.desk.run(command::SetStore{at.disk, {}}));
        // … nor by way of a set that has no key.
        const auto keyless = at.make("keyless", "disk-encryption-set");
        KW_OK(at.desk.run(command::SetStore{at.disk, at.set.resource}));
        const auto again = test::must(at.snapshot("again"));
        KW_REFUSED(at.desk.run(command::SetStore{at.disk, keyless}), Code::DiskHasSnapshots);
        KW_OK(at.desk.run(command::DropSnapshot{at.disk, again}));
        // Whoever deletes all that is stored deletes these as well, but not while a machine has the disk.
        (void)test::must(at.snapshot("s2"));
        KW_OK(at.desk.run(command::AttachDisk{at.disk, at.make("vm1", "virtual-machine")}));
        KW_REFUSED(at.disks.deleteData(at.disk, test::owner), Code::DiskAttached);
        QVERIFY(at.facet(at.disk).snapshots.size() == 1 && at.paths(at.disk).size() == 1);
        KW_OK(at.desk.run(command::DetachDisk{at.disk}));
        KW_OK(at.disks.deleteData(at.disk, test::owner));
        QVERIFY(at.facet(at.disk).snapshots.empty() && at.facet(at.disk).files.folder.empty());
        KW_OK(at.desk.run(command::DeleteResource{at.disk}));
    }

    void BKP_17_aDiskMadeOfASnapshotKeepsTheSet()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put(at.disk, "a", "1"));
        const auto snapshot = test::must(at.snapshot("s1"));
        const auto made = at.restore(snapshot, "disk2");
        KW_OK(made);
        const auto estate = at.desk.estate();
        QVERIFY(estate->resource(*made)->store == at.set.resource);
        QVERIFY(estate->resource(*made)->place == estate->resource(at.disk)->place);
        const auto one = at.facet(at.disk).files, other = at.facet(*made).files;
        QVERIFY(sameKeyVersion(one.by, other.by) && one.wrapped != other.wrapped && one.folder != other.folder);
        // Where the set's key cannot be used nothing is made.
        KW_OK(at.desk.run(at.enabled(at.set, false), true));
        KW_REFUSED(at.restore(snapshot, "disk3"), Code::NoAccessToStore);
        QVERIFY(!at.desk.estate()->resourceNamed("disk3"));
        KW_REFUSED(at.restore(test::id<DiskSnapshotId>(), "disk3"), Code::SnapshotMissing);
    }

    void BKP_17_aDiskMadeOfOneThatWasEncryptedInTheGuestHasNoSetEither()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        at.disk = at.make("bare", "managed-disk");
        KW_OK(at.desk.run(command::NoteInGuest{at.disk}));
        KW_OK(at.put(at.disk, "a", "1"));
        const auto made = at.restore(test::must(at.snapshot("s1")), "bare2");
        KW_OK(made);
        QVERIFY(at.facet(*made).inGuest);
        KW_REFUSED(at.desk.run(command::SetStore{*made, at.set.resource}), Code::DiskInGuest);
    }

    void ofADiskThatCannotBeMadeWholeNothingStays()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put(at.disk, "a", std::string(2'000'000, 'a')));
        KW_OK(at.put(at.disk, "b", std::string(2'000'000, 'b')));
        const auto snapshot = test::must(at.snapshot("s1"));
        const auto before = std::distance(fs::directory_iterator(at.desk.store().folder()), {});
        for (const auto &entry : fs::directory_iterator(at.folder(at.disk)))
            if (!entry.path().filename().string().starts_with("index"))
                fs::resize_file(entry.path(), fs::file_size(entry.path()) - 100);
        KW_REFUSED(at.restore(snapshot, "disk2"), Code::ObjectDamaged);
        QVERIFY(!at.desk.estate()->resourceNamed("disk2"));
        QCOMPARE(std::distance(fs::directory_iterator(at.desk.store().folder()), {}), before);
        const auto stop = [](const engine::Progress &) { return false; };
        KW_REFUSED(at.disks.restoreSnapshot(
                       {.disk = at.disk, .snapshot = snapshot, .name = test::must(ResourceName::from("disk2"))},
                       test::owner, stop),
                   Code::Cancelled);
        QVERIFY(!at.desk.estate()->resourceNamed("disk2"));
    }

    void whatAKilledRestoreMadeIsRemoved()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put(at.disk, "a", "1"));
        const auto snapshot = test::must(at.snapshot("s1"));
        const command::StartSnapshotRestore start{.job = test::id<JobId>(),
                                                  .disk = at.disk,
                                                  .snapshot = snapshot,
                                                  .made = test::id<ResourceId>(),
                                                  .name = test::must(ResourceName::from("disk2"))};
        KW_OK(at.desk.run(start)); // and whoever began it is gone
        // What others would put there would go with it; what the job itself put there does.
        KW_REFUSED(at.put(start.made, "mine", "1"), Code::Busy);
        KW_REFUSED(at.disks.takeSnapshot(start.made, test::must(ResourceName::from("s1")), test::owner),
                   Code::ValueInvalid);
        KW_REFUSED(at.desk.run(command::AttachDisk{start.made, at.make("vm1", "virtual-machine")}), Code::Busy);
        KW_REFUSED(at.disks.deleteData(start.made, test::owner), Code::Busy);
        KW_OK(at.disks.keepAll(start.made, {}, oneFile(), test::owner, {}));
        KW_REFUSED(at.desk.run(command::DeleteResource{start.made}), Code::StorageNotEmpty);
        const auto folder = at.folder(start.made);
        QVERIFY(fs::exists(folder));
        KW_OK(at.desk.engine().reapJobs());
        QVERIFY(!at.desk.estate()->resource(start.made) && !fs::exists(folder));
        QVERIFY(at.desk.estate()->job(start.job)->state == JobState::Interrupted);
    }

    void aDiskThatIsBeingMadeIsNotDeleted()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put(at.disk, "a", "1"));
        const command::StartSnapshotRestore start{.job = test::id<JobId>(),
                                                  .disk = at.disk,
                                                  .snapshot = test::must(at.snapshot("s1")),
                                                  .made = test::id<ResourceId>(),
                                                  .name = test::must(ResourceName::from("disk2"))};
        KW_OK(at.desk.run(start));
        KW_REFUSED(at.desk.run(command::DeleteResource{start.made}), Code::Busy);
    }

    /// A snapshot of which the index has less than the estate was told becomes no disk.
    void whatTheIndexDoesNotHaveWholeIsNotRestored()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put(at.disk, "a", "1"));
        const command::TakeSnapshot take{.disk = at.disk,
                                         .snapshot = test::id<DiskSnapshotId>(),
                                         .name = test::must(ResourceName::from("s1")),
                                         .files = 1,
                                         .bytes = 1};
        KW_OK(at.desk.run(take)); // and nothing in the index
        KW_REFUSED(at.restore(take.snapshot, "disk2"), Code::StorageDamaged);
        QVERIFY(!at.desk.estate()->resourceNamed("disk2"));
    }

    /// The index knew a snapshot that the estate did not get to know.
    void aSnapshotThatNobodyKnowsIsForgotten()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put(at.disk, "a", "1"));
        const auto snapshot = test::must(at.snapshot("s1"));
        KW_OK(at.put(at.disk, "a", "2", true));
        at.desk.engine().settleBy([](const ResourceId &) {}); // as if the process had died
        KW_OK(at.desk.run(command::DropSnapshot{at.disk, snapshot}));
        QCOMPARE(at.filesThere(at.disk), std::size_t(2)); // that of the snapshot, and the one in its place
        KW_OK(at.put(at.disk, "b", "3"));                 // sweeps first
        QCOMPARE(at.filesThere(at.disk), std::size_t(2)); // the snapshot's is gone
    }

    void anIndexFromBeforeSnapshotsIsTakenUp()
    {
        const auto file = m_folders.fresh() / "index";
        fs::create_directories(file.parent_path());
        const auto key = test::must(crypto::SecretBytes::random(32, *test::context()));
        const protection::ObjectIndex::Entry entry{
            .object = {.path = test::must(ObjectPath::from("a")), .bytes = 3, .written = m_clock.now()},
            .file = test::id<RecordId>(),
            .segments = 1,
            .storedBytes = 40};
        {
            auto index = test::must(protection::ObjectIndex::create(file, key));
            KW_OK(index.put(entry));
        }
        {
            using Mode = sqlcipher::Database::Mode;
            auto database = test::must(sqlcipher::Database::open(file, &key, Mode::Write));
            for (const auto *sql : {"DROP TABLE snapshots", "DROP TABLE snapshot_objects", "PRAGMA user_version=1"})
                KW_OK(database->ours(sql));
        }
        auto index = test::must(protection::ObjectIndex::open(file, key));
        const auto snapshot = test::id<RecordId>();
        KW_OK(index.takeSnapshot(snapshot));
        QCOMPARE(test::must(index.inSnapshot(snapshot)).size(), std::size_t(1));
        QCOMPARE(test::must(index.all()).size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestDiskSnapshots)
#include "tst_disk_snapshots.moc"
