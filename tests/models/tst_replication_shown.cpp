// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Geo-replication in the window: servers linked, a database replicated, a region out, failover.

#include "backend/estate/services/sql_server/replication.h"
#include "models/page_help.h"
#include "models/places.h"
#include "models/presenter.h"
#include "models/services/sql_server/targets.h"
#include "models/tables/list_table.h"
#include "models/text.h"
#include "models/thing.h"
#include "tests/models/sql_shop.h"

using namespace keyward;
using namespace keyward::models;
using namespace keyward::estate;
using keyward::test::action;
using keyward::test::carryOutErrand;
using keyward::test::must;
using keyward::test::Shop;
using keyward::test::stateNow;

namespace {

/// The page of a server.
struct Page {
    explicit Page(Shop &shop)
    {
        const auto target = Target::of(shop.server);
        const auto blades = bladesOf(shop.estate(), target);
        const auto blade = std::ranges::find(blades, QStringLiteral("sql.replication"), &BladeRecord::id);
        presenter = (*blade)->make(*shop.workspace, target);
    }
    ListTable &table(std::size_t part) const
    {
        return static_cast<ListTable &>(qobject_cast<TablePart *>(presenter->parts().at(part))->model());
    }
    std::unique_ptr<Presenter> presenter;
};

} // namespace

class TestReplicationShown : public QObject
{
    Q_OBJECT

    /// In another region, with a vault of its own.
    static ResourceId north(Shop &shop)
    {
        const auto id = test::id<ResourceId>();
        auto place = shop.estate().resource(shop.server)->place;
        place.region = must(Region::from("northeurope"));
        must(shop.run(command::CreateResource{id, "sql-server", must(ResourceName::from("north")), place, {}}));
        const auto principal = test::id<PrincipalId>();
        must(shop.run(command::EnableIdentity{id, principal}));
        const auto vault = shop.vault("kv2", true, "northeurope");
        const auto key = shop.key(vault, "tde");
        must(shop.run(command::SetAccessPolicy{vault, principal, must(PermissionSet::from("get,wrapKey,unwrapKey"))}));
        must(shop.run(command::AddServerKey{id, vault, key, shop.versionOf(key)}));
        must(shop.run(command::SetKey{id, vault, key, shop.versionOf(key), {}, test::id<JobId>()}));
        shop.settle();
        return id;
    }
    static void link(Shop &shop, const ResourceId &partner)
    {
        carryOutErrand(shop, "server.link", Target::of(shop.server), {{"partner", text(partner.text())}});
        shop.settle();
    }
    static DatabaseId replicated(Shop &shop, const DatabaseId &database, const ResourceId &to)
    {
        carryOutErrand(shop, "database.replicate", targetOf(database), {{"server", text(to.text())}});
        shop.settle();
        const auto replicas = replicasOf(shop.estate(), *shop.estate().database(database));
        return replicas.empty() ? DatabaseId{} : replicas.front()->id;
    }

private Q_SLOTS:
    void TDE_13_serversAreLinkedWithTheirKeys()
    {
        Shop shop;
        const auto target = Target::of(shop.server);
        const auto none = stateNow(shop, "server.link", target);
        QVERIFY(none.supported && !none.enabled && none.why.reason.contains("no other SQL server"));
        QVERIFY(!pageHelp(QStringLiteral("sql.replication")).isEmpty());
        const auto partner = north(shop);
        ActionDraft draft(action("server.link"), *shop.workspace, target);
        draft.setValue("partner", text(partner.text()));
        QVERIFY2(draft.statement().contains("Add key kv1/tde/") && draft.statement().contains("to north") &&
                     draft.statement().contains("unwrap"),
                 qPrintable(draft.statement()));
        QVERIFY(draft.commandLine().contains("sql link add sql1 --partner north"));
        link(shop, partner);
        const Page page(shop);
        auto &links = page.table(2);
        QTRY_COMPARE(links.rowCount(), 1);
        QCOMPARE(links.cell(0, 0).text, QStringLiteral("north"));
        QCOMPARE(links.cell(0, 1).text, QStringLiteral("North Europe"));
        ActionDraft unlink(action("server.unlink"), *shop.workspace, serverLinkOf(shop.server, partner));
        QTRY_VERIFY2(unlink.ready(), qPrintable(unlink.blocker()));
    }

