// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/key_import.h"
#include "backend/engine/api/key_import.h"
#include "backend/engine/engine.h"

namespace keyward::engine {

class StoreKeyImport final : public KeyImport
{
public:
    explicit StoreKeyImport(Engine &engine) : m_engine(engine) {}
    Result<estate::command::ImportKey> look(const ImportRequest &request, const estate::Actor &actor) const override;
    Result<Imported> import(const ImportRequest &request, const estate::Actor &actor) override;
    Result<Transfer> seal(const TransferRequest &request) const override;

private:
    struct Read {
        estate::command::ImportKey command;
        crypto::SecretBytes material;
        std::string outdated;
    };
    Result<Read> read(const ImportRequest &request) const;
    Result<crypto::ForeignKey> fromTransfer(const ImportRequest &request) const;
    Engine &m_engine;
};

} // namespace keyward::engine
