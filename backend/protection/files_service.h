// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/file_keeper.h"
#include "backend/protection/files_session.h"

namespace keyward::protection {

using engine::PieceSource;
using engine::ProgressCallback;

/// What services do whose resources keep files: each file is a stream of segments in a file of its own, known by an
/// index that is encrypted like them. One object for each such service; what is done to one resource any of them can
/// do.
class FilesService : public engine::FileStores, public engine::FileKeeper
{
public:
    FilesService(ServiceParts parts, std::string_view service)
        : m_parts(std::move(parts)), m_service(service), m_facet(estate::facetOf(service).index())
    {}

    std::string_view name() const override { return m_service; }
    void runDue(engine::DueWork &out, const ProgressCallback &progress) override;
    void settle(const estate::ResourceId &resource) override;
    Result<std::string> resume(const estate::JobId &job, const estate::Actor &actor,
                               const ProgressCallback &progress) override;
    Result<std::vector<engine::DataCheck>> verify(engine::Depth depth, const ProgressCallback &progress) override;
    Result<std::uint64_t> deleteData(const estate::ResourceId &resource, const estate::Actor &actor) override;

    Result<engine::StoredObject> put(const engine::PutRequest &request, const PieceSource &from,
                                     const estate::Actor &actor, const ProgressCallback &progress) override;
    Result<engine::StoredObject> putFile(const engine::PutRequest &request, const std::filesystem::path &from,
                                         const estate::Actor &actor, const ProgressCallback &progress) override;
    Result<engine::StoredObject> getFile(const estate::ResourceId &resource, const estate::ObjectPath &path,
                                         const std::filesystem::path &to, const estate::Actor &actor,
                                         const ProgressCallback &progress) override;
    Result<std::vector<engine::StoredObject>> list(const estate::ResourceId &resource,
                                                   const std::string &prefix) override;
    Status remove(const estate::ResourceId &resource, const estate::ObjectPath &path,
                  const estate::Actor &actor) override;

    Status mayKeep(const std::string &path) const override;
    Status keepAll(const estate::ResourceId &resource, const std::string &below, const Next &next,
                   const estate::Actor &actor, const ProgressCallback &progress) override;
    Status removeAll(const estate::ResourceId &resource, const std::string &below, const estate::Actor &actor) override;

protected:
    using Piece = std::function<Status(ByteView)>;
    /// All of an object, checked piece by piece.
    Status read(FilesSession &session, const ObjectIndex::Entry &entry, const Piece &piece);
    /// 'before': bytes of what was written before it, for who watches.
    Result<ObjectIndex::Entry> write(FilesSession &session, const estate::ObjectPath &path, const RecordId &file,
                                     const PieceSource &from, std::uint64_t before, const ProgressCallback &progress);
    void discard(FilesSession &session, const RecordId &file); ///< what nothing needs; else the next sweep does it
    /// The entry of the log and the change of the index, or neither.
    Status noted(FilesSession &session, const estate::Actor &actor, std::string_view operation, const std::string &what,
                 const std::function<Status()> &change);

private:
    bool isOurs(const estate::Resource &resource) const; ///< of this service, and there is something
    engine::DataCheck look(const estate::Resource &resource, engine::Depth depth, const ProgressCallback &progress);

protected:
    ServiceParts m_parts;

private:
    std::string_view m_service;
    std::size_t m_facet; ///< which alternative the facet of its resources is
};

} // namespace keyward::protection
