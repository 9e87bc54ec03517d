// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/errands.h"

namespace keyward::models {

/// One command carried out, with the log's entry of it, and what takes it back.
struct Executed {
    Result<engine::EstatePtr> estate;
    Sentence deed;
    std::optional<estate::Action> undo = {};
    std::optional<Outcome::Entry> entry = {}; ///< where it can be taken back
};
Executed executeNow(engine::Workplace &workplace, const estate::Command &command, const estate::Actor &actor);

/// How the thing is now that an entry is about; empty where it is not there.
Bytes stateOfSubject(const estate::Estate &estate, const estate::Reference &about);

/// One command after the other, each with its own entry in the log. What is refused stands in nobody's way, but for
/// what comes after it about the same thing, which counted on it. Cancelled, it stops before the next.
Errand oneAfterTheOther(const QString &title, std::vector<estate::Command> commands, std::size_t leftOut,
                        const estate::Actor &actor);

} // namespace keyward::models
