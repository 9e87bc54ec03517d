// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/engine/api/key_usage.h"
#include "backend/engine/store_applications.h"

using namespace keyward;
using namespace keyward::estate;

class TestApplications : public QObject
{
    Q_OBJECT
    test::Folders m_folders;
    test::ManualClock m_clock;
    std::filesystem::path fresh() { return m_folders.fresh(); }
    static PrincipalId application(test::Desk &desk, const std::string &name, const std::string &clientId)
    {
        const auto id = test::id<PrincipalId>();
        test::must(desk.run(command::CreateApplication{id, test::must(DisplayName::from(name)),
                                                       desk.estate()->settings().tenant, clientId}));
        return id;
    }

private Q_SLOTS:
    void aSecretSignsInUntilItExpiresOrIsRemoved()
    {
        const auto path = fresh();
        test::Desk desk(path, m_clock);
        engine::StoreApplications applications(desk.engine());
        const auto app = application(desk, "app", "client-1");
        application(desk, "other", "client-2");
        const auto first = test::must(applications.addSecret(app, "ci", Days(30), test::owner));
        const auto second = test::must(applications.addSecret(app, "laptop", Days(90), test::owner));
        QCOMPARE(first.text.size(), std::size_t(43));
        QVERIFY(!first.text.sameAs(second.text));
        QCOMPARE(test::must(applications.signIn("client-1", first.text, "local")), app);
        QCOMPARE(test::must(applications.signIn("CLIENT-1", second.text, "local")), app);
        KW_REFUSED(applications.signIn("client-2", first.text, "local"), Code::SignInFailed);
        KW_REFUSED(applications.signIn("client-9", first.text, "local"), Code::SignInFailed);
        KW_REFUSED(applications.signIn("client-1", test::secret("guess"), "10.0.0.9"), Code::SignInFailed);
        const auto logged = test::must(desk.engine().newest(1, 0)).front();
        QCOMPARE(logged.operation, std::string("application.signIn"));
        QCOMPARE(logged.address, std::string("10.0.0.9"));
        QVERIFY(logged.result == engine::AuditEntry::Result::Denied);
        m_clock.advance(Days(31));
        m_clock.setSynchronised(true);
        KW_REFUSED(applications.signIn("client-1", first.text, "local"), Code::SecretExpired);
        KW_REFUSED(applications.signIn("client-1", test::secret("guess"), "local"),
                   Code::SignInFailed); // tells nothing of expiry
        KW_OK(applications.signIn("client-1", second.text, "local"));
        KW_OK(desk.run(command::RemoveClientSecret{app, second.id}));
        KW_REFUSED(applications.signIn("client-1", second.text, "local"), Code::SignInFailed);
    }

    void whatIsKeptIsNotTheSecret()
    {
        const auto path = fresh();
        std::string text;
        {
            test::Desk desk(path, m_clock);
            engine::StoreApplications applications(desk.engine());
            const auto app = application(desk, "app", "client-1");
            const auto issued = test::must(applications.addSecret(app, "ci", Days(30), test::owner));
            text = std::string(textOf(issued.text.exposed()));
            const auto &kept = desk.estate()->principal(app)->secrets[0];
            QCOMPARE(kept.hint, text.substr(0, 3));
            QCOMPARE(kept.verifier.size(), std::size_t(32));
            QVERIFY(toHex(kept.verifier) != toHex(bytesOf(text).first(32)));
            for (const auto &entry : test::must(desk.engine().newest(100, 0)))
                QVERIFY(!entry.reason.contains(text) && !entry.subject.contains(text));
        }
        test::Desk desk(path, m_clock); // after a restart it still signs in
        engine::StoreApplications applications(desk.engine());
        KW_OK(applications.signIn("client-1", test::secret(text), "local"));
    }

