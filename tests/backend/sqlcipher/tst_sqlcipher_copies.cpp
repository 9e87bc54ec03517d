// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Copies under another key and backups under the same one: whole, at one moment, or not there.

#include "tests/backend/sqlcipher/databases.h"

#include <set>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace keyward;
using namespace keyward::test;
using Mode = Database::Mode;

namespace {

/// One of everything that a file can hold.
const std::string everything =
    "CREATE TABLE people(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, loud AS (upper(name)) STORED,"
    " size AS (length(name)), CHECK(length(name)<100));"
    "CREATE TABLE \"it's a \"\"table\"\"; -- really\"(\"select\" TEXT, [from] BLOB, `ünïcode 表` REAL);"
    "CREATE TABLE pairs(a TEXT, b INT, v, PRIMARY KEY(a,b)) WITHOUT ROWID;"
    "CREATE TABLE strictly(n INT, t TEXT) STRICT;"
    "CREATE TABLE bare(x);"
    "CREATE TABLE child(p REFERENCES people ON DELETE CASCADE);"
    "CREATE INDEX byName ON people(name COLLATE NOCASE DESC) WHERE name<>'x';"
    "CREATE INDEX byLoud ON people(loud, length(name));"
    "CREATE VIEW \"some people\" AS SELECT name, loud FROM people WHERE id>1;"
    "CREATE TABLE log(what);"
    "CREATE TRIGGER noted AFTER INSERT ON people BEGIN INSERT INTO log VALUES('new '||NEW.name); END;"
    "CREATE VIRTUAL TABLE words USING fts5(body, tokenize='porter');"
    "CREATE VIRTUAL TABLE boxes USING rtree(id, x1, x2);"
    "CREATE TRIGGER bared AFTER INSERT ON bare BEGIN INSERT INTO log VALUES('bare '||NEW.rowid); END;"
    "INSERT INTO people(name) VALUES('anna'),('bert'),('čeněk');"
    "DELETE FROM people WHERE name='čeněk';"
    "INSERT INTO \"it's a \"\"table\"\"; -- really\" VALUES('a'||char(0)||'b', x'00ff00', 0.1),(NULL,x'',-1e300);"
    "INSERT INTO pairs VALUES('k',1,NULL),('k',2,randomblob(10000));"
    "INSERT INTO strictly VALUES(9223372036854775807,'t');"
    "INSERT INTO bare(rowid,x) VALUES(77,'kept'),(-5,zeroblob(9000));"
    "INSERT INTO child VALUES(1);"
    "INSERT INTO words VALUES('running through the woods');"
    "INSERT INTO boxes VALUES(1,0.5,2);"
    "ANALYZE; PRAGMA user_version=-42; PRAGMA application_id=1195525195;";

/// All that can be seen of it.
std::string seen(Database &database)
{
    std::string out;
    for (const char *sql :
         {"SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name, type", "SELECT * FROM people",
          "SELECT * FROM \"it's a \"\"table\"\"; -- really\"", "SELECT * FROM pairs", "SELECT * FROM strictly",
          "SELECT rowid, * FROM bare", "SELECT * FROM child", "SELECT * FROM \"some people\"", "SELECT * FROM log",
          "SELECT rowid, * FROM words WHERE words MATCH 'run'", "SELECT * FROM boxes", "SELECT * FROM sqlite_sequence",
          "SELECT * FROM sqlite_stat1 ORDER BY 1, 2", "PRAGMA user_version", "PRAGMA application_id", "PRAGMA encoding",
          "PRAGMA auto_vacuum"})
        out += all(database, sql) + '\n';
    return out;
}

unsigned modeOf(const std::filesystem::path &file)
{
    struct stat info{};
    return ::lstat(file.c_str(), &info) == 0 ? info.st_mode & 0777u : 0;
}

/// Another process that writes to a database until this goes: each transaction moves an amount from one row to
/// another, and counts.
class Writer
{
public:
    Writer(const std::filesystem::path &file, const crypto::SecretBytes &key)
    {
        m_child = ::fork();
        if (m_child != 0) return;
        const auto opened = Database::open(file, &key, Mode::Write);
        if (!opened) ::_exit(1);
        for (;;)
            (void)(*opened)->query(
                "UPDATE amounts SET n=n-1 WHERE id=1; UPDATE many SET fill=randomblob(100) WHERE id%97=1;"
                "UPDATE amounts SET n=n+1 WHERE id=2; UPDATE amounts SET n=n+1 WHERE id=3",
                {});
    }
    ~Writer()
    {
        ::kill(m_child, SIGKILL);
        ::waitpid(m_child, nullptr, 0);
    }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

private:
    pid_t m_child;
};

} // namespace

