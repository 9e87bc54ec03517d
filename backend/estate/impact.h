// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/access.h"
#include "backend/estate/assess.h"
#include "backend/estate/claims.h"
#include "backend/estate/told.h"

namespace keyward::estate {

struct Facts;

/// What a command would do to what is in use: the assessment after it minus the one before it.
struct Impact {
    struct Effect {
        ResourceId resource;
        std::string name;
        BindingHealth before;
        BindingHealth after;
        std::vector<Reason> added =
            {}; ///< what would stand in the way that does not now, whether or not something does already
        bool worse() const
        {
            return !added.empty() || after.health > before.health || after.unreadable > before.unreadable;
        }
    };
    std::vector<Effect> effects;          ///< only where the verdict changes
    std::vector<Claim> claims;            ///< on key versions that the command takes away
    std::vector<AccessDifference> access; ///< who gains or loses which permissions
    std::vector<std::string> stillHeldBy; ///< for a purge: backups that still hold the key
    Sentence irreversible;                ///< why it cannot be undone; empty if it can
    std::optional<Undo> undo;             ///< absent if nothing undoes it
    bool takesAway = false;               ///< refused without override
};

/// Why access that is lost already stays so.
struct StaysLost {
    std::vector<Action> mends;   ///< what heals the reasons of today
    std::vector<Reason> because; ///< what would be in the way then; or is now, where nothing is added
    bool another = false;        ///< there is more in the way than now
};
std::optional<StaysLost> staysLost(const Impact::Effect &effect); ///< none where it was not lost, or no longer is
/// "stays lost after …, because …"; empty where it does not. 'worded' says how a fix of today is named: by its sentence
/// or by its line.
std::string staysLost(const Impact::Effect &effect, const std::function<std::string(const Action &)> &worded);

/// Without doing it. The refusals of rules are still given as errors.
Result<Impact> impactOf(const Estate &estate, const Command &command, const Actor &actor, Instant now);

/// What a purge cannot reach: backups that left the keystore and still hold the key (VLT-6, VLT-7).
std::vector<std::string> stillHeldBy(const Estate &estate, const Action &action);

/// TDE-8: a key that something is bound to is never deleted where its service says so: Code::BoundKeyKept, which no
/// override passes. It may be disabled.
Status refuseKept(const Estate &estate, const Facts &facts);

/// The guard inside apply(): Code::LiveClaims for keys, Code::OverrideNeeded for everything else.
Status refuseLosses(const Estate &before, const Facts &facts, const Change &change, Instant now);

} // namespace keyward::estate
