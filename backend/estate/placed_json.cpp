// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/placed_json.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <ranges>

namespace keyward::estate {
namespace {

constexpr unsigned deepest = 32;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Length of the character that begins the text; 0 where it is no UTF-8 (RFC 3629).
std::size_t characterAt(std::string_view text)
{
    const auto byte = [&](std::size_t i) -> unsigned { return static_cast<unsigned char>(text[i]); };
    const auto first = byte(0);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0U) != 0x80) return 0;
    const bool overlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
    const bool beyond = (first == 0xED && byte(1) > 0x9F) || (first == 0xF4 && byte(1) > 0x8F);
    return overlong || beyond ? 0 : length;
}

void append(std::string &out, char32_t c)
{
    const auto put = [&](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (c < 0x80) return put(c);
    if (c < 0x800) {
        put(0xC0 | (c >> 6U));
    } else {
        if (c < 0x10000) {
            put(0xE0 | (c >> 12U));
        } else {
            put(0xF0 | (c >> 18U));
            put(0x80 | ((c >> 12U) & 0x3FU));
        }
        put(0x80 | ((c >> 6U) & 0x3FU));
    }
    put(0x80 | (c & 0x3FU));
}

class Reader
{
public:
    explicit Reader(std::string_view text) : m_left(text) {}

    std::expected<PlacedJson, FileFault> file()
    {
        auto value = this->value(0);
        if (value) {
            space();
            if (!m_left.empty() && !m_fault) fault(said("nothing more is expected here"));
        }
        if (m_fault) return std::unexpected(*m_fault);
        return *std::move(value);
    }

private:
    using Maybe = std::optional<PlacedJson>;

    std::nullopt_t fault(Sentence what)
    {
        if (!m_fault) m_fault = FileFault{.at = m_at, .what = std::move(what)};
        return std::nullopt;
    }
    char next() const { return m_left.empty() ? '\0' : m_left.front(); }
    void step()
    {
        if (next() == '\n')
            m_at = {.line = m_at.line + 1, .column = 1};
        else
            ++m_at.column;
        m_left.remove_prefix(1);
    }
    bool take(char wanted)
    {
        if (m_left.empty() || next() != wanted) return false;
        step();
        return true;
    }
    void space()
    {
        while (!m_left.empty() && std::string_view(" \t\r\n").contains(next())) step();
    }

    Maybe value(unsigned depth)
    {
        space();
        if (m_left.empty()) return fault(said("the file ends where a value is expected"));
        if (depth > deepest) return fault(said("more levels than {0}", deepest));
        PlacedJson out;
        out.at = m_at;
        const char c = next();
        if (c == '{') return object(std::move(out), depth);
        if (c == '[') return list(std::move(out), depth);
        if (c == '"') {
            auto text = this->text();
            if (!text) return std::nullopt;
            out.kind = PlacedJson::Kind::Text;
            out.text = std::move(*text);
            return out;
        }
        if (c == '-' || isDigit(c)) return number(std::move(out));
        return word(std::move(out));
    }

    Maybe word(PlacedJson out)
    {
        for (const std::string_view known : {"true", "false", "null"}) {
            if (!m_left.starts_with(known)) continue;
            out.kind = known == "null" ? PlacedJson::Kind::Null : PlacedJson::Kind::Flag;
            out.flag = known == "true";
            for (std::size_t i = 0; i < known.size(); ++i) step();
            return out;
        }
        return fault(said("a value is expected here"));
    }

    Maybe number(PlacedJson out)
    {
        const auto digits = [&] {
            if (!isDigit(next())) return false;
            while (isDigit(next())) keep(out);
            return true;
        };
        if (next() == '-') keep(out);
        bool whole = true;
        if (next() == '0')
            keep(out); // and no digit after it
        else
            whole = digits();
        if (whole && next() == '.') {
            keep(out);
            whole = digits();
        }
        if (whole && (next() == 'e' || next() == 'E')) {
            keep(out);
            if (next() == '+' || next() == '-') keep(out);
            whole = digits();
        }
        if (!whole || isDigit(next())) return fault(said("this is no number"));
        out.kind = PlacedJson::Kind::Number;
        return out;
    }
    void keep(PlacedJson &out)
    {
        out.text += next();
        step();
    }

    Maybe list(PlacedJson out, unsigned depth)
    {
        out.kind = PlacedJson::Kind::List;
        step();
        space();
        if (take(']')) return out;
        for (;;) {
            auto item = value(depth + 1);
            if (!item) return std::nullopt;
            out.items.push_back(std::move(*item));
            space();
            if (take(']')) return out;
            if (!take(',')) return fault(said("',' or ']' is expected here"));
        }
    }

    Maybe object(PlacedJson out, unsigned depth)
    {
        out.kind = PlacedJson::Kind::Object;
        step();
        space();
        if (take('}')) return out;
        for (;;) {
            space();
            const auto at = m_at;
            if (next() != '"') return fault(said("a name in quotes is expected here"));
            auto name = text();
            if (!name) return std::nullopt;
            if (out.find(*name)) {
                m_at = at;
                return fault(said("'{0}' stands twice", *name));
            }
            space();
            if (!take(':')) return fault(said("':' is expected here"));
            auto inner = value(depth + 1);
            if (!inner) return std::nullopt;
            out.members.push_back({.name = std::move(*name), .at = at, .value = std::move(*inner)});
            space();
            if (take('}')) return out;
            if (!take(',')) return fault(said("',' or '}' is expected here"));
        }
    }

    std::optional<std::string> text()
    {
        step();
        std::string out;
        for (;;) {
            if (m_left.empty() || next() == '\n') return fault(said("a text without its closing quote")), std::nullopt;
            if (take('"')) return out;
            if (static_cast<unsigned char>(next()) < 0x20)
                return fault(said("a control character in a text")), std::nullopt;
            if (next() == '\\') {
                if (!escape(out)) return std::nullopt;
                continue;
            }
            const auto length = characterAt(m_left);
            if (length == 0) return fault(said("this is not UTF-8")), std::nullopt;
            out += m_left.substr(0, length);
            m_left.remove_prefix(length);
            ++m_at.column;
        }
    }

    bool escape(std::string &out)
    {
        step();
        constexpr std::string_view marks = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
        if (const auto known = marks.find(next()); known != std::string_view::npos && !m_left.empty()) {
            out += meant[known];
            step();
            return true;
        }
        if (!take('u')) return fault(said("an escape that there is not")), false;
        auto unit = fourDigits();
        if (!unit) return false;
        if (*unit >= 0xDC00 && *unit <= 0xDFFF) return fault(said("half a character")), false;
        if (*unit >= 0xD800 && *unit <= 0xDBFF) {
            if (!take('\\') || !take('u')) return fault(said("half a character")), false;
            const auto low = fourDigits();
            if (!low) return false;
            if (*low < 0xDC00 || *low > 0xDFFF) return fault(said("half a character")), false;
            unit = 0x10000 + ((*unit - 0xD800) << 10U) + (*low - 0xDC00);
        }
        if (*unit == 0) return fault(said("a control character in a text")), false;
        append(out, *unit);
        return true;
    }

    std::optional<char32_t> fourDigits()
    {
        unsigned number = 0;
        const auto digits = m_left.substr(0, 4);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
        if (digits.size() != 4 || error != std::errc{} || end != digits.data() + 4)
            return fault(said("four hexadecimal digits are expected here")), std::nullopt;
        for (int i = 0; i < 4; ++i) step();
        return number;
    }

    std::string_view m_left;
    Place m_at;
    std::optional<FileFault> m_fault;
};

} // namespace

Sentence sentence(const FileFault &fault)
{
    return said("line {0}, column {1}: {2}", fault.at.line, fault.at.column, fault.what);
}

Sentence sentence(const std::vector<FileFault> &faults)
{
    constexpr std::size_t most = 20;
    Sentence out;
    for (const auto &one : faults | std::views::take(most))
        out = out.empty() ? sentence(one) : said("{0}; {1}", std::move(out), sentence(one));
    return faults.size() > most ? said("{0}; and {1} more", std::move(out), faults.size() - most) : out;
}

const PlacedJson *PlacedJson::find(std::string_view name) const
{
    const auto found = std::ranges::find(members, name, &Member::name);
    return found == members.end() ? nullptr : &found->value;
}

std::expected<PlacedJson, FileFault> placedJson(ByteView file) { return Reader(textOf(file)).file(); }

} // namespace keyward::estate
