// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is done to several things at once, how it is taken back, and what somebody comes back to.

#include "models/bookmarks.h"
#include "models/many.h"
#include "models/navigation.h"
#include "models/operation_words.h"
#include "models/search.h"
#include "models/tables/activity_table.h"
#include "models/thing.h"
#include "tests/support/actions.h"

using namespace keyward;
using namespace keyward::models;
using namespace keyward::estate;
using keyward::test::action;
using keyward::test::must;
using keyward::test::Opened;

namespace {

void waitFor(ActionDraft &draft) { QTRY_VERIFY(draft.impact().asked() && !draft.impact().pending()); }

const Notification &last(Opened &opened) { return opened.workspace->notifications().at(0); }

/// Carried out, until it was told and the window has it.
void carryOut(Opened &opened, ActionDraft &draft)
{
    waitFor(draft);
    QVERIFY2(draft.ready(), qPrintable(draft.blocker()));
    const auto before = opened.workspace->notifications().rowCount();
    draft.commit();
    QTRY_VERIFY(opened.workspace->notifications().rowCount() > before);
    opened.settle();
}

std::size_t denied(Opened &opened)
{
    const auto entries = must(opened.inner().log().newest(100));
    return static_cast<std::size_t>(std::ranges::count_if(
        entries, [](const auto &entry) { return entry.result == engine::AuditEntry::Result::Denied; }));
}

} // namespace

