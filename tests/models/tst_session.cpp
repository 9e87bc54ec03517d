// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Creating, opening, locking; what is kept outside the keystore and what is not.

#include "models/access_targets.h"
#include "models/operation_words.h"
#include "models/page_help.h"
#include "models/presenter.h"
#include "models/services/recovery_services_vault/targets.h"
#include "models/session.h"
#include "tests/support/opened.h"

using namespace keyward;
using namespace keyward::models;
using namespace keyward::test;

namespace {

struct Start {
    QTemporaryDir folder;
    ManualClock clock;
    Background background;
    QString settings = folder.filePath("window.ini");
    std::unique_ptr<Session> session = std::make_unique<Session>(
        Session::Parts{keystores(folder, clock), background, clock, owner, lines, settings, folder.path()});

    void create(const char *name, const char *passphrase, bool recovery = false)
    {
        SecretDraft draft;
        draft.type(QString::fromLatin1(passphrase));
        session->create(folder.filePath(QString::fromLatin1(name)), draft, recovery);
        QVERIFY(draft.empty());
    }
    void open(const char *name, const QString &typed)
    {
        SecretDraft draft;
        draft.type(typed);
        session->open(folder.filePath(QString::fromLatin1(name)), draft);
    }
    bool isOpen() const { return session->stage() == Session::Stage::Open; }
};

QString digitsOf(const RecoverySheet &sheet)
{
    QString out;
    for (int group = 0; group < RecoverySheet::groups; ++group) out += sheet.group(group);
    return out;
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void createLockAndOpenAgain()
    {
        Start start;
        start.create("a.keyward", "correct horse battery staple");
        QCOMPARE(start.session->stage(), Session::Stage::Busy);
        QTRY_VERIFY(start.isOpen());
        start.session->lock();
        QCOMPARE(start.session->stage(), Session::Stage::Start);
        QVERIFY(!start.session->workspace());
        start.open("a.keyward", "wrong");
        QTRY_VERIFY(!start.session->failure().empty());
        QCOMPARE(start.session->stage(), Session::Stage::Start);
        start.open("a.keyward", "correct horse battery staple");
        QTRY_VERIFY(start.isOpen());
        QCOMPARE(start.session->recent(), QStringList{start.folder.filePath("a.keyward")});
    }

    void aShortPassphraseAndATakenFileAreRefused()
    {
        Start start;
        start.create("a.keyward", "short");
        QTRY_VERIFY(!start.session->failure().empty());
        QVERIFY(!QFile::exists(start.folder.filePath("a.keyward")));
        start.create("a.keyward", "long enough");
        QTRY_VERIFY(start.isOpen());
        start.session->lock();
        start.create("a.keyward", "another passphrase");
        QTRY_VERIFY(start.session->failure().reason.contains("exists already"));
    }

    void theRecoveryKeyOpensOnlyOnceItWasConfirmed()
    {
        Start start;
        start.create("a.keyward", "correct horse battery staple", true);
        QTRY_COMPARE(start.session->stage(), Session::Stage::RecoveryKey);
        const auto sheet = start.session->recoverySheet();
        QTRY_VERIFY(sheet->drawn()); // not on this thread
        QVERIFY(!sheet->fits(3, "000000"));
        QVERIFY(sheet->fits(3, sheet->group(3)));
        const auto whole = digitsOf(*sheet);
        QCOMPARE(whole.size(), 96);
        must(sheet->save(start.folder.filePath("paper")));
        QCOMPARE(QFile::permissions(start.folder.filePath("paper")) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QVERIFY(!sheet->save(start.folder.filePath("paper"))); // not overwritten
        start.session->confirmRecoveryKey();                   // before it was confirmed: nothing
        QCOMPARE(start.session->stage(), Session::Stage::RecoveryKey);
        sheet->type(3, sheet->group(3));
        QVERIFY(!sheet->confirmed());
        sheet->type(11, sheet->group(11));
        QVERIFY(sheet->confirmed());
        start.session->confirmRecoveryKey();
        QTRY_VERIFY(start.isOpen());
        QVERIFY(!start.session->recoverySheet());
        QTRY_VERIFY(start.session->workspace()->facts());
        QVERIFY(!start.session->workspace()->lacksRecoveryKey());
        start.session->lock();
        start.open("a.keyward", whole);
        QTRY_VERIFY(start.isOpen());
    }

    void aRecoveryKeyThatWasSkippedOpensNothing()
    {
        Start start;
        start.create("a.keyward", "correct horse battery staple", true);
        QTRY_COMPARE(start.session->stage(), Session::Stage::RecoveryKey);
        const auto sheet = start.session->recoverySheet();
        QTRY_VERIFY(sheet->drawn());
        const auto whole = digitsOf(*sheet);
        start.session->skipRecoveryKey();
        QTRY_VERIFY(start.isOpen());
        QTRY_VERIFY(start.session->workspace()->lacksRecoveryKey()); // one is reminded of it
        start.session->lock();
        start.open("a.keyward", whole);
        QTRY_VERIFY(!start.session->failure().empty());
    }

    void whatWasOpenIsOpenAgainAndNothingOfItIsKeptOutside()
    {
        Start start;
        start.create("a.keyward", "correct horse battery staple");
        QTRY_VERIFY(start.isOpen());
        const std::vector<Place> places{{"keys", {}}, {"key.versions", Target::of(test::id<estate::KeyId>())}};
        start.session->leaveOpen(places);
        start.session->lock();
        start.open("a.keyward", "correct horse battery staple");
        QTRY_VERIFY(start.isOpen());
        QCOMPARE(start.session->leftOpen(), places);
        start.session->leaveOpen({{"vault.keys", Target::of(test::id<estate::VaultId>())}});
        QFile settings(start.settings);
        QVERIFY(settings.open(QIODevice::ReadOnly));
        const auto kept = settings.readAll();
        QVERIFY2(!kept.contains("vault.keys") && !kept.contains("versions"), kept.constData());
        start.session->leaveOpen({{"activity", {}}});
        start.session =
            std::make_unique<Session>(Session::Parts{keystores(start.folder, start.clock), start.background,
                                                     start.clock, owner, lines, start.settings, start.folder.path()});
        QCOMPARE(start.session->leftOpen(), (std::vector<Place>{{"activity", {}}})); // a page of the whole estate only
    }

    /// The screen was locked, or the machine sleeps.
    void itLocksWithTheScreenUnlessAJobRunsOrItWasTurnedOff()
    {
        Start start;
        start.create("a.keyward", "correct horse battery staple");
        QTRY_VERIFY(start.isOpen());
        start.session->setLocksWithScreen(false);
        start.session->lockSoon();
        QVERIFY(start.isOpen());
        start.session->setLocksWithScreen(true);
        start.session->setLockAfterMinutes(0);
        std::atomic<bool> go{false};
        start.session->workspace()->send("Long", {},
                                         [&](engine::Workplace &, const engine::ProgressCallback &) -> Result<Outcome> {
                                             while (!go) QThread::msleep(5);
                                             return Outcome{};
                                         });
        start.session->lockSoon();
        QVERIFY(start.isOpen());
        QCOMPARE(start.session->lockText(), QStringLiteral("Locks when the jobs end"));
        go = true;
        QTRY_VERIFY(!start.isOpen());
        start.open("a.keyward", "correct horse battery staple");
        QTRY_VERIFY(start.isOpen());
        QTest::qWait(1200);
        QVERIFY(start.isOpen()); // once, not for good
        start.session->lockSoon();
        QVERIFY(!start.isOpen());
    }

    void aCopyIsPutBackAfterItWasShownWhatItBringsBack()
    {
        Start start;
        start.create("a.keyward", "correct horse battery staple");
        QTRY_VERIFY(start.isOpen());
        auto workplace = start.session->workspace()->workplace();
        must(workplace->administration().addPassphrase(secret("a second passphrase"), "old laptop", owner));
        const auto copy = start.folder.filePath("copy.keyward");
        must(workplace->administration().copyTo(copy.toStdString()));
        const auto slots_ = workplace->administration().facts().slots;
        must(workplace->administration().removeSlot(slots_.back().id, owner));
        workplace.reset();
        start.session->lock();
        const auto store = start.folder.filePath("a.keyward");
        auto draft = start.session->restoring(copy, store);
        SecretDraft typed;
        QVERIFY(!draft->blocker(typed).isEmpty());
        typed.type(u"not the passphrase");
        QCOMPARE(draft->blocker(typed), QString());
        draft->look(typed);
        QTRY_COMPARE(draft->stage(), RestoreDraft::Stage::Asking);
        QVERIFY(draft->failure().reason.contains("unlock"));
        typed.type(u"correct horse battery staple");
        draft->look(typed);
        QCOMPARE(draft->stage(), RestoreDraft::Stage::Looking);
        QTRY_COMPARE(draft->stage(), RestoreDraft::Stage::Known);
        QVERIFY(draft->consequences().join(' ').contains("not overwritten"));
        QCOMPARE(draft->brought().size(), std::size_t(1));
        QVERIFY(draft->brought().front().items.front().contains("old laptop"));
        QVERIFY(QDir(start.folder.path()).entryList({"*before-restore*"}).isEmpty()); // only looked at
        draft->putBack();
        QTRY_COMPARE(draft->stage(), RestoreDraft::Stage::Done);
        QVERIFY(QFile::exists(draft->setAside()));
        start.session->openRestored(*draft);
        QTRY_VERIFY(start.isOpen());
        const auto last = must(start.session->workspace()->workplace()->log().newest(5));
        QVERIFY(std::ranges::any_of(last, [](const auto &entry) {
            return entry.operation == "store.restore" && entry.reason.contains("restored from") &&
                   entry.reason.contains("old laptop");
        }));
    }

    /// An older copy that somebody put there by hand: its remedy is a page, not a command.
    void anOlderCopyPutThereByHandIsTakenAndItsLogSaysSo()
    {
        Start start;
        start.create("a.keyward", "correct horse battery staple");
        QTRY_VERIFY(start.isOpen());
        const auto store = start.folder.filePath("a.keyward"), copy = start.folder.filePath("copy.keyward");
        auto workplace = start.session->workspace()->workplace();
        must(workplace->administration().copyTo(copy.toStdString()));
        must(workplace->administration().addPassphrase(secret("a second passphrase"), "x", owner));
        workplace.reset();
        start.session->lock();
        QTest::qWait(200); // what still looked at it lets go
        for (const auto *suffix : {"", "-wal", "-shm"}) QFile::remove(store + suffix);
        QVERIFY(QFile::copy(copy, store));
        start.open("a.keyward", "correct horse battery staple");
        QTRY_VERIFY(!start.session->failure().empty());
        QCOMPARE(start.session->rolledBack(), store);
        QVERIFY2(start.session->failure().remedy.contains("put it back below"),
                 qPrintable(start.session->failure().whole()));
        auto draft = start.session->restoring(store, store);
        QVERIFY(draft->inPlace());
        SecretDraft typed;
        typed.type(u"correct horse battery staple");
        draft->look(typed);
        QTRY_COMPARE(draft->stage(), RestoreDraft::Stage::Known);
        draft->putBack();
        QTRY_VERIFY2(draft->stage() == RestoreDraft::Stage::Done, qPrintable(draft->failure().whole()));
        start.session->openRestored(*draft);
        QTRY_VERIFY2(start.isOpen(), qPrintable(start.session->failure().whole()));
        QVERIFY(start.session->rolledBack().isEmpty());
    }

    void itLocksByItselfAndNotUnderALongJob()
    {
        Start start;
        start.create("a.keyward", "correct horse battery staple");
        QTRY_VERIFY(start.isOpen());
        QCOMPARE(start.session->lockText(), QStringLiteral("Locks in 10 min"));
        start.clock.advance(std::chrono::minutes(9));
        start.session->userIsThere();
        start.clock.advance(std::chrono::minutes(9));
        QTest::qWait(1200);
        QVERIFY(start.isOpen());
        std::atomic<bool> go{false};
        start.session->workspace()->send("Long", {},
                                         [&](engine::Workplace &, const engine::ProgressCallback &) -> Result<Outcome> {
                                             while (!go) QThread::msleep(5);
                                             return Outcome{};
                                         });
        start.clock.advance(std::chrono::minutes(2));
        QTest::qWait(1200);
        QVERIFY(start.isOpen());
        QCOMPARE(start.session->lockText(), QStringLiteral("Locks when the jobs end"));
        go = true;
        QTRY_VERIFY(!start.isOpen());
        QVERIFY(!start.session->workspace());
    }

    void CON_1_whatIsKeptOutsideNamesNothingInside()
    {
        Start start;
        start.create("a.keyward", "correct horse battery staple");
        QTRY_VERIFY(start.isOpen());
        Workspace &workspace = *start.session->workspace();
        const auto vault = test::id<estate::VaultId>();
        const auto settings = workspace.workplace()->console().snapshot()->settings();
        must(workspace.workplace()
                 ->console()
                 .execute({estate::command::CreateVault{
                              vault,
                              must(VaultName::from("very-secret-name")),
                              {must(Region::from("westeurope")), settings.tenant, settings.subscription, "default"},
                              {},
                              {},
                              false,
                              90}},
                          owner)
                 .transform([](const auto &) {}));
        start.session->lock();
        for (const auto &entry : QDir(start.folder.path()).entryInfoList(QDir::Files)) {
            QFile file(entry.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("very-secret-name"), qPrintable(entry.fileName()));
        }
    }

    void theSampleShowsEveryStateAndIsThrownAway()
    {
        Start start;
        start.session->openSample();
        QTRY_VERIFY_WITH_TIMEOUT(start.isOpen(), 60'000);
        QVERIFY(start.session->sample());
        std::set<estate::Health> seen;
        for (const auto &[id, health] : start.session->workspace()->moment()->assessment.bindings)
            seen.insert(health->health);
        QCOMPARE(seen.size(), std::size_t(4));
        QVERIFY(start.session->recent().isEmpty());
        QCOMPARE(QDir(start.folder.path()).entryList({"keyward-sample-*"}, QDir::Dirs).size(), 1);
        start.session->lock();
        QCOMPARE(QDir(start.folder.path()).entryList({"keyward-sample-*"}, QDir::Dirs).size(), 0);
    }

    void secretsAreTypedIntoProtectedMemory()
    {
        SecretDraft draft;
        draft.type(QStringLiteral("p\u00e4ss\u20ac\U0001F511"));
        QCOMPARE(draft.length(), 6);
        SecretDraft same;
        same.type(QStringLiteral("p\u00e4ss\u20ac"));
        QVERIFY(!draft.sameAs(same));
        draft.eraseLast();
        QVERIFY(draft.sameAs(same));
        draft.eraseLast();
        QCOMPARE(draft.length(), 4);
        const auto taken = must(draft.take());
        QCOMPARE(taken.size(), std::size_t(5));
        QVERIFY(draft.empty());
        SecretDraft weak, strong;
        weak.type(u"password1");
        strong.type(u"four unrelated words walk in");
        QVERIFY(weak.strength().score <= 1);
        QCOMPARE(strong.strength().score, 4);
    }

    /// No command is told by the name that programs know it by.
    void everyOperationOfTheLogHasWords()
    {
        const auto check = [](std::string_view operation) {
            QVERIFY2(operationWords(operation) != text(operation), std::string(operation).c_str());
        };
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (check(std::variant_alternative_t<I, estate::command::Any>::operation), ...);
        }(std::make_index_sequence<std::variant_size_v<estate::command::Any>>());
        for (const auto *other : {"unwrapKey", "wrapKey", "sign", "verify", "encrypt", "decrypt", "job.clear",
                                  "report.export", "store.restore", "clock.accept", "slot.add"})
            check(other);
        QCOMPARE(operationWords("of.a.later.day"), QStringLiteral("of.a.later.day"));
    }

    /// Each resource shows the four models beside each other, and which of them it has.
    void MOD_1_aResourceShowsTheModelsCompared()
    {
        Start start;
        start.session->openSample();
        QTRY_VERIFY_WITH_TIMEOUT(start.isOpen(), 60'000);
        auto &workspace = *start.session->workspace();
        const auto *blade = bladeById(QStringLiteral("resource.models"));
        QVERIFY(blade);
        const auto inUse = [&](const char *resource) {
            const auto presenter = blade->make(workspace, Target::of(workspace.estate().resourceNamed(resource)->id));
            QStringList out;
            int models = 0;
            for (const auto *part : presenter->parts()) {
                const auto *facts = qobject_cast<const FactsPart *>(part);
                if (!facts) continue;
                ++models;
                for (const auto &fact : facts->facts()) {
                    if (fact.chip && fact.chip->text == "In use") out += facts->title();
                    if (fact.value.isEmpty() && !fact.chip) out += "nothing is said of " + fact.label;
                }
            }
            return models == 4 ? out : QStringList{"there are not four"};
        };
        QCOMPARE(inUse("rsv-east"), QStringList{"Customer-managed key in a vault"});
        QCOMPARE(inUse("rsv-new"), QStringList{"Service-managed keys"});
    }

    /// CON-2, as far as these blades go: which pages a vault, a resource and a key have.
    void CON_2_bladesAsThePortalHasThem()
    {
        Start start;
        start.session->openSample();
        QTRY_VERIFY_WITH_TIMEOUT(start.isOpen(), 60'000);
        auto &workspace = *start.session->workspace();
        const auto titles = [&](const Target &target) {
            QStringList out;
            for (const auto *blade : bladesOf(workspace.estate(), target)) out += blade->title;
            return out;
        };
        const auto *vault = workspace.estate().vaultNamed("kv-backup");
        const auto *resource = workspace.estate().resourceNamed("rsv-east");
        QCOMPARE(titles({}), (QStringList{"Home",
                                          "All resources",
                                          "Catalogue",
                                          "Key vaults",
                                          "Deleted key vaults",
                                          "Keys",
                                          "Deleted keys",
                                          "Identities",
                                          "Roles",
                                          "Access control",
                                          "Check access",
                                          "Subscriptions",
                                          "Resource groups",
                                          "Virtual networks",
                                          "Locks",
                                          "Tenants and regions",
                                          "Jobs",
                                          "Activity log",
                                          "Reports",
                                          "Who reaches what",
                                          "SIEM receivers",
                                          "Keystore"}));
        QCOMPARE(titles(Target::of(vault->id)),
                 (QStringList{"Overview", "Keys", "Deleted keys", "Access policies", "Access control",
                              "Who can do what", "Check access", "Networking", "Private endpoints", "Who reaches it",
                              "Test a call", "Properties", "Operations and costs", "Locks", "Activity log"}));
        QCOMPARE(titles(Target::of(resource->id)),
                 (QStringList{"Overview", "Encryption", "Models compared", "Identity", "Backup items", "Jobs", "Health",
                              "Operations and costs", "Locks", "Activity log"}));
        QCOMPARE(titles(Target::of(workspace.estate().keyNamed(vault->id, "kek-prod")->id)),
                 (QStringList{"Overview", "Versions", "Where used", "Access", "Activity"}));
        for (const auto *blade : Blade::all()) QVERIFY2(!pageHelp(blade->id).isEmpty(), qPrintable(blade->id));
        // Each of them can be made for each thing there is, and says something.
        std::vector<Target> targets{{}};
        for (const auto &[id, one] : workspace.estate().vaults()) targets.push_back(Target::of(id));
        for (const auto &[id, one] : workspace.estate().keys()) targets.push_back(Target::of(id));
        for (const auto &[id, one] : workspace.estate().resources()) targets.push_back(Target::of(id));
        for (const auto &[id, one] : workspace.estate().points()) targets.push_back(itemOf(one->resource, one->source));
        for (const auto &[id, one] : workspace.estate().principals()) targets.push_back(targetOf(id));
        targets.push_back(targetOf(workspace.estate().catalogue().platform().roles.front().id));
        for (const auto &target : targets)
            for (const auto *blade : bladesOf(workspace.estate(), target)) {
                const auto presenter = blade->make(workspace, target);
                QVERIFY2(!presenter->parts().empty(), qPrintable(blade->id));
                if (blade->badge) (void)blade->badge(*workspace.moment(), target);
            }
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
