// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/administration.h"
#include "backend/engine/engine.h"
#include "backend/keystore/sqlite_store.h"

namespace keyward::engine {

class StoreAdministrator final : public StoreAdministration
{
public:
    struct Parts { ///< all of it outlives the administrator
        keystore::SqliteStore &store;
        keystore::Store &records; ///< the same, as far as whoever asks may go
        Engine &engine;
        const Services &services;
        /// Asks an agent to let go of the former root key. Code::AgentBusy where one does not answer.
        std::function<Status(const StorePath &store)> lockAgent = {};
        /// How long one goes on to hold it. Code::AgentMissing where there is none, AgentBusy.
        std::function<Result<Millis>(const StorePath &store)> agentTime = {};
    };
    explicit StoreAdministrator(Parts parts) : m_parts(std::move(parts)) {}

    StoreFacts facts() const override;
    Result<StoreCheck> verifyAll(Depth depth, const ProgressCallback &progress) const override;
    Result<RecoveryKey> newRecoveryKey() const override;
    Result<UnlockSlot> enrol(const RecoveryKey &key, const std::string &label, const estate::Actor &actor) override;
    Result<UnlockSlot> addPassphrase(const crypto::SecretBytes &passphrase, const std::string &label,
                                     const estate::Actor &actor) override;
    Result<UnlockSlot> addSystemKeyring(const std::string &label, const estate::Actor &actor) override;
    Result<Rekeyed> removeSlot(const UnlockSlotId &slot, const estate::Actor &actor) override;
    Result<Rekeyed> changePassphrase(const crypto::SecretBytes &passphrase, const std::string &hashing,
                                     const estate::Actor &actor) override;
    Status copyTo(const std::filesystem::path &file) override;
    Status acceptClock(const estate::Actor &actor) override;
    Result<std::optional<Millis>> agent() const override;
    Status lockAgent() override;

private:
    Bytes entry(const estate::Actor &actor, Instant at, std::string_view operation, std::string reason) const;
    UnlockSlot newest() const;
    Rekeyed rekeyed() const;
    Parts m_parts;
};

} // namespace keyward::engine
