// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/schema.h"

#include <QVariant>

#include <algorithm>
#include <map>

namespace keyward::keystore {
namespace {

struct Table {
    const char *name;
    const char *sql;
};

// SQLite keeps the text as it was given, so what stands in the file is compared by the letter.
constexpr Table tables[] = {
    {"header", "CREATE TABLE header(part TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID, STRICT"},
    {"slots", "CREATE TABLE slots(id BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID, STRICT"},
    {"records",
     "CREATE TABLE records(id BLOB PRIMARY KEY, revision INTEGER NOT NULL, value BLOB NOT NULL) WITHOUT ROWID, STRICT"},
    {"audit", "CREATE TABLE audit(sequence INTEGER PRIMARY KEY, value BLOB NOT NULL) STRICT"},
};

} // namespace

Status makeSchema(Database &database)
{
    KEYWARD_CHECK(database.run("PRAGMA journal_mode=WAL"));
    for (const auto &table : tables) KEYWARD_CHECK(database.run(table.sql));
    return {};
}

Status checkSchema(Database &database)
{
    const auto refuse = [&](Sentence::Argument why) {
        return fail(Code::SchemaTampered, database.file().string(), {std::move(why)});
    };
    KEYWARD_TRY(auto query, database.query("SELECT type, name, tbl_name, sql FROM sqlite_schema"));
    KEYWARD_CHECK(database.step(query));
    std::size_t found = 0;
    while (query.next()) {
        const auto type = query.value(0).toString().toStdString();
        const auto name = query.value(1).toString().toStdString();
        const auto *table = std::ranges::find(tables, name, [](const Table &t) { return std::string(t.name); });
        if (type != "table" || table == std::end(tables))
            return refuse(said("the {0} '{1}' does not belong to it", type, name));
        if (query.value(2).toString().toStdString() != name || query.value(3).toString().toStdString() != table->sql)
            return refuse(said("the table '{0}' is another one", name));
        ++found;
    }
    KEYWARD_CHECK(database.ended(query));
    return found == std::size(tables) ? Status{} : refuse("a table is missing");
}

} // namespace keyward::keystore
