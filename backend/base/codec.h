// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/alternatives.h"
#include "backend/base/ids.h"
#include "backend/base/time.h"

#include <concepts>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <type_traits>
#include <variant>

/// How values become the plaintext of sealed records and back. A struct declares its parts once,
///     template <class Archive, class Self> void fields(Archive &a, Self &s) as Archive calls a(s.part, …)
/// and both directions follow from it; KEYWARD_FIELDS and KEYWARD_LAYOUT below write that function. Integers are
/// variable-length; strings and lists carry their length.
/// A record starts with its kind and the edition of its layout, so that older layouts can still be read.
namespace keyward {

/// From which edition on a part is there: of the record that the struct stands in, whatever that is, or one for each
/// kind of record where it stands in several.
class Since
{
public:
    struct In {
        template <class Kind>
        In(Kind recordKind, unsigned from) : kind(static_cast<unsigned>(recordKind)), edition(from)
        {}
        unsigned kind, edition;
    };
    Since(unsigned edition) : m_edition(edition) {} // NOLINT(google-explicit-constructor): since(2, …)
    Since(std::initializer_list<In> kinds) : m_kinds(kinds) {}

    bool reachedBy(unsigned kind, unsigned edition) const
    {
        if (m_edition != 0) return edition >= m_edition;
        for (const auto &one : m_kinds)
            if (one.kind == kind) return edition >= one.edition;
        return false;
    }

private:
    unsigned m_edition = 0;
    std::initializer_list<In> m_kinds; ///< of the call that this is made for
};

class Encoder
{
public:
    template <class... T> void operator()(const T &...parts) { (put(parts), ...); }

    unsigned edition = 1;
    unsigned kind = 0; ///< of the record; 0: none that shares structs with others
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
    /// Which alternative, by its number, and what it holds.
    template <class... T> void put(const std::variant<T...> &value)
    {
        number(Alternatives<std::variant<T...>>::numbers[value.index()]);
        std::visit(
            [this]<class Held>(const Held &held) {
                if constexpr (!std::is_same_v<Held, std::monostate>) put(held);
            },
            value);
    }
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
    unsigned kind = 0;
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_in.empty(); }
    /// It failed at an alternative that this version does not know, so that a newer one wrote it.
    bool unknown() const { return m_unknown; }
    std::size_t left() const { return m_in.size(); } ///< bytes
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
    template <class... T> void get(std::variant<T...> &value)
    {
        const auto wanted = number();
        std::size_t at = 0;
        const auto isIt = [&]<class Held>() {
            if (Alternatives<std::variant<T...>>::numbers[at++] != wanted) return false;
            auto &held = value.template emplace<Held>();
            if constexpr (!std::is_same_v<Held, std::monostate>) get(held);
            return true;
        };
        if ((isIt.template operator()<T>() || ...) || !m_ok) return;
        fail();
        m_unknown = true;
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
    bool m_unknown = false;
};

} // namespace keyward

// KEYWARD_LAYOUT(Type, first(parts…), since(2, parts…), …): how a struct is laid out, and in which edition of the
// record it stands in each part came. What an edition has stays where it is for good: a new part comes last, in a
// since() with the record's next edition, which is raised where the record's layout says it. A struct that stands in
// records of several kinds says since({{Kind, edition}, …}, parts…). An archive that wants to know names is told them
// by begins(), and of parts left out by skips().
#define KEYWARD_LAYOUT(Type, ...)                                                                                      \
    template <class Archive, class Self>                                                                               \
        requires std::is_same_v<std::remove_const_t<Self>, Type>                                                       \
    void fields(Archive &a, Self &s)                                                                                   \
    {                                                                                                                  \
        KEYWARD_PARTS(Type, __VA_ARGS__);                                                                              \
    }
#define KEYWARD_PARTS(Type, ...)                                                                                       \
    if constexpr (requires { a.begins(#Type, #__VA_ARGS__); }) a.begins(#Type, #__VA_ARGS__);                          \
    [[maybe_unused]] const auto first = [&a](auto &...parts) { a(parts...); };                                         \
    [[maybe_unused]] const auto since = [&a](const keyward::Since &from, auto &...parts) {                             \
        if (from.reachedBy(a.kind, a.edition))                                                                         \
            a(parts...);                                                                                               \
        else if constexpr (requires { a.skips(sizeof...(parts)); })                                                    \
            a.skips(sizeof...(parts));                                                                                 \
    };                                                                                                                 \
    [[maybe_unused]] const auto until = [&a](unsigned without, auto &...parts) {                                       \
        if (a.edition < without)                                                                                       \
            a(parts...);                                                                                               \
        else if constexpr (requires { a.ended(parts...); })                                                            \
            a.ended(parts...);                                                                                         \
    };                                                                                                                 \
    __VA_ARGS__
// KEYWARD_CHANGED_LAYOUT(Type, Former, first(…), until(3, was.part, …), since(3, …)): a struct that an edition rebuilt.
// What earlier ones held is read into 'was', whose into(Type &) makes of it what the struct holds today.
#define KEYWARD_CHANGED_LAYOUT(Type, Former, ...)                                                                      \
    template <class Archive, class Self>                                                                               \
        requires std::is_same_v<std::remove_const_t<Self>, Type>                                                       \
    void fields(Archive &a, Self &s)                                                                                   \
    {                                                                                                                  \
        Former was;                                                                                                    \
        KEYWARD_PARTS(Type, __VA_ARGS__);                                                                              \
        if constexpr (!std::is_const_v<Self>)                                                                          \
            if (a.edition < Former::ended && !was.into(s)) a.fail();                                                   \
    }
// KEYWARD_FIELDS(Type, parts…): all of them were there from the first edition on.
#define KEYWARD_FIELDS(Type, ...) KEYWARD_LAYOUT(Type, first(__VA_ARGS__))
