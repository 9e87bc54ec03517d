// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/workspace.h"

namespace keyward::models {

/// A way to unlock the keystore. It is no entity of the estate: its target bears its name.
inline constexpr Scope slotScope{"slot"};

Target targetOf(const engine::UnlockSlot &slot);
QString slotTitle(const engine::UnlockSlot &slot);
QString slotKind(engine::UnlockSlot::Kind kind); ///< Passphrase, Recovery key, System keyring
const engine::UnlockSlot *slotOf(const Workspace &workspace, engine::UnlockSlot::Kind kind); ///< null: none, as known

} // namespace keyward::models
