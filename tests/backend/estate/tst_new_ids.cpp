// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every id that a command makes is given, and is free: nothing is ever put in the place of something else.

#include "tests/support/fixture.h"

#include "backend/estate/describe.h"
#include "backend/estate/row.h"

using namespace keyward;
using namespace keyward::estate;

namespace {

struct World {
    test::Model model;
    test::Desk::Bound bound = model.bound();
    PointId point = model.point(bound.resource);
    VaultId roles = model.vault("kv-roles");
    ResourceId plain = model.resource("plain");
    PrincipalId app = model.application("app");
    AssignmentId assignment = model.assign("Key Vault Reader", app, "vault:kv-roles");
    NetworkId network = test::id<NetworkId>();
    RoleId role = test::id<RoleId>();
    LockId lock = test::id<LockId>();
    DraftId draft = test::id<DraftId>();
    JobId running = test::id<JobId>(), interrupted = test::id<JobId>();
    ClientSecret secret{test::id<SecretId>(), "", "abc", {}, model.now + Days(9), {}, {}};
    EndpointId endpoint = test::id<EndpointId>();

    World()
    {
        const auto run = [&](const Action &action) { test::must(model.run(action, true)); };
        run(command::CreateNetwork{network,
                                   test::must(ResourceName::from("vnet1")),
                                   model.place(),
                                   {test::must(IpRange::from("10.1.0.0/16"))}});
        run(command::SetSubnet{network, {"apps", test::must(IpRange::from("10.1.2.0/24")), true}});
        run(command::CreateRole{{role, "own", "", {"Microsoft.KeyVault/vaults/keys/read"}, {}}});
        run(command::CreateLock{
            {lock, "keep", Lock::Level::CannotDelete, {Scope::Kind::Vault, recordOf(bound.vault)}, "", {}}});
        run(command::SaveDraft{{draft, "enable-cmk", plain, {}, {}}});
        run(command::StartBackup{bound.resource, running, test::id<PointId>(), "a", "/a"});
        run(command::StartBackup{bound.resource, interrupted, test::id<PointId>(), "b", "/b"});
        run(command::EndJob{interrupted, JobState::Interrupted, "gone", {}});
        run(command::AddClientSecret{app, secret});
        run(command::RequestEndpoint{roles, endpoint, test::must(ResourceName::from("pe1")), {network, "apps"}});
        run(command::RotateKey{bound.key, {test::id<VersionId>(), test::id<RecordId>()}});
    }

