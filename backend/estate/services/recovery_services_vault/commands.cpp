// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Protecting items in a Recovery Services vault: jobs, recovery points, policies.

#include "backend/estate/commands/row.h"
#include "backend/estate/kept_files.h"
#include "backend/estate/regions.h"
#include "backend/estate/running_jobs.h"
#include "backend/estate/services/recovery_services_vault/restored_disk.h"
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
                                 {phrase(profile->title)},
                                 wayBack(estate, resource, estate.identityOf(resource), *vault)});
}

Result<RecoveryServicesVault> facetIn(const Resource &resource)
{
    if (const auto *facet = facetOf<RecoveryServicesVault>(resource)) return *facet;
    return fail(Code::ValueInvalid, resource.name.text(),
                {"Recovery Services vault", said("it is a {0}, which takes no backups", resource.type)});
}

/// Once encrypted in the guest it stays so, also where a schedule backs it up again or nobody said so before.
bool wasInGuest(const Estate &estate, const ResourceId &vault, const std::string &source)
{
    return std::ranges::any_of(estate.pointsOf(vault), [&](const PointId &id) {
        const auto *point = estate.point(id);
        return point && point->source == source && point->inGuest;
    });
}

/// BKP-17: what is restored can go to a resource that keeps files, and is encrypted as all that this one holds.
Result<const Resource *> keeperOf(const Estate &estate, const command::StartRestore &restore, const Resource &from)
{
    KEYWARD_TRY(const auto *keeper, existing(estate, *restore.into));
    const auto unsuitable = [&](Sentence why) {
        return fail(Code::ValueInvalid, keeper->name.text(), {"target of a restore", std::move(why)});
    };
    if (!keptFilesOf(*keeper)) return unsuitable(said("it is a {0}, which keeps no files", keeper->type));
    if (keeper->place.tenant != from.place.tenant) return unsuitable(said("they belong to different tenants"));
    KEYWARD_CHECK(regionIsUp(estate, keeper->place.region));
    if (!restore.made) KEYWARD_CHECK(notBeingMade(estate, keeper->id));
    if (from.binding && keeper->place.region != from.place.region)
        return fail(Code::CrossRegionRestoreRefused, from.name.text()); // BKP-6
    return keeper;
}

/// BKP-17: the disk that a point becomes. Its set is chosen now, but not of a machine that was encrypted in the guest:
/// that disk can never have one.
Status makeTarget(ChangeBuilder &draft, const command::StartRestore &restore, const RecoveryPoint &point)
{
    const auto &made = *restore.made;
    const auto *kind = kindForRestores(draft.estate().catalogue());
    if (restore.into != made.id || !kind || made.type != kind->id || made.key)
        return fail(Code::Internal, made.name.text(), {"a restore that makes something else than a disk"});
    const bool inGuest = wasInGuest(draft.estate(), point.resource, point.source);
    if (inGuest && made.store) return fail(Code::InGuestPoint, point.id.text().substr(0, 8));
    KEYWARD_CHECK(applyTo(draft, made));
    if (!inGuest) return {};
    Resource resource = *draft.estate().resource(made.id);
    noteInGuest(resource);
    draft.put(std::move(resource));
    return {};
}

/// As people name where a restore goes.
std::string targetText(const Estate &estate, const command::StartRestore &restore)
{
    if (restore.made) return restore.made->name.text();
    return restore.into ? nameOf(estate, *restore.into) + '/' + restore.target : restore.target;
}

/// BKP-21: the first item that is protected bars a customer-managed key for good.
Sentence barsKey(const Estate &estate, const ResourceId &id)
{
    const auto *resource = estate.resource(id);
    const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
    const bool bars =
        resource && !resource->binding && !resource->protectionAttempted && profile && profile->onlyBeforeFirstUse;
    return bars ? said("'{0}' has no customer-managed key; once an item is protected there, one can never be set",
                       resource->name.text())
                : Sentence();
}

} // namespace

Result<command::CreateResource> diskOf(const Estate &estate, const RecoveryPoint &point, const std::string &name,
                                       const ResourceId &id)
{
    const auto *kind = kindForRestores(estate.catalogue());
    if (!kind) return fail(Code::NotFound, name, {"kind of resource"});
    KEYWARD_TRY(const auto *vault, existing(estate, point.resource));
    KEYWARD_TRY(auto named, ResourceName::from(name));
    return command::CreateResource{
        .id = id, .type = kind->id, .name = std::move(named), .place = vault->place, .tags = {}};
}

