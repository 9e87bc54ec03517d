// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/console.h"
#include "backend/engine/api/key_operations.h"
#include "backend/protection/recovery_services_vault/folder_archiver.h"
#include "backend/protection/recovery_services_vault/folder_extractor.h"
#include "backend/protection/recovery_services_vault/segment_stream.h"

namespace keyward::protection {

/// A folder as everybody means the same one by it: absolute, without links as far as it exists, without a slash at the
/// end.
Result<std::filesystem::path> realPath(const std::filesystem::path &given);

using engine::BackupRequest;
using engine::PointCheck;
using engine::RestoreOutcome;
using engine::RestoreRequest;

/// What a Recovery Services vault does: protects folders as recovery points and gives them back. The data key of each
/// point is fresh, wrapped by the bound key version or by the platform's key; the vault's identity asks for every wrap
/// and unwrap.
class BackupService final : public engine::FolderBackups
{
public:
    struct Parts {
        engine::Console &console;
        engine::KeyOperations &keys;
        crypto::ContextPtr context;
        std::filesystem::path folder; ///< STORE.d
    };
    explicit BackupService(Parts parts) : m_parts(std::move(parts)) {}

    Result<estate::PointId> backUp(const BackupRequest &request, const estate::Actor &actor,
                                   const ProgressCallback &progress) override;
    Result<estate::PointId> resume(const estate::JobId &job, const estate::Actor &actor,
                                   const ProgressCallback &progress) override;
    Result<RestoreOutcome> restore(const RestoreRequest &request, const estate::Actor &actor,
                                   const ProgressCallback &progress) override;
    Result<std::vector<ArchivedFile>> list(const estate::PointId &point) override;
    Result<std::vector<PointCheck>> checkAll(const ProgressCallback &progress) override;
    /// Reads every segment of a point and checks it.
    Status check(const estate::PointId &point);
    /// Runs the backups that policies make due.
    std::vector<std::pair<estate::ResourceId, Result<estate::PointId>>> runDue(const ProgressCallback &progress);

private:
    struct WrappedDek {
        std::optional<estate::WrappedBy> by;
        Bytes wrapped;
        WrapAlgorithm algorithm = WrapAlgorithm::RsaOaep256;
    };
    Result<estate::PointId> run(const estate::Job &job, const ProgressCallback &progress);
    Result<estate::PointId> attempt(const estate::Job &job, const ProgressCallback &progress);
    void noteAttempt(const estate::ResourceId &id, const estate::Actor &actor);
    Error refuseKind(const estate::command::StartBackup &start, const estate::Actor &actor);
    PointCheck look(const estate::RecoveryPoint &point, const ProgressCallback &progress, std::uint64_t before,
                    bool &stopped);
    Result<estate::RecoveryPoint> write(const estate::Job &job, const estate::Resource &resource,
                                        const ProgressCallback &progress);
    Result<WrappedDek> wrap(const estate::Resource &resource, const crypto::SecretBytes &dek);
    Result<crypto::SecretBytes> unwrap(const estate::RecoveryPoint &point);
    Result<std::unique_ptr<SegmentReader>> openPoint(const estate::PointId &id);
    Result<ExtractSummary> unpack(const std::filesystem::path &folder, const RestoreRequest &request,
                                  const estate::RecoveryPoint &point, const crypto::SecretBytes &dek,
                                  const ProgressCallback &progress);
    Result<ExtractSummary> giveBack(const estate::JobId &job, const RestoreRequest &request,
                                    const estate::RecoveryPoint &point, const ProgressCallback &progress);
    bool succeeded(const estate::JobId &job);
    bool cancelRequested(const estate::JobId &job);
    void followNewVersion(const estate::Resource &resource);
    void end(const estate::JobId &job, const Error &error);

    Parts m_parts;
};

} // namespace keyward::protection
