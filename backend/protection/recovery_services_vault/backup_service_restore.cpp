// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Giving a recovery point back: into a folder beside the target that only its owner may enter, and from there, whole,
// under its name.

#include "backend/base/files.h"
#include "backend/base/system_error.h"
#include "backend/estate/describe.h"
#include "backend/protection/recovery_services_vault/backup_service.h"

#include <cerrno>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward::protection {

using namespace estate;

namespace {

/// Nothing of it stays unless it was kept.
class Staging
{
public:
    Staging(std::filesystem::path path, std::filesystem::path target)
        : m_path(std::move(path)), m_target(std::move(target))
    {}
    ~Staging()
    {
        if (m_made) (void)removeTree(m_path); // what this cannot remove, the next command finds
    }
    Staging(const Staging &) = delete;
    Staging &operator=(const Staging &) = delete;

    /// One folder within another: the outer one keeps others out, whatever rights the inner one gets.
    Status make()
    {
        m_made = ::mkdir(m_path.c_str(), 0700) == 0;
        if (!m_made || ::mkdir(contents().c_str(), 0700) != 0) return failWith(errno, m_target);
        return {};
    }
    std::filesystem::path contents() const { return m_path / "contents"; }

    /// Gives the contents their name; taken back where that cannot be made durable.
    Status appear()
    {
        struct stat info{};
        if (::lstat(contents().c_str(), &info) != 0) return failWith(errno, m_target);
        const auto mode = info.st_mode & 07777u;
        m_mode = mode;
        m_replaced = ::lstat(m_target.c_str(), &info) == 0 ? std::optional(info.st_mode & 07777u) : std::nullopt;
        const bool closed = (mode & S_IWUSR) == 0; // such a folder cannot be moved into another
        if (closed && ::chmod(contents().c_str(), mode | S_IWUSR) != 0) return failWith(errno, m_target);
        if (::rename(contents().c_str(), m_target.c_str()) != 0) {
            const bool filled = errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR;
            return filled ? fail(Code::TargetNotEmpty, m_target.string()) : failWith(errno, m_target);
        }
        const int reopened = closed ? ::chmod(m_target.c_str(), mode) : 0;
        auto durable = reopened == 0 ? syncFolder(m_target.parent_path()) : failWith(errno, m_target);
        if (!durable) takeBack();
        return durable;
    }
    void takeBack()
    {
        if ((m_mode & S_IWUSR) == 0) ::chmod(m_target.c_str(), m_mode | S_IWUSR);
        if (::rename(m_target.c_str(), (m_path / "taken-back").c_str()) == 0 && m_replaced)
            ::mkdir(m_target.c_str(), *m_replaced);
    }
    /// Done: only the empty outer folder is left to remove.
    Status keep()
    {
        m_made = false;
        return removeTree(m_path);
    }

private:
    std::filesystem::path m_path;
    std::filesystem::path m_target;
    std::optional<mode_t> m_replaced; ///< an empty folder stood there
    mode_t m_mode = 0;                ///< of the contents
    bool m_made = false;
};

/// A new folder or an empty one, beside which there is room for another of the same disk.
Status checkTarget(const std::filesystem::path &target, const std::filesystem::path &storeFolder)
{
    if (liesWithin(target, storeFolder)) return fail(Code::TargetInStore, target.string(), {storeFolder.string()});
    struct stat beside{};
    if (::stat(target.parent_path().c_str(), &beside) != 0) return failWith(errno, target.parent_path());
    if (!S_ISDIR(beside.st_mode)) return failWith(ENOTDIR, target.parent_path());
    struct stat there{};
    if (::lstat(target.c_str(), &there) != 0) return errno == ENOENT ? Status{} : failWith(errno, target);
    std::error_code error;
    const bool empty = S_ISDIR(there.st_mode) && std::filesystem::is_empty(target, error);
    if (error) return failWith(error.value(), target);
    if (!empty) return fail(Code::TargetNotEmpty, target.string());
    if (there.st_dev != beside.st_dev)
        return fail(Code::Io, target.string(), {"a disk is mounted there; name a new folder in it"});
    return {};
}

/// The folder that people asked for, where an error names what is only there until then.
Error named(Error error, const std::string &staging, const std::string &target)
{
    if (error.target.starts_with(staging)) error.target.replace(0, staging.size(), target);
    return error;
}

Result<const RecoveryPoint *> pointIn(const Estate &estate, const PointId &id)
{
    if (const auto *point = estate.point(id)) return point;
    return fail(Code::NotFound, id.text().substr(0, 8), {"recovery point"});
}

Status checkWhole(const ExtractSummary &summary, const RestoreRequest &request, const RecoveryPoint &point)
{
    if (!request.includes.empty() || summary.files == point.files) return {};
    return fail(Code::PointUnreadable, {}, {said("it holds {0} of {1}", summary.files, counted(point.files, "entry"))});
}

} // namespace

