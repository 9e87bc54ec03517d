// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keywardctl/invocation.h"

namespace keyward::ctl {

/// One line, without the name of the program: read, carried out, told. Returns the exit status, or endedByReader.
int runLine(std::vector<std::string> arguments, const Surroundings &around);

bool jsonAsked(const std::vector<std::string> &arguments); ///< also of a line that cannot be read

/// From now on interrupted() says whether somebody asked the program to end.
void watchForInterrupts();

} // namespace keyward::ctl
