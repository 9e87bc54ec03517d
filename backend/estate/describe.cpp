// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/describe.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace keyward::estate {
namespace {

using namespace command;

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};

std::string nameOf(const Estate &estate, const VaultId &id)
{
    const auto *vault = estate.vault(id);
    return vault ? vault->name.text() : id.text().substr(0, 8);
}
std::string nameOf(const Estate &estate, const KeyId &id)
{
    const auto *key = estate.key(id);
    return key ? keyPath(estate, *key) : id.text().substr(0, 8);
}
std::string nameOf(const Estate &estate, const ResourceId &id)
{
    const auto *resource = estate.resource(id);
    return resource ? resource->name.text() : id.text().substr(0, 8);
}
std::string nameOf(const Estate &estate, const PrincipalId &id)
{
    const auto *principal = estate.principal(id);
    return principal ? principal->name : id.text().substr(0, 8);
}
std::string nameOf(const Estate &estate, const JobId &id)
{
    const auto *job = estate.job(id);
    return id.text().substr(0, 8) + (job ? " (" + job->title + ")" : "");
}
std::string nameOf(const Estate &estate, const DraftId &id)
{
    const auto *draft = estate.draft(id);
    return draft ? nameOf(estate, draft->resource) : id.text().substr(0, 8);
}
std::string nameOf(const Estate &, const PointId &id) { return id.text().substr(0, 8); }

/// As a shell reads it back as one word.
std::string quoted(const std::string &word)
{
    const auto plain = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || std::string_view("/._-+:,@%=").contains(c) || static_cast<unsigned char>(c) >= 0x80; };
    if (!word.empty() && std::ranges::all_of(word, plain)) return word;
    std::string out = "'";
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::string updateText(const UpdateKeyVersion &c)
{
    if (c.enabled) return *c.enabled ? "Enable" : "Disable";
    return "Change the attributes of";
}

} // namespace

