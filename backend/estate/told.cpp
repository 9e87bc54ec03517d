// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/told.h"

#include "backend/estate/apply.h"
#include "backend/estate/describe.h"
#include "backend/estate/row.h"

namespace keyward::estate {

Told told(const Estate &before, const Action &action)
{
    auto words = wordsOf(before, action);
    return {.sentence = std::move(words.sentence),
            .undo = words.undo ? commandLine(afterwards(before, action), *words.undo) : std::string(),
            .irreversible = std::move(words.irreversible)};
}

} // namespace keyward::estate
