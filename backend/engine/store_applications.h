// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/applications.h"
#include "backend/engine/engine.h"

namespace keyward::engine {

class StoreApplications final : public Applications
{
public:
    explicit StoreApplications(Engine &engine) : m_engine(engine) {}
    Result<IssuedSecret> addSecret(const estate::PrincipalId &application, const std::string &label, Millis lifetime,
                                   const estate::Actor &actor) override;
    Result<estate::PrincipalId> signIn(const std::string &applicationId, const crypto::SecretBytes &secret,
                                       const std::string &address) override;

private:
    Result<Bytes> verifierOf(const crypto::SecretBytes &secret, ByteView salt) const;
    Result<estate::PrincipalId> recognise(const std::string &applicationId, const crypto::SecretBytes &secret) const;
    Engine &m_engine;
};

} // namespace keyward::engine
