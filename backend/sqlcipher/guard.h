// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <utility>

struct sqlite3;

namespace keyward::sqlcipher {

/// What SQL of users may do on a connection, and when it is stopped. SQLite asks before it prepares anything, also what
/// one statement leads to within another.
class Guard
{
public:
    /// Whose SQL is at work: ours, which may do all; one statement of a user; one of several, which are one
    /// transaction; one of a script, whose own BEGIN and COMMIT are passed over for the same reason.
    enum class Work { Own, Single, Several, Script };

    /// For as long as it lives, the connection works for a user.
    class User
    {
    public:
        User(Guard &guard, Work work, const std::function<bool()> &goOn);
        ~User();
        User(const User &) = delete;
        User &operator=(const User &) = delete;

    private:
        Guard &m_guard;
        Work m_before;
        const std::function<bool()> *m_goOnBefore;
    };

    Work is(Work work) { return std::exchange(m_work, work); } ///< returns what it was

    void watch(sqlite3 *database); ///< from now on; it has to live as long as the connection

    void preparing(bool is) { m_preparing = is; }
    void forget(); ///< at the start of a statement: what the last one was refused
    const std::string &refused() const { return m_refused; } ///< as "ATTACH", "PRAGMA key"; empty: nothing was
    bool stopped() const { return m_stopped; }               ///< goOn said so

private:
    static int onAction(void *self, int action, const char *one, const char *two, const char *database, const char *);
    static int onProgress(void *self);
    static int onBusy(void *self, int count);
    int judge(int action, const char *one, const char *two);
    int transaction(const char *what);
    int attach(const char *file);
    int deny(std::string what);
    bool mayGoOn();

    Work m_work = Work::Own;
    const std::function<bool()> *m_goOn = nullptr;
    bool m_preparing = false;
    bool m_stopped = false;
    std::string m_refused;
    std::chrono::steady_clock::time_point m_waitingSince;
};

inline constexpr std::chrono::seconds patience{5}; ///< with other connections to the same file

} // namespace keyward::sqlcipher
