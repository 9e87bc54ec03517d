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

} // namespace keyward