    void TDE_13_aDatabaseIsReplicatedAndTheReplicaSaysSo()
    {
        Shop shop;
        const auto orders = shop.database("orders");
        const auto unlinked = stateNow(shop, "database.replicate", targetOf(orders));
        QVERIFY(unlinked.supported && !unlinked.enabled && unlinked.why.reason.contains("not linked"));
        const auto partner = north(shop);
        link(shop, partner);
        const auto replica = replicated(shop, orders, partner);
        QVERIFY(!replica.isNull());
        QCOMPARE(roleOf(shop.estate(), *shop.estate().database(replica)), QStringLiteral("Replica of sql1/orders"));
        QVERIFY(roleOf(shop.estate(), *shop.estate().database(orders)).contains("replicated to north"));
        for (const auto *name : {"database.failOver", "database.sync", "replica.detach"}) {
            QVERIFY(stateNow(shop, name, targetOf(replica)).enabled);
            QVERIFY(!stateNow(shop, name, targetOf(orders)).supported);
        }
        QVERIFY(!stateNow(shop, "database.replicate", targetOf(replica)).supported);
        const auto decrypt = stateNow(shop, "database.decrypt", targetOf(orders));
        QVERIFY(decrypt.supported && !decrypt.enabled && decrypt.why.reason.contains("replicas"));
        const Page page(shop);
        auto &replicas = page.table(1);
        QTRY_COMPARE(replicas.rowCount(), 1);
        QCOMPARE(replicas.cell(0, 1).text, QStringLiteral("Primary"));
        QCOMPARE(replicas.cell(0, 2).text, QStringLiteral("north/orders"));
        QCOMPARE(replicas.cell(0, 4).text, QStringLiteral("Follows"));
    }

    void TDE_13_anOutageIsRehearsedWithWhatStaysReadable()
    {
        Shop shop;
        const auto orders = shop.database("orders");
        shop.database("alone");
        const auto partner = north(shop);
        link(shop, partner);
        const auto replica = replicated(shop, orders, partner);
        const auto west = regionTarget("westeurope");
        ActionDraft draft(action("region.outage"), *shop.workspace, west);
        QVERIFY2(draft.statement().contains("sql1/orders stays readable as north/orders") &&
                     draft.statement().contains("sql1/alone cannot be read"),
                 qPrintable(draft.statement()));
        carryOutErrand(shop, "region.outage", west, {});
        shop.settle();
        QVERIFY(!stateNow(shop, "region.outage", west).supported);
        QVERIFY(chipOf(shop.estate(), *shop.estate().database(orders), shop.inner().console().now()).text ==
                "Region out");
        ActionDraft over(action("database.failOver"), *shop.workspace, targetOf(replica));
        QTRY_VERIFY2(over.ready(), qPrintable(over.blocker()));
        carryOutErrand(shop, "database.failOver", targetOf(replica), {});
        shop.settle();
        QVERIFY(!shop.estate().database(replica)->replication);
        QVERIFY(shop.estate().database(orders)->replication->diverged);
        carryOutErrand(shop, "region.outageEnd", west, {});
        shop.settle();
        carryOutErrand(shop, "database.sync", targetOf(orders), {});
        shop.settle();
        QVERIFY(!shop.estate().database(orders)->replication->diverged);
        QCOMPARE(shop.estate().databaseBackupsOf(shop.server).size(), std::size_t(1));
    }
};

QTEST_MAIN(TestReplicationShown)
#include "tst_replication_shown.moc"
