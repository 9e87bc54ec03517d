// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/fixture.h"

#include "backend/sqlcipher/database.h"

#include <QProcess>

#include <csignal>
#include <fstream>
#include <sys/resource.h>

/// What the tests of encrypted databases share. No file of an open database is read in this process: closing it would
/// drop SQLite's locks; other programs look instead.
namespace keyward::test {

using sqlcipher::Database;
using DatabasePtr = std::unique_ptr<Database>;

inline constexpr std::uint32_t pageSize = 4096;

inline crypto::SecretBytes key(std::uint8_t seed = 1)
{
    auto out = must(crypto::SecretBytes::ofSize(32));
    for (std::size_t i = 0; i < 32; ++i) out.writable()[i] = static_cast<std::uint8_t>(seed + 29 * i);
    return out;
}

/// As SQLCipher's own tool takes it.
inline QString spelt(const crypto::SecretBytes &key)
{
    return QStringLiteral("PRAGMA key=\"x'%1'\";").arg(QString::fromStdString(toHex(key.exposed())));
}

/// What a program says, on both channels.
inline QString said(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    return QString::fromLocal8Bit(process.readAll());
}

/// The files of a folder that hold a text, by another program.
inline QString filesWith(const std::filesystem::path &folder, const QString &text)
{
    return said(QStringLiteral("grep"), {QStringLiteral("-rlaF"), text, QString::fromStdString(folder.string())});
}

inline Bytes bytesOfFile(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(in), {});
}

inline void writeFile(const std::filesystem::path &file, ByteView bytes)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

/// The names in a folder, sorted.
inline std::vector<std::string> namesIn(const std::filesystem::path &folder)
{
    std::vector<std::string> out;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) out.push_back(entry.path().filename());
    std::ranges::sort(out);
    return out;
}

inline sqlcipher::Rows rows(Database &database, std::string_view sql) { return must(database.query(sql, {})); }

inline std::string text(const sqlcipher::Value &value)
{
    if (const auto *number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto *real = std::get_if<double>(&value)) return std::to_string(*real);
    if (const auto *words = std::get_if<std::string>(&value)) return *words;
    if (const auto *blob = std::get_if<Bytes>(&value)) return "x'" + toHex(*blob) + '\'';
    return "NULL";
}

/// All of a result: values by '|', rows by newlines.
inline std::string all(Database &database, std::string_view sql)
{
    std::string out;
    for (const auto &row : rows(database, sql).rows) {
        for (const auto &value : row) out += text(value) + '|';
        out += '\n';
    }
    return out;
}

inline std::int64_t number(Database &database, std::string_view sql)
{
    return std::get<std::int64_t>(rows(database, sql).rows.at(0).at(0));
}

/// n rows with a marker in each, wide enough to fill many pages.
inline std::string manyRows(int n, const std::string &marker = "row")
{
    return "CREATE TABLE many(id INTEGER PRIMARY KEY, name TEXT, fill BLOB);"
           "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM c WHERE n<" +
           std::to_string(n) + ") INSERT INTO many SELECT n, '" + marker +
           "'||(n*7919%100003), randomblob(100) FROM c;";
}

/// A database of every kind of page: tables, indexes, overflow, free ones; closed. Its file.
inline std::filesystem::path closedDatabase(const std::filesystem::path &folder, const crypto::SecretBytes *key)
{
    const auto made = must(Database::open(folder / "d.db", key, Database::Mode::Create));
    rows(*made, manyRows(600) + "CREATE INDEX i ON many(name); CREATE TABLE large(x);"
                                "INSERT INTO large VALUES(randomblob(20000)); CREATE TABLE gone(x);"
                                "INSERT INTO gone VALUES(randomblob(20000)); DROP TABLE gone;");
    return made->file();
}

/// Files of this process may not grow past a size; writing beyond fails like a full disk.
class FileLimit
{
public:
    explicit FileLimit(rlim_t size)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{size, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FileLimit(const FileLimit &) = delete;
    FileLimit &operator=(const FileLimit &) = delete;

private:
    rlimit m_before{};
};

} // namespace keyward::test
