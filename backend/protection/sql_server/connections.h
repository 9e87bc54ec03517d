// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/services/sql_server.h"
#include "backend/protection/sql_server/database_use.h"
#include "backend/sqlcipher/database.h"

#include <map>
#include <mutex>

namespace keyward::protection {

/// The pages of a database, open in this process, until whoever watches over it ends that.
class OpenDatabase
{
public:
    struct Pages {
        DatabaseUse use;
        std::unique_ptr<sqlcipher::Database> file;
    };
    /// Why it may not go on, if so; asked before each query. On the caller's thread.
    using MayGoOn = std::function<Status()>;
    OpenDatabase(Pages pages, MayGoOn mayGoOn)
        : m_pages(std::move(pages.file)), m_use(std::move(pages.use)), m_mayGoOn(std::move(mayGoOn))
    {}
    /// Of a replica: its pages are opened for each query alone, so that they can change between two; 'asReplica' is
    /// what a query that would write gets.
    using PagesNow = std::function<Result<Pages>()>;
    OpenDatabase(PagesNow pagesNow, Error asReplica, MayGoOn mayGoOn)
        : m_pagesNow(std::move(pagesNow)), m_asReplica(std::move(asReplica)), m_mayGoOn(std::move(mayGoOn))
    {}
    Result<engine::SqlRows> query(const std::string &sql, const engine::SqlLimits &limits);
    void interrupt();
    /// What runs is stopped, the pages are closed and the data key is wiped; 'why' is what a later query gets.
    void end(const Error &why);
    bool isOpen() const;

private:
    class Turn;
    Result<std::optional<Pages>> pagesNow();
    Result<sqlcipher::Database *> pagesForTurn(std::optional<Pages> fresh);
    void endTurn();

    mutable std::mutex m_state; ///< over what follows; never held while a query runs
    std::unique_ptr<sqlcipher::Database> m_pages;
    std::optional<DatabaseUse> m_use;
    std::optional<Error> m_ended;
    std::mutex m_turn;   ///< held by a query
    PagesNow m_pagesNow; ///< empty: they stay open
    Error m_asReplica;
    MayGoOn m_mayGoOn;
};

/// The open databases of this process. Thread-safe.
class Connections
{
public:
    void add(const estate::ResourceId &server, const estate::DatabaseId &database, bool replica,
             const std::shared_ptr<OpenDatabase> &open);
    std::size_t count(const estate::ResourceId &server) const;
    /// Ends those of which it says why; asked with whether it was a replica when it was opened.
    using Why = std::function<std::optional<Error>(const estate::DatabaseId &, bool replica)>;
    void endWhere(const Why &why);

private:
    struct One {
        estate::ResourceId server;
        estate::DatabaseId database;
        bool replica;
        std::weak_ptr<OpenDatabase> open;
    };
    mutable std::mutex m_mutex;
    std::vector<One> m_all;
};

/// What whoever connected holds; its end closes the database.
class Connection final : public engine::SqlConnection
{
public:
    explicit Connection(std::shared_ptr<OpenDatabase> open) : m_open(std::move(open)) {}
    Result<engine::SqlRows> query(const std::string &sql, const engine::SqlLimits &limits) override
    {
        return m_open->query(sql, limits);
    }
    bool isOpen() const override { return m_open->isOpen(); }
    void interrupt() override { m_open->interrupt(); }

private:
    std::shared_ptr<OpenDatabase> m_open;
};

} // namespace keyward::protection
