// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/managed_disk/disk_service.h"

#include "backend/estate/describe_names.h"
#include "backend/estate/running_jobs.h"
#include "backend/protection/object_reader.h"
#include "backend/protection/resource_now.h"

#include <algorithm>

namespace keyward::protection {

using namespace estate;
using engine::SnapshotRestore;

namespace {

Result<ResourceNow<ManagedDisk>> diskNow(const ServiceParts &parts, const ResourceId &id)
{
    KEYWARD_TRY(auto out, resourceNow(parts, id, facetOf<ManagedDisk>));
    if (out.kept) return out;
    return fail(Code::ValueInvalid, out.resource->name.text(),
                {"managed disk", said("it is a {0}", out.resource->type)});
}

} // namespace

std::unique_ptr<engine::Service> makeService(const ServiceOf<ManagedDisk> &service)
{
    return std::make_unique<DiskService>(service.parts);
}

DiskService::DiskService(const ServiceParts &parts)
    : FilesService(parts, ManagedDisk::service), m_jobs(parts.console, parts.folder)
{}

/// After a change of key the data key is wrapped anew, and no more; else a snapshot was deleted, and what it leaves is
/// removed. Where that cannot be done now, the next thing put on the disk does it.
void DiskService::settle(const ResourceId &id)
{
    const auto disk = diskNow(m_parts, id);
    if (disk && awaitsRewrap(*disk->estate, *disk->resource)) return FilesService::settle(id);
    auto session = FilesSession::openExisting(m_parts, id);
    if (!session || !*session) return;
    [[maybe_unused]] const auto swept = (*session)->sweep();
}

/// Nothing of it goes while a machine has the disk or a job works on it: the disk itself could not go after that.
Result<std::uint64_t> DiskService::deleteData(const ResourceId &id, const Actor &actor)
{
    KEYWARD_TRY(const auto disk, diskNow(m_parts, id));
    if (const auto *machine = machineOf(*disk.estate, *disk.kept))
        return fail(Code::DiskAttached, disk.resource->name.text(), {machine->name.text()});
    KEYWARD_CHECK(noJobRuns(*disk.estate, id));
    for (const auto &snapshot : disk.kept->snapshots)
        KEYWARD_CHECK(m_parts.console.execute({command::DropSnapshot{.disk = id, .snapshot = snapshot.id}}, actor)
                          .transform([](const auto &) {}));
    return FilesService::deleteData(id, actor);
}

/// The index has it before the estate does, and forgets one that the estate does not get to know.
Result<DiskSnapshotId> DiskService::takeSnapshot(const ResourceId &id, const ResourceName &name, const Actor &actor)
{
    KEYWARD_TRY(const auto disk, diskNow(m_parts, id));
    const auto snapshot = m_parts.context->id<DiskSnapshotId>();
    command::TakeSnapshot take{.disk = id, .snapshot = snapshot, .name = name};
    KEYWARD_TRY(auto session, FilesSession::openExisting(m_parts, id));
    if (!session)
        return fail(Code::ValueInvalid, disk.resource->name.text(),
                    {"disk to take a snapshot of", said("it holds nothing yet")});
    KEYWARD_TRY(const auto writing, session->writing()); // so that nobody takes it for one that was deleted
    auto &index = session->index();
    const auto record = [&]() -> Status {
        KEYWARD_CHECK(index.takeSnapshot(recordOf(snapshot)));
        KEYWARD_TRY(const auto files, index.inSnapshot(recordOf(snapshot)));
        take.files = files.size();
        for (const auto &file : files) take.bytes += file.object.bytes;
        return session->stillThere();
    };
    KEYWARD_CHECK(index.together(record));
    const auto known = m_parts.console.execute({take}, actor);
    if (!known) {
        if (known.error().code != Code::CommitInDoubt) // else the next sweep asks the estate
            (void)index.dropSnapshot(recordOf(snapshot));
        return std::unexpected(known.error());
    }
    if (session->stillThere()) return snapshot;
    // Emptied and begun anew just now: it is of what is gone.
    KEYWARD_CHECK(m_parts.console.execute({command::DropSnapshot{.disk = id, .snapshot = snapshot}}, actor)
                      .transform([](const auto &) {}));
    return fail(Code::Conflict, session->name());
}

Result<ResourceId> DiskService::restoreSnapshot(const SnapshotRestore &request, const Actor &actor,
                                                const ProgressCallback &progress)
{
    const auto jobId = m_parts.context->id<JobId>();
    const auto made = m_parts.context->id<ResourceId>();
    const command::StartSnapshotRestore start{
        .job = jobId, .disk = request.disk, .snapshot = request.snapshot, .made = made, .name = request.name};
    const auto work = [&](const Job &job, engine::JobProgress &watch) -> Status {
        watch.step("Copying and checking");
        KEYWARD_CHECK(copy(request, made, actor, std::ref(watch)));
        const auto done =
            m_parts.console.execute({command::EndJob{job.id, JobState::Succeeded, {}, {}, false}}, engine::systemActor);
        return done || m_jobs.succeeded(job.id) ? Status{} : std::unexpected(done.error());
    };
    KEYWARD_CHECK(m_jobs.run({.id = jobId, .begin = {start}, .actor = actor}, progress, work));
    return made;
}

/// All that the estate says the snapshot has. Codes: SnapshotMissing where it was deleted just now, StorageDamaged.
Result<std::vector<ObjectIndex::Entry>> DiskService::allOf(FilesSession &session, const SnapshotRestore &request)
{
    KEYWARD_CHECK(m_parts.console.refresh());
    KEYWARD_TRY(const auto disk, diskNow(m_parts, request.disk));
    const auto *snapshot = disk.kept->snapshot(request.snapshot);
    if (!snapshot) return fail(Code::SnapshotMissing, request.snapshot.text().substr(0, 8), {session.name()});
    KEYWARD_TRY(auto entries, session.index().inSnapshot(recordOf(request.snapshot)));
    std::uint64_t bytes = 0;
    for (const auto &entry : entries) bytes += entry.object.bytes;
    if (entries.size() != snapshot->files || bytes != snapshot->bytes)
        return fail(Code::StorageDamaged, session.name(),
                    {said("its index does not have all of snapshot {0}", snapshot->name.text())});
    return entries;
}

/// Each file is opened under the data key of the one disk and sealed under that of the other.
Status DiskService::copy(const SnapshotRestore &request, const ResourceId &to, const Actor &actor,
                         const ProgressCallback &progress)
{
    KEYWARD_TRY(auto session, FilesSession::openExisting(m_parts, request.disk));
    if (!session) return fail(Code::Conflict, nameOf(*m_parts.console.snapshot(), request.disk)); // emptied just now
    KEYWARD_TRY(const auto reading, session->writing()); // a snapshot that is deleted meanwhile stays until then
    KEYWARD_TRY(const auto entries, allOf(*session, request));
    auto next = entries.begin();
    std::unique_ptr<ObjectReader> reader;
    const auto each = [&]() -> Result<std::optional<engine::IncomingFile>> {
        if (next == entries.end()) return std::nullopt;
        KEYWARD_TRY(reader, ObjectReader::open(m_parts.context, *session, *next));
        auto path = next->object.path.text();
        ++next;
        return engine::IncomingFile{.path = std::move(path), .content = [&reader] { return reader->next(); }};
    };
    return keepAll(to, {}, each, actor, progress);
}

} // namespace keyward::protection
