// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Syslog as RFC 5424 has it, read by its grammar (section 6) and nothing more: what another program would understand.
namespace keyward::test {

struct SyslogElement {
    std::string id;
    std::vector<std::pair<std::string, std::string>> parameters;
    std::string value(std::string_view name) const
    {
        for (const auto &[key, text] : parameters)
            if (key == name) return text;
        return {};
    }
};

struct Syslog {
    unsigned facility = 0, severity = 0;
    std::string time, host, application, process, id;
    std::vector<SyslogElement> data;
    std::string text;
};

inline bool isUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toUtf8() ==
           QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

class SyslogParser
{
public:
    explicit SyslogParser(std::string_view in) : m_in(in) {}

    std::optional<Syslog> parse()
    {
        Syslog out;
        if (!literal("<")) return {};
        const auto priority = digits(1, 3);
        if (!priority || (priority->size() > 1 && priority->front() == '0') || std::stoul(*priority) > 191) return {};
        out.facility = static_cast<unsigned>(std::stoul(*priority) / 8);
        out.severity = static_cast<unsigned>(std::stoul(*priority) % 8);
        if (!literal(">1 ")) return {};
        const auto begin = m_at;
        if (!literal("-") && !timestamp()) return {};
        out.time = m_in.substr(begin, m_at - begin);
        if (!field(out.host, 255) || !field(out.application, 48) || !field(out.process, 128) || !field(out.id, 32))
            return {};
        if (!literal(" ") || (!literal("-") && !elements(out.data))) return {};
        if (m_at == m_in.size()) return out;
        if (!literal(" ")) return {};
        const auto rest = m_in.substr(m_at);
        if (!rest.starts_with("\xef\xbb\xbf") || !isUtf8(rest.substr(3))) return {}; // Qt drops a mark itself
        out.text = rest.substr(3);
        return out;
    }

private:
    bool literal(std::string_view text)
    {
        if (!m_in.substr(m_at).starts_with(text)) return false;
        m_at += text.size();
        return true;
    }
    std::optional<std::string> digits(std::size_t least, std::size_t most)
    {
        std::string out;
        while (m_at < m_in.size() && m_in[m_at] >= '0' && m_in[m_at] <= '9' && out.size() < most) out += m_in[m_at++];
        return out.size() >= least ? std::optional(out) : std::nullopt;
    }
    bool within(std::size_t count, unsigned least, unsigned most)
    {
        const auto text = digits(count, count);
        return text && std::stoul(*text) >= least && std::stoul(*text) <= most;
    }
    bool timestamp()
    {
        const bool whole = within(4, 0, 9999) && literal("-") && within(2, 1, 12) && literal("-") && within(2, 1, 31) &&
                           literal("T") && within(2, 0, 23) && literal(":") && within(2, 0, 59) && literal(":") &&
                           within(2, 0, 59);
        if (!whole || (literal(".") && !digits(1, 6))) return false;
        return literal("Z") || ((literal("+") || literal("-")) && within(2, 0, 23) && literal(":") && within(2, 0, 59));
    }
    bool field(std::string &out, std::size_t most)
    {
        if (!literal(" ")) return false;
        while (m_at < m_in.size() && m_in[m_at] >= 33 && m_in[m_at] <= 126) out += m_in[m_at++];
        return !out.empty() && out.size() <= most;
    }
    bool name(std::string &out)
    {
        while (m_at < m_in.size() && m_in[m_at] >= 33 && m_in[m_at] <= 126 && m_in[m_at] != '=' && m_in[m_at] != ']' &&
               m_in[m_at] != '"')
            out += m_in[m_at++];
        return !out.empty() && out.size() <= 32;
    }
    bool value(std::string &out)
    {
        for (; m_at < m_in.size() && m_in[m_at] != '"'; ++m_at) {
            if (m_in[m_at] == ']') return false; // it has to be escaped
            if (m_in[m_at] == '\\' && (++m_at == m_in.size() || !std::string_view("\"\\]").contains(m_in[m_at])))
                return false;
            out += m_in[m_at];
        }
        return literal("\"") && isUtf8(out);
    }
    bool elements(std::vector<SyslogElement> &out)
    {
        std::set<std::string> ids;
        while (literal("[")) {
            SyslogElement element;
            if (!name(element.id) || !ids.insert(element.id).second) return false;
            while (literal(" ")) {
                auto &[key, text] = element.parameters.emplace_back();
                if (!name(key) || !literal("=\"") || !value(text)) return false;
            }
            if (!literal("]")) return false;
            out.push_back(std::move(element));
        }
        return !out.empty();
    }

    std::string_view m_in;
    std::size_t m_at = 0;
};

inline std::optional<Syslog> syslogFrom(std::string_view message) { return SyslogParser(message).parse(); }

/// The whole messages of a stream (RFC 6587, 3.4.1); what is torn at its end is none.
inline QList<QByteArray> messagesIn(const QByteArray &stream)
{
    QList<QByteArray> out;
    for (qsizetype at = 0;;) {
        const auto space = stream.indexOf(' ', at);
        const auto size = space < 0 ? 0 : stream.sliced(at, space - at).toLongLong();
        if (size <= 0 || space + 1 + size > stream.size()) return out;
        out.append(stream.sliced(space + 1, size));
        at = space + 1 + size;
    }
}

} // namespace keyward::test
