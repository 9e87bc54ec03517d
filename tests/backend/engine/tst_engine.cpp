// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/engine/job_lock.h"

#include <atomic>
#include <thread>

using namespace keyward;
using namespace keyward::estate;

class TestEngine : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    std::filesystem::path fresh() { return m_folders.fresh(); }

private Q_SLOTS:
    void whatWasDoneIsThereAfterReopening()
    {
        const auto folder = fresh();
        test::Desk::Bound bound;
        Bytes spki;
        {
            test::Desk desk(folder, m_clock);
            bound = desk.bound();
            must_(desk.run(desk.rotation(bound.key)));
            spki = desk.estate()->key(bound.key)->latest().spki;
        }
        test::Desk desk(folder, m_clock);
        const auto *key = desk.estate()->key(bound.key);
        QCOMPARE(key->versions.size(), std::size_t(2));
        QCOMPARE(key->latest().spki, spki);
        QVERIFY(!key->latest().pending);
        QVERIFY(desk.estate()->resource(bound.resource)->binding);
        QVERIFY(desk.estate()->dependantsOf(bound.key).size() == 1);
        QVERIFY(desk.keys().wrap(desk.request(bound), WrapAlgorithm::RsaOaep256, test::secret("dek")));
    }

    // Mend 21
    void noSecretIsWrittenOverAnother()
    {
        test::Desk desk(fresh(), m_clock);
        const auto bound = desk.bound();
        const auto wrapped =
            test::must(desk.keys().wrap(desk.request(bound), WrapAlgorithm::RsaOaep256, test::secret("dek")));
        const auto held = desk.estate()->key(bound.key)->latest().material;
        const auto name = test::must(KeyName::from("other"));
        KW_REFUSED(
            desk.run(command::CreateKey{test::id<KeyId>(), bound.vault, name, {}, {test::id<VersionId>(), held}}),
            Code::IdTaken);
        KW_REFUSED(desk.run(command::CreateKey{
                       test::id<KeyId>(), bound.vault, name, {}, {test::id<VersionId>(), recordOf(bound.resource)}}),
                   Code::IdTaken);
        std::vector<engine::MaterialWrite> secrets;
        secrets.push_back({held, test::secret("another secret")});
        KW_REFUSED(desk.engine().execute(
                       {command::ImportKey{
                           test::id<KeyId>(), bound.vault, name, {}, {test::id<VersionId>(), held}, {1}, "PEM"}},
                       test::owner, std::move(secrets)),
                   Code::IdTaken);
        KW_OK(desk.keys().unwrap(desk.request(bound), WrapAlgorithm::RsaOaep256, wrapped));
        QVERIFY(!desk.estate()->keyNamed(bound.vault, "other"));
    }

    void VLT_11_everyManagementCallIsLoggedAllowedOrNot()
    {
        test::Desk desk(fresh(), m_clock);
        const auto vault = desk.vault("kv1");
        KW_REFUSED(desk.run(command::UpdateVault{vault, {}, false, {}, {}, {}}), Code::PurgeProtectionPermanent);
        const auto log = test::must(desk.engine().newest(2, 0));
        QCOMPARE(log[1].operation, std::string("vault.create"));
        QVERIFY(log[1].result == engine::AuditEntry::Result::Success);
        QCOMPARE(log[0].operation, std::string("vault.update"));
        QVERIFY(log[0].result == engine::AuditEntry::Result::Denied);
        QCOMPARE(log[0].subject, std::string("kv1"));
        QCOMPARE(log[0].principal, std::string("owner"));
        QCOMPARE(log[0].address, std::string("local"));
        QCOMPARE(log[0].time, m_clock.now());
        QVERIFY(log[0].reason.find("cannot be turned off") != std::string::npos);
        QVERIFY(!log[0].correlation.isNull() && log[0].correlation != log[1].correlation);
    }

    void CON_7_aRewriteByAKeyHolderIsFoundBackToTheLastCheckpoint()
    {
        test::Desk desk(fresh(), m_clock);
        desk.vault("kv1");
        const auto left = desk.engine().checkpoint(); // as a report carries it away
        desk.vault("kv2");
        KW_OK(desk.engine().verifyAgainst(left));
        auto forged = left;
        forged.hash[0] ^= 1; // the log of that time was another one
        KW_REFUSED(desk.engine().verifyAgainst(forged), Code::AuditTampered);
        forged = left;
        forged.sequence += 1000;
        KW_REFUSED(desk.engine().verifyAgainst(forged), Code::AuditTampered);
    }

    void writersOfSeveralProcessesLoseNothing()
    {
        const auto folder = fresh();
        {
            test::Desk make(folder, m_clock);
        }
        std::vector<std::unique_ptr<test::Desk>> desks;
        for (int i = 0; i < 3; ++i) desks.push_back(std::make_unique<test::Desk>(folder, m_clock));
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < desks.size(); ++i)
                threads.emplace_back([&, i] {
                    for (int n = 0; n < 15; ++n) desks[i]->vault("kv-" + std::to_string(i) + "-" + std::to_string(n));
                });
        }
        KW_OK(desks[0]->engine().refresh());
        QCOMPARE(desks[0]->estate()->vaults().size(), std::size_t(45));
        KW_OK(desks[0]->store().verifyRecords());
        KW_OK(desks[0]->engine().verify());
        QCOMPARE(desks[0]->engine().checkpoint().sequence, std::uint64_t(46)); // one for the making of the estate
    }

    void aLostRaceForANameIsARefusal()
    {
        const auto folder = fresh();
        test::Desk first(folder, m_clock);
        test::Desk second(folder, m_clock);
        const auto vault = first.vault("kv1");
        const auto place = first.estate()->vault(vault)->place;
        KW_REFUSED(second.run(command::CreateVault{
                       test::id<VaultId>(), test::must(VaultName::from("kv1")), place, {}, {}, false, 90}),
                   Code::AlreadyExists);
    }

    void timeNeverRunsBackwards()
    {
        test::Desk desk(fresh(), m_clock);
        desk.vault("kv1");
        const auto before = desk.engine().now();
        m_clock.advance(-Millis(Days(3)));
        // on from there
        QVERIFY(desk.engine().now() >= before && desk.engine().now() - before < std::chrono::minutes(1));
        desk.vault("kv2");
        QVERIFY(test::must(desk.engine().newest(1, 0))[0].time >= before);
        m_clock.advance(Days(3));
    }

    void whatDestroysWaitsForATrustworthyClock()
    {
        test::Desk desk(fresh(), m_clock);
        const auto vault = desk.vault("kv1", true);
        const auto key = desk.key(vault, "k");
        KW_OK(desk.run(command::DeleteKey{key}));
        m_clock.setSynchronised(false);
        m_clock.advance(Days(400)); // somebody set the clock ahead to get rid of purge protection
        KW_REFUSED(desk.run(command::PurgeKey{key}), Code::ClockUntrusted);
        QCOMPARE(desk.engine().runDue().refused.size(), std::size_t(1)); // nor does it happen by itself
        QVERIFY(desk.estate()->key(key));
        desk.vault("harmless"); // commits at the doubtful time; the doubt must stay
        QVERIFY(desk.estate()->settings().clockDoubt);
        KW_REFUSED(desk.run(command::PurgeKey{key}), Code::ClockUntrusted);
        KW_OK(desk.engine().acceptClock(test::owner));
        QVERIFY(!desk.estate()->settings().clockDoubt);
        KW_OK(desk.run(command::PurgeKey{key}));
        m_clock.setSynchronised(true);
        m_clock.advance(-Millis(Days(400)));
    }

    void aSynchronisedClockNeedsNobodysWord()
    {
        test::Desk desk(fresh(), m_clock);
        const auto key = desk.key(desk.vault("kv1", true), "k");
        KW_OK(desk.run(command::DeleteKey{key}));
        m_clock.advance(Days(91));
        QVERIFY(desk.engine().runDue().refused.empty());
        QVERIFY(!desk.estate()->key(key));
        m_clock.advance(-Millis(Days(91)));
    }

    void acceptingAlsoGivesUpATimeAheadOfTheClock()
    {
        test::Desk desk(fresh(), m_clock);
        m_clock.advance(Days(3650));
        desk.vault("kv1");
        m_clock.advance(-Millis(Days(3650)));
        QVERIFY(desk.engine().now() > m_clock.now());
        KW_OK(desk.engine().acceptClock(test::owner));
        QCOMPARE(desk.engine().now(), m_clock.now());
        QCOMPARE(test::must(desk.engine().newest(1, 0))[0].operation, std::string("clock.accept"));
    }

    void VLT_6_purgeDestroysTheMaterial()
    {
        test::Desk desk(fresh(), m_clock);
        const auto key = desk.key(desk.vault("kv1", false), "k");
        const auto material = desk.estate()->key(key)->latest().material;
        QVERIFY(desk.store().readSecret(material));
        KW_OK(desk.run(command::DeleteKey{key}));
        QVERIFY(desk.store().readSecret(material)); // could be recovered
        KW_OK(desk.run(command::PurgeKey{key}));
        QVERIFY(!desk.store().readSecret(material));
        KW_OK(desk.store().verifyRecords());
    }

    // VLT-12
    void VLT_7_backupBlobsAreSealedAndRestoreWithinTheirBounds()
    {
        const auto folder = fresh();
        test::Desk desk(folder, m_clock);
        const auto bound = desk.bound();
        must_(desk.run(desk.rotation(bound.key)));
        engine::StoreKeyBackup backup(desk.engine());
        const auto wrapped =
            test::must(desk.keys().wrap(desk.request(bound), WrapAlgorithm::RsaOaep256, test::secret("dek")));
        const auto blob = test::must(backup.backUp(bound.key, test::owner));
        QVERIFY(desk.estate()->key(bound.key)->backupIsCurrent());
        const auto estate = desk.estate();
        for (const auto &version : estate->key(bound.key)->versions) { // nothing of the key stands in the clear
            const auto material = test::must(desk.store().readSecret(version.material));
            const auto needle = material.exposed().subspan(40, 64);
            QVERIFY(std::ranges::search(blob, needle).empty());
            QVERIFY(std::ranges::search(blob, ByteView(version.spki).last(64)).empty());
        }
        KW_REFUSED(backup.restore(bound.vault, blob, test::owner), Code::AlreadyExists);
        KW_REFUSED(backup.restore(desk.vault("far", true, "eastus"), blob, test::owner), Code::BackupForeign);
        const auto near = desk.vault("near", true, "northeurope"); // same geography
        const auto copy = test::must(backup.restore(near, blob, test::owner));
        QCOMPARE(desk.estate()->key(copy)->versions.size(), std::size_t(2));
        desk.grant(near, bound.principal);
        auto request = desk.request(bound);
        request.vault = near;
        request.key = copy;
        QVERIFY(
            test::must(desk.keys().unwrap(request, WrapAlgorithm::RsaOaep256, wrapped)).sameAs(test::secret("dek")));
        auto broken = blob;
        for (const std::size_t at : {std::size_t(3), std::size_t(20), blob.size() / 2, blob.size() - 1}) {
            broken = blob;
            broken[at] ^= 1;
            KW_REFUSED(backup.restore(near, broken, test::owner), Code::BackupMalformed);
        }
        KW_REFUSED(backup.restore(near, {}, test::owner), Code::BackupMalformed);
        test::Desk other(fresh(), m_clock); // another keystore cannot open it
        engine::StoreKeyBackup otherBackup(other.engine());
        KW_REFUSED(otherBackup.restore(other.vault("kv1"), blob, test::owner), Code::BackupMalformed);
    }

    void jobsOfDeadProcessesAreInterruptedOthersAreLeftAlone()
    {
        const auto folder = fresh();
        const auto dead = test::id<JobId>();
        const auto living = test::id<JobId>();
        ResourceId resource;
        test::Desk keeper(folder, m_clock);
        resource = keeper.resource("rsv1");
        const auto lock = test::must(engine::JobLock::acquire(keeper.store().folder(), living));
        {
            const auto lost = test::must(engine::JobLock::acquire(keeper.store().folder(), dead));
            KW_OK(keeper.run(
                command::StartBackup{resource, dead, test::id<PointId>(), "deadfolder", "/a", false, false, {}}));
            KW_OK(keeper.run(
                command::StartBackup{resource, living, test::id<PointId>(), "livingfolder", "/b", false, false, {}}));
        }
        for (const auto *name : {"deadfolder", "livingfolder"})
            std::filesystem::create_directory(keeper.store().folder() / name);
        test::Desk next(folder, m_clock);
        QCOMPARE(next.estate()->job(dead)->state, JobState::Interrupted);
        QCOMPARE(next.estate()->job(living)->state, JobState::Running);
        QVERIFY(!std::filesystem::exists(next.store().folder() / "deadfolder")); // half done work is gone
        QVERIFY(std::filesystem::exists(next.store().folder() / "livingfolder"));
    }

    void subscribersHearOfChangesUntilTheyGo()
    {
        test::Desk desk(fresh(), m_clock);
        int heard = 0;
        {
            const auto subscription = desk.engine().listen(
                [&](const engine::EstatePtr &estate) { heard += estate->vaultNamed("kv1") != nullptr; });
            desk.vault("kv1");
            QCOMPARE(heard, 1);
        }
        desk.vault("kv2");
        QCOMPARE(heard, 1);
    }

    void subscribersHearOfOtherProcessesAndOfTime()
    {
        const auto folder = fresh();
        test::Desk desk(folder, m_clock);
        const auto bound = desk.bound();
        KW_OK(desk.run(estate::command::UpdateKeyVersion{bound.key,
                                                         desk.estate()->key(bound.key)->latest().id,
                                                         {},
                                                         {},
                                                         std::optional(m_clock.now() + Days(40)),
                                                         {},
                                                         {}}));
        test::Desk other(folder, m_clock);
        int heard = 0;
        const auto subscription = desk.engine().listen([&](const engine::EstatePtr &) { ++heard; });
        other.vault("kv-other");
        QCOMPARE(heard, 0);
        KW_OK(desk.engine().refresh());
        QCOMPARE(heard, 1);
        QVERIFY(desk.engine().published().estate->vaultNamed("kv-other"));
        KW_OK(desk.engine().refresh());
        QCOMPARE(heard, 1);        // nothing new
        m_clock.advance(Days(20)); // 20 days before the expiry the verdict is another
        KW_OK(desk.engine().refresh());
        QCOMPARE(heard, 2);
        QCOMPARE(desk.engine().published().assessment.bindings.find(bound.resource)->health, estate::Health::AtRisk);
    }

    void readersNeverWaitForAWriter()
    {
        test::Desk desk(fresh(), m_clock);
        std::atomic<bool> stop{false};
        std::atomic<std::uint64_t> reads{0};
        std::jthread reader([&] {
            while (!stop) {
                const auto estate = desk.estate();
                reads += estate->vaults().size() < 100'000 ? 1 : 0;
            }
        });
        // As long as it takes: a reader that waited for writers would see none of its reads between them.
        int written = 0;
        while (reads < 1000 && written < 2000) desk.vault("kv-" + std::to_string(written++));
        stop = true;
        reader.join();
        QVERIFY2(reads >= 1000, std::to_string(written).c_str());
    }

private:
    static void must_(const Result<engine::EstatePtr> &result)
    {
        if (!result) test::giveUp(result.error());
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
