// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Mend 30. What is promised, and tested here from within and in tests/app/tst_stopped.cpp from without: the private
// numbers of a key (d, p, q, dp, dq, qi), the passphrase and the text of its file stand in protected memory alone, at
// any moment of an import, a signature or an unwrap, and afterwards; freed memory holds none of them. What cannot be
// had: values computed from them (powers of the message modulo p, digits of the exponent) pass through registers and
// the stack, which OpenSSL wipes after use; and a passphrase that is no longer than the block of its hash stands on the
// stack while HMAC takes it as its key (HMAC_Init_ex() pads it there, and wipes it before it returns).

#include "tests/support/fixture.h"
#include "tests/support/memory_scan.h"

#include "backend/crypto/key_import.h"
#include "backend/crypto/sealer.h"

#include <atomic>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <thread>
#include <unistd.h>

using namespace keyward;
using namespace keyward::crypto;

class TestSecretsInMemory : public QObject
{
    Q_OBJECT

    /// Straight into protected memory, unlike QFile.
    static SecretBytes file(const QString &name)
    {
        const auto path = QStringLiteral(KEYWARD_SOURCE_DIR "/tests/backend/crypto/import/") + name;
        const int descriptor = ::open(path.toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC);
        auto out = test::must(SecretBytes::ofSize(16384));
        const auto got = ::read(descriptor, out.writable().data(), out.size());
        ::close(descriptor);
        if (got <= 0) test::giveUp({Code::Io, name.toStdString(), {"missing"}, {}});
        out.truncate(static_cast<std::size_t>(got));
        return out;
    }
    static SecretBytes passphrase() { return test::secret("a passphrase that stands nowhere else"); }

    /// Scans again and again while 'work' runs, then once more.
    template <class Work> static QString scanned(const test::MemoryScan &scan, Work work)
    {
        std::atomic<bool> done = false;
        std::vector<std::string> during;
        int rounds = 0;
        bool readable = true;
        std::thread watcher([&] {
            do {
                bool thisTime = false;
                for (auto &one : scan.found(::getpid(), thisTime))
                    if (one != "the passphrase in [stack]") during.push_back("during: " + one);
                readable = readable && thisTime;
                ++rounds;
            } while (!done);
        });
        work();
        done = true;
        watcher.join();
        bool thisTime = false;
        for (auto &one : scan.found(::getpid(), thisTime)) during.push_back("after: " + one);
        if (!readable || !thisTime || rounds == 0) return QStringLiteral("memory could not be read");
        std::ranges::sort(during);
        during.erase(std::ranges::unique(during).begin(), during.end());
        QString out;
        for (const auto &one : during) out += QString::fromStdString(one) + QLatin1Char('\n');
        return out;
    }

private Q_SLOTS:
    void theScanFindsWhatIsThere()
    {
        test::MemoryScan scan;
        std::vector<std::uint8_t> open(64);
        for (std::size_t i = 0; i < open.size(); ++i) open[i] = static_cast<std::uint8_t>(i * 37 + 11);
        scan.lookFor("open", open);
        QVERIFY(scanned(scan, [] {}).contains("after: open"));
        const auto hidden = test::must(SecretBytes::random(64, *test::context()));
        test::MemoryScan other;
        other.lookFor("hidden", hidden.exposed());
        QCOMPARE(scanned(other, [] {}), QString());
    }

    void freedMemoryIsWiped()
    {
        auto *block = static_cast<unsigned char *>(::OPENSSL_malloc(4096));
        test::context()->fill({block, 4096});
        test::MemoryScan scan;
        scan.lookFor("block", {block, 4096});
        block = static_cast<unsigned char *>(::OPENSSL_realloc(block, 1u << 20)); // moved: the first place too
        ::OPENSSL_free(block);
        QCOMPARE(scanned(scan, [] {}), QString());
    }

