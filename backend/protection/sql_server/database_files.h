// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/job_runner.h"
#include "backend/sqlcipher/database.h"

/// What stands in the folder of a database, and of a backup of one.
namespace keyward::protection {

inline constexpr const char *pagesName = "data";
inline constexpr const char *logName = "data-wal"; ///< what was written and is not in the pages yet

/// The pages in a folder. Where they are damaged, the error is about 'name'. Otherwise as sqlcipher::Database::open().
Result<std::unique_ptr<sqlcipher::Database>> openPages(const std::filesystem::path &folder,
                                                       const crypto::SecretBytes *key, sqlcipher::Database::Mode mode,
                                                       const std::string &name);

/// How many bytes were gone over; false stops.
using ByBytes = std::function<bool(std::uint64_t)>;
/// For those who are told of more than that, and live longer. The first may be empty.
ByBytes byBytes(const engine::ProgressCallback &progress);
ByBytes byBytes(engine::JobProgress &progress);

} // namespace keyward::protection
