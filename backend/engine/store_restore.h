// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/keystores.h"
#include "backend/engine/engine.h"
#include "backend/keystore/sqlite_store.h"

namespace keyward::engine {

struct RestoreStoreRequest {
    std::filesystem::path copy;
    std::filesystem::path store;
    const keystore::Unlock &unlockCopy;
    const keystore::Unlock &unlockCurrent; ///< tried on the keystore that is there, only to compare
    bool dryRun = false;
};

/// Puts a copy back in the place of a keystore. The copy gets the entry "restored from N" in its log; the keystore that
/// was there is set aside, never overwritten. With dryRun nothing changes.
Result<Revived> restoreStore(const keystore::StoreEnvironment &environment, const RestoreStoreRequest &request,
                             const Clock &clock, const std::shared_ptr<const estate::Catalogue> &catalogue,
                             const estate::Actor &actor);

} // namespace keyward::engine
