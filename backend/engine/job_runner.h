// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/console.h"
#include "backend/engine/api/progress.h"
#include "backend/engine/job_lock.h"

#include <chrono>

namespace keyward::engine {

/// What the system itself does: jobs that end, schedules that run.
inline const auto systemActor = estate::Actor::system();

/// How far a job is, told by its work as often as it likes, and by this about ten times a second: to whoever watches,
/// in this process or another, and to whoever asked for it. Looks once a second for a request to cancel, and keeps the
/// work to its pace.
class JobProgress
{
public:
    using Cancelled = std::function<bool()>;
    JobProgress(JobLock &lock, const ProgressCallback &outer, Cancelled cancelled, std::uint64_t bytesPerSecond)
        : m_lock(lock), m_outer(outer), m_cancelled(std::move(cancelled)), m_bytesPerSecond(bytesPerSecond)
    {}
    JobProgress(const JobProgress &) = delete;
    JobProgress &operator=(const JobProgress &) = delete;

    void step(std::string title) { m_step = std::move(title); }
    bool operator()(const Progress &progress); ///< false: stop

private:
    bool tell(const Progress &progress);
    JobLock &m_lock;
    const ProgressCallback &m_outer;
    Cancelled m_cancelled;
    std::uint64_t m_bytesPerSecond;
    std::string m_step;
    std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point m_looked = m_begun;
    std::chrono::steady_clock::time_point m_told; ///< at first: never
};

/// What is to be run.
struct JobOrder {
    estate::JobId id;
    estate::Command begin; ///< that makes the job running, anew or again
    estate::Actor actor;
    std::uint64_t bytesPerSecond = 0;   ///< at most; 0: as fast as can be
    std::function<void()> refused = {}; ///< called where the rules do not let it begin
};

/// Runs jobs of whatever service, on the caller's thread: the command that begins one, the work under a lock that tells
/// others that its process lives, and its end, whatever happens. What a killed process leaves is taken up by
/// Engine::reapJobs().
class JobRunner
{
public:
    JobRunner(Console &console, std::filesystem::path storeFolder)
        : m_console(console), m_folder(std::move(storeFolder))
    {}
    /// The work ends the job itself where it succeeds, by a command that saves what it made with the job's end.
    using Work = std::function<Status(const estate::Job &job, JobProgress &progress)>;
    Status run(const JobOrder &order, const ProgressCallback &outer, const Work &work);
    /// Whether it is recorded as done: an error may come after the deed.
    bool succeeded(const estate::JobId &job);

private:
    bool cancelRequested(const estate::JobId &job);
    Status failed(const estate::Job &job, const Error &error);
    Console &m_console;
    std::filesystem::path m_folder;
};

} // namespace keyward::engine
