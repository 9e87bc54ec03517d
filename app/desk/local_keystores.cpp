// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/local_keystores.h"

#include "app/desk/catalogue.h"
#include "app/desk/local_workplace.h"
#include "backend/engine/store_restore.h"
#include "backend/keystore/system_keyring.h"

namespace keyward::app {
namespace {

/// What the keystore itself is given; of the system keyring, what that keeps for the keystore in the file.
Result<keystore::Unlock> resolved(engine::Credential with, const std::filesystem::path &file)
{
    using By = keystore::Unlock::By;
    if (with.by == engine::Credential::By::SystemKeyring) {
        KEYWARD_TRY(const auto id, keystore::SqliteStore::readId(file));
        KEYWARD_TRY(auto secret, keystore::readSystemKeyring(id));
        return keystore::Unlock{By::SlotSecret, std::move(secret)};
    }
    return keystore::Unlock{with.by == engine::Credential::By::RootKey ? By::RootKey : By::Typed,
                            std::move(with.secret)};
}

} // namespace

Result<engine::WorkplacePtr> LocalKeystores::create(const engine::NewKeystore &wanted, const engine::Holding &held)
{
    KEYWARD_CHECK(
        StorePath::fresh(wanted.file).transform([](const StorePath &) {})); // before half a second of measuring
    crypto::Argon2Parameters kdf;
    if (!wanted.hashing.empty()) {
        KEYWARD_TRY(kdf, crypto::Argon2Parameters::from(wanted.hashing));
    } else {
        kdf = m_parts.kdf ? *m_parts.kdf : crypto::tunedArgon2();
    }
    KEYWARD_TRY(auto store, keystore::SqliteStore::create(environment(held), wanted.file, wanted.passphrase, kdf,
                                                          m_parts.clock.now()));
    return workplace(std::move(store), held);
}

Result<engine::WorkplacePtr> LocalKeystores::open(const std::filesystem::path &file, engine::Credential with,
                                                  const engine::Holding &held)
{
    KEYWARD_TRY(auto store, opened(file, std::move(with), held));
    return workplace(std::move(store), held);
}

Status LocalKeystores::inspect(const std::filesystem::path &file) { return keystore::inspectFile(file); }

Result<crypto::SecretBytes> LocalKeystores::rootKey(const std::filesystem::path &file, engine::Credential with,
                                                    const engine::Holding &held)
{
    KEYWARD_TRY(const auto store, opened(file, std::move(with), held));
    return store->rootKey();
}

Result<engine::Revived> LocalKeystores::putBack(engine::PutBack wanted, const estate::Actor &actor,
                                                const engine::Holding &held)
{
    KEYWARD_TRY(const auto with, resolved(std::move(wanted.with), wanted.copy));
    KEYWARD_TRY(const auto known, catalogue());
    return engine::restoreStore(environment(held), {wanted.copy, wanted.store, with, with, wanted.dryRun},
                                m_parts.clock, known, actor);
}

Result<LocalKeystores::StorePtr> LocalKeystores::opened(const std::filesystem::path &file, engine::Credential with,
                                                        const engine::Holding &held) const
{
    KEYWARD_TRY(const auto key, resolved(std::move(with), file));
    return keystore::SqliteStore::open(environment(held), file, key);
}

Result<engine::WorkplacePtr> LocalKeystores::workplace(StorePtr store, const engine::Holding &held) const
{
    KEYWARD_TRY(auto known, catalogue());
    KEYWARD_TRY(auto made, LocalWorkplace::open({.store = std::move(store),
                                                 .context = m_parts.context,
                                                 .clock = m_parts.clock,
                                                 .catalogue = std::move(known),
                                                 .lookOnly = held.lookOnly}));
    if (m_parts.schedulesEvery) made->runSchedules(*m_parts.schedulesEvery);
    return engine::WorkplacePtr(std::move(made));
}

keystore::StoreEnvironment LocalKeystores::environment(const engine::Holding &held) const
{
    return {.context = m_parts.context,
            .stateFolder = m_parts.stateFolder,
            .patience = {.waiting = held.waiting},
            .lookOnly = held.lookOnly};
}

Result<std::shared_ptr<const estate::Catalogue>> LocalKeystores::catalogue() const
{
    return m_parts.catalogue ? m_parts.catalogue : loadCatalogue();
}

} // namespace keyward::app
