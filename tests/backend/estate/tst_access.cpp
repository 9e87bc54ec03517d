// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/estate/access.h"
#include "backend/estate/authorize.h"
#include "backend/estate/describe.h"

using namespace keyward;
using namespace keyward::estate;

class TestAccess : public QObject
{
    Q_OBJECT

    static PermissionSet set(std::string_view text) { return test::must(PermissionSet::from(text)); }
    static bool may(const test::Model &model, const PrincipalId &who, const VaultId &vault, const KeyId &key,
                    Permission operation)
    {
        return authorize(model.estate, {who, vault, key, model.keyOf(key).latest().id, operation, model.now, {}})
            .allowed();
    }
    static std::vector<AccessDifference> differences(const test::Model &model, const Action &action)
    {
        return accessDifferences(model.estate,
                                 test::must(applyUnguarded(model.estate, {action, true}, test::owner, model.now)));
    }

private Q_SLOTS:
    void VLT_9_oneModelPerVaultDecides()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "k");
        const auto byPolicy = model.application("by policy");
        const auto byRole = model.application("by role");
        model.grant(vault, byPolicy, "get,wrapKey");
        model.assign("Key Vault Crypto User", byRole, "vault:kv1");
        QVERIFY(may(model, byPolicy, vault, key, Permission::WrapKey));
        QVERIFY(!may(model, byRole, vault, key, Permission::WrapKey));
        KW_OK(model.run(command::SetAccessModel{vault, AccessModel::Roles}, true));
        QVERIFY(!may(model, byPolicy, vault, key, Permission::WrapKey)); // kept, without effect
        QVERIFY(may(model, byRole, vault, key, Permission::WrapKey));
        KW_OK(model.run(command::SetAccessModel{vault, AccessModel::Policies}, true));
        QVERIFY(may(model, byPolicy, vault, key, Permission::WrapKey));
    }

    void VLT_9_theSwitchIsStagedAndShowsWhoWouldLoseWhat()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto app = model.application("reader");
        model.grant(bound.vault, app, "get,list");
        const command::SetAccessModel toRoles{bound.vault, AccessModel::Roles};
        KW_REFUSED(model.run(toRoles), Code::AccessLost);
        const auto lost = differences(model, toRoles);
        QCOMPARE(lost.size(), std::size_t(2));
        QCOMPARE(lost[0].name, std::string("reader"));
        QCOMPARE(lost[0].lost, set("get,list"));
        QCOMPARE(lost[1].name, std::string("rsv1"));
        const auto staged = stagedSwitch(model.estate, *model.estate.vault(bound.vault), AccessModel::Roles,
                                         [] { return test::id<AssignmentId>(); });
        QCOMPARE(staged.size(), std::size_t(2));
        for (const auto &action : staged) KW_OK(model.run(action));
        QVERIFY(may(model, app, bound.vault, bound.key, Permission::Get)); // staging changes nothing yet
        KW_OK(model.run(toRoles));                                         // and nobody loses anything
        QVERIFY(may(model, bound.principal, bound.vault, bound.key, Permission::UnwrapKey));
        QCOMPARE(model.estate.roleNamed("Key Vault Reader")->permissions, set("get,list,getrotationpolicy"));
        // Back again, the other way round.
        const auto other = model.application("newcomer");
        model.assign("Key Vault Crypto User", other, "group:default");
        const command::SetAccessModel toPolicies{bound.vault, AccessModel::Policies};
        KW_REFUSED(model.run(toPolicies), Code::AccessLost);
        for (const auto &action : stagedSwitch(model.estate, *model.estate.vault(bound.vault), AccessModel::Policies,
                                               [] { return test::id<AssignmentId>(); }))
            KW_OK(model.run(action));
        KW_OK(model.run(toPolicies));
        QVERIFY(may(model, other, bound.vault, bound.key, Permission::Sign));
    }

    /// What somebody has on one key alone is lost like anything else when policies decide.
    void VLT_9_aGrantOnOneKeyIsNotOverlooked()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "a");
        model.key(vault, "b");
        KW_OK(model.run(command::SetAccessModel{vault, AccessModel::Roles}, true));
        const auto app = model.application("on one key");
        model.assign("Key Vault Reader", app, "key:kv1/a");
        const command::SetAccessModel toPolicies{vault, AccessModel::Policies};
        const auto lost = differences(model, toPolicies);
        QCOMPARE(lost.size(), std::size_t(1));
        QCOMPARE(lost[0].name, std::string("on one key"));
        QCOMPARE(lost[0].lost, set("get,list,getrotationpolicy"));
        KW_REFUSED(model.run(toPolicies), Code::AccessLost);
        QVERIFY(may(model, app, vault, key, Permission::Get));
    }

    void VLT_9_scopesReachDownAndNoFurther_data()
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<bool>("first");
        QTest::addColumn<bool>("second");
        QTest::addColumn<bool>("otherVault");
        QTest::addColumn<bool>("otherGroup");
        QTest::newRow("key") << "key:kv1/a" << true << false << false << false;
        QTest::newRow("vault") << "vault:kv1" << true << true << false << false;
        QTest::newRow("group") << "group:default" << true << true << true << false;
        QTest::newRow("subscription") << "subscription" << true << true << true << true;
        QTest::newRow("tenant") << "tenant" << true << true << true << true;
        QTest::newRow("elsewhere") << "group:apart" << false << false << false << true;
    }
    void VLT_9_scopesReachDownAndNoFurther()
    {
        QFETCH(QString, scope);
        test::Model model;
        KW_OK(model.run(command::CreateGroup{test::id<GroupId>(), model.estate.settings().subscription,
                                             test::must(ResourceGroupName::from("apart")),
                                             test::must(Region::from("westeurope"))}));
        const auto kv1 = model.vault("kv1"), kv2 = model.vault("kv2"), kv3 = model.vault("kv3");
        KW_OK(model.run(command::MoveVault{kv3, model.estate.settings().subscription, "apart"}));
        const auto a = model.key(kv1, "a"), b = model.key(kv1, "b"), c = model.key(kv2, "c"), d = model.key(kv3, "d");
        for (const auto &vault : {kv1, kv2, kv3})
            KW_OK(model.run(command::SetAccessModel{vault, AccessModel::Roles}, true));
        const auto app = model.application("app");
        const auto assignment = model.assign("Key Vault Crypto Service Encryption User", app, scope.toStdString());
        const auto unwraps = [&](const VaultId &vault, const KeyId &key) {
            return may(model, app, vault, key, Permission::UnwrapKey);
        };
        QTEST(unwraps(kv1, a), "first");
        QTEST(unwraps(kv1, b), "second");
        QTEST(unwraps(kv2, c), "otherVault");
        QTEST(unwraps(kv3, d), "otherGroup");
        QVERIFY(!may(model, app, kv1, a, Permission::Sign)); // not in the role
        KW_OK(model.run(command::RemoveAssignment{assignment}));
        QVERIFY(!unwraps(kv1, a) && !unwraps(kv3, d));
    }

    // Mend 16
    void anEmptyNameIsNoScope_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto *text :
             {"subscription:", "tenant:", "Tenant:", "group:", "group", "group:/", "group:/default", "vault:", "vault",
              "key:", "key", "resource:", "network:", "", ":", ":kv1", "everything"})
            QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
    }
    void anEmptyNameIsNoScope()
    {
        QFETCH(QString, text);
        test::Model model;
        model.vault("kv1");
        QVERIFY2(!scopeFrom(model.estate, text.toStdString()), "it was taken for a scope");
        KW_OK(scopeFrom(model.estate, "subscription"));
        KW_OK(scopeFrom(model.estate, "tenant"));
    }

    // Mend 16
    void VLT_9_aRoleIsRefusedWhereItCouldNotCount()
    {
        test::Model model;
        const auto app = model.application("app");
        model.resource("rsv1");
        const auto net = test::id<NetworkId>();
        KW_OK(model.run(command::CreateNetwork{
            net, test::must(ResourceName::from("vnet1")), model.place(), {test::must(IpRange::from("10.1.0.0/16"))}}));
        const auto role = model.estate.roleNamed("Key Vault Crypto User")->id;
        for (const auto *scope : {"resource:rsv1", "network:vnet1"})
            KW_REFUSED(model.run(command::AssignRole{test::id<AssignmentId>(), app, role,
                                                     test::must(scopeFrom(model.estate, scope))}),
                       Code::ValueInvalid);
        QVERIFY(model.estate.assignments().empty());
    }

    void MOD_8_accessIsRevokedPerPrincipal()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "k");
        const auto one = model.application("one"), two = model.application("two");
        model.grant(vault, one, "wrapKey");
        model.grant(vault, two, "wrapKey");
        KW_OK(model.run(command::RemoveAccessPolicy{vault, one}));
        QVERIFY(!may(model, one, vault, key, Permission::WrapKey));
        QVERIFY(may(model, two, vault, key, Permission::WrapKey));
        KW_OK(model.run(command::SetAccessModel{vault, AccessModel::Roles}, true));
        const auto ofOne = model.assign("Key Vault Crypto User", one, "vault:kv1");
        model.assign("Key Vault Crypto User", two, "vault:kv1");
        KW_OK(model.run(command::RemoveAssignment{ofOne}));
        QVERIFY(!may(model, one, vault, key, Permission::WrapKey));
        QVERIFY(may(model, two, vault, key, Permission::WrapKey));
    }

    void MOD_9_permissionsAndDataActions()
    {
        QCOMPARE(set("get,list,update,create,import,delete,recover,backup,restore,decrypt,encrypt,unwrapKey,wrapKey,"
                     "verify,sign,purge,release,rotate,getrotationpolicy,setrotationpolicy")
                     .count(),
                 int(permissionCount));
        KW_REFUSED(PermissionSet::from("get,fly"), Code::ValueInvalid);
        const auto of = [](std::vector<std::string> actions, std::vector<std::string> except = {}) {
            return permissionsOf(actions, except);
        };
        QCOMPARE(test::must(of({"Microsoft.KeyVault/vaults/keys/wrap/action"})), set("wrapKey"));
        QCOMPARE(test::must(of({"microsoft.keyvault/VAULTS/keys/wrap/action"})),
                 set("wrapKey")); // without regard to case
        QCOMPARE(test::must(of({"Microsoft.KeyVault/vaults/*/read"})), set("get,list,getrotationpolicy"));
        QCOMPARE(test::must(of({"Microsoft.KeyVault/vaults/keys/*"}, {"Microsoft.KeyVault/vaults/keys/purge/action"}))
                     .has(Permission::Purge),
                 false);
        QCOMPARE(test::must(of({"*"})).count(), int(permissionCount));
        KW_REFUSED(of({"Microsoft.KeyVault/vaults/secrets/read"}), Code::ValueInvalid);
        KW_REFUSED(of({"Microsoft.KeyVault/vaults/keys/wrap/action", ""}), Code::ValueInvalid);
        const auto *officer =
            test::catalogue()->platform().role(test::must(RoleId::from("14b46e9ec2b741b4b07b48a6ebf60603")));
        QCOMPARE(officer->permissions.count(), int(permissionCount));
        QCOMPARE(test::Model().estate.roleNamed("key vault crypto service encryption user")->permissions,
                 set("get,list,wrapKey,unwrapKey"));
    }

    void VLT_13_groupsAndTemplatesCoverEveryPermissionOnce()
    {
        PermissionSet all;
        int count = 0;
        for (const auto &group : permissionGroups()) {
            all = all | group.permissions;
            count += group.permissions.count();
        }
        QCOMPARE(permissionGroups().size(), std::size_t(3));
        QCOMPARE(count, int(permissionCount));
        QCOMPARE(all.count(), int(permissionCount));
        QCOMPARE(permissionGroups()[1].permissions, cryptographic);
        QCOMPARE(test::catalogue()->platform().policyTemplate("sql-server")->permissions,
                 set("get,list,wrapKey,unwrapKey"));
        QVERIFY(!test::catalogue()->platform().policyTemplate("nothing"));
    }

    void groupsPassOnWhatTheyHold()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "k");
        const auto app = model.application("app");
        const auto inner = model.group("inner", {app});
        const auto outer = model.group("outer", {inner});
        model.grant(vault, outer, "get,sign");
        QVERIFY(may(model, app, vault, key, Permission::Sign));
        const auto grants = grantsOf(model.estate, app, *model.estate.vault(vault), key);
        QCOMPARE(grants.size(), std::size_t(1));
        QCOMPARE(describe(model.estate, app, grants[0]), std::string("access policy, through group outer"));
        KW_REFUSED(model.run(command::SetMember{inner, outer, true}), Code::ValueInvalid); // no circles
        KW_REFUSED(model.run(command::SetMember{inner, inner, true}), Code::ValueInvalid);
        const auto lost = differences(model, command::SetMember{outer, inner, false});
        QCOMPARE(lost.size(), std::size_t(2)); // the group and whoever is in it
        QCOMPARE(lost[0].name, std::string("app"));
        QCOMPARE(lost[0].lost, set("get,sign"));
        KW_OK(model.run(command::SetMember{outer, inner, false}));
        QVERIFY(!may(model, app, vault, key, Permission::Sign));
    }

    void customRolesChangeForEverybodyWhoHasThem()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "k");
        const auto app = model.application("app");
        KW_OK(model.run(command::SetAccessModel{vault, AccessModel::Roles}));
        Role role{test::id<RoleId>(), "Signer", "", {"Microsoft.KeyVault/vaults/keys/sign/action"}, {}};
        KW_OK(model.run(command::CreateRole{role}));
        model.assign("Signer", app, "vault:kv1");
        QVERIFY(may(model, app, vault, key, Permission::Sign));
        role.dataActions = {"Microsoft.KeyVault/vaults/keys/verify/action"};
        const auto changed = differences(model, command::UpdateRole{role});
        QCOMPARE(changed.size(), std::size_t(1));
        QCOMPARE(changed[0].lost, set("sign"));
        QCOMPARE(changed[0].gained, set("verify"));
        KW_OK(model.run(command::UpdateRole{role}));
        QVERIFY(!may(model, app, vault, key, Permission::Sign));
        QVERIFY(may(model, app, vault, key, Permission::Verify));
        KW_REFUSED(model.run(command::DeleteRole{role.id}), Code::VaultNotEmpty);
        auto builtIn = *model.estate.roleNamed("Key Vault Reader");
        KW_REFUSED(model.run(command::UpdateRole{builtIn}), Code::ValueInvalid);
        KW_REFUSED(model.run(command::DeleteRole{builtIn.id}), Code::ValueInvalid);
        builtIn.id = test::id<RoleId>();
        KW_REFUSED(model.run(command::CreateRole{builtIn}), Code::AlreadyExists); // its name is taken
    }

    void whoCanDoWhatNamesTheGrant()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto a = model.key(vault, "a");
        model.key(vault, "b");
        KW_OK(model.run(command::SetAccessModel{vault, AccessModel::Roles}));
        const auto app = model.application("app");
        const auto team = model.group("team", {app});
        model.assign("Key Vault Reader", team, "subscription");
        model.assign("Key Vault Crypto User", app, "key:kv1/a");
        const auto all = whoCan(model.estate, *model.estate.vault(vault));
        QCOMPARE(all.size(), std::size_t(3)); // app, app on key a, team
        QCOMPARE(all[0].permissions, set("get,list,getrotationpolicy"));
        QVERIFY(all[1].key == a);
        QVERIFY(all[1].permissions.has(Permission::Sign));
        std::string by;
        for (const auto &grant : all[1].grants) by += describe(model.estate, all[1].principal, grant) + "\n";
        QVERIFY2(by.contains("role Key Vault Reader on subscription Default subscription, through group team"),
                 by.c_str());
        QVERIFY2(by.contains("role Key Vault Crypto User on key kv1/a"), by.c_str());
        QCOMPARE(whoCan(model.estate, *model.estate.vault(vault), a).size(), std::size_t(2));
    }

    void BKP_11_aRoleGrantsItTooAndMoreThanNeededIsPointedOut()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "cmk");
        KW_OK(model.run(command::SetAccessModel{vault, AccessModel::Roles}));
        const auto resource = model.resource("rsv1");
        const auto identity = model.identity(resource);
        const auto refused = model.run(model.binding(resource, vault, key));
        KW_REFUSED(refused, Code::PermissionMissing);
        QVERIFY2(remedy(refused.error())
                     .contains(
                         "role assign 'Key Vault Crypto Service Encryption User' --principal 'rsv1' --scope vault:kv1"),
                 remedy(refused.error()).c_str());
        Goal goal{resource, vault, key, {}, test::id<PrincipalId>(), test::id<JobId>(), test::id<AssignmentId>(), {}};
        auto plan = planEnable(model.estate, goal, model.now);
        QCOMPARE(plan.next()->id, std::string("permission"));
        QVERIFY(std::holds_alternative<command::AssignRole>(*plan.next()->action));
        model.assign("Key Vault Crypto Officer", identity, "vault:kv1");
        plan = planEnable(model.estate, goal, model.now);
        QVERIFY2(plan.steps[2].title().contains("more than it needs: "), plan.steps[2].title().c_str());
        KW_OK(model.run(model.binding(resource, vault, key)));
        // Taken away again: lost, with what mends it; given anew: healed.
        const auto held = *model.estate.access().assignmentsOf(identity).begin();
        KW_REFUSED(model.run(command::RemoveAssignment{held}), Code::OverrideNeeded);
        KW_OK(model.run(command::RemoveAssignment{held}, true));
        const auto health = assess(model.estate, *model.estate.resource(resource), model.now);
        QCOMPARE(health.health, Health::Lost);
        QVERIFY(health.reasons.front().remedy().contains("role assign"));
    }

    void grantsHaveLimitsAndNeedWhatTheyName()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto app = model.application("app");
        const auto reader = model.estate.roleNamed("Key Vault Reader")->id;
        const Scope onVault{Scope::Kind::Vault, recordOf(vault)};
        KW_REFUSED(model.run(command::AssignRole{test::id<AssignmentId>(), test::id<PrincipalId>(), reader, onVault}),
                   Code::NotFound);
        KW_REFUSED(model.run(command::AssignRole{test::id<AssignmentId>(), app, test::id<RoleId>(), onVault}),
                   Code::NotFound);
        KW_REFUSED(model.run(command::AssignRole{
                       test::id<AssignmentId>(), app, reader, {Scope::Kind::Vault, test::id<RecordId>()}}),
                   Code::NotFound);
        model.assign("Key Vault Reader", app, "vault:kv1");
        KW_REFUSED(model.run(command::AssignRole{test::id<AssignmentId>(), app, reader, onVault}), Code::AlreadyExists);
        for (const auto *text :
             {"", "vault", "vault:", "vault:nothing", "planet:earth", "key:kv1", "group:a/b", "subscription:x"})
            QVERIFY2(!scopeFrom(model.estate, text), text);
        QCOMPARE(scopeText(model.estate, test::must(scopeFrom(model.estate, "group:default"))),
                 std::string("group:default"));
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
