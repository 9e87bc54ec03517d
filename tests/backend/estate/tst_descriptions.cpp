// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sentences, command lines, names as people write them, findings, saved wizards.

#include "backend/estate/apply.h"
#include "backend/estate/describe.h"
#include "backend/estate/describe_line.h"
#include "backend/estate/findings.h"
#include "backend/estate/fresh_ids.h"
#include "backend/estate/lookup.h"
#include "backend/estate/overloaded.h"
#include "backend/estate/told.h"
#include "tests/support/fixture.h"

#include <QTest>

using namespace keyward;
using namespace keyward::estate;
using namespace keyward::test;

class TestDescriptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CON_8_whatTheWindowDoesHasACommandLine()
    {
        Model model;
        const auto bound = model.bound();
        const auto point = model.point(bound.resource);
        const auto version = model.keyOf(bound.key).latest().id;
        const Action actions[] = {
            command::CreateVault{
                {}, must(VaultName::from("kv9")), {must(Region::from("westeurope")), {}, {}, {}}, {}, {}, true, 90},
            command::DeleteVault{bound.vault},
            command::RecoverVault{bound.vault},
            command::PurgeVault{bound.vault},
            command::UpdateVault{bound.vault, {}, true, {}, {}, {}},
            command::CreateKey{{}, bound.vault, must(KeyName::from("k")), must(KeySpec::ec("P-256")), {}},
            command::RotateKey{bound.key, {}},
            command::UpdateKeyVersion{bound.key, version, false, {}, {}, {}, {}},
            command::DeleteKey{bound.key},
            command::RecoverKey{bound.key},
            command::PurgeKey{bound.key},
            command::SetAccessPolicy{bound.vault, bound.principal, {Permission::Get}},
            command::RemoveAccessPolicy{bound.vault, bound.principal},
            command::CreateResource{{},
                                    "recovery-services-vault",
                                    must(ResourceName::from("r9")),
                                    {must(Region::from("westeurope")), {}, {}, {}},
                                    {}},
            command::DeleteResource{bound.resource},
            command::EnableIdentity{bound.resource, {}},
            command::SetKey{bound.resource, bound.vault, bound.key, {}, {}, {}},
            command::StartBackup{bound.resource, {}, {}, {}, "/a"},
            command::StartRestore{{}, point, "/b", {}, {}},
            command::DeletePoint{point}};
        for (const auto &action : actions) {
            const auto line = commandLine(model.estate, action);
            QVERIFY2(line.starts_with("keywardctl "), std::string(operationName(action)).c_str());
            QVERIFY(line.find("  ") == std::string::npos && !line.ends_with(' '));
        }
        QCOMPARE(commandLine(model.estate, command::StartBackup{bound.resource, {}, {}, {}, "/a b/it's"}),
                 std::string("keywardctl backup run rsv1 --source '/a b/it'\\''s'"));
    }

    /// Mend 23: whatever is named on a line is read back by a shell as one word, and options say all there is.
    void D23_linesAreQuotedAndComplete()
    {
        QCOMPARE(Line("a b").word("x y").option("--c", "it's").flag("--d").flag("--e", false).text(),
                 std::string("keywardctl a b 'x y' --c 'it'\\''s' --d"));
        QCOMPARE(Line("a").word("$(b)").word("").option("--c", "-1").text(),
                 std::string("keywardctl a '$(b)' '' --c=-1"));
        QCOMPARE(Line("a").word("-x").option("--c", "~").text(), std::string("keywardctl a --c '~' -- -x"));
        Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "k1");
        const auto app = model.application("Bot's friend");
        QCOMPARE(commandLine(model.estate, command::SetAccessPolicy{vault, app, {Permission::Get}}),
                 std::string("keywardctl policy set kv1 --principal 'Bot'\\''s friend' --key-permissions get"));
        command::VersionSeed seed;
        seed.expires = std::optional(*parseInstant("2027-01-31T12:00:00Z"));
        seed.operations = PermissionSet{Permission::Sign};
        seed.tags = Tags{{"owner", "ada lovelace"}};
        QCOMPARE(commandLine(model.estate, command::CreateKey{{}, vault, must(KeyName::from("k2")), {}, seed}),
                 std::string("keywardctl key create kv1/k2 --kty RSA --size 2048 --expires 2027-01-31T12:00:00Z --ops "
                             "sign --tag 'owner=ada lovelace'"));
        seed.expires = std::optional<Instant>{};
        QCOMPARE(commandLine(model.estate, command::RotateKey{key, seed}),
                 std::string("keywardctl key rotate kv1/k1 --no-expiry --ops sign --tag 'owner=ada lovelace'"));
        const command::CreateVault made{
            {},
            must(VaultName::from("kv9")),
            {must(Region::from("westeurope")), {}, model.estate.settings().subscription, "my group"},
            Tier::Premium,
            {{"a", "b"}},
            true,
            7};
        QCOMPARE(commandLine(model.estate, made),
                 std::string("keywardctl vault create kv9 --region westeurope --resource-group 'my group' --tier "
                             "premium --purge-protection --retention-days 7 --tag a=b --yes"));
        QCOMPARE(commandLine(model.estate, command::DeleteKey{key}, true),
                 std::string("keywardctl key delete kv1/k1 --override"));
    }

    /// Mend 21: what a command makes gets an id of its own, and what was given stays.
    void D21_newThingsGetNewIds()
    {
        const Action making[] = {
            command::CreateVault{
                {}, must(VaultName::from("kv9")), {must(Region::from("westeurope")), {}, {}, {}}, {}, {}, false, 90},
            command::CreateKey{{}, {}, must(KeyName::from("k")), {}, {}},
            command::RotateKey{{}, {}},
            command::CreateResource{
                {}, "x", must(ResourceName::from("r9")), {must(Region::from("westeurope")), {}, {}, {}}, {}},
            command::EnableIdentity{{}, {}},
            command::SetKey{{}, {}, {}, {}, {}, {}},
            command::FollowNewVersion{{}, {}},
            command::StartBackup{{}, {}, {}, {}, {}},
            command::StartRestore{{}, {}, {}, {}, {}},
            command::ResumeJob{{}, {}, {}},
            command::AssignRole{{}, {}, {}, {}},
            command::CreateLock{},
            command::CreateRole{},
            command::SaveDraft{}};
        for (const auto &action : making) {
            const auto text = [](const Action &of) {
                return std::visit(
                    Overloaded{[](const command::CreateKey &c) {
                                   return c.id.text() + c.first.id.text() + c.first.material.text();
                               },
                               [](const command::RotateKey &c) { return c.next.id.text() + c.next.material.text(); },
                               [](const command::EnableIdentity &c) { return c.principal.text(); },
                               [](const command::SetKey &c) { return c.job.text(); },
                               [](const command::FollowNewVersion &c) { return c.job.text(); },
                               [](const command::StartBackup &c) { return c.job.text() + c.point.text(); },
                               [](const command::StartRestore &c) { return c.job.text(); },
                               [](const command::ResumeJob &c) { return c.point.text(); },
                               [](const command::CreateLock &c) { return c.lock.id.text(); },
                               [](const command::CreateRole &c) { return c.role.id.text(); },
                               [](const command::SaveDraft &c) { return c.draft.id.text(); },
                               [](const auto &c) {
                                   if constexpr (requires { c.id.text(); })
                                       return c.id.text();
                                   else
                                       return std::string();
                               }},
                    of);
            };
            const auto one = withFreshIds(action, *context());
            QVERIFY2(text(one).find(std::string(32, '0')) == std::string::npos && !text(one).empty(),
                     std::string(operationName(action)).c_str());
            QVERIFY(text(one) != text(withFreshIds(action, *context())));
            QCOMPARE(text(withFreshIds(one, *context())), text(one));
        }
    }

    // Mend 24
    void whatIsToldOfAChangeIsWordedOnTheEstateBefore()
    {
        Model model;
        const auto bound = model.bound();
        const auto app = model.application("My app");
        const auto version = model.keyOf(bound.key).latest().id;
        command::SetFirewall shut{bound.vault};
        shut.access = Firewall::Access::SelectedNetworks;
        const std::vector<std::pair<Action, std::string>> deeds{
            {command::CreateKey{
                 id<KeyId>(), bound.vault, must(KeyName::from("a")), {}, {id<VersionId>(), id<RecordId>()}},
             ""},
            {command::UpdateKeyVersion{bound.key, version, false, {}, {}, {}, {}},
             "keywardctl key enable kv-rsv1/cmk/" + version.text()},
            {command::UpdateKeyVersion{bound.key, version, true, {}, {}, {}, {}},
             "keywardctl key disable kv-rsv1/cmk/" + version.text()},
            {command::UpdateKeyVersion{bound.key, version, true, {}, {}, {}, {}}, ""}, // it is on already
            {command::SetAccessPolicy{bound.vault, app, {Permission::Get}},
             "keywardctl policy remove kv-rsv1 --principal 'My app'"},
            {command::SetAccessPolicy{bound.vault, app, {Permission::List}},
             "keywardctl policy set kv-rsv1 --principal 'My app' --key-permissions get"},
            {command::RemoveAccessPolicy{bound.vault, app},
             "keywardctl policy set kv-rsv1 --principal 'My app' --key-permissions list"},
            {shut, "keywardctl network set kv-rsv1 --access all --trusted-services --no-ranges --no-subnets"},
            {command::DeleteKey{bound.key}, "keywardctl key recover kv-rsv1/cmk"},
        };
        for (const auto &[deed, undo] : deeds) {
            const auto before = told(model.estate, deed);
            KW_OK(model.run(deed, true));
            QCOMPARE(before.undo, undo);
            QVERIFY(before.undo.empty() || before.undo != commandLine(model.estate, deed));
        }
        const command::CreateKey again{
            id<KeyId>(), bound.vault, must(KeyName::from("b")), {}, {id<VersionId>(), id<RecordId>()}};
        QCOMPARE(told(model.estate, again).sentence, std::string("Create key kv-rsv1/b (RSA 2048)"));
    }

    void keysAreFoundAsPeopleNameThem()
    {
        Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "k1");
        const auto version = model.keyOf(key).latest().id;
        for (const auto &path :
             {std::string("kv1/k1"), std::string("KV1/K1"), keyUri(*model.estate.vault(vault), model.keyOf(key))}) {
            const auto found = keyAt(model.estate, path);
            KW_OK(found);
            QCOMPARE(found->key->id, key);
            QVERIFY(!found->version);
        }
        const auto exact = keyAt(model.estate, keyUri(*model.estate.vault(vault), model.keyOf(key), &version));
        KW_OK(exact);
        QCOMPARE(*exact->version, version);
        KW_REFUSED(keyAt(model.estate, "kv1"), Code::Usage);
        KW_REFUSED(keyAt(model.estate, "kv2/k1"), Code::NotFound);
        KW_REFUSED(keyAt(model.estate, "kv1/k2"), Code::NotFound);
        KW_REFUSED(keyAt(model.estate, "kv1/k1/00000000000000000000000000000000"), Code::NotFound);
        KW_REFUSED(keyAt(model.estate, "https://kv1.vault.keyward.local/secrets/x"), Code::ValueInvalid);
    }

    void findingsComeGravestThenSoonest()
    {
        Model model;
        const auto lost = model.bound("rsv-lost");
        const auto soon = model.bound("rsv-soon");
        model.vault("kv-open", false);
        KW_OK(model.run(command::UpdateKeyVersion{
            soon.key, model.keyOf(soon.key).latest().id, {}, {}, std::optional(model.now + Days(6)), {}, {}}));
        KW_OK(model.run(command::RemoveAccessPolicy{lost.vault, lost.principal}, true));
        const auto found = findings(model.estate, assess(model.estate, model.now), model.now);
        QVERIFY(found.size() >= 4);
        QCOMPARE(found.front().weight, Health::Lost);
        QVERIFY(found.front().object.find("rsv-lost") != std::string::npos);
        QVERIFY(found.front().fix.has_value());
        QCOMPARE(*found[1].by, model.now + Days(6));
        QVERIFY(std::ranges::is_sorted(found, std::greater{}, &Finding::weight));
    }

    /// CON-3: what was begun is kept with the resource it is for, and goes with it.
    void CON_3_aSavedWizardLivesAsLongAsItsResource()
    {
        Model model;
        const auto resource = model.resource("rsv1");
        WizardDraft draft{id<DraftId>(), "enable-cmk", resource, {{"page", "2"}}, {}};
        KW_OK(model.run(command::SaveDraft{draft}));
        QCOMPARE(model.estate.draft(draft.id)->saved, model.now);
        draft.values["page"] = "1";
        KW_OK(model.run(command::SaveDraft{draft}));
        QCOMPARE(model.estate.drafts().size(), std::size_t(1));
        KW_REFUSED(model.run(command::SaveDraft{{id<DraftId>(), "enable-cmk", id<ResourceId>(), {}, {}}}),
                   Code::NotFound);
        KW_OK(model.run(command::DeleteResource{resource}));
        QCOMPARE(model.estate.drafts().size(), std::size_t(0));
        KW_REFUSED(model.run(command::DropDraft{draft.id}), Code::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestDescriptions)
#include "tst_descriptions.moc"
