// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MOD-17, MOD-24 in the window: the page of the catalogue, a service, and what is done with them.

#include "models/catalogue.h"
#include "models/page_help.h"
#include "models/presenter.h"
#include "models/tables/computed_table.h"
#include "tests/support/actions.h"
#include "tests/support/own_profile.h"

#include <QAbstractItemModelTester>
#include <QFile>

using namespace keyward;
using namespace keyward::models;
using namespace keyward::estate;
using keyward::test::action;
using keyward::test::carryOutErrand;
using keyward::test::must;
using keyward::test::Opened;
using keyward::test::stateNow;

namespace {

struct Page {
    explicit Page(Opened &opened)
        : blade(bladeById(QStringLiteral("catalogue"))->make(*opened.workspace, Target{})),
          table(qobject_cast<TablePart *>(blade->parts().front()))
    {}
    TableModel &rows() const { return table->model(); }
    int rowOf(const QString &title) const
    {
        for (int row = 0; row < rows().rowCount(); ++row)
            if (rows().cell(row, 0).text == title) return row;
        return -1;
    }
    std::unique_ptr<Presenter> blade;
    TablePart *table;
};

Placement placeOf(Opened &opened)
{
    const auto &settings = opened.estate().settings();
    return {must(Region::from("westeurope")), settings.tenant, settings.subscription, "default"};
}

void write(const QString &file, const std::string &text)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(QByteArray::fromStdString(text));
}

QStringList factsOf(Presenter &blade)
{
    QStringList out;
    for (auto *part : blade.parts())
        if (const auto *facts = qobject_cast<FactsPart *>(part); facts && facts->present())
            for (const auto &fact : facts->facts()) out += fact.label + QStringLiteral(": ") + fact.value;
    return out;
}

} // namespace

class TestCatalogueModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void MOD_17_thePageHasEveryServiceAndNarrowsThem()
    {
        Opened opened;
        Page page(opened);
        const QAbstractItemModelTester tester(&page.rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto all = opened.estate().catalogue().services().size();
        QTRY_COMPARE(page.rows().rowCount(), static_cast<int>(all));
        QVERIFY(!pageHelp(QStringLiteral("catalogue")).isEmpty());
        QVERIFY(!pageHelp(QStringLiteral("service.overview")).isEmpty());
        page.rows().setFilter(QStringLiteral("redis"));
        QTRY_COMPARE(page.rows().rowCount(), 1);
        QCOMPARE(page.rows().cell(0, 0).text, QStringLiteral("Azure Cache for Redis"));
        page.rows().setFilter(QStringLiteral("storage-account")); // by what it is created as
        QTRY_VERIFY(page.rows().rowCount() > 3 && page.rowOf(QStringLiteral("Blob Storage")) >= 0);
        page.rows().setFilter(QString());
        page.rows().setKind(QStringLiteral("no-key"));
        QTRY_VERIFY(page.rowOf(QStringLiteral("Azure Database Migration Service")) >= 0);
        QTRY_COMPARE(page.rows().rowCount(), 2);
        page.rows().setKind(QStringLiteral("yours"));
        QTRY_COMPARE(page.rows().rowCount(), 0);
        QCOMPARE(page.table->emptyAction, QStringLiteral("catalogue.add"));
    }

    void MOD_17_aServiceShowsTheRulesOfEachEdition()
    {
        Opened opened;
        const auto target = serviceTarget("azure-database-for-mysql");
        QVERIFY(exists(opened.estate(), target));
        QCOMPARE(titleOf(opened.estate(), target), QStringLiteral("Azure Database for MySQL"));
        const auto blade = bladeById(QStringLiteral("service.overview"))->make(*opened.workspace, target);
        const auto facts = factsOf(*blade);
        QVERIFY2(facts.contains(QStringLiteral("Expiry of the key: None may be set")), qPrintable(facts.join('\n')));
        QVERIFY(facts.contains(QStringLiteral("Expiry of the key: Better none; one that is set is warned of")));
        QVERIFY(facts.contains(QStringLiteral("Kind: mysql-flexible-2")));
        QVERIFY(!exists(opened.estate(), serviceTarget("nothing")));
    }

    void MOD_17_oneIsAddedFromItsPage()
    {
        Opened opened;
        ActionDraft draft(action("service.addOne"), *opened.workspace, serviceTarget("event-hubs"));
        draft.setValue("name", "hub1");
        draft.setValue("type", "event-hubs-2");
        QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
        QVERIFY2(draft.commandLine().startsWith("keywardctl resource create event-hubs-2 hub1"),
                 qPrintable(draft.commandLine()));
        draft.commit();
        QTRY_VERIFY(opened.estate().resourceNamed("hub1"));
        const auto target = Target::of(opened.estate().resourceNamed("hub1")->id);
        QVERIFY(stateNow(opened, "resource.use", target).enabled);
        must(opened.run(command::NoteUse{opened.estate().resourceNamed("hub1")->id}));
        opened.settle();
        QVERIFY(!stateNow(opened, "resource.use", target).supported);
        const auto enable = stateNow(opened, "cmk.enable", target);
        QVERIFY(enable.supported && !enable.enabled && !enable.why.empty());
    }

    void MOD_17_aProfileOfOnesOwnComesFromAFile()
    {
        Opened opened;
        Page page(opened);
        const auto file = opened.path("wiki.json");
        write(file, test::ownProfileText("wiki", ", \"sameregion\": 1"));
        carryOutErrand(opened, "catalogue.add", Target{}, {{"file", file}});
        opened.settle();
        QCOMPARE(opened.estate().ownProfiles().size(), std::size_t(0));
        write(file, test::ownProfileText());
        {
            ActionDraft draft(action("catalogue.add"), *opened.workspace, Target{});
            draft.setValue("file", file);
            QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
            QCOMPARE(draft.commandLine(), "keywardctl catalogue add " + file);
        }
        carryOutErrand(opened, "catalogue.add", Target{}, {{"file", file}});
        opened.settle();
        QCOMPARE(opened.estate().ownProfiles().size(), std::size_t(1));
        QTRY_VERIFY(page.rowOf(QStringLiteral("Our wiki")) >= 0);
        const auto target = serviceTarget("wiki");
        QVERIFY(stateNow(opened, "catalogue.remove", target).enabled);
        QVERIFY(!stateNow(opened, "catalogue.remove", serviceTarget("event-hubs")).supported);
        must(opened.run(command::CreateResource{
            test::id<ResourceId>(), "wiki", must(ResourceName::from("pages")), placeOf(opened), {}}));
        opened.settle();
        QVERIFY(!stateNow(opened, "catalogue.remove", target).enabled); // and says why
        QVERIFY(stateNow(opened, "catalogue.remove", target).why.whole().contains("pages"));
    }

    void MOD_24_aStoreIsChosenAndItsKeyIsShown()
    {
        Opened opened;
        const auto job = test::id<ResourceId>(), account = test::id<ResourceId>();
        must(opened.run(
            command::CreateResource{job, "stream-analytics", must(ResourceName::from("job")), placeOf(opened), {}}));
        must(opened.run(command::CreateResource{
            account, "storage-account", must(ResourceName::from("account")), placeOf(opened), {}}));
        opened.settle();
        const auto target = Target::of(job);
        const auto enable = stateNow(opened, "cmk.enable", target);
        QVERIFY(!enable.enabled && enable.why.reason.contains("account"));
        QVERIFY(!stateNow(opened, "resource.store", Target::of(account)).supported);
        ActionDraft draft(action("resource.store"), *opened.workspace, target);
        draft.setValue("store", QString::fromStdString(account.text()));
        QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
        QCOMPARE(draft.commandLine(), QStringLiteral("keywardctl resource store job account"));
        draft.commit();
        QTRY_VERIFY(opened.estate().resource(job)->store == account);
        const auto blade = bladeById(QStringLiteral("resource.overview"))->make(*opened.workspace, target);
        QVERIFY(factsOf(*blade).contains(QStringLiteral("Keeps its data in: account")));
    }
};

QTEST_GUILESS_MAIN(TestCatalogueModels)
#include "tst_catalogue_models.moc"
