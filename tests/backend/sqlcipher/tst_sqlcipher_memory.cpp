// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands in memory that is not protected: no key at any time, and no page once its database is closed.

#include "tests/backend/sqlcipher/databases.h"
#include "tests/support/memory_scan.h"

#include <atomic>
#include <thread>
#include <unistd.h>

using namespace keyward;
using namespace keyward::test;
using Mode = Database::Mode;

class TestSqlcipherMemory : public QObject
{
    Q_OBJECT

    Folders m_folders;
    const crypto::SecretBytes m_key = key();

private Q_SLOTS:
    /// At any moment of the work, and afterwards.
    void theKeyStandsInProtectedMemory()
    {
        const auto secret = must(crypto::SecretBytes::random(32, *context()));
        const auto folder = m_folders.fresh();
        auto spelling = must(crypto::SecretBytes::ofSize(64));
        for (std::size_t i = 0; i < 64; ++i)
            spelling.writable()[i] =
                static_cast<std::uint8_t>("0123456789abcdef"[secret.exposed()[i / 2] >> (i % 2 ? 0 : 4) & 15]);
        MemoryScan scan;
        scan.lookFor("the key", secret.exposed());
        scan.lookFor("its first half", secret.exposed().first(16)); // AES keeps the halves apart for deciphering
        scan.lookFor("the key in digits", spelling.exposed());
        std::atomic<bool> done = false, readable = true;
        std::vector<std::string> found;
        std::atomic<int> rounds = 0;
        std::thread watcher([&] {
            while (!done || rounds < 2) {
                bool thisTime = false;
                for (auto &one : scan.found(::getpid(), thisTime)) found.push_back(one);
                readable = readable && thisTime;
                ++rounds;
            }
        });
        for (int i = 0; rounds < 12; ++i) {
            const auto database = must(Database::open(folder / (std::to_string(i) + ".db"), &secret, Mode::Create));
            rows(*database, manyRows(2000));
            rows(*database, "SELECT * FROM many ORDER BY fill; DELETE FROM many WHERE id%2");
            must(database->copyTo(folder / (std::to_string(i) + ".copy"), &secret));
            must(database->backUpTo(folder / (std::to_string(i) + ".backup"), {}));
            must(database->checkWhole());
        }
        done = true;
        watcher.join();
        bool thisTime = false;
        for (auto &one : scan.found(::getpid(), thisTime)) found.push_back("after: " + one);
        QVERIFY(readable && thisTime);
        QVERIFY2(found.empty(), found.empty() ? "" : found.front().c_str());
    }

    void noPageStaysInFreedMemory()
    {
        auto row = must(crypto::SecretBytes::random(48, *context())); // as bytes it stands in the database alone
        MemoryScan scan;
        scan.lookFor("the row", row.exposed());
        const auto open = [&] { return must(Database::open(m_folders.path() / "freed.db", &m_key, Mode::Write)); };
        must(Database::open(m_folders.path() / "freed.db", &m_key, Mode::Create));
        rows(*open(), "CREATE TABLE t(x); INSERT INTO t VALUES(x'" + toHex(row.exposed()) + "')");
        rows(*open(), manyRows(3000) + "SELECT count(*) FROM t, many WHERE x>name ORDER BY x");
        bool readable = false;
        {
            const auto database = open();
            rows(*database, "SELECT count(*) FROM t WHERE x>1");
            QVERIFY(!scan.found(::getpid(), readable).empty()); // the scan finds it while it is in use
        }
        const auto found = scan.found(::getpid(), readable);
        QVERIFY2(readable && found.empty(), found.empty() ? "" : found.front().c_str());
    }

    void aFullSecretHeapIsTold()
    {
        const auto file = closedDatabase(m_folders.fresh(), &m_key);
        std::vector<crypto::SecretBytes> held;
        for (std::size_t size = 1u << 20; size >= 32; size /= 2)
            while (auto more = crypto::SecretBytes::ofSize(size)) held.push_back(std::move(*more));
        KW_REFUSED(Database::open(file, &m_key, Mode::Write), Code::SecretHeapFull);
        bool opens = false;
        while (!held.empty()) { // wherever it runs out
            held.pop_back();
            for (std::size_t size = 1024; size >= 32; size /= 2) { // also in each of many small steps
                std::vector<crypto::SecretBytes> some;
                while (auto more = some.size() < 40 ? crypto::SecretBytes::ofSize(size)
                                                    : Result<crypto::SecretBytes>(fail(Code::SecretHeapFull)))
                    some.push_back(std::move(*more));
                for (; !some.empty(); some.pop_back()) {
                    const auto opened = Database::open(file, &m_key, Mode::Write);
                    if (!opened) QCOMPARE(opened.error().code, Code::SecretHeapFull);
                    opens = opens || opened;
                }
            }
        }
        QVERIFY(opens);
        KW_OK(must(Database::open(file, &m_key, Mode::Write))->checkWhole());
    }
};

QTEST_GUILESS_MAIN(TestSqlcipherMemory)
#include "tst_sqlcipher_memory.moc"
