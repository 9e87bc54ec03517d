// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/migration.h"

#include "backend/keystore/cover.h"
#include "backend/keystore/format.h"

namespace keyward::keystore {
namespace {

Result<unsigned> formatOf(Database &database)
{
    return database.number("PRAGMA user_version").transform([](std::uint64_t format) {
        return static_cast<unsigned>(format);
    });
}

/// Format 2: unlock slots and header are covered by the head. Without the keys only the checksums in the clear can be
/// made; the first commit after unlocking seals the slots anew and has their digest in its head.
Status addSums(Database &database, const crypto::ContextPtr &context)
{
    KEYWARD_TRY(const auto sums, database.number("SELECT count(*) FROM header WHERE part='sums'"));
    if (sums != 0) return fail(Code::HeaderTampered, database.file().string(), {"its format number was set back"});
    crypto::Sha256 sha(*context);
    return writeSums(database, sha).transform([](const Cover &) {});
}

} // namespace

std::vector<Migration> migrations(const crypto::ContextPtr &context)
{
    return {[context](Database &database) { return addSums(database, context); },
            [](Database &) -> Status { return {}; }}; // format 3: head and entries are written anew, never here
}

Status migrate(Database &database, const std::vector<Migration> &steps)
{
    const auto newest = static_cast<unsigned>(steps.size()) + 1;
    while (true) {
        KEYWARD_TRY(const auto format, formatOf(database));
        if (format == newest) return {};
        if (format < 1 || format > newest)
            return fail(Code::StoreNewer, database.file().string(), {std::to_string(format), std::to_string(newest)});
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
