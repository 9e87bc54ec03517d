// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// VLT-1, VLT-2, VLT-6 for whole vaults.

#include "backend/estate/commands/row.h"
#include "backend/estate/regions.h"

namespace keyward::estate {
namespace {

constexpr unsigned shortestRetention = 7;
constexpr unsigned longestRetention = 90;
Sentence protectedForGood() { return said("purge protection can never be turned off"); }

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

KeyLosses lossesOf(const Estate &estate, const VaultId &vault, bool forGood)
{
    KeyLosses out;
    for (const auto &key : estate.keysOf(vault)) out.push_back({.key = key, .forGood = forGood});
    return out;
}

} // namespace

namespace command {

// A deleted vault keeps its locks.

Facts factsOf(const Estate &estate, const CreateVault &c)
{
    return {.subject = c.name.text(),
            .about = referenceTo(c.id),
            .dataCall = administration,
            .guarded = into(estate, c.place),
            .makes = made(estate, c.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &, const CreateVault &c)
{
    return {.sentence = c.purgeProtection ? said("Create vault {0} in {1} with purge protection", c.name.text(),
                                                 c.place.region.text())
                                          : said("Create vault {0} in {1}", c.name.text(), c.place.region.text()),
            .irreversible = c.purgeProtection ? protectedForGood() : Sentence(),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const CreateVault &command)
{
    if (command.tier == Tier::ManagedHsm) return fail(Code::ManagedHsmNeedsToken, command.name.text());
    KEYWARD_CHECK(regionKnown(draft.estate().catalogue().platform(), command.place.region));
    KEYWARD_CHECK(regionIsUp(draft.estate(), command.place.region));
    KEYWARD_CHECK(placeExists(draft.estate(), command.place));
    KEYWARD_CHECK(tagsAllowed(command.tags));
    if (const auto *taken = draft.estate().vaultNamed(command.name.text()))
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
    draft.put(std::move(vault));
    return {};
}

Facts factsOf(const Estate &estate, const UpdateVault &c)
{
    return administrationOf(estate, c.vault, changes(c.vault));
}
Words wordsOf(const Estate &estate, const UpdateVault &c)
{
    const auto *vault = estate.vault(c.vault);
    const bool protects = c.purgeProtection == true;
    const auto name = nameOf(estate, c.vault);
    return {.sentence = protects ? said("Turn on soft delete and purge protection of vault {0}", name)
                                 : said("Change vault {0}", name),
            .irreversible = protects && vault && !vault->purgeProtection ? protectedForGood() : Sentence(),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const UpdateVault &command)
{
    KEYWARD_TRY(const auto *before, liveVault(draft.estate(), command.vault));
    Vault vault = *before;
    if (command.softDelete == false && vault.softDelete) return fail(Code::SoftDeletePermanent, vault.name.text());
    if (command.purgeProtection == false && vault.purgeProtection)
        return fail(Code::PurgeProtectionPermanent, vault.name.text());
    if (command.retentionDays && *command.retentionDays != vault.retentionDays)
        return fail(Code::RetentionFixed, vault.name.text());
    if (command.tier == Tier::ManagedHsm) return fail(Code::ManagedHsmNeedsToken, vault.name.text());
    if (command.tier == Tier::Standard)
        if (const auto held = hsmKeysOf(draft.estate(), vault.id); !held.empty())
            return fail(Code::TierHolds, vault.name.text(), {held});
    if (command.tags) KEYWARD_CHECK(tagsAllowed(*command.tags));
    if (command.softDelete) vault.softDelete = *command.softDelete;
    if (command.purgeProtection) vault.purgeProtection = *command.purgeProtection;
    if (command.tags) vault.tags = *command.tags;
    if (command.tier) vault.tier = *command.tier;
    draft.put(std::move(vault));
    return {};
}

Facts factsOf(const Estate &estate, const MoveVault &c)
{
    auto guarded = changes(c.vault);
    if (const auto *vault = estate.vault(c.vault))
        guarded = alsoInto(estate, guarded, vault->place, c.subscription, c.resourceGroup);
    return administrationOf(estate, c.vault, std::move(guarded));
}
Words wordsOf(const Estate &estate, const MoveVault &c)
{
    return {.sentence = said("Move vault {0} to {1}/{2}", nameOf(estate, c.vault),
                             subscriptionName(estate, c.subscription), c.resourceGroup),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const MoveVault &command)
{
    KEYWARD_TRY(const auto *before, liveVault(draft.estate(), command.vault));
    Vault vault = *before;
    vault.place.subscription = command.subscription;
    vault.place.resourceGroup = command.resourceGroup;
    KEYWARD_CHECK(placeExists(draft.estate(), vault.place));
    KEYWARD_CHECK(boundMayFollow(draft.estate(), vault));
    const auto dependants = draft.estate().dependantsOf(command.vault);
    for (const auto &id : dependants) { // BKP-14: a binding knows its vault's subscription
        Resource resource = *draft.estate().resource(id);
        if (!resource.binding || resource.binding->vault != command.vault ||
            resource.binding->subscription == command.subscription)
            continue;
        resource.binding->subscription = command.subscription;
        draft.put(std::move(resource));
    }
    draft.put(std::move(vault));
    return {};
}

Facts factsOf(const Estate &estate, const DeleteVault &c)
{
    return {.subject = nameOf(estate, c.vault),
            .about = referenceTo(c.vault),
            .dataCall = administration,
            .guarded = removes(c.vault),
            .makes = {},
            .takesAway = lossesOf(estate, c.vault, false)};
}
Words wordsOf(const Estate &estate, const DeleteVault &c)
{
    return {.sentence =
                said("Delete vault {0} (it can be recovered until its retention ends)", nameOf(estate, c.vault)),
            .irreversible = {},
            .undo = RecoverVault{.vault = c.vault}};
}
Status applyTo(ChangeBuilder &draft, const DeleteVault &command)
{
    KEYWARD_TRY(const auto *before, liveVault(draft.estate(), command.vault));
    Vault vault = *before;
    vault.deleted = Deletion{draft.now, draft.now + Days(vault.retentionDays)};
    draft.put(std::move(vault));
    return {};
}

Facts factsOf(const Estate &estate, const RecoverVault &c)
{
    return administrationOf(estate, c.vault, changes(c.vault));
}
Words wordsOf(const Estate &estate, const RecoverVault &c)
{
    return {.sentence = said("Recover vault {0}", nameOf(estate, c.vault)), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const RecoverVault &command)
{
    KEYWARD_TRY(const auto *before, deletedVault(draft.estate(), command.vault));
    Vault vault = *before;
    vault.deleted.reset();
    draft.put(std::move(vault));
    return {};
}

Facts factsOf(const Estate &estate, const PurgeVault &c)
{
    return {.subject = nameOf(estate, c.vault),
            .about = referenceTo(c.vault),
            .dataCall = administration,
            .guarded = removes(c.vault),
            .makes = {},
            .takesAway = lossesOf(estate, c.vault, true)};
}
Words wordsOf(const Estate &estate, const PurgeVault &c)
{
    return {.sentence = said("Purge vault {0} with all its keys", nameOf(estate, c.vault)),
            .irreversible = said("the keys are destroyed; what they protect is lost for good"),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const PurgeVault &command)
{
    KEYWARD_TRY(const auto *vault, deletedVault(draft.estate(), command.vault));
    if (vault->purgeProtection && draft.now < vault->deleted->purgeAt)
        return fail(Code::PurgeProtected, vault->name.text(), {isoText(vault->deleted->purgeAt)});
    const auto keys = draft.estate().keysOf(command.vault);
    for (const auto &id : keys) {
        for (const auto &version : draft.estate().key(id)->versions)
            draft.change.effects.push_back(effect::DestroyMaterial{version.material});
        dropScope(draft, recordOf(id));
        draft.remove(id);
    }
    dropScope(draft, recordOf(command.vault));
    draft.remove(command.vault);
    draft.change.destroys = true;
    return {};
}

} // namespace command
} // namespace keyward::estate
