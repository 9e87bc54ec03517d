// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/due.h"

#include "backend/estate/apply.h"

#include <algorithm>

namespace keyward::estate {
namespace {

void endedRetentions(std::vector<Command> &due, const Estate &estate, Instant now)
{
    for (const auto &[id, key] : estate.keys())
        if (key->deleted && now >= key->deleted->purgeAt) due.push_back({command::PurgeKey{id}, true});
    for (const auto &[id, vault] : estate.vaults())
        if (vault->deleted && now >= vault->deleted->purgeAt) due.push_back({command::PurgeVault{id}, true});
}

/// What its service finds due.
void ofService(std::vector<Command> &due, const Estate &estate, const Resource &resource, Instant now)
{
    std::visit(
        [&]<class F>(const F &facet) {
            if constexpr (!std::is_same_v<F, std::monostate>) addDue(due, estate, resource, facet, now);
        },
        resource.facet);
}

/// Services look for new versions by time.
bool noticed(const Estate &estate, const Resource &resource, const KeyVersion &version, Instant now)
{
    const auto *profile = estate.catalogue().find(resource.type);
    return !profile || now >= version.created + profile->followsWithin;
}

} // namespace

bool scheduleDue(Millis every, Instant lastRun, Instant now)
{
    return every.count() > 0 && (now - lastRun >= every || lastRun > now);
}

const KeyVersion *versionToFollow(const Estate &estate, const Resource &resource, Instant now)
{
    const auto &binding = resource.binding;
    const auto *key = binding && !binding->pinned ? estate.key(binding->key) : nullptr;
    const auto *vault = key ? estate.vault(key->vault) : nullptr;
    const auto *profile = estate.catalogue().find(resource.type);
    if (!vault || vault->deleted || key->deleted || !profile || !profile->followsNewVersions) return nullptr;
    const auto *newest = key->newestEnabled(now);
    const auto inUse = std::ranges::find(key->versions, binding->version, &KeyVersion::id);
    // Never back: that a version in use is disabled is a decision, and falling back to its forerunner would undo it.
    if (newest && profile->refusesExpiry && newest->expires) return nullptr;
    if (profile->keepsPrevious && !resource.formerKeys.empty() && now < binding->since + profile->oldVersionFor)
        return nullptr; // P4
    const bool newer = newest && inUse != key->versions.end() && newest > &*inUse;
    return newer && !newest->pending ? newest : nullptr;
}

std::vector<Command> dueCommands(const Estate &estate, Instant now)
{
    std::vector<Command> due;
    endedRetentions(due, estate, now);
    for (const auto &[id, resource] : estate.resources()) {
        ofService(due, estate, *resource, now);
        if (std::ranges::any_of(resource->formerKeys,
                                [&](const FormerKey &one) { return one.until && now >= *one.until; }))
            due.push_back({command::ReleaseFormerKeys{id}});
        // whoever runs it gives the job its id
        if (const auto *next = versionToFollow(estate, *resource, now); next && noticed(estate, *resource, *next, now))
            due.push_back({command::FollowNewVersion{id, {}}});
    }
    return due;
}

} // namespace keyward::estate
