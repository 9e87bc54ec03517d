// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/services/bot_service.h"
#include "models/presenter.h"
#include "tests/models/with_service.h"
#include "tests/support/actions.h"

#include <condition_variable>
#include <mutex>

namespace keyward::test {

using namespace estate;

/// Bots that say and find what a test wants, when it wants it. Everything is called on threads beside the window.
class ScriptedBots : public engine::Bots
{
public:
    // What is found
    engine::BotConfiguration found;
    std::optional<Error> error;
    std::vector<engine::BotConversation> talks;
    engine::BotDelivery delivery;
    std::set<std::string> begun; ///< conversations that there are

    // What was done
    std::vector<std::string> done;
    Bytes secret; ///< of the last channel, as a test may see it
    std::atomic<int> reads = 0, receiving = 0, received = 0;

    /// The next reads wait until they are let go, each by its number.
    void hold(bool on)
    {
        const std::lock_guard lock(m_mutex);
        m_held = on;
        m_turn.notify_all();
    }
    void letGo(int number)
    {
        const std::lock_guard lock(m_mutex);
        m_let.insert(number);
        m_turn.notify_all();
    }
    void say(const std::string &conversation, const std::string &text)
    {
        const std::lock_guard lock(m_mutex);
        m_answers[conversation].push_back({.id = text, .text = text, .at = Instant(Millis(1'000'000))});
    }
    std::size_t unheard(const std::string &conversation)
    {
        const std::lock_guard lock(m_mutex);
        return m_answers[conversation].size();
    }
    void change(const std::function<void()> &what)
    {
        const std::lock_guard lock(m_mutex);
        what();
    }
    std::vector<std::string> deeds()
    {
        const std::lock_guard lock(m_mutex);
        return done;
    }

    std::string_view name() const override { return BotService::service; }
    void runDue(engine::DueWork &, const engine::ProgressCallback &) override {}
    void settle(const ResourceId &) override {}
    Result<std::string> resume(const JobId &, const Actor &, const engine::ProgressCallback &) override
    {
        return noted("resume").transform([] { return std::string(); });
    }
    Result<std::vector<engine::DataCheck>> verify(engine::Depth, const engine::ProgressCallback &) override
    {
        return std::vector<engine::DataCheck>{};
    }
    Result<std::uint64_t> deleteData(const ResourceId &, const Actor &) override { return std::uint64_t(0); }

