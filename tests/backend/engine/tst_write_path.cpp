// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What takes long is done beside the writer's lock, and what others wrote is taken over in proportion to it.

#include "tests/support/fixture.h"

#include "backend/engine/scheduler.h"
#include "backend/estate/describe.h"
#include "backend/protection/recovery_services_vault/backup_service.h"

#include <condition_variable>
#include <thread>

using namespace keyward;
using namespace keyward::estate;

namespace {

/// Makes a key only after it was told to, as a token does that waits for a finger; all else at once.
class SlowCustody final : public custody::Custody
{
public:
    explicit SlowCustody(custody::Custody &inner) : m_inner(inner) {}

    Result<custody::NewKey> generate(const KeySpec &spec) override
    {
        std::unique_lock lock(m_mutex);
        m_asked = true;
        m_changed.notify_all();
        const bool told = m_changed.wait_for(lock, std::chrono::seconds(60), [&] { return m_told; });
        return told ? m_inner.generate(spec) : fail(Code::CryptoFailed);
    }
    Result<crypto::SecretBytes> unwrap(const custody::KeyHandle &key, WrapAlgorithm algorithm,
                                       ByteView wrapped) override
    {
        return m_inner.unwrap(key, algorithm, wrapped);
    }
    Result<Bytes> wrap(const custody::KeyHandle &key, ByteView spki, WrapAlgorithm algorithm,
                       const crypto::SecretBytes &secret) override
    {
        return m_inner.wrap(key, spki, algorithm, secret);
    }
    Result<crypto::SecretBytes> openTransfer(const custody::KeyHandle &key, ByteView ciphertext) override
    {
        return m_inner.openTransfer(key, ciphertext);
    }
    Result<Bytes> sign(const custody::KeyHandle &key, SignAlgorithm algorithm, ByteView message) override
    {
        return m_inner.sign(key, algorithm, message);
    }
    void forget(const RecordId &material) override { m_inner.forget(material); }
    void forgetAll() override { m_inner.forgetAll(); }

    void waitUntilAsked()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_asked; });
    }
    void go()
    {
        const std::lock_guard lock(m_mutex);
        m_told = true;
        m_changed.notify_all();
    }

private:
    custody::Custody &m_inner;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_asked = false, m_told = false;
};

/// A store whose disk fails at the last step of a commit, on demand.
class DoubtfulStore final : public keystore::Store
{
public:
    explicit DoubtfulStore(keystore::Store &inner) : m_inner(inner) {}
    std::optional<Code> failure;

    const keystore::StoreId &id() const override { return m_inner.id(); }
    keystore::Head head() const override { return m_inner.head(); }
    Status load(const keystore::RecordVisitor &visit) override { return m_inner.load(visit); }
    Result<crypto::SecretBytes> readSecret(const RecordId &record) override { return m_inner.readSecret(record); }
    Status commit(const keystore::WriteBatch &batch) override
    {
        return failure ? fail(*failure, "s.keyward", {"", ""}) : m_inner.commit(batch);
    }
    Result<std::vector<keystore::RecordChange>> refresh() override { return m_inner.refresh(); }
    Result<std::vector<keystore::AuditRow>> auditFrom(std::uint64_t first, std::size_t limit) override
    {
        return m_inner.auditFrom(first, limit);
    }
    Result<std::vector<keystore::AuditRow>> auditBefore(std::uint64_t last, std::size_t limit) override
    {
        return m_inner.auditBefore(last, limit);
    }
    Result<crypto::Digest> auditHashAt(std::uint64_t sequence) override { return m_inner.auditHashAt(sequence); }
    Status verifyAudit() override { return m_inner.verifyAudit(); }
    Status verifyRecords() override { return m_inner.verifyRecords(); }

private:
    keystore::Store &m_inner;
};

} // namespace

