// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/error.h"

#include <filesystem>
#include <functional>
#include <string>

/// What every program of Keyward does before its work, and around it.
namespace keyward::app {

/// First of all: files for this user alone, no core dumps, a closed standard stream kept from becoming some other file,
/// no death by SIGPIPE or a file size limit, and a locale that Qt takes without a word (LANG=C of cron and systemd is
/// not one).
void prepareProcess();

/// Runs the work. What is thrown and caught by nobody ends here, as Code::Internal with its kind and never its text,
/// which could hold anything; 'failed' tells of it and gives the exit status.
int guarded(const std::function<int()> &work, const std::function<int(const Error &)> &failed);

void silenceQt();       ///< warnings of libraries stay away from standard error
void endByBrokenPipe(); ///< as a program ends whose reader went away

std::filesystem::path stateFolder(); ///< of this user, for the high-water mark
std::string userName();

} // namespace keyward::app
