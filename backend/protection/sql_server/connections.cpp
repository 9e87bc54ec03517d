// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/sql_server/connections.h"

#include <algorithm>

namespace keyward::protection {

using namespace estate;

/// A query, from its begin to its end.
class OpenDatabase::Turn
{
public:
    explicit Turn(OpenDatabase &of) : m_of(of) {}
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;
    ~Turn() { m_of.endTurn(); }

private:
    OpenDatabase &m_of;
};

Result<std::optional<OpenDatabase::Pages>> OpenDatabase::pagesNow()
{
    PagesNow make;
    {
        const std::lock_guard state(m_state);
        make = m_pagesNow;
    }
    if (!make) return std::nullopt;
    KEYWARD_TRY(auto pages, make());
    return std::optional(std::move(pages));
}

Result<sqlcipher::Database *> OpenDatabase::pagesForTurn(std::optional<Pages> fresh)
{
    const std::lock_guard state(m_state);
    if (m_ended) return std::unexpected(*m_ended);
    if (fresh) {
        m_pages = std::move(fresh->file);
        m_use = std::move(fresh->use);
    }
    return m_pages.get();
}

void OpenDatabase::endTurn()
{
    if (!m_pagesNow) return;
    const std::lock_guard state(m_state);
    m_pages.reset();
    m_use.reset();
}

Result<engine::SqlRows> OpenDatabase::query(const std::string &sql, const engine::SqlLimits &limits)
{
    KEYWARD_CHECK(m_mayGoOn()); // before the turn: what it finds may end this very connection, and so may what follows
    KEYWARD_TRY(auto fresh, pagesNow());
    const std::lock_guard turn(m_turn);
    const Turn open(*this);
    KEYWARD_TRY(auto *pages, pagesForTurn(std::move(fresh))); // stays until this turn is over
    auto rows = pages->query(sql, {.rows = limits.rows, .bytes = limits.bytes, .goOn = [&] {
                                       const std::lock_guard state(m_state);
                                       return !m_ended && (!limits.goOn || limits.goOn());
                                   }});
    const std::lock_guard state(m_state);
    if (m_ended) return std::unexpected(*m_ended); // what it found meanwhile is not given out any more
    if (!rows && rows.error().code == Code::ReadOnly && m_pagesNow) return std::unexpected(m_asReplica);
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
    m_pagesNow = nullptr; // with the data key
}

bool OpenDatabase::isOpen() const
{
    const std::lock_guard state(m_state);
    return !m_ended;
}

void Connections::add(const ResourceId &server, const DatabaseId &database, bool replica,
                      const std::shared_ptr<OpenDatabase> &open)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_all, [](const One &one) { return one.open.expired(); });
    m_all.push_back({.server = server, .database = database, .replica = replica, .open = open});
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
            if (const auto reason = why(one.database, one.replica)) open->end(*reason);
}

} // namespace keyward::protection
