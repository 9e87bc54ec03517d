// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The guided ways: their order, what they say is lost, and that whoever goes along them to the end arrives.

#include "tests/support/draw.h"
#include "tests/support/world.h"

#include "backend/estate/access.h"
#include "backend/estate/plans/guides.h"

#include <rapidcheck.h>

#include <set>

using namespace keyward;
using namespace keyward::estate;
using keyward::test::id;
using keyward::test::must;

namespace {

using State = Step::State;
using Ids = std::vector<std::string>;

/// A world of one bound resource, and the goal.
struct Given {
    test::Model model;
    test::Desk::Bound bound = model.bound();

    Plan plan(const AnyGoal &goal) const { return planFor(model.estate, goal, model.now, id<RecordId>()); }
    const Resource &resource() const { return *model.estate.resource(bound.resource); }
    Key key() const { return model.keyOf(bound.key); }
    VersionId newest() const { return key().latest().id; }
    RotateGoal rotation() const { return {.key = bound.key, .from = newest()}; }
    bool works() const { return health() <= Health::Warning; } // a key without a backup is warned of
    Health health() const { return assess(model.estate, resource(), model.now).health; }
    std::string tenant(const char *name)
    {
        const auto made = id<TenantId>();
        must(model.run(command::CreateTenant{made, must(DisplayName::from(name))}));
        return model.estate.tenant(made)->directory;
    }
    SubscriptionId home() const { return *model.estate.subscriptionId(model.estate.settings().subscription); }
};

Ids idsOf(const Plan &plan, State state)
{
    Ids out;
    for (const auto &step : plan.steps)
        if (step.state == state) out.push_back(step.id);
    return out;
}

const Step &stepOf(const Plan &plan, const std::string &id)
{
    const auto found = std::ranges::find(plan.steps, id, &Step::id);
    if (found == plan.steps.end()) test::giveUp({Code::NotFound, id, {"step"}, {}});
    return *found;
}

bool loses(const Step &step, Code code) { return std::ranges::contains(step.loses, code, &Statement::code); }

std::string wrong; ///< of the last walk

/// To the end, as whoever carries it out does. Only what a step said may be overridden, and nobody loses unsaid.
Ids walk(Given &given, const AnyGoal &goal)
{
    Ids out;
    wrong.clear();
    for (int guard = 0; guard < 60; ++guard) {
        const auto plan = given.plan(goal);
        std::set<std::string> ids; // by which a wizard knows what was agreed to
        for (const auto &one : plan.steps)
            if (!ids.insert(one.id).second) wrong += "two steps are called " + one.id + "; ";
        const auto *step = plan.next();
        if (!step) {
            if (!plan.done()) wrong += "it ends before the end; ";
            return out;
        }
        const auto impact = must(impactOf(given.model.estate, {*step->action}, test::owner, given.model.now));
        const bool lost = std::ranges::any_of(impact.access, [](const auto &one) { return !one.lost.empty(); }) ||
                          std::ranges::any_of(impact.effects, [](const auto &one) { return !one.added.empty(); });
        if (lost && step->loses.empty()) wrong += step->id + " takes something away and does not say so; ";
        if (!impact.irreversible.empty() && !step->asks()) wrong += step->id + " does not ask; ";
        if (const auto done = given.model.run(*step->action, step->overrides); !done)
            wrong += step->id + ": " + message(done.error()) + "; ";
        if (!wrong.empty()) return out;
        out.push_back(step->id);
        given.model.now += std::chrono::minutes(1);
    }
    wrong = "it never ends";
    return out;
}

#define KW_WALKED(given, goal, ...)                                                                                    \
    do {                                                                                                               \
        const auto kwSteps = walk(given, goal);                                                                        \
        QVERIFY2(wrong.empty(), wrong.c_str());                                                                        \
        QCOMPARE(kwSteps, (Ids __VA_ARGS__));                                                                          \
        QVERIFY(given.plan(goal).done());                                                                              \
    } while (false)

} // namespace

