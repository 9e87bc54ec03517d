// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"

#include <filesystem>
#include <utility>

namespace keyward::engine {

/// Held by the one process that carries out what is due, while it does; the system lets go of it when the process dies.
/// Its
/// file, 'schedule.lock' in STORE.d, stays: were it removed, two processes could hold two files of that name.
class ScheduleLock
{
public:
    static Result<ScheduleLock> acquire(const std::filesystem::path &storeFolder); ///< Code::Busy: another one is at it

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
