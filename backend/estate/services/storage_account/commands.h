// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

namespace keyward::estate::command {

template <> struct CommandsOf<StorageAccount> {
    using List = CommandList<>; // those of all resources that keep files are enough
};

} // namespace keyward::estate::command
