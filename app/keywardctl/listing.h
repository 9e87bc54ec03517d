// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keywardctl/invocation.h"

namespace keyward::ctl {

/// A list for people and for programs at once: a row comes with its document, and both are in the same order, which is
/// that of what the rows show unless it was asked otherwise.
class Listing
{
public:
    enum class Order : std::uint8_t {
        Sorted,
        AsAdded, ///< it means something: newest first
    };
    using Row = std::vector<std::string>;

    explicit Listing(Row titles, Order order = Order::Sorted) : m_titles(std::move(titles)), m_order(order) {}
    void add(Row row, QJsonObject document);
    void addRow(Row row); ///< for people alone: a part of what was added
    /// What people read where there is nothing names how to make the first, if anything can be made.
    Status tell(Invocation &invocation, const std::string &whenEmpty);

private:
    struct Entry {
        Row row;
        std::optional<QJsonObject> document;
    };
    Row m_titles;
    Order m_order;
    std::vector<Entry> m_entries;
};

} // namespace keyward::ctl
