// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tables/table_model.h"

namespace keyward::models {

/// A row that a presenter worked out.
struct ListRow {
    RecordId id;
    std::vector<Cell> cells;
    std::optional<Target> target = {};
    QString button = {}; ///< a verb offered at the end of the row
    QString action = {}; ///< the action it stands for
    bool operator==(const ListRow &) const = default;
};

/// A short table given as a whole again and again; merged by id.
class ListTable final : public TableModel
{
    Q_OBJECT
public:
    explicit ListTable(std::vector<Column> columns, QObject *parent = nullptr);
    void setRows(std::vector<ListRow> rows);
    const ListRow &row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    const std::vector<Column> &columns() const override { return m_columns; }
    Cell cell(int row, int column) const override;
    RecordId idAt(int row) const override { return this->row(row).id; }
    std::optional<Target> targetAt(int row) const override { return this->row(row).target; }
    QString buttonAt(int row) const override { return this->row(row).button; }
    int rowOf(const RecordId &id) const override;

private:
    std::vector<Column> m_columns;
    std::vector<ListRow> m_rows;
};

RecordId rowIdOf(std::string_view text); ///< for rows that are known by a text: always the same for the same

} // namespace keyward::models
