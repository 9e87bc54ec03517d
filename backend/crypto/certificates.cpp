// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/certificates.h"

#include <QtCrypto>

namespace keyward::crypto {
namespace {

QByteArray copied(ByteView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

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
    auto certificate = bytes.startsWith("-----BEGIN") ? QCA::Certificate::fromPEM(QString::fromLatin1(bytes), &result)
                                                      : QCA::Certificate::fromDER(bytes, &result);
    if (result != QCA::ConvertGood || certificate.isNull()) return unreadable("certificate");
    return infoOf(certificate);
}

std::vector<CertificateInfo> CertificateReader::trustAnchors() const
{
    std::vector<CertificateInfo> out;
    if (!QCA::haveSystemStore()) return out;
    for (const auto &certificate : QCA::systemStore().certificates()) out.push_back(infoOf(certificate));
    return out;
}

} // namespace keyward::crypto
