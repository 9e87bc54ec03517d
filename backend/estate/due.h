// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

/// What time makes due, beside what dueCommands() says.
namespace keyward::estate {

/// A last run that lies ahead was noted by a clock that was ahead, and does not count: else a schedule would wait for
/// years.
bool scheduleDue(Millis every, Instant lastRun, Instant now);

/// BKP-13: the version that a resource should take up, newer than the one in use; null where its key is pinned, cannot
/// be
/// used, or has none.
const KeyVersion *versionToFollow(const Estate &estate, const Resource &resource, Instant now);

} // namespace keyward::estate
