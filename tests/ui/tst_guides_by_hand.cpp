// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CON-3: the guided ways by the hands of a person, from the blade to the end. No step needs the command line.

#include "tests/ui/pictures.h"
#include "ui/shell/workspace_view.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QMenu>

using namespace keyward;
using namespace keyward::test;

namespace {

void picture(Window &window, const QString &name)
{
    window.program->theme().choose(ui::Theme::Choice::Light);
    test::picture(window.program->window(), name);
}

/// Nothing that is read is wider than where it stands, but for what scrolls.
QStringList cut(const Window &window, const QString &page)
{
    QStringList out;
    auto *wizard = window.any(page);
    if (!wizard) return {QStringLiteral("there is no ") + page};
    for (auto *label : wizard->findChildren<QLabel *>())
        if (label->isVisible() && !label->wordWrap() && label->width() + 1 < label->sizeHint().width() &&
            !label->text().isEmpty())
            out += label->text();
    return out;
}

/// The button of the command bar, or its line under More where the blade is narrow.
void act(Window &window, const QString &action)
{
    const auto name = "action." + action;
    auto *there = static_cast<QWidget *>(nullptr);
    QTRY_VERIFY((there = window.program->window().findChild<QWidget *>(name)));
    QTest::qWait(60);
    if (!there->isVisible()) {
        window.robot->click(*there->parentWidget()->findChild<QWidget *>("commands.more"));
        QTRY_VERIFY(window.any("moreMenu"));
        auto *menu = static_cast<QMenu *>(window.any("moreMenu"));
        auto *line = menu->findChild<QAction *>("menu." + action);
        QVERIFY2(line && line->isEnabled(), qPrintable(action));
        return window.robot->clickAction(*menu, *line);
    }
    window.click(name);
}

void tickAll(Window &window, const QString &page)
{
    for (auto *tick : window.any(page)->findChildren<QCheckBox *>())
        if (tick->objectName().startsWith(QLatin1String("acknowledge.")) && !tick->isChecked())
            window.click(tick->objectName());
}

/// Looked at page by page, agreed to, and carried out.
void goAlong(Window &window, const QString &guide)
{
    const auto page = QStringLiteral("wizard.") + guide;
    must(window.waitFor(page));
    for (int number = 0; number < 3; ++number) {
        QTest::qWait(60);
        if (number == 1) tickAll(window, page);
        picture(window, guide + QLatin1Char('-') + QString::number(number));
        QVERIFY2(cut(window, page).isEmpty(), qPrintable(cut(window, page).join("; ")));
        window.click("wizard.next");
    }
    QTRY_COMPARE_WITH_TIMEOUT(qobject_cast<QPushButton *>(window.any("wizard.next"))->text(), QStringLiteral("Close"),
                              30'000);
    picture(window, guide + QStringLiteral("-done"));
    window.click("wizard.next");
    QTRY_VERIFY(!window.any(page));
}

} // namespace

class TestGuidesByHand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CON_3_aKeyIsRotatedRevokedAndGivenBack()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        const auto resource = window.estate().resourceNamed("rsv-east")->id;
        const auto key = window.estate().resource(resource)->binding->key;
        const auto versions = window.estate().key(key)->versions.size();
        window.go("kek-prod");
        window.click("tab.key.used");
        act(window, "guide.rotate");
        goAlong(window, "guide.rotate");
        QCOMPARE(window.estate().key(key)->versions.size(), versions + 1);
        QCOMPARE(window.estate().resource(resource)->binding->version, window.estate().key(key)->latest().id);
        act(window, "guide.revoke");
        must(window.waitFor("wizard.next"));
        window.click("wizard.next");
        QTRY_VERIFY(!window.textOf("wizard.blocker").isEmpty()); // not before the loss was seen
        QVERIFY(window.reads("wizard.commandLine", "guide revoke kv-backup/kek-prod --yes --override"));
        window.click("wizard.back");
        goAlong(window, "guide.revoke");
        for (const auto &version : window.estate().key(key)->versions) QVERIFY(!version.enabled);
        QVERIFY(!window.estate().key(key)->deleted);
    }

    void VLT_9_whoDecidesInAVaultChanges()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        const auto vault = window.estate().vaultNamed("kv-backup")->id;
        window.go("kv-backup");
        window.click("rail.vault.properties");
        act(window, "guide.access-model");
        goAlong(window, "guide.access-model");
        QVERIFY(window.estate().vault(vault)->accessModel == estate::AccessModel::Roles);
        QVERIFY(window.estate().assignments().size() >= 3);
    }

    void VLT_6_aDeletedVaultIsRecoveredWithWhatNeedsIt()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        const auto vault = window.estate().vaultNamed("kv-north")->id;
        const auto branch = window.estate().resourceNamed("rsv-branch")->id;
        must(window.workspace()
                 .workplace()
                 ->console()
                 .execute({estate::command::DeleteVault{vault}, true}, owner)
                 .transform([](const auto &) {}));
        QTRY_VERIFY(window.estate().vault(vault)->deleted);
        window.go("kv-north");
        act(window, "guide.recover");
        goAlong(window, "guide.recover");
        QVERIFY(!window.estate().vault(vault)->deleted);
        const auto health =
            assess(window.estate(), *window.estate().resource(branch), window.workspace().workplace()->console().now());
        QVERIFY(health.health != estate::Health::Lost); // the permission that was missing is there again
    }

    void TDE_8_aCompromisedKeyIsLeftAndThenDeleted()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        const auto server = window.estate().resourceNamed("sql-shop")->id;
        const auto key = window.estate().resource(server)->binding->key;
        window.go("tde-shop");
        window.click("tab.key.used");
        act(window, "guide.compromised");
        must(window.waitFor("wizard.next"));
        window.click("wizard.next");
        QTRY_VERIFY(!window.textOf("wizard.blocker").isEmpty()); // a backup of the sample is under it
        QVERIFY(!window.estate().key(key)->deleted);
        window.click("wizard.back");
        window.click("field.deleteStored");
        goAlong(window, "guide.compromised");
        QVERIFY(window.estate().key(key)->deleted);
        QVERIFY(!window.estate().resource(server)->binding); // under the platform's key
        QVERIFY(window.estate().databaseBackupsOf(server).size() == 0);
    }

    void CON_3_aResourceLosesItsKeyAndGetsItBack()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        const auto resource = window.estate().resourceNamed("rsv-east")->id;
        const auto health = [&] {
            return assess(window.estate(), *window.estate().resource(resource),
                          window.workspace().workplace()->console().now())
                .health;
        };
        QVERIFY(health() != estate::Health::Lost);
        window.go("rsv-east");
        window.click("rail.resource.encryption");
        act(window, "guide.revoke-resource");
        goAlong(window, "guide.revoke-resource");
        QCOMPARE(health(), estate::Health::Lost);
        window.click("rail.resource.health"); // the way back is a button there
        must(window.waitFor("fix.0"));
        window.click("fix.0");
        must(window.waitFor("dialog.do"));
        window.click("dialog.do");
        QTRY_VERIFY(health() != estate::Health::Lost);
    }

    void BKP_7_aSubscriptionMovesWithWhatItHolds()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        using namespace estate;
        const auto other = id<TenantId>();
        must(window.workspace()
                 .workplace()
                 ->console()
                 .execute({command::CreateTenant{other, must(DisplayName::from("Fabrikam"))}}, owner)
                 .transform([](const auto &) {}));
        QTRY_VERIFY(window.estate().tenant(other));
        const auto bound = window.estate().resourceNamed("rsv-east");
        const auto resource = bound->id;
        const auto subscription = *window.estate().subscriptionId(bound->place.subscription);
        const auto lost = [&] {
            return assess(window.estate(), *window.estate().resource(resource),
                          window.workspace().workplace()->console().now())
                       .health == Health::Lost;
        };
        QVERIFY(!lost());
        window.go(models::titleOf(window.estate(), models::Target::of(subscription)));
        act(window, "guide.move");
        goAlong(window, "guide.move");
        QCOMPARE(window.estate().subscription(subscription)->tenant, window.estate().tenant(other)->directory);
        QVERIFY(!lost());
    }

    /// Left in the middle, it is found on the home page and gone on with.
    void CON_3_anUnfinishedGuideIsOnTheHomePage()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        window.go("kek-archive");
        window.click("tab.key.used");
        act(window, "guide.rotate");
        window.click("wizard.next");
        picture(window, "guide.rotate-pinned");
        window.click("wizard.save");
        QTRY_COMPARE(window.estate().drafts().size(), std::size_t(1));
        QTRY_VERIFY(!window.any("wizard.guide.rotate"));
        auto *host = window.program->window().findChild<ui::WorkspaceView *>();
        static_cast<ui::Host &>(*host).start(
            "guide.rotate",
            models::Target::of(
                window.estate().keyNamed(window.estate().vaultNamed("kv-backup")->id, "kek-archive")->id));
        QTRY_VERIFY(window.any("wizard.guide.rotate"));
        QVERIFY(window.waitFor("steps.title"));
    }
};

QTEST_MAIN(TestGuidesByHand)
#include "tst_guides_by_hand.moc"