class TestSqlcipherCopies : public QObject
{
    Q_OBJECT

    Folders m_folders;
    const crypto::SecretBytes m_key = key();
    const crypto::SecretBytes m_otherKey = key(7);

private Q_SLOTS:
    void aCopyHoldsEverything_data()
    {
        QTest::addColumn<bool>("from");
        QTest::addColumn<bool>("to");
        QTest::addColumn<QByteArray>("encoding");
        for (const bool from : {false, true})
            for (const bool to : {false, true})
                for (const char *encoding : {"UTF-8", "UTF-16le"})
                    QTest::addRow("%s to %s, %s", from ? "encrypted" : "plain", to ? "encrypted" : "plain", encoding)
                        << from << to << QByteArray(encoding);
    }
    void aCopyHoldsEverything()
    {
        QFETCH(bool, from);
        QFETCH(bool, to);
        QFETCH(QByteArray, encoding);
        const auto folder = m_folders.fresh() / "strange ? # % name's";
        std::filesystem::create_directory(folder);
        const auto *fromKey = from ? &m_key : nullptr;
        const auto *toKey = to ? &m_otherKey : nullptr;
        // Pages and encoding of others' making.
        const auto source = QString::fromStdString((folder / "source.db").string());
        const auto made = said(from ? QStringLiteral("sqlcipher") : QStringLiteral("sqlite3"), {source},
                               (from ? spelt(m_key) : QStringLiteral("PRAGMA page_size=1024;")).toUtf8() +
                                   "\n.dbconfig dqs_ddl on\nPRAGMA auto_vacuum=2; PRAGMA encoding='" + encoding +
                                   "'; CREATE TABLE first(x CHECK(x<>\"a text\"));\n");
        const auto database = must(Database::open(folder / "source.db", fromKey, Mode::Write));
        rows(*database, everything);
        const auto before = seen(*database);
        QVERIFY2(before.contains(encoding.toStdString()) && before.contains("-42|") && before.contains("čeněk"),
                 qPrintable(made));
        for (const auto mode : {Mode::Write, Mode::Read}) {
            const auto reading = must(Database::open(folder / "source.db", fromKey, mode));
            const auto file = folder / (mode == Mode::Read ? "read.db" : "written.db");
            KW_OK(reading->copyTo(file, toKey));
            QCOMPARE(modeOf(file), 0600u);
            const auto copy = must(Database::open(file, toKey, Mode::Write));
            const auto after = seen(*copy);
            const auto differs = std::ranges::mismatch(after, before).in1 - after.begin();
            QVERIFY2(after == before,
                     after.substr(static_cast<std::size_t>(std::max(differs - 60, std::ptrdiff_t{0})), 200).c_str());
            KW_OK(copy->checkWhole());
            QCOMPARE(all(*copy, "PRAGMA page_size"), from || to ? "4096|\n" : "1024|\n");
            rows(*copy, "INSERT INTO people(name) VALUES('dora')"); // triggers and sequences go on
            QCOMPARE(all(*copy, "SELECT what FROM log WHERE what LIKE '%dora'; SELECT max(id) FROM people"), "4|\n");
        }
        QCOMPARE(seen(*database), before);
        for (const auto &name : namesIn(folder)) QVERIFY2(!name.contains("journal"), name.c_str());
    }

