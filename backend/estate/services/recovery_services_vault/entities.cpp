// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/services/recovery_services_vault/entities.h"

#include "backend/estate/apply.h"
#include "backend/estate/describe.h"
#include "backend/estate/due.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/preparation.h"

#include <algorithm>

namespace keyward::estate {

Uses usesOf(const RecoveryPoint &point)
{
    if (!point.wrappedBy) return {};
    const auto &by = *point.wrappedBy;
    return {{.resource = point.resource,
             .vault = by.vault,
             .key = by.key,
             .version = by.version,
             .purpose = Use::Purpose::StoredData,
             .ends = Use::Ends::DataDeleted}};
}

StoredData storedOf(const RecoveryPoint &point)
{
    return {.entity = recordOf(point.id), .resource = point.resource, .file = point.folder + "/data"};
}

Status mayBeDeleted(const Estate &estate, const Resource &resource, const RecoveryServicesVault &)
{
    const auto points = estate.pointsOf(resource.id).size();
    return points > 0 ? fail(Code::VaultNotEmpty, resource.name.text(), {counted(points, "recovery point")}) : Status{};
}

/// Each point keeps the key that it was made under.
Status mayRebind(const Estate &, const Resource &, const RecoveryServicesVault &, Instant) { return {}; }
void settle(const Settling<RecoveryServicesVault> &) {}
std::vector<Parting> partings(const Estate &estate, const Resource &resource, const RecoveryServicesVault &,
                              const KeyId &key)
{
    std::vector<Parting> out;
    for (const auto &id : estate.pointsOf(resource.id))
        if (const auto &by = estate.point(id)->wrappedBy; by && by->key == key)
            out.push_back({Parting::Of::Kept, command::DeletePoint{.point = id}});
    return out;
}

std::vector<Preparation> preparing(const Estate &, const Resource &, const RecoveryServicesVault &, const Key &,
                                   const KeyVersion &)
{
    return {};
}

void addFindings(std::vector<Finding> &, const Estate &, const Resource &, const RecoveryServicesVault &) {}

/// Points beyond what the policy keeps; the newest always is.
void addDue(std::vector<Command> &due, const Estate &estate, const Resource &resource,
            const RecoveryServicesVault &facet, Instant now)
{
    const auto &policy = facet.policy;
    std::vector<const RecoveryPoint *> points;
    for (const auto &point : estate.pointsOf(resource.id)) points.push_back(estate.point(point));
    std::ranges::sort(points, std::greater{}, &RecoveryPoint::created);
    for (std::size_t i = 1; i < points.size(); ++i) {
        const bool tooMany = policy.keepLast > 0 && i >= policy.keepLast;
        const bool tooOld = policy.keepFor.count() > 0 && now - points[i]->created > policy.keepFor;
        if (tooMany || tooOld) due.push_back({command::DeletePoint{points[i]->id, true}, true});
    }
}

BackupPolicy policyOf(const Resource &resource)
{
    const auto *facet = facetOf<RecoveryServicesVault>(resource);
    return facet ? facet->policy : BackupPolicy{};
}

std::vector<ResourceId> dueBackups(const Estate &estate, Instant now)
{
    std::set<ResourceId> busy;
    for (const auto &[id, job] : estate.jobs())
        if (job->state == JobState::Running && workOf<BackupWork>(*job)) busy.insert(job->resource);
    std::vector<const Resource *> due;
    for (const auto &[id, resource] : estate.resources()) {
        const auto *facet = facetOf<RecoveryServicesVault>(*resource);
        if (outageOf(estate, resource->place.region)) continue;
        if (facet && scheduleDue(facet->policy.every, facet->policy.lastRun, now) && !busy.contains(id))
            due.push_back(resource.get());
    }
    std::ranges::sort(due, {}, [](const Resource *resource) { return resource->name.text(); });
    std::vector<ResourceId> out;
    for (const auto *resource : due) out.push_back(resource->id);
    return out;
}

std::string stagingOf(const JobId &job, const std::string &target)
{
    return target.substr(0, target.rfind('/') + 1) + ".keyward-restore-" + job.text();
}

bool FormerResource::into(Resource &resource)
{
    resource.facet = RecoveryServicesVault{std::move(policy)};
    return true;
}

bool FormerJob::into(Job &job)
{
    switch (kind) {
    case Kind::Backup: job.work = BackupWork{std::move(source), skipUnreadable, point}; return true;
    case Kind::Restore:
        if (target.starts_with('/')) job.staging = stagingOf(job.id, target);
        job.work = RestoreWork{std::move(source), std::move(target), std::move(includes), point};
        return true;
    case Kind::KeyChange: job.work = KeyChangeWork{std::move(source)}; return true;
    }
    return false;
}

} // namespace keyward::estate
