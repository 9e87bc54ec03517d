// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// SQL servers in the window: their databases and keys as things, what can be done with them and why not, and queries.

#include "backend/engine/api/services/sql_server.h"
#include "models/page_help.h"
#include "models/presenter.h"
#include "models/search.h"
#include "models/service_parts.h"
#include "models/services/sql_server/query.h"
#include "models/services/sql_server/targets.h"
#include "models/tables/estate_table.h"
#include "models/tables/table_text.h"
#include "models/thing.h"
#include "tests/models/sql_shop.h"

#include <QAbstractItemModelTester>

#include <fstream>

using namespace keyward;
using namespace keyward::models;
using namespace keyward::estate;
using keyward::test::action;
using keyward::test::carryOutErrand;
using keyward::test::must;
using keyward::test::Opened;
using keyward::test::Shop;
using keyward::test::stateNow;

namespace {

/// A query by hand, until it was answered.
void ask(QueryPresenter &query, const char *sql)
{
    query.setText(QString::fromUtf8(sql));
    QVERIFY2(query.blocker().isEmpty(), qPrintable(query.blocker()));
    QSignalSpy answered(&query, &QueryPresenter::answered);
    query.run();
    QVERIFY(query.running());
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, 60'000);
    QVERIFY(!query.running());
}

const CalloutsPart &state(const QueryPresenter &query) { return *qobject_cast<CalloutsPart *>(query.parts().front()); }

QStringList bladesAt(Opened &opened, const Target &target)
{
    QStringList out;
    for (const auto *blade : bladesOf(opened.estate(), target)) out += blade->id;
    return out;
}

const ListTable &keysIn(const Presenter &presenter)
{
    return static_cast<ListTable &>(qobject_cast<TablePart *>(presenter.parts().front())->model());
}

} // namespace

class TestSqlModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyServersHaveDatabases()
    {
        Shop shop;
        const auto other = shop.resource("rsv1");
        const auto orders = shop.database("orders");
        const auto mine = bladesAt(shop, Target::of(shop.server)), others = bladesAt(shop, Target::of(other));
        for (const auto *blade : {"sql.databases", "sql.keys"}) {
            QVERIFY2(mine.contains(blade), blade);
            QVERIFY2(!others.contains(blade), blade);
            QVERIFY(!pageHelp(blade).isEmpty());
        }
        QVERIFY(!mine.contains("rsv.items") && others.contains("rsv.items"));
        for (const auto *one : {"database.create", "server.dropRule", "server.check"}) {
            QVERIFY2(stateNow(shop, one, Target::of(shop.server)).enabled, one);
            QVERIFY2(!stateNow(shop, one, Target::of(other)).supported, one);
        }
        const auto target = targetOf(orders);
        QCOMPARE(titleOf(shop.estate(), target), QStringLiteral("orders"));
        QCOMPARE(parentOf(shop.estate(), target), Target::of(shop.server));
        QCOMPARE(models::kindOf(shop.estate(), target), QStringLiteral("Database of sql1"));
        bool byName = false, byPath = false;
        thingOf(databaseScope)->each(shop.estate(), false, [&](const Target &found, std::string_view name) {
            byName |= found == target && name == "orders";
        });
        thingOf(databaseScope)->each(shop.estate(), true, [&](const Target &found, std::string_view name) {
            byPath |= found == target && name == "sql1/orders";
        });
        QVERIFY(byName && byPath);
        for (const auto &one : {target, Target::of(shop.server)})
            for (const auto *blade : bladesOf(shop.estate(), one))
                QVERIFY2(!blade->make(*shop.workspace, one)->parts().empty(), qPrintable(blade->id));
    }

    /// TDE-6: rows follow what happens to the server, each with its exact signal.
    void TDE_6_theTableTellsHowDatabasesAre()
    {
        Shop shop;
        const auto orders = shop.database("orders");
        shop.database("archive");
        EstateTable table(databasesSource(shop.server), shop.workspace->feed(), shop.workspace->background());
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
        QTRY_COMPARE(table.rowCount(), 2);
        const auto cell = [&](const char *name, int column) {
            for (int row = 0; row < table.rowCount(); ++row)
                if (table.cell(row, 0).text == QLatin1String(name)) return table.cell(row, column);
            return Cell{.text = QStringLiteral("no row")};
        };
        QCOMPARE(table.cell(0, 0).text, QStringLiteral("archive"));
        QCOMPARE(cell("orders", 1).text, QStringLiteral("Online"));
        QCOMPARE(cell("orders", 2).text, QStringLiteral("Yes"));
        QVERIFY(cell("orders", 3).text.startsWith("kv1/tde/"));
        shop.database("press", false);
        QTRY_COMPARE(table.rowCount(), 3);
        QCOMPARE(cell("press", 2).text, QStringLiteral("No"));
        QVERIFY(cell("press", 3).muted);
        QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
        shop.lose();
        QTRY_VERIFY(changed.size() > 0);
        QTRY_COMPARE(*cell("orders", 1).chip, State::Lost);
        QCOMPARE(cell("orders", 1).text, QStringLiteral("Inaccessible, dropped in 24 h"));
        QVERIFY(!cell("orders", 1).tooltip.isEmpty());
        QCOMPARE(cell("press", 1).text, QStringLiteral("Online")); // nothing of it is under the key
        shop.clock().advance(std::chrono::hours(5));
        shop.settle();
        QTRY_VERIFY2(cell("orders", 1).text.contains("in 19 h") || cell("orders", 1).text.contains("in 18 h"),
                     qPrintable(cell("orders", 1).text));
        shop.heal();
        QTRY_COMPARE(cell("orders", 1).text, QStringLiteral("Online"));
        must(shop.run(command::SetDropRule{shop.server, Millis(Days(7))}));
        must(shop.run(command::DropDatabase{.database = orders}));
        shop.settle();
        QTRY_COMPARE(cell("orders", 1).text, QStringLiteral("Dropped, gone in 7 days"));
        QCOMPARE(*cell("orders", 1).chip, State::Disabled);
        must(shop.run(command::DropDatabase{.database = orders, .forGood = true}));
        shop.settle();
        QTRY_COMPARE(table.rowCount(), 2);
        table.setFilter("pre");
        QTRY_COMPARE(table.rowCount(), 1);
        QCOMPARE(resets.size(), 0);
    }

    /// The newer rules drop nothing: no date is told.
    void withoutADateNoneIsTold()
    {
        Shop shop("sql-server-2");
        const auto orders = shop.database("orders");
        shop.lose();
        const auto chip = chipOf(shop.estate(), *shop.estate().database(orders), shop.workspace->moment()->now);
        QCOMPARE(chip.text, QStringLiteral("Inaccessible"));
        const auto callouts =
            lossCallouts(*shop.workspace->moment(), *shop.estate().resource(shop.server), "server.check");
        QCOMPARE(callouts.size(), std::size_t(1));
        QVERIFY2(callouts[0].detail.contains("stay until"), qPrintable(callouts[0].detail));
        QVERIFY(callouts[0].fix); // it may be let in again from there
    }

    /// TDE-16: keys are added, one of them protects, and what is needed stays.
    void TDE_16_keysAreAddedMadeTheProtectorAndTakenOff()
    {
        Shop shop;
        const auto orders = shop.database("orders");
        const auto blade = bladeById("sql.keys")->make(*shop.workspace, Target::of(shop.server));
        const auto &keys = keysIn(*blade);
        QCOMPARE(keys.rowCount(), 1);
        QCOMPARE(keys.cell(0, 0).text, QStringLiteral("kv1/tde"));
        QCOMPARE(keys.cell(0, 3).text, QStringLiteral("Yes"));
        QCOMPARE(keys.cell(0, 5).text, QStringLiteral("It is the protector"));
        const auto first = *keys.targetAt(0);
        const auto stays = stateNow(shop, "server.removeKey", first);
        QVERIFY(stays.supported && !stays.enabled);
        QVERIFY2(stays.why.reason.contains("it is the protector"), qPrintable(stays.why.reason));
        QVERIFY(!stateNow(shop, "server.protect", first).supported);

        const auto none = stateNow(shop, "server.addKey", Target::of(shop.server));
        QVERIFY(none.supported && !none.enabled);
        QVERIFY(!none.why.remedy.isEmpty());
        const auto second = shop.key(shop.vaultId, "second");
        shop.key(shop.vaultId, "curve", must(KeySpec::ec("P-256")));
        shop.key(shop.vaultId, "long", must(KeySpec::rsa(4096)));
        const auto mortal = shop.key(shop.vaultId, "mortal");
        must(shop.run(command::UpdateKeyVersion{
            mortal, shop.versionOf(mortal), {}, {}, std::optional(shop.clock().now() + Days(300)), {}, {}}));
        shop.settle();
        ActionDraft draft(action("server.addKey"), *shop.workspace, Target::of(shop.server));
        const auto &picker = draft.fields().front().picker;
        const auto found = picker.find("kv1/", {}, 10);
        QCOMPARE(found.total, std::size_t(1)); // TDE-9, TDE-18: what the rules would refuse is not offered
        QVERIFY(found.items[0].text.startsWith("kv1/second/"));
        QCOMPARE(picker.find(text(shop.versionOf(second).text().substr(0, 6)), {}, 10).total, std::size_t(0));
        QCOMPARE(picker.find("kv1/second/" + text(shop.versionOf(second).text().substr(0, 6)), {}, 10).total,
                 std::size_t(1));
        draft.setValue("key", found.items[0].value);
        QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
        QVERIFY(draft.commandLine().contains("sql key add sql1 --key kv1/second/"));
        draft.commit();
        QTRY_COMPARE(keys.rowCount(), 2);
        const auto added = keys.rowOf(rowIdOf(second.text() + shop.versionOf(second).text()));
        QCOMPARE(keys.cell(added, 5).text, QStringLiteral("Not needed"));

        ActionDraft protect(action("server.protect"), *shop.workspace, *keys.targetAt(added));
        QTRY_VERIFY2(protect.ready(), qPrintable(protect.blocker()));
        protect.commit();
        QTRY_COMPARE(keys.cell(keys.rowOf(rowIdOf(second.text() + shop.versionOf(second).text())), 3).text,
                     QStringLiteral("Yes"));
        QTRY_VERIFY(shop.estate().database(orders)->wrappedBy->version == shop.versionOf(second));
        QTRY_VERIFY(stateNow(shop, "server.removeKey", first).enabled);
        ActionDraft off(action("server.removeKey"), *shop.workspace, first);
        QTRY_VERIFY2(off.ready(), qPrintable(off.blocker()));
        off.commit();
        QTRY_COMPARE(keys.rowCount(), 1);
        QVERIFY(!exists(shop.estate(), first));
        ActionDraft back(action("server.serviceManaged"), *shop.workspace, Target::of(shop.server));
        QTRY_VERIFY2(back.ready(), qPrintable(back.blocker()));
        back.commit();
        QTRY_VERIFY(!shop.estate().resource(shop.server)->binding && !shop.estate().database(orders)->wrappedBy);
        QVERIFY(!stateNow(shop, "server.serviceManaged", Target::of(shop.server)).supported);
    }

    void MOD_25_whatItAskedOfItsVaultIsShownWithItsCost()
    {
        Shop shop;
        const auto orders = shop.database("orders");
        const auto other = shop.resource("rsv1");
        const auto server = Target::of(shop.server);
        QVERIFY(bladesAt(shop, server).contains("resource.costs"));
        QVERIFY(!bladesAt(shop, Target::of(other)).contains("resource.costs")); // it never had an identity
        const auto presenter = bladeById("resource.costs")->make(*shop.workspace, server);
        const auto *table = presenter->findChild<TablePart *>("operations");
        const auto *sums = presenter->findChild<FactsPart *>("sums");
        const auto *basis = presenter->findChild<CalloutsPart *>("basis");
        const QAbstractItemModelTester tester(&table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE_WITH_TIMEOUT(table->model().rowCount(), 2, 60'000); // wrapped and unwrapped
        const auto row = [&](const char *operation) {
            for (int i = 0; i < table->model().rowCount(); ++i)
                if (table->model().cell(i, 0).text == QLatin1String(operation)) return i;
            return -1;
        };
        const auto told = [&](const char *operation, int column) {
            return table->model().cell(row(operation), column).text;
        };
        const auto unwraps = told("Unwrap key", 2).toInt();
        QVERIFY(unwraps > 0);
        QCOMPARE(told("Unwrap key", 1), QStringLiteral("RSA keys of 2048 bits"));
        QCOMPARE(told("Unwrap key", 3), QStringLiteral("0"));
        QVERIFY2(told("Unwrap key", 4).startsWith("0.03") && told("Unwrap key", 4).endsWith("for 10,000"),
                 qPrintable(told("Unwrap key", 4)));
        QVERIFY2(basis->callouts().at(0).text.contains("24 September 2026"), qPrintable(basis->callouts().at(0).text));
        QVERIFY(basis->callouts().at(0).detail.contains("estimate"));
        QVERIFY2(sums->facts().at(0).label.contains("November 2026"), qPrintable(sums->facts().at(0).label));
        QVERIFY(std::ranges::any_of(sums->facts(), [](const auto &fact) {
            return fact.label == QLatin1String("By itself") && fact.value.contains("120 calls in 30 days");
        }));
        shop.ask(orders, "SELECT 1"); // a connection
        shop.clock().advance(std::chrono::minutes(1));
        must(shop.run(command::SetDropRule{shop.server, std::chrono::hours(48)})); // whatever makes the page look again
        shop.settle();
        QTRY_COMPARE_WITH_TIMEOUT(told("Unwrap key", 2).toInt(), unwraps + 1, 60'000);
        QVERIFY2(told("Unwrap key", 5).startsWith("0.0"), qPrintable(told("Unwrap key", 5)));

        const auto ofVault = bladeById("vault.costs")->make(*shop.workspace, Target::of(shop.vaultId));
        const auto *all = ofVault->findChild<TablePart *>("operations");
        QTRY_COMPARE_WITH_TIMEOUT(all->model().rowCount(), 3, 60'000); // its owner made the key
        const auto *sumsOfVault = ofVault->findChild<FactsPart *>("sums");
        QVERIFY(std::ranges::any_of(sumsOfVault->facts(), [](const auto &fact) {
            return fact.label == QLatin1String("Not in it") && fact.value.contains("no log");
        }));
    }

    void aDatabaseIsMadeEmptyOrFromAFile()
    {
        Shop shop;
        const auto server = Target::of(shop.server);
        ActionDraft draft(action("database.create"), *shop.workspace, server);
        draft.setValue("name", "a/b");
        QVERIFY(!draft.errorOf("name").isEmpty());
        draft.setValue("name", "orders");
        QVERIFY(!draft.form().asks("file") && !draft.form().asks("script"));
        QVERIFY2(draft.statement().contains("kv1/tde"), qPrintable(draft.statement()));
        draft.setValue("encrypted", false);
        QVERIFY2(draft.statement().contains("whoever reads this disk"), qPrintable(draft.statement()));
        QTRY_VERIFY(draft.commandLine().endsWith("sql database create sql1/orders --tde off"));
        draft.setValue("encrypted", true);
        draft.setValue("source", "script");
        QVERIFY(draft.form().asks("script") && !draft.form().asks("file"));
        QVERIFY(!draft.ready());
        const auto script = shop.path("orders.sql");
        std::ofstream(script.toStdString()) << "CREATE TABLE t(a); INSERT INTO t VALUES (1), (2);";
        draft.setValue("script", script);
        QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
        QVERIFY2(draft.commandLine().contains("--script "), qPrintable(draft.commandLine()));
        draft.commit();
        QTRY_VERIFY_WITH_TIMEOUT(shop.estate().databaseNamed(shop.server, "orders"), 60'000);
        const auto made = shop.estate().databaseNamed(shop.server, "orders")->id;
        QVERIFY(shop.estate().database(made)->encrypted);
        QCOMPARE(std::get<std::int64_t>(shop.ask(made, "SELECT sum(a) FROM t").front()), 3);

        // What a script gets wrong leaves nothing behind.
        std::ofstream(script.toStdString()) << "CREATE TABLE t(a); INSERT INTO nowhere VALUES (1);";
        carryOutErrand(shop, "database.create", server, {{"name", "broken"}, {"source", "script"}, {"script", script}});
        QVERIFY2(shop.workspace->notifications().at(0).text.contains("nowhere"),
                 qPrintable(shop.workspace->notifications().at(0).text));
        shop.settle();
        QVERIFY(!shop.estate().databaseNamed(shop.server, "broken"));

        // Exported in the clear it is a database file, from which another one is made.
        const auto file = shop.path("in the clear.sqlite");
        ActionDraft out(action("database.export"), *shop.workspace, targetOf(made));
        out.setValue("file", file);
        QVERIFY2(out.commandLine().endsWith("sql database export sql1/orders --output '" + file + "'"),
                 qPrintable(out.commandLine()));
        QCOMPARE(ActionDraft(action("server.check"), *shop.workspace, server).commandLine(),
                 QStringLiteral("keywardctl sql protector check sql1"));
        carryOutErrand(shop, "database.export", targetOf(made), {{"file", file}});
        QFile clear(file);
        QVERIFY(clear.open(QIODevice::ReadOnly));
        QCOMPARE(clear.read(15), QByteArray("SQLite format 3"));
        carryOutErrand(shop, "database.create", server, {{"name", "copy"}, {"source", "file"}, {"file", file}});
        QTRY_VERIFY(shop.estate().databaseNamed(shop.server, "copy"));
        const auto copy = shop.estate().databaseNamed(shop.server, "copy")->id;
        QCOMPARE(std::get<std::int64_t>(shop.ask(copy, "SELECT sum(a) FROM t").front()), 3);
    }

    void whatCannotBeDoneSaysWhy()
    {
        Shop shop;
        const auto orders = shop.database("orders"), press = shop.database("press", false);
        QVERIFY(stateNow(shop, "database.decrypt", targetOf(orders)).enabled);
        QVERIFY(!stateNow(shop, "database.encrypt", targetOf(orders)).supported);
        QVERIFY(stateNow(shop, "database.encrypt", targetOf(press)).enabled);
        QVERIFY(!stateNow(shop, "database.recover", targetOf(orders)).supported);
        QVERIFY(!stateNow(shop, "database.check", targetOf(orders)).supported);
        shop.lose();
        for (const auto *one : {"database.export", "database.decrypt"}) {
            const auto state = stateNow(shop, one, targetOf(orders));
            QVERIFY2(state.supported && !state.enabled, one);
            QVERIFY2(state.why.reason.contains("cannot use its key") && !state.why.remedy.isEmpty(),
                     qPrintable(state.why.whole()));
            QVERIFY(!state.why.whole().contains("keywardctl"));
        }
        QVERIFY(stateNow(shop, "database.export", targetOf(press)).enabled); // it has no key to lose
        QVERIFY(stateNow(shop, "database.check", targetOf(orders)).enabled);
        const auto create = stateNow(shop, "database.create", Target::of(shop.server));
        QVERIFY(create.supported && !create.enabled && !create.why.remedy.isEmpty());
        carryOutErrand(shop, "server.check", Target::of(shop.server), {});
        QVERIFY(shop.workspace->notifications().at(0).state != State::Working);
        shop.grant();
        carryOutErrand(shop, "database.check", targetOf(orders), {});
        QVERIFY(shop.workspace->notifications().at(0).text.contains("can use its key"));
        QTRY_VERIFY(!shop.estate().resource(shop.server)->loss);
    }

    /// What a process left that died while it wrapped data keys anew.
    void whatWasInterruptedIsGoneOnWith()
    {
        Shop shop;
        const auto orders = shop.database("orders");
        const auto server = Target::of(shop.server);
        QVERIFY(!stateNow(shop, "server.rewrap", server).supported);
        const auto boot =
            std::filesystem::path(shop.file().string() + ".d") / shop.estate().database(orders)->folder / "boot";
        std::filesystem::rename(boot, boot.string() + ".away");
        must(shop.run(command::SetServiceManaged{shop.server}));
        shop.settle();
        std::filesystem::rename(boot.string() + ".away", boot);
        const auto presenter = bladeById("sql.databases")->make(*shop.workspace, server);
        const auto callouts = [&] { return qobject_cast<CalloutsPart *>(presenter->parts().at(0))->callouts(); };
        QTRY_COMPARE(callouts().size(), std::size_t(1));
        QCOMPARE(callouts().front().action, QStringLiteral("server.rewrap"));
        QVERIFY2(callouts().front().text.contains("1 data key"), qPrintable(callouts().front().text));
        QCOMPARE(ActionDraft(action("server.rewrap"), *shop.workspace, server).commandLine(),
                 QStringLiteral("keywardctl sql protector rewrap sql1"));
        carryOutErrand(shop, "server.rewrap", server, {});
        QTRY_VERIFY(!shop.estate().database(orders)->wrappedBy);
        QTRY_VERIFY(callouts().empty());
        QVERIFY(!stateNow(shop, "server.rewrap", server).supported);
    }

    void encryptionIsTurnedOffAndOn()
    {
        Shop shop;
        const auto orders = shop.database("orders");
        ActionDraft off(action("database.decrypt"), *shop.workspace, targetOf(orders));
        QTRY_VERIFY(off.impact().asked() && !off.impact().pending());
        QVERIFY2(off.impact().headline().contains("can be read on this disk"), qPrintable(off.impact().headline()));
        QVERIFY(off.destructive());
        carryOutErrand(shop, "database.decrypt", targetOf(orders), {});
        QTRY_VERIFY(!shop.estate().database(orders)->encrypted);
        carryOutErrand(shop, "database.encrypt", targetOf(orders), {});
        QTRY_VERIFY(shop.estate().database(orders)->encrypted);
        QVERIFY(shop.estate().database(orders)->wrappedBy);
        for (const auto &[id, job] : shop.estate().jobs()) QVERIFY(!jobTitle(*job).isEmpty());
    }

    void whatIsDroppedCanBeRecoveredOrIsGone()
    {
        Shop shop;
        const auto orders = shop.database("orders");
        {
            ActionDraft drop(action("database.drop"), *shop.workspace, targetOf(orders));
            QTRY_VERIFY(drop.impact().asked() && !drop.impact().pending());
            QVERIFY(drop.needsAcknowledgement()); // nothing is kept yet
            QVERIFY(!drop.ready());
        }
        ActionDraft keep(action("server.dropRule"), *shop.workspace, Target::of(shop.server));
        keep.setValue("keep", text(isoDuration(Days(7))));
        QTRY_VERIFY2(keep.ready(), qPrintable(keep.blocker()));
        keep.commit();
        QTRY_VERIFY(facetOf<SqlServer>(*shop.estate().resource(shop.server))->keepDropped == Millis(Days(7)));
        ActionDraft drop(action("database.drop"), *shop.workspace, targetOf(orders));
        QTRY_VERIFY2(drop.ready(), qPrintable(drop.blocker()));
        QVERIFY(!drop.impact().undo().isEmpty());
        drop.commit();
        QTRY_VERIFY(shop.estate().database(orders)->dropped);
        QVERIFY(!stateNow(shop, "database.drop", targetOf(orders)).supported);
        ActionDraft back(action("database.recover"), *shop.workspace, targetOf(orders));
        QTRY_VERIFY2(back.ready(), qPrintable(back.blocker()));
        back.commit();
        QTRY_VERIFY(!shop.estate().database(orders)->dropped);
        ActionDraft gone(action("database.destroy"), *shop.workspace, targetOf(orders));
        QTRY_VERIFY(gone.needsAcknowledgement());
        QCOMPARE(gone.instead()->id, QStringLiteral("database.drop"));
        gone.acknowledge(true);
        QTRY_VERIFY2(gone.ready(), qPrintable(gone.blocker()));
        gone.commit();
        QTRY_VERIFY(!shop.estate().database(orders));
    }

    void aResultShowsEveryKindOfValue()
    {
        Shop shop;
        QueryPresenter query(*shop.workspace, targetOf(shop.database("orders")));
        QVERIFY(!query.blocker().isEmpty());
        ask(query, "SELECT 1 AS n, 'x' AS t, NULL AS missing, x'00ff' AS b, 1.5 AS r UNION ALL "
                   "SELECT 12345, '', NULL, x'', 2.0");
        auto *result = query.result();
        QVERIFY(result);
        QAbstractItemModelTester tester(result, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY2(query.summary().startsWith("2 rows in "), qPrintable(query.summary()));
        QCOMPARE(result->rowCount(), 2);
        QVERIFY(result->columns()[0].number && result->columns()[4].number);
        QVERIFY(!result->columns()[1].number && !result->columns()[2].number);
        QCOMPARE(result->cell(1, 0).text, QStringLiteral("12345")); // as it stands there
        QCOMPARE(result->cell(0, 4).text, QStringLiteral("1.5"));
        const auto null = result->cell(0, 2), empty = result->cell(1, 1);
        QCOMPARE(null.text, QStringLiteral("NULL"));
        QVERIFY(null.muted && !empty.muted && empty.text.isEmpty());
        QVERIFY(result->cell(0, 3).text.startsWith("BLOB, 2"));
        QCOMPARE(result->reading(0, 3).text, QStringLiteral("00ff"));
        QCOMPARE(result->tsv(), QStringLiteral("n\tt\tmissing\tb\tr\n1\tx\tNULL\t00ff\t1.5\n12345\t\tNULL\t\t2\n"));

        // Long ones are cut in their cell, and there whole when they are asked for.
        ask(query, "SELECT printf('%.*c', 5000, 'a') || char(10) || '<b>bold</b>' AS long, char(9) AS tab");
        result = query.result();
        QVERIFY(result->cell(0, 0).text.size() < 300);
        QVERIFY(result->cell(0, 0).text.endsWith(QChar(0x2026)));
        QVERIFY(result->reading(0, 0).text.endsWith("\n<b>bold</b>"));
        QCOMPARE(plainText(*result, {0}, {1}), QStringLiteral(" ")); // no column of its own
        ask(query, "SELECT '<b>bold</b>'");
        QVERIFY(result->idAt(0) == query.result()->idAt(0));
        const auto tip = query.result()->index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains("&lt;b&gt;"), qPrintable(tip)); // told as it is, not as it looks
        QCOMPARE(query.result()->rowOf(query.result()->idAt(0)), 0);

        ask(query, "CREATE TABLE t(a); INSERT INTO t VALUES (1), (2), (3)");
        QVERIFY(!query.result());
        QVERIFY2(query.summary().startsWith("3 rows changed in "), qPrintable(query.summary()));
    }

    void tenThousandRowsAreQuick()
    {
        Shop shop;
        QueryPresenter query(*shop.workspace, targetOf(shop.database("orders")));
        ask(query, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) "
                   "SELECT i, 'row ' || i AS text, i * 1.5 AS half, NULL AS missing FROM n");
        QVERIFY2(query.result(), qPrintable(query.failure().whole()));
        QCOMPARE(query.result()->rowCount(), 10'000);
        QElapsedTimer timer;
        timer.start();
        for (int row = 0; row < 10'000; ++row)
            for (int column = 0; column < 4; ++column) (void)query.result()->cell(row, column);
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(query.result()->tsv().count('\n'), 10'001);
        ask(query, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001) SELECT i FROM n");
        QVERIFY(!query.result());
        QVERIFY2(query.failure().whole().contains("10,000") || query.failure().whole().contains("10000"),
                 qPrintable(query.failure().whole()));
    }

    void whatIsRefusedIsSaidInTheWordsOfTheDatabase()
    {
        Shop shop;
        QueryPresenter query(*shop.workspace, targetOf(shop.database("orders")));
        ask(query, "SELEC 1");
        QVERIFY2(query.failure().reason.contains("near \"SELEC\": syntax error"), qPrintable(query.failure().whole()));
        QVERIFY(!query.result());
        ask(query, "CREATE TABLE t(a UNIQUE)");
        ask(query, "INSERT INTO t VALUES (1); INSERT INTO t VALUES (1)");
        QVERIFY2(query.failure().reason.contains("UNIQUE constraint failed"), qPrintable(query.failure().whole()));
        ask(query, "SELECT count(*) FROM t"); // all of a transaction, or nothing
        QCOMPARE(query.result()->cell(0, 0).text, QStringLiteral("0"));
        QVERIFY(query.failure().empty());
        ask(query, "ATTACH 'elsewhere.db' AS e");
        QVERIFY(!query.failure().empty());
    }

    void aQueryIsCancelled()
    {
        Shop shop;
        QueryPresenter query(*shop.workspace, targetOf(shop.database("orders")));
        query.setText("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
        QSignalSpy answered(&query, &QueryPresenter::answered);
        query.run();
        QVERIFY(query.running() && !query.blocker().isEmpty());
        QTest::qWait(300);
        QCOMPARE(answered.size(), 0);
        QVERIFY(query.summary().startsWith("Running"));
        query.cancel();
        QVERIFY(query.cancelling());
        QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, 30'000);
        QVERIFY(!query.running() && !query.cancelling());
        QVERIFY2(query.summary().startsWith("Cancelled"), qPrintable(query.summary()));
        ask(query, "SELECT 1");
        QCOMPARE(query.result()->cell(0, 0).text, QStringLiteral("1"));
    }

    /// TDE-6: the connection ends with the access; the page says why, what mends it, and goes on when it is mended.
    void TDE_6_theConnectionEndsWithTheAccessToTheKey()
    {
        Shop shop;
        const auto orders = shop.database("orders");
        QueryPresenter query(*shop.workspace, targetOf(orders));
        ask(query, "CREATE TABLE t(a); INSERT INTO t VALUES (7)");
        QCOMPARE(shop.servers().connections(shop.server), std::size_t(1));
        QVERIFY(state(query).callouts().empty());
        shop.lose();
        QTRY_COMPARE(shop.servers().connections(shop.server), std::size_t(0));
        QTRY_COMPARE(state(query).callouts().size(), std::size_t(1));
        const auto callout = state(query).callouts().front();
        QCOMPARE(callout.state, State::Lost);
        QVERIFY2(callout.text.startsWith("The connection ended."), qPrintable(callout.text));
        QVERIFY2(callout.detail.contains("dropped in 24 h"), qPrintable(callout.detail));
        QVERIFY(callout.fix && std::holds_alternative<command::SetAccessPolicy>(*callout.fix));
        QVERIFY2(query.blocker().contains("cannot use its key"), qPrintable(query.blocker()));
        query.run(); // nothing is asked
        QVERIFY(!query.running());
        shop.grant();
        shop.settle();
        QTRY_COMPARE(state(query).callouts().front().action, QStringLiteral("database.check")); // it has yet to look
        must(shop.servers().checkAccess(shop.server));
        shop.settle();
        QTRY_COMPARE(state(query).callouts().front().state, State::Neutral);
        QCOMPARE(shop.servers().connections(shop.server), std::size_t(0));
        ask(query, "SELECT a FROM t");
        QCOMPARE(query.result()->cell(0, 0).text, QStringLiteral("7"));
        QVERIFY(state(query).callouts().empty());
    }

    void whileAQueryRunsTheAccessIsTakenAway()
    {
        Shop shop;
        QueryPresenter query(*shop.workspace, targetOf(shop.database("orders")));
        query.setText("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
        QSignalSpy answered(&query, &QueryPresenter::answered);
        query.run();
        QTRY_COMPARE(shop.servers().connections(shop.server), std::size_t(1));
        shop.lose();
        QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, 30'000);
        QVERIFY(!query.result());
        QTRY_COMPARE(state(query).callouts().size(), std::size_t(1));
        QVERIFY(query.failure().empty()); // said once
    }

    /// What is asked and found reaches neither the log nor any notice; the page keeps what was typed.
    void nothingOfAQueryLeavesThePage()
    {
        Shop shop;
        const auto orders = shop.database("orders");
        const auto before = shop.workspace->notifications().rowCount();
        {
            QueryPresenter query(*shop.workspace, targetOf(orders));
            ask(query, "CREATE TABLE marked_table(a); SELECT 'marked_value'");
            ask(query, "SELEC marked_slip");
        }
        QTRY_COMPARE(shop.servers().connections(shop.server), std::size_t(0)); // it hung up
        const auto entries = must(shop.inner().log().newest(200));
        for (const auto &entry : entries) QVERIFY(!(entry.subject + entry.reason).contains("marked"));
        QCOMPARE(shop.workspace->notifications().rowCount(), before);
        QueryPresenter again(*shop.workspace, targetOf(orders));
        QCOMPARE(again.text(), QStringLiteral("SELEC marked_slip"));
        QVERIFY(!again.result());
    }

    /// Pages that are written anew end the connection; the next query makes another.
    void aConversionEndsTheConnection()
    {
        Shop shop;
        const auto orders = shop.database("orders");
        QueryPresenter query(*shop.workspace, targetOf(orders));
        ask(query, "CREATE TABLE t(a); INSERT INTO t VALUES (7)");
        carryOutErrand(shop, "database.decrypt", targetOf(orders), {});
        shop.settle();
        QTRY_COMPARE(state(query).callouts().size(), std::size_t(1));
        QVERIFY2(state(query).callouts().front().detail.contains("written anew"),
                 qPrintable(state(query).callouts().front().detail));
        ask(query, "SELECT a FROM t");
        QCOMPARE(query.result()->cell(0, 0).text, QStringLiteral("7"));
        must(shop.run(command::SetDropRule{shop.server, Millis(Days(7))}));
        must(shop.run(command::DropDatabase{.database = orders}));
        shop.settle();
        QTRY_VERIFY(!state(query).callouts().empty());
        QCOMPARE(state(query).callouts().front().action, QStringLiteral("database.recover"));
        QVERIFY(!query.blocker().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSqlModels)
#include "tst_sql_models.moc"
