// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

/// Jobs of whatever service. What begins one, or goes on with it, is a command of the service.
namespace keyward::estate::command {

struct EndJob {
    KEYWARD_COMMAND(EndJob, "job.end");
    JobId job;
    JobState state = JobState::Succeeded;
    std::string failure;
    std::vector<std::string> warnings;
    bool keepFolder = false; ///< what it wrote may by now belong to a newer store (a copy is being put back)
};

struct RequestCancel {
    KEYWARD_COMMAND(RequestCancel, "job.cancel");
    JobId job;
};

using JobCommands = CommandList<EndJob, RequestCancel>;

} // namespace keyward::estate::command
