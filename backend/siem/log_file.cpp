// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/siem/log_file.h"

#include "backend/base/system_error.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward::siem {
namespace {

constexpr std::uint64_t firstLook = 64 * 1024; ///< bytes from the end; longer where no entry ends there

std::unexpected<Error> foreign(const std::filesystem::path &path, Sentence why)
{
    return fail(Code::SiemFileForeign, path.string(), {std::move(why)});
}

/// What a process that was ended, or a machine that lost its power, leaves of a line of ours.
bool isTorn(std::string_view text)
{
    const auto shared = std::min(text.size(), lineBegin.size());
    return text.substr(0, shared) == lineBegin.substr(0, shared) ||
           std::ranges::all_of(text, [](char c) { return c == '\0'; });
}

} // namespace

Result<LogFile> LogFile::open(const std::filesystem::path &path)
{
    constexpr int flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
    bool made = false;
    Descriptor file(::open(path.c_str(), flags));
    if (!file.isOpen() && errno == ENOENT) {
        file = Descriptor(::open(path.c_str(), flags | O_CREAT | O_EXCL, 0600));
        made = file.isOpen();
    }
    const int error = errno;
    if (!file.isOpen()) {
        KEYWARD_CHECK(openRegular(path)); // says what stands there instead
        return failWith(error, path);
    }
    struct stat info{};
    if (::fstat(file.number(), &info) != 0) return failWith(errno, path);
    if (!S_ISREG(info.st_mode)) KEYWARD_CHECK(openRegular(path));
    if (info.st_nlink != 1) return foreign(path, said("it has {0} names (hard links)", info.st_nlink));
    return LogFile(path, std::move(file), made);
}

Result<std::uint64_t> LogFile::size() const
{
    struct stat info{};
    if (::fstat(m_file.number(), &info) != 0) return failWith(errno, m_path);
    return static_cast<std::uint64_t>(info.st_size);
}

Result<std::string> LogFile::read(std::uint64_t from, std::uint64_t to) const
{
    Bytes bytes(to - from);
    KEYWARD_TRY(const auto have, readAt(m_file.number(), bytes, from, m_path));
    if (have < bytes.size()) return foreign(m_path, said("it became shorter while it was read"));
    return std::string(textOf(bytes));
}

Result<std::optional<LineMark>> LogFile::last()
{
    KEYWARD_TRY(const auto whole, size());
    std::optional<LineMark> found;
    std::optional<std::uint64_t> cutAt;
    for (auto look = firstLook;; look *= 8) {
        const auto from = whole > look ? whole - look : 0;
        KEYWARD_TRY(const auto text, read(from, whole));
        auto end = text.rfind('\n');
        if (end == std::string::npos && from > 0) continue;
        const auto rest = end == std::string::npos ? std::string_view(text) : std::string_view(text).substr(end + 1);
        if (end == std::string::npos && !isTorn(rest)) return foreign(m_path, said("it is no file of JSON lines"));
        if (!rest.empty()) cutAt = whole - rest.size();
        bool cramped = false; // a line begins before what was read
        while (end != std::string::npos && !found && !cramped) {
            const auto before = end == 0 ? std::string::npos : text.rfind('\n', end - 1);
            cramped = before == std::string::npos && from > 0;
            if (cramped) break;
            const auto begin = before == std::string::npos ? 0 : before + 1;
            auto mark = markOf(std::string_view(text).substr(begin, end - begin));
            if (!mark) return foreign(m_path, said("one of its last lines is no entry of a log"));
            if (mark->number > 0) found = std::move(mark);
            end = before;
        }
        if (!cramped) break;
    }
    if (cutAt && ::ftruncate(m_file.number(), static_cast<off_t>(*cutAt)) != 0) return failWith(errno, m_path);
    return found;
}

Status LogFile::append(std::string_view lines)
{
    KEYWARD_TRY(const auto before, size());
    auto done = writeAll(m_file.number(), bytesOf(lines), m_path);
    if (done) done = syncFile(m_file.number(), m_path);
    if (done && m_made) done = syncFolder(m_path.parent_path());
    if (!done) { // what could not be written whole must not look like lines; a failed cut is seen by last()
        [[maybe_unused]] const auto ignored = ::ftruncate(m_file.number(), static_cast<off_t>(before));
    }
    return done;
}

} // namespace keyward::siem
