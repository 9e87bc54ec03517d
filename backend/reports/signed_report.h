// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"
#include "backend/engine/api/signing.h"
#include "backend/reports/renderers.h"

#include <filesystem>

namespace keyward::reports {

/// Writes a report and its Ed25519 signature: inside HTML and JSON, as FILE.sig beside PDF and CSV. New files only;
/// nothing is left half written. Code::FileExists.
Status exportReport(const Report &report, Format format, const std::filesystem::path &file,
                    engine::DocumentSigner &signer);

struct Verified {
    std::string fingerprint;
    Bytes publicKey;
    std::optional<engine::AuditCheckpoint> checkpoint; ///< of JSON reports
};
/// Whether the file is as it was signed, by whomever: Codes ReportAltered, ReportMalformed, Io. Who that is the caller
/// compares with a keystore or a fingerprint it was told.
Result<Verified> verifyReport(const crypto::Context &context, const std::filesystem::path &file);

/// Fingerprints are compared without regard to case and separators.
bool sameFingerprint(std::string_view a, std::string_view b);

} // namespace keyward::reports
