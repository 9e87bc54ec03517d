// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Resources, their identities, and their bindings to customer-managed keys. What a service demands comes from its
// profile.

#include "backend/estate/access.h"
#include "backend/estate/authorize.h"
#include "backend/estate/change_builder.h"
#include "backend/estate/directory_names.h"
#include "backend/estate/due.h"
#include "backend/estate/reach.h"
#include "backend/estate/regions.h"
#include "backend/estate/tenant_move.h"

#include <algorithm>

namespace keyward::estate {

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
    return {};
}

Status profileAccepts(const ServiceProfile &profile, const Resource &resource, const Vault &vault, const Key &key)
{
    const auto path = vault.name.text() + "/" + key.name.text();
    if (profile.sameTenant && resource.place.tenant != vault.place.tenant)
        return fail(Code::ProfileTenant, resource.name.text(), {profile.title});
    if (profile.sameRegion && resource.place.region != vault.place.region)
        return fail(Code::ProfileRegion, resource.name.text(),
                    {profile.title, resource.place.region.text(), vault.place.region.text()});
    if (!std::ranges::contains(profile.keyKinds, key.spec.kind) || (key.spec.hsm && !profile.hsmKeys)) {
        std::string kinds;
        for (const auto kind : profile.keyKinds) kinds += (kinds.empty() ? "" : ", ") + std::string(kindText(kind));
        return fail(Code::ProfileKeyKind, path, {profile.title, key.spec.kty(), kinds});
    }
    if (!profile.keySizes.empty() && !std::ranges::contains(profile.keySizes, unsigned(key.spec.bits))) {
        std::string sizes;
        for (const auto size : profile.keySizes) sizes += (sizes.empty() ? "" : ", ") + std::to_string(size);
        return fail(Code::ProfileKeySize, path, {profile.title, std::to_string(key.spec.bits), sizes});
    }
    return {};
}

Status applyTo(Draft &draft, const command::CreateResource &command)
{
    if (!draft.now_().catalogue().find(command.type)) return fail(Code::NotFound, command.type, {"kind of resource"});
    KEYWARD_CHECK(regionKnown(draft.now_().catalogue().platform(), command.place.region));
    KEYWARD_CHECK(placeExists(draft.now_(), command.place));
    KEYWARD_CHECK(tagsAllowed(command.tags));
    if (draft.now_().resourceNamed(command.name.text()))
        return fail(Code::AlreadyExists, command.name.text(), {"resource"});
    KEYWARD_CHECK(freePrincipalName(draft.now_(), command.name.text())); // for its identity
    draft.put(
        EntityKind::Resource,
        Resource{
            command.id, command.type, command.name, command.place, command.tags, draft.now, {}, false, {}, {}, {}});
    return {};
}

Status applyTo(Draft &draft, const command::DeleteResource &command)
{
    KEYWARD_TRY(const auto *resource, existing(draft.now_(), command.resource));
    if (const auto points = draft.now_().pointsOf(command.resource).size(); points > 0)
        return fail(Code::VaultNotEmpty, resource->name.text(), {counted(points, "recovery point")});
    const auto identity = resource->identity;
    std::vector<JobId> jobs;
    for (const auto &[id, job] : draft.now_().jobs()) {
        if (job->resource != command.resource) continue;
        if (job->state == JobState::Running)
            return fail(Code::Busy, resource->name.text(), {"job " + id.text().substr(0, 8) + " is running"});
        jobs.push_back(id);
    }
    for (const auto &id : jobs) draft.remove(EntityKind::Job, id);
    const auto drafts = draft.now_().drafts();
    for (const auto &[id, saved] : drafts)
        if (saved->resource == command.resource) draft.remove(EntityKind::WizardDraft, id);
    dropScope(draft, recordOf(command.resource));
    draft.remove(EntityKind::Resource, command.resource);
    if (identity) removePrincipal(draft, *identity); // an identity goes with its resource, and its grants with it
    return {};
}

