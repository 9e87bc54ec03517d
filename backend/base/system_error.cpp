// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/system_error.h"

#include <cerrno>
#include <cstring>
#include <sys/statvfs.h>

namespace keyward {
namespace {

// Result codes of SQLite, which it promises to keep; extended ones have them in the low byte.
constexpr int primary = 0xff;
constexpr int busy = 5, locked = 6, readOnly = 8, ioError = 10, full = 13, cannotOpen = 14;
constexpr int moved = readOnly | 4 << 8;

/// Where the system's own word for a failure is lost: is the disk full?
bool noRoom(const std::filesystem::path &file)
{
    struct statvfs disk{};
    return ::statvfs(file.parent_path().c_str(), &disk) == 0 &&
           (disk.f_bavail == 0 || (disk.f_files != 0 && disk.f_favail == 0));
}

Error ofDisk(const SqliteFailure &failure, const std::filesystem::path &file)
{
    const int number = failure.systemError;
    if (number != 0 && number != ENOENT && number != EAGAIN) return failWith(number, file).error();
    if (noRoom(file)) return {Code::NoSpace, file.string(), {}, {}};
    if ((failure.code & primary) == cannotOpen) return {Code::Io, file.string(), {"it cannot be opened"}, {}};
    return {Code::Io, file.string(), {said("the disk failed: {0}", failure.text)}, {}};
}

} // namespace

Code codeOf(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT: return Code::NoSpace;
    case EFBIG: return Code::FileTooLarge;
    case EROFS: return Code::ReadOnly;
    default: return Code::Io;
    }
}

std::unexpected<Error> failWith(int error, const std::filesystem::path &file)
{
    return fail(codeOf(error), file.string(), {std::strerror(error)});
}

std::optional<Error> sqliteFailure(const SqliteFailure &failure, const std::filesystem::path &file)
{
    switch (failure.code & primary) {
    case busy:
    case locked: {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(failure.waited).count();
        return Error{Code::Busy, file.string(), {said("it has held the write lock for {0} seconds", seconds)}, {}};
    }
    case readOnly:
        if (failure.code == moved)
            return Error{Code::Io, file.string(), {"it was moved or replaced while it was open"}, {}};
        return Error{Code::ReadOnly, file.string(), {}, {}};
    case full: return Error{Code::NoSpace, file.string(), {}, {}};
    case cannotOpen:
    case ioError: return ofDisk(failure, file);
    default: return {};
    }
}

bool isUnsupported(int error)
{
    switch (error) {
    case EPERM:
    case EACCES:
    case ENOSYS:
    case EOPNOTSUPP:
    case EINVAL:
    case ENOTTY:
    case ERANGE:
    case ENAMETOOLONG:
    case E2BIG: return true;
    default: return false;
    }
}

} // namespace keyward
