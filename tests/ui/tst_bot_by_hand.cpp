// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A bot registration by point and click, and its test chat by the keyboard alone.

#include "backend/engine/api/services/bot_service.h"
#include "models/services/bot_service/chat.h"
#include "tests/ui/keyboard.h"
#include "tests/ui/window.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/data_table.h"

#include <QComboBox>
#include <QPlainTextEdit>

using namespace keyward;
using namespace keyward::test;

namespace {

int rowsOf(Window &window, const QString &table)
{
    auto *view = qobject_cast<QAbstractItemView *>(window.find(table));
    return view ? view->model()->rowCount() : -1;
}

engine::Bots &botsOf(Window &window) { return window.workspace().workplace()->services().get<engine::Bots>(); }

void carryOut(Window &window, const estate::Action &action, bool overriding = false)
{
    must(window.workspace().workplace()->console().execute({action, overriding}, owner).transform([](const auto &) {}));
}

QString standing(Window &window)
{
    auto *label = qobject_cast<ui::ElidedLabel *>(window.any("chat.standing"));
    return label ? label->wholeText() : QString();
}

/// Labels of that name that are seen, from top to bottom.
QStringList seen(Window &window, const QString &name)
{
    QStringList out;
    for (const auto *label : window.program->window().findChildren<QLabel *>(name))
        if (label->isVisible()) out += label->text().remove(QChar(0x200b));
    return out;
}

void openChat(Window &window)
{
    window.go("support-bot");
    window.click("rail.bot.chat");
    must(window.waitFor("chat.text"));
}

} // namespace

