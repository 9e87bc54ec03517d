// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/protection/recovery_services_vault/archive_support.h"
#include "backend/protection/recovery_services_vault/folder_extractor.h"

#include <optional>

namespace keyward::protection {

/// libarchive's reading side over a PieceSource; keeps the source's own error.
class ArchiveReader
{
public:
    explicit ArchiveReader(PieceSource source);
    ArchiveReader(const ArchiveReader &) = delete;
    ArchiveReader &operator=(const ArchiveReader &) = delete;
    Status open();
    archive *get() const { return m_archive.get(); }
    Result<archive_entry *> next(); ///< nullptr at the end
    Status drain();                 ///< takes the rest of the source, which has checks of its own
    std::unexpected<Error> failure() const;

private:
    static la_ssize_t readCallback(archive *, void *self, const void **data);

    PieceSource m_source;
    std::optional<Error> m_error;
    ReadArchive m_archive;
};

/// Points made before xattrheader was chosen hold attributes of odd names twice, the second time with escapes in the
/// name; drops those.
void dropDoubledAttributes(archive_entry *entry);

} // namespace keyward::protection
