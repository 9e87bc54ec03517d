// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/sql_server/database_use.h"

#include "backend/base/system_error.h"

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>

namespace keyward::protection {

Status DatabaseUse::prepare(const std::filesystem::path &folder)
{
    const auto file = folder / "in-use";
    Descriptor made(::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    return made.isOpen() ? made.close(file) : failWith(errno, file);
}

Result<DatabaseUse> DatabaseUse::of(const std::filesystem::path &folder, Kind kind, const std::string &name)
{
    constexpr auto patience = std::chrono::seconds(3);
    constexpr auto pause = std::chrono::milliseconds(20);
    const auto file = folder / "in-use";
    // Made with the database, so that whoever only looks changes nothing.
    Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!descriptor.isOpen() && errno == ENOENT) {
        KEYWARD_CHECK(prepare(folder));
        descriptor = Descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    }
    if (!descriptor.isOpen()) return failWith(errno, file);
    const auto end = std::chrono::steady_clock::now() + patience;
    while (::flock(descriptor.number(), (kind == Kind::Alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) return failWith(errno, file);
        if (std::chrono::steady_clock::now() > end)
            return fail(Code::Busy, name,
                        {kind == Kind::Alone ? "connections to it are open" : "its pages are being written anew"});
        std::this_thread::sleep_for(pause);
    }
    return DatabaseUse(std::move(descriptor));
}

} // namespace keyward::protection
