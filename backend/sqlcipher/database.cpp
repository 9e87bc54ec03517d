// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/sqlcipher/database.h"

#include "backend/base/names.h"
#include "backend/crypto/protected_allocation.h"
#include "backend/sqlcipher/connection.h"
#include "backend/sqlcipher/library.h"
#include "backend/sqlcipher/memory.h"
#include "backend/sqlcipher/new_database.h"

#include <cstring>
#include <utility>

namespace keyward::sqlcipher {
namespace {

using crypto::SecretBytes;
using Work = Guard::Work;

/// 10,000
std::string grouped(std::uint64_t number)
{
    auto out = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(out.size()) - 3; at > 0; at -= 3)
        out.insert(static_cast<std::size_t>(at), 1, ',');
    return out;
}

/// Behind the end of a comment, or at that of the text. A sanitizer's strstr() measures all that is left.
const char *afterComment(const char *at)
{
    for (; *at != '\0'; ++at)
        if (at[0] == '*' && at[1] == '/') return at + 2;
    return at;
}

/// Behind blanks, comments and empty statements. Looks no further than it goes: a script has many statements.
const char *afterBlanks(const char *at)
{
    for (;;) {
        at += std::strspn(at, " \t\n\f\r;");
        if (at[0] == '-' && at[1] == '-') {
            at += std::strcspn(at, "\n");
        } else if (at[0] == '/' && at[1] == '*') {
            at = afterComment(at + 2);
        } else {
            return at;
        }
    }
}

/// Statements may be too short for SQLite to ask between their steps.
bool stoppedBetween(const Limits &limits, unsigned &count)
{
    constexpr unsigned often = 100;
    return limits.goOn && ++count % often == 0 && !limits.goOn();
}

/// Each statement of a text, until one fails.
template <class Run> Status eachOf(Connection &connection, const char *text, const Limits &limits, const Run &run)
{
    unsigned count = 0;
    for (const char *at = afterBlanks(text); *at != '\0'; at = afterBlanks(at)) {
        if (stoppedBetween(limits, count)) return fail(Code::Cancelled, connection.file().string());
        KEYWARD_TRY(const auto statement, connection.prepare(at));
        if (statement) KEYWARD_CHECK(run(statement.get()));
    }
    return {};
}

Value valueAt(sqlite3_stmt *statement, int column)
{
    switch (::sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: return std::int64_t{::sqlite3_column_int64(statement, column)};
    case SQLITE_FLOAT: return ::sqlite3_column_double(statement, column);
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(::sqlite3_column_text(statement, column));
        return text ? std::string(text, static_cast<std::size_t>(::sqlite3_column_bytes(statement, column)))
                    : std::string();
    }
    case SQLITE_BLOB: {
        const auto *blob = static_cast<const std::uint8_t *>(::sqlite3_column_blob(statement, column));
        return Bytes(blob, blob + ::sqlite3_column_bytes(statement, column));
    }
    default: return std::monostate();
    }
}

/// Its rows, as far as they go within the limits.
class Collector
{
public:
    Collector(const Connection &connection, sqlite3_stmt *statement, const Limits &limits, Rows &out)
        : m_connection(connection), m_statement(statement), m_limits(limits), m_out(out),
          m_columns(::sqlite3_column_count(statement))
    {
        if (m_columns == 0) return;
        m_out.columns.clear();
        m_out.rows.clear();
        for (int i = 0; i < m_columns; ++i) {
            const char *name = ::sqlite3_column_name(statement, i);
            m_out.columns.emplace_back(name ? name : "");
        }
    }

    Status take()
    {
        if (m_columns == 0) return {};
        if (m_out.rows.size() >= m_limits.rows) return tooLarge(said("{0} rows", grouped(m_limits.rows)));
        std::vector<Value> row;
        row.reserve(static_cast<std::size_t>(m_columns));
        for (int i = 0; i < m_columns; ++i) {
            m_bytes += sizeAt(i);
            if (m_bytes > m_limits.bytes) return tooLarge(said("{0} bytes", grouped(m_limits.bytes)));
            row.push_back(valueAt(m_statement, i));
        }
        m_out.rows.push_back(std::move(row));
        return {};
    }

private:
    std::unexpected<Error> tooLarge(Sentence what) const
    {
        return fail(Code::ResultTooLarge, m_connection.file().string(), {std::move(what)});
    }

