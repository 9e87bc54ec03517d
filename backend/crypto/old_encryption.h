// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"
#include "backend/crypto/openssl_support.h"
#include "backend/crypto/secret_bytes.h"

struct X509_algor_st;

/// Private to backend/crypto: how the files of keys are encrypted, up to the oldest ways.
namespace keyward::crypto {

/// A library context of its own for ciphers that nothing else may use (RC2, RC4, DES and their like): OpenSSL's legacy
/// provider is loaded into it, where the system has one, and it lives as long as the reading of one file.
class ReadingContext
{
public:
    explicit ReadingContext(const Context &modern) : m_modern(modern.native()) {}
    ~ReadingContext();
    ReadingContext(const ReadingContext &) = delete;
    ReadingContext &operator=(const ReadingContext &) = delete;

    OSSL_LIB_CTX *modern() const { return m_modern; }
    OSSL_LIB_CTX *old(); ///< null where there is no legacy provider
    /// The context that knows this cipher; null where none does.
    OSSL_LIB_CTX *knowing(const std::string &cipher);

private:
    OSSL_LIB_CTX *m_modern;
    OSSL_LIB_CTX *m_old = nullptr;
    ossl_provider_st *m_providers[2] = {};
    bool m_tried = false;
};

/// The cipher of a password-based encryption (PKCS#5, PKCS#12), as OpenSSL names it: AES-256-CBC, RC4, RC2-40-CBC.
std::string cipherOf(const X509_algor_st *algorithm);

/// Whether such a cipher protects no longer.
bool outdated(std::string_view cipher);

enum class Container : std::uint8_t { Pem, Pkcs8, Pkcs12 };
/// ImportOldEncryption with the line that converts a file of that kind.
std::unexpected<Error> notReadHere(const std::string &cipher, Container container);

/// PEM as it was before PKCS#8: "DEK-Info: DES-CBC,0011223344556677" and a key derived by one MD5 (RFC 1421).
struct TraditionalPem {
    std::string cipher;
    Bytes iv;
    static std::optional<TraditionalPem> from(std::string_view header);
    /// Codes: ImportOldEncryption, ImportNeedsPassphrase.
    Result<SecretBytes> decrypted(ReadingContext &contexts, ByteView data, const SecretBytes &passphrase) const;
};

} // namespace keyward::crypto
