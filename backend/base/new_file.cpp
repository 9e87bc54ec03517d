// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/new_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace keyward {
namespace {

bool writeAll(int descriptor, ByteView rest)
{
    while (!rest.empty()) {
        const auto wrote = ::write(descriptor, rest.data(), rest.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) return false;
        rest = rest.subspan(static_cast<std::size_t>(wrote));
    }
    return true;
}

} // namespace

Status writeNewFile(const std::filesystem::path &file, std::initializer_list<ByteView> parts)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) return errno == EEXIST ? fail(Code::FileExists, file.string()) : fail(Code::Io, file.string(), {std::strerror(errno)});
    bool good = true;
    for (const auto part : parts) good = good && writeAll(descriptor, part);
    good = good && ::fsync(descriptor) == 0;
    const auto why = errno;
    good = ::close(descriptor) == 0 && good;
    if (good) return {};
    ::unlink(file.c_str());
    return fail(why == ENOSPC || why == EDQUOT ? Code::NoSpace : Code::Io, file.string(), {std::strerror(why)});
}

} // namespace keyward
