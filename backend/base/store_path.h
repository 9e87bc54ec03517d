// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"

#include <filesystem>

namespace keyward {

/// Where a keystore really is. What stands beside it (its log, STORE.d, locks) and what is named after it (an agent's
/// socket) hangs on its path, so a second name for it, by a link, would be a second keystore. Symbolic links are
/// followed once, here; nothing that works on a keystore takes its path in another form.
class StorePath
{
public:
    /// Of a keystore that is there. Codes: StoreMissing, NotRegularFile (without having opened it), StoreHardLinked,
    /// Io.
    static Result<StorePath> existing(const std::filesystem::path &given);
    /// Of one that is to be made. Codes: StoreExists (also for a link that leads nowhere), Io where its folder is
    /// missing.
    static Result<StorePath> fresh(const std::filesystem::path &given);
    /// Of one that may be there or not, as for putting a copy back. Codes of the other two, but StoreMissing and
    /// StoreExists.
    static Result<StorePath> place(const std::filesystem::path &given);

    const std::filesystem::path &file() const { return m_file; } ///< absolute, without links
    std::filesystem::path folder() const;                        ///< STORE.d, for what is too large for records
    bool holds(const std::filesystem::path &other) const; ///< whether that is the file, its log, or lies in folder()
    std::string text() const { return m_file.string(); }

    bool operator==(const StorePath &) const = default;

private:
    explicit StorePath(std::filesystem::path file) : m_file(std::move(file)) {}
    std::filesystem::path m_file;
};

} // namespace keyward
