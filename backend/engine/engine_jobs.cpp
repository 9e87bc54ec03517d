// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What processes that died left behind.

#include "backend/base/files.h"
#include "backend/engine/engine.h"
#include "backend/engine/job_lock.h"

namespace keyward::engine {

using namespace estate;

namespace {

/// What a job may have left half done, if it is there: beside the keystore, or elsewhere in the clear.
std::optional<std::filesystem::path> leftBy(const Job &job, const std::filesystem::path &storeFolder)
{
    std::filesystem::path left;
    if (!job.staging.empty())
        left = job.staging;
    else if (!job.folder.empty())
        left = storeFolder / job.folder;
    std::error_code ignored;
    const bool there =
        !left.empty() && std::filesystem::symlink_status(left, ignored).type() == std::filesystem::file_type::directory;
    return there ? std::optional(left) : std::nullopt;
}

} // namespace

std::optional<Progress> Engine::progressOf(const JobId &job) const { return JobLock::progress(m_parts.folder, job); }

Status Engine::reapJobs()
{
    const auto before = snapshot();
    for (const auto &[id, job] : before->jobs()) {
        const bool running = job->state == JobState::Running;
        if (running && JobLock::held(m_parts.folder, id)) continue;
        const auto left = leftBy(*job, m_parts.folder); // looked for before the end of the job removes it
        if (running) {
            const command::EndJob end{id,
                                      JobState::Interrupted,
                                      message({Code::JobOwnerGone, id.text().substr(0, 8), {}, {}}),
                                      {},
                                      m_parts.putBack};
            const auto done = execute({end}, Actor::system());
            if (!done && category(done.error().code) == Category::Damaged) return std::unexpected(done.error());
            if (!done)
                continue; // another process was first, or nothing can be written now; the next command tries again
        }
        const bool kept = running && m_parts.putBack && job->staging.empty(); // may belong to the newer store
        if (left && !kept) clearLeftover(*job, *left);
    }
    return {};
}

void Engine::clearLeftover(const Job &job, const std::filesystem::path &left)
{
    if (!removeTree(left)) return; // tried again by the next command
    auto entry = entryBy(Actor::system(), "job.clear", job.id.text().substr(0, 8));
    entry.subjectId = referenceTo(job.id);
    entry.reason =
        "Removed what '" + job.title + "', which did not come to its end, had left half done: " + left.string();
    (void)note(entry); // on a medium that cannot be written there is nothing left to log it in
}

} // namespace keyward::engine
