// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/estate/access.h"
#include "backend/estate/authorize.h"
#include "backend/estate/findings.h"
#include "backend/estate/locks.h"
#include "backend/estate/scope.h"

using namespace keyward;
using namespace keyward::estate;

class TestDirectory : public QObject
{
    Q_OBJECT

    static std::string tenant(test::Model &model, const std::string &name)
    {
        const auto id = test::id<TenantId>();
        test::must(model.run(command::CreateTenant{id, test::must(DisplayName::from(name))}));
        return model.estate.tenant(id)->directory;
    }
    static SubscriptionId subscription(test::Model &model, const std::string &name, const std::string &tenant)
    {
        const auto id = test::id<SubscriptionId>();
        test::must(model.run(command::CreateSubscription{id, test::must(DisplayName::from(name)), tenant}));
        return id;
    }
    static GroupId group(test::Model &model, const std::string &name, const std::string &subscription)
    {
        const auto id = test::id<GroupId>();
        test::must(model.run(command::CreateGroup{id, subscription, test::must(ResourceGroupName::from(name)),
                                                  test::must(Region::from("westeurope"))}));
        return id;
    }
    static bool unwraps(const test::Model &model, const test::Desk::Bound &bound)
    {
        const auto *identity = model.estate.identityOf(*model.estate.resource(bound.resource));
        return identity &&
               authorize(model.estate, {identity->id, bound.vault, bound.key, model.keyOf(bound.key).latest().id,
                                        Permission::UnwrapKey, model.now, Origin::of("recovery-services-vault")})
                   .allowed();
    }

private Q_SLOTS:
    void MOD_14_regionAndTenantAreModelledAndProfilesSayWhetherTheyMustMatch()
    {
        test::Model model;
        const auto there = subscription(model, "Abroad", tenant(model, "Fabrikam"));
        const auto guid = model.estate.subscription(there)->guid;
        group(model, "default", guid);
        const auto resource = model.resource("rsv1");
        const auto vault = model.vault("kv1", true, "northeurope"); // another region
        const auto key = model.key(vault, "cmk");
        model.grant(vault, model.identity(resource));
        KW_REFUSED(model.run(model.binding(resource, vault, key)), Code::ProfileRegion);
        auto place = model.place();
        place.subscription = guid;
        KW_REFUSED(model.run(command::CreateVault{
                       test::id<VaultId>(), test::must(VaultName::from("kv2")), place, Tier::Standard, {}, true, 90}),
                   Code::ProfileTenant); // tenant and subscription disagree
        place.tenant = model.estate.subscription(there)->tenant;
        const auto foreign = test::id<VaultId>();
        KW_OK(model.run(
            command::CreateVault{foreign, test::must(VaultName::from("kv2")), place, Tier::Standard, {}, true, 90}));
        KW_REFUSED(model.run(command::SetAccessPolicy{foreign, *model.estate.resource(resource)->identity,
                                                      PermissionSet{Permission::Get}}),
                   Code::ProfileTenant);
        KW_REFUSED(model.run(command::MoveVault{vault, guid, "default"}),
                   Code::ProfileTenant); // a move stays in its tenant
        place.resourceGroup = "nowhere";
        KW_REFUSED(model.run(command::CreateVault{
                       test::id<VaultId>(), test::must(VaultName::from("kv3")), place, Tier::Standard, {}, true, 90}),
                   Code::NotFound);
        QCOMPARE(model.estate.catalogue().platform().geographyOf(test::must(Region::from("northeurope"))),
                 std::string("Europe"));
    }

