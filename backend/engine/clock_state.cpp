// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/clock_state.h"

#include <algorithm>
#include <ctime>

namespace keyward::engine {
namespace {

constexpr Millis tolerated = std::chrono::minutes(5); // as far as clocks of two machines that share a file differ

Millis sinceBoot()
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds(time.tv_sec) +
           std::chrono::duration_cast<Millis>(std::chrono::nanoseconds(time.tv_nsec));
}

} // namespace

std::string ClockState::text() const
{
    if (behind) return "is " + humanDuration(*behind) + " behind the last committed time";
    if (ahead) return "jumped by " + humanDuration(*ahead) + " and is not synchronised";
    return "is trusted";
}

std::optional<Millis> behind(Instant clock, Instant committed)
{
    return committed - clock > tolerated ? std::optional<Millis>(committed - clock) : std::nullopt;
}

SteadyTime::SteadyTime(Elapsed elapsed) : m_elapsed(elapsed ? std::move(elapsed) : Elapsed(sinceBoot)) {}

Instant SteadyTime::now(Instant clock, Instant committed) const
{
    const std::lock_guard lock(m_mutex);
    const auto elapsed = m_elapsed();
    const bool givenUp = committed < m_committed; // somebody accepted an earlier clock
    m_committed = committed;
    if (!m_base || givenUp || !behind(clock, committed)) {
        m_base = std::max(clock, committed);
        m_baseElapsed = elapsed;
    }
    return std::max(committed, *m_base + (elapsed - m_baseElapsed));
}

void SteadyTime::goOnFrom(Instant was, Millis then)
{
    const std::lock_guard lock(m_mutex);
    const auto elapsed = m_elapsed();
    if (!m_base || then > elapsed || was + (elapsed - then) <= *m_base + (elapsed - m_baseElapsed)) return;
    m_base = was + (elapsed - then);
    m_baseElapsed = elapsed;
}

} // namespace keyward::engine
