// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/target.h"

#include "backend/estate/estate.h"

/// Snapshots of managed disks, as things of the window: each by its disk and its name.
namespace keyward::models {

inline constexpr Scope diskSnapshotScope{"diskSnapshot"};

inline Target snapshotTarget(const estate::ResourceId &disk, const estate::DiskSnapshot &snapshot)
{
    return {diskSnapshotScope, RecordId{disk.bytes}, {}, snapshot.name.text()};
}

/// Null of what is no disk.
inline const estate::ManagedDisk *diskOf(const estate::Estate &estate, const Target &target)
{
    const auto *resource = estate.resource(target.resource());
    return resource ? estate::facetOf<estate::ManagedDisk>(*resource) : nullptr;
}

/// Null where it is not there (any more).
inline const estate::DiskSnapshot *snapshotOf(const estate::Estate &estate, const Target &target)
{
    const auto *disk = diskOf(estate, target);
    return disk ? disk->snapshotNamed(target.name) : nullptr;
}

} // namespace keyward::models
