// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Places, locks, networks: what stands where, what a firewall lets in, and what a change of it locks out (CON-4).

#include "models/actions/action_draft.h"
#include "models/blades/call_test.h"
#include "models/places.h"
#include "models/presenter.h"
#include "models/search.h"
#include "models/tables/estate_table.h"
#include "models/tables/place_sources.h"
#include "tests/support/opened.h"

#include "backend/base/own_addresses.h"
#include "backend/estate/regions.h"

using namespace keyward;
using namespace keyward::models;
using keyward::test::Opened;
using keyward::test::must;

namespace {

using Access = estate::Firewall::Access;
using EndpointState = estate::PrivateEndpoint::State;

IpRange range(const char *words) { return must(IpRange::from(words)); }

/// An estate with a vault in use, a virtual network and a second group.
struct Laid : Opened {
    Laid()
    {
        in = bound();
        network = test::id<estate::NetworkId>();
        group = test::id<estate::GroupId>();
        const auto place_ = inner().console().snapshot()->vault(in.vault)->place;
        must(run(estate::command::CreateNetwork{
            network, must(ResourceName::from("vnet1")), place_, {range("10.1.0.0/16")}}));
        must(run(estate::command::SetSubnet{network, {"apps", range("10.1.1.0/24"), true}}));
        must(run(estate::command::SetSubnet{network, {"jobs", range("10.1.2.0/24"), false}}));
        must(run(estate::command::CreateGroup{group, place_.subscription, must(ResourceGroupName::from("production")),
                                              place_.region}));
        settle();
    }
    const estate::Firewall &rules() { return estate().vault(in.vault)->firewall; }
    ActionState state(const char *id, const Target &target)
    {
        return stateOf(*actionById(QString::fromLatin1(id)), {*workspace, workspace->moment(), target});
    }
    /// Fills in, looks at what it would do, and does it.
    void perform(const char *id, const Target &target, const QMap<QString, QVariant> &values = {})
    {
        const auto *record = actionById(QString::fromLatin1(id));
        QVERIFY2(record, id);
        ActionDraft draft(*record, *workspace, target);
        for (auto value = values.begin(); value != values.end(); ++value) draft.setValue(value.key(), *value);
        QTRY_VERIFY2(!draft.impact().pending() && draft.impact().known(), qPrintable(draft.blocker()));
        draft.acknowledge(true);
        draft.typeName(draft.impact().subject());
        QVERIFY2(draft.ready(), qPrintable(QString::fromLatin1(id) + ": " + draft.blocker()));
        QSignalSpy done(&draft, &ActionDraft::done);
        draft.commit();
        QTRY_VERIFY2(done.size() == 1 && !workspace->errands().running(), qPrintable(draft.failure().whole()));
        settle();
    }

    test::Desk::Bound in;
    estate::NetworkId network;
    estate::GroupId group;
};

const CalloutsPart::Callout &answerOf(const CallTest &asked)
{
    return static_cast<const CalloutsPart *>(asked.parts().front())->callouts().front();
}

QString factOf(const Presenter &presenter, const QString &label)
{
    for (const auto *part : presenter.parts())
        if (const auto *facts = qobject_cast<const FactsPart *>(part))
            for (const auto &fact : facts->facts())
                if (fact.label == label) return fact.value;
    return {};
}

} // namespace

