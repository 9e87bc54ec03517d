// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/tables/table_text.h"

#include "backend/base/csv.h"
#include "backend/base/new_file.h"
#include "models/text.h"

#include <QCoreApplication>

namespace keyward::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TableText)
};

std::string line(const std::vector<int> &columns, const std::function<QString(int)> &textOf)
{
    std::string out;
    for (const auto column : columns) out += (out.empty() ? "" : ",") + csvField(utf8(textOf(column)));
    return out + "\r\n";
}

} // namespace

namespace {

/// What would make more columns or rows of it stands there as a space.
QString onOneLine(QString text)
{
    for (auto &c : text)
        if (c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator)
            c = QLatin1Char(' ');
    return text;
}

} // namespace

QString plainText(const TableModel &table, const std::vector<int> &rows, const std::vector<int> &columns)
{
    QStringList lines;
    for (const auto row : rows) {
        QStringList cells;
        for (const auto column : columns) cells += onOneLine(table.whole(row, column));
        lines += cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

std::string csvText(const TableModel &table, const std::vector<int> &columns)
{
    auto out = line(columns, [&](int column) { return table.columns()[static_cast<std::size_t>(column)].title; });
    for (int row = 0; row < table.rowCount(); ++row)
        out += line(columns, [&](int column) { return table.whole(row, column); });
    return out;
}

void saveCsv(Workspace &workspace, const QString &file, const std::string &text)
{
    workspace.background().run(
        Background::Lane::Compute, &workspace,
        [text, path = pathOf(file)] { return writeNewFile(path, {bytesOf(text)}); },
        [&workspace, file](const Status &written) {
            if (written)
                workspace.tell(State::Working, Words::tr("The list was saved."), file, {}, file);
            else
                workspace.tell(written.error());
        });
}

} // namespace keyward::models
