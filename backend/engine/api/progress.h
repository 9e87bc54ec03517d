// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"

#include <cstdint>
#include <functional>

namespace keyward::engine {

/// What a run has done so far.
struct Progress {
    std::uint64_t bytes = 0;
    std::uint64_t files = 0;
};
/// Called about ten times a second; false asks to stop.
using ProgressCallback = std::function<bool(const Progress &)>;

} // namespace keyward::engine
