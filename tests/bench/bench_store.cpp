// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Goals 8, 10, 11, 12, 18, 19: opening, one durable change, the audit log.

#include "tests/bench/harness.h"
#include "tests/support/fixture.h"

#include "backend/crypto/asymmetric.h"
#include "backend/estate/records.h"

#include <sqlite3.h>

#include <cstring>
#include <thread>

namespace keyward::bench {
namespace {

using namespace estate;

/// SQLite alone, as the store sets it up.
class BareSqlite
{
public:
    explicit BareSqlite(const std::filesystem::path &file)
    {
        ::sqlite3_open(file.c_str(), &m_database);
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
        run("CREATE TABLE IF NOT EXISTS rows(id INTEGER PRIMARY KEY, value BLOB)");
        ::sqlite3_prepare_v2(m_database, "INSERT INTO rows(value) VALUES(?)", -1, &m_insert, nullptr);
    }
    ~BareSqlite()
    {
        ::sqlite3_finalize(m_insert);
        ::sqlite3_close(m_database);
    }
    BareSqlite(const BareSqlite &) = delete;
    BareSqlite &operator=(const BareSqlite &) = delete;
    void run(const char *sql) { ::sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr); }
    void insert(ByteView value)
    {
        ::sqlite3_bind_blob(m_insert, 1, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
        ::sqlite3_step(m_insert);
        ::sqlite3_reset(m_insert);
    }

private:
    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
};

engine::AuditEntry sampleEntry()
{
    engine::AuditEntry entry;
    entry.time = *parseInstant("2026-11-21");
    entry.principal = "rsv1";
    entry.address = "10.0.0.7";
    entry.operation = "unwrapKey";
    entry.subject = "https://contoso.vault.keyward.local/keys/backup-cmk/0123456789abcdef0123456789abcdef";
    entry.reason = "RSA-OAEP-256";
    entry.actor = Actor::Kind::Principal;
    entry.principalId = referenceTo(test::id<PrincipalId>());
    entry.subjectId = referenceTo(test::id<KeyId>(), test::id<VersionId>());
    return entry;
}

/// Fills a store with keys as a year's work would, but in few transactions; their material is one key's, sealed per
/// record.
void fill(test::Desk &desk, const VaultId &vault, int count)
{
    static const auto material = test::must(crypto::PrivateKey::generate(test::context(), {}));
    static const auto pkcs8 = test::must(material.pkcs8());
    const auto spki = material.publicKey().spki();
    for (int at = 0; at < count;) {
        keystore::WriteBatch batch;
        batch.now = *parseInstant("2026-11-21T12:00:00Z");
        Estate estate(test::catalogue());
        for (int i = 0; i < 500 && at < count; ++i, ++at) { // as many as protected memory holds with room to spare
            const auto secret = test::id<RecordId>();
            const Key key{
                test::id<KeyId>(),
                vault,
                test::must(KeyName::from("key-" + std::to_string(at))),
                {},
                {KeyVersion{
                    test::id<VersionId>(), batch.now, batch.now, true, {}, {}, {}, cryptographic, spki, secret, false}},
                {},
                {}};
            const auto id = recordOf(key.id);
            estate.put(key);
            batch.puts.push_back({id, keystore::Purpose::Metadata, encode(estate, {EntityKind::Key, id, false}), {}});
            batch.puts.push_back({secret, keystore::Purpose::KeyMaterial, {}, test::must(pkcs8.clone())});
        }
        batch.audit.push_back(engine::encodeEntry(sampleEntry()));
        test::must(desk.store().commit(batch));
    }
}

void benchSize(Table &table, int keys, double goalMs, double &changeAt, const std::filesystem::path &folder,
               const Clock &clock)
{
    std::filesystem::create_directories(folder);
    VaultId vault;
    {
        test::Desk desk(folder, clock);
        vault = desk.vault("contoso");
        fill(desk, vault, keys);
    }
    const auto label = std::to_string(keys) + " keys";
    const keystore::StoreEnvironment environment{test::context(), folder / "state"};
    const auto root = test::must(
        test::must(keystore::SqliteStore::open(environment, folder / "s.keyward", test::typed(test::Desk::passphrase)))
            ->rootKey());
    std::vector<double> unsealing, whole;
    for (int i = 0; i < 5; ++i) {
        auto store = test::must(keystore::SqliteStore::open(environment, folder / "s.keyward",
                                                            {keystore::Unlock::By::RootKey, test::must(root.clone())}));
        unsealing.push_back(1000 * seconds([&] {
                                test::must(
                                    store->load([](unsigned, const RecordId &, ByteView) -> Status { return {}; }));
                            }));
        custody::SoftwareCustody custody(
            test::context(), [](const RecordId &) -> Result<crypto::SecretBytes> { return fail(Code::Internal); });
        whole.push_back(1000 * seconds([&] {
                            test::must(engine::Engine::open({*store, custody, clock, *test::context(), test::context(),
                                                             test::catalogue(), store->folder(), false}));
                        }));
    }
    table.add("8", "open " + label + " beyond Argon2id: reading, unsealing, hash tree", "ms", median(unsealing), goalMs,
              false);
    table.add("8", "open " + label + ": the snapshot on top", "ms", std::max(0.0, median(whole) - median(unsealing)), 0,
              false);

    test::Desk desk(folder, clock);
    const auto sample = Bytes(512, 7);
    BareSqlite bare(folder / "bare.sqlite");
    int tag = 0;
    const auto change = interleaved(
        7,
        [&] {
            std::vector<double> t;
            for (int i = 0; i < 60; ++i) t.push_back(1e6 * seconds([&] { bare.insert(sample); }));
            return median(t);
        },
        [&] {
            std::vector<double> t;
            for (int i = 0; i < 60; ++i)
                t.push_back(1e6 * seconds([&] {
                                test::must(desk.run(
                                    command::UpdateVault{vault, {}, {}, {}, Tags{{"n", std::to_string(++tag)}}, {}}));
                            }));
            return median(t);
        });
    table.add("10", "one durable change at " + label, "us", change, 3.0, false);
    if (keys == 1000) changeAt = change.ratio;
    if (keys == 100'000)
        table.add("10", "the same at 100,000 keys as at 1,000 (each against its bare commit)", "ratio",
                  change.ratio / changeAt, 1.3, false);
    const auto estate = desk.estate();
    const double lookup = 1e6 / 10'000 * seconds([&] {
                              for (int i = 0; i < 10'000; ++i)
                                  if (!estate->keyNamed(vault, "key-" + std::to_string(i * 7 % keys))) std::abort();
                          });
    table.add("19", "a key by name at " + label, "us", lookup, 10, false);
    if (keys == 100'000)
        table.add("18", "memory with " + label + " open", "MiB", static_cast<double>(peakMemoryMib()), 250, false);
}

void benchAudit(Table &table, const std::filesystem::path &folder, const Clock &clock, std::uint64_t entries)
{
    std::filesystem::create_directories(folder);
    test::Desk desk(folder, clock);
    const auto payload = engine::encodeEntry(sampleEntry());
    const Bytes sealedSize(512, 7);
    BareSqlite bare(folder / "bare.sqlite");
    const auto append = [&](std::size_t perCommit) {
        keystore::WriteBatch batch;
        batch.now = clock.now();
        batch.audit.assign(perCommit, payload);
        test::must(desk.store().commit(batch));
    };
    const auto single = interleaved(
        7,
        [&] {
            return 300 / seconds([&] {
                       for (int i = 0; i < 300; ++i) bare.insert(sealedSize);
                   });
        },
        [&] {
            return 300 / seconds([&] {
                       for (int i = 0; i < 300; ++i) append(1);
                   });
        });
    table.add("11", "log append, one entry a commit", "per s", single, 0.8, true);
    const auto bulk = interleaved(
        7,
        [&] {
            return 20'000 / seconds([&] {
                       for (int n = 0; n < 20; ++n) {
                           bare.run("BEGIN");
                           for (int i = 0; i < 1000; ++i) bare.insert(sealedSize);
                           bare.run("COMMIT");
                       }
                   });
        },
        [&] {
            return 20'000 / seconds([&] {
                       for (int n = 0; n < 20; ++n) append(1000);
                   });
        });
    table.add("11", "log append, a thousand entries a commit", "per s", bulk, 0.6, true);
    while (desk.store().head().sequence < entries) append(1000);
    // The limit: as many blobs of the same size hashed and opened on two threads, from memory, and the contents of each
    // hashed as its leaf.
    const auto raw = [&] {
        const auto half = [&] {
            auto sealer = test::must(crypto::Sealer::create(test::context(), test::secret(std::string(32, 'k'))));
            const auto sealed = sealer.seal(Bytes(512 - crypto::Sealer::overhead, 1), bytesOf("aad"));
            crypto::Sha256 sha(*test::context());
            Bytes plain;
            for (std::uint64_t i = 0; i < desk.store().head().sequence / 2; ++i) {
                sealer.open(sealed, bytesOf("aad"), plain);
                sha.of({bigEndian(i), sealed});
                sha.of({bytesOf("a salt of two and thirty bytes …"), plain});
            }
        };
        return seconds([&] {
            std::jthread other(half);
            half();
        });
    };
    const auto verify = interleaved(3, raw, [&] { return seconds([&] { test::must(desk.store().verifyAudit()); }); });
    table.add("12",
              "verify " + std::to_string(desk.store().head().sequence) +
                  " entries (hashes and unsealing on two threads)",
              "s", verify, 1.3, false);
    const double page =
        1000 * seconds([&] { test::must(desk.engine().newest(100, desk.store().head().sequence / 2)); });
    table.add("15", "a page of 100 entries in the middle", "ms", page, 5, false);
}

} // namespace

void benchStore(Table &table, bool large)
{
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    test::ManualClock clock;
    double changeAt = 1;
    benchSize(table, 1000, 5, changeAt, root / "1k", clock);
    benchSize(table, 10'000, 20, changeAt, root / "10k", clock);
    if (large) {
        resetPeakMemory();
        benchSize(table, 100'000, 150, changeAt, root / "100k", clock);
    }
    benchAudit(table, root / "audit", clock, large ? 1'000'000 : 100'000);
}

} // namespace keyward::bench
