// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The guard of MOD-5 where something is lost already: every reason that stands in the way counts by itself.

#include "tests/support/fixture.h"

#include "backend/estate/describe.h"

using namespace keyward;
using namespace keyward::estate;

namespace {

/// A resource with two keys, a role or policy each way, so that every breakage can be tried on it.
struct Scene {
    test::Model model;
    test::Desk::Bound bound = model.bound();
    VersionId version = model.keyOf(bound.key).latest().id;
    PrincipalId identity = model.userIdentity("spare");

    explicit Scene(bool withPoint = false)
    {
        if (withPoint) model.point(bound.resource);
        command::SetFirewall limited{bound.vault};
        limited.access = Firewall::Access::SelectedNetworks;
        test::must(model.run(limited));
    }
    BindingHealth health() const { return assess(model.estate, *model.estate.resource(bound.resource), model.now); }
};

struct Breakage {
    const char *name;
    std::function<Action(const Scene &)> action;
    Obstacle::Kind kind;
};

command::UpdateKeyVersion update(const Scene &s) { return {s.bound.key, s.version, {}, {}, {}, {}, {}}; }

const std::vector<Breakage> breakages{
    {"disable",
     [](const Scene &s) {
         auto c = update(s);
         c.enabled = false;
         return Action(c);
     },
     Obstacle::Kind::Disabled},
    {"expire",
     [](const Scene &s) {
         auto c = update(s);
         c.expires = std::optional(s.model.now - Days(1));
         return Action(c);
     },
     Obstacle::Kind::Expired},
    {"not before",
     [](const Scene &s) {
         auto c = update(s);
         c.notBefore = std::optional(s.model.now + Days(1));
         return Action(c);
     },
     Obstacle::Kind::NotYetValid},
    {"operations",
     [](const Scene &s) {
         auto c = update(s);
         c.operations = PermissionSet{Permission::Sign};
         return Action(c);
     },
     Obstacle::Kind::OperationNotOnKey},
    {"policy away",
     [](const Scene &s) { return Action(command::RemoveAccessPolicy{s.bound.vault, s.bound.principal}); },
     Obstacle::Kind::PermissionMissing},
    {"policy less",
     [](const Scene &s) {
         return Action(command::SetAccessPolicy{
             s.bound.vault, s.bound.principal, {Permission::Get, Permission::List, Permission::UnwrapKey}});
     },
     Obstacle::Kind::PermissionMissing},
    {"model", [](const Scene &s) { return Action(command::SetAccessModel{s.bound.vault, AccessModel::Roles}); },
     Obstacle::Kind::PermissionMissing},
    {"bypass off",
     [](const Scene &s) {
         command::SetFirewall c{s.bound.vault};
         c.trustedServices = false;
         return Action(c);
     },
     Obstacle::Kind::BypassOff},
    {"delete key", [](const Scene &s) { return Action(command::DeleteKey{s.bound.key}); }, Obstacle::Kind::KeyDeleted},
    {"delete vault", [](const Scene &s) { return Action(command::DeleteVault{s.bound.vault}); },
     Obstacle::Kind::VaultDeleted},
};

bool has(const BindingHealth &health, Obstacle::Kind kind)
{
    return std::ranges::contains(obstaclesOf(health), kind, &Obstacle::kind);
}

} // namespace

