// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands on the disk: nothing plain; and what is not ours, or is damaged, is told.

#include "tests/backend/sqlcipher/databases.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace keyward;
using namespace keyward::test;
using Mode = Database::Mode;

namespace {

constexpr const char *marker = "AWordThatStandsNowhereElse";

/// The names of files that appeared in a folder, however shortly.
class Watch
{
public:
    explicit Watch(const std::filesystem::path &folder)
    {
        m_watch = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        ::inotify_add_watch(m_watch, folder.c_str(), IN_CREATE | IN_MOVED_TO);
    }
    ~Watch() { ::close(m_watch); }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;
    bool sawNothing() const
    {
        char event[4096];
        return ::read(m_watch, event, sizeof event) < 0;
    }

private:
    int m_watch;
};

unsigned modeOf(const std::filesystem::path &file)
{
    struct stat info{};
    return ::lstat(file.c_str(), &info) == 0 ? info.st_mode & 0777u : 0;
}

} // namespace

class TestSqlcipherFiles : public QObject
{
    Q_OBJECT

    Folders m_folders;
    std::filesystem::path m_temporary;
    const crypto::SecretBytes m_key = key();

    /// What opening and checking a file comes to; where both go well, everything can be read.
    Status looked(const std::filesystem::path &file, const crypto::SecretBytes *key)
    {
        auto opened = Database::open(file, key, Mode::Write);
        if (!opened) return std::unexpected(opened.error());
        return (*opened)->checkWhole();
    }
    Status lookedAtCopy(const Bytes &contents, const crypto::SecretBytes *key)
    {
        const auto file = m_folders.path() / "tampered.db";
        for (const char *beside : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + beside);
        writeFile(file, contents);
        return looked(file, key);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_temporary = m_folders.fresh();
        qputenv("SQLITE_TMPDIR", QByteArray::fromStdString(m_temporary.string()));
    }

