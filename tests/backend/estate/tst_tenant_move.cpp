// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// BKP-7: what a move to another tenant leaves behind, and that everything says the true way back.

#include "tests/support/fixture.h"

#include "backend/estate/authorize.h"
#include "backend/estate/describe.h"
#include "backend/estate/findings.h"
#include "backend/estate/plan.h"

using namespace keyward;
using namespace keyward::estate;

namespace {

/// A bound resource whose subscription was moved to another tenant.
struct Moved {
    test::Model model;
    test::Desk::Bound bound = model.bound();
    std::string abroad;
    SubscriptionId home = *model.estate.subscriptionId(model.estate.settings().subscription);

    Moved()
    {
        model.point(bound.resource);
        abroad = tenant("Fabrikam");
        model.now += Days(1);
        test::must(model.run(command::TransferSubscription{home, abroad}, true));
    }
    std::string tenant(const char *name)
    {
        const auto id = test::id<TenantId>();
        test::must(model.run(command::CreateTenant{id, test::must(DisplayName::from(name))}));
        return model.estate.tenant(id)->directory;
    }
    const Resource &resource() const { return *model.estate.resource(bound.resource); }
    BindingHealth health() const { return assess(model.estate, resource(), model.now); }
    Goal goal() const
    {
        return {bound.resource,          bound.vault, bound.key, {}, test::id<PrincipalId>(), test::id<JobId>(),
                test::id<AssignmentId>()};
    }
    Status backUp()
    {
        return model.run(command::StartBackup{bound.resource, test::id<JobId>(), test::id<PointId>(), "f", "/x"});
    }
};

void saysTheWay(const std::string &text)
{
    for (const auto *part :
         {"identity disable rsv1", "identity enable rsv1", "cmk enable rsv1 --key kv-rsv1/cmk", "grant"})
        QVERIFY2(text.contains(part), (text + " lacks " + part).c_str());
    QVERIFY2(!text.contains("policy set"), text.c_str());
}

} // namespace

