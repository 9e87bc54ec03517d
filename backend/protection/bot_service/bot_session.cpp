// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/bot_service/bot_session.h"

#include "backend/base/new_file.h"
#include "backend/base/system_error.h"
#include "backend/crypto/digest.h"
#include "backend/crypto/kdf.h"
#include "backend/engine/job_runner.h"
#include "backend/estate/apply.h"
#include "backend/estate/regions.h"
#include "backend/protection/bound_key.h"
#include "backend/protection/locked_folder.h"
#include "backend/protection/resource_now.h"

#include <algorithm>
#include <cerrno>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward::protection {

using namespace estate;
using Kind = BotItems::Kind;

namespace {

constexpr std::size_t keySize = 32;
constexpr std::size_t placeSize = 16;
constexpr int tries = 5; // while others set another key
constexpr std::string_view outerMagic = "keyward bot outer 1\n";
constexpr const char *outerName = "outer";
constexpr const char *outerNew = "outer.new";
constexpr const char *itemsName = "items";
constexpr Refusals botRefusals{.inaccessible = Code::BotInaccessible, .damaged = Code::BotDamaged};

Error damage(const Resource &bot, Sentence why) { return {Code::BotDamaged, bot.name.text(), {std::move(why)}, {}}; }

/// The key of the outer layer stands, wrapped, in a file of its own; it is the last thing that is made.
Result<crypto::SecretBytes> outerKey(const ServiceParts &parts, const Resource &bot, const std::filesystem::path &file)
{
    KEYWARD_TRY(const auto descriptor, openRegular(file));
    Bytes content(4096);
    KEYWARD_TRY(const auto size, readAt(descriptor.number(), content, 0, file));
    content.resize(size);
    if (size <= outerMagic.size() ||
        !std::ranges::equal(bytesOf(outerMagic), ByteView(content).first(outerMagic.size())))
        return std::unexpected(damage(bot, said("the file of its outer key is not whole")));
    auto key = parts.keys.unwrapForPlatform(bot.name.text(), ByteView(content).subspan(outerMagic.size()));
    if (key || key.error().code != Code::UnwrapFailed) return key;
    return std::unexpected(damage(bot, said("its outer key does not open")));
}

/// A transient data key comes with it. What a killed process left of one is taken away first.
Status makeStore(const ServiceParts &parts, const Resource &bot, const std::filesystem::path &folder)
{
    for (const char *left : {itemsName, "items-wal", "items-shm", outerNew}) {
        std::error_code error;
        std::filesystem::remove(folder / left, error);
        if (error) return failWith(error.value(), folder / left);
    }
    KEYWARD_TRY(const auto outer, crypto::SecretBytes::random(keySize, *parts.context));
    KEYWARD_TRY(auto items, BotItems::create(folder / itemsName, outer));
    KEYWARD_TRY(const auto inner, crypto::SecretBytes::random(keySize, *parts.context));
    BotItems::StoredKey transient{.id = parts.context->id<BotKeyId>(), .key = {}, .transient = true};
    KEYWARD_TRY(transient.key.wrapped, parts.keys.wrapForPlatform(bot.name.text(), inner));
    KEYWARD_CHECK(items.addKey(transient));
    KEYWARD_TRY(const auto wrapped, parts.keys.wrapForPlatform(bot.name.text(), outer));
    KEYWARD_CHECK(syncFolder(folder));
    KEYWARD_CHECK(syncFolder(parts.folder));
    KEYWARD_CHECK(writeNewFile(folder / outerNew, {bytesOf(outerMagic), wrapped}));
    if (::rename((folder / outerNew).c_str(), (folder / outerName).c_str()) != 0)
        return failWith(errno, folder / outerName);
    return syncFolder(folder);
}

struct Outer {
    BotItems items;
    crypto::SecretBytes key;
};

Result<Outer> openStore(const ServiceParts &parts, const Resource &bot, const BotService &facet)
{
    const auto folder = parts.folder / facet.folder;
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return failWith(errno, folder);
    if (::access((folder / outerName).c_str(), F_OK) != 0) {
        KEYWARD_TRY(const auto alone, lockedFolder(folder, LOCK_EX)); // one process makes it
        if (::access((folder / outerName).c_str(), F_OK) != 0) {
            if (!facet.keys.empty()) return std::unexpected(damage(bot, said("the file of its outer key is missing")));
            KEYWARD_CHECK(makeStore(parts, bot, folder));
        }
    }
    KEYWARD_TRY(auto key, outerKey(parts, bot, folder / outerName));
    auto items = BotItems::open(folder / itemsName, key);
    if (items) return Outer{*std::move(items), std::move(key)};
    const auto &error = items.error();
    if (error.code == Code::DatabaseDamaged || error.code == Code::SourceMissing)
        return std::unexpected(damage(bot, sentence(error)));
    return std::unexpected(error);
}

using Now = ResourceNow<BotService>;
Result<Now> botNow(const ServiceParts &parts, const ResourceId &id)
{
    KEYWARD_TRY(auto out, resourceNow(parts, id, facetOf<BotService>));
    if (!out.kept) return fail(Code::NotFound, out.resource->name.text(), {"bot registration"});
    return out;
}

/// BOT-1, BOT-12: a data key under what the bot is bound to now. It stands beside the items before the estate knows it.
Status addKey(const ServiceParts &parts, const Now &now, BotItems &items)
{
    KEYWARD_TRY(const auto fresh, crypto::SecretBytes::random(keySize, *parts.context));
    BotItems::StoredKey stored{.id = parts.context->id<BotKeyId>(), .key = {}};
    auto wrapped = wrapDataKey(parts.keys, *now.estate, *now.resource, fresh);
    if (!wrapped) return std::unexpected(refusalOf(*now.resource, wrapped.error(), botRefusals));
    stored.key = *std::move(wrapped);
    KEYWARD_CHECK(items.addKey(stored));
    const auto added =
        parts.console.execute({command::AddBotKey{now.resource->id, stored.id, stored.key.by}}, engine::systemActor);
    if (added) return {};
    if (added.error().code != Code::CommitInDoubt) KEYWARD_CHECK(items.removeKey(stored.id));
    return std::unexpected(added.error());
}

Result<crypto::HmacSha256> placesUnder(const ServiceParts &parts, const crypto::SecretBytes &outer)
{
    KEYWARD_TRY(const auto key, crypto::hkdf(*parts.context, outer, {}, "keyward bot places 1"));
    return crypto::HmacSha256(*parts.context, key);
}

} // namespace