Status applyTo(Draft &draft, const command::MoveResource &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.now_(), command.resource));
    KEYWARD_TRY(const auto *profile, profileOf(draft.now_(), *before));
    const bool otherSubscription = command.subscription != before->place.subscription;
    if (before->binding && !profile->movable &&
        (otherSubscription || command.resourceGroup != before->place.resourceGroup))
        return fail(Code::MoveRefused, before->name.text(),
                    {otherSubscription ? "subscription" : "resource group"}); // BKP-6
    Resource resource = *before;
    resource.place.subscription = command.subscription;
    resource.place.resourceGroup = command.resourceGroup;
    KEYWARD_CHECK(placeExists(draft.now_(), resource.place));
    draft.put(EntityKind::Resource, std::move(resource));
    return {};
}

Status applyTo(Draft &draft, const command::EnableIdentity &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.now_(), command.resource));
    KEYWARD_TRY(const auto *profile, profileOf(draft.now_(), *before));
    if (!std::ranges::contains(profile->identityKinds, PrincipalKind::SystemAssigned))
        return fail(Code::ProfileIdentityKind, before->name.text(), {profile->title, "system-assigned"});
    if (before->identity) {
        Error on{Code::AlreadyExists, before->name.text(), {"system-assigned identity of"}, {}};
        if (const auto *identity = draft.now_().principal(*before->identity);
            identity && leftBehind(*before, *identity))
            on.remedy = "It was left behind in another tenant. Turn it off first: keywardctl identity disable " +
                        before->name.text() + ", then on again."; // BKP-7
        return std::unexpected(std::move(on));
    }
    if (const auto *taken = draft.now_().principalNamed(before->name.text())) { // as older keystores allow
        Error error{Code::AlreadyExists,
                    taken->name,
                    {"principal"},
                    "A resource's identity goes by its name. Delete that principal, or use a user-assigned identity: "
                    "keywardctl identity create"};
        return std::unexpected(std::move(error));
    }
    Resource resource = *before;
    resource.identity = command.principal;
    Principal identity{command.principal, resource.name.text(), PrincipalKind::SystemAssigned, resource.place.tenant,
                       resource.id};
    identity.created = draft.now; // a key set before that was set for another one
    draft.put(EntityKind::Principal, std::move(identity));
    draft.put(EntityKind::Resource, std::move(resource));
    return {};
}

Status applyTo(Draft &draft, const command::DisableIdentity &command)
{
    KEYWARD_TRY(const auto *resource, existing(draft.now_(), command.resource));
    if (!resource->identity) return fail(Code::IdentityMissing, resource->name.text());
    const auto *identity = draft.now_().principal(*resource->identity);
    if (!identity || !leftBehind(*resource, *identity))
        return fail(Code::IdentityPermanent, resource->name.text()); // BKP-9; but for BKP-7
    Resource changed = *resource;
    changed.identity.reset();
    const auto gone = *resource->identity;
    draft.put(EntityKind::Resource, std::move(changed));
    removePrincipal(draft, gone);
    return {};
}

namespace {

Result<const Principal *> identityFor(const Estate &estate, const Resource &resource,
                                      const std::optional<PrincipalId> &chosen)
{
    const auto *identity = chosen              ? estate.principal(*chosen)
                           : resource.identity ? estate.principal(*resource.identity)
                                               : nullptr;
    if (!identity) return fail(Code::IdentityMissing, resource.name.text());
    if (chosen && !resource.userIdentities.contains(*chosen))
        return fail(Code::IdentityNotAssigned, resource.name.text(), {identity->name});
    return identity;
}

} // namespace

