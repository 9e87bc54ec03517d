// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-5, MOD-25: every call of a vault is counted once, whoever made it, and costs what the list of prices says.

#include "backend/engine/api/key_usage.h"
#include "backend/engine/store_keys.h"
#include "backend/estate/costs.h"
#include "tests/support/prices.h"
#include "tests/support/sql_desk.h"

using namespace keyward;
using namespace keyward::estate;
using std::chrono::hours;

namespace {

/// What was asked in a server's name within a month.
struct Asked {
    std::uint64_t wraps = 0, unwraps = 0, refused = 0;
    bool operator==(const Asked &) const = default;
    Asked operator-(const Asked &o) const { return {wraps - o.wraps, unwraps - o.unwraps, refused - o.refused}; }
};
char *toString(const Asked &asked)
{
    return QTest::toString(
        QStringLiteral("%1 wraps, %2 unwraps, %3 refused").arg(asked.wraps).arg(asked.unwraps).arg(asked.refused));
}

Asked askedBy(test::SqlDesk &at, engine::KeyUsage &usage, std::optional<Month> month = {})
{
    const auto estate = at.desk.estate();
    const auto all = test::must(usage.calls({month.value_or(monthOf(at.desk.engine().now()))}));
    const auto calls = callsByOwner(*estate, all);
    Asked out;
    for (const auto &[group, count] : calls.of(at.server)) {
        if (group.operation == Permission::WrapKey) out.wraps += count.all();
        if (group.operation == Permission::UnwrapKey) out.unwraps += count.all();
        out.refused += count.refused;
    }
    return out;
}

/// A log that can be replaced by another, and that says how much of it was read.
class PaperLog final : public engine::AuditLog
{
public:
    std::vector<engine::AuditEntry> entries;
    std::size_t handedOut = 0;

    void add(std::string operation, const VersionId &version, std::string principal = "rsv1")
    {
        engine::AuditEntry entry;
        entry.sequence = entries.size() + 1;
        entry.time = *parseInstant("2026-11-21T12:00:00Z");
        entry.operation = std::move(operation);
        entry.principal = entry.address = std::move(principal);
        entry.subject = "https://kv1.vault.keyward.local/keys/cmk/" + version.text();
        entries.push_back(std::move(entry));
    }
    Result<std::vector<engine::AuditEntry>> newest(std::size_t, std::uint64_t) override { return fail(Code::Internal); }
    Result<std::vector<engine::AuditEntry>> from(std::uint64_t first, std::size_t limit) override
    {
        std::vector<engine::AuditEntry> out;
        for (auto i = first - 1; i < entries.size() && out.size() < limit; ++i) out.push_back(entries[i]);
        handedOut += out.size();
        return out;
    }
    engine::AuditCheckpoint checkpoint() override { return at(entries.size()); }
    Status verify() override { return {}; }
    Status verifyAgainst(const engine::AuditCheckpoint &earlier) override
    {
        if (earlier.sequence > entries.size() || at(earlier.sequence).hash != earlier.hash)
            return fail(Code::AuditTampered, std::to_string(earlier.sequence), {"another one"});
        return {};
    }

private:
    engine::AuditCheckpoint at(std::uint64_t sequence) const
    {
        engine::AuditCheckpoint out{.sequence = sequence};
        if (sequence > 0) { // the last bytes tell entries apart
            const auto &text = entries[sequence - 1].subject;
            std::copy_n(text.end() - 32, 32, out.hash.begin());
        }
        return out;
    }
};

} // namespace

class TestCountedCalls : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    static void rollOver(test::SqlDesk &at)
    {
        test::must(at.desk.run(at.desk.rotation(at.key)));
        test::must(at.desk.run(command::AddServerKey{at.server, at.vault, at.key, at.version()}));
        test::must(at.desk.run(at.protector()));
    }

