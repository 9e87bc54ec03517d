// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

namespace keyward::estate {

/// One data-plane request: who wants to do what with which key version, and when.
struct AccessRequest {
    PrincipalId principal;
    VaultId vault;
    KeyId key;
    VersionId version;
    Permission operation = Permission::Get;
    Instant now{};
};

/// The outcome, and the rule that decided, in the order the service checks them: object, policy, key state.
struct Decision {
    enum class Rule : std::uint8_t { Granted, NoSuchVault, VaultDeleted, NoSuchPrincipal, ForeignTenant, NoPolicy, PolicyLacks, NoSuchKey, KeyDeleted,
                                     Pending, Disabled, NotYetValid, Expired, OperationNotOnKey };
    Rule rule = Rule::Granted;
    std::optional<Error> refusal; ///< set unless granted

    bool allowed() const { return !refusal; }
};

std::string_view ruleText(Decision::Rule rule);

/// VLT-5, VLT-9, MOD-11. Pure, and cheap enough for every operation.
Decision authorize(const Estate &estate, const AccessRequest &request);

/// The part of the decision that depends on the key version alone.
Decision keyStateAllows(const Vault &vault, const Key &key, const KeyVersion &version, Permission operation, Instant now);

} // namespace keyward::estate
