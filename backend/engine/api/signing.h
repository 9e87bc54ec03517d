// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/bytes.h"
#include "backend/base/result.h"

#include <string>

namespace keyward::engine {

/// Signs documents in the name of the keystore with its Ed25519 key, which never leaves it.
class DocumentSigner
{
public:
    virtual ~DocumentSigner() = default;
    virtual Bytes publicKey() const = 0;
    virtual Result<Bytes> sign(ByteView document) = 0;
};

/// By which people compare public keys: SHA-256 in groups of eight digits.
std::string fingerprint(ByteView publicKey);

} // namespace keyward::engine
