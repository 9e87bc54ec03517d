// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

/// Scopes: from the tenant down to a single key, what is set on one holds for all below it.
namespace keyward::estate {

/// The records a vault inherits from, the outermost first, and the vault itself: tenant, subscription, resource group,
/// vault.
std::vector<RecordId> scopesOf(const Estate &estate, const Vault &vault);
std::vector<RecordId> scopesOf(const Estate &estate, const Placement &place); ///< without the thing itself
/// What assignments and locks are set on, for people: vault kv1, subscription Production.
Sentence named(const Estate &estate, const Scope &scope);
std::string describe(const Estate &estate, const Scope &scope); ///< the same in English
/// tenant and subscription (the keystore's own), tenant:NAME, subscription:NAME, group:NAME or group:SUBSCRIPTION/NAME,
/// vault:NAME, key:VAULT/KEY, resource:NAME, network:NAME.
Result<Scope> scopeFrom(const Estate &estate, const std::string &text);
std::string scopeText(const Estate &estate, const Scope &scope); ///< what scopeFrom() reads
/// NotFound unless what it names is there.
Status existing(const Estate &estate, const Scope &scope);
/// Where the scope lies, as far as it lies anywhere: of a subscription, its tenant and itself.
std::optional<Placement> placeOf(const Estate &estate, const Scope &scope);
/// A placement names a subscription of its tenant and a group of that; the refusal says what is missing.
Status placeExists(const Estate &estate, const Placement &place);

} // namespace keyward::estate
