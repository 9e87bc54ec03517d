// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What SQL of users may and may not do in a database, and how it is stopped.

#include "tests/backend/sqlcipher/databases.h"

#include <QElapsedTimer>

#include <atomic>
#include <thread>

using namespace keyward;
using namespace keyward::test;
using Mode = Database::Mode;

class TestSqlcipher : public QObject
{
    Q_OBJECT

    Folders m_folders;
    const crypto::SecretBytes m_key = key();

    DatabasePtr made(const char *name = "d.db")
    {
        return must(Database::open(m_folders.fresh() / name, &m_key, Mode::Create));
    }
    DatabasePtr again(const Database &database, Mode mode = Mode::Write)
    {
        return must(Database::open(database.file(), &m_key, mode));
    }
    static constexpr const char *endless =
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM c) SELECT count(*) FROM c";

private Q_SLOTS:
    void valuesOfEachKindComeBack()
    {
        const auto database = made();
        const auto found = rows(*database, "SELECT NULL, -9223372036854775808, 0.5, 'a'||char(0)||'ä', x'00ff', x''");
        QCOMPARE(found.columns.size(), 6u);
        using sqlcipher::Value;
        const std::vector<Value> wanted{std::monostate(),       INT64_MIN,     0.5,
                                        std::string("a\0ä", 4), Bytes{0, 255}, Bytes()};
        QVERIFY(found.rows.at(0) == wanted);
        QCOMPARE(rows(*database, "SELECT 1 AS one, 2 AS \"two words\"").columns,
                 (std::vector<std::string>{"one", "two words"}));
    }

    void nothingIsNoStatement_data()
    {
        QTest::addColumn<QByteArray>("sql");
        for (const char *sql : {"", " \n\t", ";;", "-- only words", "/* words", "/* words */ ; -- more\n;"})
            QTest::newRow(sql) << QByteArray(sql);
    }
    void nothingIsNoStatement()
    {
        QFETCH(QByteArray, sql);
        const auto database = made();
        QVERIFY(rows(*database, sql.toStdString()).columns.empty());
        KW_OK(database->runScript(sql.toStdString(), {}));
        // Nor does it make one statement several: VACUUM is refused among others.
        KW_OK(database->query("VACUUM;" + sql.toStdString(), {}));
    }

    void changesAreCounted()
    {
        const auto database = made();
        QCOMPARE(rows(*database, "CREATE TABLE t(x)").changed, 0u);
        QCOMPARE(rows(*database, "INSERT INTO t VALUES(1),(2),(3); DELETE FROM t WHERE x=1").changed, 4u);
        QCOMPARE(rows(*database, "UPDATE t SET x=x+1").changed, 2u);
        QCOMPARE(rows(*database, "SELECT * FROM t").changed, 0u);
        // What a trigger does besides is not what the statement did.
        rows(*database,
             "CREATE TABLE log(x); CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES(1); END");
        QCOMPARE(rows(*database, "INSERT INTO t VALUES(9)").changed, 1u);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("what");
        const auto add = [](const char *sql, const char *what) { QTest::newRow(sql) << QByteArray(sql) << what; };
        add("ATTACH 'other.db' AS o", "ATTACH");
        add("ATTACH '' AS o", "ATTACH");
        add("ATTACH ':memory:' AS o", "ATTACH");
        add("SELECT 1; ATTACH 'other.db' AS o KEY 'k'", "ATTACH");
        add("DETACH main", "DETACH");
        add("VACUUM INTO 'other.db'", "VACUUM INTO");
        add("EXPLAIN ATTACH 'other.db' AS o", "ATTACH");
        for (const char *name : {"key",
                                 "hexkey",
                                 "rekey",
                                 "textkey",
                                 "cipher_salt",
                                 "cipher_version",
                                 "cipher_profile",
                                 "cipher_log",
                                 "cipher_migrate",
                                 "cipher_settings",
                                 "cipher_default_kdf_iter",
                                 "cipher_memory_security",
                                 "cipher_provider",
                                 "cipher_store_pass",
                                 "cipher_plaintext_header_size",
                                 "cipher_integrity_check",
                                 "temp_store",
                                 "temp_store_directory",
                                 "data_store_directory",
                                 "writable_schema",
                                 "trusted_schema",
                                 "synchronous",
                                 "locking_mode",
                                 "mmap_size",
                                 "query_only",
                                 "wal_checkpoint",
                                 "wal_autocheckpoint",
                                 "journal_size_limit",
                                 "secure_delete",
                                 "cell_size_check",
                                 "ignore_check_constraints",
                                 "max_page_count",
                                 "database_list",
                                 "incremental_vacuum",
                                 "optimize",
                                 "busy_timeout",
                                 "hard_heap_limit",
                                 "soft_heap_limit",
                                 "threads"}) {
            const auto sql = QByteArray("PRAGMA ") + name;
            QTest::newRow(sql) << sql << QStringLiteral("PRAGMA ") + QLatin1String(name);
        }
        add("PRAGMA main.Key='x'", "PRAGMA key");
        add("PRAGMA encoding='UTF-16le'", "PRAGMA encoding");
        add("PRAGMA page_size=512", "PRAGMA page_size");
        add("PRAGMA journal_mode=DELETE", "PRAGMA journal_mode");
        add("PRAGMA auto_vacuum=1", "PRAGMA auto_vacuum");
        add("SELECT * FROM pragma_database_list", "PRAGMA database_list");
        add("SELECT sqlcipher_export('main')", "sqlcipher_export()");
        add("SELECT Load_Extension('x')", "load_extension()");
        add("SELECT fts3_tokenizer('simple')", "fts3_tokenizer()");
        add("CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT load_extension('x'); END; INSERT INTO t VALUES(1)",
            "load_extension()");
        add("SELECT 1; BEGIN", "BEGIN");
        add("SELECT 1; COMMIT", "COMMIT");
        add("ROLLBACK; SELECT 1", "ROLLBACK");
        add("SELECT 1; SAVEPOINT s", "SAVEPOINT");
        add("SELECT 1; RELEASE keyward", "SAVEPOINT");
    }
    void refused()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, what);
        const auto database = made();
        rows(*database, "CREATE TABLE t(x)");
        const auto answer = database->query(sql.toStdString(), {});
        KW_REFUSED(answer, Code::StatementNotAllowed);
        QCOMPARE(answer.error().arguments.at(0).text(), what.toStdString());
        QCOMPARE(answer.error().target, database->file().string());
        QCOMPARE(number(*database, "SELECT count(*) FROM t"), 0);
        QVERIFY(!std::filesystem::exists("other.db"));
    }

    void fails_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("words");
        const auto add = [](const char *sql, const char *words) {
            QTest::newRow(sql) << QByteArray(sql) << QByteArray(words);
        };
        add("SELEC 1", "syntax error");
        add("SELECT * FROM nowhere", "no such table");
        add("SELECT readfile('/etc/passwd')", "no such function");
        add("SELECT writefile('/tmp/x','y')", "no such function");
        add("SELECT edit('x')", "no such function");
        add("INSERT INTO t VALUES(NULL)", "NOT NULL");
        add("INSERT INTO child VALUES(5)", "FOREIGN KEY");
        add("UPDATE sqlite_schema SET sql='x'", "may not be modified"); // defensive
        add("INSERT INTO words_data VALUES(99,'x')", "may not be modified");
        add("SELECT \"no column\"", "no such column"); // never taken for a text
        add("CREATE INDEX i ON t(\"no column\")", "no such column");
        add("SELECT 1; VACUUM", "transaction");
        add("SELECT 'a\0b'", "null character");
    }
    void fails()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, words);
        if (words == "null character") sql = QByteArray("SELECT 'a\0b'", 12);
        const auto database = made();
        rows(*database, "CREATE TABLE t(x PRIMARY KEY NOT NULL); CREATE TABLE child(t REFERENCES t);"
                        "CREATE VIRTUAL TABLE words USING fts5(w)");
        const auto answer =
            database->query(std::string_view(sql.constData(), static_cast<std::size_t>(sql.size())), {});
        KW_REFUSED(answer, Code::StatementFailed);
        QVERIFY2(answer.error().arguments.at(0).text().contains(words.toStdString()), message(answer.error()).c_str());
    }

    /// Whatever a file's own views and triggers call, they are a stranger's.
    void aViewMayNotReachBehindTheDatabase()
    {
        const auto database = made();
        rows(*database, "CREATE VIEW v AS SELECT rtreedepth(x'0000')");
        KW_REFUSED(database->query("SELECT * FROM v", {}), Code::StatementFailed);
        KW_OK(database->query("SELECT rtreedepth(x'0000')", {}));
    }

    void allowed_data()
    {
        QTest::addColumn<QByteArray>("sql");
        for (const char *sql : {"PRAGMA table_info(t)",
                                "PRAGMA table_xinfo(t)",
                                "PRAGMA table_list",
                                "PRAGMA index_list(t)",
                                "PRAGMA index_info(sqlite_autoindex_t_1)",
                                "PRAGMA foreign_key_list(t)",
                                "PRAGMA foreign_keys",
                                "PRAGMA foreign_keys=OFF",
                                "PRAGMA user_version",
                                "PRAGMA user_version=3",
                                "PRAGMA application_id",
                                "PRAGMA integrity_check",
                                "PRAGMA quick_check",
                                "PRAGMA foreign_key_check",
                                "PRAGMA encoding",
                                "PRAGMA page_count",
                                "PRAGMA page_size",
                                "PRAGMA freelist_count",
                                "PRAGMA compile_options",
                                "PRAGMA collation_list",
                                "PRAGMA function_list",
                                "PRAGMA data_version",
                                "PRAGMA journal_mode",
                                "SELECT * FROM pragma_table_info('t')",
                                "VACUUM",
                                "ANALYZE",
                                "REINDEX",
                                "CREATE TEMP TABLE x(y)",
                                "EXPLAIN SELECT * FROM t",
                                "CREATE VIRTUAL TABLE f USING fts5(x)",
                                "CREATE VIRTUAL TABLE r USING rtree(a,b,c)",
                                "SELECT json_object('a',1), sqrt(2)",
                                "BEGIN"})
            QTest::newRow(sql) << QByteArray(sql);
    }
    void allowed()
    {
        QFETCH(QByteArray, sql);
        const auto database = made();
        rows(*database, "CREATE TABLE t(x PRIMARY KEY)");
        KW_OK(database->query(sql.toStdString(), {}));
    }

    void severalAreOneTransaction()
    {
        const auto database = made();
        rows(*database, "CREATE TABLE t(x PRIMARY KEY)");
        for (const char *sql : {"INSERT INTO t VALUES(1); INSERT INTO t VALUES(1)", "INSERT INTO t VALUES(1); SELEC",
                                "INSERT INTO t VALUES(1); CREATE TABLE u(x); ATTACH 'a' AS b"}) {
            QVERIFY(!database->query(sql, {}));
            QVERIFY(!database->runScript(sql, {}));
            QCOMPARE(all(*database, "SELECT name FROM sqlite_schema WHERE type='table'"), "t|\n");
            QCOMPARE(number(*database, "SELECT count(*) FROM t"), 0);
        }
        // Others do not see a part of them.
        const auto other = again(*database, Mode::Read);
        bool seen = false;
        sqlcipher::Limits looking{
            .goOn = [&] { return seen = seen || number(*other, "SELECT count(*) FROM t") > 0, true; }};
        KW_OK(database->query("INSERT INTO t VALUES(1);" + manyRows(20'000), looking));
        QVERIFY(!seen);
        QCOMPARE(number(*other, "SELECT count(*) FROM t"), 1);
    }

    void aTransactionOfTheUsersOutlastsACall()
    {
        const auto database = made();
        rows(*database, "CREATE TABLE t(x PRIMARY KEY)");
        rows(*database, "BEGIN");
        rows(*database, "INSERT INTO t VALUES(1)");
        QVERIFY(!database->query("INSERT INTO t VALUES(2); INSERT INTO t VALUES(1)", {})); // undoes itself alone
        QCOMPARE(all(*database, "SELECT x FROM t"), "1|\n");
        KW_OK(database->query("INSERT INTO t VALUES(3); INSERT INTO t VALUES(4)", {}));
        QCOMPARE(number(*again(*database), "SELECT count(*) FROM t"), 0);
        rows(*database, "ROLLBACK");
        QCOMPARE(number(*database, "SELECT count(*) FROM t"), 0);
    }

    void aScriptIsAllOrNothing()
    {
        const auto database = made();
        // As dumps are: their own transaction, tables in any order.
        KW_OK(database->runScript("PRAGMA foreign_keys=OFF; BEGIN TRANSACTION; CREATE TABLE child(t REFERENCES t);"
                                  "INSERT INTO child VALUES(1); CREATE TABLE t(x PRIMARY KEY); INSERT INTO t VALUES(1);"
                                  "SELECT * FROM t; COMMIT;",
                                  {}));
        QCOMPARE(number(*database, "SELECT count(*) FROM child"), 1);
        KW_OK(database->runScript("INSERT INTO child VALUES(8); INSERT INTO t VALUES(8); DELETE FROM child WHERE t=8;"
                                  "DELETE FROM t WHERE x=8",
                                  {}));
        for (const char *sql : {"BEGIN; INSERT INTO t VALUES(2); COMMIT; INSERT INTO t VALUES(1)",
                                "INSERT INTO child VALUES(7); COMMIT; SELECT 1", "INSERT INTO t VALUES(2); ROLLBACK"})
            QVERIFY(!database->runScript(sql, {}));
        QCOMPARE(number(*database, "SELECT (SELECT count(*) FROM t)+(SELECT count(*) FROM child)"), 2);
    }

    /// A look at all that is left with each blank would take minutes here.
    void aLongScriptTakesNoLongerThanItIs()
    {
        const auto database = made();
        std::string script;
        for (int i = 0; i < 1'000'000; ++i) script += ";\n/**/";
        script += "CREATE TABLE t(x);";
        for (int i = 0; i < 20'000; ++i) script += "INSERT INTO t VALUES(1); -- one\n";
        QElapsedTimer timer;
        timer.start();
        KW_OK(database->runScript(script, {}));
        QVERIFY2(timer.elapsed() < 10'000, QByteArray::number(timer.elapsed()));
        QCOMPARE(number(*database, "SELECT count(*) FROM t"), 20'000);
    }

    void tooManyRowsOrBytesAreRefused()
    {
        const auto database = made();
        rows(*database, manyRows(10'001));
        const auto answer = database->query("SELECT id FROM many", {.rows = 10'000});
        KW_REFUSED(answer, Code::ResultTooLarge);
        QCOMPARE(answer.error().arguments.at(0).text(), std::string("10,000 rows"));
        KW_OK(database->query("SELECT id FROM many LIMIT 10000", {.rows = 10'000}));
        const auto bytes = database->query("SELECT fill FROM many", {.bytes = 1'000'000});
        KW_REFUSED(bytes, Code::ResultTooLarge);
        QCOMPARE(bytes.error().arguments.at(0).text(), std::string("1,000,000 bytes"));
        KW_OK(database->query("SELECT fill FROM many LIMIT 10000", {.bytes = 1'000'000}));
        KW_OK(database->query("SELECT id, NULL FROM many LIMIT 10", {.bytes = 160}));
        KW_REFUSED(database->query("SELECT id, NULL FROM many LIMIT 10", {.bytes = 159}), Code::ResultTooLarge);
        KW_REFUSED(database->query("SELECT zeroblob(900000000)", {.bytes = 1000}), Code::ResultTooLarge);
    }

    void whatReturnsTooMuchIsUndone()
    {
        const auto database = made();
        rows(*database, "CREATE TABLE t(x)");
        const sqlcipher::Limits one{.rows = 1};
        KW_REFUSED(database->query("INSERT INTO t VALUES(1),(2) RETURNING x", one), Code::ResultTooLarge);
        QCOMPARE(number(*database, "SELECT count(*) FROM t"), 0);
        const auto found = must(database->query("INSERT INTO t VALUES(5) RETURNING x", one));
        QCOMPARE(found.rows.size(), 1u);
        QCOMPARE(found.changed, 1u);
    }

    void anEndlessQueryIsStopped()
    {
        const auto database = made();
        QElapsedTimer timer;
        timer.start();
        KW_REFUSED(database->query(endless, {.goOn = [&] { return timer.elapsed() < 100; }}), Code::Cancelled);
        QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()));
        rows(*database, "CREATE TABLE t(x)");
        timer.restart();
        const sqlcipher::Limits soon{.goOn = [&] { return timer.elapsed() < 50; }};
        KW_REFUSED(database->query(std::string("INSERT INTO t VALUES(1);") + endless, soon), Code::Cancelled);
        KW_REFUSED(database->runScript(std::string("INSERT INTO t VALUES(1);") + endless, soon), Code::Cancelled);
        QCOMPARE(number(*database, "SELECT count(*) FROM t"), 0); // and works again
    }

    void anotherThreadInterrupts()
    {
        const auto database = made();
        std::atomic<bool> ended = false;
        QElapsedTimer timer;
        timer.start();
        std::thread other([&] { // an interrupt that comes before the query has begun does nothing
            while (!ended) {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                database->interrupt();
            }
        });
        const auto answer = database->query(endless, {.goOn = [&] { return timer.elapsed() < 20'000; }});
        ended = true;
        other.join();
        KW_REFUSED(answer, Code::Cancelled);
        QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()));
    }

    void whoeverWritesIsWaitedFor()
    {
        const auto first = made();
        const auto second = again(*first);
        rows(*first, "CREATE TABLE t(x)");
        rows(*first, "BEGIN IMMEDIATE");
        QElapsedTimer timer;
        timer.start();
        KW_REFUSED(second->query("INSERT INTO t VALUES(1)", {.goOn = [&] { return timer.elapsed() < 100; }}),
                   Code::Cancelled);
        QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()));
        KW_OK(second->query("SELECT * FROM t", {})); // reading waits for nobody
        timer.restart();
        KW_REFUSED(second->query("INSERT INTO t VALUES(1)", {}), Code::Busy);
        QVERIFY2(timer.elapsed() >= 4900 && timer.elapsed() < 8000, QByteArray::number(timer.elapsed()));
        std::thread soon([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            rows(*first, "COMMIT");
        });
        const auto answer = second->query("INSERT INTO t VALUES(1); INSERT INTO t VALUES(2)", {});
        soon.join();
        KW_OK(answer);
    }

    void whoReadsCannotWrite()
    {
        const auto writer = made();
        rows(*writer, "CREATE TABLE t(x); INSERT INTO t VALUES(1)");
        const auto reader = again(*writer, Mode::Read);
        KW_REFUSED(reader->query("INSERT INTO t VALUES(2)", {}), Code::ReadOnly);
        KW_REFUSED(reader->query("SELECT 1; INSERT INTO t VALUES(2)", {}), Code::ReadOnly);
        QCOMPARE(all(*reader, "SELECT 1; SELECT x FROM t"), "1|\n");
        rows(*writer, "INSERT INTO t VALUES(3)");
        QCOMPARE(number(*reader, "SELECT count(*) FROM t"), 2);
    }
};

QTEST_GUILESS_MAIN(TestSqlcipher)
#include "tst_sqlcipher.moc"