    /// What there is in the estate, one of each kind.
    std::vector<RecordId> there() const
    {
        const auto &e = model.estate;
        return {recordOf(e.settings().id),
                e.settings().platformKek,
                e.settings().reportSigner,
                e.settings().backupKek,
                recordOf(bound.vault),
                recordOf(bound.key),
                recordOf(bound.resource),
                recordOf(bound.principal),
                recordOf(point),
                recordOf(app),
                recordOf(assignment),
                recordOf(network),
                recordOf(role),
                recordOf(lock),
                recordOf(draft),
                recordOf(running),
                recordOf(*e.tenantId(e.settings().tenant)),
                recordOf(*e.subscriptionId(e.settings().subscription)),
                recordOf(*e.groupId(e.settings().subscription, "default")),
                recordOf(e.roleNamed("Key Vault Reader")->id)};
    }
};

using Make = std::function<Action(const RecordId &)>;
struct Row {
    const char *name;
    Make make;           ///< a command that makes something under that id, and is otherwise right
    bool within = false; ///< its id is one within its key, vault or application
};

template <class T> T as(const RecordId &id) { return T{id.bytes}; }

std::vector<Row> rowsOf(const World &w)
{
    using namespace command;
    const auto &e = w.model.estate;
    const auto place = w.model.place();
    const auto name = test::must(DisplayName::from("fresh"));
    const auto thing = test::must(ResourceName::from("fresh"));
    const auto keyName = test::must(KeyName::from("fresh"));
    const auto tenant = e.settings().tenant;
    const auto b = w.bound;
    const auto fresh = [] { return test::id<RecordId>(); };
    const auto seed = [=](const RecordId &version, const RecordId &material) {
        return VersionSeed{as<VersionId>(version), material};
    };
    const auto restored = [=, key = w.model.keyOf(b.key)](const RecordId &id, const RecordId &version,
                                                          const RecordId &material) {
        auto copy = key;
        copy.id = as<KeyId>(id);
        copy.name = keyName;
        copy.versions.resize(1);
        copy.versions[0].id = as<VersionId>(version);
        copy.versions[0].material = material;
        return RestoreKey{copy, "Europe", e.settings().subscription};
    };
    const auto settings = e.settings();
    RecoveryPoint done{{}, b.resource, w.running, "/a", w.model.now, 1, 1, 1, 1, {}, {}, {}, WrapAlgorithm::RsaOaep256,
                       "a"};
    return {
        {"CreateTenant", [=](const RecordId &id) { return CreateTenant{as<TenantId>(id), name}; }},
        {"CreateSubscription",
         [=](const RecordId &id) { return CreateSubscription{as<SubscriptionId>(id), name, tenant}; }},
        {"RegisterProvider",
         [=, home = *e.subscriptionId(settings.subscription)](const RecordId &id) {
             return RegisterProvider{home, "Microsoft.BotService", as<PrincipalId>(id)};
         }},
        {"CreateGroup",
         [=](const RecordId &id) {
             return CreateGroup{as<GroupId>(id), settings.subscription, test::must(ResourceGroupName::from("fresh")),
                                place.region};
         }},
        {"CreateApplication",
         [=](const RecordId &id) { return CreateApplication{as<PrincipalId>(id), name, tenant, guidText(fresh())}; }},
        {"CreateUserIdentity",
         [=](const RecordId &id) { return CreateUserIdentity{as<PrincipalId>(id), name, place}; }},
        {"CreatePrincipalGroup",
         [=](const RecordId &id) { return CreatePrincipalGroup{as<PrincipalId>(id), name, tenant}; }},
        {"AddClientSecret",
         [=, app = w.app, secret = w.secret](const RecordId &id) {
             auto other = secret;
             other.id = as<SecretId>(id);
             return AddClientSecret{app, other};
         },
         true},
        {"CreateVault",
         [=](const RecordId &id) {
             return CreateVault{as<VaultId>(id), test::must(VaultName::from("kv-fresh")), place, Tier::Standard, {}};
         }},
        {"CreateKey",
         [=](const RecordId &id) { return CreateKey{as<KeyId>(id), b.vault, keyName, {}, seed(fresh(), fresh())}; }},
        {"CreateKey material",
         [=](const RecordId &id) { return CreateKey{test::id<KeyId>(), b.vault, keyName, {}, seed(fresh(), id)}; }},
        {"CreateKey version",
         [=](const RecordId &id) {
             return CreateKey{test::id<KeyId>(), b.vault, test::must(KeyName::from("cmk")), {}, seed(id, fresh())};
         },
         true},
        {"ImportKey",
         [=](const RecordId &id) {
             return ImportKey{as<KeyId>(id), b.vault, keyName, {}, seed(fresh(), fresh()), {7}, "PEM"};
         }},
        {"ImportKey material",
         [=](const RecordId &id) {
             return ImportKey{
                 test::id<KeyId>(), b.vault, test::must(KeyName::from("cmk")), {}, seed(fresh(), id), {7}, "PEM"};
         }},
        {"RotateKey version", [=](const RecordId &id) { return RotateKey{b.key, seed(id, fresh())}; }, true},
        {"RotateKey material", [=](const RecordId &id) { return RotateKey{b.key, seed(fresh(), id)}; }},
        {"RestoreKey", [=](const RecordId &id) { return restored(id, fresh(), fresh()); }},
        {"RestoreKey version", [=](const RecordId &id) { return restored(fresh(), id, fresh()); }, true},
        {"RestoreKey material", [=](const RecordId &id) { return restored(fresh(), fresh(), id); }},
        {"CreateRole",
         [=](const RecordId &id) {
             return CreateRole{{as<RoleId>(id), "fresh", "", {"Microsoft.KeyVault/vaults/keys/read"}, {}}};
         }},
        {"AssignRole",
         [=, role = w.role](const RecordId &id) {
             return AssignRole{as<AssignmentId>(id), b.principal, role, {Scope::Kind::Vault, recordOf(b.vault)}};
         }},
        {"CreateLock",
         [=](const RecordId &id) {
             return CreateLock{
                 {as<LockId>(id), "fresh", Lock::Level::CannotDelete, {Scope::Kind::Vault, recordOf(b.vault)}, "", {}}};
         }},
        {"RequestEndpoint",
         [=, roles = w.roles, network = w.network](const RecordId &id) {
             return RequestEndpoint{roles, as<EndpointId>(id), thing, {network, "apps"}};
         },
         true},
        {"CreateNetwork",
         [=](const RecordId &id) {
             return CreateNetwork{as<NetworkId>(id), thing, place, {test::must(IpRange::from("10.9.0.0/16"))}};
         }},
        {"CreateResource",
         [=](const RecordId &id) {
             return CreateResource{as<ResourceId>(id), "recovery-services-vault", thing, place, {}};
         }},
        {"EnableIdentity",
         [=, plain = w.plain](const RecordId &id) { return EnableIdentity{plain, as<PrincipalId>(id)}; }},
        {"SetKey", [=](const RecordId &id) { return SetKey{b.resource, b.vault, b.key, {}, {}, as<JobId>(id)}; }},
        {"FollowNewVersion", [=](const RecordId &id) { return FollowNewVersion{b.resource, as<JobId>(id)}; }},
        {"StartBackup job",
         [=](const RecordId &id) { return StartBackup{b.resource, as<JobId>(id), test::id<PointId>(), "c", "/c"}; }},
        {"StartBackup point",
         [=](const RecordId &id) { return StartBackup{b.resource, test::id<JobId>(), as<PointId>(id), "c", "/c"}; }},
        {"FinishBackup",
         [=, job = w.running](const RecordId &id) {
             auto point = done;
             point.id = as<PointId>(id);
             return FinishBackup{job, point};
         }},
        {"StartRestore",
         [=, point = w.point](const RecordId &id) { return StartRestore{as<JobId>(id), point, "/t", {}, {}}; }},
        {"ResumeBackup",
         [=, job = w.interrupted](const RecordId &id) { return ResumeBackup{job, as<PointId>(id), "d"}; }},
        {"SaveDraft", [=, plain = w.plain](
                          const RecordId &id) { return SaveDraft{{as<DraftId>(id), "enable-cmk", plain, {}, {}}}; }},
        {"AdoptPlaces tenant",
         [=](const RecordId &id) { return AdoptPlaces{{{as<TenantId>(id), "elsewhere", "x"}}, {}, {}}; }},
        {"AdoptPlaces subscription",
         [=](const RecordId &id) {
             return AdoptPlaces{{}, {{as<SubscriptionId>(id), "elsewhere", "x", tenant, {}}}, {}};
         }},
        {"AdoptPlaces group",
         [=](const RecordId &id) {
             return AdoptPlaces{{},
                                {},
                                {{as<GroupId>(id),
                                  settings.subscription,
                                  test::must(ResourceGroupName::from("fresh")),
                                  place.region,
                                  {}}}};
         }},
    };
}

} // namespace

