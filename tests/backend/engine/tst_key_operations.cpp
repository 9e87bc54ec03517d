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
    Status append(const std::vector<engine::Engine::Pending *> &) override
    {
        return fail(Code::AuditUnwritable, {}, {"no room"});
    }
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
    Status append(const std::vector<engine::Engine::Pending *> &all) override
    {
        if (auto act = std::exchange(m_act, nullptr)) act();
        return m_next.append(all);
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

    /// From the platform's key to one of a vault, and on to another.
    void manyDataKeysChangeTheirWrapEachInTheLog()
    {
        test::Desk desk(fresh(), m_clock);
        const auto bound = desk.bound();
        engine::RewrapOrder order{.service = "rsv1",
                                  .from = {},
                                  .to = desk.request(bound),
                                  .algorithmBefore = WrapAlgorithm::AesKw,
                                  .wrapped = {}};
        std::vector<crypto::SecretBytes> dataKeys;
        for (int i = 0; i < 20; ++i) {
            dataKeys.push_back(test::secret(std::string(32, static_cast<char>('a' + i))));
            order.wrapped.push_back(test::must(desk.keys().wrapForPlatform("rsv1", dataKeys.back())));
        }
        order.wrapped[7][3] ^= 1;
        const auto first = desk.engine().checkpoint().sequence;
        const auto out = test::must(desk.keys().rewrap(order));
        QCOMPARE(out.size(), dataKeys.size());
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (i == 7) {
                KW_REFUSED(out[i], Code::UnwrapFailed); // alone
                continue;
            }
            QVERIFY(test::must(desk.keys().unwrap(desk.request(bound), WrapAlgorithm::RsaOaep256, *out[i]))
                        .sameAs(dataKeys[i]));
        }
        const auto log = test::must(desk.engine().from(first + 1, 40));
        QCOMPARE(log.size(), std::size_t(40));
        for (std::size_t i = 0; i < 40; i += 2) {
            QCOMPARE(log[i].operation, std::string("platform.unwrapKey"));
            QCOMPARE(log[i + 1].operation, std::string("wrapKey"));
            QVERIFY(log[i].correlation == log[i + 1].correlation);
            QVERIFY((log[i].result == engine::AuditEntry::Result::Failed) == (i == 14));
        }
    }

    void noDataKeyChangesItsWrapWithoutGrantOrLog()
    {
        const auto folder = fresh();
        test::Desk desk(folder, m_clock);
        const auto bound = desk.bound();
        engine::RewrapOrder order{.service = "rsv1",
                                  .from = {},
                                  .to = desk.request(bound),
                                  .algorithmBefore = WrapAlgorithm::AesKw,
                                  .wrapped = {}};
        order.wrapped.push_back(test::must(desk.keys().wrapForPlatform("rsv1", test::secret(std::string(32, 'd')))));
        FailingSink full;
        engine::AuditedKeyOperations unlogged(desk.engine(), full, 2);
        KW_REFUSED(unlogged.rewrap(order), Code::AuditUnwritable);
        test::Desk other(folder, m_clock); // where it is revoked between the work and its commit
        engine::GroupCommit commit(desk.engine());
        InterveningSink late(
            commit, [&] { test::must(other.run(command::RemoveAccessPolicy{bound.vault, bound.principal}, true)); });
        engine::AuditedKeyOperations revoked(desk.engine(), late, 2);
        const auto out = test::must(revoked.rewrap(order));
        KW_REFUSED(out.front(), Code::Unauthorized);
        KW_REFUSED(desk.keys().rewrap(order), Code::Unauthorized);
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
