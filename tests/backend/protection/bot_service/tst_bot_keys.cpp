// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/claims.h"
#include "backend/estate/coming.h"
#include "backend/estate/due.h"
#include "backend/estate/findings.h"
#include "backend/estate/plans/guides.h"
#include "tests/support/bot_desk.h"

#include <thread>

using namespace keyward;
using namespace keyward::estate;
using Kind = protection::BotItems::Kind;

/// The key of a bot: set, rotated, left, revoked; all that is stored goes along (BOT-10 … BOT-13).
class TestBotKeys : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    static protection::ServiceParts parts(test::BotDesk &at)
    {
        return {at.desk.engine(), at.desk.keys(), test::context(), at.desk.store().folder()};
    }
    /// Under which data keys the settings are.
    static std::set<BotKeyId> keysOf(test::BotDesk &at)
    {
        std::set<BotKeyId> out;
        auto outer = test::must(protection::BotSession::openOuter(parts(at), at.bot));
        for (const auto &item : test::must(outer->all(Kind::Setting))) out.insert(item.key);
        return out;
    }
    static void fill(test::BotDesk &at, int settings)
    {
        std::map<std::string, std::optional<std::string>> values;
        for (int i = 0; i < settings; ++i) values.emplace("s" + std::to_string(i), "value " + std::to_string(i));
        test::must(at.bots.configure(at.bot, values, test::owner));
    }
    /// Records of so many conversations.
    static void converse(test::BotDesk &at, int count)
    {
        auto session = test::must(protection::BotSession::open(parts(at), at.bot));
        test::must(session.items().together([&]() -> Status {
            for (int i = 0; i < count; ++i) {
                const auto name = "c" + std::to_string(i);
                KEYWARD_CHECK(session.put(Kind::Conversation, name,
                                          protection::StoredConversation{.name = name, .channel = "directline"}));
            }
            return {};
        }));
    }
    static std::size_t settings(test::BotDesk &at)
    {
        const auto found = at.bots.configuration(at.bot);
        return found ? found->settings.size() : 0;
    }