    void CON_keysAndPassphrasesStandInProtectedMemory_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"rsa-pkcs8.pem", "rsa-pkcs8.der", "rsa-traditional.pem", "rsa-long.pem",
                                 "rsa-long.p12", "rsa-long-3des.p12", "rsa-long-des.pem", "rsa-long-rc4.pem", "rsa.jwk",
                                 "minimal.jwk", "rsa-twice.pem", "utf16.pem", "second-key.p12"})
            QTest::newRow(name) << name;
    }
    void CON_keysAndPassphrasesStandInProtectedMemory()
    {
        QFETCH(QString, name);
        const auto context = test::context();
        const auto contents = file(name);
        const auto secret = passphrase();
        test::MemoryScan scan;
        scan.lookFor("the passphrase", secret.exposed());
        scan.lookFor("the file", contents.exposed());
        {
            const auto key = readForeignKey(context, contents, &secret);
            KW_OK(key);
            test::lookForKey(scan, key->material.exposed());
        }
        const auto what = scanned(scan, [&] {
            for (int i = 0; i < 12; ++i) {
                const auto key = test::must(readForeignKey(context, contents, &secret));
                const auto priv = test::must(PrivateKey::fromPkcs8(context, key.material));
                for (int n = 0; n < 4; ++n)
                    test::must(priv.sign(n % 2 ? SignAlgorithm::Ps256 : SignAlgorithm::Rs256, bytesOf("text")));
                const auto data = test::must(SecretBytes::copyOf(bytesOf("0123456789abcdef0123456789abcdef")));
                const auto wrapped = test::must(
                    test::must(PublicKey::fromSpki(context, key.spki)).wrap(WrapAlgorithm::RsaOaep256, data));
                test::must(priv.unwrap(WrapAlgorithm::RsaOaep256, wrapped));
                test::must(priv.pkcs8());
            }
        });
        QVERIFY2(what.isEmpty(), qPrintable(what));
    }

    /// While a parsed key is cached, too: OpenSSL keeps its primes beside it once it was used.
    void CON_aCachedKeyStandsInProtectedMemory()
    {
        const auto key = test::must(readForeignKey(test::context(), file(QStringLiteral("rsa-pkcs8.pem"))));
        test::MemoryScan scan;
        test::lookForKey(scan, key.material.exposed());
        const auto priv = test::must(PrivateKey::fromPkcs8(test::context(), key.material));
        test::must(priv.sign(SignAlgorithm::Rs256, bytesOf("text")));
        const auto what = scanned(scan, [] {});
        QVERIFY2(what.isEmpty(), qPrintable(what));
    }

    void CON_theKeyThatSealsStandsInProtectedMemory()
    {
        const auto key = test::must(SecretBytes::random(32, *test::context()));
        test::MemoryScan scan;
        scan.lookFor("the key", key.exposed());
        auto sealer = test::must(Sealer::create(test::context(), key));
        const auto sealed = sealer.seal(bytesOf("text"), {});
        const auto what = scanned(scan, [] {});
        QVERIFY2(what.isEmpty(), qPrintable(what));
        QVERIFY(sealer.openSecret(sealed, {}).has_value());
    }

    void aFullHeapRefusesKeysByName()
    {
        const auto contents = file(QStringLiteral("rsa-long.p12"));
        const auto secret = passphrase();
        const auto key = test::must(readForeignKey(test::context(), contents, &secret));
        const auto priv = test::must(PrivateKey::fromPkcs8(test::context(), key.material));
        std::vector<SecretBytes> held;
        for (std::size_t size = 1u << 20; size >= 32; size /= 2)
            while (auto more = SecretBytes::ofSize(size)) held.push_back(std::move(*more));
        KW_REFUSED(readForeignKey(test::context(), contents, &secret), Code::SecretHeapFull);
        KW_REFUSED(priv.sign(SignAlgorithm::Rs256, bytesOf("text")), Code::SecretHeapFull);
        KW_REFUSED(PrivateKey::fromPkcs8(test::context(), key.material), Code::SecretHeapFull);
        KW_REFUSED(PrivateKey::generate(test::context(), test::must(KeySpec::rsa(2048))), Code::SecretHeapFull);
        held.clear();
        KW_OK(readForeignKey(test::context(), contents, &secret));
        KW_OK(priv.sign(SignAlgorithm::Rs256, bytesOf("text")));
    }
};

QTEST_GUILESS_MAIN(TestSecretsInMemory)
#include "tst_secrets_in_memory.moc"
