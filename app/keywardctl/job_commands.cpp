// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/listing.h"

#include "backend/engine/api/jobs.h"
#include "backend/estate/describe.h"
#include "backend/reports/views.h"

#include <chrono>
#include <thread>

namespace keyward::ctl {

using namespace estate;

engine::ProgressCallback progressOn(Invocation &invocation, const std::string &verb)
{
    const auto start = std::chrono::steady_clock::now();
    return [&invocation, verb, start](const engine::Progress &progress) {
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
        const auto rate =
            spent.count() > 0.5
                ? ", " + humanBytes(static_cast<std::uint64_t>(static_cast<double>(progress.bytes) / spent.count())) +
                      "/s"
                : std::string();
        invocation.out().progress(verb + ": " + humanBytes(progress.bytes) + " in " + counted(progress.files, "file") +
                                  rate + "  (Ctrl-C cancels)");
        return !interrupted();
    };
}

namespace {

Status list(Invocation &invocation)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    std::vector<const Job *> jobs;
    for (const auto &[id, job] : snapshot->jobs()) jobs.push_back(job.get());
    std::ranges::sort(jobs, std::greater{}, &Job::started);
    Listing listing({"JOB", "KIND", "RESOURCE", "STATE", "STARTED", "WHAT"}, Listing::Order::AsAdded);
    for (const auto *job : jobs) {
        const auto *resource = snapshot->resource(job->resource);
        listing.add({job->id.text().substr(0, 12), std::string(kindText(*job)), resource ? resource->name.text() : "-",
                     std::string(stateText(job->state)), isoText(job->started), job->title},
                    reports::view(*snapshot, *job));
    }
    return listing.tell(invocation, "No jobs were run yet.");
}

std::string progressText(const engine::Progress &progress)
{
    return (progress.step.empty() ? "" : progress.step + ", ") + humanBytes(progress.bytes) + " in " +
           counted(progress.files, "file");
}

QJsonObject viewWithProgress(Invocation &invocation, const Job &job)
{
    const auto *looking = invocation.looking().value();
    auto json = reports::view(*looking->console().snapshot(), job);
    if (const auto progress = looking->jobs().progressOf(job.id))
        json.insert(QLatin1String("progress"),
                    QJsonObject{{QLatin1String("step"), reports::text(progress->step)},
                                {QLatin1String("bytes"), static_cast<qint64>(progress->bytes)},
                                {QLatin1String("files"), static_cast<qint64>(progress->files)}});
    return json;
}

Status show(Invocation &invocation, const std::string &prefix)
{
    KEYWARD_TRY(const auto *job, invocation.job(prefix));
    auto &out = invocation.out();
    out.field("Job", job->id.text());
    out.field("What", job->title);
    out.field("State", std::string(stateText(job->state)));
    out.field("Started", isoText(job->started));
    if (job->finished) out.field("Finished", isoText(*job->finished));
    if (const auto progress = invocation.looking().value()->jobs().progressOf(job->id))
        out.field("Progress", progressText(*progress));
    if (!job->failure.empty()) out.field("Failure", job->failure);
    for (const auto &warning : job->warnings) out.field("Warning", warning);
    out.document(viewWithProgress(invocation, *job));
    return {};
}

Status watch(Invocation &invocation, const std::string &prefix)
{
    KEYWARD_TRY(const auto *found, invocation.job(prefix));
    KEYWARD_TRY(const auto *looking, invocation.looking());
    const auto id = found->id;
    while (!interrupted() && !invocation.dryRun()) {
        KEYWARD_TRY(auto *acting, invocation.acting());
        KEYWARD_CHECK(acting->console().refresh());
        KEYWARD_CHECK(acting->jobs().reapJobs());
        const auto snapshot = looking->console().snapshot();
        const auto *job = snapshot->job(id);
        if (!job || job->state != JobState::Running) break;
        if (const auto progress = looking->jobs().progressOf(id))
            invocation.out().progress(job->title + ": " + progressText(*progress));
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
    }
    invocation.out().progress("");
    KEYWARD_CHECK(show(invocation, id.text()));
    const auto snapshot = looking->console().snapshot();
    const auto *job = snapshot->job(id);
    const bool good = job && (job->state == JobState::Succeeded || job->state == JobState::Running);
    return good ? Status{}
                : fail(job && job->state == JobState::Cancelled ? Code::Cancelled : Code::JobOwnerGone,
                       id.text().substr(0, 12));
}

Status cancel(Invocation &invocation, const std::string &prefix)
{
    KEYWARD_TRY(const auto *job, invocation.job(prefix));
    const auto id = job->id;
    return invocation.carryOut(command::RequestCancel{id}, [&](const Estate &after) {
        return Told{"Job " + id.text().substr(0, 12) + " was asked to stop; it leaves nothing half done.",
                    reports::view(after, *after.job(id))};
    });
}

Status resume(Invocation &invocation, const std::string &prefix)
{
    KEYWARD_TRY(const auto *job, invocation.job(prefix));
    const auto id = job->id;
    const auto resource = job->resource;
    KEYWARD_TRY(const auto newPoint, invocation.fresh<PointId>());
    if (invocation.dryRun())
        return invocation.change(command::ResumeBackup{id, newPoint, {}}).transform([](const auto &) {});
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto before, invocation.snapshot());
    auto *service = acting->services().of(*before, resource);
    if (!service)
        return fail(Code::ValueInvalid, id.text().substr(0, 8), {"job to resume", "its service has no data here"});
    KEYWARD_TRY(const auto done, withProgress(invocation, "Running again", [&](const auto &progress) {
                    return service->resume(id, invocation.actor(), progress);
                }));
    invocation.out().line("Job " + id.text().substr(0, 12) + " ran again and " + done + ".");
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    invocation.out().document(reports::view(*snapshot, *snapshot->job(id)));
    return {};
}

} // namespace

MaybeLine lineOf(const Typed<command::RequestCancel> &c)
{
    Line line("jobs cancel");
    return line.word(shortened(c->job));
}

MaybeLine lineOf(const Typed<command::ResumeBackup> &c)
{
    Line line("jobs resume");
    return line.word(shortened(c->job));
}

MaybeLine lineOf(const Typed<command::EndJob> &) { return nobodyTypesIt; }

void addJobCommands(Commands &commands)
{
    auto *group = commands.group("jobs", "What runs and what ran");
    commands.reads(group, "list", "List jobs, newest first", list);
    const auto byId = [&](const char *verb, const char *text, bool changes, auto run) {
        auto id = options<std::string>();
        const Run action = [id, run](Invocation &s) -> Status { return run(s, *id); };
        auto *app = changes ? commands.change(group, verb, text, action) : commands.reads(group, verb, text, action);
        app->add_option("JOB", *id, "Its id or the first characters of it")->required();
    };
    byId("show", "Show a job", false, show);
    byId("watch", "Follow a job to its end", false, watch);
    byId("cancel", "Ask a job to stop", true, cancel);
    byId("resume", "Run an interrupted backup again, under a new data key", true, resume);
}

} // namespace keyward::ctl
