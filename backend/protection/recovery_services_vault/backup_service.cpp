// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/recovery_services_vault/backup_service.h"

#include "backend/base/paths.h"
#include "backend/engine/job_lock.h"
#include "backend/estate/describe.h"

#include <chrono>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward::protection {

using namespace estate;

namespace {

const Actor systemActor{Actor::Kind::System, "system", "local"};
constexpr std::size_t dekSize = 32;

/// Reports a job's progress to whoever watches, and looks for a request to cancel about once a second.
class Watch
{
public:
    Watch(engine::JobLock &lock, const ProgressCallback &outer, std::function<bool()> cancelled) : m_lock(lock), m_outer(outer), m_cancelled(std::move(cancelled)) {}
    bool operator()(const Progress &progress)
    {
        m_lock.report({progress.bytes, progress.files});
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last > std::chrono::seconds(1)) {
            m_last = now;
            if (m_cancelled()) return false;
        }
        return !m_outer || m_outer(progress);
    }

private:
    engine::JobLock &m_lock;
    const ProgressCallback &m_outer;
    std::function<bool()> m_cancelled;
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

Status syncFolder(const std::filesystem::path &folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return fail(Code::Io, folder.string(), {"it cannot be opened"});
    const bool ok = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return ok ? Status{} : fail(Code::Io, folder.string(), {"it cannot be made durable"});
}

/// Removed unless it was kept.
class Staging
{
public:
    explicit Staging(std::filesystem::path path) : m_path(std::move(path)) {}
    ~Staging() { clear(); }
    Staging(const Staging &) = delete;
    Staging &operator=(const Staging &) = delete;
    const std::filesystem::path &path() const { return m_path; }
    void kept() { m_path.clear(); }

private:
    void clear()
    {
        if (m_path.empty()) return;
        std::error_code ignored;
        // Restored folders may lack the right to be emptied.
        for (auto it = std::filesystem::recursive_directory_iterator(m_path, ignored); it != std::filesystem::recursive_directory_iterator(); it.increment(ignored))
            if (it->is_directory(ignored) && !it->is_symlink(ignored))
                std::filesystem::permissions(it->path(), std::filesystem::perms::owner_all, std::filesystem::perm_options::add, ignored);
        std::filesystem::remove_all(m_path, ignored);
    }
    std::filesystem::path m_path;
};

} // namespace

bool BackupService::cancelRequested(const JobId &job)
{
    if (!m_parts.console.refresh()) return false;
    const auto *now = m_parts.console.snapshot()->job(job);
    return now && now->cancelRequested;
}

void BackupService::end(const JobId &job, const Error &error)
{
    const auto state = error.code == Code::Cancelled ? JobState::Cancelled : JobState::Failed;
    (void)m_parts.console.execute({command::EndJob{job, state, message(error), {}, false}}, systemActor);
}

/// BKP-13: what is bound by picker takes up the newest version with its next job.
void BackupService::followNewVersion(const Resource &resource)
{
    if (!resource.binding || resource.binding->pinned) return;
    const auto snapshot = m_parts.console.snapshot();
    const auto *key = snapshot->key(resource.binding->key);
    const auto *newest = key ? key->newestEnabled(m_parts.console.now()) : nullptr;
    if (newest && newest->id != resource.binding->version) (void)m_parts.console.execute({command::FollowNewVersion{resource.id, m_parts.context->id<JobId>()}}, systemActor);
}

Result<PointId> BackupService::backUp(const BackupRequest &request, const Actor &actor, const ProgressCallback &progress)
{
    auto &random = *m_parts.context;
    const auto jobId = random.id<JobId>();
    std::error_code error;
    auto source = std::filesystem::weakly_canonical(request.source, error);
    if (error) {
        KEYWARD_TRY(source, absolutePath(request.source));
    }
    KEYWARD_TRY(auto lock, engine::JobLock::acquire(m_parts.folder, jobId));
    const command::StartBackup start{request.resource, jobId, random.id<PointId>(), random.id<RecordId>().text(), source.string(), request.skipUnreadable,
                                     request.scheduled, request.kind};
    KEYWARD_TRY(const auto snapshot, m_parts.console.execute({start}, actor));
    Watch watch(lock, progress, [&] { return cancelRequested(jobId); });
    return run(*snapshot->job(jobId), std::ref(watch));
}

Result<PointId> BackupService::resume(const JobId &id, const Actor &actor, const ProgressCallback &progress)
{
    KEYWARD_TRY(auto lock, engine::JobLock::acquire(m_parts.folder, id));
    auto &random = *m_parts.context;
    if (const auto *job = m_parts.console.snapshot()->job(id); job && job->kind != JobKind::Backup)
        return fail(Code::ValueInvalid, id.text().substr(0, 8), {"job to resume", "a restore is simply run again"});
    KEYWARD_TRY(const auto snapshot, m_parts.console.execute({command::ResumeJob{id, random.id<PointId>(), random.id<RecordId>().text()}}, actor));
    Watch watch(lock, progress, [&] { return cancelRequested(id); });
    return run(*snapshot->job(id), std::ref(watch));
}

