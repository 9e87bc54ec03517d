// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/files.h"

#include "backend/base/system_error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward {
namespace {

const char *kindOf(mode_t mode)
{
    if (S_ISDIR(mode)) return "it is a folder";
    if (S_ISLNK(mode)) return "it is a symbolic link";
    if (S_ISFIFO(mode)) return "it is a pipe";
    if (S_ISSOCK(mode)) return "it is a socket";
    return "it is a device";
}

std::unexpected<Error> notRegular(const std::filesystem::path &file, mode_t mode)
{
    return fail(Code::NotRegularFile, file.string(), {kindOf(mode)});
}

} // namespace

Descriptor::~Descriptor()
{
    if (isOpen()) ::close(m_number);
}

Status Descriptor::close(const std::filesystem::path &file)
{
    return ::close(release()) == 0 ? Status{} : failWith(errno, file);
}

Result<Descriptor> openRegular(const std::filesystem::path &file, Links links)
{
    // O_NONBLOCK: opening a pipe would wait for somebody to write into it.
    const int flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | (links == Links::Refuse ? O_NOFOLLOW : 0);
    Descriptor opened(::open(file.c_str(), flags));
    const int error = errno;
    struct stat info{};
    if (!opened.isOpen()) { // a socket or a link does not even open
        const bool there = (links == Links::Refuse ? ::lstat(file.c_str(), &info) : ::stat(file.c_str(), &info)) == 0;
        if (there && !S_ISREG(info.st_mode)) return notRegular(file, info.st_mode);
        return failWith(error, file);
    }
    if (::fstat(opened.number(), &info) != 0) return failWith(errno, file);
    if (!S_ISREG(info.st_mode)) return notRegular(file, info.st_mode);
    return opened;
}

Result<std::size_t> readAt(int descriptor, std::span<std::uint8_t> into, std::uint64_t offset,
                           const std::filesystem::path &file)
{
    std::size_t have = 0;
    while (have < into.size()) {
        const auto got = ::pread(descriptor, into.data() + have, into.size() - have, static_cast<off_t>(offset + have));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failWith(errno, file);
        if (got == 0) break;
        have += static_cast<std::size_t>(got);
    }
    return have;
}

Status writeAll(int descriptor, ByteView bytes, const std::filesystem::path &file)
{
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return failWith(written < 0 ? errno : EIO, file);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Status writeAt(int descriptor, ByteView bytes, std::uint64_t offset, const std::filesystem::path &file)
{
    while (!bytes.empty()) {
        const auto written = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return failWith(written < 0 ? errno : EIO, file);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return {};
}

Status syncFile(int descriptor, const std::filesystem::path &file)
{
    return ::fsync(descriptor) == 0 ? Status{} : failWith(errno, file);
}

Status syncFolder(const std::filesystem::path &folder)
{
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened.isOpen()) return errno == EACCES ? Status{} : failWith(errno, folder); // may be written to, not listed
    if (::fsync(opened.number()) == 0 || errno == EINVAL) return {};                   // EINVAL: no such thing there
    return failWith(errno, folder);
}

Status removeTree(const std::filesystem::path &folder)
{
    namespace fs = std::filesystem;
    std::error_code ignored;
    for (auto it = fs::recursive_directory_iterator(folder, ignored); it != fs::recursive_directory_iterator();
         it.increment(ignored))
        if (it->is_directory(ignored) && !it->is_symlink(ignored))
            fs::permissions(it->path(), fs::perms::owner_all, fs::perm_options::add, ignored);
    std::error_code error;
    fs::remove_all(folder, error);
    return error ? failWith(error.value(), folder) : Status{};
}

bool liesWithin(const std::filesystem::path &path, const std::filesystem::path &folder)
{
    struct stat wanted{};
    if (::stat(folder.c_str(), &wanted) != 0) return false;
    std::error_code error;
    auto at = std::filesystem::weakly_canonical(path, error);
    if (error) at = std::filesystem::absolute(path, error).lexically_normal();
    for (;; at = at.parent_path()) {
        struct stat here{};
        if (::stat(at.c_str(), &here) == 0 && here.st_dev == wanted.st_dev && here.st_ino == wanted.st_ino) return true;
        if (!at.has_relative_path()) return false;
    }
}

} // namespace keyward
