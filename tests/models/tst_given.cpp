// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who is given what, by point and click: what is offered, what is shown before, and what is explained (VLT-9, MOD-11).

#include "backend/engine/api/applications.h"
#include "models/access_targets.h"
#include "models/actions/action_draft.h"
#include "models/blades/access_rows.h"
#include "models/blades/explain.h"
#include "tests/support/actions.h"

#include <QAbstractItemModelTester>

using namespace keyward;
using namespace keyward::models;
using keyward::test::action;
using keyward::test::Opened;
using keyward::test::stateNow;
using keyward::test::must;

namespace {

namespace command = estate::command;

void carryOut(ActionDraft &draft)
{
    QTRY_VERIFY2(!draft.impact().pending(), "the impact");
    draft.acknowledge(true);
    draft.typeName(draft.impact().subject());
    QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
    QSignalSpy done(&draft, &ActionDraft::done);
    draft.commit();
    QTRY_COMPARE(done.size(), 1);
}

template <class T> T *partOf(const Presenter &presenter, const char *name)
{
    for (auto *part : presenter.parts())
        if (part->objectName() == QLatin1String(name)) return qobject_cast<T *>(part);
    return nullptr;
}

QString textIn(TableModel &table, int row, int column) { return table.cell(row, column).text; }

struct Made {
    estate::PrincipalId app = test::id<estate::PrincipalId>();
    estate::PrincipalId group = test::id<estate::PrincipalId>();
    estate::PrincipalId other = test::id<estate::PrincipalId>();
    explicit Made(Opened &opened)
    {
        const auto tenant = opened.estate().settings().tenant;
        must(opened.run(command::CreateApplication{app, must(DisplayName::from("an app")), tenant,
                                                   estate::guidText(test::id<RecordId>())}));
        must(opened.run(command::CreateApplication{other, must(DisplayName::from("another app")), tenant,
                                                   estate::guidText(test::id<RecordId>())}));
        must(opened.run(command::CreatePrincipalGroup{group, must(DisplayName::from("people")), tenant}));
        opened.settle();
    }
};

QString idOf(const estate::PrincipalId &id) { return text(id.text()); }

} // namespace

