// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/key_spec.h"
#include "backend/base/result.h"
#include "backend/estate/services/declare.h"

#include <filesystem>
#include <optional>

/// The boot record of an encrypted database: its data key, wrapped, and what by (TDE-3). It stands beside the pages and
/// goes with them; whoever opens the database reads it, and nothing else says what wraps the key.
namespace keyward::protection {

struct BootRecord {
    estate::DatabaseId database;
    std::optional<estate::WrappedBy> by; ///< absent: the platform's key
    WrapAlgorithm algorithm = WrapAlgorithm::RsaOaep256;
    Bytes wrapped;
};

/// Code::DatabaseDamaged where it is not whole, or another database's.
Result<BootRecord> readBootRecord(const std::filesystem::path &folder, const estate::DatabaseId &database);

/// One of the records to be written.
struct NewBootRecord {
    std::filesystem::path folder;
    BootRecord record;
};
/// Each counts instead of the one there was: whenever the power fails, the one or the other is there. Durable once it
/// returns. Many cost hardly more waiting for the disk than one. 'store' is a folder above all of them.
Status writeBootRecords(const std::vector<NewBootRecord> &records, const std::filesystem::path &store);
/// The one that counted before is overwritten: the data key, wrapped by the former key, goes. Of no use to whoever has
/// the present key, so nothing waits for the disk.
Status forgetFormerRecord(const std::filesystem::path &folder);

} // namespace keyward::protection
