// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/crypto/asymmetric.h"

#include <thread>

using namespace keyward;
using namespace keyward::estate;

namespace {

/// A store whose commits fail on demand, as a full disk or a lost mount makes them.
class FailingSink final : public engine::AuditSink
{
public:
    Status append(engine::Engine::Pending &) override { return fail(Code::AuditUnwritable, {}, {"no room"}); }
};

/// Does something between an operation and its commit, as another process could.
class InterveningSink final : public engine::AuditSink
{
public:
    InterveningSink(engine::AuditSink &next, std::function<void()> act) : m_next(next), m_act(std::move(act)) {}
    Status append(engine::Engine::Pending &pending) override
    {
        if (auto act = std::exchange(m_act, nullptr)) act();
        return m_next.append(pending);
    }

private:
    engine::AuditSink &m_next;
    std::function<void()> m_act;
};

} // namespace

class TestKeyOperations : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    std::filesystem::path fresh() { return m_folders.fresh(); }

private Q_SLOTS:
    void MOD_3_theVaultOnlyWrapsAndUnwraps()
    {
        test::Desk desk(fresh(), m_clock);
        const auto bound = desk.bound();
        const auto dek = test::secret(std::string(32, 'd'));
        const auto wrapped = test::must(desk.keys().wrap(desk.request(bound), WrapAlgorithm::RsaOaep256, dek));
        QCOMPARE(wrapped.size(), std::size_t(256));
        QVERIFY(test::must(desk.keys().unwrap(desk.request(bound), WrapAlgorithm::RsaOaep256, wrapped)).sameAs(dek));
    }

    void VLT_11_everyOperationIsLogged()
    {
        test::Desk desk(fresh(), m_clock);
        const auto bound = desk.bound();
        auto request = desk.request(bound);
        request.address = "10.0.0.7";
        request.correlation = test::id<CorrelationId>();
        const auto wrapped = test::must(desk.keys().wrap(request, WrapAlgorithm::RsaOaep256, test::secret("dek")));
        KW_REFUSED(desk.keys().sign(request, SignAlgorithm::Rs256, bytesOf("m")), Code::Unauthorized);
        KW_REFUSED(desk.keys().unwrap(request, WrapAlgorithm::RsaOaep256, Bytes(256, 1)), Code::UnwrapFailed);
        const auto log = test::must(desk.engine().newest(3, 0));
        QCOMPARE(log[2].operation, std::string("wrapKey"));
        QVERIFY(log[2].result == engine::AuditEntry::Result::Success);
        QCOMPARE(log[2].principal, std::string("rsv1"));
        QCOMPARE(log[2].address, std::string("10.0.0.7"));
        QCOMPARE(log[2].subject, "https://kv-rsv1.vault.keyward.local/keys/cmk/" + request.version.text());
        QVERIFY(log[2].correlation == request.correlation);
        QCOMPARE(log[1].operation, std::string("sign"));
        QVERIFY(log[1].result == engine::AuditEntry::Result::Failed ||
                log[1].result == engine::AuditEntry::Result::Denied);
        QVERIFY(log[1].result == engine::AuditEntry::Result::Denied);
        QVERIFY(log[1].reason.find("lacks that permission") != std::string::npos);
        QVERIFY(log[0].result == engine::AuditEntry::Result::Failed);
    }

    void failsClosedWhenTheLogCannotBeWritten()
    {
        test::Desk desk(fresh(), m_clock);
        const auto bound = desk.bound();
        FailingSink sink;
        engine::AuditedKeyOperations keys(desk.engine(), sink, 1);
        KW_REFUSED(keys.wrap(desk.request(bound), WrapAlgorithm::RsaOaep256, test::secret("dek")),
                   Code::AuditUnwritable);
        KW_REFUSED(keys.wrapForPlatform("rsv", test::secret(std::string(32, 'd'))), Code::AuditUnwritable);
    }

    void MOD_8_aRevocationInAnotherProcessHoldsAtOnce_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("policy removed") << 0;
        QTest::newRow("version disabled") << 1;
        QTest::newRow("key deleted") << 2;
        QTest::newRow("vault deleted") << 3;
    }
    void MOD_8_aRevocationInAnotherProcessHoldsAtOnce()
    {
        QFETCH(int, how);
        const auto folder = fresh();
        test::Desk desk(folder, m_clock);
        const auto bound = desk.bound();
        test::Desk other(folder, m_clock);
        const auto request = desk.request(bound);
        const auto wrapped = test::must(desk.keys().wrap(request, WrapAlgorithm::RsaOaep256, test::secret("dek")));
        KW_OK(other.engine().refresh());
        const Action revocations[] = {command::RemoveAccessPolicy{bound.vault, bound.principal},
                                      command::UpdateKeyVersion{bound.key, request.version, false, {}, {}, {}, {}},
                                      command::DeleteKey{bound.key}, command::DeleteVault{bound.vault}};
        KW_OK(other.run(revocations[how], true));
        // This process knows nothing of it yet; the commit of its log entry finds out.
        QVERIFY(authorize(*desk.estate(), {bound.principal, bound.vault, bound.key, request.version,
                                           Permission::UnwrapKey, m_clock.now()})
                    .allowed());
        const auto refused = desk.keys().unwrap(request, WrapAlgorithm::RsaOaep256, wrapped);
        QVERIFY(!refused);
        const auto log = test::must(desk.engine().newest(1, 0));
        QVERIFY(log[0].result == engine::AuditEntry::Result::Denied); // and not the success it looked like
    }

    void aRevocationBetweenOperationAndCommitHolds()
    {
        test::Desk desk(fresh(), m_clock);
        const auto bound = desk.bound();
        engine::GroupCommit commit(desk.engine());
        InterveningSink sink(
            commit, [&] { test::must(desk.run(command::RemoveAccessPolicy{bound.vault, bound.principal}, true)); });
        engine::AuditedKeyOperations keys(desk.engine(), sink, 1);
        KW_REFUSED(keys.wrap(desk.request(bound), WrapAlgorithm::RsaOaep256, test::secret("dek")), Code::Unauthorized);
    }

    void MOD_2_thePlatformsKeyIsInNoVault()
    {
        test::Desk desk(fresh(), m_clock);
        const auto dek = test::secret(std::string(32, 'd'));
        const auto wrapped = test::must(desk.keys().wrapForPlatform("rsv1", dek));
        QVERIFY(test::must(desk.keys().unwrapForPlatform("rsv1", wrapped)).sameAs(dek));
        QCOMPARE(desk.estate()->keys().size(), std::size_t(0));
        QCOMPARE(desk.estate()->vaults().size(), std::size_t(0));
        QCOMPARE(test::must(desk.engine().newest(1, 0))[0].operation, std::string("platform.unwrapKey"));
    }

    void manyCallersShareCommitsAndLoseNothing()
    {
        test::Desk desk(fresh(), m_clock);
        const auto bound = desk.bound();
        const auto before = desk.engine().checkpoint().sequence;
        {
            std::vector<std::jthread> callers;
            for (int i = 0; i < 8; ++i)
                callers.emplace_back([&] {
                    for (int n = 0; n < 20; ++n)
                        test::must(
                            desk.keys().wrap(desk.request(bound), WrapAlgorithm::RsaOaep256, test::secret("dek")));
                });
        }
        QCOMPARE(desk.engine().checkpoint().sequence, before + 160);
        KW_OK(desk.engine().verify());
    }

    void signaturesFitThePublicKey()
    {
        test::Desk desk(fresh(), m_clock);
        const auto bound = desk.bound();
        desk.grant(bound.vault, bound.principal, "get,list,wrapKey,unwrapKey,sign,verify");
        const auto request = desk.request(bound);
        const auto signature = test::must(desk.keys().sign(request, SignAlgorithm::Ps256, bytesOf("message")));
        const auto key =
            test::must(crypto::PublicKey::fromSpki(test::context(), desk.estate()->key(bound.key)->latest().spki));
        KW_OK(key.verify(SignAlgorithm::Ps256, bytesOf("message"), signature));
        KW_OK(desk.keys().verify(request, SignAlgorithm::Ps256, bytesOf("message"), signature));
        KW_REFUSED(desk.keys().verify(request, SignAlgorithm::Ps256, bytesOf("massage"), signature),
                   Code::SignatureInvalid);
    }
};

QTEST_GUILESS_MAIN(TestKeyOperations)
#include "tst_key_operations.moc"
