// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/file_keeper.h"
#include "backend/protection/storage_account/storage_session.h"

namespace keyward::protection {

using engine::PieceSource;
using engine::ProgressCallback;

/// What storage accounts do: blobs and files, each a stream of segments in a file of its own, known by an index that is
/// encrypted like them.
class StorageService final : public engine::StorageAccounts, public engine::FileKeeper
{
public:
    explicit StorageService(ServiceParts parts) : m_parts(std::move(parts)) {}

    std::string_view name() const override { return estate::StorageAccount::service; }
    void runDue(engine::DueWork &out, const ProgressCallback &progress) override;
    void settle(const estate::ResourceId &account) override;
    Result<std::string> resume(const estate::JobId &job, const estate::Actor &actor,
                               const ProgressCallback &progress) override;
    Result<std::vector<engine::DataCheck>> verify(engine::Depth depth, const ProgressCallback &progress) override;
    Result<std::uint64_t> deleteData(const estate::ResourceId &account, const estate::Actor &actor) override;

    Result<engine::StoredObject> put(const engine::PutRequest &request, const PieceSource &from,
                                     const estate::Actor &actor, const ProgressCallback &progress) override;
    Result<engine::StoredObject> putFile(const engine::PutRequest &request, const std::filesystem::path &from,
                                         const estate::Actor &actor, const ProgressCallback &progress) override;
    Result<engine::StoredObject> getFile(const estate::ResourceId &account, const estate::ObjectPath &path,
                                         const std::filesystem::path &to, const estate::Actor &actor,
                                         const ProgressCallback &progress) override;
    Result<std::vector<engine::StoredObject>> list(const estate::ResourceId &account,
                                                   const std::string &prefix) override;
    Status remove(const estate::ResourceId &account, const estate::ObjectPath &path,
                  const estate::Actor &actor) override;

    Status mayKeep(const std::string &path) const override;
    Status keepAll(const estate::ResourceId &account, const std::string &below, const Next &next,
                   const estate::Actor &actor, const ProgressCallback &progress) override;
    Status removeAll(const estate::ResourceId &account, const std::string &below, const estate::Actor &actor) override;

private:
    using Piece = std::function<Status(ByteView)>;
    /// All of an object, checked piece by piece.
    Status read(StorageSession &session, const ObjectIndex::Entry &entry, const Piece &piece);
    /// 'before': bytes of what was written before it, for who watches.
    Result<ObjectIndex::Entry> write(StorageSession &session, const estate::ObjectPath &path, const RecordId &file,
                                     const PieceSource &from, std::uint64_t before, const ProgressCallback &progress);
    void discard(StorageSession &session, const RecordId &file); ///< what nothing needs; else the next sweep does it
    /// The entry of the log and the change of the index, or neither.
    Status noted(StorageSession &session, const estate::Actor &actor, std::string_view operation,
                 const std::string &what, const std::function<Status()> &change);
    engine::DataCheck look(const estate::Resource &account, engine::Depth depth, const ProgressCallback &progress);

    ServiceParts m_parts;
};

} // namespace keyward::protection
