// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/impact.h"

#include <span>

namespace keyward::estate {

/// What several commands would do one after the other, each on what the former ones leave, told as one thing.
struct CommonImpact {
    struct Each {
        std::optional<Error> refused; ///< why a rule forbids it; the others go on without it
        bool takesAway = false;       ///< by itself refused without an override
    };
    Impact impact; ///< between the estate before the first and after the last; .undo only of a single one
    std::vector<Each> each;
    std::vector<Action> undo; ///< takes all of it back, the last thing first; empty if something cannot be taken back
};
CommonImpact commonImpact(const Estate &estate, std::span<const Command> commands, const Actor &actor, Instant now);

} // namespace keyward::estate