class TestGuides : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Rotate

    void VLT_8_aRotationMakesAVersionAndWhatFollowsTakesItUp()
    {
        Given given;
        const auto goal = given.rotation();
        const auto plan = given.plan(goal);
        QCOMPARE(idsOf(plan, State::Needed), (Ids{"version", "bind:rsv1"}));
        QVERIFY(stepOf(plan, "bind:rsv1").what.code == Code::GuideTakeUp);
        QVERIFY(!plan.needsAcknowledgement() && !plan.needsOverride());
        KW_WALKED(given, goal, {"version", "bind:rsv1"});
        QCOMPARE(given.resource().binding->version, given.newest());
        QVERIFY(!given.resource().binding->pinned);
        QVERIFY(given.key().version(goal.from)->enabled);
    }

    void BKP_13_whatIsPinnedIsSetToTheNewVersionExplicitly()
    {
        Given given;
        KW_OK(given.model.run(given.model.binding(given.bound.resource, given.bound.vault, given.bound.key, true)));
        const auto goal = given.rotation();
        QVERIFY(stepOf(given.plan(goal), "bind:rsv1").what.code == Code::GuideRepin);
        KW_WALKED(given, goal, {"version", "bind:rsv1"});
        QVERIFY(given.resource().binding->pinned);
        QCOMPARE(given.resource().binding->version, given.newest());
    }

    /// It goes on from where it was left, also where somebody rotated or bound by hand.
    void CON_3_aRotationGoesOnWhereItStopped()
    {
        Given given;
        const auto goal = given.rotation();
        KW_OK(given.model.run(*given.plan(goal).next()->action));
        QCOMPARE(idsOf(given.plan(goal), State::Needed), (Ids{"bind:rsv1"}));
        QCOMPARE(given.key().versions.size(), std::size_t(2));
        KW_WALKED(given, goal, {"bind:rsv1"});
        QCOMPARE(given.key().versions.size(), std::size_t(2));
    }

    void BKP_13_theFormerVersionStaysAsLongAsItIsNeeded()
    {
        Given given;
        const auto point = given.model.point(given.bound.resource);
        const auto goal = given.rotation();
        (void)walk(given, goal);
        const auto kept = given.plan(goal);
        QVERIFY(stepOf(kept, "former").what.code == Code::GuideFormerNeeded);
        QVERIFY2(stepOf(kept, "former").title().contains("recovery point"), stepOf(kept, "former").title().c_str());
        (void)given.model.point(given.bound.resource); // one more backup under the new version
        QVERIFY(given.plan(goal).done());
        KW_OK(given.model.run(command::DeletePoint{point}, true));
        QCOMPARE(idsOf(given.plan(goal), State::Needed), (Ids{"former"}));
        KW_WALKED(given, goal, {"former"});
        QVERIFY(!given.key().version(goal.from)->enabled);
        QVERIFY(!given.key().deleted && given.key().versions.size() == 2);
        QVERIFY(given.works());
    }

    void MOD_6_aNewVersionIsToBeBackedUp()
    {
        Given given;
        const auto goal = given.rotation();
        (void)walk(given, goal);
        QVERIFY(std::ranges::contains(given.plan(goal).advice, Code::AdviceBackUp, &Statement::code));
        KW_OK(given.model.run(command::NoteKeyBackup{given.bound.key, "file"}));
        QVERIFY(given.plan(goal).advice.empty());
    }

    /// Nobody keeps an account of what an application encrypted: it is named before the version goes.
    void VLT_8_applicationsThatMayHaveUsedTheFormerVersionAreNamed()
    {
        Given given;
        const auto alone = given.model.key(given.bound.vault, "alone");
        const RotateGoal goal{.key = alone, .from = given.model.keyOf(alone).latest().id};
        QVERIFY(!given.plan(goal).needsAcknowledgement());
        given.model.grant(given.bound.vault, given.model.application("orders"), "encrypt,decrypt");
        const auto plan = given.plan(goal);
        QVERIFY(loses(stepOf(plan, "former"), Code::LossMayUse) && plan.needsAcknowledgement());
        auto kept = goal;
        kept.retire = false;
        QCOMPARE(idsOf(given.plan(kept), State::Needed), (Ids{"version"}));
        KW_WALKED(given, goal, {"version", "former"});
    }

    void whatTheRulesRefuseIsBlockedFromTheStart()
    {
        Given given;
        KW_OK(given.model.run(command::RemoveAccessPolicy{given.bound.vault, given.bound.principal}, true));
        const auto plan = given.plan(given.rotation());
        QCOMPARE(idsOf(plan, State::Blocked), (Ids{"bind:rsv1"}));
        QVERIFY(stepOf(plan, "bind:rsv1").reason->code == Code::PermissionMissing);
        KW_OK(given.model.run(command::DeleteKey{given.bound.key}, true));
        QCOMPARE(idsOf(given.plan(given.rotation()), State::Blocked), (Ids{"key"}));
    }

    // Revoke

    void MOD_5_aRevokedKeyIsDisabledAndNotDeleted()
    {
        Given given;
        given.model.point(given.bound.resource);
        KW_OK(given.model.run(command::RotateKey{given.bound.key, {id<VersionId>(), id<RecordId>()}}));
        const auto old = given.key().versions.front().id, young = given.newest();
        const RevokeGoal goal{.key = given.bound.key};
        const auto plan = given.plan(goal);
        const auto inUse = stepOf(plan, "disable:" + old.text());
        QVERIFY(loses(inUse, Code::LossService) && loses(inUse, Code::ClaimData) && inUse.overrides);
        QVERIFY(plan.needsAcknowledgement() && plan.needsOverride());
        KW_REFUSED(given.model.run(*inUse.action), Code::LiveClaims);
        KW_WALKED(given, goal, {"disable:" + young.text(), "disable:" + old.text()});
        QVERIFY(!given.key().deleted);
        QCOMPARE(given.health(), Health::Lost);
        for (const auto &version : given.key().versions) // the way back
            KW_OK(given.model.run(command::UpdateKeyVersion{given.bound.key, version.id, true, {}, {}, {}, {}}));
        QVERIFY(given.health() != Health::Lost);
    }

    void MOD_5_oneVersionAlone()
    {
        Given given;
        const auto goal = RevokeGoal{.key = given.bound.key, .version = given.newest()};
        KW_OK(given.model.run(command::RotateKey{given.bound.key, {id<VersionId>(), id<RecordId>()}}));
        KW_WALKED(given, goal, {"disable:" + goal.version->text()});
        QVERIFY(given.key().latest().enabled);
    }

    /// What is needed still could be purged by anybody as long as nothing holds it.
    void VLT_6_theWayBackIsMadeSureFirst()
    {
        Given given;
        auto vault = *given.model.estate.vault(given.bound.vault);
        vault.purgeProtection = false;
        given.model.estate.put(vault);
        const RevokeGoal goal{.key = given.bound.key};
        const auto plan = given.plan(goal);
        QCOMPARE(plan.next()->id, std::string("protection"));
        QVERIFY(!plan.next()->irreversible.empty());
        KW_WALKED(given, goal, {"protection", "disable:" + given.newest().text()});
        QVERIFY(given.model.estate.vault(given.bound.vault)->purgeProtection);
    }

    void MOD_8_oneLosesItsGrantAndTheKeyStaysEnabled()
    {
        Given given;
        const auto app = given.model.application("orders");
        given.model.grant(given.bound.vault, app, "encrypt,decrypt");
        const RevokeGoal goal{.key = given.bound.key, .principal = app};
        const auto plan = given.plan(goal);
        QVERIFY(loses(stepOf(plan, "grant:policy"), Code::LossAccess) && plan.needsAcknowledgement());
        KW_WALKED(given, goal, {"grant:policy"});
        QVERIFY(effectivePermissions(given.model.estate, app, *given.model.estate.vault(given.bound.vault)).empty());
        QVERIFY(given.key().latest().enabled);
        QVERIFY(given.works());
        const RevokeGoal service{.key = given.bound.key, .principal = given.bound.principal};
        const auto second = given.plan(service);
        QVERIFY(loses(stepOf(second, "grant:policy"), Code::LossService) && second.needsOverride());
        KW_WALKED(given, service, {"grant:policy"});
        QCOMPARE(given.health(), Health::Lost);
    }

    void MOD_8_grantsByRoleAndThroughGroupsGoToo()
    {
        Given given;
        const auto app = given.model.application("orders");
        given.model.group("outer", {given.model.group("inner", {app})});
        KW_OK(given.model.run(command::SetAccessModel{given.bound.vault, AccessModel::Roles}, true));
        given.model.assign("Key Vault Crypto User", app, "subscription");
        given.model.assign("Key Vault Crypto Officer", given.model.estate.principalNamed("outer")->id, "vault:kv-rsv1");
        const RevokeGoal goal{.key = given.bound.key, .principal = app};
        const auto steps = walk(given, goal);
        QVERIFY2(wrong.empty(), wrong.c_str());
        QCOMPARE(steps.size(), std::size_t(2));
        QVERIFY(given.plan(goal).done());
        QVERIFY(
            effectivePermissions(given.model.estate, app, *given.model.estate.vault(given.bound.vault), given.bound.key)
                .empty());
        QVERIFY(given.model.estate.principalNamed("inner")->members.empty());
        QVERIFY(!given.model.estate.principalNamed("outer")->members.empty());
    }

    /// TDE-8: whatever is to live on is moved to another key before this one goes.
    void MOD_5_whatIsBoundGoesOnUnderAnotherKey()
    {
        Given given;
        const auto other = given.model.key(given.model.vault("kv2", false), "next");
        const RevokeGoal goal{.key = given.bound.key, .instead = other};
        const auto plan = given.plan(goal);
        const auto ids = idsOf(plan, State::Needed);
        QCOMPARE(ids, (Ids{"permission:rsv1", "protection:rsv1", "bind:rsv1", "disable:" + given.newest().text()}));
        QVERIFY(!loses(stepOf(plan, ids.back()), Code::LossService));
        (void)walk(given, goal);
        QVERIFY2(wrong.empty(), wrong.c_str());
        QVERIFY(given.plan(goal).done());
        QCOMPARE(given.resource().binding->key, other);
        QVERIFY(given.works());
    }

    void whatLeftTheVaultStaysValid()
    {
        Given given;
        const RevokeGoal goal{.key = given.bound.key};
        const auto before = given.plan(goal);
        QVERIFY(before.advice.empty());
        KW_OK(given.model.run(command::NoteKeyBackup{given.bound.key, "/media/usb/cmk.keybackup"}));
        const auto after = given.plan(goal);
        QCOMPARE(after.advice.size(), std::size_t(1));
        QVERIFY(message(after.advice.front()).contains("/media/usb/cmk.keybackup"));
    }

    // Access model

    void VLT_9_everybodyIsGrantedTheEquivalentFirst()
    {
        Given given;
        given.model.grant(given.bound.vault, given.model.application("orders"), "encrypt,decrypt");
        const AccessModelGoal goal{given.bound.vault, AccessModel::Roles};
        const auto plan = given.plan(goal);
        QCOMPARE(idsOf(plan, State::Needed), (Ids{"keep:orders", "keep:rsv1", "switch"}));
        QVERIFY(!plan.needsOverride() && stepOf(plan, "switch").loses.empty());
        KW_OK(given.model.run(*plan.next()->action));
        QCOMPARE(idsOf(given.plan(goal), State::Done), (Ids{"keep:orders"}));
        KW_WALKED(given, goal, {"keep:rsv1", "switch"});
        QVERIFY(given.works());
        const AccessModelGoal back{given.bound.vault, AccessModel::Policies};
        (void)walk(given, back);
        QVERIFY2(wrong.empty(), wrong.c_str());
        QVERIFY(given.plan(back).done());
        QVERIFY(given.works());
    }

    void VLT_9_withoutGrantsWhoLosesWhatIsSaid()
    {
        Given given;
        const AccessModelGoal goal{given.bound.vault, AccessModel::Roles, false};
        const auto plan = given.plan(goal);
        QCOMPARE(idsOf(plan, State::Needed), (Ids{"switch"}));
        QVERIFY(loses(stepOf(plan, "switch"), Code::LossAccess) && loses(stepOf(plan, "switch"), Code::LossService));
        QVERIFY(plan.needsOverride());
        KW_WALKED(given, goal, {"switch"});
    }

    void VLT_9_whatNoRoleHoldsBlocks()
    {
        Given given;
        // No built-in role gives purge and what a service does to one who is no administrator: leave none that does.
        auto catalogue = test::resource(":/keyward/catalogue/platform.json");
        std::string platform(textOf(catalogue));
        for (const std::string from : {"vaults/*\"", "vaults/keys/*\""})
            for (auto at = platform.find(from); at != std::string::npos; at = platform.find(from, at + 1))
                platform.replace(at, from.size(), "vaults/keys/read\"");
        const auto profiles = test::resource(":/keyward/catalogue/profiles.json");
        const auto poor = must(Catalogue::parse(profiles, bytesOf(platform)));
        given.model.estate = Estate(poor);
        must(given.model.run(command::Initialise{id<SettingsId>(), "tenant-a", "sub-a", id<RecordId>(), id<RecordId>(),
                                                 id<RecordId>()}));
        given.bound = given.model.bound("rsv9");
        given.model.grant(given.bound.vault, given.model.application("orders"), "purge,sign");
        const auto plan = given.plan(AccessModelGoal{given.bound.vault, AccessModel::Roles});
        QCOMPARE(idsOf(plan, State::Blocked), (Ids{"keep:orders"}));
        QVERIFY(stepOf(plan, "keep:orders").reason->code == Code::NoRoleKeeps);
    }

    // Recovery

    void VLT_6_aDeletedVaultComesBackWithWhatIsNeeded()
    {
        Given given;
        (void)given.model.point(given.bound.resource); // which needs less than what is to come
        const auto spare = given.model.key(given.bound.vault, "spare");
        KW_OK(given.model.run(command::DeleteKey{spare}, true));
        KW_OK(given.model.run(command::DeleteKey{given.bound.key}, true));
        KW_OK(given.model.run(command::RemoveAccessPolicy{given.bound.vault, given.bound.principal}, true));
        KW_OK(given.model.run(command::DeleteVault{given.bound.vault}, true));
        const RecoverGoal goal{given.bound.vault};
        QVERIFY(!given.plan(goal).needsAcknowledgement());
        QVERIFY(idsOf(given.plan(goal), State::Done).empty()); // nothing is so that only will be
        KW_WALKED(given, goal, {"vault", "key:cmk", "permission:rsv1"});
        QVERIFY(std::ranges::contains(idsOf(given.plan(goal), State::Done), "works:rsv1"));
        QVERIFY(given.works());
        QVERIFY(given.model.keyOf(spare).deleted);
        KW_WALKED(given, (RecoverGoal{given.bound.vault, true}), {"key:spare"});
    }

    void VLT_6_whatWasDisabledIsSaidAndLeftAlone()
    {
        Given given;
        KW_OK(given.model.run(command::UpdateKeyVersion{given.bound.key, given.newest(), false, {}, {}, {}, {}}, true));
        KW_OK(given.model.run(command::DeleteVault{given.bound.vault}, true));
        const RecoverGoal goal{given.bound.vault};
        const auto plan = given.plan(goal);
        QCOMPARE(idsOf(plan, State::Needed), (Ids{"vault"}));
        QVERIFY(std::ranges::contains(plan.advice, Code::AdviceStillLost, &Statement::code));
        KW_WALKED(given, goal, {"vault"});
        QVERIFY(!given.key().latest().enabled);
    }

    // Move

    void BKP_7_aMoveAndTheWayBack()
    {
        Given given;
        given.model.point(given.bound.resource);
        const auto home = given.model.estate.subscription(given.home())->tenant;
        const auto abroad = given.tenant("Fabrikam");
        const MoveGoal there{
            .subscription = given.home(), .tenant = abroad, .set = boundIn(given.model.estate, given.home())};
        const auto plan = given.plan(there);
        QVERIFY(loses(stepOf(plan, "move"), Code::LossService) && plan.needsOverride());
        const Ids wanted{"move", "identity-off:rsv1", "identity:rsv1", "permission:rsv1", "bind:rsv1"};
        QCOMPARE(idsOf(plan, State::Needed), wanted); // all of it is foreseen
        (void)walk(given, there);
        QVERIFY2(wrong.empty(), wrong.c_str());
        QVERIFY(given.plan(there).done());
        QVERIFY(given.works());
        const MoveGoal back{.subscription = given.home(), .tenant = home};
        QCOMPARE(walk(given, back), wanted);
        QVERIFY2(wrong.empty(), wrong.c_str());
        QVERIFY(given.works());
        QCOMPARE(assess(given.model.estate, given.resource(), given.model.now).unreadable, std::uint64_t(0));
    }

    /// A resource whose key vault stands in another subscription would be stranded: told before anything moves.
    void BKP_7_aVaultThatWouldStayBehindBlocks()
    {
        Given given;
        const auto abroad = given.tenant("Fabrikam");
        const auto other = id<SubscriptionId>();
        KW_OK(given.model.run(command::CreateSubscription{other, must(DisplayName::from("Elsewhere")),
                                                          given.model.estate.settings().tenant}));
        auto vault = *given.model.estate.vault(given.bound.vault);
        vault.place.subscription = given.model.estate.subscription(other)->guid;
        given.model.estate.put(vault);
        const auto plan = given.plan(MoveGoal{.subscription = given.home(), .tenant = abroad});
        QVERIFY(plan.blocked() && plan.next() && plan.next()->id == "move");
        QVERIFY(stepOf(plan, "key:rsv1").reason->code == Code::ProfileTenant);
    }

    void BKP_7_whatWentByAUserAssignedIdentityGoesByItsOwn()
    {
        Given given;
        const auto shared = given.model.userIdentity("shared");
        KW_OK(given.model.run(command::AssignIdentity{given.bound.resource, shared}));
        given.model.grant(given.bound.vault, shared);
        auto set = given.model.binding(given.bound.resource, given.bound.vault, given.bound.key);
        set.identity = shared;
        KW_OK(given.model.run(set));
        const MoveGoal goal{.subscription = given.home(),
                            .tenant = given.tenant("Fabrikam"),
                            .set = boundIn(given.model.estate, given.home())};
        (void)walk(given, goal);
        QVERIFY2(wrong.empty(), wrong.c_str());
        QVERIFY(given.plan(goal).done());
        QVERIFY(!given.resource().binding->identity);
        QVERIFY(given.works());
    }

    /// TDE-12, BOT-13: a service that takes its data back is turned back first, and set again where that is the aim.
    void BKP_7_whatCanGoBackToServiceManagedKeysDoes()
    {
        std::string profiles(textOf(test::resource(":/keyward/catalogue/profiles.json")));
        for (const std::string from : {"\"revertible\": false", "\"onlyBeforeFirstUse\": true"})
            for (auto at = profiles.find(from); at != std::string::npos; at = profiles.find(from, at + 1))
                profiles.replace(at, from.size(),
                                 from.contains("false") ? "\"revertible\": true" : "\"onlyBeforeFirstUse\": false");
        const auto platform = test::resource(":/keyward/catalogue/platform.json");
        Given given;
        given.model.estate = Estate(must(Catalogue::parse(bytesOf(profiles), platform)));
        must(given.model.run(command::Initialise{id<SettingsId>(), "tenant-a", "sub-a", id<RecordId>(), id<RecordId>(),
                                                 id<RecordId>()}));
        const auto places = missingPlaces(given.model.estate, [] { return id<RecordId>(); });
        must(given.model.run(places));
        given.bound = given.model.bound();
        const MoveGoal move{.subscription = given.home(),
                            .tenant = given.tenant("Fabrikam"),
                            .set = boundIn(given.model.estate, given.home())};
        const auto steps = walk(given, move);
        QVERIFY2(wrong.empty(), wrong.c_str());
        QCOMPARE(steps.front(), std::string("service:rsv1"));
        QCOMPARE(steps[1], std::string("move"));
        QVERIFY(given.resource().binding && given.works());
        const RevokeGoal revoke{.key = given.bound.key};
        KW_WALKED(given, revoke, {"service:rsv1", "disable:" + given.newest().text()});
        QVERIFY(!given.resource().binding);
    }

    /// Whatever was done before: who goes along a plan that nothing blocks arrives, and nobody loses anything unsaid.
    void whoeverWalksAPlanToItsEndArrives()
    {
        QVERIFY(rc::check([] {
            test::World world;
            const auto count = *rc::gen::inRange(0, 25);
            for (int i = 0; i < count; ++i) (void)world.model.run(test::anyActionWithMoves(world), true);
            Given given{.model = std::move(world.model), .bound = test::any(world.bounds)};
            const auto *key = given.model.estate.key(given.bound.key);
            const auto *vault = given.model.estate.vault(given.bound.vault);
            RC_PRE(key && vault);
            const auto model = vault->accessModel == AccessModel::Roles ? AccessModel::Policies : AccessModel::Roles;
            const auto other = given.model.estate.subscription(given.home())->tenant == "tenant-a"
                                   ? given.model.estate.tenantNamed("Abroad")->directory
                                   : std::string("tenant-a");
            const std::vector<AnyGoal> goals{
                RotateGoal{.key = key->id, .from = test::any(key->versions).id, .retire = *rc::gen::arbitrary<bool>()},
                RevokeGoal{.key = key->id},
                RevokeGoal{.key = key->id, .principal = test::any(world.everybody())},
                RevokeGoal{.key = key->id, .instead = world.bounds.front().key},
                AccessModelGoal{.vault = vault->id, .to = model, .keepAccess = *rc::gen::arbitrary<bool>()},
                MoveGoal{
                    .subscription = given.home(), .tenant = other, .set = boundIn(given.model.estate, given.home())},
                RecoverGoal{.vault = vault->id, .allKeys = *rc::gen::arbitrary<bool>()}};
            const auto goal = test::any(goals);
            const auto plan = given.plan(goal);
            std::set<std::string> ids;
            for (const auto &step : plan.steps) RC_ASSERT(ids.insert(step.id).second); // by which they are agreed to
            RC_ASSERT(!std::holds_alternative<RecoverGoal>(goal) || !plan.needsOverride());
            if (plan.blocked()) return; // said before anything was begun
            (void)walk(given, goal);
            if (!wrong.empty()) RC_FAIL(std::to_string(goal.index()) + ": " + wrong);
            RC_ASSERT(given.plan(goal).done());
        }));
    }

    /// A plan is the same for the same ids, and its ids are its own.
    void aPlanIsAPureFunction()
    {
        const Given given;
        const auto first = id<RecordId>();
        const auto at = [&](const RecordId &ids) {
            const auto plan = planFor(given.model.estate, given.rotation(), given.model.now, ids);
            return std::get<command::RotateKey>(*plan.next()->action).next.id;
        };
        QCOMPARE(at(first), at(first));
        QVERIFY(at(first) != at(id<RecordId>()));
    }
};

QTEST_GUILESS_MAIN(TestGuides)
#include "tst_guides.moc"
