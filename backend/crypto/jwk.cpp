// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/jwk.h"

#include <algorithm>
#include <optional>

namespace keyward::crypto {
namespace {

std::optional<unsigned> hexDigits(std::string_view text)
{
    unsigned out = 0;
    for (const char c : text) {
        const unsigned lower = static_cast<unsigned char>(c) | 0x20u;
        if (c >= '0' && c <= '9')
            out = out * 16 + unsigned(c - '0');
        else if (lower >= 'a' && lower <= 'f')
            out = out * 16 + lower - 'a' + 10;
        else
            return std::nullopt;
    }
    return out;
}

/// Walks a string's contents: bytes as they stand, escapes (RFC 8259, section 7) as the code units they mean.
class Contents
{
public:
    explicit Contents(std::string_view contents) : m_rest(contents) {}

    struct Unit {
        unsigned value;
        bool escaped; ///< a UTF-16 code unit; otherwise a byte
    };
    std::optional<Unit> next()
    {
        if (m_rest.empty()) return std::nullopt;
        const auto c = static_cast<unsigned char>(take());
        if (c < 0x20 || c == '"') return broken();
        if (c != '\\') return Unit{c, false};
        if (m_rest.empty()) return broken();
        const char kind = take();
        if (kind == 'u') return unicode();
        static constexpr std::string_view names = "\"\\/bfnrt", values = "\"\\/\b\f\n\r\t";
        const auto which = names.find(kind);
        if (which == std::string_view::npos) return broken();
        return Unit{static_cast<unsigned char>(values[which]), true};
    }
    bool whole() const { return !m_broken; }

private:
    char take()
    {
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        return c;
    }
    std::optional<Unit> unicode()
    {
        if (m_rest.size() < 4) return broken();
        const auto value = hexDigits(m_rest.substr(0, 4));
        if (!value) return broken();
        m_rest.remove_prefix(4);
        return Unit{*value, true};
    }
    std::nullopt_t broken()
    {
        m_broken = true;
        m_rest = {};
        return std::nullopt;
    }
    std::string_view m_rest;
    bool m_broken = false;
};

void appendUtf8(std::string &out, unsigned point)
{
    if (point < 0x80) {
        out += static_cast<char>(point);
        return;
    }
    const int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    static constexpr unsigned leads[] = {0, 0xc0, 0xe0, 0xf0};
    out += static_cast<char>(leads[more] | point >> (6 * more));
    for (int i = more - 1; i >= 0; --i) out += static_cast<char>(0x80 | (point >> (6 * i) & 0x3f));
}

/// Walks JSON without copying anything out of it.
class Scanner
{
public:
    explicit Scanner(std::string_view json) : m_rest(json) {}

    bool take(char c)
    {
        if (!at(c)) return false;
        m_rest.remove_prefix(1);
        return true;
    }
    bool at(char c)
    {
        skipSpace();
        return !m_rest.empty() && m_rest.front() == c;
    }
    bool atEnd()
    {
        skipSpace();
        return m_rest.empty();
    }
    /// Without its quotes; nothing where it does not end or has a broken escape.
    std::optional<std::string_view> string()
    {
        if (!take('"')) return std::nullopt;
        std::size_t end = 0;
        while (end < m_rest.size() && m_rest[end] != '"') end += m_rest[end] == '\\' ? 2u : 1u;
        if (end >= m_rest.size()) return std::nullopt;
        const auto out = m_rest.substr(0, end);
        Contents check(out);
        while (check.next()) {}
        if (!check.whole()) return std::nullopt;
        m_rest.remove_prefix(end + 1);
        return out;
    }
    /// A value that is no string: up to the comma or bracket that ends it.
    std::optional<std::string_view> value()
    {
        skipSpace();
        const auto whole = m_rest;
        int depth = 0;
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            if (c == '"') {
                if (!string()) return std::nullopt;
                continue;
            }
            const bool closes = c == '}' || c == ']';
            if (depth == 0 && (c == ',' || closes))
                return whole.size() == m_rest.size() ? std::nullopt
                                                     : std::optional(whole.substr(0, whole.size() - m_rest.size()));
            if (c == '{' || c == '[') ++depth;
            if (closes) --depth;
            m_rest.remove_prefix(1);
        }
        return std::nullopt;
    }

private:
    void skipSpace()
    {
        const auto first = m_rest.find_first_not_of(" \t\r\n");
        m_rest.remove_prefix(std::min(first, m_rest.size()));
    }
    std::string_view m_rest;
};

int valueOf(unsigned c)
{
    if (c >= 'A' && c <= 'Z') return int(c) - 'A';
    if (c >= 'a' && c <= 'z') return int(c) - 'a' + 26;
    if (c >= '0' && c <= '9') return int(c) - '0' + 52;
    return c == '-' ? 62 : c == '_' ? 63 : -1;
}

/// Hands every base64url digit to 'use'; false where there is anything else, or something after the padding.
template <class Use> bool eachDigit(std::string_view contents, Use use)
{
    Contents in(contents);
    bool padded = false;
    while (const auto unit = in.next()) {
        const int value = valueOf(unit->value);
        padded = padded || unit->value == '=';
        if (unit->value == '=') continue;
        if (padded || value < 0) return false;
        use(static_cast<std::uint32_t>(value));
    }
    return in.whole();
}

} // namespace

