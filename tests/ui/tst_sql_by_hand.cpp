// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Databases of a SQL server by point and click, and queries by the keyboard alone.

#include "backend/engine/api/services/sql_server.h"
#include "models/services/sql_server/targets.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/window.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/data_table.h"

#include <QClipboard>
#include <QPlainTextEdit>

using namespace keyward;
using namespace keyward::test;

namespace {

/// Under what is asked: how many rows, and how long it took.
bool sums(Window &window, const QString &words)
{
    return QTest::qWaitFor(
        [&] {
            auto *label = qobject_cast<ui::ElidedLabel *>(window.any("query.summary"));
            return label && label->wholeText().contains(words);
        },
        30'000);
}

int rowsOf(Window &window, const QString &table)
{
    auto *view = qobject_cast<QAbstractItemView *>(window.find(table));
    return view ? view->model()->rowCount() : -1;
}

void carryOut(Window &window, const estate::Action &action, bool overriding = false)
{
    must(window.workspace().workplace()->console().execute({action, overriding}, owner).transform([](const auto &) {}));
}

} // namespace

class TestSqlByHand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aQueryIsWrittenRunReadAndCopiedByTheKeyboard()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        window.go("orders");
        QVERIFY(window.waitFor("tab.database.query"));
        window.find("search")->setFocus();
        QVERIFY(tabTo("tab.database.query"));
        press(Qt::Key_Space);
        QVERIFY(window.waitFor("query.text"));
        QVERIFY(!window.find("query.run")); // there is nothing to ask yet
        QVERIFY(tabTo("query.text"));
        write("SELECT id, note || note || note AS note, seal, paid FROM orders ORDER BY id");
        press(Qt::Key_Return); // a new line, no query
        write("LIMIT 40");
        QVERIFY(window.find("query.run"));
        QVERIFY(!window.any("table.result"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(window, "table.result"), 40, 60'000);
        QVERIFY(sums(window, "40 rows in "));
        QCOMPARE(focused(), QStringLiteral("query.text"));

        // To the table, down and to the right: the note that no cell has room for stands there whole.
        QVERIFY(tabTo("table.result"));
        press(Qt::Key_Home, Qt::ControlModifier);
        press(Qt::Key_Right);
        for (int i = 0; i < 40 && !window.any("query.value"); ++i) press(Qt::Key_Down);
        auto *value = static_cast<QPlainTextEdit *>(window.find("query.value"));
        QVERIFY2(value, "no long note was come by");
        QCOMPARE(value->toPlainText().count("mind the dog."), 3);
        QVERIFY2(window.textOf("query.note").startsWith("note: "), qPrintable(window.textOf("query.note")));
        press(Qt::Key_Right); // bytes, in hexadecimal
        QTRY_VERIFY(window.any("query.value"));
        value = static_cast<QPlainTextEdit *>(window.find("query.value"));
        QVERIFY2(QRegularExpression("^[0-9a-f]+$").match(value->toPlainText()).hasMatch(),
                 qPrintable(value->toPlainText()));
        QVERIFY2(window.textOf("query.note").startsWith("seal: "), qPrintable(window.textOf("query.note")));
        press(Qt::Key_Home, Qt::ControlModifier);
        press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QGuiApplication::clipboard()->text().startsWith("1001\t"),
                 qPrintable(QGuiApplication::clipboard()->text()));
        QCOMPARE(QGuiApplication::clipboard()->text().count('\t'), 3);
        QVERIFY(tabTo("query.copy"));
        press(Qt::Key_Space);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith("id\tnote\tseal\tpaid\n1001\t"));
        QCOMPARE(QGuiApplication::clipboard()->text().count('\n'), 41);

        // A slip is told where it was made; what was found before is gone with it.
        QVERIFY(tabTo("query.text"));
        press(Qt::Key_A, Qt::ControlModifier);
        write("SELEC 1");
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(window.reads("query.reason", "syntax error"), qPrintable(window.textOf("query.reason")));
        QVERIFY(!window.any("table.result"));

        // What goes on for ever is cancelled from the keyboard.
        press(Qt::Key_A, Qt::ControlModifier);
        write("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
        QVERIFY(tabTo("query.run"));
        press(Qt::Key_Space);
        QVERIFY(window.waitFor("query.cancel"));
        QTRY_COMPARE(focused(), QStringLiteral("query.cancel"));
        press(Qt::Key_Space);
        QVERIFY(sums(window, "Cancelled"));
        QTRY_COMPARE(focused(), QStringLiteral("query.run"));

        // Whoever comes back finds it as it was left. No setting knows of it.
        window.go("kv-backup");
        QVERIFY(window.waitFor("rail.vault.keys"));
        window.go("orders");
        QVERIFY(window.waitFor("tab.database.query"));
        window.click("tab.database.query");
        QVERIFY(window.waitFor("query.text"));
        QVERIFY(static_cast<QPlainTextEdit *>(window.find("query.text"))->toPlainText().startsWith("WITH RECURSIVE"));
        QFile settings(window.path("window.ini"));
        if (settings.open(QIODevice::ReadOnly)) {
            const auto kept = settings.readAll();
            QVERIFY(!kept.contains("RECURSIVE") && !kept.contains("result"));
        }
    }

