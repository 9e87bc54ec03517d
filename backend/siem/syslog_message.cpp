// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/siem/syslog_message.h"

#include "backend/base/paths.h"

namespace keyward::siem {
namespace {

using Result = engine::AuditEntry::Result;

constexpr unsigned facility = 13;
constexpr std::size_t longestMessage = 8192; ///< what receivers should take (RFC 5425, 4.3.1)
constexpr std::size_t longestValue = 1024;
constexpr std::size_t longestHost = 255, longestMessageId = 32;
constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view cut = "…";

unsigned severity(Result result)
{
    switch (result) {
    case Result::Success: return 6;
    case Result::Denied: return 4;
    case Result::Failed: return 3;
    }
    return 5;
}

/// One field of the header: printable ASCII without spaces, "-" where nothing is left.
std::string headerField(std::string_view text, std::size_t longest)
{
    std::string out;
    for (const char c : text)
        if (c > ' ' && c <= '~' && out.size() < longest) out += c;
    return out.empty() ? "-" : out;
}

/// Whole characters only.
std::string shortened(std::string text, std::size_t longest)
{
    if (text.size() <= longest) return text;
    std::size_t end = longest - cut.size();
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    text.resize(end);
    return text += cut;
}

class StructuredData
{
public:
    explicit StructuredData(std::string_view id) { (m_text = '[') += id; }
    void add(std::string_view name, std::string_view value)
    {
        if (value.empty()) return;
        ((m_text += ' ') += name) += "=\"";
        for (const char c : shortened(printable(value), longestValue)) {
            if (c == '"' || c == '\\' || c == ']') m_text += '\\';
            m_text += c;
        }
        m_text += '"';
    }
    std::string text() const { return m_text + ']'; }

private:
    std::string m_text;
};

std::string dataOf(const Outgoing &what, const Source &source)
{
    const auto &entry = what.entry;
    StructuredData data("keyward@32473");
    data.add("store", source.store);
    data.add("number", std::to_string(entry.sequence));
    if (entry.actor) data.add("actor", estate::kindText(*entry.actor));
    data.add("principal", entry.principal);
    if (entry.principalId) data.add("principalId", entry.principalId->id.text());
    data.add("address", entry.address);
    data.add("operation", entry.operation);
    data.add("subject", entry.subject);
    if (entry.subjectId) data.add("subjectId", entry.subjectId->id.text());
    if (entry.subjectId && entry.subjectId->version) data.add("subjectVersion", entry.subjectId->version->text());
    data.add("result", engine::resultText(entry.result));
    data.add("durationMicros", std::to_string(entry.durationMicros));
    data.add("correlation", entry.correlation.text());
    if (what.leaf) data.add("leaf", toHex(*what.leaf));
    if (what.hash) data.add("hash", toHex(*what.hash));
    return data.text();
}

std::string sentenceOf(const engine::AuditEntry &entry)
{
    const auto call = entry.operation + (entry.subject.empty() ? "" : " (" + entry.subject + ")");
    const auto why = entry.reason.empty() ? "" : ": " + entry.reason;
    switch (entry.result) {
    case Result::Success: return entry.principal + ": " + (entry.reason.empty() ? call : entry.reason);
    case Result::Denied: return entry.principal + " was denied " + call + why;
    case Result::Failed: return entry.principal + " failed at " + call + why;
    }
    return call;
}

} // namespace

std::string syslogMessage(const Outgoing &what, const Source &source)
{
    const auto &entry = what.entry;
    std::string out = "<" + std::to_string(facility * 8 + severity(entry.result)) + ">1 " + isoTextMillis(entry.time) +
                      " " + headerField(source.host, longestHost) + " keyward - " +
                      headerField(entry.operation, longestMessageId) + " " + dataOf(what, source) + " ";
    out += byteOrderMark;
    return out += shortened(printable(sentenceOf(entry)), longestMessage - out.size());
}

std::string framed(const std::string &message) { return std::to_string(message.size()) + " " + message; }

} // namespace keyward::siem
