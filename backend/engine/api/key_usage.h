// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/audit.h"
#include "backend/estate/costs.h"

#include <functional>
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

/// A version of a key, as the log tells it. A copy of the key in another vault has the same version, and its uses are
/// its own; entries of the log's first edition have no id of the key, but the name of its vault.
struct UsedKey {
    estate::KeyId key;
    estate::VersionId version;
    std::string vault;
};

/// Last use and counts of every key version, and all calls of vaults by month, read from the audit log: it is the only
/// record, so they cannot differ from it. The log is read once, then only what is new, whichever process wrote it; a
/// log that is no longer the one that was read is read anew. Thread-safe: whoever asks while somebody reads takes part.
class KeyUsage
{
public:
    /// With the prices of calls, where anybody asks for them.
    explicit KeyUsage(AuditLog &log, estate::PriceListPtr prices = {}) : m_log(log), m_prices(std::move(prices)) {}
    Result<KeyUse> of(const UsedKey &key); ///< all zero where it was never used
    /// How many entries were read, of how many; false stops with Code::Cancelled, and whoever asks next goes on there.
    using Reading = std::function<bool(std::uint64_t read, std::uint64_t all)>;
    /// TDE-5: each call as one, also each of those that were logged together.
    Result<estate::CallCounts> calls(const std::vector<Month> &months, const Reading &reading = {});
    const estate::PriceListPtr &prices() const { return m_prices; }

private:
    struct UseId { ///< of an entry that has the key's id, or of one that has not
        estate::KeyId key;
        estate::VersionId version;
        std::string vault; ///< folded; only where there is no key
        auto operator<=>(const UseId &) const = default;
    };
    Status catchUp(const Reading &reading);
    Result<bool> readOn(); ///< whether there is more
    Status startAnewWhereReplaced();
    void note(const AuditEntry &entry);
    void noteUse(const AuditEntry &entry, const estate::VersionId &version);
    void noteCall(const AuditEntry &entry, estate::Permission operation, const estate::VersionId &version);
    AuditLog &m_log;
    estate::PriceListPtr m_prices;
    std::mutex m_mutex; ///< held for some thousand entries at a time
    std::uint64_t m_next = 1;
    AuditCheckpoint m_read; ///< of the log that was read
    std::map<UseId, KeyUse> m_uses;
    estate::CallCounts m_calls;
};

} // namespace keyward::engine
