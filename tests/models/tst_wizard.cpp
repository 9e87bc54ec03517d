// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CON-3: the guided enablement, without its widgets.

#include "models/wizards/enable_draft.h"
#include "tests/support/opened.h"

using namespace keyward;
using namespace keyward::models;
using keyward::test::Opened;
using keyward::test::must;

namespace {

/// Refuses what comes after so many commands, as the guard does.
class Refusing final : public engine::Workplace, engine::Console
{
public:
    explicit Refusing(engine::WorkplacePtr inner) : m_inner(std::move(inner))
    {
        consistOf({.console = this,
                   .log = &m_inner->log(),
                   .keyBackup = &m_inner->keyBackup(),
                   .services = &m_inner->services(),
                   .reports = &m_inner->reports(),
                   .administration = &m_inner->administration(),
                   .random = &m_inner->random()});
    }
    std::atomic<int> after{-1};

    engine::EstatePtr snapshot() const override { return m_inner->console().snapshot(); }
    estate::Assessment assessment() const override { return m_inner->console().assessment(); }
    engine::Published published() const override { return m_inner->console().published(); }
    Instant now() const override { return m_inner->console().now(); }
    Result<engine::EstatePtr> execute(const estate::Command &c, const estate::Actor &a,
                                      std::vector<engine::MaterialWrite> m) override
    {
        if (after == 0) return fail(Code::OverrideNeeded, "rsv1", {"Recovery Services vault 'rsv1': its key"});
        if (after > 0) --after;
        return m_inner->console().execute(c, a, std::move(m));
    }
    Status refresh() override { return m_inner->console().refresh(); }
    Status note(const engine::AuditEntry &entry) override { return m_inner->console().note(entry); }
    engine::Listening listen(std::function<void(engine::EstatePtr)> changed) override
    {
        return m_inner->console().listen(std::move(changed));
    }

private:
    engine::WorkplacePtr m_inner;
};

} // namespace

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
        QCOMPARE(draft.steps().size(),
                 std::size_t(6)); // BKP-8's four, that nothing was protected, and that the key fits
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
        QCOMPARE(marks, (QStringList{"unused: done", "identity: will be done", "permission: after step 2",
                                     "protection: after step 3", "key: done", "bind: after step 4"}));
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
        QVERIFY(std::ranges::any_of(draft.steps(), [](const auto &step) {
            return step.state == estate::Step::State::Blocked && !step.remedy.isEmpty();
        }));
        draft.commit();
        QVERIFY(!draft.committing());
    }

    /// A list that is cut, or empty because of what was typed, says so.
    void CON_3_keysThatAreNotListedAreSaid()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto resource = model.resource("rsv1");
        for (int i = 0; i < 503; ++i) model.key(vault, "k" + std::to_string(i));
        const auto all = keysFor(model.estate, resource, "", model.now);
        QCOMPARE(all.rows.size(), std::size_t(500));
        QCOMPARE(all.notListed, std::size_t(3));
        const auto few = keysFor(model.estate, resource, "kv1/k50", model.now);
        QCOMPARE(few.rows.size(), std::size_t(4)); // k50, k500 to k502
        QCOMPARE(few.notListed, std::size_t(0));

        Opened opened;
        const auto bare = opened.resource("rsv2");
        opened.settle();
        EnableDraft draft(*opened.workspace, Target::of(bare));
        QTRY_VERIFY(draft.keysNote().contains("no keys yet"));
        opened.key(opened.vault("kv2", false), "cmk");
        opened.settle();
        QTRY_VERIFY(draft.keys().rowCount() == 1 && draft.keysNote().isEmpty());
        draft.setKeyFilter("zzz");
        QTRY_VERIFY(draft.keys().rowCount() == 0);
        QVERIFY2(!draft.keysNote().contains("no keys yet"), qPrintable(draft.keysNote()));
        QVERIFY(!draft.keysNote().isEmpty());
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
        must(opened.run(estate::command::UpdateKeyVersion{
            key, opened.inner().console().snapshot()->key(key)->latest().id, false, {}, {}, {}, {}}));
        QTRY_VERIFY(!draft.committing());
        opened.settle();
        if (draft.finished()) QSKIP("the wizard was faster");
        QTRY_VERIFY(!draft.blocker(EnableDraft::Review).isEmpty());
        must(opened.run(
            estate::command::UpdateKeyVersion{key, opened.estate().key(key)->latest().id, true, {}, {}, {}, {}}));
        opened.settle();
        for (const auto &step : std::vector(draft.steps()))
            if (!step.irreversible.isEmpty()) draft.acknowledge(step.id, true);
        QTRY_VERIFY2(draft.blocker(EnableDraft::Review).isEmpty(), qPrintable(draft.blocker(EnableDraft::Review)));
        draft.commit();
        QTRY_VERIFY(draft.finished());
        QVERIFY(opened.estate().resource(resource)->binding.has_value());
    }

    /// Mend 21: what the wizard makes has ids of its own, so each resource of a roles vault gets a grant of its own.
    void D21_resourcesAreEnabledOneAfterTheOther()
    {
        Opened opened;
        const auto byRoles = opened.vault("kv-roles");
        must(opened.run(estate::command::SetAccessModel{byRoles, estate::AccessModel::Roles}));
        const std::pair<estate::VaultId, const char *> vaults[] = {{byRoles, "r"}, {opened.vault("kv-policies"), "p"}};
        std::set<estate::JobId> jobs;
        std::set<estate::PrincipalId> identities;
        for (const auto &[vault, prefix] : vaults) {
            const auto key = opened.key(vault, "cmk");
            for (const auto *number : {"1", "2"}) {
                const auto resource = opened.resource(std::string("rsv-") + prefix + number);
                opened.settle();
                EnableDraft draft(*opened.workspace, Target::of(resource));
                draft.chooseKey(key);
                for (const auto &step : std::vector(draft.steps()))
                    if (!step.irreversible.isEmpty()) draft.acknowledge(step.id, true);
                draft.commit();
                QTRY_VERIFY2(draft.finished(), qPrintable(draft.failure() ? draft.failure()->refusal.whole()
                                                                          : draft.blocker(EnableDraft::Review)));
                identities.insert(*opened.estate().resource(resource)->identity);
            }
        }
        QCOMPARE(identities.size(), std::size_t(4));
        QCOMPARE(opened.estate().assignments().size(), std::size_t(2)); // one each, neither took over the other's
        for (const auto &[id, assignment] : opened.estate().assignments()) QVERIFY(!id.isNull());
        for (const auto &[id, job] : opened.estate().jobs()) {
            QVERIFY(!id.isNull());
            jobs.insert(id);
        }
        QCOMPARE(jobs.size(), opened.estate().jobs().size());
        for (const auto &[id, resource] : opened.estate().resources()) {
            const auto *health = opened.workspace->moment()->assessment.bindings.find(id);
            QVERIFY(health && health->health <= estate::Health::Warning);
        }
    }

    /// Mend 22: a wizard that is stopped says what was done and stays, what was not, and why, in window words.
    void D22_whereItStoppedIsSaid_data()
    {
        QTest::addColumn<int>("good");
        for (int good = 0; good < 4; ++good) QTest::addRow("after %d", good) << good;
    }
    void D22_whereItStoppedIsSaid()
    {
        QFETCH(int, good);
        Refusing *refusing = nullptr;
        Opened opened([&](engine::WorkplacePtr inner) {
            auto made = std::make_shared<Refusing>(std::move(inner));
            refusing = made.get();
            return made;
        });
        const auto vault = opened.vault("kv1", false);
        const auto key = opened.key(vault, "cmk");
        const auto resource = opened.resource("rsv1");
        opened.settle();
        EnableDraft draft(*opened.workspace, Target::of(resource));
        draft.chooseKey(key);
        for (const auto &step : std::vector(draft.steps()))
            if (!step.irreversible.isEmpty()) draft.acknowledge(step.id, true);
        const auto deeds = draft.deeds();
        QCOMPARE(deeds.size(), 4);
        QCOMPARE(draft.standing(), QStringLiteral("Nothing was changed yet."));
        refusing->after = good;
        draft.commit();
        QTRY_VERIFY(!draft.committing());
        QVERIFY(draft.failure() && !draft.finished());
        QCOMPARE(draft.failure()->title, deeds[good]);
        QCOMPARE(draft.done(), deeds.mid(0, good));
        QCOMPARE(draft.deeds(), deeds.mid(good));
        QVERIFY(draft.failure()->refusal.reason.contains("in use"));
        QVERIFY(!draft.failure()->refusal.whole().contains("--") &&
                !draft.failure()->refusal.whole().contains("keywardctl"));
        QVERIFY(draft.failure()->overridable.has_value());
        QVERIFY(draft.dirty());
        QCOMPARE(draft.standing().contains("Nothing was changed"), good == 0);
        QCOMPARE(draft.subtitle().contains("Nothing is changed"), good == 0);
        for (const auto &deed : deeds) QVERIFY(good == 0 || draft.standing().contains(deed));
        QCOMPARE(draft.doIt(), QStringLiteral("Go on"));
        // Left and continued later, it still knows.
        refusing->after = -1;
        QSignalSpy saved(&draft, &WizardDraft::saved);
        draft.save();
        QTRY_COMPARE(saved.size(), 1);
        EnableDraft again(*opened.workspace, Target::of(resource));
        QCOMPARE(again.done(), deeds.mid(0, good));
        for (const auto &step : std::vector(again.steps()))
            if (!step.irreversible.isEmpty()) again.acknowledge(step.id, true);
        again.commit();
        QTRY_VERIFY(again.finished());
        QVERIFY(opened.estate().resource(resource)->binding.has_value());
    }

    /// Mend 22: what the refusal wants is done from there; the wizard sees that nothing is left.
    void D22_whatStoodInTheWayIsDoneByHand()
    {
        Refusing *refusing = nullptr;
        Opened opened([&](engine::WorkplacePtr inner) {
            auto made = std::make_shared<Refusing>(std::move(inner));
            refusing = made.get();
            return made;
        });
        const auto key = opened.key(opened.vault("kv1"), "cmk");
        const auto resource = opened.resource("rsv1");
        opened.settle();
        EnableDraft draft(*opened.workspace, Target::of(resource));
        draft.chooseKey(key);
        for (const auto &step : std::vector(draft.steps()))
            if (!step.irreversible.isEmpty()) draft.acknowledge(step.id, true);
        refusing->after = 2; // the binding itself
        draft.commit();
        QTRY_VERIFY(draft.failure());
        refusing->after = -1;
        QSignalSpy ended(&draft, &WizardDraft::ended);
        auto deed = *draft.failure()->overridable;
        std::get<estate::command::SetKey>(deed).job = test::id<estate::JobId>();
        must(opened.run(deed, true));
        opened.settle();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(draft.finished() && !draft.failure());
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
        // BKP-14, Mend 14: the subscription of the key's vault is asked for, and must be that one.
        QVERIFY(draft.blocker(EnableDraft::Key).contains("subscription") && draft.steps().empty());
        opened.run(estate::command::CreateSubscription{
            test::id<estate::SubscriptionId>(), must(DisplayName::from("Other")), opened.estate().settings().tenant});
        opened.settle();
        draft.setVaultSubscription("Other");
        QVERIFY(draft.subscriptionError().contains("subscription of key vault") && draft.steps().empty());
        draft.setVaultSubscription("Default subscription");
        QCOMPARE(draft.subscriptionError(), QString());
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
