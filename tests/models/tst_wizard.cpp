// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CON-3: the guided enablement, without its widgets.

#include "models/wizards/enable_draft.h"
#include "tests/support/opened.h"

using namespace keyward;
using namespace keyward::models;
using keyward::test::Opened;
using keyward::test::must;

class TestWizard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CON_3_nothingIsDoneBeforeTheConfirmation()
    {
        Opened opened;
        const auto vault = opened.vault("kv1", false);
        const auto key = opened.key(vault, "cmk");
        const auto resource = opened.resource("rsv1");
        opened.settle();
        const auto before = opened.inner().log().checkpoint().sequence;
        EnableDraft draft(*opened.workspace, Target::of(resource));
        QVERIFY(draft.blocker(EnableDraft::Model).isEmpty());
        QVERIFY(!draft.blocker(EnableDraft::Key).isEmpty());
        draft.chooseKey(key);
        QVERIFY(draft.blocker(EnableDraft::Key).isEmpty());
        QCOMPARE(draft.steps().size(), std::size_t(6)); // BKP-8's four, that nothing was protected, and that the key fits
        QVERIFY(draft.blocker(EnableDraft::Prepare).contains("cannot be undone"));
        draft.commit(); // not acknowledged: refused
        QVERIFY(!draft.committing());
        for (const auto &step : std::vector(draft.steps()))
            if (!step.irreversible.isEmpty()) draft.acknowledge(step.id, true);
        QVERIFY2(draft.blocker(EnableDraft::Review).isEmpty(), qPrintable(draft.blocker(EnableDraft::Review)));
        QCOMPARE(draft.deeds().size(), 4);
        opened.settle();
        QCOMPARE(opened.inner().log().checkpoint().sequence, before);
        QVERIFY(!opened.estate().resource(resource)->identity);

        QSignalSpy ended(&draft, &WizardDraft::ended);
        draft.commit();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(opened.estate().resource(resource)->binding.has_value());
        QVERIFY(!opened.estate().resource(resource)->binding->pinned);
        QVERIFY(opened.estate().vault(vault)->purgeProtection);
        QCOMPARE(opened.inner().log().checkpoint().sequence, before + 4);
        QVERIFY(draft.finished());
    }

    void CON_3_theOrderIsThePlansAndWhatWaitsSaysForWhat()
    {
        Opened opened;
        const auto vault = opened.vault("kv1", false);
        const auto key = opened.key(vault, "cmk");
        const auto resource = opened.resource("rsv1");
        opened.settle();
        EnableDraft draft(*opened.workspace, Target::of(resource));
        draft.chooseKey(key);
        QStringList marks;
        for (const auto &step : draft.steps()) marks += step.id + ": " + step.mark;
        QCOMPARE(marks, (QStringList{"unused: done", "identity: will be done", "permission: after step 2", "protection: after step 3", "key: done", "bind: after step 4"}));
        QVERIFY(draft.commandLine().contains("keywardctl cmk enable rsv1"));
        QVERIFY(draft.commandLine().contains("kv1/cmk --yes"));
    }

    void CON_3_aKeyThatDoesNotFitSaysWhyAndStops()
    {
        Opened opened;
        opened.key(opened.vault("kv-far", true, "northeurope"), "far");
        const auto large = opened.key(opened.vault("kv1"), "large", must(KeySpec::rsa(3072)));
        const auto resource = opened.resource("rsv1");
        opened.settle();
        EnableDraft draft(*opened.workspace, Target::of(resource));
        QTRY_COMPARE(draft.keys().rowCount(), 2);
        for (int row = 0; row < 2; ++row) QVERIFY(!draft.keys().cell(row, 3).text.isEmpty());
        draft.chooseKey(large);
        QVERIFY(draft.blocker(EnableDraft::Key).contains("3072"));
        QVERIFY(std::ranges::any_of(draft.steps(), [](const auto &step) { return step.state == estate::Step::State::Blocked && !step.remedy.isEmpty(); }));
        draft.commit();
        QVERIFY(!draft.committing());
    }

    void CON_3_itCanBeSavedAndResumed()
    {
        Opened opened;
        const auto bound = opened.bound("other");
        const auto resource = opened.resource("rsv1");
        opened.settle();
        {
            EnableDraft draft(*opened.workspace, Target::of(resource));
            draft.chooseKey(bound.key);
            draft.goTo(EnableDraft::Prepare);
            QVERIFY(draft.dirty());
            QSignalSpy saved(&draft, &WizardDraft::saved);
            draft.save();
            QTRY_COMPARE(saved.size(), 1);
            QVERIFY(!draft.dirty());
        }
        QCOMPARE(opened.estate().drafts().size(), std::size_t(1));
        EnableDraft again(*opened.workspace, Target::of(resource));
        QCOMPARE(again.page(), int(EnableDraft::Prepare));
        QCOMPARE(again.chosenKey(), std::optional(bound.key));
        for (const auto &step : std::vector(again.steps()))
            if (!step.irreversible.isEmpty()) {
                QVERIFY(!step.acknowledged); // what cannot be undone is acknowledged anew
                again.acknowledge(step.id, true);
            }
        QSignalSpy ended(&again, &WizardDraft::ended);
        again.commit();
        QTRY_COMPARE(ended.size(), 1);
        QTRY_COMPARE(opened.estate().drafts().size(), std::size_t(0));
    }

    void CON_3_arefusalInTheMiddleStopsAndCanBeRunAgain()
    {
        Opened opened;
        const auto vault = opened.vault("kv1");
        const auto key = opened.key(vault, "cmk");
        const auto resource = opened.resource("rsv1");
        opened.settle();
        EnableDraft draft(*opened.workspace, Target::of(resource));
        draft.chooseKey(key);
        for (const auto &step : std::vector(draft.steps()))
            if (!step.irreversible.isEmpty()) draft.acknowledge(step.id, true);
        draft.commit();
        // Somebody else disables the key behind the wizard's back, before it gets to the end.
        must(opened.run(estate::command::UpdateKeyVersion{key, opened.inner().console().snapshot()->key(key)->latest().id, false, {}, {}, {}, {}}));
        QTRY_VERIFY(!draft.committing());
        opened.settle();
        if (draft.finished()) QSKIP("the wizard was faster");
        QTRY_VERIFY(!draft.blocker(EnableDraft::Review).isEmpty());
        must(opened.run(estate::command::UpdateKeyVersion{key, opened.estate().key(key)->latest().id, true, {}, {}, {}, {}}));
        opened.settle();
        for (const auto &step : std::vector(draft.steps()))
            if (!step.irreversible.isEmpty()) draft.acknowledge(step.id, true);
        QTRY_VERIFY2(draft.blocker(EnableDraft::Review).isEmpty(), qPrintable(draft.blocker(EnableDraft::Review)));
        draft.commit();
        QTRY_VERIFY(draft.finished());
        QVERIFY(opened.estate().resource(resource)->binding.has_value());
    }

    void BKP_13_anIdentifierKeepsItsVersion()
    {
        Opened opened;
        const auto bound = opened.bound("other");
        const auto resource = opened.resource("rsv1");
        opened.settle();
        const auto *key = opened.estate().key(bound.key);
        EnableDraft draft(*opened.workspace, Target::of(resource));
        draft.setByIdentifier(true);
        draft.setIdentifier("https://nowhere.vault.keyward.local/keys/x");
        QVERIFY(draft.identifierError().contains("nowhere"));
        draft.setIdentifier(text(keyUri(*opened.estate().vault(bound.vault), *key, &key->latest().id)));
        QCOMPARE(draft.identifierError(), QString());
        QVERIFY(draft.afterwards().contains("not taken up"));
        for (const auto &step : std::vector(draft.steps()))
            if (!step.irreversible.isEmpty()) draft.acknowledge(step.id, true);
        draft.commit();
        QTRY_VERIFY(draft.finished());
        QVERIFY(opened.estate().resource(resource)->binding->pinned);
    }
};

QTEST_GUILESS_MAIN(TestWizard)
#include "tst_wizard.moc"