std::string counted(std::uint64_t count, std::string_view noun)
{
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string describe(const Estate &estate, const Resource &resource)
{
    const auto *profile = estate.catalogue().find(resource.type);
    return (profile ? profile->title : resource.type) + " '" + resource.name.text() + "'";
}

std::string keyPath(const Estate &estate, const Key &key) { return nameOf(estate, key.vault) + "/" + key.name.text(); }

std::string_view operationName(const Action &action)
{
    static constexpr std::array<std::string_view, std::variant_size_v<Action>> names{
        "store.init", "vault.create", "vault.update", "vault.delete", "vault.recover", "vault.purge", "key.create", "key.rotate", "key.update",
        "key.delete", "key.recover", "key.purge", "key.backup", "key.restore", "policy.set", "policy.remove", "resource.create", "resource.delete",
        "resource.move", "identity.enable", "identity.disable", "binding.setKey", "binding.serviceManaged", "binding.followVersion", "backup.start",
        "backup.finish", "restore.start", "job.end", "job.cancel", "job.resume", "point.delete", "backup.policy", "store.backupSchedule", "store.backup", "clock.note",
        "wizard.save", "wizard.drop"};
    return names[action.index()];
}

std::string subjectOf(const Estate &estate, const Action &action)
{
    return std::visit(Overloaded{
        [](const Initialise &) { return std::string("estate"); },
        [](const CreateVault &c) { return c.name.text(); },
        [&](const CreateKey &c) { return nameOf(estate, c.vault) + "/" + c.name.text(); },
        [&](const UpdateKeyVersion &c) { return nameOf(estate, c.key) + "/" + c.version.text(); },
        [&](const RestoreKey &c) { return nameOf(estate, c.key.vault) + "/" + c.key.name.text(); },
        [&](const SetAccessPolicy &c) { return nameOf(estate, c.vault); },
        [&](const RemoveAccessPolicy &c) { return nameOf(estate, c.vault); },
        [](const CreateResource &c) { return c.name.text(); },
        [&](const SetKey &c) { return nameOf(estate, c.resource); },
        [&](const StartBackup &c) { return nameOf(estate, c.resource); },
        [&](const FinishBackup &c) { return nameOf(estate, c.point.resource); },
        [&](const StartRestore &c) { return nameOf(estate, c.point); },
        [](const SetStoreBackup &) { return std::string("keystore"); },
        [](const NoteStoreBackup &c) { return c.file; },
        [](const NoteClock &) { return std::string("clock"); },
        [&](const SaveDraft &c) { return nameOf(estate, c.draft.resource); },
        [&](const DropDraft &c) { return nameOf(estate, c.draft); },
        [&](const auto &c) {
            if constexpr (requires { c.resource; }) return nameOf(estate, c.resource);
            else if constexpr (requires { c.key; }) return nameOf(estate, c.key);
            else if constexpr (requires { c.vault; }) return nameOf(estate, c.vault);
            else if constexpr (requires { c.job; }) return nameOf(estate, c.job);
            else return nameOf(estate, c.point);
        }}, action);
}

std::string describe(const Estate &estate, const Action &action)
{
    const auto subject = subjectOf(estate, action);
    return std::visit(Overloaded{
        [](const Initialise &) { return std::string("Create the keystore"); },
        [&](const CreateVault &c) { return "Create vault " + subject + " in " + c.place.region.text() + (c.purgeProtection ? " with purge protection" : ""); },
        [&](const UpdateVault &c) { return c.purgeProtection == true ? "Turn on soft delete and purge protection of vault " + subject : "Change vault " + subject; },
        [&](const DeleteVault &) { return "Delete vault " + subject + " (it can be recovered until its retention ends)"; },
        [&](const RecoverVault &) { return "Recover vault " + subject; },
        [&](const PurgeVault &) { return "Purge vault " + subject + " with all its keys"; },
        [&](const CreateKey &c) { return "Create key " + subject + " (" + c.spec.text() + ")"; },
        [&](const RotateKey &) { return "Rotate key " + subject + ": a new version, the old ones keep working"; },
        [&](const UpdateKeyVersion &c) { return updateText(c) + " key version " + subject; },
        [&](const DeleteKey &) { return "Delete key " + subject + " with all its versions (it can be recovered until its retention ends)"; },
        [&](const RecoverKey &) { return "Recover key " + subject; },
        [&](const PurgeKey &) { return "Purge key " + subject + " with all its versions"; },
        [&](const NoteKeyBackup &) { return "Back up key " + subject; },
        [&](const RestoreKey &) { return "Restore key " + subject + " from a backup blob"; },
        [&](const SetAccessPolicy &c) { return "Allow '" + nameOf(estate, c.principal) + "' " + c.permissions.text() + " in vault " + subject; },
        [&](const RemoveAccessPolicy &c) { return "Remove the access policy of '" + nameOf(estate, c.principal) + "' from vault " + subject; },
        [&](const CreateResource &c) {
            const auto *profile = estate.catalogue().find(c.type);
            return "Create " + (profile ? profile->title : c.type) + " " + subject + " in " + c.place.region.text();
        },
        [&](const DeleteResource &) { return "Delete resource " + subject + " with its identity and that identity's access"; },
        [&](const MoveResource &c) { return "Move " + subject + " to " + c.subscription + "/" + c.resourceGroup; },
        [&](const EnableIdentity &) { return "Turn on the system-assigned identity of " + subject; },
        [&](const DisableIdentity &) { return "Turn off the identity of " + subject; },
        [&](const SetKey &c) { return "Set the encryption key of " + subject + " to " + nameOf(estate, c.key) + (c.version ? "/" + c.version->text() : ", following new versions"); },
        [&](const SetServiceManaged &) { return "Return " + subject + " to service-managed keys"; },
        [&](const FollowNewVersion &) { return "Take up the newest key version for " + subject; },
        [&](const StartBackup &c) { return "Back up " + c.source + " in " + subject; },
        [&](const FinishBackup &c) { return "Keep recovery point " + c.point.id.text().substr(0, 8) + " of " + c.point.source + " in " + subject; },
        [&](const StartRestore &c) { return "Restore recovery point " + subject + " into " + c.target; },
        [&](const EndJob &c) { return "Job " + subject + " " + std::string(stateText(c.state)); },
        [&](const RequestCancel &) { return "Cancel job " + subject; },
        [&](const ResumeJob &) { return "Resume job " + subject; },
        [&](const DeletePoint &c) { return "Delete recovery point " + subject + (c.byRetention ? " by retention" : ""); },
        [&](const SetBackupPolicy &) { return "Change the backup policy of " + subject; },
        [&](const SetStoreBackup &c) { return c.schedule ? "Back up the keystore every " + humanDuration(c.schedule->every) + " into " + c.schedule->folder : std::string("Stop the scheduled backup of the keystore"); },
        [&](const NoteStoreBackup &c) { return "Back up the keystore to " + c.file; },
        [&](const NoteClock &c) { return c.doubtedSince ? std::string("Doubt the clock: it jumped") : std::string("Accept the clock"); },
        [&](const SaveDraft &) { return "Save the unfinished wizard for " + subject; },
        [&](const DropDraft &) { return "Drop the unfinished wizard for " + subject; }}, action);
}

std::string irreversible(const Estate &estate, const Action &action)
{
    return std::visit(Overloaded{
        [&](const CreateVault &c) { return c.purgeProtection ? std::string("purge protection can never be turned off") : std::string(); },
        [&](const UpdateVault &c) {
            const auto *vault = estate.vault(c.vault);
            return c.purgeProtection == true && vault && !vault->purgeProtection ? std::string("purge protection can never be turned off") : std::string();
        },
        [](const PurgeVault &) { return std::string("the keys are destroyed; what they protect is lost for good"); },
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
            return "keywardctl key create " + path + " --kty " + std::string(kindText(c.spec.kind)) + (c.spec.kind == KeyKind::Ec ? " --curve " + std::string(curveText(c.spec.curve)) : " --size " + std::to_string(c.spec.bits));
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
