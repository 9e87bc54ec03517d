// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/crypto/asymmetric.h"
#include "backend/crypto/hpke.h"
#include "backend/crypto/kdf.h"
#include "backend/crypto/key_wrap.h"

using namespace keyward;

class TestAlgorithms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Mend F: not OpenSSL's "missing key".
    void nothingIsDerivedFromNothing()
    {
        const auto refused = crypto::hkdf(*test::context(), test::must(crypto::SecretBytes::ofSize(0)), {}, "purpose");
        KW_REFUSED(refused, Code::ValueInvalid);
        QCOMPARE(message(refused.error()), std::string("'' is not a valid secret: it is empty."));
    }

    void VLT_4_everyKindIsMadeAndSurvivesStorage_data()
    {
        QTest::addColumn<QString>("kind");
        for (const auto *kind : {"2048", "3072", "4096", "P-256", "P-384", "P-521", "P-256K"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void VLT_4_everyKindIsMadeAndSurvivesStorage()
    {
        QFETCH(QString, kind);
        const auto text = kind.toStdString();
        const auto spec =
            test::must(kind.startsWith(QLatin1Char('P')) ? KeySpec::ec(text) : KeySpec::rsa(kind.toUInt()));
        const auto made = test::must(crypto::PrivateKey::generate(test::context(), spec));
        const auto again = test::must(crypto::PrivateKey::fromPkcs8(test::context(), test::must(made.pkcs8())));
        QVERIFY(again.spec() == spec);
        QCOMPARE(again.publicKey().spki(), made.publicKey().spki());
        const auto parsed = test::must(crypto::PublicKey::fromSpki(test::context(), made.publicKey().spki()));
        const std::vector<SignAlgorithm> algorithms =
            spec.kind == KeyKind::Rsa ? std::vector{SignAlgorithm::Rs256, SignAlgorithm::Rs384, SignAlgorithm::Rs512,
                                                    SignAlgorithm::Ps256, SignAlgorithm::Ps384, SignAlgorithm::Ps512}
                                      : std::vector{spec.curve == Curve::P256   ? SignAlgorithm::Es256
                                                    : spec.curve == Curve::P384 ? SignAlgorithm::Es384
                                                    : spec.curve == Curve::P521 ? SignAlgorithm::Es512
                                                                                : SignAlgorithm::Es256K};
        for (const auto algorithm : algorithms) {
            auto signature = test::must(again.sign(algorithm, bytesOf("message")));
            KW_OK(parsed.verify(algorithm, bytesOf("message"), signature));
            KW_REFUSED(parsed.verify(algorithm, bytesOf("massage"), signature), Code::SignatureInvalid);
            signature[signature.size() / 2] ^= 1;
            KW_REFUSED(parsed.verify(algorithm, bytesOf("message"), signature), Code::SignatureInvalid);
        }
        if (spec.kind == KeyKind::Ec) {
            QCOMPARE(test::must(again.sign(algorithms[0], bytesOf("m"))).size(),
                     std::size_t((spec.bits + 7) / 8 * 2)); // r || s
            KW_REFUSED(again.sign(SignAlgorithm::Rs256, bytesOf("m")), Code::AlgorithmUnsupported);
        }
    }

    void MOD_3_rsaWrapsAndUnwraps()
    {
        const auto key = test::must(crypto::PrivateKey::generate(test::context(), {}));
        const auto dek = test::secret(std::string(32, 'd'));
        for (const auto algorithm : {WrapAlgorithm::RsaOaep, WrapAlgorithm::RsaOaep256}) {
            auto wrapped = test::must(key.publicKey().wrap(algorithm, dek));
            QVERIFY(test::must(key.unwrap(algorithm, wrapped)).sameAs(dek));
            const auto other = algorithm == WrapAlgorithm::RsaOaep ? WrapAlgorithm::RsaOaep256 : WrapAlgorithm::RsaOaep;
            KW_REFUSED(key.unwrap(other, wrapped), Code::UnwrapFailed);
            wrapped[10] ^= 1;
            KW_REFUSED(key.unwrap(algorithm, wrapped), Code::UnwrapFailed);
        }
    }

    void rsa15IsKeptForReadingOnly()
    {
        const auto key = test::must(crypto::PrivateKey::generate(test::context(), {}));
        QVERIFY(compatibilityOnly(WrapAlgorithm::Rsa15));
        KW_REFUSED(key.publicKey().wrap(WrapAlgorithm::Rsa15, test::secret("dek")), Code::AlgorithmUnsupported);
    }

    void aesWrapsByBothStandards()
    {
        for (const unsigned bits : {128u, 192u, 256u}) {
            const auto kek = test::secret(std::string(bits / 8, 'k'));
            const auto dek = test::secret(std::string(32, 'd'));
            const auto odd = test::secret("twenty bytes, not 24");
            auto wrapped = test::must(crypto::aesWrap(*test::context(), kek, WrapAlgorithm::AesKw, dek));
            QCOMPARE(wrapped.size(), std::size_t(40));
            QVERIFY(test::must(crypto::aesUnwrap(*test::context(), kek, WrapAlgorithm::AesKw, wrapped)).sameAs(dek));
            QVERIFY(!crypto::aesWrap(*test::context(), kek, WrapAlgorithm::AesKw, odd)); // not a multiple of eight
            const auto padded = test::must(crypto::aesWrap(*test::context(), kek, WrapAlgorithm::AesKwp, odd));
            QVERIFY(test::must(crypto::aesUnwrap(*test::context(), kek, WrapAlgorithm::AesKwp, padded)).sameAs(odd));
            wrapped[3] ^= 1;
            KW_REFUSED(crypto::aesUnwrap(*test::context(), kek, WrapAlgorithm::AesKw, wrapped), Code::UnwrapFailed);
        }
    }

    void hpkeSealsToAKeyNotHeld()
    {
        const auto pair = test::must(crypto::hpkeKeyPair(*test::context(), test::secret(std::string(32, 's'))));
        const auto same = test::must(crypto::hpkeKeyPair(*test::context(), test::secret(std::string(32, 's'))));
        const auto other = test::must(crypto::hpkeKeyPair(*test::context(), test::secret(std::string(32, 't'))));
        QCOMPARE(pair.publicKey, same.publicKey);
        const auto sealed = test::must(
            crypto::hpkeSeal(*test::context(), pair.publicKey, "purpose", bytesOf("where"), bytesOf("root key")));
        QCOMPARE(
            textOf(test::must(crypto::hpkeOpen(*test::context(), same, "purpose", bytesOf("where"), sealed)).exposed()),
            std::string_view("root key"));
        KW_REFUSED(crypto::hpkeOpen(*test::context(), other, "purpose", bytesOf("where"), sealed), Code::UnwrapFailed);
        KW_REFUSED(crypto::hpkeOpen(*test::context(), pair, "other purpose", bytesOf("where"), sealed),
                   Code::UnwrapFailed);
        KW_REFUSED(crypto::hpkeOpen(*test::context(), pair, "purpose", bytesOf("elsewhere"), sealed),
                   Code::UnwrapFailed);
    }

    void argon2HasBounds()
    {
        for (const auto *bad : {"m=63,t=3,p=4", "m=1025,t=3,p=4", "m=64,t=0,p=1", "m=64,t=17,p=1", "m=64,t=1,p=17",
                                "m=64", "nonsense", ""})
            QVERIFY2(!crypto::Argon2Parameters::from(bad) &&
                         crypto::Argon2Parameters::from(bad).error().code == Code::KdfOutOfBounds,
                     bad);
        QVERIFY(*crypto::Argon2Parameters::from("m=64,t=1,p=4") == crypto::Argon2Parameters::floor());
    }

    void malformedKeysAreRefused()
    {
        KW_REFUSED(crypto::PrivateKey::fromPkcs8(test::context(), test::secret("not a key")), Code::KeyMaterialInvalid);
        KW_REFUSED(crypto::PublicKey::fromSpki(test::context(), bytesOf("not a key")), Code::KeyMaterialInvalid);
    }

    void ed25519FollowsRfc8032()
    {
        // RFC 8032, section 7.1, test 2
        const auto seed = test::must(crypto::SecretBytes::copyOf(
            test::must(fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))));
        const Bytes text{0x72};
        QCOMPARE(toHex(test::must(crypto::ed25519PublicKey(*test::context(), seed))),
                 std::string("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
        const auto signature = test::must(crypto::ed25519Sign(*test::context(), seed, text));
        QCOMPARE(toHex(signature), std::string("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e"
                                               "43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
        QVERIFY(crypto::ed25519Verify(*test::context(), test::must(crypto::ed25519PublicKey(*test::context(), seed)),
                                      text, signature));
    }
};

QTEST_GUILESS_MAIN(TestAlgorithms)
#include "tst_algorithms.moc"
