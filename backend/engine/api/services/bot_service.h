// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"
#include "backend/engine/api/service.h"
#include "backend/estate/services/bot_service/entities.h"

#include <map>
#include <optional>

namespace keyward::engine {

/// A channel as it is shown. Its secret never is: it signs what goes to the endpoint.
struct BotChannel {
    estate::ChannelKind kind;
    std::map<std::string, std::string> settings;
    bool hasSecret = false;
    bool own = false; ///< it is there without being added
    Instant added{};
};

/// Where messages go, in the clear, over TLS 1.2 or later (BOT-5).
struct BotEndpoint {
    std::string url;              ///< https://HOST[:PORT]/PATH
    std::string authorities = {}; ///< certificates to trust, PEM; empty: those that the system trusts
};

/// BOT-4: the record of a conversation; what was said stays in it only while it is on its way.
struct BotConversation {
    estate::ConversationName name;
    estate::ChannelKind channel;
    Instant begun{};
    Instant lastActive{};
    std::uint64_t sent = 0;     ///< messages to the bot
    std::uint64_t received = 0; ///< … from it
};

struct BotConfiguration {
    std::map<std::string, std::string> settings;
    std::vector<BotChannel> channels; ///< by kind
    std::optional<BotEndpoint> endpoint;
    std::uint64_t conversations = 0;
    std::uint64_t waiting = 0; ///< messages on their way to the endpoint
    std::uint64_t answers = 0; ///< … and to whoever receives them
};

struct BotAttachment {
    std::string name;
    Bytes content;
};

struct BotMessage {
    std::string id;
    std::string text;
    Instant at{};
    std::vector<BotAttachment> attachments = {};
};

struct BotDelivery {
    enum class State : std::uint8_t {
        Delivered, ///< the endpoint took it, and all that waited before it
        Waiting,   ///< it is kept, and sent again by the scheduler, for less than a day
    };
    State state = State::Waiting;
    std::string reason;        ///< why it waits; a few words
    std::string id;            ///< of the message
    std::uint64_t answers = 0; ///< that came back with it
};

/// Bot registrations: what is stored of them lies in two layers, and the inner one needs the bound key for everything
/// that is asked here (BOT-3). Codes of all: BotInaccessible, with the reason and what mends it; BotDamaged; those of
/// the disk.
class Bots : public Service
{
public:
    virtual Result<BotConfiguration> configuration(const estate::ResourceId &bot) = 0;
    /// An absent value takes the setting away. All of them or none.
    virtual Status configure(const estate::ResourceId &bot,
                             const std::map<std::string, std::optional<std::string>> &values,
                             const estate::Actor &actor) = 0;
    /// A new channel, or another secret and settings for one that is there. The secret may be empty.
    virtual Status setChannel(const estate::ResourceId &bot, const BotChannel &channel,
                              const crypto::SecretBytes &secret, const estate::Actor &actor) = 0;
    virtual Status removeChannel(const estate::ResourceId &bot, const estate::ChannelKind &kind,
                                 const estate::Actor &actor) = 0; ///< Code::ChannelMissing
    /// Absent: messages wait. Code::ValueInvalid for an address that is not https.
    virtual Status setEndpoint(const estate::ResourceId &bot, const std::optional<BotEndpoint> &endpoint,
                               const estate::Actor &actor) = 0;
    /// The last active first.
    virtual Result<std::vector<BotConversation>> conversations(const estate::ResourceId &bot) = 0;

    /// Takes a message for the bot, and hands it to the endpoint with those that wait. Codes: ChannelMissing,
    /// ValueInvalid.
    virtual Result<BotDelivery> send(const estate::ResourceId &bot, const estate::ConversationName &conversation,
                                     const estate::ChannelKind &channel, const BotMessage &message,
                                     const estate::Actor &actor) = 0;
    /// What the bot said since the last time, which is forgotten by this; waits for the first of it for as long as
    /// 'wait', and 'goOn' says so. Code::NotFound for a conversation that there never was.
    virtual Result<std::vector<BotMessage>> receive(const estate::ResourceId &bot,
                                                    const estate::ConversationName &conversation, Millis wait,
                                                    const std::function<bool()> &goOn) = 0;
};

} // namespace keyward::engine
