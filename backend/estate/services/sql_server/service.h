// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/services/sql_server/backups.h"
#include "backend/estate/services/sql_server/entities.h"

/// A SQL server, as the list of services takes it up.
namespace keyward::estate {

template <> struct JobsOf<SqlServer> {
    using List =
        TypeList<DatabaseWork, ConversionWork, RewrapWork, DatabaseBackupWork, DatabaseRestoreWork, ReplicaWork>;
};

} // namespace keyward::estate
