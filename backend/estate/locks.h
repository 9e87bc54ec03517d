// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/command.h"
#include "backend/estate/estate.h"

namespace keyward::estate {

/// Whether a lock stands against a change: on the thing itself, its resource group, its subscription or its tenant. Locks
/// guard management; a key is guarded by purge protection and by what needs it, as on the platform.
Status refuseLocked(const Estate &estate, const Action &action);

/// Locks that reach the thing, its own first.
std::vector<const Lock *> locksReaching(const Estate &estate, const Scope &scope);

} // namespace keyward::estate
