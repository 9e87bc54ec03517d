// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"
#include "backend/sqlcipher/database.h"

#include <filesystem>
#include <functional>

/// The pages of a replica. They are those of its primary, byte by byte, under the same data key; what changed there is
/// carried over page by page, so that a small change of a large database costs little. Whoever works on them has the
/// database's lock alone (DatabaseUse), and no connection is open.
namespace keyward::protection {

struct Carried {
    std::uint64_t bytes = 0; ///< of the database
    std::uint64_t pages = 0; ///< that differed, and were written
};

/// Makes the file 'data' in 'folder' what 'from' is. What differs is written down beside it, durably, before the first
/// page is touched: whenever the power fails, the file is the one or the other, or is finished by finishCarried().
/// 'progress' gets the bytes that were compared; false stops, and nothing was changed.
Result<Carried> carryPages(const sqlcipher::HeldPages &from, const std::filesystem::path &folder,
                           const crypto::Context &context, const std::function<bool(std::uint64_t)> &progress);

/// The same into a new file 'data', of a folder that nobody looks into yet. What is written meanwhile is let through
/// between its pieces: it is no whole copy before carryPages() went over it.
Status copyPages(sqlcipher::Database &from, const std::filesystem::path &folder,
                 const std::function<bool(std::uint64_t)> &progress);

/// Whether changes that were cut short wait there.
bool carryingWasCutShort(const std::filesystem::path &folder);
/// Does what an interrupted carryPages() had begun to; nothing where there is none. Code::DatabaseDamaged where what it
/// wrote down is not whole.
Status finishCarried(const std::filesystem::path &folder, const crypto::Context &context);

} // namespace keyward::protection
