// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/estate/authorize.h"
#include "backend/estate/findings.h"
#include "backend/estate/plan.h"

using namespace keyward;
using namespace keyward::estate;

class TestNetworking : public QObject
{
    Q_OBJECT

    static NetworkId network(test::Model &model, const std::string &name, const char *space)
    {
        const auto id = test::id<NetworkId>();
        test::must(model.run(command::CreateNetwork{
            id, test::must(ResourceName::from(name)), model.place(), {test::must(IpRange::from(space))}}));
        return id;
    }
    static Subnet subnet(const std::string &name, const char *range, bool endpoint = true)
    {
        return {name, test::must(IpRange::from(range)), endpoint};
    }
    static Passage::Rule from(const test::Model &model, const VaultId &vault, const char *address)
    {
        return passes(model.estate, *model.estate.vault(vault), Origin::at(test::must(IpAddress::from(address))),
                      nullptr)
            .rule;
    }

private Q_SLOTS:
    void VLT_10_eachWayInHasItsRule()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        QCOMPARE(from(model, vault, "203.0.113.5"), Passage::Rule::AllNetworks);
        const auto vnet = network(model, "vnet1", "10.1.0.0/16");
        KW_OK(model.run(command::SetSubnet{vnet, subnet("apps", "10.1.2.0/24")}));
        KW_OK(model.run(command::SetSubnet{vnet, subnet("other", "10.1.3.0/24", false)}));
        command::SetFirewall rules{vault};
        rules.access = Firewall::Access::SelectedNetworks;
        rules.ranges = {{test::must(IpRange::from("192.0.2.0/24")), test::must(IpRange::from("2001:db8::/48"))}};
        rules.subnets = {{{vnet, "apps"}}};
        KW_OK(model.run(rules));
        QCOMPARE(from(model, vault, "192.0.2.9"), Passage::Rule::AddressRange);
        QCOMPARE(from(model, vault, "2001:db8::9"), Passage::Rule::AddressRange);
        QCOMPARE(from(model, vault, "10.1.2.9"), Passage::Rule::Subnet);
        QCOMPARE(from(model, vault, "10.1.3.9"), Passage::Rule::NotInRules);
        QCOMPARE(from(model, vault, "127.0.0.1"), Passage::Rule::NotInRules); // not even from here
        rules.subnets = {{{vnet, "other"}}};
        KW_REFUSED(model.run(rules), Code::ValueInvalid); // no service endpoint
        rules.subnets = {{{vnet, "nothing"}}};
        KW_REFUSED(model.run(rules), Code::NotFound);

