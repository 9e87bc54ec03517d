// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/crypto/jwk.h"
#include "backend/crypto/key_import.h"
#include "backend/crypto/key_wrap.h"

using namespace keyward;
using namespace keyward::crypto;

/// Keys that other programs wrote (tests/backend/crypto/import/make says how): OpenSSL, Java's keytool, GnuTLS,
/// Python's cryptography.
class TestKeyImport : public QObject
{
    Q_OBJECT

    static SecretBytes file(const QString &name)
    {
        QFile in(QStringLiteral(KEYWARD_SOURCE_DIR "/tests/backend/crypto/import/") + name);
        if (!in.open(QIODevice::ReadOnly)) test::giveUp({Code::Io, name.toStdString(), {"missing"}, {}});
        const auto bytes = in.readAll();
        return test::must(SecretBytes::copyOf(
            {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())}));
    }
    static Result<ForeignKey> read(const QString &name, const char *passphrase = nullptr)
    {
        const auto secret = test::secret(passphrase ? passphrase : "");
        return readForeignKey(test::context(), file(name), passphrase ? &secret : nullptr);
    }

private Q_SLOTS:
    void MOD_4_formats_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("spec");
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("locked");
        const auto row = [](const char *name, const char *spec, const char *format, bool locked = false) {
            QTest::newRow(name) << name << spec << format << locked;
        };
        row("rsa-pkcs8.pem", "RSA 2048", "PEM");
        row("rsa-traditional.pem", "RSA 2048", "PEM");
        row("rsa-bag.pem", "RSA 2048", "PEM");
        row("rsa-pkcs8.der", "RSA 2048", "PKCS#8");
        row("rsa-encrypted.pem", "RSA 2048", "encrypted PEM", true);
        row("rsa-encrypted.der", "RSA 2048", "encrypted PKCS#8", true);
        row("rsa-traditional-encrypted.pem", "RSA 2048", "encrypted PEM", true);
        row("rsa-openssl.p12", "RSA 2048", "PKCS#12", true);
        row("rsa-keytool.p12", "RSA 3072", "PKCS#12", true);
        row("rsa-gnutls-encrypted.pem", "RSA 4096", "encrypted PEM", true);
        row("rsa.jwk", "RSA 2048", "JWK");
        row("ec-p256-sec1.pem", "EC P-256", "PEM");
        row("ec-p521-pkcs8.pem", "EC P-521", "PEM");
        row("ec-p256k-pkcs8.pem", "EC P-256K", "PEM");
        row("ec-gnutls.pem", "EC P-384", "PEM");
        row("ec-openssl.p12", "EC P-256", "PKCS#12", true);
        row("ec-keytool.p12", "EC P-384", "PKCS#12", true);
        row("ec-p-256.jwk", "EC P-256", "JWK");
        row("ec-p-521.jwk", "EC P-521", "JWK");
        row("ec-p-256k.jwk", "EC P-256K", "JWK");
        row("oct.jwk", "oct 256", "JWK");
        row("aes-256.bin", "oct 256", "raw AES");
    }
    void MOD_4_formats()
    {
        QFETCH(QString, name);
        QFETCH(QString, spec);
        QFETCH(QString, format);
        QFETCH(bool, locked);
        if (locked) {
            KW_REFUSED(read(name), Code::ImportNeedsPassphrase);
            KW_REFUSED(read(name, "wrong"), Code::ImportNeedsPassphrase);
        }
        const auto key = read(name, locked ? "secret" : nullptr);
        KW_OK(key);
        QCOMPARE(QString::fromStdString(key->spec.text()), spec);
        QCOMPARE(QString::fromStdString(key->format), format);
        if (key->spec.kind == KeyKind::Oct) {
            QCOMPARE(key->material.exposed()[31], std::uint8_t(31));
            return;
        }
        // What it signs with its private part, its public part verifies.
        const auto priv = test::must(PrivateKey::fromPkcs8(test::context(), key->material));
        const auto pub = test::must(PublicKey::fromSpki(test::context(), key->spki));
        static constexpr SignAlgorithm ofCurve[] = {SignAlgorithm::Ps256, SignAlgorithm::Es256, SignAlgorithm::Es384,
                                                    SignAlgorithm::Es512, SignAlgorithm::Es256K};
        const auto algorithm = ofCurve[static_cast<std::size_t>(key->spec.curve)];
        KW_OK(pub.verify(algorithm, bytesOf("text"), test::must(priv.sign(algorithm, bytesOf("text")))));
    }

    void theSameKeyInEveryFormatIsTheSameKey()
    {
        const auto first = test::must(read("rsa-pkcs8.pem")).spki;
        for (const auto *name : {"rsa-traditional.pem", "rsa-bag.pem", "rsa-pkcs8.der", "rsa.jwk"})
            QCOMPARE(test::must(read(name)).spki, first);
        for (const auto *name :
             {"rsa-encrypted.pem", "rsa-encrypted.der", "rsa-traditional-encrypted.pem", "rsa-openssl.p12"})
            QCOMPARE(test::must(read(name, "secret")).spki, first);
        QCOMPARE(test::must(read("ec-openssl.p12", "secret")).spki, test::must(read("ec-p256-sec1.pem")).spki);
    }

    void brokenAndUnfitKeysAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, Code code) { QTest::newRow(name) << name << int(code); };
        row("rsa-1024.pem", Code::KeySpecUnsupported);
        row("ed25519.pem", Code::KeySpecUnsupported);
        row("rsa-exponent-3.pem", Code::ImportWeak);
        row("rsa-broken.jwk", Code::ImportWeak);
        row("ec-broken.jwk", Code::ImportWeak);
        row("rsa-public.pem", Code::ImportMalformed);
        row("rsa-public.jwk", Code::ImportMalformed);
        row("make", Code::ImportMalformed);
    }
    void brokenAndUnfitKeysAreRefused()
    {
        QFETCH(QString, name);
        QFETCH(int, code);
        KW_REFUSED(read(name), Code(code));
    }

    void aFaultyGeneratorIsRecognised()
    {
        // A modulus of the shape that the faulty generator made: both factors k*M + (65537^a mod M), with M the product
        // of small primes.
        QFile in(QStringLiteral(KEYWARD_SOURCE_DIR "/tests/backend/crypto/import/rsa-faulty-generator.pem"));
        QVERIFY(in.exists());
        const auto refused = read("rsa-faulty-generator.pem");
        KW_REFUSED(refused, Code::ImportWeak);
        QVERIFY(refused.error().arguments[0].text().contains("CVE-2017-15361"));
    }

    void cutFilesAreRefusedAtEveryLength()
    {
        for (const auto *name : {"rsa-pkcs8.der", "rsa-openssl.p12", "ec-p-256.jwk", "ec-p256-sec1.pem"}) {
            const auto whole = file(QString::fromLatin1(name));
            for (std::size_t size = 0; size + 2 < whole.size(); size += 1 + whole.size() / 97) {
                const auto cut = test::must(SecretBytes::copyOf(whole.exposed().first(size)));
                const auto secret = test::secret("secret");
                const auto key = readForeignKey(test::context(), cut, &secret);
                QVERIFY2(!key || key->format == "raw AES", name); // 16, 24 and 32 bytes are a key of their own
            }
        }
    }

    void MOD_4_transferBlobs()
    {
        const auto kekFile = test::must(read("kek.pem"));
        const auto kek = test::must(PrivateKey::fromPkcs8(test::context(), kekFile.material));
        const auto blob = test::must(parseTransferBlob(file("rsa.byok").exposed()));
        QCOMPARE(blob.kid, std::string("KID"));
        const auto pkcs8 = test::must(openTransfer(*test::context(), kek, blob.ciphertext));
        QCOMPARE(test::must(readForeignKey(test::context(), pkcs8)).spki, test::must(read("rsa-pkcs8.pem")).spki);
        const auto ciphertext = [](const char *name) {
            return test::must(parseTransferBlob(file(QString::fromLatin1(name)).exposed())).ciphertext;
        };
        KW_REFUSED(openTransfer(*test::context(), kek, ciphertext("rsa-altered.byok")), Code::UnwrapFailed);
        KW_REFUSED(openTransfer(*test::context(), kek, ciphertext("aes-128-inside.byok")), Code::UnwrapFailed);
        KW_REFUSED(openTransfer(*test::context(), kek, ByteView(blob.ciphertext).first(256)), Code::UnwrapFailed);
        KW_REFUSED(readForeignKey(test::context(),
                                  test::must(openTransfer(*test::context(), kek, ciphertext("not-a-key.byok")))),
                   Code::ImportMalformed);
        KW_REFUSED(parseTransferBlob(file("rsa-other-mechanism.byok").exposed()), Code::ImportMalformed);
        // And there again.
        const auto sealed = test::must(sealTransfer(*test::context(), kek.publicKey(), pkcs8));
        const auto text = transferBlobText({"https://kv.vault.keyward.local/keys/kek/1", sealed}, "test");
        const auto again = test::must(parseTransferBlob(text));
        QCOMPARE(again.kid, std::string("https://kv.vault.keyward.local/keys/kek/1"));
        QVERIFY(test::must(openTransfer(*test::context(), kek, again.ciphertext)).sameAs(pkcs8));
    }

    void jsonIsReadStrictly_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("members");
        const auto row = [](const char *json, int members) { QTest::newRow(json) << QByteArray(json) << members; };
        row(R"({"a":"b"})", 1);
        row(R"( { "a" : "b" , "c" : [1,{"d":"e"}], "f":true, "g":"h" } )", 2);
        row(R"({})", 0);
        row(R"({"a":"b","a":"c"})", 0);
        row(R"({"a":"b"} x)", 0);
        row(R"({"a":"b")", 0);
        row(R"({"a":"b\"})", 0);
        row(R"({"a" "b"})", 0);
        row(R"({"a":"b",})", 0);
        row(R"(["a"])", 0);
        row(R"({"a":)", 0);
    }
    void jsonIsReadStrictly()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, members);
        QCOMPARE(int(membersOf({json.constData(), static_cast<std::size_t>(json.size())}).strings.size()), members);
        KW_REFUSED(decodeBase64Url("a"), Code::ImportMalformed);
        KW_REFUSED(decodeBase64Url("ab!"), Code::ImportMalformed);
        KW_REFUSED(decodeBase64Url("ab"), Code::ImportMalformed); // bits that belong to no byte
        QCOMPARE(test::must(decodeBase64Url("Zm9vYg")).exposed()[3], std::uint8_t('b'));
    }

    void encryptionSaysHowMuchItTakes()
    {
        const auto key = test::must(read("rsa-pkcs8.pem"));
        const auto pub = test::must(PublicKey::fromSpki(test::context(), key.spki));
        KW_OK(pub.wrap(WrapAlgorithm::RsaOaep256, test::must(SecretBytes::ofSize(190))));
        const auto refused = pub.wrap(WrapAlgorithm::RsaOaep256, test::must(SecretBytes::ofSize(191)));
        KW_REFUSED(refused, Code::DataTooLong);
        QCOMPARE(refused.error().arguments[1].text(), std::string("190"));
        KW_REFUSED(pub.wrap(WrapAlgorithm::RsaOaep, test::must(SecretBytes::ofSize(215))), Code::DataTooLong);
    }
};

QTEST_GUILESS_MAIN(TestKeyImport)
#include "tst_key_import.moc"
