// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/service.h"
#include "backend/estate/services/storage_account/entities.h"

#include <filesystem>

namespace keyward::engine {

/// A blob or file of a storage account.
struct StoredObject {
    estate::ObjectPath path;
    std::uint64_t bytes = 0;
    Instant written{};
};

struct PutRequest {
    estate::ResourceId account;
    estate::ObjectPath path;
    bool overwrite = false; ///< what is in its place goes, once all of the new one is stored
};

/// Storage accounts: blobs and files under the account's data key. The vault is asked for that key by everything that
/// is asked here, and again each minute of what takes long. Codes of all: StorageInaccessible, with the reason and what
/// mends it; StorageDamaged; those of the disk; Cancelled through the callback, which gets the bytes.
class StorageAccounts : public Service
{
public:
    /// All of it or nothing. Code::ObjectExists
    virtual Result<StoredObject> put(const PutRequest &request, const PieceSource &from, const estate::Actor &actor,
                                     const ProgressCallback &progress) = 0;
    /// … from a regular file. Codes: ObjectExists, NotRegularFile, and ValueInvalid for one of the keystore's own.
    virtual Result<StoredObject> putFile(const PutRequest &request, const std::filesystem::path &from,
                                         const estate::Actor &actor, const ProgressCallback &progress) = 0;
    /// Into a new file that only this user may read; on failure there is none. Codes: ObjectMissing, ObjectDamaged,
    /// FileExists.
    virtual Result<StoredObject> getFile(const estate::ResourceId &account, const estate::ObjectPath &path,
                                         const std::filesystem::path &to, const estate::Actor &actor,
                                         const ProgressCallback &progress) = 0;
    /// Those whose path begins so, by path.
    virtual Result<std::vector<StoredObject>> list(const estate::ResourceId &account, const std::string &prefix) = 0;
    /// For good. Code::ObjectMissing
    virtual Status remove(const estate::ResourceId &account, const estate::ObjectPath &path,
                          const estate::Actor &actor) = 0;
};

} // namespace keyward::engine
