// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/cover.h"

#include <QVariant>

#include <algorithm>

namespace keyward::keystore {
namespace {

constexpr std::uint8_t edition = 1;
constexpr std::size_t sumsSize = 1 + 3 * 32;

/// Every row as length and bytes of its name and value, so that no two tables read alike.
Result<crypto::Digest> digestOf(Database &database, const char *sql, crypto::Sha256 &sha)
{
    KEYWARD_TRY(auto query, database.query(sql));
    KEYWARD_CHECK(database.step(query));
    sha.begin();
    while (query.next())
        for (int column = 0; column < 2; ++column) {
            const auto value = query.value(column).toByteArray();
            sha.add(bigEndian(static_cast<std::uint64_t>(value.size())));
            sha.add(viewOf(value));
        }
    KEYWARD_CHECK(database.ended(query));
    return sha.end();
}

Bytes encoded(const Cover &cover, crypto::Sha256 &sha)
{
    Bytes out{edition};
    append(out, cover.header);
    append(out, cover.slots);
    append(out, sha.of({bytesOf("keyward sums"), out}));
    return out;
}

} // namespace

Result<Cover> coverOf(Database &database, crypto::Sha256 &sha)
{
    Cover out;
    KEYWARD_TRY(
        out.header,
        digestOf(database, "SELECT part, value FROM header WHERE part NOT IN ('head','sums') ORDER BY part", sha));
    KEYWARD_TRY(out.slots, digestOf(database, "SELECT id, value FROM slots ORDER BY id", sha));
    return out;
}

Status compareCover(const Cover &found, const Cover &sealed, const std::filesystem::path &file)
{
    if (found.header != sealed.header)
        return fail(Code::HeaderTampered, file.string(), {"a part of it was altered, removed or added"});
    if (found.slots != sealed.slots)
        return fail(Code::SlotTampered, file.string(), {"one was altered, removed or added"});
    return {};
}

Result<Cover> writeSums(Database &database, crypto::Sha256 &sha)
{
    KEYWARD_TRY(const auto cover, coverOf(database, sha));
    const auto value = encoded(cover, sha);
    KEYWARD_TRY(auto *query, database.prepared("INSERT OR REPLACE INTO header VALUES('sums',?)"));
    query->bindValue(0, bound(value));
    KEYWARD_CHECK(database.step(*query));
    return cover;
}

Result<Cover> checkedCover(Database &database, crypto::Sha256 &sha)
{
    const auto refuse = [&](const char *why) { return fail(Code::HeaderTampered, database.file().string(), {why}); };
    KEYWARD_TRY(auto query, database.query("SELECT value FROM header WHERE part='sums'"));
    KEYWARD_CHECK(database.step(query));
    const bool there = query.next();
    if (!there) KEYWARD_CHECK(database.ended(query));
    const auto sums = there ? query.value(0).toByteArray() : QByteArray();
    query.finish();
    if (!there) return refuse("its checksums were removed");
    if (sums.size() != static_cast<qsizetype>(sumsSize)) return refuse("its checksums were altered");
    Cover noted;
    std::ranges::copy(viewOf(sums).subspan(1, 32), noted.header.begin());
    std::ranges::copy(viewOf(sums).subspan(33, 32), noted.slots.begin());
    if (!std::ranges::equal(encoded(noted, sha), viewOf(sums))) return refuse("its checksums were altered");
    KEYWARD_TRY(const auto found, coverOf(database, sha));
    KEYWARD_CHECK(compareCover(found, noted, database.file()));
    return found;
}

} // namespace keyward::keystore
