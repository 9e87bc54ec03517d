// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/protection/bot_service/bot_host.h"
#include "tests/support/fixture.h"

/// A bot registration on a real keystore, as one process has it.
namespace keyward::test {

class BotDesk
{
public:
    explicit BotDesk(const std::filesystem::path &folder, const Clock &clock)
        : desk(folder, clock), bots({desk.engine(), desk.keys(), context(), desk.store().folder()})
    {
        desk.engine().settleBy([this](const estate::ResourceId &id) { bots.settle(id); });
        if (const auto *there = desk.estate()->resourceNamed("bot1")) {
            bot = there->id;
            if (const auto *kv = desk.estate()->vaultNamed("kv1")) vault = kv->id;
            return;
        }
        bot = id<estate::ResourceId>();
        must(desk.run(estate::command::CreateResource{bot, "bot", must(ResourceName::from("bot1")), place(), {}}));
    }

    /// BOT-7, BOT-8: the provider is registered, and its application may use the key.
    void prepare(const std::string &keyName = "bot-key")
    {
        if (vault == estate::VaultId{}) {
            vault = desk.vault("kv1");
            const auto subscription = *desk.estate()->subscriptionId(desk.estate()->settings().subscription);
            must(desk.run(
                estate::command::RegisterProvider{subscription, "Microsoft.BotService", id<estate::PrincipalId>()}));
            desk.grant(vault, application(), "get,wrapKey,unwrapKey");
        }
        key = desk.key(vault, keyName);
    }
    estate::PrincipalId application() const { return desk.estate()->principalNamed("Bot Service CMEK Prod")->id; }
    estate::VersionId version() const { return desk.estate()->key(key)->latest().id; }
    estate::command::SetKey setKey() const { return {bot, vault, key, version(), {}, id<estate::JobId>()}; }
    void bind()
    {
        prepare();
        must(desk.run(setKey()));
    }
    /// … to a new version of its key; the former one.
    estate::VersionId rotate()
    {
        const auto former = version();
        must(desk.run(desk.rotation(key)));
        must(desk.run(setKey()));
        return former;
    }
    estate::command::UpdateKeyVersion enabled(const estate::VersionId &which, bool on) const
    {
        return {key, which, on, {}, {}, {}, {}};
    }

    Status set(const std::string &name, const std::string &value)
    {
        return bots.configure(bot, {{name, value}}, owner);
    }
    Result<engine::BotDelivery> say(const std::string &text, const std::string &conversation = "c1")
    {
        return bots.send(bot, must(estate::ConversationName::from(conversation)),
                         must(estate::ChannelKind::from("directline")), {.id = {}, .text = text}, owner);
    }
    Result<std::vector<engine::BotMessage>> heard(const std::string &conversation = "c1", Millis wait = Millis(0))
    {
        return bots.receive(bot, must(estate::ConversationName::from(conversation)), wait, {});
    }
    engine::DueWork due()
    {
        for (const auto &command : estate::dueCommands(*desk.estate(), desk.engine().now()))
            must(desk.run(command.action, true));
        engine::DueWork out;
        bots.runDue(out, {});
        return out;
    }

    const estate::BotService &facet() const
    {
        m_seen = desk.estate();
        return *estate::facetOf<estate::BotService>(*m_seen->resource(bot));
    }
    const estate::Resource &botNow() const
    {
        m_seen = desk.estate();
        return *m_seen->resource(bot);
    }
    std::filesystem::path folder() { return desk.store().folder() / facet().folder; }
    estate::Placement place() const
    {
        const auto settings = desk.estate()->settings();
        return {must(Region::from("westeurope")), settings.tenant, settings.subscription, "default"};
    }

    mutable Desk desk;
    protection::BotHost bots;
    estate::ResourceId bot;
    estate::VaultId vault;
    estate::KeyId key;

private:
    mutable engine::EstatePtr m_seen;
};

} // namespace keyward::test
