// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"
#include "backend/engine/api/key_usage.h"
#include "backend/engine/api/siem.h"
#include "backend/engine/api/signing.h"
#include "backend/engine/api/workplace.h"

namespace keyward::reports {

/// Builds, writes, signs and logs audit reports of one keystore.
class ReportService final : public engine::AuditReports
{
public:
    struct Parts {
        engine::Console &console;
        engine::AuditLog &log;
        engine::KeyUsage &usage;
        engine::DocumentSigner &signer;
        std::string storeId;
        const crypto::Context &context;
        const engine::Siem &siem;
    };
    explicit ReportService(Parts parts) : m_parts(std::move(parts)) {}
    Result<engine::ReportOutcome> exportTo(const engine::ReportRequest &request, const estate::Actor &actor,
                                           const engine::ProgressCallback &progress) override;
    Result<engine::ReportCheck> check(const std::filesystem::path &file, std::string_view signer) const override;

private:
    Result<std::vector<engine::AuditEntry>> collect(std::size_t wanted, const engine::ProgressCallback &progress);

    std::map<estate::SiemReceiverId, engine::SiemStanding> receivers(const estate::Estate &estate) const;

    Parts m_parts;
};

} // namespace keyward::reports
