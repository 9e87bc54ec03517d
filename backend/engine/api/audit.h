// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/codec.h"
#include "backend/estate/command.h"

#include <functional>

namespace keyward::engine {

/// VLT-11: one call that was made, allowed or not.
struct AuditEntry {
    std::uint64_t sequence = 0; ///< its place in the log, from 1; not part of its contents
    Instant time{};
    std::string principal; ///< who
    std::string address;   ///< from where
    std::string operation; ///< unwrapKey, key.rotate, …
    std::string subject;   ///< key identifier, or the name of what was changed
    enum class Result : std::uint8_t { Success = 1, Denied, Failed } result = Result::Success;
    std::string reason; ///< why not; for changes, what was done
    std::uint64_t durationMicros = 0;
    CorrelationId correlation;
};

template <class Archive, class Self>
    requires std::is_same_v<std::remove_const_t<Self>, AuditEntry>
void fields(Archive &a, Self &s)
{
    a(s.time, s.principal, s.address, s.operation, s.subject, s.result, s.reason, s.durationMicros, s.correlation);
}

std::string_view resultText(AuditEntry::Result result); ///< success, denied, failed
Bytes encodeEntry(const AuditEntry &entry);
Result<AuditEntry> decodeEntry(std::uint64_t sequence, ByteView payload); ///< Code::AuditTampered

/// Where the log ends: enough, once it left the machine, to prove later that nothing before it was rewritten.
struct AuditCheckpoint {
    std::uint64_t sequence = 0;
    std::array<std::uint8_t, 32> hash{};
};

class AuditLog
{
public:
    virtual ~AuditLog() = default;
    virtual Result<std::vector<AuditEntry>> newest(std::size_t limit,
                                                   std::uint64_t before = 0) = 0; ///< newest first; 0: from the end
    virtual Result<std::vector<AuditEntry>> from(std::uint64_t first, std::size_t limit) = 0;
    virtual AuditCheckpoint checkpoint() = 0;
    virtual Status verify() = 0; ///< Code::AuditTampered names the entry
    virtual Status verifyAgainst(const AuditCheckpoint &earlier) = 0;
};

} // namespace keyward::engine
