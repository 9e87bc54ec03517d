// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/estate/authorize.h"
#include "backend/estate/describe.h"

using namespace keyward;
using namespace keyward::estate;

class TestKeyRules : public QObject
{
    Q_OBJECT

    static Decision::Rule rule(const test::Model &model, const test::Desk::Bound &bound, Permission operation,
                               Instant at)
    {
        return authorize(model.estate, {bound.principal, bound.vault, bound.key,
                                        model.keyOf(bound.key).versions.front().id, operation, at})
            .rule;
    }

private Q_SLOTS:
    void VLT_3_versionsAndUris()
    {
        test::Model model;
        const auto vault = model.vault("Contoso");
        const auto key = model.key(vault, "cmk");
        const auto version = model.keyOf(key).latest();
        QCOMPARE(version.id.text().size(), std::size_t(32));
        QCOMPARE(keyUri(*model.estate.vault(vault), model.keyOf(key)),
                 std::string("https://contoso.vault.keyward.local/keys/cmk"));
        QCOMPARE(keyUri(*model.estate.vault(vault), model.keyOf(key), &version.id),
                 "https://contoso.vault.keyward.local/keys/cmk/" + version.id.text());
        // Over an existing name: its next version, and the preview says so. Of another kind: refused.
        const command::CreateKey again{test::id<KeyId>(),
                                       vault,
                                       test::must(KeyName::from("CMK")),
                                       {},
                                       {test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, {}}};
        QVERIFY(describe(model.estate, Action(again)).text().starts_with("Create version 2 of key"));
        KW_OK(model.run(again));
        QCOMPARE(model.keyOf(key).versions.size(), std::size_t(2));
        QVERIFY(!model.estate.key(again.id));
        auto other = again;
        other.spec = test::must(KeySpec::rsa(3072));
        other.first.id = test::id<VersionId>();
        KW_REFUSED(model.run(other), Code::SpecDiffers);
    }

