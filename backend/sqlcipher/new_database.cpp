// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/sqlcipher/new_database.h"

#include "backend/base/files.h"
#include "backend/base/system_error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward::sqlcipher {
namespace {

constexpr off_t smallest = 512; // bytes: one page, and no page is smaller

const char *kindOf(mode_t mode)
{
    if (S_ISLNK(mode)) return "it is a symbolic link";
    return S_ISDIR(mode) ? "it is a folder" : "it is a device";
}

} // namespace

Result<std::filesystem::path> placeOf(const std::filesystem::path &file)
{
    if (file.filename().empty()) return fail(Code::NotRegularFile, file.string(), {"it is a folder"});
    std::error_code error;
    const auto folder =
        std::filesystem::canonical(file.has_parent_path() ? file.parent_path() : std::filesystem::path("."), error);
    if (error) return failWith(error.value(), file);
    return folder / file.filename();
}

Status lookAt(const std::filesystem::path &file)
{
    struct stat info{};
    if (::lstat(file.c_str(), &info) != 0)
        return errno == ENOENT ? fail(Code::SourceMissing, file.string()) : failWith(errno, file);
    if (!S_ISREG(info.st_mode)) return fail(Code::NotRegularFile, file.string(), {kindOf(info.st_mode)});
    // SQLite takes a file of no byte for a new database, and so one of a single byte.
    if (info.st_size == 0) return fail(Code::DatabaseDamaged, file.string(), {"it is empty"});
    if (info.st_size < smallest) return fail(Code::DatabaseDamaged, file.string(), {"it is cut off"});
    return {};
}

Result<NewDatabase> NewDatabase::make(const std::filesystem::path &file)
{
    Descriptor made(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!made.isOpen()) return errno == EEXIST ? fail(Code::FileExists, file.string()) : failWith(errno, file);
    NewDatabase out(file);
    KEYWARD_CHECK(made.close(file));
    return out;
}

NewDatabase::~NewDatabase()
{
    if (m_file.empty()) return;
    for (const char *beside : {"", "-journal", "-wal", "-shm"}) ::unlink((m_file.string() + beside).c_str());
}

Status NewDatabase::keep(bool contents)
{
    if (contents) {
        Descriptor written(::open(m_file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
        if (!written.isOpen()) return failWith(errno, m_file);
        KEYWARD_CHECK(syncFile(written.number(), m_file));
    }
    KEYWARD_CHECK(syncFolder(m_file.parent_path()));
    m_file.clear();
    return {};
}

} // namespace keyward::sqlcipher
