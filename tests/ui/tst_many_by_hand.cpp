// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Several rows at once, several windows, what is pinned, and high contrast: through the widgets.

#include "tests/ui/pictures.h"
#include "ui/shell/workspace_view.h"
#include "ui/widgets/data_table.h"

#include <QClipboard>
#include <QMenu>

using namespace keyward;
using keyward::test::Window;

namespace {

ui::DataTable *keysOf(Window &window)
{
    window.openSample();
    for (const auto *name : {"spare-1", "spare-2", "spare-3"}) window.addKey("kv-backup", name);
    window.go("kv-backup");
    window.click("rail.vault.keys");
    if (!window.rows("table.keys", 4)) qFatal("the keys did not come");
    return static_cast<ui::DataTable *>(window.find("table.keys"));
}

int rowNamed(const ui::DataTable &table, const QString &name)
{
    for (int row = 0; row < table.model()->rowCount(); ++row)
        if (table.model()->index(row, 0).data().toString() == name) return row;
    return -1;
}

QRect cellOf(const ui::DataTable &table, const QString &name)
{
    return table.visualRect(table.model()->index(rowNamed(table, name), 0));
}

void tick(ui::DataTable &table, const QString &name)
{
    const auto cell = cellOf(table, name);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, QPoint(cell.left() + 24, cell.center().y()));
}

QMenu *menuOf(Window &window, const char *button, const char *name)
{
    window.click(button);
    QMenu *found = nullptr;
    if (!QTest::qWaitFor([&] {
            found = window.program->window().findChild<QMenu *>(name);
            return found && found->isVisible();
        }))
        qFatal("there is no menu %s", name);
    return found;
}

QWidget *secondWindow()
{
    for (auto *window : QApplication::topLevelWidgets())
        if (window->objectName() == "keyward.more" && window->isVisible()) return window;
    return nullptr;
}

} // namespace

