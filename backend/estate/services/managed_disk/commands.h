// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"
#include "backend/estate/services/managed_disk/entities.h"

#include <tuple>

/// What a managed disk does beside keeping files.
namespace keyward::estate::command {

struct AttachDisk {
    KEYWARD_COMMAND(AttachDisk, "disk.attach");
    ResourceId disk;
    ResourceId machine;
};

struct DetachDisk {
    KEYWARD_COMMAND(DetachDisk, "disk.detach");
    ResourceId disk;
};

/// It was encrypted in the guest, by which it can never have a disk encryption set again.
struct NoteInGuest {
    KEYWARD_COMMAND(NoteInGuest, "disk.inGuest");
    ResourceId disk;
};

/// Its files as they are now; its index knows which.
struct TakeSnapshot {
    KEYWARD_COMMAND(TakeSnapshot, "disk.snapshot");
    ResourceId disk;
    DiskSnapshotId snapshot;
    ResourceName name;
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    auto newIds() { return std::tie(snapshot); }
};

/// What only the snapshot needs is removed.
struct DropSnapshot {
    KEYWARD_COMMAND(DropSnapshot, "disk.snapshotDelete");
    ResourceId disk;
    DiskSnapshotId snapshot;
};

/// BKP-17: a new disk with the files of a snapshot, in the place and under the set of the disk that it is of.
struct StartSnapshotRestore {
    KEYWARD_COMMAND(StartSnapshotRestore, "disk.restore");
    JobId job;
    ResourceId disk;
    DiskSnapshotId snapshot;
    ResourceId made;
    ResourceName name;
    auto newIds() { return std::tie(job, made); }
};

template <> struct CommandsOf<ManagedDisk> {
    using List = CommandList<AttachDisk, DetachDisk, NoteInGuest, TakeSnapshot, DropSnapshot, StartSnapshotRestore>;
};

} // namespace keyward::estate::command
