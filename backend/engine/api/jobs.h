// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/progress.h"
#include "backend/estate/ids.h"

#include <optional>

namespace keyward::engine {

/// Jobs of this and of other processes while they run. What came of them is in the estate.
class Jobs
{
public:
    virtual ~Jobs() = default;
    /// How far it is; absent once no process runs it.
    virtual std::optional<Progress> progressOf(const estate::JobId &job) const = 0;
    /// Marks jobs whose process died as interrupted; removes what they left half done, and says so in the log.
    virtual Status reapJobs() = 0;
};

} // namespace keyward::engine
