// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tables/source_support.h"

#include <thread>

/// Tables of entities, declared: each column with its title, cell and order in one place. Everything else that a table
/// needs (which rows there are, which changed, what the filter finds) follows from the kind of entity.
namespace keyward::models {

template <class T> struct DeclaredColumn {
    Column head;
    std::function<Cell(const engine::Published &, const T &)> cell;
    /// How rows compare by it. Of equal numbers the texts decide: the name of the thing.
    std::function<SortKey(const engine::Published &, const T &)> order;
};

template <class T> struct TableOf {
    std::vector<DeclaredColumn<T>> columns;
    std::function<std::string(const Estate &, const T &)> words; ///< what the filter looks in
    std::function<bool(const T &)> shows = {};                   ///< none: all of the kind
    /// Those that may be shown, where an index knows them; none: all of the kind.
    std::function<void(const Estate &, const std::function<void(const IdOf<T> &)> &)> among = {};
    /// Rows that change because something else did.
    std::function<void(const engine::Published &, const engine::Published &, std::set<RecordId> &)> alsoChanged = {};
    std::function<Target(const IdOf<T> &)> target;
    int sortedBy = 0;
    Qt::SortOrder sorted = Qt::AscendingOrder;
};

template <class T> class DeclaredTable final : public TableSource
{
public:
    explicit DeclaredTable(TableOf<T> table) : m_table(std::move(table))
    {
        for (const auto &column : m_table.columns) m_heads.push_back(column.head);
    }
    const std::vector<Column> &columns() const override { return m_heads; }
    int initialSort() const override { return m_table.sortedBy; }
    Qt::SortOrder initialOrder() const override { return m_table.sorted; }

    std::vector<SortedRow> rows(const engine::Published &moment, int column) const override
    {
        std::vector<const T *> entities;
        const auto add = [&](const T *entity) {
            if (shown(entity)) entities.push_back(entity);
        };
        if (m_table.among)
            m_table.among(*moment.estate, [&](const IdOf<T> &id) { add(moment.estate->template find<T>(id)); });
        else
            for (const auto &[id, entity] : moment.estate->template all<T>()) add(entity.get());
        std::vector<SortedRow> out;
        constexpr std::size_t toCome = 256; // are added without moving all
        out.reserve(entities.size() + toCome);
        out.resize(entities.size());
        const auto fill = [&](std::size_t from, std::size_t to) {
            for (auto i = from; i < to; ++i) out[i] = {at(column).order(moment, *entities[i]), raw(entities[i]->id)};
        };
        const auto middle = entities.size() / 2;
        const std::jthread other([&] { fill(middle, entities.size()); });
        fill(0, middle);
        return out;
    }
    bool holds(const Estate &estate, const RecordId &id) const override { return shown(find(estate, id)); }
    Cell cell(const engine::Published &moment, const RecordId &id, int column) const override
    {
        const auto *entity = find(*moment.estate, id);
        return entity ? at(column).cell(moment, *entity) : Cell{};
    }
    SortKey sortKey(const engine::Published &moment, const RecordId &id, int column) const override
    {
        return at(column).order(moment, *find(*moment.estate, id));
    }
    std::string searchText(const Estate &estate, const RecordId &id) const override
    {
        return folded(m_table.words(estate, *find(estate, id)));
    }
    Target target(const RecordId &id) const override { return m_table.target(as<IdOf<T>>(id)); }
    std::vector<RecordId> changes(const engine::Published &before, const engine::Published &after) const override
    {
        std::set<RecordId> out;
        Table<T>::compare(before.estate->template all<T>(), after.estate->template all<T>(),
                          [&](const IdOf<T> &id, const T *was, const T *is) {
                              if (shown(was) || shown(is)) out.insert(raw(id));
                          });
        if (m_table.alsoChanged) m_table.alsoChanged(before, after, out);
        return listed(out);
    }

private:
    static const T *find(const Estate &estate, const RecordId &id) { return estate.template find<T>(as<IdOf<T>>(id)); }
    bool shown(const T *entity) const { return entity && (!m_table.shows || m_table.shows(*entity)); }
    const DeclaredColumn<T> &at(int column) const { return m_table.columns[static_cast<std::size_t>(column)]; }

    TableOf<T> m_table;
    std::vector<Column> m_heads;
};

template <class T> TableSourcePtr declared(TableOf<T> table)
{
    return std::make_shared<DeclaredTable<T>>(std::move(table));
}

/// Numbers compare by themselves, then by the name.
inline SortKey byNumber(std::size_t number, std::string name)
{
    return {static_cast<std::int64_t>(number), std::move(name)};
}

} // namespace keyward::models
