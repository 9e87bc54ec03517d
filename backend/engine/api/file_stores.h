// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/service.h"
#include "backend/estate/kept_files.h"

#include <filesystem>

namespace keyward::engine {

/// A file that a resource keeps: a blob or file of a storage account, a file on a disk.
struct StoredObject {
    estate::ObjectPath path;
    std::uint64_t bytes = 0;
    Instant written{};
};

struct PutRequest {
    estate::ResourceId resource;
    estate::ObjectPath path;
    bool overwrite = false; ///< what is in its place goes, once all of the new one is stored
};

/// Resources that keep files, of whichever service: files under the data key of the resource. The vault is asked for
/// that key by everything that is asked here, and again each minute of what takes long. Codes of all:
/// StorageInaccessible, with the reason and what mends it; StorageDamaged; those of the disk; Cancelled through the
/// callback, which gets the bytes. Whichever of the services with this interface is asked serves all their resources.
class FileStores : public Service
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
    virtual Result<StoredObject> getFile(const estate::ResourceId &resource, const estate::ObjectPath &path,
                                         const std::filesystem::path &to, const estate::Actor &actor,
                                         const ProgressCallback &progress) = 0;
    /// Those whose path begins so, by path.
    virtual Result<std::vector<StoredObject>> list(const estate::ResourceId &resource, const std::string &prefix) = 0;
    /// For good. Code::ObjectMissing
    virtual Status remove(const estate::ResourceId &resource, const estate::ObjectPath &path,
                          const estate::Actor &actor) = 0;
};

} // namespace keyward::engine
