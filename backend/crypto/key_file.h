// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/old_encryption.h"

struct X509_sig_st;

/// Private to backend/crypto: the private keys in a file of another program. By OpenSSL alone, in contexts of ours: QCA
/// ends the process on PKCS#12 without a certificate and knows no keys but RSA.
namespace keyward::crypto {

struct FoundKey {
    PkeyPtr key;
    std::string format;   ///< PEM, encrypted PKCS#8, …; with the cipher where that protects no longer
    std::string outdated; ///< that cipher
};

/// Everything in the file, in its order. Parts that cannot be read count only where nothing else is the key that is
/// meant.
class KeyFile
{
public:
    /// Without a passphrase the empty one is tried.
    KeyFile(const Context &context, const SecretBytes *passphrase);

    void readPem(ByteView file);
    void readDer(ByteView file); ///< PKCS#8, encrypted or not, the kinds before it, or PKCS#12

    std::vector<FoundKey> &keys() { return m_keys; }
    const std::optional<Error> &problem() const { return m_problem; } ///< the one that says best what to do

private:
    struct PemBlock;
    Status readBlock(const PemBlock &block);
    Status readPlain(ByteView der, std::string format, const std::string &cipher = {});
    Status readEncrypted(const X509_sig_st *sealed, const char *format);
    Status readBundle(ByteView der);
    void note(Status outcome);

    ReadingContext m_contexts;
    SecretBytes m_none;
    const SecretBytes &m_passphrase;
    std::vector<FoundKey> m_keys;
    std::optional<Error> m_problem;
};

} // namespace keyward::crypto
