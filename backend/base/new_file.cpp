// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/new_file.h"

#include "backend/base/files.h"
#include "backend/base/system_error.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace keyward {
namespace {

Status fill(Descriptor file, const std::filesystem::path &path, std::initializer_list<ByteView> parts)
{
    for (const auto part : parts) KEYWARD_CHECK(writeAll(file.number(), part, path));
    KEYWARD_CHECK(syncFile(file.number(), path));
    KEYWARD_CHECK(file.close(path));
    return syncFolder(path.has_parent_path() ? path.parent_path() : ".");
}

} // namespace

Status writeNewFile(const std::filesystem::path &file, std::initializer_list<ByteView> parts)
{
    Descriptor made(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!made.isOpen()) return errno == EEXIST ? fail(Code::FileExists, file.string()) : failWith(errno, file);
    auto filled = fill(std::move(made), file, parts);
    if (!filled) ::unlink(file.c_str());
    return filled;
}

Error takenBack(const std::filesystem::path &file, Error why)
{
    std::error_code ignored;
    if (why.code != Code::CommitInDoubt) std::filesystem::remove(file, ignored);
    return why;
}

} // namespace keyward
