// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/plan.h"

namespace keyward::estate {

/// Whether a plan can be carried out as it is: the reason of its first step that stands in the way.
Status nothingBlocks(const Plan &plan);

} // namespace keyward::estate
