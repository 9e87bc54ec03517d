// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/describe.h"

#include "backend/estate/describe_names.h"
#include "backend/estate/overloaded.h"
#include "backend/estate/scope.h"
#include "backend/estate/succession.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace keyward::estate {
namespace {

using namespace command;

std::string subscriptionName(const Estate &estate, const std::string &guid)
{
    const auto *id = estate.subscriptionId(guid);
    return id ? estate.subscription(*id)->name : guid;
}

/// "Create key kv1/a", or "Create version 3 of key kv1/a" over an existing name.
template <class Command>
std::string nextOf(const Estate &estate, const Command &c, const std::string &verb, const std::string &subject)
{
    const auto *taken = estate.keyNamed(c.vault, c.name.text());
    return taken ? verb + " version " + std::to_string(taken->versions.size() + 1) + " of key " + subject
                 : verb + " key " + subject;
}

/// What a next version takes over, and from which one.
std::string takenOver(const Estate &estate, const Action &action)
{
    const auto taken = successionOf(estate, action);
    return taken ? "; taken over from version " + taken->from.text() + ": " + taken->text() : std::string();
}

std::string firewallText(const SetFirewall &c, const std::string &vault)
{
    std::string out = "Change the network rules of vault " + vault;
    std::string how;
    const auto add = [&](const std::string &what) { how += (how.empty() ? ": " : ", ") + what; };
    if (c.access)
        add(*c.access == Firewall::Access::AllNetworks        ? "all networks"
            : *c.access == Firewall::Access::SelectedNetworks ? "selected networks"
                                                              : "public access disabled");
    if (c.trustedServices) add(std::string("bypass for trusted services ") + (*c.trustedServices ? "on" : "off"));
    if (c.ranges) add(counted(c.ranges->size(), "address range"));
    if (c.subnets) add(counted(c.subnets->size(), "subnet"));
    return out + how;
}

std::string updateText(const UpdateKeyVersion &c)
{
    if (c.enabled) return *c.enabled ? "Enable" : "Disable";
    return "Change the attributes of";
}

} // namespace

std::string plural(std::string_view noun)
{
    const bool ies =
        noun.size() > 1 && noun.ends_with('y') && !std::string_view("aeiou").contains(noun[noun.size() - 2]);
    return ies ? std::string(noun.substr(0, noun.size() - 1)) + "ies" : std::string(noun) + "s";
}

std::string counted(std::uint64_t count, std::string_view noun)
{
    return std::to_string(count) + " " + (count == 1 ? std::string(noun) : plural(noun));
}

std::string describe(const Estate &estate, const Resource &resource)
{
    const auto *profile = estate.catalogue().find(resource.type);
    return (profile ? profile->title : resource.type) + " '" + resource.name.text() + "'";
}

std::string keyPath(const Estate &estate, const Key &key) { return nameOf(estate, key.vault) + "/" + key.name.text(); }

std::string_view operationName(const Action &action)
{
    static constexpr std::array<std::string_view, std::variant_size_v<AnyAction>> names{"store.init",
                                                                                        "vault.create",
                                                                                        "vault.update",
                                                                                        "vault.delete",
                                                                                        "vault.recover",
                                                                                        "vault.purge",
                                                                                        "key.create",
                                                                                        "key.rotate",
                                                                                        "key.update",
                                                                                        "key.delete",
                                                                                        "key.recover",
                                                                                        "key.purge",
                                                                                        "key.backup",
                                                                                        "key.restore",
                                                                                        "policy.set",
                                                                                        "policy.remove",
                                                                                        "resource.create",
                                                                                        "resource.delete",
                                                                                        "resource.move",
                                                                                        "identity.enable",
                                                                                        "identity.disable",
                                                                                        "binding.setKey",
                                                                                        "binding.serviceManaged",
                                                                                        "binding.followVersion",
                                                                                        "backup.start",
                                                                                        "backup.finish",
                                                                                        "restore.start",
                                                                                        "job.end",
                                                                                        "job.cancel",
                                                                                        "job.resume",
                                                                                        "point.delete",
                                                                                        "backup.policy",
                                                                                        "store.backupSchedule",
                                                                                        "store.backup",
                                                                                        "clock.note",
                                                                                        "wizard.save",
                                                                                        "wizard.drop",
                                                                                        "places.adopt",
                                                                                        "tenant.create",
                                                                                        "subscription.create",
                                                                                        "provider.register",
                                                                                        "provider.unregister",
                                                                                        "subscription.transfer",
                                                                                        "group.create",
                                                                                        "group.update",
                                                                                        "group.delete",
                                                                                        "application.create",
                                                                                        "identity.create",
                                                                                        "principalGroup.create",
                                                                                        "principalGroup.member",
                                                                                        "principal.delete",
                                                                                        "secret.add",
                                                                                        "secret.remove",
                                                                                        "identity.assign",
                                                                                        "identity.unassign",
                                                                                        "vault.move",
                                                                                        "key.import",
                                                                                        "key.escrow",
                                                                                        "access.model",
                                                                                        "role.create",
                                                                                        "role.update",
                                                                                        "role.delete",
                                                                                        "role.assign",
                                                                                        "role.unassign",
                                                                                        "lock.create",
                                                                                        "lock.remove",
                                                                                        "firewall.set",
                                                                                        "endpoint.request",
                                                                                        "endpoint.decide",
                                                                                        "endpoint.remove",
                                                                                        "network.create",
                                                                                        "subnet.set",
                                                                                        "subnet.remove",
                                                                                        "network.delete",
                                                                                        "backup.attempt"};
    return names[action.index()];
}

