// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/estate/apply.h"
#include "backend/estate/assess.h"
#include "backend/estate/claims.h"
#include "backend/estate/coming.h"
#include "backend/estate/findings.h"
#include "backend/estate/impact.h"
#include "backend/estate/plan.h"
#include "backend/estate/plans/guides.h"
#include "backend/estate/services/sql_server/access.h"

using namespace keyward;
using namespace keyward::estate;

/// What the rules say of SQL servers, without store or keys.
class TestServerRules : public QObject
{
    Q_OBJECT

    struct Server : test::Model {
        VaultId kv;
        KeyId tde;
        ResourceId srv;
        PrincipalId principal;

        explicit Server(bool bind = true, KeySpec spec = {}, const std::string &type = "sql-server")
        {
            kv = vault("kv1");
            tde = key(kv, "tde", spec);
            srv = resource("srv1", "northeurope", type); // wherever its vault is
            principal = identity(srv);
            grant(kv, principal, "get,wrapKey,unwrapKey");
            if (!bind) return;
            test::must(run(add()));
            test::must(run(protector()));
        }
        VersionId version() const { return keyOf(tde).latest().id; }
        command::AddServerKey add() const { return {srv, kv, tde, version()}; }
        command::SetKey protector() const { return {srv, kv, tde, version(), {}, test::id<JobId>()}; }
        DatabaseId database(const std::string &name, bool encrypted = true)
        {
            const command::StartDatabase start{.server = srv,
                                               .job = test::id<JobId>(),
                                               .database = test::id<DatabaseId>(),
                                               .name = test::must(DatabaseName::from(name)),
                                               .folder = test::id<RecordId>().text(),
                                               .source = {},
                                               .encrypted = encrypted};
            test::must(run(start));
            Database made{.id = start.database,
                          .server = srv,
                          .name = start.name,
                          .encrypted = encrypted,
                          .wrappedBy = {},
                          .job = {},
                          .folder = start.folder};
            if (const auto &binding = estate.resource(srv)->binding; binding && encrypted)
                made.wrappedBy = WrappedBy{binding->vault, binding->key, binding->version, "uri"};
            test::must(run(command::FinishDatabase{start.job, made}));
            return start.database;
        }
        Health health() const { return assess(estate, *estate.resource(srv), now).health; }
        bool told(Code code) const
        {
            const auto verdict = assess(estate, *estate.resource(srv), now);
            return std::ranges::any_of(verdict.reasons, [&](const Reason &reason) { return reason.what.code == code; });
        }
        Status expireIn(Millis time, bool overriding = false)
        {
            return run(command::UpdateKeyVersion{tde, version(), {}, {}, std::optional(now + time), {}, {}},
                       overriding);
        }
    };

private Q_SLOTS:
    void TDE_1_theProtectorIsOfTheServerAndDatabasesInheritIt()
    {
        Server world;
        const auto one = world.database("one");
        const auto plain = world.database("plain", false);
        QVERIFY(world.estate.database(one)->wrappedBy->version == world.version());
        QVERIFY(!world.estate.database(plain)->wrappedBy);
        QCOMPARE(usesOf(*world.estate.database(plain)).size(), std::size_t(0)); // no data key, so no need of a key
        QVERIFY(wrappedOtherwise(world.estate, *world.estate.resource(world.srv)).empty());
        // One that comes with another wrap than the protector's is not taken.
        const command::StartDatabase start{.server = world.srv,
                                           .job = test::id<JobId>(),
                                           .database = test::id<DatabaseId>(),
                                           .name = test::must(DatabaseName::from("two")),
                                           .folder = "f",
                                           .source = {}};
        KW_OK(world.run(start));
        KW_REFUSED(world.run(command::FinishDatabase{start.job,
                                                     {.id = start.database,
                                                      .server = world.srv,
                                                      .name = start.name,
                                                      .encrypted = true,
                                                      .wrappedBy = {},
                                                      .job = {},
                                                      .folder = "f"}}),
                   Code::Conflict);
    }

