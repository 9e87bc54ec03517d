// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/tables/computed_table.h"

#include "backend/base/display_name.h"
#include "models/text.h"

#include <algorithm>
#include <numeric>

namespace keyward::models {

ComputedTable::ComputedTable(std::vector<Column> columns, Work work, EstateFeed &feed, Background &background,
                             QObject *parent)
    : TableModel(parent), m_columns(std::move(columns)), m_work(std::move(work)), m_feed(feed), m_background(background)
{
    m_sortColumn = 0;
    connect(&feed, &EstateFeed::moved, this, &ComputedTable::renew);
    ask();
}

void ComputedTable::renew()
{
    m_stale = true;
    ask();
}

Cell ComputedTable::cell(int row, int column) const
{
    const auto &cells = at(row).row.cells;
    return static_cast<std::size_t>(column) < cells.size() ? cells[static_cast<std::size_t>(column)] : Cell{};
}

int ComputedTable::rowOf(const RecordId &id) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if ((*m_all)[m_rows[i]].what.row.id == id) return static_cast<int>(i);
    return -1;
}

bool ComputedTable::holds(const RecordId &id) const
{
    return m_all && std::ranges::any_of(*m_all, [&](const Made &made) { return made.what.row.id == id; });
}

void ComputedTable::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder) return;
    m_sortColumn = column;
    m_sortOrder = order;
    ask();
}

void ComputedTable::setFilter(const QString &filter)
{
    m_filter = foldedBeyondAscii(utf8(filter.trimmed()));
    ask();
}

void ComputedTable::setKind(const QString &kind)
{
    m_kind = kind;
    ask();
}

ComputedTable::All ComputedTable::made(const Work &work, const engine::Published &moment, std::size_t columns)
{
    auto out = std::make_shared<std::vector<Made>>();
    for (auto &row : work(moment)) {
        Made one{std::move(row), {}, {}};
        one.words = foldedBeyondAscii(one.what.words);
        for (std::size_t i = 0; i < columns; ++i) {
            one.keys.push_back(i < one.what.row.cells.size() ? foldedBeyondAscii(utf8(one.what.row.cells[i].text))
                                                             : std::string());
            one.words += '\n' + one.keys.back();
        }
        out->push_back(std::move(one));
    }
    return out;
}

ComputedTable::Rows ComputedTable::chosen(const std::vector<Made> &all, const std::string &filter, const QString &kind,
                                          int column, bool number, Qt::SortOrder order)
{
    Rows rows;
    for (std::uint32_t i = 0; i < all.size(); ++i)
        if ((kind.isEmpty() || all[i].what.kind == kind) && (filter.empty() || all[i].words.contains(filter)))
            rows.push_back(i);
    const auto by = static_cast<std::size_t>(std::max(0, column));
    std::ranges::stable_sort(rows, [&](std::uint32_t a, std::uint32_t b) {
        const auto &left = order == Qt::AscendingOrder ? all[a] : all[b];
        const auto &right = order == Qt::AscendingOrder ? all[b] : all[a];
        if (const auto own = left.what.order.find(column); own != left.what.order.end())
            return own->second < right.what.order.at(column);
        return number ? left.what.number < right.what.number : left.keys[by] < right.keys[by];
    });
    return rows;
}

void ComputedTable::ask()
{
    if (!m_feed.ready()) return;
    const auto ticket = m_tickets.next();
    const bool number = m_sortColumn >= 0 && m_columns[static_cast<std::size_t>(m_sortColumn)].number;
    m_background.run(
        Background::Lane::Compute, this,
        [work = m_work, moment = m_feed.moment(), known = m_stale ? All() : m_all, filter = m_filter, kind = m_kind,
         column = m_sortColumn, number, order = m_sortOrder, columns = m_columns.size()] {
            auto all = known ? known : made(work, *moment, columns);
            auto rows = chosen(*all, filter, kind, column, number, order);
            return Answer{std::move(all), std::move(rows)};
        },
        [this, ticket](Answer answer) {
            if (ticket == m_tickets.current()) show(std::move(answer));
        });
}

void ComputedTable::show(Answer answer)
{
    m_known = true;
    m_stale = false;
    const bool sameRows = m_all && answer.rows.size() == m_rows.size() && [&] {
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            if ((*answer.all)[answer.rows[i]].what.row.id != (*m_all)[m_rows[i]].what.row.id) return false;
        return true;
    }();
    if (sameRows) {
        m_all = std::move(answer.all);
        m_rows = std::move(answer.rows);
        if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        Q_EMIT shown();
        return;
    }
    if (!m_rows.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_rows.clear();
        endRemoveRows();
    }
    m_all = std::move(answer.all);
    if (!answer.rows.empty()) {
        beginInsertRows({}, 0, static_cast<int>(answer.rows.size()) - 1);
        m_rows = std::move(answer.rows);
        endInsertRows();
    }
    Q_EMIT shown();
}

} // namespace keyward::models
