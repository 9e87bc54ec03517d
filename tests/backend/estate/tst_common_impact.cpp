// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CON-4 for several commands at once: what they do together is what is told, and nothing of it is done.

#include "backend/estate/common_impact.h"
#include "tests/support/fixture.h"

using namespace keyward;
using namespace keyward::estate;
using test::must;

namespace {

CommonImpact ofAll(const test::Model &model, const std::vector<Action> &actions)
{
    std::vector<Command> commands;
    for (const auto &action : actions) commands.push_back({.action = action, .overrideClaims = true});
    return commonImpact(model.estate, commands, test::owner, model.now);
}

command::UpdateKeyVersion switched(const test::Model &model, const KeyId &key, bool on)
{
    return {key, model.keyOf(key).latest().id, on, {}, {}, {}, {}};
}

} // namespace

class TestCommonImpact : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CON_4_severalCommandsAreToldAsOne()
    {
        test::Model model;
        const auto one = model.bound("rsv1"), two = model.bound("rsv2");
        const auto loose = model.key(one.vault, "loose");
        const auto all = ofAll(
            model, {switched(model, one.key, false), switched(model, two.key, false), switched(model, loose, false)});
        QCOMPARE(all.impact.effects.size(), 2u);
        for (const auto &effect : all.impact.effects) QVERIFY(effect.worse() && effect.after.health == Health::Lost);
        QVERIFY(all.impact.takesAway);
        QVERIFY(std::ranges::none_of(all.each, [](const auto &each) { return each.refused.has_value(); }));
        QVERIFY(all.each[0].takesAway && all.each[1].takesAway);
        QVERIFY(!all.each[2].takesAway); // which needs no override, whatever the others need
        QVERIFY(!all.impact.undo);       // of several there is no single one
        QCOMPARE(all.undo.size(), 3u);
        QVERIFY(std::get<command::UpdateKeyVersion>(all.undo.front()).key == loose); // the last thing first
        for (const auto &undo : all.undo) QVERIFY(std::get<command::UpdateKeyVersion>(undo).enabled == true);
        QVERIFY(model.keyOf(one.key).latest().enabled); // nothing was done
    }

    void whatARuleForbidsIsToldAndTheOthersGoOn()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto first = model.key(bound.vault, "first"), last = model.key(bound.vault, "last");
        const auto all = ofAll(model, {command::DeleteKey{first}, command::RecoverKey{bound.key}, // is not deleted
                                       command::DeleteKey{last}});
        QCOMPARE(all.each.size(), 3u);
        QVERIFY(!all.each[0].refused && !all.each[2].refused);
        QVERIFY(all.each[1].refused && all.each[1].refused->code == Code::KeyNotDeleted);
        QCOMPARE(all.undo.size(), 2u);
        QVERIFY(!all.impact.takesAway);
    }

    /// Each is judged on what the former ones leave.
    void aCommandMayNeedAFormerOne()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        const auto key = model.key(vault, "a");
        const auto all = ofAll(model, {command::DeleteKey{key}, command::RecoverKey{key}, command::DeleteKey{key}});
        QVERIFY(std::ranges::none_of(all.each, [](const auto &each) { return each.refused.has_value(); }));
        const auto wrong = ofAll(model, {command::RecoverKey{key}, command::DeleteKey{key}});
        QVERIFY(wrong.each[0].refused && !wrong.each[1].refused);
    }

    /// What a later one mends is no lasting effect; but the former one is refused without an override all the same.
    void whatIsMendedOnTheWayStillNeedsAnOverride()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto off = switched(model, bound.key, false), on = switched(model, bound.key, true);
        const auto all = ofAll(model, {off, on});
        QVERIFY(all.impact.effects.empty());
        QVERIFY(all.impact.takesAway);
        KW_REFUSED(model.run(off), Code::LiveClaims);
    }

    void oneThatCannotBeTakenBackLeavesNoUndoOfAll()
    {
        test::Model model;
        const auto vault = model.vault("kv1", false);
        const auto kept = model.key(vault, "kept"), gone = model.key(vault, "gone");
        must(model.run(command::DeleteKey{gone}));
        const auto all = ofAll(model, {command::DeleteKey{kept}, command::PurgeKey{gone}});
        QVERIFY(all.undo.empty());
        QVERIFY(!all.impact.irreversible.empty());
    }

    void ofOneItIsWhatThatOneDoes()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto alone =
            must(impactOf(model.estate, {switched(model, bound.key, false), true}, test::owner, model.now));
        const auto all = ofAll(model, {switched(model, bound.key, false)});
        QCOMPARE(alone.effects.size(), all.impact.effects.size());
        QVERIFY(alone.undo && all.impact.undo && alone.takesAway && all.impact.takesAway);
        KW_REFUSED(impactOf(model.estate, {command::RecoverKey{bound.key}, true}, test::owner, model.now),
                   Code::KeyNotDeleted);
    }
};

QTEST_GUILESS_MAIN(TestCommonImpact)
#include "tst_common_impact.moc"
