// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How jobs of whatever service end.

#include "backend/estate/commands/jobs.h"

#include "backend/estate/commands/row.h"
#include "backend/estate/kept_files.h"
#include "backend/estate/running_jobs.h"

namespace keyward::estate {

namespace {

/// What a job was to fill, with what it already put there; whose folder it remembers, should the removal be cut short.
void removeMade(ChangeBuilder &draft, Job &job, bool keepFolder)
{
    const auto *resource = job.made ? draft.estate().resource(*job.made) : nullptr;
    if (!resource) return;
    const auto *files = keptFilesOf(*resource);
    if (files && !files->folder.empty() && !keepFolder) {
        job.folder = files->folder;
        draft.change.effects.push_back(effect::RemoveFolder{files->folder});
    }
    dropScope(draft, recordOf(*job.made));
    draft.remove(*job.made);
}

Status noneRuns(const Estate &estate, const ResourceId &resource, const auto &concerned)
{
    for (const auto &[id, job] : estate.jobs())
        if (job->state == JobState::Running && concerned(*job))
            return fail(Code::Busy, nameOf(estate, resource), {said("job {0} is running", id.text().substr(0, 8))});
    return {};
}

} // namespace

Status notBeingMade(const Estate &estate, const ResourceId &resource)
{
    return noneRuns(estate, resource, [&](const Job &job) { return job.made == resource; });
}

Status noJobRuns(const Estate &estate, const ResourceId &resource)
{
    return noneRuns(estate, resource, [&](const Job &job) { return job.made == resource || job.resource == resource; });
}

Result<const Job *> runningJob(const Estate &estate, const JobId &id)
{
    KEYWARD_TRY(const auto *job, existing(estate, id));
    if (job->state != JobState::Running) return fail(Code::Conflict, id.text());
    return job;
}

namespace command {

Facts factsOf(const Estate &estate, const EndJob &c) { return administrationOf(estate, c.job, {}); }
Words wordsOf(const Estate &estate, const EndJob &c)
{
    return {.sentence = said("Job {0} {1}", nameOf(estate, c.job), stateText(c.state)), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const EndJob &command)
{
    KEYWARD_TRY(const auto *running, runningJob(draft.estate(), command.job));
    Job job = *running;
    job.state = command.state;
    job.failure = command.failure;
    job.warnings = command.warnings;
    if (command.keepFolder)
        job.folder.clear();
    else if (!job.folder.empty())
        draft.change.effects.push_back(effect::RemoveFolder{job.folder}); // nothing half done stays
    job.finished = draft.now;
    if (command.state != JobState::Succeeded) removeMade(draft, job, command.keepFolder);
    draft.put(std::move(job));
    return {};
}

Facts factsOf(const Estate &estate, const RequestCancel &c) { return administrationOf(estate, c.job, {}); }
Words wordsOf(const Estate &estate, const RequestCancel &c)
{
    return {.sentence = said("Cancel job {0}", nameOf(estate, c.job)), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const RequestCancel &command)
{
    KEYWARD_TRY(const auto *before, existing(draft.estate(), command.job));
    if (before->state != JobState::Running)
        return fail(Code::ValueInvalid, command.job.text().substr(0, 8),
                    {"job to cancel", said("it is {0}", stateText(before->state))});
    Job job = *before;
    job.cancelRequested = true;
    draft.put(std::move(job));
    return {};
}

} // namespace command
} // namespace keyward::estate