class TestBotByHand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theChatIsUsedByTheKeyboardAlone()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        window.go("support-bot");
        QVERIFY(window.waitFor("rail.bot.chat"));
        window.find("search")->setFocus();
        QVERIFY(tabTo("rail.bot.chat"));
        press(Qt::Key_Space);
        QVERIFY(window.waitFor("chat.text"));
        QVERIFY(window.waitFor("chat.empty")); // what to do first
        QVERIFY(!window.find("chat.send"));    // there is nothing to say yet
        QVERIFY(tabTo("chat.conversation"));
        press(Qt::Key_A, Qt::ControlModifier);
        write("by-keyboard");
        QVERIFY(tabTo("chat.channel"));
        auto *channel = static_cast<QComboBox *>(window.find("chat.channel"));
        QCOMPARE(channel->count(), 4);
        QVERIFY(tabTo("chat.text"));
        write("Hello,");
        press(Qt::Key_Return, Qt::ShiftModifier); // a new line
        write("is anybody <b>there</b>?");
        QVERIFY(window.find("chat.send"));
        press(Qt::Key_Return);
        QVERIFY(window.reads("chat.why", "No endpoint is set."));
        QCOMPARE(seen(window, "chat.said"), QStringList{"Hello,\nis anybody <b>there</b>?"});
        QVERIFY(static_cast<QPlainTextEdit *>(window.find("chat.text"))->toPlainText().isEmpty());
        QCOMPARE(focused(), QStringLiteral("chat.text"));
        QVERIFY(!window.find("chat.empty"));
        QTRY_VERIFY2(standing(window).contains("of yours wait"), qPrintable(standing(window)));
        write("And again");
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(seen(window, "chat.said").size(), 2);
        const auto bothSent = [&] {
            const auto talks = must(botsOf(window).conversations(window.estate().resourceNamed("support-bot")->id));
            return std::ranges::any_of(
                talks, [](const auto &one) { return one.name.text() == "by-keyboard" && one.sent == 2; });
        };
        QTRY_VERIFY(bothSent()); // the second one is on its way
        // The first step is offered above, and is reached from here.
        QVERIFY(tabTo("do.bot.endpoint"));
        press(Qt::Key_Space);
        QVERIFY(window.waitFor("field.url"));
        QTRY_VERIFY(QApplication::activeModalWidget() &&
                    QApplication::activeModalWidget()->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());

        // Whoever comes back finds it as it was left. No setting knows of it.
        window.program->window().activateWindow(); // offscreen no window manager does
        window.find("do.bot.endpoint")->setFocus();
        QTRY_VERIFY(QApplication::focusWidget());
        QVERIFY(tabTo("chat.text"));
        write("half a sen");
        window.go("kv-bots");
        QVERIFY(window.waitFor("rail.vault.keys"));
        openChat(window);
        QTRY_COMPARE(seen(window, "chat.said").size(), 2);
        QCOMPARE(static_cast<QPlainTextEdit *>(window.find("chat.text"))->toPlainText(), QStringLiteral("half a sen"));
        QFile settings(window.path("window.ini"));
        if (settings.open(QIODevice::ReadOnly)) {
            const auto kept = settings.readAll();
            QVERIFY(!kept.contains("anybody") && !kept.contains("half a sen"));
        }
    }

    /// BOT-3, by hand: what was there is gone with the key, says why, is mended from there, and is back.
    void BOT_3_accessIsLostAndMendedFromThePage()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        const auto *bot = window.estate().resourceNamed("support-bot");
        const auto id = bot->id;
        const auto application = *bot->binding->identity;
        const auto vault = window.estate().vaultNamed("kv-bots")->id;
        openChat(window);
        window.type("chat.text", "Before");
        window.click("chat.send");
        QTRY_COMPARE(seen(window, "chat.said"), QStringList{"Before"});
        carryOut(window, estate::command::RemoveAccessPolicy{vault, application}, true);
        QVERIFY(window.waitFor("fix.0"));
        QTRY_VERIFY(!window.find("chat.text"));
        QVERIFY(seen(window, "chat.said").isEmpty());
        window.click("rail.bot.configuration");
        QVERIFY(window.waitFor("fix.0"));
        QVERIFY(!window.find("table.settings") && !window.any("empty.bot.configure"));
        KW_REFUSED(botsOf(window).configuration(id), Code::BotInaccessible);
        window.click("fix.0");
        window.click("dialog.do");
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(window, "table.settings"), 4, 60'000);
        QVERIFY(!window.any("fix.0"));
        window.click("rail.bot.chat");
        QVERIFY(window.waitFor("chat.text"));
        QTRY_COMPARE(seen(window, "chat.said"), QStringList{"Before"});
    }

    void aChannelIsAddedWithASecretThatNobodySees()
    {
        Window window(QSize(1880, 1000)); // all buttons have room
        window.openSample();
        window.go("support-bot");
        window.click("rail.bot.channels");
        QVERIFY(window.rows("table.channels", 4));
        window.click("action.channel.add");
        QVERIFY(window.waitFor("field.secret"));
        auto *field = static_cast<QLineEdit *>(window.find("field.secret"));
        field->setFocus();
        QTest::keyClicks(field, "never-to-be-seen");
        QCOMPARE(field->text().size(), 16);
        QVERIFY(!field->text().contains("never"));
        QVERIFY(window.reads("statement", "never shown again"));
        QVERIFY2(!window.textOf("commandLine").contains("never-to-be-seen"), qPrintable(window.textOf("commandLine")));
        window.click("dialog.do");
        QVERIFY(window.rows("table.channels", 5));
        for (const auto *label : window.program->window().findChildren<QLabel *>())
            QVERIFY2(!label->text().contains("never-to-be-seen"), qPrintable(label->objectName()));
    }

    void conversationsAreFoundByTheirNames()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        window.go("support-bot");
        window.click("rail.bot.conversations");
        QVERIFY(window.rows("table.conversations", 4));
        window.type("filter", "anna");
        QTRY_COMPARE(rowsOf(window, "table.conversations"), 1);
    }
};

QTEST_MAIN(TestBotByHand)
#include "tst_bot_by_hand.moc"
