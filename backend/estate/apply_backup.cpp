// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Protecting items in a Recovery Services vault: jobs, recovery points, policies; and the keystore's own backups.

#include "backend/estate/change_builder.h"
#include "backend/estate/tenant_move.h"

#include <algorithm>

namespace keyward::estate {
namespace {

Status refuseUnsupported(const Resource &resource, command::ProtectionKind kind)
{
    if (!resource.binding || kind == command::ProtectionKind::Folder) return {};
    const bool agent = kind == command::ProtectionKind::MarsAgent;
    return fail(
        Code::ProtectedItemsRefused, resource.name.text(),
        {agent ? "backups of the MARS agent, which have a passphrase of their own" : "classic virtual machines"});
}

/// BKP-7: until identity, key and permissions are set up again nothing is backed up or restored.
Status sameTenant(const Estate &estate, const Resource &resource)
{
    const auto *vault = resource.binding ? estate.vault(resource.binding->vault) : nullptr;
    if (!vault || !inOtherTenant(estate, resource, *vault)) return {};
    KEYWARD_TRY(const auto *profile, profileOf(estate, resource));
    return std::unexpected(Error{Code::ProfileTenant,
                                 resource.name.text(),
                                 {profile->title},
                                 wayBack(estate, resource, estate.identityOf(resource), *vault)});
}

Result<const Job *> runningJob(const Estate &estate, const JobId &id)
{
    KEYWARD_TRY(const auto *job, existing(estate, id));
    if (job->state != JobState::Running) return fail(Code::Conflict, id.text());
    return job;
}

} // namespace

Status applyTo(Draft &draft, const command::StartBackup &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.now_(), command.resource));
    KEYWARD_CHECK(refuseUnsupported(*before, command.kind)); // BKP-4
    KEYWARD_CHECK(sameTenant(draft.now_(), *before));
    for (const auto &[id, job] : draft.now_().jobs())
        if (job->state == JobState::Running && job->kind == JobKind::Backup && job->resource == command.resource &&
            job->source == command.source)
            return fail(Code::Busy, before->name.text(),
                        {"job " + id.text().substr(0, 8) + " is backing up the same folder"});
    Resource resource = *before;
    resource.protectionAttempted = true; // BKP-2: also when the attempt fails
    if (command.scheduled) resource.policy.lastRun = draft.now;
    Job job{command.job,
            JobKind::Backup,
            JobState::Running,
            command.resource,
            "Back up " + command.source,
            command.source,
            {},
            {},
            command.skipUnreadable,
            command.point,
            command.folder,
            draft.now,
            {},
            false,
            {},
            {}};
    draft.put(EntityKind::Resource, std::move(resource));
    draft.put(EntityKind::Job, std::move(job));
    return {};
}

Status applyTo(Draft &draft, const command::NoteProtectionAttempt &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.now_(), command.resource));
    Resource resource = *before;
    resource.protectionAttempted = true;
    draft.put(EntityKind::Resource, std::move(resource));
    return {};
}

Status applyTo(Draft &draft, const command::FinishBackup &command)
{
    KEYWARD_TRY(const auto *running, runningJob(draft.now_(), command.job));
    KEYWARD_TRY(const auto *before, existing(draft.now_(), running->resource));
    Job job = *running;
    job.state = JobState::Succeeded;
    job.finished = draft.now;
    job.folder.clear(); // the point's from here on
    job.warnings = command.point.warnings;
    Resource resource = *before;
    if (resource.binding) resource.binding->former.reset(); // BKP-13: one later backup succeeded
    draft.put(EntityKind::Job, std::move(job));
    draft.put(EntityKind::Resource, std::move(resource));
    draft.put(EntityKind::Point, command.point);
    return {};
}

Status applyTo(Draft &draft, const command::StartRestore &command)
{
    KEYWARD_TRY(const auto *point, existing(draft.now_(), command.point));
    KEYWARD_TRY(const auto *resource, existing(draft.now_(), point->resource));
    if (!command.intoRegion.empty() && command.intoRegion != resource->place.region.text() && resource->binding)
        return fail(Code::CrossRegionRestoreRefused, resource->name.text()); // BKP-6
    KEYWARD_CHECK(sameTenant(draft.now_(), *resource));
    draft.put(EntityKind::Job, Job{command.job,
                                   JobKind::Restore,
                                   JobState::Running,
                                   point->resource,
                                   "Restore into " + command.target,
                                   point->source,
                                   command.target,
                                   command.includes,
                                   false,
                                   command.point,
                                   {},
                                   draft.now,
                                   {},
                                   false,
                                   {},
                                   {}});
    return {};
}

