// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/assess.h"

/// Private to the core: everything that stands between a resource and one key version.
namespace keyward::estate {

/// What a resource needs a key version for.
struct KeyNeed {
    PermissionSet permissions; ///< of its identity in the vault
    bool wraps = true;         ///< new data, not only old: then its dates count too (VLT-5)
};

/// In the order in which they can be mended. Empty exactly where the service lets the resource through.
std::vector<Reason> obstaclesTo(const Estate &estate, const Resource &resource, const Vault &vault, const Key &key,
                                const KeyVersion &version, const KeyNeed &need, Instant now);

/// The first of them, as a sentence, also of a version that was purged; absent: there is none.
std::optional<Sentence> firstObstacle(const Estate &estate, const Resource &resource, const KeyId &key,
                                      const VersionId &version, const KeyNeed &need, Instant now);

/// P4: whether the resource can open what lies under a key version, so that it can be put under another one. Otherwise
/// the refusal, with what stands first in the way.
Status mayUnwrap(const Estate &estate, const Resource &resource, const KeyId &key, const VersionId &version,
                 Code refusal, Instant now);

} // namespace keyward::estate