    std::uint64_t sizeAt(int column) const
    {
        const int type = ::sqlite3_column_type(m_statement, column);
        if (type != SQLITE_TEXT && type != SQLITE_BLOB) return 8;
        return static_cast<std::uint64_t>(::sqlite3_column_bytes(m_statement, column));
    }

    const Connection &m_connection;
    sqlite3_stmt *m_statement;
    const Limits &m_limits;
    Rows &m_out;
    int m_columns;
    std::uint64_t m_bytes = 0;
};

/// To its end; what it changed is counted.
Status finish(Connection &connection, sqlite3_stmt *statement, const Limits &limits, Rows &out)
{
    const auto before = ::sqlite3_total_changes64(connection.handle());
    Collector collector(connection, statement, limits, out);
    int outcome = 0;
    while ((outcome = ::sqlite3_step(statement)) == SQLITE_ROW) KEYWARD_CHECK(collector.take());
    if (outcome != SQLITE_DONE) return std::unexpected(connection.failure(outcome));
    if (::sqlite3_total_changes64(connection.handle()) != before)
        out.changed += static_cast<std::uint64_t>(::sqlite3_changes64(connection.handle()));
    return {};
}

/// As a parameter, for as long as the value lives.
int bound(sqlite3_stmt *statement, int place, const Value &value)
{
    return std::visit(
        [&]<class T>(const T &held) {
            if constexpr (std::is_same_v<T, std::int64_t>)
                return ::sqlite3_bind_int64(statement, place, held);
            else if constexpr (std::is_same_v<T, double>)
                return ::sqlite3_bind_double(statement, place, held);
            else if constexpr (std::is_same_v<T, std::string>)
                return ::sqlite3_bind_text64(statement, place, held.data(), held.size(), SQLITE_STATIC, SQLITE_UTF8);
            else if constexpr (std::is_same_v<T, Bytes>)
                return ::sqlite3_bind_blob64(statement, place, held.data(), held.size(), SQLITE_STATIC);
            else
                return ::sqlite3_bind_null(statement, place);
        },
        value);
}

/// To its end; its rows are dropped.
Status finish(Connection &connection, sqlite3_stmt *statement)
{
    int outcome = 0;
    while ((outcome = ::sqlite3_step(statement)) == SQLITE_ROW) {}
    return outcome == SQLITE_DONE ? Status{} : std::unexpected(connection.failure(outcome));
}

/// Whether a script begins by turning foreign keys off, as a dump does: its tables come in any order.
bool turnsForeignKeysOff(const char *at, const char *end)
{
    const auto first = folded(std::string_view(at, end));
    return first.starts_with("pragma") && first.contains("foreign_keys");
}

/// The setting outlasts a script; it is put back.
class ForeignKeys
{
public:
    explicit ForeignKeys(sqlite3 *database) : m_database(database) { set(-1, &m_before); }
    ~ForeignKeys() { set(m_before, nullptr); }
    ForeignKeys(const ForeignKeys &) = delete;
    ForeignKeys &operator=(const ForeignKeys &) = delete;

private:
    void set(int to, int *now) { ::sqlite3_db_config(m_database, SQLITE_DBCONFIG_ENABLE_FKEY, to, now); }

    sqlite3 *m_database;
    int m_before = 1;
};

Connection::Access accessOf(Database::Mode mode)
{
    using Access = Connection::Access;
    switch (mode) {
    case Database::Mode::Read: return Access::Read;
    case Database::Mode::Write: return Access::Write;
    case Database::Mode::Create: return Access::Fill;
    case Database::Mode::Still: return Access::Still;
    }
    std::unreachable();
}

