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
    std::filesystem::path storeFolder = {}; ///< STORE.d of this keystore, which with STORE is left out
};

struct ArchiveSummary {
    std::uint64_t files = 0; ///< everything that has a name: files, folders, links
    std::uint64_t bytes = 0; ///< of file contents
    std::vector<std::string> warnings;
};

/// Turns a folder into one stream: a pax archive (contents, names, modes, owners, times, links, holes, extended
/// attributes) through zstd, by libarchive. Memory does not depend on the size. Names need not be UTF-8.
/// Devices, pipes and sockets are left out with a warning, and so are this keystore's own files; what vanishes or
/// changes while it is read gets a warning too. What cannot be read ends it, or with skipUnreadable is left out, each
/// with its path and reason; the folder itself has to be readable. Codes: SourceMissing, SourceUnreadable,
/// SourceVanished, SourceHoldsStore, Cancelled, or what the sink failed with.
Result<ArchiveSummary> archiveFolder(const std::filesystem::path &source, const ArchiveOptions &options,
                                     const std::function<bool(std::string_view)> &sink,
                                     const ProgressCallback &progress);

} // namespace keyward::protection
