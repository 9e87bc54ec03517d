// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/file_keeper.h"
#include "backend/protection/recovery_services_vault/archive_reader.h"
#include "backend/protection/recovery_services_vault/includes.h"

namespace keyward::protection {

/// The files of a recovery point one after the other, by their contents alone. Folders are in their paths; what else
/// there is (links, further names of a file, devices), and what cannot have its path where it goes, is left out with a
/// warning.
class ArchivedFiles
{
public:
    using MayKeep = std::function<Status(const std::string &path)>;
    ArchivedFiles(PieceSource source, const std::vector<std::string> &includes, MayKeep mayKeep)
        : m_reader(std::move(source)), m_includes(includes), m_mayKeep(std::move(mayKeep))
    {}
    Status open() { return m_reader.open(); }
    /// The next one, to be read before the one after it; absent once all of the source was read. Codes: NothingMatched,
    /// PointUnreadable, those of the source.
    Result<std::optional<engine::IncomingFile>> next();
    const ExtractSummary &summary() const { return m_summary; }

private:
    bool isFile(archive_entry *entry, const std::string &path);
    Result<ByteView> piece();
    void leaveOut(const std::string &path, std::string_view why);

    ArchiveReader m_reader;
    Includes m_includes;
    MayKeep m_mayKeep;
    ExtractSummary m_summary;
    std::uint64_t m_at = 0;   ///< how far the file that is read was given out
    std::uint64_t m_size = 0; ///< … of so many bytes
    ByteView m_data;          ///< of the archive, to be given at m_dataAt
    std::uint64_t m_dataAt = 0;
    bool m_dataEnds = false;
    Bytes m_zeros;
};

} // namespace keyward::protection