Result<PointId> BackupService::run(const Job &job, const ProgressCallback &progress)
{
    const auto attempt = [&]() -> Result<PointId> {
        if (const auto *resource = m_parts.console.snapshot()->resource(job.resource)) followNewVersion(*resource);
        const auto snapshot = m_parts.console.snapshot();
        KEYWARD_TRY(auto point, write(job, *snapshot->resource(job.resource), progress));
        const auto id = point.id;
        KEYWARD_TRY(const auto done, m_parts.console.execute({command::FinishBackup{job.id, std::move(point)}}, systemActor));
        return id;
    };
    auto result = attempt();
    if (!result) end(job.id, result.error());
    return result;
}

Result<RecoveryPoint> BackupService::write(const Job &job, const Resource &resource, const ProgressCallback &progress)
{
    KEYWARD_TRY(const auto dek, crypto::SecretBytes::random(dekSize, *m_parts.context));
    KEYWARD_TRY(auto wrapped, wrap(resource, dek));
    const auto folder = m_parts.folder / job.folder;
    if (::mkdir(folder.c_str(), 0700) != 0) return fail(errno == ENOSPC ? Code::NoSpace : Code::Io, folder.string(), {"it cannot be made"});
    KEYWARD_TRY(auto writer, SegmentWriter::create(*m_parts.context, folder / "data", *job.point, dek));
    const auto sink = [&](std::string_view piece) { return writer->add(bytesOf(piece)); };
    auto archived = archiveFolder(job.source, {resource.policy.excludes, job.skipUnreadable}, sink, progress);
    if (!archived && archived.error().code != Code::Io) return std::unexpected(archived.error());
    const auto finished = writer->finish(); // where writing failed, it knows why
    KEYWARD_CHECK(finished);
    if (!archived) return std::unexpected(archived.error());
    KEYWARD_CHECK(syncFolder(folder));
    KEYWARD_CHECK(syncFolder(m_parts.folder));
    return RecoveryPoint{*job.point, resource.id, job.id, job.source, m_parts.console.now(), archived->files, archived->bytes, writer->storedBytes(),
                         writer->segments(), std::move(archived->warnings), std::move(wrapped.by), std::move(wrapped.wrapped), wrapped.algorithm, job.folder};
}

Result<BackupService::WrappedDek> BackupService::wrap(const Resource &resource, const crypto::SecretBytes &dek)
{
    if (!resource.binding) {
        KEYWARD_TRY(auto wrapped, m_parts.keys.wrapForPlatform(resource.name.text(), dek));
        return WrappedDek{{}, std::move(wrapped), WrapAlgorithm::AesKw};
    }
    const auto &binding = *resource.binding;
    const auto snapshot = m_parts.console.snapshot();
    const auto *vault = snapshot->vault(binding.vault);
    const auto *key = snapshot->key(binding.key);
    const auto *identity = snapshot->identityOf(resource);
    if (!identity) return fail(Code::IdentityMissing, resource.name.text());
    KEYWARD_TRY(auto wrapped, m_parts.keys.wrap({identity->id, binding.vault, binding.key, binding.version, resource.name.text(), {}, Origin::of(resource.type)}, WrapAlgorithm::RsaOaep256, dek));
    return WrappedDek{WrappedBy{binding.vault, binding.key, binding.version, keyUri(*vault, *key, &binding.version)}, std::move(wrapped), WrapAlgorithm::RsaOaep256};
}

Result<crypto::SecretBytes> BackupService::unwrap(const RecoveryPoint &point)
{
    const auto snapshot = m_parts.console.snapshot();
    const auto *resource = snapshot->resource(point.resource);
    if (!resource) return fail(Code::NotFound, point.resource.text(), {"resource"});
    if (!point.wrappedBy) return m_parts.keys.unwrapForPlatform(resource->name.text(), point.wrappedDek);
    const auto *identity = snapshot->identityOf(*resource);
    if (!identity) return fail(Code::IdentityMissing, resource->name.text());
    const auto &by = *point.wrappedBy;
    return m_parts.keys.unwrap({identity->id, by.vault, by.key, by.version, resource->name.text(), {}, Origin::of(resource->type)}, point.algorithm, point.wrappedDek);
}

Result<std::unique_ptr<SegmentReader>> BackupService::openPoint(const PointId &id)
{
    const auto snapshot = m_parts.console.snapshot();
    const auto *point = snapshot->point(id);
    if (!point) return fail(Code::NotFound, id.text(), {"recovery point"});
    KEYWARD_TRY(const auto dek, unwrap(*point));
    return SegmentReader::open(*m_parts.context, m_parts.folder / point->folder / "data", id, dek, point->segments);
}

