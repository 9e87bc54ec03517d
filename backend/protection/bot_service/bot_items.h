// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/services/bot_service/entities.h"
#include "backend/protection/bound_key.h"
#include "backend/sqlcipher/database.h"

namespace keyward::protection {

/// The outer layer of what is stored of a bot: a database whose pages are encrypted under a key of the platform's. In
/// it items and messages are sealed blobs, which say nothing but of which kind they are and under which data key; the
/// data keys stand beside them, wrapped. One thread at a time.
class BotItems
{
public:
    enum class Kind : std::uint8_t { Setting = 1, Channel, ChannelSecret, Endpoint, Conversation };

    struct StoredKey {
        estate::BotKeyId id;
        WrappedDataKey key;
        bool transient = false; ///< of messages on their way, always under the platform's key
    };
    struct Item {
        Kind kind = Kind::Setting;
        Bytes place; ///< what tells it from others of its kind: a keyed hash of its name
        estate::BotKeyId key;
        Bytes sealed;
    };
    struct Message {
        RecordId id;
        bool toBot = true;
        Bytes conversation; ///< the place of its conversation
        Instant made{};
        Instant due{}; ///< not to be sent before
        std::uint64_t tries = 0;
        Bytes sealed;
    };

    /// A new file; Code::FileExists where there is one.
    static Result<BotItems> create(const std::filesystem::path &file, const crypto::SecretBytes &outer);
    static Result<BotItems> open(const std::filesystem::path &file, const crypto::SecretBytes &outer);

    /// As one transaction, which fails with the work.
    Status together(const std::function<Status()> &work) { return m_database->together(work); }
    Status checkWhole() { return m_database->checkWhole(); }

    Result<std::vector<StoredKey>> keys();
    Status addKey(const StoredKey &key);
    Status makeCurrent(const estate::BotKeyId &key); ///< new items are sealed under it alone, from now on
    /// Whether new items are sealed under it still; within a transaction that holds until its end.
    Result<bool> isCurrent(const estate::BotKeyId &key);
    Status removeKey(const estate::BotKeyId &key);

    Status put(const Item &item); ///< instead of the one in its place
    Result<std::optional<Item>> at(Kind kind, const Bytes &place);
    Result<std::vector<Item>> all(Kind kind);
    Result<std::uint64_t> count(Kind kind);
    Result<bool> remove(Kind kind, const Bytes &place); ///< whether it was there
    /// Some of those that are under a data key.
    Result<std::vector<Item>> under(const estate::BotKeyId &key, std::uint64_t most);
    Result<std::uint64_t> countUnder(const estate::BotKeyId &key);

    Status add(const Message &message);
    /// To the bot, oldest first: none goes before one that was said earlier.
    Result<std::vector<Message>> toSend(std::uint64_t most);
    /// Whoever gets true is the only one who sends it, for a while.
    Result<bool> claim(const RecordId &message, Instant now, Instant until);
    Status postpone(const RecordId &message, Instant due);
    Status remove(const RecordId &message);
    /// From the bot, oldest first.
    Result<std::vector<Message>> toReceive(const Bytes &conversation);
    Result<std::uint64_t> messages(bool toBot);
    Result<std::uint64_t> expire(Instant madeBefore); ///< how many went
    /// When there is something to do next: a message to be sent or to be forgotten.
    Result<std::optional<Instant>> nextDue(Millis keptFor);

private:
    explicit BotItems(std::unique_ptr<sqlcipher::Database> database) : m_database(std::move(database)) {}
    Result<std::uint64_t> number(const char *sql, std::span<const sqlcipher::Value> values);

    std::unique_ptr<sqlcipher::Database> m_database;
};

} // namespace keyward::protection
