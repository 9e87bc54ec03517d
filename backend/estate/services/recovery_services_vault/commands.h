// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/resources.h"

#include <tuple>

/// What a Recovery Services vault does: backups, restores, recovery points, policies.
namespace keyward::estate::command {

enum class ProtectionKind : std::uint8_t { Folder, MarsAgent, ClassicMachine };

struct StartBackup {
    KEYWARD_COMMAND(StartBackup, "backup.start");
    ResourceId resource;
    JobId job;
    PointId point;
    std::string folder;
    std::string source;
    bool skipUnreadable = false;
    bool scheduled = false;
    ProtectionKind kind = ProtectionKind::Folder;
    bool inGuest = false; ///< the folder is of a machine whose disks are encrypted in the guest
    auto newIds() { return std::tie(job, point); }
};

/// An attempt counts, also one that was refused (BKP-2).
struct NoteProtectionAttempt {
    KEYWARD_COMMAND(NoteProtectionAttempt, "backup.attempt");
    ResourceId resource;
};

struct FinishBackup {
    KEYWARD_COMMAND(FinishBackup, "backup.finish");
    JobId job;
    RecoveryPoint point;
};

struct StartRestore {
    KEYWARD_COMMAND(StartRestore, "restore.start");
    JobId job;
    PointId point;
    std::string target;
    std::vector<std::string> includes;
    std::string intoRegion;
    std::optional<ResourceId> into = {}; ///< a resource that keeps files, below whose path 'target' they go (BKP-17)
    std::optional<CreateResource> made = {}; ///< that one, where it is made for the restore, and goes should it fail
    auto newIds() { return std::tie(job); }
};

/// An interrupted backup starts again, under a new data key.
struct ResumeBackup {
    KEYWARD_COMMAND(ResumeBackup, "job.resume");
    JobId job;
    PointId point;
    std::string folder;
    auto newIds() { return std::tie(point); }
};

struct DeletePoint {
    KEYWARD_COMMAND(DeletePoint, "point.delete");
    PointId point;
    bool byRetention = false;
};

struct SetBackupPolicy {
    KEYWARD_COMMAND(SetBackupPolicy, "backup.policy");
    ResourceId resource;
    BackupPolicy policy;
};

template <> struct CommandsOf<RecoveryServicesVault> {
    using List = CommandList<StartBackup, NoteProtectionAttempt, FinishBackup, StartRestore, ResumeBackup, DeletePoint,
                             SetBackupPolicy>;
};

} // namespace keyward::estate::command
