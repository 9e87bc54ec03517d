// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A keystore and a key backup as Keyward made them before commands and kinds of entity were told once (6452c1f), byte
// for byte: every kind of record in it, read by today's code, and written by it.

#include "tests/support/fixture.h"

#include "backend/estate/describe.h"

#include <fstream>

using namespace keyward;
using namespace keyward::estate;

class TestOlderStores : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;
    static constexpr const char *data = KEYWARD_SOURCE_DIR "/tests/backend/keystore/data/";

    std::filesystem::path copied()
    {
        const auto path = m_folders.fresh();
        std::filesystem::copy_file(std::string(data) + "format2.keyward", path / "s.keyward");
        std::filesystem::permissions(path / "s.keyward", std::filesystem::perms(0600));
        return path;
    }

private Q_SLOTS:
    void init() { m_clock.set(*parseInstant("2026-11-26T12:00:00Z")); } // made the day before

    void everyKindOfRecordIsRead()
    {
        test::Desk desk(copied(), m_clock);
        const auto estate = desk.estate();
        const auto *vault = estate->vaultNamed("kv1");
        QVERIFY(vault && vault->purgeProtection);
        const auto *key = estate->keyNamed(vault->id, "cmk");
        QVERIFY(key && key->versions.size() == 2 && key->backupIsCurrent());
        QVERIFY(key->latest().tags == (Tags{{"owner", "me"}}));
        const auto *resource = estate->resourceNamed("rsv1");
        QVERIFY(resource && resource->binding && resource->binding->key == key->id);
        QCOMPARE(estate->points().size(), std::size_t(1));
        QVERIFY(estate->points().begin()->second->wrappedBy.has_value());
        QVERIFY(!estate->jobs().empty());
        const auto *roles = estate->vaultNamed("kv2");
        QVERIFY(roles && roles->accessModel == AccessModel::Roles);
        const auto *orders = estate->principalNamed("orders");
        QVERIFY(orders && estate->application(orders->applicationId) == orders);
        QVERIFY(estate->principalNamed("team")->members.contains(orders->id));
        QCOMPARE(estate->assignments().size(), std::size_t(1));
        QVERIFY(estate->roleNamed("Own role") && !estate->roleNamed("Own role")->builtIn);
        QVERIFY(estate->networkNamed("vnet1") && estate->lockNamed("keep") && estate->principalNamed("uid1"));
        QVERIFY(estate->tenants().size() == 1 && estate->subscriptions().size() == 1 && estate->groups().size() == 1);
        QVERIFY(assess(*estate, *resource, m_clock.now()).health < Health::AtRisk);
        KW_OK(desk.engine().verify());
        KW_OK(desk.store().verifyRecords());
    }

    /// What was logged under a name is found under it for good.
    void theNamesInTheLogAreThoseOfToday()
    {
        test::Desk desk(copied(), m_clock);
        std::set<std::string> logged;
        for (const auto &entry : test::must(desk.engine().newest(1000, 0))) logged.insert(entry.operation);
        for (const Action &action : std::initializer_list<Action>{command::Initialise{},
                                                                  command::CreateVault{},
                                                                  command::CreateKey{},
                                                                  command::RotateKey{},
                                                                  command::NoteKeyBackup{},
                                                                  command::CreateResource{},
                                                                  command::SetKey{},
                                                                  command::EnableIdentity{},
                                                                  command::SetAccessPolicy{},
                                                                  command::SetAccessModel{},
                                                                  command::StartBackup{},
                                                                  command::FinishBackup{},
                                                                  command::CreateApplication{},
                                                                  command::CreatePrincipalGroup{},
                                                                  command::SetMember{},
                                                                  command::AssignRole{},
                                                                  command::CreateRole{},
                                                                  command::CreateNetwork{},
                                                                  command::CreateLock{},
                                                                  command::CreateUserIdentity{}}) {
            const std::string name(operationName(action));
            QVERIFY2(logged.contains(name), name.c_str());
        }
    }

    void itIsWrittenToAsEver()
    {
        const auto folder = copied();
        {
            test::Desk desk(folder, m_clock);
            const auto *resource = desk.estate()->resourceNamed("rsv1");
            const auto binding = *resource->binding;
            KW_OK(desk.run(desk.rotation(binding.key)));
            KW_OK(desk.run(command::DeletePrincipal{desk.estate()->principalNamed("team")->id}));
            KW_REFUSED(desk.run(command::DeleteVault{desk.estate()->vaultNamed("kv2")->id}), Code::Locked);
            KW_REFUSED(desk.run(command::DeleteKey{binding.key}), Code::LiveClaims);
        }
        test::Desk desk(folder, m_clock);
        QVERIFY(!desk.estate()->principalNamed("team"));
        QCOMPARE(desk.estate()->keyNamed(desk.estate()->vaultNamed("kv1")->id, "cmk")->versions.size(), std::size_t(3));
        KW_OK(desk.engine().verify());
        KW_OK(desk.store().verifyRecords());
    }

    void itsKeyBackupIsRestored()
    {
        test::Desk desk(copied(), m_clock);
        std::ifstream in(std::string(data) + "format2.keybackup", std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(in), {});
        const Bytes blob(text.begin(), text.end());
        const auto vault = desk.vault("kv3");
        const auto restored = test::must(engine::StoreKeyBackup(desk.engine()).restore(vault, blob, test::owner));
        QCOMPARE(desk.estate()->key(restored)->versions.size(), std::size_t(2));
        KW_OK(desk.store().verifyRecords());
    }
};

QTEST_GUILESS_MAIN(TestOlderStores)
#include "tst_older_stores.moc"
