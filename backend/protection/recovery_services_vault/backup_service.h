// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/file_keeper.h"
#include "backend/engine/job_runner.h"
#include "backend/protection/bound_key.h"
#include "backend/protection/recovery_services_vault/folder_archiver.h"
#include "backend/protection/recovery_services_vault/folder_extractor.h"
#include "backend/protection/segment_stream.h"
#include "backend/protection/service_parts.h"

namespace keyward::protection {

using engine::BackupRequest;
using engine::RestoreOutcome;
using engine::RestoreRequest;

/// What a Recovery Services vault does: protects folders as recovery points and gives them back. The data key of each
/// point is fresh, wrapped by the bound key version or by the platform's key; the vault's identity asks for every wrap
/// and unwrap.
class BackupService final : public engine::FolderBackups
{
public:
    explicit BackupService(ServiceParts parts) : m_parts(std::move(parts)), m_jobs(m_parts.console, m_parts.folder) {}

    std::string_view name() const override { return estate::RecoveryServicesVault::service; }
    void runDue(engine::DueWork &out, const ProgressCallback &progress) override;
    void settle(const estate::ResourceId &) override {} // each point keeps the key that it was made under
    Result<std::string> resume(const estate::JobId &job, const estate::Actor &actor,
                               const ProgressCallback &progress) override;
    Result<std::vector<engine::DataCheck>> verify(engine::Depth depth, const ProgressCallback &progress) override;
    Result<std::uint64_t> deleteData(const estate::ResourceId &resource, const estate::Actor &actor) override;

    Result<estate::PointId> backUp(const BackupRequest &request, const estate::Actor &actor,
                                   const ProgressCallback &progress) override;
    Result<RestoreOutcome> restore(const RestoreRequest &request, const estate::Actor &actor,
                                   const ProgressCallback &progress) override;
    Result<std::vector<ArchivedFile>> list(const estate::PointId &point) override;
    Status check(const estate::PointId &point) override;

private:
    Status attempt(const estate::Job &job, engine::JobProgress &progress);
    void noteAttempt(const estate::ResourceId &id, const estate::Actor &actor);
    Error refuseKind(const estate::command::StartBackup &start, const estate::Actor &actor);
    engine::DataCheck look(const estate::RecoveryPoint &point, const ProgressCallback &progress, std::uint64_t before,
                           bool &stopped);
    Result<estate::RecoveryPoint> write(const estate::Job &job, const estate::Resource &resource,
                                        const ProgressCallback &progress);
    Result<crypto::SecretBytes> unwrap(const estate::RecoveryPoint &point);
    Result<std::unique_ptr<SegmentReader>> openPoint(const estate::PointId &id);
    Result<ExtractSummary> unpack(const std::filesystem::path &folder, const RestoreRequest &request,
                                  const estate::RecoveryPoint &point, const crypto::SecretBytes &dek,
                                  const ProgressCallback &progress);
    Result<ExtractSummary> giveBack(const estate::Job &job, const RestoreRequest &request,
                                    const estate::RecoveryPoint &point, engine::JobProgress &progress);
    Result<ExtractSummary> giveTo(const estate::Job &job, const RestoreRequest &request,
                                  const estate::RecoveryPoint &point, const estate::Actor &actor,
                                  engine::JobProgress &progress);
    Result<engine::FileKeeper *> keeperOf(const estate::ResourceId &resource);
    void followNewVersion(const estate::Resource &resource);

    ServiceParts m_parts;
    engine::JobRunner m_jobs;
};

} // namespace keyward::protection
