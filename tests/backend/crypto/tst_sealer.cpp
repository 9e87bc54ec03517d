// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// XAES-256-GCM against the vectors of its specification (C2SP, https://c2sp.org/XAES-256-GCM).

#include "tests/support/fixture.h"

#include "backend/crypto/segment_cipher.h"

using namespace keyward;

namespace {

std::array<std::uint8_t, 24> nonceOf(std::string_view text)
{
    std::array<std::uint8_t, 24> out{};
    std::ranges::copy(bytesOf(text), out.begin());
    return out;
}

} // namespace

class TestSealer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void specificationVectors_data()
    {
        QTest::addColumn<int>("keyByte");
        QTest::addColumn<QByteArray>("aad");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("msb of L is 0") << 1 << QByteArray()
                                       << QByteArray("ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271");
        QTest::newRow("msb of L is 1") << 3 << QByteArray("c2sp.org/XAES-256-GCM")
                                       << QByteArray("986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d");
    }
    void specificationVectors()
    {
        QFETCH(int, keyByte);
        QFETCH(QByteArray, aad);
        QFETCH(QByteArray, expected);
        auto sealer = test::must(
            crypto::Sealer::create(test::context(), test::secret(std::string(32, static_cast<char>(keyByte)))));
        const Bytes aadBytes(aad.begin(), aad.end());
        const auto sealed = sealer.sealWith(nonceOf("ABCDEFGHIJKLMNOPQRSTUVWX"), bytesOf("XAES-256-GCM"), aadBytes);
        QCOMPARE(toHex(ByteView(sealed).subspan(24)), expected.toStdString());
        Bytes opened;
        QVERIFY(sealer.open(sealed, aadBytes, opened));
        QCOMPARE(textOf(opened), std::string_view("XAES-256-GCM"));
    }

    void everyAlteredByteIsSeen()
    {
        auto sealer = test::must(crypto::Sealer::create(test::context(), test::secret(std::string(32, 7))));
        const auto sealed = sealer.seal(bytesOf("contents"), bytesOf("where"));
        Bytes opened;
        for (std::size_t i = 0; i < sealed.size(); ++i) {
            auto altered = sealed;
            altered[i] ^= 1;
            QVERIFY(!sealer.open(altered, bytesOf("where"), opened));
            QVERIFY(opened.empty());
        }
        QVERIFY(!sealer.open(sealed, bytesOf("elsewhere"), opened));
        QVERIFY(!sealer.open(ByteView(sealed).first(39), bytesOf("where"), opened));
        QVERIFY(sealer.open(sealed, bytesOf("where"), opened));
    }

    void noncesDoNotRepeat()
    {
        auto sealer = test::must(crypto::Sealer::create(test::context(), test::secret(std::string(32, 7))));
        std::set<std::string> seen;
        for (int i = 0; i < 1000; ++i) seen.insert(toHex(ByteView(sealer.seal(ByteView{}, {})).first(24)));
        QCOMPARE(seen.size(), std::size_t(1000));
    }

    void segmentsAreBoundToTheirNumber()
    {
        auto cipher = test::must(crypto::SegmentCipher::create(*test::context(), test::secret(std::string(32, 9))));
        const auto plain = bytesOf("segment");
        Bytes sealed(plain.size() + 16);
        Bytes opened(plain.size());
        QVERIFY(cipher.seal(5, plain, bytesOf("aad"), sealed.data()));
        QVERIFY(cipher.open(5, sealed, bytesOf("aad"), opened.data()));
        QVERIFY(!cipher.open(6, sealed, bytesOf("aad"), opened.data()));
        QVERIFY(!cipher.open(5, sealed, bytesOf("other"), opened.data()));
    }
};

QTEST_GUILESS_MAIN(TestSealer)
#include "tst_sealer.moc"
