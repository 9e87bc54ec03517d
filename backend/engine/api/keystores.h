// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"
#include "backend/engine/api/workplace.h"

namespace keyward::engine {

/// What a keystore is opened with.
struct Credential {
    enum class By : std::uint8_t {
        Typed,         ///< a passphrase or a recovery key
        SystemKeyring, ///< what the desktop session keeps; there is no secret to give
        RootKey,       ///< as an agent holds it
    };
    By by = By::Typed;
    crypto::SecretBytes secret = {};

    static Credential typed(crypto::SecretBytes secret) { return {By::Typed, std::move(secret)}; }
};

/// How one is held.
struct Holding {
    bool lookOnly = false; ///< a preview: nothing that works on it can write to the keystore or beside it
    /// Another program writes to the keystore and is waited for: called once a wait, from whichever thread waits.
    std::function<void()> waiting = {};
};

struct NewKeystore {
    std::filesystem::path file;
    const crypto::SecretBytes &passphrase;
    std::string hashing = {}; ///< "m=256,t=3,p=4"; empty: what takes about half a second here
};

/// A copy of a keystore to be put back in its place.
struct PutBack {
    std::filesystem::path copy;
    std::filesystem::path store;
    Credential with; ///< opens the copy; tried on the keystore that is there, only to compare
    bool dryRun = false;
};

/// What putting a copy back brings back to life, or leaves without its data.
struct Revived {
    std::uint64_t fromEntry = 0;  ///< the copy's last log entry
    std::vector<Sentence> grants; ///< policies, assignments, memberships, client secrets, network rules gone today
    std::vector<Sentence> slots;  ///< ways to unlock that are gone today
    std::vector<Sentence> keys;   ///< keys or versions that are deleted, disabled or purged today
    std::vector<std::string> withoutData; ///< whose data is not beside the copy, as it is younger or was elsewhere
    std::filesystem::path setAside;       ///< where the keystore that was there is now
    bool compared = false;                ///< false: there was no keystore to compare with, or it did not open
};

/// Where keystores come from. Slow by intent: passphrases are hashed for half a second.
class Keystores
{
public:
    virtual ~Keystores() = default;
    /// A new file for this user alone. Codes: FileExists, PassphraseTooShort, KdfOutOfBounds.
    virtual Result<WorkplacePtr> create(const NewKeystore &wanted, const Holding &held) = 0;
    /// Codes: WrongPassphrase, SystemKeyring…, those of inspect(), and of a damaged store.
    virtual Result<WorkplacePtr> open(const std::filesystem::path &file, Credential with, const Holding &held) = 0;
    virtual Status inspect(const std::filesystem::path &file) = 0; ///< whether it is a keystore at all
    /// For an agent, which keeps it in protected memory for a while.
    virtual Result<crypto::SecretBytes> rootKey(const std::filesystem::path &file, Credential with,
                                                const Holding &held) = 0;
    /// The copy gets the entry "restored from N" in its log; the keystore that was there is set aside, never
    /// overwritten. With dryRun nothing changes.
    virtual Result<Revived> putBack(PutBack wanted, const estate::Actor &actor, const Holding &held) = 0;

    Result<WorkplacePtr> create(const std::filesystem::path &file, const crypto::SecretBytes &passphrase)
    {
        return create({.file = file, .passphrase = passphrase}, {});
    }
    Result<WorkplacePtr> open(const std::filesystem::path &file, crypto::SecretBytes typed)
    {
        return open(file, Credential::typed(std::move(typed)), {});
    }
};

} // namespace keyward::engine
