// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sentences, command lines, names as people write them, findings, saved wizards.

#include "backend/estate/apply.h"
#include "backend/estate/describe.h"
#include "backend/estate/findings.h"
#include "backend/estate/lookup.h"
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
        const Action actions[] = {command::CreateVault{{}, must(VaultName::from("kv9")), {must(Region::from("westeurope")), {}, {}, {}}, {}, {}, true, 90}, command::DeleteVault{bound.vault}, command::RecoverVault{bound.vault}, command::PurgeVault{bound.vault},
                                  command::UpdateVault{bound.vault, {}, true, {}, {}, {}}, command::CreateKey{{}, bound.vault, must(KeyName::from("k")), must(KeySpec::ec("P-256")), {}}, command::RotateKey{bound.key, {}},
                                  command::UpdateKeyVersion{bound.key, version, false, {}, {}, {}, {}}, command::DeleteKey{bound.key}, command::RecoverKey{bound.key}, command::PurgeKey{bound.key},
                                  command::SetAccessPolicy{bound.vault, bound.principal, {Permission::Get}}, command::RemoveAccessPolicy{bound.vault, bound.principal}, command::CreateResource{{}, "recovery-services-vault", must(ResourceName::from("r9")), {must(Region::from("westeurope")), {}, {}, {}}, {}},
                                  command::DeleteResource{bound.resource}, command::EnableIdentity{bound.resource, {}}, command::SetKey{bound.resource, bound.vault, bound.key, {}, {}, {}},
                                  command::StartBackup{bound.resource, {}, {}, {}, "/a"}, command::StartRestore{{}, point, "/b", {}, {}}, command::DeletePoint{point}};
        for (const auto &action : actions) {
            const auto line = commandLine(model.estate, action);
            QVERIFY2(line.starts_with("keywardctl "), std::string(operationName(action)).c_str());
            QVERIFY(line.find("  ") == std::string::npos && !line.ends_with(' '));
        }
        QCOMPARE(commandLine(model.estate, command::StartBackup{bound.resource, {}, {}, {}, "/a b/it's"}), std::string("keywardctl backup run rsv1 --source '/a b/it'\\''s'"));
    }

    void keysAreFoundAsPeopleNameThem()
    {
        Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "k1");
        const auto version = model.keyOf(key).latest().id;
        for (const auto &path : {std::string("kv1/k1"), std::string("KV1/K1"), keyUri(*model.estate.vault(vault), model.keyOf(key))}) {
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
        KW_OK(model.run(command::UpdateKeyVersion{soon.key, model.keyOf(soon.key).latest().id, {}, {}, std::optional(model.now + Days(6)), {}, {}}));
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
        KW_REFUSED(model.run(command::SaveDraft{{id<DraftId>(), "enable-cmk", id<ResourceId>(), {}, {}}}), Code::NotFound);
        KW_OK(model.run(command::DeleteResource{resource}));
        QCOMPARE(model.estate.drafts().size(), std::size_t(0));
        KW_REFUSED(model.run(command::DropDraft{draft.id}), Code::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestDescriptions)
#include "tst_descriptions.moc"
