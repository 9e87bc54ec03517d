// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/key_spec.h"
#include "backend/crypto/context.h"
#include "backend/crypto/secret_bytes.h"

namespace keyward::crypto {

/// AES key wrap (RFC 3394: AES-KW, multiples of 8 bytes from 16 on) and with padding (RFC 5649: AES-KWP, any length).
Result<Bytes> aesWrap(const Context &context, const SecretBytes &kek, WrapAlgorithm algorithm, const SecretBytes &key);
Result<SecretBytes> aesUnwrap(const Context &context, const SecretBytes &kek, WrapAlgorithm algorithm,
                              ByteView wrapped); ///< Code::UnwrapFailed

} // namespace keyward::crypto