std::string subjectOf(const Estate &estate, const Action &action)
{
    return std::visit(
        Overloaded{[](const Initialise &) { return std::string("estate"); },
                   [](const CreateVault &c) { return c.name.text(); },
                   [&](const CreateKey &c) { return nameOf(estate, c.vault) + "/" + c.name.text(); },
                   [&](const ImportKey &c) { return nameOf(estate, c.vault) + "/" + c.name.text(); },
                   [&](const NoteEscrow &c) { return nameOf(estate, c.key) + "/" + c.version.text(); },
                   [](const AdoptPlaces &) { return std::string("estate"); },
                   [&](const SetMember &c) { return nameOf(estate, c.group); },
                   [](const CreateRole &c) { return c.role.name; },
                   [](const UpdateRole &c) { return c.role.name; },
                   [&](const AssignRole &c) { return describe(estate, c.scope); },
                   [&](const RemoveAssignment &c) {
                       const auto *assignment = estate.assignment(c.assignment);
                       return assignment ? describe(estate, assignment->scope) : nameOf(estate, c.assignment);
                   },
                   [](const CreateLock &c) { return c.lock.name; },
                   [&](const RequestEndpoint &c) { return nameOf(estate, c.vault); },
                   [&](const SetSubnet &c) { return nameOf(estate, c.network) + "/" + c.subnet.name; },
                   [&](const RemoveSubnet &c) { return nameOf(estate, c.network) + "/" + c.subnet; },
                   [&](const UpdateKeyVersion &c) { return nameOf(estate, c.key) + "/" + c.version.text(); },
                   [&](const RestoreKey &c) { return nameOf(estate, c.key.vault) + "/" + c.key.name.text(); },
                   [&](const SetAccessPolicy &c) { return nameOf(estate, c.vault); },
                   [&](const RemoveAccessPolicy &c) { return nameOf(estate, c.vault); },
                   [](const CreateResource &c) { return c.name.text(); },
                   [&](const SetKey &c) { return nameOf(estate, c.resource); },
                   [&](const StartBackup &c) { return nameOf(estate, c.resource); },
                   [&](const NoteProtectionAttempt &c) { return nameOf(estate, c.resource); },
                   [&](const FinishBackup &c) { return nameOf(estate, c.point.resource); },
                   [&](const StartRestore &c) { return nameOf(estate, c.point); },
                   [](const SetStoreBackup &) { return std::string("keystore"); },
                   [](const NoteStoreBackup &c) { return c.file; },
                   [](const NoteClock &) { return std::string("clock"); },
                   [&](const SaveDraft &c) { return nameOf(estate, c.draft.resource); },
                   [&](const DropDraft &c) { return nameOf(estate, c.draft); },
                   [&](const auto &c) {
                       if constexpr (requires { c.name.text(); })
                           return c.name.text();
                       else if constexpr (requires { c.application; })
                           return nameOf(estate, c.application);
                       else if constexpr (requires { c.subscription.bytes; })
                           return nameOf(estate, c.subscription);
                       else if constexpr (requires { c.group.bytes; })
                           return nameOf(estate, c.group);
                       else if constexpr (requires { c.role.bytes; })
                           return nameOf(estate, c.role);
                       else if constexpr (requires { c.lock.bytes; })
                           return nameOf(estate, c.lock);
                       else if constexpr (requires { c.network.bytes; })
                           return nameOf(estate, c.network);
                       else if constexpr (requires { c.resource; })
                           return nameOf(estate, c.resource);
                       else if constexpr (requires { c.key; })
                           return nameOf(estate, c.key);
                       else if constexpr (requires { c.vault; })
                           return nameOf(estate, c.vault);
                       else if constexpr (requires { c.job; })
                           return nameOf(estate, c.job);
                       else if constexpr (requires { c.principal; })
                           return nameOf(estate, c.principal);
                       else
                           return nameOf(estate, c.point);
                   }},
        action);
}

