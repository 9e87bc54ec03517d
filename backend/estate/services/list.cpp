// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/services/list.h"

#include "backend/estate/estate.h"
#include "backend/estate/kept_files.h"
#include "backend/estate/services/preparation.h"
#include "backend/estate/stores.h"

#include <algorithm>
#include <iterator>

namespace keyward::estate {
namespace {

template <class T> void addStored(std::vector<StoredData> &out, const Table<T> &table)
{
    if constexpr (requires(const T &entity) { storedOf(entity); })
        for (const auto &[id, entity] : table)
            if (const std::optional<StoredData> stored = storedOf(*entity)) out.push_back(*stored);
}

template <class... Types> std::vector<StoredData> storedAmong(const Estate &estate, EntityList<Types...>)
{
    std::vector<StoredData> out;
    (addStored<Types>(out, estate.all<Types>()), ...);
    return out;
}

} // namespace

std::vector<StoredData> storedData(const Estate &estate) { return storedAmong(estate, Entities{}); }

std::optional<StoredData> storedOf(const Resource &resource)
{
    if (const auto *files = keptFilesOf(resource)) return storedOf(resource, *files);
    return std::visit(
        [&]<class F>(const F &facet) -> std::optional<StoredData> {
            if constexpr (requires { storedOf(resource, facet); })
                return storedOf(resource, facet);
            else
                return {};
        },
        resource.facet);
}

std::vector<Preparation> preparationsFor(const Estate &estate, const Resource &resource, const Key &key,
                                         const KeyVersion &version)
{
    return std::visit(
        [&]<class F>(const F &facet) -> std::vector<Preparation> {
            if constexpr (std::is_same_v<F, std::monostate>)
                return {};
            else
                return preparing(estate, resource, facet, key, version);
        },
        resource.facet);
}

void addFindings(std::vector<Finding> &out, const Estate &estate, const Resource &resource)
{
    std::visit(
        [&]<class F>(const F &facet) {
            if constexpr (!std::is_same_v<F, std::monostate>) addFindings(out, estate, resource, facet);
        },
        resource.facet);
}

namespace {

std::vector<Parting> partingsOf(const Estate &estate, const Resource &resource, const KeyId &key)
{
    return std::visit(
        [&]<class F>(const F &facet) -> std::vector<Parting> {
            if constexpr (std::is_same_v<F, std::monostate>)
                return {};
            else
                return partings(estate, resource, facet, key);
        },
        resource.facet);
}

} // namespace

std::vector<Parting> partingsFrom(const Estate &estate, const Resource &resource, const KeyId &key)
{
    auto out = partingsOf(estate, resource, key);
    for (const auto &id : estate.servedBy(resource.id))
        std::ranges::move(partingsOf(estate, *estate.resource(id), key), std::back_inserter(out));
    return out;
}

void settleIn(Estate &estate, const ResourceId &id)
{
    const auto *resource = estate.resource(id);
    if (!resource) return;
    std::visit(
        [&]<class F>(const F &) {
            if constexpr (!std::is_same_v<F, std::monostate>) settle(Settling<F>{estate, id});
        },
        resource->facet);
}

std::optional<WrappedBy> boundKey(const Estate &estate, const Resource &resource)
{
    const auto *binding = protectingBinding(estate, resource);
    if (!binding) return {};
    const auto *vault = estate.vault(binding->vault);
    const auto *key = estate.key(binding->key);
    return WrappedBy{binding->vault, binding->key, binding->version,
                     vault && key ? keyUri(*vault, *key, &binding->version) : std::string()};
}

bool endsByWork(const Resource &resource, const ServiceProfile &profile)
{
    return !keepsNothingHere(resource) && profile.oldVersionFor.count() == 0;
}

namespace {

Status mayRebindItself(const Estate &estate, const Resource &resource, Instant now)
{
    return std::visit(
        [&]<class F>(const F &facet) -> Status {
            if constexpr (std::is_same_v<F, std::monostate>)
                return {};
            else
                return mayRebind(estate, resource, facet, now);
        },
        resource.facet);
}

} // namespace

Status mayRebind(const Estate &estate, const Resource &resource, Instant now)
{
    for (const auto &id : estate.servedBy(resource.id))
        KEYWARD_CHECK(mayRebindItself(estate, *estate.resource(id), now));
    return mayRebindItself(estate, resource, now);
}

Facet facetOf(std::string_view service)
{
    Facet out;
    eachOf(Services{}, [&]<class One>() {
        if (service == One::service) out = One{};
    });
    return out;
}

void takeUpFacets(Estate &estate)
{
    std::vector<Resource> lacking;
    for (const auto &[id, resource] : estate.resources()) {
        const auto *profile = keepsNothingHere(*resource) ? estate.catalogue().find(resource->type) : nullptr;
        auto facet = profile ? facetOf(profile->service) : Facet{};
        if (std::holds_alternative<std::monostate>(facet)) continue;
        lacking.push_back(*resource);
        lacking.back().facet = std::move(facet);
    }
    for (auto &resource : lacking) estate.put(std::move(resource));
}

} // namespace keyward::estate
