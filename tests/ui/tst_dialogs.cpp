// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Mend 25: every dialog, wizard page and first page stays on the screen it is on, whatever it says. Run on 1280 by 800,
// and there again at one and a half times its size.

#include "models/actions/action.h"
#include "models/places.h"
#include "models/presenter.h"
#include "models/services/recovery_services_vault/targets.h"
#include "models/unlock_slots.h"
#include "tests/ui/window.h"
#include "ui/shell/workspace_view.h"
#include "ui/widgets/basics.h"

#include <QDialog>
#include <QProcess>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollArea>

using namespace keyward;
using namespace keyward::test;

namespace {

bool scrolls(const QWidget *widget, const QWidget *top)
{
    for (const auto *parent = widget->parentWidget(); parent && parent != top; parent = parent->parentWidget())
        if (qobject_cast<const QScrollArea *>(parent)) return true;
    return false;
}

QString nameOf(const QWidget &widget)
{
    return widget.objectName().isEmpty() ? QString::fromLatin1(widget.metaObject()->className()) : widget.objectName();
}

QString wrongWith(const QLabel &label)
{
    const auto words = label.text();
    if (words.isEmpty() || qobject_cast<const ui::ElidedLabel *>(&label)) return {};
    const auto room = label.contentsRect();
    if (!label.wordWrap()) {
        const auto wanted = label.sizeHint();
        return label.width() < wanted.width() || label.height() < wanted.height() ? QStringLiteral("is clipped")
                                                                                  : QString();
    }
    if (label.height() < label.heightForWidth(label.width())) return QStringLiteral("has no room for its lines");
    static const QRegularExpression gaps(QStringLiteral("[\\s\\x{200b}-]"));
    for (const auto &piece : words.split(gaps, Qt::SkipEmptyParts))
        if (label.fontMetrics().horizontalAdvance(piece) > room.width())
            return QStringLiteral("has no room for ") + piece;
    return {};
}

/// What is outside, hidden or cut off.
QStringList wrongWith(QWidget &top)
{
    QStringList out;
    const auto screen = top.screen()->availableGeometry();
    const auto taken = top.window()->frameGeometry();
    const bool placed = qobject_cast<const QDialog *>(&top); // where the window itself stands is the desktop's choice
    if (placed ? !screen.contains(taken) : taken.width() > screen.width() || taken.height() > screen.height())
        out += QStringLiteral("it is not on the screen");
    for (auto *button : top.findChildren<QPushButton *>()) {
        if (!button->isVisible() || button->visibleRegion().isEmpty()) {
            if (button->isVisible() && !scrolls(button, &top)) out += nameOf(*button) + QStringLiteral(" is not seen");
            continue;
        }
        if (button->width() < button->sizeHint().width() || button->height() < button->sizeHint().height())
            out += nameOf(*button) + QStringLiteral(" is clipped");
        if (!scrolls(button, &top) && !top.rect().contains(QRect(button->mapTo(&top, QPoint()), button->size())))
            out += nameOf(*button) + QStringLiteral(" is outside");
    }
    for (auto *label : top.findChildren<QLabel *>()) {
        if (!label->isVisible()) continue;
        if (const auto wrong = wrongWith(*label); !wrong.isEmpty())
            out += QLatin1Char('\'') + label->text() + QStringLiteral("' ") + wrong;
        if (!label->parentWidget()->rect().contains(label->geometry()))
            out += QLatin1Char('\'') + label->text() + QStringLiteral("' stands outside ") +
                   nameOf(*label->parentWidget());
    }
    for (auto *line : top.findChildren<ui::LineView *>())
        if (line->isVisible() && line->height() < line->heightForWidth(line->width()))
            out += line->line() + QStringLiteral(" is clipped");
    for (auto *scroll : top.findChildren<QScrollArea *>())
        if (scroll->isVisible() && scroll->widget() && scroll->widget()->width() > scroll->viewport()->width())
            out += nameOf(*scroll) + QStringLiteral(" would have to scroll sideways");
    return out;
}

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D25_theFirstWindowFitsTheScreen()
    {
        Window window;
        auto &top = window.program->window();
        QVERIFY(window.waitFor("welcome.create"));
        const auto looksRight = [&](const char *page) {
            QTest::qWait(60);
            const auto wrong = wrongWith(top);
            QVERIFY2(wrong.isEmpty(), qPrintable(QString::fromLatin1(page) + ": " + wrong.join("; ")));
        };
        looksRight("welcome");
        window.click("welcome.create");
        window.type("create.file", "/no/such/folder/of/quite/a/length/" + QString(120, 'k') + "/k.keyward");
        looksRight("create");
        window.type("create.file", window.path("k.keyward"));
        window.robot->type(*window.any("create.passphrase"), "correct horse battery staple");
        window.robot->type(*window.any("create.again"), "correct horse battery staple");
        window.click("create.do");
        QVERIFY(window.waitFor("recovery.skip"));
        looksRight("recovery");
        window.click("recovery.skip");
        QVERIFY(window.waitFor("rail.vaults"));
        window.click("lock");
        QVERIFY(window.waitFor("unlock.secret"));
        looksRight("unlock");
        window.click("start.restore");
        QVERIFY(window.waitFor("restore.copy"));
        window.type("restore.copy", window.path(QByteArray(200, 'c').constData()));
        looksRight("restore");
    }

