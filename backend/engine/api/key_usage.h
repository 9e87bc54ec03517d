// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/audit.h"
#include "backend/estate/costs.h"

#include <map>
#include <mutex>

namespace keyward::engine {

/// What was last done with a key version, and how often anything was.
struct KeyUse {
    Instant last{};
    std::string by;
    std::string operation;
    std::uint64_t allowed = 0; ///< operations that were carried out
    std::uint64_t refused = 0;
};

/// Last use and counts of every key version, and all calls of vaults by month, read from the audit log: it is the only
/// record, so they cannot differ from it. The log is read once, then only what is new, whichever process wrote it; a
/// log that is no longer the one that was read is read anew. Thread-safe.
class KeyUsage
{
public:
    /// With the prices of calls, where anybody asks for them.
    explicit KeyUsage(AuditLog &log, estate::PriceListPtr prices = {}) : m_log(log), m_prices(std::move(prices)) {}
    Result<KeyUse> of(const estate::VersionId &version); ///< all zero where it was never used
    /// TDE-5: each call as one, also each of those that were logged together.
    Result<estate::CallCounts> calls(const std::vector<Month> &months);
    const estate::PriceListPtr &prices() const { return m_prices; }

private:
    Status catchUp();
    Status startAnewWhereReplaced();
    void note(const AuditEntry &entry);
    void noteUse(const AuditEntry &entry, const estate::VersionId &version);
    void noteCall(const AuditEntry &entry, estate::Permission operation, const estate::VersionId &version);
    AuditLog &m_log;
    estate::PriceListPtr m_prices;
    std::mutex m_mutex;
    std::uint64_t m_next = 1;
    AuditCheckpoint m_read; ///< of the log that was read
    std::map<estate::VersionId, KeyUse> m_uses;
    estate::CallCounts m_calls;
};

} // namespace keyward::engine