class TestWritePath : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    std::filesystem::path fresh() { return m_folders.fresh(); }

    /// A keystore whose keys are made slowly, with one there already.
    struct Slow {
        Slow(const std::filesystem::path &folder, const Clock &clock)
        {
            {
                test::Desk desk(folder, clock);
                bound = desk.bound();
                request = desk.request(bound);
                wrapped = test::must(desk.keys().wrap(request, WrapAlgorithm::RsaOaep256, test::secret("a data key")));
            }
            const keystore::StoreEnvironment environment{test::context(), folder / "state"};
            store = test::must(
                keystore::SqliteStore::open(environment, folder / "s.keyward", test::typed(test::Desk::passphrase)));
            fast = std::make_unique<custody::SoftwareCustody>(
                test::context(), [this](const RecordId &material) { return store->readSecret(material); });
            custody = std::make_unique<SlowCustody>(*fast);
            engine = test::must(engine::Engine::open({*store, *custody, clock, *test::context(), test::context(),
                                                      test::catalogue(), store->folder(), false}));
            commit = std::make_unique<engine::GroupCommit>(*engine);
            keys = std::make_unique<engine::AuditedKeyOperations>(*engine, *commit, 2);
        }
        Result<engine::EstatePtr> rotate(const RecordId &material = test::id<RecordId>())
        {
            return engine->execute({command::RotateKey{bound.key, {test::id<VersionId>(), material}}}, test::owner);
        }
        std::size_t versions() const { return engine->snapshot()->key(bound.key)->versions.size(); }

        test::Desk::Bound bound;
        engine::KeyRequest request;
        Bytes wrapped;
        std::unique_ptr<keystore::SqliteStore> store;
        std::unique_ptr<custody::SoftwareCustody> fast;
        std::unique_ptr<SlowCustody> custody;
        std::unique_ptr<engine::Engine> engine;
        std::unique_ptr<engine::GroupCommit> commit;
        std::unique_ptr<engine::AuditedKeyOperations> keys;
    };

