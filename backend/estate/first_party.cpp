// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/first_party.h"

#include "backend/estate/command.h"

namespace keyward::estate {
namespace {

const Subscription *subscriptionOf(const Estate &estate, const Vault &vault)
{
    const auto id = estate.subscriptionId(vault.place.subscription);
    return id ? estate.subscription(*id) : nullptr;
}

} // namespace

const Principal *platformApplication(const Estate &estate, const ServiceProfile &profile)
{
    const auto *provider =
        profile.goesByFirstParty() ? estate.catalogue().platform().provider(profile.provider) : nullptr;
    const auto *found = provider ? estate.principalNamed(provider->firstParty) : nullptr;
    return found && found->kind == PrincipalKind::FirstParty ? found : nullptr;
}

Status providerRegistered(const Estate &estate, const ServiceProfile &profile, const Resource &resource,
                          const Vault &vault)
{
    if (profile.provider.empty()) return {};
    const auto *subscription = subscriptionOf(estate, vault);
    if (subscription && subscription->providers.contains(profile.provider)) return {};
    return fail(Code::ProviderNotRegistered, resource.name.text(),
                {profile.provider, subscription ? subscription->name : vault.place.subscription});
}

std::optional<Action> registering(const Estate &estate, const ServiceProfile &profile, const Vault &vault,
                                  const PrincipalId &application)
{
    const auto *subscription = subscriptionOf(estate, vault);
    if (!subscription || profile.provider.empty()) return {};
    return command::RegisterProvider{subscription->id, profile.provider, application};
}

} // namespace keyward::estate
