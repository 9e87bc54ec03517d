// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/time.h"
#include "backend/crypto/secret_bytes.h"

#include <memory>

namespace keyward::crypto {

struct CertificateInfo {
    std::string subject;
    std::string issuer;
    Instant notBefore{};
    Instant notAfter{};
    std::string fingerprint; ///< SHA-256 of the DER, hexadecimal
    Bytes der;
};

/// A PKCS#12 bundle opened: its private key as unencrypted PKCS#8, and its certificates, the key's own first.
struct Pkcs12 {
    std::string name;
    SecretBytes privateKey;
    std::vector<CertificateInfo> chain;
};

/// Certificates, PKCS#12 and the system's trust store, through QCA. RSA material only, as QCA knows no EC keys. QCA needs a
/// session while it is used and loads OpenSSL's legacy provider into the default library context, which is not ours.
class CertificateReader
{
public:
    CertificateReader();
    ~CertificateReader();
    CertificateReader(const CertificateReader &) = delete;
    CertificateReader &operator=(const CertificateReader &) = delete;

    Result<CertificateInfo> read(ByteView pemOrDer) const;                          ///< Code::KeyMaterialInvalid
    Result<Pkcs12> readPkcs12(ByteView bundle, const SecretBytes &password) const; ///< Codes: WrongPassphrase, KeyMaterialInvalid
    std::vector<CertificateInfo> trustAnchors() const;                              ///< of the system; empty where it has none

private:
    struct Session;
    std::unique_ptr<Session> m_session;
};

} // namespace keyward::crypto
