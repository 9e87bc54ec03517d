// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the steps of a plan and the items of the checklist say: code, target, arguments and sentence, each situation
// once.

#include "tests/support/fixture.h"

#include "backend/estate/describe.h"
#include "backend/estate/plan.h"
#include "backend/estate/services/sql_server/link_plan.h"

#include <set>

using namespace keyward;
using namespace keyward::estate;

namespace {

using State = Step::State;
using Replacements = std::vector<std::pair<std::string, std::string>>;

const std::string needs = "get,list,unwrapKey,wrapKey";

/// A vault kv1 with key cmk and a resource rsv1, neither protected nor let in.
struct Given {
    test::Model model;
    VaultId vault;
    KeyId key;
    ResourceId resource;

    explicit Given(const std::shared_ptr<const Catalogue> &catalogue = test::catalogue())
    {
        model.estate = Estate(catalogue);
        test::must(model.run(command::Initialise{test::id<SettingsId>(), "tenant-a", "sub-a", test::id<RecordId>(),
                                                 test::id<RecordId>(), test::id<RecordId>()}));
        vault = model.vault("kv1", false);
        key = model.key(vault, "cmk");
        resource = model.resource("rsv1");
    }
    Goal goal() const
    {
        return {.resource = resource,
                .vault = vault,
                .key = key,
                .version = {},
                .newPrincipal = test::id<PrincipalId>(),
                .job = test::id<JobId>(),
                .newAssignment = test::id<AssignmentId>()};
    }
    Goal goalWith(const PrincipalId &identity) const
    {
        auto out = goal();
        out.identity = identity;
        return out;
    }
    Plan plan(const Goal &to) const { return planEnable(model.estate, to, model.now); }
    Plan plan() const { return plan(goal()); }
    void limitNetworks(bool trustedServices)
    {
        command::SetFirewall rules{vault};
        rules.access = Firewall::Access::SelectedNetworks;
        rules.trustedServices = trustedServices;
        test::must(model.run(rules));
    }
    void moveToAnotherTenant()
    {
        const auto abroad = test::id<TenantId>();
        test::must(model.run(command::CreateTenant{abroad, test::must(DisplayName::from("Fabrikam"))}));
        const auto home = *model.estate.subscriptionId(model.estate.settings().subscription);
        test::must(model.run(command::TransferSubscription{home, model.estate.tenant(abroad)->directory}, true));
    }
    template <class Entity> void put(const Entity *found, void (*change)(Entity &))
    {
        auto changed = *found;
        change(changed);
        model.estate.put(std::move(changed));
    }
};

std::string changed(const char *resource, const Replacements &replacements)
{
    const auto bytes = test::resource(resource);
    std::string out(textOf(bytes));
    for (const auto &[from, to] : replacements)
        for (auto at = out.find(from); at != std::string::npos; at = out.find(from, at + to.size()))
            out.replace(at, from.size(), to);
    return out;
}

std::shared_ptr<const Catalogue> catalogueWith(const Replacements &inProfiles, const Replacements &inPlatform)
{
    const auto profiles = changed(":/keyward/catalogue/profiles.json", inProfiles);
    const auto platform = changed(":/keyward/catalogue/platform.json", inPlatform);
    return test::must(Catalogue::parse(bytesOf(profiles), bytesOf(platform)));
}

struct Said {
    std::string id;
    State state;
    Statement what;
    std::string title;
};
Said done(std::string id, Statement what, std::string title)
{
    return {std::move(id), State::Done, std::move(what), std::move(title)};
}
Said needed(std::string id, Statement what, std::string title)
{
    return {std::move(id), State::Needed, std::move(what), std::move(title)};
}
Said blocked(std::string id, Statement what, std::string title)
{
    return {std::move(id), State::Blocked, std::move(what), std::move(title)};
}

/// A database of the one server with a replica on the other.
void replicate(test::Model &model, const ResourceId &primary, const ResourceId &secondary)
{
    const auto name = test::must(DatabaseName::from("orders"));
    const Database led{.id = test::id<DatabaseId>(),
                       .server = primary,
                       .name = name,
                       .created = {},
                       .encrypted = true,
                       .wrappedBy = {},
                       .job = {},
                       .folder = {}};
    auto replica = led;
    replica.id = test::id<DatabaseId>();
    replica.server = secondary;
    replica.replication = Replication{.primary = led.id, .asOf = model.now};
    model.estate.put(led);
    model.estate.put(std::move(replica));
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

    std::set<Code> m_seen;

    void compare(const Statement &got, const Statement &wanted)
    {
        m_seen.insert(got.code);
        QCOMPARE(codeName(got.code), codeName(wanted.code));
        QCOMPARE(got.target, wanted.target);
        QCOMPARE(got.arguments, wanted.arguments);
        QVERIFY2(same(got, wanted), message(got).c_str());
    }

    void says(const Given &given, const Plan &plan, const Said &wanted)
    {
        const auto step = std::ranges::find(plan.steps, wanted.id, &Step::id);
        QVERIFY2(step != plan.steps.end(), wanted.id.c_str());
        QVERIFY2(step->state == wanted.state, wanted.id.c_str());
        compare(step->what, wanted.what);
        QCOMPARE(step->title(), wanted.title);
        QCOMPARE(step->action.has_value(), wanted.state == State::Needed);
        QCOMPARE(step->reason.has_value(), wanted.state == State::Blocked);
        // A command says what it does where it is declared; its step says the same, unless it knows better.
        if (step->action && step->id != "permission")
            QVERIFY2(step->title().starts_with(describe(given.model.estate, *step->action).text()),
                     step->title().c_str());
        if (step->action && step->id != "permission" && step->id != "identity-off")
            QCOMPARE(step->title(), describe(given.model.estate, *step->action).text());
    }

    void stopsAt(const Given &given, const Goal &goal, const Said &wanted)
    {
        const auto plan = given.plan(goal);
        QCOMPARE(plan.steps.size(), std::size_t(1));
        QVERIFY(!plan.what && plan.goal().empty());
        says(given, plan, wanted);
    }

private Q_SLOTS:
    void BKP_8_whatIsNeededSaysWhatIsDone()
    {
        const Given given;
        const auto plan = given.plan();
        QVERIFY(plan.what);
        compare(*plan.what,
                {Code::PlanGoal, "Recovery Services vault 'rsv1'", {"kv1/cmk", "Recovery Services vault", "rsv1"}, {}});
        QCOMPARE(plan.goal(), std::string("Recovery Services vault 'rsv1' encrypts under key kv1/cmk"));
        QCOMPARE(plan.steps.size(), std::size_t(6));
        says(given, plan,
             done("unused", {Code::StepUnused, "rsv1", {"Nothing was ever protected in"}, {}},
                  "Nothing was ever protected in rsv1"));
        says(given, plan,
             needed("identity", {Code::StepTurnIdentityOn, "rsv1", {}, {}},
                    "Turn on the system-assigned identity of rsv1"));
        says(given, plan,
             needed("permission", {Code::StepAllow, "kv1", {"rsv1", needs}, {}},
                    "Allow 'rsv1' get,list,unwrapKey,wrapKey in vault kv1"));
        says(given, plan,
             needed("protection", {Code::StepProtect, "kv1", {}, {}},
                    "Turn on soft delete and purge protection of vault kv1"));
        says(given, plan,
             done("key", {Code::StepKeySuits, "kv1/cmk", {"Recovery Services vault", "RSA 2048"}, {}},
                  "Key kv1/cmk suits a Recovery Services vault (RSA 2048)"));
        says(given, plan,
             needed("bind", {Code::StepBind, "rsv1", {"kv1/cmk"}, {}},
                    "Set the encryption key of rsv1 to kv1/cmk, following new versions"));
        auto pinned = given.goal();
        pinned.version = given.model.keyOf(given.key).latest().id;
        says(given, given.plan(pinned),
             needed("bind", {Code::StepBindVersion, "rsv1", {"kv1/cmk", pinned.version->text()}, {}},
                    "Set the encryption key of rsv1 to kv1/cmk/" + pinned.version->text()));
    }

    void BKP_8_whatIsDoneSaysWhatIsSo()
    {
        Given given;
        for (auto plan = given.plan(); const auto *step = plan.next(); plan = given.plan())
            KW_OK(given.model.run(*step->action));
        const auto plan = given.plan();
        QVERIFY(plan.done());
        says(given, plan,
             done("unused", {Code::StepCustomerManaged, "rsv1", {}, {}}, "rsv1 uses a customer-managed key"));
        says(given, plan,
             done("identity", {Code::StepIdentityOn, "rsv1", {}, {}}, "System-assigned identity of rsv1 is on"));
        says(given, plan,
             done("permission", {Code::StepPermitted, "kv1", {needs}, {}},
                  "The identity has get,list,unwrapKey,wrapKey in vault kv1"));
        says(given, plan,
             done("protection", {Code::StepProtected, "kv1", {}, {}},
                  "Soft delete and purge protection of vault kv1 are on"));
        says(given, plan, done("bind", {Code::StepBound, "rsv1", {"kv1/cmk"}, {}}, "rsv1 uses key kv1/cmk"));
    }

    void BKP_2_whatWasProtectedBeforeIsBlocked()
    {
        Given given;
        KW_OK(given.model.run(command::StartBackup{given.resource, test::id<JobId>(), test::id<PointId>(), "f", "/x"}));
        says(given, given.plan(),
             blocked("unused", {Code::StepUnused, "rsv1", {"Nothing was ever protected in"}, {}},
                     "Nothing was ever protected in rsv1"));
    }

    void BKP_5_aKeyThatDoesNotSuitIsNamed()
    {
        Given given;
        given.key = given.model.key(given.vault, "large", test::must(KeySpec::rsa(3072)));
        const auto wanted =
            blocked("key", {Code::StepKeySuits, "kv1/large", {"Recovery Services vault", "RSA 3072"}, {}},
                    "Key kv1/large suits a Recovery Services vault (RSA 3072)");
        says(given, given.plan(), wanted);
    }

    void BKP_10_userAssignedIdentities()
    {
        Given given;
        const auto identity = given.model.userIdentity("shared");
        const auto goal = given.goalWith(identity);
        says(given, given.plan(goal),
             needed("identity", {Code::StepAssignIdentity, "rsv1", {"shared"}, {}},
                    "Assign user-assigned identity 'shared' to rsv1"));
        says(given, given.plan(goal),
             needed("permission", {Code::StepAllow, "kv1", {"shared", needs}, {}},
                    "Allow 'shared' get,list,unwrapKey,wrapKey in vault kv1"));
        KW_OK(given.model.run(command::AssignIdentity{given.resource, identity}));
        auto assigned = done("identity", {Code::StepIdentityAssigned, "rsv1", {"shared"}, {}},
                             "User-assigned identity 'shared' is assigned to rsv1");
        says(given, given.plan(goal), assigned);
        const auto nobody = test::id<PrincipalId>();
        says(given, given.plan(given.goalWith(nobody)),
             blocked("identity", {Code::StepIdentityAssigned, "rsv1", {nobody.text()}, {}},
                     "User-assigned identity '" + nobody.text() + "' is assigned to rsv1"));
        given.moveToAnotherTenant();
        assigned.state = State::Blocked;
        says(given, given.plan(goal), assigned);
    }

    void BKP_11_whatIsNotNeededIsPointedOut()
    {
        Given given;
        given.model.grant(given.vault, given.model.identity(given.resource), "get,list,wrapKey,unwrapKey,sign");
        says(given, given.plan(),
             done("permission", {Code::StepPermittedMore, "kv1", {needs, "sign"}, {}},
                  "The identity has get,list,unwrapKey,wrapKey in vault kv1; more than it needs: sign"));
    }

    void BKP_11_roles()
    {
        Given given;
        KW_OK(given.model.run(command::SetAccessModel{given.vault, AccessModel::Roles}));
        says(given, given.plan(),
             needed("permission",
                    {Code::StepAssignRole, "kv1", {"Key Vault Crypto Service Encryption User", "rsv1"}, {}},
                    "Assign role Key Vault Crypto Service Encryption User on vault kv1 to 'rsv1'"));
        Given without(catalogueWith({}, {{"keys/wrap/action", "keys/sign/action"},
                                         {"vaults/*\"", "vaults/keys/read\""},
                                         {"vaults/keys/*\"", "vaults/keys/read\""}}));
        KW_OK(without.model.run(command::SetAccessModel{without.vault, AccessModel::Roles}));
        says(without, without.plan(),
             blocked("permission", {Code::StepRoleAllows, "kv1", {needs}, {}},
                     "A role allows get,list,unwrapKey,wrapKey"));
    }

    void MOD_7_softDeleteAlone()
    {
        Given given(catalogueWith({{"\"needsPurgeProtection\": true", "\"needsPurgeProtection\": false"}}, {}));
        given.put<Vault>(given.model.estate.vault(given.vault), [](Vault &vault) { vault.softDelete = false; });
        says(given, given.plan(), needed("protection", {Code::StepSoftDelete, "kv1", {}, {}}, "Change vault kv1"));
    }

    void BKP_10_networks()
    {
        Given given;
        const auto in =
            done("network", {Code::StepLetIn, "kv1", {"rsv1"}, {}}, "The firewall of vault kv1 lets rsv1 in");
        given.limitNetworks(false);
        says(given, given.plan(),
             needed("network", {Code::StepOpenBypass, "kv1", {}, {}},
                    "Change the network rules of vault kv1: bypass for trusted services on"));
        given.limitNetworks(true);
        says(given, given.plan(), in);
        says(given, given.plan(given.goalWith(given.model.userIdentity("shared"))), blocked(in.id, in.what, in.title));
    }

    void BKP_7_whatWasLeftBehindGoesFirst()
    {
        Given given;
        given.model.identity(given.resource);
        given.moveToAnotherTenant();
        says(given, given.plan(),
             needed("identity-off", {Code::StepTurnIdentityOff, "rsv1", {}, {}},
                    "Turn off the identity of rsv1, which was left behind in another tenant, with everything it was "
                    "given"));
    }

    void whatIsMissingStopsThePlan()
    {
        Given given;
        auto goal = given.goal();
        goal.resource = test::id<ResourceId>();
        stopsAt(given, goal,
                blocked("resource", {Code::StepResourceExists, goal.resource.text().substr(0, 8), {}, {}},
                        "The resource exists"));
        goal = given.goal();
        goal.vault = test::id<VaultId>();
        stopsAt(
            given, goal,
            blocked("vault", {Code::StepVaultExists, goal.vault.text().substr(0, 8), {}, {}}, "The key vault exists"));
        KW_OK(given.model.run(command::DeleteKey{given.key}));
        stopsAt(given, given.goal(), blocked("key", {Code::StepKeyExists, "kv1/cmk", {}, {}}, "The key exists"));
        KW_OK(given.model.run(command::RecoverKey{given.key}));
        given.put<Resource>(given.model.estate.resource(given.resource),
                            [](Resource &resource) { resource.type = "of-another-day"; });
        stopsAt(given, given.goal(),
                blocked("resource", {Code::StepServiceKnown, "rsv1", {}, {}}, "The service is known"));
    }

    void BKP_16_theItemsOfTheChecklist()
    {
        Given given;
        const auto check = [&](const std::string &title) {
            const std::vector<std::pair<Statement, std::string>> wanted{
                {{Code::ItemCreated, "rsv1", {title}, {}}, title + " created"},
                {{Code::ItemIdentityOn, "rsv1", {}, {}}, "Identity turned on"},
                {{Code::ItemPermitted, "rsv1", {}, {}}, "Permission on the key vault granted"},
                {{Code::ItemProtected, "rsv1", {}, {}}, "Soft delete and purge protection on"},
                {{Code::ItemKeyAssigned, "rsv1", {}, {}}, "Customer-managed key assigned"}};
            const auto items = protectionChecklist(given.model.estate, *given.model.estate.resource(given.resource));
            QCOMPARE(items.size(), wanted.size());
            for (std::size_t i = 0; i < items.size(); ++i) {
                compare(items[i].what, wanted[i].first);
                QCOMPARE(items[i].title(), wanted[i].second);
            }
        };
        check("Recovery Services vault");
        given.put<Resource>(given.model.estate.resource(given.resource),
                            [](Resource &resource) { resource.type = "of-another-day"; });
        check("of-another-day");
    }

    void aServerWantsTheKeyAmongItsOwnFirst()
    {
        Given given;
        given.resource = given.model.resource("srv1", "westeurope", "sql-server");
        const auto version = given.model.keyOf(given.key).latest().id.text();
        const auto step = [&] {
            const auto plan = given.plan();
            const auto found = std::ranges::find(plan.steps, "prepare", &Step::id);
            return found == plan.steps.end() ? Step{} : *found;
        };
        const auto todo = step();
        QVERIFY(todo.state == Step::State::Needed);
        compare(todo.what, {Code::StepAddKey, "srv1", {"kv1/cmk/" + version}, {}});
        QCOMPARE(todo.title(), "Add key kv1/cmk/" + version + " to srv1");
        test::must(given.model.run(*todo.action));
        const auto there = step();
        QVERIFY(there.state == Step::State::Done);
        compare(there.what, {Code::StepKeyAdded, "srv1", {"kv1/cmk/" + version}, {}});
        QCOMPARE(there.title(), "Key kv1/cmk/" + version + " is among the keys of srv1");
    }

    /// TDE-13: on a linked server, too, which may unwrap with it and changes first where it has replicas.
    void TDE_13_linkedServersWantItAsWell()
    {
        Given given;
        auto &model = given.model;
        given.resource = model.resource("srv1", "westeurope", "sql-server");
        const auto other = model.resource("srv2", "northeurope", "sql-server");
        const auto first = model.keyOf(given.key).latest().id.text();
        const auto link = planLink(model.estate, {given.resource, other}, model.now, test::id<RecordId>());
        compare(*link.what, {Code::StepLinked, "srv1", {"srv2"}, {}});
        QCOMPARE(link.goal(), "Servers srv1 and srv2 are linked");
        compare(link.steps.back().what, {Code::StepLink, "srv1", {"srv2"}, {}});
        QCOMPARE(link.steps.back().title(), "Link servers srv1 and srv2");
        test::must(model.run(*link.steps.back().action));
        replicate(model, given.resource, other);
        const auto identity = model.identity(other);
        const auto step = [&](Code code) {
            const auto plan = given.plan();
            const auto found = std::ranges::find(plan.steps, code, [](const Step &one) { return one.what.code; });
            return found == plan.steps.end() ? Step{} : *found;
        };
        const auto use = step(Code::StepPartnerMayUse);
        QVERIFY(use.state == Step::State::Needed);
        compare(use.what, {Code::StepPartnerMayUse, "srv2", {"kv1/cmk/" + first}, {}});
        QCOMPARE(use.title(), "Let server srv2 unwrap with key kv1/cmk/" + first + ", as replicas there need it");
        model.grant(given.vault, identity, "get,wrapKey,unwrapKey");
        QVERIFY(step(Code::StepPartnerMayUse).id.empty());
        // Both by one key: the one with the replicas takes the new version first.
        test::must(model.run(command::AddServerKey{other, given.vault, given.key, model.keyOf(given.key).latest().id}));
        auto bound = *model.estate.resource(other);
        bound.binding =
            Binding{given.vault, given.key, model.keyOf(given.key).latest().id, true, model.now, {}, {}, {}};
        model.estate.put(std::move(bound));
        test::must(model.run(command::RotateKey{given.key, {test::id<VersionId>(), test::id<RecordId>()}}, true));
        const auto second = model.keyOf(given.key).latest().id.text();
        const auto order = step(Code::StepSecondaryFirst);
        QVERIFY(order.state == Step::State::Needed);
        compare(order.what, {Code::StepSecondaryFirst, "srv2", {"kv1/cmk/" + second}, {}});
        QCOMPARE(order.title(), "Set the protector of server srv2 first, which has the replicas: kv1/cmk/" + second);
    }

    /// BOT-7: of a service that goes by an application of the platform.
    void BOT_7_theProviderIsAStepOfThePlan()
    {
        Given given;
        auto &model = given.model;
        given.resource = model.resource("bot1", "westeurope", "bot");
        const auto step = [&] {
            const auto plan = given.plan();
            return *std::ranges::find(plan.steps, "identity", &Step::id);
        };
        const auto place =
            model.estate.subscription(*model.estate.subscriptionId(model.estate.settings().subscription))->name;
        const auto before = step();
        QVERIFY(before.state == Step::State::Needed);
        compare(before.what,
                {Code::StepRegisterProvider, "kv1", {"Microsoft.BotService", place, "Bot Service CMEK Prod"}, {}});
        QCOMPARE(before.title(), "Register resource provider Microsoft.BotService in subscription " + place +
                                     " of vault kv1; its application is 'Bot Service CMEK Prod'");
        test::must(model.run(*before.action));
        const auto after = step();
        QVERIFY(after.state == Step::State::Done);
        compare(after.what,
                {Code::StepProviderRegistered, "kv1", {"Microsoft.BotService", place, "Bot Service CMEK Prod"}, {}});
        QCOMPARE(after.title(), "Resource provider Microsoft.BotService is registered in subscription " + place +
                                    " of vault kv1; its application is 'Bot Service CMEK Prod'");
    }

    /// The last one: whoever adds a step shows here what it says.
    void everyCodeOfAPlanWasLookedAt()
    {
        for (std::size_t i = 0; i < codeCount; ++i) {
            const auto code = static_cast<Code>(i);
            const auto name = codeName(code);
            if (name.starts_with("plan.") || name.starts_with("checklist."))
                QVERIFY2(m_seen.contains(code), std::string(name).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
