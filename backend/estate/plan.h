// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/impact.h"

namespace keyward::estate {

/// Where somebody wants to get to. Ids that a step would need to make are part of the goal.
struct Goal {
    ResourceId resource;
    VaultId vault;
    KeyId key;
    std::optional<VersionId> version; ///< pinned; otherwise new versions are followed
    PrincipalId newPrincipal;         ///< for the identity, if one must be turned on
    JobId job;
    AssignmentId newAssignment = {};          ///< for the permission, where the vault goes by roles
    std::optional<PrincipalId> identity = {}; ///< a user-assigned one to go by
};

struct Step {
    enum class State : std::uint8_t { Done, Needed, Blocked };
    std::string id; ///< identity-off, identity, permission, protection, network, key, bind
    State state = State::Done;
    Statement what;                    ///< what is so or has to be; where needed, what is done
    std::optional<Action> action;      ///< what does it, where needed
    Sentence irreversible;             ///< why it cannot be taken back
    std::optional<Error> reason;       ///< where blocked
    std::vector<Statement> loses = {}; ///< who loses what by it, at once
    bool overrides = false;            ///< takes a key or access away from something in use: to be overridden

    std::string title() const { return message(what); }
    /// Needed, and to be seen and agreed to by itself before it is done.
    bool asks() const { return state == State::Needed && (!irreversible.empty() || !loses.empty() || overrides); }
};
std::string_view stateText(Step::State state);

/// The ordered steps to the goal. Rendered by the wizard, printed by the command line, carried out one by one.
struct Plan {
    std::optional<Statement> what; ///< where it leads; absent where something of the goal is missing
    std::vector<Step> steps;
    std::vector<Statement> advice = {}; ///< what should be done besides; holds nothing up

    std::string goal() const { return what ? message(*what) : std::string(); }
    bool blocked() const;
    bool done() const;
    bool needsAcknowledgement() const; ///< a needed step cannot be taken back, or takes something away
    bool needsOverride() const;        ///< … from something in use
    const Step *next() const;          ///< the first needed step, unless an earlier one is blocked
};

/// Enabling a customer-managed key for a resource, or changing it (MOD-10, BKP-8, BKP-16).
Plan planEnable(const Estate &estate, const Goal &goal, Instant now);

/// BKP-16: what should be so before the first item is protected under a customer-managed key.
struct ChecklistItem {
    Statement what; ///< its target is the resource
    bool done = false;

    std::string title() const { return message(what); }
};
std::vector<ChecklistItem> protectionChecklist(const Estate &estate, const Resource &resource);

} // namespace keyward::estate
