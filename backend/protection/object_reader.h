// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/protection/files_session.h"

namespace keyward::protection {

/// One file from its beginning to its end, each piece checked before it is given out. The session outlives it.
class ObjectReader
{
public:
    /// Codes: ObjectDamaged, those of the disk.
    static Result<std::unique_ptr<ObjectReader>> open(const crypto::ContextPtr &context, FilesSession &session,
                                                      const ObjectIndex::Entry &entry);
    /// The next piece, valid until the next call; empty at the end. Codes: ObjectDamaged, also of one that is shorter
    /// than the index says; StorageInaccessible where the vault does not let it any more.
    Result<ByteView> next();

private:
    ObjectReader(FilesSession &session, ObjectIndex::Entry entry, std::unique_ptr<SegmentReader> reader)
        : m_session(session), m_entry(std::move(entry)), m_reader(std::move(reader))
    {}
    FilesSession &m_session;
    ObjectIndex::Entry m_entry;
    std::unique_ptr<SegmentReader> m_reader;
    std::uint64_t m_bytes = 0;
};

} // namespace keyward::protection
