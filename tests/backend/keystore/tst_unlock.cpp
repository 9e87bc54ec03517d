// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/engine/store_restore.h"
#include "backend/keystore/recovery_key.h"

#include <chrono>

using namespace keyward;
using namespace keyward::keystore;

class TestUnlock : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;
    std::filesystem::path m_path;

    std::filesystem::path fresh()
    {
        m_path = m_folders.fresh();
        return m_path;
    }
    StoreEnvironment environment() const { return {test::context(), m_path / "state"}; }
    std::filesystem::path file() const { return m_path / "s.keyward"; }
    Result<std::unique_ptr<SqliteStore>> open(const Unlock &unlock, const std::filesystem::path &which = {})
    {
        return SqliteStore::open(environment(), which.empty() ? file() : which, unlock, !which.empty());
    }

private Q_SLOTS:
    void wrongAndRightPassphrases()
    {
        test::Desk desk(fresh(), m_clock);
        KW_REFUSED(open(test::typed("wrong horse battery staple")), Code::WrongPassphrase);
        KW_REFUSED(open(test::typed("")), Code::WrongPassphrase);
        QVERIFY(open(test::typed(test::Desk::passphrase)));
    }

    void shortPassphrasesAreRefusedBeforeAFileIsMade()
    {
        fresh();
        KW_REFUSED(SqliteStore::create(environment(), file(), test::secret("short"), crypto::Argon2Parameters::floor(),
                                       m_clock.now()),
                   Code::PassphraseTooShort);
        QVERIFY(!std::filesystem::exists(file()));
    }

    void everySlotOpensAndNoneTellsWhich()
    {
        test::Desk desk(fresh(), m_clock);
        const auto recovery = test::must(crypto::SecretBytes::random(32, *test::context()));
        const auto keyring = test::must(crypto::SecretBytes::random(32, *test::context()));
        KW_OK(desk.store().addPassphrase(test::secret("the second passphrase"), "second", {1}, m_clock.now()));
        KW_OK(desk.store().addSecretSlot(SlotKind::RecoveryKey, recovery, "paper", {1}, m_clock.now()));
        KW_OK(desk.store().addSecretSlot(SlotKind::SystemKeyring, keyring, "desktop", {1}, m_clock.now()));
        QCOMPARE(desk.store().slots().size(), std::size_t(4));
        QVERIFY(open(test::typed("the second passphrase")));
        QVERIFY(open({Unlock::By::Typed, test::must(recoveryKeyText(recovery))}));
        QVERIFY(open({Unlock::By::SlotSecret, test::must(keyring.clone())}));
        QVERIFY(open({Unlock::By::RootKey, test::must(desk.store().rootKey())}));
        // Refusals are alike, and take about as long for the first slot's neighbour as for nobody's.
        const auto refusal = open(test::typed("the second passphrasf"));
        KW_REFUSED(refusal, Code::WrongPassphrase);
        QCOMPARE(message(refusal.error()), message(open(test::typed("completely different")).error()));
    }

    void tryingAllSlotsCostsTheSame()
    {
        // One Argon2id run and every slot tried, whether the first, the last or none fits. Stopping early would show as
        // an eighth of the time; the bound leaves room for a busy machine.
        std::vector<Slot> slots;
        std::vector<SealedSlot> sealed;
        std::vector<crypto::SecretBytes> secrets;
        const auto store = test::id<StoreId>();
        const auto root = test::secret(std::string(32, 'r'));
        for (int i = 0; i < 8; ++i) {
            secrets.push_back(test::must(crypto::SecretBytes::random(32, *test::context())));
            Slot slot{test::id<SlotId>(), SlotKind::Passphrase, "", {}, {}};
            slot.publicKey = test::must(slotKeyPair(*test::context(), slot.id, secrets.back())).publicKey;
            sealed.push_back(test::must(sealSlot(*test::context(), store, slot, root)));
        }
        secrets.push_back(test::must(crypto::SecretBytes::random(32, *test::context())));
        const auto cost = [&](const crypto::SecretBytes &secret) {
            std::vector<double> times;
            for (int i = 0; i < 41; ++i) {
                const auto start = std::chrono::steady_clock::now();
                (void)openAnySlot(*test::context(), store, sealed, secret);
                times.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
            }
            return std::ranges::min(times); // which others on the machine hold up least
        };
        const auto first = cost(secrets[0]);
        const auto last = cost(secrets[7]);
        const auto none = cost(secrets[8]);
        QVERIFY2(first < 2.5 * none && none < 2.5 * first, qPrintable(QStringLiteral("%1 %2").arg(first).arg(none)));
        QVERIFY2(last < 2.5 * none && none < 2.5 * last, qPrintable(QStringLiteral("%1 %2").arg(last).arg(none)));
    }

    void removingASlotChangesTheRootKey()
    {
        const auto folder = fresh();
        const auto recovery = test::must(crypto::SecretBytes::random(32, *test::context()));
        const auto older = folder / "older.keyward";
        {
            test::Desk desk(folder, m_clock);
            const auto bound = desk.bound();
            KW_OK(desk.store().addPassphrase(test::secret("leaves the company"), "leaver", {1}, m_clock.now()));
            KW_OK(desk.store().addSecretSlot(SlotKind::RecoveryKey, recovery, "paper", {1}, m_clock.now()));
            KW_OK(desk.store().copyTo(older));
            const auto oldRoot = test::must(desk.store().rootKey());
            const auto leaver = desk.store().slots()[1].id;
            KW_OK(desk.store().removeSlots({leaver}, {1}, m_clock.now()));
            QVERIFY(!test::must(desk.store().rootKey()).sameAs(oldRoot));
            KW_OK(desk.store().verifyRecords());
            KW_OK(desk.store().verifyAudit());
            // The same process works on, with its key.
            QVERIFY(
                desk.keys().wrap(desk.request(bound), WrapAlgorithm::RsaOaep256, test::secret(std::string(32, 'd'))));
            KW_REFUSED(open({Unlock::By::RootKey, test::must(oldRoot.clone())}), Code::WrongPassphrase);
        }
        KW_REFUSED(open(test::typed("leaves the company")), Code::WrongPassphrase);
        QVERIFY(open(test::typed(test::Desk::passphrase)));
        QVERIFY(open({Unlock::By::Typed, test::must(recoveryKeyText(recovery))})); // without having been typed again
        QVERIFY(open(test::typed("leaves the company"), older));                   // as is said when a slot is removed
        test::Desk again(folder, m_clock);
        QVERIFY(again.estate()->resourceNamed("rsv1"));
    }

    void theLastSlotStays()
    {
        test::Desk desk(fresh(), m_clock);
        KW_REFUSED(desk.store().removeSlots({desk.store().slots()[0].id}, {1}, m_clock.now()), Code::LastSlot);
        KW_OK(desk.store().verifyRecords());
        QVERIFY(open(test::typed(test::Desk::passphrase)));
    }

    void aPassphraseIsReplaced()
    {
        const auto folder = fresh();
        {
            test::Desk desk(folder, m_clock);
            desk.bound();
            KW_OK(desk.store().replacePassphrase(test::secret("a new passphrase"), crypto::Argon2Parameters{65, 1, 4},
                                                 {1}, m_clock.now()));
            desk.vault("afterwards");
            KW_OK(desk.store().verifyRecords());
        }
        KW_REFUSED(open(test::typed(test::Desk::passphrase)), Code::WrongPassphrase);
        const auto store = test::must(open(test::typed("a new passphrase")));
        QVERIFY((store->kdf() == crypto::Argon2Parameters{65, 1, 4}));
        QCOMPARE(store->slots().size(), std::size_t(1));
    }

    void aProcessWithTheFormerRootKeyIsLockedOut()
    {
        const auto folder = fresh();
        test::Desk first(folder, m_clock);
        test::Desk second(folder, m_clock);
        KW_OK(first.store().replacePassphrase(test::secret("a new passphrase"), {}, {1}, m_clock.now()));
        const auto &settings = second.estate()->settings();
        const estate::Placement place{test::must(Region::from("westeurope")), settings.tenant, settings.subscription,
                                      "default"};
        const auto result = second.run(estate::command::CreateVault{
            test::id<estate::VaultId>(), test::must(VaultName::from("late")), place, {}, {}, false, 90});
        KW_REFUSED(result, Code::StoreLocked); // nobody tampered with anything
        KW_OK(first.store().verifyRecords());
    }

    void recoveryKeysNameTheMistypedGroup()
    {
        const auto key = test::must(crypto::SecretBytes::random(32, *test::context()));
        const auto text = test::must(recoveryKeyText(key));
        QCOMPARE(text.size(), std::size_t(16 * 7 - 1));
        QVERIFY(looksLikeRecoveryKey(text));
        QVERIFY(test::must(parseRecoveryKey(text)).sameAs(key));
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (i % 7 == 6) continue;
            auto typo = test::must(text.clone());
            typo.writable()[i] = typo.exposed()[i] == '9' ? '0' : static_cast<std::uint8_t>(typo.exposed()[i] + 1);
            const auto parsed = parseRecoveryKey(typo);
            KW_REFUSED(parsed, Code::RecoveryKeyMalformed);
            QVERIFY(parsed.error().arguments[0].text().find("group " + std::to_string(i / 7 + 1) + " ") !=
                    std::string::npos);
        }
        QVERIFY(!looksLikeRecoveryKey(test::secret("12345678 is my passphrase")));
        KW_REFUSED(parseRecoveryKey(test::secret("123456-123456")), Code::RecoveryKeyMalformed);
    }

    void restoreListsRolesMembershipsSecretsAndNetworksToo()
    {
        using namespace estate::command;
        const auto folder = fresh();
        const auto copy = folder / "copy.keyward";
        std::string secretId;
        {
            test::Desk desk(folder, m_clock);
            const auto vault = desk.vault("kv1");
            const auto app = test::id<estate::PrincipalId>(), group = test::id<estate::PrincipalId>();
            const auto assignment = test::id<estate::AssignmentId>();
            const auto secret = test::id<estate::SecretId>();
            secretId = secret.text().substr(0, 8);
            KW_OK(desk.run(CreateApplication{app, test::must(DisplayName::from("app")),
                                             desk.estate()->settings().tenant, "client"}));
            KW_OK(desk.run(
                CreatePrincipalGroup{group, test::must(DisplayName::from("team")), desk.estate()->settings().tenant}));
            KW_OK(desk.run(SetMember{group, app, true}));
            KW_OK(desk.run(AddClientSecret{app, {secret, "ci", "abc", {}, m_clock.now() + Days(30), {1}, {2}}}));
            KW_OK(desk.run(AssignRole{assignment,
                                      app,
                                      desk.estate()->roleNamed("Key Vault Reader")->id,
                                      {estate::Scope::Kind::Vault, recordOf(vault)}}));
            KW_OK(desk.store().copyTo(copy));
            KW_OK(desk.run(SetMember{group, app, false}));
            KW_OK(desk.run(RemoveClientSecret{app, secret}));
            KW_OK(desk.run(RemoveAssignment{assignment}));
            SetFirewall rules{vault};
            rules.access = estate::Firewall::Access::Disabled;
            KW_OK(desk.run(rules));
            KW_OK(desk.run(SetAccessModel{vault, estate::AccessModel::Roles}));
        }
        const auto passphrase = test::typed(test::Desk::passphrase);
        const auto preview = test::must(engine::restoreStore(
            environment(), {copy, file(), passphrase, passphrase, true}, m_clock, test::catalogue(), test::owner));
        const std::vector<std::string> wanted{
            "'app' in group 'team'", "'app' role Key Vault Reader on vault kv1", "access policies decide in vault kv1",
            "client secret " + secretId + " of 'app'", "network rules of vault kv1 as they were: all"};
        QCOMPARE(textsOf(preview.grants), wanted);
    }

    void restoreListsWhatItRevives()
    {
        const auto folder = fresh();
        const auto copy = folder / "copy.keyward";
        std::uint64_t copied = 0;
        {
            test::Desk desk(folder, m_clock);
            const auto bound = desk.bound();
            const auto other = desk.key(bound.vault, "other");
            KW_OK(desk.store().addPassphrase(test::secret("leaves the company"), "leaver", {1}, m_clock.now()));
            KW_OK(desk.store().copyTo(copy));
            copied = desk.store().head().sequence;
            KW_OK(desk.run(estate::command::RemoveAccessPolicy{bound.vault, bound.principal}, true));
            KW_OK(desk.run(estate::command::DeleteKey{other}));
            KW_OK(desk.store().removeSlots({desk.store().slots()[1].id}, {1}, m_clock.now()));
        }
        const auto passphrase = test::typed(test::Desk::passphrase);
        const auto before = [&] { return test::must(open(passphrase))->head().sequence; };
        const auto sequence = before();
        engine::RestoreStoreRequest request{copy, file(), passphrase, passphrase, true};
        auto preview =
            test::must(engine::restoreStore(environment(), request, m_clock, test::catalogue(), test::owner));
        QCOMPARE(before(), sequence); // a preview changes nothing
        request.dryRun = false;
        const auto revived =
            test::must(engine::restoreStore(environment(), request, m_clock, test::catalogue(), test::owner));
        QVERIFY(revived.compared);
        QCOMPARE(revived.fromEntry, copied);
        QCOMPARE(textsOf(revived.grants),
                 std::vector<std::string>{"'rsv1' get,list,unwrapKey,wrapKey in vault kv-rsv1"});
        QCOMPARE(textsOf(revived.keys), std::vector<std::string>{"kv-rsv1/other (deleted today)"});
        QCOMPARE(revived.slots.size(), std::size_t(1));
        QCOMPARE(preview.grants, revived.grants);
        QVERIFY(std::filesystem::exists(revived.setAside));
        test::Desk desk(folder, m_clock); // the mark was raised with it: no complaint of an older file
        const auto newest = test::must(desk.engine().newest(1, 0));
        QCOMPARE(newest[0].operation, std::string("store.restore"));
        QVERIFY(newest[0].reason.starts_with("restored from " + std::to_string(copied)));
        QVERIFY(newest[0].reason.find("revives grant 'rsv1'") != std::string::npos);
        KW_OK(desk.engine().verify());
    }

    /// A backup that was running when the copy was made may have ended since: its data belongs to what is set aside.
    void restoreKeepsTheDataOfWhatWasUnfinishedInTheCopy()
    {
        const auto folder = fresh();
        const auto copy = folder / "copy.keyward";
        const auto data = folder / "s.keyward.d/unfinished/data";
        {
            test::Desk desk(folder, m_clock);
            KW_OK(desk.run(estate::command::StartBackup{desk.resource("plain"), test::id<estate::JobId>(),
                                                        test::id<estate::PointId>(), "unfinished", "/srv"}));
            KW_OK(desk.store().copyTo(copy));
            std::filesystem::create_directory(data.parent_path());
            QVERIFY(QFile(data).open(QIODevice::WriteOnly));
        }
        const auto passphrase = test::typed(test::Desk::passphrase);
        KW_OK(engine::restoreStore(environment(), {copy, file(), passphrase, passphrase, false}, m_clock,
                                   test::catalogue(), test::owner));
        for (int i = 0; i < 2; ++i) {
            const test::Desk desk(folder, m_clock);
            const auto now = desk.estate();
            for (const auto &[id, job] : now->jobs()) QVERIFY(job->state == estate::JobState::Interrupted);
            QVERIFY(std::filesystem::exists(data));
        }
    }

    void restoreWaitsForOthersToClose()
    {
        const auto folder = fresh();
        test::Desk desk(folder, m_clock);
        const auto copy = folder / "copy.keyward";
        KW_OK(desk.store().copyTo(copy));
        const auto passphrase = test::typed(test::Desk::passphrase);
        KW_REFUSED(engine::restoreStore(environment(), {copy, file(), passphrase, passphrase, false}, m_clock,
                                        test::catalogue(), test::owner),
                   Code::Busy);
        desk.vault("unharmed");
    }
};

QTEST_GUILESS_MAIN(TestUnlock)
#include "tst_unlock.moc"
