// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-19 in the window: receivers of the log, what is filled in for one, and what is said of one that is down.

#include "backend/engine/api/schedules.h"
#include "backend/engine/api/siem.h"
#include "models/page_help.h"
#include "models/presenter.h"
#include "models/search.h"
#include "models/siem.h"
#include "models/tables/list_table.h"
#include "models/thing.h"
#include "tests/support/actions.h"

#include <QFile>

using namespace keyward;
using namespace keyward::models;
using namespace keyward::estate;
using keyward::test::action;
using keyward::test::carryOutErrand;
using keyward::test::must;
using keyward::test::Opened;

namespace {

/// The page, and what stands in it.
struct Page {
    explicit Page(Opened &opened)
        : blade(bladeById(QStringLiteral("siem"))->make(*opened.workspace, Target{})),
          callouts(qobject_cast<CalloutsPart *>(blade->parts()[0])), table(qobject_cast<TablePart *>(blade->parts()[1]))
    {}
    const ListTable &rows() const { return static_cast<ListTable &>(table->model()); }
    Cell cell(const char *name, int column) const
    {
        for (int row = 0; row < rows().rowCount(); ++row)
            if (rows().cell(row, 0).text == QLatin1String(name)) return rows().cell(row, column);
        return Cell{.text = QStringLiteral("no row")};
    }
    std::unique_ptr<Presenter> blade;
    CalloutsPart *callouts;
    TablePart *table;
};

void add(Opened &opened, const SiemTarget &target, const char *name)
{
    must(opened.run(command::AddSiemReceiver{test::id<SiemReceiverId>(), must(DisplayName::from(name)), target, true}));
    opened.settle();
}

constexpr std::uint16_t nobodyListens = 1; ///< of the loopback

} // namespace

class TestSiemModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void TDE_19_thePageTellsHowReceiversStand()
    {
        Opened opened;
        Page page(opened);
        QCOMPARE(page.rows().rowCount(), 0);
        QCOMPARE(page.table->emptyAction, QStringLiteral("siem.add"));
        QVERIFY(!pageHelp(QStringLiteral("siem")).isEmpty());
        add(opened, SiemFile{opened.path("log.jsonl").toStdString()}, "lines");
        add(opened, SiemTcp{{"127.0.0.1", nobodyListens}}, "soc");
        QTRY_COMPARE(page.rows().rowCount(), 2);
        QTRY_COMPARE(page.cell("lines", 4).text, QStringLiteral("Soon"));
        const auto outcome = opened.inner().schedules().run([](const auto &) { return true; });
        QCOMPARE(outcome.done.size(), std::size_t(1));
        QCOMPARE(outcome.failed.size(), std::size_t(1));
        opened.settle();
        QTRY_COMPARE(page.cell("soc", 4).text, QStringLiteral("Takes nothing"));
        QCOMPARE(page.cell("soc", 1).text, QStringLiteral("127.0.0.1:1, over TCP"));
        QCOMPARE(page.cell("soc", 2).text, QStringLiteral("0"));
        QCOMPARE(page.cell("soc", 4).chip, std::optional(State::AtRisk));
        // The outage is known with the estate; how many wait, and what mends it, once the receiver was looked at again.
        QTRY_COMPARE(page.callouts->callouts().size(), std::size_t(1));
        const auto told = [&] { return page.callouts->callouts().front(); };
        QTRY_VERIFY2(told().detail.contains("127.0.0.1:1") && told().detail.contains("firewall"),
                     qPrintable(told().detail));
        QVERIFY2(!told().detail.contains("keywardctl"), qPrintable(told().detail));
        QVERIFY2(told().text.contains("'soc' has taken nothing since") && told().text.contains("entries wait"),
                 qPrintable(told().text));
        must(opened.run(command::RemoveSiemReceiver{opened.estate().siemReceiverNamed("soc")->id}));
        opened.settle();
        QTRY_COMPARE(page.rows().rowCount(), 1);
        QVERIFY(page.callouts->callouts().empty());
    }

    void TDE_19_whatIsAskedGoesByHowItGetsThere()
    {
        Opened opened;
        ActionDraft draft(action("siem.add"), *opened.workspace, Target{});
        QVERIFY(draft.form().asks("place") && draft.form().asks("ca") && !draft.form().asks("file"));
        draft.setValue("name", "soc");
        draft.setValue("place", "siem.example.org");
        QVERIFY(draft.blocker().contains("HOST:PORT"));
        draft.setValue("how", "tcp");
        QVERIFY(draft.form().asks("place") && !draft.form().asks("ca"));
        draft.setValue("how", "file");
        QVERIFY(draft.form().asks("file") && !draft.form().asks("place"));
        draft.setValue("file", opened.path("log.jsonl"));
        QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
        QCOMPARE(draft.commandLine(), "keywardctl siem add soc --file " + opened.path("log.jsonl"));
    }

    /// The list of authorities is read when it is carried out, and a file that is none is said.
    void TDE_19_authoritiesComeFromAFile()
    {
        Opened opened;
        QFile file(opened.path("ca.pem"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a certificate\n");
        file.close();
        ActionDraft draft(action("siem.add"), *opened.workspace, Target{});
        draft.setValue("name", "-soc");
        draft.setValue("place", "siem.example.org:6514");
        draft.setValue("ca", opened.path("ca.pem"));
        QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
        QCOMPARE(draft.commandLine(),
                 "keywardctl siem add --tls siem.example.org:6514 --ca " + opened.path("ca.pem") + " -- -soc");
        carryOutErrand(opened, "siem.add", Target{},
                       {{"name", "-soc"}, {"place", "siem.example.org:6514"}, {"ca", opened.path("ca.pem")}});
        opened.settle();
        QCOMPARE(opened.estate().siemReceivers().size(), std::size_t(0));
    }

    void TDE_19_aTestMessageIsSentFromItsRow()
    {
        Opened opened;
        add(opened, SiemFile{opened.path("log.jsonl").toStdString()}, "lines");
        const auto target = targetOf(opened.estate().siemReceiverNamed("lines")->id);
        QCOMPARE(titleOf(opened.estate(), target), QStringLiteral("lines"));
        QVERIFY(models::kindOf(opened.estate(), target).startsWith("SIEM receiver, "));
        carryOutErrand(opened, "siem.test", target, {});
        QFile file(opened.path("log.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\"operation\":\"siem.test\""));
    }
};

QTEST_GUILESS_MAIN(TestSiemModels)
#include "tst_siem_models.moc"
