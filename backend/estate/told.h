// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/sentence.h"
#include "backend/estate/command.h"
#include "backend/estate/estate.h"

namespace keyward::estate {

/// The command that takes a change back, and the estate after the change, on which it is worded.
struct Undo {
    Action action;
    Estate estate;
};

/// What is said of a change, also after it was made. All of it is worded on the estate before it: on the one after it,
/// a key just created reads as its second version, and what takes the change back as the change once more.
struct Told {
    Sentence sentence;        ///< "Create key kv1/a (RSA 2048)"
    std::optional<Undo> undo; ///< absent if nothing takes it back
    Sentence irreversible;    ///< why it cannot be taken back; empty if it can
};
Told told(const Estate &before, const Action &action);

} // namespace keyward::estate
