// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/estate/describe.h"
#include "backend/estate/fresh_ids.h"

#include <rapidcheck.h>

using namespace keyward;
using namespace keyward::estate;

namespace {

/// One random step on a small estate; refusals are fine, they change nothing.
void randomStep(test::Model &model, Assessment &kept, const std::vector<test::Desk::Bound> &bounds)
{
    const auto &bound = *rc::gen::elementOf(bounds);
    const auto *key = model.estate.key(bound.key);
    const auto version =
        key ? key->versions[*rc::gen::inRange<std::size_t>(0, key->versions.size())].id : test::id<VersionId>();
    const command::VersionSeed seed{test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, {}};
    Action action = command::NoteKeyBackup{bound.key};
    switch (*rc::gen::inRange(0, 15)) {
    case 0: action = command::UpdateKeyVersion{bound.key, version, false, {}, {}, {}, {}}; break;
    case 1: action = command::UpdateKeyVersion{bound.key, version, true, {}, {}, {}, {}}; break;
    case 2:
        action = command::UpdateKeyVersion{
            bound.key, version, {}, {}, std::optional(model.now + Days(*rc::gen::inRange(-5, 60))), {}, {}};
        break;
    case 3:
        action = command::UpdateKeyVersion{
            bound.key, version, {}, std::optional(model.now + Days(*rc::gen::inRange(-5, 5))), {}, {}, {}};
        break;
    case 4: action = command::DeleteKey{bound.key}; break;
    case 5: action = command::RecoverKey{bound.key}; break;
    case 6: action = command::RotateKey{bound.key, seed}; break;
    case 7: action = command::RemoveAccessPolicy{bound.vault, bound.principal}; break;
    case 8:
        action = command::SetAccessPolicy{bound.vault, bound.principal,
                                          test::must(PermissionSet::from("get,list,wrapKey,unwrapKey"))};
        break;
    case 9:
        action = command::SetAccessPolicy{bound.vault, bound.principal,
                                          PermissionSet::ofBits(*rc::gen::inRange<std::uint32_t>(1, 1u << 20))};
        break;
    case 10: action = command::FollowNewVersion{bound.resource, test::id<JobId>()}; break;
    case 11: action = command::DeleteVault{bound.vault}; break;
    case 12: action = command::RecoverVault{bound.vault}; break;
    case 13:
        action = model.estate.key(bounds[0].key) ? Action(model.binding(bound.resource, bounds[0].vault, bounds[0].key))
                                                 : action;
        break;
    default:
        model.now += std::chrono::hours(*rc::gen::inRange(1, 24 * 40));
        action = command::SetStoreBackup{}; // never refused: time alone changes verdicts with it
        break;
    }
    const auto before = model.estate;
    auto change = applyUnguarded(model.estate, {action, true}, test::owner, model.now);
    if (!change) return;
    const auto effects = change->effects;
    for (const auto &effect : effects) complete(*change, effect, {});
    kept = assess(std::move(kept), before, *change, model.now);
    model.estate = std::move(change->next);
}

} // namespace

