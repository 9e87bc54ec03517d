// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/files.h"

#include <filesystem>

namespace keyward {

/// Writes all of it into a new file that only this user may read, durably, or leaves nothing behind. Several parts are
/// written one after the other, so that a secret need not be copied to get a line end. Never follows a link.
/// Codes: FileExists, and those of failWith() (system_error.h).
Status writeNewFile(const std::filesystem::path &file, std::initializer_list<ByteView> parts);

/// A new file that only this user may read, written piece by piece, which has its name only once all of it is there. A
/// killed process leaves nothing behind where the file system knows files without a name.
class NewFile
{
public:
    /// Codes: FileExists, and those of failWith().
    static Result<NewFile> begin(std::filesystem::path file);
    NewFile(NewFile &&) noexcept = default;
    NewFile &operator=(NewFile &&) = delete;
    ~NewFile(); ///< takes away what was not finished

    Status write(ByteView piece) { return writeAll(m_open.number(), piece, m_file); }
    Status finish(); ///< durable, under its name. Code::FileExists where somebody took that meanwhile

private:
    NewFile(std::filesystem::path file, Descriptor open, bool named)
        : m_file(std::move(file)), m_open(std::move(open)), m_named(named)
    {}
    std::filesystem::path m_file;
    Descriptor m_open;
    bool m_named; ///< it has its name already, as the file system knows no other way
};

/// Takes a new file away again, because what it is in the keystore could not be noted for 'why', and gives that error
/// back. Where it is in doubt whether it was noted (Code::CommitInDoubt) the file stays: the keystore may count on it.
Error takenBack(const std::filesystem::path &file, Error why);

} // namespace keyward