    Result<engine::BotConfiguration> configuration(const ResourceId &) override
    {
        std::unique_lock lock(m_mutex);
        const int number = ++reads;
        const auto mine = found; // as it is when it is asked
        const auto refused = error;
        m_turn.wait(lock, [&] { return !m_held || m_let.contains(number); });
        if (refused) return std::unexpected(*refused);
        return mine;
    }
    Status configure(const ResourceId &, const std::map<std::string, std::optional<std::string>> &values,
                     const Actor &) override
    {
        std::string what = "configure";
        for (const auto &[name, value] : values) what += " " + name + (value ? "=" + *value : " off");
        for (const auto &[name, value] : values) {
            const std::lock_guard lock(m_mutex);
            if (value)
                found.settings[name] = *value;
            else
                found.settings.erase(name);
        }
        return noted(what);
    }
    Status setChannel(const ResourceId &, const engine::BotChannel &channel, const crypto::SecretBytes &given,
                      const Actor &) override
    {
        {
            const std::lock_guard lock(m_mutex);
            secret.assign(given.exposed().begin(), given.exposed().end());
            std::erase_if(found.channels, [&](const auto &one) { return one.kind == channel.kind; });
            auto kept = channel;
            kept.hasSecret = !given.empty();
            kept.added = Instant(Millis(1'000'000));
            found.channels.push_back(kept);
        }
        return noted("channel " + channel.kind.text());
    }
    Status removeChannel(const ResourceId &, const ChannelKind &kind, const Actor &) override
    {
        {
            const std::lock_guard lock(m_mutex);
            std::erase_if(found.channels, [&](const auto &one) { return one.kind == kind; });
        }
        return noted("channel " + kind.text() + " off");
    }
    Status setEndpoint(const ResourceId &, const std::optional<engine::BotEndpoint> &endpoint, const Actor &) override
    {
        {
            const std::lock_guard lock(m_mutex);
            found.endpoint = endpoint;
        }
        return noted("endpoint " + (endpoint ? endpoint->url : "none"));
    }
    Result<std::vector<engine::BotConversation>> conversations(const ResourceId &) override
    {
        const std::lock_guard lock(m_mutex);
        if (error) return std::unexpected(*error);
        return talks;
    }
    Result<engine::BotDelivery> send(const ResourceId &, const ConversationName &conversation,
                                     const ChannelKind &channel, const engine::BotMessage &message,
                                     const Actor &) override
    {
        std::unique_lock lock(m_mutex);
        done.push_back("send " + conversation.text() + " " + channel.text() + ": " + message.text +
                       (message.attachments.empty() ? "" : " with " + message.attachments.front().name));
        m_turn.wait(lock, [&] { return !m_slow; });
        if (error) return std::unexpected(*error);
        begun.insert(conversation.text());
        return delivery;
    }
    void slow(bool on)
    {
        const std::lock_guard lock(m_mutex);
        m_slow = on;
        m_turn.notify_all();
    }
    Result<std::vector<engine::BotMessage>> receive(const ResourceId &, const ConversationName &conversation,
                                                    Millis wait, const std::function<bool()> &goOn) override
    {
        ++receiving;
        const auto end = std::chrono::steady_clock::now() + wait;
        for (;;) {
            {
                const std::lock_guard lock(m_mutex);
                if (error) return std::unexpected(*error);
                if (!begun.contains(conversation.text()))
                    return fail(Code::NotFound, conversation.text(), {"conversation"});
                if (auto said = std::exchange(m_answers[conversation.text()], {}); !said.empty()) {
                    received += static_cast<int>(said.size());
                    return said;
                }
            }
            if (std::chrono::steady_clock::now() >= end) return std::vector<engine::BotMessage>{};
            if (!goOn()) return fail(Code::Cancelled);
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }

private:
    Status noted(const std::string &what)
    {
        const std::lock_guard lock(m_mutex);
        if (error) return std::unexpected(*error);
        done.push_back(what);
        return {};
    }
    std::mutex m_mutex;
    std::condition_variable m_turn;
    bool m_held = false, m_slow = false;
    std::set<int> m_let;
    std::map<std::string, std::vector<engine::BotMessage>> m_answers;
};

/// A keystore with a bot registration, whose key is one of its own where that is asked for.
class BotRoom : public Opened
{
public:
    explicit BotRoom(engine::Bots *others = nullptr)
        : Opened([others](engine::WorkplacePtr made) -> engine::WorkplacePtr {
              if (!others) return made;
              return std::make_shared<WithService>(std::move(made), *others);
          })
    {
        const auto &settings = inner().console().snapshot()->settings();
        bot = id<ResourceId>();
        must(run(command::CreateResource{
            bot,
            "bot",
            must(ResourceName::from("support-bot")),
            {must(Region::from("westeurope")), settings.tenant, settings.subscription, "default"},
            {}}));
        if (others) { // as if something were stored already
            must(run(command::OpenBotStore{bot, "0123456789abcdef"}));
            must(run(command::AddBotKey{bot, id<BotKeyId>(), {}}));
        }
        settle();
    }
    models::Target target() const { return models::Target::of(bot); }
    const Resource &botNow() { return *estate().resource(bot); }
    engine::Bots &bots() { return inner().services().get<engine::Bots>(); }

    /// By the plan, as the wizard does it.
    void bind(const char *vaultName = "kv-bots", const char *keyName = "inner")
    {
        const auto *known = inner().console().snapshot()->vaultNamed(vaultName);
        vaultId = known ? known->id : vault(vaultName);
        keyId = key(vaultId, keyName);
        for (;;) {
            const auto plan = planEnable(*inner().console().snapshot(),
                                         {.resource = bot,
                                          .vault = vaultId,
                                          .key = keyId,
                                          .version = {},
                                          .newPrincipal = id<PrincipalId>(),
                                          .job = id<JobId>()},
                                         clock().now());
            const auto *step = plan.next();
            if (!step) {
                if (!plan.done()) giveUp({Code::Internal, "the bot cannot be bound", {}, {}});
                break;
            }
            must(run(*step->action));
        }
        application = *inner().console().snapshot()->resource(bot)->binding->identity;
        settle();
    }
    VersionId version() { return inner().console().snapshot()->key(keyId)->latest().id; }
    /// Its vault lets the service's application in no more.
    void lose()
    {
        must(run(command::RemoveAccessPolicy{vaultId, application}, true));
        settle();
    }
    void heal()
    {
        must(run(command::SetAccessPolicy{vaultId, application, must(PermissionSet::from("get,wrapKey,unwrapKey"))}));
        settle();
    }
    std::unique_ptr<models::Presenter> page(const char *blade)
    {
        return models::bladeById(QString::fromLatin1(blade))->make(*workspace, target());
    }

    ResourceId bot;
    VaultId vaultId;
    KeyId keyId;
    PrincipalId application;
};

} // namespace keyward::test