class TestNewIds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Mend 21
    void anIdIsGivenAndFree()
    {
        const World world;
        const auto &model = world.model;
        for (const auto &row : rowsOf(world)) {
            const auto run = [&](const RecordId &id) {
                return apply(model.estate, {row.make(id), true}, test::owner, model.now);
            };
            const auto fresh = run(test::id<RecordId>());
            QVERIFY2(fresh.has_value(), fresh ? "" : (std::string(row.name) + ": " + message(fresh.error())).c_str());
            const auto null = run({});
            QVERIFY2(!null && null.error().code == Code::IdTaken, row.name);
            if (row.within) continue;
            for (const auto &taken : world.there()) {
                if (taken == recordOf(world.draft) && std::string_view(row.name) == "SaveDraft")
                    continue; // which replaces it
                const auto done = run(taken);
                QVERIFY2(!done && done.error().code == Code::IdTaken,
                         (std::string(row.name) + " over " + taken.text()).c_str());
            }
        }
    }

    void anIdWithinSomethingIsFreeThere()
    {
        const World world;
        const auto &model = world.model;
        const auto refused = [&](const Action &action) {
            const auto done = apply(model.estate, {action, true}, test::owner, model.now);
            return !done && done.error().code == Code::IdTaken;
        };
        const auto version = model.keyOf(world.bound.key).versions.front();
        QVERIFY(refused(command::RotateKey{world.bound.key, {version.id, test::id<RecordId>()}}));
        QVERIFY(refused(command::RotateKey{world.bound.key, {test::id<VersionId>(), version.material}}));
        QVERIFY(refused(command::AddClientSecret{world.app, world.secret}));
        QVERIFY(refused(command::RequestEndpoint{
            world.roles, world.endpoint, test::must(ResourceName::from("pe2")), {world.network, "apps"}}));
        // Whoever signs in is found by the client id.
        QVERIFY(refused(command::CreateApplication{test::id<PrincipalId>(), test::must(DisplayName::from("twin")),
                                                   model.estate.settings().tenant,
                                                   model.estate.principal(world.app)->applicationId}));
        QVERIFY(refused(command::CreateApplication{test::id<PrincipalId>(), test::must(DisplayName::from("none")),
                                                   model.estate.settings().tenant, ""}));
        // Two of one command are two.
        const auto twice = test::id<RecordId>();
        QVERIFY(refused(command::StartBackup{world.bound.resource, as<JobId>(twice), as<PointId>(twice), "c", "/c"}));
    }

    /// Over whatever id, only what the command is about by name is written.
    void nothingIsPutInThePlaceOfSomethingElse()
    {
        const World world;
        const auto &model = world.model;
        for (const auto &row : rowsOf(world)) {
            const auto clean =
                test::must(apply(model.estate, {row.make(test::id<RecordId>()), true}, test::owner, model.now));
            for (const auto &taken : world.there()) {
                const auto change = apply(model.estate, {row.make(taken), true}, test::owner, model.now);
                if (!change || (std::string_view(row.name) == "SaveDraft" && taken == recordOf(world.draft))) continue;
                const bool about = std::ranges::contains(clean.touched, taken, &Touched::id);
                QVERIFY2(about || !std::ranges::contains(change->touched, taken, &Touched::id),
                         (std::string(row.name) + " over " + taken.text()).c_str());
            }
        }
    }

    /// A wizard that gave every assignment the same id took over the first one's grant.
    void MOD_8_twoAssignmentsAreTwo()
    {
        World world;
        auto &model = world.model;
        const auto role = model.estate.roleNamed("Key Vault Crypto User")->id;
        KW_REFUSED(model.run(command::AssignRole{{}, world.app, role, {Scope::Kind::Vault, recordOf(world.roles)}}),
                   Code::IdTaken);
        KW_REFUSED(
            model.run(command::AssignRole{
                world.assignment, world.bound.principal, role, {Scope::Kind::Vault, recordOf(world.bound.vault)}}),
            Code::IdTaken);
        QCOMPARE(model.estate.assignment(world.assignment)->principal, world.app);
    }
};

QTEST_GUILESS_MAIN(TestNewIds)
#include "tst_new_ids.moc"
