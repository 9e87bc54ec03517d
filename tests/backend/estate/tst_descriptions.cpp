// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sentences, names as people write them, findings, saved wizards.

#include "backend/estate/apply.h"
#include "backend/estate/describe.h"
#include "backend/estate/findings.h"
#include "backend/estate/fresh_ids.h"
#include "backend/estate/lookup.h"
#include "backend/estate/overloaded.h"
#include "backend/estate/unfinished.h"
#include "tests/support/fixture.h"

#include <QTest>

using namespace keyward;
using namespace keyward::estate;
using namespace keyward::test;

class TestDescriptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
            command::ResumeBackup{{}, {}, {}},
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
                               [](const command::ResumeBackup &c) { return c.point.text(); },
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

    /// … or with the key, vault or subscription whose id it keeps.
    void CON_3_aSavedGuideLivesAsLongAsWhatItIsFor()
    {
        Model model;
        const auto vault = model.vault("kv1", false);
        const auto key = model.key(vault, "k1");
        const auto saved = [&](const RecordId &about) {
            WizardDraft draft{id<DraftId>(), "guide.rotate", {}, {{aboutValue, about.text()}}, {}};
            return model.run(command::SaveDraft{std::move(draft)});
        };
        KW_OK(saved(recordOf(key)));
        for (const auto &[draftId, draft] : model.estate.drafts()) {
            QCOMPARE(subjectOf(model.estate, *draft), std::string("kv1/k1"));
            QVERIFY(aboutOf(model.estate, *draft)->kind == EntityKind::Key);
        }
        KW_OK(saved(recordOf(vault)));
        KW_OK(saved(recordOf(*model.estate.subscriptionId(model.estate.settings().subscription))));
        KW_REFUSED(saved(id<RecordId>()), Code::NotFound);
        QCOMPARE(model.estate.drafts().size(), std::size_t(3));
        KW_OK(model.run(command::DeleteKey{key}));
        QCOMPARE(model.estate.drafts().size(), std::size_t(3));
        KW_OK(model.run(command::PurgeKey{key}));
        QCOMPARE(model.estate.drafts().size(), std::size_t(2));
        KW_OK(model.run(command::DeleteVault{vault}));
        KW_OK(model.run(command::PurgeVault{vault}));
        QCOMPARE(model.estate.drafts().size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestDescriptions)
#include "tst_descriptions.moc"
