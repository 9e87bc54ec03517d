// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/told.h"

#include "backend/estate/apply.h"
#include "backend/estate/row.h"

namespace keyward::estate {

Told told(const Estate &before, const Action &action)
{
    auto words = wordsOf(before, action);
    std::optional<Undo> undo;
    if (words.undo) undo = Undo{.action = std::move(*words.undo), .estate = afterwards(before, action)};
    return {
        .sentence = std::move(words.sentence), .undo = std::move(undo), .irreversible = std::move(words.irreversible)};
}

} // namespace keyward::estate
