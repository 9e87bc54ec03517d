// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/bot_service/bot_items.h"

#include "backend/base/codec.h"

#include <array>

namespace keyward::protection {

using namespace estate;
using sqlcipher::Value;
using Mode = sqlcipher::Database::Mode;

namespace {

constexpr std::int64_t format = 1;

constexpr const char *tables[] = {
    "CREATE TABLE keys(id BLOB PRIMARY KEY, by BLOB NOT NULL, algorithm INTEGER NOT NULL, wrapped BLOB NOT NULL, "
    "current INTEGER NOT NULL, transient INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE items(kind INTEGER NOT NULL, place BLOB NOT NULL, key BLOB NOT NULL, sealed BLOB NOT NULL, "
    "PRIMARY KEY(kind, place)) WITHOUT ROWID",
    "CREATE INDEX items_by_key ON items(key)",
    "CREATE TABLE messages(number INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE, to_bot INTEGER NOT NULL, "
    "conversation BLOB NOT NULL, made INTEGER NOT NULL, due INTEGER NOT NULL, claimed INTEGER NOT NULL, "
    "tries INTEGER NOT NULL, sealed BLOB NOT NULL)",
    "CREATE INDEX messages_by_conversation ON messages(conversation)",
    "PRAGMA user_version=1",
};

Value blob(std::span<const std::uint8_t> bytes) { return Bytes(bytes.begin(), bytes.end()); }
Value numberOf(std::uint64_t value) { return static_cast<std::int64_t>(value); }
Value time(Instant value) { return static_cast<std::int64_t>(value.time_since_epoch().count()); }
Value flag(bool value) { return std::int64_t{value ? 1 : 0}; }

/// Reads one row by its columns; what is not of the type it should be is damage.
class Row
{
public:
    explicit Row(const std::vector<Value> &values) : m_values(values) {}
    std::int64_t integer()
    {
        const auto *held = next<std::int64_t>();
        return held ? *held : 0;
    }
    Instant time() { return Instant(Millis(integer())); }
    Bytes blob()
    {
        const auto *held = next<Bytes>();
        return held ? *held : Bytes{};
    }
    template <class Id> Id id()
    {
        Id out;
        const auto bytes = blob();
        if (bytes.size() == out.bytes.size())
            std::ranges::copy(bytes, out.bytes.begin());
        else
            m_whole = false;
        return out;
    }
    void fail() { m_whole = false; }
    bool whole() const { return m_whole && m_at == m_values.size(); }

private:
    template <class T> const T *next()
    {
        const auto *held = m_at < m_values.size() ? std::get_if<T>(&m_values[m_at]) : nullptr;
        ++m_at;
        m_whole &= held != nullptr;
        return held;
    }
    const std::vector<Value> &m_values;
    std::size_t m_at = 0;
    bool m_whole = true;
};

template <class T, class Read> Result<std::vector<T>> read(const Result<sqlcipher::Rows> &found, const Read &readOne)
{
    if (!found) return std::unexpected(found.error());
    std::vector<T> out;
    for (const auto &values : found->rows) {
        Row row(values);
        out.push_back(readOne(row));
        if (!row.whole()) return fail(Code::DatabaseDamaged, {}, {"a row is not of its table's form"});
    }
    return out;
}

BotItems::StoredKey keyFrom(Row &row)
{
    BotItems::StoredKey out{.id = row.id<BotKeyId>(), .key = {}};
    const auto by = row.blob();
    Decoder in(by);
    in(out.key.by);
    if (!in.ok() || !in.atEnd()) row.fail();
    out.key.algorithm = static_cast<WrapAlgorithm>(row.integer());
    out.key.wrapped = row.blob();
    out.transient = row.integer() != 0;
    return out;
}

BotItems::Item itemFrom(Row &row)
{
    BotItems::Item out;
    out.kind = static_cast<BotItems::Kind>(row.integer());
    out.place = row.blob();
    out.key = row.id<BotKeyId>();
    out.sealed = row.blob();
    return out;
}

BotItems::Message messageFrom(Row &row)
{
    BotItems::Message out{.id = row.id<RecordId>(), .conversation = {}, .sealed = {}};
    out.toBot = row.integer() != 0;
    out.conversation = row.blob();
    out.made = row.time();
    out.due = row.time();
    out.tries = static_cast<std::uint64_t>(row.integer());
    out.sealed = row.blob();
    return out;
}

} // namespace

Result<BotItems> BotItems::create(const std::filesystem::path &file, const crypto::SecretBytes &outer)
{
    KEYWARD_TRY(auto database, sqlcipher::Database::open(file, &outer, Mode::Create));
    BotItems out(std::move(database));
    const auto makeTables = [&]() -> Status {
        for (const auto *sql : tables) KEYWARD_CHECK(out.m_database->change(sql));
        return {};
    };
    KEYWARD_CHECK(out.together(makeTables));
    return out;
}

Result<BotItems> BotItems::open(const std::filesystem::path &file, const crypto::SecretBytes &outer)
{
    KEYWARD_TRY(auto database, sqlcipher::Database::open(file, &outer, Mode::Write));
    BotItems out(std::move(database));
    KEYWARD_TRY(const auto found, out.number("PRAGMA user_version", {}));
    if (found > format) return fail(Code::StoreNewer, file.string(), {"bot items"});
    if (found != format) return fail(Code::DatabaseDamaged, file.string(), {"it is no store of a bot"});
    return out;
}

Result<std::uint64_t> BotItems::number(const char *sql, std::span<const Value> values)
{
    KEYWARD_TRY(const auto found, m_database->ours(sql, values));
    const auto *held = found.rows.empty() || found.rows.front().empty()
                           ? nullptr
                           : std::get_if<std::int64_t>(&found.rows.front().front());
    return held ? static_cast<std::uint64_t>(*held) : 0;
}

Result<std::vector<BotItems::StoredKey>> BotItems::keys()
{
    return read<StoredKey>(m_database->ours("SELECT id, by, algorithm, wrapped, transient FROM keys"), keyFrom);
}

Status BotItems::addKey(const StoredKey &key)
{
    Encoder by;
    by(key.key.by);
    const std::array<Value, 5> values{blob(key.id.bytes), by.take(),
                                      numberOf(static_cast<std::uint64_t>(key.key.algorithm)), key.key.wrapped,
                                      flag(key.transient)};
    return m_database->change("INSERT INTO keys(id, by, algorithm, wrapped, current, transient) VALUES(?,?,?,?,0,?)",
                              values);
}

Status BotItems::makeCurrent(const BotKeyId &key)
{
    const std::array<Value, 1> values{blob(key.bytes)};
    return m_database->change("UPDATE keys SET current=(id=?)", values);
}

Result<bool> BotItems::isCurrent(const BotKeyId &key)
{
    const std::array<Value, 1> values{blob(key.bytes)};
    return number("SELECT count(*) FROM keys WHERE id=? AND current=1", values).transform([](auto found) {
        return found > 0;
    });
}

Status BotItems::removeKey(const BotKeyId &key)
{
    const std::array<Value, 1> values{blob(key.bytes)};
    return m_database->change("DELETE FROM keys WHERE id=?", values);
}

Status BotItems::put(const Item &item)
{
    const std::array<Value, 4> values{numberOf(static_cast<std::uint64_t>(item.kind)), item.place, blob(item.key.bytes),
                                      item.sealed};
    return m_database->change("INSERT OR REPLACE INTO items(kind, place, key, sealed) VALUES(?,?,?,?)", values);
}

Result<std::optional<BotItems::Item>> BotItems::at(Kind kind, const Bytes &place)
{
    const std::array<Value, 2> values{numberOf(static_cast<std::uint64_t>(kind)), place};
    KEYWARD_TRY(
        auto found,
        read<Item>(m_database->ours("SELECT kind, place, key, sealed FROM items WHERE kind=? AND place=?", values),
                   itemFrom));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Result<std::vector<BotItems::Item>> BotItems::all(Kind kind)
{
    const std::array<Value, 1> values{numberOf(static_cast<std::uint64_t>(kind))};
    return read<Item>(m_database->ours("SELECT kind, place, key, sealed FROM items WHERE kind=?", values), itemFrom);
}

Result<std::uint64_t> BotItems::count(Kind kind)
{
    const std::array<Value, 1> values{numberOf(static_cast<std::uint64_t>(kind))};
    return number("SELECT count(*) FROM items WHERE kind=?", values);
}

Result<bool> BotItems::remove(Kind kind, const Bytes &place)
{
    const std::array<Value, 2> values{numberOf(static_cast<std::uint64_t>(kind)), place};
    return m_database->ours("DELETE FROM items WHERE kind=? AND place=?", values).transform([](const auto &done) {
        return done.changed > 0;
    });
}

Result<std::vector<BotItems::Item>> BotItems::under(const BotKeyId &key, std::uint64_t most)
{
    const std::array<Value, 2> values{blob(key.bytes), numberOf(most)};
    return read<Item>(m_database->ours("SELECT kind, place, key, sealed FROM items WHERE key=? LIMIT ?", values),
                      itemFrom);
}

Result<std::uint64_t> BotItems::countUnder(const BotKeyId &key)
{
    const std::array<Value, 1> values{blob(key.bytes)};
    return number("SELECT count(*) FROM items WHERE key=?", values);
}

Status BotItems::add(const Message &message)
{
    const std::array<Value, 7> values{blob(message.id.bytes), flag(message.toBot), message.conversation,
                                      time(message.made),     time(message.due),   numberOf(message.tries),
                                      message.sealed};
    return m_database->change("INSERT INTO messages(id, to_bot, conversation, made, due, claimed, tries, sealed) "
                              "VALUES(?,?,?,?,?,0,?,?)",
                              values);
}

Result<std::vector<BotItems::Message>> BotItems::toSend(std::uint64_t most)
{
    const std::array<Value, 1> values{numberOf(most)};
    return read<Message>(m_database->ours("SELECT id, to_bot, conversation, made, due, tries, sealed FROM messages "
                                          "WHERE to_bot=1 ORDER BY number LIMIT ?",
                                          values),
                         messageFrom);
}

Result<bool> BotItems::claim(const RecordId &message, Instant now, Instant until)
{
    const std::array<Value, 3> values{time(until), blob(message.bytes), time(now)};
    return m_database->ours("UPDATE messages SET claimed=?, tries=tries+1 WHERE id=? AND claimed<=?", values)
        .transform([](const auto &done) { return done.changed > 0; });
}

Status BotItems::postpone(const RecordId &message, Instant due)
{
    const std::array<Value, 2> values{time(due), blob(message.bytes)};
    return m_database->change("UPDATE messages SET due=?, claimed=0 WHERE id=?", values);
}

Status BotItems::remove(const RecordId &message)
{
    const std::array<Value, 1> values{blob(message.bytes)};
    return m_database->change("DELETE FROM messages WHERE id=?", values);
}

Result<std::vector<BotItems::Message>> BotItems::toReceive(const Bytes &conversation)
{
    const std::array<Value, 1> values{conversation};
    return read<Message>(m_database->ours("SELECT id, to_bot, conversation, made, due, tries, sealed FROM messages "
                                          "WHERE to_bot=0 AND conversation=? ORDER BY number",
                                          values),
                         messageFrom);
}

Result<std::uint64_t> BotItems::messages(bool toBot)
{
    const std::array<Value, 1> values{flag(toBot)};
    return number("SELECT count(*) FROM messages WHERE to_bot=?", values);
}

Result<std::uint64_t> BotItems::expire(Instant madeBefore)
{
    const std::array<Value, 1> values{time(madeBefore)};
    return m_database->ours("DELETE FROM messages WHERE made<?", values).transform([](const auto &done) {
        return done.changed;
    });
}

Result<std::optional<Instant>> BotItems::nextDue(Millis keptFor)
{
    const std::array<Value, 1> values{std::int64_t{keptFor.count()}};
    KEYWARD_TRY(const auto found,
                m_database->ours("SELECT min(at) FROM (SELECT min(made)+? AS at FROM messages UNION ALL "
                                 "SELECT * FROM (SELECT due FROM messages WHERE to_bot=1 ORDER BY number LIMIT 1))",
                                 values));
    const auto *at = found.rows.empty() ? nullptr : std::get_if<std::int64_t>(&found.rows.front().front());
    return at ? std::optional(Instant(Millis(*at))) : std::nullopt;
}

} // namespace keyward::protection
