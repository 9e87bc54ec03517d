// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/job_lock.h"

#include "backend/base/system_error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace keyward::engine {
namespace {

std::filesystem::path lockFile(const std::filesystem::path &folder, const estate::JobId &job)
{
    return folder / ("job-" + job.text());
}

/// As it stands in the lock's file.
struct Live {
    std::uint64_t bytes = 0;
    std::uint64_t files = 0;
    std::array<char, 48> step = {}; ///< filled up with zeros
    std::string stepText() const { return {step.begin(), std::ranges::find(step, '\0')}; }
};

} // namespace

Result<JobLock> JobLock::acquire(const std::filesystem::path &folder, const estate::JobId &job)
{
    const auto file = lockFile(folder, job);
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return failWith(errno, file);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return fail(Code::Busy, job.text().substr(0, 8), {"another process runs this job"});
    }
    return JobLock(file, descriptor);
}

bool JobLock::held(const std::filesystem::path &folder, const estate::JobId &job)
{
    const auto file = lockFile(folder, job);
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool free = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    if (free) ::unlink(file.c_str());
    ::close(descriptor);
    return !free;
}

std::optional<Progress> JobLock::progress(const std::filesystem::path &folder, const estate::JobId &job)
{
    const int descriptor = ::open(lockFile(folder, job).c_str(), O_RDONLY | O_CLOEXEC);
    Live live;
    const bool ok = descriptor >= 0 && ::pread(descriptor, &live, sizeof live, 0) == static_cast<ssize_t>(sizeof live);
    if (descriptor >= 0) ::close(descriptor);
    if (!ok) return std::nullopt;
    return Progress{.bytes = live.bytes, .files = live.files, .step = live.stepText()};
}

JobLock::JobLock(JobLock &&other) noexcept
    : m_file(std::move(other.m_file)), m_descriptor(std::exchange(other.m_descriptor, -1))
{}

JobLock::~JobLock()
{
    if (m_descriptor < 0) return;
    ::unlink(m_file.c_str());
    ::close(m_descriptor);
}

void JobLock::report(const Progress &progress)
{
    Live live{.bytes = progress.bytes, .files = progress.files};
    progress.step.copy(live.step.data(), live.step.size());
    [[maybe_unused]] const auto written = ::pwrite(m_descriptor, &live, sizeof live, 0);
}

} // namespace keyward::engine
