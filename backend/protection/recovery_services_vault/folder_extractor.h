// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/services/recovery_services_vault.h"
#include "backend/protection/recovery_services_vault/progress.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace keyward::protection {

using engine::ArchivedFile;
using engine::ExtractSummary;

/// The archive from its beginning; asked again where a second look at it is needed.
using ArchiveOpener = std::function<Result<PieceSource>()>;

struct Extraction {
    std::filesystem::path staging; ///< an empty folder that nobody else may enter
    const std::vector<std::string>
        &includes;         ///< paths below the root; empty takes everything. A folder's path takes what it holds
    std::string pointName; ///< for messages
    /// Looks at the whole result, durable by then, before the folder itself gets the archived one's rights.
    std::function<Status(const ExtractSummary &)> check = {};
};

/// Unpacks, to the last byte of the source. Refuses absolute names, '..' and ways through links (Code::ArchiveUnsafe);
/// an error of the source comes back as it is. Any failure of the disk is one of the whole, in the end also one that
/// only shows when everything is made durable; mode, owner, times and attributes that cannot be had here are warned of.
/// Code::NothingMatched: an include names nothing.
Result<ExtractSummary> extractInto(const Extraction &what, const ArchiveOpener &open, const ProgressCallback &progress);

/// What an archive holds, without unpacking it.
Result<std::vector<ArchivedFile>> listArchive(const PieceSource &source);

} // namespace keyward::protection