BotSession::BotSession(const ServiceParts &parts, const Resource &bot, BotItems items, crypto::HmacSha256 places)
    : m_parts(parts), m_bot(bot.id), m_name(bot.name.text()), m_items(std::move(items)), m_places(std::move(places))
{}

Result<std::optional<BotItems>> BotSession::openOuter(const ServiceParts &parts, const ResourceId &bot)
{
    KEYWARD_TRY(const auto now, botNow(parts, bot));
    if (now.kept->keys.empty()) return std::nullopt; // nothing was put into it yet
    return openStore(parts, *now.resource, *now.kept).transform([](Outer &&outer) {
        return std::optional(std::move(outer.items));
    });
}

Result<BotSession> BotSession::open(const ServiceParts &parts, const ResourceId &bot)
{
    std::optional<Error> last;
    for (int attempt = 0; attempt < tries; ++attempt) {
        if (attempt > 0) KEYWARD_CHECK(parts.console.refresh());
        KEYWARD_TRY(const auto now, botNow(parts, bot));
        KEYWARD_CHECK(regionIsUp(*now.estate, now.resource->place.region));
        if (now.kept->folder.empty()) {
            const command::OpenBotStore open{bot, parts.context->id<RecordId>().text()};
            const auto opened = parts.console.execute({open}, engine::systemActor);
            if (!opened && opened.error().code != Code::AlreadyExists) return std::unexpected(opened.error());
            continue;
        }
        KEYWARD_TRY(auto outer, openStore(parts, *now.resource, *now.kept));
        if (!keyFits(*now.resource, *now.kept)) {
            const auto added = addKey(parts, now, outer.items);
            if (!added && added.error().code != Code::Conflict) return std::unexpected(added.error());
            last = added ? std::nullopt : std::optional(added.error());
            continue;
        }
        KEYWARD_TRY(auto places, placesUnder(parts, outer.key));
        BotSession out(parts, *now.resource, std::move(outer.items), std::move(places));
        out.m_current = now.kept->current()->id;
        KEYWARD_CHECK(out.takeUpKeys());
        return out;
    }
    return last ? std::unexpected(*last) : fail(Code::Busy, bot.text(), {"its key is being changed; try again"});
}

/// BOT-3: the vault is asked for the data key in use, whatever is to be done.
Status BotSession::takeUpKeys()
{
    KEYWARD_TRY(m_keys, m_items.keys());
    for (const auto &key : m_keys)
        if (key.transient) m_transient = key.id;
    if (m_transient.isNull()) return std::unexpected(damaged(said("the data key of its messages is missing")));
    KEYWARD_CHECK(sealerOf(m_current).transform([](auto *) {}));
    KEYWARD_TRY(const bool is, m_items.isCurrent(m_current));
    return is ? Status{} : m_items.makeCurrent(m_current);
}