    void BKP_7_afterATenantMoveIdentityKeyAndRolesAreSetUpAgain()
    {
        test::Model model;
        const auto bound = model.bound();
        model.point(bound.resource);
        model.assign("Key Vault Reader", model.application("app"), "vault:kv-rsv1");
        QVERIFY(unwraps(model, bound));
        const auto home = *model.estate.subscriptionId(model.estate.settings().subscription);
        const auto abroad = tenant(model, "Fabrikam");
        const command::TransferSubscription move{home, abroad};
        const auto impact = test::must(impactOf(model.estate, {move}, test::owner, model.now));
        QVERIFY(impact.takesAway && !impact.irreversible.empty());
        KW_REFUSED(model.run(move), Code::OverrideNeeded);
        KW_OK(model.run(move, true));
        QVERIFY(!unwraps(model, bound));
        QVERIFY(model.estate.assignments().empty());
        const auto &resource = *model.estate.resource(bound.resource);
        auto health = assess(model.estate, resource, model.now);
        QCOMPARE(health.health, Health::Lost);
        QCOMPARE(health.unreadable, std::uint64_t(1));
        KW_REFUSED(model.run(command::SetAccessPolicy{bound.vault, bound.principal, PermissionSet{Permission::Get}}),
                   Code::ProfileTenant); // the old identity is of no use
        // Step by step: identity, permission, key. Until the last one nothing works.
        KW_OK(model.run(command::DisableIdentity{bound.resource}, true));
        const auto fresh = test::id<PrincipalId>();
        KW_OK(model.run(command::EnableIdentity{bound.resource, fresh}));
        QVERIFY(!unwraps(model, bound));
        model.grant(bound.vault, fresh);
        QVERIFY(unwraps(model, bound));
        KW_OK(model.run(model.binding(bound.resource, bound.vault, bound.key)));
        health = assess(model.estate, *model.estate.resource(bound.resource), model.now);
        QVERIFY(health.health != Health::Lost);
        QCOMPARE(health.unreadable, std::uint64_t(0));
        KW_REFUSED(model.run(command::DisableIdentity{bound.resource}), Code::IdentityPermanent); // BKP-9 holds again
    }

