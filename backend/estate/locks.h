// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/row.h"

namespace keyward::estate {

/// Whether a lock stands against a change: on the thing itself, its resource group, its subscription or its tenant.
/// Locks keep people from it; what time alone makes due (retention, schedules) was decided before.
Status refuseLocked(const Estate &estate, const Guards &guarded, const Actor &actor);

/// Locks that reach the thing, its own first.
std::vector<const Lock *> locksReaching(const Estate &estate, const Scope &scope);

} // namespace keyward::estate
