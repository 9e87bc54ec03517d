// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/command.h"
#include "backend/estate/estate.h"

namespace keyward::estate {

/// What a next version takes over from the one before it: all that its seed leaves open.
struct Succession {
    VersionId from;
    std::optional<PermissionSet> operations = {};
    std::optional<Tags> tags = {};
    std::optional<Millis> validity = {}; ///< how long it is valid, counted anew

    bool empty() const { return !operations && !tags && !validity; }
    Sentence sentence() const; ///< "operations sign,verify; tags owner=me; 90 days of validity"
};

Succession successionOf(const KeyVersion &former, const command::VersionSeed &seed);
/// Of a command that adds a version to a key there is; absent where it makes the first one, or everything is given.
std::optional<Succession> successionOf(const Estate &estate, const Action &action);

} // namespace keyward::estate
