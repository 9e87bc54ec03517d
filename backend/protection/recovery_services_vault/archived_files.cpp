// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/recovery_services_vault/archived_files.h"

#include "backend/base/paths.h"

#include <algorithm>

namespace keyward::protection {
namespace {

constexpr std::size_t holePiece = 1u << 18; // zeros of a sparse file at a time

} // namespace

void ArchivedFiles::leaveOut(const std::string &path, std::string_view why)
{
    addWarning(m_summary.warnings, printable(path) + " was left out: " + std::string(why));
}

bool ArchivedFiles::isFile(archive_entry *entry, const std::string &path)
{
    if (archive_entry_filetype(entry) == AE_IFDIR) return false; // it is in the paths of what it holds
    if (const auto *other = archive_entry_hardlink(entry)) {
        leaveOut(path, std::string("it is a further name of ") + printable(other));
        return false;
    }
    if (archive_entry_filetype(entry) != AE_IFREG) {
        leaveOut(path, archive_entry_filetype(entry) == AE_IFLNK ? "it is a link" : "it is no file");
        return false;
    }
    if (const auto may = m_mayKeep(path); !may) {
        leaveOut(path, "it cannot have this path there");
        return false;
    }
    return true;
}

Result<std::optional<engine::IncomingFile>> ArchivedFiles::next()
{
    for (;;) {
        KEYWARD_TRY(auto *entry, m_reader.next());
        if (!entry) break;
        const auto *name = archive_entry_pathname(entry);
        const std::string path = name ? name : "";
        if (!m_includes.take(path) || !isFile(entry, path)) continue;
        m_at = m_dataAt = 0;
        m_size = static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_entry_size(entry)));
        m_data = {};
        m_dataEnds = false;
        ++m_summary.files;
        return engine::IncomingFile{.path = path, .content = [this] { return piece(); }};
    }
    if (const auto *missed = m_includes.missed()) return fail(Code::NothingMatched, {}, {printable(*missed)});
    KEYWARD_CHECK(m_reader.drain());
    return std::nullopt;
}

/// In order and without gaps: what is not in the archive of a sparse file are zeros.
Result<ByteView> ArchivedFiles::piece()
{
    while (m_data.empty() && !m_dataEnds) {
        const void *data = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        const int got = archive_read_data_block(m_reader.get(), &data, &size, &offset);
        if (got != ARCHIVE_EOF && got < ARCHIVE_WARN) return m_reader.failure();
        m_dataEnds = got == ARCHIVE_EOF;
        m_dataAt = m_dataEnds ? m_size : static_cast<std::uint64_t>(offset);
        if (!m_dataEnds) m_data = {static_cast<const std::uint8_t *>(data), size};
    }
    if (m_at < m_dataAt) {
        m_zeros.resize(holePiece);
        const auto hole = ByteView(m_zeros).first(std::min<std::uint64_t>(holePiece, m_dataAt - m_at));
        m_at += hole.size();
        m_summary.bytes += hole.size();
        return hole;
    }
    const auto out = std::exchange(m_data, {});
    m_at += out.size();
    m_summary.bytes += out.size();
    return out;
}

} // namespace keyward::protection
