// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Certificates made by the openssl program, read through QCA.

#include "tests/support/fixture.h"
#include "tests/support/openssl.h"

#include "backend/crypto/certificates.h"

using namespace keyward;

class TestCertificates : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    crypto::CertificateReader m_reader;

    Bytes read(const char *name)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::ReadOnly)) return {};
        const auto bytes = file.readAll();
        return Bytes(bytes.begin(), bytes.end());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(test::openssl(m_folder,
                              "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 30 -subj "
                              "/CN=contoso.example/O=Contoso"));
        QVERIFY(test::openssl(m_folder, "x509 -in cert.pem -outform DER -out cert.der"));
    }

    void certificatesAreReadInBothForms()
    {
        const auto pem = test::must(m_reader.read(read("cert.pem")));
        const auto der = test::must(m_reader.read(read("cert.der")));
        QVERIFY(pem.subject.find("contoso.example") != std::string::npos);
        QCOMPARE(pem.fingerprint, der.fingerprint);
        QCOMPARE(pem.fingerprint.size(), std::size_t(64));
        QCOMPARE(pem.notAfter - pem.notBefore, Millis(Days(30)));
        KW_REFUSED(m_reader.read(bytesOf("-----BEGIN CERTIFICATE-----\nnonsense\n")), Code::KeyMaterialInvalid);
    }

    void theSystemsTrustStoreIsRead()
    {
        const auto anchors = m_reader.trustAnchors();
        if (!std::filesystem::exists("/etc/ssl/certs/ca-certificates.crt")) return;
        QVERIFY(anchors.size() > 20);
        QVERIFY(!anchors.front().subject.empty());
    }
};

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"
