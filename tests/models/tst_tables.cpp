// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Models merge snapshots by id with exact row signals; lists have their own row index.

#include "models/search.h"
#include "models/services/recovery_services_vault/targets.h"
#include "models/tables/activity_table.h"
#include "models/tables/estate_table.h"
#include "models/tables/list_table.h"
#include "models/tables/table_text.h"
#include "tests/support/opened.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSortFilterProxyModel>

using namespace keyward;
using namespace keyward::models;
using keyward::test::Opened;
using keyward::test::must;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

QStringList names(const TableModel &table)
{
    QStringList out;
    for (int row = 0; row < table.rowCount(); ++row) out += table.cell(row, 0).text;
    return out;
}

/// A table under test: the tester watches it, and resets are counted.
struct Watched {
    explicit Watched(TableModel &model)
        : table(model), tester(&model, Mode::QtTest), resets(&model, &QAbstractItemModel::modelReset),
          shown(&model, &TableModel::shown)
    {}
    TableModel &table;
    QAbstractItemModelTester tester;
    QSignalSpy resets;
    QSignalSpy shown;
};

} // namespace

class TestTables : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Whoever gives two rows one id sees both, whatever they do next.
    void rowsOfTheSameIdAreRowsOfTheirOwn()
    {
        ListTable table({{.title = QStringLiteral("A")}});
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto row = [](const char *id, const char *text) {
            return ListRow{.id = rowIdOf(id), .cells = {{.text = QString::fromLatin1(text)}}};
        };
        const auto texts = [&] {
            QString out;
            for (int i = 0; i < table.rowCount(); ++i) out += table.cell(i, 0).text;
            return out;
        };
        table.setRows({row("x", "a"), row("y", "b"), row("x", "c"), row("x", "d")});
        QCOMPARE(texts(), QStringLiteral("abcd"));
        table.setRows({row("x", "c"), row("x", "a"), row("y", "b")});
        QCOMPARE(texts(), QStringLiteral("cab"));
        table.setRows({row("y", "b"), row("x", "d"), row("x", "e")});
        QCOMPARE(texts(), QStringLiteral("bde"));
    }

    void whatIsShownGoesToOtherPrograms()
    {
        ListTable table({{.title = QStringLiteral("Name")}, {.title = QStringLiteral("What")}});
        table.setRows({{rowIdOf("a"), {{.text = QStringLiteral("=a")}, {.text = QStringLiteral("one, \"two\"")}}},
                       {rowIdOf("b"), {{.text = QStringLiteral("b\tc")}, {.text = QStringLiteral("line\nend")}}}});
        QCOMPARE(plainText(table, {0, 1}, {0, 1}), QStringLiteral("=a\tone, \"two\"\nb c\tline end"));
        QCOMPARE(plainText(table, {1}, {1}), QStringLiteral("line end"));
        QCOMPARE(csvText(table, {1, 0}), std::string("\"What\",\"Name\"\r\n\"one, \"\"two\"\"\",\"'=a\"\r\n"
                                                     "\"line\nend\",\"b\tc\"\r\n"));
        Opened opened;
        const auto file = opened.path("list.csv");
        saveCsv(*opened.workspace, file, "\"x\"");
        QTRY_VERIFY(QFile::exists(file));
        QTRY_COMPARE(opened.workspace->notifications().unseen(), 1);
        saveCsv(*opened.workspace, file, "\"other\""); // never over another file
        QTRY_COMPARE(opened.workspace->notifications().unseen(), 2);
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("\"x\""));
    }

    void everyTableFollowsTheEstateWithoutReset()
    {
        Opened opened;
        auto &feed = opened.workspace->feed();
        const auto bound = opened.bound();
        opened.settle();
        std::vector<std::unique_ptr<EstateTable>> tables;
        for (auto source :
             {vaultsSource(), keysSource(), keysSource(bound.vault), resourcesSource(),
              pointsSource(bound.resource, opened.documents().toStdString()), jobsSource(), jobsSource(bound.resource)})
            tables.push_back(std::make_unique<EstateTable>(source, feed, opened.background));
        std::vector<std::unique_ptr<Watched>> watched;
        for (auto &table : tables) watched.push_back(std::make_unique<Watched>(*table));
        for (auto &table : tables)
            if (table.get() != tables[4].get()) QTRY_VERIFY(table->rowCount() > 0);
        QSignalSpy inserted(tables[1].get(), &QAbstractItemModel::rowsInserted);
        for (int i = 0; i < 12; ++i) opened.key(bound.vault, "key-" + std::to_string(i));
        opened.point(bound.resource);
        must(opened.run(estate::command::DeleteKey{
            estate::KeyId{opened.inner().console().snapshot()->keyNamed(bound.vault, "key-3")->id}}));
        opened.vault("kv-other");
        opened.settle();
        QTRY_COMPARE(tables[1]->rowCount(), 13);
        QTRY_COMPARE(tables[2]->rowCount(), 13);
        QTRY_COMPARE(tables[0]->rowCount(), 2);
        QTRY_COMPARE(tables[4]->rowCount(), 1);
        QTRY_VERIFY(tables[5]->rowCount() >= 2);
        QVERIFY(inserted.size() > 0);
        for (const auto &one : watched) QCOMPARE(one->resets.size(), 0);
        // Every cell of every row can be asked for.
        for (const auto &table : tables)
            for (int row = 0; row < table->rowCount(); ++row)
                for (int column = 0; column < table->columnCount(); ++column)
                    (void)table->data(table->index(row, column), TableModel::CellRole);
    }

    void rowsAreInOrderAndStaySo()
    {
        Opened opened;
        const auto vault = opened.vault("kv1");
        for (const auto *name : {"delta", "Alpha", "charlie"}) opened.key(vault, name);
        opened.settle();
        EstateTable table(keysSource(vault), opened.workspace->feed(), opened.background);
        const Watched watched(table);
        QTRY_COMPARE(names(table), (QStringList{"Alpha", "charlie", "delta"}));
        opened.key(vault, "bravo");
        opened.settle();
        QTRY_COMPARE(names(table), (QStringList{"Alpha", "bravo", "charlie", "delta"}));
        table.sort(0, Qt::DescendingOrder);
        QTRY_COMPARE(names(table), (QStringList{"delta", "charlie", "bravo", "Alpha"}));
        opened.key(vault, "bravo2");
        opened.settle();
        QTRY_COMPARE(names(table), (QStringList{"delta", "charlie", "bravo2", "bravo", "Alpha"}));
        QCOMPARE(watched.resets.size(), 0);
    }

    void aChangedRowMovesWhereItBelongs()
    {
        Opened opened;
        const auto vault = opened.vault("kv1");
        const auto first = opened.key(vault, "a");
        opened.key(vault, "b");
        opened.settle();
        EstateTable table(keysSource(vault), opened.workspace->feed(), opened.background);
        const Watched watched(table);
        QTRY_COMPARE(table.rowCount(), 2);
        table.sort(5, Qt::AscendingOrder); // by number of versions
        QSignalSpy moved(&table, &QAbstractItemModel::rowsMoved);
        QTRY_COMPARE(names(table), (QStringList{"a", "b"}));
        must(opened.run(estate::command::RotateKey{first, {test::id<estate::VersionId>(), test::id<RecordId>()}}));
        opened.settle();
        QTRY_COMPARE(names(table), (QStringList{"b", "a"}));
        QCOMPARE(moved.size(), 1);
        QCOMPARE(watched.resets.size(), 0);
    }

    void selectionSurvivesSortAndChange()
    {
        Opened opened;
        const auto vault = opened.vault("kv1");
        for (const auto *name : {"a", "b", "c", "d"}) opened.key(vault, name);
        opened.settle();
        EstateTable table(keysSource(vault), opened.workspace->feed(), opened.background);
        const Watched watched(table);
        QTRY_COMPARE(table.rowCount(), 4);
        QItemSelectionModel selection(&table);
        selection.select(table.index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const auto chosen = table.idAt(2);
        table.sort(0, Qt::DescendingOrder);
        QTRY_COMPARE(names(table).front(), QStringLiteral("d"));
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(table.idAt(selection.selectedRows().front().row()), chosen);
        opened.key(vault, "e");
        opened.settle();
        QTRY_COMPARE(table.rowCount(), 5);
        QCOMPARE(table.idAt(selection.selectedRows().front().row()), chosen);
    }

    void filterNarrowsAndComesBack()
    {
        Opened opened;
        const auto vault = opened.vault("kv1");
        for (int i = 0; i < 200; ++i) opened.key(vault, "key-" + std::to_string(i), must(KeySpec::ec("P-256")));
        opened.settle();
        EstateTable table(keysSource(vault), opened.workspace->feed(), opened.background);
        const Watched watched(table);
        QTRY_COMPARE(table.rowCount(), 200);
        table.setFilter("KEY-19");
        QTRY_COMPARE(table.rowCount(), 11); // 19, 190 … 199
        QCOMPARE(table.total(), std::size_t(200));
        opened.key(vault, "key-19x");
        opened.key(vault, "other");
        opened.settle();
        QTRY_COMPARE(table.rowCount(), 12);
        table.setFilter({});
        QTRY_COMPARE(table.rowCount(), 202);
        QCOMPARE(watched.resets.size(), 0);
    }

    void manyChangesAtOnceAreTakenTogether()
    {
        Opened opened;
        const auto vault = opened.vault("kv1");
        opened.key(vault, "first", must(KeySpec::ec("P-256")));
        opened.settle();
        EstateTable table(keysSource(vault), opened.workspace->feed(), opened.background);
        const Watched watched(table);
        QTRY_COMPARE(table.rowCount(), 1);
        for (int i = 0; i < 150; ++i) opened.key(vault, "key-" + std::to_string(i), must(KeySpec::ec("P-256")));
        opened.settle();
        QTRY_COMPARE(table.rowCount(), 151);
        QCOMPARE(watched.resets.size(), 0);
    }

    /// Also of what is cut, of which no cell has more to say than its text.
    void tipsSayWhatIsWrittenNotWhatItWouldLookLike()
    {
        ListTable table({{.title = QStringLiteral("Name")}, {.title = QStringLiteral("What")}});
        const auto longer = QString(399, QLatin1Char('a')) + QStringLiteral("<i>the rest");
        table.setRows(
            {{rowIdOf("a"), {{.text = QStringLiteral("<b>bold</b> & more")}, {.text = longer}}},
             {rowIdOf("b"), {{.text = {}}, {.text = QStringLiteral("x"), .tooltip = QStringLiteral("<u>1\n2")}}}});
        const auto tip = [&](int row, int column) { return table.index(row, column).data(Qt::ToolTipRole).toString(); };
        QCOMPARE(tip(0, 0), QStringLiteral("<qt>&lt;b&gt;bold&lt;/b&gt; &amp; more</qt>"));
        QCOMPARE(tip(0, 1),
                 QStringLiteral("<qt>") + QString(399, QLatin1Char('a')) + QStringLiteral("&lt;\u2026</qt>"));
        QCOMPARE(tip(1, 0), QString()); // nothing to say, so none is shown
        QCOMPARE(tip(1, 1), QStringLiteral("<qt>&lt;u&gt;1<br>2</qt>"));
    }

    void listTableMergesById()
    {
        ListTable table({{"Name"}});
        const Watched watched(table);
        const auto row = [](const char *id, const char *text) {
            return ListRow{rowIdOf(id), {{QString::fromLatin1(text)}}, {}};
        };
        table.setRows({row("1", "a"), row("2", "b"), row("3", "c")});
        QCOMPARE(names(table), (QStringList{"a", "b", "c"}));
        QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
        table.setRows({row("3", "c"), row("1", "A"), row("4", "d")});
        QCOMPARE(names(table), (QStringList{"c", "A", "d"}));
        QCOMPARE(changed.size(), 1);
        table.setRows({});
        QCOMPARE(table.rowCount(), 0);
        QCOMPARE(watched.resets.size(), 0);
    }

    void theLogIsReadInPagesAndGrowsOnTop()
    {
        Opened opened;
        const auto vault = opened.vault("kv1");
        for (int i = 0; i < 450; ++i) opened.vault("kv-" + std::to_string(i));
        opened.settle();
        ActivityTable table(*opened.workspace);
        const Watched watched(table);
        QTRY_VERIFY(table.rowCount() >= 200);
        const auto before = table.rowCount();
        QVERIFY(before < 450);
        QTRY_VERIFY(table.canFetchMore({}));
        table.fetchMore({});
        QTRY_VERIFY(table.rowCount() > before);
        opened.key(vault, "fresh");
        opened.settle();
        QTRY_COMPARE(table.cell(0, 3).text, QStringLiteral("kv1/fresh"));
        table.setFilter("fresh");
        QTRY_COMPARE(table.rowCount(), 1);
        QCOMPARE(watched.resets.size(), 0);
        ActivityTable about(*opened.workspace, "kv1");
        QTRY_COMPARE(about.rowCount(), 2); // the vault and its key, not kv-1 or kv-10
    }

    void searchFindsThingsPagesAndActions()
    {
        Opened opened;
        const auto vault = opened.vault("kv-backup");
        opened.key(vault, "kek-prod");
        opened.resource("rsv-east");
        opened.settle();
        SearchModel search(*opened.workspace);
        const QAbstractItemModelTester tester(&search, Mode::QtTest);
        const auto first = [&](const QString &words) {
            QSignalSpy found(&search, &SearchModel::found);
            search.look(words, {});
            if (found.isEmpty()) found.wait();
            return search.rowCount() ? search.at(0).text : QString();
        };
        QCOMPARE(first("kek"), QStringLiteral("kek-prod"));
        QCOMPARE(first("KV-BACKUP/KEK"), QStringLiteral("kek-prod"));
        QCOMPARE(first("rsv-e"), QStringLiteral("rsv-east"));
        QVERIFY(first("activity").startsWith("Activity"));
        QVERIFY(first("export audit").startsWith("Export audit report"));
        QCOMPARE(first("nothing at all like this"), QString());
    }

    void notificationsAndErrandsAreProperModels()
    {
        Opened opened;
        auto &workspace = *opened.workspace;
        const QAbstractItemModelTester notes(&workspace.notifications(), Mode::QtTest);
        const QAbstractItemModelTester errands(&workspace.errands(), Mode::QtTest);
        std::atomic<bool> go{false};
        workspace.send("Long work", {},
                       [&](engine::Workplace &, const engine::ProgressCallback &progress) -> Result<Outcome> {
                           while (!go) {
                               if (!progress({2048, 3})) return fail(Code::Cancelled);
                               QThread::msleep(5);
                           }
                           return Outcome{"Done at last", {}, {}, {}};
                       });
        QCOMPARE(workspace.errands().rowCount(), 1);
        QTRY_VERIFY(workspace.errands().progressText(0).contains("3 entries"));
        go = true;
        QTRY_COMPARE(workspace.errands().rowCount(), 0);
        QCOMPARE(workspace.notifications().at(0).text, QStringLiteral("Done at last"));
        go = false;
        workspace.send("Given up", {},
                       [&](engine::Workplace &, const engine::ProgressCallback &progress) -> Result<Outcome> {
                           while (progress({})) QThread::msleep(5);
                           return fail(Code::Cancelled);
                       });
        workspace.errands().cancelAll();
        QTRY_COMPARE(workspace.errands().rowCount(), 0);
        QCOMPARE(workspace.notifications().at(0).state, State::Disabled);
    }
};

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
