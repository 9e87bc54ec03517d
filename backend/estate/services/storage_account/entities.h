// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/kept_files.h"

/// What a storage account has beside what every resource has: its blobs and files.
namespace keyward::estate {

struct StorageAccount {
    KEYWARD_FACET(StorageAccount, "storage-account", 4);
    KeptFiles files;
};

KEYWARD_FIELDS(StorageAccount, s.files.folder, s.files.by, s.files.algorithm, s.files.wrapped)

} // namespace keyward::estate
