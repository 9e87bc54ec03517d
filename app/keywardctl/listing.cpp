// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/listing.h"

#include <algorithm>

namespace keyward::ctl {

void Listing::add(Row row, QJsonObject document) { m_entries.push_back({std::move(row), std::move(document)}); }

void Listing::addRow(Row row) { m_entries.push_back({std::move(row), {}}); }

Status Listing::tell(Invocation &invocation, const std::string &whenEmpty)
{
    if (m_order == Order::Sorted) std::ranges::stable_sort(m_entries, {}, &Entry::row);
    std::vector<Row> rows;
    QJsonArray documents;
    for (auto &entry : m_entries) {
        rows.push_back(std::move(entry.row));
        if (entry.document) documents.append(std::move(*entry.document));
    }
    invocation.out().table(m_titles, rows, whenEmpty);
    invocation.out().document(documents);
    return {};
}

} // namespace keyward::ctl