class TestAssessment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// A policy is set as a whole: whoever runs the fixes one after the other ends with all that is needed.
    void MOD_10_theFixOfOneNeedDoesNotUndoThatOfAnother()
    {
        test::Model model;
        const auto bound = model.bound("rsv1");
        model.point(bound.resource);
        const auto before = assess(model.estate, *model.estate.resource(bound.resource), model.now);
        KW_OK(model.run(command::RemoveAccessPolicy{bound.vault, bound.principal}, true));
        const auto verdict = assess(model.estate, *model.estate.resource(bound.resource), model.now);
        std::vector<command::SetAccessPolicy> fixes;
        for (const auto &reason : verdict.reasons)
            if (reason.fix) fixes.push_back(std::get<command::SetAccessPolicy>(*reason.fix));
        QCOMPARE(fixes.size(), std::size_t(2)); // for what comes, and for the point
        for (const auto &fix : fixes) KW_OK(model.run(fix));
        QVERIFY(assess(model.estate, *model.estate.resource(bound.resource), model.now) == before);
    }

    void incrementalEqualsFullOnRandomCommands()
    {
        const bool held = rc::check("assess(change) == assess(everything)", [] {
            test::Model model;
            const std::vector<test::Desk::Bound> bounds{model.bound("rsv1"), model.bound("rsv2"), model.bound("rsv3")};
            for (const auto &bound : bounds) model.point(bound.resource);
            auto kept = assess(model.estate, model.now);
            for (int step = 0; step < 25; ++step) {
                randomStep(model, kept, bounds);
                const auto full = assess(model.estate, model.now);
                RC_ASSERT(full.bindings == kept.bindings);
                RC_ASSERT(full.due == kept.due);
            }
        });
        QVERIFY(held);
    }

    void anExpiryIsForecastAndThenHappens()
    {
        test::Model model;
        const auto bound = model.bound();
        KW_OK(model.run(command::NoteKeyBackup{bound.key}));
        const auto expires = model.now + Days(40);
        KW_OK(model.run(command::UpdateKeyVersion{
            bound.key, model.keyOf(bound.key).latest().id, {}, {}, std::optional(expires), {}, {}}));
        const auto at = [&](Instant time) {
            return assess(model.estate, *model.estate.resource(bound.resource), time);
        };
        QCOMPARE(at(model.now).health, Health::Working);
        QCOMPARE(at(model.now).validUntil, std::optional(expires - Days(30)));
        QCOMPARE(at(expires - Days(30)).health, Health::AtRisk);
        QCOMPARE(at(expires - Days(30)).lostAt, std::optional(expires));
        QCOMPARE(at(expires).health, Health::Lost);
        model.now = expires;
        KW_OK(model.run(command::UpdateKeyVersion{
            bound.key, model.keyOf(bound.key).latest().id, {}, {}, std::optional<Instant>{}, {}, {}}));
        QCOMPARE(at(expires).health, Health::Working); // and heals
    }

    void CON_4_impactShowsWhatBreaksAndHowToUndoIt()
    {
        test::Model model;
        const auto bound = model.bound();
        model.point(bound.resource);
        const auto version = model.keyOf(bound.key).latest().id;
        const auto impact =
            test::must(impactOf(model.estate, {command::UpdateKeyVersion{bound.key, version, false, {}, {}, {}, {}}},
                                test::owner, model.now));
        QVERIFY(impact.takesAway);
        QCOMPARE(impact.effects.size(), std::size_t(1));
        QCOMPARE(impact.effects[0].after.health, Health::Lost);
        QCOMPARE(impact.effects[0].after.unreadable, std::uint64_t(1));
        QCOMPARE(impact.claims.size(), std::size_t(2));
        QVERIFY(impact.undo);
        const auto &undo = std::get<command::UpdateKeyVersion>(impact.undo->action);
        QVERIFY(undo.key == bound.key && undo.version == version && undo.enabled == true);
        QVERIFY(!impact.undo->estate.key(bound.key)->latest().enabled); // said on the estate afterwards
        QVERIFY(model.keyOf(bound.key).latest().enabled);               // nothing was done
    }

    void everyReasonWithAFixIsMendedByIt()
    {
        test::Model model;
        const auto bound = model.bound();
        model.point(bound.resource);
        const auto version = model.keyOf(bound.key).latest().id;
        const std::vector<Action> breakages{command::UpdateKeyVersion{bound.key, version, false, {}, {}, {}, {}},
                                            command::DeleteKey{bound.key}, command::DeleteVault{bound.vault},
                                            command::RemoveAccessPolicy{bound.vault, bound.principal},
                                            command::SetAccessModel{bound.vault, AccessModel::Roles}};
        for (const auto &breakage : breakages) {
            KW_OK(model.run(breakage, true));
            for (int guard = 0; guard < 5; ++guard) {
                const auto health = assess(model.estate, *model.estate.resource(bound.resource), model.now);
                if (health.health < Health::AtRisk) break;
                const auto found =
                    std::ranges::find_if(health.reasons, [](const Reason &reason) { return reason.fix.has_value(); });
                QVERIFY2(found != health.reasons.end(), describe(model.estate, breakage).text().c_str());
                KW_OK(model.run(withFreshIds(*found->fix, *test::context())));
            }
            QVERIFY(assess(model.estate, *model.estate.resource(bound.resource), model.now).health < Health::AtRisk);
        }
    }
};

QTEST_GUILESS_MAIN(TestAssessment)
#include "tst_assessment.moc"
