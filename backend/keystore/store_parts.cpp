// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/store_parts.h"

#include "backend/crypto/kdf.h"

namespace keyward::keystore {
namespace {

struct Changed {
    RecordId id;
    Purpose purpose = Purpose::Metadata;
};
template <class Archive, class Self>
    requires std::is_same_v<std::remove_const_t<Self>, Changed>
void fields(Archive &a, Self &s)
{
    a(s.id, s.purpose);
}

} // namespace

Bytes encodeHead(const SealedHead &sealed)
{
    const auto &head = sealed.head;
    Encoder out;
    out(head.sequence, head.auditHash, head.treeRoot, head.metadataRecords, head.lastTime);
    if (sealed.cover) out(sealed.cover->header, sealed.cover->slots);
    return out.take();
}

bool decodeHead(ByteView plain, SealedHead &sealed)
{
    auto &head = sealed.head;
    Decoder in(plain);
    in(head.sequence, head.auditHash, head.treeRoot, head.metadataRecords, head.lastTime);
    if (in.ok() && !in.atEnd()) {
        sealed.cover.emplace();
        in(sealed.cover->header, sealed.cover->slots);
    }
    return in.ok() && in.atEnd();
}

Bytes encodeSlots(const std::vector<Slot> &slots)
{
    Encoder out;
    out(slots);
    return out.take();
}

bool decodeSlots(ByteView plain, std::vector<Slot> &slots)
{
    Decoder in(plain);
    in(slots);
    return in.ok() && in.atEnd();
}

Bytes encodeEnvelope(const AuditEnvelope &envelope)
{
    std::vector<Changed> changed;
    for (const auto &[id, purpose] : envelope.changed) changed.push_back({id, purpose});
    Encoder out;
    out(envelope.previous, changed, envelope.payload);
    return out.take();
}

bool decodeEnvelope(ByteView plain, AuditEnvelope &envelope)
{
    std::vector<Changed> changed;
    Decoder in(plain);
    in(envelope.previous, changed, envelope.payload);
    envelope.changed.clear();
    for (const auto &[id, purpose] : changed) envelope.changed.emplace_back(id, purpose);
    return in.ok() && in.atEnd();
}

crypto::Digest auditHash(crypto::Sha256 &sha, std::uint64_t sequence, ByteView sealed)
{
    return sha.of({bigEndian(sequence), sealed});
}

Result<crypto::Sealer> rootSealer(const crypto::ContextPtr &context, const crypto::SecretBytes &root,
                                  std::string_view part)
{
    KEYWARD_TRY(const auto key, crypto::hkdf(*context, root, {}, "keyward " + std::string(part)));
    return crypto::Sealer::create(context, key);
}

} // namespace keyward::keystore
