// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Networks and places by the hands of a person: a firewall limited, its rules changed one by one, an endpoint approved,
// a call tested; a group made, a vault moved into it and locked (CON-2). No step needs the command line.

#include "models/places.h"
#include "tests/ui/window.h"
#include "ui/shell/workspace_view.h"
#include "ui/theme.h"
#include "ui/widgets/data_table.h"

#include <QComboBox>

using namespace keyward;
using namespace keyward::test;

namespace {

/// Every page that a picture is taken of, where a folder for them is named.
void picture(Window &window, const QString &name)
{
    const auto folder = qEnvironmentVariable("KEYWARD_PICTURES");
    if (folder.isEmpty()) return;
    QTest::qWait(300);
    for (const auto choice : {ui::Theme::Choice::Dark, ui::Theme::Choice::Light}) {
        window.program->theme().choose(choice);
        QTest::qWait(60);
        const auto shade = choice == ui::Theme::Choice::Dark ? QStringLiteral("-dark") : QStringLiteral("-light");
        window.program->window().grab().save(folder + QLatin1Char('/') + name + shade + QStringLiteral(".png"));
        if (auto *dialog = QApplication::activeModalWidget())
            dialog->grab().save(folder + QLatin1Char('/') + name + QStringLiteral("-dialog") + shade +
                                QStringLiteral(".png"));
    }
}

void choose(Window &window, const QString &field, const QString &value)
{
    must(window.waitFor(field));
    auto *combo = qobject_cast<QComboBox *>(window.find(field));
    QVERIFY(combo);
    combo->setCurrentIndex(combo->findData(value));
}

} // namespace

class TestPlacesByHand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void VLT_10_aFirewallByHand()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        const auto vault = window.estate().vaultNamed("kv-staging")->id;
        const auto rules = [&]() -> const estate::Firewall & { return window.estate().vault(vault)->firewall; };
        window.go("kv-staging");
        window.click("rail.vault.networking");
        QVERIFY(window.rows("table.rules", 2));
        picture(window, "networking");
        window.click("action.range.add");
        window.type("field.range", "198.51.100.0/33");
        QTRY_VERIFY(window.any("error"));
        window.type("field.range", "198.51.100.0/24");
        QVERIFY(window.reads("commandLine", "--range 198.51.100.0/24"));
        picture(window, "networking-add");
        window.click("dialog.do");
        QTRY_COMPARE(rules().ranges.size(), std::size_t(2));
        QVERIFY(window.rows("table.rules", 3));
        window.clickRow("table.rules", 0);
        window.click("action.range.remove");
        window.click("dialog.do");
        QTRY_COMPARE(rules().ranges.size(), std::size_t(1));
        window.click("action.range.mine");
        QVERIFY(window.waitFor("field.address"));
        picture(window, "networking-mine");
        choose(window, "field.address", "127.0.0.1");
        window.click("dialog.do");
        QTRY_COMPARE(rules().ranges.size(), std::size_t(2));

        window.click("rail.vault.endpoints");
        QVERIFY(window.rows("table.endpoints", 1));
        picture(window, "endpoints");
        window.clickRow("table.endpoints", 0);
        window.click("action.endpoint.approve");
        window.type("field.note", "it is ours");
        window.click("dialog.do");
        QTRY_VERIFY(rules().endpoints.front().state == estate::PrivateEndpoint::State::Approved);

        window.click("rail.vault.reach");
        QVERIFY(window.rows("table.services", 20));
        picture(window, "reach");
        window.click("rail.vault.call");
        window.type("field.address", "203.0.113.7");
        QTRY_VERIFY(answers(window, "keeps it out"));
        picture(window, "call");
        window.type("field.address", "127.0.0.1");
        QTRY_VERIFY(answers(window, "lets it in"));
        QVERIFY(!window.find("field.key")); // nobody in particular calls
    }

    void CON_2_placesByHand()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        for (const auto *page :
             {"subscriptions", "groups", "networks", "locks", "tenants", "vaults.deleted", "reach"}) {
            window.click(QStringLiteral("rail.") + QLatin1String(page));
            QVERIFY2(window.waitFor(QStringLiteral("blade.") + QLatin1String(page)), page);
            picture(window, QString::fromLatin1(page));
        }
        window.click("rail.groups");
        window.click("action.group.create");
        window.type("field.name", "web");
        picture(window, "group-create");
        window.click("dialog.do");
        QVERIFY(window.waitFor("blade.group.overview"));
        picture(window, "group");
        window.click("rail.group.locks");
        picture(window, "group-locks");
        window.click("action.group.lock");
        window.type("field.name", "keep it");
        picture(window, "lock");
        window.click("dialog.do");
        QVERIFY(window.rows("table.locksHere", 1));

        window.go("kv-staging");
        window.click("rail.vault.properties");
        picture(window, "properties");
        window.click("action.vault.move");
        window.type("field.group", "web"); // a whole name is as good as a click
        picture(window, "move");
        window.click("dialog.do");
        QTRY_COMPARE(window.estate().vaultNamed("kv-staging")->place.resourceGroup, std::string("web"));
        window.click("rail.vault.locks");
        QVERIFY(window.rows("table.locksHere", 1)); // that of its group
        picture(window, "locks");
        window.clickRow("table.locksHere", 0);
        window.click("action.lock.remove");
        picture(window, "lock-remove");
        window.click("dialog.do");
        QTRY_VERIFY(!window.estate().lockNamed("keep it"));

        window.go("vnet-apps");
        QVERIFY(window.rows("table.subnets", 2));
        picture(window, "network");
        window.click("action.subnet.add");
        window.type("field.name", "more");
        window.type("field.range", "10.1.9.0/24");
        picture(window, "subnet");
        window.click("dialog.do");
        QVERIFY(window.rows("table.subnets", 3));
        window.go("Default subscription");
        QVERIFY(window.waitFor("blade.subscription.overview"));
        picture(window, "subscription");
        window.click("rail.subscription.providers");
        QVERIFY(window.rows("table.providers", 5));
        picture(window, "providers");
        window.click("rail.up");
        window.click("rail.vaults");
        window.click("action.vault.create");
        window.type("field.name", "kv-new");
        picture(window, "vault-create");
        choose(window, "field.model", "roles");
        window.click("acknowledge");
        window.click("dialog.do");
        QTRY_VERIFY(window.estate().vaultNamed("kv-new"));
        QTRY_VERIFY(window.estate().vaultNamed("kv-new")->accessModel == estate::AccessModel::Roles);
    }

private:
    static bool answers(Window &window, const QString &words)
    {
        const auto *box = window.any("callout.0");
        if (!box) return false;
        for (const auto *label : box->findChildren<QLabel *>())
            if (label->text().remove(QChar(0x200b)).contains(words)) return true;
        return false;
    }
};

QTEST_MAIN(TestPlacesByHand)
#include "tst_places_by_hand.moc"