    void longTextsStandThereWhole()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        window.go("orders");
        window.click("tab.database.query");
        window.type("query.text", "SELECT note, '<b>' || note FROM orders WHERE length(note) > 50 LIMIT 1");
        window.click("query.run");
        QVERIFY(window.rows("table.result", 1));
        window.clickRow("table.result", 0);
        // It fits its cell or is read below; either way all of it can be copied.
        auto *table = static_cast<ui::DataTable *>(window.find("table.result"));
        table->setFocus();
        press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains("mind the dog."));
        window.type("query.text", "SELECT printf('%.*c', 3000, 'y') || 'end' AS long");
        window.click("query.run");
        QTRY_VERIFY(window.find("table.result") != nullptr &&
                    static_cast<ui::DataTable *>(window.find("table.result"))->model()->columnCount() == 1);
        window.clickRow("table.result", 0);
        QVERIFY(window.waitFor("query.value"));
        QVERIFY(static_cast<QPlainTextEdit *>(window.find("query.value"))->toPlainText().endsWith("yend"));
        QVERIFY2(window.textOf("query.note").contains("3,003 characters"), qPrintable(window.textOf("query.note")));
    }

    /// TDE-6, by hand: access is lost while a database is open, is mended from there, and it can be asked again.
    void TDE_6_accessIsLostAndMendedFromThePage()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        const auto *server = window.estate().resourceNamed("sql-shop");
        const auto id = server->id;
        const auto identity = *server->identity;
        const auto vault = window.estate().vaultNamed("kv-backup")->id;
        window.go("sql-shop"); // there is another database of that name, its replica
        window.click("rail.sql.databases");
        QVERIFY(window.rows("table.databases", 2));
        window.clickRow("table.databases", 0);
        window.click("tab.database.query");
        window.type("query.text", "SELECT count(*) FROM orders");
        window.click("query.run");
        QVERIFY(window.rows("table.result", 1));
        auto &servers = window.workspace().workplace()->services().get<engine::SqlServers>();
        QCOMPARE(servers.connections(id), std::size_t(1));
        carryOut(window, estate::command::RemoveAccessPolicy{vault, identity}, true);
        QVERIFY(!servers.checkAccess(id));
        QVERIFY(window.waitFor("fix.0"));
        QTRY_VERIFY(!window.find("query.run"));
        QTRY_COMPARE(servers.connections(id), std::size_t(0));
        window.click("fix.0");
        window.click("dialog.do");
        QVERIFY(window.waitFor("do.database.check"));
        window.click("do.database.check");
        QVERIFY(window.waitFor("query.run"));
        window.click("query.run");
        QTRY_COMPARE_WITH_TIMEOUT(servers.connections(id), std::size_t(1), 60'000);
        QTRY_COMPARE(rowsOf(window, "table.result"), 1);
    }

    void aDatabaseIsMadeAndDroppedInTheWindow()
    {
        Window window(QSize(1880, 1000)); // all buttons have room
        window.openSample();
        window.go("sql-shop");
        window.click("rail.sql.databases");
        QVERIFY(window.rows("table.databases", 2));
        window.click("action.database.create");
        window.type("field.name", "visits");
        QVERIFY(window.reads("statement", "data key of its own"));
        window.click("dialog.do");
        QVERIFY(window.rows("table.databases", 3));
        const auto *made = window.estate().databaseNamed(window.estate().resourceNamed("sql-shop")->id, "visits");
        QVERIFY(made && made->encrypted);
        const auto id = made->id;
        window.clickRow("table.databases", 2);
        QTRY_VERIFY(window.any("blade.database.overview"));
        auto *drop = window.any("blade.database.overview")->findChild<QPushButton *>("action.database.drop");
        QTRY_VERIFY(drop->isVisible() && drop->isEnabled());
        window.robot->click(*drop);
        window.click("dialog.do");
        QTRY_VERIFY(window.estate().database(id)->dropped);
        QVERIFY(window.waitFor("do.database.recover"));
        window.click("do.database.recover");
        QTRY_VERIFY(!window.estate().database(id)->dropped);
    }
};

QTEST_MAIN(TestSqlByHand)
#include "tst_sql_by_hand.moc"
