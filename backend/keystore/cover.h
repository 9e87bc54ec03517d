// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/digest.h"
#include "backend/keystore/database.h"

namespace keyward::keystore {

/// Digests of what stands in the clear beside records and log: the header's parts, and the rows of the unlock slots.
/// The head has them inside its seal, which proves them. The same digests stand in the clear too, as the header's part
/// 'sums': before unlocking, when no key is there to prove anything, they tell damage from a wrong passphrase. Whoever
/// alters the file on purpose can make them fit; the next unlocking finds that.
struct Cover {
    crypto::Digest header{};
    crypto::Digest slots{};
    bool operator==(const Cover &) const = default;
};

/// As the rows are now. Belongs into the transaction that reads what it is compared with.
Result<Cover> coverOf(Database &database, crypto::Sha256 &sha);
/// Whether 'found' is what was sealed. Codes: HeaderTampered, SlotTampered.
Status compareCover(const Cover &found, const Cover &sealed, const std::filesystem::path &file);

Result<Cover> writeSums(Database &database, crypto::Sha256 &sha); ///< of the rows as they are now
/// The cover of the rows, if it is the one that stands beside them. Codes: HeaderTampered, SlotTampered.
Result<Cover> checkedCover(Database &database, crypto::Sha256 &sha);

} // namespace keyward::keystore
