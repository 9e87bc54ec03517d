// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tables/table_model.h"
#include "models/workspace.h"

#include <deque>

namespace keyward::models {

/// The audit log, newest first, read page by page as it is scrolled through; new entries appear on top.
class ActivityTable final : public TableModel
{
    Q_OBJECT
public:
    /// Only what concerns a subject that begins with 'about'; empty: everything. 'limit' bounds a short list.
    explicit ActivityTable(Workspace &workspace, std::string about = {}, std::size_t limit = 0,
                           QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
    }
    const std::vector<Column> &columns() const override;
    Cell cell(int row, int column) const override;
    RecordId idAt(int row) const override;
    std::optional<Target> targetAt(int) const override { return std::nullopt; }
    QString buttonAt(int row) const override; ///< "Undo…", of what was done from this window
    std::vector<estate::Action> fixAt(int row) const override;
    int rowOf(const RecordId &id) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    void setFilter(const QString &filter) override;
    bool known() const override { return m_newest > 0; }
    bool filters() const override { return m_limit == 0; }

private:
    struct Page {
        std::vector<engine::AuditEntry> entries; ///< newest first, those that match
        std::uint64_t readDownTo = 0;            ///< everything from here up was looked at
        std::uint64_t newest = 0;
    };
    void lookForNewer();
    void readOlder();

    Workspace &m_workspace;
    std::string m_about;
    std::size_t m_limit;
    std::string m_filter;
    std::deque<engine::AuditEntry> m_entries;
    std::uint64_t m_newest = 0; ///< looked at up to here
    std::uint64_t m_oldest = 0; ///< looked at down to here; 1: everything
    bool m_reading = false;
    bool m_again = false;
    Tickets m_tickets;
};

} // namespace keyward::models
