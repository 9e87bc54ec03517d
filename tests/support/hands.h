// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/bytes.h"

#include <cstdlib>
#include <filesystem>
#include <sqlite3.h>
#include <string>

namespace keyward::test {

/// A second pair of hands on the file, through SQLite itself: what somebody without the keys can do.
class Hands
{
public:
    explicit Hands(const std::filesystem::path &file) { m_ok = ::sqlite3_open(file.c_str(), &m_database) == SQLITE_OK; }
    ~Hands() { ::sqlite3_close(m_database); }
    Hands(const Hands &) = delete;
    Hands &operator=(const Hands &) = delete;

    /// Several statements; false where one fails.
    bool run(const std::string &sql)
    {
        return m_ok && ::sqlite3_exec(m_database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    int changed() const { return ::sqlite3_changes(m_database); }
    long long number(const std::string &sql)
    {
        long long out = -1;
        ::sqlite3_exec(
            m_database, sql.c_str(),
            [](void *to, int, char **values, char **) {
                *static_cast<long long *>(to) = values[0] ? std::atoll(values[0]) : -1;
                return 0;
            },
            &out, nullptr);
        return out;
    }
    /// One value, as its bytes; empty where there is none.
    Bytes blob(const std::string &sql)
    {
        Bytes out;
        sqlite3_stmt *query = nullptr;
        if (::sqlite3_prepare_v2(m_database, sql.c_str(), -1, &query, nullptr) == SQLITE_OK &&
            ::sqlite3_step(query) == SQLITE_ROW) {
            const auto *bytes = static_cast<const std::uint8_t *>(::sqlite3_column_blob(query, 0));
            out.assign(bytes, bytes + ::sqlite3_column_bytes(query, 0));
        }
        ::sqlite3_finalize(query);
        return out;
    }
    /// A statement with one value to put in; false where it fails.
    bool put(const std::string &sql, ByteView value)
    {
        sqlite3_stmt *query = nullptr;
        const bool done = ::sqlite3_prepare_v2(m_database, sql.c_str(), -1, &query, nullptr) == SQLITE_OK &&
                          ::sqlite3_bind_blob(query, 1, value.data(), static_cast<int>(value.size()),
                                              SQLITE_TRANSIENT) == SQLITE_OK &&
                          ::sqlite3_step(query) == SQLITE_DONE;
        ::sqlite3_finalize(query);
        return done;
    }

private:
    sqlite3 *m_database = nullptr;
    bool m_ok = false;
};

} // namespace keyward::test
