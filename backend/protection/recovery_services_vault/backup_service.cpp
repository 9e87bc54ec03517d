// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/recovery_services_vault/backup_service.h"

#include "backend/base/files.h"
#include "backend/base/system_error.h"
#include "backend/estate/apply.h"
#include "backend/estate/due.h"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>

namespace keyward::protection {

using namespace estate;
using engine::DataCheck;
using engine::systemActor;

namespace {

constexpr std::size_t dekSize = 32;

std::string_view text(command::ProtectionKind kind)
{
    return kind == command::ProtectionKind::MarsAgent        ? "mars-agent"
           : kind == command::ProtectionKind::ClassicMachine ? "classic-machine"
                                                             : "folder";
}

} // namespace

std::unique_ptr<engine::Service> makeService(const ServiceOf<RecoveryServicesVault> &service)
{
    return std::make_unique<BackupService>(service.parts);
}

/// BKP-13: what is bound by picker takes up the newest version with its next job, if no schedule did before.
void BackupService::followNewVersion(const Resource &resource)
{
    if (versionToFollow(*m_parts.console.snapshot(), resource, m_parts.console.now()))
        (void)m_parts.console.execute({command::FollowNewVersion{resource.id, m_parts.context->id<JobId>()}},
                                      systemActor);
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
                                     request.scheduled,    request.kind,
                                     request.inGuest};
    if (request.kind != command::ProtectionKind::Folder) return std::unexpected(refuseKind(start, actor));
    KEYWARD_CHECK(m_jobs.run({.id = jobId,
                              .begin = {start},
                              .actor = actor,
                              .bytesPerSecond = request.bytesPerSecond,
                              .refused = [&] { noteAttempt(request.resource, actor); }},
                             progress, [&](const Job &job, auto &watch) { return attempt(job, watch); }));
    return start.point;
}

Result<std::string> BackupService::resume(const JobId &id, const Actor &actor, const ProgressCallback &progress)
{
    auto &random = *m_parts.context;
    const command::ResumeBackup again{id, random.id<PointId>(), random.id<RecordId>().text()};
    KEYWARD_CHECK(m_jobs.run({.id = id, .begin = {again}, .actor = actor}, progress,
                             [&](const Job &job, auto &watch) { return attempt(job, watch); }));
    return "made recovery point " + again.point.text();
}

Status BackupService::attempt(const Job &job, engine::JobProgress &progress)
{
    if (const auto *resource = m_parts.console.snapshot()->resource(job.resource)) followNewVersion(*resource);
    const auto snapshot = m_parts.console.snapshot();
    progress.step("Reading and sealing");
    KEYWARD_TRY(auto point, write(job, *snapshot->resource(job.resource), std::ref(progress)));
    KEYWARD_TRY(const auto done,
                m_parts.console.execute({command::FinishBackup{job.id, std::move(point)}}, systemActor));
    return {};
}

Result<RecoveryPoint> BackupService::write(const Job &job, const Resource &resource, const ProgressCallback &progress)
{
    KEYWARD_TRY(const auto dek, crypto::SecretBytes::random(dekSize, *m_parts.context));
    KEYWARD_TRY(auto wrapped, wrapDataKey(m_parts.keys, *m_parts.console.snapshot(), resource, dek));
    const auto &work = *workOf<BackupWork>(job);
    const auto folder = m_parts.folder / job.folder;
    if (::mkdir(folder.c_str(), 0700) != 0) return failWith(errno, folder);
    KEYWARD_TRY(auto writer, SegmentWriter::create(*m_parts.context, folder / "data", streamOf(*work.point), dek));
    const auto sink = [&](std::string_view piece) { return writer->add(bytesOf(piece)); };
    auto archived =
        archiveFolder(work.source, {policyOf(resource).excludes, work.skipUnreadable, m_parts.folder}, sink, progress);
    if (!archived && archived.error().code != Code::Io) return std::unexpected(archived.error());
    const auto finished = writer->finish(); // where writing failed, it knows why
    KEYWARD_CHECK(finished);
    if (!archived) return std::unexpected(archived.error());
    KEYWARD_CHECK(syncFolder(folder));
    KEYWARD_CHECK(syncFolder(m_parts.folder));
    return RecoveryPoint{.id = *work.point,
                         .resource = resource.id,
                         .job = job.id,
                         .source = work.source,
                         .created = m_parts.console.now(),
                         .files = archived->files,
                         .bytes = archived->bytes,
                         .storedBytes = writer->storedBytes(),
                         .segments = writer->segments(),
                         .warnings = std::move(archived->warnings),
                         .wrappedBy = std::move(wrapped.by),
                         .wrappedDek = std::move(wrapped.wrapped),
                         .algorithm = wrapped.algorithm,
                         .folder = job.folder,
                         .inGuest = work.inGuest};
}

