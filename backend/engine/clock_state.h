// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/clock_state.h"

#include <functional>
#include <mutex>

namespace keyward::engine {

/// How far a clock stands before the last committed time; none within what clocks of two machines differ by.
std::optional<Millis> behind(Instant clock, Instant committed);

/// "Now" beside a clock that can be set back: never before the last committed time, and while the clock stands before
/// that,
/// time goes on as measured by what cannot be set. So entries have their order and schedules go on.
class SteadyTime
{
public:
    using Elapsed = std::function<Millis()>; ///< since any fixed moment, also while the machine sleeps
    explicit SteadyTime(Elapsed elapsed);
    Instant now(Instant clock, Instant committed) const; ///< thread-safe
    /// While the clock stands behind: goes on from a moment when it was this time, as another process measured it since
    /// the machine started.
    void goOnFrom(Instant was, Millis then);
    Millis elapsed() const { return m_elapsed(); }

private:
    Elapsed m_elapsed;
    mutable std::mutex m_mutex;
    mutable std::optional<Instant> m_base; ///< when it was …
    mutable Millis m_baseElapsed{0};       ///< … at this reading
    mutable Instant m_committed{};
};

} // namespace keyward::engine
