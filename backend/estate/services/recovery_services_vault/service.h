// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/services/recovery_services_vault/former_records.h"

/// A Recovery Services vault, as the list of services takes it up.
namespace keyward::estate {

template <> struct JobsOf<RecoveryServicesVault> {
    using List = TypeList<BackupWork, RestoreWork>;
};

} // namespace keyward::estate
