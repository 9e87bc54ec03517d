// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/progress.h"
#include "backend/estate/command.h"

namespace keyward::engine {

/// What of a snapshot is put on a new disk, and how that one is called. It has the disk's place and its disk encryption
/// set: what was under a key stays under it (BKP-17).
struct SnapshotRestore {
    estate::ResourceId disk;
    estate::DiskSnapshotId snapshot;
    ResourceName name;
};

/// Managed disks, but for what all resources do that keep files.
class ManagedDisks
{
public:
    virtual ~ManagedDisks() = default;
    /// The files of a disk as they are now, under a name that no other snapshot of it has. Nothing is copied. Codes:
    /// AlreadyExists, ValueInvalid of a disk that holds nothing, and those of FileStores.
    virtual Result<estate::DiskSnapshotId> takeSnapshot(const estate::ResourceId &disk, const ResourceName &name,
                                                        const estate::Actor &actor) = 0;
    /// A new disk with all of a snapshot, or none; as a job. Codes: SnapshotMissing, ObjectDamaged, Cancelled.
    virtual Result<estate::ResourceId> restoreSnapshot(const SnapshotRestore &request, const estate::Actor &actor,
                                                       const ProgressCallback &progress) = 0;
};

} // namespace keyward::engine
