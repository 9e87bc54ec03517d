// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/due.h"

#include "backend/estate/apply.h"

#include <algorithm>
#include <set>

namespace keyward::estate {
namespace {

void endedRetentions(std::vector<Command> &due, const Estate &estate, Instant now)
{
    for (const auto &[id, key] : estate.keys())
        if (key->deleted && now >= key->deleted->purgeAt) due.push_back({command::PurgeKey{id}, true});
    for (const auto &[id, vault] : estate.vaults())
        if (vault->deleted && now >= vault->deleted->purgeAt) due.push_back({command::PurgeVault{id}, true});
}

void pointsBeyondPolicy(std::vector<Command> &due, const Estate &estate, const Resource &resource, Instant now)
{
    const auto &policy = resource.policy;
    std::vector<const RecoveryPoint *> points;
    for (const auto &point : estate.pointsOf(resource.id)) points.push_back(estate.point(point));
    std::ranges::sort(points, std::greater{}, &RecoveryPoint::created);
    for (std::size_t i = 1; i < points.size(); ++i) { // the newest is always kept
        const bool tooMany = policy.keepLast > 0 && i >= policy.keepLast;
        const bool tooOld = policy.keepFor.count() > 0 && now - points[i]->created > policy.keepFor;
        if (tooMany || tooOld) due.push_back({command::DeletePoint{points[i]->id, true}, true});
    }
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
    const bool newer = newest && inUse != key->versions.end() && newest > &*inUse;
    return newer && !newest->pending ? newest : nullptr;
}

std::vector<ResourceId> dueBackups(const Estate &estate, Instant now)
{
    std::set<ResourceId> busy;
    for (const auto &[id, job] : estate.jobs())
        if (job->state == JobState::Running && job->kind == JobKind::Backup) busy.insert(job->resource);
    std::vector<const Resource *> due;
    for (const auto &[id, resource] : estate.resources())
        if (scheduleDue(resource->policy.every, resource->policy.lastRun, now) && !busy.contains(id))
            due.push_back(resource.get());
    std::ranges::sort(due, {}, [](const Resource *resource) { return resource->name.text(); });
    std::vector<ResourceId> out;
    for (const auto *resource : due) out.push_back(resource->id);
    return out;
}

std::vector<Command> dueCommands(const Estate &estate, Instant now)
{
    std::vector<Command> due;
    endedRetentions(due, estate, now);
    for (const auto &[id, resource] : estate.resources()) {
        pointsBeyondPolicy(due, estate, *resource, now);
        // whoever runs it gives the job its id
        if (versionToFollow(estate, *resource, now)) due.push_back({command::FollowNewVersion{id, {}}});
    }
    return due;
}

} // namespace keyward::estate
