// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/sealer.h"
#include "backend/keystore/cover.h"
#include "backend/keystore/slots.h"
#include "backend/keystore/store.h"

/// Private to the keystore: how the sealed parts of a store are laid out.
namespace keyward::keystore {

/// With what it covers; a head of format 1, which is still read, covers nothing but records and log.
struct SealedHead {
    Head head;
    std::optional<Cover> cover;
};
Bytes encodeHead(const SealedHead &sealed);
bool decodeHead(ByteView plain, SealedHead &sealed);
Bytes encodeSlots(const std::vector<Slot> &slots);
bool decodeSlots(ByteView plain, std::vector<Slot> &slots);

/// A log entry inside its seal: the hash of its predecessor, the records changed with it, the engine's payload.
struct AuditEnvelope {
    crypto::Digest previous{};
    std::vector<std::pair<RecordId, Purpose>> changed;
    Bytes payload;
};
Bytes encodeEnvelope(const AuditEnvelope &envelope);
bool decodeEnvelope(ByteView plain, AuditEnvelope &envelope);

/// The hash by which the next entry names this one.
crypto::Digest auditHash(crypto::Sha256 &sha, std::uint64_t sequence, ByteView sealed);

/// A cipher under a key derived from the root key for one part of the store.
Result<crypto::Sealer> rootSealer(const crypto::ContextPtr &context, const crypto::SecretBytes &root,
                                  std::string_view part);

} // namespace keyward::keystore
