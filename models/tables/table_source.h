// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/estate_feed.h"
#include "models/tables/table_model.h"

namespace keyward::models {

/// How a cell compares; numbers first, then text without regard to case.
struct SortKey {
    std::int64_t number = 0;
    std::string text;
    auto operator<=>(const SortKey &) const = default;
};

/// A row, as it is sorted: by one column, of equal ones by id.
struct SortedRow {
    SortKey key;
    RecordId id;
    bool operator<(const SortedRow &other) const { return std::tie(key, id) < std::tie(other.key, other.id); }
};

/// Which entities a table shows and what its cells say, as pure functions of a moment: called from any thread.
class TableSource
{
public:
    virtual ~TableSource() = default;
    virtual const std::vector<Column> &columns() const = 0;
    virtual int initialSort() const { return 0; }
    virtual Qt::SortOrder initialOrder() const { return Qt::AscendingOrder; }
    /// All of them with what they are sorted by, not sorted: of the same moment always in the same order.
    virtual std::vector<SortedRow> rows(const engine::Published &moment, int column) const = 0;
    virtual bool holds(const estate::Estate &estate, const RecordId &id) const = 0;
    virtual Cell cell(const engine::Published &moment, const RecordId &id, int column) const = 0;
    virtual SortKey sortKey(const engine::Published &moment, const RecordId &id, int column) const = 0;
    virtual std::string searchText(const estate::Estate &estate,
                                   const RecordId &id) const = 0; ///< folded; what the filter looks in
    virtual Target target(const RecordId &id) const = 0;
    /// The rows that may have come, gone or changed; in proportion to the change.
    virtual std::vector<RecordId> changes(const engine::Published &before, const engine::Published &after) const = 0;
};
using TableSourcePtr = std::shared_ptr<const TableSource>;

TableSourcePtr vaultsSource();
TableSourcePtr keysSource(std::optional<estate::VaultId> only = {});
TableSourcePtr resourcesSource();
TableSourcePtr jobsSource(std::optional<estate::ResourceId> only = {});

} // namespace keyward::models
