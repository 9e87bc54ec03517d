// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What calls of vaults cost by a list of prices, worked out from counts, estate and list alone.

#include "backend/estate/command.h"
#include "backend/estate/costs.h"
#include "tests/support/draw.h"
#include "tests/support/prices.h"

using namespace keyward;
using namespace keyward::estate;

namespace {

const Month november = std::chrono::year(2026) / 11;

/// The list that ships, with something in it written otherwise.
Result<PriceListPtr> withText(const std::string &from, const std::string &to)
{
    std::string json(textOf(test::resource(":/keyward/catalogue/prices.json")));
    const auto at = json.find(from);
    if (at == std::string::npos) return fail(Code::NotFound, from, {"text"});
    return PriceList::parse(bytesOf(json.replace(at, from.size(), to)));
}

/// A resource with its own identity and two keys that it may use.
struct Callers : test::Model {
    VaultId vaultId = vault("kv1", false);
    KeyId plain = key(vaultId, "plain");
    KeyId large = key(vaultId, "large", test::must(KeySpec::rsa(3072)));
    ResourceId mine = resource("srv1", "westeurope", "sql-server");
    PrincipalId identityId = identity(mine);
    CallCounts calls;

    void count(const KeyId &of, Permission operation, CallCount many, Month month = november)
    {
        calls[{.month = month,
               .operation = operation,
               .key = of,
               .version = keyOf(of).latest().id,
               .caller = identityId,
               .from = "srv1",
               .vault = "kv1"}] += many;
    }
    CostEstimate ofResource(const PriceList &prices, Month month = november) const
    {
        return costsOf(estate, prices, callsByOwner(estate, calls), *estate.resource(mine), month);
    }
    CostEstimate ofVault(const PriceList &prices, const VaultId &vault_) const
    {
        return costsOf(estate, prices, callsByOwner(estate, calls), *estate.vault(vault_), november);
    }
    VaultId premium(const std::string &name)
    {
        const auto made = test::id<VaultId>();
        test::must(
            run(command::CreateVault{made, test::must(VaultName::from(name)), place(), Tier::Premium, {}, false, 90}));
        return made;
    }
};

bool says(const CostEstimate &estimate, const std::string &what)
{
    return std::ranges::any_of(estimate.leftOut, [&](const Sentence &one) { return one.text().contains(what); });
}

} // namespace

class TestCosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moneyIsExact()
    {
        for (const auto *same : {"0.03", "0.00036", "5.00", "123456789.123456789", "0.00"})
            QCOMPARE(test::must(Money::from(same)).text(), std::string(same));
        QCOMPARE(test::must(Money::from("5")).text(), std::string("5.00"));
        QCOMPARE(test::must(Money::from("0.5")).billionths, std::int64_t(500'000'000));
        for (const auto *wrong : {"", ".", "1.", ".5", "-1", "1,5", "0.0000000001", "1e3", "12345678901"})
            KW_REFUSED(Money::from(wrong), Code::ValueInvalid);
        const Money most{std::numeric_limits<std::int64_t>::max()};
        QCOMPARE(Money{2}.times(std::numeric_limits<std::uint64_t>::max()), most); // never less than it was
        QCOMPARE(most + Money{1}, most);
    }

    void monthsAreThoseOfUtc()
    {
        QCOMPARE(monthText(monthOf(*parseInstant("2026-11-30T23:59:59Z"))), std::string("2026-11"));
        QCOMPARE(monthText(monthOf(*parseInstant("2026-12-01T00:00:00Z"))), std::string("2026-12"));
        QCOMPARE(test::must(parseMonth("2026-02")), std::chrono::year(2026) / 2);
        for (const auto *wrong : {"2026-13", "2026-00", "2026", "2026-1", "November", "2026-11-01"})
            KW_REFUSED(parseMonth(wrong), Code::ValueInvalid);
    }

    void everyFigureOfTheListHasItsSource()
    {
        const auto prices = test::prices();
        QVERIFY(!prices->calls.empty() && !prices->keys.empty());
        KW_REFUSED(withText("\"source\": \"the vendor", "\"sources\": \"the vendor"), Code::Internal);
        KW_REFUSED(withText("\"read\": \"2026-10-03\"", "\"read\": \"lately\""), Code::Internal);
        KW_REFUSED(withText("\"per\": 10000", "\"per\": 0"), Code::Internal);
        KW_REFUSED(withText("\"per\": 10000", "\"per\": 70000"), Code::Internal); // 0.03 / 70,000 would be rounded
        KW_REFUSED(withText("\"price\": \"0.03\"", "\"price\": 0.03"), Code::Internal); // no binary fraction
        KW_REFUSED(withText("\"from\": 1500", "\"from\": 250"), Code::Internal);
        KW_REFUSED(withText("\"from\": 0", "\"from\": 1"), Code::Internal);
        KW_REFUSED(withText("\"id\": \"advanced-ec\"", "\"id\": \"advanced-rsa\""), Code::Internal);
        KW_REFUSED(withText("\"standard\"", "\"basic\""), Code::Internal);
        KW_REFUSED(withText("\"EC\"", "\"DSA\""), Code::Internal);
        KW_REFUSED(withText("\"currency\"", "\"money\""), Code::Internal);
        KW_REFUSED(withText("{", "["), Code::Internal);
        QCOMPARE(prices->read, std::string("2026-09-24")); // the oldest is said
    }

    void MOD_25_anEstimateIsCallsTimesTheirPrice()
    {
        Callers given;
        given.count(given.plain, Permission::UnwrapKey, {.answered = 10, .refused = 2});
        given.count(given.plain, Permission::WrapKey, {.answered = 4, .failed = 1});
        given.count(given.large, Permission::UnwrapKey, {.answered = 3});
        given.count(given.plain, Permission::UnwrapKey, {.answered = 1000}, november - std::chrono::months(1));
        const auto estimate = given.ofResource(*test::prices());
        QCOMPARE(estimate.lines.size(), std::size_t(3));
        std::map<std::pair<std::string, std::string>, std::string> amounts;
        for (const auto &line : estimate.lines)
            amounts[{std::string(permissionText(*line.call)), line.keys.text()}] = line.amount->text();
        // By hand: 12, 5 and 3 calls at 0.03 and 0.15 for 10,000.
        QCOMPARE((amounts[{"unwrapKey", "RSA keys of 2048 bits"}]), std::string("0.000036"));
        QCOMPARE((amounts[{"wrapKey", "RSA keys of 2048 bits"}]), std::string("0.000015"));
        QCOMPARE((amounts[{"unwrapKey", "RSA keys of 3072 or 4096 bits"}]), std::string("0.000045"));
        QCOMPARE(estimate.total.text(), std::string("0.000096"));
        QCOMPARE(estimate.calls, (CallCount{.answered = 17, .refused = 2, .failed = 1}));
        QVERIFY(estimate.leftOut.empty());
        QCOMPARE(given.ofResource(*test::prices(), november - std::chrono::months(1)).total.text(),
                 std::string("0.003"));
        QCOMPARE(given.ofVault(*test::prices(), given.vaultId).total.text(), std::string("0.000096"));
    }

    void MOD_25_linesAddUpAndNothingIsRoundedAway()
    {
        const auto prices = test::prices();
        const bool held = rc::check("the sum of the lines is the total, and each line is exact", [&] {
            Callers given;
            const auto vault = given.premium("kv2");
            const std::vector<KeyId> keys{given.plain, given.large,
                                          given.key(vault, "hsm", test::must(KeySpec::rsa(4096)).inHsm()),
                                          given.key(vault, "ec", test::must(KeySpec::ec("P-256")))};
            const std::vector<Permission> operations{Permission::WrapKey, Permission::UnwrapKey, Permission::Sign};
            std::uint64_t all = 0;
            for (int i = test::below(30); i >= 0; --i) {
                const CallCount many{.answered = *rc::gen::inRange<std::uint64_t>(0, 1'000'000'000),
                                     .refused = *rc::gen::inRange<std::uint64_t>(0, 1000)};
                given.count(test::any(keys), test::any(operations), many);
                all += many.all();
            }
            const auto estimate = given.ofResource(*prices);
            std::int64_t sum = 0;
            std::uint64_t counted = 0;
            for (const auto &line : estimate.lines) {
                RC_ASSERT(line.amount->billionths % static_cast<std::int64_t>(line.count ? line.count : 1) == 0);
                RC_ASSERT(line.amount->billionths * static_cast<std::int64_t>(line.per) ==
                          line.price.billionths * static_cast<std::int64_t>(line.count));
                sum += line.amount->billionths;
                counted += line.count;
            }
            RC_ASSERT(sum == estimate.total.billionths);
            RC_ASSERT(counted == all && estimate.calls.all() == all);
        });
        QVERIFY(held);
    }

    void MOD_25_aPriceThatIsNotKnownIsSaid()
    {
        const auto poor = test::must(withText("\"keySizes\": [3072, 4096]", "\"keySizes\": [4096]"));
        Callers given;
        given.count(given.plain, Permission::UnwrapKey, {.answered = 100});
        given.count(given.large, Permission::UnwrapKey, {.answered = 7});
        const auto estimate = given.ofResource(*poor);
        QCOMPARE(estimate.lines.size(), std::size_t(2));
        QCOMPARE(estimate.total.text(), std::string("0.0003"));
        QVERIFY(std::ranges::any_of(estimate.lines, [](const auto &line) { return line.count == 7 && !line.amount; }));
        QVERIFY(says(estimate, "whose price is not known: 7"));
        QVERIFY(!says(given.ofResource(*test::prices()), "not known"));
        // A key that was purged: counted still, by its vault's name, and said to have no price any more.
        test::must(given.run(command::DeleteKey{given.large}, true));
        test::must(given.run(command::PurgeKey{given.large}, true));
        for (const auto &purged : {given.ofResource(*test::prices()), given.ofVault(*test::prices(), given.vaultId)}) {
            QCOMPARE(purged.calls.all(), std::uint64_t(107));
            QCOMPARE(purged.total.text(), std::string("0.0003"));
            QVERIFY(says(purged, "purged since: 7"));
        }
    }

    void MOD_25_hardwareKeysAreChargedByVersionUsedAndByStep()
    {
        Callers given;
        const auto vault = given.premium("kv2");
        const auto hsm = given.key(vault, "hsm", test::must(KeySpec::rsa(3072)).inHsm());
        const auto unused = given.key(vault, "unused", test::must(KeySpec::rsa(3072)).inHsm());
        given.count(unused, Permission::UnwrapKey, {.refused = 5});
        for (int i = 0; i < 3; ++i) {
            if (i > 0)
                test::must(given.run(
                    command::RotateKey{hsm, {test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, {}}}));
            given.count(hsm, Permission::WrapKey, {.answered = 1});
            given.count(hsm, Permission::UnwrapKey, {.answered = 1});
        }
        const auto prices = test::must(withText("\"from\": 250", "\"from\": 2"));
        const auto estimate = given.ofVault(*prices, vault);
        std::vector<std::pair<std::uint64_t, std::string>> charges;
        for (const auto &line : estimate.lines)
            if (!line.call) charges.emplace_back(line.count, line.amount->text());
        // Three versions: two at 5.00, the third at 2.50; the key that nobody was let use is not charged.
        QCOMPARE(charges.size(), std::size_t(2));
        QCOMPARE(charges[0], std::pair(std::uint64_t(2), std::string("10.00")));
        QCOMPARE(charges[1], std::pair(std::uint64_t(1), std::string("2.50")));
        QCOMPARE(estimate.total.text(), std::string("12.500165")); // and eleven calls at 0.15 for 10,000
        const auto mine = given.ofResource(*prices);
        QCOMPARE(mine.total.text(), std::string("0.000165"));
        QVERIFY(says(mine, "monthly charge"));
    }

    void TDE_5_callsAreThoseOfWhoMadeThem()
    {
        Callers given;
        const auto other = given.resource("srv2", "westeurope", "sql-server");
        const auto shared = given.userIdentity("uid1");
        const auto app = given.application("orders");
        const auto gone = test::id<PrincipalId>();
        const auto add = [&](const PrincipalId &caller, const char *from, std::uint64_t many) {
            given.calls[{.month = november,
                         .operation = Permission::UnwrapKey,
                         .key = given.plain,
                         .version = given.keyOf(given.plain).latest().id,
                         .caller = caller,
                         .from = from,
                         .vault = "kv1"}] += {.answered = many};
        };
        add(given.identityId, "srv1", 1);
        add(given.identityId, "elsewhere", 2); // its own, whatever it is called
        add(shared, "srv1", 4);                // an identity of several: for whom it asked
        add(shared, "srv2", 8);
        add(app, "srv1", 16);  // an application may say where it is as it likes
        add(gone, "srv1", 32); // an identity that was turned off since
        add({}, "", 64);       // whoever administers
        const auto calls = callsByOwner(given.estate, given.calls);
        const auto all = [&](const ResourceId &id) {
            std::uint64_t sum = 0;
            for (const auto &[group, count] : calls.of(id)) sum += count.all();
            return sum;
        };
        QCOMPARE(all(given.mine), std::uint64_t(1 + 2 + 4 + 32));
        QCOMPARE(all(other), std::uint64_t(8));
        QCOMPARE(given.ofVault(*test::prices(), given.vaultId).calls.all(), std::uint64_t(127));
    }

    void TDE_5_theForecastFollowsTheRules()
    {
        const auto prices = test::prices();
        const auto forecastFor = [&](const char *type) {
            test::Model model;
            const auto vault = model.vault("kv1");
            const auto key = model.key(vault, "tde");
            const auto resource = model.resource("srv1", "westeurope", type);
            const auto none = forecastOf(model.estate, *prices, *model.estate.resource(resource));
            model.grant(vault, model.identity(resource));
            const bool server = std::string_view(type).starts_with("sql");
            if (server)
                test::must(model.run(command::AddServerKey{resource, vault, key, model.keyOf(key).latest().id}));
            test::must(model.run(model.binding(resource, vault, key, server)));
            return std::pair(none, forecastOf(model.estate, *prices, *model.estate.resource(resource)));
        };
        const auto [none, everySixHours] = forecastFor("sql-server");
        QVERIFY(!none); // without a key of its own it asks nobody
        QVERIFY(everySixHours);
        QCOMPARE(everySixHours->checks, std::uint64_t(120));
        QCOMPARE(everySixHours->calls(), std::uint64_t(240)); // no database: a wrap and an unwrap each
        QCOMPARE(everySixHours->amount->text(), std::string("0.00072"));
        QVERIFY(sentenceOf(*everySixHours).text().contains("240 calls in 30 days"));
        const auto everyHour = forecastFor("sql-server-2").second;
        QCOMPARE(everyHour->checks, std::uint64_t(720));
        QVERIFY(!forecastFor("recovery-services-vault").second); // it only asks when it works
    }
};

QTEST_GUILESS_MAIN(TestCosts)
#include "tst_costs.moc"
