// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/asymmetric.h"

namespace keyward::crypto {

/// A key that was made elsewhere, read and checked.
struct ForeignKey {
    SecretBytes material; ///< PKCS#8, or the bytes of a symmetric key: as custody keeps it
    KeySpec spec;
    Bytes spki;           ///< empty for symmetric keys
    std::string format;   ///< PEM, PKCS#8, PKCS#12, JWK, raw AES; with the cipher where that protects no longer
    std::string outdated; ///< that cipher, for a warning: whoever saw the file may have the key
};

/// Reads PEM (also encrypted, also of the kinds before PKCS#8), PKCS#8 in DER, PKCS#12, JWK (RFC 7517, 7518, 8812), or
/// 16, 24 or 32 bytes of a symmetric key, whichever it is. A file may hold other things beside; it holds one key that
/// can be used. The key is checked here, once: parts that fit together, sizes that are supported, and that nobody can
/// find it (FIPS 186-5, A.1.1). The file never leaves protected memory. Old encryptions are read by a library context
/// of their own. Codes: ImportMalformed, ImportNeedsPassphrase, ImportWeak, ImportAmbiguous, ImportOldEncryption,
/// ImportOtherFormat, KeySpecUnsupported.
Result<ForeignKey> readForeignKey(const ContextPtr &context, const SecretBytes &file,
                                  const SecretBytes *passphrase = nullptr);

/// A transfer blob (.byok): a key wrapped for a key of the target vault, so that it is never in the clear on its way.
struct TransferBlob {
    std::string kid;  ///< of the key that unwraps it
    Bytes ciphertext; ///< CKM_RSA_AES_KEY_WRAP: RSA-OAEP of an AES-256 key, then AES-KWP (RFC 5649) of PKCS#8
};
bool looksLikeTransferBlob(ByteView file);
Result<TransferBlob> parseTransferBlob(ByteView file); ///< Code::ImportMalformed
Bytes transferBlobText(const TransferBlob &blob, std::string_view generator);
/// Code::UnwrapFailed
Result<SecretBytes> openTransfer(const Context &context, const PrivateKey &kek, ByteView ciphertext);
Result<Bytes> sealTransfer(Context &context, const PublicKey &kek, const SecretBytes &pkcs8);

} // namespace keyward::crypto
