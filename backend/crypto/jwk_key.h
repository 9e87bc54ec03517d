// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/jwk.h"
#include "backend/crypto/rsa_numbers.h"

/// Private to backend/crypto: keys as JSON (RFC 7517, 7518, 8812), also as key vaults write them (RSA-HSM, EC-HSM,
/// oct-HSM).
namespace keyward::crypto {

struct JwkKey {
    PkeyPtr key;       ///< RSA and EC
    SecretBytes bytes; ///< oct
};

bool looksLikeJwk(std::string_view text);

/// Of one JWK. Codes: ImportMalformed, ImportWeak, KeySpecUnsupported.
Result<JwkKey> keyOfJwk(const Context &context, std::string_view json);

/// The JWKs of a set {"keys": […]}, or the text itself.
std::vector<std::string_view> jwksOf(std::string_view json);

} // namespace keyward::crypto
