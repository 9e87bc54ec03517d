// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Mend 26: what Enter and Space do, by real key events; and the wizard that is stopped on its way (Mend 21 and 22).

#include "tests/ui/keyboard.h"
#include "tests/ui/window.h"
#include "ui/shell/workspace_view.h"
#include "ui/widgets/data_table.h"

#include <QCheckBox>
#include <QDialog>

using namespace keyward;
using namespace keyward::test;

class TestKeyboard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D26_enterPressesTheButtonThatHasTheFocus()
    {
        Window window;
        QVERIFY(window.waitFor("welcome.create"));
        window.find("welcome.create")->setFocus();
        press(Qt::Key_Return);
        QVERIFY(window.waitFor("create.back"));
        window.find("create.back")->setFocus();
        press(Qt::Key_Enter);
        QVERIFY(window.waitFor("welcome.sample"));
        window.find("welcome.sample")->setFocus();
        press(Qt::Key_Return);
        QVERIFY(window.waitFor("home.enable"));
        window.find("rail.vaults")->setFocus();
        press(Qt::Key_Return);
        QVERIFY(window.waitFor("action.vault.create"));
        window.find("action.vault.create")->setFocus();
        press(Qt::Key_Return);
        QVERIFY(window.waitFor("field.name"));
        QTRY_COMPARE(focused(), QStringLiteral("field.name"));
        QVERIFY(tabTo("dialog.cancel"));
        press(Qt::Key_Return);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void D26_enterDestroysNothingThatHasNotTheFocus()
    {
        Window window;
        window.openSample();
        const auto idle =
            window.estate().keyNamed(window.estate().vaultNamed("kv-backup")->id, "sign-audit")->id; // nothing needs it
        start(window, "key.delete", models::Target::of(idle));
        QTRY_VERIFY(window.find("dialog.do"));
        QTRY_COMPARE(focused(), QStringLiteral("dialog.cancel"));
        QVERIFY(!static_cast<QPushButton *>(window.find("dialog.do"))->isDefault());
        press(Qt::Key_Return); // what has the focus: Cancel
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QVERIFY(!window.estate().key(idle)->deleted);
        start(window, "key.delete", models::Target::of(idle));
        QTRY_VERIFY(window.find("dialog.do"));
        auto *dialog = QApplication::activeModalWidget();
        dialog->setFocus();
        QTest::keyClick(dialog, Qt::Key_Return);
        QTest::qWait(150);
        QVERIFY(window.any("dialog.key.delete"));
        QVERIFY(!window.estate().key(idle)->deleted);
        QTRY_COMPARE(QApplication::activeModalWidget(), dialog);
        window.find("dialog.cancel")->setFocus();
        QVERIFY(tabTo("dialog.do")); // meant
        press(Qt::Key_Return);
        QTRY_VERIFY(window.estate().key(idle)->deleted.has_value());

        // One in use: the name is typed, and an Enter in the field deletes nothing either.
        const auto used = window.estate().keyNamed(window.estate().vaultNamed("kv-backup")->id, "kek-prod")->id;
        start(window, "key.delete", models::Target::of(used));
        QTRY_COMPARE(focused(), QStringLiteral("typedName"));
        write("kv-backup/kek-prod");
        QTRY_VERIFY(window.find("dialog.do"));
        press(Qt::Key_Return);
        QTest::qWait(150);
        QVERIFY(window.any("dialog.key.delete") && !window.estate().key(used)->deleted);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void D26_enterInAFieldDoesWhatCanBeUndone()
    {
        Window window;
        window.openSample();
        const auto vault = window.estate().vaultNamed("kv-staging")->id;
        start(window, "key.create", models::Target::of(vault));
        QTRY_COMPARE(focused(), QStringLiteral("field.name"));
        press(Qt::Key_Return); // nothing is filled in yet
        QTest::qWait(100);
        QVERIFY(window.any("dialog.key.create"));
        write("typed");
        QTRY_VERIFY(window.find("dialog.do"));
        press(Qt::Key_Return);
        QTRY_VERIFY(window.estate().keyNamed(vault, "typed"));
    }

    void D26_aTickKeepsTheFocus()
    {
        Window window;
        window.openSample();
        start(window, "vault.protect", models::Target::of(window.estate().vaultNamed("kv-staging")->id));
        QTRY_COMPARE(focused(), QStringLiteral("acknowledge"));
        press(Qt::Key_Space);
        QVERIFY(window.waitFor("dialog.do"));
        QCOMPARE(focused(), QStringLiteral("acknowledge"));
        press(Qt::Key_Return); // what is for good is not done by the way
        QTest::qWait(150);
        QVERIFY(window.any("dialog.vault.protect"));
        press(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());

        toReview(window, "rsv-new", "kek-prod", false);
        for (const auto *step : {"acknowledge.identity", "acknowledge.bind"}) {
            auto *tick = window.find(step);
            tick->setFocus();
            press(Qt::Key_Space);
            QTest::qWait(100);
            QCOMPARE(focused(), QString::fromLatin1(step));
            QVERIFY(static_cast<QCheckBox *>(QApplication::focusWidget())->isChecked());
        }
        QVERIFY(tabTo("wizard.next"));
        press(Qt::Key_Return);
        QTRY_VERIFY(window.any("deed"));
    }

    void D26_aRotationIsPreviewed()
    {
        Window window;
        window.openSample();
        const auto key = window.estate().keyNamed(window.estate().vaultNamed("kv-backup")->id, "kek-partner")->id;
        const auto before = window.estate().key(key)->versions.size();
        start(window, "key.rotate", models::Target::of(key));
        QTRY_VERIFY(window.find("dialog.do"));
        QVERIFY(window.reads("impact.headline", "Rotate key"));
        QCOMPARE(static_cast<QLineEdit *>(window.find("field.expires"))->text(), QStringLiteral("6d8h"));
        QVERIFY(window.find("operations.wrapKey"));
        QCOMPARE(window.estate().key(key)->versions.size(), before);
        window.click("operations.sign");
        QTRY_VERIFY(window.textOf("commandLine").contains("--ops"));
        window.click("dialog.do");
        QTRY_COMPARE(window.estate().key(key)->versions.size(), before + 1);
        const auto &latest = window.estate().key(key)->latest();
        QVERIFY(latest.expires && !latest.operations.has(estate::Permission::Sign));
    }

    /// Mend 22: stopped after what cannot be undone, it says so, and goes on from there.
    void D22_theWizardSaysWhereItStopped()
    {
        Window window;
        window.openSample();
        const auto resource = window.estate().resourceNamed("rsv-new")->id;
        const auto vault = window.estate().vaultNamed("kv-backup")->id;
        toReview(window, "rsv-new", "kek-prod", true);
        auto &console = window.workspace().workplace()->console();
        const estate::Lock lock{test::id<estate::LockId>(),
                                "kept",
                                estate::Lock::Level::ReadOnly,
                                {estate::Scope::Kind::Vault, estate::recordOf(vault)},
                                "",
                                {}};
        must(console.execute({estate::command::CreateLock{lock}}, owner).transform([](const auto &) {
        })); // by somebody else, meanwhile
        window.click("wizard.next");
        QVERIFY(window.reads("wizard.failure", "lock 'kept'"));
        QVERIFY(window.estate().resource(resource)->identity.has_value()); // done, and it stays
        QVERIFY2(!window.textOf("wizard.remedy").contains("keywardctl"), qPrintable(window.textOf("wizard.remedy")));
        QStringList words;
        for (auto *deed : window.program->window().findChildren<QWidget *>("deed"))
            if (deed->isVisible())
                for (auto *label : deed->findChildren<QLabel *>()) words += label->text().remove(QChar(0x200b));
        QVERIFY(words.join('|').contains("Turn on the system-assigned identity") &&
                words.join('|').contains("Set the encryption key"));
        window.click("wizard.cancel");
        QVERIFY(window.reads("choice.text", "Done, and it stays: Turn on the system-assigned identity"));
        QVERIFY(!window.textOf("choice.text").contains("Nothing was changed"));
        window.click("choice.stay");
        must(console.execute({estate::command::RemoveLock{lock.id}}, owner).transform([](const auto &) {}));
        QTRY_VERIFY(window.find("wizard.next"));
        QCOMPARE(static_cast<QPushButton *>(window.find("wizard.next"))->text(), QStringLiteral("Go on"));
        window.click("wizard.next");
        while (!window.find("wizard.use") && !window.any("wizard.failure")) QTest::qWait(30);
        QVERIFY2(window.find("wizard.use"), qPrintable(window.textOf("wizard.failure")));
        QVERIFY(window.estate().resource(resource)->binding.has_value());
    }

    /// Mend 21: two resources of one vault that goes by roles.
    void D21_twoResourcesOfARolesVault()
    {
        Window window;
        window.openSample();
        window.click("rail.vaults");
        window.click("action.vault.create");
        window.type("field.name", "kv-roles");
        window.click("acknowledge");
        window.click("dialog.do");
        window.click("rail.vault.access");
        window.click("action.access.roles");
        window.click("dialog.do");
        QTRY_VERIFY(window.estate().vaultNamed("kv-roles")->accessModel == estate::AccessModel::Roles);
        window.click("rail.vault.keys");
        window.click("empty.key.create");
        window.type("field.name", "cmk-roles");
        window.click("dialog.do");
        QVERIFY(window.waitFor("tab.key.overview"));
        for (const auto *name : {"rsv-one", "rsv-two"}) {
            window.click("brand");
            window.click("rail.resources");
            window.click("action.resource.create");
            window.type("field.name", QString::fromLatin1(name));
            window.click("dialog.do");
            QVERIFY(window.waitFor("rail.resource.encryption"));
            toReview(window, name, "cmk-roles", true);
            window.click("wizard.next");
            QTRY_VERIFY2_WITH_TIMEOUT(window.find("wizard.use"), qPrintable(window.textOf("wizard.failure")), 20'000);
            window.click("wizard.next");
            QTRY_VERIFY(!window.any("wizard.title"));
        }
        QCOMPARE(window.estate().assignments().size(), std::size_t(2));
        for (const auto *name : {"rsv-one", "rsv-two"}) {
            const auto id = window.estate().resourceNamed(name)->id;
            QVERIFY(window.workspace().moment()->assessment.bindings.find(id)->health <= estate::Health::Warning);
        }
    }

private:
    static void start(Window &window, const char *action, const models::Target &target)
    {
        auto *view = window.program->window().findChild<ui::WorkspaceView *>();
        static_cast<ui::Host &>(*view).start(QString::fromLatin1(action), target);
    }
    /// To the last page, or to the one with the ticks.
    static void toReview(Window &window, const char *resource, const char *key, bool ticked)
    {
        start(window, "cmk.enable", models::Target::of(window.estate().resourceNamed(resource)->id));
        window.click("wizard.next");
        QVERIFY(window.rows("table.wizardKeys", 1));
        auto *model = static_cast<ui::DataTable *>(window.find("table.wizardKeys"))->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data().toString().endsWith(QLatin1String(key)))
                window.clickRow("table.wizardKeys", row);
        window.click("wizard.next");
        QVERIFY(window.waitFor("acknowledge.bind"));
        if (!ticked) return;
        window.click("acknowledge.identity");
        window.click("acknowledge.bind");
        window.click("wizard.next");
        QTRY_VERIFY(window.any("deed"));
    }
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
