// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/store_keys.h"
#include "backend/estate/claims.h"
#include "tests/support/sql_desk.h"

#include <atomic>

using namespace keyward;
using namespace keyward::estate;
namespace fs = std::filesystem;

/// Backups of real databases under real keys: made, restored, refused.
class TestDatabaseBackups : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    static DatabaseBackupId backUp(test::SqlDesk &at, const DatabaseId &database)
    {
        return test::must(at.servers.backUp(database, test::owner, {}));
    }
    static DatabaseBackup backupNow(const test::SqlDesk &at, const DatabaseBackupId &id)
    {
        return *at.desk.estate()->databaseBackup(id);
    }
    static Result<DatabaseId> restore(test::SqlDesk &at, const DatabaseBackupId &backup, const std::string &name,
                                      std::optional<ResourceId> server = {})
    {
        return at.servers.restore(
            {.backup = backup, .server = server.value_or(at.server), .name = test::must(DatabaseName::from(name))},
            test::owner, {});
    }
    static fs::path folderOf(const test::SqlDesk &at, const DatabaseBackupId &id)
    {
        return at.desk.store().folder() / backupNow(at, id).folder;
    }
    static std::string fileOf(const test::SqlDesk &at, const DatabaseBackupId &id, const char *name = "data")
    {
        std::ifstream in(folderOf(at, id) / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    static bool folderIsGone(const test::SqlDesk &at, const std::string &folder)
    {
        return !fs::exists(at.desk.store().folder() / folder);
    }

private Q_SLOTS:
    void aBackupHoldsWhatWasCommittedAndNothingInTheClear()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = at.database("orders");
        const auto backup = backUp(at, database);
        test::must(at.rows(database, "DELETE FROM t"));
        const auto restored = test::must(restore(at, backup, "orders-2"));
        QCOMPARE(*at.count(restored), 3);
        QCOMPARE(*at.count(database), 0);
        QVERIFY(fileOf(at, backup).find(test::SqlDesk::marker) == std::string::npos);
        const auto kept = backupNow(at, backup);
        QCOMPARE(kept.bytes, fileOf(at, backup).size());
        QCOMPARE(kept.databaseName, std::string("orders"));
        QVERIFY(kept.database == database);
    }

    void TDE_15_aBackupStaysUnderTheProtectorOfItsTime()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto first = at.version();
        const auto database = at.database("orders");
        const auto backup = backUp(at, database);
        const auto pages = fileOf(at, backup), boot = fileOf(at, backup, "boot");
        const auto second = at.protectBy("tde-2");
        QVERIFY(at.databaseNow(database).wrappedBy->key == second);
        QVERIFY(backupNow(at, backup).wrappedBy->version == first);
        QVERIFY(test::must(protection::readBootRecord(folderOf(at, backup), database)).by->version == first);
        QCOMPARE(fileOf(at, backup), pages);
        QCOMPARE(fileOf(at, backup, "boot"), boot);
        QVERIFY(backupNow(at, backUp(at, database)).wrappedBy->key == second);
        // It is restored by the former key, and what is restored is under the present one.
        const auto restored = test::must(restore(at, backup, "again"));
        QVERIFY(at.databaseNow(restored).wrappedBy->key == second);
        QCOMPARE(*at.count(restored), 3);
    }

    void TDE_15_aRestoreIsRefusedWithoutItsKeyAndWorksOnceThatIsBack()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = at.database("orders");
        const auto first = backUp(at, database);
        const auto from = m_clock.now();
        m_clock.advance(std::chrono::hours(3));
        const auto last = backUp(at, database);
        const auto to = m_clock.now();
        m_clock.advance(std::chrono::hours(3));
        const auto uri = backupNow(at, first).wrappedBy->uri;
        at.protectBy("tde-2");
        backUp(at, database); // under the other one: not among those that need it
        const auto refusedFor = [&](const char *why) {
            const auto outcome = restore(at, last, "again");
            const auto said = outcome ? std::string("it was restored") : message(outcome.error());
            return !outcome && outcome.error().code == Code::BackupKeyMissing && said.find(uri) != std::string::npos &&
                   said.find(isoText(from)) != std::string::npos && said.find(isoText(to)) != std::string::npos &&
                   said.find(why) != std::string::npos && !at.desk.estate()->databaseNamed(at.server, "again");
        };
        test::must(at.desk.run(command::UpdateKeyVersion{at.key, at.version(), false, {}, {}, {}, {}}, true));
        QVERIFY(refusedFor("disabled"));
        test::must(at.desk.run(command::UpdateKeyVersion{at.key, at.version(), true, {}, {}, {}, {}}));
        test::must(at.desk.run(command::DeleteKey{at.key}, true));
        QVERIFY(refusedFor("deleted"));
        test::must(at.desk.run(command::RecoverKey{at.key}));
        QCOMPARE(*at.count(test::must(restore(at, last, "again"))), 3);
        QCOMPARE(*at.count(test::must(restore(at, first, "again-2"))), 3);
    }

    /// … in its original vault, under its original name.
    void TDE_15_theKeyCountsOnlyInItsOwnVault()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto backup = backUp(at, at.database("orders"));
        engine::StoreKeyBackup keys(at.desk.engine());
        const auto blob = test::must(keys.backUp(at.key, test::owner));
        at.protectBy("tde-2");
        test::must(at.desk.run(command::DeleteKey{at.key}, true));
        m_clock.advance(Days(91));
        test::must(at.desk.run(command::PurgeKey{at.key}, true));
        const auto refused = [&] {
            const auto outcome = restore(at, backup, "again");
            return !outcome && outcome.error().code == Code::BackupKeyMissing &&
                   message(outcome.error()).find("not in its vault under its name") != std::string::npos;
        };
        QVERIFY(refused());
        const auto elsewhere = at.desk.vault("kv2");
        at.desk.grant(elsewhere, at.identity, "get,wrapKey,unwrapKey");
        const auto copy = test::must(keys.restore(elsewhere, blob, test::owner));
        QVERIFY(refused());
        test::must(at.desk.run(command::DeleteKey{copy}, true));
        m_clock.advance(Days(91));
        test::must(at.desk.run(command::PurgeKey{copy}, true));
        test::must(keys.restore(at.vault, blob, test::owner));
        QCOMPARE(*at.count(test::must(restore(at, backup, "again"))), 3);
    }

    /// TDE-7: … and so is a restore by a job that began while the key was still there.
    void TDE_7_noKeyNoData()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = at.database("orders");
        const auto backup = backUp(at, database);
        at.protectBy("tde-2");
        test::must(at.desk.run(command::UpdateKeyVersion{at.key, at.version(), false, {}, {}, {}, {}}, true));
        // Past the rules of the core, as a process does whose view of the estate is old: the vault refuses.
        const auto boot = test::must(protection::readBootRecord(folderOf(at, backup), database));
        const engine::KeyRequest request{at.identity, at.vault, at.key, at.version(), "srv1", {}};
        const auto unwrapped = at.desk.keys().unwrap(request, boot.algorithm, boot.wrapped);
        QVERIFY(!unwrapped);
        QVERIFY(unwrapped.error().code == Code::KeyDisabled);
        QVERIFY(!restore(at, backup, "again"));
        // A database whose server lost access is not backed up either.
        test::must(at.desk.run(command::UpdateKeyVersion{at.desk.estate()->keyNamed(at.vault, "tde-2")->id,
                                                         at.desk.estate()->keyNamed(at.vault, "tde-2")->latest().id,
                                                         false,
                                                         {},
                                                         {},
                                                         {},
                                                         {}},
                               true));
        QVERIFY(!at.servers.checkAccess(at.server));
        const auto refused = at.servers.backUp(database, test::owner, {});
        QVERIFY(!refused && refused.error().code == Code::DatabaseInaccessible);
    }

    void TDE_16_theTargetServerNeedsTheKey()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto backup = backUp(at, at.database("orders"));
        const auto other = at.addServer("srv2");
        const auto onOther = [&] { return restore(at, backup, "orders", other); };
        auto refused = onOther();
        QVERIFY(!refused && refused.error().code == Code::BackupKeyMissing);
        QVERIFY(message(refused.error()).find("it was not added to this server") != std::string::npos);
        QVERIFY(remedy(refused.error()).find("sql key add srv2 --key kv1/tde/") != std::string::npos);
        test::must(at.desk.run(command::AddServerKey{other, at.vault, at.key, at.version()}));
        refused = onOther(); // it has no identity that could ask for it
        QVERIFY(!refused && refused.error().code == Code::BackupKeyMissing);
        const auto identity = at.desk.identity(other);
        at.desk.grant(at.vault, identity, "get,wrapKey,unwrapKey");
        const auto restored = test::must(onOther());
        QVERIFY(at.databaseNow(restored).server == other);
        QVERIFY(!at.databaseNow(restored).wrappedBy); // by the platform's key, as that server's are
        QCOMPARE(*at.count(restored), 3);
    }

    void TDE_16_aKeyThatAKeptBackupNeedsStays()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto version = at.version();
        const auto backup = backUp(at, at.database("orders"));
        at.protectBy("tde-2");
        const command::RemoveServerKey take{at.server, at.key, version};
        const auto refused = at.desk.run(take);
        QVERIFY(!refused && refused.error().code == Code::KeyNeededByServer);
        QVERIFY(message(refused.error()).find("1 backup can only be restored with it") != std::string::npos);
        // A database and its backup are told apart, and not added up.
        at.protectBy("tde-3");
        test::must(at.desk.run(at.protectorOf(at.key)));
        const auto estate = at.desk.estate();
        const auto told = joined(summed(*estate, claims(*estate, *estate->key(at.key)))).text();
        QVERIFY2(told.find("1 database of") != std::string::npos, told.c_str());
        QVERIFY2(told.find("1 backup of") != std::string::npos, told.c_str());
        test::must(at.desk.run(at.protectorOf(at.desk.estate()->keyNamed(at.vault, "tde-3")->id)));
        const auto live = at.desk.run(command::DeleteKey{at.key});
        QVERIFY(!live && live.error().code == Code::LiveClaims);
        test::must(at.desk.run(command::DeleteDatabaseBackup{backup}));
        test::must(at.desk.run(take));
        test::must(at.desk.run(command::DeleteKey{at.key}));
    }

    void theDataKeyOfARestoredDatabaseIsItsOwn()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = at.database("orders");
        const auto backup = backUp(at, database);
        const auto restored = test::must(restore(at, backup, "again"));
        const engine::KeyRequest request{at.identity, at.vault, at.key, at.version(), "srv1", {}};
        const auto keyIn = [&](const fs::path &folder, const DatabaseId &of) {
            const auto boot = test::must(protection::readBootRecord(folder, of));
            return test::must(at.desk.keys().unwrap(request, boot.algorithm, boot.wrapped));
        };
        QVERIFY(keyIn(folderOf(at, backup), database).sameAs(keyIn(at.folderOf(database), database)));
        QVERIFY(!keyIn(at.folderOf(restored), restored).sameAs(keyIn(at.folderOf(database), database)));
    }

    void aPlainDatabaseHasAPlainBackup()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto backup = backUp(at, at.database("plain", false));
        QVERIFY(!backupNow(at, backup).wrappedBy);
        const auto restored = test::must(restore(at, backup, "again"));
        QVERIFY(!at.databaseNow(restored).encrypted);
        QCOMPARE(*at.count(restored), 3);
    }

    void aBackupOutlivesItsDatabase()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = at.database("orders");
        const auto backup = backUp(at, database);
        test::must(at.desk.run(command::DropDatabase{.database = database}));
        const auto busy = at.desk.run(command::DeleteResource{at.server});
        QVERIFY(!busy && busy.error().code == Code::ServerNotEmpty);
        QCOMPARE(*at.count(test::must(restore(at, backup, "orders"))), 3);
        const auto folder = backupNow(at, backup).folder;
        test::must(at.desk.run(command::DeleteDatabaseBackup{backup}));
        QVERIFY(folderIsGone(at, folder));
    }

    void whatWasAlteredIsFoundWithoutAKeyAndNotRestored()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = at.database("orders");
        const auto backup = backUp(at, database);
        const auto other = backUp(at, database);
        const auto states = [&](engine::Depth depth) {
            std::map<RecordId, engine::DataCheck::State> out;
            for (const auto &check : test::must(at.servers.verify(depth, {}))) out[check.data] = check.state;
            return out;
        };
        using State = engine::DataCheck::State;
        QVERIFY(states(engine::Depth::Contents).at(recordOf(backup)) == State::Whole);
        {
            std::fstream file(folderOf(at, backup) / "data", std::ios::binary | std::ios::in | std::ios::out);
            file.seekp(4096 + 100);
            file.put('x');
        }
        QVERIFY(states(engine::Depth::Contents).at(recordOf(backup)) == State::Damaged);
        QVERIFY(states(engine::Depth::Contents).at(recordOf(other)) == State::Whole);
        auto refused = restore(at, backup, "again");
        QVERIFY(!refused && refused.error().code == Code::DatabaseBackupDamaged);
        fs::resize_file(folderOf(at, other) / "data", 4096);
        QVERIFY(states(engine::Depth::Presence).at(recordOf(other)) == State::Damaged);
        refused = restore(at, other, "again");
        QVERIFY(!refused && refused.error().code == Code::DatabaseBackupDamaged);
        QVERIFY(!at.desk.estate()->databaseNamed(at.server, "again"));
    }

    /// The older backup of the same database, whole in itself, in the place of the newer one.
    void aBackupInTheFolderOfAnotherIsNotTakenForIt()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = at.database("orders");
        const auto older = backUp(at, database);
        test::must(at.rows(database, "INSERT INTO t(text) VALUES ('four')"));
        const auto newer = backUp(at, database);
        fs::copy_file(folderOf(at, older) / "data", folderOf(at, newer) / "data", fs::copy_options::overwrite_existing);
        auto refused = restore(at, newer, "again");
        QVERIFY(!refused && refused.error().code == Code::DatabaseBackupDamaged);
        // Of the same data key, under another protector: what the estate knows of this one counts.
        at.protectBy("tde-2");
        const auto latest = backUp(at, database);
        fs::copy_file(folderOf(at, latest) / "boot", folderOf(at, older) / "boot",
                      fs::copy_options::overwrite_existing);
        refused = restore(at, older, "again");
        QVERIFY(!refused && refused.error().code == Code::DatabaseBackupDamaged);
    }

    void whatIsAtWorkIsNotDeleted()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = at.database("orders");
        const auto backup = backUp(at, database);
        bool tried = false;
        const auto busy = [&](const Action &action) {
            const auto outcome = at.desk.run(action, true);
            return !outcome && outcome.error().code == Code::Busy;
        };
        const auto whileItIsBackedUp = [&](const engine::Progress &) {
            if (!std::exchange(tried, true) && !busy(command::DropDatabase{.database = database})) qFatal("dropped");
            return true;
        };
        test::must(at.servers.backUp(database, test::owner, whileItIsBackedUp));
        QVERIFY(std::exchange(tried, false));
        const auto whileItIsRestored = [&](const engine::Progress &) {
            if (!std::exchange(tried, true) && !busy(command::DeleteDatabaseBackup{backup})) qFatal("deleted");
            return true;
        };
        test::must(
            at.servers.restore({.backup = backup, .server = at.server, .name = test::must(DatabaseName::from("again"))},
                               test::owner, whileItIsRestored));
        QVERIFY(tried);
    }

    /// Each transaction writes a row into both tables: a backup that is of one moment has as many in the one as in the
    /// other.
    void aBackupIsOfOneMomentWhileOthersWrite()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = test::must(at.create("orders"));
        test::must(at.rows(database, "CREATE TABLE a(x); CREATE TABLE b(x)"));
        std::atomic<bool> stop = false;
        std::atomic<int> written = 0;
        std::thread writer([&] {
            const auto connection = test::must(at.servers.connect(database));
            while (!stop) {
                test::must(connection->query("INSERT INTO a VALUES (hex(randomblob(2000))); "
                                             "INSERT INTO b VALUES (hex(randomblob(2000)))",
                                             {}));
                ++written;
            }
        });
        while (written < 20) std::this_thread::yield();
        const auto before = written.load();
        const auto backup = backUp(at, database);
        stop = true;
        writer.join();
        const auto restored = test::must(restore(at, backup, "again"));
        const auto rows =
            test::must(at.rows(restored, "SELECT (SELECT count(*) FROM a), (SELECT count(*) FROM b)")).rows.front();
        QCOMPARE(std::get<std::int64_t>(rows[0]), std::get<std::int64_t>(rows[1]));
        QVERIFY(std::get<std::int64_t>(rows[0]) >= before);
    }

    void whatIsCancelledLeavesNothing()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = at.database("orders");
        const auto entries = [&] {
            std::set<fs::path> out;
            for (const auto &one : fs::directory_iterator(at.desk.store().folder())) out.insert(one.path());
            return out;
        };
        const auto before = entries();
        const auto never = [](const engine::Progress &) { return false; };
        const auto cancelled = at.servers.backUp(database, test::owner, never);
        QVERIFY(!cancelled && cancelled.error().code == Code::Cancelled);
        QVERIFY(at.desk.estate()->databaseBackupsOf(at.server).size() == 0);
        QVERIFY(entries() == before);
        const auto backup = backUp(at, database);
        const auto with = entries();
        const auto restored =
            at.servers.restore({.backup = backup, .server = at.server, .name = test::must(DatabaseName::from("again"))},
                               test::owner, never);
        QVERIFY(!restored && restored.error().code == Code::Cancelled);
        QVERIFY(entries() == with);
    }

    void P4_aRotationIsNotHeldUpByBackupsUnderAKeyThatIsGone()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = at.database("orders");
        const auto backup = backUp(at, database);
        at.protectBy("tde-2");
        test::must(at.desk.run(command::UpdateKeyVersion{at.key, at.version(), false, {}, {}, {}, {}}, true));
        const auto third = at.protectBy("tde-3");
        QVERIFY(at.databaseNow(database).wrappedBy->key == third);
        const auto estate = at.desk.estate();
        const auto health = assess(*estate, m_clock.now());
        const auto *verdict = health.bindings.find(at.server);
        QVERIFY(verdict);
        QCOMPARE(verdict->unreadable, std::uint64_t(1));
        QCOMPARE(verdict->unreadableKept, std::uint64_t(1));
        QVERIFY(std::ranges::any_of(verdict->reasons, [](const Reason &reason) {
            return message(reason.what).find("1 backup cannot be restored") != std::string::npos;
        }));
        QVERIFY(backupNow(at, backup).wrappedBy->key == at.key);
    }
};

QTEST_GUILESS_MAIN(TestDatabaseBackups)
#include "tst_database_backups.moc"
