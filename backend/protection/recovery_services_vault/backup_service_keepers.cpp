// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// BKP-17: a recovery point given to a resource that keeps files, under that one's encryption. Nothing lies in the clear
// on the way.

#include "backend/estate/describe_names.h"
#include "backend/protection/recovery_services_vault/archived_files.h"
#include "backend/protection/recovery_services_vault/backup_service.h"

namespace keyward::protection {

using namespace estate;

Result<engine::FileKeeper *> BackupService::keeperOf(const ResourceId &resource)
{
    const auto snapshot = m_parts.console.snapshot();
    auto *service = m_parts.others ? m_parts.others->of(*snapshot, resource) : nullptr;
    if (auto *keeper = dynamic_cast<engine::FileKeeper *>(service)) return keeper;
    return fail(Code::Internal, nameOf(*snapshot, resource), {"a resource that keeps files has no service"});
}

Result<ExtractSummary> BackupService::giveTo(const Job &job, const RestoreRequest &request, const RecoveryPoint &point,
                                             const Actor &actor, engine::JobProgress &progress)
{
    KEYWARD_TRY(auto *keeper, keeperOf(*request.into));
    KEYWARD_TRY(const auto dek, unwrap(point));
    KEYWARD_TRY(auto reader, SegmentReader::open(*m_parts.context, m_parts.folder / point.folder / "data",
                                                 streamOf(point.id), dek, point.segments));
    progress.step("Storing and checking");
    ArchivedFiles files([&]() -> Result<ByteView> { return reader->next(); }, request.includes,
                        [&](const std::string &path) { return keeper->mayKeep(path); });
    KEYWARD_CHECK(files.open());
    const auto below = request.target.string();
    auto kept = keeper->keepAll(*request.into, below, [&] { return files.next(); }, actor, std::ref(progress));
    if (!kept) {
        // Whatever the archive reader made of it, damage to the stored data is the reason to name.
        if (kept.error().code == Code::PointUnreadable) {
            if (const auto rest = reader->drain(); !rest) return std::unexpected(rest.error());
            kept.error().target = point.id.text().substr(0, 8);
        }
        return std::unexpected(kept.error());
    }
    auto summary = files.summary();
    const auto done = m_parts.console.execute(
        {command::EndJob{job.id, JobState::Succeeded, {}, summary.warnings, false}}, engine::systemActor);
    if (done || m_jobs.succeeded(job.id)) return summary;
    // What was made for it goes with the job's end; and in doubt nothing is taken back.
    if (!request.made && done.error().code != Code::CommitInDoubt)
        KEYWARD_CHECK(keeper->removeAll(*request.into, below, actor));
    return std::unexpected(done.error());
}

} // namespace keyward::protection
