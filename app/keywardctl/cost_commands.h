// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keywardctl/commands.h"

namespace keyward::ctl {

void addCostsOfResources(Commands &commands, CLI::App *cmk); ///< cmk costs
void addCostsOfVaults(Commands &commands, CLI::App *vault);  ///< vault costs

} // namespace keyward::ctl