    /// What is copied out of a dialog runs, however narrow the dialog was.
    void D23_aBrokenLineIsStillTheSameLine()
    {
        const auto said = [](const QString &line) {
            QProcess shell;
            shell.start("/bin/sh", {"-c", line});
            shell.waitForFinished();
            return shell.readAllStandardOutput();
        };
        const QString line = "printf '%s|' set 'Bot'\\''s friend of old' --a b 'c  d' --tag 'x y=z\\' --yes";
        ui::LineView view("line", nullptr);
        view.setLine(line);
        QCOMPARE(said(line).count('|'), 8);
        for (int width = 80; width < 700; width += 20) {
            view.resize(width, 200);
            view.show();
            QCOMPARE(said(view.toPlainText()), said(line));
            QVERIFY(width > 200 || view.toPlainText().contains('\n'));
        }
    }

    void D25_everyDialogFitsTheScreen()
    {
        Window window;
        window.openSample();
        auto &top = window.program->window();
        auto *view = top.findChild<ui::WorkspaceView *>();
        auto &host = static_cast<ui::Host &>(*view);
        const auto given = window.givenAccess();
        auto all = targets(window.estate());
        all.insert(all.end(), given.begin(), given.end());
        int seen = 0;
        QTRY_VERIFY(window.workspace().facts());
        all.push_back(models::targetOf(window.workspace().facts()->slots.front()));
        for (const auto *record : models::DeclaredAction::all()) {
            if (!record->wizard.isEmpty()) continue;
            for (const auto &target : all) {
                if (target.scope != record->scope ||
                    !models::stateOf(*record, {window.workspace(), window.workspace().moment(), target}).enabled ||
                    !(record->fields || record->previews || !record->dialog.isEmpty()))
                    continue;
                view->navigation().go(target);
                host.start(record->id, target);
                QTRY_VERIFY2(window.any("dialog." + record->id), qPrintable(record->id));
                auto *dialog = window.any("dialog." + record->id);
                fillIn(window, *record);
                QTest::qWait(250); // the impact arrives, and the dialog is refitted
                const auto wrong = wrongWith(*dialog);
                QVERIFY2(wrong.isEmpty(), qPrintable(record->id + ": " + wrong.join("; ")));
                QVERIFY2(window.any("dialog.do") && window.any("dialog.cancel"), qPrintable(record->id));
                window.robot->key(*dialog, Qt::Key_Escape);
                QTRY_VERIFY(!QApplication::activeModalWidget());
                ++seen;
                break;
            }
        }
        QVERIFY2(seen >= 65, qPrintable(QString::number(seen)));
    }

