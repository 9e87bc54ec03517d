// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/report_service.h"

#include "backend/base/paths.h"
#include "backend/reports/signed_report.h"

#include <algorithm>

namespace keyward::reports {

namespace {

constexpr std::size_t page = 10'000;

} // namespace

/// Oldest first, read in pages so that a long log shows progress and can be given up.
Result<std::vector<engine::AuditEntry>> ReportService::collect(std::size_t wanted,
                                                               const engine::ProgressCallback &progress)
{
    const auto last = m_parts.log.checkpoint().sequence;
    const auto count = wanted == 0 ? last : std::min<std::uint64_t>(wanted, last);
    std::vector<engine::AuditEntry> entries;
    entries.reserve(count);
    for (auto next = last - count + 1; next <= last;) {
        if (!progress({0, entries.size()})) return fail(Code::Cancelled);
        KEYWARD_TRY(auto some, m_parts.log.from(next, std::min<std::uint64_t>(page, last - next + 1)));
        if (some.empty()) break;
        next += some.size();
        std::ranges::move(some, std::back_inserter(entries));
    }
    progress({0, entries.size()});
    return entries;
}

/// How far each is; of one that was added or removed meanwhile nothing is known.
std::map<estate::SiemReceiverId, engine::SiemStanding> ReportService::receivers(const estate::Estate &estate) const
{
    std::map<estate::SiemReceiverId, engine::SiemStanding> out;
    for (const auto &[id, receiver] : estate.siemReceivers())
        if (auto standing = m_parts.siem.standing(id)) out.emplace(id, *std::move(standing));
    return out;
}

Result<engine::ReportOutcome> ReportService::exportTo(const engine::ReportRequest &request, const estate::Actor &actor,
                                                      const engine::ProgressCallback &progress)
{
    if (pathExists(request.file)) return fail(Code::FileExists, request.file.string());
    const auto moment = m_parts.console.published();
    const auto checkpoint = m_parts.log.checkpoint();
    KEYWARD_TRY(auto entries, collect(request.entries, progress));
    KEYWARD_TRY(auto calls, m_parts.usage.calls(reportedMonths(moment.now)));
    const auto report =
        buildReport({moment.estate, moment.assessment, std::move(entries), checkpoint, moment.now, m_parts.storeId,
                     m_parts.signer.publicKey(), std::move(calls), m_parts.usage.prices(), receivers(*moment.estate)});
    if (!progress({0, report.sections.back().rows.size()})) return fail(Code::Cancelled);
    KEYWARD_CHECK(exportReport(report, request.format, request.file, m_parts.signer));
    auto entry = engine::entryBy(actor, "report.export", request.file.filename().string());
    entry.reason = "Log up to entry " + std::to_string(report.checkpoint.sequence);
    const bool beside = request.format == Format::Pdf || request.format == Format::Csv;
    const auto signature = beside ? std::filesystem::path(request.file.string() + ".sig") : std::filesystem::path{};
    if (auto noted = m_parts.console.note(entry); !noted) { // what the log may not know of must not leave
        std::error_code ignored;
        for (const auto &file : {request.file, signature}) std::filesystem::remove(file, ignored);
        return std::unexpected(std::move(noted).error());
    }
    return engine::ReportOutcome{report.signer, report.checkpoint.sequence, signature};
}

Result<engine::ReportCheck> ReportService::check(const std::filesystem::path &file, std::string_view signer) const
{
    KEYWARD_TRY(auto found, verifyReport(m_parts.context, file));
    const auto wanted = signer.empty() ? engine::fingerprint(m_parts.signer.publicKey()) : std::string(signer);
    return engine::ReportCheck{.signer = found.fingerprint,
                               .expected = sameFingerprint(found.fingerprint, wanted),
                               .checkpoint = found.checkpoint};
}

} // namespace keyward::reports
