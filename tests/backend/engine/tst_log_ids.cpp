// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who did it and to what, in the log: by id beside the name, because names pass on.

#include "tests/support/fixture.h"

#include "backend/engine/api/key_usage.h"
#include "backend/engine/store_applications.h"
#include "backend/estate/row.h"

using namespace keyward;
using namespace keyward::estate;

static_assert(!std::is_default_constructible_v<Actor>, "whoever asks says for whom");
static_assert(!std::is_convertible_v<std::string, Actor>);

class TestLogIds : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    static engine::AuditEntry last(test::Desk &desk) { return test::must(desk.engine().newest(1, 0))[0]; }

private Q_SLOTS:
    /// VLT-11: each kind of caller is told apart, in what was done and in what was refused.
    void VLT_11_theLogSaysWhatKindOfCallerItWas()
    {
        test::Desk desk(m_folders.fresh(), m_clock);
        auto &engine = desk.engine();
        QVERIFY(last(desk).actor == Actor::Kind::Owner); // who made the keystore
        const auto app = test::id<PrincipalId>();
        const std::pair<Actor, Actor::Kind> callers[] = {
            {Actor::owner("owner (me)"), Actor::Kind::Owner},
            {Actor::system(), Actor::Kind::System},
            {Actor::person("ann", "192.0.2.7"), Actor::Kind::Operator},
            {Actor::principal(app, "orders", "192.0.2.8"), Actor::Kind::Principal}};
        int number = 0;
        for (const auto &[actor, kind] : callers) {
            const auto name = test::must(VaultName::from("kv-" + std::to_string(++number)));
            const auto settings = desk.estate()->settings();
            const command::CreateVault create{
                test::id<VaultId>(),
                name,
                {test::must(Region::from("westeurope")), settings.tenant, settings.subscription, "default"},
                Tier::Standard,
                {},
                false,
                90};
            const bool application = kind == Actor::Kind::Principal;
            if (application)
                KW_REFUSED(engine.execute({create}, actor), Code::AdministrationOnly);
            else
                KW_OK(engine.execute({create}, actor));
            for (const bool again : {false, true}) {
                if (again)
                    KW_REFUSED(engine.execute({create}, actor),
                               application ? Code::AdministrationOnly : Code::AlreadyExists);
                const auto entry = last(desk);
                QVERIFY(entry.actor == kind);
                QCOMPARE(entry.principal, actor.name);
                QCOMPARE(entry.address, actor.address);
                QVERIFY(entry.principalId ==
                        (kind == Actor::Kind::Principal ? std::optional(referenceTo(app)) : std::nullopt));
                QVERIFY(entry.subjectId == referenceTo(create.id));
                QVERIFY(entry.result == (again || application ? engine::AuditEntry::Result::Denied
                                                              : engine::AuditEntry::Result::Success));
            }
        }
    }

    /// Whoever overrides the guard is named for it, whatever they are.
    void MOD_5_anOverrideIsLoggedForWhomeverItServed()
    {
        test::Desk desk(m_folders.fresh(), m_clock);
        const auto bound = desk.bound();
        const auto disable = [&](bool enabled) {
            command::UpdateKeyVersion update{bound.key, desk.estate()->key(bound.key)->latest().id, {}, {}, {}, {}, {}};
            update.enabled = enabled;
            return update;
        };
        for (const auto &actor : {Actor::owner("me"), Actor::person("ann", "192.0.2.7")}) {
            KW_OK(desk.engine().execute({disable(false), true}, actor));
            QVERIFY(last(desk).reason.ends_with("(overriding live claims)"));
            KW_OK(desk.engine().execute({disable(true)}, actor));
        }
    }

    void aCommandNamesWhatItIsAboutById()
    {
        test::Desk desk(m_folders.fresh(), m_clock);
        const auto vault = desk.vault("kv1");
        QVERIFY(last(desk).subjectId == referenceTo(vault));
        const auto key = desk.key(vault, "k");
        const auto first = desk.estate()->key(key)->latest().id;
        QVERIFY(last(desk).subjectId == referenceTo(key, first));
        desk.key(vault, "k"); // over an existing name: a version of that key
        QVERIFY(last(desk).subjectId == referenceTo(key, desk.estate()->key(key)->latest().id));
        KW_OK(desk.run(desk.rotation(key)));
        QVERIFY(last(desk).subjectId == referenceTo(key, desk.estate()->key(key)->latest().id));
        command::UpdateKeyVersion update{key, first, {}, {}, {}, {}, {}};
        update.enabled = false;
        KW_OK(desk.run(update));
        QVERIFY(last(desk).subjectId == referenceTo(key, first));
        KW_OK(desk.run(command::SetStoreBackup{}));
        QVERIFY(!last(desk).subjectId); // about no entity
        const Lock lock{
            test::id<LockId>(), "keep", Lock::Level::CannotDelete, {Scope::Kind::Vault, recordOf(vault)}, "", {}};
        KW_OK(desk.run(command::CreateLock{lock}));
        QVERIFY(last(desk).subjectId == referenceTo(lock.id));
        KW_OK(desk.run(command::RemoveLock{lock.id}));
        QVERIFY(last(desk).subjectId == referenceTo(lock.id)); // though it is gone
        const auto role = command::AssignRole{test::id<AssignmentId>(),
                                              desk.identity(desk.resource("rsv1")),
                                              desk.estate()->roleNamed("Key Vault Reader")->id,
                                              {Scope::Kind::Vault, recordOf(vault)}};
        KW_OK(desk.run(role));
        QVERIFY(last(desk).subjectId == referenceTo(vault)); // what it is given on
        KW_OK(desk.run(command::RemoveAssignment{role.id}));
        QVERIFY(last(desk).subjectId == referenceTo(vault));
    }

    /// VLT-11: who used which version of which key, whether or not they were allowed to, and whether or not they exist.
    void VLT_11_aUseOfAKeyNamesCallerKeyAndVersionById()
    {
        test::Desk desk(m_folders.fresh(), m_clock);
        const auto bound = desk.bound();
        auto request = desk.request(bound);
        KW_OK(desk.keys().wrap(request, WrapAlgorithm::RsaOaep256, test::secret("data key")));
        const auto version = referenceTo(bound.key, request.version);
        QVERIFY(last(desk).actor == Actor::Kind::Principal && last(desk).principalId == referenceTo(bound.principal));
        QVERIFY(last(desk).subjectId == version);
        request.principal = test::id<PrincipalId>();
        KW_REFUSED(desk.keys().wrap(request, WrapAlgorithm::RsaOaep256, test::secret("data key")), Code::NotFound);
        QVERIFY(last(desk).principalId == referenceTo(request.principal) && last(desk).subjectId == version);
        const auto wrapped =
            test::must(desk.keys().wrapForPlatform("recovery-services-vault", test::secret("0123456789abcdef")));
        QVERIFY(!wrapped.empty() && last(desk).actor == Actor::Kind::System && !last(desk).principalId);
        QCOMPARE(last(desk).address, std::string("platform"));
    }

    void aSignInNamesTheApplicationAndAStrangerNobody()
    {
        test::Desk desk(m_folders.fresh(), m_clock);
        const auto app = test::id<PrincipalId>();
        command::CreateApplication create{};
        create.id = app;
        create.name = test::must(DisplayName::from("orders"));
        create.tenant = desk.estate()->settings().tenant;
        create.applicationId = "0123";
        KW_OK(desk.run(create));
        engine::StoreApplications applications(desk.engine());
        KW_REFUSED(applications.signIn("0123", test::secret("wrong"), "192.0.2.7"), Code::SignInFailed);
        QVERIFY(last(desk).actor == Actor::Kind::Principal && last(desk).principalId == referenceTo(app));
        QVERIFY(last(desk).subjectId == referenceTo(app));
        KW_REFUSED(applications.signIn("4567", test::secret("wrong"), "192.0.2.7"), Code::SignInFailed);
        QVERIFY(last(desk).actor == Actor::Kind::Principal && !last(desk).principalId && !last(desk).subjectId);
    }

    /// Its name passed on to another; its entries are still found, and the other's are not among them.
    void anIdFindsWhatANameNoLongerDoes()
    {
        test::Desk desk(m_folders.fresh(), m_clock);
        const auto former = desk.resource("rsv1");
        KW_OK(desk.run(command::DeleteResource{former}));
        const auto present = desk.resource("rsv1");
        const auto found = [&](const std::string &id) {
            std::vector<std::string> operations;
            for (const auto &entry : test::must(desk.engine().newest(100, 0)))
                if (engine::hasId(entry.subjectId, id)) operations.push_back(entry.operation);
            return operations;
        };
        QCOMPARE(found(former.text()), (std::vector<std::string>{"resource.delete", "resource.create"}));
        QCOMPARE(found(present.text()), (std::vector<std::string>{"resource.create"}));
        QCOMPARE(found(former.text().substr(0, 8)).size(), std::size_t(2));
        QCOMPARE(found(guidText(recordOf(former))).size(), std::size_t(2)); // as directories write it
        QVERIFY(found(former.text().substr(0, 7)).empty());                 // too short: it could be part of a name
        QVERIFY(!engine::hasId({}, former.text()));
    }

    void aVersionIsFoundByItsId()
    {
        const auto key = test::id<KeyId>();
        const auto version = test::id<VersionId>();
        QVERIFY(engine::hasId(referenceTo(key, version), version.text()));
        QVERIFY(engine::hasId(referenceTo(key, version), key.text()));
        QVERIFY(!engine::hasId(referenceTo(key), version.text()));
    }

    /// Uses are counted by the version's id, whatever the entry calls it; entries of before by their text, as ever.
    void usesAreCountedById()
    {
        test::Desk desk(m_folders.fresh(), m_clock);
        const auto version = test::id<VersionId>();
        const auto other = test::id<VersionId>();
        auto use = engine::entryBy(Actor::principal(test::id<PrincipalId>(), "app", "local"), "unwrapKey",
                                   "https://kv1.vault.keyward.local/keys/k/" + other.text());
        const auto key = test::id<KeyId>();
        use.subjectId = referenceTo(key, version);
        KW_OK(desk.engine().note(use));
        use.subjectId.reset(); // as the first edition had it
        KW_OK(desk.engine().note(use));
        KW_OK(desk.engine().note(use));
        engine::KeyUsage usage(desk.engine());
        QCOMPARE(test::must(usage.of({key, version, "kv1"})).allowed, std::uint64_t(1));
        QCOMPARE(test::must(usage.of({key, other, "KV1"})).allowed, std::uint64_t(2));
        // A copy in another vault has the same version, and was never used.
        QCOMPARE(test::must(usage.of({test::id<KeyId>(), version, "kv2"})).allowed, std::uint64_t(0));
        QCOMPARE(test::must(usage.of({key, other, "kv2"})).allowed, std::uint64_t(0));
    }

    void entriesOfTheFirstEditionAreRead()
    {
        engine::AuditEntry entry;
        entry.time = m_clock.now();
        entry.principal = "owner";
        entry.operation = "vault.create";
        entry.subject = "kv1";
        entry.actor = Actor::Kind::Owner;
        Encoder first; // no number before it, and nothing of the second edition
        first(entry);
        const auto old = first.take();
        const auto read = test::must(engine::decodeEntry(7, old));
        QVERIFY(read.subject == "kv1" && read.sequence == 7 && read.time == entry.time);
        QVERIFY(!read.actor && !read.principalId && !read.subjectId);
        auto longer = old;
        longer.push_back(1);
        KW_REFUSED(engine::decodeEntry(7, longer), Code::AuditTampered);
    }

    void anEntryOfANewerEditionIsRefused()
    {
        engine::AuditEntry entry;
        entry.time = m_clock.now();
        entry.actor = Actor::Kind::Operator;
        entry.subjectId = referenceTo(test::id<KeyId>(), test::id<VersionId>());
        auto bytes = engine::encodeEntry(entry);
        const auto read = test::must(engine::decodeEntry(1, bytes));
        QVERIFY(read.actor == entry.actor && read.subjectId == entry.subjectId && !read.principalId);
        bytes[1] = engine::AuditEntry::edition + 1;
        KW_REFUSED(engine::decodeEntry(1, bytes), Code::StoreNewer);
        bytes[1] = 0;
        KW_REFUSED(engine::decodeEntry(1, bytes), Code::AuditTampered);
        bytes[1] = engine::AuditEntry::edition;
        bytes.push_back(0);
        KW_REFUSED(engine::decodeEntry(1, bytes), Code::AuditTampered);
    }
};

QTEST_GUILESS_MAIN(TestLogIds)
#include "tst_log_ids.moc"
