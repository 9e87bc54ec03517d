// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/plan.h"

/// The ways that people are guided along beside enabling: each a goal, and a pure function from the estate to the steps
/// that lead there in the safe order. A step that is done says so, so that a plan made anew goes on where the last one
/// stopped. Every needed step was tried on what those before it leave; what the rules would refuse is blocked from the
/// start, and what would be taken away from anybody is said.
namespace keyward::estate {

/// VLT-8, MOD-6, BKP-13: a newer version than this one, taken up by everything that is bound to the key. The former one
/// is disabled only when nothing needs it, and never deleted.
struct RotateGoal {
    KeyId key;
    VersionId from;
    bool retire = true; ///< the former one is disabled as soon as nothing needs it
};

/// MOD-5, MOD-8: what can be taken back comes before what cannot, so a key is disabled rather than deleted.
struct RevokeGoal {
    KeyId key;
    std::optional<VersionId> version = {};     ///< this one alone
    std::optional<PrincipalId> principal = {}; ///< from it alone: its grants go, the key stays enabled
    std::optional<KeyId> instead = {};         ///< what is bound goes on under this one
};

/// VLT-9: everybody has the equivalent of what they have before the other model decides.
struct AccessModelGoal {
    VaultId vault;
    AccessModel to = AccessModel::Roles;
    bool keepAccess = true; ///< otherwise who loses what is said, and seen before
};

/// BKP-7: identities, permissions and keys are set up again after the move; also on the way back.
struct MoveGoal {
    SubscriptionId subscription;
    std::string tenant;         ///< its GUID
    std::vector<Goal> set = {}; ///< what was bound when it began: see boundIn()
};
/// The bindings of what stands in the subscription, to be set again after the move.
std::vector<Goal> boundIn(const Estate &estate, const SubscriptionId &subscription);

/// VLT-6: the vault, those of its keys that something needs, and what keeps these from working.
struct RecoverGoal {
    VaultId vault;
    bool allKeys = false; ///< also deleted ones that nothing needs
};

/// TDE-8: the key is deleted, and before that nothing needs it any more.
struct CompromiseGoal {
    KeyId key;
    std::optional<KeyId> instead = {}; ///< what is bound goes on under this one; absent: under the platform's
    bool giveUp = false;               ///< what works under the key is dropped first rather than taken along
    bool deleteStored = false;         ///< what only the key opens, as backups, is deleted
};

using GuideGoal = std::variant<RotateGoal, RevokeGoal, AccessModelGoal, MoveGoal, RecoverGoal, CompromiseGoal>;
using AnyGoal = std::variant<Goal, RotateGoal, RevokeGoal, AccessModelGoal, MoveGoal, RecoverGoal, CompromiseGoal>;

/// 'ids' is drawn anew for each plan: what steps make gets ids that follow from it, by which later steps name it.
Plan planRotate(const Estate &estate, const RotateGoal &goal, Instant now, const RecordId &ids);
Plan planRevoke(const Estate &estate, const RevokeGoal &goal, Instant now, const RecordId &ids);
Plan planAccessModel(const Estate &estate, const AccessModelGoal &goal, Instant now, const RecordId &ids);
Plan planTenantMove(const Estate &estate, const MoveGoal &goal, Instant now, const RecordId &ids);
Plan planRecovery(const Estate &estate, const RecoverGoal &goal, Instant now, const RecordId &ids);
Plan planCompromise(const Estate &estate, const CompromiseGoal &goal, Instant now, const RecordId &ids);
Plan planFor(const Estate &estate, const AnyGoal &goal, Instant now, const RecordId &ids);

} // namespace keyward::estate
