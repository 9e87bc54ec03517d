// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/protected_allocation.h"
#include "backend/sqlcipher/connection.h"
#include "backend/sqlcipher/database.h"
#include "backend/sqlcipher/library.h"
#include "backend/sqlcipher/new_database.h"

namespace keyward::sqlcipher {
namespace {

using crypto::SecretBytes;

constexpr int pagesAtATime = 256; // 1 MB

/// What a database is besides its contents, as the steps that give it to a new one.
Result<std::vector<std::string>> layoutOf(Connection &source, bool plain)
{
    std::vector<std::string> steps;
    const auto take = [&](const std::string &pragma) -> Status {
        KEYWARD_TRY(const auto number, source.number(("PRAGMA main." + pragma).c_str()));
        steps.push_back("PRAGMA target." + pragma + '=' + std::to_string(number));
        return {};
    };
    if (plain) KEYWARD_CHECK(take("page_size"));
    KEYWARD_CHECK(take("auto_vacuum"));
    // It is all or nothing: a failure takes the file away, and it is flushed at the end.
    steps.emplace_back("PRAGMA target.journal_mode=OFF");
    steps.emplace_back("PRAGMA target.synchronous=OFF");
    KEYWARD_CHECK(take("application_id"));
    KEYWARD_CHECK(take("user_version"));
    return steps;
}

// Tables whose rows the export numbers anew: those without any key or index, whose numbers are not one to n in the
// first place. What finds that out, what empties the table, what fills it again.
constexpr const char *numberedAnew = R"(
WITH bare AS (
  SELECT name, '"'||replace(name,'"','""')||'"' AS quoted FROM pragma_table_list l
  WHERE schema='main' AND type='table' AND wr=0 AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
    AND NOT EXISTS(SELECT 1 FROM pragma_table_xinfo(l.name) WHERE pk>0)
    AND NOT EXISTS(SELECT 1 FROM pragma_index_list(l.name))),
columns AS (
  SELECT name, quoted,
    (SELECT group_concat('"'||replace(c.name,'"','""')||'"')
      FROM pragma_table_xinfo(bare.name) c WHERE hidden=0) AS list,
    (SELECT column1 FROM (VALUES('rowid'),('_rowid_'),('oid'))
      WHERE column1 NOT IN (SELECT lower(c.name) FROM pragma_table_xinfo(bare.name) c) LIMIT 1) AS number
  FROM bare)
SELECT 'SELECT count(*)>0 AND (min('||number||')<>1 OR max('||number||')<>count(*)) FROM main.'||quoted,
  'DELETE FROM target.'||quoted,
  'INSERT INTO target.'||quoted||'('||number||','||list||') SELECT '||number||','||list||' FROM main.'||quoted
FROM columns WHERE number IS NOT NULL)";

Status keepRowNumbers(Connection &source)
{
    const char *sql = numberedAnew;
    KEYWARD_TRY(const auto tables, source.prepare(sql));
    const auto statement = [&](int column) {
        return std::string(reinterpret_cast<const char *>(::sqlite3_column_text(tables.get(), column)));
    };
    int outcome = 0;
    while ((outcome = ::sqlite3_step(tables.get())) == SQLITE_ROW) {
        KEYWARD_TRY(const auto differ, source.number(statement(0).c_str()));
        if (differ == 0) continue;
        KEYWARD_CHECK(source.run(statement(1).c_str()));
        KEYWARD_CHECK(source.run(statement(2).c_str()));
    }
    return outcome == SQLITE_DONE ? Status{} : std::unexpected(source.failure(outcome));
}

/// How large the file of the copy is by now; what waits in memory to be written is not in it.
class Growth
{
public:
    explicit Growth(Connection &source)
    {
        ::sqlite3_file_control(source.handle(), "target", SQLITE_FCNTL_FILE_POINTER, static_cast<void *>(&m_file));
    }
    std::uint64_t bytes() const
    {
        sqlite3_int64 size = 0;
        const bool known = m_file && m_file->pMethods && m_file->pMethods->xFileSize(m_file, &size) == SQLITE_OK;
        return known ? static_cast<std::uint64_t>(size) : 0;
    }

private:
    sqlite3_file *m_file = nullptr;
};

/// From a connection of its own, which takes the encoding along and leaves the one that users have without a second
/// file at any time.
Status fillCopy(const std::filesystem::path &from, const SecretBytes *fromKey, const std::filesystem::path &to,
                const SecretBytes *toKey, const std::function<bool(std::uint64_t)> &progress)
{
    KEYWARD_TRY(const auto source, Connection::open(from, fromKey, Connection::Access::Copy));
    KEYWARD_TRY(const auto layout, layoutOf(*source, !fromKey && !toKey));
    KEYWARD_CHECK(source->attachNew(to, toKey, layout));
    const Growth growth(*source);
    const std::function<bool()> goOn = [&] { return !progress || progress(growth.bytes()); };
    const Guard::User ours(source->guard(), Guard::Work::Own, goOn);
    KEYWARD_CHECK(source->run("BEGIN"));
    KEYWARD_CHECK(source->run("SELECT sqlcipher_export('target')"));
    KEYWARD_CHECK(keepRowNumbers(*source));
    KEYWARD_CHECK(source->run("COMMIT"));
    return goOn() ? Status{} : fail(Code::Cancelled);
}

/// Ends, in its destructor, what it copies, and the moment at which it does so.
class Backup
{
public:
    Backup(Connection &from, Connection &to) : m_from(from), m_to(to) {}
    Backup(const Backup &) = delete;
    Backup &operator=(const Backup &) = delete;
    ~Backup()
    {
        if (m_backup) ::sqlite3_backup_finish(m_backup);
        if (m_reading) m_from.attempt("COMMIT");
    }

