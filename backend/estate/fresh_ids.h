// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/command.h"

namespace keyward::estate {

/// What a command makes gets ids of its own: those left empty by whoever proposed it (a plan, a fix, a preview) are
/// drawn, those given are kept. Pure functions have no randomness, so every executor goes through this.
Action withFreshIds(Action action, Random &random);

} // namespace keyward::estate
