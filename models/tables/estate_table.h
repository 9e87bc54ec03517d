// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tables/table_source.h"

namespace keyward::models {

/// A table over entities of the estate, at any size: filtering and sorting run beside the window, their result is taken
/// over at once; a new snapshot costs what changed. Cells are worked out when they are painted.
class EstateTable final : public TableModel
{
    Q_OBJECT
public:
    EstateTable(TableSourcePtr source, EstateFeed &feed, Background &background, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    const std::vector<Column> &columns() const override { return m_source->columns(); }
    Cell cell(int row, int column) const override;
    RecordId idAt(int row) const override { return entryAt(row).id; }
    std::optional<Target> targetAt(int row) const override { return m_source->target(idAt(row)); }
    int rowOf(const RecordId &id) const override { return rowOf(numberOf(id)); }
    bool holds(const RecordId &id) const override { return m_moment && m_source->holds(*m_moment->estate, id); }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    void setFilter(const QString &filter) override;
    bool filters() const override { return true; }
    bool known() const override { return m_index != nullptr; }
    std::size_t total() const override { return m_index ? m_index->order.size() : 0; }

private:
    using Number = std::uint32_t; ///< of an entry
    using Entry = SortedRow;
    using Words = std::vector<std::string>;
    /// The list's own row index. Entries stand where they were made; later ones are appended. Rows are numbers of
    /// entries, so that a row comes or goes, and all are sorted, by moving numbers. Shared with the thread that sorts
    /// or looks through it, and copied before it is changed while it is.
    struct Index {
        std::vector<Entry> entries;
        std::vector<Number> order; ///< every row, filtered or not
        std::shared_ptr<const Words>
            words; ///< what the filter looks in, by entry; made when the rows are shown already
    };
    using IndexPtr = std::shared_ptr<const Index>;
    struct Answer {
        IndexPtr index;
        std::vector<Number> rows; ///< those that match
        Moment moment;
        bool reordered = false; ///< the same rows in another order
    };
    struct Question {
        TableSourcePtr source;
        Moment moment;
        std::string filter;
        int column;
        Qt::SortOrder order;
        bool reordered;
        IndexPtr known;      ///< in this order already
        IndexPtr former;     ///< of the same moment, in another order
        bool turned = false; ///< … which is this one the other way round
    };
    static Answer answer(Question question);
    static IndexPtr sorted(const Question &question);
    static void sortOrder(Index &index, Qt::SortOrder order);
    static std::shared_ptr<const Words> wordsOf(const TableSource &source, const estate::Estate &estate,
                                                const Index &index);
    void follow(const Moment &before, const Moment &after);
    void takeOver(const std::vector<RecordId> &changed);
    void makeWords(std::shared_ptr<const Words> former = {});
    std::optional<Number> numberOf(const RecordId &id) const;
    int rowOf(std::optional<Number> number) const; ///< -1: not shown
    void ask();
    void show(Answer answer);
    void showReordered(IndexPtr index, std::vector<Number> rows);
    void showOthers(IndexPtr index, std::vector<Number> rows);
    Index &changeable();
    const Entry &entry(Number number) const { return m_index->entries[number]; }
    const Entry &entryAt(int row) const { return entry(m_rows[static_cast<std::size_t>(row)]); }
    bool comesBefore(const Entry &a, const Entry &b) const { return m_sortOrder == Qt::AscendingOrder ? a < b : b < a; }

    TableSourcePtr m_source;
    EstateFeed &m_feed;
    Background &m_background;
    Moment m_moment; ///< what the rows are of
    IndexPtr m_index;
    std::vector<Number> m_rows;
    std::string m_filter; ///< folded
    Tickets m_tickets;
    Tickets m_wordTickets;
    bool m_asked = false;
    int m_shownSort = -1;
    Qt::SortOrder m_shownOrder = Qt::AscendingOrder;
    std::string m_shownFilter;
};

} // namespace keyward::models
