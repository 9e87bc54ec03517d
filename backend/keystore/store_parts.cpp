// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/store_parts.h"

#include "backend/crypto/kdf.h"

#include <cassert>

namespace keyward::keystore {
namespace {

struct Changed {
    RecordId id;
    Purpose purpose = Purpose::Metadata;
};
KEYWARD_FIELDS(Changed, s.id, s.purpose)

constexpr std::size_t coverSize = 2 * std::tuple_size_v<crypto::Digest>;
constexpr std::array<std::uint8_t, 1> leafPrefix{0x00};

} // namespace

Bytes encodeHead(const SealedHead &sealed)
{
    assert(sealed.cover);
    const auto &head = sealed.head;
    Encoder out;
    out(head.sequence, head.auditHash, head.treeRoot, head.metadataRecords, head.lastTime);
    out(currentHeadEdition, sealed.cover->header, sealed.cover->slots);
    return out.take();
}

/// The first two editions had no number: after what all have in common stands nothing, or exactly what is covered.
Result<SealedHead> decodeHead(ByteView plain, const std::filesystem::path &file)
{
    SealedHead sealed;
    auto &head = sealed.head;
    Decoder in(plain);
    in(head.sequence, head.auditHash, head.treeRoot, head.metadataRecords, head.lastTime);
    sealed.edition = in.atEnd() ? 1 : 2;
    if (in.left() > coverSize) in(sealed.edition);
    if (in.ok() && sealed.edition > currentHeadEdition)
        return fail(Code::StoreNewer, file.string(), {said("{0} of its head", sealed.edition), currentHeadEdition});
    if (in.ok() && !in.atEnd()) {
        sealed.cover.emplace();
        in(sealed.cover->header, sealed.cover->slots);
    }
    if (!in.ok() || !in.atEnd()) return fail(Code::HeaderTampered, file.string(), {"its head makes no sense"});
    return sealed;
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
    if (envelope.leaf) out(AuditEnvelope::currentEdition, envelope.leaf->salt, envelope.leaf->hash);
    return out.take();
}

Status decodeEnvelope(std::uint64_t sequence, ByteView plain, AuditEnvelope &envelope)
{
    std::vector<Changed> changed;
    Decoder in(plain);
    in(envelope.previous, changed, envelope.payload);
    envelope.changed.clear();
    for (const auto &[id, purpose] : changed) envelope.changed.emplace_back(id, purpose);
    envelope.leaf.reset();
    if (in.ok() && in.atEnd()) return {}; // the first edition ended here, without a number
    unsigned edition = 0;
    in(edition);
    if (in.ok() && edition > AuditEnvelope::currentEdition)
        return fail(Code::StoreNewer, std::to_string(sequence),
                    {said("{0} of a log entry's seal", edition), AuditEnvelope::currentEdition});
    auto &leaf = envelope.leaf.emplace();
    in(leaf.salt, leaf.hash);
    if (edition < AuditEnvelope::currentEdition || !in.ok() || !in.atEnd())
        return fail(Code::AuditTampered, std::to_string(sequence), {"its contents make no sense"});
    return {};
}

crypto::Digest leafHash(crypto::Sha256 &sha, ByteView salt, ByteView payload)
{
    return sha.of({leafPrefix, salt, payload});
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