    void TDE_9_keyWithExpiryIsNeitherAddedNorSet()
    {
        Server world(false);
        KW_OK(world.expireIn(Days(300)));
        KW_REFUSED(world.run(world.add()), Code::ProfileExpiry);
        KW_OK(
            world.run(command::UpdateKeyVersion{world.tde, world.version(), {}, {}, std::optional<Instant>(), {}, {}}));
        KW_OK(world.run(world.add()));
        KW_OK(world.expireIn(Days(300)));
        KW_REFUSED(world.run(world.protector()), Code::ProfileExpiry);
        // The newer rules take one.
        Server newer(false, {}, "sql-server-2");
        KW_OK(newer.expireIn(Days(300)));
        KW_OK(newer.run(newer.add()));
        KW_OK(newer.run(newer.protector()));
    }

    void TDE_9_expirySetLaterIsForecastHoweverLate()
    {
        Server world;
        QVERIFY(world.health() == Health::Warning); // no backup of the key
        KW_OK(world.expireIn(Days(300)));
        QVERIFY(world.health() == Health::AtRisk);
        const auto verdict = assess(world.estate, *world.estate.resource(world.srv), world.now);
        QVERIFY(verdict.lostAt == world.now + Days(300));
        const auto coming = comingUp(world.estate, world.now, world.now + Days(400));
        QVERIFY(std::ranges::any_of(coming, [](const Coming &one) { return one.what.code == Code::VersionExpires; }));
        world.now += Days(301);
        QVERIFY(world.health() == Health::Lost);
    }

    void TDE_10_deletingTheIdentityIsPreviewedAsLoss()
    {
        Server world;
        world.database("one");
        const command::DisableIdentity off{world.srv};
        const auto impact = test::must(impactOf(world.estate, {off, true}, test::owner, world.now));
        QVERIFY(impact.takesAway);
        KW_REFUSED(world.run(off), Code::OverrideNeeded);
        KW_OK(world.run(off, true));
        QVERIFY(world.health() == Health::Lost);
        QVERIFY(world.told(Code::NoIdentity));
    }

    void TDE_11_theVaultIsOfTheSameTenant()
    {
        Server world(false);
        const auto tenant = test::id<TenantId>();
        const auto subscription = test::id<SubscriptionId>();
        KW_OK(world.run(command::CreateTenant{tenant, test::must(DisplayName::from("Other"))}));
        const auto abroad = world.estate.tenant(tenant)->directory;
        KW_OK(world.run(command::CreateSubscription{subscription, test::must(DisplayName::from("Elsewhere")), abroad}));
        const auto guid = world.estate.subscription(subscription)->guid;
        KW_OK(world.run(command::CreateGroup{test::id<GroupId>(),
                                             guid,
                                             test::must(ResourceGroupName::from("default")),
                                             test::must(Region::from("westeurope")),
                                             {}}));
        const auto other = test::id<VaultId>();
        KW_OK(world.run(command::CreateVault{other,
                                             test::must(VaultName::from("kv-other")),
                                             {test::must(Region::from("westeurope")), abroad, guid, "default"},
                                             Tier::Standard,
                                             {},
                                             true,
                                             90}));
        const auto key = world.key(other, "tde");
        KW_REFUSED(world.run(command::AddServerKey{world.srv, other, key, world.keyOf(key).latest().id}),
                   Code::ProfileTenant);
    }

    void TDE_12_notToAnotherSubscriptionWithAVaultKey()
    {
        Server world;
        const auto subscription = test::id<SubscriptionId>();
        KW_OK(world.run(command::CreateSubscription{subscription, test::must(DisplayName::from("Second")),
                                                    world.estate.settings().tenant}));
        const auto second = world.estate.subscription(subscription)->guid;
        for (const auto &guid : {std::string("sub-a"), second})
            KW_OK(world.run(command::CreateGroup{test::id<GroupId>(),
                                                 guid,
                                                 test::must(ResourceGroupName::from("shop")),
                                                 test::must(Region::from("westeurope")),
                                                 {}}));
        KW_REFUSED(world.run(command::MoveResource{world.srv, second, "shop"}), Code::MoveRefused);
        KW_OK(world.run(command::MoveResource{world.srv, "sub-a", "shop"})); // another group is no other subscription
        KW_OK(world.run(command::SetServiceManaged{world.srv}));
        KW_OK(world.run(command::MoveResource{world.srv, second, "shop"}));
    }

