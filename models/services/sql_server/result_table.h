// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tables/table_model.h"

#include "backend/engine/api/services/sql_server.h"

namespace keyward::models {

/// What a query found. Never changes: the next query gets a table of its own. Cells are worked out when they are
/// painted; of what is long they say the beginning.
class ResultTable final : public TableModel
{
    Q_OBJECT
public:
    explicit ResultTable(std::shared_ptr<const engine::SqlRows> rows, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows->rows.size());
    }
    const std::vector<Column> &columns() const override { return m_columns; }
    Cell cell(int row, int column) const override;
    QString whole(int row, int column) const override; ///< of a BLOB its bytes, in hexadecimal
    RecordId idAt(int row) const override;
    std::optional<Target> targetAt(int) const override { return std::nullopt; }
    int rowOf(const RecordId &id) const override;

    /// A cell as it is read: whole, unless it is too long to be shown at all; and what is to be said of it.
    struct Reading {
        QString text;
        QString note; ///< 12,345 characters; the first 100,000 are shown
    };
    Reading reading(int row, int column) const;
    QString tsv() const; ///< all rows under the names of their columns, for a spreadsheet

private:
    const engine::SqlValue &at(int row, int column) const
    {
        return m_rows->rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    }

    std::shared_ptr<const engine::SqlRows> m_rows;
    std::vector<Column> m_columns;
};

} // namespace keyward::models
