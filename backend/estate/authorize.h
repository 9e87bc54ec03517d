// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/reach.h"

namespace keyward::estate {

/// One data-plane request: who wants to do what with which key version, from where, and when. What is done to a vault
/// (create, import, list, restore) has no key; what is done to a key as a whole (update, delete, list its versions) has
/// no version. What has none is not judged by it.
struct AccessRequest {
    PrincipalId principal;
    VaultId vault;
    std::optional<KeyId> key;
    std::optional<VersionId> version; ///< cryptographic operations are refused without
    Permission operation = Permission::Get;
    Instant now{};
    Origin origin = {};
};

/// The outcome, and the rule that decided, in the order the service checks them: firewall, caller, grant, key, its
/// state. Without a key it ends with the grant, without a version with the question whether there is such a key.
struct Decision {
    enum class Rule : std::uint8_t {
        Granted,
        NoSuchVault,
        VaultDeleted,
        Firewall,
        NoSuchPrincipal,
        ForeignTenant,
        NoPolicy,
        PolicyLacks,
        NoRole,
        RoleLacks,
        NoSuchKey,
        KeyDeleted,
        Pending,
        Disabled,
        NotYetValid,
        Expired,
        OperationNotOnKey,
        RegionOut
    };
    Rule rule = Rule::Granted;
    std::optional<Error> refusal; ///< set unless granted
    Passage passage = {};         ///< what the firewall said

    bool allowed() const { return !refusal; }
};

std::string_view ruleText(Decision::Rule rule);

/// VLT-5, VLT-9, VLT-10, MOD-11. Pure, and cheap enough for every operation.
Decision authorize(const Estate &estate, const AccessRequest &request);

/// The part of the decision that depends on the key version alone.
Decision keyStateAllows(const Vault &vault, const Key &key, const KeyVersion &version, Permission operation,
                        Instant now);

} // namespace keyward::estate
