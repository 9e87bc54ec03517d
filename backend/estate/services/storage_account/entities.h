// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/key_spec.h"
#include "backend/base/names.h"
#include "backend/estate/services/declare.h"

/// What a storage account has beside what every resource has. Its blobs and files are encrypted under one data key,
/// which the bound key wraps (or the platform's, where none is bound). When another key is set only the data key is
/// wrapped anew; no stored byte is touched.
namespace keyward::estate {

struct StorageAccount {
    KEYWARD_FACET(StorageAccount, "storage-account", 4);
    std::string folder;          ///< random name below STORE.d; empty: nothing was ever stored
    std::optional<WrappedBy> by; ///< what wraps its data key; absent: the platform's key
    WrapAlgorithm algorithm = WrapAlgorithm::AesKw;
    Bytes wrapped; ///< the data key; empty: there is none yet

    static constexpr bool keepsFiles = true;
    bool hasKey() const { return !wrapped.empty(); }
};
Uses usesOf(const Resource &resource, const StorageAccount &facet);
std::optional<StoredData> storedOf(const Resource &resource, const StorageAccount &facet);

/// Whether its data key has yet to be wrapped by what the account is bound to now.
bool awaitsRewrap(const Resource &account);

/// The path of a blob or file in an account.
struct ObjectPathRule {
    static constexpr const char *what = "path";
    static constexpr const char *rule =
        "1 to 1024 bytes of UTF-8 without control characters, its parts joined by single "
        "slashes, none of them empty, . or ..";
    static bool holds(std::string_view text);
};
using ObjectPath = Name<ObjectPathRule>;

KEYWARD_FIELDS(StorageAccount, s.folder, s.by, s.algorithm, s.wrapped)

} // namespace keyward::estate
