// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/estate/authorize.h"
#include "backend/estate/claims.h"
#include "backend/estate/describe.h"
#include "backend/estate/findings.h"
#include "backend/estate/plan.h"

using namespace keyward;
using namespace keyward::estate;

class TestBindingRules : public QObject
{
    Q_OBJECT

    static command::StartBackup backup(const ResourceId &resource,
                                       command::ProtectionKind kind = command::ProtectionKind::Folder)
    {
        return {resource, test::id<JobId>(), test::id<PointId>(), "folder", "/source", false, false, kind};
    }

private Q_SLOTS:
    void BKP_2_onlyAVaultToWhichNothingWasEverProtectedTakesAKey()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "cmk");
        const auto resource = model.resource("rsv1");
        model.grant(vault, model.identity(resource));
        const auto start = backup(resource);
        KW_OK(model.run(start));
        KW_OK(model.run(command::EndJob{
            start.job, JobState::Failed, "the disk burned", {}, false})); // also when the attempt failed
        QCOMPARE(model.estate.pointsOf(resource).size(), std::size_t(0));
        KW_REFUSED(model.run(model.binding(resource, vault, key)), Code::CmkAfterProtection);
        const auto plan = planEnable(model.estate, {resource, vault, key, {}, {}, {}}, model.now);
        QVERIFY(plan.blocked() && !plan.next());
    }

    void BKP_3_thereIsNoWayBackButTheKeyCanBeChanged()
    {
        test::Model model;
        const auto bound = model.bound();
        KW_REFUSED(model.run(command::SetServiceManaged{bound.resource}, true),
                   Code::CmkIrreversible); // no override helps
        QVERIFY(model.estate.resource(bound.resource)->binding);
        model.point(bound.resource);
        const auto other = model.key(bound.vault, "other");
        KW_OK(model.run(model.binding(bound.resource, bound.vault, other)));
        QVERIFY(model.estate.resource(bound.resource)->binding->key == other);
        // What leads from a key to what needs it follows: the point still needs the first one, and nothing else does.
        QCOMPARE(model.estate.dependantsOf(bound.key).size(), std::size_t(1));
        KW_OK(model.run(command::DeletePoint{*model.estate.pointsOf(bound.resource).begin()}));
        QVERIFY(model.estate.dependantsOf(bound.key).empty());
        QCOMPARE(model.estate.dependantsOf(other).size(), std::size_t(1));
        const auto third = model.key(bound.vault, "third");
        KW_OK(model.run(model.binding(bound.resource, bound.vault, third)));
        QVERIFY(model.estate.dependantsOf(other).empty());
        QVERIFY(!irreversible(model.estate, command::SetKey{model.resource("rsv2"), bound.vault, other, {}, {}, {}})
                     .empty());
    }

    void BKP_4_agentsWithPassphrasesAndClassicMachinesAreRefused()
    {
        test::Model model;
        const auto bound = model.bound();
        KW_REFUSED(model.run(backup(bound.resource, command::ProtectionKind::MarsAgent)), Code::ProtectedItemsRefused);
        KW_REFUSED(model.run(backup(bound.resource, command::ProtectionKind::ClassicMachine)),
                   Code::ProtectedItemsRefused);
        QVERIFY(!model.estate.resource(bound.resource)->protectionAttempted);
        KW_OK(model.run(backup(bound.resource)));
        KW_OK(model.run(backup(model.resource("plain"), command::ProtectionKind::MarsAgent)));
    }

    void BKP_5_theKeyIsRsa2048EnabledAndOfTheSameRegion()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto far = model.vault("kv2", true, "eastus");
        const auto resource = model.resource("rsv1");
        const auto principal = model.identity(resource);
        model.grant(vault, principal);
        model.grant(far, principal);
        KW_REFUSED(model.run(model.binding(resource, far, model.key(far, "cmk"))), Code::ProfileRegion);
        KW_REFUSED(model.run(model.binding(resource, vault, model.key(vault, "ec", test::must(KeySpec::ec("P-256"))))),
                   Code::ProfileKeyKind);
        KW_REFUSED(model.run(model.binding(resource, vault, model.key(vault, "big", test::must(KeySpec::rsa(3072))))),
                   Code::ProfileKeySize);
        const auto key = model.key(vault, "cmk");
        KW_OK(model.run(command::UpdateKeyVersion{key, model.keyOf(key).latest().id, false, {}, {}, {}, {}}));
        KW_REFUSED(model.run(model.binding(resource, vault, key)), Code::KeyDisabled);
        KW_OK(model.run(command::UpdateKeyVersion{key, model.keyOf(key).latest().id, true, {}, {}, {}, {}}));
        KW_OK(model.run(model.binding(resource, vault, key)));
    }

    void BKP_5_theNewerEditionTakesEverySupportedRsaSize()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto resource = model.resource("rsv1", "westeurope", "recovery-services-vault-2");
        model.grant(vault, model.identity(resource));
        KW_REFUSED(model.run(model.binding(resource, vault, model.key(vault, "ec", test::must(KeySpec::ec("P-256"))))),
                   Code::ProfileKeyKind);
        KW_OK(model.run(model.binding(resource, vault, model.key(vault, "big", test::must(KeySpec::rsa(4096))))));
    }

    void BKP_6_itStaysWhereItIsAndRestoresInItsRegion()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto point = model.point(bound.resource);
        KW_OK(model.run(command::AdoptPlaces{{},
                                             {{test::id<SubscriptionId>(), "sub-b", "Other", "tenant-a", {}}},
                                             {{test::id<GroupId>(),
                                               "sub-b",
                                               test::must(ResourceGroupName::from("other-group")),
                                               test::must(Region::from("westeurope")),
                                               {}}}}));
        KW_REFUSED(model.run(command::MoveResource{bound.resource, "sub-b", "default"}), Code::MoveRefused);
        KW_REFUSED(model.run(command::MoveResource{bound.resource, "sub-a", "other-group"}), Code::MoveRefused);
        KW_REFUSED(model.run(command::StartRestore{test::id<JobId>(), point, "/target", {}, "eastus"}),
                   Code::CrossRegionRestoreRefused);
        KW_OK(model.run(command::StartRestore{test::id<JobId>(), point, "/target", {}, "westeurope"}));
        KW_OK(model.run(command::MoveResource{model.resource("plain"), "sub-b", "other-group"}));
    }

    void BKP_17_aRestoreIntoAResourceGoesToOneThatKeepsFiles()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto point = model.point(bound.resource);
        const auto account = model.resource("files", "westeurope", "storage-account");
        const auto abroad = model.resource("abroad", "eastus", "storage-account");
        const auto into = [&](const ResourceId &resource) {
            return command::StartRestore{test::id<JobId>(), point, "restored", {}, {}, resource};
        };
        KW_REFUSED(model.run(into(bound.resource)), Code::ValueInvalid);
        KW_REFUSED(model.run(into(test::id<ResourceId>())), Code::NotFound);
        KW_REFUSED(model.run(into(abroad)), Code::CrossRegionRestoreRefused); // BKP-6
        const auto start = into(account);
        KW_OK(model.run(start));
        const auto *job = model.estate.job(start.job);
        QVERIFY(job && job->staging.empty()); // nothing lies in the clear on the way
        QCOMPARE(workOf<RestoreWork>(*job)->target, std::string("files/restored"));
    }

    void BKP_18_aKeyAtCreationNeedsItsSubscriptionListed()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "k1");
        const auto identity = model.userIdentity("uami");
        const auto create = [&](const char *name, const char *type) {
            return command::CreateResource{
                test::id<ResourceId>(),
                type,
                test::must(ResourceName::from(name)),
                model.place(),
                {{"owner", "ada"}},
                command::KeyAtCreation{
                    .vault = vault, .key = key, .version = {}, .identity = identity, .job = test::id<JobId>()}};
        };
        const auto made = [&](const char *name) { return model.estate.resourceNamed(name) != nullptr; };
        KW_REFUSED(model.run(create("rsv1", "recovery-services-vault")), Code::KeyAtCreationNotListed);
        QVERIFY(!made("rsv1")); // all of it or nothing
        const auto home = *model.estate.subscriptionId(model.place().subscription);
        KW_OK(model.run(
            command::RegisterProvider{home, "Microsoft.RecoveryServices/KeyAtCreation", test::id<PrincipalId>()}));
        KW_REFUSED(model.run(create("rsv1", "recovery-services-vault")), Code::PermissionMissing); // BKP-8
        QVERIFY(!made("rsv1"));
        model.grant(vault, identity);
        const auto creation = create("rsv1", "recovery-services-vault");
        KW_OK(model.run(creation));
        const auto *resource = model.estate.resource(creation.id);
        QVERIFY(resource->binding && resource->binding->key == key && resource->binding->identity == identity);
        QVERIFY(resource->userIdentities.contains(identity));
        QCOMPARE(resource->tags.at("owner"), std::string("ada"));
        QVERIFY(model.estate.job(creation.key->job));
        KW_OK(model.run(create("files", "storage-account"))); // it concerns backup only
        KW_OK(model.run(command::UnregisterProvider{home, "Microsoft.RecoveryServices/KeyAtCreation"}));
        KW_REFUSED(model.run(create("rsv2", "recovery-services-vault")), Code::KeyAtCreationNotListed);
        KW_OK(model.run(command::CreateResource{test::id<ResourceId>(),
                                                "recovery-services-vault",
                                                test::must(ResourceName::from("rsv3")),
                                                model.place(),
                                                {}}));
    }

    /// What encrypts disks within a machine, and site recovery, have keys and rules of their own.
    void BKP_20_siteRecoveryIsSetOnItsOwn()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto recovery = model.resource("recovery1", "westeurope", "site-recovery");
        const auto bindingOf = [&](const ResourceId &id) { return model.estate.resource(id)->binding; };
        QVERIFY(bindingOf(bound.resource) && !bindingOf(recovery));
        const auto vault = model.vault("kv-recovery");
        const auto key = model.key(vault, "own");
        model.grant(vault, model.identity(recovery));
        KW_OK(model.run(model.binding(recovery, vault, key)));
        QVERIFY(bindingOf(recovery)->key == key && bindingOf(bound.resource)->key == bound.key);
        KW_OK(model.run(command::DeleteKey{key}, true)); // lost to the one
        const auto assessed = assess(model.estate, model.now);
        QVERIFY(assessed.bindings.find(recovery)->health == Health::Lost);
        QVERIFY(assessed.bindings.find(bound.resource)->health != Health::Lost);
    }

    void BKP_22_whatAScriptSavedInTheOlderFormIsToldAndNoOlderScriptFollowsANewerOne()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "cmk");
        const auto resource = model.resource("rsv1");
        model.grant(vault, model.identity(resource));
        auto older = model.binding(resource, vault, key);
        older.olderForm = true;
        const auto told = [&] {
            return std::ranges::any_of(findings(model.estate, assess(model.estate, model.now), model.now),
                                       [](const Finding &one) { return one.what.code == Code::KeyFormOlder; });
        };
        KW_OK(model.run(older));
        QVERIFY(model.estate.resource(resource)->binding->olderForm && told());
        // Another script of then can change it, without anything being lost; the window cannot without being told.
        older.job = test::id<JobId>();
        QVERIFY(irreversible(model.estate, older).empty());
        KW_OK(model.run(older));
        auto newer = model.binding(resource, vault, key);
        QVERIFY(irreversible(model.estate, newer).text().contains("scripts from before April 2021"));
        const auto plan = planEnable(
            model.estate,
            {.resource = resource, .vault = vault, .key = key, .version = {}, .newPrincipal = {}, .job = newer.job},
            model.now);
        QVERIFY(!plan.done() && plan.needsAcknowledgement()); // though the key is the same
        KW_OK(model.run(newer));
        QVERIFY(!model.estate.resource(resource)->binding->olderForm && !told());
        older.job = test::id<JobId>();
        KW_REFUSED(model.run(older), Code::KeyFormNewer);
        QVERIFY(irreversible(model.estate, newer).empty());
    }

    void BKP_22_onlyWhereThereWasAnOlderForm()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "cmk");
        const auto account = model.resource("st1", "westeurope", "storage-account");
        model.grant(vault, model.identity(account));
        auto older = model.binding(account, vault, key);
        older.olderForm = true;
        KW_REFUSED(model.run(older), Code::ValueInvalid);
    }

    void BKP_8_stepsGoInOrder()
    {
        test::Model model;
        const auto vault = model.vault("kv1", false);
        const auto key = model.key(vault, "cmk");
        const auto resource = model.resource("rsv1");
        const Goal goal{resource, vault, key, {}, test::id<PrincipalId>(), test::id<JobId>()};
        const auto next = [&] {
            const auto plan = planEnable(model.estate, goal, model.now);
            return plan.next() ? plan.next()->id : std::string();
        };
        KW_REFUSED(model.run(model.binding(resource, vault, key)), Code::IdentityMissing);
        QCOMPARE(next(), std::string("identity"));
        KW_REFUSED(model.run(command::SetAccessPolicy{vault, goal.newPrincipal, {Permission::Get}}),
                   Code::NotFound); // permission before identity
        KW_OK(model.run(command::EnableIdentity{resource, goal.newPrincipal}));
        QCOMPARE(next(), std::string("permission"));
        KW_REFUSED(model.run(model.binding(resource, vault, key)), Code::PermissionMissing);
        model.grant(vault, goal.newPrincipal);
        QCOMPARE(next(), std::string("protection"));
        KW_REFUSED(model.run(model.binding(resource, vault, key)), Code::ProfileProtection);
        KW_OK(model.run(command::UpdateVault{vault, {}, true, {}, {}, {}}));
        QCOMPARE(next(), std::string("bind"));
        KW_OK(model.run(model.binding(resource, vault, key)));
        QVERIFY(planEnable(model.estate, goal, model.now).done());
    }

    void MOD_7_bindingNeedsSoftDeleteAndPurgeProtection()
    {
        test::Model model;
        const auto vault = model.vault("kv1", false);
        const auto resource = model.resource("rsv1");
        model.grant(vault, model.identity(resource));
        const auto key = model.key(vault, "cmk");
        const auto refused = model.run(model.binding(resource, vault, key));
        KW_REFUSED(refused, Code::ProfileProtection);
        QVERIFY(message(refused.error()).find("purge protection") != std::string::npos);
        // A vault that came from outside without soft delete is refused just the same.
        Vault imported = *model.estate.vault(vault);
        imported.purgeProtection = true;
        imported.softDelete = false;
        model.estate.put(imported);
        const auto again = model.run(model.binding(resource, vault, key));
        KW_REFUSED(again, Code::ProfileProtection);
        QVERIFY(message(again.error()).find("soft delete") != std::string::npos);
    }

    void BKP_9_theIdentityStaysOn()
    {
        test::Model model;
        const auto resource = model.resource("rsv1");
        KW_REFUSED(model.run(command::DisableIdentity{resource}), Code::IdentityMissing);
        const auto id = model.identity(resource);
        QCOMPARE(model.estate.resource(resource)->identity, std::optional(id));
        const auto *principal = model.estate.principal(id);
        QCOMPARE(principal->tenant, std::string("tenant-a")); // principal id, tenant id and type can be read
        QVERIFY(principal->kind == PrincipalKind::SystemAssigned);
        KW_REFUSED(model.run(command::DisableIdentity{resource}, true), Code::IdentityPermanent);
        KW_REFUSED(model.run(command::EnableIdentity{resource, test::id<PrincipalId>()}), Code::AlreadyExists);
    }

    // MOD-10, BKP-11
    void BKP_11_missingPermissionsAreNamed_data()
    {
        QTest::addColumn<QString>("granted");
        QTest::addColumn<QString>("missing");
        QTest::newRow("none of wrap") << "get,list,unwrapKey" << "wrapKey";
        QTest::newRow("none of unwrap") << "get,list,wrapKey" << "unwrapKey";
        QTest::newRow("no get") << "list,wrapKey,unwrapKey" << "get";
        QTest::newRow("no list") << "get,wrapKey,unwrapKey" << "list";
        QTest::newRow("two") << "get,list" << "unwrapKey,wrapKey";
        QTest::newRow("all there") << "get,list,wrapKey,unwrapKey" << "";
    }
    void BKP_11_missingPermissionsAreNamed()
    {
        QFETCH(QString, granted);
        QFETCH(QString, missing);
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto resource = model.resource("rsv1");
        model.grant(vault, model.identity(resource), granted.toStdString());
        const auto done = model.run(model.binding(resource, vault, model.key(vault, "cmk")));
        if (missing.isEmpty()) {
            KW_OK(done);
        } else {
            KW_REFUSED(done, Code::PermissionMissing);
            QCOMPARE(done.error().arguments[0].text(), missing.toStdString());
        }
    }

    void BKP_13_theFormerVersionIsClaimedUntilOneLaterBackup()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto old = model.keyOf(bound.key).latest().id;
        KW_OK(model.run(
            command::RotateKey{bound.key, {test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, {}}}));
        KW_OK(model.run(command::FollowNewVersion{bound.resource, test::id<JobId>()}));
        QCOMPARE(claims(model.estate, model.keyOf(bound.key), old).size(), std::size_t(1));
        KW_REFUSED(model.run(command::UpdateKeyVersion{bound.key, old, false, {}, {}, {}, {}}), Code::LiveClaims);
        model.point(bound.resource);
        QVERIFY(claims(model.estate, model.keyOf(bound.key), old).empty());
        KW_OK(model.run(command::UpdateKeyVersion{bound.key, old, false, {}, {}, {}, {}}));
    }

    void BKP_13_aPinnedVersionIsNotFollowed()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "cmk");
        const auto resource = model.resource("rsv1");
        model.grant(vault, model.identity(resource));
        KW_OK(model.run(model.binding(resource, vault, key, true)));
        KW_OK(model.run(command::RotateKey{key, {test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, {}}}));
        KW_REFUSED(model.run(command::FollowNewVersion{resource, test::id<JobId>()}), Code::AlreadyExists);
    }

    void BKP_14_aKeyChangeShowsAmongTheJobsAndItsPropertiesCanBeRead()
    {
        test::Model model;
        const auto bound = model.bound();
        int changes = 0;
        for (const auto &[id, job] : model.estate.jobs())
            changes +=
                workOf<KeyChangeWork>(*job) && job->state == JobState::Succeeded && job->resource == bound.resource;
        QCOMPARE(changes, 1);
        const auto &binding = *model.estate.resource(bound.resource)->binding;
        QCOMPARE(binding.subscription, std::string("sub-a"));
        command::SetKey wrong = model.binding(bound.resource, bound.vault, bound.key, true);
        wrong.vaultSubscription = "sub-b"; // a key given by URI also needs the key vault's subscription
        KW_REFUSED(model.run(wrong), Code::ValueInvalid);
    }

    void BKP_16_theChecklistHasFiveItems()
    {
        test::Model model;
        const auto vault = model.vault("kv1", false);
        const auto key = model.key(vault, "cmk");
        const auto resource = model.resource("rsv1");
        const auto done = [&] {
            std::string out;
            for (const auto &item : protectionChecklist(model.estate, *model.estate.resource(resource)))
                out += item.done ? '1' : '0';
            return out;
        };
        QCOMPARE(done(), std::string("10000"));
        model.grant(vault, model.identity(resource));
        QCOMPARE(done(), std::string("11000"));
        KW_OK(model.run(command::UpdateVault{vault, {}, true, {}, {}, {}}));
        KW_OK(model.run(model.binding(resource, vault, key)));
        QCOMPARE(done(), std::string("11111"));
    }

    void BKP_21_protectingWithoutAKeyIsWarnedOf()
    {
        test::Model model;
        const auto plain = model.resource("plain");
        QVERIFY(irreversible(model.estate, backup(plain)).text().find("can never be set") != std::string::npos);
        QVERIFY(irreversible(model.estate, backup(model.bound().resource)).empty());
        KW_OK(model.run(backup(plain)));
        QVERIFY(irreversible(model.estate, backup(plain)).empty()); // said once; it is barred by now
    }

    // Mend 6
    void BKP_21_aScheduleIsWarnedOfAsWell()
    {
        test::Model model;
        const auto plain = model.resource("plain");
        BackupPolicy policy;
        policy.source = "/source";
        const auto warned = [&](const ResourceId &resource) {
            return irreversible(model.estate, command::SetBackupPolicy{resource, policy}).text();
        };
        QVERIFY(warned(plain).empty()); // a folder alone, or how long points are kept, protects nothing
        policy.every = Days(1);
        QVERIFY(warned(plain).find("can never be set") != std::string::npos);
        QVERIFY(warned(model.bound().resource).empty());
        KW_OK(model.run(backup(plain)));
        QVERIFY(warned(plain).empty());
    }

    // Mend 6
    void BKP_9_theIdentityOfABoundVaultCannotBeDeleted()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "cmk");
        const auto resource = model.resource("rsv1");
        const auto identity = model.userIdentity("shared"), spare = model.userIdentity("spare");
        for (const auto &one : {identity, spare}) {
            model.grant(vault, one);
            KW_OK(model.run(command::AssignIdentity{resource, one}));
        }
        auto bind = model.binding(resource, vault, key);
        bind.identity = identity;
        KW_OK(model.run(bind));
        for (const bool overriding : {false, true}) {
            const auto gone = model.run(command::DeletePrincipal{identity}, overriding);
            KW_REFUSED(gone, Code::IdentityPermanent);
            QVERIFY(remedy(gone.error()).find("cmk set-key rsv1") != std::string::npos);
            KW_REFUSED(model.run(command::UnassignIdentity{resource, identity}, overriding), Code::IdentityPermanent);
        }
        QVERIFY(!impactOf(model.estate, {command::DeletePrincipal{identity}}, test::owner,
                          model.now));                     // nor foreseen as possible
        KW_OK(model.run(command::DeletePrincipal{spare})); // it goes by another one
        const auto next = model.userIdentity("next");
        model.grant(vault, next);
        KW_OK(model.run(command::AssignIdentity{resource, next}));
        bind = model.binding(resource, vault, key);
        bind.identity = next;
        KW_OK(model.run(bind));
        KW_OK(model.run(command::DeletePrincipal{identity}));
    }

    // Mend F
    void BKP_5_whatNoGrantCanMendIsSaidFirst()
    {
        test::Model model;
        const auto far = model.vault("kv-far", true, "eastus");
        const auto here = model.vault("kv1");
        const auto resource = model.resource("rsv1");
        const auto fit = [&](const VaultId &vault, const KeyId &key) {
            return model.run(model.binding(resource, vault, key));
        };
        const auto farKey = model.key(far, "cmk"), ec = model.key(here, "ec", test::must(KeySpec::ec("P-256"))),
                   big = model.key(here, "big", test::must(KeySpec::rsa(4096)));
        for (int round = 0; round < 2; ++round) { // without an identity, and with one that was granted nothing
            KW_REFUSED(fit(far, farKey), Code::ProfileRegion);
            KW_REFUSED(fit(here, ec), Code::ProfileKeyKind);
            KW_REFUSED(fit(here, big), Code::ProfileKeySize);
            if (round == 0) model.identity(resource);
        }
    }

    void MOD_12_oneKeyProtectsSeveralResources()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto second = model.resource("rsv2", "westeurope", "recovery-services-vault-2");
        model.grant(bound.vault, model.identity(second));
        KW_OK(model.run(model.binding(second, bound.vault, bound.key)));
        QCOMPARE(claims(model.estate, model.keyOf(bound.key)).size(), std::size_t(2));
        QCOMPARE(model.estate.dependantsOf(bound.key).size(), std::size_t(2));
    }

    void MOD_14_tenantsMustBeTheSame()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "cmk");
        const auto resource = model.resource("rsv1");
        const auto principal = model.identity(resource);
        Vault foreign = *model.estate.vault(vault);
        foreign.place.tenant = "tenant-b";
        foreign.policies[principal] = test::must(PermissionSet::from("get,list,wrapKey,unwrapKey"));
        model.estate.put(foreign);
        KW_REFUSED(model.run(model.binding(resource, vault, key)), Code::ProfileTenant);
        QCOMPARE(authorize(model.estate,
                           {principal, vault, key, model.keyOf(key).latest().id, Permission::WrapKey, model.now})
                     .rule,
                 Decision::Rule::ForeignTenant);
    }

    void retentionKeepsTheNewest()
    {
        test::Model model;
        const auto bound = model.bound();
        std::vector<PointId> points;
        for (int i = 0; i < 5; ++i) {
            points.push_back(model.point(bound.resource));
            model.now += Days(1);
        }
        BackupPolicy policy;
        policy.keepLast = 2;
        KW_OK(model.run(command::SetBackupPolicy{bound.resource, policy}));
        QCOMPARE(dueCommands(model.estate, model.now).size(), std::size_t(3));
        policy.keepLast = 0;
        policy.keepFor = std::chrono::hours(1);
        KW_OK(model.run(command::SetBackupPolicy{bound.resource, policy}));
        const auto due = dueCommands(model.estate, model.now);
        QCOMPARE(due.size(), std::size_t(4)); // the newest always stays
        for (const auto &command : due) QVERIFY(std::get<command::DeletePoint>(command.action).point != points.back());
    }

    void deletingAResourceTakesItsIdentityAndGrantsAlong()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto point = model.point(bound.resource);
        KW_REFUSED(model.run(command::DeleteResource{bound.resource}), Code::VaultNotEmpty);
        KW_OK(model.run(command::DeletePoint{point}));
        KW_OK(model.run(command::DeleteResource{bound.resource}));
        QVERIFY(!model.estate.principal(bound.principal));
        QVERIFY(model.estate.vault(bound.vault)->policies.empty());
        QVERIFY(claims(model.estate, model.keyOf(bound.key)).empty());
        KW_OK(model.run(command::DeleteKey{bound.key}));
    }
};

QTEST_GUILESS_MAIN(TestBindingRules)
#include "tst_binding_rules.moc"
