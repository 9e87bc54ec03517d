// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

namespace keyward::estate {

/// A key as people name it.
struct KeyPath {
    const Vault *vault = nullptr;
    const Key *key = nullptr;
    std::optional<VersionId> version; ///< where one was named
    bool byUri = false;               ///< given as an identifier, not as VAULT/KEY
    const KeyVersion &chosen() const { return version ? *key->version(*version) : key->latest(); }
};

/// VAULT/KEY[/VERSION] or the key's URI. The refusal names what was not found; Code::KeyUriForeign for a URI whose host
/// is not one of this keystore's vaults.
Result<KeyPath> keyAt(const Estate &estate, const std::string &path);

/// The version that a resource stays on when its key is given like this; none where it follows new versions. A URI pins
/// (BKP-13): to the version it names, or to the newest there is now.
std::optional<VersionId> pinnedVersion(const KeyPath &path, Instant now);

/// BKP-14: with a URI comes the subscription of its key vault, which must be that one; by name or GUID.
Status subscriptionFits(const Estate &estate, const KeyPath &path, const std::string &subscription);

} // namespace keyward::estate
