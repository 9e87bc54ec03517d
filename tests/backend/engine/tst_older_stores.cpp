// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keystores and key backups as Keyward made them, byte for byte, read by today's code and written by it: of before
// commands and kinds of entity were told once (format2, by 6452c1f), with every kind of record in it; and of before
// each kind of record, the head and log entries had editions of their own (edition2, by 6b9ca60).

#include "tests/support/fixture.h"

#include "backend/crypto/sealer.h"
#include "backend/engine/api/key_usage.h"
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

    std::filesystem::path copied(const std::string &name = "format2")
    {
        const auto path = m_folders.fresh();
        std::filesystem::copy_file(data + name + ".keyward", path / "s.keyward");
        std::filesystem::permissions(path / "s.keyward", std::filesystem::perms(0600));
        return path;
    }

private Q_SLOTS:
    void init() { m_clock.set(*parseInstant("2026-11-28T12:00:00Z")); } // made the days before

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

    /// Its log is whole and stays as it is: nothing is made up that was not logged.
    void aLogOfNamesAloneIsGoneOnWithByIds()
    {
        const auto folder = copied("edition2");
        constexpr std::size_t before = 25;
        {
            test::Desk desk(folder, m_clock);
            QVERIFY(desk.store().needsForward());
            KW_OK(desk.engine().verify());
            KW_OK(desk.store().verifyRecords());
            const auto entries = test::must(desk.engine().from(1, 1000));
            QCOMPARE(entries.size(), before);
            for (const auto &entry : entries) QVERIFY(!entry.actor && !entry.principalId && !entry.subjectId);
            QVERIFY(entries[13].operation == "policy.set" && entries[13].principal == "owner (root)");
            QVERIFY(entries[16].operation == "sign" && entries[16].result == engine::AuditEntry::Result::Denied);
            const auto *resource = desk.estate()->resourceNamed("rsv1");
            KW_OK(desk.run(desk.rotation(resource->binding->key)));
            QVERIFY(!desk.store().needsForward());
        }
        test::Desk desk(folder, m_clock);
        const auto entries = test::must(desk.engine().from(before + 1, 10));
        QCOMPARE(entries.size(), std::size_t(1));
        QVERIFY(entries[0].actor == Actor::Kind::Owner && entries[0].subjectId->kind == EntityKind::Key);
        KW_OK(desk.engine().verify());
        KW_OK(desk.store().verifyRecords());
    }

    /// Uses logged by name and uses logged by id are those of one version.
    void usesOfBeforeAndOfNowAreCountedTogether()
    {
        test::Desk desk(copied("edition2"), m_clock);
        const auto binding = *desk.estate()->resourceNamed("rsv1")->binding;
        engine::KeyUsage usage(desk.engine());
        const engine::UsedKey key{binding.key, binding.version, desk.estate()->vault(binding.vault)->name.text()};
        auto use = test::must(usage.of(key));
        QVERIFY(use.allowed == 3 && use.refused == 1 && use.by == "orders");
        const auto identity = *desk.estate()->resourceNamed("rsv1")->identity;
        const engine::KeyRequest request{identity, binding.vault, binding.key, binding.version, "test", {}};
        KW_OK(desk.keys().wrap(request, WrapAlgorithm::RsaOaep256, test::secret("data key")));
        use = test::must(usage.of(key));
        QVERIFY(use.allowed == 4 && use.refused == 1 && use.by == "rsv1");
    }

    void keyBackupsOfEveryEditionAreRestored()
    {
        test::Desk desk(copied("edition2"), m_clock);
        std::ifstream in(std::string(data) + "edition2.keybackup", std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(in), {});
        engine::StoreKeyBackup backup(desk.engine());
        const auto old = test::must(backup.restore(desk.vault("kv3"), bytesOf(text), test::owner));
        QCOMPARE(desk.estate()->key(old)->versions.size(), std::size_t(2));
        QVERIFY(desk.estate()->key(old)->versions[0].origin == MaterialOrigin::Generated);
        const auto blob = test::must(backup.backUp(old, test::owner));
        QVERIFY(textOf(ByteView(blob).first(8)) == "KWKEYBK3" && text.starts_with("KWKEYBK2"));
        const auto anew = test::must(backup.restore(desk.vault("kv4"), blob, test::owner));
        QCOMPARE(desk.estate()->key(anew)->versions.size(), std::size_t(2));
        KW_OK(desk.store().verifyRecords());
    }

    /// Of a later edition of keys: said so, and not taken for damage.
    void aKeyBackupOfANewerEditionIsRefused()
    {
        test::Desk desk(copied("edition2"), m_clock);
        const auto kek = test::must(desk.store().readSecret(desk.estate()->settings().backupKek));
        auto sealer = test::must(crypto::Sealer::create(test::context(), kek));
        const auto blobOf = [&](unsigned edition) {
            Bytes plain{0, 0, 0, 1, static_cast<std::uint8_t>(edition)}, blob;
            append(blob, bytesOf("KWKEYBK3"));
            append(blob, sealer.seal(plain, bytesOf("KWKEYBK3")));
            return blob;
        };
        engine::StoreKeyBackup backup(desk.engine());
        const auto vault = desk.vault("kv3");
        KW_REFUSED(backup.restore(vault, blobOf(editionOf<Key> + 1), test::owner), Code::BackupNewer);
        KW_REFUSED(backup.restore(vault, blobOf(editionOf<Key>), test::owner), Code::BackupMalformed);
        KW_REFUSED(backup.restore(vault, blobOf(0), test::owner), Code::BackupMalformed);
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
