// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/store_administration.h"

#include "backend/engine/api/signing.h"
#include "backend/keystore/recovery_key.h"
#include "backend/keystore/system_keyring.h"

#include <algorithm>

namespace keyward::engine {
namespace {

constexpr std::size_t keyringSecretSize = 32;

UnlockSlot shown(const keystore::Slot &slot)
{
    static_assert(static_cast<int>(UnlockSlot::Kind::SystemKeyring) ==
                  static_cast<int>(keystore::SlotKind::SystemKeyring));
    return {UnlockSlotId{slot.id.bytes}, static_cast<UnlockSlot::Kind>(slot.kind), slot.label, slot.created};
}

std::string orElse(const std::string &label, const char *standard) { return label.empty() ? standard : label; }

} // namespace

StoreFacts StoreAdministrator::facts() const
{
    const auto &store = m_parts.store;
    const auto heap = crypto::prepareSecretHeap();
    const auto head = store.head();
    StoreFacts out{.file = store.file(),
                   .id = store.id().text(),
                   .format = keystore::currentFormat,
                   .entries = head.sequence,
                   .passphraseHashing = store.kdf().text(),
                   .signer = fingerprint(m_parts.engine.snapshot()->settings().reportSignerPublicKey),
                   .protectedMemory = heap.size,
                   .memoryLocked = heap.locked,
                   .slots = {},
                   .clock = m_parts.engine.clockState(),
                   .lastCommitted = head.lastTime};
    for (const auto &slot : store.slots()) out.slots.push_back(shown(slot));
    return out;
}

Result<StoreCheck> StoreAdministrator::verifyAll(Depth depth, const ProgressCallback &progress) const
{
    KEYWARD_CHECK(m_parts.records.verifyRecords());
    const auto snapshot = m_parts.engine.snapshot();
    for (const auto &[id, key] : snapshot->keys())
        for (const auto &version : key->versions)
            KEYWARD_CHECK(m_parts.records.readSecret(version.material).transform([](const auto &) {}));
    StoreCheck out{.records = m_parts.store.head().metadataRecords, .data = {}};
    for (auto *service : m_parts.services.all()) {
        KEYWARD_TRY(auto found, service->verify(depth, progress));
        std::ranges::move(found, std::back_inserter(out.data));
    }
    return out;
}

Result<RecoveryKey> StoreAdministrator::newRecoveryKey() const
{
    KEYWARD_TRY(auto key, crypto::SecretBytes::random(keyringSecretSize, m_parts.engine.parts().random));
    KEYWARD_TRY(auto text, keystore::recoveryKeyText(key));
    return RecoveryKey{std::move(key), std::move(text)};
}

Result<UnlockSlot> StoreAdministrator::enrol(const RecoveryKey &key, const std::string &label,
                                             const estate::Actor &actor)
{
    const auto now = m_parts.engine.now();
    KEYWARD_CHECK(m_parts.store.addSecretSlot(keystore::SlotKind::RecoveryKey, key.key, orElse(label, "recovery key"),
                                              entry(actor, now, "slot.add", "Add a recovery key"), now));
    return newest();
}

Result<UnlockSlot> StoreAdministrator::addPassphrase(const crypto::SecretBytes &passphrase, const std::string &label,
                                                     const estate::Actor &actor)
{
    const auto now = m_parts.engine.now();
    KEYWARD_CHECK(m_parts.store.addPassphrase(passphrase, orElse(label, "passphrase"),
                                              entry(actor, now, "slot.add", "Add a passphrase"), now));
    return newest();
}

Result<UnlockSlot> StoreAdministrator::addSystemKeyring(const std::string &label, const estate::Actor &actor)
{
    KEYWARD_TRY(const auto secret, crypto::SecretBytes::random(keyringSecretSize, m_parts.engine.parts().random));
    KEYWARD_CHECK(keystore::keepInSystemKeyring(m_parts.store.id(),
                                                secret)); // first: a slot that nothing opens would be no use
    const auto now = m_parts.engine.now();
    KEYWARD_CHECK(m_parts.store.addSecretSlot(keystore::SlotKind::SystemKeyring, secret,
                                              orElse(label, "system keyring"),
                                              entry(actor, now, "slot.add", "Add the system keyring"), now));
    return newest();
}

Result<Rekeyed> StoreAdministrator::removeSlot(const UnlockSlotId &id, const estate::Actor &actor)
{
    const auto all = m_parts.store.slots();
    const auto slot = std::ranges::find(all, id.bytes, [](const keystore::Slot &one) { return one.id.bytes; });
    if (slot == all.end()) return fail(Code::NotFound, id.text(), {"unlock slot"});
    const auto now = m_parts.engine.now();
    KEYWARD_CHECK(m_parts.store.removeSlots({slot->id},
                                            entry(actor, now, "slot.remove",
                                                  "Remove " + std::string(keystore::slotKindText(slot->kind)) + " '" +
                                                      slot->label + "'; new root key, every record sealed anew"),
                                            now));
    if (slot->kind == keystore::SlotKind::SystemKeyring) { // what may stay there opens nothing any more
        [[maybe_unused]] const auto removed = keystore::removeFromSystemKeyring(m_parts.store.id());
    }
    return rekeyed();
}

Result<Rekeyed> StoreAdministrator::changePassphrase(const crypto::SecretBytes &passphrase, const std::string &hashing,
                                                     const estate::Actor &actor)
{
    std::optional<crypto::Argon2Parameters> kdf;
    if (!hashing.empty()) {
        KEYWARD_TRY(kdf, crypto::Argon2Parameters::from(hashing));
    }
    const auto now = m_parts.engine.now();
    KEYWARD_CHECK(m_parts.store.replacePassphrase(
        passphrase, kdf,
        entry(actor, now, "passphrase.change", "Change the passphrase; new root key, every record sealed anew"), now));
    return rekeyed();
}

Status StoreAdministrator::copyTo(const std::filesystem::path &file) { return m_parts.store.copyTo(file); }

Status StoreAdministrator::acceptClock(const estate::Actor &actor) { return m_parts.engine.acceptClock(actor); }

Result<std::optional<Millis>> StoreAdministrator::agent() const
{
    if (!m_parts.agentTime) return std::nullopt;
    const auto left = m_parts.agentTime(m_parts.store.path());
    if (left) return *left;
    if (left.error().code == Code::AgentBusy) return std::unexpected(left.error());
    return std::nullopt; // none that could be reached
}

Status StoreAdministrator::lockAgent()
{
    const auto asked = m_parts.lockAgent ? m_parts.lockAgent(m_parts.store.path()) : Status{};
    return asked || asked.error().code == Code::AgentMissing ? Status{} : asked;
}

Bytes StoreAdministrator::entry(const estate::Actor &actor, Instant at, std::string_view operation,
                                std::string reason) const
{
    auto out = entryBy(actor, operation, "keystore");
    out.time = at;
    out.reason = std::move(reason);
    out.correlation = m_parts.engine.parts().random.id<CorrelationId>();
    return encodeEntry(out);
}

UnlockSlot StoreAdministrator::newest() const { return shown(m_parts.store.slots().back()); }

Rekeyed StoreAdministrator::rekeyed() const
{
    const auto asked = m_parts.lockAgent ? m_parts.lockAgent(m_parts.store.path()) : Status{};
    if (!asked && asked.error().code == Code::AgentBusy) return {asked.error()};
    return {};
}

std::string_view kindText(UnlockSlot::Kind kind) { return keystore::slotKindText(keystore::SlotKind(kind)); }

} // namespace keyward::engine