class TestMany : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// CON-4: one look at what all of it does, one deed for each, one way back.
    void CON_4_severalThingsHaveOneCommonImpact()
    {
        Opened opened;
        const auto one = opened.bound("rsv1"), two = opened.bound("rsv2");
        const auto loose = opened.key(one.vault, "loose");
        opened.settle();
        const std::vector<Target> targets{Target::of(one.key), Target::of(two.key), Target::of(loose)};
        ActionDraft draft(action("key.disable"), *opened.workspace, targets);
        waitFor(draft);
        QVERIFY(draft.title().contains("3 selected"));
        QCOMPARE(draft.impact().effects().rowCount(), 2);
        QCOMPARE(draft.impact().refused().rowCount(), 0);
        QCOMPARE(draft.impact().headline().count(u'\n'), 2);
        QCOMPARE(draft.commandLine().count("keywardctl"), 3);
        QVERIFY(draft.needsTypedName());
        QVERIFY(!draft.ready());
        draft.typeName("2");
        QVERIFY(!draft.ready());
        draft.typeName("3");
        carryOut(opened, draft);
        for (const auto &key : {one.key, two.key, loose}) QVERIFY(!opened.estate().key(key)->latest().enabled);
        QCOMPARE(last(opened).state, State::Working);
        QVERIFY2(last(opened).text.contains("3"), qPrintable(last(opened).text));
        QCOMPARE(last(opened).undo.size(), 3u);

        ActionDraft back("Undo", last(opened).undo, *opened.workspace, Target{});
        carryOut(opened, back);
        for (const auto &key : {one.key, two.key, loose}) QVERIFY(opened.estate().key(key)->latest().enabled);
    }

    /// What a rule forbids, or does not apply, is told beforehand with its reason, left out, and not tried: the log is
    /// not filled with it.
    void whatIsForbiddenIsToldAndLeftOut()
    {
        Opened opened;
        const auto live = opened.vault("kv-live", false), dead = opened.vault("kv-dead", false),
                   held = opened.vault("kv-held", false);
        must(opened.run(command::DeleteVault{dead}));
        must(opened.run(command::CreateLock{{test::id<LockId>(),
                                             "keep",
                                             Lock::Level::CannotDelete,
                                             {estate::Scope::Kind::Vault, recordOf(held)},
                                             "",
                                             {}}}));
        opened.settle();
        const auto before = denied(opened);
        ActionDraft draft(action("vault.delete"), *opened.workspace,
                          std::vector{Target::of(live), Target::of(dead), Target::of(held)});
        waitFor(draft);
        QCOMPARE(draft.impact().refused().rowCount(), 2);
        QStringList names;
        for (int row = 0; row < 2; ++row) {
            names += draft.impact().refused().cell(row, 0).text;
            QVERIFY(!draft.impact().refused().cell(row, 1).text.isEmpty());
        }
        QVERIFY2(names.join(' ').contains("dead") && names.join(' ').contains("held"), qPrintable(names.join(' ')));
        carryOut(opened, draft);
        QVERIFY(opened.estate().vault(live)->deleted && !opened.estate().vault(held)->deleted);
        QCOMPARE(denied(opened), before);
        QVERIFY2(last(opened).text.contains("1 of 3"), qPrintable(last(opened).text));
        QCOMPARE(last(opened).undo.size(), 1u);
    }

    /// What is asked is answered once: a role on several keys, but for the one that the same principal has it on
    /// already.
    void oneFormIsForAllOfThem()
    {
        Opened opened;
        const auto vault = opened.vault("kv-roles", false);
        must(opened.run(command::SetAccessModel{vault, AccessModel::Roles}, true));
        const auto a = opened.key(vault, "a"), b = opened.key(vault, "b"), c = opened.key(vault, "c");
        const auto who = test::id<PrincipalId>();
        must(opened.run(command::CreateApplication{who, must(DisplayName::from("signer")),
                                                   opened.estate().settings().tenant, guidText(test::id<RecordId>())}));
        opened.settle();
        const auto role = opened.estate().roleNamed("Key Vault Crypto User")->id;
        must(opened.run(
            command::AssignRole{test::id<AssignmentId>(), who, role, {estate::Scope::Kind::Key, RecordId{c.bytes}}}));
        opened.settle();
        // What differs from one to the next is asked for one of them.
        for (const auto *one : {"vault.change", "key.rotate", "range.add", "resource.move"})
            QVERIFY2(!forMany(action(one)), one);
        ActionDraft draft(action("key.assign"), *opened.workspace,
                          std::vector{Target::of(a), Target::of(b), Target::of(c)});
        QVERIFY(!draft.blocker().isEmpty()); // nothing was filled in yet
        draft.setValue("principal", text(who.text()));
        draft.setValue("role", text(role.text()));
        waitFor(draft);
        QCOMPARE(draft.impact().refused().rowCount(), 1);
        carryOut(opened, draft);
        std::set<RecordId> on;
        for (const auto &[id, one] : opened.estate().assignments())
            if (one->principal == who && one->role == role) on.insert(one->scope.id);
        QCOMPARE(on, (std::set{RecordId{a.bytes}, RecordId{b.bytes}, RecordId{c.bytes}}));
    }

    /// One that is refused on the way, as somebody else was quicker, stands in nobody's way.
    void oneThatFailsStopsNobody()
    {
        Opened opened;
        const auto vault = opened.vault("kv1", false);
        const auto a = opened.key(vault, "a"), b = opened.key(vault, "b"), c = opened.key(vault, "c");
        opened.settle();
        ActionDraft draft(action("key.delete"), *opened.workspace,
                          std::vector{Target::of(a), Target::of(b), Target::of(c)});
        waitFor(draft);
        must(opened.run(command::DeleteKey{b})); // behind the window's back, which still has the old estate
        draft.commit();
        QTRY_COMPARE(opened.workspace->notifications().rowCount(), 1);
        opened.settle();
        QVERIFY(opened.estate().key(a)->deleted && opened.estate().key(c)->deleted);
        QCOMPARE(last(opened).state, State::AtRisk);
        QVERIFY2(last(opened).text.contains("2 of 3"), qPrintable(last(opened).text));
        QVERIFY2(last(opened).detail.contains("kv1/b"), qPrintable(last(opened).detail));
    }

    /// What comes after something refused about the same thing counted on it.
    void afterARefusalNothingMoreIsDoneToThatThing()
    {
        Opened opened;
        const auto vault = opened.vault("kv1", false);
        const auto a = opened.key(vault, "a"), b = opened.key(vault, "b");
        const auto run = oneAfterTheOther(
            "Try", {{command::RecoverKey{a}}, {command::DeleteKey{a}}, {command::DeleteKey{b}}}, 0, test::owner);
        const auto outcome = must(run(opened.inner(), [](const auto &) { return true; }));
        opened.settle();
        QVERIFY(!opened.estate().key(a)->deleted && opened.estate().key(b)->deleted);
        QVERIFY2(outcome.sentence.contains("1 of 3"), qPrintable(outcome.sentence));
        QVERIFY(outcome.detail.contains("not tried"));
        const auto cancelled = must(oneAfterTheOther("Try", {{command::RecoverKey{b}}}, 0,
                                                     test::owner)(opened.inner(), [](const auto &) { return false; }));
        opened.settle();
        QVERIFY(opened.estate().key(b)->deleted); // stopped before it
        QVERIFY2(cancelled.sentence.startsWith("Cancelled"), qPrintable(cancelled.sentence));
    }

    /// Several parts of one thing: each deed counts on the former ones.
    void severalRulesOfOneVaultAreRemoved()
    {
        Opened opened;
        const auto vault = opened.vault("kv1", false);
        std::vector<IpRange> ranges;
        for (const auto *one : {"192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"})
            ranges.push_back(must(IpRange::from(one)));
        must(opened.run(
            command::SetFirewall{.vault = vault, .access = Firewall::Access::SelectedNetworks, .ranges = ranges}));
        opened.settle();
        const auto scope = action("range.remove").scope;
        const auto rule = [&](const char *range) { return Target{scope, RecordId{vault.bytes}, {}, range}; };
        ActionDraft draft(action("range.remove"), *opened.workspace,
                          std::vector{rule("192.0.2.0/24"), rule("198.51.100.0/24")});
        waitFor(draft);
        draft.typeName(draft.impact().subject());
        carryOut(opened, draft);
        const auto &left = opened.estate().vault(vault)->firewall.ranges;
        QCOMPARE(left.size(), 1u);
        QCOMPARE(left.front().text(), std::string("203.0.113.0/24"));
        ActionDraft back("Undo", last(opened).undo, *opened.workspace, Target{});
        carryOut(opened, back);
        QCOMPARE(opened.estate().vault(vault)->firewall.ranges.size(), 3u);
    }

    /// MOD-5: only what was shown to hurt is overridden; what came to be in use meanwhile is not taken away with it.
    void MOD_5_whatWasNotShownToHurtIsGuarded()
    {
        Opened opened;
        const auto bound = opened.bound("rsv1");
        const auto spare = opened.key(bound.vault, "spare");
        const auto other = opened.resource("rsv2");
        const auto principal = test::id<PrincipalId>();
        must(opened.run(command::EnableIdentity{other, principal}));
        must(opened.run(
            command::SetAccessPolicy{bound.vault, principal, must(PermissionSet::from("get,list,wrapKey,unwrapKey"))}));
        opened.settle();
        ActionDraft draft(action("key.disable"), *opened.workspace,
                          std::vector{Target::of(bound.key), Target::of(spare)});
        waitFor(draft);
        draft.typeName("2");
        QVERIFY(draft.ready());
        must(opened.run(command::SetKey{other, bound.vault, spare, {}, {}, test::id<JobId>()}));
        draft.commit();
        QTRY_COMPARE(opened.workspace->notifications().rowCount(), 1);
        QVERIFY2(last(opened).text.contains("1 of 2"), qPrintable(last(opened).text));
        opened.settle();
        QVERIFY(!opened.estate().key(bound.key)->latest().enabled);
        QVERIFY(opened.estate().key(spare)->latest().enabled);
    }

    /// What is offered for many is a plain command for each thing of the sample that it is about.
    void whatAsksForMoreIsDoneToOneThing()
    {
        Opened opened;
        const auto bound = opened.bound();
        opened.point(bound.resource);
        opened.settle();
        std::size_t asked = 0;
        for (const auto *record : DeclaredAction::all()) {
            if (!forMany(*record)) continue;
            const auto *thing = thingOf(record->scope);
            if (!thing || !thing->each) continue;
            thing->each(opened.estate(), false, [&](const Target &target, std::string_view) {
                const Situation one{*opened.workspace, opened.workspace->moment(), target};
                if (record->supported && !record->supported(one)) return;
                const auto deed = record->deed(one, {});
                ++asked;
                if (deed && (!deed->action || deed->errand || deed->secret)) qFatal("%s", qPrintable(record->id));
            });
        }
        QVERIFY(asked > 5);
        QVERIFY(forMany(action("key.delete")) && forMany(action("key.recover")) && forMany(action("vault.delete")));
        for (const auto *one : {"point.check", "job.resume", "item.backup"}) QVERIFY2(!forMany(action(one)), one);
        QVERIFY(!forMany(action("key.rotate")) && !forMany(action("key.create")) && !forMany(action("cmk.enable")));
    }

    /// What was done from here can be taken back from the log, too; what others did cannot.
    void theLogTakesBackWhatWasDoneHere()
    {
        Opened opened;
        const auto vault = opened.vault("kv1", false);
        const auto mine = opened.key(vault, "mine"), theirs = opened.key(vault, "theirs");
        opened.settle();
        ActivityTable table(*opened.workspace);
        ActionDraft draft(action("key.delete"), *opened.workspace, Target::of(mine));
        carryOut(opened, draft);
        must(opened.run(command::DeleteKey{theirs}));
        opened.settle();
        const auto rowOf = [&](const char *operation, const QString &subject = {}) {
            for (int row = 0; row < table.rowCount(); ++row)
                if (table.cell(row, 2).text == operationWords(operation) &&
                    (subject.isEmpty() || table.cell(row, 3).text == subject))
                    return row;
            return -1;
        };
        const auto rowFor = [&](const QString &subject) { return rowOf("key.delete", subject); };
        QTRY_VERIFY(rowFor("kv1/mine") >= 0 && rowFor("kv1/theirs") >= 0);
        QVERIFY(!table.buttonAt(rowFor("kv1/mine")).isEmpty());
        QVERIFY(table.buttonAt(rowFor("kv1/theirs")).isEmpty());
        const auto fix = table.fixAt(rowFor("kv1/mine"));
        QCOMPARE(fix.size(), 1u);
        QVERIFY(std::get<command::RecoverKey>(fix.front()).key == mine);
        ActionDraft back("Undo", fix, *opened.workspace, Target{});
        carryOut(opened, back);
        QVERIFY(!opened.estate().key(mine)->deleted);
        QTRY_VERIFY(table.buttonAt(rowFor("kv1/mine")).isEmpty()); // taken back it is not taken back again
        ActionDraft policy(action("key.disable"), *opened.workspace, Target::of(mine));
        carryOut(opened, policy);
        const auto disabled = [&] { return rowOf("key.update"); };
        QTRY_VERIFY(disabled() >= 0 && !table.buttonAt(disabled()).isEmpty());
        must(opened.run(command::UpdateKeyVersion{
            mine, opened.estate().key(mine)->latest().id, {}, {}, {}, Tags{{"changed", "since"}}, {}}));
        opened.settle();
        QVERIFY(table.buttonAt(disabled()).isEmpty());   // it would take back more than was done
        for (int row = 0; row < table.rowCount(); ++row) // what cannot be taken back has no button
            if (table.cell(row, 2).text == "key.create") QVERIFY(table.buttonAt(row).isEmpty());
    }

    /// Pinned from run to run by its id alone; what is gone is not shown, and comes back with what was recovered.
    void whatIsPinnedIsThereAgain()
    {
        Opened opened;
        const auto vault = opened.vault("kv-secretive", false);
        const auto key = opened.key(vault, "the-name");
        opened.settle();
        const auto settings = opened.path("window.ini"), store = opened.path("s.keyward");
        auto &marks = opened.workspace->bookmarks();
        marks.keepIn(settings, store);
        marks.pin(Target::of(key), true);
        marks.pin(Target::of(vault), true);
        marks.pin(Target::of(key), true); // already
        QCOMPARE(marks.pinned().size(), 2u);
        QFile file(settings);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto kept = file.readAll();
        QVERIFY(kept.contains("key:"));
        QVERIFY(!kept.contains("the-name") && !kept.contains("secretive"));

        Bookmarks again(opened.workspace->feed());
        again.keepIn(settings, store);
        QVERIFY(again.pinned() == marks.pinned());
        Bookmarks elsewhere(opened.workspace->feed());
        elsewhere.keepIn(settings, opened.path("other.keyward"));
        QVERIFY(elsewhere.pinned().empty());

        QVERIFY(!Bookmarks::canPin(Target::of(key, opened.estate().key(key)->latest().id)));
        marks.pin(Target::of(key), false);
        QVERIFY(marks.pinned() == std::vector{Target::of(vault)});
    }

    void whatWasOpenedLatelyIsAtHand()
    {
        Opened opened;
        const auto vault = opened.vault("kv1", false);
        const auto a = opened.key(vault, "a"), b = opened.key(vault, "b");
        opened.settle();
        Navigation navigation(*opened.workspace);
        navigation.go(Target::of(vault));
        navigation.go(Target::of(a));
        navigation.go(Target::of(b));
        auto &marks = opened.workspace->bookmarks();
        QVERIFY((marks.recent() == std::vector{Target::of(b), Target::of(a), Target::of(vault)}));
        marks.pin(Target::of(a), true);
        QVERIFY((marks.recent() == std::vector{Target::of(b), Target::of(vault)}));
        SearchModel search(*opened.workspace);
        search.look({}, {});
        QCOMPARE(search.at(0).text, QStringLiteral("a"));
        QCOMPARE(search.at(0).detail, QStringLiteral("Pinned"));
        QCOMPARE(search.at(1).text, QStringLiteral("b"));
    }
};

QTEST_MAIN(TestMany)
#include "tst_many.moc"
