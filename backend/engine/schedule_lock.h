// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace keyward::engine {

/// Held by the one process that carries out what is due, while it does; the system lets go of it when the process dies.
/// Its file, 'schedule.lock' in STORE.d, stays: were it removed, two processes could hold two files of that name.
class ScheduleLock
{
public:
    static Result<ScheduleLock> acquire(const std::filesystem::path &storeFolder); ///< Code::Busy: another one is at it

    /// How long the machine had run when a time was the last committed one. By it time goes on from one process to the
    /// next where the clock was set back. Nothing secret, and believed no further than the machine has run.
    struct Reading {
        std::string boot;                        ///< which start of the machine
        std::int64_t elapsed = 0, committed = 0; ///< ms
        bool operator==(const Reading &) const = default;
    };
    std::optional<Reading> reading() const; ///< absent where there is none, or none that makes sense
    bool keep(const Reading &reading);      ///< false: it was not, and the next process cannot go on from here

    ~ScheduleLock();
    ScheduleLock(ScheduleLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    ScheduleLock(const ScheduleLock &) = delete;
    ScheduleLock &operator=(const ScheduleLock &) = delete;
    ScheduleLock &operator=(ScheduleLock &&) = delete;

private:
    explicit ScheduleLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

} // namespace keyward::engine