private Q_SLOTS:
    void BOT_11_everythingIsEncryptedAnewAndTheBotWorksMeanwhile()
    {
        const auto folder = m_folders.fresh();
        test::BotDesk at(folder, m_clock);
        at.bind();
        fill(at, 150);
        converse(at, 1200);
        std::atomic<bool> done = false;
        std::atomic<int> worked = 0;
        std::string failure;
        std::jthread using_([&] {
            test::BotDesk other(folder, m_clock);
            for (int i = 0; !done || worked == 0; ++i) {
                const auto set = other.set("meanwhile", std::to_string(i));
                const auto seen = other.bots.configuration(other.bot);
                if (set && seen && seen->settings.at("meanwhile") == std::to_string(i))
                    ++worked;
                else
                    failure = set ? seen ? "another value" : message(seen.error()) : message(set.error());
            }
        });
        const auto former = at.rotate();
        done = true;
        using_.join();
        QVERIFY2(failure.empty(), failure.c_str());
        QVERIFY(worked > 0);
        QCOMPARE(keysOf(at), (std::set{at.facet().current()->id}));
        QVERIFY(at.facet().current()->by->version == at.version() && at.version() != former);
        KW_OK(at.desk.run(at.enabled(former, false), true)); // nothing is under the former one
        QCOMPARE(settings(at), std::size_t(151));
        QCOMPARE(test::must(at.bots.conversations(at.bot)).size(), std::size_t(1200));
        const auto estate = at.desk.estate();
        const auto job = std::ranges::find_if(
            estate->jobs(), [](const auto &one) { return workOf<ReencryptionWork>(*one.second) != nullptr; });
        QVERIFY(job != estate->jobs().end() && (*job).second->state == JobState::Succeeded);
    }

    void BOT_12_theFormerVersionIsClaimedForAWeekAndTheDateIsSaid()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        at.bind();
        fill(at, 3);
        const auto former = at.rotate();
        const auto safe = m_clock.now() + Days(7);
        const auto estate = at.desk.estate();
        const auto live = claims(*estate, *estate->key(at.key), former);
        QCOMPARE(live.size(), std::size_t(1));
        QVERIFY(live.front().use.ends == Use::Ends::Time);
        QVERIFY2(live.front().text().contains(dateText(safe)), live.front().text().c_str());
        // Disabling or deleting it sooner is refused with the date, unless overridden.
        const auto refused = at.desk.run(at.enabled(former, false));
        KW_REFUSED(refused, Code::LiveClaims);
        QVERIFY(message(refused.error()).contains(dateText(safe)));
        const auto coming = comingUp(*estate, m_clock.now(), m_clock.now() + Days(30));
        QVERIFY(std::ranges::any_of(
            coming, [&](const Coming &one) { return one.at == safe && one.what.code == Code::FormerKeyFree; }));
        m_clock.advance(Days(7) - std::chrono::minutes(1));
        (void)at.due();
        KW_REFUSED(at.desk.run(at.enabled(former, false)), Code::LiveClaims);
        m_clock.advance(std::chrono::minutes(1));
        (void)at.due();
        KW_OK(at.desk.run(at.enabled(former, false)));
    }

    void BOT_12_theDataKeyOfTheFormerVersionIsForgotten()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        at.bind();
        fill(at, 1);
        (void)at.rotate();
        QCOMPARE(at.facet().keys.size(), std::size_t(1));
        auto outer = test::must(protection::BotSession::openOuter(parts(at), at.bot));
        for (const auto &key : test::must(outer->keys())) QVERIFY(key.transient || key.id == at.facet().current()->id);
    }

    void P4_noSecondChangeBeforeTheFirstIsThrough()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        at.bind();
        fill(at, 1);
        at.desk.engine().settleBy({}); // nobody carries on with it
        (void)at.rotate();
        QVERIFY(awaitsReencryption(at.botNow()));
        test::must(at.desk.run(at.desk.rotation(at.key)));
        KW_REFUSED(at.desk.run(at.setKey()), Code::ReencryptionUnderWay);
        KW_REFUSED(at.desk.run(command::SetServiceManaged{at.bot}), Code::ReencryptionUnderWay);
        const auto done = at.due(); // the scheduler takes it up
        QVERIFY(done.failed.empty());
        QVERIFY(!awaitsReencryption(at.botNow()));
        KW_OK(at.desk.run(at.setKey()));
    }

    void itemsOfBothKindsAreReadWhileItStands()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        at.bind();
        fill(at, 5);
        at.desk.engine().settleBy({});
        const auto former = at.rotate();
        KW_OK(at.set("fresh", "1")); // under the new one
        QCOMPARE(keysOf(at).size(), std::size_t(2));
        QCOMPARE(settings(at), std::size_t(6));
        const auto estate = at.desk.estate();
        const auto found = findings(*estate, assess(*estate, m_clock.now()), m_clock.now());
        QVERIFY(std::ranges::any_of(found, [](const auto &one) { return one.what.code == Code::ReencryptionWaits; }));
        // Without the former version the rest cannot be read, and health says so.
        KW_OK(at.desk.run(at.enabled(former, false), true));
        KW_REFUSED(at.bots.configuration(at.bot), Code::BotInaccessible);
        const auto verdict = assess(*at.desk.estate(), at.botNow(), m_clock.now());
        QVERIFY(verdict.unreadable == 1);
        const auto waiting = at.due();
        QCOMPARE(waiting.failed.size(), std::size_t(1));
        KW_OK(at.desk.run(at.enabled(former, true)));
        (void)at.due();
        QCOMPARE(keysOf(at).size(), std::size_t(1));
        QCOMPARE(settings(at), std::size_t(6));
    }

    void BOT_11_whoBeganBeforePutsNothingUnderTheFormerKey()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        at.bind();
        fill(at, 1);
        auto before = test::must(protection::BotSession::open(parts(at), at.bot));
        at.desk.engine().settleBy({});
        (void)at.rotate();
        KW_OK(at.set("fresh", "1")); // takes up the new data key
        const auto put = before.items().together(
            [&] { return before.put(Kind::Setting, "late", protection::StoredSetting{.name = "late", .value = "1"}); });
        KW_REFUSED(put, Code::Conflict);
        const auto read = before.all<protection::StoredSetting>(Kind::Setting); // also what is under the new one
        KW_OK(read);
        QCOMPARE(read->size(), std::size_t(2));
        KW_OK(at.set("late", "1")); // done anew, it goes under the new one
        (void)at.due();
        QCOMPARE(keysOf(at).size(), std::size_t(1));
        QCOMPARE(settings(at), std::size_t(3));
    }

    void itIsCancelledAndResumed()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        at.bind();
        fill(at, 150);
        converse(at, 900);
        at.desk.engine().settleBy({});
        (void)at.rotate();
        engine::DueWork out;
        at.bots.runDue(out, [](const engine::Progress &progress) { return progress.step.empty(); });
        QCOMPARE(keysToEmpty(at.facet()).size(), std::size_t(1));
        QVERIFY(awaitsReencryption(at.botNow()));
        JobId stopped;
        const auto then = at.desk.estate();
        for (const auto &[id, job] : then->jobs())
            if (workOf<ReencryptionWork>(*job) && job->state == JobState::Cancelled) stopped = id;
        KW_OK(at.bots.resume(stopped, test::owner, {}));
        QVERIFY(!awaitsReencryption(at.botNow()));
        QCOMPARE(settings(at), std::size_t(150));
    }

    void BOT_11_itKeepsToItsPace()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        at.bind();
        fill(at, 200);
        KW_OK(at.desk.run(command::SetBotPace{at.bot, 20'000})); // about 20 KB are to be done
        const auto begun = std::chrono::steady_clock::now();
        (void)at.rotate();
        QVERIFY(std::chrono::steady_clock::now() - begun > std::chrono::milliseconds(500));
        QVERIFY(!awaitsReencryption(at.botNow()));
    }

    void BOT_13_revokingAdvisesTurningItOffFirstAsOnePlan()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        at.bind();
        fill(at, 2);
        const RevokeGoal goal{.key = at.key, .version = {}, .principal = at.application()};
        for (int i = 0; i < 10; ++i) {
            const auto plan = planRevoke(*at.desk.estate(), goal, m_clock.now(), test::id<RecordId>());
            if (i == 0) {
                QVERIFY(std::holds_alternative<command::SetServiceManaged>(*plan.steps.front().action));
                QVERIFY(std::holds_alternative<command::RemoveAccessPolicy>(*plan.steps.back().action));
            }
            const auto *next = plan.next();
            if (!next) break;
            KW_OK(at.desk.run(*next->action, next->overrides));
        }
        QVERIFY(!at.botNow().binding);
        QCOMPARE(settings(at), std::size_t(2)); // it keeps working
        QVERIFY(!at.desk.estate()->vault(at.vault)->policies.contains(at.application()));
    }

    void BOT_13_theOtherOrderCutsTheBotOffAndGoingBackIsRefused()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        at.bind();
        fill(at, 2);
        KW_OK(at.desk.run(command::RemoveAccessPolicy{at.vault, at.application()}, true));
        KW_REFUSED(at.desk.run(command::SetServiceManaged{at.bot}), Code::BotDataUnreachable);
        QVERIFY(at.botNow().binding);
    }

    void aCompromisedKeyIsDeletedOnceNothingNeedsIt()
    {
        test::BotDesk at(m_folders.fresh(), m_clock);
        at.bind();
        fill(at, 2);
        const CompromiseGoal goal{.key = at.key};
        for (int i = 0; i < 20; ++i) {
            const auto plan = planCompromise(*at.desk.estate(), goal, m_clock.now(), test::id<RecordId>());
            const auto *next = plan.next();
            if (!next) {
                QVERIFY(!plan.blocked());
                break;
            }
            KW_OK(at.desk.run(*next->action, next->overrides));
        }
        QVERIFY(at.desk.estate()->key(at.key)->deleted);
        QCOMPARE(settings(at), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestBotKeys)
#include "tst_bot_keys.moc"
