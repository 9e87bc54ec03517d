// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/ids.h"
#include "backend/base/time.h"

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

/// Certificates and the system's trust store, through QCA. Keys are not asked of it: it ends the process on PKCS#12
/// without a certificate, and knows no keys but RSA (key_import.h reads them). QCA needs a session while it is used and
/// loads OpenSSL's legacy provider into the default library context, which is not ours.
class CertificateReader
{
public:
    CertificateReader();
    ~CertificateReader();
    CertificateReader(const CertificateReader &) = delete;
    CertificateReader &operator=(const CertificateReader &) = delete;

    Result<CertificateInfo> read(ByteView pemOrDer) const; ///< Code::KeyMaterialInvalid
    std::vector<CertificateInfo> trustAnchors() const;     ///< of the system; empty where it has none

private:
    struct Session;
    std::unique_ptr<Session> m_session;
};

} // namespace keyward::crypto
