// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/api/key_usage.h"
#include "backend/engine/store_keys.h"
#include "backend/estate/costs.h"
#include "backend/estate/findings.h"
#include "backend/estate/plans/guides.h"
#include "backend/estate/services/sql_server/link_plan.h"
#include "backend/estate/services/sql_server/replication.h"
#include "tests/support/sql_desk.h"

using namespace keyward;
using namespace keyward::estate;
namespace fs = std::filesystem;

namespace {

Region region(const std::string &name) { return test::must(Region::from(name)); }

/// A server in each of two regions, with a vault, a key and an identity each; linked.
class Geo
{
public:
    explicit Geo(const fs::path &folder, const Clock &clock, bool shared = false) : at(folder, clock)
    {
        at.protect(); // srv1 by kv1/tde
        west = at.server;
        keyWest = at.key;
        auto place = at.place();
        place.region = region("northeurope");
        north = test::id<ResourceId>();
        run(command::CreateResource{north, "sql-server", test::must(ResourceName::from("srv2")), place, {}});
        identityNorth = at.desk.identity(north);
        vaultNorth = shared ? at.vault : at.desk.vault("kv2", true, "northeurope");
        keyNorth = at.desk.key(vaultNorth, "tde2");
        at.desk.grant(vaultNorth, identityNorth, "get,wrapKey,unwrapKey");
        run(command::AddServerKey{north, vaultNorth, keyNorth, versionOf(keyNorth)});
        run(protector(north, keyNorth));
    }
    void run(const Action &action) { test::must(at.desk.run(action)); }
    VersionId versionOf(const KeyId &key) const { return at.desk.estate()->key(key)->latest().id; }
    command::SetKey protector(const ResourceId &server, const KeyId &key) const
    {
        return {server, at.desk.estate()->key(key)->vault, key, versionOf(key), {}, test::id<JobId>()};
    }
    /// Each gets the keys of the other, and may use them.
    void link()
    {
        const auto estate = at.desk.estate();
        for (const auto &[server, of] : {std::pair{north, west}, std::pair{west, north}})
            for (const auto &action :
                 test::must(keysLacking(*estate, *estate->resource(server), *estate->resource(of))))
                run(action);
        run(command::LinkServers{west, north});
        at.desk.grant(at.vault, identityNorth, "get,wrapKey,unwrapKey");
        at.desk.grant(vaultNorth, at.identity, "get,wrapKey,unwrapKey");
    }
    DatabaseId replicate(const DatabaseId &database)
    {
        return test::must(at.servers.replicate(database, north, test::owner, {}));
    }
    Status failOver(const DatabaseId &replica, bool complete = false)
    {
        return at.servers.failOver(replica, complete, test::owner, {});
    }
    void outage(const std::string &name, bool out = true) { run(command::SetRegionOutage{region(name), out}); }
    Database now(const DatabaseId &id) const { return at.databaseNow(id); }
    std::string state(const DatabaseId &id) const
    {
        return std::string(stateText(stateOf(*at.desk.estate(), *at.desk.estate()->database(id))));
    }
    std::string pagesOf(const DatabaseId &id) const
    {
        std::ifstream in(at.folderOf(id) / "data", std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::vector<std::string> said() const
    {
        std::vector<std::string> out;
        const auto estate = at.desk.estate();
        for (const auto &one : findings(*estate, assess(*estate, at.desk.engine().now()), at.desk.engine().now()))
            out.push_back(one.text());
        return out;
    }

    test::SqlDesk at;
    ResourceId west, north;
    KeyId keyWest, keyNorth;
    VaultId vaultNorth;
    PrincipalId identityNorth;
};

bool holds(const std::vector<std::string> &all, std::string_view part)
{
    return std::ranges::any_of(all, [&](const std::string &one) { return one.contains(part); });
}

} // namespace

/// TDE-13: linked servers, real replicas, an outage of a region, failover.
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
        engine::StoreKeyBackup keys(geo.at.desk.engine());
        const auto blob = test::must(keys.backUp(geo.keyWest, test::owner));
        const auto copy = test::must(keys.restore(geo.vaultNorth, blob, test::owner));
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
        engine::StoreKeyBackup keys(geo.at.desk.engine());
        const auto blob = test::must(keys.backUp(geo.keyWest, test::owner));
        const auto copy = test::must(keys.restore(geo.vaultNorth, blob, test::owner));
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
        for (const bool encrypted : {false}) {
            const auto converted = geo.at.servers.setEncryption(database, encrypted, test::owner, {});
            QVERIFY(!converted && converted.error().code == Code::DatabaseHasReplicas);
            const auto ofReplica = geo.at.servers.setEncryption(replica, encrypted, test::owner, {});
            QVERIFY(!ofReplica && ofReplica.error().code == Code::DatabaseIsReplica);
        }
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
        geo.at.due();
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
        const auto kept = geo.at.desk.estate()->databaseBackupsOf(geo.west);
        QCOMPARE(kept.size(), std::size_t(1));
        const auto restored = test::must(geo.at.servers.restore(
            {.backup = *kept.begin(), .server = geo.west, .name = test::must(DatabaseName::from("before"))},
            test::owner, {}));
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
        const auto kept = geo.at.desk.estate()->databaseBackupsOf(geo.west);
        QCOMPARE(kept.size(), std::size_t(1));
        const auto restored = test::must(geo.at.servers.restore(
            {.backup = *kept.begin(), .server = geo.west, .name = test::must(DatabaseName::from("before"))},
            test::owner, {}));
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
        QVERIFY(!fs::exists(folder / "changes"));
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
        engine::StoreKeyBackup keys(geo.at.desk.engine());
        const auto blob = test::must(keys.backUp(geo.keyWest, test::owner));
        const auto copy = test::must(keys.restore(geo.vaultNorth, blob, test::owner));
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
        engine::StoreKeyBackup keys(geo.at.desk.engine());
        const auto blob = test::must(keys.backUp(geo.keyWest, test::owner));
        const auto copy = test::must(keys.restore(geo.vaultNorth, blob, test::owner));
        geo.run(command::AddServerKey{geo.north, geo.vaultNorth, copy, geo.versionOf(copy)});
        geo.run(command::RemoveAccessPolicy{geo.at.vault, geo.identityNorth});
        test::must(geo.at.rows(database, "INSERT INTO t(text) VALUES('four')"));
        test::must(geo.at.servers.syncReplica(replica, {}));
        QCOMPARE(*geo.at.count(replica), 4);
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