    void eachSideRunsOnItsOwnLibrary()
    {
        const auto folder = m_folders.fresh();
        const auto ours = must(Database::open(folder / "ours.db", &m_key, Mode::Create));
        auto qts = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("qt"));
        qts.setDatabaseName(QString::fromStdString((folder / "qts.db").string()));
        QVERIFY(qts.open());
        {
            QSqlQuery query(qts);
            QVERIFY(query.exec(QStringLiteral("PRAGMA cipher_version")) && !query.next());
            QVERIFY(query.exec(QStringLiteral("PRAGMA key='x'")) && !query.next()); // would be taken, and answered
            QVERIFY(query.exec(QStringLiteral("CREATE TABLE t(x)")));
            QVERIFY(query.exec(QStringLiteral("SELECT sqlite_version()")) && query.next());
            QVERIFY(
                said(QStringLiteral("sqlite3"), {QStringLiteral("--version")}).startsWith(query.value(0).toString()));
            QVERIFY(query.exec(QStringLiteral("PRAGMA compile_options")));
            while (query.next()) QVERIFY(query.value(0).toString() != QLatin1String("HAS_CODEC"));
        }
        rows(*ours, "CREATE TABLE t(x)");
        QVERIFY(all(*ours, "PRAGMA compile_options").contains("HAS_CODEC|"));
        const auto version = QString::fromStdString(sqlcipher::libraryVersion());
        QVERIFY2(QRegularExpression(QStringLiteral("^4\\.\\d+\\.\\d+ community \\(SQLite 3\\.\\d+\\.\\d+\\)$"))
                     .match(version)
                     .hasMatch(),
                 qPrintable(version));
        QVERIFY(said(QStringLiteral("sqlcipher"), {QStringLiteral("--version")})
                    .contains(version.section(QLatin1Char(' '), 0, 1)));
        qts.close();
        qts = {};
        QSqlDatabase::removeDatabase(QStringLiteral("qt"));
        QVERIFY(bytesOfFile(folder / "qts.db").size() > 100);
        QCOMPARE(textOf(Bytes(bytesOfFile(folder / "qts.db"))).substr(0, 15), std::string("SQLite format 3"));
    }

    void nothingPlainIsWritten_data()
    {
        QTest::addColumn<bool>("encrypted");
        QTest::newRow("encrypted") << true;
        QTest::newRow("plain, where the search finds it") << false;
    }
    void nothingPlainIsWritten()
    {
        QFETCH(bool, encrypted);
        const auto folder = m_folders.fresh();
        const Watch watch(m_temporary);
        const auto database = must(Database::open(folder / "d.db", encrypted ? &m_key : nullptr, Mode::Create));
        const auto file = QString::fromStdString(database->file().string());
        rows(*database, manyRows(10'000, marker));
        rows(*database, "CREATE TEMP TABLE t AS SELECT a.name, b.fill FROM many a JOIN many b USING(id)");
        rows(*database, "SELECT name FROM t ORDER BY fill, name; CREATE INDEX i ON many(name, fill);"
                        "SELECT DISTINCT name||fill FROM t ORDER BY 1; UPDATE OR FAIL many SET name=name||'x'");
        rows(*database, "VACUUM");
        QVERIFY(watch.sawNothing());
        // While the log is full and the connection open.
        QVERIFY(std::filesystem::file_size(database->file().string() + "-wal") > 100'000);
        const auto found = filesWith(folder, QLatin1String(marker));
        const auto read = said(QStringLiteral("sqlite3"), {file, QStringLiteral("SELECT count(*) FROM many")});
        if (encrypted) {
            QCOMPARE(found, QString());
            QVERIFY2(read.contains(QLatin1String("file is not a database")), qPrintable(read));
            const auto answer =
                said(QStringLiteral("sqlcipher"), {file},
                     (spelt(m_key) +
                      QStringLiteral("SELECT count(*) FROM many WHERE name LIKE '%1%';\n").arg(QLatin1String(marker)))
                         .toUtf8());
            QVERIFY2(answer.contains(QLatin1String("10000")), qPrintable(answer));
        } else {
            QVERIFY(found.contains(file));
            QCOMPARE(read, QStringLiteral("10000\n"));
        }
    }

    void filesBelongToTheirOwnerOnly()
    {
        const auto before = ::umask(0);
        const auto folder = m_folders.fresh();
        const auto database = must(Database::open(folder / "d.db", &m_key, Mode::Create));
        rows(*database, "CREATE TABLE t(x)");
        ::umask(before);
        QCOMPARE(namesIn(folder), (std::vector<std::string>{"d.db", "d.db-shm", "d.db-wal"}));
        for (const auto &name : namesIn(folder)) QCOMPARE(modeOf(folder / name), 0600u);
    }

    void whatIsNoDatabaseIsRefused()
    {
        const auto folder = m_folders.fresh();
        const auto refusal = [&](const char *name, const crypto::SecretBytes *with, Mode mode = Mode::Write) {
            const auto opened = Database::open(folder / name, with, mode);
            return opened ? Error{Code::Usage, {}, {}, {}} : opened.error();
        };
        const auto other = key(2);
        const auto file = closedDatabase(folder, &m_key);
        std::filesystem::rename(closedDatabase(m_folders.fresh(), nullptr), folder / "plain.db");
        QCOMPARE(refusal("d.db", &m_key).code, Code::Usage);
        QCOMPARE(refusal("d.db", &other).code, Code::DatabaseDamaged);
        QCOMPARE(refusal("d.db", &other).arguments.at(0).text(),
                 std::string("its pages do not open with its data key"));
        QCOMPARE(refusal("d.db", nullptr, Mode::Read).arguments.at(0).text(), std::string("it is no SQLite database"));
        QCOMPARE(refusal("plain.db", &m_key).code, Code::DatabaseDamaged);
        QCOMPARE(refusal("nowhere.db", &m_key).code, Code::SourceMissing);
        QCOMPARE(refusal("nowhere.db", &m_key, Mode::Read).code, Code::SourceMissing);
        QCOMPARE(refusal("nowhere/d.db", &m_key, Mode::Create).code, Code::Io);
        QCOMPARE(refusal("d.db", &m_key, Mode::Create).code, Code::FileExists);
        writeFile(folder / "empty.db", {});
        QCOMPARE(refusal("empty.db", &m_key).code, Code::DatabaseDamaged);
        QCOMPARE(refusal("empty.db", &m_key).arguments.at(0).text(), std::string("it is empty"));
        QCOMPARE(refusal("empty.db", nullptr).code, Code::DatabaseDamaged);
        writeFile(folder / "text.db", Bytes(10'000, 'x'));
        QCOMPARE(refusal("text.db", nullptr).code, Code::DatabaseDamaged);
        QCOMPARE(refusal("text.db", &m_key).code, Code::DatabaseDamaged);
        std::filesystem::create_directory(folder / "folder.db");
        QCOMPARE(refusal("folder.db", &m_key).code, Code::NotRegularFile);
        QCOMPARE(::mkfifo((folder / "pipe.db").c_str(), 0600), 0);
        QCOMPARE(refusal("pipe.db", &m_key).code, Code::NotRegularFile);
        std::filesystem::create_symlink("d.db", folder / "link.db");
        QCOMPARE(refusal("link.db", &m_key).code, Code::NotRegularFile);
        QCOMPARE(refusal("link.db", &m_key, Mode::Read).code, Code::NotRegularFile);
        std::filesystem::create_symlink("new.db", folder / "hanging.db");
        QCOMPARE(refusal("hanging.db", &m_key, Mode::Create).code, Code::FileExists);
        QVERIFY(!std::filesystem::exists(folder / "new.db"));
        // A folder on the way may be a link: that is its owner's doing.
        std::filesystem::create_directory_symlink(folder, m_folders.path() / "way");
        KW_OK(Database::open(m_folders.path() / "way" / "d.db", &m_key, Mode::Read));
    }

    void eachPageIsAuthenticated()
    {
        const auto file = closedDatabase(m_folders.fresh(), &m_key);
        const auto whole = bytesOfFile(file);
        const auto pages = whole.size() / pageSize;
        QVERIFY(pages > 25 && whole.size() % pageSize == 0);
        KW_OK(lookedAtCopy(whole, &m_key));
        for (std::size_t page = 0; page < pages; ++page)
            for (const auto offset : {page * 37 % pageSize, std::size_t{4010}, std::size_t{4050}}) { // IV, code
                auto flipped = whole;
                flipped[page * pageSize + offset] ^= 1;
                const auto answer = lookedAtCopy(flipped, &m_key);
                QVERIFY2(!answer && answer.error().code == Code::DatabaseDamaged,
                         qPrintable(QStringLiteral("page %1, byte %2: %3")
                                        .arg(page + 1)
                                        .arg(offset)
                                        .arg(answer ? QStringLiteral("nothing seen")
                                                    : QString::fromStdString(message(answer.error())))));
            }
        for (std::size_t page = 1; page + 1 < pages; ++page) {
            const auto at = whole.begin() + static_cast<std::ptrdiff_t>(page * pageSize);
            auto zeros = whole;
            std::fill_n(zeros.begin() + static_cast<std::ptrdiff_t>(page * pageSize), pageSize, std::uint8_t{0});
            KW_REFUSED(lookedAtCopy(zeros, &m_key), Code::DatabaseDamaged);
            auto swapped = whole;
            std::copy_n(at + pageSize, pageSize, swapped.begin() + static_cast<std::ptrdiff_t>(page * pageSize));
            KW_REFUSED(lookedAtCopy(swapped, &m_key), Code::DatabaseDamaged);
        }
    }

    void whatIsReadIsRightOrRefused()
    {
        const auto file = closedDatabase(m_folders.fresh(), &m_key);
        const auto whole = bytesOfFile(file);
        std::string before;
        {
            const auto opened = must(Database::open(file, &m_key, Mode::Read));
            before = all(*opened, "SELECT * FROM many");
        }
        int refused = 0;
        for (std::size_t page = 1; page < whole.size() / pageSize; ++page) {
            auto flipped = whole;
            flipped[page * pageSize + 2000] ^= 0x80;
            writeFile(file, flipped);
            const auto opened = Database::open(file, &m_key, Mode::Read);
            const auto answer = opened ? (*opened)->query("SELECT * FROM many", {}) : std::unexpected(opened.error());
            if (answer)
                QCOMPARE(all(**opened, "SELECT * FROM many"), before);
            else
                QCOMPARE(answer.error().code, Code::DatabaseDamaged);
            refused += !answer;
        }
        QVERIFY(refused > 5);
    }

    void whatIsCutOffIsDamaged_data()
    {
        QTest::addColumn<bool>("encrypted");
        QTest::newRow("encrypted") << true;
        QTest::newRow("plain") << false;
    }
    void whatIsCutOffIsDamaged()
    {
        QFETCH(bool, encrypted);
        const auto *with = encrypted ? &m_key : nullptr;
        const auto whole = bytesOfFile(closedDatabase(m_folders.fresh(), with));
        for (const std::size_t size : {std::size_t{1}, std::size_t{15}, std::size_t{16}, std::size_t{100},
                                       std::size_t{511}, std::size_t{4095}, std::size_t{4096}, std::size_t{4097},
                                       whole.size() / 2, whole.size() - pageSize, whole.size() - pageSize + 1}) {
            if (!encrypted && size > whole.size() - pageSize) continue; // what is missing of a page counts as zeros
            const auto answer =
                lookedAtCopy(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)), with);
            QVERIFY2(!answer, QByteArray::number(qulonglong(size)));
            QVERIFY2(answer.error().code == Code::DatabaseDamaged, message(answer.error()).c_str());
        }
    }

    void whatAFileSaysMustFit()
    {
        const auto file = m_folders.fresh() / "d.db";
        said(QStringLiteral("sqlite3"), {QString::fromStdString(file.string())},
             ".dbconfig defensive off\nCREATE TABLE t(x); INSERT INTO t VALUES(NULL); PRAGMA writable_schema=1;"
             "UPDATE sqlite_schema SET sql='CREATE TABLE t(x NOT NULL)';\n");
        const auto answer = looked(file, nullptr);
        KW_REFUSED(answer, Code::DatabaseDamaged);
        QCOMPARE(answer.error().arguments.at(0).text(), std::string("NULL value in t.x"));
    }

    void aPlainFileThatWasTamperedWithEndsNoProcess()
    {
        const auto whole = bytesOfFile(closedDatabase(m_folders.fresh(), nullptr));
        int damaged = 0;
        for (std::size_t at = 0; at < whole.size(); at += at < 8192 ? 13 : 509) {
            auto flipped = whole;
            flipped[at] ^= 0xff;
            const auto answer = lookedAtCopy(flipped, nullptr);
            if (answer) continue;
            ++damaged;
            QVERIFY2(answer.error().code == Code::DatabaseDamaged, message(answer.error()).c_str());
        }
        QVERIFY(damaged > 10);
    }

    void nothingIsWrittenToStandardError()
    {
        const auto file = closedDatabase(m_folders.fresh(), &m_key);
        const auto said = m_folders.path() / "said";
        const int before = ::dup(2), here = ::open(said.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ::dup2(here, 2);
        const auto other = key(2);
        const auto opened = Database::open(file, &other, Mode::Read);
        ::dup2(before, 2);
        ::close(before);
        ::close(here);
        QVERIFY(!opened);
        QVERIFY(bytesOfFile(said).empty());
    }

    void aFullDiskLosesNothing()
    {
        const auto file = closedDatabase(m_folders.fresh(), &m_key);
        const auto database = must(Database::open(file, &m_key, Mode::Write));
        {
            const FileLimit limit(200'000);
            const auto answer = database->query("CREATE TABLE more AS SELECT a.* FROM many a, many b", {});
            KW_REFUSED(answer, Code::FileTooLarge);
        }
        KW_OK(database->query("CREATE TABLE more(x)", {}));
        KW_OK(database->checkWhole());
        QCOMPARE(number(*database, "SELECT count(*) FROM many"), 600);
        const auto folder = m_folders.fresh();
        const FileLimit limit(1000);
        KW_REFUSED(Database::open(folder / "new.db", &m_key, Mode::Create), Code::FileTooLarge);
        QVERIFY(namesIn(folder).empty());
    }
};

QTEST_GUILESS_MAIN(TestSqlcipherFiles)
#include "tst_sqlcipher_files.moc"
