// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/migration.h"

#include "backend/keystore/format.h"

#include <QVariant>

namespace keyward::keystore {
namespace {

Result<unsigned> formatOf(Database &database)
{
    KEYWARD_TRY(auto query, database.query("PRAGMA user_version"));
    KEYWARD_CHECK(database.step(query));
    return query.next() ? query.value(0).toUInt() : 0u;
}

} // namespace

const std::vector<Migration> &migrations()
{
    static const std::vector<Migration> steps; // format 1 is the first
    return steps;
}

Status migrate(Database &database, const std::vector<Migration> &steps)
{
    const auto newest = static_cast<unsigned>(steps.size()) + 1;
    while (true) {
        KEYWARD_TRY(const auto format, formatOf(database));
        if (format == newest) return {};
        if (format < 1 || format > newest) return fail(Code::StoreNewer, database.file().string(), {std::to_string(format), std::to_string(newest)});
        KEYWARD_CHECK(database.begin());
        const auto step = [&]() -> Status {
            KEYWARD_TRY(const auto now, formatOf(database)); // another process may have been quicker
            if (now != format) return database.commit();
            KEYWARD_CHECK(steps[format - 1](database));
            KEYWARD_CHECK(database.run(("PRAGMA user_version=" + std::to_string(format + 1)).c_str()));
            return database.commit();
        };
        if (auto done = step(); !done) {
            database.rollBack();
            return done;
        }
    }
}

} // namespace keyward::keystore
