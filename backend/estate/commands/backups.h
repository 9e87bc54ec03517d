// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

/// What a Recovery Services vault protects: jobs, recovery points, policies.
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
};

struct EndJob {
    KEYWARD_COMMAND(EndJob, "job.end");
    JobId job;
    JobState state = JobState::Succeeded;
    std::string failure;
    std::vector<std::string> warnings;
    bool keepFolder = false; ///< what it wrote may by now belong to a newer store (a copy is being put back)
};

struct RequestCancel {
    KEYWARD_COMMAND(RequestCancel, "job.cancel");
    JobId job;
};

/// An interrupted backup starts again, under a new data key.
struct ResumeJob {
    KEYWARD_COMMAND(ResumeJob, "job.resume");
    JobId job;
    PointId point;
    std::string folder;
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

using BackupCommands = CommandList<StartBackup, NoteProtectionAttempt, FinishBackup, StartRestore, EndJob,
                                   RequestCancel, ResumeJob, DeletePoint, SetBackupPolicy>;

} // namespace keyward::estate::command
