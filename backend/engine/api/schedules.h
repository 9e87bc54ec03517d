// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/service.h"

namespace keyward::engine {

/// CON-5: what time makes due. An open keystore that is kept for a while carries it out by itself; this is for who
/// asks.
class Schedules
{
public:
    struct Outcome : DueWork {
        bool elsewhere = false; ///< another process is at it; nothing was done here
    };
    virtual ~Schedules() = default;
    /// Once, on the caller's thread. False from the callback ends a job that is under way.
    virtual Outcome run(const ProgressCallback &progress) = 0;
};

} // namespace keyward::engine
