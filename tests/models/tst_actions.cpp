// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Actions are declared; each says whether it can be done and why not. What takes access away is shown first (CON-4).

#include "backend/engine/api/services/recovery_services_vault.h"
#include "models/actions/action_draft.h"
#include "models/actions/pickers.h"
#include "models/presenter.h"
#include "models/secret_draft.h"
#include "models/services/recovery_services_vault/targets.h"
#include "models/unlock_slots.h"
#include "tests/support/actions.h"

using namespace keyward;
using namespace keyward::models;
using keyward::test::action;
using keyward::test::Opened;
using keyward::test::stateNow;
using keyward::test::must;

namespace {

void waitFor(ActionDraft &draft) { QTRY_VERIFY(!draft.impact().pending() && draft.impact().known()); }

} // namespace

class TestActions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyActionIsDeclaredWhole()
    {
        QSet<QString> ids;
        for (const auto *record : DeclaredAction::all()) {
            QVERIFY2(!ids.contains(record->id), qPrintable(record->id));
            ids += record->id;
            QVERIFY2(!record->text.isEmpty() && !record->icon.isEmpty(), qPrintable(record->id));
            QVERIFY2(record->deed || !record->wizard.isEmpty() || !record->dialog.isEmpty() ||
                         !record->leaves.isEmpty(),
                     qPrintable(record->id));
            if (!record->instead.isEmpty()) QVERIFY2(actionById(record->instead), qPrintable(record->id));
            for (const auto &blade : record->blades)
                QVERIFY2(bladeById(blade), qPrintable(record->id + " names " + blade));
        }
        // At most one primary button that can be there at a time is the blade's; two only where they exclude each
        // other.
        for (const auto *blade : Blade::all()) {
            int primaries = 0;
            for (const auto *record : actionsIn(blade->id))
                primaries += record->primary && record->scope == blade->scope;
            QVERIFY2(primaries <= 1, qPrintable(blade->id));
        }
    }

    /// CON-4: for each way to take access away: known before, named, refused without a word, and exactly what then
    /// happens.
    void CON_4_whatTakesAccessAwayIsShownBeforeItIsDone_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("what");
        QTest::newRow("disable the key") << "key.disable" << 0;
        QTest::newRow("disable a version") << "version.disable" << 1;
        QTest::newRow("delete the key") << "key.delete" << 0;
        QTest::newRow("delete the vault") << "vault.delete" << 2;
        QTest::newRow("revoke") << "policy.remove" << 3;
    }
    void CON_4_whatTakesAccessAwayIsShownBeforeItIsDone()
    {
        QFETCH(QString, id);
        QFETCH(int, what);
        Opened opened;
        const auto bound = opened.bound();
        opened.point(bound.resource);
        opened.settle();
        const auto version = opened.estate().key(bound.key)->latest().id;
        const Target target = what == 0   ? Target::of(bound.key)
                              : what == 1 ? Target::of(bound.key, version)
                              : what == 2 ? Target::of(bound.vault)
                                          : Target::of(bound.vault, bound.principal);
        const auto &record = *actionById(id);
        QVERIFY(record.previews);
        ActionDraft draft(record, *opened.workspace, target);
        waitFor(draft);
        QVERIFY(draft.asksForMore());
        QVERIFY(draft.impact().takesAway());
        QCOMPARE(draft.impact().effects().rowCount(), 1);
        QCOMPARE(draft.impact().effects().cell(0, 0).text, QStringLiteral("rsv1"));
        QCOMPARE(*draft.impact().effects().cell(0, 0).chip, State::Lost);
        QVERIFY(draft.impact().effects().cell(0, 1).text.contains("fail"));
        QCOMPARE(draft.impact().effects().cell(0, 2).text, QStringLiteral("at once"));
        QVERIFY(!draft.impact().undo().isEmpty());
        QVERIFY(draft.impact().commandLine().endsWith("--override"));
        QVERIFY(!draft.ready());
        draft.commit(); // without the word nothing happens
        draft.typeName("something else");
        QVERIFY(!draft.ready());
        opened.settle();
        QCOMPARE(opened.workspace->moment()->assessment.bindings.find(bound.resource)->health, estate::Health::Warning);
        draft.typeName(draft.impact().subject());
        QVERIFY2(draft.ready(), qPrintable(draft.blocker()));
        QSignalSpy done(&draft, &ActionDraft::done);
        draft.commit();
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(opened.workspace->moment()->assessment.bindings.find(bound.resource)->health, estate::Health::Lost);
    }

    void CON_4_whatIsForGoodWaitsForATick()
    {
        Opened opened;
        const auto vault = opened.vault("kv1", false);
        opened.settle();
        ActionDraft draft(action("vault.protect"), *opened.workspace, Target::of(vault));
        waitFor(draft);
        QVERIFY(draft.needsAcknowledgement());
        QVERIFY(!draft.ready());
        draft.acknowledge(true);
        QVERIFY(draft.ready());
        draft.commit();
        QTRY_VERIFY(opened.estate().vault(vault)->purgeProtection);
    }

    void aPreviewFollowsTheEstate()
    {
        Opened opened;
        const auto vault = opened.vault("kv1");
        const auto key = opened.key(vault, "k");
        opened.settle();
        ActionDraft draft(action("key.delete"), *opened.workspace, Target::of(key));
        waitFor(draft);
        QVERIFY(!draft.impact().takesAway());
        const auto resource = opened.resource("rsv1");
        const auto principal = test::id<estate::PrincipalId>();
        must(opened.run(estate::command::EnableIdentity{resource, principal}));
        must(opened.run(estate::command::SetAccessPolicy{
            vault, principal, must(estate::PermissionSet::from("get,list,wrapKey,unwrapKey"))}));
        must(opened.run(estate::command::SetKey{resource, vault, key, {}, {}, test::id<estate::JobId>()}));
        opened.settle();
        QTRY_VERIFY(draft.impact().takesAway()); // somebody bound it while the dialog stood open
        QVERIFY(!draft.ready());
    }

    void aRefusalNamesReasonAndRemedy()
    {
        Opened opened;
        const auto bound = opened.bound();
        opened.settle();
        const auto off = stateNow(opened, "identity.disable", Target::of(bound.resource)); // BKP-9
        QVERIFY(off.supported && !off.enabled);
        QVERIFY(off.why.reason.contains("must not be turned off"));
        const auto plain = opened.resource("rsv-plain");
        must(opened.inner().services().get<engine::FolderBackups>().backUp(
            {plain, opened.documents().toStdString()}, test::owner, [](const auto &) { return true; }));
        opened.settle();
        const auto enable = stateNow(opened, "cmk.enable", Target::of(plain)); // BKP-2
        QVERIFY(enable.supported && !enable.enabled);
        QVERIFY(!enable.why.reason.isEmpty() && !enable.why.remedy.isEmpty());
        QVERIFY(!stateNow(opened, "key.recover", Target::of(bound.key)).supported);
        QVERIFY(!stateNow(opened, "key.rotate", Target::of(test::id<estate::KeyId>())).supported); // gone
    }

    void fieldsSayWhatIsWrong()
    {
        Opened opened;
        const auto vault = opened.vault("kv1");
        opened.settle();
        ActionDraft draft(action("key.create"), *opened.workspace, Target::of(vault));
        QVERIFY(!draft.ready());
        QCOMPARE(draft.errorOf("name"), QString()); // not before it was touched
        draft.setValue("name", "not a name");
        QVERIFY(draft.errorOf("name").contains("letters, digits and hyphens"));
        draft.setValue("name", "good");
        draft.setValue("expires", "soon");
        QVERIFY(!draft.errorOf("expires").isEmpty());
        draft.setValue("expires", "365d");
        QCOMPARE(draft.errorOf("expires"), QString());
        draft.setValue("kind", "EC:P-256");
        QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
        QVERIFY(draft.commandLine().contains("--curve P-256"));
        QSignalSpy done(&draft, &ActionDraft::done);
        draft.commit();
        QTRY_COMPARE(done.size(), 1);
        const auto *key = opened.estate().keyNamed(vault, "good");
        QVERIFY(key && key->latest().expires);
        QCOMPARE(key->spec.text(), std::string("EC P-256"));
        ActionDraft again(action("key.create"), *opened.workspace, Target::of(vault));
        again.setValue("name", "good");
        QTRY_VERIFY(!again.impact().pending());
        QVERIFY(again.impact().refusal().reason.contains("cannot be added"));
        QVERIFY(!again.ready());
    }

    /// BKP-12: by part of the name or by id, of all kinds or one, among ten thousand between two keys.
    void BKP_12_oneOfManyIsFoundByNameOrId()
    {
        std::vector<Pickable> all;
        for (int i = 0; i < 10'000; ++i) {
            const auto number = QStringLiteral("%1").arg(i, 4, 10, QLatin1Char('0'));
            all.push_back({{"id" + number, (i % 2 ? "Ärger " : "backup ") + number, "the detail"},
                           i % 2 ? "group" : "app",
                           "client" + number.toStdString()});
        }
        const auto picker = pickAmong(std::move(all), {{"group", "Group"}, {"app", "Application"}});
        const auto found = [&](const char *words, const char *kind = "") {
            return picker.find(QString::fromUtf8(words), QString::fromUtf8(kind), 5);
        };
        QCOMPARE(found("").total, std::size_t(10'000));
        QCOMPARE(found("").items.size(), std::size_t(5));
        QCOMPARE(found("", "group").total, std::size_t(5'000));
        QCOMPARE(found("ärger").total, std::size_t(5'000)); // whatever the case
        QCOMPARE(found("UP 1234").items.front().value, QStringLiteral("id1234"));
        QCOMPARE(found("id1235").items.front().text, QStringLiteral("Ärger 1235"));
        QCOMPARE(found("client0007").total, std::size_t(1));
        QCOMPARE(found("lient0007").total, std::size_t(0)); // of an id a beginning
        QCOMPARE(found("backup 1", "group").total, std::size_t(0));
        QCOMPARE(picker.at("id0008")->text, QStringLiteral("backup 0008"));
        QVERIFY(!picker.at("backup 0008"));
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i) found("999");
        QVERIFY2(timer.elapsed() < 20 * 16, qPrintable(QString::number(timer.elapsed())));

        Opened opened;
        const auto bound = opened.bound();
        opened.settle();
        ActionDraft draft(action("policy.add"), *opened.workspace, Target::of(bound.vault));
        draft.setValue("principal", "rsv"); // typed, not yet picked
        QVERIFY(draft.errorOf("principal").contains("Choose"));
        QVERIFY(!draft.ready());
        const auto app = test::id<estate::PrincipalId>();
        must(opened.run(estate::command::CreateApplication{app, must(DisplayName::from("an app")),
                                                           opened.estate().settings().tenant,
                                                           estate::guidText(test::id<RecordId>())}));
        opened.settle();
        ActionDraft another(action("policy.add"), *opened.workspace, Target::of(bound.vault));
        another.setValue("principal", QString::fromStdString(app.text()));
        QTRY_VERIFY2(another.ready(), qPrintable(another.blocker()));
    }

    /// Mend 24: what was done and how it is undone is said of the estate before it.
    void D24_noticesTellOfTheEstateBefore()
    {
        Opened opened;
        const auto bound = opened.bound();
        opened.settle();
        const auto told = [&](const char *id, const Target &target, const QMap<QString, QVariant> &values = {}) {
            ActionDraft draft(action(id), *opened.workspace, target);
            for (auto value = values.begin(); value != values.end(); ++value) draft.setValue(value.key(), *value);
            QTRY_VERIFY_WITH_TIMEOUT(!draft.impact().pending() && draft.impact().known(), 20'000);
            draft.acknowledge(true);
            draft.typeName(draft.impact().subject());
            QSignalSpy done(&draft, &ActionDraft::done);
            draft.commit();
            QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 20'000);
        };
        const auto last = [&]() -> const Notification & { return opened.workspace->notifications().at(0); };
        const auto undo = [&] { // as it would read now: what is offered takes back what was done
            const auto &actions = last().undo;
            if (actions.size() != 1) return QString();
            return text(opened.workspace->lines().lineOf(opened.workspace->estate(), actions.front(), false));
        };
        told("key.create", Target::of(bound.vault), {{"name", "fresh"}});
        QCOMPARE(last().text, QStringLiteral("Done: Create key kv-rsv1/fresh (RSA 2048)."));
        told("key.create", Target::of(bound.vault), {{"name", "fresh"}});
        QVERIFY2(last().text.contains("version 2"), qPrintable(last().text));
        told("policy.edit", Target::of(bound.vault, bound.principal),
             {{"permissions", "get,list,wrapKey,unwrapKey,sign"}});
        QCOMPARE(undo(),
                 QStringLiteral(
                     "keywardctl policy set kv-rsv1 --principal rsv1 --key-permissions get,list,unwrapKey,wrapKey"));
        told("network.set", Target::of(bound.vault), {{"access", "selected"}});
        QVERIFY2(undo().contains("--access all"), qPrintable(undo()));
        told("policy.remove", Target::of(bound.vault, bound.principal));
        QCOMPARE(undo(), QStringLiteral("keywardctl policy set kv-rsv1 --principal rsv1 --key-permissions "
                                        "get,list,unwrapKey,wrapKey,sign"));
    }

    /// Mend 26: a rotation shows what the new version takes over, and only what was changed there is said.
    void D26_aRotationShowsWhatItTakesOver()
    {
        Opened opened;
        const auto vault = opened.vault("kv1");
        const auto id = test::id<estate::KeyId>();
        estate::command::VersionSeed seed{test::id<estate::VersionId>(), test::id<RecordId>()};
        seed.expires = opened.inner().console().now() + Days(365);
        seed.operations = estate::PermissionSet{estate::Permission::WrapKey, estate::Permission::UnwrapKey};
        seed.tags = estate::Tags{{"owner", "ada"}};
        must(opened.run(estate::command::CreateKey{id, vault, must(KeyName::from("k")), {}, seed}));
        opened.settle();
        QVERIFY(action("key.rotate").previews && labelOf(action("key.rotate")).endsWith(QChar(0x2026)));
        const auto rotated = [&](const QMap<QString, QVariant> &values) {
            ActionDraft draft(action("key.rotate"), *opened.workspace, Target::of(id));
            QCOMPARE(draft.values()["expires"].toString(), QStringLiteral("365d"));
            QCOMPARE(draft.values()["operations"].toString(), QStringLiteral("unwrapKey,wrapKey"));
            QCOMPARE(draft.values()["tags"].toString(), QStringLiteral("owner=ada"));
            for (auto value = values.begin(); value != values.end(); ++value) draft.setValue(value.key(), *value);
            QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
            QSignalSpy done(&draft, &ActionDraft::done);
            draft.commit();
            QTRY_COMPARE(done.size(), 1);
        };
        rotated({});
        const auto latest = [&]() -> const estate::KeyVersion & { return opened.estate().key(id)->latest(); };
        QCOMPARE(opened.estate().key(id)->versions.size(), std::size_t(2));
        QVERIFY(std::chrono::abs(*latest().expires - opened.inner().console().now() - Days(365)) <
                std::chrono::minutes(1));
        QCOMPARE(latest().operations.text(), std::string("unwrapKey,wrapKey"));
        QCOMPARE(latest().tags.at("owner"), std::string("ada"));
        rotated({{"expires", ""}, {"operations", "wrapKey,unwrapKey,encrypt"}, {"tags", ""}});
        QVERIFY(!latest().expires);
        QVERIFY(latest().operations.has(estate::Permission::Encrypt));
        QVERIFY(latest().tags.empty());
    }

    void aNewPassphraseIsTypedTwiceAndInNoValue()
    {
        Opened opened;
        ActionDraft draft(action("passphrase.change"), *opened.workspace, Target{});
        QVERIFY(!draft.ready());
        const auto typed = draft.values()["passphrase"].value<TypedSecretPtr>();
        QVERIFY(typed);
        const auto type = [&](SecretDraft &into, const QString &words) {
            into.clear();
            into.type(words);
            draft.setValue("passphrase", QVariant::fromValue(typed)); // as the field tells
        };
        type(typed->secret, "short");
        QVERIFY(draft.errorOf("passphrase").contains("At least 8"));
        type(typed->secret, "another passphrase");
        QCOMPARE(draft.errorOf("passphrase"), QString());
        QVERIFY(!draft.ready()); // only once
        type(typed->again, "another pass");
        QVERIFY(draft.errorOf("passphrase").contains("differ"));
        type(typed->again, "another passphrase");
        QVERIFY2(draft.ready(), qPrintable(draft.blocker()));
        QVERIFY(!draft.values()["passphrase"].toString().contains("another"));
        QCOMPARE(draft.commandLine(), QStringLiteral("keywardctl store passphrase change"));
        QSignalSpy done(&draft, &ActionDraft::done);
        draft.commit();
        QCOMPARE(done.size(), 1); // the dialog goes, the work goes on
        typed->secret.clear();    // … with what was typed then
        QTRY_VERIFY_WITH_TIMEOUT(!opened.workspace->errands().running(), 60'000);
        const auto told = opened.workspace->notifications().at(0);
        QVERIFY2(told.text.contains("passphrase was changed"), qPrintable(told.text + told.detail));
        QVERIFY(told.detail.contains("Copies made before"));
        opened.reopen("another passphrase");
    }

    void theLastWayToUnlockStays()
    {
        Opened opened;
        QTRY_VERIFY(opened.workspace->facts());
        const auto first = targetOf(opened.workspace->facts()->slots.front());
        const auto last = stateNow(opened, "slot.remove", first);
        QVERIFY(last.supported && !last.enabled);
        QVERIFY2(last.why.remedy.contains("recovery key"), qPrintable(last.why.whole()));
        must(opened.inner().administration().addPassphrase(test::secret("a second passphrase"), "laptop", test::owner));
        opened.workspace->learnFacts();
        QTRY_COMPARE(opened.workspace->facts()->slots.size(), std::size_t(2));
        QVERIFY(stateNow(opened, "slot.remove", first).enabled);
        ActionDraft draft(action("slot.remove"), *opened.workspace, targetOf(opened.workspace->facts()->slots.back()));
        QVERIFY(draft.title().contains("Laptop"));
        QVERIFY(!draft.ready() && draft.destructive());
        draft.setValue("understood", true);
        QVERIFY(draft.ready());
        draft.commit();
        QTRY_COMPARE_WITH_TIMEOUT(opened.workspace->facts()->slots.size(), std::size_t(1), 60'000);
    }

    /// CON-6, CON-7: what is found is told, and noted; a report is compared with the log.
    void CON_7_theKeystoreItsLogAndReportsAreVerified()
    {
        Opened opened;
        opened.vault("kv1");
        opened.settle();
        const auto carryOut = [&](const char *id, const Values &values) {
            test::carryOutErrand(opened, id, {}, values);
        };
        const auto last = [&] { return opened.workspace->notifications().at(0); };
        carryOut("store.verify", {});
        QVERIFY2(last().state == State::Working && last().text.contains("is whole"), qPrintable(last().text));
        const auto noted = must(opened.inner().log().newest(1));
        QCOMPARE(noted.front().operation, std::string("store.verify"));
        QCOMPARE(noted.front().result, engine::AuditEntry::Result::Success);
        carryOut("report.export", {{"file", opened.path("r")}, {"format", "json"}});
        carryOut("audit.verify", {{"against", opened.path("r.json")}});
        QVERIFY2(last().detail.contains("nothing was"), qPrintable(last().text + last().detail));
        carryOut("report.verify", {{"file", opened.path("r.json")}});
        QVERIFY2(last().text.contains("as this keystore signed it"), qPrintable(last().text));
        carryOut("report.verify", {{"file", opened.path("r.json")}, {"signer", "00000000 11111111"}});
        QCOMPARE(last().state, State::Lost);
        QFile report(opened.path("r.json"));
        QVERIFY(report.open(QIODevice::ReadWrite));
        auto words = report.readAll();
        words.replace("kv1", "kv2");
        report.seek(0);
        report.write(words);
        report.close();
        carryOut("report.verify", {{"file", opened.path("r.json")}});
        QCOMPARE(last().state, State::Lost);
        QVERIFY2(last().text.contains("altered"), qPrintable(last().text));
    }

    void copiesAreMadeNowAndOnASchedule()
    {
        Opened opened;
        ActionDraft draft(action("store.copy"), *opened.workspace, Target{});
        draft.setValue("file", opened.path("copy.keyward"));
        QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
        draft.commit();
        QTRY_VERIFY_WITH_TIMEOUT(!opened.workspace->errands().running(), 60'000);
        QVERIFY(QFile::exists(opened.path("copy.keyward")));
        const auto blade = bladeById("keystore")->make(*opened.workspace, Target{});
        const auto table = [&](const char *id) -> TableModel & {
            for (auto *part : blade->parts())
                if (part->objectName() == QLatin1String(id)) return static_cast<TablePart *>(part)->model();
            qFatal("no table %s", id);
        };
        QTRY_COMPARE(table("copies").rowCount(), 1);
        QCOMPARE(table("copies").cell(0, 1).text, opened.path("copy.keyward"));
        QCOMPARE(table("copies").cell(0, 2).text, QStringLiteral("There"));
        QCOMPARE(table("copies").buttonAt(0), QStringLiteral("Put back…"));
        QTRY_COMPARE(table("slots").rowCount(), 1);
        QVERIFY(!stateNow(opened, "store.unschedule", {}).supported);
        ActionDraft schedule(action("store.schedule"), *opened.workspace, Target{});
        schedule.setValue("folder", opened.path("nowhere"));
        QVERIFY(schedule.errorOf("folder").contains("no such folder"));
        schedule.setValue("folder", opened.path("."));
        schedule.setValue("every", "PT6H");
        QTRY_VERIFY2(schedule.ready(), qPrintable(schedule.blocker()));
        QSignalSpy done(&schedule, &ActionDraft::done);
        schedule.commit();
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(opened.estate().settings().storeBackup);
        QVERIFY(stateNow(opened, "store.unschedule", {}).enabled);
    }

    void longWorkRunsBesideTheWindow()
    {
        Opened opened;
        const auto bound = opened.bound();
        opened.settle();
        const auto carryOut = [&](const char *id, const Target &target, const Values &values) {
            test::carryOutErrand(opened, id, target, values);
            opened.settle();
        };
        carryOut("key.backup", Target::of(bound.key), {{"file", opened.path("cmk.keybackup")}});
        QVERIFY(opened.estate().key(bound.key)->backupIsCurrent());
        QCOMPARE(QFile::permissions(opened.path("cmk.keybackup")) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        carryOut("backup.run", Target::of(bound.resource), {{"folder", opened.documents()}});
        QCOMPARE(opened.estate().points().size(), std::size_t(1));
        const auto point = opened.estate().points().begin()->first;
        carryOut("point.restore", targetOf(point), {{"target", opened.path("restored")}});
        QFile restored(opened.path("restored/inner/b.txt"));
        QVERIFY(restored.open(QIODevice::ReadOnly));
        QCOMPARE(restored.readAll(), QByteArray("to be protected\n"));
        QSignalSpy shown(opened.workspace.get(), &Workspace::finished);
        carryOut("report.export", {}, {{"file", opened.path("report")}, {"format", "json"}});
        QVERIFY(QFile::exists(opened.path("report.json")));
        QCOMPARE(shown.size(), 1); // opened at the end
        QCOMPARE(shown.front().front().toString(), opened.path("report.json"));
        carryOut("item.backup", itemOf(bound.resource, opened.documents().toStdString()), {});
        QCOMPARE(opened.estate().points().size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestActions)
#include "tst_actions.moc"
