// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"
#include "backend/engine/api/clock_state.h"
#include "backend/engine/api/service.h"

#include <filesystem>

namespace keyward::engine {

using UnlockSlotId = Id<struct UnlockSlotTag>;

/// One way to unlock a keystore.
struct UnlockSlot {
    enum class Kind : std::uint8_t { Passphrase = 1, RecoveryKey, SystemKeyring };
    UnlockSlotId id;
    Kind kind = Kind::Passphrase;
    std::string label;
    Instant created{};
};
std::string_view kindText(UnlockSlot::Kind kind); ///< passphrase, recovery-key, system-keyring

/// Drawn, and opening nothing until it is enrolled: it is given to whoever keeps it first.
struct RecoveryKey {
    crypto::SecretBytes key;
    crypto::SecretBytes text; ///< sixteen groups of six digits
};

struct StoreFacts {
    std::filesystem::path file;
    std::string id;
    unsigned format = 0;
    std::uint64_t entries = 0;       ///< of the log
    std::string passphraseHashing;   ///< "m=256,t=3,p=4"
    std::string signer;              ///< fingerprint of the key that signs its reports
    std::size_t protectedMemory = 0; ///< bytes
    bool memoryLocked = false;       ///< it is never swapped
    std::vector<UnlockSlot> slots;   ///< never empty
    ClockState clock;
    Instant lastCommitted{}; ///< no entry of the log is later
};

/// What was found where everything is whole, and in stored data where not.
struct StoreCheck {
    std::uint64_t records = 0;
    std::vector<DataCheck> data; ///< oldest first
};

/// The root key is another one now, and every record is sealed anew. Copies made before open with what they opened
/// with.
struct Rekeyed {
    std::optional<Error> agent; ///< one did not answer: it still holds the former root key, which opens older copies
};

/// The keystore itself, beside what is in it. Everything that is done is logged.
class StoreAdministration
{
public:
    virtual ~StoreAdministration() = default;
    virtual StoreFacts facts() const = 0;
    /// Opens every record and secret, compares the hash tree, looks at stored data. What is opened for it is logged;
    /// where nothing can be, it stays unopened. Codes of a damaged store; Cancelled through the callback.
    virtual Result<StoreCheck> verifyAll(Depth depth, const ProgressCallback &progress) const = 0;

    virtual Result<RecoveryKey> newRecoveryKey() const = 0;
    virtual Result<UnlockSlot> enrol(const RecoveryKey &key, const std::string &label, const estate::Actor &actor) = 0;
    virtual Result<UnlockSlot> addPassphrase(const crypto::SecretBytes &passphrase, const std::string &label,
                                             const estate::Actor &actor) = 0; ///< Code::PassphraseTooShort
    /// A key that the desktop session keeps for whoever is signed in to it.
    virtual Result<UnlockSlot> addSystemKeyring(const std::string &label, const estate::Actor &actor) = 0;
    virtual Result<Rekeyed> removeSlot(const UnlockSlotId &slot, const estate::Actor &actor) = 0; ///< Code::LastSlot
    /// The one with which this keystore was unlocked. Hashing: as in StoreFacts, or empty to leave it.
    virtual Result<Rekeyed> changePassphrase(const crypto::SecretBytes &passphrase, const std::string &hashing,
                                             const estate::Actor &actor) = 0;
    virtual Status copyTo(const std::filesystem::path &file) = 0; ///< while it is in use; a new file. Code::FileExists
    /// The owner vouches for the clock: what destroys may go on, and a committed time ahead of the clock is given up.
    virtual Status acceptClock(const estate::Actor &actor) = 0;

    /// How long an unlock agent goes on to hold the root key for programs of this user; none: there is no agent.
    /// Code::AgentBusy: there is one that does not answer, which is waited for.
    virtual Result<std::optional<Millis>> agent() const = 0;
    virtual Status lockAgent() = 0; ///< it lets go of the root key; fine where there is none. Code::AgentBusy
};

} // namespace keyward::engine
