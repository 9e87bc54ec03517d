// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/slots.h"

#include <algorithm>

namespace keyward::keystore {
namespace {

constexpr std::string_view purpose = "keyward unlock slot";
constexpr std::uint8_t fullAccess = 1; ///< what a slot opens; other values are left for slots of fewer purposes

} // namespace

std::string_view slotKindText(SlotKind kind)
{
    switch (kind) {
    case SlotKind::Passphrase: return "passphrase";
    case SlotKind::RecoveryKey: return "recovery-key";
    case SlotKind::SystemKeyring: return "system-keyring";
    }
    return "";
}

Bytes KdfHeader::encode() const
{
    Bytes out(1 + 3 * sizeof(std::uint32_t) + salt.size());
    out[0] = 1;
    auto cursor = out.begin() + 1;
    for (const auto number : {parameters.memoryMib, parameters.passes, parameters.lanes})
        cursor = std::ranges::copy(bigEndian(number), cursor).out;
    std::ranges::copy(salt, cursor);
    return out;
}

Result<KdfHeader> KdfHeader::decode(ByteView bytes)
{
    KdfHeader out;
    if (bytes.size() != 1 + 12 + out.salt.size() || bytes[0] != 1)
        return fail(Code::HeaderTampered, {}, {"its hashing parameters are malformed"});
    const auto number = [&](std::size_t at) {
        return std::uint32_t(bytes[at]) << 24 | std::uint32_t(bytes[at + 1]) << 16 | std::uint32_t(bytes[at + 2]) << 8 |
               bytes[at + 3];
    };
    out.parameters = {number(1), number(5), number(9)};
    if (!out.parameters.check()) return fail(Code::HeaderTampered, {}, {"its hashing parameters are out of bounds"});
    std::ranges::copy(bytes.subspan(13), out.salt.begin());
    return out;
}

Result<crypto::SecretBytes> passphraseSecret(const KdfHeader &kdf, const crypto::SecretBytes &passphrase)
{
    return crypto::argon2id(passphrase, kdf.salt, kdf.parameters);
}

Result<crypto::HpkeKeyPair> slotKeyPair(const crypto::Context &context, const SlotId &id,
                                        const crypto::SecretBytes &secret)
{
    KEYWARD_TRY(const auto seed, crypto::hkdf(context, secret, id.bytes, purpose));
    return crypto::hpkeKeyPair(context, seed);
}

Result<SealedSlot> sealSlot(const crypto::Context &context, const StoreId &store, const Slot &slot,
                            const crypto::SecretBytes &rootKey)
{
    KEYWARD_TRY(auto payload, crypto::SecretBytes::ofSize(1 + rootKey.size()));
    payload.writable()[0] = fullAccess;
    std::ranges::copy(rootKey.exposed(), payload.writable().begin() + 1);
    KEYWARD_TRY(auto blob, crypto::hpkeSeal(context, slot.publicKey, purpose, partAssociatedData(store, slot.id.text()),
                                            payload.exposed()));
    return SealedSlot{slot.id, std::move(blob)};
}

Result<OpenedSlot> openAnySlot(const crypto::Context &context, const StoreId &store,
                               const std::vector<SealedSlot> &slots, const crypto::SecretBytes &secret)
{
    std::optional<OpenedSlot> found;
    for (const auto &slot : slots) {
        KEYWARD_TRY(const auto pair, slotKeyPair(context, slot.id, secret));
        const auto payload =
            crypto::hpkeOpen(context, pair, purpose, partAssociatedData(store, slot.id.text()), slot.blob);
        if (!payload || payload->size() != 33 || payload->exposed()[0] != fullAccess) continue;
        KEYWARD_TRY(auto root, crypto::SecretBytes::copyOf(payload->exposed().subspan(1)));
        found = OpenedSlot{slot.id, std::move(root)};
    }
    if (!found) return fail(Code::WrongPassphrase);
    return std::move(*found);
}

} // namespace keyward::keystore
