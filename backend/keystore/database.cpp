// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/database.h"

#include <QSqlError>
#include <QVariant>

#include <atomic>

namespace keyward::keystore {
namespace {

// Primary result codes of SQLite (https://sqlite.org/rescode.html); extended ones keep them in the low byte.
enum Sqlite { Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CantOpen = 14, NotADatabase = 26 };

Error translated(const QSqlError &error, const std::filesystem::path &file)
{
    const int native = error.nativeErrorCode().toInt() & 0xff;
    const auto path = file.string();
    switch (native) {
    case Busy:
    case Locked: return {Code::Busy, path, {"it holds the write lock for longer than 30 seconds"}, {}};
    case ReadOnly: return {Code::ReadOnly, path, {}, {}};
    case Full: return {Code::NoSpace, path, {}, {}};
    case Corrupt: return {Code::StoreTruncated, path, {"the database file is malformed"}, {}};
    case NotADatabase: return {Code::NotAKeystore, path, {}, {}};
    case CantOpen: return {Code::Io, path, {"it cannot be opened"}, {}};
    default: break;
    }
    return {Code::Io, path, {error.databaseText().toStdString()}, {}};
}

QString nextConnection()
{
    static std::atomic<unsigned> counter{0}; // Qt wants every connection to have a name of its own
    return QStringLiteral("keyward-%1").arg(++counter);
}

} // namespace

QByteArray bound(ByteView bytes)
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

ByteView viewOf(const QByteArray &bytes) { return {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())}; }

Database::Database(std::filesystem::path file, QString connection)
    : m_file(std::move(file)), m_connection(std::move(connection)), m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection))
{
}

Database::~Database()
{
    m_prepared.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path &file, Mode mode)
{
    std::unique_ptr<Database> database(new Database(file, nextConnection()));
    database->m_database.setDatabaseName(QString::fromStdString(file.string()));
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=30000");
    if (mode == Mode::ReadOnly) options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    database->m_database.setConnectOptions(options);
    if (!database->m_database.open())
        return std::unexpected(translated(database->m_database.lastError(), file));
    for (const auto *pragma : {"PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON", "PRAGMA foreign_keys=ON", "PRAGMA trusted_schema=OFF"})
        KEYWARD_CHECK(database->run(pragma));
    return database;
}

Error Database::errorOf(const QSqlQuery &query) const { return translated(query.lastError(), m_file); }

Status Database::run(const char *sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(QString::fromLatin1(sql)))
        return std::unexpected(errorOf(query));
    return {};
}

Result<QSqlQuery> Database::query(const char *sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromLatin1(sql)))
        return std::unexpected(errorOf(query));
    return query;
}

Result<QSqlQuery *> Database::prepared(const char *sql)
{
    for (auto &[text, statement] : m_prepared)
        if (text == sql) return statement.get();
    auto statement = std::make_unique<QSqlQuery>(m_database);
    statement->setForwardOnly(true);
    if (!statement->prepare(QString::fromLatin1(sql)))
        return std::unexpected(errorOf(*statement));
    m_prepared.emplace_back(sql, std::move(statement));
    return m_prepared.back().second.get();
}

Status Database::step(QSqlQuery &query)
{
    if (!query.exec())
        return std::unexpected(errorOf(query));
    return {};
}

Status Database::begin()
{
    KEYWARD_TRY(auto *query, prepared("BEGIN IMMEDIATE"));
    return step(*query);
}

Status Database::beginRead()
{
    KEYWARD_TRY(auto *query, prepared("BEGIN"));
    return step(*query);
}

Status Database::commit()
{
    KEYWARD_TRY(auto *query, prepared("COMMIT"));
    return step(*query);
}

void Database::rollBack() { (void)run("ROLLBACK"); }

} // namespace keyward::keystore
