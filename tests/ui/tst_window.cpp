// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Each page, dialog and wizard page opened, filled, refused and completed through widgets found by name.

#include "app/keyward/desktop_watch.h"
#include "models/presenter.h"
#include "models/recovery_sheet.h"
#include "tests/ui/window.h"
#include "ui/shell/workspace_view.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/passing_clipboard.h"
#include "ui/widgets/recovery_print.h"

#include <QClipboard>
#include <QComboBox>
#include <QDBusMessage>
#include <QDBusServer>
#include <QMenu>
#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>

using namespace keyward;
using namespace keyward::test;

class TestWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKeystoreIsMadeLockedAndUnlocked()
    {
        Window window;
        window.click("welcome.create");
        window.type("create.file", "/no/such/folder/k.keyward");
        window.robot->type(*window.any("create.passphrase"), "abc");
        window.robot->type(*window.any("create.again"), "abc");
        QVERIFY(window.textOf("create.error").contains("no folder"));
        window.type("create.file", window.path("k.keyward"));
        QVERIFY(window.textOf("create.error").contains("At least 8"));
        QVERIFY(!window.find("create.do"));
        window.robot->type(*window.any("create.passphrase"), "defghij");
        QVERIFY(window.textOf("create.error").contains("differ"));
        window.robot->type(*window.any("create.again"), "defghij");
        window.robot->type(*window.any("create.passphrase"), "K"); // Caps Lock is noticed by a capital without Shift
        QVERIFY(!window.any("capsLock"));
        QKeyEvent caps(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, "A");
        QApplication::sendEvent(window.any("create.passphrase"), &caps);
        QVERIFY(window.any("capsLock"));
        auto *field = static_cast<QLineEdit *>(window.any("create.passphrase"));
        QCOMPARE(field->text(), QString(12, QChar(0x2022))); // nothing but dots
        field->selectAll();
        field->copy();
        QVERIFY(!QGuiApplication::clipboard()->text().contains("abc"));
        window.robot->key(*field, Qt::Key_Backspace, Qt::ControlModifier);
        window.robot->type(*field, "abcdefghij");
        window.click("create.do");
        QVERIFY(window.waitFor("recovery.skip"));
        window.click("recovery.skip");
        QVERIFY(window.waitFor("rail.vaults"));
        window.click("lock");
        QVERIFY(window.waitFor("unlock.secret"));
        window.robot->type(*window.any("unlock.secret"), "wrong wrong");
        window.click("unlock.do");
        QVERIFY(window.reads("unlock.error", "does not unlock"));
        window.robot->type(*window.find("unlock.secret"), "abcdefghij");
        window.robot->key(*window.find("unlock.secret"), Qt::Key_Return);
        QVERIFY(window.waitFor("rail.vaults"));
    }

    void aVaultAndAKeyAreRefusedAndMade()
    {
        Window window;
        window.openSample();
        window.click("rail.vaults");
        window.click("action.vault.create");
        window.type("field.name", "x");
        QVERIFY(window.textOf("error").contains("vault name"));
        QVERIFY(!window.find("dialog.do"));
        window.type("field.name", "kv-backup"); // taken
        QVERIFY(window.reads("impact.refusal", "exists already"));
        QVERIFY(!window.find("dialog.do"));
        window.type("field.name", "kv-new");
        window.click("acknowledge");
        window.click("dialog.do");
        QVERIFY(window.waitFor("rail.vault.keys"));
        QVERIFY(window.estate().vaultNamed("kv-new"));
        window.click("rail.vault.keys");
        window.click("empty.key.create");
        window.type("field.name", "one");
        static_cast<QComboBox *>(window.find("field.kind"))->setCurrentIndex(3);
        window.click("dialog.do");
        QVERIFY(window.waitFor("tab.key.overview"));
        QCOMPARE(window.estate().keyNamed(window.estate().vaultNamed("kv-new")->id, "one")->spec.text(),
                 std::string("EC P-256"));
        // VLT-14: the complete identifier of each version can be copied.
        window.click("tab.key.versions");
        window.click("copy.Current");
        QVERIFY(QGuiApplication::clipboard()->text().startsWith("https://kv-new.vault.keyward.local/keys/one/"));
        QCOMPARE(QGuiApplication::clipboard()->text().section('/', -1).size(), 32);
    }

    /// CON-4 through the widgets: nothing happens before the name is typed; disabling is offered instead of deleting.
    void CON_4_theImpactStandsInTheDialog()
    {
        Window window;
        window.openSample();
        window.go("kek-prod");
        QVERIFY(window.waitFor("tab.key.overview"));
        QVERIFY(window.rows("table.ifdisabled", 1));
        auto *blade = window.any("blade.key.overview");
        QVERIFY(blade);
        const auto key = window.estate().keyNamed(window.estate().vaultNamed("kv-backup")->id, "kek-prod")->id;
        auto *button = blade->findChild<QPushButton *>("action.key.delete");
        QVERIFY(button && button->isVisible());
        window.robot->click(*button);
        QVERIFY(window.waitFor("typedName"));
        QVERIFY(window.rows("table.effects", 1));
        QVERIFY(window.textOf("impact.verdict").contains("1 resource"));
        QVERIFY(window.textOf("impact.claims").contains("rsv-east"));
        QVERIFY(window.textOf("impact.undo").contains("key recover"));
        QVERIFY(!window.find("dialog.do"));
        window.type("typedName", "kek-prod");
        QVERIFY(!window.find("dialog.do"));
        window.click("dialog.instead");
        QVERIFY(window.waitFor("typedName"));
        QVERIFY(window.reads("impact.headline", "Disable"));
        window.type("typedName", "kv-backup/kek-prod"); // of a version the name of its key
        window.click("dialog.do");
        QTRY_VERIFY(!window.estate().key(key)->latest().enabled);
        QVERIFY(!window.estate().key(key)->deleted);
    }

    void accessIsGivenEditedAndTakenAway()
    {
        Window window;
        window.openSample();
        const auto vault = window.estate().vaultNamed("kv-staging")->id;
        window.go("kv-staging");
        window.click("rail.vault.access");
        window.click("action.policy.add");
        QVERIFY(window.waitFor("template"));
        window.type("field.principal", "rsv-east");
        auto *templates = static_cast<QComboBox *>(window.find("template"));
        const auto readOnly = templates->findText("Read only");
        QVERIFY(readOnly > 0);
        templates->setCurrentIndex(readOnly);
        Q_EMIT templates->activated(readOnly); // VLT-13
        QVERIFY(window.waitFor("dialog.do"));
        window.click("dialog.do");
        QTRY_COMPARE(window.estate().vault(vault)->policies.size(), std::size_t(1));
        QCOMPARE(window.estate().vault(vault)->policies.begin()->second.text(), std::string("get,list"));
        QVERIFY(window.rows("table.policies", 1));
        window.clickRow("table.policies", 0);
        window.click("action.policy.edit");
        window.click("permission.wrapKey");
        window.click("dialog.do");
        QTRY_COMPARE(window.estate().vault(vault)->policies.begin()->second.text(), std::string("get,list,wrapKey"));
        window.clickRow("table.policies", 0);
        window.click("action.policy.remove");
        window.click("dialog.do"); // nothing depends on it: no name to type
        QTRY_VERIFY(window.estate().vault(vault)->policies.empty());
    }

    /// MOD-11: who, what, with which key; the verdict, and the button that mends it.
    void MOD_11_accessIsExplainedAndMended()
    {
        Window window;
        window.openSample();
        window.click("rail.explain");
        QVERIFY(window.waitFor("field.principal"));
        window.type("field.principal", "rsv-east");
        const auto pick = [&](const QString &text) {
            window.robot->replace(*window.find("field.key"), text);
            if (auto *list = QApplication::activePopupWidget()) QTest::keyClick(list, Qt::Key_Escape);
        };
        pick("kv-backup/kek-prod");
        auto *page = window.any("page.explain");
        const auto said = [page] {
            QStringList out;
            for (auto *label : page->findChild<QWidget *>("part.verdict")->findChildren<QLabel *>())
                out += label->text().remove(QChar(0x200b));
            return out.join(' ');
        };
        QTRY_VERIFY2(said().contains("rsv-east may carry out unwrapKey with kv-backup/kek-prod"), qPrintable(said()));
        auto *operation = static_cast<QComboBox *>(window.find("field.operation"));
        operation->setCurrentIndex(operation->findData("sign"));
        QTRY_VERIFY2(said().contains("may not carry out sign"), qPrintable(said()));
        window.click("fix.0");
        QVERIFY(window.waitFor("dialog.do"));
        window.click("dialog.do");
        QTRY_VERIFY2(said().contains("rsv-east may carry out sign"), qPrintable(said()));
        const auto *vault = window.estate().vaultNamed("kv-backup");
        QVERIFY(vault->policies.at(window.estate().principalNamed("rsv-east")->id).has(estate::Permission::WrapKey));
    }

    /// An application is made, gets a client secret that is shown this once, and loses it again.
    void aClientSecretIsShownOnceAndCopied()
    {
        Window window;
        window.openSample();
        window.click("rail.identities");
        window.click("action.app.create");
        window.type("field.name", "build server");
        window.click("dialog.do");
        QVERIFY(window.waitFor("action.secret.add"));
        window.click("action.secret.add");
        window.type("field.label", "for the pipeline");
        window.click("dialog.do");
        QVERIFY(window.waitFor("secret.copy"));
        QVERIFY(window.any("secret.painted") && !window.any("dialog.do"));
        QVERIFY(!window.find("field.label"));
        window.click("secret.copy");
        QCOMPARE(QApplication::clipboard()->text().size(), qsizetype(43));
        const auto secret = QApplication::clipboard()->text();
        for (auto *label : window.any("dialog.secret.add")->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(secret));
        QVERIFY(window.textOf("secret.said").contains("in a minute"));
        window.click("dialog.cancel"); // which says Done now
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QVERIFY(window.rows("table.secrets", 1));
        QApplication::clipboard()->clear();
    }

    void CON_3_theWizardIsFilledRefusedLeftAndCompleted()
    {
        Window window;
        window.openSample();
        const auto resource = window.estate().resourceNamed("rsv-new")->id;
        window.go("rsv-new");
        window.click("rail.resource.encryption");
        window.click("action.cmk.enable");
        window.click("model.service-managed");
        QVERIFY(!window.find("wizard.next"));
        window.click("model.vault-key");
        window.click("wizard.next");
        QVERIFY(window.rows("table.wizardKeys", 4));
        QVERIFY(!window.find("wizard.next"));
        const auto rowOf = [&](const char *key) {
            auto *model = static_cast<ui::DataTable *>(window.find("table.wizardKeys"))->model();
            for (int row = 0; row < model->rowCount(); ++row)
                if (model->index(row, 0).data().toString().endsWith(QLatin1String(key))) return row;
            return -1;
        };
        window.clickRow("table.wizardKeys", rowOf("sign-audit")); // an EC key
        QTRY_VERIFY(window.textOf("wizard.blocker").contains("does not accept"));
        window.click("key.byIdentifier");
        window.type("key.identifier", "https://kv-nowhere.vault.keyward.local/keys/x");
        QTRY_VERIFY(window.textOf("key.identifierError").contains("kv-nowhere"));
        window.click("key.pick");
        window.clickRow("table.wizardKeys", rowOf("kek-prod"));
        window.click("wizard.next");
        QVERIFY(window.waitFor("acknowledge.identity"));
        QVERIFY(window.textOf("steps.title").startsWith("Prepare: "));
        QVERIFY(!window.find("wizard.next"));
        // Leaving asks; staying keeps everything.
        window.click("wizard.cancel");
        window.click("choice.stay");
        window.click("acknowledge.identity");
        QTest::qWait(50);
        window.click("acknowledge.bind");
        window.click("wizard.next");
        QVERIFY(!window.estate().resource(resource)->identity);
        QVERIFY(window.textOf("wizard.commandLine").contains("keywardctl cmk enable rsv-new"));
        window.click("wizard.next");
        QVERIFY(window.waitFor("wizard.use"));
        QVERIFY(window.estate().resource(resource)->binding.has_value());
        window.click("wizard.next");
        QTRY_VERIFY(!window.any("wizard.title"));
    }

    void aFixMendsWhatItSays()
    {
        Window window;
        window.openSample();
        const auto resource = window.estate().resourceNamed("rsv-branch")->id;
        const auto health = [&] { return window.workspace().moment()->assessment.bindings.find(resource)->health; };
        QCOMPARE(health(), estate::Health::Lost);
        QVERIFY(window.rows("table.attention", 3));
        auto *table = static_cast<ui::DataTable *>(window.find("table.attention"));
        Q_EMIT table->buttonPressed(0); // "Explain…"
        window.click("fix.0");
        QVERIFY(window.reads("impact.headline", "Allow"));
        window.click("dialog.do");
        QTRY_VERIFY(health() != estate::Health::Lost);
    }

    void theMenuOfARowOffersWhatCanBeDone()
    {
        Window window;
        window.openSample();
        window.click("rail.keys");
        QVERIFY(window.rows("table.keys", 6));
        auto *table = static_cast<ui::DataTable *>(window.find("table.keys"));
        table->selectRow(0);
        Q_EMIT table->menuWanted(0, table->mapToGlobal(QPoint(40, 60)));
        auto *menu = table->parentWidget()->findChild<QMenu *>("rowMenu");
        QVERIFY(menu);
        QStringList offered;
        for (auto *action : menu->actions()) offered += action->text();
        QVERIFY(offered.contains(QString("Rotate") + QChar(0x2026)));
        QVERIFY(!offered.contains("Recover"));
        menu->close();
    }

    /// What has no room in the command bar is chosen under "More", with the mouse.
    void whatDoesNotFitIsUnderMore()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        window.click("rail.keys");
        QVERIFY(window.rows("table.keys", 5));
        window.clickRow("table.keys", 0);
        QVERIFY(window.waitFor("tab.key.overview"));
        auto *list = window.any("blade.keys");
        QVERIFY(list);
        for (const auto *action : list->findChildren<QPushButton *>("action.key.delete")) QVERIFY(!action->isVisible());
        window.click("commands.more");
        QTRY_VERIFY(window.any("moreMenu"));
        auto *menu = static_cast<QMenu *>(window.any("moreMenu"));
        auto *action = menu->findChild<QAction *>("menu.key.delete");
        QVERIFY(action && action->isEnabled());
        window.robot->clickAction(*menu, *action);
        QTRY_VERIFY(window.any("dialog.key.delete"));
        window.robot->key(*window.any("dialog.key.delete"), Qt::Key_Escape);
    }

    void columnsAreRemembered()
    {
        Window window;
        window.openSample();
        window.click("rail.resources");
        QVERIFY(window.rows("table.resources", 5));
        static_cast<ui::DataTable *>(window.find("table.resources"))->setColumnWidth(1, 123);
        window.click("rail.vaults");
        window.click("rail.resources");
        QVERIFY(window.rows("table.resources", 5));
        QCOMPARE(static_cast<ui::DataTable *>(window.find("table.resources"))->columnWidth(1), 123);
    }

    void bladesStandBesideEachOtherAsFarAsTheyCanBeRead()
    {
        Window window(QSize(1920, 1000));
        window.openSample();
        window.go("kek-prod");
        QVERIFY(window.any("blade.vault.keys") && window.any("blade.key.overview"));
        window.program->window().resize(1280, 800);
        QTRY_VERIFY(window.any("blade.vault.keys") && window.any("blade.key.overview"));
        window.program->window().resize(800, 700);
        QTRY_VERIFY(!window.any("blade.vault.keys") && window.any("blade.key.overview"));
        window.click("blade.close");
        QTRY_VERIFY(window.any("blade.vault.keys"));
    }

    void whatOthersWriteAppearsByItself()
    {
        Window window;
        window.click("welcome.create");
        window.type("create.file", window.path("k.keyward"));
        window.robot->type(*window.any("create.passphrase"), "correct horse battery staple");
        window.robot->type(*window.any("create.again"), "correct horse battery staple");
        window.click("create.do");
        window.click("recovery.skip");
        window.click("rail.vaults");
        // Another process with the same keystore open.
        const SystemClock clock;
        app::LocalKeystores others({.context = context(),
                                    .clock = clock,
                                    .stateFolder = window.path("state").toStdString(),
                                    .catalogue = catalogue(),
                                    .kdf = cheapKdf});
        const auto other =
            must(others.open(window.path("k.keyward").toStdString(), secret("correct horse battery staple")));
        const auto &settings = other->console().snapshot()->settings();
        must(other->console()
                 .execute({estate::command::CreateVault{
                              test::id<estate::VaultId>(),
                              must(VaultName::from("kv-other")),
                              {must(Region::from("westeurope")), settings.tenant, settings.subscription, "default"},
                              {},
                              {},
                              false,
                              90}},
                          owner)
                 .transform([](const auto &) {}));
        QVERIFY(window.rows("table.vaults", 1));
    }

    void oneIsRemindedOfARecoveryKeyUntilThereIsOne()
    {
        Window window;
        window.createKeystore("k.keyward");
        QVERIFY(window.textOf("recovery.without").contains("nobody can open"));
        window.click("recovery.skip");
        window.click("do.slot.recovery"); // on Home
        window.click("recovery.copy");
        auto copied = QGuiApplication::clipboard()->text();
        copied.remove(QRegularExpression("[\\s-]"));
        QVERIFY(QRegularExpression("^\\d{96}$").match(copied).hasMatch());
        window.robot->key(*window.any("dialog.slot.recovery"), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString()); // it went with the page
        window.click("do.slot.recovery");
        window.type("recovery.file", window.path("paper"));
        window.click("recovery.save");
        QVERIFY(window.textOf("recovery.note").contains("Saved"));
        QFile paper(window.path("paper"));
        QVERIFY(paper.open(QIODevice::ReadOnly));
        auto digits = QString::fromLatin1(paper.readAll());
        digits.remove(QRegularExpression("\\D"));
        QCOMPARE(digits.size(), 96);
        QVERIFY(digits != copied); // a new one each time
        window.type("recovery.group4", digits.mid(18, 6));
        window.type("recovery.group12", "000000");
        QVERIFY(!window.find("dialog.do"));
        window.type("recovery.group12", digits.mid(66, 6));
        window.click("dialog.do");
        QTRY_VERIFY_WITH_TIMEOUT(!window.any("do.slot.recovery"), 30'000);
        window.click("rail.keystore");
        QVERIFY(window.rows("table.slots", 2));
        window.click("lock");
        QVERIFY(window.waitFor("unlock.secret"));
        window.robot->type(*window.any("unlock.secret"), digits);
        window.click("unlock.do");
        QVERIFY(window.waitFor("rail.vaults"));
        QVERIFY(window.any("blade.keystore")); // what was open is open again
    }

    void thePassphraseIsChangedInTheWindow()
    {
        Window window;
        window.createKeystore("k.keyward");
        window.click("recovery.skip");
        window.click("rail.keystore");
        auto *blade = window.any("blade.keystore");
        QVERIFY(blade);
        static_cast<ui::Host &>(*window.program->window().findChild<ui::WorkspaceView *>())
            .start("passphrase.change", {});
        QVERIFY(window.waitFor("field.passphrase"));
        window.robot->type(*window.any("field.passphrase"), "a new one that is long");
        window.robot->type(*window.any("field.passphrase.again"), "a new one that is");
        QVERIFY(window.textOf("error").contains("differ"));
        QVERIFY(!window.find("dialog.do"));
        window.robot->type(*window.any("field.passphrase.again"), " long");
        QCOMPARE(static_cast<QLineEdit *>(window.any("field.passphrase"))->text(), QString(22, QChar(0x2022)));
        window.click("dialog.do");
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().notifications().rowCount() > 0, 30'000);
        QVERIFY(window.workspace().notifications().at(0).text.contains("passphrase was changed"));
        window.click("lock");
        QVERIFY(window.waitFor("unlock.secret"));
        window.robot->type(*window.any("unlock.secret"), "correct horse battery staple");
        window.click("unlock.do");
        QVERIFY(window.reads("unlock.error", "does not unlock"));
        window.robot->type(*window.find("unlock.secret"), "a new one that is long");
        window.click("unlock.do");
        QVERIFY(window.waitFor("rail.vaults"));
    }

    void aCopyIsMadeAndPutBackWithoutATerminal()
    {
        Window window;
        window.createKeystore("k.keyward");
        window.click("recovery.skip");
        window.click("rail.keystore");
        window.click("action.store.copy");
        window.type("field.file", window.path("copy.keyward"));
        window.click("dialog.do");
        QVERIFY(window.rows("table.copies", 1));
        QVERIFY(window.waitFor("table.copies"));
        auto *table = static_cast<ui::DataTable *>(window.find("table.copies"));
        Q_EMIT table->buttonPressed(0);
        QVERIFY(window.waitFor("restore.secret"));
        QCOMPARE(static_cast<QLineEdit *>(window.any("restore.copy"))->text(), window.path("copy.keyward"));
        QCOMPARE(static_cast<QLineEdit *>(window.any("restore.store"))->text(), window.path("k.keyward"));
        QVERIFY(!window.find("restore.look"));
        window.robot->type(*window.find("restore.secret"), "wrong wrong");
        window.click("restore.look");
        QVERIFY(window.reads("restore.error", "does not unlock"));
        window.robot->type(*window.find("restore.secret"), "correct horse battery staple");
        window.click("restore.look");
        window.click("restore.do");
        QVERIFY(window.reads("restore.done", "put back"));
        QVERIFY(window.textOf("restore.aside").contains("before-restore"));
        window.click("restore.do"); // opens it
        QVERIFY(window.waitFor("rail.keystore"));
    }

    /// Without locking first: the menu of the keystore's name.
    void anotherKeystoreIsOpenedFromThisOne()
    {
        Window window;
        window.createKeystore("k.keyward");
        window.click("recovery.skip");
        QVERIFY(window.waitFor("rail.vaults"));
        const auto choose = [&](const char *name) {
            window.click("estate");
            auto *menu = window.program->window().findChild<QMenu *>("estateMenu");
            QVERIFY(menu);
            auto *action = menu->findChild<QAction *>(name);
            QVERIFY2(action, name);
            QVERIFY(action->isEnabled());
            menu->close();
            action->trigger();
        };
        choose("estate.sample");
        QTRY_VERIFY_WITH_TIMEOUT(window.program->session().sample() && window.find("home.enable"), 60'000);
        QVERIFY(!window.any("do.slot.recovery")); // what is thrown away needs none
        choose("estate.recent.k.keyward");
        QVERIFY(window.waitFor("unlock.secret"));
        QCOMPARE(static_cast<QLineEdit *>(window.any("unlock.file"))->text(), window.path("k.keyward"));
        window.robot->type(*window.any("unlock.secret"), "correct horse battery staple");
        window.click("unlock.do");
        QVERIFY(window.waitFor("rail.vaults"));
        choose("estate.create");
        QVERIFY(window.waitFor("create.passphrase"));
    }

    void theDesktopSaysWhenTheScreenIsLocked()
    {
        QDBusServer server;
        QVERIFY(server.isConnected());
        std::optional<QDBusConnection> desktop;
        connect(&server, &QDBusServer::newConnection, this, [&](const QDBusConnection &to) { desktop.emplace(to); });
        app::DesktopWatch watch(QDBusConnection("no such bus"), QDBusConnection::connectToPeer(server.address(), "p"));
        QTRY_VERIFY(desktop);
        QSignalSpy locked(&watch, &app::DesktopWatch::lockWanted);
        const auto active = [&](bool on) {
            auto signal = QDBusMessage::createSignal("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged");
            signal << on;
            QVERIFY(desktop->send(signal));
        };
        active(true);
        QTRY_COMPARE(locked.size(), 1);
        active(false);
        QTest::qWait(100);
        QCOMPARE(locked.size(), 1);
        watch.sleeps(true);
        watch.sleeps(false); // it woke up
        QCOMPARE(locked.size(), 2);
        QDBusConnection::disconnectFromPeer("p");
    }

    void whatIsCopiedForAWhileGoes()
    {
        ui::PassingClipboard clipboard(nullptr, std::chrono::milliseconds(80));
        const auto secret = [] { return QByteArray("a secret"); };
        clipboard.put(secret);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a secret"));
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString());
        clipboard.put(secret);
        QGuiApplication::clipboard()->setText("something else");
        QTest::qWait(160);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("something else"));
    }

    void theRecoveryKeyIsPrintedOnOnePage()
    {
        Opened opened;
        models::RecoverySheet sheet;
        sheet.draw(opened.workspace->workplace(), opened.background, "s.keyward");
        QTRY_VERIFY(sheet.drawn());
        const auto file = opened.path("paper.pdf");
        {
            QPdfWriter writer(file);
            QVERIFY(ui::printRecoveryKey(sheet, writer));
        }
        QProcess reader;
        reader.start("pdftotext", {"-layout", file, "-"});
        QVERIFY(reader.waitForFinished());
        const auto said = QString::fromUtf8(reader.readAllStandardOutput());
        for (int group = 0; group < models::RecoverySheet::groups; ++group)
            QVERIFY2(said.contains(sheet.group(group)), qPrintable(said));
        QVERIFY(said.contains("s.keyward"));
        QCOMPARE(said.count(QChar(0x0c)), 1);
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