Status applyTo(Draft &draft, const command::SetKey &command)
{
    const auto &estate = draft.now_();
    KEYWARD_TRY(const auto *before, existing(estate, command.resource));
    KEYWARD_TRY(const auto *profile, profileOf(estate, *before));
    KEYWARD_TRY(const auto *vault, liveVault(estate, command.vault));
    KEYWARD_TRY(const auto *key, liveKey(estate, command.key));
    const auto name = before->name.text();
    if (!before->binding && profile->onlyBeforeFirstUse && before->protectionAttempted)
        return fail(Code::CmkAfterProtection, name); // BKP-2
    KEYWARD_CHECK(
        profileAccepts(*profile, *before, *vault, *key)); // what no identity and no grant can mend is said first
    // BKP-8: identity, permission, protections, key; a later one before an earlier one is refused.
    KEYWARD_TRY(const auto *identity, identityFor(estate, *before, command.identity));
    if (const auto why = ineffective(estate, *identity, *vault); !why.empty())
        return std::unexpected(Error{Code::Unauthorized,
                                     vault->name.text(),
                                     {"'" + identity->name + "'", "wrapKey", why},
                                     wayBack(estate, *before, identity, *vault)}); // BKP-7
    if (const auto missing = missingPermissions(estate, *before, *vault, command.key, identity); !missing.empty())
        return std::unexpected(permissionMissing(estate, *before, *vault, identity, missing)); // MOD-10, BKP-11
    if (const auto passage = passes(estate, *vault, Origin::of(before->type), identity); !passage.allowed())
        return fail(Code::VaultUnreachable, name, {vault->name.text(), sentence(passage)}); // VLT-10, BKP-10
    KEYWARD_CHECK(vaultProtected(*profile, *vault));                                        // MOD-7
    const auto *version = command.version ? key->version(*command.version) : key->newestEnabled(draft.now);
    if (!version && command.version) return fail(Code::NotFound, command.version->text(), {"key version"});
    if (!version) version = &key->latest();
    for (const auto operation : {Permission::WrapKey, Permission::UnwrapKey})
        if (auto decision = keyStateAllows(*vault, *key, *version, operation, draft.now); !decision.allowed())
            return std::unexpected(*decision.refusal);
    if (!command.vaultSubscription.empty() && command.vaultSubscription != vault->place.subscription)
        return fail(Code::ValueInvalid, command.vaultSubscription,
                    {"subscription of key vault " + vault->name.text(), "it is " + vault->place.subscription});

    Resource resource = *before;
    const auto former = resource.binding && resource.binding->version != version->id
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
                               command.identity};
    Job job{command.job,
            JobKind::KeyChange,
            JobState::Succeeded,
            resource.id,
            "Set the encryption key",
            keyUri(*vault, *key, &version->id),
            {},
            {},
            false,
            {},
            {},
            draft.now,
            draft.now,
            false,
            {},
            {}};
    draft.put(EntityKind::Resource, std::move(resource));
    draft.put(EntityKind::Job, std::move(job)); // BKP-14: shows under the backup jobs
    return {};
}

Status applyTo(Draft &draft, const command::SetServiceManaged &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.now_(), command.resource));
    KEYWARD_TRY(const auto *profile, profileOf(draft.now_(), *before));
    if (!before->binding) return fail(Code::CmkNotEnabled, before->name.text());
    if (!profile->revertible) return fail(Code::CmkIrreversible, before->name.text()); // BKP-3
    Resource resource = *before;
    resource.binding.reset();
    draft.put(EntityKind::Resource, std::move(resource));
    return {};
}

Status applyTo(Draft &draft, const command::FollowNewVersion &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.now_(), command.resource));
    if (!before->binding) return fail(Code::CmkNotEnabled, before->name.text());
    KEYWARD_TRY(const auto *key, liveKey(draft.now_(), before->binding->key));
    const auto *newest = versionToFollow(draft.now_(), *before, draft.now);
    if (!newest) return fail(Code::AlreadyExists, before->name.text(), {"newest key version in use by"});
    Resource resource = *before;
    resource.binding->former = resource.binding->version;
    resource.binding->version = newest->id;
    resource.binding->since = draft.now;
    const auto *vault = draft.now_().vault(key->vault);
    Job job{command.job,
            JobKind::KeyChange,
            JobState::Succeeded,
            resource.id,
            "Follow the key's newest version",
            keyUri(*vault, *key, &newest->id),
            {},
            {},
            false,
            {},
            {},
            draft.now,
            draft.now,
            false,
            {},
            {}};
    draft.put(EntityKind::Resource, std::move(resource));
    draft.put(EntityKind::Job, std::move(job)); // BKP-14: shows under the backup jobs
    return {};
}

Status applyTo(Draft &draft, const command::SaveDraft &command)
{
    KEYWARD_CHECK(existing(draft.now_(), command.draft.resource).transform([](const Resource *) {}));
    auto saved = command.draft;
    saved.saved = draft.now;
    draft.put(EntityKind::WizardDraft, std::move(saved));
    return {};
}

Status applyTo(Draft &draft, const command::DropDraft &command)
{
    if (!draft.now_().draft(command.draft)) return fail(Code::NotFound, command.draft.text(), {"saved wizard"});
    draft.remove(EntityKind::WizardDraft, command.draft);
    return {};
}

} // namespace keyward::estate
