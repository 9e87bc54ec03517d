// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/object_reader.h"

namespace keyward::protection {
namespace {

Error altered(const FilesSession &session, const ObjectIndex::Entry &entry)
{
    return {Code::ObjectDamaged, entry.object.path.text(), {session.name()}, {}};
}

Error reasonFor(const FilesSession &session, const ObjectIndex::Entry &entry, const Error &error)
{
    const bool damaged = error.code == Code::SegmentDamaged || error.code == Code::SegmentMissing ||
                         error.code == Code::SegmentMisplaced;
    return damaged ? altered(session, entry) : error;
}

} // namespace

Result<std::unique_ptr<ObjectReader>> ObjectReader::open(const crypto::ContextPtr &context, FilesSession &session,
                                                         const ObjectIndex::Entry &entry)
{
    KEYWARD_TRY(const auto key, session.keyOf(entry.file));
    auto reader = SegmentReader::open(*context, session.fileOf(entry.file), FilesSession::streamOf(entry.file), key,
                                      entry.segments);
    if (!reader) return std::unexpected(reasonFor(session, entry, reader.error()));
    return std::unique_ptr<ObjectReader>(new ObjectReader(session, entry, *std::move(reader)));
}

Result<ByteView> ObjectReader::next()
{
    KEYWARD_CHECK(m_session.stillAllowed());
    auto piece = m_reader->next();
    if (!piece) return std::unexpected(reasonFor(m_session, m_entry, piece.error()));
    m_bytes += piece->size();
    if (piece->empty() && m_bytes != m_entry.object.bytes) return std::unexpected(altered(m_session, m_entry));
    return piece;
}

} // namespace keyward::protection
