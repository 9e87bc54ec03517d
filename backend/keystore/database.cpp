// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/database.h"

#include "backend/base/files.h"
#include "backend/base/system_error.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QVariant>

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <sqlite3.h>
#include <thread>
#include <unistd.h>

namespace keyward::keystore {
namespace {

constexpr std::chrono::milliseconds aMoment{1'000};
constexpr std::chrono::milliseconds betweenTries{20};

/// The system's own words, where there are some.
std::string inBrackets(const Error &error)
{
    return error.arguments.empty() ? std::string() : " (" + error.arguments.front().text() + ")";
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

ByteView viewOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

void Rows::Finalize::operator()(sqlite3_stmt *statement) const { ::sqlite3_finalize(statement); }

bool Rows::next()
{
    m_outcome = ::sqlite3_step(m_statement.get());
    return m_outcome == SQLITE_ROW;
}

std::uint64_t Rows::number(int column) const
{
    return static_cast<std::uint64_t>(::sqlite3_column_int64(m_statement.get(), column));
}

ByteView Rows::bytes(int column) const
{
    const auto *data = static_cast<const std::uint8_t *>(::sqlite3_column_blob(m_statement.get(), column));
    return {data, static_cast<std::size_t>(::sqlite3_column_bytes(m_statement.get(), column))};
}

Status Rows::ended() const
{
    if (m_outcome != SQLITE_DONE) return std::unexpected(m_database->lastError());
    return {};
}

Database::Database(std::filesystem::path file, QString connection, Patience patience)
    : m_file(std::move(file)), m_connection(std::move(connection)),
      m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection)), m_patience(std::move(patience))
{}

Database::~Database()
{
    m_prepared.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path &file, Mode mode, Patience patience)
{
    std::unique_ptr<Database> database(new Database(file, nextConnection(), std::move(patience)));
    auto name = QString::fromStdString(file.string());
    QString options;
    if (mode != Mode::ReadWrite) options = QStringLiteral("QSQLITE_OPEN_READONLY");
    if (mode == Mode::Snapshot) {
        name = QStringLiteral("file:") + QString::fromLatin1(QUrl::toPercentEncoding(name, "/")) +
               QStringLiteral("?immutable=1");
        options += QStringLiteral(";QSQLITE_OPEN_URI");
    }
    database->m_database.setDatabaseName(name);
    database->m_database.setConnectOptions(options);
    if (!database->m_database.open()) return std::unexpected(database->translated(database->m_database.lastError()));
    KEYWARD_CHECK(database->harden());
    for (const auto *pragma :
         {"PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON", "PRAGMA foreign_keys=ON", "PRAGMA trusted_schema=OFF"})
        KEYWARD_CHECK(database->run(pragma));
    return database;
}

/// What a stranger wrote into the file's layout must not run, and other writers are waited for by our own clock.
Status Database::harden()
{
    const QVariant handle = m_database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return fail(Code::Internal, m_file.string(), {"Qt's SQLite driver shows no handle"});
    m_handle = *static_cast<sqlite3 *const *>(handle.data());
    for (const auto &[option, value] : {std::pair{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                        {SQLITE_DBCONFIG_DEFENSIVE, 1}})
        if (::sqlite3_db_config(m_handle, option, value, nullptr) != SQLITE_OK)
            return fail(Code::Internal, m_file.string(), {"SQLite cannot be told to run no triggers"});
    ::sqlite3_busy_handler(m_handle, onBusy, this);
    return {};
}

int Database::onBusy(void *self, int count)
{
    auto &database = *static_cast<Database *>(self);
    const auto now = std::chrono::steady_clock::now();
    if (count == 0) {
        database.m_waitingSince = now;
        database.m_told = false;
    }
    const auto waited = now - database.m_waitingSince;
    if (waited >= database.m_patience.longest) return 0;
    if (waited >= aMoment && !database.m_told) {
        database.m_told = true;
        if (database.m_patience.waiting) database.m_patience.waiting();
    }
    std::this_thread::sleep_for(betweenTries);
    return 1;
}

Error Database::translated(const QSqlError &error) const
{
    return translated(error.nativeErrorCode().toInt(), error.databaseText().toStdString());
}

Error Database::lastError() const
{
    return translated(::sqlite3_extended_errcode(m_handle), ::sqlite3_errmsg(m_handle));
}

// By primary result codes (https://sqlite.org/rescode.html); extended ones keep them in the low byte.
Error Database::translated(int native, const std::string &text) const
{
    const auto path = m_file.string();
    const auto ofFile = sqliteFailure({.code = native,
                                       .systemError = m_handle ? ::sqlite3_system_errno(m_handle) : 0,
                                       .text = text,
                                       .waited = m_patience.longest},
                                      m_file);
    if (ofFile) return *ofFile;
    switch (native & 0xff) {
    case SQLITE_CORRUPT:
        if (text.find("malformed database schema") != std::string::npos)
            return {Code::SchemaTampered, path, {"SQLite cannot read it"}, {}};
        return {Code::StoreTruncated, path, {"the database file is malformed"}, {}};
    case SQLITE_NOTADB: return {Code::NotAKeystore, path, {}, {}};
    default: return {Code::Io, path, {text}, {}};
    }
}

Error Database::errorOf(const QSqlQuery &query) const { return translated(query.lastError()); }

Status Database::ended(const QSqlQuery &query) const
{
    if (query.lastError().isValid()) return std::unexpected(errorOf(query));
    return {};
}

Result<std::uint64_t> Database::number(const char *sql)
{
    KEYWARD_TRY(auto found, query(sql));
    KEYWARD_CHECK(step(found));
    if (found.next()) return found.value(0).toULongLong();
    KEYWARD_CHECK(ended(found));
    return 0;
}

Status Database::run(const char *sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(QString::fromLatin1(sql))) return std::unexpected(errorOf(query));
    return {};
}

Result<QSqlQuery> Database::query(const char *sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromLatin1(sql))) return std::unexpected(errorOf(query));
    return query;
}

