// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/names.h"
#include "backend/estate/kept_files.h"

/// What a managed disk has beside what every resource has: the files on it, snapshots of them, and the machine that it
/// is attached to. The key that wraps its data key is that of its store, a disk encryption set.
namespace keyward::estate {

using DiskSnapshotId = Id<struct DiskSnapshotTag>;

/// The files of a disk as they were at one moment. It shares with the disk, and with other snapshots, what did not
/// change since; all of them are under the disk's one data key.
struct DiskSnapshot {
    DiskSnapshotId id;
    ResourceName name;
    Instant taken{};
    std::uint64_t files = 0;
    std::uint64_t bytes = 0; ///< of file contents
};

struct ManagedDisk {
    KEYWARD_FACET(ManagedDisk, "managed-disk", 5);
    KeptFiles files;
    std::vector<DiskSnapshot> snapshots; ///< oldest first
    std::optional<ResourceId> machine;   ///< to which it is attached; also one that was deleted since
    bool inGuest = false;                ///< was ever encrypted in the guest: it can have no set, for good

    const DiskSnapshot *snapshot(const DiskSnapshotId &id) const; ///< null where it is not there
    const DiskSnapshot *snapshotNamed(std::string_view name) const;
};

/// A new disk is made of a snapshot.
struct SnapshotRestoreWork {
    KEYWARD_WORK("disk-restore", 10);
    std::string disk; ///< names, as they were
    std::string snapshot;
};

/// The machine that a disk is attached to; null where it is to none.
const Resource *machineOf(const Estate &estate, const ManagedDisk &disk);
/// Code::ValueInvalid
Status canBeMachine(const Estate &estate, const Resource &machine, const Resource &disk);

// What is asked of it before its store is another one, or its files go.
Status mayHaveStore(const Estate &estate, const Resource &resource, const ManagedDisk &facet,
                    const std::optional<ResourceId> &store);
Status mayBeEmptied(const Resource &resource, const ManagedDisk &facet);

KEYWARD_FIELDS(SnapshotRestoreWork, s.disk, s.snapshot)
KEYWARD_FIELDS(DiskSnapshot, s.id, s.name, s.taken, s.files, s.bytes)
KEYWARD_FIELDS(ManagedDisk, s.files.folder, s.files.by, s.files.algorithm, s.files.wrapped, s.files.asked, s.snapshots,
               s.machine, s.inGuest)

} // namespace keyward::estate
