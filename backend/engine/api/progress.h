// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/bytes.h"

#include <cstdint>
#include <functional>
#include <string>

namespace keyward::engine {

/// What a run has done so far.
struct Progress {
    std::uint64_t bytes = 0;
    std::uint64_t files = 0;
    std::string step = {}; ///< which of its steps a job is at, where it has more than one
};
/// Called about ten times a second; false asks to stop.
using ProgressCallback = std::function<bool(const Progress &)>;

/// Where bytes come from: the next piece, valid until the next call; empty at the end.
using PieceSource = std::function<Result<ByteView>()>;

} // namespace keyward::engine
