// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/command.h"
#include "backend/estate/estate.h"

namespace keyward::estate {

/// One thing that a command changes, as far as locks are concerned, and whether the command removes it.
struct Guarded {
    Scope scope;
    bool removes = false; ///< also held back by CanNotDelete; otherwise by ReadOnly alone
    auto operator<=>(const Guarded &) const = default;
};
/// What a command is about. Locks guard management: keys are guarded by purge protection and by what needs them, as on
/// the platform; principals, roles and the locks themselves stand in no place; what ends or reads goes on.
std::vector<Guarded> guardedBy(const Estate &estate, const Action &action);

/// Whether a lock stands against a change: on the thing itself, its resource group, its subscription or its tenant.
/// Locks keep people from it; what time alone makes due (retention, schedules) was decided before.
Status refuseLocked(const Estate &estate, const Action &action, const Actor &actor);

/// Locks that reach the thing, its own first.
std::vector<const Lock *> locksReaching(const Estate &estate, const Scope &scope);

} // namespace keyward::estate
