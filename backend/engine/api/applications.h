// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/console.h"

namespace keyward::engine {

/// A client secret, to be shown once: nothing can show it again.
struct IssuedSecret {
    estate::SecretId id;
    crypto::SecretBytes text; ///< 43 characters of base64url: 256 random bits
    Instant expires{};
};

/// Applications and what they sign in with.
class Applications
{
public:
    virtual ~Applications() = default;
    virtual Result<IssuedSecret> addSecret(const estate::PrincipalId &application, const std::string &label,
                                           Millis lifetime, const estate::Actor &actor) = 0;
    /// Whom a client id and secret belong to. Logged either way. Codes: SignInFailed, SecretExpired.
    virtual Result<estate::PrincipalId> signIn(const std::string &applicationId, const crypto::SecretBytes &secret,
                                               const std::string &address) = 0;
};

} // namespace keyward::engine