std::string JsonMembers::text(std::string_view name) const
{
    const auto found = strings.find(name);
    return found == strings.end() ? std::string() : resolved(found->second);
}

std::string_view JsonMembers::other(std::string_view name) const
{
    const auto found = others.find(name);
    return found == others.end() ? std::string_view() : found->second;
}

JsonMembers membersOf(std::string_view json)
{
    Scanner in(json);
    JsonMembers out;
    if (!in.take('{') || in.take('}')) return {};
    do {
        const auto raw = in.string();
        if (!raw || !in.take(':')) return {};
        const bool isString = in.at('"');
        const auto value = isString ? in.string() : in.value();
        auto name = resolved(*raw);
        if (!value || out.strings.contains(name) || out.others.contains(name)) return {};
        (isString ? out.strings : out.others).emplace(std::move(name), *value);
    } while (in.take(','));
    if (!in.take('}') || !in.atEnd()) return {};
    return out;
}

std::vector<std::string_view> objectsOf(std::string_view array)
{
    Scanner in(array);
    std::vector<std::string_view> out;
    if (!in.take('[')) return {};
    do {
        if (!in.at('{')) return {};
        const auto value = in.value();
        if (!value) return {};
        out.push_back(*value);
    } while (in.take(','));
    if (!in.take(']') || !in.atEnd()) return {};
    return out;
}

std::string resolved(std::string_view contents)
{
    Contents in(contents);
    std::string out;
    unsigned high = 0; // the first half of a surrogate pair
    while (const auto unit = in.next()) {
        const unsigned value = unit->value;
        if (unit->escaped && value >= 0xdc00 && value < 0xe000 && high) {
            appendUtf8(out, 0x10000 + ((high - 0xd800) << 10) + (value - 0xdc00));
            high = 0;
            continue;
        }
        if (high) appendUtf8(out, 0xfffd);
        high = unit->escaped && value >= 0xd800 && value < 0xdc00 ? value : 0;
        if (high) continue;
        if (!unit->escaped)
            out += static_cast<char>(value);
        else
            appendUtf8(out, value >= 0xdc00 && value < 0xe000 ? 0xfffd : value);
    }
    if (high) appendUtf8(out, 0xfffd);
    return out;
}

std::string quoted(std::string_view text)
{
    static constexpr char hex[] = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') out += '\\';
        if (byte < 0x20)
            (out += "\\u00") += {hex[byte >> 4], hex[byte & 15]};
        else
            out += c;
    }
    return out + '"';
}

Result<SecretBytes> decodeBase64Url(std::string_view contents)
{
    const auto malformed = [] { return fail(Code::ImportMalformed, {}, {"a value is not base64url"}); };
    std::size_t digits = 0;
    if (!eachDigit(contents, [&](std::uint32_t) { ++digits; }) || digits % 4 == 1) return malformed();
    KEYWARD_TRY(auto out, SecretBytes::ofSize(digits * 3 / 4));
    std::uint32_t bits = 0;
    std::size_t have = 0, at = 0;
    eachDigit(contents, [&](std::uint32_t value) {
        bits = bits << 6 | value;
        have += 6;
        if (have < 8) return;
        have -= 8;
        out.writable()[at++] = static_cast<std::uint8_t>(bits >> have);
    });
    if (have > 0 && (bits & ((1u << have) - 1)) != 0) return malformed();
    return out;
}

Result<SecretBytes> secretMember(const JsonMembers &members, std::string_view name)
{
    const auto found = members.strings.find(name);
    if (found == members.strings.end())
        return fail(Code::ImportMalformed, {}, {said("it has no member '{0}'", std::string(name))});
    auto out = decodeBase64Url(found->second);
    if (out && out->empty())
        return fail(Code::ImportMalformed, {}, {said("its member '{0}' is empty", std::string(name))});
    return out;
}

} // namespace keyward::crypto
