// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/codec.h"
#include "backend/estate/command.h"

#include <functional>

namespace keyward::engine {

/// VLT-11: one call that was made, allowed or not.
struct AuditEntry {
    static constexpr unsigned edition = 2; ///< 1: said by names alone who and about what

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
    std::optional<estate::Actor::Kind> actor;     ///< what kind of caller; absent in entries of the first edition
    std::optional<estate::Reference> principalId; ///< who, where that is an entity
    std::optional<estate::Reference> subjectId;   ///< what, where that is one
};

KEYWARD_LAYOUT(AuditEntry,
               first(s.time, s.principal, s.address, s.operation, s.subject, s.result, s.reason, s.durationMicros,
                     s.correlation),
               since(2, s.actor, s.principalId, s.subjectId))

/// With everything that is said of who does it.
AuditEntry entryBy(const estate::Actor &actor, std::string_view operation, std::string subject);
std::string_view resultText(AuditEntry::Result result); ///< success, denied, failed
/// Whether it names the thing, or the version of one, with this id or one that begins so: eight digits at least.
bool hasId(const std::optional<estate::Reference> &named, std::string_view id);

/// The contents as the log keeps them, and as the entry's leaf hash covers them.
Bytes encodeEntry(const AuditEntry &entry);
/// Codes: AuditTampered; StoreNewer for a newer edition.
Result<AuditEntry> decodeEntry(std::uint64_t sequence, ByteView payload);

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