class TestGiven : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// What has no effect under a vault's model is not offered, and the page says why and what would change it.
    void VLT_9_whatHasNoEffectIsNotOffered()
    {
        Opened opened;
        const auto bound = opened.bound();
        const auto byRoles = opened.vault("kv-r");
        must(opened.run(command::SetAccessModel{byRoles, estate::AccessModel::Roles}));
        opened.settle();
        const auto policy = Target::of(bound.vault, bound.principal);
        QVERIFY(stateNow(opened, "policy.add", Target::of(bound.vault)).supported);
        QVERIFY(stateNow(opened, "policy.edit", policy).supported);
        QVERIFY(!stateNow(opened, "vault.assign", Target::of(bound.vault)).supported);
        QVERIFY(!stateNow(opened, "policy.add", Target::of(byRoles)).supported);
        QVERIFY(stateNow(opened, "vault.assign", Target::of(byRoles)).supported);
        for (const auto &[blade, vault, says, button] :
             {std::tuple("vault.access", byRoles, "Roles decide", "access.policies"),
              std::tuple("vault.roles", bound.vault, "Access policies decide", "access.roles")}) {
            const auto presenter = bladeById(QLatin1String(blade))->make(*opened.workspace, Target::of(vault));
            const auto callouts = partOf<CalloutsPart>(*presenter, "model")->callouts();
            QCOMPARE(callouts.size(), std::size_t(1));
            QVERIFY(callouts.front().text.contains(QLatin1String(says)));
            QCOMPARE(callouts.front().action, QLatin1String(button));
            QVERIFY(stateNow(opened, button, Target::of(vault)).enabled);
        }
        const auto fine = bladeById("vault.access")->make(*opened.workspace, Target::of(bound.vault));
        QVERIFY(partOf<CalloutsPart>(*fine, "model")->callouts().empty());
    }

    /// Adding for somebody who has a policy is a change of that one, never a silent replacement.
    void VLT_9_addingNeverReplacesSilently()
    {
        Opened opened;
        const auto bound = opened.bound();
        opened.settle();
        ActionDraft draft(action("policy.add"), *opened.workspace, Target::of(bound.vault));
        draft.setValue("principal", idOf(bound.principal));
        QVERIFY2(draft.errorOf("principal").contains("change it"), qPrintable(draft.errorOf("principal")));
        QVERIFY(!draft.ready());
        ActionDraft change(action("policy.edit"), *opened.workspace, Target::of(bound.vault, bound.principal));
        QCOMPARE(change.values()["permissions"].toString(), QStringLiteral("get,list,unwrapKey,wrapKey"));
    }

    /// A resource's Identity page tells of roles as of policies.
    void VLT_9_aRoleThatLetsAResourceInIsShown()
    {
        Opened opened;
        const auto bound = opened.bound();
        const auto blade = [&] {
            auto presenter = bladeById("resource.identity")->make(*opened.workspace, Target::of(bound.resource));
            return presenter;
        };
        opened.settle();
        {
            const auto presenter = blade();
            auto &table = partOf<TablePart>(*presenter, "access")->model();
            QCOMPARE(table.rowCount(), 1);
            QCOMPARE(textIn(table, 0, 2), QStringLiteral("Access policy"));
        }
        ActionDraft draft(action("access.roles"), *opened.workspace, Target::of(bound.vault));
        QCOMPARE(draft.values()["stage"].toBool(), true);
        QVERIFY2(draft.fields().front().hint.contains("Nobody loses"), qPrintable(draft.fields().front().hint));
        QVERIFY2(draft.commandLine().endsWith("--to roles --stage"), qPrintable(draft.commandLine()));
        carryOut(draft);
        QTRY_COMPARE(opened.estate().vault(bound.vault)->accessModel, estate::AccessModel::Roles);
        opened.settle();
        QCOMPARE(opened.estate().assignments().size(), std::size_t(1));
        QCOMPARE(opened.workspace->moment()->assessment.bindings.find(bound.resource)->health,
                 estate::Health::Warning); // as before: it has no backup
        const auto presenter = blade();
        auto &table = partOf<TablePart>(*presenter, "access")->model();
        QCOMPARE(table.rowCount(), 1);
        QVERIFY2(textIn(table, 0, 2).startsWith("Role Key Vault Crypto Service Encryption User"),
                 qPrintable(textIn(table, 0, 2)));
    }

    /// Nothing is granted for a switch that would take something away all the same.
    void VLT_9_aSwitchThatCannotKeepAccessGrantsNothing()
    {
        Opened opened;
        const auto vault = opened.vault("kv1");
        const auto key = opened.key(vault, "a");
        const Made made(opened);
        must(opened.run(command::SetAccessModel{vault, estate::AccessModel::Roles}, true));
        const auto reader = opened.estate().roleNamed("Key Vault Reader")->id;
        must(opened.run(command::AssignRole{
            test::id<estate::AssignmentId>(), made.app, reader, {estate::Scope::Kind::Key, estate::recordOf(key)}}));
        must(opened.run(command::AssignRole{test::id<estate::AssignmentId>(),
                                            made.group,
                                            reader,
                                            {estate::Scope::Kind::Vault, estate::recordOf(vault)}}));
        opened.settle();
        ActionDraft draft(action("access.policies"), *opened.workspace, Target::of(vault));
        QVERIFY2(draft.fields().front().hint.contains("loses"), qPrintable(draft.fields().front().hint));
        draft.commit();
        QTRY_VERIFY(!opened.workspace->errands().running() && opened.workspace->notifications().rowCount() > 0);
        QCOMPARE(opened.workspace->notifications().at(0).state, State::Lost);
        opened.settle();
        QVERIFY(opened.estate().vault(vault)->policies.empty());
        QCOMPARE(opened.estate().vault(vault)->accessModel, estate::AccessModel::Roles);
    }

    /// Without the grants first, the switch shows who loses what and waits for a word.
    void CON_4_theSwitchShowsWhoLosesWhat()
    {
        Opened opened;
        const auto bound = opened.bound();
        opened.settle();
        ActionDraft draft(action("access.roles"), *opened.workspace, Target::of(bound.vault));
        draft.setValue("stage", false);
        QTRY_VERIFY(!draft.impact().pending() && draft.impact().known());
        QVERIFY(draft.needsTypedName() && !draft.ready());
        QCOMPARE(draft.impact().access().rowCount(), 1);
        QCOMPARE(draft.impact().access().cell(0, 0).text, QStringLiteral("rsv1"));
        QVERIFY(draft.impact().access().cell(0, 1).text.startsWith("Loses get, list, unwrapKey"));
    }

    /// Roles assigned above, here and on single keys; taken away again with what that does.
    void VLT_9_assignmentsOfAVaultAreAllShown()
    {
        Opened opened;
        const Made made(opened);
        const auto vault = opened.vault("kv-r");
        must(opened.run(command::SetAccessModel{vault, estate::AccessModel::Roles}));
        const auto key = opened.key(vault, "k");
        opened.settle();
        const auto reader = text(opened.estate().roleNamed("Key Vault Reader")->id.text());
        ActionDraft above(action("role.assign"), *opened.workspace, Target{});
        above.setValue("principal", idOf(made.group));
        above.setValue("role", reader);
        above.setValue("scope", "no such place");
        QVERIFY(!above.ready());
        above.setValue("scope",
                       QString::fromStdString(estate::scopeText(
                           opened.estate(), {estate::Scope::Kind::Subscription,
                                             RecordId{opened.estate().subscriptions().begin()->first.bytes}})));
        carryOut(above);
        for (const auto &[id, target] :
             {std::pair("vault.assign", Target::of(vault)), {"key.assign", Target::of(key)}}) {
            ActionDraft draft(action(id), *opened.workspace, target);
            draft.setValue("principal", idOf(made.app));
            draft.setValue("role", reader);
            carryOut(draft);
        }
        opened.settle();
        const std::unique_ptr<ComputedTable> table(assignmentsTable(*opened.workspace, Target::of(vault)));
        const QAbstractItemModelTester tester(table.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(table->rowCount(), 3);
        QSet<QString> on;
        for (int row = 0; row < 3; ++row) on += table->cell(row, 3).text;
        QVERIFY(on.contains("Here") && on.contains("Key kv-r/k"));
        table->setKind("Group");
        QTRY_COMPARE(table->rowCount(), 1);
        QVERIFY2(textIn(*table, 0, 3).startsWith("Inherited: Subscription"), qPrintable(textIn(*table, 0, 3)));
        table->setKind({});
        table->setFilter("AN APP");
        QTRY_COMPARE(table->rowCount(), 2);
        const auto gone = *table->targetAt(0);
        ActionDraft removal(action("assignment.remove"), *opened.workspace, gone);
        QTRY_VERIFY(!removal.impact().pending() && removal.impact().known());
        QVERIFY(removal.destructive());
        carryOut(removal);
        QTRY_COMPARE(table->rowCount(), 1);
        QVERIFY(!exists(opened.estate(), gone));
    }

    /// Who can do what: through groups, narrowed by an operation.
    void VLT_9_whoCanDoWhatIsSearched()
    {
        Opened opened;
        const Made made(opened);
        const auto vault = opened.vault("kv-p");
        must(opened.run(command::SetMember{made.group, made.app, true}));
        must(opened.run(command::SetAccessPolicy{vault, made.group, {estate::Permission::Get}}));
        must(opened.run(command::SetAccessPolicy{vault, made.other, {estate::Permission::Sign}}));
        opened.settle();
        const std::unique_ptr<ComputedTable> table(effectiveTable(*opened.workspace, Target::of(vault)));
        QTRY_COMPARE(table->rowCount(), 3);
        table->setFilter("sign");
        QTRY_COMPARE(table->rowCount(), 1);
        QCOMPARE(textIn(*table, 0, 0), QStringLiteral("another app"));
        table->setFilter("through group");
        QTRY_COMPARE(textIn(*table, 0, 0), QStringLiteral("an app"));
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(*table->targetAt(0), targetOf(made.app));
        table->setFilter({});
        QTRY_COMPARE(table->rowCount(), 3);
        table->sort(0, Qt::DescendingOrder);
        QTRY_COMPARE(textIn(*table, 0, 0), QStringLiteral("people"));
        const std::unique_ptr<ComputedTable> reach(reachTable(*opened.workspace, made.app));
        QTRY_COMPARE(reach->rowCount(), 1);
        QCOMPARE(textIn(*reach, 0, 2), QStringLiteral("get"));
    }

    /// MOD-11: the decision, the rule, and a command that makes the same call pass.
    void MOD_11_aRefusalIsExplainedAndMended_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("rule");
        QTest::newRow("no policy") << 0 << "No access policy lets it in";
        QTest::newRow("policy lacks") << 1 << "Its access policy does not include this permission";
        QTest::newRow("no role") << 2 << "It has no role here";
        QTest::newRow("disabled") << 3 << "The version is disabled";
        QTest::newRow("key deleted") << 4 << "The key is deleted";
        QTest::newRow("network") << 5 << "keep the caller out";
        QTest::newRow("operation") << 6 << "does not allow this operation";
    }
    void MOD_11_aRefusalIsExplainedAndMended()
    {
        QFETCH(int, what);
        QFETCH(QString, rule);
        Opened opened;
        const Made made(opened);
        const auto vault = opened.vault("kv1");
        const auto key = opened.key(vault, "k");
        opened.settle();
        const auto version = opened.estate().key(key)->latest().id;
        command::UpdateKeyVersion update{.key = key,
                                         .version = version,
                                         .enabled = {},
                                         .notBefore = {},
                                         .expires = {},
                                         .tags = {},
                                         .operations = {}};
        if (what != 0 && what != 2)
            must(opened.run(command::SetAccessPolicy{
                vault, made.app, {what == 1 ? estate::Permission::Get : estate::Permission::UnwrapKey}}));
        if (what == 2) must(opened.run(command::SetAccessModel{vault, estate::AccessModel::Roles}));
        if (what == 3) update.enabled = false;
        if (what == 6) update.operations = estate::PermissionSet{estate::Permission::Sign};
        if (what == 3 || what == 6) must(opened.run(update));
        if (what == 4) must(opened.run(command::DeleteKey{key}));
        if (what == 5)
            must(
                opened.run(command::SetFirewall{.vault = vault, .access = estate::Firewall::Access::SelectedNetworks}));
        opened.settle();
        Explain explain(*opened.workspace, Target::of(vault));
        auto *verdict = partOf<CalloutsPart>(explain, "verdict");
        QVERIFY(!partOf<FactsPart>(explain, "decision")->present()); // nobody is named yet
        QCOMPARE(verdict->callouts().front().state, State::Neutral);
        explain.setValue("principal", idOf(made.app));
        explain.setValue("key", text(key.text()));
        explain.setValue("address", "not an address");
        QVERIFY(!explain.form().errorOf("address").isEmpty());
        explain.setValue("address", "192.0.2.7");
        QCOMPARE(explain.form().errorOf("address"), QString());
        QCOMPARE(verdict->callouts().front().state, State::Lost);
        const auto &decided = partOf<FactsPart>(explain, "decision")->facts().front();
        QVERIFY2(decided.value.contains(rule), qPrintable(decided.value));
        const auto fix = verdict->callouts().front().fix;
        QVERIFY(fix);
        must(opened.run(*fix));
        opened.settle();
        QCOMPARE(verdict->callouts().front().state, State::Working); // it follows the estate
        QVERIFY(!verdict->callouts().front().fix);
    }

    /// A client secret is shown to whoever asked for it, and stands nowhere else.
    void aClientSecretIsShownOnceAndToldNowhere()
    {
        Opened opened;
        const Made made(opened);
        ActionDraft draft(action("secret.add"), *opened.workspace, targetOf(made.app));
        draft.setValue("label", "for the build");
        QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
        draft.commit();
        QVERIFY(draft.committing());
        QTRY_VERIFY_WITH_TIMEOUT(draft.secret() != nullptr, 60'000);
        QVERIFY(!draft.committing() && !draft.ready()); // once
        const auto bytes = draft.secret()->text.exposed();
        QCOMPARE(bytes.size(), std::size_t(43));
        const auto secret = QString::fromLatin1(reinterpret_cast<const char *>(bytes.data()), 43);
        opened.settle();
        const auto *app = opened.estate().principal(made.app);
        QCOMPARE(app->secrets.size(), std::size_t(1));
        QCOMPARE(app->secrets.front().label, std::string("for the build"));
        for (int i = 0; i < opened.workspace->notifications().rowCount(); ++i) {
            const auto &told = opened.workspace->notifications().at(i);
            QVERIFY(!(told.text + told.detail).contains(secret));
        }
        for (const auto &value : draft.values()) QVERIFY(!value.toString().contains(secret));
        QVERIFY(!draft.commandLine().contains(secret));
        QVERIFY(!draft.secret()->label.contains(secret) && !draft.secret()->note.contains(secret));
        QCOMPARE(
            must(opened.inner().applications().signIn(app->applicationId, test::secret(secret.toStdString()), "local")),
            made.app);
        const auto presenter = bladeById("principal.overview")->make(*opened.workspace, targetOf(made.app));
        auto &table = partOf<TablePart>(*presenter, "secrets")->model();
        QCOMPARE(table.rowCount(), 1);
        QCOMPARE(textIn(table, 0, 1), secret.left(3) + QStringLiteral("…"));
        ActionDraft removal(action("secret.remove"), *opened.workspace, *table.targetAt(0));
        QTRY_VERIFY(!removal.impact().pending() && removal.impact().known());
        QVERIFY(removal.needsAcknowledgement());
        carryOut(removal);
        QTRY_COMPARE(table.rowCount(), 0);
    }

    /// Own roles keep the patterns that a tick cannot say.
    void aRoleOfOnesOwnIsChangedWithoutLosingItsPatterns()
    {
        Opened opened;
        const auto id = test::id<estate::RoleId>();
        must(opened.run(
            command::CreateRole{{id,
                                 "mixed",
                                 "",
                                 {"Microsoft.KeyVault/vaults/keys/wrap/action", "Microsoft.KeyVault/vaults/keys/un*"},
                                 {"Microsoft.KeyVault/vaults/keys/read"}}}));
        opened.settle();
        ActionDraft draft(action("role.edit"), *opened.workspace, targetOf(id));
        QCOMPARE(draft.values()["actions"].toString(), QStringLiteral("Microsoft.KeyVault/vaults/keys/wrap/action"));
        QCOMPARE(draft.values()["patterns"].toString(), QStringLiteral("Microsoft.KeyVault/vaults/keys/un*"));
        draft.setValue("patterns", "nonsense");
        QVERIFY(!draft.errorOf("patterns").isEmpty());
        draft.setValue("patterns", "Microsoft.KeyVault/vaults/keys/un*");
        draft.setValue("description", "as before, described");
        carryOut(draft);
        const auto *role = opened.estate().role(id);
        QCOMPARE(role->dataActions.size(), std::size_t(2));
        QCOMPARE(role->notDataActions.size(), std::size_t(1));
        QCOMPARE(role->description, std::string("as before, described"));
        const auto &builtIn = opened.estate().catalogue().platform().roles.front();
        QVERIFY(!stateNow(opened, "role.edit", targetOf(builtIn.id)).supported);
        QVERIFY(!stateNow(opened, "role.delete", targetOf(builtIn.id)).supported);
    }

    /// BKP-12: a resource's user-assigned identities are found by subscription, name, group or id; added and removed.
    void BKP_12_userAssignedIdentitiesAreFoundAndGiven()
    {
        Opened opened;
        const auto resource = opened.resource("rsv1");
        opened.settle();
        QVERIFY(!stateNow(opened, "identity.assign", Target::of(resource)).enabled); // none yet, and it says so
        const auto id = test::id<estate::PrincipalId>();
        must(opened.run(command::CreateUserIdentity{id, must(DisplayName::from("shared one")),
                                                    opened.estate().resource(resource)->place}));
        opened.settle();
        ActionDraft draft(action("identity.assign"), *opened.workspace, Target::of(resource));
        const auto &picker = draft.fields().front().picker;
        QCOMPARE(picker.kinds.size(), std::size_t(1)); // its subscription
        for (const auto *words : {"shared", "defau"}) QCOMPARE(picker.find(words, {}, 9).total, std::size_t(1));
        QCOMPARE(picker.find(idOf(id).left(6), picker.kinds.front().value, 9).total, std::size_t(1));
        draft.setValue("identity", idOf(id));
        carryOut(draft);
        opened.settle();
        const auto presenter = bladeById("resource.identity")->make(*opened.workspace, Target::of(resource));
        auto &table = partOf<TablePart>(*presenter, "assigned")->model();
        QCOMPARE(table.rowCount(), 1);
        ActionDraft removal(action("identity.unassign"), *opened.workspace, *table.targetAt(0));
        carryOut(removal);
        QTRY_COMPARE(table.rowCount(), 0);
    }

    /// Deleting a principal shows what it had, and is refused while a key is used by it.
    void CON_4_deletingAPrincipalShowsWhatItHad()
    {
        Opened opened;
        const Made made(opened);
        const auto vault = opened.vault("kv1");
        must(opened.run(command::SetAccessPolicy{vault, made.app, {estate::Permission::Get}}));
        opened.settle();
        ActionDraft draft(action("principal.delete"), *opened.workspace, targetOf(made.app));
        QTRY_VERIFY(!draft.impact().pending() && draft.impact().known());
        QCOMPARE(draft.impact().access().rowCount(), 1);
        QCOMPARE(draft.impact().access().cell(0, 1).text, QStringLiteral("Loses get"));
        QVERIFY(draft.needsAcknowledgement() && draft.destructive());
        carryOut(draft);
        QTRY_VERIFY(!opened.estate().principal(made.app));
        QVERIFY(opened.estate().vault(vault)->policies.empty());
    }
};

QTEST_GUILESS_MAIN(TestGiven)
#include "tst_given.moc"
