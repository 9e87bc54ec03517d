// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A bot whose data lies in two layers: looked at, talked to, shut by taking its key away, and opened again.

#include "app/keyward/tour_guide.h"

namespace keyward::app {

Steps Tour::bot()
{
    say("16. A bot, and what is stored of it");
    go(QStringLiteral("support-bot"));
    co_await there(QStringLiteral("rail.bot.configuration"));
    co_await moment();
    shoot("bot", "a bot registration, and the layers that its data lies in");
    click(QStringLiteral("rail.bot.configuration"));
    co_await rows(QStringLiteral("table.settings"), 4);
    co_await moment();
    shoot("bot-configuration", "its endpoint and its settings");
    click(QStringLiteral("rail.bot.channels"));
    co_await rows(QStringLiteral("table.channels"), 4);
    click(QStringLiteral("action.channel.add"));
    co_await there(QStringLiteral("field.secret"));
    type(QStringLiteral("field.secret"), QStringLiteral("as the provider gave it"));
    co_await there(QStringLiteral("dialog.do"));
    co_await moment();
    shoot("bot-channel-add", "a channel gets a secret, which is never shown again");
    click(QStringLiteral("dialog.do"));
    co_await rows(QStringLiteral("table.channels"), 5);
    co_await moment();
    shoot("bot-channels", "by which channels people reach it");
    click(QStringLiteral("rail.bot.conversations"));
    co_await rows(QStringLiteral("table.conversations"), 4);
    co_await moment();
    shoot("bot-conversations", "the record of its conversations");
    click(QStringLiteral("rail.bot.chat"));
    co_await there(QStringLiteral("chat.text"));
    co_await moment();
    shoot("bot-chat-empty", "a test chat in which nothing was said yet");
    type(QStringLiteral("chat.text"), QStringLiteral("Hello, is anybody there?"));
    m_robot.key(*m_robot.find(QStringLiteral("chat.text")), Qt::Key_Return);
    co_await there(QStringLiteral("chat.why"));
    co_await moment();
    shoot("bot-chat", "what cannot be handed over waits, and says why");
    click(QStringLiteral("rail.resource.encryption"));
    co_await there(QStringLiteral("action.cmk.change"));
    co_await moment();
    shoot("bot-encryption", "the layers, and the key of the inner one");
    click(QStringLiteral("rail.resource.identity"));
    co_await there(QStringLiteral("table.access"));
    co_await moment();
    shoot("bot-identity", "the application of the platform that it goes by");
}

Steps Tour::botWithoutKey()
{
    say("17. The key is taken away from the bot, and given back");
    const auto application = QStringLiteral("Bot Service CMEK Prod");
    go(QStringLiteral("kv-bots"));
    co_await there(QStringLiteral("rail.vault.access"));
    click(QStringLiteral("rail.vault.access"));
    co_await Until{[this, application] { return rowOf(QStringLiteral("table.policies"), application) >= 0; },
                   QStringLiteral("the application to be among the policies")};
    clickRow(QStringLiteral("table.policies"), rowOf(QStringLiteral("table.policies"), application));
    co_await there(QStringLiteral("action.policy.remove"));
    click(QStringLiteral("action.policy.remove"));
    co_await there(QStringLiteral("typedName"));
    co_await moment();
    shoot("bot-revoke-impact", "what happens to the bot, before anything is done");
    type(QStringLiteral("typedName"), QStringLiteral("kv-bots"));
    co_await there(QStringLiteral("dialog.do"));
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("Remove the access policy"));
    go(QStringLiteral("support-bot"));
    co_await there(QStringLiteral("rail.bot.chat"));
    click(QStringLiteral("rail.bot.chat"));
    co_await there(QStringLiteral("fix.0"));
    co_await moment();
    if (m_robot.find(QStringLiteral("chat.text"))) wrong("a bot could be written to without its key");
    shoot("bot-chat-refused", "nothing can be sent or received, and why");
    click(QStringLiteral("rail.bot.configuration"));
    co_await there(QStringLiteral("fix.0"));
    co_await moment();
    if (rowsIn(QStringLiteral("table.settings")) > 0) wrong("settings could be seen without the key");
    shoot("bot-refused", "nothing can be viewed, why not, and what mends it");
    click(QStringLiteral("fix.0"));
    co_await there(QStringLiteral("dialog.do"));
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("Done: Allow"));
    co_await rows(QStringLiteral("table.settings"), 4);
    co_await moment();
    shoot("bot-healed", "it is there again by itself");
}

} // namespace keyward::app
