// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/keystores.h"

namespace keyward::models {

/// A keystore to play with and throw away: every state that a binding can be in, made by real commands, with real keys
/// and a real backup. Takes seconds; runs on the caller's thread.
Result<engine::WorkplacePtr> makeSampleEstate(engine::Keystores &keystores, const std::filesystem::path &folder,
                                              const estate::Actor &actor);

} // namespace keyward::models
