// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What applications ask for: each command names the data permission that it takes, and what names none is closed to
// them.

#include "backend/estate/apply.h"
#include "backend/estate/costs.h"
#include "backend/estate/describe.h"
#include "backend/estate/row.h"
#include "tests/support/world.h"

#include <QTemporaryDir>

#include <rapidcheck.h>

#include <set>

using namespace keyward;
using namespace keyward::estate;

namespace {

command::VersionSeed seed() { return {test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, {}}; }

struct Calls {
    test::Model model;
    VaultId vault = model.vault("kv1", false);
    KeyId key = model.key(vault, "cmk");
    KeyId deleted = model.key(vault, "gone");
    PrincipalId app = model.application("orders");
    Calls() { test::must(model.run(command::DeleteKey{deleted})); }

    Result<Change> ask(const Action &action, const std::string &from = "local") const
    {
        return apply(model.estate, {action, true}, Actor::principal(app, "orders", from), model.now);
    }
    /// Each command that an application may ask for, and what it has to be granted for it.
    std::vector<std::pair<Action, Permission>> all() const
    {
        const auto kept = model.keyOf(key);
        auto restored = kept;
        restored.id = test::id<KeyId>();
        restored.name = test::must(KeyName::from("restored"));
        restored.versions.front().id = test::id<VersionId>();
        restored.versions.front().material = test::id<RecordId>();
        const auto &place = model.estate.vault(vault)->place;
        command::UpdateKeyVersion off{};
        off.key = key;
        off.version = kept.latest().id;
        off.enabled = false;
        const auto named = [](const char *name) { return test::must(KeyName::from(name)); };
        return {
            {command::CreateKey{test::id<KeyId>(), vault, named("made"), {}, seed()}, Permission::Create},
            {command::ImportKey{test::id<KeyId>(), vault, named("brought"), {}, seed(), {}, "PEM"}, Permission::Import},
            {command::RotateKey{key, seed()}, Permission::Rotate},
            {off, Permission::Update},
            {command::NoteKeyBackup{key, {}}, Permission::Backup},
            {command::RestoreKey{restored, model.estate.catalogue().platform().geographyOf(place.region),
                                 place.subscription},
             Permission::Restore},
            {command::DeleteKey{key}, Permission::Delete},
            {command::RecoverKey{deleted}, Permission::Recover},
            {command::PurgeKey{deleted}, Permission::Purge}};
    }
};

} // namespace

class TestDataCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Its own permission lets each through, and all the others together do not.
    void VLT_5_anApplicationNeedsThePermissionOfWhatItAsksFor()
    {
        Calls calls;
        for (const auto &[action, needed] : calls.all()) {
            KW_REFUSED(calls.ask(action), Code::Unauthorized);
            PermissionSet others;
            for (unsigned i = 0; i < permissionCount; ++i)
                if (Permission(i) != needed) others = others | PermissionSet{Permission(i)};
            test::must(calls.model.run(command::SetAccessPolicy{calls.vault, calls.app, others}, true));
            KW_REFUSED(calls.ask(action), Code::Unauthorized);
            test::must(calls.model.run(command::SetAccessPolicy{calls.vault, calls.app, PermissionSet{needed}}, true));
            KW_OK(calls.ask(action));
            test::must(calls.model.run(command::RemoveAccessPolicy{calls.vault, calls.app}, true));
        }
    }

    /// … and each is a call that is counted as what it is; nothing else that the log has is.
    void TDE_5_eachIsCountedAsWhatItIs()
    {
        for (const auto &[action, needed] : Calls().all()) QCOMPARE(callNamed(operationName(action)), needed);
        for (const auto used : {Permission::WrapKey, Permission::UnwrapKey, Permission::Sign})
            QCOMPARE(callNamed(permissionText(used)), used);
        for (const auto *other : {"key.escrow", "vault.create", "policy.set", "platform.wrapKey", "access.check", ""})
            QVERIFY2(!callNamed(other), other);
    }

    /// What one is granted in a vault is nothing in another, and the firewall stands before the grant.
    void VLT_9_whereItCallsFromAndWhereToCounts()
    {
        Calls calls;
        auto &model = calls.model;
        model.grant(calls.vault, calls.app, "create,delete");
        const auto other = model.vault("kv2");
        KW_REFUSED(calls.ask(command::DeleteKey{model.key(other, "cmk")}), Code::Unauthorized);
        const command::CreateKey make{test::id<KeyId>(), calls.vault, test::must(KeyName::from("k")), {}, seed()};
        test::must(model.run(command::SetFirewall{.vault = calls.vault,
                                                  .access = Firewall::Access::SelectedNetworks,
                                                  .ranges = std::vector{test::must(IpRange::from("192.0.2.0/24"))}},
                             true));
        KW_OK(calls.ask(make, "192.0.2.7"));
        KW_REFUSED(calls.ask(make, "198.51.100.7"), Code::FirewallDenied);
        KW_REFUSED(calls.ask(make, "somewhere"), Code::AdministrationOnly); // no address to be judged by
    }

    /// The rest is administration: drawn from everything that people type, nothing of it is open to an application,
    /// whatever that was granted.
    void VLT_5_administrationIsClosedToApplications()
    {
        const QTemporaryDir folder;
        const auto holds = rc::check([&] {
            test::World world;
            test::furnish(world);
            const auto app = world.apps.front();
            const auto action = test::anyCommand(world, folder.path().toStdString());
            if (factsOf(world.model.estate, action).dataCall) {
                RC_ASSERT(asked().contains(std::string(operationName(action))));
                return;
            }
            const auto done =
                apply(world.model.estate, {action, true}, Actor::principal(app, "app", "local"), world.model.now);
            RC_ASSERT(!done);
            RC_ASSERT(done.error().code == Code::AdministrationOnly);
        });
        QVERIFY(holds);
    }

private:
    static std::set<std::string> asked()
    {
        std::set<std::string> out;
        for (const auto &[action, needed] : Calls().all()) out.emplace(operationName(action));
        return out;
    }
};

QTEST_GUILESS_MAIN(TestDataCalls)
#include "tst_data_calls.moc"
