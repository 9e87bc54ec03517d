// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/sqlcipher/connection.h"

#include "backend/base/system_error.h"
#include "backend/crypto/protected_allocation.h"
#include "backend/sqlcipher/library.h"
#include "backend/sqlcipher/memory.h"

#include <cassert>
#include <cstring>

namespace keyward::sqlcipher {
namespace {

using crypto::SecretBytes;

constexpr std::size_t keySize = 32;
constexpr const char *readFirstPage = "PRAGMA main.user_version";
constexpr const char *writeFirstPage = "PRAGMA main.user_version=0";

/// x'…', by which SQLCipher knows that it is to use the key as it is.
Result<SecretBytes> spelt(const SecretBytes &key)
{
    constexpr const char *digits = "0123456789abcdef";
    KEYWARD_TRY(auto out, SecretBytes::ofSize(2 * key.size() + 3));
    auto *at = out.writable().data();
    *at++ = 'x';
    *at++ = '\'';
    for (const auto byte : key.exposed()) {
        *at++ = static_cast<std::uint8_t>(digits[byte >> 4]);
        *at++ = static_cast<std::uint8_t>(digits[byte & 15]);
    }
    *at = '\'';
    return out;
}

/// A path as SQLite takes it where it is told more than the path.
std::string asUri(const std::filesystem::path &file, const char *how)
{
    constexpr const char *digits = "0123456789ABCDEF";
    std::string out = "file:";
    for (const char c : file.string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (c != '%' && c != '?' && c != '#')
            out += c;
        else
            out.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return out + '?' + how;
}

/// A function whose own statements failed, as sqlcipher_export(), hands on the words for a code, not the code.
int meant(int outcome, const char *text)
{
    if ((outcome & 0xff) != SQLITE_ERROR) return outcome;
    for (const int code : {SQLITE_IOERR, SQLITE_FULL, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_INTERRUPT, SQLITE_BUSY,
                           SQLITE_READONLY, SQLITE_CANTOPEN})
        if (std::strcmp(text, ::sqlite3_errstr(code)) == 0) return code;
    return outcome;
}

int flagsOf(Connection::Access access)
{
    // NOMUTEX: one thread at a time; sqlite3_interrupt() needs none.
    constexpr int always = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (access) {
    case Connection::Access::Read: return always | SQLITE_OPEN_READONLY;
    case Connection::Access::Copy: return always | SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI;
    case Connection::Access::Still: return always | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    default: return always | SQLITE_OPEN_READWRITE;
    }
}

} // namespace

void Finalize::operator()(sqlite3_stmt *statement) const { ::sqlite3_finalize(statement); }

Connection::~Connection() { ::sqlite3_close(m_handle); }

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path &file, const SecretBytes *key,
                                                     Access access)
{
    prepareMemory();
    std::unique_ptr<Connection> opened(new Connection(file, key != nullptr));
    const auto name = access == Access::Copy    ? asUri(file, "mode=ro")
                      : access == Access::Still ? asUri(file, "mode=ro&immutable=1")
                                                : file.string();
    const int outcome = ::sqlite3_open_v2(name.c_str(), &opened->m_handle, flagsOf(access), nullptr);
    if (!opened->m_handle) return fail(Code::Io, file.string(), {"out of memory"});
    if (outcome != SQLITE_OK) return std::unexpected(opened->failure(outcome));
    KEYWARD_CHECK(opened->harden(access == Access::Copy));
    KEYWARD_CHECK(opened->unlock(key, "main", {key && access == Access::Fill ? writeFirstPage : readFirstPage}));
    for (const auto *pragma : {"PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON"})
        KEYWARD_CHECK(opened->run(pragma)); // they look at the file, so not before it is unlocked
    KEYWARD_CHECK(opened->run(access == Access::Copy ? "PRAGMA foreign_keys=OFF" : "PRAGMA foreign_keys=ON"));
    if (access == Access::Write && ::sqlite3_db_readonly(opened->m_handle, "main") == 1)
        return fail(Code::ReadOnly, file.string());
    return opened;
}

/// What a stranger wrote into the file's layout must reach nothing, and no plain page may leave memory.
Status Connection::harden(bool copying)
{
    const int legacy = copying ? 1 : 0; // what older layouts spell is copied as it is spelt
    for (const auto &[option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                        {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
                                        {SQLITE_DBCONFIG_DQS_DML, legacy},
                                        {SQLITE_DBCONFIG_DQS_DDL, legacy},
                                        {SQLITE_DBCONFIG_ENABLE_TRIGGER, copying ? 0 : 1}})
        if (::sqlite3_db_config(m_handle, option, value, nullptr) != SQLITE_OK)
            return fail(Code::Internal, m_file.string(), {"SQLCipher cannot be hardened"});
    m_guard.watch(m_handle);
    for (const auto *pragma : {"PRAGMA temp_store=MEMORY", "PRAGMA cipher_log_level=NONE"}) // else it writes to stderr
        KEYWARD_CHECK(run(pragma));
    return {};
}

/// SQLCipher takes the key apart when it first meets a page, so that happens here too, where its copies are secret.
Status Connection::unlock(const SecretBytes *key, const char *database, const std::vector<std::string> &steps)
{
    const auto use = [&]() -> Status {
        for (const auto &step : steps) KEYWARD_CHECK(run(step.c_str()));
        return {};
    };
    if (!key) return use();
    assert(key->size() == keySize);
    if (key->size() != keySize) return fail(Code::Internal, m_file.string(), {"a data key has 32 bytes"});
    const KeyScope scope;
    KEYWARD_TRY(const auto spelling, spelt(*key));
    const auto text = spelling.exposed();
    const int outcome = ::sqlite3_key_v2(m_handle, database, text.data(), static_cast<int>(text.size()));
    auto done = outcome == SQLITE_OK ? use() : Status(std::unexpected(failure(outcome)));
    if (KeyScope::ranOut()) return fail(Code::SecretHeapFull);
    return done;
}

Status Connection::attachNew(const std::filesystem::path &file, const SecretBytes *key,
                             const std::vector<std::string> &steps)
{
    const char *sql = "ATTACH ?1 AS target KEY ''"; // without a key of its own it would get ours
    KEYWARD_TRY(const auto attach, prepare(sql));
    const auto name = file.string();
    ::sqlite3_bind_text(attach.get(), 1, name.c_str(), -1, SQLITE_STATIC);
    if (const int outcome = ::sqlite3_step(attach.get()); outcome != SQLITE_DONE)
        return std::unexpected(failure(outcome));
    return unlock(key, "target", steps);
}

std::string Connection::cipherVersion()
{
    prepareMemory();
    Connection none({}, false);
    if (::sqlite3_open(":memory:", &none.m_handle) != SQLITE_OK) return {};
    return none.text("PRAGMA cipher_version").value_or(std::string());
}

Result<Prepared> Connection::prepare(const char *&at)
{
    m_guard.forget();
    sqlite3_stmt *statement = nullptr;
    m_guard.preparing(true);
    const int outcome = ::sqlite3_prepare_v2(m_handle, at, -1, &statement, &at);
    m_guard.preparing(false);
    Prepared prepared(statement);
    if (outcome != SQLITE_OK) return std::unexpected(failure(outcome));
    return prepared;
}

Status Connection::run(const char *sql)
{
    KEYWARD_TRY(const auto statement, prepare(sql));
    int outcome = SQLITE_ROW;
    while (outcome == SQLITE_ROW) outcome = ::sqlite3_step(statement.get());
    return outcome == SQLITE_DONE ? Status{} : std::unexpected(failure(outcome));
}

Result<std::string> Connection::text(const char *sql)
{
    KEYWARD_TRY(const auto statement, prepare(sql));
    const int outcome = ::sqlite3_step(statement.get());
    if (outcome == SQLITE_DONE) return std::string();
    if (outcome != SQLITE_ROW) return std::unexpected(failure(outcome));
    const auto *found = reinterpret_cast<const char *>(::sqlite3_column_text(statement.get(), 0));
    return found ? std::string(found) : std::string();
}

Result<std::int64_t> Connection::number(const char *sql)
{
    KEYWARD_TRY(const auto statement, prepare(sql));
    const int outcome = ::sqlite3_step(statement.get());
    if (outcome != SQLITE_ROW && outcome != SQLITE_DONE) return std::unexpected(failure(outcome));
    return outcome == SQLITE_ROW ? ::sqlite3_column_int64(statement.get(), 0) : 0;
}

// By primary result codes (https://sqlite.org/rescode.html); extended ones keep them in the low byte.
Error Connection::failure(int outcome) const
{
    const auto path = m_file.string();
    const char *text = ::sqlite3_errmsg(m_handle);
    if (!m_guard.refused().empty()) return {Code::StatementNotAllowed, path, {m_guard.refused()}, {}};
    if (crypto::protectedMemoryRanOut()) return {Code::SecretHeapFull, {}, {}, {}};
    if (m_guard.stopped()) return {Code::Cancelled, path, {}, {}};
    outcome = meant(outcome, text);
    const auto ofFile = sqliteFailure(
        {.code = outcome, .systemError = ::sqlite3_system_errno(m_handle), .text = text, .waited = patience}, m_file);
    if (ofFile) return *ofFile;
    switch (outcome & 0xff) {
    case SQLITE_INTERRUPT: return {Code::Cancelled, path, {}, {}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return damage(outcome, text);
    default: return {Code::StatementFailed, path, {std::string(text)}, {}};
    }
}

Error Connection::damage(int outcome, const char *text) const
{
    const auto path = m_file.string();
    if ((outcome & 0xff) != SQLITE_NOTADB) return {Code::DatabaseDamaged, path, {std::string(text)}, {}};
    if (m_hasKey) return {Code::DatabaseDamaged, path, {"its pages do not open with its data key"}, {}};
    return {Code::DatabaseDamaged, path, {"it is no SQLite database"}, {}};
}

} // namespace keyward::sqlcipher
