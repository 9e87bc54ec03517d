// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Resources and their own identities.

#include "backend/estate/access.h"
#include "backend/estate/assess.h"
#include "backend/estate/authorize.h"
#include "backend/estate/commands/principals.h"
#include "backend/estate/commands/row.h"
#include "backend/estate/directory_names.h"
#include "backend/estate/due.h"
#include "backend/estate/reach.h"
#include "backend/estate/regions.h"
#include "backend/estate/running_jobs.h"
#include "backend/estate/services/preparation.h"
#include "backend/estate/stores.h"
#include "backend/estate/tenant_move.h"

#include <algorithm>

namespace keyward::estate {
namespace {

Error unknownKind(const Catalogue &catalogue, const std::string &type)
{
    std::string known;
    for (const auto *profile : catalogue.all()) known += (known.empty() ? "" : ", ") + profile->id;
    return {Code::NotFound, type, {"kind of resource"}, "There are: " + known + "."};
}

Status isNobodysStore(const Estate &estate, const Resource &resource)
{
    std::string users;
    for (const auto &id : estate.servedBy(resource.id)) users += (users.empty() ? "" : ", ") + nameOf(estate, id);
    return users.empty() ? Status{} : fail(Code::StoreInUse, resource.name.text(), {users});
}

/// Of services whose store has to be beside them: neither goes to another subscription without the other.
Status leavesNoStore(const Estate &estate, const Resource &resource)
{
    const auto beside = [&](const Resource &one) {
        const auto *profile = estate.catalogue().find(one.type);
        return profile && profile->storeBeside;
    };
    const auto *store = resource.store ? estate.resource(*resource.store) : nullptr;
    if (store && beside(resource))
        return fail(Code::CannotBeStore, store->name.text(),
                    {phrase(estate.catalogue().find(resource.type)->title), resource.name.text(),
                     said("they would belong to different subscriptions")});
    for (const auto &id : estate.servedBy(resource.id))
        if (beside(*estate.resource(id))) return isNobodysStore(estate, resource);
    return {};
}

Status keyAllowsDeletion(const Estate &estate, const Resource &resource, Instant now)
{
    const auto *profile = estate.catalogue().find(resource.type);
    if (!resource.binding || !profile || !profile->deletionNeedsKey) return {};
    const auto verdict = assess(estate, resource, now);
    if (verdict.health != Health::Lost) return {};
    return fail(Code::DeletionNeedsKey, resource.name.text(),
                {phrase(profile->title), sentence(verdict.reasons.front().what)});
}

/// BKP-18: some services allow it in subscriptions on a list.
Status mayBeCreatedWithKey(const Estate &estate, const ServiceProfile &profile, const Placement &place)
{
    if (profile.creationFeature.empty()) return {};
    const auto id = estate.subscriptionId(place.subscription);
    const auto *subscription = id ? estate.subscription(*id) : nullptr;
    if (subscription && subscription->providers.contains(profile.creationFeature)) return {};
    return fail(Code::KeyAtCreationNotListed, subscription ? subscription->name : place.subscription,
                {phrase(profile.title), profile.creationFeature});
}

} // namespace

namespace command {

Facts factsOf(const Estate &estate, const CreateResource &c)
{
    return {.subject = c.name.text(),
            .about = referenceTo(c.id),
            .dataCall = administration,
            .guarded = into(estate, c.place),
            .makes = c.key ? made(estate, c.id, c.key->job) : made(estate, c.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const CreateResource &c)
{
    const auto *profile = estate.catalogue().find(c.type);
    const auto kind = phrase(profile ? profile->title : c.type);
    if (c.store)
        return {.sentence = said("Create {0} {1} in {2}, protected by the key of {3}", kind, c.name.text(),
                                 c.place.region.text(), nameOf(estate, *c.store)),
                .irreversible = {},
                .undo = {}};
    if (!c.key)
        return {.sentence = said("Create {0} {1} in {2}", kind, c.name.text(), c.place.region.text()),
                .irreversible = {},
                .undo = {}};
    return {.sentence = said("Create {0} {1} in {2}, encrypted under {3}, which {4} asks for", kind, c.name.text(),
                             c.place.region.text(), nameOf(estate, c.key->key), nameOf(estate, c.key->identity)),
            .irreversible =
                profile && !profile->revertible ? said("it can never go back to service-managed keys") : Sentence(),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const CreateResource &command)
{
    const auto *profile = draft.estate().catalogue().find(command.type);
    if (!profile) return std::unexpected(unknownKind(draft.estate().catalogue(), command.type));
    KEYWARD_CHECK(regionKnown(draft.estate().catalogue().platform(), command.place.region));
    KEYWARD_CHECK(regionIsUp(draft.estate(), command.place.region));
    KEYWARD_CHECK(placeExists(draft.estate(), command.place));
    KEYWARD_CHECK(tagsAllowed(command.tags));
    if (draft.estate().resourceNamed(command.name.text()))
        return fail(Code::AlreadyExists, command.name.text(), {"resource"});
    KEYWARD_CHECK(freePrincipalName(draft.estate(), command.name.text())); // for its identity
    draft.put(Resource{.id = command.id,
                       .type = command.type,
                       .name = command.name,
                       .place = command.place,
                       .tags = command.tags,
                       .created = draft.now,
                       .identity = {},
                       .protectionAttempted = false,
                       .binding = {},
                       .facet = facetOf(profile->service)});
    if (command.store) KEYWARD_CHECK(applyTo(draft, SetStore{.resource = command.id, .store = command.store}));
    if (!command.key) return {};
    const auto &key = *command.key;
    KEYWARD_CHECK(mayBeCreatedWithKey(draft.estate(), *profile, command.place));
    KEYWARD_CHECK(applyTo(draft, AssignIdentity{.resource = command.id, .identity = key.identity}));
    return applyTo(draft, SetKey{.resource = command.id,
                                 .vault = key.vault,
                                 .key = key.key,
                                 .version = key.version,
                                 .vaultSubscription = {},
                                 .job = key.job,
                                 .identity = key.identity});
}

Facts factsOf(const Estate &estate, const DeleteResource &c)
{
    return administrationOf(estate, c.resource, removes(c.resource));
}
Words wordsOf(const Estate &estate, const DeleteResource &c)
{
    return {.sentence =
                said("Delete resource {0} with its identity and that identity's access", nameOf(estate, c.resource)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const DeleteResource &command)
{
    KEYWARD_TRY(const auto *resource, existing(draft.estate(), command.resource));
    KEYWARD_CHECK(std::visit(
        [&]<class F>(const F &facet) -> Status {
            if constexpr (std::is_same_v<F, std::monostate>)
                return {};
            else
                return mayBeDeleted(draft.estate(), *resource, facet);
        },
        resource->facet));
    KEYWARD_CHECK(isNobodysStore(draft.estate(), *resource));
    KEYWARD_CHECK(keyAllowsDeletion(draft.estate(), *resource, draft.now));
    const auto identity = resource->identity;
    KEYWARD_CHECK(noJobRuns(draft.estate(), command.resource));
    std::vector<JobId> jobs;
    for (const auto &[id, job] : draft.estate().jobs())
        if (job->resource == command.resource) jobs.push_back(id);
    for (const auto &id : jobs) draft.remove(id);
    dropScope(draft, recordOf(command.resource));
    draft.remove(command.resource);
    if (identity) removePrincipal(draft, *identity); // an identity goes with its resource, and its grants with it
    return {};
}

Facts factsOf(const Estate &estate, const MoveResource &c)
{
    auto guarded = changes(c.resource);
    if (const auto *resource = estate.resource(c.resource))
        guarded = alsoInto(estate, guarded, resource->place, c.subscription, c.resourceGroup);
    return administrationOf(estate, c.resource, std::move(guarded));
}
Words wordsOf(const Estate &estate, const MoveResource &c)
{
    return {.sentence = said("Move {0} to {1}/{2}", nameOf(estate, c.resource),
                             subscriptionName(estate, c.subscription), c.resourceGroup),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const MoveResource &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.resource));
    KEYWARD_TRY(const auto *profile, profileOf(draft.estate(), *before));
    const bool otherSubscription = command.subscription != before->place.subscription;
    const bool otherGroup = command.resourceGroup != before->place.resourceGroup;
    if (protectingBinding(draft.estate(), *before) && !profile->movable &&
        (otherSubscription || (otherGroup && !profile->movesWithinSubscription)))
        return fail(Code::MoveRefused, before->name.text(),
                    {otherSubscription ? "subscription" : "resource group"}); // BKP-6, TDE-12
    if (otherSubscription) KEYWARD_CHECK(leavesNoStore(draft.estate(), *before));
    Resource resource = *before;
    resource.place.subscription = command.subscription;
    resource.place.resourceGroup = command.resourceGroup;
    KEYWARD_CHECK(placeExists(draft.estate(), resource.place));
    draft.put(std::move(resource));
    return {};
}

Facts factsOf(const Estate &estate, const SetStore &c)
{
    return administrationOf(estate, c.resource, changes(c.resource));
}
Words wordsOf(const Estate &estate, const SetStore &c)
{
    const auto name = nameOf(estate, c.resource);
    const auto *resource = estate.resource(c.resource);
    Words out{.sentence = c.store ? said("Keep the data of {0} in {1}", name, nameOf(estate, *c.store))
                                  : said("Keep the data of {0} in no store of yours", name),
              .irreversible = {},
              .undo = {}};
    if (resource) out.undo = SetStore{.resource = c.resource, .store = resource->store};
    return out;
}
Status applyTo(ChangeBuilder &draft, const SetStore &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.resource));
    KEYWARD_TRY(const auto *profile, profileOf(draft.estate(), *before));
    if (command.store) {
        KEYWARD_TRY(const auto *store, existing(draft.estate(), *command.store));
        KEYWARD_CHECK(canStore(draft.estate(), *store, *before, *profile));
        KEYWARD_CHECK(mayTakeUp(draft.estate(), *store, *before, draft.now));
    }
    KEYWARD_CHECK(mayHaveStore(draft.estate(), *before, command.store));
    KEYWARD_CHECK(mayRebind(draft.estate(), *before, draft.now));
    Resource resource = *before;
    resource.store = command.store;
    draft.put(std::move(resource));
    draft.settle(command.resource);
    return {};
}

Facts factsOf(const Estate &estate, const NoteUse &c)
{
    return administrationOf(estate, c.resource, changes(c.resource));
}
Words wordsOf(const Estate &estate, const NoteUse &c)
{
    const auto *resource = estate.resource(c.resource);
    const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
    const bool bars = resource && !resource->binding && !resource->protectionAttempted && profile &&
                      profile->onlyBeforeFirstUse && profile->keySource == KeySource::OwnKey;
    return {.sentence = said("Put {0} into use", nameOf(estate, c.resource)),
            .irreversible = bars ? said("it can never get a customer-managed key then") : Sentence(),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const NoteUse &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.resource));
    KEYWARD_TRY(const auto *profile, profileOf(draft.estate(), *before));
    if (!keepsNothingHere(*before)) return fail(Code::ServiceNotesUse, before->name.text(), {phrase(profile->title)});
    Resource resource = *before;
    resource.protectionAttempted = true;
    draft.put(std::move(resource));
    return {};
}

Facts factsOf(const Estate &estate, const EnableIdentity &c)
{
    return {.subject = nameOf(estate, c.resource),
            .about = referenceTo(c.resource),
            .dataCall = administration,
            .guarded = changes(c.resource),
            .makes = made(estate, c.principal),
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const EnableIdentity &c)
{
    const auto *resource = estate.resource(c.resource);
    const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
    return {.sentence = said("Turn on the system-assigned identity of {0}", nameOf(estate, c.resource)),
            .irreversible = !profile || profile->identityPermanent
                                ? said("the identity must stay on for as long as the resource exists")
                                : Sentence(),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const EnableIdentity &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.resource));
    KEYWARD_TRY(const auto *profile, profileOf(draft.estate(), *before));
    if (!std::ranges::contains(profile->identityKinds, PrincipalKind::SystemAssigned))
        return fail(Code::ProfileIdentityKind, before->name.text(), {phrase(profile->title), "system-assigned"});
    if (before->identity) {
        Error on{Code::AlreadyExists, before->name.text(), {"system-assigned identity of"}, {}};
        if (const auto *identity = draft.estate().principal(*before->identity);
            identity && leftBehind(*before, *identity))
            on.remedy = "It was left behind in another tenant. Turn it off first: keywardctl identity disable " +
                        before->name.text() + ", then on again."; // BKP-7
        return std::unexpected(std::move(on));
    }
    if (const auto *taken = draft.estate().principalNamed(before->name.text())) { // as older keystores allow
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
    draft.put(std::move(identity));
    draft.put(std::move(resource));
    return {};
}

Facts factsOf(const Estate &estate, const DisableIdentity &c)
{
    return administrationOf(estate, c.resource, changes(c.resource));
}
Words wordsOf(const Estate &estate, const DisableIdentity &c)
{
    return {
        .sentence = said("Turn off the identity of {0}", nameOf(estate, c.resource)), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const DisableIdentity &command)
{
    KEYWARD_TRY(const auto *resource, existing(draft.estate(), command.resource));
    if (!resource->identity) return fail(Code::IdentityMissing, resource->name.text());
    KEYWARD_TRY(const auto *profile, profileOf(draft.estate(), *resource));
    const auto *identity = draft.estate().principal(*resource->identity);
    if (profile->identityPermanent && (!identity || !leftBehind(*resource, *identity)))
        return fail(Code::IdentityPermanent, resource->name.text(),
                    {phrase(profile->words.protects)}); // BKP-9, but for BKP-7; not TDE-10
    Resource changed = *resource;
    changed.identity.reset();
    const auto gone = *resource->identity;
    draft.put(std::move(changed));
    removePrincipal(draft, gone);
    return {};
}

} // namespace command
} // namespace keyward::estate