/// Several statements as one: a transaction, or a part of the one that a user began. Undone unless it is committed.
class Bracket
{
public:
    explicit Bracket(Connection &connection)
        : m_connection(connection), m_whole(::sqlite3_get_autocommit(connection.handle()) != 0)
    {}
    Bracket(const Bracket &) = delete;
    Bracket &operator=(const Bracket &) = delete;
    ~Bracket()
    {
        if (!m_open || ::sqlite3_get_autocommit(m_connection.handle()) != 0) return; // SQLite undid it by itself
        const Guard::User ours(m_connection.guard(), Work::Own, {});
        // Whatever it comes to: what it is for has failed, and why is told already.
        if (!m_whole) m_connection.attempt("ROLLBACK TO keyward");
        m_connection.attempt(m_whole ? "ROLLBACK" : "RELEASE keyward");
    }

    /// The write lock is taken at once: it could not be had any more after others wrote.
    Status begin(bool reading)
    {
        KEYWARD_CHECK(own(!m_whole ? "SAVEPOINT keyward" : reading ? "BEGIN" : "BEGIN IMMEDIATE"));
        m_open = true;
        return {};
    }
    Status commit()
    {
        KEYWARD_CHECK(own(m_whole ? "COMMIT" : "RELEASE keyward"));
        m_open = false;
        return {};
    }
    /// A statement of ours within the user's work: it may do all, and can still be stopped while it waits.
    Status own(const char *sql)
    {
        const auto before = m_connection.guard().is(Work::Own);
        auto done = m_connection.run(sql);
        m_connection.guard().is(before);
        return done;
    }

private:
    Connection &m_connection;
    bool m_whole;
    bool m_open = false;
};

} // namespace

Database::Database(std::filesystem::path file, SecretBytes key) : m_file(std::move(file)), m_key(std::move(key)) {}

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path &file, const SecretBytes *key, Mode mode)
{
    KEYWARD_TRY(const auto place, placeOf(file));
    if (mode != Mode::Create) {
        KEYWARD_CHECK(lookAt(place));
        return openAt(place, key, mode);
    }
    KEYWARD_TRY(auto made, NewDatabase::make(place));
    KEYWARD_TRY(auto opened, openAt(place, key, mode));
    KEYWARD_CHECK(made.keep(false));
    return opened;
}

Result<std::unique_ptr<Database>> Database::openAt(const std::filesystem::path &file, const SecretBytes *key, Mode mode)
{
    SecretBytes kept;
    if (key) {
        KEYWARD_TRY(kept, key->clone());
    }
    const crypto::SecretScope scope;
    std::unique_ptr<Database> opened(new Database(file, std::move(kept)));
    opened->m_reading = mode == Mode::Read || mode == Mode::Still;
    KEYWARD_TRY(opened->m_connection, Connection::open(file, key, accessOf(mode)));
    if (!opened->m_reading) KEYWARD_CHECK(opened->m_connection->run("PRAGMA journal_mode=WAL"));
    return opened;
}

Result<Rows> Database::query(std::string_view sql, const Limits &limits)
{
    if (sql.contains('\0')) return fail(Code::StatementFailed, m_file.string(), {"it holds a null character"});
    const crypto::SecretScope scope; // with each page OpenSSL makes and drops copies of the key
    const std::string text(sql);
    const char *at = afterBlanks(text.c_str());
    Rows out;
    {
        const Guard::User user(m_connection->guard(), Work::Single, limits.goOn);
        const char *next = at;
        KEYWARD_TRY(const auto statement, m_connection->prepare(next));
        if (!statement) return out;
        // Rows of a statement that writes come after its work: where they are too many, it is to be undone.
        const bool returning = !::sqlite3_stmt_readonly(statement.get()) && ::sqlite3_column_count(statement.get()) > 0;
        if (*afterBlanks(next) == '\0' && !returning) {
            KEYWARD_CHECK(finish(*m_connection, statement.get(), limits, out));
            return out;
        }
    }
    return several(at, limits);
}

