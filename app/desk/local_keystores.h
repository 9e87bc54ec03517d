// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"
#include "backend/crypto/kdf.h"
#include "backend/engine/api/keystores.h"
#include "backend/keystore/sqlite_store.h"

#include <optional>

namespace keyward::app {

/// Keystores in files of this machine.
class LocalKeystores final : public engine::Keystores
{
public:
    struct Parts {
        crypto::ContextPtr context;
        const Clock &clock;
        std::filesystem::path stateFolder;
        std::shared_ptr<const estate::Catalogue> catalogue = {}; ///< absent: the one that ships with the program
        std::optional<crypto::Argon2Parameters> kdf = {};        ///< of new keystores that name none
        /// CON-5: what is due is carried out by itself while one is open. Absent: only when asked.
        std::optional<Millis> schedulesEvery = {};
    };
    explicit LocalKeystores(Parts parts) : m_parts(std::move(parts)) {}

    using Keystores::create;
    using Keystores::open;
    Result<engine::WorkplacePtr> create(const engine::NewKeystore &wanted, const engine::Holding &held) override;
    Result<engine::WorkplacePtr> open(const std::filesystem::path &file, engine::Credential with,
                                      const engine::Holding &held) override;
    Status inspect(const std::filesystem::path &file) override;
    Result<crypto::SecretBytes> rootKey(const std::filesystem::path &file, engine::Credential with,
                                        const engine::Holding &held) override;
    Result<engine::Revived> putBack(engine::PutBack wanted, const estate::Actor &actor,
                                    const engine::Holding &held) override;

private:
    using StorePtr = std::unique_ptr<keystore::SqliteStore>;
    Result<StorePtr> opened(const std::filesystem::path &file, engine::Credential with,
                            const engine::Holding &held) const;
    Result<engine::WorkplacePtr> workplace(StorePtr store, const engine::Holding &held) const;
    keystore::StoreEnvironment environment(const engine::Holding &held) const;
    Result<std::shared_ptr<const estate::Catalogue>> catalogue() const;
    Parts m_parts;
};

} // namespace keyward::app
