// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keystore itself through the door: ways to unlock, verification, what it says of itself.

#include "backend/engine/store_administration.h"
#include "tests/support/fixture.h"

using namespace keyward;
using engine::UnlockSlot;

namespace {

constexpr const char *another = "another horse another staple";

struct Administered {
    explicit Administered(const std::filesystem::path &folder, const Clock &clock, Status agentSays = {})
        : desk(folder, clock), administrator({.store = desk.store(),
                                              .records = desk.store(),
                                              .engine = desk.engine(),
                                              .services = services,
                                              .lockAgent = [this, agentSays](const StorePath &) {
                                                  ++askedToLock;
                                                  return agentSays;
                                              }})
    {}
    bool opens(const std::string &typed) const
    {
        return keystore::SqliteStore::open(desk.environment(), desk.file(), test::typed(typed)).has_value();
    }
    engine::AuditEntry last() { return test::must(desk.engine().newest(1, 0)).front(); }

    test::Desk desk;
    engine::Services services;
    int askedToLock = 0;
    engine::StoreAdministrator administrator;
};

} // namespace

class TestStoreAdministration : public QObject
{
    Q_OBJECT
    test::Folders m_folders;
    test::ManualClock m_clock;

private Q_SLOTS:
    void CON_1_slotsComeAndGoAndAreLogged()
    {
        Administered store(m_folders.fresh(), m_clock);
        auto &administrator = store.administrator;
        const auto added = test::must(administrator.addPassphrase(test::secret(another), "", test::owner));
        QVERIFY(added.kind == UnlockSlot::Kind::Passphrase);
        QCOMPARE(added.label, std::string("passphrase"));
        QCOMPARE(administrator.facts().slots.size(), std::size_t(2));
        QVERIFY(administrator.facts().slots.back().id == added.id);
        QVERIFY(store.opens(another));
        QCOMPARE(store.last().operation, std::string("slot.add"));
        QVERIFY(store.last().actor == estate::Actor::Kind::Owner);

        const auto done = test::must(administrator.removeSlot(added.id, test::owner));
        QVERIFY(!done.agent);
        QCOMPARE(store.askedToLock, 1); // the root key is another one
        QVERIFY(!store.opens(another));
        QVERIFY(store.opens(test::Desk::passphrase));
        QCOMPARE(store.last().operation, std::string("slot.remove"));
        QVERIFY(store.last().reason.contains("'passphrase'"));

        KW_REFUSED(administrator.removeSlot(added.id, test::owner), Code::NotFound);
        KW_REFUSED(administrator.removeSlot(administrator.facts().slots.front().id, test::owner), Code::LastSlot);
        QCOMPARE(store.askedToLock, 1);
    }

    void CON_1_aRecoveryKeyOpensOnceItIsEnrolled()
    {
        Administered store(m_folders.fresh(), m_clock);
        const auto key = test::must(store.administrator.newRecoveryKey());
        const auto view = key.text.exposed();
        const std::string text(view.begin(), view.end());
        QCOMPARE(std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }), std::ptrdiff_t(96));
        QVERIFY(!store.opens(text));
        const auto slot = test::must(store.administrator.enrol(key, "paper", test::owner));
        QVERIFY(slot.kind == UnlockSlot::Kind::RecoveryKey);
        QCOMPARE(slot.label, std::string("paper"));
        QVERIFY(store.opens(text));
    }

    void CON_1_aChangedPassphraseIsTheOnlyOne()
    {
        Administered store(m_folders.fresh(), m_clock);
        KW_REFUSED(store.administrator.changePassphrase(test::secret(another), "m=1,t=1,p=1", test::owner),
                   Code::KdfOutOfBounds);
        KW_REFUSED(store.administrator.changePassphrase(test::secret("short"), "", test::owner),
                   Code::PassphraseTooShort);
        QVERIFY(store.opens(test::Desk::passphrase));
        QCOMPARE(store.askedToLock, 0);
        KW_OK(store.administrator.changePassphrase(test::secret(another), "m=65,t=1,p=4", test::owner));
        QVERIFY(!store.opens(test::Desk::passphrase));
        QVERIFY(store.opens(another));
        QCOMPARE(store.administrator.facts().passphraseHashing, std::string("m=65,t=1,p=4"));
        QCOMPARE(store.askedToLock, 1);
    }

    /// It keeps the former root key, which opens older copies: whoever changed it has to know.
    void CON_1_anAgentThatDoesNotAnswerIsTold()
    {
        for (const auto &[code, told] : {std::pair(Code::AgentBusy, true), std::pair(Code::AgentMissing, false)}) {
            Administered store(m_folders.fresh(), m_clock, fail(code, "s.keyward"));
            const auto done = test::must(store.administrator.changePassphrase(test::secret(another), "", test::owner));
            QCOMPARE(done.agent.has_value(), told);
            QVERIFY(store.opens(another)); // it was changed all the same
        }
    }

    void CON_7_whatIsVerifiedIsCountedAndDamageIsFound()
    {
        Administered store(m_folders.fresh(), m_clock);
        const auto before = test::must(store.administrator.verifyAll(engine::Depth::Contents, {}));
        const auto vault = store.desk.vault("kv1");
        store.desk.key(vault, "cmk");
        const auto after = test::must(store.administrator.verifyAll(engine::Depth::Contents, {}));
        QCOMPARE(after.records, before.records + 2);
        const auto facts = store.administrator.facts();
        QCOMPARE(facts.entries, store.desk.store().head().sequence);
        QCOMPARE(facts.id, store.desk.store().id().text());
        QVERIFY(facts.clock.trusted());
        QVERIFY(facts.lastCommitted == m_clock.now());
        QVERIFY(facts.protectedMemory > 0);
        QCOMPARE(facts.signer.size(), std::size_t(71)); // eight groups of eight digits
    }
};

QTEST_GUILESS_MAIN(TestStoreAdministration)
#include "tst_store_administration.moc"
