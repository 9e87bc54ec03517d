// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/local_keystores.h"

#include "app/desk/desk.h"

namespace keyward::app {

Result<engine::WorkplacePtr> LocalKeystores::create(const std::filesystem::path &file,
                                                    const crypto::SecretBytes &passphrase)
{
    KEYWARD_CHECK(StorePath::fresh(file).transform([](const StorePath &) {})); // before half a second of measuring
    const auto kdf = m_parts.kdf ? *m_parts.kdf : crypto::tunedArgon2();
    KEYWARD_TRY(auto store, keystore::SqliteStore::create({m_parts.context, m_parts.stateFolder}, file, passphrase, kdf,
                                                          m_parts.clock.now()));
    return sit(std::move(store));
}

Result<engine::WorkplacePtr> LocalKeystores::open(const std::filesystem::path &file, crypto::SecretBytes typed)
{
    KEYWARD_CHECK(keystore::inspectFile(file));
    KEYWARD_TRY(auto store, keystore::SqliteStore::open({m_parts.context, m_parts.stateFolder}, file,
                                                        {keystore::Unlock::By::Typed, std::move(typed)}));
    return sit(std::move(store));
}

Result<engine::WorkplacePtr> LocalKeystores::sit(std::unique_ptr<keystore::SqliteStore> store)
{
    KEYWARD_TRY(auto desk, Desk::sit(std::move(store), m_parts.context, m_parts.clock, m_parts.catalogue));
    desk->scheduler().start(m_parts.schedulesEvery);
    return engine::WorkplacePtr(std::move(desk));
}

Status LocalKeystores::inspect(const std::filesystem::path &file) { return keystore::inspectFile(file); }

} // namespace keyward::app
