// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/sql_server/result_table.h"

#include "models/tables/table_text.h"
#include "models/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <numeric>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ResultTable)
};

using engine::SqlValue;

constexpr qsizetype shownInCell = 240;    ///< characters; more has no room in any window
constexpr qsizetype shownWhole = 100'000; ///< characters of one value that are read in the window
constexpr std::size_t blobShown = 4096;   ///< bytes

template <class... Of> struct Each : Of... {
    using Of::operator()...;
};

bool isNumber(const SqlValue &value)
{
    return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value);
}

QString hexOf(const Bytes &bytes, std::size_t most)
{
    const auto size = static_cast<qsizetype>(std::min(bytes.size(), most));
    const auto raw = QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), size);
    return QString::fromLatin1(raw.toHex());
}

/// As it is written in SQL, so that no digit is lost.
QString realText(double number) { return QString::number(number, 'g', QLocale::FloatingPointShortest); }

QString blobText(const Bytes &bytes) { return Words::tr("BLOB, %1", "a size").arg(bytesText(bytes.size())); }

/// On one line, and no longer than a cell can be.
QString inCell(const std::string &value)
{
    // Of a long text the rest need not even be decoded; a character that is cut goes with it.
    const auto bytes = std::min(value.size(), static_cast<std::size_t>(4 * (shownInCell + 1)));
    auto out = text(std::string_view(value).substr(0, bytes));
    const bool cut = out.size() > shownInCell || bytes < value.size();
    out.truncate(shownInCell);
    for (auto &c : out)
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = QLatin1Char(' ');
    return cut ? out + QChar(0x2026) : out;
}

} // namespace

ResultTable::ResultTable(std::shared_ptr<const engine::SqlRows> rows, QObject *parent)
    : TableModel(parent), m_rows(std::move(rows))
{
    for (std::size_t column = 0; column < m_rows->columns.size(); ++column) {
        const auto known = [column](const auto &row) { return !std::holds_alternative<std::monostate>(row[column]); };
        auto there = m_rows->rows | std::views::filter(known);
        const bool numbers =
            !there.empty() && std::ranges::all_of(there, [column](const auto &row) { return isNumber(row[column]); });
        // Each stays, however many there are: whoever asked for a column wants to see it.
        m_columns.push_back(
            {.title = inCell(m_rows->columns[column]), .width = numbers ? 96 : 150, .number = numbers, .keep = true});
    }
}

Cell ResultTable::cell(int row, int column) const
{
    return std::visit(
        Each{[](std::monostate) {
                 return Cell{.text = QStringLiteral("NULL"), .tooltip = Words::tr("No value"), .muted = true};
             },
             [](std::int64_t number) { return Cell{.text = QString::number(number)}; },
             [](double number) { return Cell{.text = realText(number)}; },
             [](const std::string &value) {
                 return Cell{.text = inCell(value), .tooltip = value.empty() ? Words::tr("An empty text") : QString()};
             },
             [](const Bytes &bytes) { return Cell{.text = blobText(bytes), .muted = true}; }},
        at(row, column));
}

QString ResultTable::whole(int row, int column) const
{
    return std::visit(Each{[](std::monostate) { return QStringLiteral("NULL"); },
                           [](std::int64_t number) { return QString::number(number); },
                           [](double number) { return realText(number); },
                           [](const std::string &value) { return text(value); },
                           [](const Bytes &bytes) { return hexOf(bytes, bytes.size()); }},
                      at(row, column));
}

ResultTable::Reading ResultTable::reading(int row, int column) const
{
    const auto &value = at(row, column);
    if (std::holds_alternative<std::monostate>(value)) return {{}, Words::tr("NULL: no value")};
    if (const auto *bytes = std::get_if<Bytes>(&value))
        return {hexOf(*bytes, blobShown), bytes->size() > blobShown
                                              ? Words::tr("%1 in hexadecimal; the first %2 are shown", "sizes")
                                                    .arg(blobText(*bytes), bytesText(blobShown))
                                              : Words::tr("%1 in hexadecimal", "a size").arg(blobText(*bytes))};
    auto all = whole(row, column);
    if (!std::holds_alternative<std::string>(value)) return {std::move(all), {}};
    const auto length = Words::tr("%Ln characters", nullptr, countOf(static_cast<std::uint64_t>(all.size())));
    if (all.size() <= shownWhole) return {std::move(all), length};
    all.truncate(shownWhole);
    return {std::move(all), Words::tr("%1; the first %2 are shown, copying takes all", "how many characters, a number")
                                .arg(length, number(shownWhole))};
}

RecordId ResultTable::idAt(int row) const
{
    RecordId out;
    for (std::size_t i = 0; i < sizeof row; ++i)
        out.bytes[i] = static_cast<std::uint8_t>(static_cast<unsigned>(row) >> (8 * i));
    return out;
}

int ResultTable::rowOf(const RecordId &id) const
{
    unsigned row = 0;
    for (std::size_t i = 0; i < sizeof row; ++i) row |= static_cast<unsigned>(id.bytes[i]) << (8 * i);
    return row < m_rows->rows.size() ? static_cast<int>(row) : -1;
}

QString ResultTable::tsv() const
{
    std::vector<int> all(m_rows->rows.size()), columns(m_columns.size());
    std::iota(all.begin(), all.end(), 0);
    std::iota(columns.begin(), columns.end(), 0);
    QStringList titles;
    for (const auto &name : m_rows->columns) titles += text(name).simplified();
    return titles.join(QLatin1Char('\t')) + QLatin1Char('\n') + plainText(*this, all, columns) + QLatin1Char('\n');
}

} // namespace keyward::models
