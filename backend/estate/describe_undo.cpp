// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/describe.h"
#include "backend/estate/overloaded.h"

namespace keyward::estate {

using namespace command;

namespace {

/// BKP-21: the first item that is protected bars a customer-managed key for good.
std::string barsKey(const Estate &estate, const ResourceId &id)
{
    const auto *resource = estate.resource(id);
    const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
    const bool bars =
        resource && !resource->binding && !resource->protectionAttempted && profile && profile->onlyBeforeFirstUse;
    return bars ? "'" + resource->name.text() +
                      "' has no customer-managed key; once an item is protected there, one can never be set"
                : std::string();
}

} // namespace

std::string irreversible(const Estate &estate, const Action &action)
{
    return std::visit(
        Overloaded{
            [&](const CreateVault &c) {
                return c.purgeProtection ? std::string("purge protection can never be turned off") : std::string();
            },
            [&](const UpdateVault &c) {
                const auto *vault = estate.vault(c.vault);
                return c.purgeProtection == true && vault && !vault->purgeProtection
                           ? std::string("purge protection can never be turned off")
                           : std::string();
            },
            [](const PurgeVault &) {
                return std::string("the keys are destroyed; what they protect is lost for good");
            },
            [](const TransferSubscription &) {
                return std::string("role assignments in it end, and backups fail until identities, keys and "
                                   "permissions are set up again");
            },
            [](const DeletePrincipal &) {
                return std::string("another one of the same name is another identity and gets none of its access");
            },
            [](const RemoveClientSecret &) { return std::string("whoever signs in with that secret is locked out"); },
            [](const PurgeKey &) { return std::string("the key is destroyed; what it protects is lost for good"); },
            [](const DeletePoint &) { return std::string("the recovery point is destroyed"); },
            [](const EnableIdentity &) {
                return std::string("the identity must stay on for as long as the resource exists");
            },
            [&](const SetKey &c) {
                const auto *resource = estate.resource(c.resource);
                const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
                return resource && !resource->binding && profile && !profile->revertible
                           ? std::string("it can never go back to service-managed keys; without the key nobody can "
                                         "read its backups")
                           : std::string();
            },
            [&](const StartBackup &c) { return barsKey(estate, c.resource); },
            [&](const SetBackupPolicy &c) {
                return c.policy.every.count() > 0 ? barsKey(estate, c.resource) : std::string();
            }, // it protects by itself
            [](const auto &) { return std::string(); }},
        action);
}

} // namespace keyward::estate