Result<ExtractSummary> BackupService::unpack(const std::filesystem::path &folder, const RestoreRequest &request,
                                             const RecoveryPoint &point, const crypto::SecretBytes &dek,
                                             const ProgressCallback &progress)
{
    std::unique_ptr<SegmentReader> reader;
    const ArchiveOpener open = [&]() -> Result<PieceSource> {
        KEYWARD_TRY(reader, SegmentReader::open(*m_parts.context, m_parts.folder / point.folder / "data",
                                                streamOf(point.id), dek, point.segments));
        return PieceSource([&reader]() -> Result<ByteView> { return reader->next(); });
    };
    const auto shortId = point.id.text().substr(0, 8);
    const Extraction what{folder, request.includes, shortId,
                          [&](const ExtractSummary &summary) { return checkWhole(summary, request, point); }};
    auto summary = extractInto(what, open, progress);
    if (summary) return summary;
    // Whatever the archive reader made of it, damage to the stored data is the reason to name.
    if (summary.error().code == Code::PointUnreadable && reader)
        if (const auto rest = reader->drain(); !rest) return std::unexpected(rest.error());
    if (summary.error().code == Code::PointUnreadable) summary.error().target = shortId;
    return std::unexpected(named(std::move(summary.error()), folder.string(), request.target.string()));
}

/// All of it or nothing, and what is there is also recorded as done.
Result<ExtractSummary> BackupService::giveBack(const Job &job, const RestoreRequest &request,
                                               const RecoveryPoint &point, engine::JobProgress &progress)
{
    KEYWARD_CHECK(checkTarget(request.target, m_parts.folder));
    KEYWARD_TRY(const auto dek, unwrap(point));
    Staging staging(job.staging, request.target);
    KEYWARD_CHECK(staging.make());
    progress.step("Unpacking and checking");
    KEYWARD_TRY(auto summary, unpack(staging.contents(), request, point, dek, std::ref(progress)));
    KEYWARD_CHECK(staging.appear());
    const auto done = m_parts.console.execute(
        {command::EndJob{job.id, JobState::Succeeded, {}, summary.warnings, false}}, engine::systemActor);
    if (!done && !m_jobs.succeeded(job.id)) {
        staging.takeBack();
        return std::unexpected(done.error());
    }
    if (const auto cleared = staging.keep(); !cleared)
        summary.warnings.push_back("An empty folder could not be removed: " + message(cleared.error()));
    return summary;
}

Result<RestoreOutcome> BackupService::restore(const RestoreRequest &asked, const Actor &actor,
                                              const ProgressCallback &progress)
{
    auto request = asked;
    if (!request.into) {
        KEYWARD_TRY(request.target, realPath(asked.target)); // the job must say what it means from anywhere
    }
    const auto jobId = m_parts.context->id<JobId>();
    const command::StartRestore start{
        jobId,        request.point, request.target.string(), request.includes, request.intoRegion,
        request.into, request.made};
    ExtractSummary summary;
    const auto work = [&](const Job &job, engine::JobProgress &watch) -> Status {
        const auto snapshot = m_parts.console.snapshot();
        KEYWARD_TRY(const auto *point, pointIn(*snapshot, request.point));
        auto given = request.into ? giveTo(job, request, *point, actor, watch) : giveBack(job, request, *point, watch);
        if (!given) return std::unexpected(given.error());
        summary = *std::move(given);
        return {};
    };
    KEYWARD_CHECK(m_jobs.run({.id = jobId, .begin = {start}, .actor = actor}, progress, work));
    return RestoreOutcome{jobId, std::move(summary)};
}

} // namespace keyward::protection
