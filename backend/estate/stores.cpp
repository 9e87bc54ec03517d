// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/stores.h"

#include "backend/base/error.h"
#include "backend/estate/kept_files.h"
#include "backend/estate/obstacles.h"

#include <algorithm>
#include <ranges>

namespace keyward::estate {
namespace {

constexpr std::size_t fewNamed = 8;

/// Those that there are, else the kinds that could be made.
Sentence whatServes(const Estate &estate, const Resource &resource, const ServiceProfile &profile)
{
    std::string out;
    const auto add = [&](const std::string &one) { out += (out.empty() ? "" : ", ") + one; };
    const auto there = storesFor(estate, resource);
    if (!there.empty()) {
        for (const auto *one : there | std::views::take(fewNamed)) add(one->name.text());
        return there.size() > fewNamed ? said("{0} and {1} more", std::move(out), there.size() - fewNamed)
                                       : Sentence("{0}", {std::move(out)});
    }
    if (profile.stores.empty()) return said("any resource that takes a key of its own, of which there is none yet");
    for (const auto &service : profile.stores) add(service);
    return said("a resource of the kind {0}, of which there is none yet", std::move(out));
}

} // namespace

bool canServe(const ServiceProfile &store, const ServiceProfile &of)
{
    return of.keySource == KeySource::Store && store.keySource == KeySource::OwnKey &&
           (of.stores.empty() || std::ranges::contains(of.stores, store.service));
}

std::vector<const Resource *> storesFor(const Estate &estate, const Resource &resource)
{
    std::vector<const Resource *> out;
    const auto *profile = estate.catalogue().find(resource.type);
    if (!profile || profile->keySource != KeySource::Store) return out;
    for (const auto &[id, one] : estate.resources())
        if (canStore(estate, *one, resource, *profile)) out.push_back(one.get());
    std::ranges::sort(out, {}, [](const Resource *one) { return one->name.text(); });
    return out;
}

Status takesOwnKey(const Estate &estate, const Resource &resource, const ServiceProfile &profile)
{
    switch (profile.keySource) {
    case KeySource::OwnKey: return {};
    case KeySource::Store:
        return fail(Code::ProfileOwnStore, resource.name.text(),
                    {phrase(profile.title), whatServes(estate, resource, profile)});
    case KeySource::None:
    case KeySource::ClientSide: break;
    }
    return fail(Code::ProfileNoKey, resource.name.text(), {phrase(profile.title), phrase(profile.noKeyBecause)});
}

Status canStore(const Estate &estate, const Resource &store, const Resource &of, const ServiceProfile &profile)
{
    const auto unsuitable = [&](Sentence why) {
        return fail(Code::CannotBeStore, store.name.text(), {phrase(profile.title), of.name.text(), std::move(why)});
    };
    if (profile.keySource != KeySource::Store) return unsuitable(said("that keeps its data itself, if any"));
    const auto *kind = estate.catalogue().find(store.type);
    if (!kind || kind->keySource != KeySource::OwnKey) return unsuitable(said("it takes no key of its own"));
    if (!canServe(*kind, profile)) {
        std::string kinds;
        for (const auto &service : profile.stores) kinds += (kinds.empty() ? "" : ", ") + service;
        return unsuitable(said("it takes only one of the kind {0}", std::move(kinds)));
    }
    if (store.place.tenant != of.place.tenant) return unsuitable(said("they belong to different tenants"));
    if (!profile.storeBeside) return {};
    if (store.place.subscription != of.place.subscription)
        return unsuitable(said("they belong to different subscriptions"));
    if (store.place.region != of.place.region)
        return unsuitable(said("it is in {0}, not in {1}", store.place.region.text(), of.place.region.text()));
    return {};
}

Status mayHaveStore(const Estate &estate, const Resource &resource, const std::optional<ResourceId> &store)
{
    return std::visit(
        [&]<class F>(const F &facet) -> Status {
            if constexpr (requires { mayHaveStore(estate, resource, facet, store); })
                return mayHaveStore(estate, resource, facet, store);
            else
                return {};
        },
        resource.facet);
}

Status mayTakeUp(const Estate &estate, const Resource &store, const Resource &resource, Instant now)
{
    if (!keptFilesOf(resource) || !store.binding) return {};
    auto obstacle = firstObstacle(estate, store, store.binding->key, store.binding->version,
                                  {{Permission::WrapKey, Permission::UnwrapKey}, true}, now);
    if (!obstacle) return {};
    return fail(Code::NoAccessToStore, resource.name.text(), {store.name.text(), *std::move(obstacle)});
}

const Resource &keyHolder(const Estate &estate, const Resource &resource)
{
    const auto *store = resource.store ? estate.resource(*resource.store) : nullptr;
    return store ? *store : resource;
}

const Binding *protectingBinding(const Estate &estate, const Resource &resource)
{
    const auto &binding = keyHolder(estate, resource).binding;
    return binding ? &*binding : nullptr;
}

} // namespace keyward::estate
