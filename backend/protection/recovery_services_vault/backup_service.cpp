// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/recovery_services_vault/backup_service.h"

#include "backend/base/files.h"
#include "backend/base/system_error.h"
#include "backend/engine/job_lock.h"
#include "backend/estate/apply.h"
#include "backend/estate/due.h"
#include "backend/protection/recovery_services_vault/job_watch.h"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>

namespace keyward::protection {

using namespace estate;

namespace {

constexpr std::size_t dekSize = 32;

std::string_view text(command::ProtectionKind kind)
{
    return kind == command::ProtectionKind::MarsAgent        ? "mars-agent"
           : kind == command::ProtectionKind::ClassicMachine ? "classic-machine"
                                                             : "folder";
}

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

/// BKP-13: what is bound by picker takes up the newest version with its next job, if no schedule did before.
void BackupService::followNewVersion(const Resource &resource)
{
    if (versionToFollow(*m_parts.console.snapshot(), resource, m_parts.console.now()))
        (void)m_parts.console.execute({command::FollowNewVersion{resource.id, m_parts.context->id<JobId>()}},
                                      systemActor);
}

Result<std::filesystem::path> realPath(const std::filesystem::path &given)
{
    std::error_code error;
    const auto whole = given.empty() ? given : std::filesystem::absolute(given, error);
    if (given.empty()) return fail(Code::ValueInvalid, "", {"folder", "it needs a path"});
    if (error) return failWith(error.value(), given);
    auto real = std::filesystem::weakly_canonical(whole, error); // resolves what exists, and keeps the rest
    if (error) real = whole;
    real = real.lexically_normal();
    return real.has_filename() || real == real.root_path() ? real : real.parent_path();
}

/// BKP-2: an attempt counts, also one that was refused.
void BackupService::noteAttempt(const ResourceId &id, const Actor &actor)
{
    const auto snapshot = m_parts.console.snapshot();
    const auto *resource = snapshot->resource(id);
    if (resource && !resource->protectionAttempted)
        (void)m_parts.console.execute({command::NoteProtectionAttempt{id}}, actor);
}

/// BKP-4 where the rule refuses it; elsewhere there is no agent or machine here to take a backup of.
Error BackupService::refuseKind(const command::StartBackup &start, const Actor &actor)
{
    noteAttempt(start.resource, actor);
    const auto allowed = apply(*m_parts.console.snapshot(), {start}, actor, m_parts.console.now());
    if (allowed)
        return {
            Code::ValueInvalid, std::string(text(start.kind)), {"kind of item here", "Keyward protects folders"}, {}};
    const auto logged = m_parts.console.execute({start}, actor);
    return logged ? Error{Code::Internal, {}, {"a refused kind was accepted"}, {}} : logged.error();
}

Result<PointId> BackupService::backUp(const BackupRequest &request, const Actor &actor,
                                      const ProgressCallback &progress)
{
    auto &random = *m_parts.context;
    const auto jobId = random.id<JobId>();
    const auto source = request.kind == command::ProtectionKind::Folder ? realPath(request.source) : request.source;
    KEYWARD_CHECK(source);
    const command::StartBackup start{request.resource,     jobId,
                                     random.id<PointId>(), random.id<RecordId>().text(),
                                     source->string(),     request.skipUnreadable,
                                     request.scheduled,    request.kind};
    if (request.kind != command::ProtectionKind::Folder) return std::unexpected(refuseKind(start, actor));
    KEYWARD_TRY(auto lock, engine::JobLock::acquire(m_parts.folder, jobId));
    const auto snapshot = m_parts.console.execute({start}, actor);
    if (!snapshot) {
        noteAttempt(request.resource, actor);
        return std::unexpected(snapshot.error());
    }
    Watch watch(lock, progress, [&] { return cancelRequested(jobId); });
    return run(*(*snapshot)->job(jobId), std::ref(watch));
}

Result<PointId> BackupService::resume(const JobId &id, const Actor &actor, const ProgressCallback &progress)
{
    KEYWARD_TRY(auto lock, engine::JobLock::acquire(m_parts.folder, id));
    auto &random = *m_parts.context;
    if (const auto *job = m_parts.console.snapshot()->job(id); job && job->kind != JobKind::Backup)
        return fail(Code::ValueInvalid, id.text().substr(0, 8), {"job to resume", "a restore is simply run again"});
    KEYWARD_TRY(
        const auto snapshot,
        m_parts.console.execute({command::ResumeJob{id, random.id<PointId>(), random.id<RecordId>().text()}}, actor));
    Watch watch(lock, progress, [&] { return cancelRequested(id); });
    return run(*snapshot->job(id), std::ref(watch));
}

Result<PointId> BackupService::run(const Job &job, const ProgressCallback &progress)
{
    auto result = attempt(job, progress);
    if (result) return result;
    // An error of the last step may have come after it was done: then the point is there, and so is its data.
    if (m_parts.console.refresh() && m_parts.console.snapshot()->point(*job.point)) return *job.point;
    // A keystore whose disk failed at its last step may have kept the point: the next command sees, and clears what is
    // not.
    if (result.error().code == Code::CommitInDoubt) return result;
    (void)removeTree(m_parts.folder / job.folder); // first, as the end of the job needs room on the same disk
    end(job.id, result.error());
    return result;
}

Result<PointId> BackupService::attempt(const Job &job, const ProgressCallback &progress)
{
    if (const auto *resource = m_parts.console.snapshot()->resource(job.resource)) followNewVersion(*resource);
    const auto snapshot = m_parts.console.snapshot();
    KEYWARD_TRY(auto point, write(job, *snapshot->resource(job.resource), progress));
    const auto id = point.id;
    KEYWARD_TRY(const auto done,
                m_parts.console.execute({command::FinishBackup{job.id, std::move(point)}}, systemActor));
    return id;
}

Result<RecoveryPoint> BackupService::write(const Job &job, const Resource &resource, const ProgressCallback &progress)
{
    KEYWARD_TRY(const auto dek, crypto::SecretBytes::random(dekSize, *m_parts.context));
    KEYWARD_TRY(auto wrapped, wrap(resource, dek));
    const auto folder = m_parts.folder / job.folder;
    if (::mkdir(folder.c_str(), 0700) != 0) return failWith(errno, folder);
    KEYWARD_TRY(auto writer, SegmentWriter::create(*m_parts.context, folder / "data", *job.point, dek));
    const auto sink = [&](std::string_view piece) { return writer->add(bytesOf(piece)); };
    auto archived =
        archiveFolder(job.source, {resource.policy.excludes, job.skipUnreadable, m_parts.folder}, sink, progress);
    if (!archived && archived.error().code != Code::Io) return std::unexpected(archived.error());
    const auto finished = writer->finish(); // where writing failed, it knows why
    KEYWARD_CHECK(finished);
    if (!archived) return std::unexpected(archived.error());
    KEYWARD_CHECK(syncFolder(folder));
    KEYWARD_CHECK(syncFolder(m_parts.folder));
    return RecoveryPoint{*job.point,
                         resource.id,
                         job.id,
                         job.source,
                         m_parts.console.now(),
                         archived->files,
                         archived->bytes,
                         writer->storedBytes(),
                         writer->segments(),
                         std::move(archived->warnings),
                         std::move(wrapped.by),
                         std::move(wrapped.wrapped),
                         wrapped.algorithm,
                         job.folder};
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
    KEYWARD_TRY(auto wrapped, m_parts.keys.wrap({identity->id,
                                                 binding.vault,
                                                 binding.key,
                                                 binding.version,
                                                 resource.name.text(),
                                                 {},
                                                 Origin::of(resource.type)},
                                                WrapAlgorithm::RsaOaep256, dek));
    return WrappedDek{WrappedBy{binding.vault, binding.key, binding.version, keyUri(*vault, *key, &binding.version)},
                      std::move(wrapped), WrapAlgorithm::RsaOaep256};
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
    return m_parts.keys.unwrap(
        {identity->id, by.vault, by.key, by.version, resource->name.text(), {}, Origin::of(resource->type)},
        point.algorithm, point.wrappedDek);
}

Result<std::unique_ptr<SegmentReader>> BackupService::openPoint(const PointId &id)
{
    const auto snapshot = m_parts.console.snapshot();
    const auto *point = snapshot->point(id);
    if (!point) return fail(Code::NotFound, id.text(), {"recovery point"});
    KEYWARD_TRY(const auto dek, unwrap(*point));
    return SegmentReader::open(*m_parts.context, m_parts.folder / point->folder / "data", id, dek, point->segments);
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

PointCheck BackupService::look(const RecoveryPoint &point, const ProgressCallback &progress, std::uint64_t before,
                               bool &stopped)
{
    using State = PointCheck::State;
    const auto file = m_parts.folder / point.folder / "data";
    if (const auto size = SegmentReader::checkSize(file, point.id, point.segments, point.storedBytes); !size)
        return {point.id, State::Damaged, size.error()};
    const auto dek = unwrap(point);
    if (!dek) return {point.id, State::Unopened, dek.error()};
    auto reader = SegmentReader::open(*m_parts.context, file, point.id, *dek, point.segments);
    if (!reader) return {point.id, State::Damaged, reader.error()};
    while (true) {
        const auto piece = (*reader)->next();
        if (!piece) return {point.id, State::Damaged, piece.error()};
        if (piece->empty()) return {point.id, State::Whole, {}};
        before += piece->size();
        stopped = progress && !progress({before, 0});
        if (stopped) return {point.id, State::Unopened, Error{Code::Cancelled, {}, {}, {}}};
    }
}

Result<std::vector<PointCheck>> BackupService::checkAll(const ProgressCallback &progress)
{
    const auto snapshot = m_parts.console.snapshot();
    std::vector<const RecoveryPoint *> points;
    for (const auto &[id, point] : snapshot->points()) points.push_back(point.get());
    std::ranges::sort(points, {}, &RecoveryPoint::created);
    std::vector<PointCheck> out;
    std::uint64_t bytes = 0;
    for (const auto *point : points) {
        bool stopped = false;
        out.push_back(look(*point, progress, bytes, stopped));
        if (stopped) return fail(Code::Cancelled);
        bytes += point->storedBytes;
    }
    return out;
}

std::vector<std::pair<ResourceId, Result<PointId>>> BackupService::runDue(const ProgressCallback &progress)
{
    std::vector<std::pair<ResourceId, Result<PointId>>> out;
    const auto snapshot = m_parts.console.snapshot();
    const auto now = m_parts.console.now();
    for (const auto &id : dueBackups(*snapshot, now))
        out.emplace_back(
            id, backUp({id, snapshot->resource(id)->policy.source, false, true, command::ProtectionKind::Folder},
                       systemActor, progress));
    return out;
}

} // namespace keyward::protection
