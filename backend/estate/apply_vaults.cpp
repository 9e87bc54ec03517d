// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// VLT-1, VLT-2, VLT-6 for whole vaults; access policies.

#include "backend/estate/change_builder.h"
#include "backend/estate/regions.h"

namespace keyward::estate {
namespace {

constexpr unsigned shortestRetention = 7;
constexpr unsigned longestRetention = 90;
constexpr std::size_t mostPolicies = 1024;

Result<const Vault *> deletedVault(const Estate &estate, const VaultId &id)
{
    const auto *vault = estate.vault(id);
    if (!vault) return fail(Code::NotFound, id.text(), {"vault"});
    if (!vault->deleted) return fail(Code::NotDeleted, vault->name.text(), {"vault"});
    return vault;
}

std::string hsmKeysOf(const Estate &estate, const VaultId &vault)
{
    std::string out;
    for (const auto &id : estate.keysOf(vault))
        if (const auto *key = estate.key(id); key->spec.hsm) out += (out.empty() ? "" : ", ") + key->name.text();
    return out;
}

/// What is bound to keys of a vault says, by its profile, whether the vault may move.
Status boundMayFollow(const Estate &estate, const Vault &vault)
{
    for (const auto &id : estate.dependantsOf(vault.id)) {
        const auto *resource = estate.resource(id);
        const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
        if (profile && !profile->vaultMovable && resource->binding && resource->binding->vault == vault.id)
            return fail(Code::MoveRefused, describe(estate, *resource), {"place of its key vault"});
    }
    return {};
}

} // namespace

Status applyTo(Draft &draft, const command::MoveVault &command)
{
    KEYWARD_TRY(const auto *before, liveVault(draft.now_(), command.vault));
    Vault vault = *before;
    vault.place.subscription = command.subscription;
    vault.place.resourceGroup = command.resourceGroup;
    KEYWARD_CHECK(placeExists(draft.now_(), vault.place));
    KEYWARD_CHECK(boundMayFollow(draft.now_(), vault));
    const auto dependants = draft.now_().dependantsOf(command.vault);
    for (const auto &id : dependants) { // BKP-14: a binding knows its vault's subscription
        Resource resource = *draft.now_().resource(id);
        if (!resource.binding || resource.binding->vault != command.vault ||
            resource.binding->subscription == command.subscription)
            continue;
        resource.binding->subscription = command.subscription;
        draft.put(EntityKind::Resource, std::move(resource));
    }
    draft.put(EntityKind::Vault, std::move(vault));
    return {};
}

Status applyTo(Draft &draft, const command::Initialise &command)
{
    if (draft.now_().initialised()) return fail(Code::AlreadyExists, "estate", {"estate"});
    draft.put(EntityKind::Settings, Settings{command.id,
                                             command.tenant,
                                             command.subscription,
                                             command.platformKek,
                                             command.reportSigner,
                                             {},
                                             command.backupKek,
                                             {},
                                             {}});
    auto next = command.id.bytes; // the first places, whose ids follow from the estate's own
    const auto newId = [&next] {
        ++next.back();
        return RecordId{next};
    };
    KEYWARD_CHECK(applyTo(draft, missingPlaces(draft.now_(), newId)));
    draft.change.effects.push_back(effect::MakeSecret{command.platformKek});
    draft.change.effects.push_back(effect::MakeSecret{command.backupKek});
    draft.change.effects.push_back(effect::MakeSecret{command.reportSigner, 32, true});
    return {};
}

Status applyTo(Draft &draft, const command::CreateVault &command)
{
    if (command.tier == Tier::ManagedHsm) return fail(Code::ManagedHsmNeedsToken, command.name.text());
    KEYWARD_CHECK(regionKnown(draft.now_().catalogue().platform(), command.place.region));
    KEYWARD_CHECK(placeExists(draft.now_(), command.place));
    KEYWARD_CHECK(tagsAllowed(command.tags));
    if (const auto *taken = draft.now_().vaultNamed(command.name.text()))
        return fail(taken->deleted ? Code::NameInDeletedState : Code::AlreadyExists, command.name.text(), {"vault"});
    if (command.retentionDays < shortestRetention || command.retentionDays > longestRetention)
        return fail(Code::RetentionOutOfRange, command.name.text(), {std::to_string(command.retentionDays)});
    Vault vault{command.id,
                command.name,
                command.place,
                command.tier,
                command.tags,
                true,
                command.purgeProtection,
                command.retentionDays,
                draft.now,
                {},
                {}};
    draft.put(EntityKind::Vault, std::move(vault));
    return {};
}

Status applyTo(Draft &draft, const command::UpdateVault &command)
{
    KEYWARD_TRY(const auto *before, liveVault(draft.now_(), command.vault));
    Vault vault = *before;
    if (command.softDelete == false && vault.softDelete) return fail(Code::SoftDeletePermanent, vault.name.text());
    if (command.purgeProtection == false && vault.purgeProtection)
        return fail(Code::PurgeProtectionPermanent, vault.name.text());
    if (command.retentionDays && *command.retentionDays != vault.retentionDays)
        return fail(Code::RetentionFixed, vault.name.text());
    if (command.tier == Tier::ManagedHsm) return fail(Code::ManagedHsmNeedsToken, vault.name.text());
    if (command.tier == Tier::Standard)
        if (const auto held = hsmKeysOf(draft.now_(), vault.id); !held.empty())
            return fail(Code::TierHolds, vault.name.text(), {held});
    if (command.tags) KEYWARD_CHECK(tagsAllowed(*command.tags));
    if (command.softDelete) vault.softDelete = *command.softDelete;
    if (command.purgeProtection) vault.purgeProtection = *command.purgeProtection;
    if (command.tags) vault.tags = *command.tags;
    if (command.tier) vault.tier = *command.tier;
    draft.put(EntityKind::Vault, std::move(vault));
    return {};
}

Status applyTo(Draft &draft, const command::DeleteVault &command)
{
    KEYWARD_TRY(const auto *before, liveVault(draft.now_(), command.vault));
    Vault vault = *before;
    vault.deleted = Deletion{draft.now, draft.now + Days(vault.retentionDays)};
    draft.put(EntityKind::Vault, std::move(vault));
    return {};
}

Status applyTo(Draft &draft, const command::RecoverVault &command)
{
    KEYWARD_TRY(const auto *before, deletedVault(draft.now_(), command.vault));
    Vault vault = *before;
    vault.deleted.reset();
    draft.put(EntityKind::Vault, std::move(vault));
    return {};
}

Status applyTo(Draft &draft, const command::PurgeVault &command)
{
    KEYWARD_TRY(const auto *vault, deletedVault(draft.now_(), command.vault));
    if (vault->purgeProtection && draft.now < vault->deleted->purgeAt)
        return fail(Code::PurgeProtected, vault->name.text(), {isoText(vault->deleted->purgeAt)});
    const auto keys = draft.now_().keysOf(command.vault);
    for (const auto &id : keys) {
        for (const auto &version : draft.now_().key(id)->versions)
            draft.change.effects.push_back(effect::DestroyMaterial{version.material});
        dropScope(draft, recordOf(id));
        draft.remove(EntityKind::Key, id);
    }
    dropScope(draft, recordOf(command.vault));
    draft.remove(EntityKind::Vault, command.vault);
    draft.change.destroys = true;
    return {};
}

Status applyTo(Draft &draft, const command::SetAccessPolicy &command)
{
    KEYWARD_TRY(const auto *before, liveVault(draft.now_(), command.vault));
    const auto *principal = draft.now_().principal(command.principal);
    if (!principal) return fail(Code::NotFound, command.principal.text(), {"principal"});
    if (principal->tenant != before->place.tenant) return fail(Code::ProfileTenant, principal->name, {"The principal"});
    if (command.permissions.empty())
        return fail(Code::ValueInvalid, "", {"list of key permissions", "name at least one, or remove the policy"});
    Vault vault = *before;
    vault.policies[command.principal] = command.permissions;
    if (vault.policies.size() > mostPolicies)
        return fail(Code::ValueInvalid, std::to_string(vault.policies.size()),
                    {"number of access policies of a vault",
                     "at most " + std::to_string(mostPolicies) + "; use groups, or roles"});
    draft.put(EntityKind::Vault, std::move(vault));
    return {};
}

Status applyTo(Draft &draft, const command::RemoveAccessPolicy &command)
{
    KEYWARD_TRY(const auto *before, liveVault(draft.now_(), command.vault));
    Vault vault = *before;
    if (vault.policies.erase(command.principal) == 0) {
        const auto *principal = draft.now_().principal(command.principal);
        return fail(Code::NotFound, principal ? principal->name : command.principal.text(), {"access policy for"});
    }
    draft.put(EntityKind::Vault, std::move(vault));
    return {};
}

} // namespace keyward::estate
