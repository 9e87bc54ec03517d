// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/codec.h"
#include "backend/crypto/hpke.h"
#include "backend/crypto/kdf.h"
#include "backend/keystore/format.h"

namespace keyward::keystore {

using SlotId = Id<struct SlotTag>;
enum class SlotKind : std::uint8_t { Passphrase = 1, RecoveryKey = 2, SystemKeyring = 3 };

/// What the store knows of one way to unlock it; sealed, so that from outside slots are alike.
struct Slot {
    SlotId id;
    SlotKind kind = SlotKind::Passphrase;
    std::string label;
    Instant created{};
    Bytes publicKey; ///< HPKE; the root key can be changed without the slot's secret
};

KEYWARD_FIELDS(Slot, s.id, s.kind, s.label, s.created, s.publicKey)

std::string_view slotKindText(SlotKind kind);

/// What all passphrase slots share, so that trying them costs one Argon2id run. Not secret.
struct KdfHeader {
    crypto::Argon2Parameters parameters;
    std::array<std::uint8_t, 16> salt{};

    Bytes encode() const;
    static Result<KdfHeader> decode(ByteView bytes); ///< Code::HeaderTampered
};

/// The wrapped root key as it stands in the file, beside nothing but a random id.
struct SealedSlot {
    SlotId id;
    Bytes blob;
};

/// The 32-byte secret a slot is derived from: Argon2id of a passphrase, or the recovery or keyring key itself.
Result<crypto::SecretBytes> passphraseSecret(const KdfHeader &kdf, const crypto::SecretBytes &passphrase);

Result<crypto::HpkeKeyPair> slotKeyPair(const crypto::Context &context, const SlotId &id,
                                        const crypto::SecretBytes &secret);
Result<SealedSlot> sealSlot(const crypto::Context &context, const StoreId &store, const Slot &slot,
                            const crypto::SecretBytes &rootKey);

struct OpenedSlot {
    SlotId id;
    crypto::SecretBytes rootKey;
};
/// Tries every slot whatever the outcome: neither time nor answer tells how many or which. Code::WrongPassphrase.
Result<OpenedSlot> openAnySlot(const crypto::Context &context, const StoreId &store,
                               const std::vector<SealedSlot> &slots, const crypto::SecretBytes &secret);

} // namespace keyward::keystore
