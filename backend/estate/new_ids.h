// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/command.h"
#include "backend/estate/estate.h"

namespace keyward::estate {

/// An id under which a command would make something.
struct NewId {
    RecordId id;
    bool taken = false; ///< something has it already
};

/// Every id that a command brings along, previews included: a preview that could not be carried out as it stands is
/// none.
std::vector<NewId> newIdsOf(const Estate &estate, const Action &action);

/// Code::IdTaken where one is null, taken, or given twice: nothing is ever put in the place of something else.
Status newIdsFree(const Estate &estate, const Action &action);

} // namespace keyward::estate
