// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/progress.h"
#include "backend/engine/job_lock.h"

#include <chrono>

namespace keyward::protection {

/// Reports a job's progress to whoever watches, and looks for a request to cancel about once a second.
class Watch
{
public:
    Watch(engine::JobLock &lock, const engine::ProgressCallback &outer, std::function<bool()> cancelled)
        : m_lock(lock), m_outer(outer), m_cancelled(std::move(cancelled))
    {}
    bool operator()(const engine::Progress &progress)
    {
        m_lock.report({progress.bytes, progress.files});
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last > std::chrono::seconds(1)) {
            m_last = now;
            if (m_cancelled()) return false;
        }
        return !m_outer || m_outer(progress);
    }

private:
    engine::JobLock &m_lock;
    const engine::ProgressCallback &m_outer;
    std::function<bool()> m_cancelled;
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

/// What the service itself does: jobs that end, schedules that run.
inline const auto systemActor = estate::Actor::system();

} // namespace keyward::protection
