// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/plan.h"

namespace keyward::estate {

/// TDE-13: two servers have each other's keys, may unwrap with them, and are linked: what comes before replicas.
struct LinkGoal {
    ResourceId server;
    ResourceId partner;
};
Plan planLink(const Estate &estate, const LinkGoal &goal, Instant now, const RecordId &ids);

} // namespace keyward::estate
