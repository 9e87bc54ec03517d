// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/estate/access.h"
#include "backend/estate/records.h"

using namespace keyward;
using namespace keyward::estate;

namespace {

struct Sevens {
    static constexpr unsigned recordedAs = 7;
    std::string text;
};
struct Threes {
    static constexpr unsigned recordedAs = 3;
    std::string text;
};
KEYWARD_FIELDS(Sevens, s.text)
KEYWARD_FIELDS(Threes, s.text)

} // namespace

class TestRecords : public QObject
{
    Q_OBJECT

    template <class T> static T through(const T &entity, unsigned edition = editionOf<T>)
    {
        Encoder out;
        out.edition = edition;
        out.kind = static_cast<unsigned>(kindOf<T>);
        out(kindOf<T>, edition, entity);
        return std::get<T>(test::must(decode(out.take())));
    }

private Q_SLOTS:
    /// What the first edition wrote is read, and what it did not know gets its default.
    void theFirstEditionIsStillRead()
    {
        test::Model model;
        const auto bound = model.bound();
        auto vault = *model.estate.vault(bound.vault);
        vault.accessModel = AccessModel::Roles;
        vault.firewall.access = Firewall::Access::Disabled;
        const auto oldVault = through(vault, 1);
        QCOMPARE(oldVault.name.text(), vault.name.text());
        QCOMPARE(oldVault.policies, vault.policies);
        QVERIFY(oldVault.accessModel == AccessModel::Policies &&
                oldVault.firewall.access == Firewall::Access::AllNetworks);
        auto key = model.keyOf(bound.key);
        key.spec.hsm = true;
        key.versions[0].origin = MaterialOrigin::Imported;
        const auto oldKey = through(key, 1);
        QVERIFY(!oldKey.spec.hsm && oldKey.versions[0].origin == MaterialOrigin::Generated &&
                oldKey.versions[0].id == key.versions[0].id);
        QCOMPARE(through(*model.estate.principal(bound.principal), 1).name, std::string("rsv1"));
    }

