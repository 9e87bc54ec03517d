// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bot registrations in the window: what is stored of them and its refusal, what can be done with it, their layers.

#include "models/page_help.h"
#include "models/secret_draft.h"
#include "models/services/bot_service/reading.h"
#include "models/tables/computed_table.h"
#include "models/tables/estate_table.h"
#include "models/tables/place_sources.h"
#include "models/wizards/enable_draft.h"
#include "tests/models/bot_room.h"

#include <QAbstractItemModelTester>

using namespace keyward;
using namespace keyward::models;
using namespace keyward::estate;
using keyward::test::action;
using keyward::test::BotRoom;
using keyward::test::carryOutErrand;
using keyward::test::must;
using keyward::test::ScriptedBots;
using keyward::test::stateNow;

namespace {

const CalloutsPart &stateOf(const Presenter &page) { return *page.findChild<CalloutsPart *>("state"); }
TableModel &tableOf(const Presenter &page, const char *name) { return page.findChild<TablePart *>(name)->model(); }
bool isThere(const Presenter &page, const char *part) { return page.findChild<Part *>(part)->present(); }

QString factOf(const Presenter &page, const char *part, const char *label)
{
    for (const auto &fact : page.findChild<FactsPart *>(part)->facts())
        if (fact.label == QLatin1String(label)) return fact.value;
    return QStringLiteral("there is no such fact");
}

QStringList column(const TableModel &table, int number)
{
    QStringList out;
    for (int row = 0; row < table.rowCount(); ++row) out += table.cell(row, number).text;
    return out;
}

QStringList bladesAt(BotRoom &room, const Target &target)
{
    QStringList out;
    for (const auto *blade : bladesOf(room.estate(), target)) out += blade->id;
    return out;
}

QVariant typed(const char *text)
{
    auto secret = std::make_shared<TypedSecret>();
    secret->secret.type(QString::fromUtf8(text));
    return QVariant::fromValue(secret);
}

constexpr const char *pages[] = {"bot.configuration", "bot.channels", "bot.conversations", "bot.chat"};

} // namespace

class TestBotModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyBotsHaveThesePages()
    {
        BotRoom room;
        const auto other = Target::of(room.resource("rsv1"));
        room.settle();
        const auto mine = bladesAt(room, room.target()), others = bladesAt(room, other);
        for (const auto *blade : pages) {
            QVERIFY2(mine.contains(blade), blade);
            QVERIFY2(!others.contains(blade), blade);
            QVERIFY2(!pageHelp(blade).isEmpty(), blade);
        }
        for (const auto *one : {"bot.configure", "bot.endpoint", "channel.add", "bot.send", "bot.pace"}) {
            QVERIFY2(stateNow(room, one, room.target()).enabled, one);
            QVERIFY2(!stateNow(room, one, other).supported, one);
        }
        for (const auto *one : {"bot.goOn", "bot.serviceManaged"})
            QVERIFY2(!stateNow(room, one, room.target()).supported, one);
        for (const auto *blade : bladesOf(room.estate(), room.target()))
            QVERIFY2(!blade->make(*room.workspace, room.target())->parts().empty(), qPrintable(blade->id));
    }

    /// BOT-4: settings come, change and go by hand; each row with its exact signal.
    void BOT_4_settingsAreAddedChangedAndRemoved()
    {
        BotRoom room;
        const auto page = room.page("bot.configuration");
        auto &settings = tableOf(*page, "settings");
        QAbstractItemModelTester tester(&settings, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&settings, &QAbstractItemModel::modelReset);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(*page, "settings"), 60'000);
        QCOMPARE(settings.rowCount(), 0);
        ActionDraft draft(action("bot.configure"), *room.workspace, room.target());
        draft.setValue("name", "1st");
        QVERIFY(!draft.errorOf("name").isEmpty());
        draft.setValue("name", "Greeting");
        draft.setValue("value", "Hello, it's us");
        QVERIFY2(draft.commandLine().endsWith("bot configure support-bot --set 'Greeting=Hello, it'\\''s us'"),
                 qPrintable(draft.commandLine()));
        carryOutErrand(room, "bot.configure", room.target(), {{"name", "Greeting"}, {"value", "Hello, it's us"}});
        carryOutErrand(room, "bot.configure", room.target(), {{"name", "Language"}, {"value", "en"}});
        QTRY_COMPARE(column(settings, 0), (QStringList{"Greeting", "Language"}));
        QCOMPARE(settings.cell(0, 1).text, QStringLiteral("Hello, it's us"));
        const auto row = *settings.targetAt(0);
        QCOMPARE(titleOf(room.estate(), row), QStringLiteral("Greeting"));
        QCOMPARE(parentOf(room.estate(), row), room.target());
        ActionDraft change(action("setting.change"), *room.workspace, row);
        QCOMPARE(change.values().value("value").toString(), QStringLiteral("Hello, it's us"));
        carryOutErrand(room, "setting.change", row, {{"value", "Hi"}});
        QTRY_COMPARE(settings.cell(0, 1).text, QStringLiteral("Hi"));
        ActionDraft remove(action("setting.remove"), *room.workspace, row);
        QVERIFY2(remove.commandLine().endsWith("bot configure support-bot --unset Greeting"),
                 qPrintable(remove.commandLine()));
        QVERIFY(remove.destructive() && remove.asksForMore());
        carryOutErrand(room, "setting.remove", row, {});
        QTRY_COMPARE(column(settings, 0), QStringList{"Language"});
        QCOMPARE(must(room.bots().configuration(room.bot)).settings.size(), std::size_t(1));
        QCOMPARE(resets.size(), 0);
    }

    /// BOT-5: where messages leave, and that they do so decrypted, stands on the page.
    void BOT_5_theBoundaryIsVisible()
    {
        ScriptedBots bots;
        BotRoom room(&bots);
        const auto page = room.page("bot.configuration");
        QTRY_VERIFY(isThere(*page, "endpoint"));
        QVERIFY2(factOf(*page, "endpoint", "Boundary").startsWith("Nothing leaves"),
                 qPrintable(factOf(*page, "endpoint", "Boundary")));
        ActionDraft draft(action("bot.endpoint"), *room.workspace, room.target());
        draft.setValue("url", "http://bot.example.com/api/messages");
        QVERIFY2(draft.errorOf("url").contains("https://"), qPrintable(draft.errorOf("url")));
        QVERIFY(!draft.ready());
        draft.setValue("url", "https://bot.example.com:8443/api/messages");
        QVERIFY2(draft.statement().contains("decrypted") && draft.statement().contains("bot.example.com:8443"),
                 qPrintable(draft.statement()));
        QVERIFY2(
            draft.commandLine().endsWith("bot endpoint support-bot --url https://bot.example.com:8443/api/messages"),
            qPrintable(draft.commandLine()));
        bots.change([&] { bots.found.waiting = 3, bots.found.answers = 1; });
        carryOutErrand(room, "bot.endpoint", room.target(), {{"url", "https://bot.example.com:8443/api/messages"}});
        QTRY_COMPARE(factOf(*page, "endpoint", "Address"), QStringLiteral("https://bot.example.com:8443/api/messages"));
        const auto boundary = factOf(*page, "endpoint", "Boundary");
        QVERIFY2(boundary.contains("decrypted") && boundary.contains("TLS 1.2") && boundary.contains("bot.example.com"),
                 qPrintable(boundary));
        QCOMPARE(factOf(*page, "endpoint", "Waiting for it"), QStringLiteral("3 messages, none for longer than a day"));
        QCOMPARE(factOf(*page, "endpoint", "Answers to be received"), QStringLiteral("1"));
        must(room.run(command::NoteEndpoint{room.bot, "connection refused"}));
        room.settle();
        QTRY_COMPARE(stateOf(*page).callouts().size(), std::size_t(1));
        QVERIFY2(stateOf(*page).callouts()[0].detail.contains("Connection refused"),
                 qPrintable(stateOf(*page).callouts()[0].detail));
        carryOutErrand(room, "bot.endpoint", room.target(), {{"to", "none"}});
        QCOMPARE(bots.deeds().back(), std::string("endpoint none"));
    }

    /// BOT-3, on a real keystore: taken away it is refused with the reason, on every page; given back it is there
    /// again.
    void BOT_3_withoutItsKeyNothingIsShownAndItHealsByItself()
    {
        BotRoom room;
        room.bind();
        must(room.bots().configure(room.bot, {{"Greeting", "Hello"}}, test::owner));
        std::map<QString, std::unique_ptr<Presenter>> open;
        for (const auto *blade : {"bot.configuration", "bot.channels", "bot.conversations"})
            open[blade] = room.page(blade);
        const auto &configuration = *open["bot.configuration"];
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(configuration, "settings").rowCount(), 1, 60'000);
        QTRY_COMPARE(tableOf(*open["bot.channels"], "channels").rowCount(), 2);
        QTRY_VERIFY(isThere(*open["bot.conversations"], "conversations"));
        const auto setting = *tableOf(configuration, "settings").targetAt(0);

        room.lose();
        for (const auto &[blade, page] : open) {
            QTRY_COMPARE_WITH_TIMEOUT(stateOf(*page).callouts().size(), std::size_t(1), 60'000);
            const auto &said = stateOf(*page).callouts().front();
            QCOMPARE(said.state, State::Lost);
            QVERIFY2(said.text.contains("support-bot") && said.text.contains("cannot use its key"),
                     qPrintable(said.text));
            QVERIFY2(said.text.contains("Bot Service CMEK Prod") || said.text.contains("kv-bots"),
                     qPrintable(said.text));
            QVERIFY2(said.fix.has_value() && !said.detail.isEmpty(), qPrintable(said.detail));
            for (const auto *part : page->parts())
                if (part->objectName() != QLatin1String("state"))
                    QVERIFY2(!part->present(), qPrintable(part->objectName()));
        }
        QCOMPARE(tableOf(configuration, "settings").rowCount(), 0);
        QVERIFY(configuration.findChild<FactsPart *>("endpoint")->facts().empty());
        for (const auto *one : {"bot.configure", "bot.endpoint", "channel.add", "bot.send"}) {
            const auto state = stateNow(room, one, room.target());
            QVERIFY2(state.supported && !state.enabled, one);
            QVERIFY2(state.why.reason.contains("cannot use its key") && !state.why.remedy.isEmpty(),
                     qPrintable(state.why.whole()));
        }
        for (const auto *one : {"setting.change", "setting.remove"})
            QVERIFY2(!stateNow(room, one, setting).enabled, one);

        room.heal();
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(configuration, "settings").rowCount(), 1, 60'000);
        for (const auto &[blade, page] : open) QTRY_VERIFY(stateOf(*page).callouts().empty());
        QTRY_COMPARE(tableOf(*open["bot.channels"], "channels").rowCount(), 2);
        QTRY_VERIFY(isThere(*open["bot.conversations"], "conversations"));
        QTRY_VERIFY(stateNow(room, "bot.configure", room.target()).enabled);
    }

    /// What somebody asked for before is no answer to what they ask now; nor is what came before a refusal.
    void overtakenReadsAreDropped()
    {
        ScriptedBots bots;
        bots.found.settings["a"] = "first";
        BotRoom room(&bots);
        const auto reading = BotReading::of(*room.workspace, room.bot);
        QCOMPARE(BotReading::of(*room.workspace, room.bot), reading); // pages beside each other share it
        QTRY_VERIFY(reading->configuration());
        bots.hold(true);
        QSignalSpy changed(reading.get(), &BotReading::changed);
        reading->read();
        QTRY_COMPARE(bots.reads.load(), 2);
        bots.change([&] { bots.found.settings["a"] = "second"; });
        reading->read();
        QTRY_COMPARE(bots.reads.load(), 3);
        bots.letGo(3);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(reading->configuration()->settings.at("a"), std::string("second"));
        bots.letGo(2); // late
        QTest::qWait(100);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reading->configuration()->settings.at("a"), std::string("second"));
        bots.hold(false);
    }

    void whoeverLooksAtNothingReadsNothing()
    {
        ScriptedBots bots;
        BotRoom room(&bots);
        {
            const auto page = room.page("bot.channels");
            QTRY_VERIFY(isThere(*page, "channels"));
            QVERIFY(BotReading::known(*room.workspace, room.bot));
        }
        QVERIFY(!BotReading::known(*room.workspace, room.bot));
        const int reads = bots.reads;
        must(room.run(command::SetBotPace{room.bot, 4096}));
        room.settle();
        QTest::qWait(50);
        QCOMPARE(bots.reads.load(), reads);
        // … and a page that is open reads again once, after each change of its own bot, and of no other.
        const auto page = room.page("bot.channels");
        QTRY_COMPARE(bots.reads.load(), reads + 1);
        room.vault("kv-other");
        room.settle();
        QTest::qWait(50);
        QCOMPARE(bots.reads.load(), reads + 1);
        must(room.run(command::SetBotPace{room.bot, 0}));
        room.settle();
        QTRY_COMPARE(bots.reads.load(), reads + 2);
    }

    /// A secret is typed, handed over, and nowhere else: no line, no cell, no notice has it.
    void aChannelsSecretIsNeverShown()
    {
        constexpr const char *secret = "kept-between-two";
        ScriptedBots bots;
        bots.found.channels = {{.kind = must(ChannelKind::from("webchat")), .settings = {}, .own = true}};
        BotRoom room(&bots);
        const auto page = room.page("bot.channels");
        auto &channels = tableOf(*page, "channels");
        QAbstractItemModelTester tester(&channels, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(channels.rowCount(), 1);
        QCOMPARE(channels.cell(0, 3).text, QStringLiteral("Always there"));
        ActionDraft draft(action("channel.add"), *room.workspace, room.target());
        QStringList offered;
        for (const auto &option : draft.fields().front().options) offered += option.value;
        QVERIFY(offered.contains("msteams") && !offered.contains("webchat") && !offered.contains("directline"));
        QVERIFY2(draft.statement().contains("Without a secret"), qPrintable(draft.statement()));
        draft.setValue("kind", "msteams");
        draft.setValue("secret", typed(secret));
        draft.setValue("settings", "Tenant");
        QVERIFY(!draft.errorOf("settings").isEmpty());
        draft.setValue("settings", "Tenant=contoso\nRegion=eu");
        QVERIFY2(draft.ready(), qPrintable(draft.blocker()));
        QVERIFY2(draft.commandLine().contains("--secret-file") && !draft.commandLine().contains(secret),
                 qPrintable(draft.commandLine()));
        draft.commit();
        QTRY_COMPARE(channels.rowCount(), 2);
        QCOMPARE(
            QByteArray(reinterpret_cast<const char *>(bots.secret.data()), static_cast<qsizetype>(bots.secret.size())),
            QByteArray(secret));
        QString all;
        for (int row = 0; row < channels.rowCount(); ++row)
            for (int i = 0; i < channels.columnCount(); ++i)
                all += channels.cell(row, i).text + channels.cell(row, i).tooltip + channels.whole(row, i);
        const auto &notes = room.workspace->notifications();
        for (int i = 0; i < notes.rowCount(); ++i) all += notes.at(i).text + notes.at(i).detail;
        QVERIFY2(!all.contains(secret), qPrintable(all));
        QVERIFY(all.contains("Tenant=contoso") && all.contains("never shown again"));
        const auto row = *channels.targetAt(channels.rowOf(rowIdOf("msteams")));
        QCOMPARE(titleOf(room.estate(), row), QStringLiteral("Microsoft Teams"));

        // Changed without typing it again, it is taken away: said before.
        ActionDraft change(action("channel.change"), *room.workspace, row);
        QVERIFY2(change.fields().front().hint.contains("taken away"), qPrintable(change.fields().front().hint));
        QCOMPARE(change.values().value("settings").toString(), QStringLiteral("Region=eu\nTenant=contoso"));
        carryOutErrand(room, "channel.change", row, {{"settings", "Tenant=other"}});
        QVERIFY(bots.secret.empty());
        QTRY_COMPARE(*channels.cell(channels.rowOf(rowIdOf("msteams")), 1).chip, State::Disabled);
        carryOutErrand(room, "channel.remove", row, {});
        QTRY_COMPARE(channels.rowCount(), 1);
        const auto own = stateNow(room, "channel.remove", *channels.targetAt(0));
        QVERIFY2(!own.enabled && own.why.reason.contains("without being added"), qPrintable(own.why.whole()));
    }

    /// Ten thousand of them are sorted by when they were active, and found by their names.
    void conversationsAreMany()
    {
        ScriptedBots bots;
        constexpr int count = 10'000;
        for (int i = 0; i < count; ++i)
            bots.talks.push_back({.name = must(ConversationName::from("visitor-" + std::to_string(i))),
                                  .channel = must(ChannelKind::from(i % 3 ? "webchat" : "msteams")),
                                  .begun = Instant(Millis(1'000'000)),
                                  .lastActive = Instant(Millis(1'000'000 + i * 60'000)),
                                  .sent = static_cast<std::uint64_t>(i),
                                  .received = 2});
        BotRoom room(&bots);
        const auto page = room.page("bot.conversations");
        auto &table = tableOf(*page, "conversations");
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(!isThere(*page, "conversations")); // nothing is said before it was looked
        QTRY_COMPARE_WITH_TIMEOUT(table.rowCount(), count, 60'000);
        QTRY_VERIFY(isThere(*page, "conversations"));
        QCOMPARE(table.cell(0, 0).text, QStringLiteral("visitor-9999"));
        QCOMPARE(table.cell(0, 4).text, QStringLiteral("9,999"));
        table.sort(4, Qt::AscendingOrder);
        QTRY_COMPARE(table.cell(0, 4).text, QStringLiteral("0"));
        QCOMPARE(table.cell(2, 4).text, QStringLiteral("2")); // as numbers, not as they are written
        table.setFilter("teams");
        QTRY_COMPARE(table.rowCount(), (count + 2) / 3);
        table.setFilter("visitor-777");
        QTRY_COMPARE(table.rowCount(), 11);
        bots.change([&] { bots.error = Error{Code::BotDamaged, "support-bot", {"its store is gone"}, {}}; });
        BotReading::known(*room.workspace, room.bot)->read();
        QTRY_COMPARE(stateOf(*page).callouts().size(), std::size_t(1));
        QVERIFY(!isThere(*page, "conversations"));
        QTRY_COMPARE(table.rowCount(), 0);
    }

    /// BOT-1, BOT-11, BOT-12: the layers, what is still to be encrypted anew, and when a former key becomes safe.
    void BOT_12_theLayersSayWhenAFormerKeyIsSafe()
    {
        BotRoom room;
        const auto page = room.page("resource.encryption");
        QCOMPARE(factOf(*page, "layers", "Inner layer"), QStringLiteral("Service-managed"));
        QCOMPARE(factOf(*page, "layers", "Outer layer"), QStringLiteral("Service-managed"));
        QVERIFY(factOf(*page, "layers", "In flight").contains("two service-managed layers, always"));
        must(room.bots().configure(room.bot, {{"Greeting", "Hello"}}, test::owner));
        room.bind();
        QTRY_VERIFY2(factOf(*page, "layers", "Inner layer").startsWith("kv-bots/inner/"),
                     qPrintable(factOf(*page, "layers", "Inner layer")));
        QTRY_VERIFY(page->findChild<CalloutsPart *>("reencryption")->callouts().empty());
        QVERIFY(!page->findChild<TablePart *>("formerKeys")->present()); // the platform's is nobody's to take away
        const auto first = room.version();
        room.bind("kv-bots", "other");
        auto &former = tableOf(*page, "formerKeys");
        QTRY_COMPARE(former.rowCount(), 1);
        QVERIFY(isThere(*page, "formerKeys"));
        QVERIFY2(former.cell(0, 0).text.startsWith("kv-bots/inner/" + text(first.text().substr(0, 8))),
                 qPrintable(former.cell(0, 0).text));
        QTRY_COMPARE(former.cell(0, 1).text, QStringLiteral("Nothing is under it"));
        QVERIFY2(former.cell(0, 2).text.contains(dateAndTime(room.clock().now() + Days(7))),
                 qPrintable(former.cell(0, 2).text));
        QVERIFY(stateNow(room, "bot.serviceManaged", room.target()).enabled);
        ActionDraft back(action("bot.serviceManaged"), *room.workspace, room.target());
        QTRY_VERIFY2(back.ready(), qPrintable(back.blocker()));
        back.commit();
        QTRY_COMPARE_WITH_TIMEOUT(factOf(*page, "layers", "Inner layer"), QStringLiteral("Service-managed"), 60'000);
        QTRY_COMPARE(former.rowCount(), 2);
    }

    /// BOT-11: what was interrupted says so, and can be gone on with from the page.
    void BOT_11_whatStoppedIsGoneOnWith()
    {
        ScriptedBots bots; // which does nothing by itself
        BotRoom room(&bots);
        const auto page = room.page("resource.encryption");
        auto &work = *page->findChild<CalloutsPart *>("reencryption");
        QVERIFY(work.callouts().empty());
        room.bind();
        room.clock().advance(std::chrono::minutes(1));
        QTRY_COMPARE(work.callouts().size(), std::size_t(1));
        QCOMPARE(work.callouts()[0].action, QStringLiteral("bot.goOn"));
        const auto state = stateNow(room, "bot.goOn", room.target());
        QVERIFY2(state.supported && state.enabled, qPrintable(state.why.whole()));
        QVERIFY(ActionDraft(action("bot.goOn"), *room.workspace, room.target()).commandLine().endsWith("schedule run"));
        const auto job = test::id<JobId>();
        must(room.run(command::StartReencryption{.bot = room.bot, .job = job, .items = 4000}));
        room.settle();
        QTRY_COMPARE(work.callouts()[0].state, State::Working);
        QVERIFY2(work.callouts()[0].text.contains("being encrypted anew"), qPrintable(work.callouts()[0].text));
        QVERIFY(!stateNow(room, "bot.goOn", room.target()).supported);
        must(room.run(command::EndJob{job, JobState::Interrupted, {}, {}, false}));
        room.settle();
        QTRY_COMPARE(work.callouts()[0].state, State::Warning);
        carryOutErrand(room, "bot.goOn", room.target(), {});
        QCOMPARE(bots.deeds().back(), std::string("resume"));
        room.lose(); // without the key there is no going on
        QTRY_VERIFY(!stateNow(room, "bot.goOn", room.target()).enabled);
    }

    /// BOT-7, BOT-8, BOT-10, BOT-14: what the common wizard and pages say of a service that goes by the platform's
    /// application.
    void BOT_8_theCommonPagesKnowTheApplication()
    {
        BotRoom room;
        QVERIFY(!stateNow(room, "identity.enable", room.target()).supported);
        QVERIFY(!stateNow(room, "identity.assign", room.target()).supported);
        const auto identity = room.page("resource.identity");
        QCOMPARE(identity->findChild<FactsPart *>("identity")->title(), QStringLiteral("Application of the platform"));
        QCOMPARE(factOf(*identity, "identity", "Goes by"), QStringLiteral("Bot Service CMEK Prod"));
        QVERIFY(factOf(*identity, "identity", "Resource provider").contains("no subscription yet"));
        QVERIFY(!isThere(*identity, "assigned"));
        QCOMPARE(stateOf(*identity).callouts().size(), std::size_t(1));

        const auto vault = room.vault("kv-bots");
        const auto key = room.key(vault, "inner");
        room.key(vault, "curve", must(KeySpec::ec("P-256")));
        room.settle();
        EnableDraft wizard(*room.workspace, room.target());
        QVERIFY2(wizard.pickText().contains("newest version is taken, and stays"), qPrintable(wizard.pickText()));
        wizard.chooseKey(key);
        QStringList steps;
        for (const auto &step : wizard.steps()) steps += step.id;
        QVERIFY2(steps.contains("identity") && !steps.contains("identity-off"), qPrintable(steps.join(' ')));
        const auto &provider = *std::ranges::find(wizard.steps(), QStringLiteral("identity"), &StepView::id);
        QVERIFY2(provider.title.contains("Microsoft.BotService") && provider.title.contains("Bot Service CMEK Prod"),
                 qPrintable(provider.title));
        QCOMPARE(wizard.advice().size(), std::size_t(1));
        QVERIFY2(wizard.advice()[0].contains("nobody can bring back"), qPrintable(wizard.advice()[0]));
        QVERIFY2(wizard.afterwards().contains("24 hours"), qPrintable(wizard.afterwards()));
        QVERIFY2(wizard.blocker(EnableDraft::Review).isEmpty(), qPrintable(wizard.blocker(EnableDraft::Review)));
        wizard.commit();
        QTRY_VERIFY_WITH_TIMEOUT(wizard.finished(), 60'000);
        const auto &binding = *room.botNow().binding;
        QCOMPARE(binding.version, room.estate().key(key)->latest().id);
        QVERIFY(binding.pinned);
        QVERIFY2(wizard.endText().contains("encrypted anew"), qPrintable(wizard.endText()));

        QTRY_VERIFY(stateOf(*identity).callouts().empty());
        auto &access = tableOf(*identity, "access");
        QTRY_COMPARE(access.rowCount(), 1);
        QCOMPARE(access.cell(0, 0).text, QStringLiteral("kv-bots"));
        QCOMPARE(access.cell(0, 1).text, spaced(must(PermissionSet::from("get,wrapKey,unwrapKey"))));
        EstateTable reach(reachSource(vault), room.workspace->feed(), room.workspace->background());
        QTRY_COMPARE(reach.rowCount(), 1);
        QStringList titles;
        for (const auto &one : reach.columns()) titles += one.title;
        const auto application = static_cast<int>(titles.indexOf("Platform's application"));
        QCOMPARE(reach.cell(0, application).text, QStringLiteral("Yes, in use"));
        QVERIFY(reach.cell(0, application - 1).muted && reach.cell(0, application - 2).muted);
        const auto encryption = room.page("resource.encryption");
        const auto *model = encryption->findChild<CalloutsPart *>("model");
        QVERIFY2(model->callouts()[0].detail.contains("second layer"), qPrintable(model->callouts()[0].detail));
    }

    void lookingStoresNothing()
    {
        BotRoom room;
        std::vector<std::unique_ptr<Presenter>> open;
        for (const auto *blade : pages) open.push_back(room.page(blade));
        QTRY_VERIFY(isThere(*open[0], "settings") && isThere(*open[1], "channels") &&
                    isThere(*open[2], "conversations"));
        QCOMPARE(tableOf(*open[1], "channels").rowCount(), 2);
        QTest::qWait(100);
        room.settle();
        QVERIFY(facetOf<BotService>(room.botNow())->folder.empty());
    }

    void theDataIsDeletedForGood()
    {
        BotRoom room;
        QVERIFY(!stateNow(room, "bot.deleteData", room.target()).enabled); // there is none
        must(room.bots().configure(room.bot, {{"Greeting", "Hello"}}, test::owner));
        room.settle();
        const auto page = room.page("bot.configuration");
        QTRY_COMPARE(tableOf(*page, "settings").rowCount(), 1);
        QVERIFY(!stateNow(room, "resource.delete", room.target()).enabled);
        ActionDraft draft(action("bot.deleteData"), *room.workspace, room.target());
        QTRY_VERIFY(!draft.impact().pending());
        QVERIFY(draft.needsAcknowledgement());
        draft.acknowledge(true);
        QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
        draft.commit();
        QTRY_COMPARE_WITH_TIMEOUT(tableOf(*page, "settings").rowCount(), 0, 60'000);
        QTRY_VERIFY(isThere(*page, "settings")); // there is nothing, and it says so
        QVERIFY2(stateNow(room, "resource.delete", room.target()).enabled,
                 qPrintable(stateNow(room, "resource.delete", room.target()).why.whole()));
    }
};

QTEST_GUILESS_MAIN(TestBotModels)
#include "tst_bot_models.moc"
