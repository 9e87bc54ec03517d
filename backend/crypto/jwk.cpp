// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/jwk.h"

#include <algorithm>
#include <optional>

namespace keyward::crypto {
namespace {

/// Walks one JSON object without copying anything out of it.
class Scanner
{
public:
    explicit Scanner(std::string_view json) : m_rest(json) {}

    bool take(char c)
    {
        skipSpace();
        if (m_rest.empty() || m_rest.front() != c) return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// Without its quotes; nothing where it has escapes or does not end.
    std::optional<std::string_view> string()
    {
        if (!take('"')) return std::nullopt;
        const auto end = m_rest.find_first_of("\"\\");
        if (end == std::string_view::npos || m_rest[end] != '"') return std::nullopt;
        const auto out = m_rest.substr(0, end);
        m_rest.remove_prefix(end + 1);
        return out;
    }
    /// A value that is no string: up to the comma or brace that ends it. Strings inside are passed over whole.
    bool skipValue()
    {
        int depth = 0;
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            if (c == '"') {
                if (!skipString()) return false;
                continue;
            }
            if (depth == 0 && (c == ',' || c == '}')) return true;
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') --depth;
            m_rest.remove_prefix(1);
        }
        return false;
    }
    bool atString()
    {
        skipSpace();
        return !m_rest.empty() && m_rest.front() == '"';
    }
    bool atEnd()
    {
        skipSpace();
        return m_rest.empty();
    }

private:
    void skipSpace()
    {
        const auto first = m_rest.find_first_not_of(" \t\r\n");
        m_rest.remove_prefix(std::min(first, m_rest.size()));
    }
    bool skipString()
    {
        m_rest.remove_prefix(1);
        for (std::size_t i = 0; i < m_rest.size(); ++i) {
            if (m_rest[i] == '\\') ++i;
            else if (m_rest[i] == '"') {
                m_rest.remove_prefix(i + 1);
                return true;
            }
        }
        return false;
    }
    std::string_view m_rest;
};

int valueOf(char c)
{
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '-' ? 62 : c == '_' ? 63 : -1;
}

} // namespace

std::map<std::string_view, std::string_view> stringMembers(std::string_view json)
{
    Scanner in(json);
    std::map<std::string_view, std::string_view> out;
    if (!in.take('{') || in.take('}')) return {};
    do {
        const auto name = in.string();
        if (!name || !in.take(':')) return {};
        if (in.atString()) {
            const auto value = in.string();
            if (!value || !out.emplace(*name, *value).second) return {}; // also where a member comes twice
        } else if (!in.skipValue()) {
            return {};
        }
    } while (in.take(','));
    if (!in.take('}') || !in.atEnd()) return {};
    return out;
}

Result<SecretBytes> decodeBase64Url(std::string_view text)
{
    while (text.ends_with('=')) text.remove_suffix(1);
    const auto malformed = [] { return fail(Code::ImportMalformed, {}, {"a value is not base64url"}); };
    if (text.size() % 4 == 1) return malformed();
    KEYWARD_TRY(auto out, SecretBytes::ofSize(text.size() * 3 / 4));
    std::uint32_t bits = 0;
    std::size_t have = 0, at = 0;
    for (const char c : text) {
        const int value = valueOf(c);
        if (value < 0) return malformed();
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        have += 6;
        if (have < 8) continue;
        have -= 8;
        out.writable()[at++] = static_cast<std::uint8_t>(bits >> have);
    }
    if (have > 0 && (bits & ((1u << have) - 1)) != 0) return malformed();
    return out;
}

Result<SecretBytes> secretMember(const std::map<std::string_view, std::string_view> &members, std::string_view name)
{
    const auto found = members.find(name);
    if (found == members.end()) return fail(Code::ImportMalformed, {}, {"it has no member '" + std::string(name) + "'"});
    auto out = decodeBase64Url(found->second);
    if (out && out->empty()) return fail(Code::ImportMalformed, {}, {"its member '" + std::string(name) + "' is empty"});
    return out;
}

} // namespace keyward::crypto
