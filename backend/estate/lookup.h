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
    const KeyVersion &chosen() const { return version ? *key->version(*version) : key->latest(); }
};

/// VAULT/KEY[/VERSION] or the key's URI. The refusal names what was not found.
Result<KeyPath> keyAt(const Estate &estate, const std::string &path);

} // namespace keyward::estate
