// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/audit.h"

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

/// Last use and counts of every key version, read from the audit log: it is the only record, so the two cannot differ.
/// The log is read once, then only what is new. Thread-safe.
class KeyUsage
{
public:
    explicit KeyUsage(AuditLog &log) : m_log(log) {}
    Result<KeyUse> of(const estate::VersionId &version); ///< all zero where it was never used

private:
    Status catchUp();
    AuditLog &m_log;
    std::mutex m_mutex;
    std::uint64_t m_next = 1;
    std::map<estate::VersionId, KeyUse> m_uses;
};

} // namespace keyward::engine