namespace command {

// Locks hold back what changes a resource or removes from it; what reads, ends what was begun, or notes what happened
// goes on.

Facts factsOf(const Estate &estate, const StartBackup &c)
{
    return administrationOf(estate, c.resource, changes(c.resource), made(estate, c.job, c.point));
}
Words wordsOf(const Estate &estate, const StartBackup &c)
{
    return {.sentence = said("Back up {0} in {1}", c.source, nameOf(estate, c.resource)),
            .irreversible = barsKey(estate, c.resource),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const StartBackup &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.resource));
    KEYWARD_TRY(auto facet, facetIn(*before));
    KEYWARD_CHECK(regionIsUp(draft.estate(), before->place.region));
    KEYWARD_CHECK(refuseUnsupported(*before, command.kind)); // BKP-4
    KEYWARD_CHECK(sameTenant(draft.estate(), *before));
    for (const auto &[id, job] : draft.estate().jobs())
        if (const auto *work = workOf<BackupWork>(*job); work && job->state == JobState::Running &&
                                                         job->resource == command.resource &&
                                                         work->source == command.source)
            return fail(Code::Busy, before->name.text(),
                        {said("job {0} is backing up the same folder", id.text().substr(0, 8))});
    Resource resource = *before;
    resource.protectionAttempted = true; // BKP-2: also when the attempt fails
    if (command.scheduled) facet.policy.lastRun = draft.now;
    resource.facet = facet;
    draft.put(std::move(resource));
    draft.put(
        begunJob(draft, command.job, command.resource, "Back up " + command.source,
                 BackupWork{.source = command.source,
                            .skipUnreadable = command.skipUnreadable,
                            .point = command.point,
                            .inGuest = command.inGuest || wasInGuest(draft.estate(), command.resource, command.source)},
                 command.folder));
    return {};
}

Facts factsOf(const Estate &estate, const NoteProtectionAttempt &c) { return administrationOf(estate, c.resource, {}); }
Words wordsOf(const Estate &estate, const NoteProtectionAttempt &c)
{
    return {.sentence = said("Note that somebody tried to protect an item in {0}", nameOf(estate, c.resource)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const NoteProtectionAttempt &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.resource));
    Resource resource = *before;
    resource.protectionAttempted = true;
    draft.put(std::move(resource));
    return {};
}