private Q_SLOTS:
    void aSlowKeyMakerHoldsUpNobody()
    {
        Slow slow(fresh(), m_clock);
        Result<engine::EstatePtr> rotated = fail(Code::Internal);
        std::jthread maker([&] { rotated = slow.rotate(); });
        slow.custody->waitUntilAsked();
        // Logged, so it takes the writer's lock; and so does a change of something else.
        KW_OK(slow.keys->unwrap(slow.request, WrapAlgorithm::RsaOaep256, slow.wrapped));
        const auto application = test::id<PrincipalId>();
        KW_OK(slow.engine->execute({command::CreateApplication{application, test::must(DisplayName::from("orders")),
                                                               slow.engine->snapshot()->settings().tenant, "orders"}},
                                   test::owner));
        QCOMPARE(slow.versions(), std::size_t(1));
        slow.custody->go();
        maker.join();
        KW_OK(rotated);
        QCOMPARE(slow.versions(), std::size_t(2));
        QVERIFY(slow.engine->snapshot()->principal(application)); // and neither undid the other
        KW_OK(slow.engine->verify());
    }

    /// The rules are asked again with the key at hand: what became forbidden meanwhile does not happen.
    void whatIsForbiddenMeanwhileDoesNotHappen()
    {
        Slow slow(fresh(), m_clock);
        const auto material = test::id<RecordId>();
        Result<engine::EstatePtr> rotated = fail(Code::Internal);
        std::jthread maker([&] { rotated = slow.rotate(material); });
        slow.custody->waitUntilAsked();
        KW_OK(slow.engine->execute({command::DeleteKey{slow.bound.key}, true}, test::owner));
        slow.custody->go();
        maker.join();
        KW_REFUSED(rotated, Code::KeyDeleted);
        QCOMPARE(slow.versions(), std::size_t(1));
        QVERIFY(!slow.store->readSecret(material)); // nothing of the key that was made for it stays
    }

    /// Where it cannot be told whether a backup counts, its file stays; where it surely does not, it goes.
    void Mend_1_aBackupInDoubtKeepsItsFile_data()
    {
        QTest::addColumn<Code>("code");
        QTest::addColumn<bool>("stays");
        QTest::newRow("in doubt") << Code::CommitInDoubt << true;
        QTest::newRow("no room") << Code::NoSpace << false;
    }
    void Mend_1_aBackupInDoubtKeepsItsFile()
    {
        QFETCH(Code, code);
        QFETCH(bool, stays);
        const auto folder = fresh();
        test::Desk desk(folder, m_clock);
        const auto key = desk.key(desk.vault("kv1"), "k");
        std::filesystem::create_directory(folder / "copies");
        KW_OK(desk.run(command::SetStoreBackup{StoreBackupSchedule{(folder / "copies").string(), Days(1), 7, {}}}));
        DoubtfulStore store(desk.store());
        const auto engine =
            test::must(engine::Engine::open({store, desk.custody(), m_clock, *test::context(), test::context(),
                                             test::catalogue(), desk.store().folder(), false}));
        store.failure = code;
        KW_REFUSED(engine::StoreKeyBackup(*engine).backUpTo(key, folder / "k.backup", test::owner), code);
        QCOMPARE(std::filesystem::exists(folder / "k.backup"), stays);
        protection::BackupService backups({*engine, desk.keys(), test::context(), desk.store().folder()});
        engine::Services services;
        services.add(backups);
        (void)engine::Scheduler({*engine, services, desk.store()}).run([](const auto &) { return true; });
        QCOMPARE(std::filesystem::is_empty(folder / "copies"), !stays);
    }

    void aListenerMaySubscribeAnotherAndEndItself()
    {
        test::Desk desk(fresh(), m_clock);
        int first = 0, second = 0;
        std::optional<engine::Listening> one, other;
        one.emplace(desk.engine().listen([&](const engine::EstatePtr &) {
            ++first;
            other.emplace(desk.engine().listen([&](const engine::EstatePtr &) { ++second; }));
            one.reset();
        }));
        desk.vault("kv1");
        QCOMPARE(first, 1);
        QCOMPARE(second, 0);
        desk.vault("kv2");
        QCOMPARE(first, 1);
        QCOMPARE(second, 1);
    }

    void whoseSubscriptionEndsWhileOthersAreToldIsNotTold()
    {
        test::Desk desk(fresh(), m_clock);
        int told = 0;
        std::optional<engine::Listening> later;
        const auto first = desk.engine().listen([&](const engine::EstatePtr &) { later.reset(); });
        later.emplace(desk.engine().listen([&](const engine::EstatePtr &) { ++told; }));
        desk.vault("kv1");
        QCOMPARE(told, 0);
    }

    /// Whatever another process does, what is taken over of it comes to the same as everything assessed anew.
    void verdictsOnForeignChangesEqualThoseOnEverything()
    {
        const auto folder = fresh();
        test::Desk here(folder, m_clock);
        const auto bound = here.bound();
        const auto more = here.bound("rsv2");
        test::Desk there(folder, m_clock);
        const auto version = here.estate()->key(bound.key)->latest().id;
        const auto application = test::id<PrincipalId>();
        const std::vector<Action> foreign{
            command::UpdateKeyVersion{bound.key, version, false, {}, {}, {}, {}},
            command::RemoveAccessPolicy{more.vault, more.principal},
            command::UpdateKeyVersion{bound.key, version, true, {}, {}, {}, {}},
            there.rotation(more.key),
            command::CreateApplication{application, test::must(DisplayName::from("orders")),
                                       here.estate()->settings().tenant, "orders"},
            command::DeletePrincipal{application},
            command::DeleteKey{bound.key},
            command::RecoverKey{bound.key},
            command::DeleteVault{more.vault},
            command::DeleteResource{more.resource},
        };
        for (const auto &action : foreign) {
            KW_OK(there.run(action, true));
            KW_OK(here.engine().refresh());
            const auto taken = here.engine().published();
            const auto whole = assess(*taken.estate, here.engine().now());
            QVERIFY2(taken.assessment.bindings == whole.bindings, std::string(operationName(action)).c_str());
            QVERIFY(taken.assessment.due == whole.due);
        }
        QVERIFY(!here.estate()->resource(more.resource));
        QVERIFY(!here.estate()->principal(application));
    }

    /// A key that another process disabled is not used from memory.
    void VLT_4_aForeignDisableDropsTheParsedKey()
    {
        const auto folder = fresh();
        test::Desk here(folder, m_clock);
        const auto bound = here.bound();
        const auto other = here.bound("rsv2");
        for (const auto &one : {bound, other}) {
            const auto wrapped =
                test::must(here.keys().wrap(here.request(one), WrapAlgorithm::RsaOaep256, test::secret("a data key")));
            KW_OK(here.keys().unwrap(here.request(one), WrapAlgorithm::RsaOaep256, wrapped));
        }
        QCOMPARE(here.custody().cached(), std::size_t(2));
        test::Desk there(folder, m_clock);
        KW_OK(there.run(
            command::UpdateKeyVersion{bound.key, here.estate()->key(bound.key)->latest().id, false, {}, {}, {}, {}},
            true));
        KW_OK(here.engine().refresh());
        QCOMPARE(here.custody().cached(), std::size_t(1)); // that one, and no other
        KW_OK(there.run(command::DeleteKey{other.key}, true));
        KW_OK(here.engine().refresh());
        QCOMPARE(here.custody().cached(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestWritePath)
#include "tst_write_path.moc"
