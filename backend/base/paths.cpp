// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/paths.h"

namespace keyward {

bool pathExists(const std::filesystem::path &path)
{
    std::error_code error;
    return std::filesystem::exists(path, error);
}

bool isFolder(const std::filesystem::path &path)
{
    std::error_code error;
    return std::filesystem::is_directory(path, error);
}

Result<std::filesystem::path> absolutePath(const std::filesystem::path &path)
{
    if (path.empty()) return fail(Code::ValueInvalid, {}, {"path", "it is empty"});
    std::error_code error;
    const auto whole = std::filesystem::absolute(path, error);
    if (error) return fail(Code::Io, path.string(), {error.message()});
    return whole.lexically_normal();
}

} // namespace keyward
