// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/services/managed_disk.h"
#include "backend/engine/job_runner.h"
#include "backend/protection/files_service.h"

namespace keyward::protection {

/// What managed disks do beside keeping files: snapshots, which share with the disk what did not change since, and new
/// disks made of them.
class DiskService final : public FilesService, public engine::ManagedDisks
{
public:
    explicit DiskService(const ServiceParts &parts);

    void settle(const estate::ResourceId &disk) override;
    Result<std::uint64_t> deleteData(const estate::ResourceId &disk, const estate::Actor &actor) override;

    Result<estate::DiskSnapshotId> takeSnapshot(const estate::ResourceId &disk, const ResourceName &name,
                                                const estate::Actor &actor) override;
    Result<estate::ResourceId> restoreSnapshot(const engine::SnapshotRestore &request, const estate::Actor &actor,
                                               const ProgressCallback &progress) override;

private:
    Result<std::vector<ObjectIndex::Entry>> allOf(FilesSession &session, const engine::SnapshotRestore &request);
    Status copy(const engine::SnapshotRestore &request, const estate::ResourceId &to, const estate::Actor &actor,
                const ProgressCallback &progress);

    engine::JobRunner m_jobs;
};

} // namespace keyward::protection