private Q_SLOTS:
    void TDE_5_callsAreCountedByExactlyWhatWasDone()
    {
        const auto folder = m_folders.fresh();
        {
            test::SqlDesk at(folder, m_clock);
            engine::KeyUsage usage(at.desk.engine());
            at.prepare();
            QCOMPARE(askedBy(at, usage), Asked{});
            KW_OK(at.desk.run(at.protector())); // asks once: without a database by something of its own
            QCOMPARE(askedBy(at, usage), (Asked{.wraps = 1, .unwraps = 1}));

            const auto one = at.database("one");
            at.database("two");
            at.database("three");
            at.database("plain", false); // is under no key
            (void)at.due();
            auto before = askedBy(at, usage);
            (void)at.due();
            QCOMPARE(askedBy(at, usage), before); // nothing was due
            QCOMPARE(*at.count(one), 3);          // a connection
            QCOMPARE(askedBy(at, usage) - before, (Asked{.unwraps = 1}));

            before = askedBy(at, usage);
            m_clock.advance(hours(6));
            (void)at.due();
            QCOMPARE(askedBy(at, usage) - before, (Asked{.unwraps = 1}));

            before = askedBy(at, usage);
            rollOver(at); // three data keys, all in one transaction of the log, and whether it may use the new one
            QCOMPARE(askedBy(at, usage) - before, (Asked{.wraps = 3 + 1, .unwraps = 3 + 1}));

            before = askedBy(at, usage);
            KW_OK(at.desk.run(command::RemoveAccessPolicy{at.vault, at.identity}, true));
            const auto removed = askedBy(at, usage) - before;
            QVERIFY(!at.servers.checkAccess(at.server));
            QCOMPARE(askedBy(at, usage) - before - removed, (Asked{.unwraps = 1, .refused = 1}));
            at.desk.grant(at.vault, at.identity, "get,wrapKey,unwrapKey");
            KW_OK(at.servers.checkAccess(at.server));
        }
        m_clock.advance(std::chrono::minutes(15));
        test::SqlDesk again(folder, m_clock); // the instance restarts
        engine::KeyUsage usage(again.desk.engine());
        const auto before = askedBy(again, usage);
        QVERIFY(before.unwraps > 8); // what was counted is there after reopening
        (void)again.due();
        QCOMPARE(askedBy(again, usage) - before, (Asked{.unwraps = 1}));
    }

    void TDE_5_otherProcessesAreCountedToo()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk at(folder, m_clock);
        at.protect();
        at.database("one");
        (void)at.due();
        engine::KeyUsage usage(at.desk.engine());
        const auto before = askedBy(at, usage);
        test::SqlDesk other(folder, m_clock);
        m_clock.advance(hours(6));
        (void)other.due();
        QCOMPARE(askedBy(at, usage) - before, (Asked{.unwraps = 1}));
        engine::KeyUsage there(other.desk.engine());
        QCOMPARE(askedBy(other, there), askedBy(at, usage));
    }

    void TDE_5_monthsAreCountedApart()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        at.database("one");
        (void)at.due();
        engine::KeyUsage usage(at.desk.engine());
        const auto month = monthOf(at.desk.engine().now());
        const auto before = askedBy(at, usage);
        const Month next = month + std::chrono::months(1);
        m_clock.set(std::chrono::sys_days(next / 1));
        (void)at.due();
        QCOMPARE(monthOf(at.desk.engine().now()), next);
        QCOMPARE(askedBy(at, usage), (Asked{.unwraps = 1}));
        QCOMPARE(askedBy(at, usage, month), before);
        m_clock.set(*parseInstant("2026-11-21T12:00:00Z"));
    }

    void MOD_25_aServerCostsWhatItsCallsCost()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.prepare("kv1", test::must(KeySpec::rsa(3072)));
        KW_OK(at.desk.run(at.protector()));
        const auto one = at.database("one");
        for (int i = 0; i < 5; ++i) QCOMPARE(*at.count(one), 3);
        engine::KeyUsage usage(at.desk.engine(), test::prices());
        const auto asked = askedBy(at, usage);
        const auto estate = at.desk.estate();
        const auto month = monthOf(at.desk.engine().now());
        const auto calls = callsByOwner(*estate, test::must(usage.calls({month})));
        const auto estimate = costsOf(*estate, *usage.prices(), calls, *estate->resource(at.server), month);
        QCOMPARE(estimate.calls.all(), asked.wraps + asked.unwraps);
        // 0.15 for 10,000 calls on such a key: fifteen millionths each.
        QCOMPARE(estimate.total.billionths, static_cast<std::int64_t>(15'000 * (asked.wraps + asked.unwraps)));
        const auto forecast = forecastOf(*estate, *usage.prices(), *estate->resource(at.server));
        QVERIFY(forecast);
        QCOMPARE(forecast->calls(), std::uint64_t(120)); // it has a database: an unwrap each
        // Of the vault there is also what its owner did: made one key.
        const auto all = costsOf(*estate, *usage.prices(), calls, *estate->vault(at.vault), month);
        QCOMPARE(all.calls.all(), estimate.calls.all() + 1);
        QVERIFY(std::ranges::any_of(all.lines, [](const auto &line) { return line.call == Permission::Create; }));
        // What only a backup is left of is not asked with.
        KW_OK(at.servers.backUp(one, test::owner, {}));
        KW_OK(at.desk.run(command::DropDatabase{.database = one}, true));
        const auto later = at.desk.estate();
        const auto bare = forecastOf(*later, *usage.prices(), *later->resource(at.server));
        QVERIFY(bare);
        QCOMPARE(bare->calls(), std::uint64_t(240));
    }

    void aLongLogIsReadOnce()
    {
        PaperLog log;
        const auto version = test::id<VersionId>();
        for (int i = 0; i < 5000; ++i) log.add("unwrapKey", version);
        engine::KeyUsage usage(log);
        const std::vector<Month> november{std::chrono::year(2026) / 11};
        QCOMPARE(test::must(usage.calls(november)).begin()->second.answered, std::uint64_t(5000));
        QCOMPARE(log.handedOut, std::size_t(5000));
        (void)test::must(usage.calls(november));
        QCOMPARE(test::must(usage.of({{}, version, "kv1"})).allowed, std::uint64_t(5000));
        QCOMPARE(log.handedOut, std::size_t(5000));
        log.add("unwrapKey", version);
        QCOMPARE(test::must(usage.calls(november)).begin()->second.answered, std::uint64_t(5001));
        QCOMPARE(log.handedOut, std::size_t(5001));
        QVERIFY(test::must(usage.calls({std::chrono::year(2026) / 10})).empty());
    }

    /// … and told how far that is; who stops it loses nothing.
    void aLongLogIsReadInPieces()
    {
        PaperLog log;
        const auto version = test::id<VersionId>();
        for (int i = 0; i < 5000; ++i) log.add("unwrapKey", version);
        engine::KeyUsage usage(log);
        const std::vector<Month> november{std::chrono::year(2026) / 11};
        std::uint64_t known = 0;
        const auto stopped = usage.calls(november, [&](std::uint64_t read, std::uint64_t all) {
            known = read;
            return all != 5000;
        });
        QVERIFY(!stopped && stopped.error().code == Code::Cancelled);
        QVERIFY(known > 0 && known < 5000);
        QCOMPARE(log.handedOut, known);
        const auto rest = usage.calls(november, [&](std::uint64_t read, std::uint64_t) { return read > known; });
        QCOMPARE(test::must(rest).begin()->second.answered, std::uint64_t(5000));
        QCOMPARE(log.handedOut, std::size_t(5000)); // none twice
    }

    /// TDE-5: a copy of a key in another vault has the same version, and its calls are its own.
    void TDE_5_copiesOfAKeyAreCountedApart()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = at.database("orders");
        const auto there = at.desk.vault("kv2", true, "northeurope");
        engine::StoreKeyBackup keys(at.desk.engine());
        const auto copy = test::must(keys.restore(there, test::must(keys.backUp(at.key, test::owner)), test::owner));
        QCOMPARE(*at.count(database), 3);
        engine::KeyUsage usage(at.desk.engine());
        QVERIFY(test::must(usage.of({at.key, at.version(), "kv1"})).allowed > 0);
        QCOMPARE(test::must(usage.of({copy, at.version(), "kv2"})).allowed, std::uint64_t(0));
        // Also where the log tells them by the version alone.
        auto old = engine::entryBy(Actor::principal(at.identity, "srv1", "srv1"), "unwrapKey",
                                   "https://kv2.vault.keyward.local/keys/tde/" + at.version().text());
        KW_OK(at.desk.engine().note(old));
        QCOMPARE(test::must(usage.of({copy, at.version(), "kv2"})).allowed, std::uint64_t(1));
        const auto month = monthOf(at.desk.engine().now());
        const auto calls = callsByOwner(*at.desk.estate(), test::must(usage.calls({month})));
        std::uint64_t unwraps = 0;
        for (const auto &[group, count] : calls.of(there)) {
            if (group.operation != Permission::UnwrapKey) continue;
            QVERIFY(group.key == copy);
            unwraps += count.all();
        }
        QCOMPARE(unwraps, std::uint64_t(1));
    }

    void aKeystoreThatWasPutBackIsCountedAnew()
    {
        PaperLog log;
        for (int i = 0; i < 10; ++i) log.add("unwrapKey", test::id<VersionId>());
        engine::KeyUsage usage(log);
        const std::vector<Month> november{std::chrono::year(2026) / 11};
        const auto all = [&] {
            std::uint64_t sum = 0;
            for (const auto &[group, count] : test::must(usage.calls(november))) sum += count.all();
            return sum;
        };
        QCOMPARE(all(), std::uint64_t(10));
        log.entries.resize(4); // an older copy
        QCOMPARE(all(), std::uint64_t(4));
        for (int i = 0; i < 8; ++i) log.add("wrapKey", test::id<VersionId>()); // … which went on differently
        QCOMPARE(all(), std::uint64_t(12));
        log.entries[11].subject.back() ^= 1; // as many entries, and the last is another one
        log.entries.resize(11);
        log.add("wrapKey", test::id<VersionId>());
        QCOMPARE(all(), std::uint64_t(12));
    }

    void TDE_5_whatThePlatformDoesByItselfIsNobodysCall()
    {
        PaperLog log;
        const auto version = test::id<VersionId>();
        log.add("key.purge", version, "owner");
        log.entries.back().actor = Actor::Kind::Owner;
        log.add("key.purge", version, "system"); // at the end of a retention
        log.entries.back().actor = Actor::Kind::System;
        log.add("key.purge", version, "system"); // … as the first edition of the log has it
        log.add("platform.unwrapKey", version, "srv1");
        log.add("vault.create", version, "owner");
        engine::KeyUsage usage(log);
        const auto calls = test::must(usage.calls({std::chrono::year(2026) / 11}));
        QCOMPARE(calls.size(), std::size_t(1));
        QCOMPARE(calls.begin()->first.operation, Permission::Purge);
        QCOMPARE(calls.begin()->second.all(), std::uint64_t(1));
        QCOMPARE(calls.begin()->first.vault, std::string("kv1"));
    }
};

QTEST_GUILESS_MAIN(TestCountedCalls)
#include "tst_counted_calls.moc"
