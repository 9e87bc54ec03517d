// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

/// What failed system calls come to: the one place where an errno, or what SQLite makes of one, becomes a Code.
namespace keyward {

/// NoSpace (also where only a quota is full), FileTooLarge, ReadOnly (the file system is), else Io.
Code codeOf(int error);

/// The failure with its file and the system's own words.
std::unexpected<Error> failWith(int error, const std::filesystem::path &file);

/// A failure as SQLite tells it. A process may hold two copies of it, so none of its headers is needed here.
struct SqliteFailure {
    int code = 0;                     ///< primary or extended (https://sqlite.org/rescode.html)
    int systemError = 0;              ///< what sqlite3_system_errno() says
    std::string text;                 ///< what sqlite3_errmsg() says
    std::chrono::milliseconds waited; ///< for others, before it gave up
};
/// Where other users of the file, its rights or its disk are to blame: Busy, ReadOnly, NoSpace, FileTooLarge or Io.
/// Absent for all that the file's contents or a statement are to blame for.
std::optional<Error> sqliteFailure(const SqliteFailure &failure, const std::filesystem::path &file);

/// Of mode, owner, times and attributes: whether they just cannot be had here (no right to, no such thing on this file
/// system), which is worth a warning. Anything else is a disk that failed.
bool isUnsupported(int error);

} // namespace keyward