    void TDE_14_namesOfTogether94Characters()
    {
        Server world(false);
        const auto vault = world.vault("kv-of-24-characters-long"); // 24
        world.grant(vault, world.principal, "get,wrapKey,unwrapKey");
        const auto add = [&](std::size_t length) {
            const auto key = world.key(vault, std::string(length, 'k'));
            return world.run(command::AddServerKey{world.srv, vault, key, world.keyOf(key).latest().id});
        };
        KW_OK(add(70));
        KW_REFUSED(add(71), Code::ProfileNameLength);
    }

    void TDE_18_rsaOf2048And3072Bits()
    {
        const auto added = [](KeySpec spec) {
            Server world(false, spec);
            return world.run(world.add());
        };
        KW_OK(added({KeyKind::Rsa, 2048, Curve::None}));
        KW_OK(added({KeyKind::Rsa, 3072, Curve::None}));
        KW_REFUSED(added({KeyKind::Rsa, 4096, Curve::None}), Code::ProfileKeySize);
        KW_REFUSED(added({KeyKind::Ec, 256, Curve::P256}), Code::ProfileKeyKind);
    }

    void TDE_16_keysAreAddedByVersionListedAndNeededOnesStay()
    {
        Server world(false);
        KW_REFUSED(world.run(world.protector()), Code::KeyNotOnServer);
        KW_OK(world.run(world.add()));
        KW_REFUSED(world.run(world.add()), Code::AlreadyExists);
        auto versionless = world.protector();
        versionless.version.reset();
        KW_REFUSED(world.run(versionless), Code::ProfileVersionNeeded); // P20
        KW_OK(world.run(world.protector()));
        const command::RemoveServerKey remove{world.srv, world.tde, world.version()};
        KW_REFUSED(world.run(remove), Code::KeyNeededByServer);
        const auto one = world.database("one");
        KW_OK(world.run(command::SetServiceManaged{world.srv}));
        KW_REFUSED(world.run(remove), Code::KeyNeededByServer); // its data key is not wrapped anew yet
        KW_OK(world.run(command::NoteRewrapped{world.srv, {one}, {}}));
        KW_OK(world.run(remove));
        KW_REFUSED(world.run(remove), Code::KeyNotOnServer);
    }

    void TDE_16_rotatingAddsTheNewVersionFirstAndKeepsTheOld()
    {
        Server world;
        world.database("one");
        const auto old = world.version();
        const auto plan =
            planFor(world.estate, RotateGoal{.key = world.tde, .from = old}, world.now, test::id<RecordId>());
        QVERIFY(!plan.blocked());
        std::vector<std::string> needed;
        for (const auto &step : plan.steps)
            if (step.state == Step::State::Needed) {
                needed.push_back(step.id);
                KW_OK(world.run(*step.action));
            }
        QCOMPARE(needed, (std::vector<std::string>{"version", "prepare:srv1", "bind:srv1"})); // the old one stays on
        QVERIFY(world.keyOf(world.tde).version(old)->enabled);
        const auto live = claims(world.estate, world.keyOf(world.tde), old);
        QVERIFY(std::ranges::any_of(live, [](const Claim &claim) { return claim.use.ends == Use::Ends::Rewrap; }));
    }

