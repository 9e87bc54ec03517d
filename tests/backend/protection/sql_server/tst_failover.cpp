// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/geo.h"

using namespace keyward;
using namespace keyward::estate;
using keyward::test::Geo;
using keyward::test::holds;
using keyward::test::region;

/// TDE-13: a region that is out, and a replica that takes its primary's place.
class TestFailover : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

private Q_SLOTS:
    void TDE_13_withAVaultEachAnOutageLeavesTheReplica()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto database = geo.at.database("orders");
        const auto replica = geo.replicate(database);
        const auto alone = geo.at.database("alone");
        const auto open = test::must(geo.at.servers.connect(database));
        const auto told = readableWithout(*geo.at.desk.estate(), {region("westeurope")});
        QCOMPARE(told.size(), std::size_t(2));
        QVERIFY(told[0].primary->id == alone && !told[0].anywhere());
        QVERIFY(told[1].primary->id == database && told[1].anywhere());
        QVERIFY(!told[1].copies[0].readable && told[1].copies[1].readable);
        geo.outage("westeurope");
        QVERIFY(!open->isOpen());
        QCOMPARE(geo.state(database), std::string("region out"));
        const auto refused = geo.at.count(database);
        QVERIFY(!refused && refused.error().code == Code::RegionOut);
        QCOMPARE(*geo.at.count(replica), 3);
        QVERIFY(holds(geo.said(), "Region westeurope is out"));
        for (const auto &made : {geo.at.create("new"), geo.at.servers.replicate(replica, geo.west, test::owner, {})})
            QVERIFY(!made);
        // Nothing is dropped by a server that is down itself.
        m_clock.advance(std::chrono::hours(30));
        geo.at.due();
        QVERIFY(geo.at.desk.estate()->database(alone));
        geo.outage("westeurope", false);
        QCOMPARE(*geo.at.count(database), 3);
        QCOMPARE(*geo.at.count(alone), 3);
    }

    /// By what the change leaves the servers to do, not at their next look.
    void TDE_13_whoNeedsTheRegionFindsOutAtOnce()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto database = geo.at.database("orders");
        geo.replicate(database);
        geo.run(geo.protector(geo.north, geo.keyWest)); // in the vault of the other region
        const auto loss = [&](const ResourceId &server) { return geo.at.desk.estate()->resource(server)->loss; };
        geo.outage("westeurope");
        QVERIFY(loss(geo.north) && loss(geo.north)->kind == AccessLoss::Kind::Unreachable);
        QVERIFY(!loss(geo.west)); // it is down itself, and asks nobody
        geo.outage("westeurope", false);
        QVERIFY(!loss(geo.north));
        geo.outage("uksouth");
        QVERIFY(!loss(geo.north) && !loss(geo.west));
    }

    void TDE_13_withASharedVaultInTheLostRegionNoneIsReadable()
    {
        Geo geo(m_folders.fresh(), m_clock, true);
        geo.link();
        const auto database = geo.at.database("orders");
        const auto replica = geo.replicate(database);
        QVERIFY(holds(geo.said(), "are protected by keys of one vault, kv1"));
        const auto told = readableWithout(*geo.at.desk.estate(), {region("westeurope")});
        QCOMPARE(told.size(), std::size_t(1));
        QVERIFY(!told[0].anywhere());
        geo.outage("westeurope");
        QCOMPARE(geo.state(replica), std::string("inaccessible"));
        QVERIFY(geo.at.desk.estate()->resource(geo.north)->loss->kind == AccessLoss::Kind::Unreachable);
        QVERIFY(!geo.at.count(replica) && !geo.at.count(database));
        m_clock.advance(std::chrono::hours(30)); // a rehearsal destroys nothing
        geo.at.due();
        geo.outage("westeurope", false);
        QCOMPARE(*geo.at.count(replica), 3); // healed by the next connection
        QCOMPARE(*geo.at.count(database), 3);
    }

    void TDE_13_aPlannedFailoverLosesNothing()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto database = geo.at.database("orders");
        const auto replica = geo.replicate(database);
        const auto writing = test::must(geo.at.servers.connect(database));
        test::must(writing->query("INSERT INTO t(text) VALUES('four')", {}));
        KW_OK(geo.failOver(replica));
        QVERIFY(!writing->isOpen());
        QCOMPARE(*geo.at.count(replica), 4);
        QVERIFY(!geo.now(replica).replication);
        QVERIFY(geo.now(database).replication->primary == replica && !geo.now(database).replication->diverged);
        const auto refused = geo.at.rows(database, "DELETE FROM t");
        QVERIFY(!refused && refused.error().code == Code::DatabaseIsReplica);
        test::must(geo.at.rows(replica, "INSERT INTO t(text) VALUES('five')"));
        QVERIFY(*geo.at.servers.syncReplica(database, {}) > 0);
        QCOMPARE(*geo.at.count(database), 5);
        KW_OK(geo.failOver(database)); // and back
        QCOMPARE(*geo.at.count(database), 5);
        test::must(geo.at.rows(database, "INSERT INTO t(text) VALUES('six')"));
        test::must(geo.at.servers.syncReplica(replica, {}));
        QCOMPARE(*geo.at.count(replica), 6);
        const auto again = geo.failOver(database);
        QVERIFY(!again && again.error().code == Code::DatabaseNoReplica);
    }

    /// Keys, replication, failover, in this order.
    void TDE_13_noPlannedFailoverWithoutTheKey()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto database = geo.at.database("orders");
        const auto replica = geo.replicate(database);
        geo.run(command::RemoveAccessPolicy{geo.at.vault, geo.identityNorth});
        const auto refused = geo.failOver(replica);
        QVERIFY(!refused && refused.error().code == Code::ReplicaKeyMissing);
        QVERIFY(geo.now(replica).replication && !geo.now(database).replication);
        test::must(geo.at.rows(database, "INSERT INTO t(text) VALUES('four')"));
        QVERIFY(!geo.at.servers.syncReplica(replica, {}));
        QVERIFY(geo.now(replica).replication->stopped);
        QVERIFY(holds(geo.said(), "does not follow its primary"));
        geo.at.desk.grant(geo.at.vault, geo.identityNorth, "get,wrapKey,unwrapKey");
        test::must(geo.at.servers.syncReplica(replica, {}));
        QVERIFY(!geo.now(replica).replication->stopped);
        QCOMPARE(*geo.at.count(replica), 4);
    }

    void TDE_13_aFailoverDuringAnOutageKeepsWhatTheFormerPrimaryHad()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto database = geo.at.database("orders");
        const auto replica = geo.replicate(database);
        test::must(geo.at.rows(database, "INSERT INTO t(text) VALUES('only here')"));
        geo.outage("westeurope");
        KW_OK(geo.failOver(replica));
        QCOMPARE(*geo.at.count(replica), 3);
        test::must(geo.at.rows(replica, "INSERT INTO t(text) VALUES('a'),('b')"));
        QVERIFY(geo.now(database).replication->diverged);
        QVERIFY(!geo.at.servers.syncReplica(database, {}));
        geo.outage("westeurope", false);
        QVERIFY(geo.at.desk.estate()->databaseBackupsOf(geo.west).size() == 0);
        geo.at.due();
        QCOMPARE(*geo.at.count(database), 5);
        QVERIFY(!geo.now(database).replication->diverged);
        const auto restored = geo.restoredFrom(geo.west);
        QCOMPARE(
            std::get<std::int64_t>(test::must(geo.at.rows(restored, "SELECT count(*) FROM t WHERE text='only here'"))
                                       .rows.front()
                                       .front()),
            1);
    }

    /// At once, before anything else looked: what only the former primary has is kept all the same.
    void TDE_13_aFailbackKeepsWhatTheFormerPrimaryHad()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto database = geo.at.database("orders");
        const auto replica = geo.replicate(database);
        test::must(geo.at.rows(database, "INSERT INTO t(text) VALUES('only here')"));
        geo.outage("westeurope");
        const auto whole = geo.failOver(replica, true);
        QVERIFY(!whole && whole.error().code == Code::RegionOut); // what was looked at was a complete one
        KW_OK(geo.failOver(replica));
        geo.outage("westeurope", false);
        KW_OK(geo.failOver(database));
        QCOMPARE(*geo.at.count(database), 3);
        const auto restored = geo.restoredFrom(geo.west);
        QCOMPARE(*geo.at.count(restored), 4);
    }

    void TDE_13_aPrimaryThatCanBeReachedIsNotPassedOver()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto replica = geo.replicate(geo.at.database("orders"));
        const auto refused = geo.at.desk.run(command::FailOver{replica, false});
        QVERIFY(!refused && refused.error().code == Code::Busy);
    }

    /// Of two replicas the one that is ahead loses nothing when the other takes over.
    void TDE_13_aReplicaThatIsAheadIsKept()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.link();
        const auto third = geo.at.addServer("srv3");
        const auto identity = geo.at.desk.identity(third);
        for (const auto &[vault, key] : {std::pair{geo.at.vault, geo.keyWest}, {geo.vaultNorth, geo.keyNorth}}) {
            geo.at.desk.grant(vault, identity, "get,wrapKey,unwrapKey");
            geo.run(command::AddServerKey{third, vault, key, geo.versionOf(key)});
        }
        geo.run(command::LinkServers{geo.west, third});
        geo.run(command::LinkServers{geo.north, third});
        const auto database = geo.at.database("orders");
        const auto behind = geo.replicate(database);
        const auto ahead = test::must(geo.at.servers.replicate(database, third, test::owner, {}));
        m_clock.advance(std::chrono::minutes(1));
        test::must(geo.at.rows(database, "INSERT INTO t(text) VALUES('four')"));
        test::must(geo.at.servers.syncReplica(ahead, {}));
        test::must(geo.at.desk.run(command::RemoveAccessPolicy{geo.at.vault, geo.at.identity}, true));
        QVERIFY(!geo.at.servers.checkAccess(geo.west)); // the primary cannot be reached
        KW_OK(geo.failOver(behind));
        QVERIFY(geo.now(ahead).replication->primary == behind && geo.now(ahead).replication->diverged);
        test::must(geo.at.servers.syncReplica(ahead, {}));
        QCOMPARE(*geo.at.count(ahead), 3);
        QCOMPARE(geo.at.desk.estate()->databaseBackupsOf(third).size(), std::size_t(1));
    }

    void anOutageRefusesWhatStandsThere()
    {
        Geo geo(m_folders.fresh(), m_clock);
        geo.outage("westeurope");
        const auto refusedFor = [&](const Action &action) {
            const auto done = geo.at.desk.run(action, true);
            return !done && done.error().code == Code::RegionOut;
        };
        QVERIFY(refusedFor(geo.at.desk.rotation(geo.keyWest)));
        QVERIFY(refusedFor(command::DeleteKey{geo.keyWest}));
        QVERIFY(refusedFor(command::StartRewrap{geo.west, test::id<JobId>()}));
        QVERIFY(refusedFor(command::SetServiceManaged{geo.west}));
        const auto plain = geo.at.create("plain", false);
        QVERIFY(!plain && plain.error().code == Code::RegionOut);
        engine::StoreKeyBackup keys(geo.at.desk.engine());
        const auto blob = keys.backUp(geo.keyWest, test::owner);
        QVERIFY(!blob && blob.error().code == Code::RegionOut);
        const auto twice = geo.at.desk.run(command::SetRegionOutage{region("westeurope"), true});
        QVERIFY(!twice && twice.error().code == Code::ValueInvalid);
    }
};

QTEST_GUILESS_MAIN(TestFailover)
#include "tst_failover.moc"
