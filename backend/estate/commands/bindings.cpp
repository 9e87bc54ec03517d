// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bindings to customer-managed keys. What a service demands comes from its profile.

#include "backend/estate/access.h"
#include "backend/estate/authorize.h"
#include "backend/estate/commands/row.h"
#include "backend/estate/directory_names.h"
#include "backend/estate/due.h"
#include "backend/estate/encryption_models.h"
#include "backend/estate/first_party.h"
#include "backend/estate/reach.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/preparation.h"
#include "backend/estate/stores.h"
#include "backend/estate/tenant_move.h"

#include <algorithm>

namespace keyward::estate {
namespace {

Result<const Principal *> identityFor(const Estate &estate, const Resource &resource, const ServiceProfile &profile,
                                      const std::optional<PrincipalId> &chosen)
{
    if (profile.goesByFirstParty()) { // BOT-8: nobody assigns it
        const auto *application = platformApplication(estate, profile);
        if (!application) return fail(Code::IdentityMissing, resource.name.text());
        if (chosen && *chosen != application->id)
            return fail(Code::ProfileIdentityKind, resource.name.text(), {phrase(profile.title), "other"});
        return application;
    }
    const auto *identity = chosen              ? estate.principal(*chosen)
                           : resource.identity ? estate.principal(*resource.identity)
                                               : nullptr;
    if (!identity) return fail(Code::IdentityMissing, resource.name.text());
    if (chosen && !resource.userIdentities.contains(*chosen))
        return fail(Code::IdentityNotAssigned, resource.name.text(), {identity->name});
    return identity;
}

/// BKP-14: shows among the jobs.
void noteKeyChange(ChangeBuilder &draft, const JobId &id, const ResourceId &resource, std::string title,
                   std::string key)
{
    Job job = begunJob(draft, id, resource, std::move(title), KeyChangeWork{std::move(key)});
    job.state = JobState::Succeeded;
    job.finished = draft.now;
    draft.put(std::move(job));
}

/// What it was bound to until now is asked for a while longer, as long as its profile says.
void keepFormer(Resource &resource, const ServiceProfile &profile, const Binding &was, Instant now)
{
    auto &kept = resource.formerKeys;
    const auto &is = resource.binding;
    if (is && sameKeyVersion(was, *is)) return;
    std::erase_if(kept, [&](const FormerKey &one) {
        return sameKeyVersion(one, was) || (is && sameKeyVersion(one, *is)) || (is && !one.until);
    });
    if (profile.oldVersionFor.count() == 0) return;
    const auto until = profile.keepsPrevious ? std::nullopt : std::optional(now + profile.oldVersionFor);
    kept.push_back({.vault = was.vault, .key = was.key, .version = was.version, .until = until});
}

/// P4: of two that it knows, the one before is needed until a change is through.
Status previousIsFree(const Resource &resource, const ServiceProfile &profile, const KeyVersion &next, Instant now)
{
    const auto &binding = resource.binding;
    if (!binding || !profile.keepsPrevious || resource.formerKeys.empty() || binding->version == next.id) return {};
    const auto free = binding->since + profile.oldVersionFor;
    if (now >= free) return {};
    return fail(Code::PreviousStillNeeded, resource.name.text(), {isoText(free)});
}

/// BKP-22: once a key was saved in the newer form, a script that knows only the older one cannot change it.
Status takesOlderForm(const Resource &resource, const ServiceProfile &profile)
{
    if (!profile.olderKeyForm)
        return fail(Code::ValueInvalid, resource.name.text(),
                    {"form of a key", said("for {0} there was never an older one", phrase(profile.title))});
    if (resource.binding && !resource.binding->olderForm) return fail(Code::KeyFormNewer, resource.name.text());
    return {};
}

} // namespace

PermissionSet missingPermissions(const Estate &estate, const Resource &resource, const Vault &vault,
                                 const std::optional<KeyId> &key, const Principal *identity)
{
    const auto *profile = estate.catalogue().find(resource.type);
    const auto needed = profile ? profile->permissions : PermissionSet{};
    return identity ? needed.without(effectivePermissions(estate, identity->id, vault, key)) : needed;
}

Error permissionMissing(const Estate &estate, const Resource &resource, const Vault &vault, const Principal *identity,
                        PermissionSet missing)
{
    const auto *profile = estate.catalogue().find(resource.type);
    const auto needed = profile ? profile->permissions : missing;
    Error error{Code::PermissionMissing, resource.name.text(), {missing.text(), vault.name.text(), needed.text()}, {}};
    const auto *role = vault.accessModel == AccessModel::Roles ? roleFor(estate, needed) : nullptr;
    if (role && identity)
        error.remedy = "Assign a role: keywardctl role assign '" + role->name + "' --principal '" + identity->name +
                       "' --scope vault:" + vault.name.text() + ".";
    else if (identity)
        error.remedy = "Grant it: keywardctl policy set " + vault.name.text() + " --principal '" + identity->name +
                       "' --key-permissions " + needed.text() + ".";
    return error;
}

Status vaultProtected(const ServiceProfile &profile, const Vault &vault)
{
    if (profile.needsSoftDelete && !vault.softDelete)
        return fail(Code::ProfileProtection, vault.name.text(), {"soft delete"});
    if (profile.needsPurgeProtection && !vault.purgeProtection)
        return fail(Code::ProfileProtection, vault.name.text(), {"purge protection"});
    if (profile.retentionAtLeast > vault.retentionDays)
        return fail(Code::ProfileRetention, vault.name.text(),
                    {phrase(profile.title), profile.retentionAtLeast, vault.retentionDays});
    return {};
}

Status firstKeyBy(const Resource &resource, const ServiceProfile &profile, PrincipalKind identity)
{
    if (resource.binding || !profile.firstKeyByUserAssigned || identity == PrincipalKind::UserAssigned) return {};
    return fail(Code::FirstKeyIdentity, resource.name.text(), {phrase(profile.title)});
}

Status profileAcceptsNaming(const ServiceProfile &profile, const std::string &path, bool versioned)
{
    if (profile.takesVersions && !versioned)
        return fail(Code::ProfileVersionNeeded, path, {phrase(profile.title)}); // TDE-16, P20
    if (profile.refusesVersions && versioned) return fail(Code::ProfileVersionRefused, path, {phrase(profile.title)});
    return {};
}

Status profileAcceptsVersion(const ServiceProfile &profile, const std::string &path, const KeyVersion *version)
{
    if (profile.takesVersions && !version)
        return fail(Code::ProfileVersionNeeded, path, {phrase(profile.title)}); // TDE-16, P20
    if (profile.refusesExpiry && version && version->expires)                   // TDE-9
        return fail(Code::ProfileExpiry, path + "/" + version->id.text(),
                    {phrase(profile.title), dateText(*version->expires)});
    return {};
}

Status profileAccepts(const ServiceProfile &profile, const Resource &resource, const Vault &vault, const Key &key)
{
    const auto path = vault.name.text() + "/" + key.name.text();
    if (vault.tier == Tier::ManagedHsm && !profile.managedHsm) // MOD-19
        return fail(Code::ProfileManagedHsm, path, {phrase(profile.title)});
    if (profile.sameTenant && resource.place.tenant != vault.place.tenant)
        return fail(Code::ProfileTenant, resource.name.text(), {phrase(profile.title)});
    if (profile.sameRegion && resource.place.region != vault.place.region)
        return fail(Code::ProfileRegion, resource.name.text(),
                    {phrase(profile.title), resource.place.region.text(), vault.place.region.text()});
    if (!std::ranges::contains(profile.keyKinds, key.spec.kind) || (key.spec.hsm && !profile.hsmKeys)) {
        std::string kinds;
        for (const auto kind : profile.keyKinds) kinds += (kinds.empty() ? "" : ", ") + std::string(kindText(kind));
        return fail(Code::ProfileKeyKind, path, {phrase(profile.title), key.spec.kty(), kinds});
    }
    if (!profile.keySizes.empty() && !std::ranges::contains(profile.keySizes, unsigned(key.spec.bits))) {
        std::string sizes;
        for (const auto size : profile.keySizes) sizes += (sizes.empty() ? "" : ", ") + std::to_string(size);
        return fail(Code::ProfileKeySize, path, {phrase(profile.title), std::to_string(key.spec.bits), sizes});
    }
    const auto length = vault.name.text().size() + key.name.text().size();
    if (profile.longestKeyName > 0 && length > profile.longestKeyName) // TDE-14
        return fail(Code::ProfileNameLength, path, {phrase(profile.title), profile.longestKeyName, length});
    return {};
}

namespace command {

Facts factsOf(const Estate &estate, const SetKey &c)
{
    return {.subject = nameOf(estate, c.resource),
            .about = referenceTo(c.resource),
            .dataCall = administration,
            .guarded = changes(c.resource),
            .makes = made(estate, c.job),
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const SetKey &c)
{
    const auto *resource = estate.resource(c.resource);
    const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
    const bool staysBound = resource && !resource->binding && profile && !profile->revertible;
    const bool leavesOlderForm = // BKP-22
        resource && resource->binding && resource->binding->olderForm && !c.olderForm;
    Words out{.sentence = c.version ? said("Set the encryption key of {0} to {1}/{2}", nameOf(estate, c.resource),
                                           nameOf(estate, c.key), c.version->text())
                                    : said("Set the encryption key of {0} to {1}, following new versions",
                                           nameOf(estate, c.resource), nameOf(estate, c.key)),
              .irreversible =
                  staysBound ? said("it can never go back to service-managed keys; without the key nobody can read {0}",
                                    phrase(profile->words.protects))
                  : leavesOlderForm
                      ? said("scripts from before April 2021, one of which saved its key, can change it no longer")
                      : Sentence(),
              .undo = {}};
    if (resource && resource->binding) {
        const auto &was = *resource->binding;
        out.undo = SetKey{.resource = c.resource,
                          .vault = was.vault,
                          .key = was.key,
                          .version = was.pinned ? std::optional(was.version) : std::nullopt,
                          .vaultSubscription = was.subscription,
                          .job = {},
                          .identity = was.identity};
    }
    return out;
}
Status applyTo(ChangeBuilder &draft, const SetKey &command)
{
    const auto &estate = draft.estate();
    KEYWARD_TRY(const auto *before, existing(estate, command.resource));
    KEYWARD_TRY(const auto *profile, profileOf(estate, *before));
    KEYWARD_TRY(const auto *vault, liveVault(estate, command.vault));
    KEYWARD_TRY(const auto *key, liveKey(estate, command.key));
    const auto name = before->name.text();
    KEYWARD_CHECK(takesOwnKey(estate, *before, *profile));                   // MOD-24, MOD-16
    KEYWARD_CHECK(mayTakeKey(*before, *profile));                            // BKP-2
    if (command.olderForm) KEYWARD_CHECK(takesOlderForm(*before, *profile)); // BKP-22
    KEYWARD_CHECK(
        profileAccepts(*profile, *before, *vault, *key)); // what no identity and no grant can mend is said first
    const auto *named = command.version ? key->version(*command.version) : nullptr;
    if (!named && command.version) return fail(Code::NotFound, command.version->text(), {"key version"});
    KEYWARD_CHECK(profileAcceptsNaming(*profile, keyPath(estate, *key), named));
    const auto *version = named ? named : key->newestEnabled(draft.now);
    if (!version) version = &key->latest();
    KEYWARD_CHECK(profileAcceptsVersion(*profile, keyPath(estate, *key), version));
    // BKP-8: identity, permission, protections, key; a later one before an earlier one is refused.
    KEYWARD_CHECK(providerRegistered(estate, *profile, *before, *vault)); // BOT-7
    KEYWARD_TRY(const auto *identity, identityFor(estate, *before, *profile, command.identity));
    KEYWARD_CHECK(firstKeyBy(*before, *profile, identity->kind));
    if (const auto why = ineffective(estate, *identity, *vault); !why.empty())
        return std::unexpected(Error{Code::Unauthorized,
                                     vault->name.text(),
                                     {"'" + identity->name + "'", "wrapKey", why},
                                     wayBack(estate, *before, identity, *vault)}); // BKP-7
    if (const auto missing = missingPermissions(estate, *before, *vault, command.key, identity); !missing.empty())
        return std::unexpected(permissionMissing(estate, *before, *vault, identity, missing)); // MOD-10, BKP-11
    if (const auto passage = passes(estate, *vault, Origin::of(before->type), identity); !passage.allowed())
        return fail(Code::VaultUnreachable, name, {vault->name.text(), sentence(passage)}); // VLT-10, BKP-10
    KEYWARD_CHECK(regionIsUp(estate, vault->place.region));
    KEYWARD_CHECK(vaultProtected(*profile, *vault)); // MOD-7
    for (const auto operation : {Permission::WrapKey, Permission::UnwrapKey})
        if (auto decision = keyStateAllows(*vault, *key, *version, operation, draft.now); !decision.allowed())
            return std::unexpected(*decision.refusal);
    if (!command.vaultSubscription.empty() && command.vaultSubscription != vault->place.subscription)
        return fail(
            Code::ValueInvalid, command.vaultSubscription,
            {said("subscription of key vault {0}", vault->name.text()), said("it is {0}", vault->place.subscription)});

    for (const auto &first : preparationsFor(estate, *before, *key, *version))
        if (first.unmet) return std::unexpected(*first.unmet); // TDE-13, TDE-16
    KEYWARD_CHECK(mayRebind(estate, *before, draft.now));
    KEYWARD_CHECK(previousIsFree(*before, *profile, *version, draft.now));

    Resource resource = *before;
    const auto former = endsByWork(resource, *profile) && resource.binding && resource.binding->version != version->id
                            ? std::optional(resource.binding->version)
                            : std::nullopt;
    const bool sameKey = resource.binding && resource.binding->key == key->id;
    resource.binding = Binding{vault->id,
                               key->id,
                               version->id,
                               command.version.has_value(),
                               draft.now,
                               sameKey ? former : std::nullopt,
                               vault->place.subscription,
                               profile->goesByFirstParty() ? std::optional(identity->id) : command.identity,
                               command.olderForm};
    if (before->binding) keepFormer(resource, *profile, *before->binding, draft.now);
    const auto id = resource.id;
    draft.put(std::move(resource));
    draft.settle(id);
    noteKeyChange(draft, command.job, id, said("Set the encryption key").text(), keyUri(*vault, *key, &version->id));
    return {};
}

Facts factsOf(const Estate &estate, const SetServiceManaged &c)
{
    return administrationOf(estate, c.resource, changes(c.resource));
}
Words wordsOf(const Estate &estate, const SetServiceManaged &c)
{
    return {.sentence = said("Return {0} to service-managed keys", nameOf(estate, c.resource)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const SetServiceManaged &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.resource));
    KEYWARD_TRY(const auto *profile, profileOf(draft.estate(), *before));
    if (!before->binding) return fail(Code::CmkNotEnabled, before->name.text());
    KEYWARD_CHECK(mayLeaveKey(*before, *profile)); // BKP-3
    KEYWARD_CHECK(mayRebind(draft.estate(), *before, draft.now));
    Resource resource = *before;
    resource.binding.reset();
    resource.loss.reset();
    keepFormer(resource, *profile, *before->binding, draft.now); // P2: what was written last may still need it
    draft.put(std::move(resource));
    draft.settle(command.resource);
    return {};
}

Facts factsOf(const Estate &estate, const FollowNewVersion &c)
{
    return {.subject = nameOf(estate, c.resource),
            .about = referenceTo(c.resource),
            .dataCall = administration,
            .guarded = changes(c.resource),
            .makes = made(estate, c.job),
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const FollowNewVersion &c)
{
    return {.sentence = said("Take up the newest key version for {0}", nameOf(estate, c.resource)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const FollowNewVersion &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.resource));
    if (!before->binding) return fail(Code::CmkNotEnabled, before->name.text());
    KEYWARD_TRY(const auto *key, liveKey(draft.estate(), before->binding->key));
    const auto *newest = versionToFollow(draft.estate(), *before, draft.now);
    if (!newest) return fail(Code::AlreadyExists, before->name.text(), {"newest key version in use by"});
    KEYWARD_TRY(const auto *profile, profileOf(draft.estate(), *before));
    Resource resource = *before;
    if (endsByWork(resource, *profile)) resource.binding->former = resource.binding->version;
    resource.binding->version = newest->id;
    resource.binding->since = draft.now;
    keepFormer(resource, *profile, *before->binding, draft.now);
    const auto *vault = draft.estate().vault(key->vault);
    const auto id = resource.id;
    draft.put(std::move(resource));
    draft.settle(id);
    noteKeyChange(draft, command.job, id, said("Follow the key's newest version").text(),
                  keyUri(*vault, *key, &newest->id));
    return {};
}

Facts factsOf(const Estate &estate, const ReleaseFormerKeys &c) { return administrationOf(estate, c.resource, {}); }
Words wordsOf(const Estate &estate, const ReleaseFormerKeys &c)
{
    return {.sentence = said("Note that {0} asks for its former key no longer", nameOf(estate, c.resource)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const ReleaseFormerKeys &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.resource));
    Resource resource = *before;
    if (std::erase_if(resource.formerKeys,
                      [&](const FormerKey &one) { return one.until && draft.now >= *one.until; }) == 0)
        return fail(Code::NotFound, before->name.text(), {"former key whose time is over"});
    draft.put(std::move(resource));
    return {};
}

Facts factsOf(const Estate &estate, const NoteAccess &c) { return administrationOf(estate, c.resource, {}); }
Words wordsOf(const Estate &estate, const NoteAccess &c)
{
    const auto name = nameOf(estate, c.resource);
    return {.sentence = c.loss ? said("Note that {0} cannot use its key: {1}", name, c.loss->reason)
                               : said("Note that {0} can use its key", name),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const NoteAccess &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.resource));
    if (!before->binding) return fail(Code::CmkNotEnabled, before->name.text());
    Resource resource = *before;
    const auto since = before->loss ? before->loss->since : draft.now; // of the same loss, whatever its reason is now
    resource.loss = command.loss;
    if (resource.loss) resource.loss->since = since;
    resource.accessChecked = draft.now;
    draft.put(std::move(resource));
    return {};
}

} // namespace command
} // namespace keyward::estate