Status applyTo(Draft &draft, const command::EndJob &command)
{
    KEYWARD_TRY(const auto *running, runningJob(draft.now_(), command.job));
    Job job = *running;
    job.state = command.state;
    job.failure = command.failure;
    job.warnings = command.warnings;
    if (job.kind == JobKind::Backup && !job.folder.empty()) {
        if (command.keepFolder)
            job.folder.clear();
        else
            draft.change.effects.push_back(effect::RemoveFolder{job.folder}); // nothing half done stays
        job.point.reset();
    }
    job.finished = draft.now;
    draft.put(EntityKind::Job, std::move(job));
    return {};
}

Status applyTo(Draft &draft, const command::RequestCancel &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.now_(), command.job));
    if (before->state != JobState::Running)
        return fail(Code::ValueInvalid, command.job.text().substr(0, 8),
                    {"job to cancel", "it is " + std::string(stateText(before->state))});
    Job job = *before;
    job.cancelRequested = true;
    draft.put(EntityKind::Job, std::move(job));
    return {};
}

Status applyTo(Draft &draft, const command::ResumeJob &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.now_(), command.job));
    if (before->state != JobState::Interrupted)
        return fail(Code::ValueInvalid, command.job.text().substr(0, 8),
                    {"job to resume", "it is " + std::string(stateText(before->state))});
    Job job = *before;
    job.state = JobState::Running;
    job.finished.reset();
    job.failure.clear();
    if (job.kind == JobKind::Backup) {
        if (!job.folder.empty()) draft.change.effects.push_back(effect::RemoveFolder{job.folder});
        job.point = command.point;
        job.folder = command.folder;
    }
    job.cancelRequested = false;
    draft.put(EntityKind::Job, std::move(job));
    return {};
}

Status applyTo(Draft &draft, const command::DeletePoint &command)
{
    KEYWARD_TRY(const auto *point, existing(draft.now_(), command.point));
    draft.change.effects.push_back(effect::RemoveFolder{point->folder});
    if (const auto *made = draft.now_().job(point->job)) { // remembers the folder, should the removal be cut short
        Job job = *made;
        job.folder = point->folder;
        job.point.reset();
        draft.put(EntityKind::Job, std::move(job));
    }
    draft.remove(EntityKind::Point, command.point);
    draft.change.destroys = true;
    return {};
}

Status applyTo(Draft &draft, const command::SetBackupPolicy &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.now_(), command.resource));
    if (command.policy.every.count() > 0 && command.policy.source.empty())
        return fail(Code::ValueInvalid, "", {"backup policy", "a schedule needs the folder to back up (--source)"});
    if (command.policy.every.count() > 0 && command.policy.every < std::chrono::minutes(15))
        return fail(Code::ValueInvalid, isoDuration(command.policy.every), {"schedule", "at least 15 minutes"});
    Resource resource = *before;
    resource.policy = command.policy;
    resource.policy.lastRun = before->policy.lastRun;
    draft.put(EntityKind::Resource, std::move(resource));
    return {};
}

Status applyTo(Draft &draft, const command::SetStoreBackup &command)
{
    Settings settings = draft.now_().settings();
    if (command.schedule && command.schedule->every < std::chrono::minutes(15))
        return fail(Code::ValueInvalid, isoDuration(command.schedule->every), {"schedule", "at least 15 minutes"});
    settings.storeBackup = command.schedule;
    draft.put(EntityKind::Settings, std::move(settings));
    return {};
}

Status applyTo(Draft &draft, const command::NoteStoreBackup &)
{
    Settings settings = draft.now_().settings();
    if (settings.storeBackup) settings.storeBackup->lastRun = draft.now;
    draft.put(EntityKind::Settings, std::move(settings));
    return {};
}

Status applyTo(Draft &draft, const command::NoteClock &command)
{
    Settings settings = draft.now_().settings();
    settings.clockDoubt = command.doubtedSince;
    draft.put(EntityKind::Settings, std::move(settings));
    return {};
}

} // namespace keyward::estate
