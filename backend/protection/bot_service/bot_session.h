// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/codec.h"
#include "backend/base/files.h"
#include "backend/crypto/digest.h"
#include "backend/crypto/sealer.h"
#include "backend/protection/bot_service/bot_items.h"
#include "backend/protection/service_parts.h"

#include <map>

namespace keyward::protection {

/// What is stored of one bot, opened for one thing to be done: both layers, with the data keys that it takes. The inner
/// one is asked of the vault on behalf of the service's application each time; nothing of it outlives the session, so
/// that who revokes it is obeyed by the next thing that is asked (BOT-3).
class BotSession
{
public:
    /// Makes the store where there is none yet, and a data key where the one in use is not under what the bot is bound
    /// to. Codes: BotInaccessible, BotDamaged, those of the disk.
    static Result<BotSession> open(const ServiceParts &parts, const estate::ResourceId &bot);
    /// The outer layer alone, where there is a store: for what has to be done whether or not the key can be used.
    static Result<std::optional<BotItems>> openOuter(const ServiceParts &parts, const estate::ResourceId &bot);

    BotItems &items() { return m_items; }
    const estate::BotKeyId &current() const { return m_current; }
    const std::string &name() const { return m_name; } ///< of the bot

    /// Seals under the data key in use, and puts it in the place of that name. Within items().together(): where another
    /// session took up another data key meanwhile it is Code::Conflict, and to be done anew.
    Status put(BotItems::Kind kind, std::string_view name, ByteView plain);
    Status put(BotItems::Kind kind, std::string_view name, const crypto::SecretBytes &secret);
    template <class T> Status put(BotItems::Kind kind, std::string_view name, const T &value)
    {
        Encoder out;
        out(value);
        return put(kind, name, ByteView(out.take()));
    }
    template <class T> Result<std::optional<T>> get(BotItems::Kind kind, std::string_view name)
    {
        KEYWARD_TRY(const auto found, m_items.at(kind, placeOf(kind, name)));
        if (!found) return std::nullopt;
        KEYWARD_TRY(auto value, valueOf<T>(*found));
        return std::optional(std::move(value));
    }
    template <class T> Result<std::vector<T>> all(BotItems::Kind kind)
    {
        KEYWARD_TRY(const auto found, m_items.all(kind));
        std::vector<T> out;
        out.reserve(found.size());
        for (const auto &item : found) {
            KEYWARD_TRY(auto value, valueOf<T>(item));
            out.push_back(std::move(value));
        }
        return out;
    }
    Result<std::optional<crypto::SecretBytes>> secret(BotItems::Kind kind, std::string_view name);
    Result<bool> remove(BotItems::Kind kind, std::string_view name);
    Bytes placeOf(BotItems::Kind kind, std::string_view name);
    /// Sealed under the data key in use instead of the one that it is under; to be put.
    Status sealAnew(BotItems::Item &item);
    /// That it opens under its data key.
    Status check(const BotItems::Item &item);

    /// Messages on their way are under the platform's key in both layers (BOT-1).
    Result<Bytes> sealMessage(const RecordId &id, ByteView plain);
    Result<Bytes> openMessage(const RecordId &id, ByteView sealed);

    Error damaged(Sentence why) const { return {Code::BotDamaged, m_name, {std::move(why)}, {}}; }

private:
    BotSession(const ServiceParts &parts, const estate::Resource &bot, BotItems items, crypto::HmacSha256 places);
    Status takeUpKeys();
    template <class Plain> Status sealed(BotItems::Kind kind, std::string_view name, const Plain &plain);
    Result<crypto::Sealer *> sealerOf(const estate::BotKeyId &key);
    Result<Bytes> opened(const BotItems::Item &item);
    Bytes associated(std::string_view what, ByteView which) const;
    Bytes associated(const BotItems::Item &item) const;
    template <class T> Result<T> valueOf(const BotItems::Item &item)
    {
        KEYWARD_TRY(const auto plain, opened(item));
        Decoder in(plain);
        T out;
        in(out);
        if (!in.ok() || !in.atEnd()) return std::unexpected(damaged(said("an item is not of its kind's form")));
        return out;
    }

    ServiceParts m_parts;
    estate::ResourceId m_bot;
    std::string m_name;
    BotItems m_items;
    crypto::HmacSha256 m_places;
    std::vector<BotItems::StoredKey> m_keys;
    std::map<estate::BotKeyId, crypto::Sealer> m_sealers;
    estate::BotKeyId m_current;
    estate::BotKeyId m_transient;
};

} // namespace keyward::protection
