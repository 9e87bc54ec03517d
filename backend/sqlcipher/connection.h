// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"
#include "backend/sqlcipher/guard.h"

#include <filesystem>
#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace keyward::sqlcipher {

struct Finalize {
    void operator()(sqlite3_stmt *statement) const;
};
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

/// One connection to one file, hardened, its first page read; what SQLite says of a failure becomes a Code.
class Connection
{
public:
    /// Fill: a file that is empty yet; where there is a key it gets its first page at once. Copy: only read, but what
    /// is attached to it is written. Still: nobody changes it, so no lock is taken.
    enum class Access { Read, Write, Fill, Copy, Still };

    /// Codes: DatabaseDamaged, Busy, ReadOnly, SecretHeapFull and those of failWith() (system_error.h).
    static Result<std::unique_ptr<Connection>> open(const std::filesystem::path &file, const crypto::SecretBytes *key,
                                                    Access access);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    static std::string cipherVersion();

    sqlite3 *handle() const { return m_handle; }
    const std::filesystem::path &file() const { return m_file; }
    Guard &guard() { return m_guard; }

    /// The next statement at 'at', which is moved behind it; null where only blanks are left.
    Result<Prepared> prepare(const char *&at);
    Status run(const char *sql);                                                   ///< one statement, its rows dropped
    void attempt(const char *sql) { [[maybe_unused]] const auto done = run(sql); } ///< where there is no better way
    Result<std::int64_t> number(const char *sql);
    Result<std::string> text(const char *sql); ///< of the first row's first column; empty where there is no row
    /// A file that is empty yet, as "target". The steps choose its layout, the last one writes its first page.
    Status attachNew(const std::filesystem::path &file, const crypto::SecretBytes *key,
                     const std::vector<std::string> &steps);

    Error failure(int outcome) const; ///< of the last call, which came to 'outcome'

private:
    Connection(std::filesystem::path file, bool hasKey) : m_file(std::move(file)), m_hasKey(hasKey) {}
    Status harden(bool copying);
    Status unlock(const crypto::SecretBytes *key, const char *database, const std::vector<std::string> &steps);
    Error damage(int outcome, const char *text) const;

    std::filesystem::path m_file;
    bool m_hasKey;
    sqlite3 *m_handle = nullptr;
    Guard m_guard;
};

} // namespace keyward::sqlcipher
