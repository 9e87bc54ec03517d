// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/estate/authorize.h"

using namespace keyward;
using namespace keyward::estate;

class TestVaultRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void VLT_1_namesAreUniqueWithoutRegardToCase()
    {
        test::Model model;
        const auto id = model.vault("Contoso");
        const auto *vault = model.estate.vault(id);
        QCOMPARE(vault->place.region.text(), std::string("westeurope"));
        QCOMPARE(vault->place.tenant, std::string("tenant-a"));
        QCOMPARE(vault->place.subscription, std::string("sub-a"));
        QCOMPARE(vault->place.resourceGroup, std::string("default"));
        const command::CreateVault again{
            test::id<VaultId>(), test::must(VaultName::from("CONTOSO")), vault->place, {}, {}, false, 90};
        KW_REFUSED(model.run(again), Code::AlreadyExists);
    }

    void VLT_2_softDeleteIsOnAndProtectionsAreForGood()
    {
        test::Model model;
        const auto id = model.vault("kv1", false);
        QVERIFY(model.estate.vault(id)->softDelete);
        KW_REFUSED(model.run(command::UpdateVault{id, false, {}, {}, {}, {}}), Code::SoftDeletePermanent);
        KW_OK(model.run(command::UpdateVault{id, {}, true, {}, {}, {}}));
        QVERIFY(model.estate.vault(id)->purgeProtection);
        KW_REFUSED(model.run(command::UpdateVault{id, {}, false, {}, {}, {}}), Code::PurgeProtectionPermanent);
        QVERIFY(model.estate.vault(id)->purgeProtection);
    }

    void VLT_2_retentionIsSevenToNinetyDaysAndFixed()
    {
        test::Model model;
        const auto place = model.estate.vault(model.vault("kv1"))->place;
        const auto withRetention = [&](const char *name, unsigned days) {
            return command::CreateVault{
                test::id<VaultId>(), test::must(VaultName::from(name)), place, {}, {}, false, days};
        };
        KW_REFUSED(model.run(withRetention("kv6", 6)), Code::RetentionOutOfRange);
        KW_REFUSED(model.run(withRetention("kv91", 91)), Code::RetentionOutOfRange);
        KW_OK(model.run(withRetention("kv7", 7)));
        QCOMPARE(model.estate.vaultNamed("kv1")->retentionDays, 90u);
        KW_REFUSED(model.run(command::UpdateVault{model.estate.vaultNamed("kv7")->id, {}, {}, 30u, {}, {}}),
                   Code::RetentionFixed);
    }

    void VLT_6_deletedVaultsComeBackWithTheirGrants()
    {
        test::Model model;
        const auto bound = model.bound();
        KW_OK(model.run(command::DeleteVault{bound.vault}, true));
        KW_REFUSED(model.run(command::CreateVault{test::id<VaultId>(),
                                                  test::must(VaultName::from("kv-rsv1")),
                                                  model.estate.vault(bound.vault)->place,
                                                  {},
                                                  {},
                                                  false,
                                                  90}),
                   Code::NameInDeletedState);
        KW_REFUSED(model.run(command::SetAccessPolicy{bound.vault, bound.principal, {Permission::Get}}),
                   Code::IsDeleted);
        KW_OK(model.run(command::RecoverVault{bound.vault}));
        QCOMPARE(model.estate.vault(bound.vault)->policies.size(), std::size_t(1));
        KW_REFUSED(model.run(command::RecoverVault{bound.vault}), Code::NotDeleted);
    }

    void MOD_8_accessIsTakenAwayPerPrincipal()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto other = model.identity(model.resource("rsv2"));
        model.grant(bound.vault, other);
        const auto version = model.keyOf(bound.key).latest().id;
        const auto may = [&](const PrincipalId &who) {
            return authorize(model.estate, {who, bound.vault, bound.key, version, Permission::UnwrapKey, model.now})
                .allowed();
        };
        QVERIFY(may(bound.principal) && may(other));
        KW_OK(model.run(command::RemoveAccessPolicy{bound.vault, bound.principal}, true));
        QVERIFY(!may(bound.principal) && may(other));
    }

    void policiesNameOnlyKnownPrincipalsAndPermissions()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        KW_REFUSED(model.run(command::SetAccessPolicy{vault, test::id<PrincipalId>(), {Permission::Get}}),
                   Code::NotFound);
        KW_REFUSED(model.run(command::SetAccessPolicy{vault, model.identity(model.resource("rsv1")), {}}),
                   Code::ValueInvalid);
        KW_REFUSED(PermissionSet::from("get,fly"), Code::ValueInvalid);
        QCOMPARE(test::must(PermissionSet::from("GET,wrapkey")).text(), std::string("get,wrapKey"));
    }
};

QTEST_GUILESS_MAIN(TestVaultRules)
#include "tst_vault_rules.moc"
