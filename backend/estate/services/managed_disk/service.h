// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/services/managed_disk/entities.h"

/// A managed disk, as the list of services takes it up.
namespace keyward::estate {

template <> struct JobsOf<ManagedDisk> {
    using List = TypeList<SnapshotRestoreWork>;
};

} // namespace keyward::estate
