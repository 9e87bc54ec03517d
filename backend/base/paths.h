// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"

#include <filesystem>

/// Questions about paths that people give. std::filesystem answers them by exceptions where a path is empty, too long
/// or behind a folder that cannot be entered, so nobody here asks it without an error_code
/// (tests/checks/throwing-filesystem).
namespace keyward {

bool pathExists(const std::filesystem::path &path); ///< false also where nobody can tell
bool isFolder(const std::filesystem::path &path);
/// From the root, without "." and ".."; links stay. Codes: ValueInvalid for an empty path, Io where the current folder
/// is gone.
Result<std::filesystem::path> absolutePath(const std::filesystem::path &path);

/// As everybody means the same one by it: absolute, without links as far as it exists, without a slash at the end.
Result<std::filesystem::path> realPath(const std::filesystem::path &given);
/// For people: bytes that are not UTF-8 as \xNN, control characters too.
std::string printable(std::string_view path);

} // namespace keyward