    void aCopyIsReadByTheTools()
    {
        const auto folder = m_folders.fresh();
        const auto database = must(Database::open(folder / "d.db", &m_key, Mode::Create));
        rows(*database, everything);
        KW_OK(database->copyTo(folder / "plain.db", nullptr));
        KW_OK(database->copyTo(folder / "other.db", &m_otherKey));
        const auto path = [&](const char *name) { return QString::fromStdString((folder / name).string()); };
        const auto sql = QStringLiteral("PRAGMA integrity_check; SELECT count(*) FROM people;");
        QCOMPARE(said(QStringLiteral("sqlite3"), {path("plain.db"), sql}), QStringLiteral("ok\n2\n"));
        QCOMPARE(said(QStringLiteral("sqlcipher"), {path("other.db")},
                      (spelt(m_otherKey) + sql + QLatin1Char('\n')).toUtf8()),
                 QStringLiteral("ok\nok\n2\n"));
        const auto wrong =
            said(QStringLiteral("sqlcipher"), {path("other.db")}, (spelt(m_key) + sql + QLatin1Char('\n')).toUtf8());
        QVERIFY2(wrong.contains(QLatin1String("not a database")), qPrintable(wrong));
    }

    void aCopyTellsHowFarItIsAndCanBeStopped()
    {
        constexpr std::uint64_t some = 4 << 20;
        const auto folder = m_folders.fresh(), there = m_folders.fresh();
        const auto database = must(Database::open(folder / "d.db", &m_key, Mode::Create));
        rows(*database, "CREATE TABLE large(x); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < "
                        "12000) INSERT INTO large SELECT randomblob(1000) FROM n");
        const auto all = must(database->bytes());
        for (const auto *with : {&m_otherKey, static_cast<const crypto::SecretBytes *>(nullptr)}) {
            std::uint64_t most = 0;
            const auto untilSome = [&](std::uint64_t bytes) { return (most = std::max(most, bytes)) < some; };
            KW_REFUSED(database->copyTo(there / "c.db", with, untilSome), Code::Cancelled);
            QVERIFY2(most >= some && most < all, std::to_string(most).c_str()); // within, not at its end
            QVERIFY(namesIn(there).empty());
            std::set<std::uint64_t> told;
            KW_OK(
                database->copyTo(there / "c.db", with, [&](std::uint64_t bytes) { return told.insert(bytes), true; }));
            QVERIFY(told.size() > 10);
            QCOMPARE(*told.rbegin(), std::filesystem::file_size(there / "c.db"));
            std::filesystem::remove(there / "c.db");
        }
    }

