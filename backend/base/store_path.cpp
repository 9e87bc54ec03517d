// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/store_path.h"

#include "backend/base/system_error.h"

#include <cerrno>
#include <sys/stat.h>

namespace keyward {
namespace {

namespace fs = std::filesystem;

std::string_view kindOf(const struct stat &info)
{
    if (S_ISDIR(info.st_mode)) return "it is a folder";
    if (S_ISFIFO(info.st_mode)) return "it is a pipe";
    if (S_ISSOCK(info.st_mode)) return "it is a socket";
    return "it is a device";
}

} // namespace

Result<StorePath> StorePath::existing(const fs::path &given)
{
    std::error_code error;
    const auto file = fs::canonical(given, error);
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory || given.empty())
        return fail(Code::StoreMissing, given.string());
    if (error) return fail(Code::Io, given.string(), {error.message()});
    struct stat info{};
    if (::stat(file.c_str(), &info) != 0) return failWith(errno, file);
    if (!S_ISREG(info.st_mode)) return fail(Code::NotRegularFile, given.string(), {std::string(kindOf(info))});
    if (info.st_nlink > 1) return fail(Code::StoreHardLinked, file.string(), {std::to_string(info.st_nlink)});
    return StorePath(file);
}

Result<StorePath> StorePath::fresh(const fs::path &given)
{
    std::error_code error;
    if (fs::symlink_status(given, error).type() != fs::file_type::not_found) // not exists(): that follows a link
        return error ? fail(Code::Io, given.string(), {error.message()}) : fail(Code::StoreExists, given.string());
    const auto parent = given.has_parent_path() ? given.parent_path() : fs::path(".");
    const auto folder = fs::canonical(parent, error);
    if (error || !fs::is_directory(folder, error))
        return fail(Code::Io, parent.string(), {"the folder does not exist"});
    if (!given.has_filename()) return fail(Code::NotRegularFile, given.string(), {"it names a folder"});
    return StorePath(folder / given.filename());
}

Result<StorePath> StorePath::place(const fs::path &given)
{
    auto there = existing(given);
    if (there || there.error().code != Code::StoreMissing) return there;
    return fresh(given);
}

fs::path StorePath::folder() const { return m_file.string() + ".d"; }

bool StorePath::holds(const fs::path &other) const
{
    std::error_code error;
    const auto real = fs::weakly_canonical(fs::absolute(other, error), error);
    if (error) return false;
    for (const auto *suffix : {"", "-wal", "-shm", "-journal"})
        if (real == fs::path(m_file.string() + suffix)) return true;
    const auto within = real.lexically_relative(folder());
    return !within.empty() && *within.begin() != "..";
}

} // namespace keyward
