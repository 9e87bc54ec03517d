// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CON-3: each guide as the window goes along it, without its widgets.

#include "models/wizards/guide_draft.h"
#include "tests/support/opened.h"

using namespace keyward;
using namespace keyward::models;
using keyward::test::Opened;
using keyward::test::must;

namespace {

/// A guide as its wizard makes it.
std::unique_ptr<GuideDraft> draftOf(Opened &opened, const char *guide, const Target &target)
{
    const auto *record = wizardById(QString::fromLatin1(guide));
    if (!record) return nullptr;
    auto made = record->make(*opened.workspace, target);
    return std::unique_ptr<GuideDraft>(static_cast<GuideDraft *>(made.release()));
}

void agree(GuideDraft &draft)
{
    for (const auto &step : std::vector(draft.steps()))
        if (step.asks) draft.acknowledge(step.id, true);
}

/// Through its pages to the end.
QString walked(GuideDraft &draft)
{
    for (int page = 0; page < 3; ++page) {
        if (page == GuideDraft::Steps) agree(draft);
        draft.goTo(page);
        if (const auto missing = draft.blocker(page); !missing.isEmpty()) return missing;
    }
    draft.commit();
    if (!QTest::qWaitFor([&] { return !draft.committing(); }, 60'000)) return QStringLiteral("it never ends");
    return draft.finished() ? QString() : draft.failure() ? draft.failure()->refusal.whole() : draft.blocker(2);
}

} // namespace

class TestGuidesByDraft : public QObject
{
    Q_OBJECT

    static bool works(Opened &opened, const estate::ResourceId &resource)
    {
        return assess(opened.estate(), *opened.estate().resource(resource), opened.inner().console().now()).health <=
               estate::Health::Warning;
    }

private Q_SLOTS:
    void CON_3_aKeyIsRotatedWithWhatUsesIt()
    {
        Opened opened;
        const auto bound = opened.bound();
        opened.settle();
        const auto old = opened.estate().key(bound.key)->latest().id;
        const auto before = opened.inner().log().checkpoint().sequence;
        const auto draft = draftOf(opened, "guide.rotate", Target::of(bound.key));
        QVERIFY(draft);
        QVERIFY2(draft->commandLine() == text("keywardctl guide rotate kv-rsv1/cmk/" + old.text()),
                 qPrintable(draft->commandLine()));
        QCOMPARE(draft->deeds().size(), 2);
        QCOMPARE(opened.inner().log().checkpoint().sequence, before);
        QCOMPARE(walked(*draft), QString());
        const auto &key = *opened.estate().key(bound.key);
        QCOMPARE(key.versions.size(), std::size_t(2));
        QCOMPARE(opened.estate().resource(bound.resource)->binding->version, key.latest().id);
        QVERIFY(!draft->advice().empty());
        QVERIFY(draft->endText().contains("kv-rsv1/cmk") || draft->endText().contains("cmk"));
    }

    void MOD_5_revokingWaitsUntilTheLossWasSeen()
    {
        Opened opened;
        const auto bound = opened.bound();
        opened.point(bound.resource);
        opened.settle();
        const auto draft = draftOf(opened, "guide.revoke", Target::of(bound.key));
        QVERIFY(draft->blocker(GuideDraft::Steps).contains("takes something away"));
        draft->commit();
        QVERIFY(!draft->committing());
        QVERIFY(draft->commandLine().contains("--yes --override"));
        agree(*draft);
        // Meanwhile there is more to lose: what was agreed to was less.
        opened.point(bound.resource);
        opened.settle();
        QVERIFY(!draft->blocker(GuideDraft::Steps).isEmpty());
        QCOMPARE(walked(*draft), QString());
        QVERIFY(!opened.estate().key(bound.key)->latest().enabled);
        QVERIFY(!works(opened, bound.resource));
    }

    void MOD_8_aResourceLosesItsGrantAlone()
    {
        Opened opened;
        const auto bound = opened.bound();
        opened.settle();
        const auto draft = draftOf(opened, "guide.revoke-resource", Target::of(bound.resource));
        QCOMPARE(walked(*draft), QString());
        QVERIFY(opened.estate().vault(bound.vault)->policies.empty());
        QVERIFY(opened.estate().key(bound.key)->latest().enabled);
    }

    void MOD_8_onePrincipalIsPicked()
    {
        Opened opened;
        const auto bound = opened.bound();
        opened.settle();
        const auto draft = draftOf(opened, "guide.revoke", Target::of(bound.key));
        draft->setValue("who", "one");
        QVERIFY(!draft->blocker(GuideDraft::What).isEmpty() && draft->steps().empty());
        draft->setValue("principal", text(bound.principal.text()));
        QCOMPARE(draft->blocker(GuideDraft::What), QString());
        QVERIFY(draft->commandLine().contains("--principal rsv1"));
        QCOMPARE(walked(*draft), QString());
        QVERIFY(opened.estate().vault(bound.vault)->policies.empty());
    }

    void VLT_9_theAccessModelChangesWithEverybodysAccessKept()
    {
        Opened opened;
        const auto bound = opened.bound();
        opened.settle();
        const auto draft = draftOf(opened, "guide.access-model", Target::of(bound.vault));
        QCOMPARE(draft->deeds().size(), 2);
        QVERIFY(draft->blocker(GuideDraft::Review).isEmpty()); // nobody loses
        draft->setValue("keep", false);
        QCOMPARE(draft->deeds().size(), 1);
        QVERIFY(!draft->blocker(GuideDraft::Review).isEmpty());
        draft->setValue("keep", true);
        QCOMPARE(walked(*draft), QString());
        QVERIFY(opened.estate().vault(bound.vault)->accessModel == estate::AccessModel::Roles);
        QVERIFY(works(opened, bound.resource));
    }

    void VLT_6_aDeletedVaultIsRecovered()
    {
        Opened opened;
        const auto bound = opened.bound();
        must(opened.run(estate::command::DeleteKey{bound.key}, true));
        must(opened.run(estate::command::DeleteVault{bound.vault}, true));
        opened.settle();
        const auto draft = draftOf(opened, "guide.recover", Target::of(bound.vault));
        QCOMPARE(draft->deeds().size(), 2);
        QCOMPARE(walked(*draft), QString());
        QVERIFY(works(opened, bound.resource));
    }

    void BKP_7_aSubscriptionMovesAndComesBack()
    {
        Opened opened;
        const auto bound = opened.bound();
        const auto abroad = test::id<estate::TenantId>();
        must(opened.run(estate::command::CreateTenant{abroad, must(DisplayName::from("Fabrikam"))}));
        opened.settle();
        const auto home = *opened.estate().subscriptionId(opened.estate().settings().subscription);
        for (int way = 0; way < 2; ++way) {
            const auto draft = draftOf(opened, "guide.move", Target::of(home));
            QVERIFY(draft->blocker(GuideDraft::Steps).contains("cannot be undone"));
            QCOMPARE(walked(*draft), QString());
            QVERIFY(works(opened, bound.resource));
            QCOMPARE(opened.estate().subscription(home)->tenant == opened.estate().tenant(abroad)->directory, way == 0);
        }
    }

    /// A saved guide of a key is found again, on its page and among what is unfinished, with what was done.
    void CON_3_aSavedGuideGoesOn()
    {
        Opened opened;
        const auto bound = opened.bound();
        opened.settle();
        const auto old = opened.estate().key(bound.key)->latest().id;
        {
            const auto draft = draftOf(opened, "guide.rotate", Target::of(bound.key));
            draft->setValue("retire", false);
            draft->goTo(GuideDraft::Steps);
            QSignalSpy saved(draft.get(), &WizardDraft::saved);
            draft->save();
            QTRY_COMPARE(saved.size(), 1);
        }
        QCOMPARE(opened.estate().drafts().size(), std::size_t(1));
        for (const auto &[id, draft] : opened.estate().drafts()) {
            QCOMPARE(targetOf(opened.estate(), *draft), Target::of(bound.key));
            QCOMPARE(continuingAction(opened.estate(), *draft), QStringLiteral("guide.rotate"));
        }
        must(opened.run(estate::command::RotateKey{bound.key, {test::id<estate::VersionId>(), test::id<RecordId>()}}));
        opened.settle();
        const auto again = draftOf(opened, "guide.rotate", Target::of(bound.key));
        QCOMPARE(again->page(), int(GuideDraft::Steps));
        QVERIFY(again->commandLine().contains(text(old.text())) && again->commandLine().contains("--keep-former"));
        QCOMPARE(again->deeds().size(), 1); // the version is there
        QCOMPARE(walked(*again), QString());
        QCOMPARE(opened.estate().key(bound.key)->versions.size(), std::size_t(2));
        QTRY_COMPARE(opened.estate().drafts().size(), std::size_t(0));
        // What is gone for good takes its unfinished guides along.
        const auto spare = opened.key(bound.vault, "spare");
        opened.settle();
        const auto unfinished = draftOf(opened, "guide.revoke", Target::of(spare));
        QSignalSpy saved(unfinished.get(), &WizardDraft::saved);
        unfinished->save();
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(opened.estate().drafts().size(), std::size_t(1));
    }

    /// What stands in the way is named, stops the wizard, and is gone on from.
    void CON_3_aRefusalIsNamedAndGoneOnFrom()
    {
        Opened opened;
        const auto bound = opened.bound();
        opened.settle();
        const auto draft = draftOf(opened, "guide.rotate", Target::of(bound.key));
        must(opened.run(estate::command::RemoveAccessPolicy{bound.vault, bound.principal}, true));
        opened.settle();
        QVERIFY(!draft->blocker(GuideDraft::Steps).isEmpty());
        QVERIFY(std::ranges::any_of(draft->steps(), [](const StepView &step) {
            return step.state == estate::Step::State::Blocked && !step.remedy.isEmpty();
        }));
        draft->commit();
        QVERIFY(!draft->committing());
        must(opened.run(estate::command::SetAccessPolicy{
            bound.vault, bound.principal, must(estate::PermissionSet::from("get,list,wrapKey,unwrapKey"))}));
        opened.settle();
        QCOMPARE(walked(*draft), QString());
    }
};

QTEST_GUILESS_MAIN(TestGuidesByDraft)
#include "tst_guides_by_draft.moc"