    /// Reading goes on until the end, or a writer could make it begin again for ever.
    Status begin()
    {
        if (::sqlite3_get_autocommit(m_from.handle()) != 0) {
            KEYWARD_CHECK(m_from.run("BEGIN"));
            m_reading = true;
        }
        KEYWARD_CHECK(m_from.run("PRAGMA main.user_version"));
        m_backup = ::sqlite3_backup_init(m_to.handle(), "main", m_from.handle(), "main");
        if (!m_backup) return std::unexpected(m_to.failure(::sqlite3_errcode(m_to.handle())));
        return {};
    }

    Status run(const std::function<bool(std::uint64_t)> &progress, std::uint64_t pageSize)
    {
        for (;;) {
            const int outcome = ::sqlite3_backup_step(m_backup, pagesAtATime);
            if (outcome != SQLITE_OK && outcome != SQLITE_DONE) return std::unexpected(failure(outcome));
            const auto done = ::sqlite3_backup_pagecount(m_backup) - ::sqlite3_backup_remaining(m_backup);
            if (progress && !progress(static_cast<std::uint64_t>(done) * pageSize)) return fail(Code::Cancelled);
            if (outcome == SQLITE_DONE) return {};
        }
    }

private:
    /// It does not say on which side.
    Error failure(int outcome)
    {
        ::sqlite3_backup_finish(std::exchange(m_backup, nullptr)); // now 'to' knows
        const bool damaged = (outcome & 0xff) == SQLITE_CORRUPT || (outcome & 0xff) == SQLITE_NOTADB;
        return (damaged ? m_from : m_to).failure(outcome);
    }

    Connection &m_from;
    Connection &m_to;
    sqlite3_backup *m_backup = nullptr;
    bool m_reading = false;
};

} // namespace

Status Database::copyTo(const std::filesystem::path &newFile, const SecretBytes *newKey,
                        const std::function<bool(std::uint64_t)> &progress)
{
    const crypto::SecretScope scope;
    KEYWARD_TRY(const auto place, placeOf(newFile));
    KEYWARD_TRY(auto made, NewDatabase::make(place));
    KEYWARD_CHECK(fillCopy(m_file, key(), place, newKey, progress));
    return made.keep();
}

Status Database::backUpTo(const std::filesystem::path &newFile, const std::function<bool(std::uint64_t)> &progress)
{
    const crypto::SecretScope scope;
    KEYWARD_TRY(const auto place, placeOf(newFile));
    KEYWARD_TRY(auto made, NewDatabase::make(place));
    KEYWARD_CHECK(fillBackup(place, progress));
    return made.keep();
}

Status Database::fillBackup(const std::filesystem::path &file, const std::function<bool(std::uint64_t)> &progress)
{
    KEYWARD_TRY(const auto pageSize, m_connection->number("PRAGMA page_size"));
    KEYWARD_TRY(const auto target, Connection::open(file, key(), Connection::Access::Fill));
    for (const auto *pragma : {"PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF"}) KEYWARD_CHECK(target->run(pragma));
    Backup backup(*m_connection, *target);
    KEYWARD_CHECK(backup.begin());
    return backup.run(progress, static_cast<std::uint64_t>(pageSize));
}

} // namespace keyward::sqlcipher
