// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/folder_backups.h"
#include "backend/protection/recovery_services_vault/progress.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace keyward::protection {

using engine::ArchivedFile;
using engine::ExtractSummary;

/// Where the archive's bytes come from: the next piece, empty at the end.
using PieceSource = std::function<Result<std::span<const std::uint8_t>>()>;

/// Unpacks into an empty folder that nobody else knows yet. Refuses absolute names, '..' and ways through links
/// (Code::ArchiveUnsafe); an error of the source comes back as it is.
/// Includes: paths below the root; empty takes everything. A folder's path takes what it holds.
Result<ExtractSummary> extractInto(const std::filesystem::path &staging, const std::vector<std::string> &includes, const PieceSource &source,
                                   const ProgressCallback &progress, const std::string &pointName);

/// What an archive holds, without unpacking it.
Result<std::vector<ArchivedFile>> listArchive(const PieceSource &source);

} // namespace keyward::protection
