// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The catalogue of services: every row of the vendor's list, and what each profile comes to from the first key to its
// loss and back.

#include "tests/support/fixture.h"

#include "backend/estate/assess.h"
#include "backend/estate/claims.h"
#include "backend/estate/due.h"
#include "backend/estate/plans/guides.h"

#include <set>

using namespace keyward;
using namespace keyward::estate;
using keyward::test::id;
using keyward::test::must;

namespace {

struct ListRow {
    const char *group, *title, *vault, *managedHsm;
    bool throughStore;
    const char *keyNote;
};
/// The list, as the vendor has it.
constexpr ListRow list[] = {
    {"AI and Machine Learning", "Azure AI Search", "yes", "no", false, ""},
    {"AI and Machine Learning", "Azure AI services", "yes", "yes", false, ""},
    {"AI and Machine Learning", "Azure Machine Learning", "yes", "no", false, ""},
    {"AI and Machine Learning", "Content Moderator", "yes", "yes", false, ""},
    {"AI and Machine Learning", "Dynamics 365", "yes", "yes", false, ""},
    {"AI and Machine Learning", "Language Understanding", "yes", "yes", false, ""},
    {"AI and Machine Learning", "Speech Services", "yes", "yes", false, ""},
    {"AI and Machine Learning", "Translator Text", "yes", "yes", false, ""},
    {"Analytics", "Azure Data Explorer", "yes", "no", false, ""},
    {"Analytics", "Azure Data Factory", "yes", "yes", false, ""},
    {"Analytics", "Azure HDInsight", "yes", "no", false, ""},
    {"Analytics", "Azure Monitor Application Insights", "yes", "no", false, ""},
    {"Analytics", "Azure Monitor Log Analytics", "yes", "yes", false, ""},
    {"Analytics", "Azure Stream Analytics", "yes", "yes", true, ""},
    {"Analytics", "Event Hubs", "yes", "no", false, ""},
    {"Analytics", "Functions", "yes", "no", false, ""},
    {"Containers", "App Configuration", "yes", "no", false, ""},
    {"Containers", "Azure Kubernetes Service", "yes", "yes", false, ""},
    {"Containers", "Container Instances", "yes", "no", false, ""},
    {"Containers", "Container Registry", "yes", "no", false, ""},
    {"Compute", "App Service", "yes", "yes", true, ""},
    {"Compute", "Automation", "yes", "no", false, ""},
    {"Compute", "Azure Functions", "yes", "yes", true, ""},
    {"Compute", "Azure portal", "yes", "yes", true, ""},
    {"Compute", "Azure-managed applications", "yes", "yes", true, ""},
    {"Compute", "Logic Apps", "yes", "no", false, ""},
    {"Compute", "Service Bus", "yes", "no", false, ""},
    {"Compute", "Site Recovery", "yes", "no", false, ""},
    {"Compute", "Virtual Machine Scale Set", "yes", "yes", false, ""},
    {"Compute", "Virtual Machines", "yes", "yes", false, ""},
    {"Databases", "Azure Database for MySQL", "yes", "yes", false, ""},
    {"Databases", "Azure Database for PostgreSQL", "yes", "yes", false, ""},
    {"Databases", "Azure Database Migration Service", "not applicable", "no", false, ""},
    {"Databases", "Azure Databricks", "yes", "yes", false, ""},
    {"Databases", "Azure SQL Database", "yes", "yes", false, "RSA 3072-bit"},
    {"Databases", "Azure SQL Managed Instance", "yes", "yes", false, "RSA 3072-bit"},
    {"Databases", "Azure Synapse Analytics (dedicated SQL pool (formerly SQL DW) only)", "yes", "yes", false,
     "RSA 3072-bit"},
    {"Databases", "SQL Server Stretch Database", "yes", "no", false, "RSA 3072-bit"},
    {"Databases", "Table Storage", "yes", "no", false, ""},
    {"Identity", "Microsoft Entra Domain Services", "yes", "no", false, ""},
    {"Integration", "Service Bus", "yes", "no", false, ""},
    {"IoT Services", "IoT Hub", "yes", "no", false, ""},
    {"IoT Services", "IoT Hub Device Provisioning", "yes", "no", false, ""},
    {"Management and Governance", "Azure Migrate", "yes", "no", false, ""},
    {"Management and Governance", "Azure Monitor", "yes", "no", false, ""},
    {"Media", "Media Services", "yes", "no", false, ""},
    {"Security", "Microsoft Defender for Cloud", "yes", "no", false, ""},
    {"Security", "Microsoft Sentinel", "yes", "yes", false, ""},
    {"Storage", "Archive Storage", "yes", "no", false, ""},
    {"Storage", "Azure Backup", "yes", "yes", false, ""},
    {"Storage", "Azure Cache for Redis", "yes", "yes", true, ""},
    {"Storage", "Blob Storage", "yes", "yes", false, ""},
    {"Storage", "Data Lake Storage Gen2", "yes", "yes", false, ""},
    {"Storage", "Disk Storage", "yes", "yes", false, ""},
    {"Storage", "File Premium Storage", "yes", "yes", false, ""},
    {"Storage", "File Storage", "yes", "yes", false, ""},
    {"Storage", "File Sync", "yes", "yes", false, ""},
    {"Storage", "Managed Disk Storage", "yes", "yes", false, ""},
    {"Storage", "Premium Blob Storage", "yes", "yes", false, ""},
    {"Storage", "Queue Storage", "yes", "yes", false, ""},
    {"Storage", "Ultra Disk Storage", "yes", "yes", false, ""},
};

KeySpec specFor(const ServiceProfile &profile)
{
    return profile.keySizes.empty() ? KeySpec{} : must(KeySpec::rsa(profile.keySizes.back()));
}

/// A resource of a profile, and what a key for it needs.
struct Given {
    test::Model model;
    const ServiceProfile &profile;
    VaultId vault;
    KeyId key;
    ResourceId resource;
    std::optional<PrincipalId> user;
    std::string wrong; ///< of the last walk