class TestObstacles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Mend 5
    void MOD_5_whatIsLostAlreadyIsStillGuarded()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto version = model.keyOf(bound.key).latest().id;
        KW_OK(model.run(command::UpdateKeyVersion{bound.key, version, false, {}, {}, {}, {}}, true));
        command::SetFirewall shut{bound.vault};
        shut.access = Firewall::Access::Disabled;
        shut.trustedServices = false;
        const auto refused = model.run(command::RemoveAccessPolicy{bound.vault, bound.principal});
        KW_REFUSED(refused, Code::OverrideNeeded);
        QVERIFY2(message(refused.error())
                     .contains("stays lost after 'Enable key version kv-rsv1/cmk/" + version.text() +
                               "', because its identity lacks get,list,unwrapKey,wrapKey in vault kv-rsv1"),
                 message(refused.error()).c_str());
        QVERIFY(!message(refused.error()).contains(".."));
        KW_REFUSED(model.run(shut), Code::OverrideNeeded);
        KW_OK(model.run(command::UpdateKeyVersion{bound.key, version, true, {}, {}, {}, {}})); // and so it works again
        QVERIFY(assess(model.estate, *model.estate.resource(bound.resource), model.now).health != Health::Lost);
    }

    void MOD_5_noReasonHidesAnother_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::addColumn<bool>("withPoint");
        for (int i = 0; i < int(breakages.size()); ++i)
            for (int k = 0; k < int(breakages.size()); ++k)
                for (const bool withPoint : {false, true})
                    if (i != k)
                        QTest::newRow(qPrintable(QString::fromLatin1("%1, then %2%3")
                                                     .arg(QLatin1String(breakages[std::size_t(i)].name),
                                                          QLatin1String(breakages[std::size_t(k)].name),
                                                          QLatin1String(withPoint ? ", with a point" : ""))))
                            << i << k << withPoint;
    }
    void MOD_5_noReasonHidesAnother()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        QFETCH(bool, withPoint);
        Scene scene(withPoint);
        const auto &one = breakages[std::size_t(first)];
        const auto &other = breakages[std::size_t(second)];
        KW_OK(scene.model.run(one.action(scene), true));
        const auto before = obstaclesOf(scene.health());
        QVERIFY(has(scene.health(), one.kind));
        const auto done = scene.model.run(other.action(scene));
        // Or by a rule: nothing is done in a deleted vault, nor to a deleted key, nothing expires before it is valid.
        const std::vector refusals{Code::OverrideNeeded, Code::LiveClaims,       Code::AccessLost, Code::IsDeleted,
                                   Code::KeyDeleted,     Code::ValidityInverted, Code::NotFound};
        if (done)
            QVERIFY(std::ranges::includes(before, obstaclesOf(scene.health())));
        else
            QVERIFY2(std::ranges::contains(refusals, done.error().code), message(done.error()).c_str());
        if (scene.model.run(other.action(scene), true)) { // with the override both are told of
            QVERIFY(has(scene.health(), one.kind));
            QVERIFY(has(scene.health(), other.kind));
        }
    }

    void CON_4_theImpactSaysWhatStaysLost()
    {
        Scene scene;
        KW_OK(scene.model.run(breakages[0].action(scene), true));
        const auto taking = test::must(impactOf(scene.model.estate,
                                                {command::RemoveAccessPolicy{scene.bound.vault, scene.bound.principal}},
                                                test::owner, scene.model.now));
        QVERIFY(taking.takesAway);
        QCOMPARE(taking.effects.size(), std::size_t(1));
        QVERIFY(taking.effects[0].worse());
        QCOMPARE(taking.effects[0].added.size(), std::size_t(1));
        const auto worded = [](const Action &fix) { return std::string(operationName(fix)); };
        QVERIFY(staysLost(taking.effects[0], worded).starts_with("stays lost after 'key.update', because "));
        KW_OK(scene.model.run(command::RemoveAccessPolicy{scene.bound.vault, scene.bound.principal}, true));
        const auto mending = test::must(impactOf(
            scene.model.estate, {command::UpdateKeyVersion{scene.bound.key, scene.version, true, {}, {}, {}, {}}},
            test::owner, scene.model.now));
        QVERIFY(!mending.takesAway);
        QVERIFY(!mending.effects[0].worse());
        QCOMPARE(staysLost(mending.effects[0], worded),
                 std::string("stays lost, because its identity lacks get,list,unwrapKey,wrapKey in vault kv-rsv1"));
    }

    void MOD_5_pointsUnderAnotherKeyCountByThemselves()
    {
        test::Model model;
        const auto bound = model.bound();
        model.point(bound.resource);
        const auto other = model.vault("kv-other");
        const auto next = model.key(other, "cmk");
        model.grant(other, bound.principal);
        KW_OK(model.run(model.binding(bound.resource, other, next)));
        // The binding is lost; the points made under the former key are not, and are guarded.
        KW_OK(model.run(command::UpdateKeyVersion{next, model.keyOf(next).latest().id, false, {}, {}, {}, {}}, true));
        KW_REFUSED(model.run(command::RemoveAccessPolicy{bound.vault, bound.principal}), Code::OverrideNeeded);
        KW_OK(model.run(command::SetAccessPolicy{
            bound.vault, bound.principal, {Permission::UnwrapKey}})); // all that a restore takes
        KW_REFUSED(model.run(command::DeleteKey{bound.key}), Code::LiveClaims);
        // And once they cannot be restored, what else would keep them from it.
        KW_OK(model.run(command::RemoveAccessPolicy{bound.vault, bound.principal}, true));
        command::UpdateKeyVersion narrow{bound.key, model.keyOf(bound.key).latest().id, {}, {}, {},
                                         {},        PermissionSet{Permission::WrapKey}};
        KW_REFUSED(model.run(narrow), Code::OverrideNeeded);
    }

    void MOD_5_theRolesOfAKeyAloneCountToo()
    {
        test::Model model;
        const auto bound = model.bound();
        KW_OK(model.run(command::SetAccessModel{bound.vault, AccessModel::Roles}, true));
        const auto grant = model.assign("Key Vault Crypto Officer", bound.principal, "key:kv-rsv1/cmk");
        KW_OK(model.run(command::UpdateKeyVersion{bound.key, model.keyOf(bound.key).latest().id, false, {}, {}, {}, {}},
                        true));
        KW_REFUSED(model.run(command::RemoveAssignment{grant}), Code::OverrideNeeded);
    }

    /// Whichever identity comes in the place of one of the wrong kind, it needs the bypass.
    void BKP_10_theBypassCountsBesideTheKindOfIdentity()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto identity = model.userIdentity("own");
        const auto resource = model.resource("rsv1");
        KW_OK(model.run(command::AssignIdentity{resource, identity}));
        model.grant(vault, identity);
        auto bind = model.binding(resource, vault, model.key(vault, "cmk"));
        bind.identity = identity;
        KW_OK(model.run(bind));
        command::SetFirewall limited{vault};
        limited.access = Firewall::Access::SelectedNetworks;
        KW_OK(model.run(limited, true));
        command::SetFirewall shut{vault};
        shut.trustedServices = false;
        KW_REFUSED(model.run(shut), Code::OverrideNeeded);
        KW_OK(model.run(shut, true));
        const auto health = assess(model.estate, *model.estate.resource(resource), model.now);
        QVERIFY(has(health, Obstacle::Kind::IdentityKind));
        QVERIFY(has(health, Obstacle::Kind::BypassOff));
    }

    /// What a restore needs is less than a binding: an expired version, or one that may only unwrap, still opens old
    /// points.
    void VLT_5_whatOnlyWrappingNeedsDoesNotKeepPointsFromBeingRestored()
    {
        Scene scene(true);
        KW_OK(scene.model.run(breakages[1].action(scene), true));
        QCOMPARE(scene.health().health, Health::Lost);
        QCOMPARE(scene.health().unreadable, std::uint64_t(0));
    }
};

QTEST_GUILESS_MAIN(TestObstacles)
#include "tst_obstacles.moc"
