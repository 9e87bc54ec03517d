// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/command.h"
#include "backend/estate/estate.h"

namespace keyward::estate {

/// Whether a key version can be added to a server, by the rule of the command itself, so that forms offer what it lets
/// pass. Codes: those of the command, as ProfileKeySize, ProfileExpiry (TDE-9), ProfileTenant (TDE-11), AlreadyExists.
Status mayBeAdded(const Estate &estate, const command::AddServerKey &addition);

} // namespace keyward::estate
