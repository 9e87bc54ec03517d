// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/services/sql_server/parts.h"

#include "backend/base/paths.h"
#include "backend/estate/describe.h"

#include <QJsonArray>

#include <iostream>
#include <iterator>

namespace keyward::ctl {

using namespace estate;

namespace {

struct QueryOptions {
    std::string path, sql;
    std::uint64_t rows = engine::SqlLimits{}.rows;
};

std::string shown(const engine::SqlValue &value)
{
    struct Text {
        std::string operator()(std::monostate) const { return "NULL"; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return QString::number(number, 'g', 17).toStdString(); }
        std::string operator()(const std::string &text) const { return printable(text); }
        std::string operator()(const Bytes &bytes) const { return "(" + humanBytes(bytes.size()) + ")"; }
    };
    return std::visit(Text{}, value);
}

/// What no number or text is says so: {"base64": "…"}.
QJsonValue jsonOf(const engine::SqlValue &value)
{
    struct Json {
        QJsonValue operator()(std::monostate) const { return QJsonValue::Null; }
        QJsonValue operator()(std::int64_t number) const { return QJsonValue(static_cast<qint64>(number)); }
        QJsonValue operator()(double number) const { return number; }
        QJsonValue operator()(const std::string &text) const { return QString::fromStdString(text); }
        QJsonValue operator()(const Bytes &bytes) const
        {
            const auto view = QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()),
                                                      static_cast<qsizetype>(bytes.size()));
            return QJsonObject{{QLatin1String("base64"), QString::fromLatin1(view.toBase64())}};
        }
    };
    return std::visit(Json{}, value);
}

/// An object holds each name once; a join may give the same one twice.
std::vector<QString> namesOf(const std::vector<std::string> &columns)
{
    std::vector<QString> out;
    for (const auto &column : columns) {
        const auto name = QString::fromStdString(column);
        auto unique = name;
        for (int i = 2; std::ranges::contains(out, unique); ++i) unique = name + QStringLiteral(" (%1)").arg(i);
        out.push_back(unique);
    }
    return out;
}

void tell(Invocation &invocation, const engine::SqlRows &found)
{
    const auto names = namesOf(found.columns);
    QJsonArray documents;
    std::vector<std::vector<std::string>> rows;
    for (const auto &row : found.rows) {
        QJsonObject document;
        auto &line = rows.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) {
            line.push_back(shown(row[i]));
            document.insert(names[i], jsonOf(row[i]));
        }
        documents.append(document);
    }
    auto &out = invocation.out();
    std::vector<std::string> titles;
    for (const auto &column : found.columns) titles.push_back(printable(column));
    if (!titles.empty()) out.table(titles, rows, "No rows.");
    if (titles.empty() || found.changed > 0) out.line(counted(found.changed, "row") + " changed.");
    out.document(documents);
}

Status query(Invocation &invocation, const QueryOptions &o)
{
    KEYWARD_TRY(const auto *found, database(invocation, o.path));
    const auto id = found->id;
    auto sql = o.sql;
    if (sql == "-") sql = {std::istreambuf_iterator<char>(std::cin), {}};
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(auto connection, serversOf(*acting).connect(id));
    KEYWARD_TRY(const auto rows, connection->query(sql, {.rows = o.rows, .goOn = [] { return !interrupted(); }}));
    tell(invocation, rows);
    return {};
}

} // namespace

void addQueryCommand(Commands &commands, CLI::App *sql)
{
    auto q = options<QueryOptions>();
    auto *app = commands.act(sql, "query", "Run SQL in a database", "only the database knows what it does",
                             [q](Invocation &s) { return query(s, *q); });
    app->add_option("DATABASE", q->path, "SERVER/NAME")->required();
    app->add_option("SQL", q->sql, "One or several statements, which are one transaction; - reads standard input")
        ->required();
    app->add_option("--rows", q->rows, "Refuse a result with more rows");
    app->footer("Example: keywardctl sql query srv1/orders 'SELECT count(*) FROM orders'");
}

} // namespace keyward::ctl
