// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"
#include "backend/crypto/kdf.h"
#include "backend/engine/api/workplace.h"
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
        std::shared_ptr<const estate::Catalogue> catalogue;
        std::filesystem::path stateFolder;
        std::optional<crypto::Argon2Parameters> kdf = {}; ///< of new keystores; else what takes half a second here
        Millis schedulesEvery = std::chrono::minutes(1);  ///< CON-5: what is due is carried out while one is open
    };
    explicit LocalKeystores(Parts parts) : m_parts(std::move(parts)) {}
    Result<engine::WorkplacePtr> create(const std::filesystem::path &file,
                                        const crypto::SecretBytes &passphrase) override;
    Result<engine::WorkplacePtr> open(const std::filesystem::path &file, crypto::SecretBytes typed) override;
    Status inspect(const std::filesystem::path &file) override;

private:
    Result<engine::WorkplacePtr> sit(std::unique_ptr<keystore::SqliteStore> store);
    Parts m_parts;
};

} // namespace keyward::app
