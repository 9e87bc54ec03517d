// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/services/storage_account/entities.h"

#include "backend/base/paths.h"
#include "backend/estate/apply.h"
#include "backend/estate/describe.h"
#include "backend/estate/findings.h"
#include "backend/estate/obstacles.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/preparation.h"

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

Uses usesOf(const Resource &resource, const StorageAccount &facet)
{
    if (!facet.by) return {};
    return {{.resource = resource.id,
             .vault = facet.by->vault,
             .key = facet.by->key,
             .version = facet.by->version,
             .purpose = Use::Purpose::StoredData,
             .ends = Use::Ends::Rewrap}};
}

std::optional<StoredData> storedOf(const Resource &resource, const StorageAccount &facet)
{
    if (facet.folder.empty()) return {};
    return StoredData{.entity = recordOf(resource.id), .resource = resource.id, .file = facet.folder + "/index"};
}

bool awaitsRewrap(const Resource &account)
{
    const auto *facet = facetOf<StorageAccount>(account);
    return facet && facet->hasKey() && !sameKeyVersion(facet->by, account.binding);
}

Status mayBeDeleted(const Estate &, const Resource &resource, const StorageAccount &facet)
{
    return facet.folder.empty() ? Status{} : fail(Code::StorageNotEmpty, resource.name.text());
}

/// P4: not while the key that wraps the data key cannot be used, as nothing could be read under the other one either.
Status mayRebind(const Estate &estate, const Resource &resource, const StorageAccount &facet, Instant now)
{
    KEYWARD_CHECK(regionIsUp(estate, resource.place.region));
    if (!facet.by) return {};
    return mayUnwrap(estate, resource, facet.by->key, facet.by->version, Code::StorageKeyUnreachable, now);
}

/// The data key is wrapped anew.
void settle(const Settling<StorageAccount> &of)
{
    auto account = *of.estate.resource(of.resource);
    if (!awaitsRewrap(account)) return;
    std::get<StorageAccount>(account.facet).by = boundKey(of.estate, account);
    of.estate.put(std::move(account));
}

std::vector<Preparation> preparing(const Estate &, const Resource &, const StorageAccount &, const Key &,
                                   const KeyVersion &)
{
    return {};
}

/// What is stored under the key goes with it.
std::vector<Parting> partings(const Estate &, const Resource &resource, const StorageAccount &facet, const KeyId &key)
{
    if (!facet.by || facet.by->key != key) return {};
    return {{Parting::Of::Protected, command::EmptyStorage{resource.id}}};
}

void addFindings(std::vector<Finding> &out, const Estate &estate, const Resource &resource, const StorageAccount &facet)
{
    if (!awaitsRewrap(resource)) return;
    out.push_back({.weight = Health::Warning,
                   .object = describe(estate, resource),
                   .what = {Code::StorageRewrapWaits,
                            resource.name.text(),
                            {facet.by ? Sentence::Argument(facet.by->uri) : said("the platform's key")},
                            {}},
                   .fix = {},
                   .kind = EntityKind::Resource,
                   .about = recordOf(resource.id),
                   .by = {}});
}

void addDue(std::vector<Command> &, const Estate &, const Resource &, const StorageAccount &, Instant) {}

} // namespace keyward::estate