    void VLT_4_symmetricKeysNeedAManagedHsm()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        KW_REFUSED(model.run(command::CreateKey{test::id<KeyId>(),
                                                vault,
                                                test::must(KeyName::from("aes")),
                                                test::must(KeySpec::oct(256)),
                                                {test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, {}}}),
                   Code::KindNeedsManagedHsm);
        // -HSM kinds: in premium vaults, which then have to stay premium; a managed HSM needs a token.
        const auto hsm = test::must(KeySpec::from("RSA-HSM", 2048, ""));
        const auto inHsm = [&](const VaultId &into) {
            return command::CreateKey{test::id<KeyId>(),
                                      into,
                                      test::must(KeyName::from("h")),
                                      hsm,
                                      {test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, {}}};
        };
        KW_REFUSED(model.run(inHsm(vault)), Code::KindNeedsPremium);
        command::UpdateVault tier{vault, {}, {}, {}, {}, Tier::Premium};
        KW_OK(model.run(tier));
        KW_OK(model.run(inHsm(vault)));
        QCOMPARE(model.estate.keyNamed(vault, "h")->spec.text(), std::string("RSA-HSM 2048"));
        tier.tier = Tier::Standard;
        KW_REFUSED(model.run(tier), Code::TierHolds);
        tier.tier = Tier::ManagedHsm;
        KW_REFUSED(model.run(tier), Code::ManagedHsmNeedsToken);
        KW_REFUSED(KeySpec::from("RSA-HSM", 1024, ""), Code::KeySpecUnsupported);
        KW_REFUSED(KeySpec::from("OKP", 256, ""), Code::KeySpecUnsupported);
        KW_REFUSED(KeySpec::rsa(1024), Code::KeySpecUnsupported);
        KW_REFUSED(KeySpec::ec("P-192"), Code::KeySpecUnsupported);
        KW_REFUSED(KeySpec::oct(64), Code::KeySpecUnsupported);
    }

    void VLT_5_stateDecidesWhatAVersionMayDo_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *state, const char *operation, bool allowed) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(state), QLatin1String(operation))))
                << state << operation << allowed;
        };
        for (const auto *operation : {"encrypt", "wrapKey", "sign"}) {
            row("enabled", operation, true);
            row("disabled", operation, false);
            row("early", operation, false);
            row("expired", operation, false);
            row("deleted", operation, false);
        }
        for (const auto *operation : {"decrypt", "unwrapKey", "verify"}) {
            row("enabled", operation, true);
            row("disabled", operation, false);
            row("early", operation, true);
            row("expired", operation, true);
            row("deleted", operation, false);
        }
        row("disabled", "get", true);
    }
    void VLT_5_stateDecidesWhatAVersionMayDo()
    {
        QFETCH(QString, state);
        QFETCH(QString, operation);
        QFETCH(bool, allowed);
        test::Model model;
        const auto bound = model.bound();
        model.grant(bound.vault, bound.principal, "get,list,encrypt,decrypt,wrapKey,unwrapKey,sign,verify");
        const auto version = model.keyOf(bound.key).latest().id;
        command::UpdateKeyVersion update{bound.key, version, {}, {}, {}, {}, {}};
        if (state == QLatin1String("disabled")) update.enabled = false;
        if (state == QLatin1String("early")) update.notBefore = std::optional(model.now + Days(1));
        if (state == QLatin1String("expired")) update.expires = std::optional(model.now - Days(1));
        KW_OK(model.run(update, true));
        if (state == QLatin1String("deleted")) KW_OK(model.run(command::DeleteKey{bound.key}, true));
        const auto wanted = test::must(PermissionSet::from(operation.toStdString()));
        Permission permission{};
        for (unsigned i = 0; i < permissionCount; ++i)
            if (wanted.has(static_cast<Permission>(i))) permission = static_cast<Permission>(i);
        const auto decision =
            authorize(model.estate, {bound.principal, bound.vault, bound.key, version, permission, model.now});
        QCOMPARE(decision.allowed(), allowed);
        if (allowed) return;
        const auto text = message(*decision.refusal); // every refusal names its reason
        const auto expected = state == QLatin1String("early")     ? "not valid before"
                              : state == QLatin1String("expired") ? "expired on"
                              : state == QLatin1String("deleted") ? "is deleted"
                                                                  : "is disabled";
        QVERIFY2(text.find(expected) != std::string::npos, text.c_str());
    }

    void VLT_5_operationsCanBeNarrowed()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto version = model.keyOf(bound.key).latest().id;
        KW_OK(model.run(
            command::UpdateKeyVersion{bound.key, version, {}, {}, {}, {}, PermissionSet{Permission::UnwrapKey}}, true));
        QCOMPARE(rule(model, bound, Permission::WrapKey, model.now), Decision::Rule::OperationNotOnKey);
        QCOMPARE(rule(model, bound, Permission::UnwrapKey, model.now), Decision::Rule::Granted);
        const auto ec = model.key(bound.vault, "ec", test::must(KeySpec::ec("P-256")));
        KW_REFUSED(model.run(command::UpdateKeyVersion{
                       ec, model.keyOf(ec).latest().id, {}, {}, {}, {}, PermissionSet{Permission::WrapKey}}),
                   Code::ValueInvalid);
        KW_REFUSED(model.run(command::UpdateKeyVersion{bound.key,
                                                       version,
                                                       {},
                                                       std::optional(model.now + Days(2)),
                                                       std::optional(model.now + Days(1)),
                                                       {},
                                                       {}},
                             true),
                   Code::ValidityInverted);
    }

    void VLT_6_deleteRecoverPurge()
    {
        test::Model model;
        const auto vault = model.vault("kv1", false);
        const auto key = model.key(vault, "k");
        KW_REFUSED(model.run(command::PurgeKey{key}), Code::KeyNotDeleted);
        KW_OK(model.run(command::DeleteKey{key}));
        KW_REFUSED(model.run(command::CreateKey{test::id<KeyId>(),
                                                vault,
                                                test::must(KeyName::from("k")),
                                                {},
                                                {test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, {}}}),
                   Code::NameInDeletedState);
        KW_REFUSED(
            model.run(command::RotateKey{key, {test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, {}}}),
            Code::KeyDeleted);
        KW_OK(model.run(command::RecoverKey{key}));
        QVERIFY(!model.keyOf(key).deleted);
        KW_OK(model.run(command::DeleteKey{key}));
        KW_OK(model.run(command::PurgeKey{key}));
        QVERIFY(!model.estate.key(key));
        QVERIFY(!model.estate.keyNamed(vault, "k"));
    }

    void VLT_6_purgeProtectionHoldsUntilRetentionEndsThenItHappensByItself()
    {
        test::Model model;
        const auto vault = model.vault("kv1", true);
        const auto key = model.key(vault, "k");
        KW_OK(model.run(command::DeleteKey{key}));
        KW_REFUSED(model.run(command::PurgeKey{key}, true), Code::PurgeProtected); // no override helps
        model.now += Days(89);
        KW_REFUSED(model.run(command::PurgeKey{key}), Code::PurgeProtected);
        QVERIFY(dueCommands(model.estate, model.now).empty());
        model.now += Days(1);
        const auto due = dueCommands(model.estate, model.now);
        QCOMPARE(due.size(), std::size_t(1));
        KW_OK(model.run(due[0].action, due[0].overrideClaims));
        QVERIFY(!model.estate.key(key));
    }

    void MOD_5_aKeyInUseIsNotDeletedUnlessOverridden()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto refused = model.run(command::DeleteKey{bound.key});
        KW_REFUSED(refused, Code::LiveClaims);
        QVERIFY(message(refused.error()).find("Recovery Services vault 'rsv1'") != std::string::npos);
        QVERIFY(remedy(refused.error()).find("Disabling it instead can be undone") != std::string::npos);
        QVERIFY(!model.keyOf(bound.key).deleted);
        KW_OK(model.run(command::DeleteKey{bound.key}, true));
        KW_REFUSED(model.run(command::PurgeVault{bound.vault}), Code::NotDeleted);
    }

    void MOD_5_everyWayToLoseAKeyIsGuarded()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto version = model.keyOf(bound.key).latest().id;
        KW_REFUSED(model.run(command::UpdateKeyVersion{bound.key, version, false, {}, {}, {}, {}}), Code::LiveClaims);
        KW_REFUSED(model.run(command::DeleteVault{bound.vault}), Code::LiveClaims);
        KW_REFUSED(model.run(command::RemoveAccessPolicy{bound.vault, bound.principal}), Code::OverrideNeeded);
        KW_REFUSED(model.run(command::SetAccessPolicy{bound.vault, bound.principal, {Permission::Get}}),
                   Code::OverrideNeeded);
        KW_REFUSED(model.run(command::UpdateKeyVersion{
                       bound.key, version, {}, {}, std::optional(model.now - Days(1)), {}, {}}),
                   Code::OverrideNeeded);
        KW_REFUSED(
            model.run(command::UpdateKeyVersion{bound.key, version, {}, {}, {}, {}, PermissionSet{Permission::Verify}}),
            Code::OverrideNeeded);
        KW_OK(model.run(command::SetAccessPolicy{
            bound.vault, bound.principal,
            test::must(PermissionSet::from("get,list,wrapKey,unwrapKey,sign"))})); // more is no loss
    }

    void MOD_6_aKeyWithoutCurrentBackupIsFlagged()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto flagged = [&] {
            const auto health = assess(model.estate, *model.estate.resource(bound.resource), model.now);
            return std::ranges::any_of(health.reasons, [](const Reason &reason) {
                return reason.text().find("no backup of its newest version") != std::string::npos;
            });
        };
        QVERIFY(!model.keyOf(bound.key).backupIsCurrent() && flagged()); // when created
        model.now += Days(1);
        KW_OK(model.run(command::NoteKeyBackup{bound.key}));
        QVERIFY(model.keyOf(bound.key).backupIsCurrent() && !flagged());
        model.now += Days(1);
        KW_OK(model.run(command::RotateKey{
            bound.key, {test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, {}}})); // and when rotated
        QVERIFY(!model.keyOf(bound.key).backupIsCurrent() && flagged());
    }

    void VLT_8_rotationKeepsOldVersionsWorking()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto old = model.keyOf(bound.key).latest().id;
        KW_OK(model.run(
            command::RotateKey{bound.key, {test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, {}}}));
        QVERIFY(model.keyOf(bound.key).latest().id != old);
        QVERIFY(
            authorize(model.estate, {bound.principal, bound.vault, bound.key, old, Permission::UnwrapKey, model.now})
                .allowed());
    }

    // Mend 36
    void VLT_8_aNextVersionTakesOverWhatTheFormerAllowed()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const command::VersionSeed first{
            test::id<VersionId>(),
            test::id<RecordId>(),
            true,
            {},
            std::optional(std::optional(model.now + Days(90) - std::chrono::seconds(2))), // asked 2 s before
            Tags{{"owner", "me"}},
            PermissionSet{Permission::Sign, Permission::Verify}};
        const auto id = test::id<KeyId>();
        KW_OK(model.run(command::CreateKey{id, vault, test::must(KeyName::from("signer")), {}, first}));
        model.now += Days(30);
        const auto seed = [] { return command::VersionSeed{test::id<VersionId>(), test::id<RecordId>()}; };
        const auto same = [&](const KeyVersion &version) {
            QCOMPARE(version.operations.text(), std::string("verify,sign"));
            QVERIFY(version.tags == (Tags{{"owner", "me"}}));
            QCOMPARE(version.expires, std::optional(model.now + Days(90))); // as long as the one before it
            QVERIFY(version.enabled && !version.notBefore);
        };
        const std::vector<Action> ways{
            command::RotateKey{id, seed()},
            command::CreateKey{test::id<KeyId>(), vault, test::must(KeyName::from("signer")), {}, seed()},
            command::ImportKey{
                test::id<KeyId>(), vault, test::must(KeyName::from("signer")), {}, seed(), {4, 2}, "PEM"}};
        for (const auto &way : ways) {
            const auto former = model.keyOf(id).latest().id;
            const auto sentence = describe(model.estate, way).text(); // and says which, and from where
            QVERIFY2(sentence.ends_with("taken over from version " + former.text() +
                                        ": operations verify,sign; tags owner=me; 90 days of validity"),
                     sentence.c_str());
            KW_OK(model.run(way));
            same(model.keyOf(id).latest());
            model.now += Days(1);
        }
        // Each told otherwise, by itself.
        auto other = seed();
        other.operations = PermissionSet{Permission::Verify};
        KW_OK(model.run(command::RotateKey{id, other}));
        QCOMPARE(model.keyOf(id).latest().operations.text(), std::string("verify"));
        QVERIFY(model.keyOf(id).latest().expires);
        other = seed();
        other.tags = Tags{};
        KW_OK(model.run(command::RotateKey{id, other}));
        QVERIFY(model.keyOf(id).latest().tags.empty());
        other = seed();
        other.expires = std::optional<Instant>{};
        QVERIFY(!describe(model.estate, command::RotateKey{id, other}).text().contains("validity"));
        KW_OK(model.run(command::RotateKey{id, other}));
        QVERIFY(!model.keyOf(id).latest().expires);
    }

    // Mend 36
    void MOD_4_aKeyForTransferBlobsStaysOne()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto id = test::id<KeyId>();
        command::VersionSeed seed{test::id<VersionId>(), test::id<RecordId>()};
        seed.operations = PermissionSet{Permission::Import};
        KW_OK(model.run(command::CreateKey{id, vault, test::must(KeyName::from("kek")), {}, seed}));
        KW_OK(model.run(command::RotateKey{id, {test::id<VersionId>(), test::id<RecordId>()}}));
        QCOMPARE(model.keyOf(id).latest().operations.text(), std::string("import"));
        // A first version has nobody to take over from.
        const command::CreateKey fresh{test::id<KeyId>(),
                                       vault,
                                       test::must(KeyName::from("other")),
                                       {},
                                       {test::id<VersionId>(), test::id<RecordId>()}};
        QVERIFY(!describe(model.estate, fresh).text().contains("taken over"));
    }

    // Mend 36
    void VLT_5_noVersionIsBornExpired()
    {
        test::Model model;
        const auto key = model.key(model.vault("kv1"), "k");
        const auto version = model.keyOf(key).latest().id;
        KW_OK(model.run(command::UpdateKeyVersion{key, version, {}, {}, std::optional(model.now - Days(3)), {}, {}}));
        command::VersionSeed next{test::id<VersionId>(), test::id<RecordId>()};
        const auto refused = model.run(command::RotateKey{key, next});
        KW_REFUSED(refused, Code::ValidityInverted);
        QVERIFY(remedy(refused.error()).find("--no-expiry") != std::string::npos);
        next.expires = std::optional(model.now + Days(9));
        KW_OK(model.run(command::RotateKey{key, next}));
        // A later beginning moves the end with it.
        command::VersionSeed later{test::id<VersionId>(), test::id<RecordId>()};
        later.notBefore = std::optional(model.now + Days(20));
        KW_OK(model.run(command::RotateKey{key, later}));
        QCOMPARE(model.keyOf(key).latest().expires, std::optional(model.now + Days(29)));
    }

    void VLT_9_thePolicyDecidesPerOperation()
    {
        test::Model model;
        const auto bound = model.bound();
        for (unsigned i = 0; i < permissionCount; ++i) {
            const auto operation = static_cast<Permission>(i);
            const bool granted =
                PermissionSet{Permission::Get, Permission::List, Permission::WrapKey, Permission::UnwrapKey}.has(
                    operation);
            QCOMPARE(rule(model, bound, operation, model.now),
                     granted ? Decision::Rule::Granted : Decision::Rule::PolicyLacks);
        }
        const auto stranger = model.identity(model.resource("rsv9"));
        QCOMPARE(authorize(model.estate, {stranger, bound.vault, bound.key, model.keyOf(bound.key).latest().id,
                                          Permission::Get, model.now})
                     .rule,
                 Decision::Rule::NoPolicy);
    }
};

QTEST_GUILESS_MAIN(TestKeyRules)
#include "tst_key_rules.moc"
