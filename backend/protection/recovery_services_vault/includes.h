// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keyward::protection {

/// What of a recovery point was asked for, and whether there was such a thing.
class Includes
{
public:
    explicit Includes(const std::vector<std::string> &wanted) : m_wanted(wanted)
    {
        for (auto text : wanted) {
            while (text.size() > 1 && text.ends_with('/')) text.pop_back();
            if (text.starts_with("./") && text.size() > 2) text.erase(0, 2);
            m_items.emplace_back(std::move(text), false);
        }
    }
    bool all() const { return m_items.empty(); }
    bool take(std::string_view path)
    {
        bool taken = all();
        for (auto &[wanted, seen] : m_items) {
            const bool below = path.starts_with(wanted) && path.size() > wanted.size() && path[wanted.size()] == '/';
            if (wanted != "." && path != wanted && !below) continue;
            seen = taken = true;
        }
        return taken;
    }
    /// As it was given; null: there was all of it.
    const std::string *missed() const
    {
        for (std::size_t i = 0; i < m_items.size(); ++i)
            if (!m_items[i].second) return &m_wanted[i];
        return nullptr;
    }

private:
    const std::vector<std::string> &m_wanted; ///< outlives this
    std::vector<std::pair<std::string, bool>> m_items;
};

} // namespace keyward::protection
