// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/new_file.h"

#include "backend/base/system_error.h"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward {
namespace {

std::filesystem::path folderOf(const std::filesystem::path &file)
{
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

Status fill(Descriptor file, const std::filesystem::path &path, std::initializer_list<ByteView> parts)
{
    for (const auto part : parts) KEYWARD_CHECK(writeAll(file.number(), part, path));
    KEYWARD_CHECK(syncFile(file.number(), path));
    KEYWARD_CHECK(file.close(path));
    return syncFolder(folderOf(path));
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

Result<NewFile> NewFile::begin(std::filesystem::path file)
{
    struct stat info{};
    if (::lstat(file.c_str(), &info) == 0) return fail(Code::FileExists, file.string());
    Descriptor open(::open(folderOf(file).c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0600));
    if (open.isOpen()) return NewFile(std::move(file), std::move(open), false);
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL) return failWith(errno, file);
    open = Descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!open.isOpen()) return errno == EEXIST ? fail(Code::FileExists, file.string()) : failWith(errno, file);
    return NewFile(std::move(file), std::move(open), true);
}

NewFile::~NewFile()
{
    if (m_named && m_open.isOpen()) ::unlink(m_file.c_str());
}

Status NewFile::finish()
{
    KEYWARD_CHECK(syncFile(m_open.number(), m_file));
    if (!m_named) {
        const auto same = "/proc/self/fd/" + std::to_string(m_open.number());
        if (::linkat(AT_FDCWD, same.c_str(), AT_FDCWD, m_file.c_str(), AT_SYMLINK_FOLLOW) != 0)
            return errno == EEXIST ? fail(Code::FileExists, m_file.string()) : failWith(errno, m_file);
        m_named = true; // and so taken away where the rest fails
    }
    KEYWARD_CHECK(syncFolder(folderOf(m_file)));
    const Descriptor done = std::move(m_open);
    return {};
}

Error takenBack(const std::filesystem::path &file, Error why)
{
    std::error_code ignored;
    if (why.code != Code::CommitInDoubt) std::filesystem::remove(file, ignored);
    return why;
}

} // namespace keyward
