// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/unfinished_copy.h"

#include "backend/base/files.h"
#include "backend/base/system_error.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward::keystore {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view notePrefix = "copy-";
constexpr std::string_view partSuffix = ".part";
constexpr std::size_t longestPath = 4096;

/// What SQLite and an opened store keep beside it.
void removeBeside(const fs::path &part)
{
    std::error_code ignored;
    for (const auto *suffix : {"-wal", "-shm", "-journal"}) fs::remove(part.string() + suffix, ignored);
    fs::remove_all(part.string() + ".d", ignored);
}

bool removePart(const fs::path &part)
{
    struct stat info{};
    if (part.extension() != partSuffix || ::lstat(part.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return false;
    removeBeside(part);
    return ::unlink(part.c_str()) == 0;
}

/// What is no file is none of ours; and what a disk that fails keeps is tried again.
bool isGone(const fs::path &part)
{
    struct stat info{};
    return part.extension() != partSuffix ||
           (::lstat(part.c_str(), &info) == 0 ? !S_ISREG(info.st_mode) : errno == ENOENT);
}

/// Never over a file that is there; by a link where the file system knows no such renaming.
int renameNew(const fs::path &from, const fs::path &to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return -1;
    return ::link(from.c_str(), to.c_str()) == 0 ? ::unlink(from.c_str()) : -1;
}

} // namespace

UnfinishedCopy::UnfinishedCopy(fs::path target, fs::path part, fs::path note, int lock)
    : m_target(std::move(target)), m_part(std::move(part)), m_note(std::move(note)), m_lock(lock)
{}

UnfinishedCopy::UnfinishedCopy(UnfinishedCopy &&other) noexcept
    : m_target(std::move(other.m_target)), m_part(std::exchange(other.m_part, {})),
      m_note(std::exchange(other.m_note, {})), m_lock(std::exchange(other.m_lock, -1))
{}

UnfinishedCopy::~UnfinishedCopy()
{
    if (!m_part.empty()) removePart(m_part);
    if ((m_part.empty() || isGone(m_part)) && !m_note.empty())
        ::unlink(m_note.c_str()); // else the next one tries again
    if (m_lock >= 0) ::close(m_lock);
}

Result<UnfinishedCopy> UnfinishedCopy::begin(const StorePath &store, const fs::path &given, Random &random)
{
    std::error_code error;
    const auto target = fs::absolute(given, error);
    if (error) return fail(Code::Io, given.string(), {error.message()});
    const auto name = toHex(random.id<RecordId>().bytes).substr(0, 16);
    if (::mkdir(store.folder().c_str(), 0700) != 0 && errno != EEXIST) return failWith(errno, store.folder());
    const auto note = store.folder() / (std::string(notePrefix) + name);
    const int lock = ::open(note.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (lock < 0) return failWith(errno, note);
    UnfinishedCopy out(target, {}, note, lock);
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) return failWith(errno, note);
    const fs::path part = target.string() + "." + name + std::string(partSuffix);
    KEYWARD_CHECK(writeAll(lock, bytesOf(part.string()), note)); // first: what is there is known of
    const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) return failWith(errno, target);
    ::close(descriptor);
    out.m_part = part;
    return out;
}

Status UnfinishedCopy::finish()
{
    {
        const Descriptor file(::open(m_part.c_str(), O_RDONLY | O_CLOEXEC));
        if (!file.isOpen()) return failWith(errno, m_target);
        KEYWARD_CHECK(syncFile(file.number(), m_target));
    }
    if (renameNew(m_part, m_target) != 0)
        return errno == EEXIST ? fail(Code::FileExists, m_target.string()) : failWith(errno, m_target);
    forget();
    auto lasting = syncFolder(m_target.parent_path());
    if (!lasting) ::unlink(m_target.c_str()); // of which it cannot be said that it will last
    return lasting;
}

void UnfinishedCopy::forget()
{
    removeBeside(m_part);
    m_part.clear();
}

std::vector<fs::path> UnfinishedCopy::clear(const StorePath &store)
{
    std::vector<fs::path> removed;
    std::error_code ignored;
    for (auto it = fs::directory_iterator(store.folder(), ignored); it != fs::directory_iterator();
         it.increment(ignored)) {
        const auto &entry = *it;
        if (!entry.path().filename().string().starts_with(notePrefix)) continue;
        const int lock = ::open(entry.path().c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
        if (lock < 0) continue;
        if (::flock(lock, LOCK_EX | LOCK_NB) == 0) { // nobody writes that copy any more
            std::string part(longestPath, '\0');
            const auto size = ::pread(lock, part.data(), part.size(), 0);
            part.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
            if (removePart(part)) removed.emplace_back(part);
            if (isGone(part)) ::unlink(entry.path().c_str());
        }
        ::close(lock);
    }
    return removed;
}

} // namespace keyward::keystore
