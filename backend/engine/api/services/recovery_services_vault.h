// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/service.h"

#include <filesystem>
#include <optional>

namespace keyward::engine {

struct BackupRequest {
    estate::ResourceId resource;
    std::filesystem::path source;
    bool skipUnreadable = false;
    bool scheduled = false;
    estate::command::ProtectionKind kind = estate::command::ProtectionKind::Folder;
    std::uint64_t bytesPerSecond = 0; ///< of what is read, at most; 0: as fast as can be
    bool inGuest = false;             ///< the folder is of a machine whose disks are encrypted in the guest (BKP-17)
};

struct RestoreRequest {
    estate::PointId point;
    std::filesystem::path target;
    std::vector<std::string> includes = {}; ///< paths below the root; empty takes everything
    std::string intoRegion = {};            ///< where the target stands; empty: where the vault is
    /// A resource that keeps files, below whose path 'target' they go instead of into a folder (BKP-17).
    std::optional<estate::ResourceId> into = {};
    /// That one, where it is made for the restore; should that fail there is none.
    std::optional<estate::command::CreateResource> made = {};
};

struct ArchivedFile {
    std::string path;
    std::uint64_t size = 0;
    char kind = 'f'; ///< f file, d folder, l link
};

struct ExtractSummary {
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    std::uint64_t matched = 0;
    std::vector<std::string> warnings;
};

struct RestoreOutcome {
    estate::JobId job;
    ExtractSummary summary;
};

/// Folders protected by Recovery Services vaults.
class FolderBackups : public Service
{
public:
    /// Makes one recovery point. On any failure no point and no data stays, and earlier points are untouched.
    virtual Result<estate::PointId> backUp(const BackupRequest &request, const estate::Actor &actor,
                                           const ProgressCallback &progress) = 0;
    /// Restores into a new or empty folder. Everything is checked before the folder appears under its name. Into a
    /// resource that keeps files: files alone, with their contents; what else there is is among the warnings.
    virtual Result<RestoreOutcome> restore(const RestoreRequest &request, const estate::Actor &actor,
                                           const ProgressCallback &progress) = 0;
    virtual Result<std::vector<ArchivedFile>> list(const estate::PointId &point) = 0;
    /// Reads every segment of a point and checks it.
    virtual Status check(const estate::PointId &point) = 0;
};

} // namespace keyward::engine
