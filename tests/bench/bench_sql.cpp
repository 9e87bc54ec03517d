// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Databases of SQL servers against SQLCipher opened with a literal key, and data keys wrapped anew against the bare RSA
// of it on all cores.

#include "tests/bench/harness.h"
#include "tests/support/sql_desk.h"

#include <atomic>
#include <thread>

namespace keyward::bench {
namespace {

using namespace estate;
namespace fs = std::filesystem;

constexpr int rounds = 9;

/// Rows of a few hundred bytes, read by their key.
void fill(test::SqlDesk &at, const DatabaseId &database, int mebibytes)
{
    const auto rows = std::to_string(mebibytes * 2200);
    test::must(at.rows(database, "CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT);"
                                 "INSERT INTO t(text) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n "
                                 "WHERE i < " +
                                     rows + ") SELECT hex(randomblob(220)) FROM n"));
}

void benchQueries(Table &table, const fs::path &root, const Clock &clock)
{
    test::SqlDesk at(root, clock);
    at.protect();
    const auto one = test::must(at.create("one"));
    fill(at, one, 8);
    const auto boot = test::must(protection::readBootRecord(at.folderOf(one), one));
    const engine::KeyRequest request{at.identity, at.vault, at.key, at.version(), "bench", {}};
    const auto unwrap = [&] { return test::must(at.desk.keys().unwrap(request, boot.algorithm, boot.wrapped)); };
    const auto key = unwrap();
    const auto literal =
        test::must(sqlcipher::Database::open(at.folderOf(one) / "data", &key, sqlcipher::Database::Mode::Write));
    const auto ours = test::must(at.servers.connect(one));
    constexpr int queries = 2000;
    const auto sql = [](int i) { return "SELECT text FROM t WHERE id = " + std::to_string(1 + i * 7 % 17'000); };
    const auto rates = interleaved(
        rounds,
        [&] {
            return queries / seconds([&] {
                       for (int i = 0; i < queries; ++i) test::must(literal->query(sql(i), {}));
                   });
        },
        [&] {
            return queries / seconds([&] {
                       for (int i = 0; i < queries; ++i) test::must(ours->query(sql(i), {}));
                   });
        });
    table.add("SQL", "queries, against SQLCipher with a literal key", "1/s", rates, 0.98, true);
    std::vector<double> beyond;
    for (int i = 0; i < 41; ++i) {
        const auto alone = seconds([&] { (void)unwrap(); });
        const auto whole = seconds([&] { (void)test::must(at.servers.connect(one)); });
        beyond.push_back((whole - alone) * 1000);
    }
    table.add("SQL", "opening a database, beyond the unwrap", "ms", median(beyond), 2, false);
}

/// Databases of which only the boot record is there: no page is touched by what is measured.
void addDatabases(test::SqlDesk &at, int count)
{
    const auto key = test::must(crypto::SecretBytes::random(32, *test::context()));
    std::vector<protection::NewBootRecord> records;
    for (int i = 0; i < count; ++i) {
        const command::StartDatabase start{.server = at.server,
                                           .job = test::id<JobId>(),
                                           .database = test::id<DatabaseId>(),
                                           .name = test::must(DatabaseName::from("db" + std::to_string(i))),
                                           .folder = test::id<RecordId>().text(),
                                           .source = {}};
        test::must(at.desk.run(start));
        const auto folder = at.desk.store().folder() / start.folder;
        fs::create_directory(folder);
        records.push_back({folder,
                           {.database = start.database,
                            .by = {},
                            .algorithm = WrapAlgorithm::AesKw,
                            .wrapped = test::must(at.desk.custody().wrap(
                                {at.desk.estate()->settings().platformKek, {KeyKind::Oct, 256, Curve::None}}, {},
                                WrapAlgorithm::AesKw, key))}});
        test::must(at.desk.run(command::FinishDatabase{start.job,
                                                       {.id = start.database,
                                                        .server = at.server,
                                                        .name = start.name,
                                                        .encrypted = true,
                                                        .wrappedBy = {},
                                                        .job = start.job,
                                                        .folder = start.folder}}));
    }
    test::must(protection::writeBootRecords(records, at.desk.store().folder()));
}

void benchRewrap(Table &table, const fs::path &root, const Clock &clock, int count)
{
    test::SqlDesk at(root, clock);
    at.protect();
    at.desk.engine().settleBy({});
    test::must(at.desk.run(command::SetServiceManaged{at.server}));
    addDatabases(at, count);
    at.desk.engine().settleBy([&](const ResourceId &id) { at.servers.settle(id); });
    test::must(at.desk.run(at.protector()));
    const auto second = at.desk.key(at.vault, "second");
    const auto other = at.desk.estate()->key(second)->latest();
    test::must(at.desk.run(command::AddServerKey{at.server, at.vault, second, other.id}));
    // From one key of the vault to another and back: an unwrap and a wrap each.
    const auto *key = at.desk.estate()->key(at.key);
    const custody::KeyHandle handle{key->latest().material, key->spec};
    const auto spki = key->latest().spki;
    const auto dataKey = test::must(crypto::SecretBytes::random(32, *test::context()));
    const auto wrapped = test::must(at.desk.custody().wrap(handle, spki, WrapAlgorithm::RsaOaep256, dataKey));
    const auto bare = [&] {
        return seconds([&] {
            std::atomic<int> next = 0;
            std::vector<std::jthread> threads;
            for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
                threads.emplace_back([&] {
                    while (next++ < count) {
                        const auto plain =
                            test::must(at.desk.custody().unwrap(handle, WrapAlgorithm::RsaOaep256, wrapped));
                        (void)test::must(at.desk.custody().wrap(handle, spki, WrapAlgorithm::RsaOaep256, plain));
                    }
                });
        });
    };
    bool back = false;
    const auto ours = [&] {
        const auto to = std::exchange(back, !back)
                            ? at.protector()
                            : command::SetKey{at.server, at.vault, second, other.id, {}, test::id<JobId>()};
        return seconds([&] { test::must(at.desk.run(to)); });
    };
    table.add("SQL", "re-wrap of " + std::to_string(count) + " data keys, against the bare RSA on all cores", "s",
              interleaved(5, bare, ours), 1.10, false);
}

void benchSwitch(Table &table, const fs::path &root, const Clock &clock, int mebibytes)
{
    test::SqlDesk at(root, clock);
    at.protect();
    const auto large = at.addServer("large");
    test::must(at.create("empty"));
    const auto small = at.server;
    at.server = large;
    at.identity = at.desk.identity(large);
    at.desk.grant(at.vault, at.identity, "get,wrapKey,unwrapKey");
    test::must(at.desk.run(command::AddServerKey{large, at.vault, at.key, at.version()}));
    test::must(at.desk.run(at.protector()));
    fill(at, test::must(at.create("full")), mebibytes);
    const auto switched = [&](const ResourceId &server) {
        return seconds([&] {
            test::must(at.desk.run(command::SetServiceManaged{server}));
            test::must(at.desk.run(command::SetKey{server, at.vault, at.key, at.version(), {}, test::id<JobId>()}));
        });
    };
    table.add("SQL", "protector switch with " + std::to_string(mebibytes) + " MiB, against one of an empty database",
              "s", interleaved(rounds, [&] { return switched(small); }, [&] { return switched(large); }), 1.10, false);
}

/// TDE-13: what changed is found without opening a page.
void benchReplica(Table &table, const fs::path &root, const Clock &clock, int mebibytes)
{
    test::SqlDesk at(root, clock);
    at.protect();
    const auto partner = at.addServer("partner");
    const auto identity = at.desk.identity(partner);
    at.desk.grant(at.vault, identity, "get,wrapKey,unwrapKey");
    test::must(at.desk.run(command::AddServerKey{partner, at.vault, at.key, at.version()}));
    test::must(at.desk.run(command::LinkServers{at.server, partner}));
    const auto database = test::must(at.create("large"));
    fill(at, database, mebibytes);
    const auto replica = test::must(at.servers.replicate(database, partner, test::owner, {}));
    int row = 0;
    const auto whole = [&] { return seconds([&] { (void)test::must(at.servers.backUp(database, test::owner, {})); }); };
    const auto carried = [&] {
        test::must(at.rows(database, "UPDATE t SET text=hex(randomblob(220)) WHERE id=" + std::to_string(++row * 97)));
        return seconds([&] { (void)test::must(at.servers.syncReplica(replica, {})); });
    };
    table.add("SQL",
              "a changed row carried over to a replica of " + std::to_string(mebibytes) +
                  " MiB, against a copy of all pages",
              "s", interleaved(5, whole, carried), 0.5, false);
}

} // namespace

void benchSql(Table &table, bool large)
{
    QTemporaryDir folder;
    const fs::path root = fs::canonical(folder.path().toStdString());
    test::ManualClock clock;
    const auto fresh = [&](const char *name) {
        fs::create_directory(root / name);
        return root / name;
    };
    benchQueries(table, fresh("queries"), clock);
    benchRewrap(table, fresh("rewrap"), clock, large ? 10'000 : 2000);
    benchSwitch(table, fresh("switch"), clock, large ? 1024 : 256);
    benchReplica(table, fresh("replica"), clock, large ? 1024 : 256);
}

} // namespace keyward::bench