std::string describe(const Estate &estate, const Action &action)
{
    const auto subject = subjectOf(estate, action);
    return std::visit(
        Overloaded{
            [](const Initialise &) { return std::string("Create the keystore"); },
            [&](const CreateVault &c) {
                return "Create vault " + subject + " in " + c.place.region.text() +
                       (c.purgeProtection ? " with purge protection" : "");
            },
            [&](const UpdateVault &c) {
                return c.purgeProtection == true ? "Turn on soft delete and purge protection of vault " + subject
                                                 : "Change vault " + subject;
            },
            [&](const DeleteVault &) {
                return "Delete vault " + subject + " (it can be recovered until its retention ends)";
            },
            [&](const RecoverVault &) { return "Recover vault " + subject; },
            [&](const PurgeVault &) { return "Purge vault " + subject + " with all its keys"; },
            [&](const CreateKey &c) {
                return nextOf(estate, c, "Create", subject) + " (" + c.spec.text() + ")" + takenOver(estate, action);
            },
            [&](const ImportKey &c) {
                return nextOf(estate, c, "Import", subject) + " (" + c.spec.text() + ", from " + c.format + ")" +
                       takenOver(estate, action);
            },
            [&](const NoteEscrow &c) {
                return c.place.empty() ? "Forget where the original of " + subject + " is kept"
                                       : "Note that the original of " + subject + " is kept: " + c.place;
            },
            [](const AdoptPlaces &) {
                return std::string("List the tenants, subscriptions and resource groups that things stand in");
            },
            [&](const CreateTenant &) { return "Create tenant " + subject; },
            [&](const CreateSubscription &) { return "Create subscription " + subject; },
            [&](const RegisterProvider &c) { return "Register " + c.provider + " in subscription " + subject; },
            [&](const UnregisterProvider &c) { return "Unregister " + c.provider + " in subscription " + subject; },
            [&](const TransferSubscription &c) {
                const auto *id = estate.tenantId(c.tenant);
                return "Move subscription " + subject + " to tenant " + (id ? estate.tenant(*id)->name : c.tenant) +
                       "; role assignments in it end, identities must be turned on anew";
            },
            [&](const CreateGroup &) { return "Create resource group " + subject; },
            [&](const UpdateGroup &) { return "Change the tags of resource group " + subject; },
            [&](const DeleteGroup &) { return "Delete resource group " + subject; },
            [&](const CreateApplication &) { return "Create application '" + subject + "'"; },
            [&](const CreateUserIdentity &) { return "Create user-assigned identity '" + subject + "'"; },
            [&](const CreatePrincipalGroup &) { return "Create group '" + subject + "'"; },
            [&](const SetMember &c) {
                return (c.in ? "Add '" : "Remove '") + nameOf(estate, c.member) +
                       (c.in ? "' to group '" : "' from group '") + subject + "'";
            },
            [&](const DeletePrincipal &) { return "Delete '" + subject + "' with everything it was given"; },
            [&](const AddClientSecret &c) {
                return "Add a client secret to '" + subject + "' until " + dateText(c.secret.expires);
            },
            [&](const RemoveClientSecret &) { return "Remove a client secret of '" + subject + "'"; },
            [&](const AssignIdentity &c) {
                return "Assign user-assigned identity '" + nameOf(estate, c.identity) + "' to " + subject;
            },
            [&](const UnassignIdentity &c) {
                return "Take user-assigned identity '" + nameOf(estate, c.identity) + "' from " + subject;
            },
            [&](const MoveVault &c) {
                return "Move vault " + subject + " to " + subscriptionName(estate, c.subscription) + "/" +
                       c.resourceGroup;
            },
            [&](const SetAccessModel &c) {
                return "Let " + std::string(modelText(c.model)) + " decide who may use vault " + subject;
            },
            [&](const CreateRole &) { return "Create role '" + subject + "'"; },
            [&](const UpdateRole &) { return "Change role '" + subject + "' for everybody who has it"; },
            [&](const DeleteRole &) { return "Delete role '" + subject + "'"; },
            [&](const AssignRole &c) {
                return "Assign role '" + nameOf(estate, c.role) + "' on " + subject + " to '" +
                       nameOf(estate, c.principal) + "'";
            },
            [&](const RemoveAssignment &c) {
                const auto *assignment = estate.assignment(c.assignment);
                return assignment ? "Remove role '" + nameOf(estate, assignment->role) + "' on " + subject + " from '" +
                                        nameOf(estate, assignment->principal) + "'"
                                  : "Remove a role assignment";
            },
            [&](const CreateLock &c) {
                return "Lock " + describe(estate, c.lock.scope) + " (" + std::string(levelText(c.lock.level)) + ", '" +
                       subject + "')";
            },
            [&](const RemoveLock &) { return "Remove lock '" + subject + "'"; },
            [&](const SetFirewall &c) { return firewallText(c, subject); },
            [&](const RequestEndpoint &c) {
                return "Request private endpoint " + c.name.text() + " to vault " + subject;
            },
            [&](const DecideEndpoint &c) {
                return "Set a private endpoint of vault " + subject + " to " + std::string(stateText(c.state));
            },
            [&](const RemoveEndpoint &) { return "Remove a private endpoint of vault " + subject; },
            [&](const CreateNetwork &) { return "Create virtual network " + subject; },
            [&](const SetSubnet &c) {
                return "Set subnet " + subject + " to " + c.subnet.range.text() +
                       (c.subnet.serviceEndpoint ? " with a service endpoint" : "");
            },
            [&](const RemoveSubnet &) { return "Remove subnet " + subject; },
            [&](const DeleteNetwork &) { return "Delete virtual network " + subject; },
            [&](const RotateKey &) {
                return "Rotate key " + subject + ": a new version, the old ones keep working" +
                       takenOver(estate, action);
            },
            [&](const UpdateKeyVersion &c) { return updateText(c) + " key version " + subject; },
            [&](const DeleteKey &) {
                return "Delete key " + subject +
                       " with all its versions (it can be recovered until its retention ends)";
            },
            [&](const RecoverKey &) { return "Recover key " + subject; },
            [&](const PurgeKey &) { return "Purge key " + subject + " with all its versions"; },
            [&](const NoteKeyBackup &) { return "Back up key " + subject; },
            [&](const RestoreKey &) { return "Restore key " + subject + " from a backup blob"; },
            [&](const SetAccessPolicy &c) {
                return "Allow '" + nameOf(estate, c.principal) + "' " + c.permissions.text() + " in vault " + subject;
            },
            [&](const RemoveAccessPolicy &c) {
                return "Remove the access policy of '" + nameOf(estate, c.principal) + "' from vault " + subject;
            },
            [&](const CreateResource &c) {
                const auto *profile = estate.catalogue().find(c.type);
                return "Create " + (profile ? profile->title : c.type) + " " + subject + " in " + c.place.region.text();
            },
            [&](const DeleteResource &) {
                return "Delete resource " + subject + " with its identity and that identity's access";
            },
            [&](const MoveResource &c) {
                return "Move " + subject + " to " + subscriptionName(estate, c.subscription) + "/" + c.resourceGroup;
            },
            [&](const EnableIdentity &) { return "Turn on the system-assigned identity of " + subject; },
            [&](const DisableIdentity &) { return "Turn off the identity of " + subject; },
            [&](const SetKey &c) {
                return "Set the encryption key of " + subject + " to " + nameOf(estate, c.key) +
                       (c.version ? "/" + c.version->text() : ", following new versions");
            },
            [&](const SetServiceManaged &) { return "Return " + subject + " to service-managed keys"; },
            [&](const FollowNewVersion &) { return "Take up the newest key version for " + subject; },
            [&](const StartBackup &c) { return "Back up " + c.source + " in " + subject; },
            [&](const NoteProtectionAttempt &) { return "Note that somebody tried to protect an item in " + subject; },
            [&](const FinishBackup &c) {
                return "Keep recovery point " + c.point.id.text().substr(0, 8) + " of " + c.point.source + " in " +
                       subject;
            },
            [&](const StartRestore &c) { return "Restore recovery point " + subject + " into " + c.target; },
            [&](const EndJob &c) { return "Job " + subject + " " + std::string(stateText(c.state)); },
            [&](const RequestCancel &) { return "Cancel job " + subject; },
            [&](const ResumeJob &) { return "Resume job " + subject; },
            [&](const DeletePoint &c) {
                return "Delete recovery point " + subject + (c.byRetention ? " by retention" : "");
            },
            [&](const SetBackupPolicy &) { return "Change the backup policy of " + subject; },
            [&](const SetStoreBackup &c) {
                return c.schedule ? "Back up the keystore every " + humanDuration(c.schedule->every) + " into " +
                                        c.schedule->folder
                                  : std::string("Stop the scheduled backup of the keystore");
            },
            [&](const NoteStoreBackup &c) { return "Back up the keystore to " + c.file; },
            [&](const NoteClock &c) {
                return c.doubtedSince ? std::string("Doubt the clock: it jumped") : std::string("Accept the clock");
            },
            [&](const SaveDraft &) { return "Save the unfinished wizard for " + subject; },
            [&](const DropDraft &) { return "Drop the unfinished wizard for " + subject; }},
        action);
}

} // namespace keyward::estate