        // A private endpoint: only once approved, and only as long as it is.
        const auto endpoint = test::id<EndpointId>();
        KW_OK(model.run(
            command::RequestEndpoint{vault, endpoint, test::must(ResourceName::from("pe1")), {vnet, "other"}}));
        QCOMPARE(from(model, vault, "10.1.3.9"), Passage::Rule::NotInRules);
        using State = PrivateEndpoint::State;
        KW_REFUSED(model.run(command::DecideEndpoint{vault, endpoint, State::Disconnected, ""}), Code::ValueInvalid);
        KW_OK(model.run(command::DecideEndpoint{vault, endpoint, State::Approved, "ticket 7"}));
        QCOMPARE(from(model, vault, "10.1.3.9"), Passage::Rule::PrivateEndpoint);
        command::SetFirewall closed{vault};
        closed.access = Firewall::Access::Disabled;
        KW_OK(model.run(closed));
        QCOMPARE(from(model, vault, "192.0.2.9"), Passage::Rule::PublicAccessDisabled);
        QCOMPARE(from(model, vault, "10.1.2.9"), Passage::Rule::PrivateEndpoint); // the whole network of the endpoint
        KW_OK(model.run(command::DecideEndpoint{vault, endpoint, State::Disconnected, ""}));
        QCOMPARE(from(model, vault, "10.1.3.9"), Passage::Rule::PublicAccessDisabled);
        KW_REFUSED(model.run(command::DecideEndpoint{vault, endpoint, State::Approved, ""}), Code::ValueInvalid);
        KW_OK(model.run(command::RemoveEndpoint{vault, endpoint}));
    }

    void VLT_10_trustedServicesAreAListAndABypass()
    {
        test::Model model;
        const auto bound = model.bound();
        command::SetFirewall rules{bound.vault};
        rules.access = Firewall::Access::SelectedNetworks;
        KW_OK(model.run(rules)); // the service is on the list
        const auto health = [&] {
            return assess(model.estate, *model.estate.resource(bound.resource), model.now).health;
        };
        QVERIFY(health() != Health::Lost);
        rules.trustedServices = false;
        KW_REFUSED(model.run(rules), Code::OverrideNeeded);
        KW_OK(model.run(rules, true));
        QCOMPARE(health(), Health::Lost);
        const auto decision =
            authorize(model.estate, {bound.principal, bound.vault, bound.key, model.keyOf(bound.key).latest().id,
                                     Permission::UnwrapKey, model.now, Origin::of("recovery-services-vault")});
        QCOMPARE(decision.rule, Decision::Rule::Firewall);
        QCOMPARE(decision.passage.rule, Passage::Rule::BypassOff);
        rules.trustedServices = true;
        KW_OK(model.run(rules));
        QVERIFY(health() != Health::Lost);
        QVERIFY(!test::catalogue()->platform().service("functions")->listed);
        QVERIFY(test::catalogue()->platform().service("azure-backup")->listed);
        // What is not on the list stays outside, bypass or not.
        QCOMPARE(passes(model.estate, *model.estate.vault(bound.vault), Origin::of("no-such-service"), nullptr).rule,
                 Passage::Rule::ServiceNotListed);
    }

    void BKP_10_userAssignedIdentitiesNeedOpenNetworks()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "cmk");
        const auto resource = model.resource("rsv1");
        const auto identity = model.userIdentity("backup identity");
        KW_OK(model.run(command::AssignIdentity{resource, identity}));
        model.grant(vault, identity);
        auto bind = model.binding(resource, vault, key);
        bind.identity = identity;
        command::SetFirewall rules{vault};
        rules.access = Firewall::Access::SelectedNetworks;
        KW_OK(model.run(rules));
        KW_REFUSED(model.run(bind), Code::VaultUnreachable);
        rules.access = Firewall::Access::AllNetworks;
        KW_OK(model.run(rules));
        KW_OK(model.run(bind));
        QVERIFY(model.estate.identityOf(*model.estate.resource(resource))->id == identity);
        rules.access = Firewall::Access::Disabled; // later just as much, and the preview says so
        const auto impact = test::must(impactOf(model.estate, {rules}, test::owner, model.now));
        QVERIFY(impact.takesAway);
        KW_REFUSED(model.run(rules), Code::OverrideNeeded);
        const auto rows = reachability(model.estate);
        QCOMPARE(rows.size(), std::size_t(2));
        QVERIFY(rows[0].passage.allowed() && rows[1].passage.allowed() && rows[1].inUse && !rows[0].inUse);
        KW_OK(model.run(rules, true));
        const auto after = reachability(model.estate);
        QVERIFY(after[0].kind == PrincipalKind::SystemAssigned && after[0].passage.allowed());
        QVERIFY(after[1].kind == PrincipalKind::UserAssigned && after[1].passage.rule == Passage::Rule::IdentityKind);
    }

    void planOpensTheBypassWhereThatIsAllItTakes()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "cmk");
        const auto resource = model.resource("rsv1");
        command::SetFirewall rules{vault};
        rules.access = Firewall::Access::SelectedNetworks;
        rules.trustedServices = false;
        KW_OK(model.run(rules));
        Goal goal{resource, vault, key, {}, test::id<PrincipalId>(), test::id<JobId>(), {}, {}};
        int steps = 0;
        for (auto plan = planEnable(model.estate, goal, model.now); const auto *step = plan.next();
             plan = planEnable(model.estate, goal, model.now)) {
            KW_OK(model.run(*step->action));
            QVERIFY(++steps < 10);
        }
        QVERIFY(model.estate.resource(resource)->binding.has_value());
        QVERIFY(model.estate.vault(vault)->firewall.trustedServices);
    }

    // Mend 18
    void rangesThatOthersHoldAreNotStored()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        command::SetFirewall rules{vault};
        rules.ranges.emplace();
        for (const auto *text : {"10.1.0.0/16", "192.0.2.7", "10.0.0.0/8", "192.0.2.7/32", "10.0.0.0/8",
                                 "2001:db8::/32", "2001:db8:1::/48"})
            rules.ranges->push_back(test::must(IpRange::from(text)));
        KW_OK(model.run(rules));
        std::string kept;
        for (const auto &range : model.estate.vault(vault)->firewall.ranges) kept += range.text() + " ";
        QCOMPARE(kept, std::string("192.0.2.7 10.0.0.0/8 2001:db8::/32 "));
        const auto id = test::id<NetworkId>();
        KW_OK(model.run(command::CreateNetwork{
            id,
            test::must(ResourceName::from("vnet9")),
            model.place(),
            {test::must(IpRange::from("10.1.0.0/16")), test::must(IpRange::from("10.0.0.0/8"))}}));
        QCOMPARE(model.estate.network(id)->space.size(), std::size_t(1));
        rules.ranges->assign(1001, test::must(IpRange::from("192.0.2.7")));
        KW_REFUSED(model.run(rules), Code::ValueInvalid);
    }

    void VLT_10_aFirewallThatKeepsNobodyOutIsPointedOut_data()
    {
        QTest::addColumn<QStringList>("ranges");
        QTest::addColumn<QString>("found");
        QTest::newRow("all of IPv4") << QStringList{"0.0.0.0/0"} << "every IPv4 address";
        QTest::newRow("in halves") << QStringList{"128.0.0.0/1", "0.0.0.0/1"} << "every IPv4 address";
        QTest::newRow("in pieces, some twice")
            << QStringList{"0.0.0.0/1", "128.0.0.0/2", "192.0.0.0/3", "224.0.0.0/3", "10.0.0.0/8"}
            << "every IPv4 address";
        QTest::newRow("written as IPv6") << QStringList{"::ffff:0:0/96"} << "every IPv4 address";
        QTest::newRow("all of IPv6") << QStringList{"::/0", "192.0.2.0/24"} << "every IPv6 address";
        QTest::newRow("the routed part") << QStringList{"2000::/4", "3000::/4"} << "every IPv6 address";
        QTest::newRow("both") << QStringList{"::/0", "0.0.0.0/0"} << "every IPv4 address and every IPv6 address";
        QTest::newRow("half") << QStringList{"0.0.0.0/1", "192.0.0.0/2"} << "";
        QTest::newRow("none") << QStringList{} << "";
    }
    void VLT_10_aFirewallThatKeepsNobodyOutIsPointedOut()
    {
        QFETCH(QStringList, ranges);
        QFETCH(QString, found);
        test::Model model;
        const auto vault = model.vault("kv1");
        command::SetFirewall rules{vault};
        rules.ranges.emplace();
        for (const auto &text : ranges) rules.ranges->push_back(test::must(IpRange::from(text.toStdString())));
        const auto pointedOut = [&] {
            QString out;
            for (const auto &finding : findings(model.estate, assess(model.estate, model.now), model.now))
                if (finding.text().contains("its networks are limited")) out += QString::fromStdString(finding.text());
            return out;
        };
        KW_OK(model.run(rules));
        QCOMPARE(pointedOut(), QString()); // open to all, and says so
        rules.access = Firewall::Access::SelectedNetworks;
        KW_OK(model.run(rules));
        QCOMPARE(pointedOut(),
                 found.isEmpty() ? QString() : "its networks are limited, but the ranges let " + found + " in");
    }

    void networksKeepTheirSubnetsApartAndWhatIsInUse()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto vnet = network(model, "vnet1", "10.1.0.0/16");
        KW_REFUSED(model.run(command::SetSubnet{vnet, subnet("out", "10.2.0.0/24")}), Code::ValueInvalid);
        KW_OK(model.run(command::SetSubnet{vnet, subnet("apps", "10.1.2.0/24")}));
        KW_REFUSED(model.run(command::SetSubnet{vnet, subnet("more", "10.1.2.128/25")}), Code::ValueInvalid);
        KW_REFUSED(model.run(command::SetSubnet{vnet, subnet("", "10.1.9.0/24")}), Code::NameInvalid);
        command::SetFirewall rules{vault};
        rules.access = Firewall::Access::SelectedNetworks;
        rules.subnets = {{{vnet, "apps"}}};
        KW_OK(model.run(rules));
        KW_REFUSED(model.run(command::SetSubnet{vnet, subnet("apps", "10.1.2.0/24", false)}), Code::Busy);
        KW_REFUSED(model.run(command::RemoveSubnet{vnet, "apps"}), Code::VaultNotEmpty);
        KW_REFUSED(model.run(command::DeleteNetwork{vnet}), Code::VaultNotEmpty);
        rules.subnets = std::set<SubnetRef>{};
        KW_OK(model.run(rules));
        KW_OK(model.run(command::RemoveSubnet{vnet, "apps"}));
        KW_OK(model.run(command::DeleteNetwork{vnet}));
        QVERIFY(!model.estate.networkNamed("vnet1"));
    }
};

QTEST_GUILESS_MAIN(TestNetworking)
#include "tst_networking.moc"
