// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/output.h"

#include "backend/reports/views.h"

#include <QJsonDocument>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace keyward::ctl {
namespace {

/// Columns on a terminal: characters, not bytes.
std::size_t width(const std::string &text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string forPeople(const Error &error)
{
    const auto advice = remedy(error);
    return "keywardctl: " + message(error) + "\n" + (advice.empty() ? "" : "  " + advice + "\n");
}

} // namespace

/// To standard error; where even that is full there is nobody left to tell.
void Output::tell(const std::string &text) const { std::fwrite(text.data(), 1, text.size(), m_err); }

void Output::put(const std::string &text)
{
    const bool written = std::fwrite(text.data(), 1, text.size(), m_out) == text.size();
    if (!written && m_failure == 0) m_failure = errno;
}

void Output::text(const std::string &text) { put(text); }

void Output::line(const std::string &text)
{
    if (!m_json) put(text + "\n");
}

void Output::field(const std::string &name, const std::string &value)
{
    constexpr std::size_t indent = 22;
    line(name + std::string(width(name) < indent ? indent - width(name) : 1, ' ') + value);
}

void Output::table(const std::vector<std::string> &titles, const std::vector<std::vector<std::string>> &rows,
                   const std::string &whenEmpty)
{
    if (m_json) return;
    if (rows.empty()) return line(whenEmpty);
    std::vector<std::size_t> widths;
    for (const auto &title : titles) widths.push_back(width(title));
    for (const auto &row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    const auto print = [&](const std::vector<std::string> &cells) {
        std::string out;
        for (std::size_t i = 0; i < cells.size(); ++i)
            out += cells[i] + (i + 1 < cells.size() ? std::string(widths[i] - width(cells[i]) + 2, ' ') : "");
        line(out);
    };
    print(titles);
    for (const auto &row : rows) print(row);
}

void Output::document(const QJsonValue &value)
{
    if (!m_json) return;
    const auto document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    put(document.toJson(QJsonDocument::Indented).toStdString());
    (void)flush(); // remembered for the end
}

void Output::note(const std::string &text)
{
    if (!m_json) tell(text + "\n");
}

void Output::trouble(const Error &error)
{
    if (!m_json) tell(forPeople(error));
}

int Output::error(const Error &error)
{
    if (m_progressShown) tell("\n");
    const QJsonObject json{{QLatin1String("error"), reports::view(error)}};
    tell(m_json ? QJsonDocument(json).toJson(QJsonDocument::Indented).toStdString() : forPeople(error));
    return static_cast<int>(category(error.code));
}

Status Output::flush()
{
    if (std::fflush(m_out) != 0 && m_failure == 0) m_failure = errno;
    if (m_failure == 0) return {};
    Error error{
        Code::Io, "standard output", {std::string("the result could not be written: ") + std::strerror(m_failure)}, {}};
    error.remedy = "What the command did stands. Make room, or name another place, and ask for the result again.";
    return std::unexpected(std::move(error));
}

int Output::finish(const Status &status)
{
    const auto arrived = flush();
    if (!status) return error(status.error());
    if (m_failure == EPIPE) return endedByReader;
    return arrived ? 0 : error(arrived.error());
}

void Output::progress(const std::string &text)
{
    if (m_json || !::isatty(::fileno(m_err))) return;
    tell("\r\x1b[K" + text);
    m_progressShown = !text.empty();
}

std::string humanBytes(std::uint64_t bytes)
{
    constexpr const char *units[] = {"bytes", "KiB", "MiB", "GiB", "TiB"};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 1024 && unit + 1 < std::size(units); ++unit) value /= 1024;
    char text[40];
    std::snprintf(text, sizeof text, unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
    return text;
}

} // namespace keyward::ctl
