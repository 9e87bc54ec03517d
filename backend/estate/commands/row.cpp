// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/commands/row.h"

#include "backend/estate/records.h"

namespace keyward::estate {
namespace {

bool namesARecord(const Estate &estate, const RecordId &id)
{
    if (estate.catalogue().platform().role(RoleId{id.bytes})) return true; // built in, and no record
    if (!estate.initialised()) return hasRecord(estate, id);
    const auto &own = estate.settings();
    return own.platformKek == id || own.reportSigner == id || own.backupKek == id || hasRecord(estate, id);
}

} // namespace

void ChangeBuilder::settle(const ResourceId &id)
{
    change.effects.push_back(effect::Settle{id});
    for (const auto &served : estate().servedBy(id))
        if (!keepsNothingHere(*estate().resource(served))) change.effects.push_back(effect::Settle{served});
}

std::optional<DataCall> callOn(const Estate &estate, Permission operation, const KeyId &key)
{
    const auto *found = estate.key(key);
    return DataCall{.operation = operation, .vault = found ? found->vault : VaultId{}, .key = key};
}

Guards into(const Estate &estate, const Placement &place, bool removes)
{
    if (const auto group = estate.groupId(place.subscription, place.resourceGroup)) return {{scopeOf(*group), removes}};
    const auto subscription = estate.subscriptionId(place.subscription);
    return subscription ? Guards{{scopeOf(*subscription), removes}} : Guards{};
}

Guards alsoInto(const Estate &estate, Guards guarded, Placement place, const std::string &subscription,
                const std::string &group)
{
    place.subscription = subscription;
    place.resourceGroup = group;
    for (auto &one : into(estate, place)) guarded.push_back(one);
    return guarded;
}

NewId newId(const Estate &estate, const RecordId &id) { return {.id = id, .taken = namesARecord(estate, id)}; }

Job begunJob(const ChangeBuilder &draft, const JobId &id, const ResourceId &resource, std::string title, JobWork work,
             std::string folder)
{
    return {.id = id,
            .state = JobState::Running,
            .resource = resource,
            .title = std::move(title),
            .work = std::move(work),
            .folder = std::move(folder),
            .staging = {},
            .started = draft.now,
            .finished = {},
            .cancelRequested = false,
            .warnings = {},
            .failure = {}};
}

Result<Job> succeededJob(const ChangeBuilder &draft, const JobId &id)
{
    KEYWARD_TRY(const auto *running, runningJob(draft.estate(), id));
    Job job = *running;
    job.state = JobState::Succeeded;
    job.finished = draft.now;
    job.folder.clear();
    return job;
}

void removeStored(ChangeBuilder &draft, const JobId &madeBy, const std::string &folder)
{
    draft.change.effects.push_back(effect::RemoveFolder{folder});
    draft.change.destroys = true;
    const auto *made = draft.estate().job(madeBy);
    if (!made) return;
    Job job = *made;
    job.folder = folder;
    draft.put(std::move(job));
}

std::string subscriptionName(const Estate &estate, const std::string &guid)
{
    const auto id = estate.subscriptionId(guid);
    const auto *found = id ? estate.subscription(*id) : nullptr;
    return found ? found->name : guid;
}

} // namespace keyward::estate
