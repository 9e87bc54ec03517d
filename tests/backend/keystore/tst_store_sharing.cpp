// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One store and several processes, several names, several disks.

#include "tests/support/fixture.h"
#include "tests/support/hands.h"

#include "backend/keystore/unfinished_copy.h"

#include <chrono>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace keyward;
using namespace keyward::keystore;
using test::Hands;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

class TestStoreSharing : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;
    fs::path m_path;

    StoreEnvironment environment() const { return {test::context(), m_path / "state"}; }
    fs::path file() const { return m_path / "s.keyward"; }
    Result<std::unique_ptr<SqliteStore>> open(const fs::path &which)
    {
        return SqliteStore::open(environment(), which, test::typed(test::Desk::passphrase));
    }
    void fresh() { m_path = m_folders.fresh(); }
    crypto::SecretBytes made()
    {
        fresh();
        test::Desk desk(m_path, m_clock);
        desk.vault("kv1");
        return test::must(desk.store().rootKey());
    }
    WriteBatch entry() const
    {
        WriteBatch batch;
        batch.now = m_clock.now();
        batch.audit.push_back({1});
        return batch;
    }

private Q_SLOTS:
    /// Processes that open, change and close as fast as they can: each opening compares the store with the mark that
    /// the others raise meanwhile.
    void Mend_27_openingBesideWritersRaisesNoAlarm()
    {
        const auto root = made();
        constexpr int processes = 4;
        std::array<pid_t, processes> children{};
        for (auto &child : children) {
            child = ::fork();
            if (child != 0) continue;
            for (int i = 0; i < 120; ++i) {
                const auto store =
                    SqliteStore::open(environment(), file(), {Unlock::By::RootKey, test::must(root.clone())});
                if (!store) ::_exit(static_cast<int>(store.error().code));
                for (int commit = 0; commit < 3; ++commit)
                    if (const auto saved = (*store)->commit(entry()); !saved && saved.error().code == Code::Conflict)
                        (void)(*store)->refresh();
            }
            ::_exit(0);
        }
        for (const auto child : children) {
            int status = 0;
            ::waitpid(child, &status, 0);
            QVERIFY2(WIFEXITED(status) && WEXITSTATUS(status) == 0,
                     std::string(codeName(static_cast<Code>(WEXITSTATUS(status)))).c_str());
        }
        const auto store = test::must(open(file()));
        HighWaterMark mark(m_path / "state", store->id());
        QCOMPARE(mark.read().sequence, store->head().sequence);
        KW_OK(store->verifyAudit());
    }

    void Mend_27_aMarkIsNeverLowered()
    {
        made();
        const auto store = test::must(open(file()));
        HighWaterMark first(m_path / "state", store->id());
        HighWaterMark second(m_path / "state", store->id());
        Head high;
        high.sequence = 1000;
        Head low;
        low.sequence = 900;
        KW_OK(first.raise(high));
        KW_OK(second.raise(low)); // it committed earlier and comes later
        QCOMPARE(first.read().sequence, std::uint64_t(1000));
        KW_OK(second.replace(low));
        QCOMPARE(first.read().sequence, std::uint64_t(900));
    }

    /// However much of it a full disk or a crash left, a mark that was torn is none, and the one before it counts.
    void aTornMarkIsNotAnotherStores()
    {
        made();
        const auto id = test::must(SqliteStore::readId(file()));
        const auto mark = m_path / "state" / (id.text() + ".seen");
        const auto whole = [&] {
            std::ifstream in(mark, std::ios::binary);
            return std::string(std::istreambuf_iterator<char>(in), {});
        };
        const auto before = whole();
        KW_OK(test::must(open(file()))->commit(entry()));
        const auto after = whole();
        QCOMPARE(after.size(), before.size());
        const auto at = static_cast<std::size_t>(std::ranges::mismatch(before, after).in1 - before.begin());
        for (auto cut = at; cut < after.size(); ++cut) {
            std::ofstream(mark, std::ios::binary) << after.substr(0, cut) + before.substr(cut);
            QVERIFY2(open(file()), std::to_string(cut).c_str()); // which raises it
            QCOMPARE(HighWaterMark(m_path / "state", id).read().sequence, test::must(open(file()))->head().sequence);
        }
        for (std::size_t size = 0; size < after.size(); ++size) {
            std::ofstream(mark, std::ios::binary) << after.substr(0, size);
            QVERIFY2(open(file()), std::to_string(size).c_str());
            QCOMPARE(whole().size(), after.size());
        }
    }

    void aMarkOfTheFirstFormatIsHeeded()
    {
        made();
        auto store = test::must(open(file()));
        const auto id = store->id();
        const auto mark = m_path / "state" / (id.text() + ".seen");
        Bytes first;
        append(first, bigEndian(store->head().sequence + 5));
        append(first, store->head().auditHash);
        store.reset();
        std::ofstream(mark, std::ios::binary).write(reinterpret_cast<const char *>(first.data()), 40);
        QCOMPARE(first.size(), std::size_t(40));
        KW_REFUSED(open(file()), Code::StoreRolledBack);
        KW_OK(HighWaterMark(m_path / "state", id).ready()); // makes room for the other place
        KW_REFUSED(open(file()), Code::StoreRolledBack);
    }

    void Mend_27_withoutAMarkNothingIsChanged()
    {
        made();
        auto store = test::must(open(file()));
        const auto before = store->head().sequence;
        store.reset();
        fs::remove_all(m_path / "state");
        std::ofstream(m_path / "state") << "not a folder";
        store = test::must(open(file()));
        const auto saved = store->commit(entry());
        QVERIFY(!saved);
        QVERIFY2(saved.error().target.find("state") != std::string::npos, message(saved.error()).c_str());
        QCOMPARE(Hands(file()).number("SELECT max(sequence) FROM audit"), static_cast<long long>(before));
    }

    void Mend_28_aHardLinkedStoreIsRefused()
    {
        made();
        fs::create_hard_link(file(), m_path / "other");
        KW_REFUSED(open(file()), Code::StoreHardLinked);
        KW_REFUSED(open(m_path / "other"), Code::StoreHardLinked);
        KW_REFUSED(SqliteStore::readId(file()), Code::StoreHardLinked);
        fs::remove(m_path / "other");
        QVERIFY(open(file()));
    }

    void Mend_28_aLinkIsFollowedOnce()
    {
        made();
        const auto elsewhere = m_path / "elsewhere";
        fs::create_directory(elsewhere);
        fs::create_symlink(file(), elsewhere / "link");
        fs::create_symlink("link", elsewhere / "link-to-link");
        for (const auto *name : {"link", "link-to-link"}) {
            const auto store = test::must(open(elsewhere / name));
            QCOMPARE(store->file(), file());
            QCOMPARE(store->folder(), m_path / "s.keyward.d");
            KW_OK(store->commit(entry()));
        }
        QVERIFY(!fs::exists(elsewhere / "link.d"));
        QVERIFY(!fs::exists(elsewhere / "link-wal"));
        fs::create_symlink(elsewhere / "nowhere", m_path / "dangling");
        KW_REFUSED(open(m_path / "dangling"), Code::StoreMissing);
        KW_REFUSED(SqliteStore::create(environment(), m_path / "dangling", test::secret(test::Desk::passphrase),
                                       crypto::Argon2Parameters::floor(), m_clock.now()),
                   Code::StoreExists);
        QVERIFY(!fs::exists(elsewhere / "nowhere"));
    }

    void Mend_33_onlyARegularFileIsOpened()
    {
        fresh();
        QCOMPARE(::mkfifo(file().c_str(), 0600), 0);
        KW_REFUSED(open(file()), Code::NotRegularFile); // and does not wait for somebody to write into it
        KW_REFUSED(open("/dev/zero"), Code::NotRegularFile);
        KW_REFUSED(open(m_path), Code::NotRegularFile);
    }

    void Mend_34_anotherWriterIsWaitedForSoLongAndNoLonger()
    {
        made();
        std::atomic<int> told = 0;
        StoreEnvironment impatient = environment();
        impatient.patience = {.longest = 1500ms, .waiting = [&] { ++told; }};
        auto store = test::must(SqliteStore::open(impatient, file(), test::typed(test::Desk::passphrase)));
        Hands other(file());
        QVERIFY(other.run("BEGIN IMMEDIATE"));
        const auto start = std::chrono::steady_clock::now();
        KW_REFUSED(store->commit(entry()), Code::Busy);
        const auto waited = std::chrono::steady_clock::now() - start;
        QVERIFY(waited >= 1400ms && waited < 10s);
        QCOMPARE(told.load(), 1);
        std::jthread later([&] {
            std::this_thread::sleep_for(200ms);
            other.run("COMMIT");
        });
        KW_OK(store->commit(entry())); // who is only slow is waited for, without a word
        QCOMPARE(told.load(), 1);
    }

    void Mend_31_aCopyOfAKilledProcessIsCleared()
    {
        made();
        const auto target = m_path / "copy.keyward";
        const pid_t child = ::fork();
        if (child == 0) {
            const auto path = StorePath::existing(file());
            const auto copy = UnfinishedCopy::begin(*path, target, *test::context());
            if (!copy) ::_exit(1);
            std::ofstream(copy->part()) << "half of it";
            std::ofstream(copy->part().string() + "-wal") << "beside it";
            ::kill(::getpid(), SIGKILL);
        }
        ::waitpid(child, nullptr, 0);
        const auto parts = [&] {
            return std::ranges::count_if(fs::directory_iterator(m_path), [](const auto &entry) {
                return entry.path().string().find(".part") != std::string::npos;
            });
        };
        QCOMPARE(parts(), 2);
        auto store = test::must(open(file()));
        const auto running =
            test::must(UnfinishedCopy::begin(test::must(StorePath::existing(file())), target, *test::context()));
        const auto removed = store->clearLeftovers();
        QCOMPARE(removed.size(), std::size_t(1));
        QVERIFY(removed[0].string().starts_with(target.string()));
        QCOMPARE(parts(), 1); // the one that is being written stays
        QVERIFY(fs::exists(running.part()));
        QVERIFY(store->clearLeftovers().empty());
    }

    void aCopyIsNotMadeInsideTheStore()
    {
        made();
        auto store = test::must(open(file()));
        KW_REFUSED(store->copyTo(m_path / "s.keyward.d" / "copy"), Code::TargetInStore);
        KW_REFUSED(store->copyTo(file().string() + "-wal"), Code::FileExists);
        KW_REFUSED(store->copyTo(m_path / "missing" / "copy"), Code::Io);
        fs::create_symlink(m_path / "nowhere", m_path / "link");
        KW_REFUSED(store->copyTo(m_path / "link"), Code::FileExists);
    }

    /// A copy comes out of SQLite without its write-ahead log; put in use, it gets one again.
    void aCopyInUseIsReadWhileItIsWritten()
    {
        made();
        KW_OK(test::must(open(file()))->copyTo(m_path / "copy"));
        const auto copy = test::must(open(m_path / "copy"));
        const auto other = test::must(open(m_path / "copy"));
        QVERIFY(Hands(m_path / "copy").number("SELECT count(*) FROM pragma_journal_mode WHERE journal_mode='wal'") ==
                1);
    }
};

QTEST_GUILESS_MAIN(TestStoreSharing)
#include "tst_store_sharing.moc"
