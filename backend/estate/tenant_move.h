// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

/// BKP-7: what a move to another tenant leaves behind, and the way back. Said in the same words by health, plans and
/// refusals.
namespace keyward::estate {

/// The identity belongs to the tenant that its resource has left: whatever it was given counts for nothing.
bool leftBehind(const Resource &resource, const Principal &identity);
/// The vault stands in another tenant than the resource, which its service does not accept.
bool inOtherTenant(const Estate &estate, const Resource &resource, const Vault &vault);

/// How a resource gets to its key again: identity off and on, granted anew, key set.
std::string wayBack(const Estate &estate, const Resource &resource, const Principal *identity, const Vault &vault);
/// … said to whoever asks for a principal; empty where the vault's tenant is not what keeps it out.
std::string wayBack(const Estate &estate, const Principal &principal, const Vault &vault);

} // namespace keyward::estate
