// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/schedule_lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
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

ScheduleLock::~ScheduleLock()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
}

} // namespace keyward::engine
