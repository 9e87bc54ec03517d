// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/codec.h"

#include <cctype>

/// An archive that writes down what a struct is laid out as: one line for each part, in the order of the bytes, with
/// its name and how it is encoded.
namespace keyward::test {

class LayoutText
{
public:
    unsigned edition = 1;
    unsigned kind = 0;

    template <class T> static std::string of(unsigned edition, unsigned kind = 0)
    {
        LayoutText out;
        out.edition = edition;
        out.kind = kind;
        out.inside<T>("");
        return std::move(out.m_text);
    }

    /// As the layout is declared: "first(s.id, s.name), since(2, s.more)".
    void begins(const char *, std::string_view declared)
    {
        for (std::size_t at = 0; at < declared.size();) {
            if (!isWord(declared[at])) {
                ++at;
                continue;
            }
            const auto word = wordAt(declared, at);
            at += word.size();
            if ((word != "s" && word != "was") || at >= declared.size() || declared[at] != '.') continue;
            const auto begin = ++at;
            at += wordAt(declared, at).size();
            while (at < declared.size() && declared[at] == '.') at += 1 + wordAt(declared, at + 1).size(); // s.files.by
            m_open.back().names.emplace_back(declared.substr(begin, at - begin));
        }
    }
    void skips(std::size_t parts) { m_open.back().next += parts; }
    /// Parts that are there no longer, each marked as such.
    template <class... T> void ended(T &...parts)
    {
        auto before = std::exchange(m_text, {});
        (*this)(parts...);
        for (auto at = m_text.find("    "); at != std::string::npos; at = m_text.find("\n    ", at)) {
            at = m_text[at] == '\n' ? at + 1 : at;
            m_text.replace(at, 4, "    - ");
        }
        m_text = std::move(before) + m_text;
    }
    bool ok() const { return true; }
    void fail() {}
    template <class... T> void operator()(T &...parts) { (part<std::remove_const_t<T>>(nextName(parts)), ...); }

private:
    struct Open {
        std::string path;
        std::vector<std::string> names;
        std::size_t next = 0;
    };
    static std::string_view wordAt(std::string_view text, std::size_t at)
    {
        auto end = at;
        while (end < text.size() && isWord(text[end])) ++end;
        return text.substr(at, end - at);
    }
    static bool isWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

    std::string nextName(const auto &)
    {
        auto &open = m_open.back();
        const auto at = open.next++;
        const auto name = at < open.names.size() ? open.names[at] : std::to_string(at + 1);
        return open.path.empty() ? name : open.path + "." + name;
    }
    template <class T> void inside(const std::string &path)
    {
        m_open.push_back({path, {}, 0});
        T value{};
        fields(*this, value);
        m_open.pop_back();
    }

    template <class T> struct Of {};
    template <class T> void part(const std::string &path) { part(path, Of<T>{}); }
    template <class T> void part(const std::string &path, Of<std::optional<T>>) { part<T>(path + "?"); }
    template <class T>
        requires(!std::same_as<T, std::uint8_t>)
    void part(const std::string &path, Of<std::vector<T>>)
    {
        part<T>(path + "[]");
    }
    template <class T> void part(const std::string &path, Of<std::set<T>>) { part<T>(path + "{}"); }
    template <std::size_t N> void part(const std::string &path, Of<std::array<std::uint8_t, N>>)
    {
        m_text += "    " + path + ": " + std::to_string(N) + " bytes\n";
    }
    template <class K, class V> void part(const std::string &path, Of<std::map<K, V>>)
    {
        part<K>(path + "{key}");
        part<V>(path + "{value}");
    }
    /// Each alternative by its number, in their order; what was first there keeps it.
    template <class... A> void part(const std::string &path, Of<std::variant<A...>>)
    {
        std::map<std::uint64_t, std::string> texts;
        std::size_t at = 0;
        const auto before = std::exchange(m_text, {});
        const auto one = [&]<class T>() {
            const auto number = Alternatives<std::variant<A...>>::numbers[at++];
            alternative<T>(path + "|" + std::to_string(number));
            texts[number] = std::exchange(m_text, {});
        };
        (one.template operator()<A>(), ...);
        m_text = before;
        for (const auto &[number, text] : texts) m_text += text;
    }
    template <class A> void alternative(const std::string &path)
    {
        m_text += "    " + path + ": alternative\n";
        if constexpr (!std::is_same_v<A, std::monostate>) inside<A>(path);
    }
    template <class T> void part(const std::string &path, Of<T>)
    {
        if constexpr (requires(LayoutText &a, T &t) { fields(a, t); })
            inside<T>(path);
        else
            m_text += "    " + path + ": " + encoding<T>() + "\n";
    }
    template <class T> static std::string encoding()
    {
        if constexpr (std::is_same_v<T, bool>)
            return "flag";
        else if constexpr (std::is_enum_v<T>)
            return "choice";
        else if constexpr (std::integral<T>)
            return "number";
        else if constexpr (std::is_same_v<T, Instant>)
            return "time";
        else if constexpr (std::is_same_v<T, Millis>)
            return "length";
        else if constexpr (std::is_same_v<T, Bytes>)
            return "bytes";
        else if constexpr (requires(T t) { t.bytes; })
            return "id";
        else
            return "text";
    }

    std::vector<Open> m_open;
    std::string m_text;
};

} // namespace keyward::test
