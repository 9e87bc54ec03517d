// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/services/recovery_services_vault/entities.h"

/// What records of resources and jobs held while this was the only service.
namespace keyward::estate {

struct Job;
struct Resource;

struct FormerResource {
    static constexpr unsigned ended = 3; ///< the edition without it
    BackupPolicy policy;
    bool into(Resource &resource);
};

struct FormerJob {
    static constexpr unsigned ended = 3;
    enum class Kind : std::uint8_t { Backup = 1, Restore, KeyChange } kind{};
    std::string source; ///< folder of a backup, key URI of a key change
    std::string target; ///< folder of a restore
    std::vector<std::string> includes;
    bool skipUnreadable = false;
    std::optional<PointId> point;
    bool into(Job &job); ///< false for a kind that never was
};

} // namespace keyward::estate