    void aPlanGoesOnAsIfDataKeysWereWrappedBetweenItsSteps()
    {
        Server world;
        world.database("one");
        const auto other = world.key(world.kv, "other");
        const auto plan =
            planFor(world.estate, RevokeGoal{.key = world.tde, .instead = other}, world.now, test::id<RecordId>());
        QVERIFY(!plan.blocked());
        QVERIFY(std::ranges::any_of(plan.steps, [](const Step &step) { return step.id == "prepare:srv1"; }));
        for (const auto &step : plan.steps) // nothing is left under the key when it is disabled
            QVERIFY2(!step.id.starts_with("disable:") || step.loses.empty(), step.id.c_str());
        // Also where the plan is made anew before the service has followed.
        KW_OK(world.run(command::SetServiceManaged{world.srv}));
        const auto anew = planFor(world.estate, RevokeGoal{.key = world.tde}, world.now, test::id<RecordId>());
        QVERIFY(!anew.blocked());
        for (const auto &step : anew.steps) QVERIFY2(step.loses.empty() && !step.overrides, step.id.c_str());
    }

    void P4_noSecondChangeWhileTheFirstIsUnderWay()
    {
        Server world;
        const auto one = world.database("one");
        const auto second = world.key(world.kv, "second");
        const command::SetKey other{world.srv, world.kv,         second, world.keyOf(second).latest().id,
                                    {},        test::id<JobId>()};
        KW_OK(world.run(command::AddServerKey{world.srv, world.kv, second, *other.version}));
        KW_OK(world.run(other));
        KW_REFUSED(world.run(world.protector()), Code::RewrapUnderWay);
        KW_REFUSED(world.run(command::SetServiceManaged{world.srv}), Code::RewrapUnderWay);
        KW_OK(world.run(command::NoteRewrapped{world.srv, {one}, WrappedBy{world.kv, second, *other.version, "uri"}}));
        KW_OK(world.run(world.protector()));
    }

    void aProtectorThatCannotUnwrapIsNotLeft()
    {
        Server world;
        world.database("one");
        KW_OK(world.run(command::UpdateKeyVersion{world.tde, world.version(), false, {}, {}, {}, {}}, true));
        KW_REFUSED(world.run(command::SetServiceManaged{world.srv}), Code::DataKeysUnreachable);
        KW_OK(world.run(command::UpdateKeyVersion{world.tde, world.version(), true, {}, {}, {}, {}}));
        KW_OK(world.run(command::SetServiceManaged{world.srv}));
    }

    void TDE_7_withoutItsKeyAServerBacksNothingUpAndTakesNothingNew()
    {
        Server world;
        const auto database = world.database("orders");
        const auto backUp = [&](const DatabaseId &id) {
            return world.run(command::StartDatabaseBackup{id, test::id<JobId>(), test::id<DatabaseBackupId>(), "f"});
        };
        const auto create = [&](const char *name, bool encrypted) {
            return world.run(command::StartDatabase{.server = world.srv,
                                                    .job = test::id<JobId>(),
                                                    .database = test::id<DatabaseId>(),
                                                    .name = test::must(DatabaseName::from(name)),
                                                    .folder = "g",
                                                    .source = {},
                                                    .encrypted = encrypted});
        };
        const auto plain = world.database("plain", false);
        const AccessLoss loss{.kind = AccessLoss::Kind::Refused, .since = {}, .reason = "it may not"};
        KW_OK(world.run(command::NoteAccess{world.srv, loss}));
        KW_REFUSED(backUp(database), Code::DatabaseInaccessible);
        KW_OK(backUp(plain)); // nothing of it is under the key
        KW_REFUSED(create("new", true), Code::DatabaseInaccessible);
        KW_OK(create("new-plain", false));
        KW_OK(world.run(command::NoteAccess{world.srv, {}}));
        KW_OK(backUp(database));
        KW_OK(create("new", true));
    }

    void TDE_8_aBoundProtectorIsNeverDeletedNotEvenByOverride()
    {
        Server world;
        const command::DeleteKey deletion{world.tde};
        KW_REFUSED(world.run(deletion), Code::BoundKeyKept);
        KW_REFUSED(world.run(deletion, true), Code::BoundKeyKept);
        KW_OK(world.run(command::UpdateKeyVersion{world.tde, world.version(), false, {}, {}, {}, {}}, true));
    }

