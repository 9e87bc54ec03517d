// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/key_backup.h"
#include "backend/engine/api/signing.h"
#include "backend/engine/engine.h"

namespace keyward::engine {

/// What is done with the keystore's own keys: signing reports.
class StoreSigner final : public DocumentSigner
{
public:
    explicit StoreSigner(Engine &engine) : m_engine(engine) {}
    Bytes publicKey() const override { return m_engine.snapshot()->settings().reportSignerPublicKey; }
    Result<Bytes> sign(ByteView document) override;

private:
    Engine &m_engine;
};

/// … and sealing key backups.
class StoreKeyBackup final : public KeyBackup
{
public:
    explicit StoreKeyBackup(Engine &engine) : m_engine(engine) {}
    Result<Bytes> backUp(const estate::KeyId &key, const estate::Actor &actor) override;
    Status backUpTo(const estate::KeyId &key, const std::filesystem::path &file, const estate::Actor &actor) override;
    Result<estate::KeyId> restore(const estate::VaultId &into, ByteView blob, const estate::Actor &actor) override;

private:
    Result<Bytes> seal(const estate::Estate &estate, const estate::Key &key);
    Engine &m_engine;
};

} // namespace keyward::engine