Result<Rows> Database::several(const char *sql, const Limits &limits)
{
    const Guard::User user(m_connection->guard(), Work::Several, limits.goOn);
    Rows out;
    Bracket bracket(*m_connection);
    KEYWARD_CHECK(bracket.begin(m_reading));
    KEYWARD_CHECK(eachOf(*m_connection, sql, limits,
                         [&](sqlite3_stmt *statement) { return finish(*m_connection, statement, limits, out); }));
    KEYWARD_CHECK(bracket.commit());
    return out;
}

Result<Rows> Database::ours(const char *sql, std::span<const Value> values)
{
    const crypto::SecretScope scope;
    const char *at = sql;
    KEYWARD_TRY(const auto statement, m_connection->prepare(at));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const int outcome = bound(statement.get(), static_cast<int>(i) + 1, values[i]);
        if (outcome != SQLITE_OK) return std::unexpected(m_connection->failure(outcome));
    }
    Rows out;
    KEYWARD_CHECK(finish(*m_connection, statement.get(), {}, out));
    return out;
}

Status Database::change(const char *sql, std::span<const Value> values)
{
    return ours(sql, values).transform([](const Rows &) {});
}

Status Database::together(const std::function<Status()> &work)
{
    const crypto::SecretScope scope;
    Bracket bracket(*m_connection);
    KEYWARD_CHECK(bracket.begin(m_reading));
    KEYWARD_CHECK(work());
    return bracket.commit();
}

Status Database::runScript(const std::string &sql, const Limits &limits)
{
    if (sql.contains('\0')) return fail(Code::StatementFailed, m_file.string(), {"it holds a null character"});
    const crypto::SecretScope scope;
    const Guard::User user(m_connection->guard(), Work::Script, limits.goOn);
    const ForeignKeys restored(m_connection->handle());
    const char *first = afterBlanks(sql.c_str());
    {
        const char *next = first;
        KEYWARD_TRY(const auto statement, m_connection->prepare(next));
        // Within a transaction it would do nothing.
        if (turnsForeignKeysOff(first, next)) KEYWARD_CHECK(finish(*m_connection, statement.get()));
    }
    Bracket bracket(*m_connection);
    KEYWARD_CHECK(bracket.begin(m_reading));
    KEYWARD_CHECK(bracket.own("PRAGMA defer_foreign_keys=ON"));
    KEYWARD_CHECK(eachOf(*m_connection, first, limits,
                         [&](sqlite3_stmt *statement) { return finish(*m_connection, statement); }));
    return bracket.commit();
}

Status Database::checkPages()
{
    if (m_key.empty()) return {};
    // Page by page in the file; what is in the log only is read by the other check.
    KEYWARD_TRY(auto wrong, m_connection->text("PRAGMA cipher_integrity_check"));
    if (!wrong.empty()) return fail(Code::DatabaseDamaged, m_file.string(), {std::move(wrong)});
    return {};
}

Status Database::checkWhole()
{
    const crypto::SecretScope scope;
    KEYWARD_CHECK(checkPages());
    KEYWARD_TRY(auto found, m_connection->text("PRAGMA integrity_check(1)"));
    if (found != "ok") return fail(Code::DatabaseDamaged, m_file.string(), {std::move(found)});
    return {};
}

Result<std::uint64_t> Database::pages()
{
    const crypto::SecretScope scope;
    KEYWARD_TRY(const auto count, m_connection->number("PRAGMA page_count"));
    return static_cast<std::uint64_t>(count);
}

Result<std::uint64_t> Database::bytes()
{
    KEYWARD_TRY(const auto count, pages());
    KEYWARD_TRY(const auto size, m_connection->number("PRAGMA page_size"));
    return count * static_cast<std::uint64_t>(size);
}

void Database::interrupt() { ::sqlite3_interrupt(m_connection->handle()); }

std::string libraryVersion() { return Connection::cipherVersion() + " (SQLite " + ::sqlite3_libversion() + ')'; }

} // namespace keyward::sqlcipher
