// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/command.h"
#include "backend/estate/estate.h"

namespace keyward::estate {

/// BKP-17: the disk that a recovery point becomes, beside the vault that it is in; which set it has is still to be
/// said. Codes: NameInvalid, NotFound.
Result<command::CreateResource> diskOf(const Estate &estate, const RecoveryPoint &point, const std::string &name,
                                       const ResourceId &id);

} // namespace keyward::estate