Facts factsOf(const Estate &estate, const FinishBackup &c)
{
    return {.subject = nameOf(estate, c.point.resource),
            .about = referenceTo(c.point.resource),
            .dataCall = administration,
            .guarded = {},
            .makes = made(estate, c.point.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const FinishBackup &c)
{
    return {.sentence = said("Keep recovery point {0} of {1} in {2}", c.point.id.text().substr(0, 8), c.point.source,
                             nameOf(estate, c.point.resource)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const FinishBackup &command)
{
    KEYWARD_TRY(auto job, succeededJob(draft, command.job));
    KEYWARD_TRY(const auto *before, existing(draft.estate(), job.resource));
    job.warnings = command.point.warnings;
    Resource resource = *before;
    if (resource.binding) resource.binding->former.reset(); // BKP-13: one later backup succeeded
    draft.put(std::move(job));
    draft.put(std::move(resource));
    draft.put(command.point);
    return {};
}

Facts factsOf(const Estate &estate, const StartRestore &c)
{
    if (c.made) return administrationOf(estate, c.point, into(estate, c.made->place), made(estate, c.job, c.made->id));
    return administrationOf(estate, c.point, c.into ? changes(*c.into) : Guards{}, made(estate, c.job));
}
Words wordsOf(const Estate &estate, const StartRestore &c)
{
    return {.sentence = said("Restore recovery point {0} into {1}", nameOf(estate, c.point), targetText(estate, c)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const StartRestore &command)
{
    KEYWARD_TRY(const auto *point, existing(draft.estate(), command.point));
    KEYWARD_TRY(const auto *resource, existing(draft.estate(), point->resource));
    if (!command.intoRegion.empty() && command.intoRegion != resource->place.region.text() && resource->binding)
        return fail(Code::CrossRegionRestoreRefused, resource->name.text()); // BKP-6
    KEYWARD_CHECK(regionIsUp(draft.estate(), resource->place.region));
    KEYWARD_CHECK(sameTenant(draft.estate(), *resource));
    if (command.made) KEYWARD_CHECK(makeTarget(draft, command, *point));
    if (command.into) KEYWARD_CHECK(keeperOf(draft.estate(), command, *resource).transform([](const auto *) {}));
    const auto target = targetText(draft.estate(), command);
    auto job = begunJob(
        draft, command.job, point->resource, "Restore into " + target,
        RestoreWork{.source = point->source, .target = target, .includes = command.includes, .point = command.point});
    if (!command.into && command.target.starts_with('/')) job.staging = stagingOf(command.job, command.target);
    if (command.made) job.made = command.made->id;
    draft.put(std::move(job));
    return {};
}

Facts factsOf(const Estate &estate, const ResumeBackup &c)
{
    const auto *job = estate.job(c.job);
    return administrationOf(estate, c.job, job ? changes(job->resource) : Guards{}, made(estate, c.point));
}
Words wordsOf(const Estate &estate, const ResumeBackup &c)
{
    return {.sentence = said("Resume job {0}", nameOf(estate, c.job)), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const ResumeBackup &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.job));
    if (before->state != JobState::Interrupted)
        return fail(Code::ValueInvalid, command.job.text().substr(0, 8),
                    {"job to resume", said("it is {0}", stateText(before->state))});
    const auto *work = workOf<BackupWork>(*before);
    if (!work)
        return fail(Code::ValueInvalid, command.job.text().substr(0, 8),
                    {"job to resume", said("a {0} is simply run again", kindText(*before))});
    KEYWARD_TRY(const auto *resource, existing(draft.estate(), before->resource));
    KEYWARD_CHECK(regionIsUp(draft.estate(), resource->place.region));
    Job job = *before;
    job.state = JobState::Running;
    job.finished.reset();
    job.failure.clear();
    if (!job.folder.empty()) draft.change.effects.push_back(effect::RemoveFolder{job.folder});
    auto again = *work;
    again.point = command.point;
    job.work = std::move(again);
    job.folder = command.folder;
    job.cancelRequested = false;
    draft.put(std::move(job));
    return {};
}

Facts factsOf(const Estate &estate, const DeletePoint &c)
{
    const auto *point = estate.point(c.point);
    return administrationOf(estate, c.point, point ? removes(point->resource) : Guards{});
}
Words wordsOf(const Estate &estate, const DeletePoint &c)
{
    return {.sentence = c.byRetention ? said("Delete recovery point {0} by retention", nameOf(estate, c.point))
                                      : said("Delete recovery point {0}", nameOf(estate, c.point)),
            .irreversible = said("the recovery point is destroyed"),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const DeletePoint &command)
{
    KEYWARD_TRY(const auto *point, existing(draft.estate(), command.point));
    removeStored(draft, point->job, point->folder);
    draft.remove(command.point);
    return {};
}

Facts factsOf(const Estate &estate, const SetBackupPolicy &c)
{
    return administrationOf(estate, c.resource, changes(c.resource));
}
Words wordsOf(const Estate &estate, const SetBackupPolicy &c)
{
    const bool protectsByItself = c.policy.every.count() > 0;
    return {.sentence = said("Change the backup policy of {0}", nameOf(estate, c.resource)),
            .irreversible = protectsByItself ? barsKey(estate, c.resource) : Sentence(),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const SetBackupPolicy &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.resource));
    KEYWARD_TRY(auto facet, facetIn(*before));
    const auto lastRun = facet.policy.lastRun;
    if (command.policy.every.count() > 0 && command.policy.source.empty())
        return fail(Code::ValueInvalid, "", {"backup policy", "a schedule needs the folder to back up (--source)"});
    if (command.policy.every.count() > 0 && command.policy.every < std::chrono::minutes(15))
        return fail(Code::ValueInvalid, isoDuration(command.policy.every), {"schedule", "at least 15 minutes"});
    facet.policy = command.policy;
    facet.policy.lastRun = lastRun;
    Resource resource = *before;
    resource.facet = facet;
    draft.put(std::move(resource));
    return {};
}

} // namespace command
} // namespace keyward::estate
