// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/estate_feed.h"
#include "models/tables/list_table.h"

#include <map>

namespace keyward::models {

/// A row and what it is found by besides its cells.
struct ComputedRow {
    ListRow row;
    QString kind = {};       ///< one of those that the table can be narrowed to
    std::string words = {};  ///< further words for the filter
    std::int64_t number = 0; ///< by which columns of numbers compare
    /// Of columns that compare by a number of their own, such as a moment.
    std::map<int, std::int64_t> order = {};
};

/// A table that has no entity per row: worked out as a whole beside the window at each snapshot, then sorted and
/// filtered like any other.
class ComputedTable final : public TableModel
{
    Q_OBJECT
public:
    using Work = std::function<std::vector<ComputedRow>(const engine::Published &)>; ///< called on any thread
    ComputedTable(std::vector<Column> columns, Work work, EstateFeed &feed, Background &background,
                  QObject *parent = nullptr);

    void setKinds(std::vector<Kind> kinds) { m_kinds = std::move(kinds); }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    const std::vector<Column> &columns() const override { return m_columns; }
    Cell cell(int row, int column) const override;
    RecordId idAt(int row) const override { return at(row).row.id; }
    std::optional<Target> targetAt(int row) const override { return at(row).row.target; }
    int rowOf(const RecordId &id) const override;
    bool holds(const RecordId &id) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    void setFilter(const QString &filter) override;
    std::vector<Kind> kinds() const override { return m_kinds; }
    void setKind(const QString &kind) override;
    bool filters() const override { return true; }
    bool known() const override { return m_known; }
    std::size_t total() const override { return m_all ? m_all->size() : 0; }
    void renew(); ///< what it is worked out from changed without the estate

private:
    struct Made {
        ComputedRow what;
        std::vector<std::string> keys; ///< folded, by column
        std::string words;             ///< folded
    };
    using All = std::shared_ptr<const std::vector<Made>>;
    using Rows = std::vector<std::uint32_t>;
    struct Answer {
        All all;
        Rows rows;
    };
    static All made(const Work &work, const engine::Published &moment, std::size_t columns);
    static Rows chosen(const std::vector<Made> &all, const std::string &filter, const QString &kind, int column,
                       bool number, Qt::SortOrder order);
    const ComputedRow &at(int row) const { return (*m_all)[m_rows[static_cast<std::size_t>(row)]].what; }
    void ask();
    void show(Answer answer);

    std::vector<Column> m_columns;
    Work m_work;
    EstateFeed &m_feed;
    Background &m_background;
    std::vector<Kind> m_kinds;
    All m_all;
    Rows m_rows;
    std::string m_filter;
    QString m_kind;
    bool m_known = false;
    bool m_stale = true; ///< what there is was not worked out since the estate moved
    Tickets m_tickets;
};

} // namespace keyward::models
