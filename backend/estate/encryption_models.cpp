// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/encryption_models.h"

#include "backend/base/error.h"
#include "backend/estate/stores.h"

namespace keyward::estate {

namespace {

Sentence everything() { return said("Everything that the service offers"); }

ComparedModel serviceManaged()
{
    return {.model = EncryptionModel::ServiceManaged,
            .title = said("Service-managed keys"),
            .encrypts = said("The service"),
            .holds = said("The platform: it issues, keeps, rotates and backs up the key"),
            .functionality = everything(),
            .advantages = {said("Simple: nothing to set up, to handle or to pay for")},
            .drawbacks = {said("No control of the key's specification, lifecycle or revocation"),
                          said("No separated duties: whoever runs the service has the key as well")}};
}

ComparedModel vaultKey()
{
    return {.model = EncryptionModel::VaultKey,
            .title = said("Customer-managed key in a vault"),
            .encrypts = said("The service, under data keys that a key of yours wraps"),
            .holds = said("You, in a key vault: the service may use the key and never sees it"),
            .functionality = everything(),
            .advantages = {said("You decide who may use the key, when it is rotated, and whether it works at all"),
                           said("One key can be the root of many services"),
                           said("Keys and resources can have different owners"),
                           said("Where the service and where the key stands can be chosen")},
            .drawbacks = {said("Access and lifecycle are yours to answer for: losing the key loses the data"),
                          said("There is more to set up and to look after")}};
}

ComparedModel ownHardware()
{
    return {
        .model = EncryptionModel::OwnHardware,
        .title = said("Key on your own hardware"),
        .encrypts = said("The service, under data keys that a device of yours wraps"),
        .holds = said("You, in a device outside the platform"),
        .functionality = everything(),
        .advantages = {said("The same control as over a key in a vault"), said("The key never enters the platform")},
        .drawbacks = {said("You also answer for the device's storage, security, performance, availability and "
                           "upkeep, and for the network between"),
                      said("Slower, and down whenever the device is; the service sees the data keys all the same, "
                           "so that it protects about as well as a key in a vault")}};
}

ComparedModel clientSide()
{
    return {.model = EncryptionModel::ClientSide,
            .title = said("Client-side encryption"),
            .encrypts = said("Your application, before it sends anything"),
            .holds = said("You: the service sees neither the key nor the contents"),
            .functionality = said("Less: the service cannot search, sort or compute on what it cannot read"),
            .advantages = {said("Nothing of it can be read where the service runs")},
            .drawbacks = {said("Applications have to be built for it"),
                          said("You answer for keys, access and lifecycle alone: nobody else can bring a key back")}};
}

/// Of a resource that keeps its data in a store, the store's key is what can be set and left.
Status mayHaveKey(const Estate &estate, const Resource &resource, const ServiceProfile &profile)
{
    const auto *store = resource.store ? estate.resource(*resource.store) : nullptr;
    const auto *its = store ? estate.catalogue().find(store->type) : nullptr;
    if (store && its) return mayTakeKey(*store, *its);
    KEYWARD_CHECK(takesOwnKey(estate, resource, profile));
    return mayTakeKey(resource, profile);
}
Status mayDoWithout(const Estate &estate, const Resource &resource, const ServiceProfile &profile)
{
    if (profile.keySource == KeySource::ClientSide)
        return fail(Code::ProfileNoKey, resource.name.text(), {phrase(profile.title), phrase(profile.noKeyBecause)});
    const auto *store = resource.store ? estate.resource(*resource.store) : nullptr;
    const auto *its = store ? estate.catalogue().find(store->type) : nullptr;
    return store && its ? mayLeaveKey(*store, *its) : mayLeaveKey(resource, profile);
}

/// MOD-15, MOD-21: why not, if so. Of the profiles that there are none goes by a device.
Sentence obstacle(const Estate &estate, const Resource &resource, const ServiceProfile *profile, EncryptionModel model)
{
    if (model == EncryptionModel::OwnHardware || model == EncryptionModel::ClientSide)
        return said("Not supported by a {0}.", phrase(profile ? profile->title : resource.type));
    if (!profile) return {};
    const auto may = model == EncryptionModel::VaultKey ? mayHaveKey(estate, resource, *profile)
                                                        : mayDoWithout(estate, resource, *profile);
    return may ? Sentence{} : sentence(may.error());
}

EncryptionModel modelOf(const Estate &estate, const Resource &resource, const ServiceProfile *profile)
{
    if (profile && profile->keySource == KeySource::ClientSide) return EncryptionModel::ClientSide;
    return protectingBinding(estate, resource) ? EncryptionModel::VaultKey : EncryptionModel::ServiceManaged;
}

} // namespace

Status mayTakeKey(const Resource &resource, const ServiceProfile &profile)
{
    if (resource.binding || !profile.onlyBeforeFirstUse || !resource.protectionAttempted) return {};
    if (!keepsNothingHere(resource)) return fail(Code::CmkAfterProtection, resource.name.text());
    return fail(Code::KeyOnlyBefore, resource.name.text(), {phrase(profile.title), phrase(profile.words.bindBefore)});
}

Status mayLeaveKey(const Resource &resource, const ServiceProfile &profile)
{
    if (resource.binding && !profile.revertible) return fail(Code::CmkIrreversible, resource.name.text());
    return {};
}

std::string_view codeOf(EncryptionModel model)
{
    switch (model) {
    case EncryptionModel::ServiceManaged: return "service-managed";
    case EncryptionModel::VaultKey: return "vault-key";
    case EncryptionModel::OwnHardware: return "own-hardware";
    case EncryptionModel::ClientSide: break;
    }
    return "client-side";
}

std::vector<ComparedModel> comparedModels(const Estate &estate, const Resource *resource)
{
    std::vector<ComparedModel> all{serviceManaged(), vaultKey(), ownHardware(), clientSide()};
    if (!resource) return all;
    const auto *profile = estate.catalogue().find(resource->type);
    const auto used = modelOf(estate, *resource, profile);
    for (auto &one : all) {
        one.inUse = one.model == used;
        if (!one.inUse) one.unavailable = obstacle(estate, *resource, profile, one.model);
    }
    return all;
}

Sentence howToChooseAModel()
{
    return said("Choose by control of the lifecycle and separated duties against cost and risk. What goes over the "
                "network is protected alike in all of them.");
}

} // namespace keyward::estate
