// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/sqlcipher/guard.h"

#include "backend/base/names.h"
#include "backend/sqlcipher/library.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <thread>

namespace keyward::sqlcipher {
namespace {

constexpr int stepsBetweenQuestions = 4000; // of SQLite's virtual machine, a fraction of a millisecond
constexpr std::chrono::milliseconds betweenTries{10};

// They tell of the database or check it.
constexpr std::array<std::string_view, 19> harmless{
    "collation_list", "compile_options", "data_version",  "foreign_key_check", "foreign_key_list",
    "foreign_keys",   "freelist_count",  "function_list", "index_info",        "index_list",
    "index_xinfo",    "integrity_check", "module_list",   "page_count",        "pragma_list",
    "quick_check",    "table_info",      "table_list",    "table_xinfo"};
// Numbers of the file for whoever uses it.
constexpr std::array<std::string_view, 2> settable{"application_id", "user_version"};
// They may be asked, not set.
constexpr std::array<std::string_view, 4> readable{"auto_vacuum", "encoding", "journal_mode", "page_size"};
// What reaches other files, keys or memory. Some are of the sqlite3 tool, and here only if somebody adds them.
constexpr std::array<std::string_view, 7> dangerous{"edit",      "fts3_tokenizer",   "load_extension", "readfile",
                                                    "writefile", "sqlcipher_export", "sqlcipher_vtab"};

template <std::size_t n> bool holds(const std::array<std::string_view, n> &list, std::string_view name)
{
    return std::ranges::find(list, name) != list.end();
}

bool mayAsk(std::string_view pragma, bool withValue)
{
    return holds(harmless, pragma) || holds(settable, pragma) || (holds(readable, pragma) && !withValue);
}

std::string_view viewOf(const char *text) { return text ? std::string_view(text) : std::string_view(); }

} // namespace

Guard::User::User(Guard &guard, Work work, const std::function<bool()> &goOn)
    : m_guard(guard), m_before(guard.m_work), m_goOnBefore(guard.m_goOn)
{
    m_guard.forget();
    m_guard.m_stopped = false;
    m_guard.m_work = work;
    m_guard.m_goOn = goOn ? &goOn : nullptr;
}

Guard::User::~User()
{
    m_guard.m_work = m_before;
    m_guard.m_goOn = m_goOnBefore;
    m_guard.m_stopped = false;
    m_guard.forget();
}

void Guard::watch(sqlite3 *database)
{
    ::sqlite3_set_authorizer(database, onAction, this);
    ::sqlite3_progress_handler(database, stepsBetweenQuestions, onProgress, this);
    ::sqlite3_busy_handler(database, onBusy, this);
}

void Guard::forget() { m_refused.clear(); }

bool Guard::mayGoOn()
{
    if (m_goOn && !m_stopped) m_stopped = !(*m_goOn)();
    return !m_goOn || !m_stopped;
}

int Guard::onProgress(void *self) { return static_cast<Guard *>(self)->mayGoOn() ? 0 : 1; }

int Guard::onBusy(void *self, int count)
{
    auto &guard = *static_cast<Guard *>(self);
    const auto now = std::chrono::steady_clock::now();
    if (count == 0) guard.m_waitingSince = now;
    if (now - guard.m_waitingSince >= patience || !guard.mayGoOn()) return 0;
    std::this_thread::sleep_for(betweenTries);
    return 1;
}

int Guard::onAction(void *self, int action, const char *one, const char *two, const char *, const char *)
{
    auto &guard = *static_cast<Guard *>(self);
    return guard.m_work == Work::Own ? SQLITE_OK : guard.judge(action, one, two);
}

int Guard::judge(int action, const char *one, const char *two)
{
    switch (action) {
    case SQLITE_ATTACH: return attach(one);
    case SQLITE_DETACH: return deny("DETACH");
    case SQLITE_TRANSACTION: return transaction(one);
    case SQLITE_SAVEPOINT: return m_work == Work::Single ? SQLITE_OK : deny("SAVEPOINT");
    case SQLITE_PRAGMA: {
        const auto name = folded(viewOf(one));
        return mayAsk(name, two != nullptr) ? SQLITE_OK : deny("PRAGMA " + name);
    }
    case SQLITE_FUNCTION: {
        const auto name = folded(viewOf(two));
        return holds(dangerous, name) ? deny(name + "()") : SQLITE_OK;
    }
    default: return SQLITE_OK;
    }
}

/// VACUUM attaches what it copies into, while it runs: without a name, which here means memory, it is its own matter.
int Guard::attach(const char *file)
{
    if (m_preparing) return deny("ATTACH");
    return viewOf(file).empty() ? SQLITE_OK : deny("VACUUM INTO");
}

int Guard::transaction(const char *what)
{
    if (m_work == Work::Single) return SQLITE_OK;
    if (m_work == Work::Script && viewOf(what) != "ROLLBACK") return SQLITE_IGNORE;
    return deny(what);
}

int Guard::deny(std::string what)
{
    m_refused = std::move(what);
    return SQLITE_DENY;
}

} // namespace keyward::sqlcipher