class TestTenantMove : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Mend 15
    void BKP_7_healthAndFindingsSayTheWayBack()
    {
        Moved moved;
        const auto health = moved.health();
        QCOMPARE(health.health, Health::Lost);
        QVERIFY2(health.reasons.front().text().contains("left behind in another tenant"),
                 health.reasons.front().text().c_str());
        saysTheWay(health.reasons.front().remedy());
        QVERIFY(std::holds_alternative<command::DisableIdentity>(
            *health.reasons.front().fix)); // the first step, not a grant
        const auto found = findings(moved.model.estate, assess(moved.model.estate, moved.model.now), moved.model.now);
        const auto mine = std::ranges::find(found, EntityKind::Resource, &Finding::kind);
        QVERIFY(mine != found.end() && mine->weight == Health::Lost);
        saysTheWay(mine->remedy());
        const auto checklist = protectionChecklist(moved.model.estate, moved.resource());
        QVERIFY(!checklist[1].done && !checklist[2].done);
    }

    void BKP_7_refusalsSayTheWayBack()
    {
        Moved moved;
        auto &model = moved.model;
        const auto on = model.run(command::EnableIdentity{moved.bound.resource, test::id<PrincipalId>()});
        KW_REFUSED(on, Code::AlreadyExists);
        QVERIFY2(remedy(on.error()).contains("identity disable rsv1"), remedy(on.error()).c_str());
        const auto set = model.run(model.binding(moved.bound.resource, moved.bound.vault, moved.bound.key));
        KW_REFUSED(set, Code::Unauthorized);
        saysTheWay(remedy(set.error()));
        const auto version = model.keyOf(moved.bound.key).latest().id;
        const auto decision =
            authorize(model.estate, {moved.bound.principal, moved.bound.vault, moved.bound.key, version,
                                     Permission::WrapKey, model.now, Origin::of("recovery-services-vault")});
        QCOMPARE(decision.rule, Decision::Rule::ForeignTenant);
        saysTheWay(remedy(*decision.refusal));
    }

    void BKP_7_thePlanLeadsBack()
    {
        Moved moved;
        auto &model = moved.model;
        const auto goal = moved.goal();
        std::vector<std::string> ids;
        const auto first = planEnable(model.estate, goal, model.now);
        QVERIFY(!first.done() && !first.blocked());
        for (const auto &step : first.steps)
            if (step.state == Step::State::Needed) ids.push_back(step.id);
        QCOMPARE(ids,
                 (std::vector<std::string>{"identity-off", "identity", "permission", "bind"})); // all of it is foreseen
        ids.clear();
        for (int guard = 0; guard < 9; ++guard) {
            const auto plan = planEnable(model.estate, goal, model.now);
            const auto *next = plan.next();
            if (!next) break;
            QCOMPARE(moved.health().health, ids.size() < 3 ? Health::Lost : moved.health().health);
            ids.push_back(next->id);
            KW_OK(model.run(*next->action)); // without an override: nothing is lost by it
        }
        QCOMPARE(ids, (std::vector<std::string>{"identity-off", "identity", "permission", "bind"}));
        QVERIFY(planEnable(model.estate, goal, model.now).done());
        QVERIFY(moved.health().health != Health::Lost);
        QCOMPARE(moved.health().unreadable, std::uint64_t(0));
        KW_OK(moved.backUp());
    }

    void BKP_7_theKeyIsSetAnewToo()
    {
        Moved moved;
        auto &model = moved.model;
        KW_OK(model.run(command::DisableIdentity{moved.bound.resource}));
        const auto fresh = test::id<PrincipalId>();
        KW_OK(model.run(command::EnableIdentity{moved.bound.resource, fresh}));
        model.grant(moved.bound.vault, fresh);
        const auto named = [&] {
            return std::ranges::any_of(moved.health().reasons, [](const Reason &reason) {
                return reason.text().contains("set for an identity that is gone");
            });
        };
        QVERIFY(named());
        QCOMPARE(planEnable(model.estate, moved.goal(), model.now).next()->id, std::string("bind"));
        KW_OK(model.run(model.binding(moved.bound.resource, moved.bound.vault, moved.bound.key)));
        QVERIFY(!named());
    }

    /// The resource moved alone: its vault stays where it was, and no grant there helps.
    void BKP_7_aVaultThatStayedBehindIsNamed()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto target = test::id<TenantId>();
        KW_OK(model.run(command::CreateTenant{target, test::must(DisplayName::from("Fabrikam"))}));
        const auto elsewhere = test::id<SubscriptionId>();
        KW_OK(model.run(command::CreateSubscription{elsewhere, test::must(DisplayName::from("Second")),
                                                    model.estate.settings().tenant}));
        const auto guid = model.estate.subscription(elsewhere)->guid;
        KW_OK(model.run(command::CreateGroup{test::id<GroupId>(), guid, test::must(ResourceGroupName::from("default")),
                                             test::must(Region::from("westeurope"))}));
        KW_OK(model.run(command::MoveVault{bound.vault, guid, "default"}));
        const auto home = *model.estate.subscriptionId(model.estate.settings().subscription);
        KW_OK(model.run(command::TransferSubscription{home, model.estate.tenant(target)->directory}, true));
        KW_OK(model.run(command::DisableIdentity{bound.resource}));
        KW_OK(model.run(command::EnableIdentity{bound.resource, test::id<PrincipalId>()}));
        const auto health = assess(model.estate, *model.estate.resource(bound.resource), model.now);
        const auto told = std::ranges::find_if(health.reasons, [](const Reason &reason) {
            return reason.text() == "vault kv-rsv1 stands in another tenant";
        });
        QVERIFY(told != health.reasons.end());
        QVERIFY2(told->remedy().contains("Set a key of a vault in its own tenant") &&
                     told->remedy().contains("VAULT/KEY"),
                 told->remedy().c_str());
        const auto plan = planEnable(
            model.estate, {bound.resource, bound.vault, bound.key, {}, test::id<PrincipalId>(), test::id<JobId>()},
            model.now);
        QVERIFY(plan.blocked());
        KW_REFUSED(model.run(command::StartBackup{bound.resource, test::id<JobId>(), test::id<PointId>(), "f", "/x"}),
                   Code::ProfileTenant);
    }

    /// A user-assigned identity of the old tenant does not open a vault there on behalf of a resource that has left.
    void BKP_7_aUserAssignedIdentityIsLeftBehindAsWell()
    {
        test::Model model;
        const auto elsewhere = test::id<SubscriptionId>();
        KW_OK(model.run(command::CreateSubscription{elsewhere, test::must(DisplayName::from("Second")),
                                                    model.estate.settings().tenant}));
        auto place = model.place();
        place.subscription = model.estate.subscription(elsewhere)->guid;
        KW_OK(model.run(command::CreateGroup{test::id<GroupId>(), place.subscription,
                                             test::must(ResourceGroupName::from("default")), place.region}));
        const auto vault = test::id<VaultId>();
        KW_OK(model.run(
            command::CreateVault{vault, test::must(VaultName::from("kv1")), place, Tier::Standard, {}, true, 90}));
        const auto identity = test::id<PrincipalId>();
        KW_OK(model.run(command::CreateUserIdentity{identity, test::must(DisplayName::from("shared")), place}));
        const auto key = model.key(vault, "cmk");
        const auto resource = model.resource("rsv1");
        KW_OK(model.run(command::AssignIdentity{resource, identity}));
        model.grant(vault, identity);
        auto bind = model.binding(resource, vault, key);
        bind.identity = identity;
        KW_OK(model.run(bind));
        const auto point = model.point(resource);
        const auto target = test::id<TenantId>();
        KW_OK(model.run(command::CreateTenant{target, test::must(DisplayName::from("Fabrikam"))}));
        const command::TransferSubscription move{*model.estate.subscriptionId(model.estate.settings().subscription),
                                                 model.estate.tenant(target)->directory};
        KW_REFUSED(model.run(move), Code::OverrideNeeded);
        KW_OK(model.run(move, true));
        const auto health = assess(model.estate, *model.estate.resource(resource), model.now);
        QCOMPARE(health.health, Health::Lost);
        QVERIFY2(health.reasons.front().remedy().contains("identity create NAME"),
                 health.reasons.front().remedy().c_str());
        KW_REFUSED(model.run(command::StartBackup{resource, test::id<JobId>(), test::id<PointId>(), "f", "/x"}),
                   Code::ProfileTenant);
        KW_REFUSED(model.run(command::StartRestore{test::id<JobId>(), point, "/t", {}, {}}), Code::ProfileTenant);
    }

    /// A binding that does not work is not done, whatever the reason.
    void BKP_8_aBindingToADisabledVersionIsSetAnew()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto old = model.keyOf(bound.key).latest().id;
        KW_OK(model.run(command::RotateKey{bound.key, {test::id<VersionId>(), test::id<RecordId>()}}));
        KW_OK(model.run(command::UpdateKeyVersion{bound.key, old, false, {}, {}, {}, {}}, true));
        const Goal goal{bound.resource, bound.vault, bound.key, {}, test::id<PrincipalId>(), test::id<JobId>()};
        const auto plan = planEnable(model.estate, goal, model.now);
        QVERIFY(!plan.done());
        QCOMPARE(plan.next()->id, std::string("bind"));
        KW_OK(model.run(*plan.next()->action));
        QVERIFY(planEnable(model.estate,
                           {bound.resource, bound.vault, bound.key, {}, test::id<PrincipalId>(), test::id<JobId>()},
                           model.now)
                    .done());
    }
};

QTEST_GUILESS_MAIN(TestTenantMove)
#include "tst_tenant_move.moc"
