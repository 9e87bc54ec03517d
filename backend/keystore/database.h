// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/ids.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <filesystem>
#include <memory>

namespace keyward::keystore {

/// One SQLite connection through Qt SQL, its errors turned into ours (full disk, read-only, busy, not a database,
/// damaged). Not tied to a thread, but for one thread at a time: the owner locks.
class Database
{
public:
    enum class Mode { ReadWrite, ReadOnly };
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path &file, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Status run(const char *sql);
    /// A statement kept prepared for the life of the connection. Bind, then step().
    Result<QSqlQuery *> prepared(const char *sql);
    Status step(QSqlQuery &query);
    Result<QSqlQuery> query(const char *sql); ///< forward only, not yet executed
    Error errorOf(const QSqlQuery &query) const;

    Status begin();    ///< takes the write lock at once; waits for other writers
    Status beginRead();
    Status commit();
    void rollBack();

    const std::filesystem::path &file() const { return m_file; }

private:
    Database(std::filesystem::path file, QString connection);
    std::filesystem::path m_file;
    QString m_connection;
    QSqlDatabase m_database;
    std::vector<std::pair<const char *, std::unique_ptr<QSqlQuery>>> m_prepared;
};

QByteArray bound(ByteView bytes); ///< a view for bindValue; the bytes must outlive the step
ByteView viewOf(const QByteArray &bytes);

} // namespace keyward::keystore
