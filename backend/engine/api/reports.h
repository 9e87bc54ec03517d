// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/progress.h"
#include "backend/estate/command.h"

#include <filesystem>

namespace keyward::engine {

enum class ReportFormat : std::uint8_t { Pdf, Html, Csv, Json };

struct ReportRequest {
    ReportFormat format = ReportFormat::Pdf;
    std::filesystem::path file; ///< a new one
    std::size_t entries = 2000; ///< newest log entries; 0: all
};

struct ReportOutcome {
    std::string signer;              ///< fingerprint of the key that signed
    std::uint64_t entries = 0;       ///< the log as far as the report proves it
    std::filesystem::path signature; ///< the file beside it; empty where the signature is inside
};

/// Signed audit reports (CON-6). The progress callback counts log entries as files.
class AuditReports
{
public:
    virtual ~AuditReports() = default;
    /// Codes: FileExists, Io, Cancelled. What is exported is logged.
    virtual Result<ReportOutcome> exportTo(const ReportRequest &request, const estate::Actor &actor,
                                           const ProgressCallback &progress) = 0;
};

} // namespace keyward::engine
