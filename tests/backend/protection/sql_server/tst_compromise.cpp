// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-8: the guided way out of a compromised key, walked on real databases.

#include "backend/estate/plans/guides.h"
#include "tests/support/sql_desk.h"

#include <algorithm>

using namespace keyward;
using namespace keyward::estate;

class TestCompromise : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    Plan planned(const test::SqlDesk &at, const CompromiseGoal &goal) const
    {
        auto plan = planFor(*at.desk.estate(), goal, m_clock.now(), test::id<RecordId>());
        std::set<std::string> ids; // by which a wizard knows what was agreed to
        for (const auto &step : plan.steps)
            if (!ids.insert(step.id).second) qFatal("two steps are called %s", step.id.c_str());
        return plan;
    }
    /// Carried out as the command line does: made anew after each step. The ids of the steps, in order.
    std::vector<std::string> walked(test::SqlDesk &at, const CompromiseGoal &goal) const
    {
        std::vector<std::string> out;
        for (;;) {
            const auto plan = planned(at, goal);
            const auto *step = plan.next();
            if (!step) {
                if (!plan.done()) out.emplace_back("blocked");
                return out;
            }
            const auto done = at.desk.run(*step->action, step->overrides);
            if (!done) {
                out.push_back(step->id + ": " + message(done.error()));
                return out;
            }
            out.push_back(step->id);
        }
    }
    static bool deleted(const test::SqlDesk &at, const KeyId &key)
    {
        return at.desk.estate()->key(key)->deleted.has_value();
    }
    static const Step *blockedStep(const Plan &plan)
    {
        const auto found = std::ranges::find(plan.steps, Step::State::Blocked, &Step::state);
        return found == plan.steps.end() ? nullptr : &*found;
    }

private Q_SLOTS:
    void TDE_8_theDatabasesGoUnderAnotherKeyBeforeTheKeyIsDeleted()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = at.database("orders");
        const auto other = at.desk.key(at.vault, "tde-2");
        const CompromiseGoal goal{.key = at.key, .instead = other};
        const auto plan = planned(at, goal);
        QVERIFY(!plan.blocked());
        QVERIFY(plan.steps.back().id == "delete");
        // Deleting it is the last of what is done, and takes nothing from anybody by then.
        QVERIFY(!plan.steps.back().overrides);
        QVERIFY(plan.steps.back().loses.empty());
        const auto steps = walked(at, goal);
        QVERIFY2(!steps.empty() && steps.back() == "delete", steps.empty() ? "" : steps.back().c_str());
        QVERIFY(deleted(at, at.key));
        QVERIFY(at.databaseNow(database).wrappedBy->key == other);
        QCOMPARE(*at.count(database), 3);
        QVERIFY(!facetOf<SqlServer>(at.serverNow())->has(at.key, at.version()));
        QVERIFY(planned(at, goal).done());
    }

    void TDE_8_withoutAnotherKeyThePlatformsTakesThem()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = at.database("orders");
        const auto steps = walked(at, {.key = at.key});
        QVERIFY2(steps.back() == "delete", steps.back().c_str());
        QVERIFY(deleted(at, at.key));
        QVERIFY(!at.serverNow().binding);
        QCOMPARE(*at.count(database), 3);
    }

    void TDE_8_whereThereIsNoTimeTheDatabasesAreDroppedFirst()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        test::must(at.desk.run(command::SetDropRule{at.server, Days(7)}));
        at.database("orders");
        const auto gone = at.database("gone");
        test::must(at.desk.run(command::DropDatabase{.database = gone})); // it could be recovered, and needs the key
        const auto plain = at.database("plain", false);
        const CompromiseGoal goal{.key = at.key, .instead = {}, .giveUp = true};
        const auto plan = planned(at, goal);
        QVERIFY(plan.needsAcknowledgement());
        const auto steps = walked(at, goal);
        QVERIFY2(steps.back() == "delete", steps.back().c_str());
        QVERIFY(std::ranges::count_if(steps,
                                      [](const auto &one) { return one.starts_with("part:Destroy database"); }) >= 2);
        QVERIFY(deleted(at, at.key));
        const auto left = at.desk.estate()->databasesOf(at.server);
        QCOMPARE(left.size(), std::size_t(1));
        QCOMPARE(*at.count(plain), 3); // untouched
    }

    void TDE_8_backupsUnderTheKeyHoldItUntilTheyAreDeleted()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = at.database("orders");
        test::must(at.servers.backUp(database, test::owner, {}));
        const auto other = at.desk.key(at.vault, "tde-2");
        CompromiseGoal goal{.key = at.key, .instead = other};
        auto steps = walked(at, goal);
        QVERIFY2(steps.back() == "blocked", steps.back().c_str());
        QVERIFY(!deleted(at, at.key));
        QVERIFY(at.databaseNow(database).wrappedBy->key == other); // what could be done was
        const auto plan = planned(at, goal);
        const auto *blocked = blockedStep(plan);
        QVERIFY(blocked && blocked->reason->code == Code::LiveClaims);
        QVERIFY(message(*blocked->reason).find("1 backup") != std::string::npos);
        goal.deleteStored = true;
        steps = walked(at, goal);
        QVERIFY2(steps.back() == "delete", steps.back().c_str());
        QVERIFY(deleted(at, at.key));
        QCOMPARE(at.desk.estate()->databaseBackupsOf(at.server).size(), std::size_t(0));
        QCOMPARE(*at.count(database), 3);
    }

    /// The guide that gives a key up in favour of another, too: a server takes keys by their version alone (TDE-16).
    void aRevokedKeyIsSucceededOnAServerAsWell()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto database = at.database("orders");
        const auto other = at.desk.key(at.vault, "tde-2");
        const RevokeGoal goal{.key = at.key, .version = {}, .principal = {}, .instead = other};
        const auto plan = planFor(*at.desk.estate(), goal, m_clock.now(), test::id<RecordId>());
        QVERIFY(!plan.blocked());
        for (;;) {
            const auto next = planFor(*at.desk.estate(), goal, m_clock.now(), test::id<RecordId>());
            if (!next.next()) break;
            test::must(at.desk.run(*next.next()->action, next.next()->overrides));
        }
        QVERIFY(at.databaseNow(database).wrappedBy->key == other);
        QCOMPARE(*at.count(database), 3);
    }

    void theKeyCannotBeItsOwnSuccessor()
    {
        test::SqlDesk at(m_folders.fresh(), m_clock);
        at.protect();
        const auto plan = planned(at, {.key = at.key, .instead = at.key});
        QVERIFY(plan.blocked());
        QCOMPARE(plan.steps.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestCompromise)
#include "tst_compromise.moc"