    void BKP_15_aKeyFromAnotherVaultMeetsTheSameDemands()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto abroad = model.vault("kv-far", true, "northeurope");
        const auto bare = model.vault("kv-bare", false);
        const auto shut = model.vault("kv-shut");
        const auto good = model.vault("kv-good");
        for (const auto &vault : {abroad, bare, good}) model.grant(vault, bound.principal);
        const auto bind = [&](const VaultId &vault) {
            return model.run(model.binding(bound.resource, vault, model.key(vault, "cmk")));
        };
        KW_REFUSED(bind(abroad), Code::ProfileRegion);
        KW_REFUSED(bind(bare), Code::ProfileProtection);
        KW_REFUSED(bind(shut), Code::PermissionMissing);
        KW_OK(bind(good));
    }

    void theSameNameIsNotTheSameIdentity()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "k");
        const auto first = model.application("app");
        model.grant(vault, first, "wrapKey");
        const command::DeletePrincipal gone{first};
        const auto change = test::must(applyUnguarded(model.estate, {gone}, test::owner, model.now));
        QCOMPARE(accessDifferences(model.estate, change).size(), std::size_t(1)); // shown before
        KW_OK(model.run(gone));
        QVERIFY(model.estate.vault(vault)->policies.empty());
        const auto second = model.application("app");
        QVERIFY(first != second);
        QVERIFY(!authorize(model.estate,
                           {second, vault, key, model.keyOf(key).latest().id, Permission::WrapKey, model.now, {}})
                     .allowed());
    }

    void BKP_9_anIdentityInUseStays()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "cmk");
        const auto resource = model.resource("rsv1");
        const auto identity = model.userIdentity("shared");
        auto bind = model.binding(resource, vault, key);
        bind.identity = identity;
        model.grant(vault, identity);
        KW_REFUSED(model.run(bind), Code::IdentityNotAssigned);
        KW_OK(model.run(command::AssignIdentity{resource, identity}));
        KW_REFUSED(model.run(command::AssignIdentity{resource, identity}), Code::AlreadyExists);
        KW_REFUSED(model.run(command::AssignIdentity{resource, model.application("app")}), Code::ValueInvalid);
        KW_OK(model.run(bind));
        KW_REFUSED(model.run(command::UnassignIdentity{resource, identity}), Code::IdentityPermanent);
        KW_REFUSED(model.run(command::DeletePrincipal{identity}, true), Code::IdentityPermanent);
        QVERIFY(model.estate.resource(resource)->userIdentities.contains(identity));
        KW_REFUSED(model.run(command::DeletePrincipal{model.identity(resource)}),
                   Code::ValueInvalid); // ends with its resource only
    }

    void BKP_12_principalsAreFoundByNameIdAndPlace()
    {
        test::Model model;
        const auto identity = model.userIdentity("Backup identity");
        QCOMPARE(model.estate.principalNamed("backup IDENTITY")->id, identity);
        QCOMPARE(model.estate.principalNamed(identity.text())->id, identity);
        QVERIFY(!model.estate.principalNamed("backup"));
        const auto app = model.application("app");
        QCOMPARE(model.estate.application(model.estate.principal(app)->applicationId)->id, app);
        QVERIFY(!model.estate.application(""));
    }

    // Mend 17
    void principalsAreToldApart()
    {
        test::Model model;
        const auto create = [&](const char *name) {
            return model.run(command::CreateApplication{test::id<PrincipalId>(), test::must(DisplayName::from(name)),
                                                        model.estate.settings().tenant,
                                                        guidText(test::id<RecordId>())});
        };
        KW_OK(create("école"));
        KW_OK(create("orders"));
        for (const auto *same : {"ÉCOLE", "e\u0301cole", "Orders", "ｏｒｄｅｒｓ"})
            KW_REFUSED(create(same), Code::AlreadyExists);
        // Cyrillic letters
        for (const auto *like : {"оrders", "ordеrs", "Оrders"}) KW_REFUSED(create(like), Code::NameInvalid);
        for (const auto *bad : {"ord\u200bers", "sales\u202e", "caf\xe9", "00112233445566778899aabbccddeeff"})
            KW_REFUSED(create(bad), Code::NameInvalid);
        KW_REFUSED(
            model.run(command::CreatePrincipalGroup{test::id<PrincipalId>(), test::must(DisplayName::from("оrders")),
                                                    model.estate.settings().tenant}),
            Code::NameInvalid);
        KW_REFUSED(model.run(command::CreateUserIdentity{test::id<PrincipalId>(),
                                                         test::must(DisplayName::from("оrders")), model.place()}),
                   Code::NameInvalid);
        KW_OK(create("E\u0301clair"));
        QCOMPARE(model.estate.principalNamed("éclair")->name, std::string("Éclair")); // kept composed
        KW_REFUSED(model.run(command::CreateTenant{test::id<TenantId>(), test::must(DisplayName::from("x\u200b"))}),
                   Code::NameInvalid);
        KW_REFUSED(
            model.run(command::CreateSubscription{test::id<SubscriptionId>(), test::must(DisplayName::from("x\u202e")),
                                                  model.estate.settings().tenant}),
            Code::NameInvalid);
        KW_REFUSED(model.run(command::CreateLock{{test::id<LockId>(),
                                                  "l\u200b",
                                                  Lock::Level::ReadOnly,
                                                  test::must(scopeFrom(model.estate, "subscription")),
                                                  {},
                                                  {}}}),
                   Code::NameInvalid);
        Role role{
            test::id<RoleId>(), "Key Vault Crypto Оfficer", {}, {"Microsoft.KeyVault/vaults/keys/read"}, {}, {}, false};
        KW_REFUSED(model.run(command::CreateRole{role}), Code::NameInvalid);
        role.name = "Reader\u2060";
        KW_REFUSED(model.run(command::CreateRole{role}), Code::NameInvalid);
    }

    // Mend 17
    void principalsAndResourcesShareTheirNames()
    {
        test::Model model;
        const auto resource = model.resource("rsv1");
        const auto create = [&](const char *name) {
            return model.run(command::CreateApplication{test::id<PrincipalId>(), test::must(DisplayName::from(name)),
                                                        model.estate.settings().tenant,
                                                        guidText(test::id<RecordId>())});
        };
        KW_REFUSED(create("RSV1"), Code::AlreadyExists); // its identity would never get its name
        KW_REFUSED(create("rѕv1"), Code::NameInvalid);   // Cyrillic ѕ
        model.identity(resource);
        KW_OK(create("orders"));
        KW_REFUSED(model.run(command::CreateResource{test::id<ResourceId>(),
                                                     "recovery-services-vault",
                                                     test::must(ResourceName::from("orders")),
                                                     model.place(),
                                                     {}}),
                   Code::AlreadyExists);
        KW_REFUSED(model.run(command::CreateResource{test::id<ResourceId>(),
                                                     "recovery-services-vault",
                                                     test::must(ResourceName::from("AzureDatabricks")),
                                                     model.place(),
                                                     {}}),
                   Code::NameReserved);
        for (const auto &provider : model.estate.catalogue().platform().providers)
            if (!provider.firstParty.empty()) KW_REFUSED(create(provider.firstParty.c_str()), Code::NameReserved);
        KW_REFUSED(create("bot service CMEK prod"), Code::NameReserved);
        KW_REFUSED(create("Bot\u00a0Service  CMEK Prod"), Code::NameReserved);
        KW_REFUSED(create("Воt Service CMEK Prod"), Code::NameReserved); // Cyrillic В and о
    }

    // Mend 17: keystores from before hold whatever names they were given.
    void olderNamesAreFoundAsFarAsTheyAreUnambiguous()
    {
        test::Model model;
        const auto put = [&](const std::string &name, PrincipalKind kind = PrincipalKind::Application) {
            const auto id = test::id<PrincipalId>();
            model.estate.put(Principal{id, name, kind, model.estate.settings().tenant});
            return id;
        };
        const auto small = put("école"), large = put("ÉCOLE"), hidden = put("or\u200bders"), plain = put("orders");
        QCOMPARE(model.estate.principalNamed("école")->id, small);
        QCOMPARE(model.estate.principalNamed("ÉCOLE")->id, large);
        QVERIFY(!model.estate.principalNamed("École")); // which of the two?
        QCOMPARE(model.estate.principalNamed("orders")->id, plain);
        QCOMPARE(model.estate.principalNamed("or\u200bders")->id, hidden);
        const auto trap = put(plain.text()); // named as another's id
        QCOMPARE(model.estate.principalNamed(plain.text())->id, plain);
        QCOMPARE(model.estate.principalNamed(trap.text())->id, trap);
        model.estate.remove(hidden);
        QCOMPARE(model.estate.principalNamed("orders")->id, plain); // who stays is still found
        // The way out of an application that took a resource's or the platform's name.
        const auto resource = model.resource("rsv1");
        const auto squatter = put("rsv1");
        KW_REFUSED(model.run(command::EnableIdentity{resource, test::id<PrincipalId>()}), Code::AlreadyExists);
        KW_OK(model.run(command::DeletePrincipal{squatter}));
        KW_OK(model.run(command::EnableIdentity{resource, test::id<PrincipalId>()}));
        const auto bot = put("Bot Service CMEK Prod");
        const auto home = *model.estate.subscriptionId(model.estate.settings().subscription);
        KW_REFUSED(model.run(command::RegisterProvider{home, "Microsoft.BotService", test::id<PrincipalId>()}),
                   Code::AlreadyExists);
        KW_OK(model.run(command::DeletePrincipal{bot}));
        KW_OK(model.run(command::RegisterProvider{home, "Microsoft.BotService", test::id<PrincipalId>()}));
        QVERIFY(model.estate.principalNamed("Bot Service CMEK Prod")->kind == PrincipalKind::FirstParty);
    }

    void providersBringTheirApplication()
    {
        test::Model model;
        const auto home = *model.estate.subscriptionId(model.estate.settings().subscription);
        KW_REFUSED(model.run(command::RegisterProvider{home, "Microsoft.Nothing", test::id<PrincipalId>()}),
                   Code::NotFound);
        const auto id = test::id<PrincipalId>();
        KW_OK(model.run(command::RegisterProvider{home, "microsoft.botservice", id}));
        QVERIFY(model.estate.subscription(home)->providers.contains("Microsoft.BotService"));
        QCOMPARE(model.estate.principal(id)->name, std::string("Bot Service CMEK Prod"));
        QVERIFY(model.estate.principal(id)->kind == PrincipalKind::FirstParty);
        KW_REFUSED(model.run(command::RegisterProvider{home, "Microsoft.BotService", test::id<PrincipalId>()}),
                   Code::AlreadyExists);
        KW_REFUSED(model.run(command::DeletePrincipal{id}), Code::ValueInvalid);
        KW_OK(model.run(command::UnregisterProvider{home, "Microsoft.BotService"}));
        KW_OK(model.run(command::RegisterProvider{home, "Microsoft.BotService",
                                                  test::id<PrincipalId>()})); // the application stayed
    }

    void secretsExpireAndAreFoundInTime()
    {
        test::Model model;
        const auto app = model.application("app");
        const auto add = [&](Millis lifetime) {
            return model.run(
                command::AddClientSecret{app, {test::id<SecretId>(), "ci", "abc", {}, model.now + lifetime, {1}, {2}}});
        };
        KW_REFUSED(add(Days(0)), Code::ValueInvalid);
        KW_REFUSED(add(Days(731)), Code::ValueInvalid);
        KW_OK(add(Days(60)));
        const auto found = [&] {
            std::vector<std::string> out;
            for (const auto &one : findings(model.estate, assess(model.estate, model.now), model.now))
                if (one.kind == EntityKind::Principal) out.push_back(one.text());
            return out;
        };
        QVERIFY(found().empty());
        model.now += Days(31);
        QCOMPARE(found().size(), std::size_t(1));
        QVERIFY(found()[0].contains("expires on"));
        KW_OK(add(Days(300))); // a fresh one ends it
        QVERIFY(found().empty());
        model.now += Days(301);
        QVERIFY(found()[0].contains("expired on"));
        for (std::size_t i = model.estate.principal(app)->secrets.size(); i < 20; ++i) KW_OK(add(Days(1)));
        KW_REFUSED(add(Days(1)), Code::ValueInvalid);
        KW_REFUSED(model.run(command::RemoveClientSecret{app, test::id<SecretId>()}), Code::NotFound);
        KW_OK(model.run(command::RemoveClientSecret{app, model.estate.principal(app)->secrets.front().id}));
    }

    void vaultsMoveWithTheirBindings()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto other = subscription(model, "Other", model.estate.settings().tenant);
        const auto guid = model.estate.subscription(other)->guid;
        KW_REFUSED(model.run(command::MoveVault{bound.vault, guid, "default"}), Code::NotFound);
        group(model, "default", guid);
        KW_OK(model.run(command::MoveVault{bound.vault, guid, "default"}));
        QCOMPARE(model.estate.resource(bound.resource)->binding->subscription, guid);
        QVERIFY(unwraps(model, bound));
        KW_REFUSED(model.run(command::MoveResource{bound.resource, guid, "default"}), Code::MoveRefused); // BKP-6
        KW_REFUSED(model.run(command::DeleteGroup{*model.estate.groupId(guid, "default")}), Code::VaultNotEmpty);
    }

    void VLT_6_aRecoveredVaultHasItsGrantsAgain()
    {
        test::Model model;
        const auto bound = model.bound();
        model.assign("Key Vault Reader", bound.principal, "vault:kv-rsv1");
        KW_OK(model.run(command::DeleteVault{bound.vault}, true));
        QVERIFY(!unwraps(model, bound));
        KW_OK(model.run(command::RecoverVault{bound.vault}));
        QVERIFY(unwraps(model, bound));
        QCOMPARE(model.estate.assignments().size(), std::size_t(1));
        KW_OK(model.run(command::DeleteVault{bound.vault}, true));
        model.now += Days(91);
        for (const auto &due : dueCommands(model.estate, model.now)) KW_OK(model.run(due.action, true));
        QVERIFY(!model.estate.vault(bound.vault) && !model.estate.key(bound.key));
        QVERIFY(model.estate.assignments().empty()); // nothing dangles
    }

    void locksHoldManagementBack_data()
    {
        QTest::addColumn<QString>("scope");
        for (const auto *scope : {"vault:kv1", "group:default", "subscription", "tenant"})
            QTest::newRow(scope) << QString::fromLatin1(scope);
    }
    void locksHoldManagementBack()
    {
        QFETCH(QString, scope);
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "k");
        const auto app = model.application("app");
        Lock lock{test::id<LockId>(),
                  "keep",
                  Lock::Level::CannotDelete,
                  test::must(scopeFrom(model.estate, scope.toStdString())),
                  "",
                  {}};
        KW_OK(model.run(command::CreateLock{lock}));
        KW_REFUSED(model.run(command::DeleteVault{vault}), Code::Locked);
        KW_REFUSED(model.run(command::DeleteVault{vault}, true), Code::Locked); // no override
        KW_OK(model.run(command::SetAccessPolicy{vault, app, PermissionSet{Permission::Get}}));
        KW_OK(model.run(command::RemoveLock{lock.id}));
        lock.level = Lock::Level::ReadOnly;
        KW_OK(model.run(command::CreateLock{lock}));
        KW_REFUSED(model.run(command::SetAccessPolicy{vault, app, PermissionSet{Permission::List}}), Code::Locked);
        command::SetFirewall rules{vault};
        rules.trustedServices = false;
        KW_REFUSED(model.run(rules), Code::Locked);
        KW_REFUSED(model.run(command::AssignRole{test::id<AssignmentId>(),
                                                 app,
                                                 model.estate.roleNamed("Key Vault Reader")->id,
                                                 {Scope::Kind::Vault, recordOf(vault)}}),
                   Code::Locked);
        KW_OK(model.run(command::UpdateKeyVersion{
            key, model.keyOf(key).latest().id, false, {}, {}, {}, {}})); // keys are another matter
        KW_OK(model.run(command::RemoveLock{lock.id}));
        KW_OK(model.run(command::DeleteVault{vault}));
    }

    void tagsHaveLimits()
    {
        test::Model model;
        Tags many;
        for (int i = 0; i < 51; ++i) many["t" + std::to_string(i)] = "v";
        const auto vault = model.vault("kv1");
        command::UpdateVault update{vault, {}, {}, {}, many, {}};
        KW_REFUSED(model.run(update), Code::ValueInvalid);
        update.tags = Tags{{"owner", std::string(257, 'x')}};
        KW_REFUSED(model.run(update), Code::ValueInvalid);
        update.tags = Tags{{"owner", "me"}};
        KW_OK(model.run(update));
    }
};

QTEST_GUILESS_MAIN(TestDirectory)
#include "tst_directory.moc"
