// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CON-8: the line that the window shows is run as it is shown, by the real keywardctl on a copy of the keystore; the
// deed is carried out in the other; then both estates say the same. And no line stands in the window's own sentences.

#include "backend/engine/api/applications.h"
#include "backend/engine/api/file_stores.h"
#include "backend/engine/api/key_import.h"
#include "backend/engine/api/secret_file.h"
#include "backend/engine/api/services/bot_service.h"
#include "backend/engine/api/services/managed_disk.h"
#include "backend/engine/api/services/recovery_services_vault.h"
#include "backend/engine/api/services/sql_server.h"
#include "backend/estate/scope.h"
#include "backend/reports/access_views.h"
#include "backend/reports/kept_files.h"
#include "backend/reports/services/bot_service.h"
#include "backend/reports/services/recovery_services_vault.h"
#include "backend/reports/services/sql_server.h"
#include "backend/reports/views.h"
#include "models/access_targets.h"
#include "models/actions/action_draft.h"
#include "models/drafts/key_file_draft.h"
#include "models/drafts/try_draft.h"
#include "models/places.h"
#include "models/recovery_sheet.h"
#include "models/secret_draft.h"
#include "models/services/recovery_services_vault/targets.h"
#include "models/unlock_slots.h"
#include "models/window_words.h"
#include "models/wizards/enable_draft.h"
#include "models/wizards/guide_draft.h"
#include "tests/models/line_cases.h"
#include "tests/support/opened.h"
#include "tests/support/own_profile.h"

#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>

#include <unistd.h>

using namespace keyward;
using namespace keyward::models;
using keyward::test::Case;
using keyward::test::cases;
using keyward::test::clientSecret;
using keyward::test::friendly;
using keyward::test::must;
using keyward::test::passphrase;
using keyward::test::vaultAt;
using keyward::test::keyAt_;
using keyward::test::newest;

namespace {

std::string foreign(const char *name) { return std::string(KEYWARD_SOURCE_DIR "/tests/backend/crypto/import/") + name; }

/// What an estate says, without ids and key material; times apart.
struct Said {
    QStringList things;
    QStringList times;
};

Said saidBy(const estate::Estate &estate)
{
    QStringList all;
    const auto add = [&](const QJsonObject &one) {
        all += QString::fromUtf8(QJsonDocument(one).toJson(QJsonDocument::Compact));
    };
    for (const auto &[id, vault] : estate.vaults()) {
        add(reports::view(estate, *vault));
        for (const auto &policy : reports::accessView(estate, *vault)) add(policy.toObject());
    }
    for (const auto &[id, key] : estate.keys()) add(reports::view(estate, *key));
    for (const auto &[id, principal] : estate.principals()) add(reports::view(*principal, estate));
    for (const auto &[id, resource] : estate.resources()) {
        auto one = reports::view(estate, *resource);
        one[QLatin1String("policy")] = reports::view(policyOf(*resource));
        add(one);
    }
    for (const auto &[id, point] : estate.points()) add(reports::view(estate, *point));
    for (const auto &[id, database] : estate.databases()) add(reports::view(estate, *database));
    for (const auto &[id, resource] : estate.resources())
        if (const auto *facet = facetOf<estate::SqlServer>(*resource)) {
            for (const auto &key : facet->keys) add(reports::view(estate, *resource, key));
            add({{"kept", text(isoDuration(facet->keepDropped))}});
        }
    for (const auto &[id, job] : estate.jobs()) add(reports::view(estate, *job));
    for (const auto &[id, role] : estate.roles()) add(reports::view(*role));
    if (const auto &copies = estate.settings().storeBackup)
        add({{"folder", text(copies->folder)},
             {"every", text(isoDuration(copies->every))},
             {"keep", int(copies->keep)}});
    for (const auto &outage : estate.settings().outages) add({{"out", text(outage.region.text())}});
    for (const auto &[id, assignment] : estate.assignments()) add(reports::view(estate, *assignment));
    for (const auto &[id, tenant] : estate.tenants()) add(reports::view(*tenant));
    for (const auto &[id, subscription] : estate.subscriptions()) {
        auto one = reports::view(*subscription); // ids are left out of the comparison, so its tenant by name
        one[QLatin1String("tenantName")] = text(estate.tenantNamed(subscription->tenant)->name);
        add(one);
    }
    for (const auto &[id, group] : estate.groups()) add(reports::view(*group));
    for (const auto &[id, lock] : estate.locks()) add(reports::view(estate, *lock));
    for (const auto &[id, network] : estate.networks()) add(reports::view(estate, *network));
    for (const auto &[id, own] : estate.ownProfiles())
        add({{"profile", text(own->profile)}, {"text", text(own->text)}});
    for (const auto &[id, receiver] : estate.siemReceivers())
        add({{"receiver", text(receiver->name)},
             {"to", text(estate::targetText(receiver->target))},
             {"fromStart", receiver->fromStart}});
    static const QRegularExpression ids(QStringLiteral("[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\b[0-"
                                                       "9a-f]{8,12}\\b|\"(publicKey|storedBytes|hint)\":[^,}]*"));
    static const QRegularExpression time(QStringLiteral("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"));
    Said out;
    for (auto &one : all) one.replace(ids, QStringLiteral("ID"));
    std::ranges::sort(all, {}, [](QString one) { return one.replace(time, QStringLiteral("TIME")); });
    for (auto &one : all) {
        for (auto match = time.globalMatch(one); match.hasNext();) out.times += match.next().captured();
        out.things += one.replace(time, QStringLiteral("TIME"));
    }
    return out;
}

QString difference(const Said &line, const Said &deed)
{
    for (qsizetype i = 0; i < std::max(line.things.size(), deed.things.size()); ++i)
        if (line.things.value(i) != deed.things.value(i))
            return QStringLiteral("by the line: ") + line.things.value(i) + QStringLiteral("\nby the deed: ") +
                   deed.things.value(i);
    for (qsizetype i = 0; i < line.times.size(); ++i) {
        const auto apart =
            must(parseInstant(line.times[i].toStdString())) - must(parseInstant(deed.times[i].toStdString()));
        if (std::chrono::abs(apart) > std::chrono::minutes(5))
            return line.times[i] + QStringLiteral(" is not ") + deed.times[i];
    }
    return {};
}

/// As a person does who keeps it.
void confirm(ActionDraft &draft)
{
    const auto sheet = draft.values().value("key").value<RecoverySheetPtr>();
    if (!sheet) return;
    QTRY_VERIFY(sheet->drawn());
    for (const auto group : RecoverySheet::asked) sheet->type(group, sheet->group(group));
}

} // namespace

class TestLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QDir(m_folder.path()).mkpath("base");
        QDir(m_folder.path()).mkpath("documents/inner");
        for (const char *name : {"documents/a.txt", "documents/inner/b.txt"}) write(name, "to be protected\n");
        write("passphrase", QByteArray(passphrase) + '\n');
        auto workplace = must(in("base").create(file("base"), test::secret(passphrase)));
        fill(*workplace);
        must(workplace->reports().exportTo(
            {engine::ReportFormat::Json, m_folder.filePath("kept report.json").toStdString(), 100}, test::owner,
            [](const auto &) { return true; }));
        auto &administration = workplace->administration();
        const auto recovery = must(administration.newRecoveryKey());
        must(administration.enrol(recovery, "paper", test::owner));
        const auto text = recovery.text.exposed();
        m_paper.assign(text.begin(), text.end());
        write("paper", QByteArray::fromStdString(m_paper) + '\n');
        must(administration.addPassphrase(test::secret("a second passphrase"), "old laptop", test::owner));
    }

    void everyActionOfTheWindowIsAmongThem()
    {
        // The one needs the process that runs the job, the other is always refused (BKP-9).
        QSet<QString> tried{"job.cancel", "identity.disable"};
        // What these need is not there: a keyring of a desktop, a clock that is not trusted, an agent.
        tried += {"slot.keyring", "slot.keyring.remove", "clock.accept", "agent.lock"};
        tried += "database.check"; // the line of server.check, where the server lost its key: it fails
        tried += "server.rewrap";  // needs what a process left that died
        tried += "bot.goOn";       // a process that died while it encrypted
        for (const auto &one : cases()) tried += one.action;
        for (const auto *record : DeclaredAction::all())
            if (record->wizard.isEmpty() && record->dialog.isEmpty() && record->leaves.isEmpty())
                QVERIFY2(tried.contains(record->id), qPrintable(record->id));
    }

    void CON_8_theShownLineDoesTheSame_data()
    {
        QTest::addColumn<int>("which");
        int number = 0;
        for (const auto &one : cases()) QTest::newRow(one.name) << number++;
    }
    void CON_8_theShownLineDoesTheSame()
    {
        QFETCH(int, which);
        const auto one = cases()[static_cast<std::size_t>(which)];
        copyBase();
        m_byPassphrase = one.action == std::string_view("passphrase.change");
        Background background;
        Workspace workspace(open("deed"), test::owner, background, test::lines);
        QTRY_VERIFY_WITH_TIMEOUT(workspace.feed().ready(), 60'000);
        auto values = one.values;
        if (one.more) one.more(workspace.estate(), values);
        auto target = one.target(workspace.estate());
        QTRY_VERIFY(workspace.facts());
        if (one.action == std::string_view("slot.remove")) target = targetOf(workspace.facts()->slots.back());
        const auto *record = actionById(QString::fromLatin1(one.action));
        QVERIFY(record && stateOf(*record, {workspace, workspace.moment(), target}).supported);
        ActionDraft draft(*record, workspace, target);
        for (auto value = values.begin(); value != values.end(); ++value)
            draft.setValue(value.key(), value->typeId() == QMetaType::QString
                                            ? QVariant(value->toString().replace("$/", m_folder.path() + "/"))
                                            : *value);
        confirm(draft);
        QTRY_VERIFY2(!draft.impact().pending() && draft.impact().refusal().empty(),
                     qPrintable(draft.impact().refusal().whole() + draft.blocker()));
        const auto line = draft.commandLine();
        auto run = line; // there is no terminal to ask on
        if (values.contains("passphrase")) run += " --new-passphrase-file " + m_folder.filePath("passphrase");
        const auto typed = "'" + m_folder.filePath("client secret") + "'";
        if (run.contains("/dev/stdin"))
            run.replace("/dev/stdin", typed);
        else if (values.contains("secret"))
            run += " --secret-file " + typed;
        QVERIFY2(runs(run), m_said.constData());
        const auto made = one.makes ? m_folder.filePath(QString::fromLatin1(one.makes)) : QString();
        const auto byLine = one.makes ? contents(made) : QStringList();
        if (one.makes) {
            QVERIFY(QFile::exists(made));
            QVERIFY(QFile::rename(made, made + ".byLine" + QString::number(which)));
        }
        draft.acknowledge(true);
        draft.typeName(draft.impact().subject());
        QVERIFY2(draft.ready(), qPrintable(draft.blocker()));
        QSignalSpy done(&draft, &ActionDraft::done);
        draft.commit();
        QTRY_VERIFY_WITH_TIMEOUT((done.size() == 1 || draft.secret()) && !workspace.errands().running(), 60'000);
        if (one.makes) QCOMPARE(contents(made), byLine);
        same(line, one.beside);
    }

    void CON_8_theWizardsLineDoesTheSame_data()
    {
        QTest::addColumn<QString>("vault");
        QTest::addColumn<QString>("resource");
        QTest::addColumn<bool>("pinned");
        QTest::newRow("for the first time") << "kv-cmk" << "rsv-plain" << false;
        QTest::newRow("a version") << "kv-cmk" << "rsv-plain" << true;
        QTest::newRow("by roles") << "kv-roles" << "rsv-plain" << false;
        QTest::newRow("another key") << "kv-cmk" << "rsv1" << false;
        QTest::newRow("another key, by its own identity") << "kv-cmk" << "rsv-user" << false;
    }
    void CON_8_theWizardsLineDoesTheSame()
    {
        QFETCH(QString, vault);
        QFETCH(QString, resource);
        QFETCH(bool, pinned);
        copyBase();
        Background background;
        Workspace workspace(open("deed"), test::owner, background, test::lines);
        QTRY_VERIFY_WITH_TIMEOUT(workspace.feed().ready(), 60'000);
        const auto &estate = workspace.estate();
        EnableDraft draft(workspace, Target::of(estate.resourceNamed(resource.toStdString())->id));
        QCOMPARE(draft.commandLine(), QString()); // no key yet: nothing that could be run
        const auto *key = estate.keyNamed(estate.vaultNamed(vault.toStdString())->id, "cmk");
        draft.setByIdentifier(pinned);
        const auto *in = estate.vault(key->vault);
        const auto *subscription = estate.subscriptionNamed(in->place.subscription);
        if (pinned) draft.setVaultSubscription(text(subscription->name));
        if (pinned)
            draft.setIdentifier(text(keyUri(*in, *key, &key->latest().id)));
        else
            draft.chooseKey(key->id);
        for (const auto &step : std::vector(draft.steps()))
            if (!step.irreversible.isEmpty()) draft.acknowledge(step.id, true);
        const auto line = draft.commandLine();
        QVERIFY2(runs(line), m_said.constData());
        QVERIFY2(draft.blocker(EnableDraft::Review).isEmpty(), qPrintable(draft.blocker(EnableDraft::Review)));
        draft.commit();
        QTRY_VERIFY_WITH_TIMEOUT(!draft.committing(), 60'000);
        QVERIFY2(draft.finished(), draft.failure() ? qPrintable(draft.failure()->refusal.whole()) : "it is not done");
        QCOMPARE(draft.commandLine(), line); // also afterwards, when the plan has nothing left to do
        same(line);
    }

    void CON_8_theGuidesLineDoesTheSame_data()
    {
        using About = std::function<Target(const estate::Estate &)>;
        QTest::addColumn<About>("about");
        const auto cmk = [](const estate::Estate &e) { return keyAt_(e, "kv-rsv1", "cmk"); };
        const auto home = [](const estate::Estate &e) {
            return Target::of(*e.subscriptionId(e.settings().subscription));
        };
        QTest::newRow("guide.rotate") << About(cmk);
        QTest::newRow("guide.revoke") << About(cmk);
        QTest::newRow("guide.revoke-resource")
            << About([](const estate::Estate &e) { return Target::of(e.resourceNamed("rsv1")->id); });
        QTest::newRow("guide.access-model") << About([](const estate::Estate &e) { return vaultAt(e, "kv-rsv1"); });
        QTest::newRow("guide.recover") << About([](const estate::Estate &e) {
            for (const auto &[id, vault] : e.vaults())
                if (vault->deleted) return Target::of(id);
            return Target();
        });
        QTest::newRow("guide.move") << About(home);
        QTest::newRow("guide.compromised")
            << About([](const estate::Estate &e) { return keyAt_(e, "kv-sql", "first"); });
    }
    void CON_8_theGuidesLineDoesTheSame()
    {
        QFETCH(std::function<Target(const estate::Estate &)>, about);
        copyBase();
        Background background;
        Workspace workspace(open("deed"), test::owner, background, test::lines);
        QTRY_VERIFY_WITH_TIMEOUT(workspace.feed().ready(), 60'000);
        const auto made =
            wizardById(QString::fromLatin1(QTest::currentDataTag()))->make(workspace, about(workspace.estate()));
        auto &draft = static_cast<GuideDraft &>(*made);
        for (const auto &step : std::vector(draft.steps()))
            if (step.asks) draft.acknowledge(step.id, true);
        const auto line = draft.commandLine();
        QVERIFY2(runs(line), m_said.constData());
        QVERIFY2(draft.blocker(GuideDraft::Review).isEmpty(), qPrintable(draft.blocker(GuideDraft::Review)));
        draft.commit();
        QTRY_VERIFY_WITH_TIMEOUT(!draft.committing(), 60'000);
        QVERIFY2(draft.finished(), draft.failure() ? qPrintable(draft.failure()->refusal.whole()) : "it is not done");
        same(line);
    }

    void CON_8_theLineOfAnImportDoesTheSame()
    {
        copyBase();
        write("passphrase-file", "secret\n"); // as the line calls it
        Background background;
        Workspace workspace(open("deed"), test::owner, background, test::lines);
        QTRY_VERIFY_WITH_TIMEOUT(workspace.feed().ready(), 60'000);
        ImportDraft draft(workspace, vaultAt(workspace.estate(), "kv-open"));
        draft.setFile(QString::fromStdString(foreign("rsa-openssl.p12")));
        QTRY_COMPARE(draft.stage(), KeyFileDraft::Stage::NeedsPassphrase);
        SecretDraft secret;
        secret.type(u"secret");
        draft.open(secret);
        QTRY_COMPARE(draft.stage(), KeyFileDraft::Stage::Known);
        draft.setValue("name", "second");
        draft.setValue("expires", "90d");
        draft.setValue("operations", "wrapKey,unwrapKey");
        QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
        const auto line = draft.commandLine();
        QVERIFY2(!line.contains("secret"), qPrintable(line));
        QVERIFY2(runs(line), m_said.constData());
        draft.commit();
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.errands().running(), 60'000);
        same(line);
    }

    /// What the line wraps, the window unwraps; and a transfer blob of the line is one.
    void CON_8_theLinesOfUsesDoTheSame()
    {
        copyBase();
        write("data key", "0123456789abcdef");
        Background background;
        Workspace workspace(open("deed"), test::owner, background, test::lines);
        QTRY_VERIFY_WITH_TIMEOUT(workspace.feed().ready(), 60'000);
        const auto &estate = workspace.estate();
        TryDraft draft(workspace, keyAt_(estate, "kv-open", "kept"));
        draft.setValue("operation", "wrap");
        draft.setValue("as", text(estate.principalNamed(friendly)->id.text()));
        draft.setValue("source", "file");
        draft.setValue("file", m_folder.filePath("data key"));
        QVERIFY2(runs(draft.commandLine()), m_said.constData());
        const auto wrapped = m_folder.filePath("data key.wrap");
        QVERIFY2(QFile::exists(wrapped), qPrintable(draft.commandLine()));
        draft.setValue("operation", "unwrap");
        draft.setValue("file", wrapped);
        QVERIFY2(runs(draft.commandLine()), m_said.constData());
        draft.run();
        QTRY_VERIFY(draft.answered());
        QCOMPARE(draft.resultText(), QStringLiteral("0123456789abcdef"));
        QFile unwrapped(wrapped + ".unwrap");
        QVERIFY(unwrapped.open(QIODevice::ReadOnly));
        QCOMPARE(unwrapped.readAll(), QByteArray("0123456789abcdef"));
        must(workspace.workplace()->console().execute(
            {estate::command::UpdateKeyVersion{keyAt_(estate, "kv-open", "off").key(),
                                               newest(estate, "kv-open", "off").version(),
                                               true,
                                               {},
                                               {},
                                               {},
                                               estate::PermissionSet{estate::Permission::Import}}},
            test::owner));
        TransferDraft transfer(workspace, keyAt_(estate, "kv-open", "off"));
        transfer.setFile(QString::fromStdString(foreign("ec-p256-sec1.pem")));
        transfer.setValue("output", m_folder.filePath("k.byok"));
        bool moved = false;
        workspace.feed().catchUp(&workspace, [&] { moved = true; });
        QTRY_VERIFY(moved);
        transfer.setFile({});
        transfer.setFile(QString::fromStdString(foreign("ec-p256-sec1.pem")));
        QTRY_COMPARE(transfer.stage(), KeyFileDraft::Stage::Known);
        QVERIFY2(!runs(transfer.commandLine()), m_said.constData()); // in the other copy it is no import key
        QVERIFY2(m_said.contains("import"), m_said.constData());
    }

    void noLineOfTheCommandLineStandsInTheWindowsSentences()
    {
        static const QRegularExpression marks(QStringLiteral("keywardctl|KEYWARD_| --|'--|--help"));
        for (std::size_t code = 0; code < codeCount; ++code)
            for (const auto *special :
                 {"", "Grant it: keywardctl policy set kv1 --principal 'x. Y' --key-permissions get.",
                  "Repeat with --override."}) {
                const auto refusal = refusalOf({static_cast<Code>(code), "kv1", {"a", "b", "c"}, special});
                QVERIFY2(!refusal.whole().contains(marks), qPrintable(refusal.whole()));
            }
        QCOMPARE(inWindowWords("Grant it: keywardctl policy set kv1 --principal x."), QStringLiteral("Grant it."));
        QCOMPARE(inWindowWords("Free some room and run the command again."),
                 QStringLiteral("Free some room and try again."));
        QCOMPARE(inWindowWords("keywardctl key rotate kv1/k"), QString());
        QCOMPARE(windowRemedy({Code::PermissionMissing,
                               "rsv1",
                               {"get", "kv1", "get"},
                               "Assign a role: keywardctl role assign 'x' --principal y."}),
                 QStringLiteral("Assign a role."));
        QVERIFY(windowRemedy({Code::OverrideNeeded, {}, {}, {}}).contains("type the name"));
    }

private:
    void fill(engine::Workplace &workplace) const
    {
        using namespace estate;
        const auto run = [&](const estate::Action &action, bool overriding = false) {
            must(workplace.console().execute({action, overriding}, test::owner).transform([](const auto &) {}));
        };
        const auto settings = workplace.console().snapshot()->settings();
        const Placement place{must(Region::from("westeurope")), settings.tenant, settings.subscription, "default"};
        const auto vault = [&](const char *name, bool guarded) {
            const auto id = test::id<VaultId>();
            run(command::CreateVault{id, must(VaultName::from(name)), place, Tier::Standard, {}, guarded, 90});
            return id;
        };
        const auto key = [&](const VaultId &in, const char *name, bool enabled = true) {
            const auto id = test::id<KeyId>();
            run(command::CreateKey{
                id, in, must(KeyName::from(name)), {}, {test::id<VersionId>(), test::id<RecordId>(), enabled}});
            return id;
        };
        const auto resource = [&](const char *name) {
            const auto id = test::id<ResourceId>();
            run(command::CreateResource{id, "recovery-services-vault", must(ResourceName::from(name)), place, {}});
            return id;
        };
        const auto wrapping = must(PermissionSet::from("get,list,wrapKey,unwrapKey"));
        const auto mine = vault("kv-rsv1", true);
        const auto cmk = key(mine, "cmk");
        const auto rsv1 = resource("rsv1");
        const auto identity = test::id<PrincipalId>();
        run(command::EnableIdentity{rsv1, identity});
        run(command::SetAccessPolicy{mine, identity, wrapping});
        run(command::SetKey{rsv1, mine, cmk, {}, {}, test::id<JobId>()});
        const auto open = vault("kv-open", false);
        const auto kept = test::id<KeyId>();
        command::VersionSeed seed{test::id<VersionId>(), test::id<RecordId>()};
        seed.expires = workplace.console().now() + Days(365);
        seed.tags = Tags{{"owner", "ada"}};
        run(command::CreateKey{kept, open, must(KeyName::from("kept")), {}, seed});
        key(open, "off", false);
        run(command::DeleteKey{key(open, "gone")});
        const auto back = key(open, "back");
        must(workplace.keyBackup().backUpTo(back, m_folder.filePath("back.keybackup").toStdString(), test::owner));
        run(command::DeleteKey{back});
        run(command::PurgeKey{back});
        engine::ImportRequest brought;
        brought.vault = open;
        brought.name = must(KeyName::from("brought"));
        brought.file = must(engine::readSecretFile(foreign("rsa-pkcs8.pem"), engine::largestKeyFile));
        must(workplace.keyImport().import(brought, test::owner));
        run(command::DeleteVault{vault("kv-gone", false)});
        const auto byRoles = vault("kv-roles", true);
        key(byRoles, "cmk");
        run(command::SetAccessModel{byRoles, AccessModel::Roles});
        key(vault("kv-cmk", false), "cmk");
        resource("rsv-plain");
        run(command::EnableIdentity{resource("rsv-id"), test::id<PrincipalId>()});
        const auto app = test::id<PrincipalId>();
        run(command::CreateApplication{app, must(DisplayName::from(friendly)), settings.tenant,
                                       guidText(test::id<RecordId>())});
        run(command::SetAccessPolicy{open, app, wrapping});
        const auto user = test::id<PrincipalId>();
        run(command::CreateUserIdentity{user, must(DisplayName::from("an identity of its own")), place});
        const auto byUser = test::id<ResourceId>();
        run(command::CreateResource{
            byUser, "recovery-services-vault", must(ResourceName::from("rsv-user")), place, {}});
        run(command::AssignIdentity{byUser, user});
        run(command::SetAccessPolicy{mine, user, wrapping});
        run(command::SetKey{byUser, mine, cmk, {}, {}, test::id<JobId>(), user});
        const auto spare = test::id<PrincipalId>();
        run(command::CreateUserIdentity{spare, must(DisplayName::from("a spare identity")), place});
        run(command::AssignIdentity{workplace.console().snapshot()->resourceNamed("rsv-id")->id, spare});
        run(command::SetBackupPolicy{workplace.console().snapshot()->resourceNamed("rsv-id")->id,
                                     {.source = m_folder.filePath("documents").toStdString(),
                                      .every = Days(1),
                                      .excludes = {"*.bak"},
                                      .keepLast = 3,
                                      .keepFor = Days(30)}});
        const auto admins = test::id<PrincipalId>();
        run(command::CreatePrincipalGroup{admins, must(DisplayName::from("admins")), settings.tenant});
        run(command::SetMember{admins, app, true});
        run(command::CreateRole{{test::id<RoleId>(),
                                 "signer",
                                 "signs",
                                 {"Microsoft.KeyVault/vaults/keys/sign/action", "Microsoft.KeyVault/vaults/keys/r*"},
                                 {"Microsoft.KeyVault/vaults/keys/read"}}});
        const auto assigned = vault("kv-assigned", true);
        run(command::SetAccessModel{assigned, AccessModel::Roles});
        run(command::AssignRole{test::id<AssignmentId>(),
                                user,
                                workplace.console().snapshot()->roleNamed("Key Vault Crypto User")->id,
                                {estate::Scope::Kind::Vault, RecordId{assigned.bytes}}});
        const auto issued = must(workplace.applications().addSecret(app, "first", Days(100), test::owner));
        const auto shown = issued.text.exposed();
        clientSecret = QString::fromLatin1(reinterpret_cast<const char *>(shown.data()), qsizetype(shown.size()));
        write("client secret", clientSecret.toLatin1() + '\n');
        must(workplace.services().get<engine::FolderBackups>().backUp(
            {rsv1, m_folder.filePath("documents").toStdString()}, test::owner, [](const auto &) { return true; }));
        const auto second = test::id<SubscriptionId>();
        run(command::CreateTenant{test::id<TenantId>(), must(DisplayName::from("Fabrikam"))});
        run(command::CreateSubscription{second, must(DisplayName::from("Second one")), settings.tenant});
        const auto production = test::id<GroupId>();
        for (const auto &[group, name] : {std::pair(production, "production"), std::pair(test::id<GroupId>(), "empty")})
            run(command::CreateGroup{
                group, settings.subscription, must(ResourceGroupName::from(name)), place.region, {}});
        run(command::CreateLock{Lock{test::id<LockId>(),
                                     "keep",
                                     Lock::Level::CannotDelete,
                                     {estate::Scope::Kind::Group, recordOf(production)},
                                     {},
                                     {}}});
        const auto network = test::id<NetworkId>();
        const auto range = [](const char *words) { return must(IpRange::from(words)); };
        run(command::CreateNetwork{network, must(ResourceName::from("vnet1")), place, {range("10.1.0.0/16")}});
        run(command::CreateNetwork{
            test::id<NetworkId>(), must(ResourceName::from("vnet2")), place, {range("10.2.0.0/16")}});
        run(command::SetSubnet{network, {"apps", range("10.1.1.0/24"), true}});
        run(command::SetSubnet{network, {"jobs", range("10.1.2.0/24"), false}});
        const auto limited = vault("kv-net", false);
        run(command::SetFirewall{limited, Firewall::Access::SelectedNetworks, false,
                                 std::vector{range("192.0.2.0/24"), range("203.0.113.9")},
                                 std::set{SubnetRef{network, "apps"}}});
        const auto approved = test::id<EndpointId>();
        run(command::RequestEndpoint{
            limited, test::id<EndpointId>(), must(ResourceName::from("pe-new")), {network, "apps"}});
        run(command::RequestEndpoint{limited, approved, must(ResourceName::from("pe-old")), {network, "apps"}});
        run(command::DecideEndpoint{limited, approved, PrivateEndpoint::State::Approved, {}});
        run(command::SetStoreBackup{
            StoreBackupSchedule{m_folder.path().toStdString(), Days(1), 3, workplace.console().now()}});
        run(command::AddProfile{test::id<OwnProfileId>(), test::ownProfileText()});
        write("it's a profile.json", QByteArray::fromStdString(test::ownProfileText("intranet")));
        const auto account = test::id<ResourceId>();
        const auto job = test::id<ResourceId>();
        for (const auto &[id, type, name] :
             {std::tuple{account, "storage-account", "account1"}, std::tuple{job, "stream-analytics", "job2"},
              std::tuple{test::id<ResourceId>(), "stream-analytics", "job1"},
              std::tuple{test::id<ResourceId>(), "event-hubs", "hub1"}})
            run(command::CreateResource{id, type, must(ResourceName::from(name)), place, {}});
        run(command::SetStore{job, account});
        run(command::AddSiemReceiver{test::id<SiemReceiverId>(), must(DisplayName::from("Bob's SIEM")),
                                     SiemFile{m_folder.filePath("sent.jsonl").toStdString()}});
        fillServer(workplace, place);
        fillRegions(workplace, place);
        fillBot(workplace, place);
        fillStorage(workplace, place);
        fillDisks(workplace, place);
        run(command::StartBackup{rsv1, test::id<JobId>(), test::id<PointId>(), test::id<RecordId>().text(),
                                 m_folder.filePath("documents").toStdString()}); // nobody goes on with it
    }

    /// A SQL server with a protector and a spare key, and databases in each state.
    void fillServer(engine::Workplace &workplace, const estate::Placement &place) const
    {
        using namespace estate;
        const auto run = [&](const estate::Action &action) {
            must(workplace.console().execute({action}, test::owner).transform([](const auto &) {}));
        };
        const auto vault = test::id<VaultId>();
        run(command::CreateVault{vault, must(VaultName::from("kv-sql")), place, Tier::Standard, {}, true, 90});
        std::vector<KeyId> keys;
        for (const char *name : {"first", "second", "third"}) {
            keys.push_back(test::id<KeyId>());
            run(command::CreateKey{
                keys.back(), vault, must(KeyName::from(name)), {}, {test::id<VersionId>(), test::id<RecordId>()}});
        }
        const auto version = [&](const KeyId &key) { return workplace.console().snapshot()->key(key)->latest().id; };
        const auto server = test::id<ResourceId>();
        const auto identity = test::id<PrincipalId>();
        run(command::CreateResource{server, "sql-server", must(ResourceName::from("sql1")), place, {}});
        run(command::EnableIdentity{server, identity});
        run(command::SetAccessPolicy{vault, identity, must(PermissionSet::from("get,wrapKey,unwrapKey"))});
        run(command::AddServerKey{server, vault, keys[0], version(keys[0])});
        run(command::AddServerKey{server, vault, keys[1], version(keys[1])});
        run(command::SetKey{server, vault, keys[0], version(keys[0]), {}, test::id<JobId>()});
        run(command::SetDropRule{server, Millis(Days(7))});
        write("it's a script.sql", "CREATE TABLE t(a); INSERT INTO t VALUES (1), (2);\n");
        auto &servers = workplace.services().get<engine::SqlServers>();
        const auto goOn = [](const auto &) { return true; };
        const auto create = [&](const char *name, bool encrypted) {
            return must(servers.create({.server = server,
                                        .name = must(DatabaseName::from(name)),
                                        .encrypted = encrypted,
                                        .source = engine::NewDatabase::Source::Script,
                                        .file = m_folder.filePath("it's a script.sql").toStdString()},
                                       test::owner, goOn));
        };
        const auto orders = create("orders", true);
        must(servers.backUp(create("press", false), test::owner, goOn));
        run(command::DropDatabase{.database = create("old", true)});
        must(servers.exportPlain(orders, m_folder.filePath("plain.sqlite").toStdString(), test::owner, {}));
    }

    /// Linked servers, a replica, and a region that is out.
    void fillRegions(engine::Workplace &workplace, const estate::Placement &place) const
    {
        using namespace estate;
        const auto run = [&](const estate::Action &action) {
            must(workplace.console().execute({action}, test::owner).transform([](const auto &) {}));
        };
        std::vector<ResourceId> geo;
        for (const char *name : {"geo1", "geo2", "geo3"}) {
            auto there = place;
            there.region = must(Region::from(geo.size() == 1 ? "northeurope" : "westeurope"));
            geo.push_back(test::id<ResourceId>());
            run(command::CreateResource{geo.back(), "sql-server", must(ResourceName::from(name)), there, {}});
        }
        run(command::LinkServers{geo[0], geo[1]});
        run(command::LinkServers{geo[0], geo[2]});
        auto &servers = workplace.services().get<engine::SqlServers>();
        const auto goOn = [](const auto &) { return true; };
        for (const char *name : {"led", "alone"}) {
            const auto made =
                must(servers.create({.server = geo[0], .name = must(DatabaseName::from(name))}, test::owner, goOn));
            if (std::string_view(name) == "led") must(servers.replicate(made, geo[1], test::owner, goOn));
        }
        run(command::SetRegionOutage{must(Region::from("ukwest")), true});
    }

    /// A storage account with a key of its own, and something in it.
    static void fillStorage(engine::Workplace &workplace, const estate::Placement &place)
    {
        using namespace estate;
        const auto run = [&](const estate::Action &action) {
            must(workplace.console().execute({action}, test::owner).transform([](const auto &) {}));
        };
        const auto account = test::id<ResourceId>();
        run(command::CreateResource{account, "storage-account", must(ResourceName::from("st1")), place, {}});
        const auto identity = test::id<PrincipalId>();
        run(command::EnableIdentity{account, identity});
        const auto vault = workplace.console().snapshot()->vaultNamed("kv-sql")->id;
        const auto &key = *workplace.console().snapshot()->keyNamed(vault, "third");
        run(command::SetAccessPolicy{vault, identity, must(PermissionSet::from("get,wrapKey,unwrapKey"))});
        run(command::SetKey{account, vault, key.id, key.latest().id, {}, test::id<JobId>()});
        auto &storage = workplace.services().get<engine::FileStores>();
        for (const char *path : {"it's a/note.txt", "other"}) {
            bool given = false;
            const auto source = [&]() -> Result<ByteView> {
                return std::exchange(given, true) ? ByteView{} : bytesOf(path);
            };
            must(storage.put({.resource = account, .path = must(ObjectPath::from(path))}, source, test::owner, {}));
        }
    }

    /// Three disks: with something on it, attached, and bare; and a set without a key.
    static void fillDisks(engine::Workplace &workplace, const estate::Placement &place)
    {
        using namespace estate;
        const auto make = [&](const char *name, const char *type, std::optional<ResourceId> store = {}) {
            const auto id = test::id<ResourceId>();
            must(workplace.console()
                     .execute({command::CreateResource{.id = id,
                                                       .type = type,
                                                       .name = must(ResourceName::from(name)),
                                                       .place = place,
                                                       .tags = {},
                                                       .store = store}},
                              test::owner)
                     .transform([](const auto &) {}));
            return id;
        };
        const auto set = make("set1", "disk-encryption-set");
        const auto disk = make("disk1", "managed-disk", set);
        const auto attached = make("disk2", "managed-disk", set);
        make("disk3", "managed-disk");
        const auto machine = make("vm1", "virtual-machine");
        must(workplace.console()
                 .execute({command::AttachDisk{.disk = attached, .machine = machine}}, test::owner)
                 .transform([](const auto &) {}));
        bool given = false;
        const auto source = [&]() -> Result<ByteView> {
            return std::exchange(given, true) ? ByteView{} : bytesOf("content");
        };
        must(workplace.services().get<engine::FileStores>().put({.resource = disk, .path = must(ObjectPath::from("a"))},
                                                                source, test::owner, {}));
        must(workplace.services().get<engine::ManagedDisks>().takeSnapshot(disk, must(ResourceName::from("s1")),
                                                                           test::owner));
    }

    /// A bot with a key of its own, a setting, a channel and a message on its way.
    static void fillBot(engine::Workplace &workplace, const estate::Placement &place)
    {
        using namespace estate;
        const auto run = [&](const estate::Action &action) {
            must(workplace.console().execute({action}, test::owner).transform([](const auto &) {}));
        };
        const auto vault = test::id<VaultId>();
        run(command::CreateVault{vault, must(VaultName::from("kv-bot")), place, Tier::Standard, {}, true, 90});
        const auto key = test::id<KeyId>();
        run(command::CreateKey{
            key, vault, must(KeyName::from("inner")), {}, {test::id<VersionId>(), test::id<RecordId>()}});
        const auto bot = test::id<ResourceId>();
        run(command::CreateResource{bot, "bot", must(ResourceName::from("bot1")), place, {}});
        const Goal goal{.resource = bot,
                        .vault = vault,
                        .key = key,
                        .version = {},
                        .newPrincipal = test::id<PrincipalId>(),
                        .job = test::id<JobId>()};
        for (;;) {
            const auto estate = workplace.console().snapshot();
            const auto plan = planEnable(*estate, goal, workplace.console().now());
            const auto *step = plan.next();
            if (!step) break;
            run(*step->action);
        }
        auto &bots = workplace.services().get<engine::Bots>();
        must(bots.configure(bot, {{"Greeting", "Hello"}}, test::owner));
        must(bots.setChannel(bot, {.kind = must(ChannelKind::from("slack")), .settings = {{"Team", "one"}}},
                             test::secret("shared"), test::owner));
        must(bots.setEndpoint(bot, engine::BotEndpoint{.url = "https://127.0.0.1:1/"}, test::owner));
    }

    void copyBase()
    {
        namespace fs = std::filesystem;
        m_byPassphrase = false;
        for (const char *copy : {"line", "deed"}) {
            const fs::path to = m_folder.filePath(QString::fromLatin1(copy)).toStdString();
            fs::remove_all(to);
            fs::copy(m_folder.filePath("base").toStdString(), to, fs::copy_options::recursive);
        }
    }
    std::filesystem::path file(const char *copy) const
    {
        return m_folder.filePath(QString::fromLatin1(copy) + "/s.keyward").toStdString();
    }
    app::LocalKeystores in(const char *copy) const
    {
        return app::LocalKeystores(
            {.context = test::context(),
             .clock = m_clock,
             .stateFolder = m_folder.filePath(QString::fromLatin1(copy) + "/state/keyward").toStdString(),
             .catalogue = test::catalogue(),
             .kdf = test::cheapKdf,
             .schedulesEvery = std::chrono::minutes(1)});
    }
    engine::WorkplacePtr open(const char *copy) const
    {
        return must(in(copy).open(file(copy), test::secret(m_byPassphrase ? passphrase : m_paper)));
    }

    bool runs(const QString &line)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("PATH", QFileInfo(KEYWARDCTL).path() + ":" + environment.value("PATH"));
        environment.insert("KEYWARD_STORE", QString::fromStdString(file("line").string()));
        environment.insert("XDG_STATE_HOME", m_folder.filePath("line/state"));
        environment.insert("XDG_RUNTIME_DIR", m_folder.path());
        environment.insert("KEYWARD_PASSPHRASE_FILE", m_folder.filePath(m_byPassphrase ? "passphrase" : "paper"));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setChildProcessModifier([] { ::setsid(); }); // no terminal to ask on
        process.start("/bin/sh", {"-c", line});
        process.closeWriteChannel();
        process.waitForFinished(120'000);
        m_said = line.toUtf8() + "\n" + process.readAll();
        return line.startsWith("keywardctl ") && process.exitStatus() == QProcess::NormalExit &&
               process.exitCode() == 0;
    }
    void same(const QString &line, bool beside = false)
    {
        const auto byLine = open("line");
        const auto byDeed = open("deed");
        const auto differs = difference(saidBy(*byLine->console().snapshot()), saidBy(*byDeed->console().snapshot()));
        QVERIFY2(differs.isEmpty(), qPrintable(line + "\n" + differs));
        const auto before = open("base");
        const bool nothing =
            difference(saidBy(*before->console().snapshot()), saidBy(*byDeed->console().snapshot())).isEmpty();
        QVERIFY2(!nothing || beside || line.contains("report export"), qPrintable(line)); // equal means something
        QCOMPARE(storedOf(*byLine), storedOf(*byDeed));
        if (line.startsWith("keywardctl bot ") ||
            (line.startsWith("keywardctl storage ") && !line.startsWith("keywardctl storage get ")))
            QVERIFY2(!nothing || storedOf(*byDeed) != storedOf(*before), qPrintable(line));
        QCOMPARE(slotsOf(*byLine), slotsOf(*byDeed));
    }
    /// Of bots and of storage accounts, of which the estate says nothing.
    static QStringList storedOf(engine::Workplace &workplace)
    {
        static const QRegularExpression time(QStringLiteral("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"));
        auto &bots = workplace.services().get<engine::Bots>();
        QStringList out;
        const auto add = [&](const QJsonObject &view) {
            out += QString::fromUtf8(QJsonDocument(view).toJson(QJsonDocument::Compact)).replace(time, "TIME");
        };
        const auto estate = workplace.console().snapshot();
        for (const auto &[id, resource] : estate->resources()) {
            if (keptFilesOf(*resource)) {
                const auto listed = workplace.services().get<engine::FileStores>().list(id, {});
                if (!listed) out += QString::fromStdString(message(listed.error())); // its key went to another tenant
                for (const auto &one : listed.value_or(std::vector<engine::StoredObject>{})) add(reports::view(one));
            }
            const auto *facet = estate::facetOf<estate::BotService>(*resource);
            if (!facet || facet->folder.empty()) continue;
            add(reports::view(must(bots.configuration(id))));
            for (const auto &one : must(bots.conversations(id))) add(reports::view(one));
        }
        out.sort();
        return out;
    }
    static QStringList slotsOf(const engine::Workplace &workplace)
    {
        QStringList out;
        for (const auto &slot : workplace.administration().facts().slots)
            out += text(kindText(slot.kind)) + QLatin1Char(' ') + text(slot.label);
        return out;
    }
    static QStringList contents(const QString &path)
    {
        QStringList out;
        const std::filesystem::path root = path.toStdString();
        if (!std::filesystem::is_directory(root)) return {};
        for (const auto &entry : std::filesystem::recursive_directory_iterator(root))
            out += QString::fromStdString(std::filesystem::relative(entry.path(), root).string());
        out.sort();
        return out;
    }
    void write(const char *name, const QByteArray &what) const
    {
        QFile out(m_folder.filePath(QString::fromLatin1(name)));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(what);
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    QByteArray m_said;
    std::string m_paper;         ///< a recovery key, which has nothing to hash: each case opens six keystores
    bool m_byPassphrase = false; ///< the case is about the passphrase it was opened with
};

QTEST_GUILESS_MAIN(TestLines)
#include "tst_lines.moc"