    explicit Given(const std::string &type)
        : profile(*test::catalogue()->find(type)), vault(model.vault("kv1")),
          key(model.key(vault, "cmk", specFor(profile))), resource(model.resource("one", "westeurope", type))
    {
        const bool system = std::ranges::contains(profile.identityKinds, PrincipalKind::SystemAssigned);
        if (!profile.goesByFirstParty() && (!system || profile.firstKeyByUserAssigned))
            user = model.userIdentity("identity");
    }
    Goal goal() const
    {
        return {.resource = resource,
                .vault = vault,
                .key = key,
                .version = {},
                .newPrincipal = id<PrincipalId>(),
                .job = id<JobId>(),
                .newAssignment = id<AssignmentId>(),
                .identity = user};
    }
    const Resource &at() const { return *model.estate.resource(resource); }
    BindingHealth verdict() const { return assess(model.estate, at(), model.now); }
    Health health() const { return verdict().health; }
    VersionId newest() const { return model.keyOf(key).latest().id; }
    bool claimed(const VersionId &version) const
    {
        return !claims(model.estate, *model.estate.key(key), version).empty();
    }
    bool walk(const AnyGoal &goal)
    {
        wrong.clear();
        for (int guard = 0; guard < 60; ++guard) {
            const auto plan = planFor(model.estate, goal, model.now, id<RecordId>());
            const auto *step = plan.next();
            if (!step) {
                for (const auto &one : plan.steps)
                    if (one.state == Step::State::Blocked) wrong += message(*one.reason) + " ";
                return plan.done();
            }
            auto action = *step->action;
            if (auto *rotate = std::get_if<command::RotateKey>(&action)) rotate->next = seed();
            if (auto *set = std::get_if<command::SetKey>(&action)) set->job = id<JobId>();
            if (const auto done = model.run(action, step->overrides); !done) {
                wrong = step->id + ": " + message(done.error());
                return false;
            }
        }
        wrong = "it goes on for ever";
        return false;
    }
    static command::VersionSeed seed() { return {id<VersionId>(), id<RecordId>()}; }
    void enable(const VersionId &version, bool on)
    {
        must(model.run(command::UpdateKeyVersion{key, version, on, {}, {}, {}, {}}, true));
    }
    /// All that the system does by itself.
    void runDue()
    {
        for (auto &due : dueCommands(model.estate, model.now)) {
            if (auto *follow = std::get_if<command::FollowNewVersion>(&due.action)) follow->job = id<JobId>();
            must(model.run(due.action, true));
        }
    }
};

bool says(const BindingHealth &verdict, Code code)
{
    return std::ranges::any_of(verdict.reasons, [&](const Reason &one) { return one.what.code == code; });
}

std::vector<QByteArray> profilesWith(bool ownKey)
{
    std::vector<QByteArray> out;
    for (const auto *profile : test::catalogue()->all())
        if ((profile->keySource == KeySource::OwnKey) == ownKey) out.push_back(QByteArray::fromStdString(profile->id));
    return out;
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void MOD_17_everyServiceOfTheListIsThere()
    {
        const auto catalogue = test::catalogue();
        std::set<std::string> seen;
        for (const auto &row : list) {
            const auto &all = catalogue->services();
            const auto found = std::ranges::find(all, row.title, &ListedService::title);
            QVERIFY2(found != all.end(), row.title);
            seen.insert(found->id);
            QVERIFY2(std::ranges::contains(found->groups, row.group), row.title);
            QCOMPARE(std::string(supportText(found->vault)), std::string(row.vault));
            QCOMPARE(std::string(supportText(found->managedHsm)), std::string(row.managedHsm));
            QCOMPARE(found->keyNote, std::string(row.keyNote));
            for (const auto &name : found->profiles) {
                const auto *profile = catalogue->find(name);
                QVERIFY2(profile, name.c_str());
                if (row.throughStore) QVERIFY2(profile->keySource == KeySource::Store, row.title); // MOD-24
                if (profile->edition == "default" && profile->managedHsm)                          // MOD-19
                    QVERIFY2(found->managedHsm == Support::Yes, row.title);
                if (*row.keyNote && profile->keySource == KeySource::OwnKey) QCOMPARE(profile->keySizes.back(), 3072U);
            }
        }
        QCOMPARE(seen.size(), std::size(list) - 1); // Service Bus is one service in two groups
        for (const auto *profile : catalogue->all()) {
            QVERIFY2(!catalogue->servicesOf(profile->id).empty(), profile->id.c_str());
            QVERIFY2(!profile->source.empty() && !profile->confidence.empty(), profile->id.c_str());
        }
    }

    void MOD_17_aResourceOfEveryProfileIsBoundRotatedRevokedAndHealed_data()
    {
        QTest::addColumn<QByteArray>("type");
        for (const auto &type : profilesWith(true)) QTest::newRow(type.constData()) << type;
    }
    void MOD_17_aResourceOfEveryProfileIsBoundRotatedRevokedAndHealed()
    {
        QFETCH(QByteArray, type);
        Given given(type.toStdString());
        auto &model = given.model;
        QVERIFY2(given.walk(given.goal()), given.wrong.c_str());
        QVERIFY(given.at().binding && given.health() <= Health::Warning);
        QCOMPARE(given.at().binding->pinned, given.profile.takesVersions);

        const auto first = given.newest();
        QVERIFY2(given.walk(RotateGoal{.key = given.key, .from = first}), given.wrong.c_str());
        QVERIFY(given.newest() != first && given.at().binding->version == given.newest());
        QVERIFY(given.health() <= Health::Warning);
        if (given.profile.oldVersionFor.count() > 0) {
            QVERIFY(given.claimed(first));
            model.now += given.profile.oldVersionFor - Millis(1);
            given.runDue();
            QVERIFY(given.claimed(first));
            model.now += Millis(1);
            given.runDue();
            QCOMPARE(given.claimed(first), given.profile.keepsPrevious);
        }

        const auto second = given.newest();
        given.enable(second, false);
        QCOMPARE(given.health(), Health::Lost);
        QVERIFY(!model.run(command::UpdateKeyVersion{given.key, second, false, {}, {}, {}, {}}) ||
                given.health() == Health::Lost);
        given.enable(second, true);
        QVERIFY(given.health() <= Health::Warning);
        KW_REFUSED(model.run(command::DeleteKey{given.key}),
                   given.profile.boundKeyNeverDeleted ? Code::BoundKeyKept : Code::LiveClaims);

        QVERIFY2(given.walk(RevokeGoal{.key = given.key}), given.wrong.c_str());
        QCOMPARE(given.at().binding.has_value(), !given.profile.revertible);
        if (given.profile.revertible) { // what was written last is still under the key that was just disabled (P2)
            const bool kept = given.profile.oldVersionFor.count() > 0;
            QCOMPARE(given.health(), kept ? Health::AtRisk : Health::Working);
            model.now += given.profile.oldVersionFor;
            given.runDue();
            QCOMPARE(given.health(), given.profile.keepsPrevious ? Health::AtRisk : Health::Working);
            return;
        }
        QCOMPARE(given.health(), Health::Lost);
        for (const auto &version : {first, second}) given.enable(version, true);
        QVERIFY(given.health() <= Health::Warning);
        KW_REFUSED(model.run(command::SetServiceManaged{given.resource}), Code::CmkIrreversible);
    }

    void MOD_24_whatTakesNoKeyOfItsOwnRefusesOne_data()
    {
        QTest::addColumn<QByteArray>("type");
        for (const auto &type : profilesWith(false)) QTest::newRow(type.constData()) << type;
    }
    void MOD_24_whatTakesNoKeyOfItsOwnRefusesOne()
    {
        QFETCH(QByteArray, type);
        Given given(type.toStdString());
        const auto wanted = given.profile.keySource == KeySource::Store ? Code::ProfileOwnStore : Code::ProfileNoKey;
        KW_REFUSED(given.model.run(given.model.binding(given.resource, given.vault, given.key)), wanted);
        const auto plan = planEnable(given.model.estate, given.goal(), given.model.now);
        QVERIFY(plan.blocked());
        QCOMPARE(plan.steps.front().reason->code, wanted);
    }

    void MOD_24_aStoreProtectsWhatKeepsItsDataInItAndItsLossIsShared()
    {
        Given given("storage-account");
        auto &model = given.model;
        const auto job = model.resource("job", "westeurope", "stream-analytics");
        const auto refused = model.run(model.binding(job, given.vault, given.key));
        KW_REFUSED(refused, Code::ProfileOwnStore);
        QVERIFY2(message(refused.error()).contains("one"), message(refused.error()).c_str()); // what can serve
        must(model.run(command::SetStore{job, given.resource}));
        QVERIFY(!assess(model.estate, model.now).bindings.find(given.resource)); // neither has a key yet
        QVERIFY2(given.walk(given.goal()), given.wrong.c_str());
        const auto all = [&] { return assess(model.estate, model.now).bindings; };
        QVERIFY(all().find(job)->health <= Health::Warning);

        // Incremental as in full, and the guard tells of both.
        const command::UpdateKeyVersion off{given.key, given.newest(), false, {}, {}, {}, {}};
        const auto refusal = model.run(off);
        KW_REFUSED(refusal, Code::LiveClaims);
        auto before = assess(model.estate, model.now);
        const auto change = must(apply(model.estate, {off, true}, test::owner, model.now));
        const auto after = assess(before, model.estate, change, model.now);
        QCOMPARE(after.bindings.find(given.resource)->health, Health::Lost);
        QCOMPARE(after.bindings.find(job)->health, Health::Lost);
        QVERIFY(says(*after.bindings.find(job), Code::StoreTroubled));
        KW_REFUSED(model.run(command::DeleteResource{given.resource}), Code::StoreInUse);
        must(model.run(command::SetStore{job, {}}));
        QVERIFY(!all().find(job));
        KW_OK(model.run(command::DeleteResource{given.resource}, true));
    }

    void MOD_24_onlyWhatTakesAKeyCanBeAStore()
    {
        Given given("cache-for-redis");
        auto &model = given.model;
        const auto portal = model.resource("portal", "westeurope", "azure-portal");
        const auto account = model.resource("account", "westeurope", "storage-account");
        const auto disk = model.resource("disk", "westeurope", "managed-disk");
        const auto set = model.resource("set", "westeurope", "disk-encryption-set");
        KW_REFUSED(model.run(command::SetStore{given.resource, portal}), Code::CannotBeStore);
        KW_REFUSED(model.run(command::SetStore{given.resource, given.resource}), Code::CannotBeStore);
        KW_REFUSED(model.run(command::SetStore{account, set}), Code::CannotBeStore); // it keeps its data itself
        KW_REFUSED(model.run(command::SetStore{disk, account}), Code::CannotBeStore);
        KW_OK(model.run(command::SetStore{disk, set}));
        KW_OK(model.run(command::SetStore{given.resource, account}));
    }

    void MOD_12_oneKeyProtectsResourcesOfSeveralServices()
    {
        Given given("storage-account");
        QVERIFY2(given.walk(given.goal()), given.wrong.c_str());
        auto goal = given.goal();
        goal.resource = given.model.resource("cluster", "westeurope", "data-explorer");
        QVERIFY2(given.walk(goal), given.wrong.c_str());
        QVERIFY(claims(given.model.estate, *given.model.estate.key(given.key)).size() == 2);
    }

    /// Such vaults cannot be made yet; here is one all the same.
    void MOD_19_keysOfAManagedHsmOnlyWhereTheServiceTakesThem()
    {
        for (const auto *type :
             {"recovery-services-vault", "recovery-services-vault-2", "container-registry", "sentinel"}) {
            Given given(type);
            Vault vault = *given.model.estate.vault(given.vault);
            vault.tier = Tier::ManagedHsm;
            given.model.estate.put(vault);
            const auto plan = planEnable(given.model.estate, given.goal(), given.model.now);
            const bool refused = std::ranges::any_of(plan.steps, [](const Step &step) {
                return step.reason && step.reason->code == Code::ProfileManagedHsm;
            });
            QCOMPARE(refused, !given.profile.managedHsm);
        }
    }

    void MOD_16_whatAnApplicationEncryptsTakesNoKeyOnTheServersSide()
    {
        Given given("cosmos-always-encrypted");
        KW_REFUSED(given.model.run(given.model.binding(given.resource, given.vault, given.key)), Code::ProfileNoKey);
    }

    void MOD_17_aVersionIsRefusedWhereTheServiceTakesNone()
    {
        Given given("cosmos-db-2");
        auto goal = given.goal();
        goal.version = given.newest();
        QVERIFY(planEnable(given.model.estate, goal, given.model.now).blocked());
        QVERIFY2(given.walk(given.goal()), given.wrong.c_str());
        KW_REFUSED(given.model.run(given.model.binding(given.resource, given.vault, given.key, true)),
                   Code::ProfileVersionRefused);
    }

    void MOD_17_aVaultThatForgetsTooSoonIsRefused()
    {
        Given given("mysql-flexible");
        Vault vault = *given.model.estate.vault(given.vault);
        vault.retentionDays = 89;
        given.model.estate.put(vault);
        QVERIFY(!given.walk(given.goal()));
        given.model.grant(given.vault, *given.user);
        auto set = given.model.binding(given.resource, given.vault, given.key, true);
        set.identity = given.user;
        KW_REFUSED(given.model.run(set), Code::ProfileRetention);
        vault = *given.model.estate.vault(given.vault);
        vault.retentionDays = 90;
        given.model.estate.put(vault);
        KW_OK(given.model.run(set));
    }

    void MOD_17_aKeyComesBeforeUseWhereTheServiceSaysSo()
    {
        Given given("event-hubs");
        must(given.model.run(command::NoteUse{given.resource}));
        KW_REFUSED(given.model.run(given.model.binding(given.resource, given.vault, given.key)), Code::KeyOnlyBefore);
        const auto other = given.model.resource("adx", "westeurope", "data-explorer");
        must(given.model.run(command::NoteUse{other}));
        auto goal = given.goal();
        goal.resource = other;
        QVERIFY2(given.walk(goal), given.wrong.c_str());
        const auto vault = given.model.resource("rsv", "westeurope", "recovery-services-vault");
        KW_REFUSED(given.model.run(command::NoteUse{vault}), Code::ServiceNotesUse);
    }

    void MOD_17_aFirstKeyThatIsSetWhileItIsMadeNeedsAUserAssignedIdentity()
    {
        Given given("container-registry");
        const auto own = given.model.identity(given.resource);
        given.model.grant(given.vault, own);
        KW_REFUSED(given.model.run(given.model.binding(given.resource, given.vault, given.key)),
                   Code::FirstKeyIdentity);
        auto goal = given.goal();
        goal.identity.reset();
        QVERIFY(planEnable(given.model.estate, goal, given.model.now).blocked());
        QVERIFY2(given.walk(given.goal()), given.wrong.c_str());
        KW_OK(given.model.run(given.model.binding(given.resource, given.vault, given.key))); // later by its own
        KW_REFUSED(given.model.run(command::DisableIdentity{given.resource}), Code::IdentityPermanent);
    }

    /// P3, P4: two keys are known, and a third waits until the change to the second is through.
    void P4_aThirdKeyWaitsUntilTheSecondIsTakenUp()
    {
        Given given("aks-kms-legacy");
        auto &model = given.model;
        QVERIFY2(given.walk(given.goal()), given.wrong.c_str());
        const auto first = given.newest();
        QVERIFY2(given.walk(RotateGoal{.key = given.key, .from = first}), given.wrong.c_str());
        const auto second = given.newest();
        must(model.run(command::RotateKey{given.key, Given::seed()}));
        auto set = model.binding(given.resource, given.vault, given.key, true);
        set.identity = given.user;
        KW_REFUSED(model.run(set), Code::PreviousStillNeeded);
        model.now += given.profile.oldVersionFor;
        QVERIFY(given.claimed(first)); // the previous one, however late it is
        KW_OK(model.run(set));
        QVERIFY(!given.claimed(first) && given.claimed(second));
        KW_OK(model.run(command::SetServiceManaged{given.resource}));
        model.now += Days(1000);
        given.runDue();
        QVERIFY(given.claimed(second)); // also after it went back
    }

    void BOT_12_formerKeysOfSeveralChangesAreClaimedEachForItsTime()
    {
        Given given("storage-account");
        auto &model = given.model;
        QVERIFY2(given.walk(given.goal()), given.wrong.c_str());
        const auto first = given.newest();
        QVERIFY2(given.walk(RotateGoal{.key = given.key, .from = first}), given.wrong.c_str());
        const auto second = given.newest();
        model.now += given.profile.oldVersionFor / 2;
        QVERIFY2(given.walk(RotateGoal{.key = given.key, .from = second}), given.wrong.c_str());
        QVERIFY(given.claimed(first) && given.claimed(second));
        KW_REFUSED(model.run(command::UpdateKeyVersion{given.key, first, false, {}, {}, {}, {}}), Code::LiveClaims);
        const auto live = claims(model.estate, *model.estate.key(given.key), first);
        QCOMPARE(live.front().what.code, Code::ClaimUntil);
        QVERIFY(sentence(live.front().what).text().contains(isoText(model.now + given.profile.oldVersionFor / 2)));
        model.now += given.profile.oldVersionFor / 2;
        given.runDue();
        QVERIFY(!given.claimed(first) && given.claimed(second));
        KW_REFUSED(model.run(command::ReleaseFormerKeys{given.resource}), Code::NotFound);
        KW_OK(model.run(command::SetServiceManaged{given.resource})); // P2: what was written last may need it
        QVERIFY(given.claimed(given.newest()));
        model.now += given.profile.oldVersionFor;
        given.runDue();
        QVERIFY(!given.claimed(given.newest()) && given.at().formerKeys.empty());
    }

    void MOD_17_newVersionsAreFollowedWhenTheServiceLooks()
    {
        Given given("storage-account");
        QVERIFY2(given.walk(given.goal()), given.wrong.c_str());
        const auto first = given.newest();
        must(given.model.run(command::RotateKey{given.key, Given::seed()}));
        given.model.now += given.profile.followsWithin - Millis(1);
        given.runDue();
        QCOMPARE(given.at().binding->version, first);
        given.model.now += Millis(1);
        given.runDue();
        QCOMPARE(given.at().binding->version, given.newest());
    }

    void P16_disabledExpiredAndUnreachableAreNotTheSame()
    {
        Given given("disk-encryption-set-2");
        auto &model = given.model;
        QVERIFY2(given.walk(given.goal()), given.wrong.c_str());
        const auto meaning = [&] {
            for (const auto &reason : given.verdict().reasons)
                if (reason.what.code == Code::LossMeans) return reason.text();
            return std::string();
        };
        given.enable(given.newest(), false);
        QCOMPARE(given.health(), Health::Lost);
        QVERIFY2(meaning().contains("fail to read and write") && meaning().contains("within 1 h"), meaning().c_str());
        given.enable(given.newest(), true);
        must(model.run(
            command::UpdateKeyVersion{given.key, given.newest(), {}, {}, std::optional(model.now + Days(1)), {}, {}},
            true));
        model.now += Days(2);
        QCOMPARE(given.health(), Health::AtRisk); // it goes on running
        QVERIFY2(meaning().contains("next start"), meaning().c_str());
        Given older("disk-encryption-set");
        QVERIFY2(older.walk(older.goal()), older.wrong.c_str());
        must(older.model.run(
            command::UpdateKeyVersion{
                older.key, older.newest(), {}, {}, std::optional(older.model.now + Days(1)), {}, {}},
            true));
        older.model.now += Days(2);
        QCOMPARE(older.health(), Health::Lost);
    }

    void P17_anExpiryIsRefusedByOneEditionAndWarnedOfByTheOther()
    {
        const auto expiring = [](Given &given) {
            must(given.model.run(command::UpdateKeyVersion{
                given.key, given.newest(), {}, {}, std::optional(given.model.now + Days(200)), {}, {}}));
        };
        Given strict("mysql-flexible");
        expiring(strict);
        QVERIFY(!strict.walk(strict.goal()));
        QVERIFY2(strict.wrong.contains("expires"), strict.wrong.c_str());
        Given newer("mysql-flexible-2");
        expiring(newer);
        QVERIFY2(newer.walk(newer.goal()), newer.wrong.c_str());
        QVERIFY(says(newer.verdict(), Code::ExpiryAdvisedAgainst));
        QCOMPARE(newer.health(), Health::Warning);
    }

    void MOD_17_aBackupVaultIsOnlyDeletedWithItsKey()
    {
        Given given("backup-vault");
        QVERIFY2(given.walk(given.goal()), given.wrong.c_str());
        given.enable(given.newest(), false);
        KW_REFUSED(given.model.run(command::DeleteResource{given.resource}, true), Code::DeletionNeedsKey);
        given.enable(given.newest(), true);
        KW_OK(given.model.run(command::DeleteResource{given.resource}, true));
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
