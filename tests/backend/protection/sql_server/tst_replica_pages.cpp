// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/backend/sqlcipher/databases.h"

#include "backend/protection/sql_server/replica_pages.h"

#include <atomic>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace keyward;
using namespace keyward::test;
using protection::carryPages;
using protection::finishCarried;
using Mode = Database::Mode;
namespace fs = std::filesystem;

namespace {

/// All that a database holds, in the words of its tables.
std::string held(Database &database)
{
    auto out = all(database, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name, type") +
               all(database, "PRAGMA user_version");
    for (const auto &row : rows(database, "SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name").rows) {
        const auto name = text(row.at(0));
        out += name + '\n' + all(database, "SELECT rowid, * FROM \"" + name + "\" ORDER BY rowid");
    }
    return out;
}

} // namespace

/// TDE-13: what makes a replica follow its primary, by the pages in which their files differ.
class TestReplicaPages : public QObject
{
    Q_OBJECT

    Folders m_folders;
    const std::shared_ptr<crypto::Context> m_context = must(crypto::Context::create());
    const crypto::SecretBytes m_key = key();

    struct Pair {
        fs::path folder; ///< of the copy
        DatabasePtr source;
    };
    Pair pair(const crypto::SecretBytes *with, const std::string &begin)
    {
        const auto folder = m_folders.fresh();
        fs::create_directory(folder / "copy");
        Pair out{folder / "copy", must(Database::open(folder / "source.db", with, Mode::Create))};
        rows(*out.source, begin);
        must(out.source->backUpTo(out.folder / "data", {}));
        return out;
    }
    Result<protection::Carried> carry(Pair &two, const std::function<bool(std::uint64_t)> &progress = {})
    {
        KEYWARD_TRY(const auto pages, two.source->holdPages());
        return carryPages(pages, two.folder, *m_context, progress);
    }
    static std::string still(const Pair &two, const crypto::SecretBytes *with)
    {
        const auto copy = must(Database::open(two.folder / "data", with, Mode::Still));
        return held(*copy);
    }

private Q_SLOTS:
    void TDE_13_onlyPagesThatChangedAreWritten()
    {
        auto two = pair(&m_key, manyRows(20'000) + "CREATE INDEX i ON many(name)");
        must(carry(two)); // a backup counts its pages anew
        QCOMPARE(must(carry(two)).pages, std::uint64_t(0));
        rows(*two.source, "UPDATE many SET fill=randomblob(100) WHERE id=777");
        const auto one = must(carry(two));
        QVERIFY2(one.pages >= 1 && one.pages <= 2, qPrintable(QString::number(one.pages)));
        QVERIFY(one.bytes > 500U * pageSize);
        rows(*two.source, "INSERT INTO many SELECT id+100000, name, fill FROM many WHERE id<200");
        const auto grown = must(carry(two));
        QVERIFY2(grown.pages < 250, qPrintable(QString::number(grown.pages)));
        QCOMPARE(still(two, &m_key), held(*two.source));
        QCOMPARE(namesIn(two.folder), (std::vector<std::string>{"data"}));
        const auto copy = must(Database::open(two.folder / "data", &m_key, Mode::Still));
        KW_OK(copy->checkWhole());
    }

    void itFollowsThroughAnything_data()
    {
        QTest::addColumn<bool>("encrypted");
        QTest::addColumn<QByteArray>("begin");
        for (const bool encrypted : {true, false})
            for (const char *vacuum : {"", "PRAGMA auto_vacuum=1;", "PRAGMA auto_vacuum=2;"})
                QTest::addRow("%s %s", encrypted ? "encrypted" : "plain", vacuum) << encrypted << QByteArray(vacuum);
    }
    void itFollowsThroughAnything()
    {
        QFETCH(bool, encrypted);
        QFETCH(QByteArray, begin);
        const auto *with = encrypted ? &m_key : nullptr;
        const auto folder = m_folders.fresh();
        fs::create_directory(folder / "copy");
        const auto file = QString::fromStdString((folder / "source.db").string());
        said(encrypted ? QStringLiteral("sqlcipher") : QStringLiteral("sqlite3"), {file},
             (encrypted ? spelt(m_key) : QString()).toUtf8() + "\n" + begin + "CREATE TABLE first(x);\n");
        Pair two{folder / "copy", must(Database::open(folder / "source.db", with, Mode::Write))};
        must(two.source->backUpTo(two.folder / "data", {}));
        constexpr unsigned seed = 20261130;
        std::mt19937 random(seed);
        const auto some = [&](int most) { return std::to_string(std::uniform_int_distribution(1, most)(random)); };
        for (int round = 0; round < 24; ++round) {
            for (int i = 0; i < 4; ++i) {
                const auto table = "\"t" + some(5) + "\"";
                const auto make = "CREATE TABLE IF NOT EXISTS " + table + "(a, b); ";
                switch (std::uniform_int_distribution(0, 5)(random)) {
                case 0: rows(*two.source, "DROP TABLE IF EXISTS " + table); break;
                case 1:
                    rows(*two.source, make + "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM c WHERE n<" +
                                          some(2000) + ") INSERT INTO " + table + " SELECT n, randomblob(" + some(300) +
                                          ") FROM c");
                    break;
                case 2: rows(*two.source, "INSERT INTO first VALUES(randomblob(" + some(200'000) + "))"); break;
                case 3: rows(*two.source, "DELETE FROM first WHERE rowid%" + some(3) + "=0"); break;
                case 4: rows(*two.source, "PRAGMA user_version=" + some(1000)); break;
                default: rows(*two.source, make + "CREATE INDEX IF NOT EXISTS i ON " + table + "(b)");
                }
            }
            if (round % 9 == 8) rows(*two.source, "VACUUM");
            must(carry(two));
            QCOMPARE(still(two, with), held(*two.source));
            if (round % 5 == 4) KW_OK(must(Database::open(two.folder / "data", with, Mode::Still))->checkWhole());
        }
    }

    void whatOthersWriteMeanwhileComesWithTheNext()
    {
        auto two = pair(&m_key, "CREATE TABLE n(x); INSERT INTO n VALUES(0),(0); " + manyRows(3000));
        std::atomic<bool> end = false;
        std::jthread writer([&] {
            const auto own = must(Database::open(two.source->file(), &m_key, Mode::Write));
            while (!end) {
                [[maybe_unused]] const auto done =
                    own->query("UPDATE n SET x=x+1; UPDATE many SET fill=randomblob(100) WHERE id%7=1", {});
            }
        });
        for (int i = 0; i < 6; ++i) {
            const auto done = carry(two);
            if (!done) QCOMPARE(done.error().code, Code::Busy);
            const auto copy = must(Database::open(two.folder / "data", &m_key, Mode::Still));
            KW_OK(copy->checkWhole());
            QCOMPARE(number(*copy, "SELECT count(DISTINCT x) FROM n"), 1);
        }
        end = true;
        writer.join();
        must(carry(two));
        QCOMPARE(still(two, &m_key), held(*two.source));
    }

    void whatIsStoppedOrFailsChangesNothing()
    {
        auto two = pair(&m_key, manyRows(5000));
        const auto before = bytesOfFile(two.folder / "data");
        rows(*two.source, "UPDATE many SET fill=randomblob(100); INSERT INTO many SELECT id+9999,name,fill FROM many");
        KW_REFUSED(carry(two, [](std::uint64_t) { return false; }), Code::Cancelled);
        QVERIFY(bytesOfFile(two.folder / "data") == before);
        {
            const FileLimit limit(300'000);
            KW_REFUSED(carry(two), Code::FileTooLarge);
        }
        QVERIFY(bytesOfFile(two.folder / "data") == before);
        QCOMPARE(namesIn(two.folder), (std::vector<std::string>{"data"}));
        must(carry(two));
        QCOMPARE(still(two, &m_key), held(*two.source));
    }

    /// Whenever it is killed: the one state, the other, or one that is finished by what was written down.
    void TDE_13_whateverIsCutShortIsFinished()
    {
        auto two = pair(&m_key, manyRows(3000));
        must(carry(two));
        int finished = 0, untouched = 0;
        for (int i = 0; i < 30; ++i) {
            const auto before = bytesOfFile(two.folder / "data");
            rows(*two.source, "UPDATE many SET fill=randomblob(100)");
            {
                const auto pages = must(two.source->holdPages());
                const auto child = ::fork();
                if (child == 0) {
                    const auto carried = carryPages(pages, two.folder, *m_context, {});
                    ::_exit(carried ? 0 : 1);
                }
                std::this_thread::sleep_for(std::chrono::microseconds(i * 150));
                ::kill(child, SIGKILL);
                ::waitpid(child, nullptr, 0);
            }
            const bool cut = protection::carryingWasCutShort(two.folder);
            if (cut) { // a note that was altered since writes nothing
                const auto note = bytesOfFile(two.folder / "changes"), now = bytesOfFile(two.folder / "data");
                auto altered = note;
                altered[altered.size() / 2] ^= 1;
                writeFile(two.folder / "changes", altered);
                KW_REFUSED(finishCarried(two.folder, *m_context), Code::DatabaseDamaged);
                QVERIFY(bytesOfFile(two.folder / "data") == now);
                writeFile(two.folder / "changes", note);
            }
            KW_OK(finishCarried(two.folder, *m_context));
            const auto after = bytesOfFile(two.folder / "data");
            if (after == before) {
                QVERIFY(!cut);
                ++untouched;
            } else {
                QCOMPARE(still(two, &m_key), held(*two.source));
                finished += cut ? 1 : 0;
            }
            QCOMPARE(namesIn(two.folder), (std::vector<std::string>{"data"}));
        }
        qInfo("%d untouched, %d finished later", untouched, finished);
        QVERIFY(untouched > 0);
    }

    /// The same at each point of the way: half of the pages are written, the note of them is there.
    void TDE_13_aHalfWrittenFileIsFinishedOrCompared()
    {
        auto two = pair(&m_key, manyRows(3000));
        must(carry(two));
        const auto before = bytesOfFile(two.folder / "data");
        rows(*two.source, "UPDATE many SET fill=randomblob(100)");
        must(carry(two));
        const auto after = bytesOfFile(two.folder / "data");
        QVERIFY(after != before);
        auto half = after;
        std::copy(before.begin() + static_cast<std::ptrdiff_t>(half.size() / 2), before.end(),
                  half.begin() + static_cast<std::ptrdiff_t>(half.size() / 2));
        writeFile(two.folder / "data", half);
        writeFile(two.folder / "changes", Bytes{'n', 'o', 't', ' ', 'w', 'h', 'o', 'l', 'e'});
        QVERIFY(protection::carryingWasCutShort(two.folder));
        KW_REFUSED(finishCarried(two.folder, *m_context), Code::DatabaseDamaged);
        QVERIFY(protection::carryingWasCutShort(two.folder)); // whoever wants to read it is still told
        must(carry(two));
        QVERIFY(bytesOfFile(two.folder / "data") == after);
        QVERIFY(!protection::carryingWasCutShort(two.folder));
    }
};

QTEST_GUILESS_MAIN(TestReplicaPages)
#include "tst_replica_pages.moc"