class TestPlaces : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Regions come from the catalogue, by titles that read like a person's and lead back to them.
    void MOD_14_regionsAreChosenByTheirTitles()
    {
        Laid laid;
        const auto &platform = laid.estate().catalogue().platform();
        QSet<QString> titles;
        for (const auto &known : platform.regions) {
            const auto title = regionTitle(known.name);
            QCOMPARE(must(estate::regionFrom(platform, utf8(title))).text(), known.name);
            QVERIFY2(title.contains(QLatin1Char(' ')), qPrintable(title));
            titles += title;
        }
        QCOMPARE(regionTitle("germanywestcentral"), QStringLiteral("Germany West Central"));
        QCOMPARE(regionTitle("southafricanorth"), QStringLiteral("South Africa North"));
        QCOMPARE(regionTitle("australiasoutheast"), QStringLiteral("Australia Southeast"));
        QCOMPARE(regionTitle("eastus2"), QStringLiteral("East US 2"));
        QCOMPARE(regionTitle("uksouth"), QStringLiteral("UK South"));
        QCOMPARE(regionTitle("nowhere"), QStringLiteral("Nowhere"));
        for (const auto *id : {"vault.create", "resource.create", "vnet.create", "group.create"}) {
            const ActionDraft draft(*actionById(QString::fromLatin1(id)), *laid.workspace, Target{});
            const auto field = std::ranges::find(draft.fields(), QStringLiteral("region"), &Field::id);
            QVERIFY2(field != draft.fields().end(), id);
            QCOMPARE(field->options.size(), platform.regions.size());
            for (const auto &option : field->options) QVERIFY2(titles.contains(option.text), qPrintable(option.text));
        }
    }

    void VLT_1_aVaultIsCreatedWithAllThereIsToSay()
    {
        Laid laid;
        laid.perform("vault.create", {},
                     {{"name", "kv9"},
                      {"region", "northeurope"},
                      {"group", text(laid.group.text())},
                      {"tier", "premium"},
                      {"retention", "30"},
                      {"model", "roles"},
                      {"protected", false},
                      {"tags", "owner=ada, costs=4711"}});
        const auto *vault = laid.estate().vaultNamed("kv9");
        QVERIFY(vault);
        QCOMPARE(vault->place.resourceGroup, std::string("production"));
        QCOMPARE(vault->place.region.text(), std::string("northeurope"));
        QVERIFY(vault->tier == estate::Tier::Premium && vault->accessModel == estate::AccessModel::Roles);
        QVERIFY(vault->retentionDays == 30 && !vault->purgeProtection);
        QCOMPARE(vault->tags.at("owner"), std::string("ada"));
        ActionDraft wrong(*actionById(QStringLiteral("vault.create")), *laid.workspace, Target{});
        for (const auto *days : {"6", "91", "many", "7.5"}) {
            wrong.setValue("retention", QString::fromLatin1(days));
            QVERIFY2(!wrong.errorOf("retention").isEmpty(), days);
        }
        laid.perform("vault.change", Target::of(vault->id), {{"tier", "standard"}, {"tags", "owner=grace"}});
        const auto *changed = laid.estate().vaultNamed("kv9");
        QVERIFY(changed->tier == estate::Tier::Standard && changed->tags.size() == 1);
    }

    /// What depends on the place of a vault or resource refuses the move, and says so before anything is done.
    void BKP_6_movesSayWhatStandsAgainstThem()
    {
        Laid laid;
        const auto bound = laid.state("resource.move", Target::of(laid.in.resource));
        QVERIFY(bound.supported && !bound.enabled);
        QVERIFY2(bound.why.reason.contains("rsv1"), qPrintable(bound.why.reason));
        const auto plain = laid.resource("rsv-plain");
        laid.settle();
        laid.perform("resource.move", Target::of(plain));
        QCOMPARE(laid.estate().resource(plain)->place.resourceGroup, std::string("production"));
        laid.perform("vault.move", Target::of(laid.in.vault));
        QCOMPARE(laid.estate().vault(laid.in.vault)->place.resourceGroup, std::string("production"));
        // Not offered: where it stands already.
        const ActionDraft back(*actionById(QStringLiteral("vault.move")), *laid.workspace, Target::of(laid.in.vault));
        QVERIFY(!back.fields().front().picker.at(text(laid.group.text())));
        QCOMPARE(back.fields().front().picker.find({}, {}, 10).total, std::size_t(1));
        Opened alone;
        const auto vault = alone.vault("kv1");
        alone.settle();
        const auto nowhere = stateOf(*actionById(QStringLiteral("vault.move")),
                                     {*alone.workspace, alone.workspace->moment(), Target::of(vault)});
        QVERIFY(!nowhere.enabled && !nowhere.why.remedy.isEmpty());
    }

    void BKP_7_aMoveToAnotherTenantShowsWhatItBreaks()
    {
        Laid laid;
        const auto *subscription = laid.estate().subscriptionNamed(laid.estate().settings().subscription);
        const auto at = Target::of(subscription->id);
        QVERIFY(!laid.state("subscription.transfer", at).enabled); // there is no other tenant yet
        laid.perform("tenant.create", {}, {{"name", "Fabrikam"}});
        ActionDraft draft(*actionById(QStringLiteral("subscription.transfer")), *laid.workspace, at);
        QTRY_VERIFY(!draft.impact().pending() && draft.impact().known());
        QCOMPARE(draft.impact().effects().rowCount(), 1);
        QCOMPARE(*draft.impact().effects().cell(0, 0).chip, State::Lost);
        QVERIFY(draft.needsAcknowledgement() && draft.needsTypedName() && !draft.ready());
        laid.perform("subscription.transfer", at);
        QCOMPARE(laid.estate().vault(laid.in.vault)->place.tenant, laid.estate().tenantNamed("Fabrikam")->directory);
    }

    void deletedVaultsAreListedUntilTheyAreGone()
    {
        Laid laid;
        const auto first = laid.vault("kv-first", false), second = laid.vault("kv-second", false);
        must(laid.run(estate::command::DeleteVault{first}));
        must(laid.run(estate::command::DeleteVault{second}));
        laid.settle();
        EstateTable table(deletedVaultsSource(), laid.workspace->feed(), laid.background);
        QTRY_COMPARE(table.rowCount(), 2);
        laid.perform("vault.recover", Target::of(first));
        QTRY_COMPARE(table.rowCount(), 1);
        laid.perform("vault.purge", Target::of(second));
        QTRY_COMPARE(table.rowCount(), 0);
        QVERIFY(!laid.estate().vault(second));
        QVERIFY(!laid.state("vault.purge", Target::of(first)).supported);
    }

    void groupsAndProvidersComeAndGo()
    {
        Laid laid;
        const auto *subscription = laid.estate().subscriptionNamed(laid.estate().settings().subscription);
        const auto bot = providerOf(subscription->id, "Microsoft.BotService");
        QVERIFY(laid.state("provider.register", bot).enabled && !laid.state("provider.unregister", bot).supported);
        laid.perform("provider.register", bot);
        QVERIFY(laid.estate().principalNamed("Bot Service CMEK Prod"));
        laid.perform("provider.unregister", bot);
        const auto usual = *laid.estate().groupId(laid.estate().settings().subscription, "default");
        const auto full = laid.state("group.delete", Target::of(usual));
        QVERIFY(full.supported && !full.enabled);
        laid.perform("group.tags", Target::of(laid.group), {{"tags", "costs=4711"}});
        QCOMPARE(laid.estate().group(laid.group)->tags.at("costs"), std::string("4711"));
        laid.perform("group.delete", Target::of(laid.group));
        QVERIFY(!laid.estate().group(laid.group));
    }

    /// A lock on any place reaches what stands in it; the page of the thing shows it, and what it bars says its name.
    void locksReachFromEveryPlace_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("vault") << "vault.lock";
        QTest::newRow("group") << "group.lock";
        QTest::newRow("subscription") << "subscription.lock";
        QTest::newRow("tenant") << "tenant.lock";
    }
    void locksReachFromEveryPlace()
    {
        QFETCH(QString, action);
        Laid laid;
        const auto vault = laid.vault("kv-free", false);
        laid.settle();
        const auto &settings = laid.estate().settings();
        const Target at = action == "vault.lock" ? Target::of(vault)
                          : action == "group.lock"
                              ? Target::of(*laid.estate().groupId(settings.subscription, "default"))
                          : action == "tenant.lock" ? Target::of(*laid.estate().tenantId(settings.tenant))
                                                    : Target::of(*laid.estate().subscriptionId(settings.subscription));
        laid.perform(action.toLatin1().constData(), at, {{"name", "hands off"}, {"note", "it is needed"}});
        const auto refused = laid.state("vault.delete", Target::of(vault));
        QVERIFY(refused.supported && !refused.enabled);
        QVERIFY2(refused.why.reason.contains("hands off"), qPrintable(refused.why.reason));
        const auto *blade = bladeById(QStringLiteral("vault.locks"));
        const auto page = blade->make(*laid.workspace, Target::of(vault));
        const auto &table = static_cast<TablePart *>(page->parts().front())->model();
        QCOMPARE(table.rowCount(), 1);
        QCOMPARE(table.cell(0, 0).text, QStringLiteral("hands off"));
        const auto lock = laid.estate().lockNamed("hands off")->id;
        laid.perform("lock.remove", Target::of(lock));
        QVERIFY(laid.state("vault.delete", Target::of(vault)).enabled);
        QTRY_COMPARE(table.rowCount(), 0);
    }

    /// CON-4: no change of a firewall, an endpoint or a subnet goes without its preview.
    void CON_4_everyNetworkActionPreviews()
    {
        int seen = 0;
        for (const auto *record : DeclaredAction::all()) {
            const auto area = record->id.section(QLatin1Char('.'), 0, 0);
            if (!QStringList{"network", "trusted", "range", "subnetRule", "endpoint", "subnet"}.contains(area))
                continue;
            if (record->id == QLatin1String("network.lock")) continue;
            QVERIFY2(record->previews, qPrintable(record->id));
            ++seen;
        }
        QCOMPARE(seen, 16);
    }

    void CON_4_whatARuleLocksOutIsShownBeforeIt_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QVariantMap>("values");
        QTest::newRow("the bypass off") << "trusted.off" << QVariantMap();
        QTest::newRow("networks limited") << "network.set" << QVariantMap{{"access", "disabled"}, {"trusted", false}};
    }
    void CON_4_whatARuleLocksOutIsShownBeforeIt()
    {
        QFETCH(QString, action);
        QFETCH(QVariantMap, values);
        Laid laid;
        laid.point(laid.in.resource);
        laid.settle();
        if (action == "trusted.off") laid.perform("network.set", Target::of(laid.in.vault), {{"access", "selected"}});
        ActionDraft draft(*actionById(action), *laid.workspace, Target::of(laid.in.vault));
        for (auto value = values.begin(); value != values.end(); ++value) draft.setValue(value.key(), *value);
        QTRY_VERIFY(!draft.impact().pending() && draft.impact().known());
        QVERIFY(draft.impact().takesAway() && draft.needsTypedName() && !draft.ready());
        QCOMPARE(draft.impact().effects().cell(0, 0).text, QStringLiteral("rsv1"));
        QCOMPARE(*draft.impact().effects().cell(0, 0).chip, State::Lost);
        draft.typeName(draft.impact().subject());
        QVERIFY(draft.ready());
        draft.commit();
        QTRY_VERIFY(!laid.rules().trustedServices);
        QTRY_COMPARE(laid.workspace->moment()->assessment.bindings.find(laid.in.resource)->health,
                     estate::Health::Lost);
        laid.perform("trusted.on", Target::of(laid.in.vault));
        QTRY_VERIFY(laid.workspace->moment()->assessment.bindings.find(laid.in.resource)->health <
                    estate::Health::Lost);
    }

    void VLT_10_rulesComeAndGoOneByOne()
    {
        Laid laid;
        const auto at = Target::of(laid.in.vault);
        laid.perform("range.add", at, {{"range", "192.0.2.0/24"}});
        QVERIFY(laid.rules().access == Access::AllNetworks); // kept, without effect
        laid.perform("range.add", at, {{"range", "198.51.100.7"}, {"limit", true}});
        QVERIFY(laid.rules().access == Access::SelectedNetworks && laid.rules().ranges.size() == 2);
        laid.perform("subnetRule.add", at);
        QCOMPARE(laid.rules().subnets.size(), std::size_t(1)); // only the one with a service endpoint
        QVERIFY(!laid.state("subnetRule.add", at).enabled);
        ActionDraft again(*actionById(QStringLiteral("range.add")), *laid.workspace, at);
        again.setValue("range", "192.0.2.9");
        QVERIFY2(again.blocker().contains("192.0.2.9"), qPrintable(again.blocker())); // another range holds it
        laid.perform("range.remove", rangeOf(laid.in.vault, "192.0.2.0/24"));
        QCOMPARE(laid.rules().ranges.size(), std::size_t(1));
        QCOMPARE(laid.rules().ranges.front().text(), std::string("198.51.100.7"));
        QVERIFY(!laid.state("subnet.remove", subnetOf(laid.network, "apps")).enabled); // a vault lets it in
        laid.perform("subnetRule.remove", subnetRuleOf(laid.in.vault, {laid.network, "apps"}));
        QVERIFY(laid.rules().subnets.empty() && laid.rules().ranges.size() == 1);
        laid.perform("subnet.remove", subnetOf(laid.network, "apps"));
        laid.perform("vnet.delete", Target::of(laid.network));
        QVERIFY(laid.estate().networks().empty());
    }

    /// The addresses offered are those this machine has, each with what it is; loopback last.
    void myAddressIsOneOfThisMachines()
    {
        Laid laid;
        const auto own = ownAddresses();
        QVERIFY(!own.empty()); // loopback at least
        QVERIFY(std::ranges::is_sorted(own, {}, &OwnAddress::loopback));
        const auto &record = *actionById(QStringLiteral("range.mine"));
        const ActionDraft draft(record, *laid.workspace, Target::of(laid.in.vault));
        QCOMPARE(draft.fields().front().options.size(), own.size());
        for (std::size_t i = 0; i < own.size(); ++i) {
            QCOMPARE(draft.fields().front().options[i].value, text(own[i].address.text()));
            QVERIFY(own[i].loopback || draft.fields().front().options[i].text.contains(text(own[i].interface)));
        }
        laid.perform("range.mine", Target::of(laid.in.vault), {{"address", "127.0.0.1"}, {"limit", true}});
        QCOMPARE(laid.rules().ranges.front().text(), std::string("127.0.0.1"));
    }

    void VLT_10_endpointsWaitForApproval()
    {
        Laid laid;
        const auto at = Target::of(laid.in.vault);
        laid.perform("endpoint.request", at, {{"name", "pe1"}});
        const auto endpoint = endpointOf(laid.in.vault, laid.rules().endpoints.front().id);
        const auto state = [&] { return laid.rules().endpoints.front().state; };
        QVERIFY(state() == EndpointState::Pending);
        QVERIFY(!laid.state("endpoint.disconnect", endpoint).supported);
        laid.perform("endpoint.approve", endpoint, {{"note", "ours"}});
        QVERIFY(state() == EndpointState::Approved);
        QCOMPARE(laid.rules().endpoints.front().note, std::string("ours"));
        laid.perform("endpoint.reject", endpoint);
        laid.perform("endpoint.approve", endpoint);
        laid.perform("endpoint.disconnect", endpoint);
        QVERIFY(!laid.state("endpoint.approve", endpoint).supported); // only a new request helps
        laid.perform("endpoint.remove", endpoint);
        QVERIFY(laid.rules().endpoints.empty());
    }

    /// What the firewall says of a call, and by which rule; then what the keys' own rules say.
    void VLT_10_aCallIsTestedWithoutBeingMade()
    {
        Laid laid;
        const auto at = Target::of(laid.in.vault);
        CallTest asked(*laid.workspace, at);
        QCOMPARE(answerOf(asked).state, State::Working); // all networks
        must(laid.run(estate::command::SetFirewall{laid.in.vault, Access::SelectedNetworks, true,
                                                   std::vector{range("192.0.2.0/24")},
                                                   std::set{estate::SubnetRef{laid.network, "apps"}}}));
        laid.settle();
        QTRY_COMPARE(answerOf(asked).state, State::Lost); // follows the estate
        asked.setValue("address", "192.0.2.77");
        QCOMPARE(answerOf(asked).state, State::Working);
        QVERIFY2(answerOf(asked).detail.contains("192.0.2.0/24"), qPrintable(answerOf(asked).detail));
        QCOMPARE(factOf(asked, "By the rule"), QStringLiteral("Address range"));
        asked.setValue("address", "not one");
        QVERIFY(!asked.form().errorOf("address").isEmpty());
        QCOMPARE(answerOf(asked).state, State::Neutral);
        asked.setValue("from", "subnet:" + text(laid.network.text()) + "/apps");
        QVERIFY(!asked.form().asks("address"));
        QCOMPARE(factOf(asked, "By the rule"), QStringLiteral("Subnet"));
        asked.setValue("from", "subnet:" + text(laid.network.text()) + "/jobs");
        QCOMPARE(answerOf(asked).state, State::Lost);
        asked.setValue("from", "service:recovery-services-vault");
        QCOMPARE(answerOf(asked).state, State::Working);
        QVERIFY(!asked.form().asks("key"));
        asked.setValue("as", text(laid.in.principal.text()));
        QVERIFY(asked.form().asks("key"));
        QVERIFY2(answerOf(asked).text.contains("rsv1 may carry out unwrapKey"), qPrintable(answerOf(asked).text));
        asked.setValue("operation", "sign");
        QVERIFY2(answerOf(asked).text.contains("may not carry out sign"), qPrintable(answerOf(asked).text));
        QCOMPARE(factOf(asked, "Network").isEmpty(), false);
        asked.setValue("operation", "unwrapKey");
        must(laid.run(estate::command::SetFirewall{laid.in.vault, {}, false}, true));
        laid.settle();
        QTRY_COMPARE(answerOf(asked).state, State::Lost);
        QCOMPARE(factOf(asked, "By the rule"), QStringLiteral("Trusted services are kept out"));
    }

    /// Bound resources by kind of identity, with the reason and where the rule is written.
    void VLT_10_whoReachesWhat()
    {
        Laid laid;
        must(laid.run(estate::command::SetFirewall{laid.in.vault, Access::SelectedNetworks, true}));
        laid.settle();
        EstateTable all(reachSource(), laid.workspace->feed(), laid.background);
        EstateTable one(reachSource(laid.in.vault), laid.workspace->feed(), laid.background);
        QTRY_COMPARE(all.rowCount(), 1);
        QTRY_COMPARE(one.rowCount(), 1);
        QCOMPARE(all.cell(0, 0).text, QStringLiteral("rsv1"));
        QCOMPARE(all.cell(0, 1).text, QStringLiteral("kv-rsv1"));
        QCOMPARE(*one.cell(0, 1).chip, State::Working);
        QCOMPARE(*one.cell(0, 2).chip, State::Disabled); // user-assigned: not in use, and kept out (BKP-10)
        QVERIFY2(one.cell(0, 5).text.contains("2021-12"), qPrintable(one.cell(0, 5).text));
        must(laid.run(estate::command::SetFirewall{laid.in.vault, {}, false}, true));
        laid.settle();
        QTRY_COMPARE(*one.cell(0, 1).chip, State::Lost);
        QTRY_COMPARE(*all.cell(0, 2).chip, State::Lost);
    }

    void placesAreFoundByTheirNames()
    {
        Laid laid;
        SearchModel search(*laid.workspace);
        for (const auto &[words, target] :
             {std::pair("production", Target::of(laid.group)), std::pair("vnet1", Target::of(laid.network))}) {
            QSignalSpy found(&search, &SearchModel::found);
            search.look(QString::fromLatin1(words), {});
            QTRY_COMPARE(found.size(), 1);
            QVERIFY(search.rowCount() > 0);
            QCOMPARE(search.at(0).target, target);
        }
    }

    void everyTableOfPlacesFollowsTheEstate()
    {
        Laid laid;
        const auto subscription = laid.estate().settings().subscription;
        const auto group = *laid.estate().group(laid.group);
        std::vector<std::unique_ptr<EstateTable>> tables;
        for (auto source : {subscriptionsSource(), groupsSource(), groupsSource(subscription), networksSource(),
                            locksSource(), vaultsIn(group), resourcesIn(group), networksIn(group)})
            tables.push_back(std::make_unique<EstateTable>(source, laid.workspace->feed(), laid.background));
        laid.perform("group.lock", Target::of(laid.group), {{"name", "keep"}});
        laid.perform("vault.move", Target::of(laid.in.vault));
        const int rows[] = {1, 2, 2, 1, 1, 1, 0, 0};
        for (std::size_t i = 0; i < tables.size(); ++i) {
            QTRY_COMPARE(tables[i]->rowCount(), rows[i]);
            for (int row = 0; row < tables[i]->rowCount(); ++row)
                for (int column = 0; column < tables[i]->columnCount(); ++column) tables[i]->cell(row, column);
        }
    }
};

QTEST_GUILESS_MAIN(TestPlaces)
#include "tst_places.moc"
