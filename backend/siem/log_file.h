// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/files.h"
#include "backend/siem/json_line.h"

namespace keyward::siem {

/// A file of JSON lines that grows at its end. Opened anew for each batch, so that one that was moved away by whatever
/// rotates logs is followed by a new one.
class LogFile
{
public:
    /// Makes it where it is not there, for this user alone; its folder is not made. Never follows a link. Codes:
    /// NotRegularFile; SiemFileForeign where it has several names; and those of failWith().
    static Result<LogFile> open(const std::filesystem::path &path);

    /// The last entry in it, by its number; absent: there is none. What stands behind the last whole line is what a
    /// process that was ended left of one, and is cut off. Code::SiemFileForeign where the file is something else,
    /// which then is left as it is.
    Result<std::optional<LineMark>> last();
    /// Whole lines, all of them durable, or none.
    Status append(std::string_view lines);

private:
    LogFile(std::filesystem::path path, Descriptor file, bool made)
        : m_path(std::move(path)), m_file(std::move(file)), m_made(made)
    {}
    Result<std::uint64_t> size() const;
    Result<std::string> read(std::uint64_t from, std::uint64_t to) const;

    std::filesystem::path m_path;
    Descriptor m_file;
    bool m_made = false; ///< its name is not durable yet
};

} // namespace keyward::siem
