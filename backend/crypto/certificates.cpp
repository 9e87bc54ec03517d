// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/certificates.h"

#include "backend/crypto/openssl_support.h"

#include <QtCrypto>

#include <algorithm>
#include <openssl/pkcs12.h>

namespace keyward::crypto {
namespace {

QByteArray copied(ByteView bytes) { return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())}; }

Instant instant(const QDateTime &time) { return Instant(Millis(time.toMSecsSinceEpoch())); }

CertificateInfo infoOf(const QCA::Certificate &certificate)
{
    const auto der = certificate.toDER();
    CertificateInfo out;
    out.subject = certificate.subjectInfoOrdered().toString().toStdString();
    out.issuer = certificate.issuerInfoOrdered().toString().toStdString();
    out.notBefore = instant(certificate.notValidBefore());
    out.notAfter = instant(certificate.notValidAfter());
    out.fingerprint = QCA::Hash(QStringLiteral("sha256")).hashToString(der).toStdString();
    out.der.assign(der.begin(), der.end());
    return out;
}

std::unexpected<Error> unreadable(const char *what) { return fail(Code::KeyMaterialInvalid, what); }

/// QCA gives one answer for a wrong password and a broken bundle; the bundle's own checksum tells the two apart.
bool passwordFits(ByteView bundle, const SecretBytes &password)
{
    const auto *cursor = bundle.data();
    const std::unique_ptr<PKCS12, Freer<PKCS12_free>> parsed(::d2i_PKCS12(nullptr, &cursor, static_cast<long>(bundle.size())));
    const bool fits = !parsed || ::PKCS12_verify_mac(parsed.get(), reinterpret_cast<const char *>(password.exposed().data()), intSize(password.size())) == 1;
    ::ERR_clear_error();
    return fits;
}

} // namespace

struct CertificateReader::Session {
    QCA::Initializer initializer{QCA::Practical, 256}; // KiB of protected memory for what passes through
};

CertificateReader::CertificateReader() : m_session(std::make_unique<Session>()) {}
CertificateReader::~CertificateReader() = default;

Result<CertificateInfo> CertificateReader::read(ByteView pemOrDer) const
{
    QCA::ConvertResult result{};
    const auto bytes = copied(pemOrDer);
    auto certificate = bytes.startsWith("-----BEGIN") ? QCA::Certificate::fromPEM(QString::fromLatin1(bytes), &result) : QCA::Certificate::fromDER(bytes, &result);
    if (result != QCA::ConvertGood || certificate.isNull()) return unreadable("certificate");
    return infoOf(certificate);
}

Result<Pkcs12> CertificateReader::readPkcs12(ByteView bundle, const SecretBytes &password) const
{
    QCA::ConvertResult result{};
    QCA::SecureArray secret(static_cast<int>(password.size()));
    std::ranges::copy(password.exposed(), secret.data());
    const auto opened = QCA::KeyBundle::fromArray(copied(bundle), secret, &result);
    if (result != QCA::ConvertGood && !passwordFits(bundle, password)) return fail(Code::WrongPassphrase, "PKCS#12 bundle");
    if (result != QCA::ConvertGood || opened.isNull() || opened.privateKey().isNull()) return unreadable("PKCS#12 bundle");
    const auto der = opened.privateKey().toDER();
    Pkcs12 out;
    out.name = opened.name().toStdString();
    KEYWARD_TRY(out.privateKey, SecretBytes::copyOf({reinterpret_cast<const std::uint8_t *>(der.constData()), static_cast<std::size_t>(der.size())}));
    for (const auto &certificate : opened.certificateChain()) out.chain.push_back(infoOf(certificate));
    return out;
}

std::vector<CertificateInfo> CertificateReader::trustAnchors() const
{
    std::vector<CertificateInfo> out;
    if (!QCA::haveSystemStore()) return out;
    for (const auto &certificate : QCA::systemStore().certificates()) out.push_back(infoOf(certificate));
    return out;
}

} // namespace keyward::crypto
