// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/audit.h"
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

/// A report that is as it was signed.
struct ReportCheck {
    std::string signer;                        ///< fingerprint of whose signature it bears
    bool expected = false;                     ///< … which is the signer that was asked for
    std::optional<AuditCheckpoint> checkpoint; ///< where the log ended then; JSON reports say it
};

/// Signed audit reports (CON-6). The progress callback counts log entries as files.
class AuditReports
{
public:
    virtual ~AuditReports() = default;
    /// Codes: FileExists, Io, Cancelled. What is exported is logged.
    virtual Result<ReportOutcome> exportTo(const ReportRequest &request, const estate::Actor &actor,
                                           const ProgressCallback &progress) = 0;
    /// Whether nothing in the file was altered, and who signed it. 'signer': the fingerprint of whoever must have;
    /// empty: this keystore. Codes: ReportAltered, ReportMalformed, Io.
    virtual Result<ReportCheck> check(const std::filesystem::path &file, std::string_view signer) const = 0;
};

} // namespace keyward::engine
