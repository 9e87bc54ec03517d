// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/sealer.h"
#include "backend/keystore/cover.h"
#include "backend/keystore/slots.h"
#include "backend/keystore/store.h"

#include <filesystem>

/// Private to the keystore: how the sealed parts of a store are laid out.
namespace keyward::keystore {

/// With what it covers; a head of the first edition, which is still read, covers nothing but records and log.
struct SealedHead {
    Head head;
    std::optional<Cover> cover;
    unsigned edition = currentHeadEdition;
};
Bytes encodeHead(const SealedHead &sealed); ///< in the current edition
/// Codes: HeaderTampered; StoreNewer for a newer edition.
Result<SealedHead> decodeHead(ByteView plain, const std::filesystem::path &file);
Bytes encodeSlots(const std::vector<Slot> &slots);
bool decodeSlots(ByteView plain, std::vector<Slot> &slots);

/// A log entry inside its seal: the hash of its predecessor, the records changed with it, the engine's payload; and,
/// from the second edition on, its leaf.
struct AuditEnvelope {
    static constexpr unsigned currentEdition = 2;
    crypto::Digest previous{};
    std::vector<std::pair<RecordId, Purpose>> changed;
    Bytes payload;
    std::optional<Leaf> leaf;
};
Bytes encodeEnvelope(const AuditEnvelope &envelope);
/// Codes: AuditTampered, StoreNewer for a newer edition; the target is the entry's number.
Status decodeEnvelope(std::uint64_t sequence, ByteView plain, AuditEnvelope &envelope);
/// RFC 9162, section 2.1.1; nodes of a tree begin with 0x01 instead.
crypto::Digest leafHash(crypto::Sha256 &sha, ByteView salt, ByteView payload);

/// The hash by which the next entry names this one.
crypto::Digest auditHash(crypto::Sha256 &sha, std::uint64_t sequence, ByteView sealed);

/// A cipher under a key derived from the root key for one part of the store.
Result<crypto::Sealer> rootSealer(const crypto::ContextPtr &context, const crypto::SecretBytes &root,
                                  std::string_view part);

} // namespace keyward::keystore
