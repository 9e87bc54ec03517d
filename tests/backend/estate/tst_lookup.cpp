// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people and scripts write, and what is meant by it: identifiers of keys, regions.

#include "tests/support/fixture.h"

#include "backend/estate/lookup.h"
#include "backend/estate/regions.h"

using namespace keyward;
using namespace keyward::estate;

class TestLookup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Mend 14
    void BKP_13_aKeyElsewhereIsNotTakenForOneHere_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<unsigned>("code");
        const auto row = [](const char *uri, Code code) {
            QTest::newRow(uri) << QString::fromLatin1(uri) << static_cast<unsigned>(code);
        };
        row("https://kv1.vault.evil.example/keys/cmk", Code::KeyUriForeign);
        row("https://kv1.vault.keyward.local.evil.example/keys/cmk", Code::KeyUriForeign);
        row("https://kv1.vault.keyward.local./keys/cmk", Code::KeyUriForeign);
        row("https://kv1/keys/cmk", Code::KeyUriForeign);
        row("https://kv1.managedhsm.keyward.local/keys/cmk", Code::KeyUriForeign);
        row("https://evil.kv1.vault.keyward.local/keys/cmk", Code::KeyUriForeign);
        row("https:///keys/cmk", Code::KeyUriForeign);
        row("https://kv9.vault.keyward.local/keys/cmk", Code::NotFound);
        row("http://kv1.vault.keyward.local/keys/cmk", Code::ValueInvalid);
        row("ftp://kv1.vault.keyward.local/keys/cmk", Code::ValueInvalid);
        row("://kv1.vault.keyward.local/keys/cmk", Code::ValueInvalid);
        row("https://kv1.vault.keyward.local:8443/keys/cmk", Code::ValueInvalid);
        row("https://somebody@kv1.vault.keyward.local/keys/cmk", Code::ValueInvalid);
        row("https://kv1.vault.keyward.local@evil.example/keys/cmk", Code::ValueInvalid);
        row("https://kv1.vault.keyward.local/keys/cmk?api-version=7.4", Code::ValueInvalid);
        row("https://kv1.vault.keyward.local/keys/cmk#x", Code::ValueInvalid);
        row("https://kv1.vault.keyward.local/secrets/cmk", Code::ValueInvalid);
        row("https://kv1.vault.keyward.local/x/keys/cmk", Code::ValueInvalid);
        row("https://kv1.vault.keyward.local/keys/cmk/00000000000000000000000000000000/x", Code::ValueInvalid);
        row("https://kv1.vault.keyward.local/keys/cmk/", Code::ValueInvalid);
        row("https://kv1.vault.keyward.local/keys/", Code::NotFound);
        row("https://kv1.vault.keyward.local", Code::ValueInvalid);
        row("https://kv1.vault.keyward.local/keys/cmk/00000000000000000000000000000000", Code::NotFound);
    }
    void BKP_13_aKeyElsewhereIsNotTakenForOneHere()
    {
        QFETCH(QString, uri);
        QFETCH(unsigned, code);
        test::Model model;
        model.key(model.vault("kv1"), "cmk");
        KW_REFUSED(keyAt(model.estate, uri.toStdString()), static_cast<Code>(code));
    }

    // Mend 14
    void BKP_13_aUriStaysOnItsVersionAPickedKeyFollows()
    {
        test::Model model;
        const auto key = model.key(model.vault("kv1"), "cmk");
        const auto first = model.keyOf(key).latest().id;
        KW_OK(model.run(command::RotateKey{key, {test::id<VersionId>(), test::id<RecordId>()}}));
        const auto second = model.keyOf(key).latest().id;
        const auto pinned = [&](const std::string &path) {
            return pinnedVersion(test::must(keyAt(model.estate, path)), model.now);
        };
        QVERIFY(!pinned("kv1/cmk"));
        QVERIFY(pinned("kv1/cmk/" + first.text()) == first);
        QVERIFY(pinned("https://kv1.vault.keyward.local/keys/cmk") == second);
        QVERIFY(pinned("HTTPS://KV1.vault.Keyward.local/keys/CMK") == second); // scheme, host and names fold
        QVERIFY(pinned("https://kv1.vault.keyward.local/keys/cmk/" + first.text()) == first);
        KW_OK(model.run(command::UpdateKeyVersion{key, second, false, {}, {}, {}, {}}));
        QVERIFY(pinned("https://kv1.vault.keyward.local/keys/cmk") == first); // the newest that can be used now
    }

    // Mend 14
    void BKP_14_aUriComesWithTheSubscriptionOfItsVault()
    {
        test::Model model;
        model.key(model.vault("kv1"), "cmk");
        KW_OK(model.run(command::CreateSubscription{test::id<SubscriptionId>(), test::must(DisplayName::from("Other")),
                                                    model.estate.settings().tenant}));
        const auto byName = test::must(keyAt(model.estate, "kv1/cmk"));
        const auto byUri = test::must(keyAt(model.estate, "https://kv1.vault.keyward.local/keys/cmk"));
        KW_OK(subscriptionFits(model.estate, byName, ""));
        KW_REFUSED(subscriptionFits(model.estate, byUri, ""), Code::Usage);
        QVERIFY(remedy(subscriptionFits(model.estate, byUri, "").error())
                    .contains("--key-vault-subscription 'Default subscription'"));
        for (const auto &path : {byName, byUri}) {
            KW_OK(subscriptionFits(model.estate, path, "default SUBSCRIPTION"));
            KW_OK(subscriptionFits(model.estate, path, model.estate.settings().subscription));
            KW_REFUSED(subscriptionFits(model.estate, path, "Other"), Code::ValueInvalid);
            KW_REFUSED(subscriptionFits(model.estate, path, "nowhere"), Code::NotFound);
        }
    }

    // Mend F
    void MOD_14_regionsAreThePlatforms()
    {
        test::Model model;
        const auto &platform = model.estate.catalogue().platform();
        QCOMPARE(test::must(regionFrom(platform, "westeurope")).text(), std::string("westeurope"));
        QCOMPARE(test::must(regionFrom(platform, "West Europe")).text(), std::string("westeurope"));
        QCOMPARE(test::must(regionFrom(platform, "UAE North")).text(), std::string("uaenorth"));
        for (const auto *bad : {"mars", "", " ", "west-europe", "westeurope2", "ｗesteurope\xff", "West\tEurope"})
            KW_REFUSED(regionFrom(platform, bad), Code::ValueInvalid);
        QVERIFY(message(regionFrom(platform, "West Europa").error()).contains("did you mean westeurope?"));
        QVERIFY(!message(regionFrom(platform, "mars").error()).contains("did you mean"));
        const auto mars = model.place("mars");
        const auto before = model.estate.settings().subscription;
        KW_REFUSED(model.run(command::CreateVault{
                       test::id<VaultId>(), test::must(VaultName::from("kv2")), mars, Tier::Standard, {}, true, 90}),
                   Code::ValueInvalid);
        KW_REFUSED(
            model.run(command::CreateResource{
                test::id<ResourceId>(), "recovery-services-vault", test::must(ResourceName::from("rsv9")), mars, {}}),
            Code::ValueInvalid);
        KW_REFUSED(model.run(command::CreateGroup{test::id<GroupId>(), before, test::must(ResourceGroupName::from("g")),
                                                  mars.region}),
                   Code::ValueInvalid);
        KW_REFUSED(
            model.run(command::CreateUserIdentity{test::id<PrincipalId>(), test::must(DisplayName::from("i")), mars}),
            Code::ValueInvalid);
        KW_REFUSED(model.run(command::CreateNetwork{test::id<NetworkId>(),
                                                    test::must(ResourceName::from("net")),
                                                    mars,
                                                    {test::must(IpRange::from("10.0.0.0/8"))}}),
                   Code::ValueInvalid);
    }
};

QTEST_GUILESS_MAIN(TestLookup)
#include "tst_lookup.moc"
