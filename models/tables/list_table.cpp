// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/tables/list_table.h"

#include <QCryptographicHash>

#include <algorithm>
#include <unordered_set>

namespace keyward::models {

ListTable::ListTable(std::vector<Column> columns, QObject *parent) : TableModel(parent), m_columns(std::move(columns))
{}

Cell ListTable::cell(int row, int column) const
{
    const auto &cells = this->row(row).cells;
    return static_cast<std::size_t>(column) < cells.size() ? cells[static_cast<std::size_t>(column)] : Cell{};
}

int ListTable::rowOf(const RecordId &id) const
{
    const auto found = std::ranges::find(m_rows, id, &ListRow::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void ListTable::setRows(std::vector<ListRow> rows)
{
    std::unordered_set<RecordId> wanted;
    for (auto &row : rows) // of one id there is one row; what comes under it again is a row of its own all the same
        while (!wanted.insert(row.id).second) row.id = rowIdOf(row.id.text());
    for (auto i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
        if (wanted.contains(idAt(i))) continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        auto &next = rows[static_cast<std::size_t>(i)];
        const auto there = rowOf(next.id);
        if (there < 0) {
            beginInsertRows({}, i, i);
            m_rows.insert(m_rows.begin() + i, std::move(next));
            endInsertRows();
            continue;
        }
        if (there != i) { // always from further down, as everything above stands already
            beginMoveRows({}, there, there, {}, i);
            std::rotate(m_rows.begin() + i, m_rows.begin() + there, m_rows.begin() + there + 1);
            endMoveRows();
        }
        auto &now = m_rows[static_cast<std::size_t>(i)];
        if (now == next) continue;
        now = std::move(next);
        Q_EMIT dataChanged(index(i, 0), index(i, columnCount() - 1));
    }
    Q_EMIT shown();
}

RecordId rowIdOf(std::string_view text)
{
    const auto hash =
        QCryptographicHash::hash({text.data(), static_cast<qsizetype>(text.size())}, QCryptographicHash::Sha256);
    RecordId id;
    std::memcpy(id.bytes.data(), hash.constData(), id.bytes.size());
    return id;
}

} // namespace keyward::models