    /// Resources and jobs of the editions in which there was one service, byte by byte as they were written.
    void formerResourcesAndJobsGetTheirFacetAndWork()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto &now = *model.estate.resource(bound.resource);
        const BackupPolicy policy{"/srv", Days(1), {"*.tmp"}, 7, Days(30), model.now};
        for (const unsigned edition : {1u, 2u}) {
            Encoder out;
            out.edition = edition;
            out(EntityKind::Resource, edition, now.id, now.type, now.name, now.place, now.tags, now.created,
                now.identity, true, now.binding, policy);
            if (edition == 2) out(std::set{bound.principal});
            const auto read = std::get<Resource>(test::must(decode(out.take())));
            QVERIFY(read.id == now.id && read.protectionAttempted && read.binding->key == bound.key);
            QCOMPARE(policyOf(read).source, policy.source);
            QCOMPARE(policyOf(read).keepLast, 7u);
            QCOMPARE(read.userIdentities.size(), edition == 2 ? std::size_t(1) : std::size_t(0));
        }
        const auto job = [&](int kind, const std::string &source, const std::string &target) {
            Encoder out;
            out.edition = 2;
            const auto id = test::id<JobId>();
            out(EntityKind::Job, 2u, id, std::uint8_t(kind), JobState::Running, bound.resource, std::string("Title"),
                source, target, std::vector<std::string>{"a"}, true, std::optional(test::id<PointId>()),
                std::string("folder"), model.now, std::optional<Instant>{}, false, std::vector<std::string>{"w"},
                std::string("why"));
            return std::get<Job>(test::must(decode(out.take())));
        };
        const auto backup = job(1, "/srv", "");
        QVERIFY(workOf<BackupWork>(backup)->skipUnreadable && workOf<BackupWork>(backup)->point);
        QCOMPARE(workOf<BackupWork>(backup)->source, std::string("/srv"));
        QVERIFY(backup.folder == "folder" && backup.staging.empty() && backup.failure == "why");
        const auto restore = job(2, "/srv", "/home/back");
        QCOMPARE(workOf<RestoreWork>(restore)->includes, std::vector<std::string>{"a"});
        QCOMPARE(restore.staging, "/home/.keyward-restore-" + restore.id.text());
        QCOMPARE(workOf<KeyChangeWork>(job(3, "https://kv/keys/k", ""))->keyUri, std::string("https://kv/keys/k"));
    }

    void facetsAndWorkAreKept()
    {
        test::Model model;
        const auto bound = model.bound();
        BackupPolicy policy{"/srv", Days(1), {"*.tmp"}, 7, Days(30), {}};
        KW_OK(model.run(command::SetBackupPolicy{bound.resource, policy}));
        const auto read = through(*model.estate.resource(bound.resource), editionOf<Resource>);
        QCOMPARE(policyOf(read).excludes, policy.excludes);
        QVERIFY(read.binding->key == bound.key && !read.protectionAttempted);
        model.point(bound.resource);
        for (const auto &[id, job] : model.estate.jobs()) {
            const auto again = through(*job, editionOf<Job>);
            QVERIFY(again.work.index() == job->work.index() && again.title == job->title && again.state == job->state);
        }
        Encoder unknown; // a service that this version does not know
        unknown.edition = editionOf<Resource>;
        unknown(EntityKind::Resource, editionOf<Resource>, read.id, read.type, read.name, read.place, read.tags,
                read.created, read.identity, false, read.binding, read.userIdentities, 99u);
        KW_REFUSED(decode(unknown.take()), Code::StoreNewer);
    }

    /// A service may stand anywhere among the others.
    void anAlternativeIsKnownByItsNumberWhereverItStands()
    {
        using Here = std::variant<std::monostate, Sevens, Threes>;
        using There = std::variant<std::monostate, Threes, Sevens>;
        Encoder out;
        out(Here(Sevens{"seven"}), Here(Threes{"three"}), Here());
        const auto bytes = out.take();
        QCOMPARE(bytes.front(), std::uint8_t(7));
        Decoder in(bytes);
        There seven, three, none;
        in(seven, three, none);
        QVERIFY(in.ok() && in.atEnd() && !in.unknown());
        QCOMPARE(std::get<Sevens>(seven).text, std::string("seven"));
        QCOMPARE(std::get<Threes>(three).text, std::string("three"));
        QVERIFY(std::holds_alternative<std::monostate>(none));
        Decoder older(bytes);
        std::variant<std::monostate, Threes> known;
        older(known);
        QVERIFY(!older.ok() && older.unknown());
        Decoder cut(ByteView{});
        cut(known);
        QVERIFY(!cut.ok() && !cut.unknown());
    }

    void theCurrentEditionKeepsEverything()
    {
        test::Model model;
        const auto bound = model.bound();
        const auto vnet = test::id<NetworkId>();
        KW_OK(model.run(command::CreateNetwork{
            vnet, test::must(ResourceName::from("vnet1")), model.place(), {test::must(IpRange::from("10.1.0.0/16"))}}));
        KW_OK(model.run(command::SetSubnet{vnet, {"apps", test::must(IpRange::from("10.1.2.0/24")), true}}));
        KW_OK(model.run(command::RequestEndpoint{
            bound.vault, test::id<EndpointId>(), test::must(ResourceName::from("pe1")), {vnet, "apps"}}));
        command::SetFirewall rules{bound.vault};
        rules.access = Firewall::Access::SelectedNetworks;
        rules.ranges = {{test::must(IpRange::from("2001:db8::/32"))}};
        rules.subnets = {{{vnet, "apps"}}};
        KW_OK(model.run(rules));
        KW_OK(model.run(command::NoteKeyBackup{bound.key, "/safe/k.keybackup"}));
        const auto vault = through(*model.estate.vault(bound.vault));
        QVERIFY(vault.firewall.access == Firewall::Access::SelectedNetworks);
        QCOMPARE(vault.firewall.ranges[0].text(), std::string("2001:db8::/32"));
        QVERIFY(vault.firewall.ranges[0].contains(test::must(IpAddress::from("2001:db8::5"))));
        QVERIFY(vault.firewall.subnets.contains({vnet, "apps"}));
        QCOMPARE(vault.firewall.endpoints[0].name, std::string("pe1"));
        QCOMPARE(through(model.keyOf(bound.key)).backups[0].file, std::string("/safe/k.keybackup"));
        QCOMPARE(through(*model.estate.network(vnet)).subnets[0].name, std::string("apps"));
        const auto app = model.application("app");
        KW_OK(model.run(command::AddClientSecret{
            app, {test::id<SecretId>(), "ci", "abc", {}, model.now + Days(9), {1, 2}, {3, 4}}}));
        QCOMPARE(through(*model.estate.principal(app)).secrets[0].verifier, (Bytes{3, 4}));
        const auto assignment = model.assign("Key Vault Reader", app, "vault:kv-rsv1");
        QVERIFY(through(*model.estate.assignment(assignment)).principal == app);
    }

    /// An estate put together from its records in any order decides as the one they were taken from.
    void recordsInAnyOrderGiveTheSameAccess()
    {
        test::Model model;
        const auto vault = model.vault("kv1");
        KW_OK(model.run(command::SetAccessModel{vault, AccessModel::Roles}));
        const auto app = model.application("app");
        const Role role{test::id<RoleId>(), "Signer", "", {"Microsoft.KeyVault/vaults/keys/sign/action"}, {}};
        KW_OK(model.run(command::CreateRole{role}));
        model.assign("Signer", model.group("team", {app}), "group:default");
        std::vector<Touched> all{{EntityKind::Vault, recordOf(vault), false},
                                 {EntityKind::Settings, recordOf(model.estate.settings().id), false},
                                 {EntityKind::Role, recordOf(role.id), false}};
        for (const auto &[id, one] : model.estate.principals())
            all.push_back({EntityKind::Principal, recordOf(id), false});
        for (const auto &[id, one] : model.estate.assignments())
            all.push_back({EntityKind::Assignment, recordOf(id), false});
        for (const auto &[id, one] : model.estate.groups()) all.push_back({EntityKind::Group, recordOf(id), false});
        for (const auto &[id, one] : model.estate.subscriptions())
            all.push_back({EntityKind::Subscription, recordOf(id), false});
        for (const auto &[id, one] : model.estate.tenants()) all.push_back({EntityKind::Tenant, recordOf(id), false});
        for (std::size_t turn = 0; turn < all.size(); ++turn) {
            std::ranges::rotate(all, all.begin() + 1);
            Estate again(test::catalogue());
            for (const auto &one : all) put(again, test::must(decode(encode(model.estate, one))));
            QVERIFY(effectivePermissions(again, app, *again.vault(vault)) == PermissionSet{Permission::Sign});
        }
    }

    void nonsenseIsNamedAndNewerEditionsAreRefused()
    {
        KW_REFUSED(decode({}), Code::RecordTampered);
        Encoder unknown;
        unknown(std::uint8_t(200), 1u);
        KW_REFUSED(decode(unknown.take()), Code::RecordTampered);
        Encoder none;
        none(EntityKind::Vault, 0u, Vault{});
        KW_REFUSED(decode(none.take()), Code::RecordTampered);
    }

    /// Each kind by the edition of its own, and named in the refusal.
    void aRecordOfANewerEditionIsRefusedByTheNameOfItsKind()
    {
        const auto refused = []<class T>(const T &entity, const std::string &name) {
            Encoder newer;
            newer.edition = editionOf<T> + 1;
            newer(kindOf<T>, editionOf<T> + 1, entity);
            const auto read = decode(newer.take());
            KW_REFUSED(read, Code::StoreNewer);
            QCOMPARE(read.error().arguments.front().text(), std::to_string(editionOf<T> + 1) + " of a " + name);
            QCOMPARE(read.error().arguments.back().text(), std::to_string(editionOf<T>));
        };
        refused(Settings{}, "settings");
        refused(Vault{}, "vault");
        refused(RecoveryPoint{}, "recovery point");
        refused(VirtualNetwork{}, "virtual network");
    }

    /// A struct that stands in records of several kinds may get a part in another edition of each.
    void aSharedStructFollowsTheRecordItStandsIn()
    {
        const auto in = [](EntityKind kind, unsigned edition) { // as since() does, within one call
            return Since({{EntityKind::Vault, 3}, {EntityKind::Resource, 5}})
                .reachedBy(static_cast<unsigned>(kind), edition);
        };
        QVERIFY(!in(EntityKind::Vault, 2) && in(EntityKind::Vault, 3) && in(EntityKind::Vault, 4));
        QVERIFY(!in(EntityKind::Resource, 4) && in(EntityKind::Resource, 5));
        QVERIFY(!in(EntityKind::Key, 9));
        QVERIFY(Since(2).reachedBy(static_cast<unsigned>(EntityKind::Key), 2) && !Since(2).reachedBy(0, 1));
    }
};

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
