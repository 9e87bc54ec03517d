// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/protection/recovery_services_vault/progress.h"

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

namespace keyward::protection {

struct ArchiveOptions {
    std::vector<std::string> excludes; ///< shell patterns against the path below the source
    bool skipUnreadable = false;
};

struct ArchiveSummary {
    std::uint64_t files = 0; ///< everything that has a name: files, folders, links
    std::uint64_t bytes = 0; ///< of file contents
    std::vector<std::string> warnings;
};

/// Turns a folder into one stream: a pax archive (contents, names, modes, owners, times, links, holes, extended
/// attributes) through zstd, by libarchive. Memory does not depend on the size. Names need not be UTF-8.
/// Devices, pipes and sockets are left out with a warning; a file that changes while it is read gets one too.
/// Codes: SourceMissing, SourceUnreadable, SourceVanished, Cancelled, or what the sink failed with.
Result<ArchiveSummary> archiveFolder(const std::filesystem::path &source, const ArchiveOptions &options,
                                     const std::function<bool(std::string_view)> &sink, const ProgressCallback &progress);

} // namespace keyward::protection
