// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys by point and click: imported by dialog and by dropping a file, tried, changed, taken back from the deleted.

#include "tests/ui/window.h"
#include "ui/shell/workspace_view.h"
#include "ui/widgets/secret_edit.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QMimeData>
#include <QPlainTextEdit>

using namespace keyward;
using namespace keyward::test;

namespace {

QString foreign(const char *name)
{
    return QStringLiteral(KEYWARD_SOURCE_DIR "/tests/backend/crypto/import/") + QString::fromLatin1(name);
}

ui::Host &hostOf(Window &window)
{
    return static_cast<ui::Host &>(*window.program->window().findChild<ui::WorkspaceView *>());
}

estate::VaultId staging(Window &window) { return window.estate().vaultNamed("kv-staging")->id; }

/// As a desktop drops it.
bool drop(QWidget &where, const QList<QUrl> &urls)
{
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter(where.rect().center(), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
    enter.ignore();
    QApplication::sendEvent(&where, &enter);
    if (!enter.isAccepted()) return false;
    QDropEvent event(where.rect().center(), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
    event.ignore();
    QApplication::sendEvent(&where, &event);
    return event.isAccepted();
}

void look(Window &window, const char *dialog, const char *picture)
{
    const auto folder = qEnvironmentVariable("KEYWARD_PICTURES");
    if (folder.isEmpty()) return;
    QTest::qWait(300);
    window.any(QString::fromLatin1(dialog))
        ->grab()
        .save(folder + QLatin1Char('/') + QString::fromLatin1(picture) + ".png");
}

} // namespace

class TestKeyDialogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void MOD_4_aDroppedFileIsOpenedShownAndImported()
    {
        Window window;
        window.openSample();
        window.go("kv-staging");
        window.click("rail.vault.keys");
        QTRY_VERIFY(window.any("blade.vault.keys"));
        auto *blade = window.any("blade.vault.keys");
        QVERIFY(!drop(*blade, {}));
        QVERIFY(!drop(*blade, {QUrl("https://example.com/k.pem")}));
        QVERIFY(drop(*blade, {QUrl::fromLocalFile(foreign("rsa-openssl.p12"))}));
        QVERIFY(window.waitFor("passphrase"));
        QCOMPARE(static_cast<QLineEdit *>(window.any("field.keyFile"))->text(), foreign("rsa-openssl.p12"));
        QVERIFY(!window.any("field.name") && !window.any("holds.0"));
        look(window, "dialog.key.import", "import-passphrase");
        auto *secret = static_cast<ui::SecretEdit *>(window.find("passphrase"));
        window.robot->type(*secret, "wrong");
        QVERIFY(!secret->text().contains("wrong"));
        window.click("openFile");
        QVERIFY(window.reads("passphrase.note", "does not open"));
        window.robot->type(*window.find("passphrase"), "secret");
        window.robot->key(*window.find("passphrase"), Qt::Key_Return);
        QVERIFY(window.waitFor("field.name"));
        QVERIFY(!window.any("passphrase"));
        QCOMPARE(window.textOf("holds.0"), QStringLiteral("RSA 2048"));
        QCOMPARE(window.textOf("holds.1"), QStringLiteral("PKCS#12"));
        QCOMPARE(static_cast<QLineEdit *>(window.any("field.name"))->text(), QStringLiteral("rsa-openssl"));
        QVERIFY(window.any("operations.import") && !window.any("ecOperations.sign"));
        QVERIFY(window.waitFor("dialog.do"));
        look(window, "dialog.key.import", "import-known");
        window.type("field.name", "brought");
        window.type("field.escrow", "safe 3");
        QTRY_VERIFY(window.textOf("commandLine").contains("key import kv-staging/brought"));
        QVERIFY(window.waitFor("dialog.do"));
        QVERIFY(!window.estate().keyNamed(staging(window), "brought"));
        window.click("dialog.do");
        QTRY_VERIFY(window.estate().keyNamed(staging(window), "brought"));
        QTRY_VERIFY(window.estate().keyNamed(staging(window), "brought")->latest().escrow);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void MOD_4_whatCannotBeImportedIsRefusedWhereItIsChosen()
    {
        Window window;
        window.openSample();
        hostOf(window).start("key.import", models::Target::of(staging(window)));
        QTRY_VERIFY(window.any("dialog.key.import"));
        QVERIFY(window.textOf("blocker").contains("Choose the file"));
        window.type("field.keyFile", foreign("rsa-1024.pem"));
        QVERIFY(window.reads("file.refusal", "1024"));
        QVERIFY(!window.any("field.name") && !window.find("dialog.do"));
        look(window, "dialog.key.import", "import-refused");
        window.type("field.keyFile", foreign("ec-p-256.jwk"));
        QVERIFY(window.waitFor("field.name"));
        QVERIFY(window.any("ecOperations.sign") && !window.any("operations.sign"));
        window.robot->key(*window.any("dialog.key.import"), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void aKeyIsTriedAndWhatComesOfItGoesWithTheDialog()
    {
        Window window;
        window.openSample();
        const auto *vault = window.estate().vaultNamed("kv-backup");
        const auto key = window.estate().keyNamed(vault->id, "kek-prod")->id;
        const auto who = window.estate().principalNamed("rsv-east");
        QVERIFY(who);
        hostOf(window).start("key.try", models::Target::of(key));
        QTRY_VERIFY(window.any("dialog.key.try"));
        QVERIFY(!window.find("dialog.do"));
        static_cast<QComboBox *>(window.find("field.operation"))->setCurrentIndex(2); // wrap
        window.type("field.as", "rsv-east");
        window.robot->type(*window.find("field.text"), "0123456789abcdef");
        QVERIFY(window.waitFor("dialog.do"));
        window.click("dialog.do");
        QVERIFY(window.reads("answer.sentence", "Wrapped as rsv-east"));
        auto *result = static_cast<QPlainTextEdit *>(window.any("answer.result"));
        QCOMPARE(QByteArray::fromBase64(result->toPlainText().toLatin1()).size() % 256, 0);
        window.click("answer.copy");
        QCOMPARE(QGuiApplication::clipboard()->text(), result->toPlainText());
        look(window, "dialog.key.try", "try-wrapped");
        window.click("answer.goOn");
        QVERIFY(!window.any("answer.result"));
        QVERIFY(window.any("field.cipher") && !window.any("field.text"));
        window.click("dialog.do");
        QVERIFY(window.reads("answer.sentence", "Unwrapped"));
        QCOMPARE(static_cast<QPlainTextEdit *>(window.any("answer.result"))->toPlainText(),
                 QStringLiteral("0123456789abcdef"));
        static_cast<QComboBox *>(window.find("field.operation"))->setCurrentIndex(4); // sign, which its policy lacks
        QVERIFY(!window.any("answer.result"));
        window.type("field.from", "127.0.0.1");
        window.click("dialog.do");
        QVERIFY(window.reads("answer.rule", "access policies"));
        look(window, "dialog.key.try", "try-refused");
        window.robot->key(*window.any("dialog.key.try"), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QTRY_VERIFY(!window.program->window().findChild<QWidget *>("answer.result"));
    }

    void datesAreTypedOrTakenFromACalendar()
    {
        Window window;
        window.openSample();
        hostOf(window).start("key.create", models::Target::of(staging(window)));
        QTRY_VERIFY(window.any("dialog.key.create"));
        window.type("field.name", "dated");
        look(window, "dialog.key.create", "create");
        auto *dialog = window.any("dialog.key.create");
        auto *edit = dialog->findChild<QLineEdit *>("field.expires");
        window.robot->replace(*edit, "soon");
        QTRY_VERIFY(!window.find("dialog.do"));
        QVERIFY(window.reads("error", "Write a date"));
        window.robot->replace(*edit, "1 Jan 2031, 09:30");
        QVERIFY(window.waitFor("dialog.do"));
        window.click("calendar.expires");
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *calendar = QApplication::activePopupWidget()->findChild<QWidget *>("calendar");
        QVERIFY(calendar);
        if (const auto folder = qEnvironmentVariable("KEYWARD_PICTURES"); !folder.isEmpty())
            QApplication::activePopupWidget()->grab().save(folder + "/calendar.png");
        auto *days = calendar->findChild<QAbstractItemView *>();
        QTest::keyClick(days, Qt::Key_Right);
        QTest::keyClick(days, Qt::Key_Return);
        QTRY_COMPARE(edit->text(), QStringLiteral("2 Jan 2031, 09:30"));
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QVERIFY(window.waitFor("dialog.do"));
        window.click("dialog.do");
        QTRY_VERIFY(window.estate().keyNamed(staging(window), "dated"));
        const auto &latest = window.estate().keyNamed(staging(window), "dated")->latest();
        QCOMPARE(models::dateAndTime(*latest.expires), QStringLiteral("2 Jan 2031, 09:30"));
        // What stands there is filled in when it is changed.
        hostOf(window).start("key.edit", models::Target::of(window.estate().keyNamed(staging(window), "dated")->id));
        QTRY_VERIFY(window.any("dialog.key.edit"));
        QCOMPARE(static_cast<QLineEdit *>(window.find("field.expires"))->text(), QStringLiteral("2 Jan 2031, 09:30"));
        QVERIFY(!window.find("dialog.do"));
        look(window, "dialog.key.edit", "edit");
        window.robot->replace(*window.find("field.expires"), "");
        QVERIFY(window.waitFor("dialog.do"));
        window.click("dialog.do");
        QTRY_VERIFY(!window.estate().keyNamed(staging(window), "dated")->latest().expires);
    }

    void VLT_8_theRotationStatesWhatIsTakenOver()
    {
        Window window;
        window.openSample();
        const auto *vault = window.estate().vaultNamed("kv-backup");
        hostOf(window).start("key.rotate", models::Target::of(window.estate().keyNamed(vault->id, "kek-prod")->id));
        QVERIFY(window.waitFor("dialog.do"));
        QVERIFY(window.reads("statement", "takes over what the one before it allows"));
        look(window, "dialog.key.rotate", "rotate");
        window.robot->key(*window.any("dialog.key.rotate"), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void VLT_6_aDeletedKeyIsRecoveredFromItsPage()
    {
        Window window;
        window.openSample();
        const auto key = test::id<estate::KeyId>();
        auto &console = window.workspace().workplace()->console();
        const auto run = [&](const estate::Action &action) {
            must(console.execute({action}, owner).transform([](const auto &) {}));
        };
        run(estate::command::CreateKey{key,
                                       staging(window),
                                       must(KeyName::from("gone")),
                                       {},
                                       {test::id<estate::VersionId>(), test::id<RecordId>()}});
        run(estate::command::DeleteKey{key});
        window.click("rail.deletedKeys");
        QVERIFY(window.rows("table.deletedKeys", 1));
        if (const auto folder = qEnvironmentVariable("KEYWARD_PICTURES"); !folder.isEmpty())
            window.program->window().grab().save(folder + "/deleted.png");
        window.go("kv-staging");
        window.click("rail.vault.deletedKeys");
        QVERIFY(window.rows("table.deletedKeys", 1));
        window.clickRow("table.deletedKeys", 0);
        QVERIFY(window.waitFor("tab.key.overview"));
        window.click("do.key.recover");
        QTRY_VERIFY(!window.estate().key(key)->deleted);
    }
};

QTEST_MAIN(TestKeyDialogs)
#include "tst_key_dialogs.moc"
