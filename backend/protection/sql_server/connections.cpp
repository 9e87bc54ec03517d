// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/sql_server/connections.h"

#include <algorithm>

namespace keyward::protection {

using namespace estate;

Result<engine::SqlRows> OpenDatabase::query(const std::string &sql, const engine::SqlLimits &limits)
{
    KEYWARD_CHECK(m_mayGoOn()); // before the turn: what it finds may end this very connection
    const std::lock_guard turn(m_turn);
    sqlcipher::Database *pages = nullptr;
    {
        const std::lock_guard state(m_state);
        if (m_ended) return std::unexpected(*m_ended);
        pages = m_pages.get(); // stays until this turn is over
    }
    auto rows = pages->query(sql, {.rows = limits.rows, .bytes = limits.bytes, .goOn = [&] {
                                       const std::lock_guard state(m_state);
                                       return !m_ended && (!limits.goOn || limits.goOn());
                                   }});
    const std::lock_guard state(m_state);
    if (m_ended) return std::unexpected(*m_ended); // what it found meanwhile is not given out any more
    if (!rows) return std::unexpected(rows.error());
    return engine::SqlRows{
        .columns = std::move(rows->columns), .rows = std::move(rows->rows), .changed = rows->changed};
}

void OpenDatabase::interrupt()
{
    const std::lock_guard state(m_state);
    if (m_pages) m_pages->interrupt();
}

void OpenDatabase::end(const Error &why)
{
    {
        const std::lock_guard state(m_state);
        if (m_ended) return;
        m_ended = why;
        if (m_pages) m_pages->interrupt();
    }
    const std::lock_guard turn(m_turn); // once what ran is over
    const std::lock_guard state(m_state);
    m_pages.reset();
    m_use.reset();
}

bool OpenDatabase::isOpen() const
{
    const std::lock_guard state(m_state);
    return !m_ended;
}

void Connections::add(const ResourceId &server, const DatabaseId &database, const std::shared_ptr<OpenDatabase> &open)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_all, [](const One &one) { return one.open.expired(); });
    m_all.push_back({server, database, open});
}

std::size_t Connections::count(const ResourceId &server) const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<std::size_t>(std::ranges::count_if(m_all, [&](const One &one) {
        const auto open = one.open.lock();
        return one.server == server && open && open->isOpen();
    }));
}

void Connections::endWhere(const Why &why)
{
    std::vector<One> all;
    {
        const std::lock_guard lock(m_mutex);
        all = m_all;
    }
    for (const auto &one : all)
        if (const auto open = one.open.lock(); open && open->isOpen())
            if (const auto reason = why(one.database)) open->end(*reason);
}

} // namespace keyward::protection
