// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/ids.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>

class QSqlError;
struct sqlite3;
struct sqlite3_stmt;

namespace keyward::keystore {

/// How long a write waits for other processes, and whom to tell when that lasts longer than a moment.
struct Patience {
    std::chrono::milliseconds longest{30'000};
    std::function<void()> waiting; ///< called once a wait, from the waiting thread; may be empty
};

class Database;

/// What is read by the million, from SQLite itself: Qt copies every value into a QVariant, which costs more than
/// reading it does. Gone before its connection is.
class Rows
{
public:
    bool next();
    std::uint64_t number(int column) const;
    ByteView bytes(int column) const; ///< until the next row
    Status ended() const;             ///< as Database::ended()

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    Rows(const Database &database, sqlite3_stmt *statement) : m_database(&database), m_statement(statement) {}

    const Database *m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_outcome = 0; ///< of SQLite, of the last step
};

/// One SQLite connection through Qt SQL, its errors turned into ours (full disk, read-only, busy, not a database,
/// damaged). Runs no trigger and no view, whatever the file holds. Not tied to a thread, but for one thread at a time:
/// the owner locks.
class Database
{
public:
    /// Snapshot: of a file that nobody writes to meanwhile; needs no room beside it and makes nothing there.
    enum class Mode { ReadWrite, ReadOnly, Snapshot };
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path &file, Mode mode, Patience patience = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Status run(const char *sql);
    /// A statement kept prepared for the life of the connection. Bind, then step().
    Result<QSqlQuery *> prepared(const char *sql);
    Status step(QSqlQuery &query);
    Result<QSqlQuery> query(const char *sql); ///< forward only, not yet executed
    Result<Rows> rows(const char *sql, std::initializer_list<std::uint64_t> values);
    Result<std::uint64_t> number(const char *sql); ///< the first column of the first row; 0 where there is none
    /// After a loop over next(): whether the rows came to their end. A disk that fails in the middle looks like one.
    Status ended(const QSqlQuery &query) const;
    Error errorOf(const QSqlQuery &query) const;

    Status begin(); ///< takes the write lock at once; waits for other writers
    Status beginRead();
    /// Where it fails, nothing was changed; or the error says that this cannot be told.
    Status commit();
    void rollBack();

    const std::filesystem::path &file() const { return m_file; }

private:
    friend class Rows;
    Database(std::filesystem::path file, QString connection, Patience patience);
    Status harden();
    bool isUndone();
    Error translated(const QSqlError &error) const;
    Error translated(int native, const std::string &text) const;
    Error lastError() const;
    static int onBusy(void *self, int count);

    std::filesystem::path m_file;
    QString m_connection;
    QSqlDatabase m_database;
    Patience m_patience;
    std::chrono::steady_clock::time_point m_waitingSince;
    bool m_told = false;
    sqlite3 *m_handle = nullptr; ///< Qt's own
    std::vector<std::pair<const char *, std::unique_ptr<QSqlQuery>>> m_prepared;
};

QByteArray bound(ByteView bytes); ///< a view for bindValue; the bytes must outlive the step
ByteView viewOf(const QByteArray &bytes);

} // namespace keyward::keystore
