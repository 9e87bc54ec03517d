// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/locked_folder.h"

#include "backend/base/system_error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>

namespace keyward::protection {

Result<Descriptor> lockedFolder(const std::filesystem::path &folder, int how)
{
    Descriptor out(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!out.isOpen()) return failWith(errno, folder);
    while (::flock(out.number(), how) != 0)
        if (errno != EINTR) return failWith(errno, folder);
    return out;
}

} // namespace keyward::protection