    void TDE_6_theCountdownIsToldAndEndsWithTheLoss()
    {
        Server world;
        world.database("one");
        const AccessLoss loss{.kind = AccessLoss::Kind::Refused, .since = {}, .reason = "no"};
        KW_OK(world.run(command::NoteAccess{world.srv, loss}));
        const auto found = world.now;
        QVERIFY(world.health() == Health::Lost);
        QVERIFY(world.told(Code::AccessLostUntil));
        world.now += std::chrono::hours(3);
        KW_OK(
            world.run(command::NoteAccess{world.srv, AccessLoss{.kind = AccessLoss::Kind::Expired, .reason = "late"}}));
        QVERIFY(world.estate.resource(world.srv)->loss->since == found); // whatever its reason is now
        QVERIFY(dropsAt(world.estate, *world.estate.resource(world.srv)) == found + std::chrono::hours(24));
        const auto coming = comingUp(world.estate, world.now, world.now + Days(2));
        QVERIFY(std::ranges::any_of(coming, [](const Coming &one) { return one.what.code == Code::DataDropped; }));
        KW_OK(world.run(command::NoteAccess{world.srv, {}}));
        QVERIFY(world.health() == Health::Warning);
        // The newer rules drop nothing.
        Server newer(true, {}, "sql-server-2");
        KW_OK(newer.run(command::NoteAccess{newer.srv, loss}));
        QVERIFY(newer.told(Code::AccessLostSince));
        QVERIFY(!dropsAt(newer.estate, *newer.estate.resource(newer.srv)));
    }

    void TDE_6_whatIsUnderTheKeyIsInaccessibleAndSaysWhyAndUntilWhen()
    {
        Server world;
        const auto one = world.database("one"), plain = world.database("plain", false);
        const auto state = [&](const DatabaseId &id) {
            return stateText(stateOf(world.estate, *world.estate.database(id)));
        };
        QCOMPARE(state(one), "online");
        KW_OK(mayBeOpened(world.estate, one));
        KW_OK(world.run(command::NoteAccess{
            world.srv, AccessLoss{.kind = AccessLoss::Kind::Refused, .since = {}, .reason = "it is refused"}}));
        QCOMPARE(state(one), "inaccessible");
        QCOMPARE(state(plain), "online"); // nothing of it is under a key
        KW_OK(mayBeOpened(world.estate, plain));
        const auto refused = mayBeOpened(world.estate, one);
        KW_REFUSED(refused, Code::DatabaseInaccessible);
        QCOMPARE(message(refused.error()), "Database srv1/one is inaccessible: its server cannot use its key since " +
                                               isoText(world.now) + ": it is refused; it is dropped at " +
                                               isoText(world.now + std::chrono::hours(24)) + ".");
        QCOMPARE(remedy(refused.error()), std::string("Give server srv1 access to its key again."));
        KW_OK(world.run(command::NoteAccess{world.srv, {}}));
        KW_OK(mayBeOpened(world.estate, one));
        KW_OK(world.run(command::SetDropRule{world.srv, Days(7)}));
        KW_OK(world.run(command::DropDatabase{.database = one}));
        QCOMPARE(state(one), "dropped");
        KW_REFUSED(mayBeOpened(world.estate, one), Code::DatabaseDropped);
        KW_REFUSED(mayBeOpened(world.estate, test::id<DatabaseId>()), Code::NotFound);
        // Where nothing is ever dropped for that, no date is told.
        Server newer(true, {}, "sql-server-2");
        const auto kept = newer.database("kept");
        KW_OK(newer.run(command::NoteAccess{
            newer.srv, AccessLoss{.kind = AccessLoss::Kind::Refused, .since = {}, .reason = "it is refused"}}));
        const auto undated = mayBeOpened(newer.estate, kept);
        KW_REFUSED(undated, Code::DatabaseInaccessible);
        QVERIFY2(message(undated.error()).ends_with(": it is refused."), message(undated.error()).c_str());
    }