class TestManyByHand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// CON-4: boxes take rows to the others; one dialog shows what all of it does; the notice takes it back.
    void CON_4_severalRowsAreDoneTogether()
    {
        Window window;
        auto *table = keysOf(window);
        tick(*table, "spare-1");
        QVERIFY(!window.any("tab.key.overview")); // nothing was opened by it
        QCOMPARE(table->selectedTargets().size(), 1u);
        tick(*table, "spare-3");
        QCOMPARE(table->selectedTargets().size(), 2u);
        tick(*table, "spare-2");
        tick(*table, "spare-2"); // and away again
        QCOMPARE(table->selectedTargets().size(), 2u);
        QTRY_COMPARE(window.textOf("selected"), QStringLiteral("2 selected"));
        auto *menu = table->parentWidget()->findChild<QMenu *>("rowMenu");
        QVERIFY(!menu);
        const auto at = cellOf(*table, "spare-1").center();
        QContextMenuEvent wanted(QContextMenuEvent::Mouse, at, table->viewport()->mapToGlobal(at));
        QApplication::sendEvent(table->viewport(), &wanted);
        QTRY_VERIFY(menu = table->parentWidget()->findChild<QMenu *>("rowMenu"));
        QCOMPARE(table->selectedTargets().size(), 2u); // as they were
        QAction *away = nullptr;
        for (auto *one : menu->actions())
            if (one->text().startsWith("Delete")) away = one;
        QVERIFY(away && away->isEnabled());
        for (auto *one : menu->actions()) QVERIFY2(!one->text().startsWith("Rotate"), "asks for more than a yes");
        window.robot->clickAction(*menu, *away);
        QVERIFY(window.waitFor("dialog.do"));
        QVERIFY(window.textOf("impact.headline").contains("spare-1"));
        QVERIFY(window.textOf("impact.headline").contains("spare-3"));
        test::picture(*window.any("dialog.do")->window(), "many-dialog");
        window.click("dialog.do");
        QVERIFY(window.waitFor("notice.undo"));
        test::picture(window.program->window(), "many-done");
        const auto vault = window.estate().vaultNamed("kv-backup")->id;
        const auto deleted = [&](const char *name) {
            const auto *key = window.estate().keyNamed(vault, name);
            return !key || key->deleted;
        };
        QTRY_VERIFY(deleted("spare-1") && deleted("spare-3"));
        QVERIFY(!deleted("spare-2"));
        window.click("notice.undo");
        QVERIFY(window.waitFor("dialog.do"));
        window.click("dialog.do");
        QTRY_VERIFY(!deleted("spare-1") && !deleted("spare-3"));
    }

    void ctrlShiftAndCtrlASelectAsEverywhere()
    {
        Window window;
        auto *table = keysOf(window);
        QVERIFY(table->property("many").toBool());
        const auto click = [&](const char *name, Qt::KeyboardModifiers modifiers) {
            QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers, cellOf(*table, name).center());
        };
        click("spare-1", Qt::ControlModifier);
        click("spare-3", Qt::ShiftModifier);
        QCOMPARE(table->selectedTargets().size(), 3u);
        QVERIFY(!window.any("tab.key.overview"));
        table->setFocus();
        QTest::keySequence(table, QKeySequence::SelectAll);
        QCOMPARE(static_cast<int>(table->selectedTargets().size()), table->model()->rowCount());
        QTest::keySequence(table, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), table->model()->rowCount() - 1);
        click("spare-1", {}); // a plain click still opens
        QVERIFY(window.waitFor("tab.key.overview"));
    }

    /// A box is ticked though the mouse moves a little; what is let go of stays so; what is ticked stays ticked while
    /// rows come and go, and comes back from behind the filter.
    void ticksStayAsTheyWereMade()
    {
        Window window;
        auto *table = keysOf(window);
        tick(*table, "spare-1");
        const auto cell = cellOf(*table, "spare-2");
        const QPoint at(cell.left() + 24, cell.center().y());
        QTest::mousePress(table->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseMove(table->viewport(), at + QPoint(3, 1));
        QTest::mouseRelease(table->viewport(), Qt::LeftButton, {}, at + QPoint(3, 1));
        QCOMPARE(table->selectedTargets().size(), 2u);
        window.addKey("kv-backup", "another");
        QTRY_VERIFY(rowNamed(*table, "another") >= 0);
        QCOMPARE(table->selectedTargets().size(), 2u);
        window.type("filter", "spare-3");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(table->selectedTargets().empty()); // what is not shown is not acted upon
        QTRY_COMPARE(window.textOf("selected"), QStringLiteral("0 selected, 2 hidden"));
        static_cast<QLineEdit *>(window.find("filter"))->clear();
        QTRY_COMPARE(table->selectedTargets().size(), 2u);
        tick(*table, "spare-1");
        tick(*table, "spare-2");
        QVERIFY(table->selectedTargets().empty());
        window.addKey("kv-backup", "one-more");
        QTRY_VERIFY(rowNamed(*table, "one-more") >= 0);
        QVERIFY(table->selectedTargets().empty());
    }

    void theLogTakesBackWhatWasDone()
    {
        Window window;
        auto *table = keysOf(window);
        tick(*table, "spare-1");
        window.click("action.key.delete");
        QVERIFY(window.waitFor("dialog.do"));
        window.click("dialog.do");
        const auto vault = window.estate().vaultNamed("kv-backup")->id;
        const auto key = [&] { return window.estate().keyNamed(vault, "spare-1"); };
        QTRY_VERIFY(!key() || key()->deleted);
        window.program->window().activateWindow();
        window.go("kv-backup");
        window.click("rail.vault.activity");
        QVERIFY(window.rows("table.activity", 1));
        auto *log = static_cast<ui::DataTable *>(window.find("table.activity"));
        QTRY_COMPARE(log->tableModel().buttonAt(0), QStringLiteral("Undo…"));
        test::picture(window.program->window(), "log-undo");
        Q_EMIT log->buttonPressed(0);
        QVERIFY(window.waitFor("dialog.do"));
        window.click("dialog.do");
        QTRY_VERIFY(key() && !key()->deleted);
    }

    /// The same keystore twice; what is done in one is seen in the other; locking closes both.
    void severalWindowsShowOneKeystore()
    {
        Window window;
        keysOf(window);
        QTest::keyClick(&window.program->window(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(secondWindow());
        auto *more = secondWindow();
        QVERIFY(more->windowTitle().contains("kv-backup"));
        const app::Robot hands(*more);
        QTRY_VERIFY(more->findChild<ui::DataTable *>("table.keys"));
        auto *table = more->findChild<ui::DataTable *>("table.keys");
        window.addKey("kv-backup", "seen-in-both");
        QTRY_VERIFY(rowNamed(*table, "seen-in-both") >= 0);
        QTRY_VERIFY(rowNamed(*static_cast<ui::DataTable *>(window.any("table.keys")), "seen-in-both") >= 0);
        more->close(); // the first goes on
        QTRY_VERIFY(!secondWindow());
        QVERIFY(window.program->session().workspace());
        window.program->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window.program->window()));
        QTest::keyClick(&window.program->window(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(secondWindow());
        window.program->session().lock();
        QTRY_VERIFY(!secondWindow());
        QVERIFY(!window.program->session().workspace());
    }

    /// What somebody filled in is asked about when the window is closed, and kept when it locks by itself.
    void CON_2_nothingOfAWizardIsLost()
    {
        Window window;
        window.createKeystore("w.keyward");
        window.click("recovery.skip");
        QVERIFY(window.waitFor("rail.vaults"));
        auto &console = window.workspace().workplace()->console();
        const auto run = [&](const estate::Action &action) { QVERIFY(console.execute({action}, test::owner)); };
        const auto &settings = window.estate().settings();
        const estate::Placement place{test::must(Region::from("westeurope")), settings.tenant, settings.subscription,
                                      "default"};
        const auto vault = test::id<estate::VaultId>();
        const auto resource = test::id<estate::ResourceId>();
        run(estate::command::CreateVault{
            vault, test::must(VaultName::from("kv1")), place, estate::Tier::Standard, {}, true, 90});
        run(estate::command::CreateKey{test::id<estate::KeyId>(),
                                       vault,
                                       test::must(KeyName::from("cmk")),
                                       {},
                                       {test::id<estate::VersionId>(), test::id<RecordId>()}});
        run(estate::command::CreateResource{
            resource, "recovery-services-vault", test::must(ResourceName::from("rsv1")), place, {}});
        QTRY_VERIFY(window.estate().resource(resource));
        auto &top = window.program->window();
        static_cast<ui::Host &>(*top.findChild<ui::WorkspaceView *>())
            .start("cmk.enable", models::Target::of(resource));
        window.click("wizard.next");
        QVERIFY(window.rows("table.wizardKeys", 1));
        window.clickRow("table.wizardKeys", 0);
        top.close();
        QVERIFY(top.isVisible());
        QVERIFY(window.waitFor("choice.discard"));
        window.robot->key(*window.any("dialog.leaveWizard"), Qt::Key_Escape); // staying
        QTRY_VERIFY(!QApplication::activeModalWidget());
        const auto held = window.workspace().workplace();
        window.program->session().lock();
        QTRY_COMPARE(held->console().snapshot()->drafts().size(), 1u);
        top.close(); // nothing left to be asked about
        QVERIFY(!top.isVisible());
    }

    void whatIsPinnedStandsOnTheFirstPage()
    {
        Window window;
        window.openSample();
        QVERIFY(window.rows("table.attention", 1));
        QVERIFY(!window.find("table.attention")->property("many").toBool()); // nothing there is done to several
        window.go("kek-prod");
        QVERIFY(window.waitFor("tab.key.overview"));
        auto *blade = window.any("blade.key.overview");
        auto *pin = blade->findChild<QPushButton *>("blade.pin");
        QVERIFY(pin && pin->isVisible() && !pin->isChecked());
        window.robot->click(*pin);
        QVERIFY(pin->isChecked());
        QTest::keyClick(&window.program->window(), Qt::Key_Home, Qt::AltModifier);
        QVERIFY(window.waitFor("bookmark.kek-prod"));
        test::picture(window.program->window(), "home-pinned");
        window.click("bookmark.kek-prod");
        QVERIFY(window.waitFor("tab.key.overview"));
        QTest::keyClick(&window.program->window(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(window.workspace().bookmarks().pinned().empty());
    }

    void highContrastIsChosenKeptAndLeftToTheSystem()
    {
        Window window;
        window.openSample();
        auto &theme = window.program->theme();
        theme.choose(ui::Theme::Choice::Light);
        auto *menu = menuOf(window, "settings", "settingsMenu");
        QAction *high = nullptr;
        for (auto *one : menu->actions())
            if (one->text() == "High contrast") high = one;
        QVERIFY(high && !high->isChecked());
        window.robot->clickAction(*menu, *high);
        QTRY_COMPARE(qApp->palette().color(QPalette::WindowText), ui::contrastLight().text);
        QCOMPARE(&ui::coloursOf(qApp->palette()), &ui::contrastLight());
        test::picture(window.program->window(), "contrast-home");
        window.go("kek-prod");
        QVERIFY(window.waitFor("tab.key.overview"));
        test::picture(window.program->window(), "contrast-key");
        theme.choose(ui::Theme::Choice::Dark);
        test::picture(window.program->window(), "contrast-dark");
        theme.choose(ui::Theme::Choice::Light);
        const auto again = std::make_unique<ui::Theme>(*qApp, window.path("window.ini"));
        QVERIFY(again->isContrast() && !again->isDark());
        theme.choose(ui::Theme::Choice::System); // its contrast as well
        QVERIFY(!theme.isContrast());
        theme.setSystemContrast(true);
        QVERIFY(theme.isContrast());
        theme.chooseContrast(false); // said here, whatever the desktop says
        QVERIFY(!theme.isContrast());
        theme.setSystemContrast(false);
        theme.choose(ui::Theme::Choice::Light);
    }

    /// As the desktop's portal tells it.
    void theDesktopTellsOfContrast()
    {
        app::DesktopWatch watch(QDBusConnection("no such bus"), QDBusConnection("none either"));
        QSignalSpy wanted(&watch, &app::DesktopWatch::contrastWanted);
        watch.settingChanged("org.freedesktop.appearance", "color-scheme", QDBusVariant(1u));
        QCOMPARE(wanted.size(), 0);
        watch.settingChanged("org.freedesktop.appearance", "contrast", QDBusVariant(1u));
        watch.settingChanged("org.freedesktop.appearance", "contrast", QDBusVariant(0u));
        QCOMPARE(wanted.size(), 2);
        QVERIFY(wanted.at(0).at(0).toBool() && !wanted.at(1).at(0).toBool());
    }
};

QTEST_MAIN(TestManyByHand)
#include "tst_many_by_hand.moc"
