// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

/// Services that come to a vault as an application of the platform instead of an identity of their resource: it is the
/// same for all of them, in every tenant, and there once its resource provider is registered (BOT-7, BOT-8).
namespace keyward::estate {

/// Null for a service that goes by other identities, and until its provider is registered somewhere.
const Principal *platformApplication(const Estate &estate, const ServiceProfile &profile);
/// BOT-7: Code::ProviderNotRegistered where the resource's provider is not registered in the vault's subscription.
Status providerRegistered(const Estate &estate, const ServiceProfile &profile, const Resource &resource,
                          const Vault &vault);
/// … and the command that registers it; its application's id is drawn by whoever carries it out, unless it is given.
std::optional<Action> registering(const Estate &estate, const ServiceProfile &profile, const Vault &vault,
                                  const PrincipalId &application = {});

} // namespace keyward::estate
