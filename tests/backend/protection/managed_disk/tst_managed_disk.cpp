// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files on managed disks, under the key of a disk encryption set that another resource has.

#include "backend/estate/findings.h"
#include "backend/estate/services/preparation.h"
#include "tests/support/disk_desk.h"

#include <algorithm>

using namespace keyward;
using namespace keyward::estate;
namespace fs = std::filesystem;
using State = engine::DataCheck::State;

class TestManagedDisk : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

private Q_SLOTS:
    void MOD_24_theSetsKeyWrapsTheDataKeyAndItsIdentityAsks()
    {
        const auto folder = m_folders.fresh();
        const std::string marker = "a-text-that-nobody-may-find", name = "a-name-that-nobody-may-find";
        {
            test::DiskDesk at(folder, m_clock);
            KW_OK(at.put(at.disk, name, marker));
            const auto files = at.facet(at.disk).files;
            QVERIFY(files.by && files.by->key == at.set.key && files.by->version == at.version(at.set));
            QVERIFY(files.asked == at.set.resource);
        }
        for (const auto &[file, bytes] : test::bytesIn(folder)) {
            QVERIFY2(bytes.find(marker) == std::string::npos, file.c_str());
            QVERIFY2(bytes.find(name) == std::string::npos, file.c_str());
        }
        test::DiskDesk again(folder, m_clock);
        QCOMPARE(*again.get(again.disk, name), marker);
        const auto log = test::must(again.desk.engine().newest(50, 0));
        const auto *asker = again.desk.estate()->principal(again.set.identity);
        QVERIFY(std::ranges::any_of(
            log, [&](const auto &entry) { return entry.operation == "unwrapKey" && entry.principal == asker->name; }));
        // It takes none of its own.
        KW_REFUSED(again.desk.run(command::SetKey{again.disk, again.vault, again.set.key, {}, {}, test::id<JobId>()}),
                   Code::ProfileOwnStore);
    }

    void MOD_2_withoutASetThePlatformsKeyDoes()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        const auto bare = at.make("bare", "managed-disk");
        KW_OK(at.put(bare, "a", "1"));
        QVERIFY(at.facet(bare).files.hasKey() && !at.facet(bare).files.by);
        KW_OK(at.desk.run(command::SetStore{bare, at.set.resource}));
        QVERIFY(at.facet(bare).files.by);
        QCOMPARE(*at.get(bare, "a"), std::string("1"));
        KW_OK(at.desk.run(command::SetStore{bare, {}}));
        QVERIFY(!at.facet(bare).files.by && !at.facet(bare).files.asked);
        KW_OK(at.desk.run(at.enabled(at.set, false), true));
        QCOMPARE(*at.get(bare, "a"), std::string("1"));
    }

    void MOD_3_aRotationOfTheSetsKeyWrapsTheDataKeysOfItsDisksAnew()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        const auto other = at.make("disk2", "managed-disk", at.set.resource);
        KW_OK(at.put(at.disk, "a", std::string(3'000'000, 'a')));
        KW_OK(at.put(other, "b", "2"));
        (void)at.paths(at.disk);
        const auto before = test::bytesIn(at.folder(at.disk));
        const auto former = at.version(at.set);
        KW_OK(at.desk.run(at.desk.rotation(at.set.key)));
        KW_OK(at.desk.run(at.setKey(at.set)));
        for (const auto &disk : {at.disk, other}) {
            QVERIFY(at.facet(disk).files.by->version == at.version(at.set));
            QVERIFY(at.facet(disk).files.by->version != former);
        }
        const auto after = test::bytesIn(at.folder(at.disk));
        for (const auto &[file, bytes] : before)
            if (!file.starts_with("index-")) QVERIFY2(after.at(file) == bytes, file.c_str());
        QCOMPARE(*at.get(other, "b"), std::string("2"));
    }

    void anotherSetIsTakenUpAndTheFormerOneMayGo()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put(at.disk, "a", "1"));
        const auto second = at.boundSet("set2", "cmk2");
        KW_REFUSED(at.desk.run(command::DeleteResource{at.set.resource}), Code::StoreInUse);
        KW_OK(at.desk.run(command::SetStore{at.disk, second.resource}));
        QVERIFY(at.facet(at.disk).files.by->key == second.key && at.facet(at.disk).files.asked == second.resource);
        KW_OK(at.desk.run(at.enabled(at.set, false), true));
        QCOMPARE(*at.get(at.disk, "a"), std::string("1"));
        KW_OK(at.desk.run(command::DeleteResource{at.set.resource}));
    }

    /// Also where both have the same key: it is another identity that asks for it.
    void anotherSetWithTheSameKeyIsAskedFromThenOn()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put(at.disk, "a", "1"));
        test::DiskDesk::Set twin{
            .resource = at.make("twin", "disk-encryption-set"), .key = at.set.key, .identity = test::id<PrincipalId>()};
        KW_OK(at.desk.run(command::EnableIdentity{twin.resource, twin.identity}));
        at.desk.grant(at.vault, twin.identity, "get,wrapKey,unwrapKey");
        KW_OK(at.desk.run(at.setKey(twin)));
        KW_OK(at.desk.run(command::SetStore{at.disk, twin.resource}));
        QVERIFY(at.facet(at.disk).files.asked == twin.resource);
        KW_OK(at.desk.run(command::DeleteResource{at.set.resource}));
        QCOMPARE(*at.get(at.disk, "a"), std::string("1"));
    }

    /// Whoever died between the choice and the wrapping leaves a disk that the former set still opens.
    void whatTheFormerSetStillOpensKeepsIt()
    {
        const auto folder = m_folders.fresh();
        ResourceId former, disk;
        {
            test::DiskDesk at(folder, m_clock);
            KW_OK(at.put(at.disk, "a", "1"));
            const auto second = at.boundSet("set2", "cmk2");
            at.desk.engine().settleBy([](const ResourceId &) {}); // as if the process had died
            KW_OK(at.desk.run(command::SetStore{at.disk, second.resource}));
            former = at.set.resource;
            disk = at.disk;
            QVERIFY(awaitsRewrap(*at.desk.estate(), *at.desk.estate()->resource(disk)));
            KW_REFUSED(at.desk.run(command::DeleteResource{former}), Code::StoreInUse);
            KW_REFUSED(at.desk.run(at.enabled(at.set, false)), Code::LiveClaims);
            const auto found = findings(*at.desk.estate(), at.desk.engine().assessment(), at.desk.engine().now());
            QVERIFY(std::ranges::any_of(found,
                                        [](const Finding &one) { return one.what.code == Code::StorageRewrapWaits; }));
        }
        test::DiskDesk again(folder, m_clock);
        engine::DueWork due;
        again.disks.runDue(due, {});
        QVERIFY(due.failed.empty());
        QCOMPARE(due.done.size(), std::size_t(1));
        QVERIFY(!awaitsRewrap(*again.desk.estate(), *again.desk.estate()->resource(disk)));
        KW_OK(again.desk.run(command::DeleteResource{former}));
        QCOMPARE(*again.get(disk, "a"), std::string("1"));
    }

    void P4_whatCannotBeUnwrappedKeepsItsSetAndItsSetItsKey()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put(at.disk, "a", "1"));
        const auto second = at.boundSet("set2", "cmk2");
        KW_OK(at.desk.run(at.enabled(at.set, false), true));
        KW_REFUSED(at.desk.run(command::SetStore{at.disk, second.resource}), Code::StorageKeyUnreachable);
        const auto other = at.desk.key(at.vault, "cmk3");
        KW_REFUSED(at.desk.run(command::SetKey{at.set.resource, at.vault, other, {}, {}, test::id<JobId>()}, true),
                   Code::StorageKeyUnreachable);
        KW_OK(at.desk.run(at.enabled(at.set, true)));
        KW_OK(at.desk.run(command::SetStore{at.disk, second.resource}));
    }

    void theSetsLossIsTheDisks()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put(at.disk, "a", "1"));
        KW_REFUSED(at.desk.run(at.enabled(at.set, false)), Code::LiveClaims);
        KW_OK(at.desk.run(at.enabled(at.set, false), true));
        KW_REFUSED(at.get(at.disk, "a"), Code::StorageInaccessible);
        KW_REFUSED(at.put(at.disk, "b", "2"), Code::StorageInaccessible);
        KW_REFUSED(at.disks.list(at.disk, {}), Code::StorageInaccessible);
        KW_REFUSED(at.snapshot("s1"), Code::StorageInaccessible);
        QVERIFY(at.desk.engine().assessment().bindings.find(at.disk)->health == Health::Lost);
        const auto seen = test::must(at.disks.verify(engine::Depth::Contents, {}));
        QVERIFY(seen.size() == 1 && seen.front().state == State::Unopened);
        KW_OK(at.desk.run(at.enabled(at.set, true)));
        QCOMPARE(*at.get(at.disk, "a"), std::string("1"));
    }

    void aSetIsOfTheDisksOwnPlaceAndCanUseItsKey()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        const auto north = at.make("north", "disk-encryption-set", {}, "northeurope");
        KW_REFUSED(at.desk.run(command::SetStore{at.disk, north}), Code::CannotBeStore);
        KW_REFUSED(at.desk.run(at.creation("disk2", "managed-disk", north)), Code::CannotBeStore);
        QVERIFY(!at.desk.estate()->resourceNamed("disk2"));
        const auto account = at.make("account", "storage-account");
        KW_REFUSED(at.desk.run(command::SetStore{at.disk, account}), Code::CannotBeStore);
        KW_OK(at.desk.run(at.enabled(at.set, false), true));
        KW_REFUSED(at.desk.run(at.creation("disk2", "managed-disk", at.set.resource)), Code::NoAccessToStore);
        // With a customer-managed key it stays in its subscription.
        KW_OK(at.desk.run(at.enabled(at.set, true)));
        const auto other = test::id<SubscriptionId>();
        KW_OK(at.desk.run(command::CreateSubscription{other, test::must(DisplayName::from("Other")),
                                                      at.desk.estate()->settings().tenant}));
        const auto guid = at.desk.estate()->subscription(other)->guid;
        KW_OK(at.desk.run(command::CreateGroup{.id = test::id<GroupId>(),
                                               .subscription = guid,
                                               .name = test::must(ResourceGroupName::from("rg")),
                                               .region = test::must(Region::from("westeurope"))}));
        KW_REFUSED(at.desk.run(command::MoveResource{at.disk, guid, "rg"}), Code::MoveRefused);
        // Nor does it part with a set that has no key yet.
        const auto keyless = at.make("keyless", "disk-encryption-set");
        const auto bare = at.make("bare", "managed-disk", keyless);
        KW_REFUSED(at.desk.run(command::MoveResource{bare, guid, "rg"}), Code::CannotBeStore);
        KW_REFUSED(at.desk.run(command::MoveResource{keyless, guid, "rg"}), Code::StoreInUse);
    }

    void anAttachedDiskKeepsItsSet()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        const auto second = at.boundSet("set2", "cmk2");
        const auto machine = at.make("vm1", "virtual-machine");
        const auto north = at.make("vm-north", "virtual-machine", {}, "northeurope");
        KW_REFUSED(at.desk.run(command::AttachDisk{at.disk, north}), Code::ValueInvalid);
        KW_REFUSED(at.desk.run(command::AttachDisk{at.disk, at.set.resource}), Code::ValueInvalid);
        KW_REFUSED(at.desk.run(command::DetachDisk{at.disk}), Code::ValueInvalid);
        KW_OK(at.desk.run(command::AttachDisk{at.disk, machine}));
        KW_REFUSED(at.desk.run(command::AttachDisk{at.disk, machine}), Code::DiskAttached);
        KW_REFUSED(at.desk.run(command::SetStore{at.disk, second.resource}), Code::DiskAttached);
        KW_REFUSED(at.desk.run(command::DeleteResource{at.disk}), Code::DiskAttached);
        // A rotation of the set's key asks nothing of the machine.
        KW_OK(at.put(at.disk, "a", "1"));
        KW_OK(at.desk.run(at.desk.rotation(at.set.key)));
        KW_OK(at.desk.run(at.setKey(at.set)));
        KW_OK(at.desk.run(command::DetachDisk{at.disk}));
        KW_OK(at.desk.run(command::SetStore{at.disk, second.resource}));
        // A machine that is gone has no disk.
        KW_OK(at.desk.run(command::AttachDisk{at.disk, machine}));
        KW_OK(at.desk.run(command::DeleteResource{machine}));
        KW_OK(at.desk.run(command::SetStore{at.disk, at.set.resource}));
    }

    void whatWasEncryptedInTheGuestHasNoSet()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        KW_REFUSED(at.desk.run(command::NoteInGuest{at.disk}), Code::ValueInvalid); // it has one
        const auto bare = at.make("bare", "managed-disk");
        KW_OK(at.desk.run(command::NoteInGuest{bare}));
        KW_REFUSED(at.desk.run(command::NoteInGuest{bare}), Code::ValueInvalid);
        KW_REFUSED(at.desk.run(command::SetStore{bare, at.set.resource}), Code::DiskInGuest);
        KW_OK(at.put(bare, "a", "1"));
    }

    /// The files of its disks go with a key that is given up, their snapshots first.
    void whatIsUnderAGivenUpKeyIsToldInOrder()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put(at.disk, "a", "1"));
        const auto snapshot = test::must(at.snapshot("s1"));
        const auto parts = partingsFrom(*at.desk.estate(), *at.desk.estate()->resource(at.set.resource), at.set.key);
        QCOMPARE(parts.size(), std::size_t(2));
        for (const auto &part : parts) {
            QVERIFY(part.of == Parting::Of::Protected);
            KW_OK(at.desk.run(part.action));
        }
        QVERIFY(std::get<command::DropSnapshot>(parts[0].action).snapshot == snapshot);
        QVERIFY(at.facet(at.disk).files.folder.empty());
        QVERIFY(partingsFrom(*at.desk.estate(), *at.desk.estate()->resource(at.set.resource), at.set.key).empty());
    }

    void onlyDisksAreDisks()
    {
        test::DiskDesk at(m_folders.fresh(), m_clock);
        for (const Action &action :
             std::initializer_list<Action>{command::AttachDisk{at.set.resource, at.disk},
                                           command::DetachDisk{at.set.resource}, command::NoteInGuest{at.set.resource},
                                           command::TakeSnapshot{.disk = at.set.resource,
                                                                 .snapshot = test::id<DiskSnapshotId>(),
                                                                 .name = test::must(ResourceName::from("s1"))},
                                           command::DropSnapshot{at.set.resource, test::id<DiskSnapshotId>()}})
            KW_REFUSED(at.desk.run(action), Code::ValueInvalid);
        KW_REFUSED(at.put(at.set.resource, "a", "1"), Code::NotFound);
        KW_REFUSED(at.desk.run(command::NoteUse{at.disk}), Code::ServiceNotesUse);
    }
};

QTEST_GUILESS_MAIN(TestManagedDisk)
#include "tst_managed_disk.moc"
