// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/job_runner.h"
#include "backend/protection/bot_service/activity.h"
#include "backend/protection/bot_service/bot_session.h"

#include <mutex>

namespace keyward::protection {

using engine::ProgressCallback;

/// What bot registrations do: their configuration and conversations in two layers, messages to their endpoints, all of
/// it encrypted anew when another key is set.
class BotHost final : public engine::Bots
{
public:
    explicit BotHost(ServiceParts parts) : m_parts(std::move(parts)), m_jobs(m_parts.console, m_parts.folder) {}

    std::string_view name() const override { return estate::BotService::service; }
    void runDue(engine::DueWork &out, const ProgressCallback &progress) override;
    void settle(const estate::ResourceId &bot) override;
    Result<std::string> resume(const estate::JobId &job, const estate::Actor &actor,
                               const ProgressCallback &progress) override;
    Result<std::vector<engine::DataCheck>> verify(engine::Depth depth, const ProgressCallback &progress) override;
    Result<std::uint64_t> deleteData(const estate::ResourceId &bot, const estate::Actor &actor) override;

    Result<engine::BotConfiguration> configuration(const estate::ResourceId &bot) override;
    Status configure(const estate::ResourceId &bot, const std::map<std::string, std::optional<std::string>> &values,
                     const estate::Actor &actor) override;
    Status setChannel(const estate::ResourceId &bot, const engine::BotChannel &channel,
                      const crypto::SecretBytes &secret, const estate::Actor &actor) override;
    Status removeChannel(const estate::ResourceId &bot, const estate::ChannelKind &kind,
                         const estate::Actor &actor) override;
    Status setEndpoint(const estate::ResourceId &bot, const std::optional<engine::BotEndpoint> &endpoint,
                       const estate::Actor &actor) override;
    Result<std::vector<engine::BotConversation>> conversations(const estate::ResourceId &bot) override;
    Result<engine::BotDelivery> send(const estate::ResourceId &bot, const estate::ConversationName &conversation,
                                     const estate::ChannelKind &channel, const engine::BotMessage &message,
                                     const estate::Actor &actor) override;
    Result<std::vector<engine::BotMessage>> receive(const estate::ResourceId &bot,
                                                    const estate::ConversationName &conversation, Millis wait,
                                                    const std::function<bool()> &goOn) override;

private:
    /// What is changed of a bot's configuration, as one transaction and one entry of the log; done anew where another
    /// data key was taken up meanwhile.
    Status change(const estate::ResourceId &bot, const estate::Actor &actor, std::string_view operation,
                  const std::string &what, const std::function<Status(BotSession &)> &work);

    // bot_host_messages.cpp
    struct Sent {
        std::uint64_t answers = 0;
        std::string reason; ///< why what is left waits; empty: nothing is left
    };
    /// Those that wait, oldest first, until one is not taken. 'all': whether or not they are due.
    Result<Sent> deliver(BotSession &session, const estate::ResourceId &bot, bool all,
                         const std::function<bool()> &goOn);
    Result<std::uint64_t> handOver(BotSession &session, const engine::BotEndpoint &endpoint,
                                   const BotItems::Message &message, const std::function<bool()> &goOn);
    Status noteEndpoint(const estate::ResourceId &bot, const std::optional<std::string> &trouble);
    void deliverWhatIsDue(const estate::ResourceId &bot, engine::DueWork &out, const ProgressCallback &progress);
    bool looksDue(const estate::ResourceId &bot); ///< whether there may be something to send or to forget
    void lookAgainAt(const estate::ResourceId &bot, BotItems &items);

    // bot_host_keys.cpp
    Status reencrypt(const estate::ResourceId &bot, const ProgressCallback &progress);
    Status reencryptAll(const estate::Job &job, engine::JobProgress &progress);
    Result<std::uint64_t> itemsToReencrypt(const estate::ResourceId &bot);
    engine::DataCheck look(const estate::Resource &bot, engine::Depth depth, const ProgressCallback &progress);

    ServiceParts m_parts;
    engine::JobRunner m_jobs;
    std::mutex m_mutex;
    std::map<estate::ResourceId, Instant> m_lookAt; ///< when messages may be due, as far as this process knows
};

/// What an item of a kind holds.
struct StoredSetting {
    std::string name;
    std::string value;
};
struct StoredChannel {
    std::string kind;
    std::map<std::string, std::string> settings;
    Instant added{};
};
struct StoredEndpoint {
    std::string url;
    std::string authorities;
};
struct StoredConversation {
    std::string name;
    std::string channel;
    Instant begun{};
    Instant lastActive{};
    std::uint64_t sent = 0;
    std::uint64_t received = 0;
};
KEYWARD_FIELDS(StoredSetting, s.name, s.value)
KEYWARD_FIELDS(StoredChannel, s.kind, s.settings, s.added)
KEYWARD_FIELDS(StoredEndpoint, s.url, s.authorities)
KEYWARD_FIELDS(StoredConversation, s.name, s.channel, s.begun, s.lastActive, s.sent, s.received)

} // namespace keyward::protection
