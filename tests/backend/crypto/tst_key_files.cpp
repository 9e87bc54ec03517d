// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Mend 10, 20: files of keys as they are found in the world: old encryptions, odd shapes, several keys, other formats,
// weak keys. tests/backend/crypto/import/make-more says how these were made, by other programs than Keyward.

#include "tests/support/fixture.h"

#include "backend/crypto/jwk.h"
#include "backend/crypto/key_import.h"

#include <QDir>
#include <QProcess>

using namespace keyward;
using namespace keyward::crypto;

namespace {

const auto own = QStringLiteral(KEYWARD_SOURCE_DIR "/tests/backend/crypto/import/");
const auto shared = QStringLiteral(KEYWARD_SOURCE_DIR "/../shared/inputs/");

SecretBytes fileAt(const QString &path)
{
    QFile in(path);
    if (!in.open(QIODevice::ReadOnly)) test::giveUp({Code::Io, path.toStdString(), {"missing"}, {}});
    const auto bytes = in.readAll();
    return test::must(SecretBytes::copyOf(
        {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())}));
}

Result<ForeignKey> readAt(const QString &path, const char *passphrase)
{
    const auto secret = test::secret(passphrase ? passphrase : "");
    return readForeignKey(test::context(), fileAt(path), passphrase ? &secret : nullptr);
}

/// What it signs with its private part, its public part verifies.
bool works(const ForeignKey &key)
{
    const auto priv = test::must(PrivateKey::fromPkcs8(test::context(), key.material));
    const auto pub = test::must(PublicKey::fromSpki(test::context(), key.spki));
    static constexpr SignAlgorithm ofCurve[] = {SignAlgorithm::Ps256, SignAlgorithm::Es256, SignAlgorithm::Es384,
                                                SignAlgorithm::Es512, SignAlgorithm::Es256K};
    const auto algorithm = ofCurve[static_cast<std::size_t>(key.spec.curve)];
    return pub.verify(algorithm, bytesOf("text"), test::must(priv.sign(algorithm, bytesOf("text")))).has_value();
}

} // namespace

class TestKeyFiles : public QObject
{
    Q_OBJECT

