// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys in the window: made with everything they can have, brought from files, changed, tried, restored.

#include "models/actions/action_draft.h"
#include "models/actions/fields.h"
#include "models/actions/key_fields.h"
#include "models/drafts/key_file_draft.h"
#include "models/drafts/try_draft.h"
#include "models/presenter.h"
#include "tests/support/opened.h"

using namespace keyward;
using namespace keyward::models;
using keyward::test::must;
using keyward::test::Opened;

namespace {

QString foreign(const char *name)
{
    return QStringLiteral(KEYWARD_SOURCE_DIR "/tests/backend/crypto/import/") + QString::fromLatin1(name);
}

SecretDraft typed(const char *secret)
{
    SecretDraft out;
    out.type(QString::fromLatin1(secret));
    return out;
}

void write(const QString &file, const QByteArray &what)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(what);
}

QByteArray read(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

bool settled(const KeyFileDraft &draft)
{
    return draft.stage() != KeyFileDraft::Stage::Reading && draft.stage() != KeyFileDraft::Stage::NoFile;
}

QString valueOf(const KeyFileDraft &draft, const char *label)
{
    for (const auto &fact : draft.holds())
        if (fact.label == QLatin1String(label)) return fact.value;
    return {};
}

/// A vault, a key and an application that may do some things with it.
struct Tried {
    Opened opened;
    estate::VaultId vault = opened.vault("kv1");
    estate::KeyId key = opened.key(vault, "k");
    estate::PrincipalId app = test::id<estate::PrincipalId>();
    explicit Tried(const char *permissions)
    {
        const auto &settings = opened.inner().console().snapshot()->settings();
        must(opened.run(estate::command::CreateApplication{app, must(DisplayName::from("billing")), settings.tenant,
                                                           "0a1b2c3d-0000-4000-8000-000000000001"}));
        must(opened.run(estate::command::SetAccessPolicy{vault, app, must(estate::PermissionSet::from(permissions))}));
        opened.settle();
    }
};

void carryOut(TryDraft &draft)
{
    QVERIFY2(draft.ready(), qPrintable(draft.blocker()));
    draft.run();
    QTRY_VERIFY(draft.answered());
}

} // namespace

class TestKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void momentsAreReadAsPeopleWriteThem()
    {
        const auto now = must(parseInstant("2026-11-21T12:00:00Z"));
        for (const auto *day : {"21 Nov 2027", "2027-11-21", "21.11.2027", "21 November 2027", "21/11/2027"}) {
            const auto at = momentFrom(QString::fromLatin1(day), now);
            QVERIFY2(at && shortDate(*at) == "21 Nov 2027", day);
        }
        QCOMPARE(momentText(must(momentFrom("21 Nov 2027, 08:41", now))), QStringLiteral("21 Nov 2027, 08:41"));
        QCOMPARE(must(momentFrom("365d", now)), now + Days(365));
        QCOMPARE(must(momentFrom("2027-11-21T08:41:00Z", now)), must(parseInstant("2027-11-21T08:41:00Z")));
        QVERIFY(!momentFrom("soon", now) && !momentFrom("31.2.2027", now));
        const auto field = momentField("at", "At", {}, "never", now);
        QVERIFY(field.optional && field.hint.contains(localZone()) && field.hint.contains("never"));
        QVERIFY(!field.error("soon").isEmpty() && field.error("365d").isEmpty());
        QVERIFY(field.comesTo("365d").startsWith(dateAndTime(now + Days(365))));
    }

    void tagsMayHoldCommas()
    {
        const estate::Tags tags{{"owner", "ada, countess"}, {"purpose", "backup"}};
        QCOMPARE(tagsFrom(tagsText(tags)), tags);
        QCOMPARE(tagsFrom("a=b,c = d "), (estate::Tags{{"a", "b"}, {"c", "d"}}));
    }

    /// VLT-4: the kinds that the tier takes are offered, no others.
    void VLT_4_kindsGoByTheTier()
    {
        const auto has = [](const std::vector<Field::Option> &options, const char *value) {
            return std::ranges::any_of(options, [&](const auto &one) { return one.value == QLatin1String(value); });
        };
        const auto standard = kindOptions(estate::Tier::Standard), premium = kindOptions(estate::Tier::Premium);
        QVERIFY(has(standard, "RSA:4096") && has(standard, "EC:P-256K") && !has(standard, "RSA-HSM:2048"));
        QVERIFY(has(premium, "EC-HSM:P-384"));
        for (const auto &one : premium) QCOMPARE(text(must(specOf(one.value)).text()), one.text);
        QVERIFY(!kindNote("RSA-HSM:2048").isEmpty() && kindNote("RSA:2048").isEmpty());
    }

    void aKeyIsMadeWithAllThatItCanHave()
    {
        Opened opened;
        const auto vault = opened.vault("kv1");
        opened.settle();
        ActionDraft draft(*actionById("key.create"), *opened.workspace, Target::of(vault));
        draft.setValue("name", "signer");
        QVERIFY(draft.form().asks("operations") && !draft.form().asks("ecOperations"));
        draft.setValue("kind", "EC:P-521");
        QVERIFY(!draft.form().asks("operations") && draft.form().asks("ecOperations"));
        draft.setValue("activation", "2d");
        draft.setValue("expires", "1d");
        QTRY_VERIFY(!draft.impact().refusal().empty()); // it would expire before it begins
        draft.setValue("expires", "400d");
        draft.setValue("ecOperations", "verify");
        draft.setValue("tags", "owner=ada");
        draft.setValue("enabled", false);
        QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
        draft.commit();
        QTRY_VERIFY(opened.estate().keyNamed(vault, "signer"));
        const auto &made = opened.estate().keyNamed(vault, "signer")->latest();
        QVERIFY(made.notBefore && made.expires && !made.enabled);
        QCOMPARE(made.operations.text(), std::string("verify"));
        QCOMPARE(made.tags.at("owner"), std::string("ada"));
    }

    /// What stands there is filled in; only what differs is said, and nothing at all is no change.
    void attributesAreChangedFromWhatIsThere()
    {
        Opened opened;
        const auto vault = opened.vault("kv1");
        const auto id = test::id<estate::KeyId>();
        estate::command::VersionSeed seed{test::id<estate::VersionId>(), test::id<RecordId>()};
        seed.expires = opened.inner().console().now() + Days(100) + std::chrono::seconds(7);
        seed.tags = estate::Tags{{"owner", "ada"}};
        must(opened.run(estate::command::CreateKey{id, vault, must(KeyName::from("k")), {}, seed}));
        opened.settle();
        const auto expiry = *opened.estate().key(id)->latest().expires;
        ActionDraft draft(*actionById("key.edit"), *opened.workspace, Target::of(id));
        QCOMPARE(draft.values()["expires"].toString(), momentText(expiry));
        QCOMPARE(draft.values()["tags"].toString(), QStringLiteral("owner=ada"));
        QVERIFY(!draft.ready() && draft.blocker().contains("Nothing"));
        draft.setValue("activation", "1h");
        draft.setValue("operations", "wrapKey,unwrapKey");
        QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
        draft.commit();
        const auto latest = [&]() -> const estate::KeyVersion & { return opened.estate().key(id)->latest(); };
        QTRY_VERIFY(latest().notBefore);
        QCOMPARE(*latest().expires, expiry); // to the second, though the field says minutes
        QCOMPARE(latest().operations.text(), std::string("unwrapKey,wrapKey"));
        ActionDraft ending(*actionById("version.edit"), *opened.workspace, Target::of(id, latest().id));
        ending.setValue("activation", "");
        ending.setValue("expires", "");
        ending.setValue("tags", "");
        ending.setValue("enabled", false);
        QTRY_VERIFY2(ending.ready(), qPrintable(ending.blocker()));
        ending.commit();
        QTRY_VERIFY(!latest().enabled);
        QVERIFY(!latest().notBefore && !latest().expires && latest().tags.empty());
    }

    /// VLT-8: what the next version takes over is said, and so is who goes over to it.
    void VLT_8_aRotationSaysWhatIsTakenOver()
    {
        Opened opened;
        const auto bound = opened.bound();
        opened.settle();
        ActionDraft draft(*actionById("key.rotate"), *opened.workspace, Target::of(bound.key));
        QVERIFY(draft.statement().contains("version 2"));
        QVERIFY(draft.statement().contains("takes over what the one before it allows"));
        QVERIFY(draft.statement().contains("never expires"));
        QVERIFY2(draft.statement().contains("over to it"), qPrintable(draft.statement()));
        draft.setValue("expires", "30d");
        QVERIFY(draft.statement().contains("valid until"));
        draft.setValue("operations", "wrapKey,unwrapKey");
        QVERIFY(draft.statement().contains("Unlike the one before it"));
    }

    void MOD_4_aFileIsShownBeforeItIsImported_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("spec");
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("locked");
        const auto row = [](const char *file, const char *spec, const char *format, bool locked = false) {
            QTest::newRow(file) << foreign(file) << spec << format << locked;
        };
        row("rsa-pkcs8.pem", "RSA 2048", "PEM");
        row("rsa-pkcs8.der", "RSA 2048", "PKCS#8");
        row("rsa-encrypted.pem", "RSA 2048", "encrypted PEM", true);
        row("rsa-openssl.p12", "RSA 2048", "PKCS#12", true);
        row("ec-p-256k.jwk", "EC P-256K", "JWK");
    }
    void MOD_4_aFileIsShownBeforeItIsImported()
    {
        QFETCH(QString, file);
        QFETCH(QString, spec);
        QFETCH(QString, format);
        QFETCH(bool, locked);
        Opened opened;
        const auto vault = opened.vault("kv1");
        opened.settle();
        ImportDraft draft(*opened.workspace, Target::of(vault));
        QVERIFY(!draft.ready());
        draft.setFile(file);
        QTRY_VERIFY(settled(draft));
        if (locked) {
            QCOMPARE(draft.stage(), KeyFileDraft::Stage::NeedsPassphrase);
            QVERIFY(!draft.ready() && draft.holds().empty());
            auto wrong = typed("wrong");
            draft.open(wrong);
            QVERIFY(wrong.empty());
            QTRY_VERIFY(draft.wrongPassphrase());
            auto right = typed("secret");
            draft.open(right);
            QTRY_COMPARE(draft.stage(), KeyFileDraft::Stage::Known);
        }
        QCOMPARE(draft.stage(), KeyFileDraft::Stage::Known);
        QCOMPARE(valueOf(draft, "Key"), spec);
        QCOMPARE(valueOf(draft, "Format"), format);
        QVERIFY(!valueOf(draft, "Public key, SHA-256").isEmpty());
        const auto suggested = draft.form().values()["name"].toString();
        QVERIFY2(QFileInfo(file).completeBaseName().startsWith(suggested.section('-', 0, 0)), qPrintable(suggested));
        draft.setValue("name", "brought");
        draft.setValue("tags", "from=elsewhere");
        draft.setValue("escrow", "safe 3, Amsterdam");
        QTRY_VERIFY2(draft.ready(), qPrintable(draft.blocker()));
        QVERIFY(draft.impact()->headline().contains("kv1/brought"));
        QVERIFY(!opened.estate().keyNamed(vault, "brought")); // only shown so far
        QSignalSpy done(&draft, &KeyFileDraft::done);
        draft.commit();
        QTRY_COMPARE(done.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!opened.workspace->errands().running(), 60'000);
        opened.settle();
        const auto *key = opened.estate().keyNamed(vault, "brought");
        QVERIFY2(key, qPrintable(opened.workspace->notifications().at(0).text));
        QCOMPARE(text(key->spec.text()), spec);
        QCOMPARE(key->latest().tags.at("from"), std::string("elsewhere"));
        QCOMPARE(key->latest().escrow->place, std::string("safe 3, Amsterdam"));
        QVERIFY(stateOf(*actionById("key.escrow"), {*opened.workspace, opened.workspace->moment(), Target::of(key->id)})
                    .enabled);
    }

    void MOD_4_whatIsOfNoUseIsRefusedWithItsReason()
    {
        Opened opened;
        const auto vault = opened.vault("kv1");
        opened.settle();
        ImportDraft draft(*opened.workspace, Target::of(vault));
        const auto refusedAs = [&](const QString &file, const char *words) {
            draft.setFile(file);
            QTRY_VERIFY(settled(draft));
            QCOMPARE(draft.stage(), KeyFileDraft::Stage::Refused);
            QVERIFY2(draft.refusal().whole().contains(QLatin1String(words)), qPrintable(draft.refusal().whole()));
            QVERIFY(!draft.ready());
            QVERIFY(!draft.refusal().whole().contains("keywardctl"));
        };
        refusedAs(foreign("rsa-1024.pem"), "1024");
        refusedAs(foreign("rsa-public.pem"), "rsa-public.pem");
        refusedAs(foreign("aes-256.bin"), "managed HSM");
        refusedAs(foreign("two-keys.pem"), "different keys");
        refusedAs(foreign("no-such.pem"), "no such file");
        draft.setFile({});
        QCOMPARE(draft.stage(), KeyFileDraft::Stage::NoFile);
        // A wrong name is a matter of the name, not of the file.
        draft.setFile(foreign("rsa-pkcs8.pem"));
        QTRY_COMPARE(draft.stage(), KeyFileDraft::Stage::Known);
        draft.setValue("name", "not a name");
        QVERIFY(!draft.ready());
        QCOMPARE(draft.stage(), KeyFileDraft::Stage::Known);
    }

    /// A blob made here is imported again, under the key that it was made for.
    void MOD_4_aTransferBlobGoesThereAndBack()
    {
        Opened opened;
        const auto vault = opened.vault("kv1");
        const auto kek = test::id<estate::KeyId>();
        estate::command::VersionSeed seed{test::id<estate::VersionId>(), test::id<RecordId>()};
        seed.operations = estate::PermissionSet{estate::Permission::Import};
        must(opened.run(estate::command::CreateKey{kek, vault, must(KeyName::from("kek")), {}, seed}));
        const auto plain = opened.key(vault, "plain");
        opened.settle();
        const Situation onKek{*opened.workspace, opened.workspace->moment(), Target::of(kek)};
        QVERIFY(stateOf(*actionById("key.transfer"), onKek).enabled);
        QVERIFY(
            !stateOf(*actionById("key.transfer"), {*opened.workspace, opened.workspace->moment(), Target::of(plain)})
                 .supported);
        TransferDraft transfer(*opened.workspace, Target::of(kek));
        transfer.setFile(foreign("ec-p256-sec1.pem"));
        QTRY_COMPARE(transfer.stage(), KeyFileDraft::Stage::Known);
        QCOMPARE(valueOf(transfer, "Key"), QStringLiteral("EC P-256"));
        transfer.setValue("output", opened.path("k.byok"));
        QVERIFY2(transfer.ready(), qPrintable(transfer.blocker()));
        transfer.commit();
        QTRY_VERIFY(QFile::exists(opened.path("k.byok")) && !opened.workspace->errands().running());
        ImportDraft import(*opened.workspace, Target::of(vault));
        import.setFile(opened.path("k.byok"));
        QTRY_COMPARE(import.stage(), KeyFileDraft::Stage::Known);
        QCOMPARE(valueOf(import, "Key"), QStringLiteral("EC P-256"));
        QVERIFY(import.form().asks("ecOperations"));
    }

    void VLT_7_aKeyComesBackFromItsBackup()
    {
        Opened opened;
        const auto vault = opened.vault("kv1", false);
        const auto key = opened.key(vault, "k");
        must(opened.inner().keyBackup().backUpTo(key, opened.path("k.keybackup").toStdString(), test::owner));
        opened.settle();
        const auto restore = [&](const QString &file) {
            ActionDraft draft(*actionById("key.restore"), *opened.workspace, Target::of(vault));
            draft.setValue("file", file);
            if (!draft.ready()) return draft.blocker();
            const auto before = opened.workspace->notifications().rowCount();
            draft.commit();
            if (!QTest::qWaitFor([&] { return opened.workspace->notifications().rowCount() > before; }, 30'000))
                return QStringLiteral("nothing was told");
            opened.settle();
            return opened.workspace->notifications().at(0).text;
        };
        QVERIFY(restore(opened.path("none.keybackup")).contains("no such file"));
        const auto taken = restore(opened.path("k.keybackup"));
        QVERIFY2(taken.contains("exists already"), qPrintable(taken));
        must(opened.run(estate::command::DeleteKey{key}));
        opened.settle();
        ActionDraft purge(*actionById("key.purge"), *opened.workspace, Target::of(key));
        QVERIFY2(purge.statement().contains("k.keybackup"), qPrintable(purge.statement()));
        must(opened.run(estate::command::PurgeKey{key}));
        opened.settle();
        write(opened.path("other.keybackup"), "not one");
        QVERIFY(restore(opened.path("other.keybackup")).contains("is not a key backup"));
        QVERIFY(restore(opened.path("k.keybackup")).contains("kv1/k was restored"));
        QVERIFY(opened.estate().keyNamed(vault, "k"));
    }

    /// VLT-6: deleted keys stand on a page of their own, with what brings them back or ends them.
    void VLT_6_deletedKeysAreListed()
    {
        Opened opened;
        const auto vault = opened.vault("kv1", false);
        const auto other = opened.vault("kv2", false);
        const auto gone = opened.key(vault, "gone");
        opened.key(vault, "there");
        must(opened.run(estate::command::DeleteKey{gone}));
        must(opened.run(estate::command::DeleteKey{opened.key(other, "gone-too")}));
        opened.settle();
        const auto presenterOf = [&](const char *blade, const Target &target) {
            return bladeById(QString::fromLatin1(blade))->make(*opened.workspace, target);
        };
        const auto all = presenterOf("deletedKeys", {});
        const auto mine = presenterOf("vault.deletedKeys", Target::of(vault));
        auto &ofAll = static_cast<TablePart *>(all->parts().front())->model();
        auto &ofMine = static_cast<TablePart *>(mine->parts().front())->model();
        QTRY_COMPARE(ofAll.rowCount(), 2);
        QTRY_COMPARE(ofMine.rowCount(), 1);
        QCOMPARE(*ofMine.targetAt(0), Target::of(gone));
        QStringList offered;
        for (const auto *record : actionsIn("vault.deletedKeys")) offered += record->id;
        QCOMPARE(offered, (QStringList{"key.recover", "key.purge"}));
        must(opened.run(estate::command::RecoverKey{gone}));
        opened.settle();
        QTRY_COMPARE(ofMine.rowCount(), 0);
    }

    void keysAreTriedOnATextThereAndBack()
    {
        Tried tried("encrypt,decrypt,sign,verify");
        TryDraft draft(*tried.opened.workspace, Target::of(tried.key));
        draft.setValue("as", text(tried.app.text()));
        draft.setValue("text", "a small text, ünïcode");
        carryOut(draft);
        QVERIFY2(draft.allowed(), qPrintable(draft.refusal().whole()));
        QVERIFY(draft.sentence().contains("billing") && draft.sentence().contains("RSA-OAEP-256"));
        QCOMPARE(QByteArray::fromBase64(draft.resultText().toLatin1()).size(), 256);
        QVERIFY(!draft.goesOnWith().isEmpty());
        draft.goOn();
        QVERIFY(!draft.answered()); // what was shown is gone with the question
        carryOut(draft);
        QCOMPARE(draft.resultText(), QStringLiteral("a small text, ünïcode"));
        const auto file = tried.opened.path("plain");
        draft.save(file);
        QTRY_VERIFY(!draft.saved().isEmpty());
        QCOMPARE(read(file), QByteArray("a small text, ünïcode"));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        draft.save(file);
        QVERIFY(draft.saved().contains("not overwritten"));
        draft.setValue("operation", "sign");
        QVERIFY(!draft.hasResult());
        carryOut(draft);
        draft.goOn();
        carryOut(draft);
        QVERIFY2(draft.allowed() && !draft.hasResult(), qPrintable(draft.refusal().whole()));
        draft.setValue("text", "another text");
        carryOut(draft);
        QVERIFY(!draft.allowed() && draft.rule().isEmpty()); // the data decided, no rule of access
        const auto log = must(tried.opened.inner().log().newest(5));
        QCOMPARE(log[0].operation, std::string("verify"));
        QCOMPARE(log[0].principal, std::string("billing"));
    }

    /// A refusal says which rule it was, and is logged like any other.
    void VLT_9_aRefusalNamesItsRule()
    {
        Tried tried("encrypt,decrypt");
        TryDraft draft(*tried.opened.workspace, Target::of(tried.key));
        draft.setValue("as", text(tried.app.text()));
        draft.setValue("operation", "wrap");
        draft.setValue("text", "0123456789abcdef");
        carryOut(draft);
        QVERIFY(!draft.allowed() && !draft.hasResult());
        QVERIFY2(draft.rule().contains("access policies"), qPrintable(draft.rule()));
        QCOMPARE(must(tried.opened.inner().log().newest(1))[0].result, engine::AuditEntry::Result::Denied);
        must(tried.opened.run(estate::command::SetFirewall{tried.vault, estate::Firewall::Access::SelectedNetworks,
                                                           true, std::vector{must(IpRange::from("192.0.2.0/24"))}}));
        tried.opened.settle();
        draft.setValue("operation", "encrypt");
        draft.setValue("from", "not an address");
        QVERIFY(!draft.ready());
        draft.setValue("from", "203.0.113.9");
        carryOut(draft);
        QVERIFY2(draft.rule().contains("firewall"), qPrintable(draft.rule() + draft.refusal().whole()));
        draft.setValue("from", "192.0.2.7");
        carryOut(draft);
        QVERIFY2(draft.allowed(), qPrintable(draft.refusal().whole()));
        const auto version = tried.opened.estate().key(tried.key)->latest().id;
        must(tried.opened.run(estate::command::UpdateKeyVersion{tried.key, version, false, {}, {}, {}, {}}));
        tried.opened.settle();
        carryOut(draft);
        QVERIFY2(draft.rule().contains("state of the key version"), qPrintable(draft.rule()));
    }

    void anEllipticKeyIsOfferedWhatItCanDo()
    {
        Tried tried("sign,verify");
        const auto ec = tried.opened.key(tried.vault, "ec", must(KeySpec::ec("P-384")));
        tried.opened.settle();
        TryDraft draft(*tried.opened.workspace, Target::of(ec));
        const auto &operation = draft.form().fields().front();
        QCOMPARE(operation.options.size(), std::size_t(2));
        draft.setValue("as", text(tried.app.text()));
        draft.setValue("text", "a text");
        carryOut(draft);
        QVERIFY(draft.allowed() && draft.sentence().contains("ES384"));
    }

    /// Who used it last stands on its page.
    void whoUsedAKeyLastIsShown()
    {
        Tried tried("encrypt");
        engine::KeyRequest request{
            tried.app, tried.vault, tried.key, tried.opened.estate().key(tried.key)->latest().id, "127.0.0.1", {}};
        must(tried.opened.inner().keys().encrypt(request, WrapAlgorithm::RsaOaep256, test::secret("a secret")));
        const auto overview = bladeById("key.overview")->make(*tried.opened.workspace, Target::of(tried.key));
        const auto fact = [&](const char *label) -> QString {
            for (auto *part : overview->parts())
                if (auto *facts = qobject_cast<FactsPart *>(part))
                    for (const auto &one : facts->facts())
                        if (one.label == QLatin1String(label)) return one.value;
            return {};
        };
        QTRY_VERIFY(fact("Last used").contains("billing"));
        QVERIFY(fact("Last used").contains("Encrypt"));
        QVERIFY(fact("Uses so far").contains("1"));
        const auto versions = bladeById("key.versions")->make(*tried.opened.workspace, Target::of(tried.key));
        auto &table = static_cast<TablePart *>(versions->parts().front())->model();
        QTRY_VERIFY(table.cell(0, 5).text.contains("billing"));
    }
};

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
