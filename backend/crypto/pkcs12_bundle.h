// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/old_encryption.h"

/// Private to backend/crypto: PKCS#12 (RFC 7292), walked bag by bag. PKCS12_parse gives no more than the first key, and
/// wants every certificate beside it readable too.
namespace keyward::crypto {

struct BundledKey {
    SecretBytes pkcs8;
    std::string cipher; ///< that it was under; empty where none
};

bool isBundle(ByteView der);

/// All private keys in it. A bundle that is under the empty passphrase is open to anybody and opens with any.
/// Codes: ImportMalformed, ImportNeedsPassphrase, ImportOldEncryption.
Result<std::vector<BundledKey>> keysOfBundle(ReadingContext &contexts, ByteView der, const SecretBytes &passphrase);

} // namespace keyward::crypto
