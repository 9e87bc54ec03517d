// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The cache of parsed keys: bounded, idle keys dropped, revoked keys dropped at once.

#include "tests/support/fixture.h"

using namespace keyward;
using custody::SoftwareCustody;

class TestCustody : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void idleKeysAreDropped()
    {
        Keys keys;
        std::chrono::steady_clock::time_point now{};
        SoftwareCustody custody(test::context(), keys.reader(), [&] { return now; });
        const auto a = keys.add();
        const auto b = keys.add();
        test::must(custody.sign(a, SignAlgorithm::Es256, bytesOf("m")));
        now += std::chrono::seconds(50);
        test::must(custody.sign(b, SignAlgorithm::Es256, bytesOf("m")));
        QCOMPARE(custody.cached(), std::size_t(2));
        now += std::chrono::seconds(20); // a is idle for 70 s, b for 20 s
        test::must(custody.sign(b, SignAlgorithm::Es256, bytesOf("m")));
        QCOMPARE(custody.cached(), std::size_t(1));
        QCOMPARE(keys.reads, 2);
        test::must(custody.sign(a, SignAlgorithm::Es256, bytesOf("m")));
        QCOMPARE(keys.reads, 3);
    }

    void theCacheIsBounded()
    {
        Keys keys;
        SoftwareCustody custody(test::context(), keys.reader());
        for (std::size_t i = 0; i < SoftwareCustody::cacheLimit + 20; ++i)
            test::must(custody.sign(keys.add(), SignAlgorithm::Es256, bytesOf("m")));
        QCOMPARE(custody.cached(), SoftwareCustody::cacheLimit);
    }

    void revokedKeysAreDroppedAtOnce()
    {
        QTemporaryDir folder;
        test::ManualClock clock;
        test::Desk desk(folder.path().toStdString(), clock);
        const auto bound = desk.bound();
        const auto wrapped =
            test::must(desk.keys().wrap(desk.request(bound), WrapAlgorithm::RsaOaep256, test::secret("dek")));
        test::must(desk.keys().unwrap(desk.request(bound), WrapAlgorithm::RsaOaep256, wrapped));
        QCOMPARE(desk.custody().cached(), std::size_t(1));
        KW_OK(desk.run(estate::command::UpdateKeyVersion{bound.key, desk.request(bound).version, false, {}, {}, {}, {}},
                       true));
        QCOMPARE(desk.custody().cached(), std::size_t(0));
    }

private:
    struct Keys {
        std::map<RecordId, crypto::SecretBytes> materials;
        int reads = 0;

        custody::KeyHandle add()
        {
            static const auto shared = test::must(
                test::must(crypto::PrivateKey::generate(test::context(), test::must(KeySpec::ec("P-256")))).pkcs8());
            const auto id = test::id<RecordId>();
            materials.emplace(id, test::must(shared.clone()));
            return {id, test::must(KeySpec::ec("P-256"))};
        }
        SoftwareCustody::ReadMaterial reader()
        {
            return [this](const RecordId &id) {
                ++reads;
                return materials.at(id).clone();
            };
        }
    };
};

QTEST_GUILESS_MAIN(TestCustody)
#include "tst_custody.moc"
