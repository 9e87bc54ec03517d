// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/assess.h"

#include <immer/flex_vector.hpp>

#include <algorithm>

namespace keyward::estate {

struct DueTimes::List {
    immer::flex_vector<One> times; ///< the earliest first

    std::size_t placeOf(const One &wanted) const
    {
        const auto at = std::lower_bound(times.begin(), times.end(), wanted);
        return static_cast<std::size_t>(at - times.begin());
    }
};

void DueTimes::insert(const One &one)
{
    const auto at = m_list ? m_list->placeOf(one) : 0;
    m_list = std::make_shared<const List>(m_list ? m_list->times.insert(at, one) : immer::flex_vector<One>{one});
}

void DueTimes::erase(const One &one)
{
    const auto at = m_list ? m_list->placeOf(one) : 0;
    if (!m_list || at == m_list->times.size() || m_list->times[at] != one) return;
    m_list = std::make_shared<const List>(m_list->times.erase(at));
}

std::optional<DueTimes::One> DueTimes::first() const
{
    return m_list && !m_list->times.empty() ? std::optional(m_list->times.front()) : std::nullopt;
}

bool DueTimes::operator==(const DueTimes &other) const
{
    static const List none;
    return (m_list ? *m_list : none).times == (other.m_list ? *other.m_list : none).times;
}

} // namespace keyward::estate
