// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/kept_files.h"

#include "backend/base/paths.h"
#include "backend/estate/describe.h"
#include "backend/estate/findings.h"
#include "backend/estate/obstacles.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/preparation.h"
#include "backend/estate/stores.h"

#include <algorithm>
#include <ranges>

namespace keyward::estate {

bool ObjectPathRule::holds(std::string_view text)
{
    constexpr std::size_t longest = 1024;
    if (text.empty() || text.size() > longest || printable(text) != text) return false;
    return std::ranges::none_of(std::views::split(text, '/'), [](const auto &part) {
        const std::string_view name(part);
        return name.empty() || name == "." || name == "..";
    });
}

namespace {

/// Of a resource that may be changed, or of one that may not.
template <class Files> Files *filesIn(auto &resource)
{
    return std::visit(
        [](auto &facet) -> Files * {
            if constexpr (requires { requires std::same_as<std::remove_const_t<decltype(facet.files)>, KeptFiles>; })
                return &facet.files;
            else
                return nullptr;
        },
        resource.facet);
}

} // namespace

const KeptFiles *keptFilesOf(const Resource &resource) { return filesIn<const KeptFiles>(resource); }
KeptFiles *keptFilesIn(Resource &resource) { return filesIn<KeptFiles>(resource); }

bool awaitsRewrap(const Estate &estate, const Resource &resource)
{
    const auto *files = keptFilesOf(resource);
    if (!files || !files->hasKey()) return false;
    const auto *binding = protectingBinding(estate, resource);
    if (!binding) return files->by.has_value();
    return !files->by || !sameKeyVersion(*files->by, *binding) || files->asked != resource.store;
}

const Resource &askedFor(const Estate &estate, const Resource &resource)
{
    const auto *files = keptFilesOf(resource);
    const auto *store = files && files->asked ? estate.resource(*files->asked) : nullptr;
    return store ? *store : resource;
}

Uses usesOf(const Resource &resource, const KeptFiles &files)
{
    if (!files.by) return {};
    return {{.resource = files.asked.value_or(resource.id),
             .vault = files.by->vault,
             .key = files.by->key,
             .version = files.by->version,
             .purpose = Use::Purpose::StoredData,
             .ends = Use::Ends::Rewrap}};
}

std::optional<StoredData> storedOf(const Resource &resource, const KeptFiles &files)
{
    if (files.folder.empty()) return {};
    return StoredData{.entity = recordOf(resource.id), .resource = resource.id, .file = files.folder + "/index"};
}

const ServiceProfile *kindForRestores(const Catalogue &catalogue)
{
    for (const auto *profile : catalogue.all()) {
        if (profile->keySource != KeySource::Store) continue;
        Resource one;
        one.facet = facetOf(profile->service);
        if (keptFilesOf(one)) return profile;
    }
    return nullptr;
}

void noteInGuest(Resource &resource)
{
    std::visit(
        []<class F>(F &facet) {
            if constexpr (requires { facet.inGuest; }) facet.inGuest = true;
        },
        resource.facet);
}

std::set<RecordId> snapshotsOf(const Resource &resource)
{
    std::set<RecordId> out;
    std::visit(
        [&]<class F>(const F &facet) {
            if constexpr (requires { facet.snapshots; })
                for (const auto &snapshot : facet.snapshots) out.insert(recordOf(snapshot.id));
        },
        resource.facet);
    return out;
}

Status mayBeEmptied(const Resource &resource)
{
    return std::visit(
        [&]<class F>(const F &facet) -> Status {
            if constexpr (requires { mayBeEmptied(resource, facet); })
                return mayBeEmptied(resource, facet);
            else
                return {};
        },
        resource.facet);
}

Status mayBeDeleted(const Resource &resource, const KeptFiles &files)
{
    return files.folder.empty() ? Status{} : fail(Code::StorageNotEmpty, resource.name.text());
}

/// P4: not while the key that wraps the data key cannot be used, as nothing could be read under the other one either.
Status mayRebind(const Estate &estate, const Resource &resource, const KeptFiles &files, Instant now)
{
    KEYWARD_CHECK(regionIsUp(estate, resource.place.region));
    if (!files.by) return {};
    auto may = mayUnwrap(estate, askedFor(estate, resource), files.by->key, files.by->version,
                         Code::StorageKeyUnreachable, now);
    if (!may) may.error().target = resource.name.text();
    return may;
}

void settleFiles(Estate &estate, const ResourceId &id)
{
    auto resource = *estate.resource(id);
    if (!awaitsRewrap(estate, resource)) return;
    auto &files = *keptFilesIn(resource);
    files.by = boundKey(estate, resource);
    files.asked = files.by ? resource.store : std::nullopt;
    estate.put(std::move(resource));
}

/// What is stored under the key goes with it.
std::vector<Parting> partings(const Resource &resource, const KeptFiles &files, const KeyId &key)
{
    if (!files.by || files.by->key != key) return {};
    return {{Parting::Of::Protected, command::EmptyStorage{resource.id}}};
}

void addFilesFindings(std::vector<Finding> &out, const Estate &estate, const Resource &resource)
{
    if (!awaitsRewrap(estate, resource)) return;
    const auto &by = keptFilesOf(resource)->by;
    out.push_back({.weight = Health::Warning,
                   .object = describe(estate, resource),
                   .what = {Code::StorageRewrapWaits,
                            resource.name.text(),
                            {by ? Sentence::Argument(by->uri) : said("the platform's key")},
                            {}},
                   .fix = {},
                   .kind = EntityKind::Resource,
                   .about = recordOf(resource.id),
                   .by = {}});
}

} // namespace keyward::estate