    void droppedDatabasesCanBeRecoveredWhereTheServerKeepsThem()
    {
        Server world;
        const auto one = world.database("one");
        KW_OK(world.run(command::SetDropRule{world.srv, Days(7)}));
        KW_OK(world.run(command::DropDatabase{.database = one}));
        QVERIFY(world.estate.database(one)->dropped->goneAt == world.now + Days(7));
        KW_REFUSED(world.run(command::DropDatabase{.database = one}), Code::DatabaseDropped);
        KW_REFUSED(world.run(command::StartDatabase{.server = world.srv,
                                                    .job = test::id<JobId>(),
                                                    .database = test::id<DatabaseId>(),
                                                    .name = test::must(DatabaseName::from("ONE")),
                                                    .folder = "f",
                                                    .source = {}}),
                   Code::DatabaseDropped); // its name is kept for it
        KW_REFUSED(world.run(command::RemoveServerKey{world.srv, world.tde, world.version()}), Code::KeyNeededByServer);
        KW_OK(world.run(command::RecoverDatabase{one}));
        KW_REFUSED(world.run(command::RecoverDatabase{one}), Code::NotDeleted);
        KW_OK(world.run(command::DropDatabase{.database = one}));
        QVERIFY(dueCommands(world.estate, world.now + Days(7) - Millis(1)).empty());
        const auto due = dueCommands(world.estate, world.now + Days(7));
        QCOMPARE(due.size(), std::size_t(1));
        KW_OK(world.run(due.front().action, true));
        QVERIFY(!world.estate.database(one));
        QVERIFY(!world.estate.databaseNamed(world.srv, "one"));
    }

    void TDE_17_aProtectorWantsACopyElsewhereAndABackupAfterEachChange()
    {
        Server world;
        const auto told = [&](Code code) {
            const auto all = findings(world.estate, assess(world.estate, world.now), world.now);
            return std::ranges::any_of(all, [&](const Finding &one) { return one.what.code == code; });
        };
        QVERIFY(told(Code::KeyNotEscrowed)); // it was made in the vault: nobody can hold a copy
        QVERIFY(told(Code::VersionUnsaved));
        KW_OK(world.run(command::NoteKeyBackup{world.tde, "file"}));
        QVERIFY(!told(Code::VersionUnsaved));
        QVERIFY(!told(Code::BackupOlderThanChange));
        world.now += Days(1);
        KW_OK(world.run(command::UpdateKeyVersion{world.tde, world.version(), {}, {}, {}, Tags{{"a", "b"}}, {}}));
        QVERIFY(told(Code::BackupOlderThanChange));
        KW_OK(world.run(command::NoteKeyBackup{world.tde, "file-2"}));
        QVERIFY(!told(Code::BackupOlderThanChange));
        Server other(false); // a key that protects nothing
        QVERIFY(!std::ranges::any_of(findings(other.estate, assess(other.estate, other.now), other.now),
                                     [](const Finding &one) { return one.what.code == Code::KeyNotEscrowed; }));
    }

    void aServerWithDatabasesIsNotDeleted()
    {
        Server world;
        const auto one = world.database("one");
        KW_REFUSED(world.run(command::DeleteResource{world.srv}), Code::ServerNotEmpty);
        KW_OK(world.run(command::DropDatabase{.database = one}));
        KW_OK(world.run(command::SetServiceManaged{world.srv}));
        KW_OK(world.run(command::DeleteResource{world.srv}));
    }

    void enablingIsAPlanThatAddsTheKeyFirst()
    {
        Server world(false);
        const Goal goal{.resource = world.srv,
                        .vault = world.kv,
                        .key = world.tde,
                        .version = {},
                        .newPrincipal = test::id<PrincipalId>(),
                        .job = test::id<JobId>()};
        for (int i = 0; i < 10; ++i) {
            const auto plan = planEnable(world.estate, goal, world.now);
            QVERIFY2(!plan.blocked(), "blocked");
            const auto *next = plan.next();
            if (!next) {
                QVERIFY(plan.done());
                QVERIFY(world.estate.resource(world.srv)->binding->pinned);
                return;
            }
            KW_OK(world.run(*next->action));
        }
        QFAIL("the plan does not end");
    }
};

QTEST_GUILESS_MAIN(TestServerRules)
#include "tst_server_rules.moc"
