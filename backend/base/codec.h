// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/ids.h"
#include "backend/base/time.h"

#include <concepts>
#include <map>
#include <optional>
#include <set>
#include <type_traits>

/// How values become the plaintext of sealed records and back. A struct declares its parts once,
///     template <class Archive, class Self> void fields(Archive &a, Self &s) as Archive calls a(s.part, …)
/// and both directions follow from it. Integers are variable-length; strings and lists carry their length.
/// A record starts with its kind and the edition of its layout, so that older layouts can still be read.
namespace keyward {

class Encoder
{
public:
    template <class... T> void operator()(const T &...parts) { (put(parts), ...); }

    unsigned edition = 1;
    Bytes take() { return std::move(m_out); }

private:
    void number(std::uint64_t value)
    {
        while (value >= 0x80) {
            m_out.push_back(static_cast<std::uint8_t>(value | 0x80));
            value >>= 7;
        }
        m_out.push_back(static_cast<std::uint8_t>(value));
    }
    void raw(ByteView bytes) { append(m_out, bytes); }

    template <class T>
        requires std::integral<T> || std::is_enum_v<T>
    void put(T value)
    {
        number(static_cast<std::uint64_t>(value));
    }
    void put(const std::string &text)
    {
        number(text.size());
        raw(bytesOf(text));
    }
    void put(const Bytes &bytes)
    {
        number(bytes.size());
        raw(bytes);
    }
    template <std::size_t N> void put(const std::array<std::uint8_t, N> &bytes) { raw(bytes); }
    template <class Tag> void put(const Id<Tag> &id) { raw(id.bytes); }
    void put(Instant time) { number(static_cast<std::uint64_t>(time.time_since_epoch().count())); }
    void put(Millis length) { number(static_cast<std::uint64_t>(length.count())); }
    template <class T> void put(const std::optional<T> &value)
    {
        number(value ? 1 : 0);
        if (value) put(*value);
    }
    template <class T>
        requires(!std::same_as<T, std::uint8_t>)
    void put(const std::vector<T> &list)
    {
        sequence(list);
    }
    template <class T> void put(const std::set<T> &set) { sequence(set); }
    template <class K, class V> void put(const std::map<K, V> &map)
    {
        number(map.size());
        for (const auto &[key, value] : map) {
            put(key);
            put(value);
        }
    }
    template <class T>
        requires requires(Encoder &e, const T &t) { fields(e, t); }
    void put(const T &value)
    {
        fields(*this, value);
    }
    template <class T>
        requires requires(const T &t) {
            { t.text() } -> std::same_as<const std::string &>;
        }
    void put(const T &value)
    {
        put(value.text());
    }
    template <class Seq> void sequence(const Seq &items)
    {
        number(items.size());
        for (const auto &item : items) put(item);
    }

    Bytes m_out;
};

/// Reads what Encoder wrote. Malformed input never reads out of bounds: ok() turns false and the rest stays empty.
class Decoder
{
public:
    explicit Decoder(ByteView in, unsigned layout = 1) : edition(layout), m_in(in) {}

    template <class... T> void operator()(T &...parts) { (get(parts), ...); }

    unsigned edition;
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_in.empty(); }
    void fail()
    {
        m_ok = false;
        m_in = {};
    }

private:
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !m_in.empty(); shift += 7) {
            const auto byte = m_in[0];
            m_in = m_in.subspan(1);
            value |= std::uint64_t(byte & 0x7f) << shift;
            if (byte < 0x80) return value;
        }
        fail();
        return 0;
    }
    ByteView raw(std::uint64_t size)
    {
        if (size > m_in.size()) {
            fail();
            return {};
        }
        const auto out = m_in.first(static_cast<std::size_t>(size));
        m_in = m_in.subspan(static_cast<std::size_t>(size));
        return out;
    }

    template <class T>
        requires std::integral<T> || std::is_enum_v<T>
    void get(T &value)
    {
        value = static_cast<T>(number());
    }
    void get(std::string &text) { text = textOf(raw(number())); }
    void get(Bytes &bytes)
    {
        const auto view = raw(number());
        bytes.assign(view.begin(), view.end());
    }
    template <std::size_t N> void get(std::array<std::uint8_t, N> &bytes)
    {
        const auto view = raw(N);
        if (view.size() == N) std::memcpy(bytes.data(), view.data(), N);
    }
    template <class Tag> void get(Id<Tag> &id) { get(id.bytes); }
    void get(Instant &time) { time = Instant(Millis(static_cast<std::int64_t>(number()))); }
    void get(Millis &length) { length = Millis(static_cast<std::int64_t>(number())); }
    template <class T> void get(std::optional<T> &value)
    {
        if (number() == 0) {
            value.reset();
            return;
        }
        get(value.emplace());
    }
    template <class T>
        requires(!std::same_as<T, std::uint8_t>)
    void get(std::vector<T> &list)
    {
        const auto count = number();
        list.clear();
        for (std::uint64_t i = 0; i < count && m_ok; ++i) get(list.emplace_back());
    }
    template <class T> void get(std::set<T> &set)
    {
        const auto count = number();
        set.clear();
        for (std::uint64_t i = 0; i < count && m_ok; ++i) {
            T item{};
            get(item);
            set.insert(std::move(item));
        }
    }
    template <class K, class V> void get(std::map<K, V> &map)
    {
        const auto count = number();
        map.clear();
        for (std::uint64_t i = 0; i < count && m_ok; ++i) {
            K key{};
            get(key);
            get(map[std::move(key)]);
        }
    }
    template <class T>
        requires requires(Decoder &d, T &t) { fields(d, t); }
    void get(T &value)
    {
        fields(*this, value);
    }
    template <class T>
        requires requires(std::string s) {
            { T::from(s) } -> std::same_as<Result<T>>;
            { std::declval<T>().text() } -> std::same_as<const std::string &>;
        }
    void get(T &value)
    {
        std::string text;
        get(text);
        if (auto made = T::from(std::move(text)))
            value = *std::move(made);
        else
            fail();
    }

    ByteView m_in;
    bool m_ok = true;
};

} // namespace keyward