    void lastUseComesFromTheLog()
    {
        const auto path = fresh();
        test::Desk desk(path, m_clock);
        const auto bound = desk.bound();
        const engine::UsedKey version{bound.key, desk.estate()->key(bound.key)->latest().id, "kv1"};
        engine::KeyUsage usage(desk.engine());
        QCOMPARE(test::must(usage.of(version)).allowed, std::uint64_t(0));
        auto request = desk.request(bound);
        const auto wrapped =
            test::must(desk.keys().wrap(request, WrapAlgorithm::RsaOaep256, test::secret("0123456789abcdef")));
        m_clock.advance(std::chrono::hours(1));
        KW_OK(desk.keys().unwrap(request, WrapAlgorithm::RsaOaep256, wrapped));
        KW_REFUSED(desk.keys().sign(request, SignAlgorithm::Ps256, bytesOf("x")), Code::Unauthorized);
        const auto use = test::must(usage.of(version));
        QCOMPARE(use.allowed, std::uint64_t(2));
        QCOMPARE(use.refused, std::uint64_t(1));
        QCOMPARE(use.operation, std::string("unwrapKey"));
        QCOMPARE(use.by, std::string("rsv1"));
        QCOMPARE(use.last, m_clock.now());
        engine::KeyUsage another(desk.engine()); // a second reader finds the same
        QCOMPARE(test::must(another.of(version)).allowed, std::uint64_t(2));
        QCOMPARE(test::must(usage.of({bound.key, test::id<VersionId>(), "kv1"})).allowed, std::uint64_t(0));
    }

    /// Encrypting, decrypting, and the firewall for a caller with an address: refused, logged, and at once when it
    /// changes.
    void VLT_10_theFirewallHoldsForEveryOperation()
    {
        test::Desk desk(fresh(), m_clock);
        const auto vault = desk.vault("kv1");
        const auto key = desk.key(vault, "k");
        const auto app = application(desk, "app", "client-1");
        desk.grant(vault, app, "get,encrypt,decrypt,wrapKey,unwrapKey,sign,verify");
        engine::KeyRequest from{app,
                                vault,
                                key,
                                desk.estate()->key(key)->latest().id,
                                "192.0.2.7",
                                {},
                                Origin::at(test::must(IpAddress::from("192.0.2.7")))};
        const auto cipher = test::must(desk.keys().encrypt(from, WrapAlgorithm::RsaOaep256, test::secret("text")));
        QVERIFY(test::must(desk.keys().decrypt(from, WrapAlgorithm::RsaOaep256, cipher)).sameAs(test::secret("text")));
        const auto wrapped = test::must(desk.keys().wrap(from, WrapAlgorithm::RsaOaep256, test::secret("text")));
        const auto signature = test::must(desk.keys().sign(from, SignAlgorithm::Ps256, bytesOf("x")));
        command::SetFirewall rules{vault};
        rules.access = Firewall::Access::SelectedNetworks;
        rules.ranges = {{test::must(IpRange::from("198.51.100.0/24"))}};
        KW_OK(desk.run(rules));
        KW_REFUSED(desk.keys().encrypt(from, WrapAlgorithm::RsaOaep256, test::secret("text")), Code::FirewallDenied);
        KW_REFUSED(desk.keys().decrypt(from, WrapAlgorithm::RsaOaep256, cipher), Code::FirewallDenied);
        KW_REFUSED(desk.keys().wrap(from, WrapAlgorithm::RsaOaep256, test::secret("text")), Code::FirewallDenied);
        KW_REFUSED(desk.keys().unwrap(from, WrapAlgorithm::RsaOaep256, wrapped), Code::FirewallDenied);
        KW_REFUSED(desk.keys().sign(from, SignAlgorithm::Ps256, bytesOf("x")), Code::FirewallDenied);
        KW_REFUSED(desk.keys().verify(from, SignAlgorithm::Ps256, bytesOf("x"), signature), Code::FirewallDenied);
        const auto logged = test::must(desk.engine().newest(1, 0)).front();
        QVERIFY(logged.result == engine::AuditEntry::Result::Denied && logged.reason.contains("192.0.2.7"));
        from.origin = Origin::at(test::must(IpAddress::from("198.51.100.9")));
        KW_OK(desk.keys().unwrap(from, WrapAlgorithm::RsaOaep256, wrapped));
    }
};

QTEST_GUILESS_MAIN(TestApplications)
#include "tst_applications.moc"