Result<crypto::Sealer *> BotSession::sealerOf(const BotKeyId &id)
{
    if (const auto found = m_sealers.find(id); found != m_sealers.end()) return &found->second;
    auto key = std::ranges::find(m_keys, id, &BotItems::StoredKey::id);
    if (key == m_keys.end()) { // another session may have added it since; those known so far stay, for what was read
        KEYWARD_TRY(auto now, m_items.keys());
        std::erase_if(now,
                      [&](const auto &one) { return std::ranges::contains(m_keys, one.id, &BotItems::StoredKey::id); });
        std::ranges::move(now, std::back_inserter(m_keys));
        key = std::ranges::find(m_keys, id, &BotItems::StoredKey::id);
    }
    if (key == m_keys.end()) return std::unexpected(damaged(said("a data key is missing")));
    KEYWARD_TRY(const auto now, botNow(m_parts, m_bot));
    const auto plain = unwrapDataKey(m_parts.keys, *now.estate, *now.resource, key->key);
    if (!plain) return std::unexpected(refusalOf(*now.resource, plain.error(), botRefusals));
    KEYWARD_TRY(auto sealer, crypto::Sealer::create(m_parts.context, *plain));
    return &m_sealers.emplace(id, std::move(sealer)).first->second;
}

Bytes BotSession::placeOf(Kind kind, std::string_view name)
{
    const std::uint8_t which[]{static_cast<std::uint8_t>(kind)};
    const auto digest = m_places.of({which, bytesOf(name)});
    return {digest.begin(), digest.begin() + placeSize};
}

/// Which bot, which thing of it: a blob put elsewhere does not open.
Bytes BotSession::associated(std::string_view what, ByteView which) const
{
    Bytes out;
    append(out, bytesOf(what));
    append(out, m_bot.bytes);
    append(out, which);
    return out;
}

Bytes BotSession::associated(const BotItems::Item &item) const
{
    auto out = associated("keyward bot item 1", item.place);
    out.push_back(static_cast<std::uint8_t>(item.kind));
    return out;
}

template <class Plain> Status BotSession::sealed(Kind kind, std::string_view name, const Plain &plain)
{
    KEYWARD_TRY(const bool current, m_items.isCurrent(m_current));
    if (!current) return fail(Code::Conflict, m_name);
    BotItems::Item item{.kind = kind, .place = placeOf(kind, name), .key = m_current, .sealed = {}};
    KEYWARD_TRY(auto *sealer, sealerOf(m_current));
    item.sealed = sealer->seal(plain, associated(item));
    return m_items.put(item);
}

Status BotSession::put(Kind kind, std::string_view name, ByteView plain) { return sealed(kind, name, plain); }

Status BotSession::put(Kind kind, std::string_view name, const crypto::SecretBytes &secret)
{
    return sealed(kind, name, secret);
}

Result<Bytes> BotSession::opened(const BotItems::Item &item)
{
    KEYWARD_TRY(auto *sealer, sealerOf(item.key));
    Bytes out;
    if (!sealer->open(item.sealed, associated(item), out)) return std::unexpected(damaged(said("an item was altered")));
    return out;
}

Result<std::optional<crypto::SecretBytes>> BotSession::secret(Kind kind, std::string_view name)
{
    KEYWARD_TRY(const auto item, m_items.at(kind, placeOf(kind, name)));
    if (!item) return std::nullopt;
    KEYWARD_TRY(auto *sealer, sealerOf(item->key));
    auto out = sealer->openSecret(item->sealed, associated(*item));
    if (!out && out.error().code == Code::RecordTampered) return std::unexpected(damaged(said("an item was altered")));
    return std::move(out).transform([](crypto::SecretBytes &&held) { return std::optional(std::move(held)); });
}

Result<bool> BotSession::remove(Kind kind, std::string_view name) { return m_items.remove(kind, placeOf(kind, name)); }

Status BotSession::sealAnew(BotItems::Item &item)
{
    KEYWARD_TRY(auto *before, sealerOf(item.key));
    KEYWARD_TRY(auto *after, sealerOf(m_current));
    KEYWARD_TRY(const auto plain, [&] {
        auto out = before->openSecret(item.sealed, associated(item));
        if (!out && out.error().code == Code::RecordTampered)
            out = std::unexpected(damaged(said("an item was altered")));
        return out;
    }());
    item.key = m_current;
    item.sealed = after->seal(plain, associated(item));
    return {};
}

Status BotSession::check(const BotItems::Item &item)
{
    return opened(item).transform([](const auto &) {});
}

Result<Bytes> BotSession::sealMessage(const RecordId &id, ByteView plain)
{
    KEYWARD_TRY(auto *sealer, sealerOf(m_transient));
    return sealer->seal(plain, associated("keyward bot message 1", id.bytes));
}

Result<Bytes> BotSession::openMessage(const RecordId &id, ByteView sealed)
{
    KEYWARD_TRY(auto *sealer, sealerOf(m_transient));
    Bytes out;
    if (!sealer->open(sealed, associated("keyward bot message 1", id.bytes), out))
        return std::unexpected(damaged(said("a message was altered")));
    return out;
}

} // namespace keyward::protection
