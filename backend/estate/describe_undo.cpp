// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/overloaded.h"
#include "backend/estate/scope.h"

namespace keyward::estate {
namespace {

using namespace command;

/// The whole of a vault's rules as one command.
std::string firewallCommand(const Estate &estate, const Vault &vault, const Firewall &rules)
{
    auto out = "keywardctl network set " + vault.name.text() + " --access " + std::string(accessText(rules.access)) + (rules.trustedServices ? " --trusted-services" : " --no-trusted-services");
    if (rules.ranges.empty()) out += " --no-ranges";
    for (const auto &range : rules.ranges) out += " --range " + range.text();
    if (rules.subnets.empty()) out += " --no-subnets";
    for (const auto &ref : rules.subnets) out += " --subnet " + nameOf(estate, ref.network) + "/" + ref.subnet;
    return out;
}

} // namespace

std::string irreversible(const Estate &estate, const Action &action)
{
    return std::visit(Overloaded{
        [&](const CreateVault &c) { return c.purgeProtection ? std::string("purge protection can never be turned off") : std::string(); },
        [&](const UpdateVault &c) {
            const auto *vault = estate.vault(c.vault);
            return c.purgeProtection == true && vault && !vault->purgeProtection ? std::string("purge protection can never be turned off") : std::string();
        },
        [](const PurgeVault &) { return std::string("the keys are destroyed; what they protect is lost for good"); },
        [](const TransferSubscription &) { return std::string("role assignments in it end, and backups fail until identities, keys and permissions are set up again"); },
        [](const DeletePrincipal &) { return std::string("another one of the same name is another identity and gets none of its access"); },
        [](const RemoveClientSecret &) { return std::string("whoever signs in with that secret is locked out"); },
        [](const PurgeKey &) { return std::string("the key is destroyed; what it protects is lost for good"); },
        [](const DeletePoint &) { return std::string("the recovery point is destroyed"); },
        [](const EnableIdentity &) { return std::string("the identity must stay on for as long as the resource exists"); },
        [&](const SetKey &c) {
            const auto *resource = estate.resource(c.resource);
            const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
            return resource && !resource->binding && profile && !profile->revertible
                       ? std::string("it can never go back to service-managed keys; without the key nobody can read its backups") : std::string();
        },
        [&](const StartBackup &c) {
            const auto *resource = estate.resource(c.resource);
            const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
            const bool bars = resource && !resource->binding && !resource->protectionAttempted && profile && profile->onlyBeforeFirstUse;
            return bars ? "'" + resource->name.text() + "' has no customer-managed key; once an item is protected there, one can never be set" : std::string(); // BKP-21
        },
        [](const auto &) { return std::string(); }}, action);
}

std::string undoOf(const Estate &estate, const Action &action)
{
    return std::visit(Overloaded{
        [&](const DeleteKey &c) { return "keywardctl key recover " + nameOf(estate, c.key); },
        [&](const RecoverKey &c) { return "keywardctl key delete " + nameOf(estate, c.key); },
        [&](const DeleteVault &c) { return "keywardctl vault recover " + nameOf(estate, c.vault); },
        [&](const UpdateKeyVersion &c) {
            if (!c.enabled) return std::string();
            return std::string("keywardctl key ") + (*c.enabled ? "disable " : "enable ") + nameOf(estate, c.key) + "/" + c.version.text();
        },
        [&](const RemoveAccessPolicy &c) {
            const auto *vault = estate.vault(c.vault);
            const auto policy = vault ? vault->policies.find(c.principal) : decltype(vault->policies.begin()){};
            if (!vault || policy == vault->policies.end()) return std::string();
            return "keywardctl policy set " + vault->name.text() + " --principal " + nameOf(estate, c.principal) + " --key-permissions " + policy->second.text();
        },
        [&](const SetAccessPolicy &c) {
            const auto *vault = estate.vault(c.vault);
            if (!vault) return std::string();
            const auto policy = vault->policies.find(c.principal);
            if (policy == vault->policies.end()) return "keywardctl policy remove " + vault->name.text() + " --principal " + nameOf(estate, c.principal);
            return "keywardctl policy set " + vault->name.text() + " --principal " + nameOf(estate, c.principal) + " --key-permissions " + policy->second.text();
        },
        [](const MoveVault &) { return std::string(); },
        [&](const SetAccessModel &c) { return "keywardctl access switch " + nameOf(estate, c.vault) + " --to " + (c.model == AccessModel::Roles ? "policies" : "roles"); },
        [&](const AssignRole &c) {
            return "keywardctl role unassign " + quoted(nameOf(estate, c.role)) + " --principal " + quoted(nameOf(estate, c.principal)) + " --scope " + scopeText(estate, c.scope);
        },
        [&](const RemoveAssignment &c) {
            const auto *gone = estate.assignment(c.assignment);
            return gone ? "keywardctl role assign " + quoted(nameOf(estate, gone->role)) + " --principal " + quoted(nameOf(estate, gone->principal)) + " --scope " + scopeText(estate, gone->scope) : std::string();
        },
        [&](const SetMember &c) {
            return std::string("keywardctl principal-group ") + (c.in ? "remove " : "add ") + quoted(nameOf(estate, c.group)) + " --member " + quoted(nameOf(estate, c.member));
        },
        [&](const SetFirewall &c) {
            const auto *vault = estate.vault(c.vault);
            return vault ? firewallCommand(estate, *vault, vault->firewall) : std::string();
        },
        [](const CreateLock &c) { return "keywardctl resource-lock remove " + quoted(c.lock.name); },
        [&](const AssignIdentity &c) { return "keywardctl identity unassign " + quoted(nameOf(estate, c.identity)) + " --resource " + nameOf(estate, c.resource); },
        [&](const UnassignIdentity &c) { return "keywardctl identity assign " + quoted(nameOf(estate, c.identity)) + " --resource " + nameOf(estate, c.resource); },
        [&](const SetKey &c) {
            const auto *resource = estate.resource(c.resource);
            if (!resource || !resource->binding) return std::string();
            return "keywardctl cmk set-key " + resource->name.text() + " --key " + nameOf(estate, resource->binding->key);
        },
        [](const auto &) { return std::string(); }}, action);
}

std::string commandLine(const Estate &estate, const Action &action)
{
    return std::visit(Overloaded{
        [&](const UpdateVault &c) { return "keywardctl vault update " + nameOf(estate, c.vault) + (c.purgeProtection == true ? " --purge-protection" : ""); },
        [&](const EnableIdentity &c) { return "keywardctl identity enable " + nameOf(estate, c.resource); },
        [&](const SetAccessPolicy &c) {
            return "keywardctl policy set " + nameOf(estate, c.vault) + " --principal " + nameOf(estate, c.principal) + " --key-permissions " + c.permissions.text();
        },
        [&](const AssignIdentity &c) { return "keywardctl identity assign " + quoted(nameOf(estate, c.identity)) + " --resource " + nameOf(estate, c.resource); },
        [&](const AssignRole &c) {
            return "keywardctl role assign " + quoted(nameOf(estate, c.role)) + " --principal " + quoted(nameOf(estate, c.principal)) + " --scope " + scopeText(estate, c.scope);
        },
        [&](const SetFirewall &c) {
            const auto *vault = estate.vault(c.vault);
            if (!vault) return std::string();
            auto next = vault->firewall;
            if (c.access) next.access = *c.access;
            if (c.trustedServices) next.trustedServices = *c.trustedServices;
            if (c.ranges) next.ranges = *c.ranges;
            if (c.subnets) next.subnets = *c.subnets;
            return firewallCommand(estate, *vault, next);
        },
        [&](const SetAccessModel &c) { return "keywardctl access switch " + nameOf(estate, c.vault) + " --to " + (c.model == AccessModel::Roles ? "roles" : "policies"); },
        [&](const SetKey &c) { return "keywardctl cmk set-key " + nameOf(estate, c.resource) + " --key " + nameOf(estate, c.key) + (c.version ? "/" + c.version->text() : ""); },
        [&](const UpdateKeyVersion &c) {
            return c.enabled ? std::string("keywardctl key ") + (*c.enabled ? "enable " : "disable ") + nameOf(estate, c.key) + "/" + c.version.text() : std::string();
        },
        [&](const RecoverKey &c) { return "keywardctl key recover " + nameOf(estate, c.key); },
        [&](const RecoverVault &c) { return "keywardctl vault recover " + nameOf(estate, c.vault); },
        [](const CreateVault &c) { return "keywardctl vault create " + c.name.text() + " --region " + c.place.region.text() + (c.purgeProtection ? " --purge-protection" : ""); },
        [&](const DeleteVault &c) { return "keywardctl vault delete " + nameOf(estate, c.vault); },
        [&](const PurgeVault &c) { return "keywardctl vault purge " + nameOf(estate, c.vault) + " --yes"; },
        [&](const CreateKey &c) {
            const auto path = nameOf(estate, c.vault) + "/" + c.name.text();
            return "keywardctl key create " + path + " --kty " + c.spec.kty() + (c.spec.kind == KeyKind::Ec ? " --curve " + std::string(curveText(c.spec.curve)) : " --size " + std::to_string(c.spec.bits));
        },
        [&](const RotateKey &c) { return "keywardctl key rotate " + nameOf(estate, c.key); },
        [&](const DeleteKey &c) { return "keywardctl key delete " + nameOf(estate, c.key); },
        [&](const PurgeKey &c) { return "keywardctl key purge " + nameOf(estate, c.key) + " --yes"; },
        [&](const RemoveAccessPolicy &c) { return "keywardctl policy remove " + nameOf(estate, c.vault) + " --principal " + nameOf(estate, c.principal); },
        [](const CreateResource &c) { return "keywardctl resource create " + c.type + " " + c.name.text() + " --region " + c.place.region.text(); },
        [&](const DeleteResource &c) { return "keywardctl resource delete " + nameOf(estate, c.resource); },
        [&](const StartBackup &c) { return "keywardctl backup run " + nameOf(estate, c.resource) + " --source " + quoted(c.source); },
        [&](const StartRestore &c) { return "keywardctl backup restore --point " + nameOf(estate, c.point) + " --target " + quoted(c.target); },
        [&](const DeletePoint &c) { return "keywardctl backup delete " + nameOf(estate, c.point) + " --yes"; },
        [&](const RequestCancel &c) { return "keywardctl jobs cancel " + c.job.text().substr(0, 8); },
        [](const auto &) { return std::string(); }}, action);
}

} // namespace keyward::estate