    void aCopyThatFailsLeavesNothing()
    {
        const auto folder = m_folders.fresh(), there = m_folders.fresh();
        const auto database = must(Database::open(folder / "d.db", &m_key, Mode::Create));
        rows(*database, manyRows(20'000));
        for (const auto *with : {&m_otherKey, static_cast<const crypto::SecretBytes *>(nullptr)})
            for (const rlim_t size : {1000u, 5000u, 100'000u}) {
                const FileLimit limit(size);
                KW_REFUSED(database->copyTo(there / "c.db", with), Code::FileTooLarge);
                QVERIFY(namesIn(there).empty());
            }
        {
            const FileLimit limit(100'000);
            KW_REFUSED(database->backUpTo(there / "b.db", {}), Code::FileTooLarge);
        }
        QVERIFY(namesIn(there).empty());
        int calls = 0;
        KW_REFUSED(database->backUpTo(there / "b.db", [&](std::uint64_t) { return ++calls < 2; }), Code::Cancelled);
        QCOMPARE(calls, 2);
        QVERIFY(namesIn(there).empty());
        writeFile(there / "c.db", Bytes{'m', 'i', 'n', 'e'});
        KW_REFUSED(database->copyTo(there / "c.db", nullptr), Code::FileExists);
        KW_REFUSED(database->backUpTo(there / "c.db", {}), Code::FileExists);
        QCOMPARE(bytesOfFile(there / "c.db"), (Bytes{'m', 'i', 'n', 'e'}));
        std::filesystem::create_symlink("elsewhere.db", there / "link.db");
        KW_REFUSED(database->copyTo(there / "link.db", nullptr), Code::FileExists);
        KW_REFUSED(database->backUpTo(there / "link.db", {}), Code::FileExists);
        QCOMPARE(namesIn(there), (std::vector<std::string>{"c.db", "link.db"}));
        KW_OK(database->query("INSERT INTO many VALUES(50000,'still','works')", {}));
    }

    void aBackupIsOfOneMoment()
    {
        const auto folder = m_folders.fresh();
        {
            const auto made = must(Database::open(folder / "d.db", &m_key, Mode::Create));
            rows(*made, manyRows(30'000) + "CREATE TABLE amounts(id INTEGER PRIMARY KEY, n);"
                                           "INSERT INTO amounts VALUES(1,0),(2,0),(3,0);");
        }
        const Writer writer(folder / "d.db", m_key);
        const auto database = must(Database::open(folder / "d.db", &m_key, Mode::Write));
        const auto written = [&] { return number(*database, "SELECT n FROM amounts WHERE id=3"); };
        while (written() == 0) ::usleep(1000);
        const auto other = must(Database::open(folder / "d.db", &m_key, Mode::Read)); // sees what is new meanwhile
        const auto before = number(*other, "SELECT n FROM amounts WHERE id=3");
        std::uint64_t last = 0;
        int calls = 0;
        KW_OK(database->backUpTo(folder / "b.db", [&](std::uint64_t bytes) {
            const auto grows = bytes > last;
            last = bytes;
            ++calls;
            while (number(*other, "SELECT n FROM amounts WHERE id=3") < before + 3 * calls) ::usleep(1000);
            return grows;
        }));
        QVERIFY(calls > 3);
        QVERIFY(written() >= before + 3 * calls);
        const auto copy = must(Database::open(folder / "b.db", &m_key, Mode::Read));
        QCOMPARE(last, must(copy->bytes()));
        KW_OK(copy->checkWhole());
        QCOMPARE(number(*copy, "SELECT sum(n) FROM amounts WHERE id<3"), 0);
        QVERIFY(number(*copy, "SELECT n FROM amounts WHERE id=3") >= before);
        QVERIFY(number(*copy, "SELECT n FROM amounts WHERE id=3") < written());
        QCOMPARE(modeOf(folder / "b.db"), 0600u);
    }

    void aBackupHasTheSamePages_data()
    {
        QTest::addColumn<bool>("encrypted");
        QTest::newRow("encrypted") << true;
        QTest::newRow("plain") << false;
    }
    void aBackupHasTheSamePages()
    {
        QFETCH(bool, encrypted);
        const auto *with = encrypted ? &m_key : nullptr;
        const auto folder = m_folders.fresh();
        if (!encrypted)
            said(QStringLiteral("sqlite3"), {QString::fromStdString((folder / "d.db").string()),
                                             QStringLiteral("PRAGMA page_size=1024; CREATE TABLE first(x)")});
        const auto database = must(Database::open(folder / "d.db", with, encrypted ? Mode::Create : Mode::Write));
        rows(*database, everything);
        KW_OK(database->backUpTo(folder / "b.db", {}));
        {
            const auto copy = must(Database::open(folder / "b.db", with, Mode::Write));
            QCOMPARE(seen(*copy), seen(*database));
            if (!encrypted) rows(*database, "PRAGMA quick_check");
            KW_OK(copy->checkWhole());
            QCOMPARE(must(copy->pages()), must(database->pages()));
        }
        QCOMPARE(namesIn(folder).front(), std::string("b.db"));
        QVERIFY(!std::filesystem::exists(folder / "b.db-journal"));
    }
};

QTEST_GUILESS_MAIN(TestSqlcipherCopies)
#include "tst_sqlcipher_copies.moc"