Result<Rows> Database::rows(const char *sql, std::initializer_list<std::uint64_t> values)
{
    sqlite3_stmt *statement = nullptr;
    if (::sqlite3_prepare_v2(m_handle, sql, -1, &statement, nullptr) != SQLITE_OK) return std::unexpected(lastError());
    Rows rows(*this, statement);
    int at = 0;
    for (const auto value : values)
        if (::sqlite3_bind_int64(statement, ++at, static_cast<sqlite3_int64>(value)) != SQLITE_OK)
            return std::unexpected(lastError());
    return rows;
}

Result<QSqlQuery *> Database::prepared(const char *sql)
{
    for (auto &[text, statement] : m_prepared)
        if (text == sql) return statement.get();
    auto statement = std::make_unique<QSqlQuery>(m_database);
    statement->setForwardOnly(true);
    if (!statement->prepare(QString::fromLatin1(sql))) return std::unexpected(errorOf(*statement));
    m_prepared.emplace_back(sql, std::move(statement));
    return m_prepared.back().second.get();
}

Status Database::step(QSqlQuery &query)
{
    if (!query.exec()) return std::unexpected(errorOf(query));
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
    auto done = step(*query);
    if (done || done.error().code == Code::Busy) return done;
    query->finish();
    rollBack();
    if (isUndone()) return done;
    return fail(Code::CommitInDoubt, m_file.string(), {inBrackets(done.error())});
}

/// After a commit that failed. All of it may stand in the log already, with only the disk's word missing that it lasts;
/// whoever opened the keystore next would take it for saved. Emptying the log takes it away, or fails.
bool Database::isUndone()
{
    const auto busy = number("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!busy || *busy != 0) return false;
    const Descriptor log(::open((m_file.string() + "-wal").c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    return log.isOpen() ? ::fsync(log.number()) == 0 : errno == ENOENT;
}

void Database::rollBack() { (void)run("ROLLBACK"); }

} // namespace keyward::keystore
