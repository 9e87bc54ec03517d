// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/files.h"
#include "backend/protection/bound_key.h"
#include "backend/protection/object_index.h"
#include "backend/protection/segment_stream.h"
#include "backend/protection/service_parts.h"

#include <chrono>

namespace keyward::protection {

/// What one resource keeps, opened for one thing to be done. Its data key is asked of the vault each time, on behalf of
/// the identity that its key is for, and again each minute of what takes long; it outlives no session, so that who
/// revokes it is obeyed.
class FilesSession
{
public:
    /// Makes the store where there is none yet, and wraps the data key by what protects the resource where it is not.
    /// Codes: StorageInaccessible, StorageDamaged, those of the disk.
    static Result<FilesSession> open(const ServiceParts &parts, const estate::ResourceId &resource);
    /// … absent where nothing was ever stored.
    static Result<std::optional<FilesSession>> openExisting(const ServiceParts &parts,
                                                            const estate::ResourceId &resource);
    /// Wraps the data key by what protects the resource now. Code::Conflict where somebody was faster.
    static Status rewrap(const ServiceParts &parts, const estate::ResourceId &resource);

    ObjectIndex &index() { return m_index; }
    const std::string &name() const { return m_name; } ///< of the resource
    std::filesystem::path fileOf(const RecordId &file) const { return m_folder / file.text(); }
    const std::filesystem::path &folder() const { return m_folder; }
    static StreamName streamOf(const RecordId &file) { return {file, {"KWOBJT\x01\n", 8}}; }
    Result<crypto::SecretBytes> keyOf(
        const RecordId &file) const; ///< under which one stream is sealed, and nothing else

    Status stillAllowed(); ///< asks the vault again, where the last time is a minute ago
    /// Whether it is still this store that the resource has; what is put into another one is lost.
    Status stillThere() const;
    /// Of what failed on the disk: that the resource was emptied meanwhile, where that is why.
    Error reasonFor(const Error &error) const;
    /// An entry of the log about the resource, by whoever does it.
    Status note(const estate::Actor &actor, std::string_view operation, const std::string &what) const;
    /// While it lives no sweep takes away what is being written here.
    Result<Descriptor> writing() const;
    /// Removes the files and snapshots that nothing needs, unless somebody is writing.
    Status sweep();

private:
    Status dropForgottenSnapshots();
    FilesSession(const ServiceParts &parts, const estate::ResourceId &resource, std::string name,
                 std::filesystem::path folder, crypto::SecretBytes key, ObjectIndex index)
        : m_parts(parts), m_resource(resource), m_name(std::move(name)), m_folder(std::move(folder)),
          m_key(std::move(key)), m_index(std::move(index))
    {}
    ServiceParts m_parts;
    estate::ResourceId m_resource;
    std::string m_name;
    std::filesystem::path m_folder;
    crypto::SecretBytes m_key;
    ObjectIndex m_index;
    std::chrono::steady_clock::time_point m_asked = std::chrono::steady_clock::now();
};

} // namespace keyward::protection
