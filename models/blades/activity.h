// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/presenter.h"

namespace keyward::models {

/// The page of what the log holds about one thing, by the name that its Thing has there; without a scope, of all.
struct ActivityPage {
    const char *id;
    Scope scope = Scope::Estate;
    int order = 50;
    QString title = {};     ///< where "Activity log" has no room
    QString emptyText = {}; ///< where it is not so that each change and each use of a key is logged here
};
BladeRecord activityOf(const ActivityPage &page);

} // namespace keyward::models
