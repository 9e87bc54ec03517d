// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/sql_server/database_files.h"

namespace keyward::protection {

Result<std::unique_ptr<sqlcipher::Database>> openPages(const std::filesystem::path &folder,
                                                       const crypto::SecretBytes *key, sqlcipher::Database::Mode mode,
                                                       const std::string &name)
{
    return sqlcipher::Database::open(folder / pagesName, key, mode).transform_error([&](Error error) {
        if (error.code == Code::DatabaseDamaged) error.target = name;
        return error;
    });
}

ByBytes byBytes(const engine::ProgressCallback &progress)
{
    return [&progress](std::uint64_t bytes) { return !progress || progress({.bytes = bytes, .files = 0}); };
}

ByBytes byBytes(engine::JobProgress &progress)
{
    return [&progress](std::uint64_t bytes) { return progress({.bytes = bytes, .files = 0}); };
}

} // namespace keyward::protection
