// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/engine.h"
#include "backend/keystore/sqlite_store.h"

namespace keyward::engine {

/// What putting a copy of the keystore back brings back to life, or leaves without its data.
struct Revived {
    std::uint64_t fromEntry = 0; ///< the copy's last log entry
    std::vector<std::string>
        grants; ///< access policies, role assignments, memberships, client secrets, network rules that are gone today
    std::vector<std::string> slots;       ///< ways to unlock that are gone today
    std::vector<std::string> keys;        ///< keys or versions that are deleted, disabled or purged today
    std::vector<std::string> withoutData; ///< whose data is not beside the copy, as it is younger or was elsewhere
    std::filesystem::path setAside;       ///< where the keystore that was there is now
    bool compared = false;                ///< false: there was no keystore to compare with, or it did not open
};

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
