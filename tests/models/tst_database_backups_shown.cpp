// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Backups of databases in the window: made, listed, checked against the keys of servers, restored, deleted.

#include "models/page_help.h"
#include "models/presenter.h"
#include "models/services/sql_server/targets.h"
#include "models/tables/estate_table.h"
#include "models/tables/list_table.h"
#include "models/text.h"
#include "models/thing.h"
#include "tests/models/sql_shop.h"

#include <QAbstractItemModelTester>

using namespace keyward;
using namespace keyward::models;
using namespace keyward::estate;
using keyward::test::action;
using keyward::test::carryOutErrand;
using keyward::test::must;
using keyward::test::Shop;
using keyward::test::stateNow;

class TestDatabaseBackupsShown : public QObject
{
    Q_OBJECT

    static DatabaseBackupId onlyBackup(Shop &shop)
    {
        shop.settle();
        const auto backups = databaseBackups(shop.estate(), shop.server);
        return backups.size() == 1 ? backups.front()->id : DatabaseBackupId{};
    }
    static DatabaseBackupId backedUp(Shop &shop, const char *name = "orders")
    {
        carryOutErrand(shop, "database.backup", targetOf(shop.database(name)), {});
        return onlyBackup(shop);
    }
    static ResourceId branch(Shop &shop)
    {
        const auto id = test::id<ResourceId>();
        const auto place = shop.estate().resource(shop.server)->place;
        must(shop.run(command::CreateResource{id, "sql-server", must(ResourceName::from("branch")), place, {}}));
        shop.settle();
        return id;
    }

private Q_SLOTS:
    void aBackupIsMadeListedAndHasAPage()
    {
        Shop shop;
        const auto id = backedUp(shop);
        QVERIFY(!id.isNull());
        const auto target = targetOf(id);
        QVERIFY(titleOf(shop.estate(), target).startsWith("orders, "));
        QCOMPARE(parentOf(shop.estate(), target), Target::of(shop.server));
        QCOMPARE(models::kindOf(shop.estate(), target), QStringLiteral("Backup of a database of sql1"));
        for (const auto *blade : {"sql.backups", "database.backups", "databaseBackup.overview"})
            QVERIFY2(!pageHelp(blade).isEmpty(), blade);
        EstateTable table(databaseBackupsSource(shop.server), shop.workspace->feed(), shop.workspace->background());
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(table.rowCount(), 1);
        QCOMPARE(table.cell(0, 1).text, QStringLiteral("orders"));
        QCOMPARE(*table.cell(0, 2).chip, State::Working);
        QVERIFY(table.cell(0, 4).text.startsWith("kv1/tde/"));
    }

    /// TDE-7, TDE-15: the table follows what happens to the key that a backup is under, not to the protector.
    void TDE_15_theTableTellsWhichCanBeRestored()
    {
        Shop shop;
        backedUp(shop);
        const auto other = shop.key(shop.vaultId, "tde-2");
        must(shop.run(command::AddServerKey{shop.server, shop.vaultId, other, shop.versionOf(other)}));
        must(shop.run(command::SetKey{shop.server, shop.vaultId, other, shop.versionOf(other), {}, test::id<JobId>()}));
        EstateTable table(databaseBackupsSource(shop.server), shop.workspace->feed(), shop.workspace->background());
        QTRY_COMPARE(table.rowCount(), 1);
        QVERIFY(table.cell(0, 4).text.startsWith("kv1/tde/"));
        QCOMPARE(*table.cell(0, 2).chip, State::Working);
        const auto enable = [&](bool on) {
            must(shop.run(command::UpdateKeyVersion{shop.keyId, shop.versionOf(shop.keyId), on, {}, {}, {}, {}}, true));
            shop.settle();
        };
        enable(false);
        QTRY_COMPARE(*table.cell(0, 2).chip, State::Lost);
        QVERIFY(!table.cell(0, 2).tooltip.isEmpty());
        enable(true);
        QTRY_COMPARE(*table.cell(0, 2).chip, State::Working);
    }

    void TDE_16_whereItCanBeRestoredIsToldBeforeAnythingIsDone()
    {
        Shop shop;
        const auto target = targetOf(backedUp(shop));
        const auto server = branch(shop);
        const auto page = bladesOf(shop.estate(), target).front()->make(*shop.workspace, target);
        const auto *servers = qobject_cast<TablePart *>(page->parts().back());
        QVERIFY(servers);
        const auto &list = static_cast<ListTable &>(servers->model());
        const auto verdict = [&](const char *name) {
            for (int row = 0; row < list.rowCount(); ++row)
                if (list.cell(row, 0).text == QLatin1String(name)) return list.cell(row, 1).text;
            return QString();
        };
        QTRY_COMPARE(verdict("sql1"), QStringLiteral("Yes"));
        QTRY_COMPARE(verdict("branch"), QStringLiteral("No"));
        ActionDraft draft(action("databaseBackup.restore"), *shop.workspace, target);
        draft.setValue("server", text(server.text()));
        QTRY_VERIFY(!draft.ready());
        QVERIFY2(draft.statement().contains("It was not added to this server"), qPrintable(draft.statement()));
        must(shop.run(command::AddServerKey{server, shop.vaultId, shop.keyId, shop.versionOf(shop.keyId)}));
        const auto identity = test::id<PrincipalId>();
        must(shop.run(command::EnableIdentity{server, identity}));
        must(shop.run(
            command::SetAccessPolicy{shop.vaultId, identity, must(PermissionSet::from("get,wrapKey,unwrapKey"))}));
        shop.settle();
        QTRY_COMPARE(verdict("branch"), QStringLiteral("Yes"));
        QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
        carryOutErrand(shop, "databaseBackup.restore", target, {{"server", text(server.text())}, {"name", "again"}});
        shop.settle();
        const auto *restored = shop.estate().databaseNamed(server, "again");
        QVERIFY(restored && restored->encrypted && !restored->wrappedBy);
    }

    void aBackupIsDeletedAndThenFreesItsKey()
    {
        Shop shop;
        const auto target = targetOf(backedUp(shop));
        ActionDraft draft(action("databaseBackup.delete"), *shop.workspace, target);
        QTRY_VERIFY(draft.ready() || !draft.blocker().isEmpty());
        must(shop.run(command::DeleteDatabaseBackup{databaseBackupIdOf(target)}));
        shop.settle();
        QVERIFY(!exists(shop.estate(), target));
    }

    void whatCannotBeOpenedIsNotBackedUp()
    {
        Shop shop;
        const auto target = targetOf(shop.database("orders"));
        QVERIFY(stateNow(shop, "database.backup", target).enabled);
        shop.lose();
        const auto state = stateNow(shop, "database.backup", target);
        QVERIFY(state.supported && !state.enabled);
    }
};

QTEST_GUILESS_MAIN(TestDatabaseBackupsShown)
#include "tst_database_backups_shown.moc"
