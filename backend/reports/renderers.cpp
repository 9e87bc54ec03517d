// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/renderers.h"

#include "backend/base/csv.h"
#include "backend/base/names.h"

#include <QJsonDocument>

#include <functional>

namespace keyward::reports {
namespace {

constexpr std::string_view style = R"(
:root{color-scheme:light dark;--ink:#1d2430;--soft:#5b6675;--line:#d9dee6;--page:#fff;--accent:#2457c5}
@media(prefers-color-scheme:dark){:root{--ink:#e6eaf0;--soft:#9aa6b5;--line:#343c48;--page:#171b21;--accent:#7ea6ff}}
body{font:13px/1.5 Inter,system-ui,sans-serif;color:var(--ink);background:var(--page);margin:32px auto;
 max-width:1280px;padding:0 24px}
h1{font-size:20px}h2{font-size:14px;margin-top:32px}table{border-collapse:collapse;width:100%;
 font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--line);
 overflow-wrap:anywhere}
th{color:var(--soft);font-weight:500}.r{text-align:right}.m{font:12px/1.5 "JetBrains Mono",monospace;
 font-variant-ligatures:none}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px}dt{color:var(--soft)}dd{margin:0;
 overflow-wrap:anywhere}p{color:var(--soft)}
)";

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string cssClass(const Column &column) { return column.right ? " class=\"r\"" : column.mono ? " class=\"m\"" : ""; }

std::string htmlTable(const Section &section)
{
    if (section.rows.empty()) return "<p>" + escaped(section.note) + "</p>\n";
    std::string out = "<table><thead><tr>";
    for (const auto &column : section.columns)
        out += "<th" + std::string(column.right ? " class=\"r\"" : "") + ">" + escaped(column.title) + "</th>";
    out += "</tr></thead><tbody>\n";
    for (const auto &row : section.rows) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            out += "<td" + cssClass(section.columns[i]) + ">" + escaped(row[i]) + "</td>";
        out += "</tr>\n";
    }
    return out + "</tbody></table>\n";
}

Bytes bytesFrom(const std::string &text) { return Bytes(text.begin(), text.end()); }

} // namespace

Result<Format> formatFrom(std::string_view text)
{
    const auto name = folded(text);
    if (name == "pdf") return Format::Pdf;
    if (name == "html") return Format::Html;
    if (name == "csv") return Format::Csv;
    if (name == "json") return Format::Json;
    return fail(Code::ValueInvalid, std::string(text), {"report format", "pdf, html, csv or json"});
}

Bytes renderHtml(const Report &report)
{
    std::string out = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" +
                      escaped(report.title) + "</title><style>" + std::string(style) + "</style></head><body>\n";
    out += "<h1>" + escaped(report.title) + "</h1>\n<dl>";
    for (const auto &[name, value] : report.facts)
        out += "<dt>" + escaped(name) + "</dt><dd>" + escaped(value) + "</dd>";
    out += "</dl>\n";
    for (const auto &section : report.sections)
        out += "<h2 id=\"" + section.id + "\">" + escaped(section.title) + "</h2>\n" + htmlTable(section);
    return bytesFrom(out + "</body></html>\n");
}

Bytes renderCsv(const Report &report)
{
    std::string out;
    const auto line = [&](std::string_view section, const auto &fields, auto textOfField) {
        out += csvField(section);
        for (const auto &field : fields) out += "," + csvField(textOfField(field));
        out += "\r\n";
    };
    for (const auto &[name, value] : report.facts)
        line("report", std::vector<std::string>{name, value}, std::identity{});
    for (const auto &section : report.sections) {
        line(section.id, section.columns, [](const Column &column) { return column.title; });
        for (const auto &row : section.rows) line(section.id, row, std::identity{});
    }
    return bytesFrom(out);
}

Bytes renderJson(const Report &report)
{
    const auto json = QJsonDocument(report.json).toJson(QJsonDocument::Indented);
    return Bytes(json.begin(), json.end());
}

} // namespace keyward::reports