    /// BKP-12: typing finds, the arrow and Enter pick, and what was only typed is refused.
    void BKP_12_oneOfManyIsPickedByKeyboard()
    {
        Window window;
        window.openSample();
        auto *view = window.program->window().findChild<ui::WorkspaceView *>();
        static_cast<ui::Host &>(*view).start("policy.add",
                                             models::Target::of(window.estate().vaultNamed("kv-staging")->id));
        QTRY_VERIFY(window.any("dialog.policy.add"));
        auto *dialog = window.any("dialog.policy.add");
        auto *edit = dialog->findChild<QLineEdit *>("field.principal");
        auto *proceed = dialog->findChild<QPushButton *>("dialog.do");
        window.robot->replace(*edit, "rsv-ea");
        auto *picks = qobject_cast<QAbstractItemView *>(window.any("picks"));
        QVERIFY(picks);
        QCOMPARE(picks->model()->rowCount(), 1);
        QVERIFY(!proceed->isEnabled());
        QTest::keyClick(picks, Qt::Key_Down);
        QTest::keyClick(picks, Qt::Key_Return);
        QTRY_VERIFY(!picks->isVisible());
        QCOMPARE(edit->text(), QStringLiteral("rsv-east"));
        QTRY_VERIFY(proceed->isEnabled());
        QVERIFY(dialog->isVisible());
        window.robot->replace(*edit, "nobody");
        QCOMPARE(picks->model()->rowCount(), 1); // which says so
        QVERIFY(!picks->model()->flags(picks->model()->index(0, 0)).testFlag(Qt::ItemIsEnabled));
        QVERIFY(!proceed->isEnabled());
        window.robot->replace(*edit, "RSV-EAST"); // a whole name is as good as a click
        QTRY_VERIFY(proceed->isEnabled());
        QVERIFY(!picks->isVisible());
        window.robot->key(*window.any("dialog.policy.add"), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void D25_theWizardAndItsQuestionFitTheScreen()
    {
        Window window;
        window.openSample();
        auto &top = window.program->window();
        auto *view = top.findChild<ui::WorkspaceView *>();
        static_cast<ui::Host &>(*view).start("cmk.enable",
                                             models::Target::of(window.estate().resourceNamed("rsv-new")->id));
        for (int page = 0; page < 4; ++page) {
            QTest::qWait(120);
            const auto wrong = wrongWith(*window.any("wizard.enable-cmk"));
            QVERIFY2(wrong.isEmpty(), qPrintable(QString::number(page) + ": " + wrong.join("; ")));
            if (page == 1) {
                QVERIFY(window.rows("table.wizardKeys", 1));
                window.clickRow("table.wizardKeys", 0);
            }
            if (page == 2)
                for (const auto *step : {"acknowledge.identity", "acknowledge.bind"}) window.click(step);
            if (page < 3) window.click("wizard.next");
        }
        window.click("wizard.cancel");
        QTRY_VERIFY(window.any("dialog.leaveWizard"));
        QTest::qWait(60);
        QVERIFY2(wrongWith(*window.any("dialog.leaveWizard")).isEmpty(),
                 qPrintable(wrongWith(*window.any("dialog.leaveWizard")).join("; ")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // staying
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QVERIFY(window.any("wizard.enable-cmk"));
        window.click("wizard.cancel");
        window.click("choice.discard");
        QTRY_VERIFY(!QApplication::activeModalWidget() && !window.any("wizard.enable-cmk"));
        top.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&top));
        QTest::keyClick(&top, Qt::Key_F1);
        QTRY_VERIFY(window.any("dialog.help"));
        QTest::qWait(60);
        QVERIFY2(wrongWith(*window.any("dialog.help")).isEmpty(),
                 qPrintable(wrongWith(*window.any("dialog.help")).join("; ")));
    }

private:
    static std::vector<models::Target> targets(const estate::Estate &estate)
    {
        using models::Target;
        const auto *vault = estate.vaultNamed("kv-backup");
        const auto *key = estate.keyNamed(vault->id, "kek-prod");
        std::vector<Target> out{{},
                                Target::of(vault->id),
                                Target::of(estate.vaultNamed("kv-staging")->id),
                                Target::of(key->id),
                                Target::of(key->id, key->latest().id),
                                Target::of(vault->id, vault->policies.begin()->first)};
        for (const auto *name : {"rsv-east", "rsv-new", "rsv-branch"})
            out.push_back(Target::of(estate.resourceNamed(name)->id));
        for (const auto &[id, gone] : estate.keys())
            if (gone->deleted) out.push_back(Target::of(id));
        const auto *point = estate.points().begin()->second.get();
        out.push_back(models::targetOf(point->id));
        out.push_back(models::itemOf(point->resource, point->source));
        const auto &firewall = estate.vaultNamed("kv-staging")->firewall;
        const auto staging = estate.vaultNamed("kv-staging")->id;
        const auto network = estate.networkNamed("vnet-apps")->id;
        const auto *subscription = estate.subscriptionNamed(estate.settings().subscription);
        for (const auto &[id, tenant] : estate.tenants()) out.push_back(Target::of(id));
        for (const auto &[id, group] : estate.groups()) out.push_back(Target::of(id));
        for (const auto &[id, lock] : estate.locks()) out.push_back(Target::of(id));
        out.insert(out.end(),
                   {Target::of(subscription->id), models::providerOf(subscription->id, "Microsoft.KeyVault"),
                    models::providerOf(subscription->id, "Microsoft.BotService"), Target::of(network),
                    models::subnetOf(network, "jobs"), models::rangeOf(staging, firewall.ranges.front().text()),
                    models::subnetRuleOf(staging, *firewall.subnets.begin()),
                    models::endpointOf(staging, firewall.endpoints.front().id)});
        return out;
    }
    /// What a person might, so that the dialog says as much as it can.
    static void fillIn(Window &window, const models::ActionRecord &record)
    {
        if (window.find("field.keyFile")) {
            window.type("field.keyFile", KEYWARD_SOURCE_DIR "/tests/backend/crypto/import/rsa-pkcs8.pem");
            QTRY_VERIFY(window.find("field.name"));
        }
        if (!record.fields) return;
        if (window.find("field.name"))
            window.type("field.name",
                        record.id == "key.create" ? QString(127, 'k') : QStringLiteral("a-name-of-some-length"));
        if (window.find("field.folder")) window.type("field.folder", window.path("."));
        if (window.find("field.target")) window.type("field.target", window.path("") + QString(100, 'r'));
        if (window.find("field.file")) window.type("field.file", window.path("") + QString(100, 'f'));
    }
};

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
