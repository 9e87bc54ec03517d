// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/progress.h"
#include "backend/estate/command.h"

#include <filesystem>
#include <optional>

namespace keyward::engine {

struct BackupRequest {
    estate::ResourceId resource;
    std::filesystem::path source;
    bool skipUnreadable = false;
    bool scheduled = false;
    estate::command::ProtectionKind kind = estate::command::ProtectionKind::Folder;
};

struct RestoreRequest {
    estate::PointId point;
    std::filesystem::path target;
    std::vector<std::string> includes = {}; ///< paths below the root; empty takes everything
    std::string intoRegion = {};            ///< where the target stands; empty: where the vault is
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

/// What a look at the stored data of one recovery point found.
struct PointCheck {
    enum class State : std::uint8_t { Whole, Damaged, Unopened };
    estate::PointId point;
    State state = State::Whole; ///< Unopened: its key cannot be used now; number and sizes of its segments are right
    std::optional<Error> reason = {}; ///< why it is not whole
};

/// Folders protected by Recovery Services vaults. Runs on the caller's thread, for as long as the folder is large; the
/// caller chooses a worker, and stops it through the progress callback.
class FolderBackups
{
public:
    virtual ~FolderBackups() = default;
    /// Makes one recovery point. On any failure no point and no data stays, and earlier points are untouched.
    virtual Result<estate::PointId> backUp(const BackupRequest &request, const estate::Actor &actor,
                                           const ProgressCallback &progress) = 0;
    /// Runs an interrupted backup again, from the start and under a new data key.
    virtual Result<estate::PointId> resume(const estate::JobId &job, const estate::Actor &actor,
                                           const ProgressCallback &progress) = 0;
    /// Restores into a new or empty folder. Everything is checked before the folder appears under its name.
    virtual Result<RestoreOutcome> restore(const RestoreRequest &request, const estate::Actor &actor,
                                           const ProgressCallback &progress) = 0;
    virtual Result<std::vector<ArchivedFile>> list(const estate::PointId &point) = 0;
    /// Reads and checks every segment of every recovery point, oldest first. Code::Cancelled through the callback.
    virtual Result<std::vector<PointCheck>> checkAll(const ProgressCallback &progress) = 0;
};

} // namespace keyward::engine
