// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/progress.h"
#include "backend/estate/entities.h"

#include <filesystem>
#include <optional>

namespace keyward::engine {

/// Held by the process that runs a job, for as long as it lives; the system lets go of it when the process dies, which
/// tells the next one that the job was interrupted. Also carries the live progress, which is no part of the estate.
class JobLock
{
public:
    static Result<JobLock> acquire(const std::filesystem::path &storeFolder, const estate::JobId &job); ///< Code::Busy
    static bool held(const std::filesystem::path &storeFolder, const estate::JobId &job);
    static std::optional<Progress> progress(const std::filesystem::path &storeFolder, const estate::JobId &job);

    ~JobLock();
    JobLock(JobLock &&other) noexcept;
    JobLock(const JobLock &) = delete;
    JobLock &operator=(const JobLock &) = delete;
    JobLock &operator=(JobLock &&) = delete;
    void report(const Progress &progress);

private:
    JobLock(std::filesystem::path file, int descriptor) : m_file(std::move(file)), m_descriptor(descriptor) {}
    std::filesystem::path m_file;
    int m_descriptor = -1;
};

} // namespace keyward::engine