Result<ExtractSummary> BackupService::unpack(const RestoreRequest &request, const RecoveryPoint &point, const ProgressCallback &progress)
{
    std::error_code error;
    KEYWARD_TRY(const auto target, absolutePath(request.target));
    const bool exists = std::filesystem::exists(target, error);
    if (exists && (!std::filesystem::is_directory(target, error) || !std::filesystem::is_empty(target, error)))
        return fail(Code::TargetNotEmpty, target.string());
    auto parent = (target.has_filename() ? target : target.parent_path()).parent_path();
    parent = std::filesystem::canonical(parent, error); // without links, as the extraction refuses to pass through any
    if (error) return fail(Code::Io, parent.string(), {"the folder to restore into cannot be used"});
    KEYWARD_TRY(auto reader, openPoint(request.point));
    Staging staging(parent / (".keyward-restore-" + m_parts.context->id<RecordId>().text().substr(0, 12)));
    if (::mkdir(staging.path().c_str(), 0700) != 0)
        return fail(errno == ENOSPC ? Code::NoSpace : Code::Io, staging.path().string(), {"it cannot be made"});
    const auto source = [&]() -> Result<ByteView> { return reader->next(); };
    auto summary = extractInto(staging.path(), request.includes, source, progress, point.id.text().substr(0, 8));
    if (!summary) {
        // Whatever the archive reader made of it, damage to the stored data is the reason to name.
        if (summary.error().code == Code::PointUnreadable)
            if (const auto rest = reader->drain(); !rest) return std::unexpected(rest.error());
        if (summary.error().code == Code::PointUnreadable) summary.error().target = point.id.text().substr(0, 8);
        return summary;
    }
    KEYWARD_CHECK(reader->drain());
    if (!request.includes.empty() && summary->matched == 0) return fail(Code::NothingMatched, point.id.text().substr(0, 8), {request.includes.front()});
    if (request.includes.empty() && summary->files != point.files)
        return fail(Code::PointUnreadable, point.id.text().substr(0, 8), {"it holds " + std::to_string(summary->files) + " of " + counted(point.files, "entry")});
    ::sync();
    if (exists && ::rmdir(target.c_str()) != 0) return fail(Code::TargetNotEmpty, target.string());
    if (::rename(staging.path().c_str(), (parent / (target.has_filename() ? target : target.parent_path()).filename()).c_str()) != 0)
        return fail(Code::Io, target.string(), {"the restored folder could not be put there"});
    staging.kept();
    KEYWARD_CHECK(syncFolder(parent));
    return summary;
}

Result<RestoreOutcome> BackupService::restore(const RestoreRequest &request, const Actor &actor, const ProgressCallback &progress)
{
    const auto jobId = m_parts.context->id<JobId>();
    KEYWARD_TRY(auto lock, engine::JobLock::acquire(m_parts.folder, jobId));
    const command::StartRestore start{jobId, request.point, request.target.string(), request.includes, request.intoRegion};
    KEYWARD_TRY(const auto snapshot, m_parts.console.execute({start}, actor));
    Watch watch(lock, progress, [&] { return cancelRequested(jobId); });
    auto summary = unpack(request, *snapshot->point(request.point), std::ref(watch));
    if (!summary) {
        end(jobId, summary.error());
        return std::unexpected(summary.error());
    }
    KEYWARD_TRY(const auto done, m_parts.console.execute({command::EndJob{jobId, JobState::Succeeded, {}, summary->warnings, false}}, systemActor));
    return RestoreOutcome{jobId, std::move(*summary)};
}

Result<std::vector<ArchivedFile>> BackupService::list(const PointId &id)
{
    KEYWARD_TRY(auto reader, openPoint(id));
    return listArchive([&]() -> Result<ByteView> { return reader->next(); });
}

Status BackupService::check(const PointId &id)
{
    KEYWARD_TRY(auto reader, openPoint(id));
    return reader->drain();
}

std::vector<std::pair<ResourceId, Result<PointId>>> BackupService::runDue(const ProgressCallback &progress)
{
    std::vector<std::pair<ResourceId, Result<PointId>>> out;
    const auto snapshot = m_parts.console.snapshot();
    const auto now = m_parts.console.now();
    for (const auto &[id, resource] : snapshot->resources()) {
        const auto &policy = resource->policy;
        if (policy.every.count() == 0 || now - policy.lastRun < policy.every) continue;
        out.emplace_back(id, backUp({id, policy.source, false, true, command::ProtectionKind::Folder}, systemActor, progress));
    }
    return out;
}

} // namespace keyward::protection