    static constexpr const char *none = nullptr;

private Q_SLOTS:
    void MOD_4_whatIsGoodIsRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("passphrase"); ///< null: none given
        QTest::addColumn<QString>("sameAs");     ///< the key that must come out
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("outdated");
        const auto row = [](const char *name, const char *passphrase, const char *sameAs, const char *format,
                            const char *outdated = "") {
            QTest::addRow("%s with %s", name, passphrase ? passphrase : "none")
                << name << (passphrase ? QString::fromLatin1(passphrase) : QString()) << sameAs << format << outdated;
        };
        const char *rsa = "rsa-pkcs8.pem", *ec = "ec-p256-sec1.pem";
        row("rsa-nocert.p12", "secret", rsa, "PKCS#12");
        row("ec-nocert.p12", "secret", ec, "PKCS#12");
        for (const char *passphrase : {none, "", "any"}) {
            row("ec-empty.p12", passphrase, ec, "PKCS#12");
            row("rsa-empty.p12", passphrase, rsa, "PKCS#12");
            row("rsa-open.p12", passphrase, rsa, "PKCS#12");
        }
        row("ec-nomac.p12", "secret", ec, "PKCS#12");
        row("rsa-p12.pem", "secret", rsa, "PKCS#12");
        row("second-key.p12", none, rsa, "PKCS#12");
        row("rsa-3des-rc2.p12", "secret", rsa, "PKCS#12 (DES-EDE3-CBC)", "DES-EDE3-CBC");
        row("ec-3des.p12", "secret", ec, "PKCS#12 (DES-EDE3-CBC)", "DES-EDE3-CBC");
        row("rsa-rc2.p12", "secret", rsa, "PKCS#12 (RC2-40-CBC)", "RC2-40-CBC");
        row("rsa-rc4.pem", "secret", rsa, "encrypted PEM (RC4)", "RC4");
        row("rsa-md5-des.pem", "secret", rsa, "encrypted PEM (DES-CBC)", "DES-CBC");
        row("rsa-pbes2-des.pem", "secret", rsa, "encrypted PEM (DES-CBC)", "DES-CBC");
        row("rsa-pbes2-3des.pem", "secret", rsa, "encrypted PEM (DES-EDE3-CBC)", "DES-EDE3-CBC");
        row("rsa-pbes2-rc2.der", "secret", rsa, "encrypted PKCS#8 (RC2-CBC)", "RC2-CBC");
        row("rsa-traditional-des.pem", "secret", rsa, "encrypted PEM (DES-CBC)", "DES-CBC");
        row("rsa-traditional-3des.pem", "secret", rsa, "encrypted PEM (DES-EDE3-CBC)", "DES-EDE3-CBC");
        row("rsa-encrypted-empty.pem", "", rsa, "encrypted PEM");
        row("ssh-then-rsa.pem", none, rsa, "PEM");
        row("ed25519-then-rsa.pem", none, rsa, "PEM");
        row("rsa-twice.pem", none, rsa, "PEM");
        for (const char *name :
             {"escapes.jwk", "all-escaped.jwk", "bom.jwk", "hsm.jwk", "minimal.jwk", "primes-only.jwk", "set.jwks"})
            row(name, none, rsa, "JWK");
        row("ec-secp256k1.jwk", none, "ec-p-256k.jwk", "JWK");
        row("ec-hsm.jwk", none, "ec-p-256.jwk", "JWK");
        for (const char *name : {"bom.pem", "utf16.pem", "utf16-big.pem"}) row(name, none, rsa, "PEM");
        row("no-primes.pem", none, "sound-d-beyond-lcm.pem", "PEM");
    }
    void MOD_4_whatIsGoodIsRead()
    {
        QFETCH(QString, name);
        QFETCH(QString, passphrase);
        QFETCH(QString, sameAs);
        QFETCH(QString, format);
        QFETCH(QString, outdated);
        const auto given = passphrase.toLatin1();
        const auto key = readAt(own + name, passphrase.isNull() ? nullptr : given.constData());
        KW_OK(key);
        QCOMPARE(QString::fromStdString(key->format), format);
        QCOMPARE(QString::fromStdString(key->outdated), outdated);
        QCOMPARE(key->spki, test::must(readAt(own + sameAs, nullptr)).spki);
        QVERIFY(works(*key));
    }

    void MOD_4_whatIsNotIsRefusedForItsReason_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says"); ///< part of sentence and remedy
        const auto row = [](const char *name, const char *passphrase, Code code, const char *says) {
            QTest::addRow("%s with %s", name, passphrase ? passphrase : "none")
                << name << (passphrase ? QString::fromLatin1(passphrase) : QString()) << int(code) << says;
        };
        row("weak-close-primes.pem", none, Code::ImportWeak, "close together");
        row("weak-small-d.pem", none, Code::ImportWeak, "private exponent is so small");
        row("weak-unbalanced.pem", none, Code::ImportWeak, "1400 and 648 bits");
        row("weak-exponent-65-bits.pem", none, Code::ImportWeak, "65 bits");
        row("weak-exponent-65-bits-2048.pem", none, Code::ImportWeak, "65 bits");
        row("rsa-three-primes.pem", none, Code::KeySpecUnsupported, "more than two primes");
        row("multi-prime.jwk", none, Code::KeySpecUnsupported, "more than two primes");
        row("wrong-dp.jwk", none, Code::ImportWeak, "do not belong together");
        row("wrong-d.jwk", none, Code::ImportWeak, "do not belong together");
        row("oct-all-zero.jwk", none, Code::ImportWeak, "the same");
        row("two-keys.pem", none, Code::ImportAmbiguous, "2 different keys");
        row("two-keys.p12", none, Code::ImportAmbiguous, "2 different keys");
        row("two-keys.jwks", none, Code::ImportAmbiguous, "2 different keys");
        row("ssh.pem", none, Code::ImportOtherFormat, "ssh-keygen -p -m PKCS8");
        row("putty.ppk", none, Code::ImportOtherFormat, "puttygen");
        row("ssh2.pem", none, Code::ImportOtherFormat, "SSH2");
        row("pgp.asc", none, Code::ImportOtherFormat, "OpenPGP");
        row("java.jks", none, Code::ImportOtherFormat, "keytool -importkeystore");
        row("microsoft.pvk", none, Code::ImportOtherFormat, "-inform PVK");
        row("rsa-gost.pem", "secret", Code::ImportOldEncryption, "gost89");
        for (const char *name : {"no-key.p12", "empty-bag.p12", "no-bag-value.p12", "no-safe-contents.p12"})
            row(name, none, Code::ImportMalformed, "PKCS#12 bundle");
        // A missing or wrong passphrase, and only that, asks for one; whatever the encryption.
        for (const char *name : {"rsa-nocert.p12", "ec-nomac.p12", "rsa-rc2.p12", "rsa-3des-rc2.p12", "rsa-rc4.pem",
                                 "rsa-md5-des.pem", "rsa-pbes2-rc2.der", "rsa-traditional-des.pem"})
            for (const char *passphrase : {none, "wrong"})
                row(name, passphrase, Code::ImportNeedsPassphrase, "passphrase");
    }
    void MOD_4_whatIsNotIsRefusedForItsReason()
    {
        QFETCH(QString, name);
        QFETCH(QString, passphrase);
        QFETCH(int, code);
        QFETCH(QString, says);
        const auto given = passphrase.toLatin1();
        const auto key = readAt(own + name, passphrase.isNull() ? nullptr : given.constData());
        KW_REFUSED(key, Code(code));
        const auto text = message(key.error()) + " " + remedy(key.error());
        QVERIFY2(QString::fromStdString(text).contains(says), text.c_str());
    }

    // Without a legacy provider the cipher is named, with the line that converts the file; never "the right
    // passphrase".
    void MOD_4_withoutTheLegacyProviderTheEncryptionIsNamed()
    {
        if (qEnvironmentVariableIsSet("KEYWARD_NO_LEGACY")) { // the process below, which finds no provider module
            for (const auto &[name, cipher, line] :
                 {std::tuple("rsa-rc4.pem", "RC4", "openssl pkey -provider legacy"),
                  std::tuple("rsa-traditional-des.pem", "DES-CBC", "openssl pkey -provider legacy"),
                  std::tuple("rsa-rc2.p12", "RC2-40-CBC", "openssl pkcs12 -legacy"),
                  std::tuple("rsa-pbes2-rc2.der", "RC2-CBC", "-inform DER")}) {
                const auto key = readAt(own + QString::fromLatin1(name), "secret");
                KW_REFUSED(key, Code::ImportOldEncryption);
                QVERIFY2(message(key.error()).contains(cipher), message(key.error()).c_str());
                QVERIFY2(remedy(key.error()).contains(line), remedy(key.error()).c_str());
            }
            return;
        }
        QTemporaryDir empty;
        QProcess again;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("OPENSSL_MODULES"), empty.path());
        environment.insert(QStringLiteral("KEYWARD_NO_LEGACY"), QStringLiteral("1"));
        again.setProcessEnvironment(environment);
        again.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("MOD_4_withoutTheLegacyProviderTheEncryptionIsNamed")});
        QVERIFY(again.waitForFinished());
        QVERIFY2(again.exitStatus() == QProcess::NormalExit && again.exitCode() == 0,
                 again.readAllStandardOutput().constData());
    }

    void MOD_4_aWeakKeyInATransferBlobIsRefusedToo()
    {
        const auto kek =
            test::must(PrivateKey::fromPkcs8(test::context(), test::must(readAt(own + "kek.pem", nullptr)).material));
        const auto blob = test::must(parseTransferBlob(fileAt(own + "weak.byok").exposed()));
        QCOMPARE(blob.kid, std::string("a \"kid\""));
        const auto inside = test::must(openTransfer(*test::context(), kek, blob.ciphertext));
        KW_REFUSED(readForeignKey(test::context(), inside), Code::ImportWeak);
        const auto again = test::must(parseTransferBlob(transferBlobText(blob, "a \"generator\"")));
        QCOMPARE(again.kid, blob.kid);
    }

    void jsonEscapesMeanWhatTheyMean()
    {
        const auto members =
            membersOf("{\"a\\u0062\":\"x\\\"\\\\\\/\\n\\u00e9\\ud83d\\ude00\",\"list\":[{\"b\":\"}\"},{}],\"n\":1}");
        QCOMPARE(members.text("ab"), std::string("x\"\\/\n\xc3\xa9\xf0\x9f\x98\x80"));
        QCOMPARE(objectsOf(members.other("list")).size(), std::size_t(2));
        QCOMPARE(members.other("n"), std::string_view("1"));
        for (const char *broken : {"{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":\"\\u12\"}",
                                   "{\"a\":\"b\",\"\\u0061\":\"c\"}", "{\"a\":\"\n\"}", "{\"a\":}", "{\"a\":\"b\\"})
            QVERIFY2(membersOf(broken).strings.empty(), broken);
        QCOMPARE(resolved("\\ud83dx"), std::string("\xef\xbf\xbdx")); // half a pair
        QCOMPARE(quoted("a\"\\\n"), std::string("\"a\\\"\\\\\\u000a\""));
        QCOMPARE(test::must(decodeBase64Url("Zm\\u0039v")).size(), std::size_t(3));
    }

    // Every verdict of ../shared/inputs/README.md.
    void MOD_4_theSharedInputs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<int>("code"); ///< -1: imported
        const auto row = [](const char *name, const char *passphrase, int code = -1) {
            QTest::addRow("%s with %s", name, passphrase ? passphrase : "none")
                << name << (passphrase ? QString::fromLatin1(passphrase) : QString()) << code;
        };
        for (const char *name : {"nocert.p12", "nocert-ec.p12", "e-nomac.p12", "rc4.pem", "trad-des.pem"})
            row(name, "pw1");
        row("e-empty.p12", "");
        row("e-empty.p12", "pw1");
        row("fermat.pem", none, int(Code::ImportWeak));
        row("small-d.pem", none, int(Code::ImportWeak));
        row("e-65bit-4096.pem", none, int(Code::ImportWeak));
        for (const char *name :
             {"j-ops.json", "j-bom.json", "jec-secp256k1.json", "j-min.json", "first-ssh-then-good.pem"})
            row(name, none);
        row("ssh.pem", none, int(Code::ImportOtherFormat));
        row("two-keys.pem", none, int(Code::ImportAmbiguous));
    }
    void MOD_4_theSharedInputs()
    {
        QFETCH(QString, name);
        QFETCH(QString, passphrase);
        QFETCH(int, code);
        if (!QDir(shared).exists()) QSKIP("../shared is not here");
        const auto given = passphrase.toLatin1();
        const auto key = readAt(shared + name, passphrase.isNull() ? nullptr : given.constData());
        if (code >= 0) {
            KW_REFUSED(key, Code(code));
            return;
        }
        KW_OK(key);
        QVERIFY(works(*key));
    }
};

QTEST_GUILESS_MAIN(TestKeyFiles)
#include "tst_key_files.moc"
