// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/job_runner.h"

#include "backend/base/files.h"

#include <algorithm>
#include <thread>

namespace keyward::engine {

using namespace estate;

namespace {

constexpr auto lookEvery = std::chrono::seconds(1);
constexpr auto tellEvery = std::chrono::milliseconds(100);
constexpr auto longestPause = std::chrono::milliseconds(200); // between two looks at what is asked

} // namespace

bool JobProgress::tell(const Progress &progress)
{
    m_lock.report(progress);
    const auto now = std::chrono::steady_clock::now();
    m_told = now;
    if (now - m_looked > lookEvery) {
        m_looked = now;
        if (m_cancelled()) return false;
    }
    return !m_outer || m_outer(progress);
}

bool JobProgress::operator()(const Progress &reported)
{
    auto progress = reported;
    progress.step = m_step;
    if (std::chrono::steady_clock::now() - m_told >= tellEvery && !tell(progress)) return false;
    if (m_bytesPerSecond == 0) return true;
    const auto due =
        m_begun + std::chrono::duration_cast<std::chrono::steady_clock::duration>(std::chrono::duration<double>(
                      static_cast<double>(progress.bytes) / static_cast<double>(m_bytesPerSecond)));
    for (auto now = std::chrono::steady_clock::now(); now < due; now = std::chrono::steady_clock::now()) {
        std::this_thread::sleep_for(std::min<std::chrono::steady_clock::duration>(due - now, longestPause));
        if (!tell(progress)) return false;
    }
    return true;
}

Status JobRunner::run(const JobOrder &order, const ProgressCallback &outer, const Work &work)
{
    KEYWARD_TRY(auto lock, JobLock::acquire(m_folder, order.id));
    const auto begun = m_console.execute(order.begin, order.actor);
    if (!begun) {
        if (order.refused) order.refused();
        return std::unexpected(begun.error());
    }
    JobProgress progress(lock, outer, [&] { return cancelRequested(order.id); }, order.bytesPerSecond);
    const Job job = *(*begun)->job(order.id);
    const auto done = work(job, progress);
    return done ? done : failed(job, done.error());
}

/// An error of the last step may have come after it was done: then what was made is there. One whose change is in doubt
/// is left to the next command, which knows, and clears what is not.
Status JobRunner::failed(const Job &job, const Error &error)
{
    if (succeeded(job.id)) return {};
    if (error.code == Code::CommitInDoubt) return std::unexpected(error);
    if (!job.folder.empty()) (void)removeTree(m_folder / job.folder); // first, as the end of the job needs room there
    const auto state = error.code == Code::Cancelled ? JobState::Cancelled : JobState::Failed;
    (void)m_console.execute({command::EndJob{job.id, state, message(error), {}, false}}, systemActor);
    return std::unexpected(error);
}

bool JobRunner::succeeded(const JobId &id)
{
    if (!m_console.refresh()) return false;
    const auto snapshot = m_console.snapshot();
    const auto *job = snapshot->job(id);
    return job && job->state == JobState::Succeeded;
}

bool JobRunner::cancelRequested(const JobId &id)
{
    if (!m_console.refresh()) return false;
    const auto snapshot = m_console.snapshot();
    const auto *job = snapshot->job(id);
    return job && job->cancelRequested;
}

} // namespace keyward::engine
