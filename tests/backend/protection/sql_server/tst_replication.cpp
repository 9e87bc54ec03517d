// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/api/key_usage.h"
#include "backend/estate/costs.h"
#include "backend/estate/plans/guides.h"
#include "backend/estate/services/sql_server/link_plan.h"
#include "tests/support/geo.h"

using namespace keyward;
using namespace keyward::estate;
using keyward::test::Geo;
using keyward::test::region;

/// TDE-13: linked servers and real replicas.
class TestReplication : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

private Q_SLOTS:
    void TDE_13_serversAreLinkedOnceEachHasTheKeysOfTheOther()
    {
        Geo geo(m_folders.fresh(), m_clock);
        const auto link = [&] { return geo.at.desk.run(command::LinkServers{geo.west, geo.north}); };
        auto refused = link();
        QVERIFY(!refused && refused.error().code == Code::KeyNotOnServer);
        QCOMPARE(refused.error().target, std::string("srv2"));
        geo.run(command::AddServerKey{geo.north, geo.at.vault, geo.keyWest, geo.versionOf(geo.keyWest)});
        refused = link();
        QVERIFY(!refused && refused.error().code == Code::KeyNotOnServer);
        QCOMPARE(refused.error().target, std::string("srv1"));
        geo.run(command::AddServerKey{geo.west, geo.vaultNorth, geo.keyNorth, geo.versionOf(geo.keyNorth)});
        test::must(link());
        refused = link();
        QVERIFY(!refused && refused.error().code == Code::AlreadyExists);
        // What the one is protected by is not taken off the other.
        refused = geo.at.desk.run(command::RemoveServerKey{geo.north, geo.keyWest, geo.versionOf(geo.keyWest)});
        QVERIFY(!refused && refused.error().code == Code::KeyNeededByServer);
        QVERIFY(message(refused.error()).contains("linked server srv1 is protected by it"));
        refused = geo.at.desk.run(command::DeleteResource{geo.west});
        QVERIFY(!refused && refused.error().code == Code::ServersLinked);
        const auto data = geo.at.servers.deleteData(geo.west, test::owner);
        QVERIFY(!data && data.error().code == Code::ServersLinked);
        geo.run(command::UnlinkServers{geo.north, geo.west});
        geo.run(command::RemoveServerKey{geo.north, geo.keyWest, geo.versionOf(geo.keyWest)});
        refused = geo.at.desk.run(command::LinkServers{geo.west, geo.west});
        QVERIFY(!refused && refused.error().code == Code::ValueInvalid);
    }

    /// In the vault of its own region: the same key restored there.
    void TDE_13_aCopyOfTheKeyInAnotherVaultDoes()
    {
        Geo geo(m_folders.fresh(), m_clock);
        const auto copy = geo.copyOfKeyWest();
        geo.run(command::AddServerKey{geo.north, geo.vaultNorth, copy, geo.versionOf(copy)});
        geo.run(command::AddServerKey{geo.west, geo.vaultNorth, geo.keyNorth, geo.versionOf(geo.keyNorth)});
        geo.run(command::LinkServers{geo.west, geo.north});
        const auto database = geo.at.database("orders");
        const auto replica = geo.replicate(database); // srv2 may use nothing in kv1
        QCOMPARE(*geo.at.count(replica), 3);
        QVERIFY(geo.now(replica).wrappedBy->key == geo.keyNorth);
        const auto refused = geo.at.desk.run(command::RemoveServerKey{geo.north, copy, geo.versionOf(copy)});
        QVERIFY(!refused && refused.error().code == Code::KeyNeededByServer);
        // The change comes over by the copy, too.
        test::must(geo.at.rows(database, "INSERT INTO t(text) VALUES('four')"));
        QVERIFY(*geo.at.servers.syncReplica(replica, {}) > 0);
        QCOMPARE(*geo.at.count(replica), 4);
    }

    /// It has the same version, and is another key all the same: data keys go under it.
    void TDE_2_aCopyOfTheProtectorIsAnotherProtector()
    {
        Geo geo(m_folders.fresh(), m_clock);
        const auto database = geo.at.database("orders");
        const auto copy = geo.copyOfKeyWest();
        QVERIFY(geo.versionOf(copy) == geo.versionOf(geo.keyWest));
        geo.at.desk.grant(geo.vaultNorth, geo.at.identity, "get,wrapKey,unwrapKey");
        geo.run(command::AddServerKey{geo.west, geo.vaultNorth, copy, geo.versionOf(copy)});
        const auto stays = geo.at.desk.run(command::RemoveServerKey{geo.west, geo.keyWest, geo.versionOf(geo.keyWest)});
        QVERIFY(!stays && stays.error().code == Code::KeyNeededByServer);
        geo.run(geo.protector(geo.west, copy));
        QVERIFY(geo.now(database).wrappedBy->key == copy);
        QVERIFY(test::must(protection::readBootRecord(geo.at.folderOf(database), database)).by->key == copy);
        geo.run(command::RemoveServerKey{geo.west, geo.keyWest, geo.versionOf(geo.keyWest)});
        test::must(geo.at.desk.run(command::RemoveAccessPolicy{geo.at.vault, geo.at.identity}));
        QCOMPARE(*geo.at.count(database), 3);
    }

    void TDE_13_noReplicaWithoutACopyOfTheKey()
    {
        Geo geo(m_folders.fresh(), m_clock);
        const auto database = geo.at.database("orders");
        const auto replicate = [&] { return geo.at.servers.replicate(database, geo.north, test::owner, {}); };
        auto refused = replicate();
        QVERIFY(!refused && refused.error().code == Code::ServersNotLinked);
        geo.link();
        geo.run(command::RemoveAccessPolicy{geo.at.vault, geo.identityNorth});
        refused = replicate();
        QVERIFY(!refused && refused.error().code == Code::ReplicaKeyMissing);
        QVERIFY(message(refused.error()).contains("/keys/tde/"));
        QVERIFY(!remedy(refused.error()).empty());
        QVERIFY(!geo.at.desk.estate()->databaseNamed(geo.north, "orders"));
        geo.at.desk.grant(geo.at.vault, geo.identityNorth, "get,wrapKey,unwrapKey");
        const auto replica = test::must(replicate());
        refused = replicate();
        QVERIFY(!refused && refused.error().code == Code::AlreadyExists);
        const auto ofReplica = geo.at.servers.replicate(replica, geo.west, test::owner, {});
        QVERIFY(!ofReplica && ofReplica.error().code == Code::DatabaseIsReplica);
        const auto unlink = geo.at.desk.run(command::UnlinkServers{geo.west, geo.north});
        QVERIFY(!unlink && unlink.error().code == Code::ServersLinked);
    }

    void TDE_13_aReplicaHasThePagesOfItsPrimaryAndIsOnlyRead()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto database = geo.at.database("orders");
        const auto replica = geo.replicate(database);
        QVERIFY(geo.pagesOf(replica) == geo.at.bytesOf(geo.at.folderOf(database) / "data", m_folders.fresh()));
        QVERIFY(!geo.pagesOf(replica).contains(test::SqlDesk::marker));
        QCOMPARE(*geo.at.count(replica), 3);
        QVERIFY(geo.now(replica).wrappedBy->key == geo.keyNorth && geo.now(database).wrappedBy->key == geo.keyWest);
        const auto written = geo.at.rows(replica, "INSERT INTO t(text) VALUES('mine')");
        QVERIFY(!written && written.error().code == Code::DatabaseIsReplica);
        QVERIFY(message(written.error()).contains("replica of srv1/orders"));
        const auto converted = geo.at.servers.setEncryption(database, false, test::owner, {});
        QVERIFY(!converted && converted.error().code == Code::DatabaseHasReplicas);
        const auto ofReplica = geo.at.servers.setEncryption(replica, false, test::owner, {});
        QVERIFY(!ofReplica && ofReplica.error().code == Code::DatabaseIsReplica);
        for (const auto &check : test::must(geo.at.servers.verify(engine::Depth::Contents, {})))
            QVERIFY(check.state == engine::DataCheck::State::Whole);
    }

    void TDE_13_whatIsWrittenFollowsWhileBothAreInUse()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto database = geo.at.database("orders");
        const auto replica = geo.replicate(database);
        const auto writing = test::must(geo.at.servers.connect(database));
        const auto reading = test::must(geo.at.servers.connect(replica));
        const auto count = [&] {
            return std::get<std::int64_t>(
                test::must(reading->query("SELECT count(*) FROM t", {})).rows.front().front());
        };
        test::must(writing->query("INSERT INTO t(text) VALUES('four')", {}));
        QCOMPARE(count(), 3);
        m_clock.advance(std::chrono::minutes(1));
        QVERIFY(geo.at.due().done.empty()); // not yet
        m_clock.advance(std::chrono::minutes(5));
        const auto before = geo.now(replica).replication->asOf;
        const auto due = geo.at.due();
        QVERIFY(due.failed.empty());
        QCOMPARE(due.done.size(), std::size_t(1));
        QCOMPARE(count(), 4); // the same connection
        QVERIFY(geo.now(replica).replication->asOf > before);
        test::must(writing->query("INSERT INTO t(text) VALUES('five'); CREATE TABLE more(x)", {}));
        QVERIFY(*geo.at.servers.syncReplica(replica, {}) > 0);
        QCOMPARE(count(), 5);
        QCOMPARE(*geo.at.servers.syncReplica(replica, {}), std::uint64_t(0));
    }

    /// TDE-5: what stands still asks for no key.
    void nothingIsAskedForWhereNothingChanged()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto database = geo.at.database("orders");
        const auto replica = geo.replicate(database);
        m_clock.set(std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now()) + std::chrono::seconds(10));
        test::must(geo.at.servers.syncReplica(replica, {}));
        engine::KeyUsage usage(geo.at.desk.engine());
        const auto calls = [&] {
            const auto all = test::must(usage.calls({monthOf(geo.at.desk.engine().now())}));
            std::uint64_t out = 0;
            const auto byOwner = callsByOwner(*geo.at.desk.estate(), all);
            for (const auto &[group, count] : byOwner.of(geo.north))
                if (group.operation == Permission::UnwrapKey) out += count.all();
            return out;
        };
        const auto before = calls();
        QVERIFY2(before > 0, "the name of the operation");
        test::must(geo.at.servers.syncReplica(replica, {}));
        QCOMPARE(calls(), before);
        test::must(geo.at.rows(database, "INSERT INTO t(text) VALUES('four')"));
        test::must(geo.at.servers.syncReplica(replica, {}));
        QVERIFY(calls() > before);
        QCOMPARE(*geo.at.count(replica), 4);
    }

    void TDE_13_aRotationNeedsTheSecondaryFirst()
    {
        Geo geo(m_folders.fresh(), m_clock, true);
        geo.link();
        geo.run(geo.protector(geo.north, geo.keyWest)); // both by one key
        const auto replica = geo.replicate(geo.at.database("orders"));
        const auto first = geo.versionOf(geo.keyWest);
        test::must(geo.at.desk.run(geo.at.desk.rotation(geo.keyWest)));
        const auto second = geo.versionOf(geo.keyWest);
        geo.run(command::AddServerKey{geo.west, geo.at.vault, geo.keyWest, second});
        auto refused = geo.at.desk.run(geo.protector(geo.west, geo.keyWest));
        QVERIFY(!refused && refused.error().code == Code::KeyNotOnServer);
        QCOMPARE(refused.error().target, std::string("srv2"));
        geo.run(command::AddServerKey{geo.north, geo.at.vault, geo.keyWest, second});
        refused = geo.at.desk.run(geo.protector(geo.west, geo.keyWest));
        QVERIFY(!refused && refused.error().code == Code::SecondaryFirst);
        geo.run(geo.protector(geo.north, geo.keyWest));
        QVERIFY(geo.now(replica).wrappedBy->version == second);
        geo.run(geo.protector(geo.west, geo.keyWest));
        QVERIFY(geo.now(geo.now(replica).replication->primary).wrappedBy->version == second);
        // The guide does so by itself.
        const RotateGoal goal{.key = geo.keyWest, .from = second, .retire = false};
        const auto plan = planRotate(*geo.at.desk.estate(), goal, geo.at.desk.engine().now(), test::id<RecordId>());
        std::vector<std::string> order;
        for (const auto &step : plan.steps) {
            QVERIFY2(step.state != Step::State::Blocked, step.id.c_str());
            if (step.action && std::holds_alternative<command::SetKey>(*step.action))
                order.push_back(
                    geo.at.desk.estate()->resource(std::get<command::SetKey>(*step.action).resource)->name.text());
        }
        QCOMPARE(order, (std::vector<std::string>{"srv2", "srv1"}));
        QVERIFY(first != second);
    }

    /// Killed while pages were carried over, then on its own: whoever opens it finishes that first.
    void TDE_13_whatWasCutShortIsFinishedOnceItIsADatabaseOfItsOwn()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto database = geo.at.database("orders");
        const auto replica = geo.replicate(database);
        const auto before = geo.pagesOf(replica);
        test::must(geo.at.rows(database, "INSERT INTO t(text) VALUES('four')"));
        test::must(geo.at.servers.syncReplica(replica, {}));
        const auto folder = geo.at.folderOf(replica);
        // As it was in between: noted what is to be written, and nothing of it done.
        {
            std::ofstream(folder / "changes", std::ios::binary) << "not whole";
        }
        QVERIFY(!geo.at.count(replica)); // neither is it read meanwhile …
        test::must(geo.at.rows(database, "INSERT INTO t(text) VALUES('five')"));
        test::must(geo.at.servers.syncReplica(replica, {})); // … and what cannot be finished is compared
        QCOMPARE(*geo.at.count(replica), 5);
        QVERIFY(!std::filesystem::exists(folder / "changes"));
        geo.run(command::DetachReplica{replica});
        {
            std::ofstream(folder / "changes", std::ios::binary) << "not whole";
        }
        const auto refused = geo.at.count(replica);
        QVERIFY(!refused && refused.error().code == Code::DatabaseDamaged);
        QVERIFY(before != geo.pagesOf(replica));
    }

    /// What somebody decided is not undone by linking.
    void TDE_13_linkingGrantsAndMendsNothingElse()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.run(command::AddServerKey{geo.north, geo.at.vault, geo.keyWest, geo.versionOf(geo.keyWest)});
        geo.at.desk.grant(geo.at.vault, geo.identityNorth, "get,wrapKey,unwrapKey");
        test::must(geo.at.desk.run(
            command::UpdateKeyVersion{geo.keyWest, geo.versionOf(geo.keyWest), false, {}, {}, {}, {}}, true));
        const auto plan =
            planLink(*geo.at.desk.estate(), {geo.west, geo.north}, geo.at.desk.engine().now(), test::id<RecordId>());
        QVERIFY(plan.blocked());
        for (const auto &step : plan.steps)
            QVERIFY(!step.action || !std::holds_alternative<command::UpdateKeyVersion>(*step.action));
    }

    /// Also where each has a copy of the key in a vault of its own; and not while the secondary is down.
    void TDE_13_aRotationNeedsTheSecondaryFirstByItsCopy()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto copy = geo.copyOfKeyWest();
        geo.run(command::AddServerKey{geo.north, geo.vaultNorth, copy, geo.versionOf(copy)});
        geo.run(geo.protector(geo.north, copy));
        geo.replicate(geo.at.database("orders"));
        test::must(geo.at.desk.run(geo.at.desk.rotation(geo.keyWest)));
        const auto second = geo.versionOf(geo.keyWest);
        geo.run(command::AddServerKey{geo.west, geo.at.vault, geo.keyWest, second});
        geo.run(command::AddServerKey{geo.north, geo.at.vault, geo.keyWest, second});
        const auto refused = geo.at.desk.run(geo.protector(geo.west, geo.keyWest));
        QVERIFY(!refused && refused.error().code == Code::SecondaryFirst);
        geo.outage("northeurope");
        geo.run(geo.protector(geo.west, geo.keyWest)); // its replicas wait
    }

    /// BKP-7: nothing is carried from one tenant into another.
    void TDE_13_aMoveToAnotherTenantEndsIt()
    {
        Geo geo(m_folders.fresh(), m_clock);
        const auto other = test::id<SubscriptionId>();
        const auto &settings = geo.at.desk.estate()->settings();
        geo.run(command::CreateSubscription{other, test::must(DisplayName::from("Second")), settings.tenant});
        const auto guid = geo.at.desk.estate()->subscription(other)->guid;
        auto place = geo.at.place();
        place.region = region("northeurope");
        place.subscription = guid;
        geo.run(command::CreateGroup{test::id<GroupId>(), guid,
                                     test::must(ResourceGroupName::from(place.resourceGroup)), place.region});
        const auto there = test::id<ResourceId>();
        geo.run(command::CreateResource{there, "sql-server", test::must(ResourceName::from("srv9")), place, {}});
        const auto home = geo.at.addServer("srv8");
        geo.run(command::LinkServers{home, there});
        const auto database = test::must(
            geo.at.servers.create({.server = home, .name = test::must(DatabaseName::from("orders"))}, test::owner, {}));
        const auto replica = test::must(geo.at.servers.replicate(database, there, test::owner, {}));
        const auto tenant = test::id<TenantId>();
        geo.run(command::CreateTenant{tenant, test::must(DisplayName::from("Fabrikam"))});
        test::must(geo.at.desk.run(
            command::TransferSubscription{other, geo.at.desk.estate()->tenant(tenant)->directory}, true));
        const auto refused = geo.at.servers.syncReplica(replica, {});
        QVERIFY(!refused && refused.error().code == Code::ServersLinked);
        QVERIFY(!geo.at.servers.replicate(database, there, test::owner, {}));
    }

    void TDE_13_theCopyThatCanBeUsedIsUsed()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto database = geo.at.database("orders");
        const auto replica = geo.replicate(database);
        const auto copy = geo.copyOfKeyWest();
        geo.run(command::AddServerKey{geo.north, geo.vaultNorth, copy, geo.versionOf(copy)});
        geo.run(command::RemoveAccessPolicy{geo.at.vault, geo.identityNorth});
        test::must(geo.at.rows(database, "INSERT INTO t(text) VALUES('four')"));
        test::must(geo.at.servers.syncReplica(replica, {}));
        QCOMPARE(*geo.at.count(replica), 4);
    }

    void TDE_13_whatIsDroppedLeavesItsReplicaAsADatabase()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto database = geo.at.database("orders");
        const auto replica = geo.replicate(database);
        geo.run(command::DropDatabase{.database = database});
        QVERIFY(!geo.now(replica).replication);
        test::must(geo.at.rows(replica, "INSERT INTO t(text) VALUES('four')"));
        QCOMPARE(*geo.at.count(replica), 4);
        const auto other = geo.at.database("others");
        const auto second = geo.replicate(other);
        geo.run(command::DetachReplica{second});
        test::must(geo.at.rows(second, "DELETE FROM t"));
        QCOMPARE(*geo.at.count(other), 3);
        geo.run(command::UnlinkServers{geo.west, geo.north});
    }

    void plainDatabasesAreReplicatedAsTheyAre()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto database = geo.at.database("plain", false);
        const auto replica = geo.replicate(database);
        QCOMPARE(*geo.at.count(replica), 3);
        test::must(geo.at.rows(database, "INSERT INTO t(text) VALUES('four')"));
        test::must(geo.at.servers.syncReplica(replica, {}));
        QCOMPARE(*geo.at.count(replica), 4);
        KW_OK(geo.failOver(replica));
        QCOMPARE(*geo.at.count(replica), 4);
    }
};

QTEST_GUILESS_MAIN(TestReplication)
#include "tst_replication.moc"
