// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// BKP-17: recovery points that become disks, and whose choice the disk encryption set is.

#include "backend/protection/recovery_services_vault/backup_service.h"
#include "tests/support/disk_desk.h"

using namespace keyward;
using namespace keyward::estate;
namespace fs = std::filesystem;

namespace {

/// A Recovery Services vault beside a disk and its set.
class Both : public test::DiskDesk
{
public:
    Both(const fs::path &folder, const Clock &clock)
        : DiskDesk(folder, clock),
          backups({desk.engine(), desk.keys(), test::context(), desk.store().folder(), &services}),
          m_source(folder.string() + "-source")
    {
        services.add(disks);
        services.add(backups);
        rsv = make("rsv1", "recovery-services-vault");
        fs::create_directories(m_source / "deep");
        std::ofstream(m_source / "a") << "1";
        std::ofstream(m_source / "deep/b") << "22";
    }
    PointId backUp(bool inGuest = false)
    {
        return test::must(backups.backUp({.resource = rsv, .source = m_source, .inGuest = inGuest}, test::owner, {}));
    }
    Result<ResourceId> restore(const PointId &point, const std::string &name, std::optional<ResourceId> store,
                               const engine::ProgressCallback &progress = {})
    {
        const auto made = creation(name, "managed-disk", store);
        return backups.restore({.point = point, .target = {}, .into = made.id, .made = made}, test::owner, progress)
            .transform([&](const auto &) { return made.id; });
    }

    engine::Services services;
    protection::BackupService backups;
    ResourceId rsv;

private:
    fs::path m_source;
};

} // namespace

class TestRestoreAsDisk : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

private Q_SLOTS:
    void BKP_17_theSetOfADiskMadeOfAPointIsChosenElseThePlatformsKeyProtectsIt()
    {
        Both at(m_folders.fresh(), m_clock);
        const auto point = at.backUp();
        const auto with = at.restore(point, "with-set", at.set.resource);
        KW_OK(with);
        QVERIFY(at.facet(*with).files.by->key == at.set.key);
        QCOMPARE(at.paths(*with), (std::vector<std::string>{"a", "deep/b"}));
        QCOMPARE(*at.get(*with, "deep/b"), std::string("22"));
        const auto without = at.restore(point, "without", {});
        KW_OK(without);
        QVERIFY(at.facet(*without).files.hasKey() && !at.facet(*without).files.by);
        // What was restored can still be encrypted afterwards.
        KW_OK(at.desk.run(command::SetStore{*without, at.set.resource}));
        QCOMPARE(*at.get(*without, "a"), std::string("1"));
    }

    void BKP_17_noAccessToTheSetIsRefusedBeforeAnythingIsMade()
    {
        Both at(m_folders.fresh(), m_clock);
        const auto point = at.backUp();
        KW_OK(at.desk.run(at.enabled(at.set, false), true));
        KW_REFUSED(at.restore(point, "data", at.set.resource), Code::NoAccessToStore);
        const auto north = at.make("north", "disk-encryption-set", {}, "northeurope");
        KW_REFUSED(at.restore(point, "data", north), Code::CannotBeStore);
        QVERIFY(!at.desk.estate()->resourceNamed("data"));
        KW_REFUSED(at.restore(point, "disk1", {}), Code::AlreadyExists);
    }

    void BKP_17_ofAMachineThatWasEncryptedInTheGuestThereIsNoChoice()
    {
        Both at(m_folders.fresh(), m_clock);
        const auto point = at.backUp(true);
        QVERIFY(at.desk.estate()->point(point)->inGuest);
        KW_REFUSED(at.restore(point, "data", at.set.resource), Code::InGuestPoint);
        const auto made = at.restore(point, "data", {});
        KW_OK(made);
        QVERIFY(at.facet(*made).inGuest);
        KW_REFUSED(at.desk.run(command::SetStore{*made, at.set.resource}), Code::DiskInGuest);
        const auto later = at.backUp();
        QVERIFY(at.desk.estate()->point(later)->inGuest); // once it was, it stays so
    }

    void BKP_17_anExistingDiskTakesFilesUnderItsOwnSet()
    {
        Both at(m_folders.fresh(), m_clock);
        KW_OK(at.put(at.disk, "mine", "0"));
        KW_OK(at.backups.restore({.point = at.backUp(), .target = "back", .into = at.disk}, test::owner, {}));
        QCOMPARE(at.paths(at.disk), (std::vector<std::string>{"back/a", "back/deep/b", "mine"}));
        QVERIFY(at.facet(at.disk).files.by->key == at.set.key);
    }

    void whatFailsLeavesNoDisk()
    {
        Both at(m_folders.fresh(), m_clock);
        const auto point = at.backUp();
        const auto before = std::distance(fs::directory_iterator(at.desk.store().folder()), {});
        const auto stop = [](const engine::Progress &) { return false; };
        KW_REFUSED(at.restore(point, "data", at.set.resource, stop), Code::Cancelled);
        const auto stored = at.desk.store().folder() / at.desk.estate()->point(point)->folder / "data";
        fs::resize_file(stored, fs::file_size(stored) - 20);
        KW_REFUSED(at.restore(point, "data", at.set.resource), Code::SegmentDamaged);
        QVERIFY(!at.desk.estate()->resourceNamed("data"));
        QCOMPARE(std::distance(fs::directory_iterator(at.desk.store().folder()), {}), before);
    }
};

QTEST_GUILESS_MAIN(TestRestoreAsDisk)
#include "tst_restore_as_disk.moc"
