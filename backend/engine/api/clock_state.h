// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/time.h"

#include <optional>
#include <string>

namespace keyward::engine {

/// Whether the clock can be gone by. While it cannot, what destroys data waits.
struct ClockState {
    std::optional<Millis> behind; ///< how far before the last committed time it stands
    std::optional<Millis> ahead;  ///< how far it jumped, with nobody's word for it
    bool trusted() const { return !behind && !ahead; }
    std::string text() const; ///< "is 3 days behind the last committed time"
};

} // namespace keyward::engine