Result<crypto::SecretBytes> BackupService::unwrap(const RecoveryPoint &point)
{
    const auto snapshot = m_parts.console.snapshot();
    const auto *resource = snapshot->resource(point.resource);
    if (!resource) return fail(Code::NotFound, point.resource.text(), {"resource"});
    return unwrapDataKey(m_parts.keys, *snapshot, *resource,
                         {.by = point.wrappedBy, .algorithm = point.algorithm, .wrapped = point.wrappedDek});
}

Result<std::unique_ptr<SegmentReader>> BackupService::openPoint(const PointId &id)
{
    const auto snapshot = m_parts.console.snapshot();
    const auto *point = snapshot->point(id);
    if (!point) return fail(Code::NotFound, id.text(), {"recovery point"});
    KEYWARD_TRY(const auto dek, unwrap(*point));
    return SegmentReader::open(*m_parts.context, m_parts.folder / point->folder / "data", streamOf(id), dek,
                               point->segments);
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

DataCheck BackupService::look(const RecoveryPoint &point, const ProgressCallback &progress, std::uint64_t before,
                              bool &stopped)
{
    using State = DataCheck::State;
    const auto as = [&](State state, std::optional<Error> why = {}) {
        return DataCheck{.data = recordOf(point.id), .state = state, .reason = std::move(why)};
    };
    const auto file = m_parts.folder / point.folder / "data";
    if (const auto size = SegmentReader::checkSize(file, streamOf(point.id), point.segments, point.storedBytes); !size)
        return as(State::Damaged, size.error());
    const auto dek = unwrap(point);
    if (!dek) return as(State::Unopened, dek.error());
    auto reader = SegmentReader::open(*m_parts.context, file, streamOf(point.id), *dek, point.segments);
    if (!reader) return as(State::Damaged, reader.error());
    while (true) {
        const auto piece = (*reader)->next();
        if (!piece) return as(State::Damaged, piece.error());
        if (piece->empty()) return as(State::Whole);
        before += piece->size();
        stopped = progress && !progress({.bytes = before, .files = 0});
        if (stopped) return as(State::Unopened, Error{Code::Cancelled, {}, {}, {}});
    }
}

Result<std::vector<DataCheck>> BackupService::verify(engine::Depth depth, const ProgressCallback &progress)
{
    const auto snapshot = m_parts.console.snapshot();
    std::vector<const RecoveryPoint *> points;
    for (const auto &[id, point] : snapshot->points()) points.push_back(point.get());
    std::ranges::sort(points, {}, &RecoveryPoint::created);
    std::vector<DataCheck> out;
    std::uint64_t bytes = 0;
    for (const auto *point : points) {
        if (depth == engine::Depth::Presence) {
            std::error_code error;
            const bool there = std::filesystem::is_regular_file(m_parts.folder / storedOf(*point).file, error);
            out.push_back(
                {.data = recordOf(point->id), .state = there ? DataCheck::State::Unopened : DataCheck::State::Damaged});
            if (!there) out.back().reason = Error{Code::SegmentMissing, point->id.text().substr(0, 12), {"0"}, {}};
            continue;
        }
        bool stopped = false;
        out.push_back(look(*point, progress, bytes, stopped));
        if (stopped) return fail(Code::Cancelled);
        bytes += point->storedBytes;
    }
    return out;
}

Result<std::uint64_t> BackupService::deleteData(const ResourceId &resource, const Actor &actor)
{
    std::uint64_t gone = 0;
    const auto snapshot = m_parts.console.snapshot();
    for (const auto &point : snapshot->pointsOf(resource)) {
        KEYWARD_CHECK(m_parts.console.execute({command::DeletePoint{point}}, actor).transform([](const auto &) {}));
        ++gone;
    }
    return gone;
}

void BackupService::runDue(engine::DueWork &out, const ProgressCallback &progress)
{
    const auto snapshot = m_parts.console.snapshot();
    for (const auto &id : dueBackups(*snapshot, m_parts.console.now())) {
        const auto &resource = *snapshot->resource(id);
        const auto source = policyOf(resource).source;
        const auto point = backUp({.resource = id, .source = source, .scheduled = true}, systemActor, progress);
        if (point)
            out.done.push_back("Back up " + source + " in " + resource.name.text() + " as recovery point " +
                               point->text());
        else
            out.failed.push_back(point.error());
    }
}

} // namespace keyward::protection
