// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/paths.h"
#include "backend/engine/api/progress.h"

#include <vector>

namespace keyward::protection {

using engine::PieceSource;
using engine::Progress;
using engine::ProgressCallback;

constexpr std::chrono::milliseconds progressEvery{100}; ///< how often a job tells how far it is
constexpr std::size_t warningLimit = 1000;              ///< what a job's summary names of what it left out

/// … and that there is more.
inline void addWarning(std::vector<std::string> &warnings, std::string text)
{
    if (warnings.size() < warningLimit)
        warnings.push_back(std::move(text));
    else if (warnings.size() == warningLimit)
        warnings.emplace_back("… and more");
}

} // namespace keyward::protection
