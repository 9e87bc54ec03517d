// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/schedule_lock.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sstream>
#include <sys/file.h>
#include <unistd.h>

namespace keyward::engine {

Result<ScheduleLock> ScheduleLock::acquire(const std::filesystem::path &storeFolder)
{
    const auto file = storeFolder / "schedule.lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return fail(errno == ENOSPC                     ? Code::NoSpace
                    : errno == EROFS || errno == EACCES ? Code::ReadOnly
                                                        : Code::Io,
                    file.string(), {std::strerror(errno)});
    ScheduleLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return fail(Code::Busy, file.string(), {"another process carries out what is due"});
    return lock;
}

std::optional<ScheduleLock::Reading> ScheduleLock::reading() const
{
    std::array<char, 200> text{};
    const auto size = ::pread(m_descriptor, text.data(), text.size() - 1, 0);
    if (size <= 0) return std::nullopt;
    std::istringstream in(std::string(text.data(), static_cast<std::size_t>(size)));
    Reading out;
    if (!(in >> out.boot >> out.elapsed >> out.committed)) return std::nullopt;
    return out;
}

bool ScheduleLock::keep(const Reading &reading)
{
    const auto text =
        reading.boot + ' ' + std::to_string(reading.elapsed) + ' ' + std::to_string(reading.committed) + '\n';
    return ::ftruncate(m_descriptor, 0) == 0 &&
           ::pwrite(m_descriptor, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size());
}

ScheduleLock::~ScheduleLock()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
}

} // namespace keyward::engine
