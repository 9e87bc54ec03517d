// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/time.h"
#include "backend/crypto/digest.h"
#include "backend/keystore/format.h"

#include <functional>
#include <optional>

namespace keyward::keystore {

/// One record to save. Key material comes as a secret, everything else as bytes.
struct RecordWrite {
    RecordId id;
    Purpose purpose = Purpose::Metadata;
    Bytes plain;
    crypto::SecretBytes secret;
};

/// What one transaction saves: records, and at least one audit entry with them.
struct WriteBatch {
    std::vector<RecordWrite> puts;
    std::vector<RecordId> erases;
    std::size_t erasedMetadata = 0; ///< how many of the erased are metadata records
    std::vector<Bytes> audit;       ///< payloads, in order
    Instant now{};                  ///< becomes the store's last committed time
};

/// What a tree over the log has of one entry: SHA-256(0x00 || salt || payload), as a leaf in RFC 9162. It covers the
/// entry's own contents and not its sealed bytes, so it stays when the log is sealed anew; the random salt, which stays
/// within the seal, keeps it from telling anything of them.
struct Leaf {
    std::array<std::uint8_t, 32> salt{};
    crypto::Digest hash{};
};

/// Where the store stands. The sequence counts audit entries, and every transaction writes one, so it is the revision.
struct Head {
    std::uint64_t sequence = 0;
    crypto::Digest auditHash{};
    crypto::Digest treeRoot{};
    std::uint64_t metadataRecords = 0;
    Instant lastTime{};
};

struct RecordChange {
    RecordId id;
    bool erased = false;
    Bytes plain; ///< of a metadata record
};

struct AuditRow {
    std::uint64_t sequence = 0;
    Bytes payload;
    std::optional<Leaf> leaf;  ///< absent in entries from before format 3
    crypto::Digest hash{};     ///< by which the next entry names it, and a checkpoint
    crypto::Digest previous{}; ///< … this one the one before; nothing but zeros in the first
};

/// Called for every metadata record; two parts may call at the same time, each with its own number (0 or 1).
using RecordVisitor = std::function<Status(unsigned part, const RecordId &id, ByteView plain)>;

/// Sealed records and the audit log, as the engine sees them. Thread-safe.
class Store
{
public:
    virtual ~Store() = default;
    virtual const StoreId &id() const = 0;
    virtual Head head() const = 0; ///< as last seen by this process

    virtual Status load(const RecordVisitor &visit) = 0; ///< Codes: RecordTampered, TreeMismatch
    virtual Result<crypto::SecretBytes> readSecret(const RecordId &id) = 0;

    /// Saves all or nothing, durably. Code::Conflict: another process wrote first; refresh() and try again.
    virtual Status commit(const WriteBatch &batch) = 0;
    /// The records that other processes changed since, having checked their log entries and the tree.
    virtual Result<std::vector<RecordChange>> refresh() = 0;

    /// Entries from 'first' upwards, at most 'limit'.
    virtual Result<std::vector<AuditRow>> auditFrom(std::uint64_t first, std::size_t limit) = 0;
    /// The entries up to 'last' downwards, newest first.
    virtual Result<std::vector<AuditRow>> auditBefore(std::uint64_t last, std::size_t limit) = 0;
    virtual Result<crypto::Digest> auditHashAt(std::uint64_t sequence) = 0;
    /// Every entry opened and every link checked, on two threads. Code::AuditTampered names the entry.
    virtual Status verifyAudit() = 0;
    /// Every record of every purpose opened and the tree compared. Codes as load().
    virtual Status verifyRecords() = 0;
};

} // namespace keyward::keystore
