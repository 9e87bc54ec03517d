// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/engine/store_import.h"
#include "backend/estate/impact.h"

using namespace keyward;
using namespace keyward::estate;

class TestImport : public QObject
{
    Q_OBJECT

    static crypto::SecretBytes file(const char *name)
    {
        QFile in(QStringLiteral(KEYWARD_SOURCE_DIR "/tests/backend/crypto/import/") + QString::fromLatin1(name));
        if (!in.open(QIODevice::ReadOnly)) test::giveUp({Code::Io, name, {"missing"}, {}});
        const auto bytes = in.readAll();
        return test::must(crypto::SecretBytes::copyOf(
            {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())}));
    }
    static engine::ImportRequest request(const VaultId &vault, const std::string &name, crypto::SecretBytes contents)
    {
        engine::ImportRequest out;
        out.vault = vault;
        out.name = test::must(KeyName::from(name));
        out.file = std::move(contents);
        return out;
    }
    test::Folders m_folders;
    test::ManualClock m_clock;
    std::filesystem::path fresh() { return m_folders.fresh(); }

private Q_SLOTS:
    void MOD_4_anImportedKeyWorksAndIsMarked()
    {
        test::Desk desk(fresh(), m_clock);
        engine::StoreKeyImport importer(desk.engine());
        const auto vault = desk.vault("kv1");
        const auto looked = test::must(importer.look(request(vault, "cmk", file("rsa-pkcs8.pem")), test::owner));
        QVERIFY(!desk.estate()->keyNamed(vault, "cmk")); // looking changes nothing
        QCOMPARE(looked.spec.text(), std::string("RSA 2048"));
        const auto done = test::must(importer.import(request(vault, "cmk", file("rsa-pkcs8.pem")), test::owner));
        const auto *key = desk.estate()->key(done.key);
        QVERIFY(key->latest().origin == MaterialOrigin::Imported && !key->latest().pending);
        QCOMPARE(key->latest().importedFrom, std::string("PEM"));
        // A resource uses it like any other.
        const auto resource = desk.resource("rsv1");
        const auto identity = desk.identity(resource);
        desk.grant(vault, identity);
        KW_OK(desk.run(command::SetKey{resource, vault, done.key, {}, {}, test::id<JobId>()}));
        const engine::KeyRequest use{
            identity, vault, done.key, done.version, "test", {}, Origin::of("recovery-services-vault")};
        const auto wrapped = test::must(
            desk.keys().wrap(use, WrapAlgorithm::RsaOaep256, test::secret("0123456789abcdef0123456789abcdef")));
        QVERIFY(test::must(desk.keys().unwrap(use, WrapAlgorithm::RsaOaep256, wrapped))
                    .sameAs(test::secret("0123456789abcdef0123456789abcdef")));
        // The same material twice is refused; other material becomes the next version, after a restart too.
        KW_REFUSED(importer.import(request(vault, "cmk", file("rsa-pkcs8.der")), test::owner), Code::AlreadyExists);
        KW_OK(importer.import(request(vault, "cmk", file("kek.pem")), test::owner));
        QCOMPARE(desk.estate()->key(done.key)->versions.size(), std::size_t(2));
        KW_REFUSED(importer.import(request(vault, "cmk", file("rsa-keytool.p12")), test::owner),
                   Code::ImportNeedsPassphrase);
        auto other = request(vault, "cmk", file("rsa-keytool.p12"));
        other.passphrase = test::secret("secret");
        KW_REFUSED(importer.import(other, test::owner), Code::SpecDiffers); // RSA 3072
        KW_REFUSED(importer.import(request(vault, "aes", file("aes-256.bin")), test::owner), Code::KindNeedsManagedHsm);
        auto hsm = request(vault, "h", file("rsa-pkcs8.pem"));
        hsm.hsm = true;
        KW_REFUSED(importer.import(hsm, test::owner), Code::KindNeedsPremium);
    }

    void importedKeysSurviveAndAreLogged()
    {
        const auto path = fresh();
        KeyId id;
        VersionId version;
        VaultId vault;
        PrincipalId identity;
        {
            test::Desk desk(path, m_clock);
            engine::StoreKeyImport importer(desk.engine());
            vault = desk.vault("kv1");
            const auto done = test::must(importer.import(request(vault, "k", file("ec-p256-sec1.pem")), test::owner));
            id = done.key;
            version = done.version;
            identity = desk.identity(desk.resource("rsv1"));
            desk.grant(vault, identity, "sign,verify");
            QCOMPARE(test::must(desk.engine().newest(10, 0))[3].operation, std::string("key.import"));
        }
        test::Desk desk(path, m_clock);
        const engine::KeyRequest use{identity, vault, id, version, "test", {}};
        const auto signature = test::must(desk.keys().sign(use, SignAlgorithm::Es256, bytesOf("text")));
        KW_OK(desk.keys().verify(use, SignAlgorithm::Es256, bytesOf("text"), signature));
    }

    void MOD_4_transferBlobsOpenOnlyForTheirKey()
    {
        test::Desk desk(fresh(), m_clock);
        engine::StoreKeyImport importer(desk.engine());
        const auto vault = desk.vault("kv1");
        const auto other = desk.vault("kv2");
        command::VersionSeed seed{
            test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, PermissionSet{Permission::Import}};
        KW_OK(desk.run(command::CreateKey{test::id<KeyId>(), vault, test::must(KeyName::from("kek")),
                                          test::must(KeySpec::rsa(2048)), seed}));
        const auto kek = *desk.estate()->keyNamed(vault, "kek");
        const auto original = test::must(crypto::readForeignKey(test::context(), file("rsa-pkcs8.pem")));
        const auto blobFor = [&](const Key &key, const std::string &kid) {
            const auto pub = test::must(crypto::PublicKey::fromSpki(test::context(), key.latest().spki));
            const auto text = crypto::transferBlobText(
                {kid, test::must(crypto::sealTransfer(*test::context(), pub, original.material))}, "test");
            return test::must(crypto::SecretBytes::copyOf(text));
        };
        const auto kid = keyUri(*desk.estate()->vault(vault), kek, &kek.latest().id);
        const auto done = test::must(importer.import(request(vault, "cmk", blobFor(kek, kid)), test::owner));
        QCOMPARE(desk.estate()->key(done.key)->latest().spki, original.spki);
        QCOMPARE(desk.estate()->key(done.key)->latest().importedFrom, std::string("transfer blob under kek"));
        KW_REFUSED(importer.import(request(other, "cmk", blobFor(kek, kid)), test::owner), Code::ImportMalformed);
        KW_REFUSED(
            importer.import(request(vault, "x", blobFor(kek, "https://kv9.vault.keyward.local/keys/kek")), test::owner),
            Code::NotFound);
        const auto plain = desk.key(vault, "plain"); // made for everything but import
        const auto plainKey = *desk.estate()->key(plain);
        KW_REFUSED(
            importer.import(request(vault, "x", blobFor(plainKey, keyUri(*desk.estate()->vault(vault), plainKey))),
                            test::owner),
            Code::OperationNotOnKey);
        KW_OK(desk.run(command::UpdateKeyVersion{kek.id, kek.latest().id, false, {}, {}, {}, {}}));
        KW_REFUSED(importer.import(request(vault, "x", blobFor(kek, kid)), test::owner), Code::KeyDisabled);
        // Such a key does nothing else.
        const auto identity = desk.identity(desk.resource("rsv1"));
        desk.grant(vault, identity);
        KW_OK(desk.run(command::UpdateKeyVersion{kek.id, kek.latest().id, true, {}, {}, {}, {}}));
        KW_REFUSED(desk.keys().unwrap({identity, vault, kek.id, kek.latest().id, "test", {}}, WrapAlgorithm::RsaOaep,
                                      Bytes(256)),
                   Code::OperationNotOnKey);
        KW_REFUSED(desk.run(command::UpdateKeyVersion{
                       kek.id, kek.latest().id, {}, {}, {}, {}, PermissionSet{Permission::Import, Permission::Sign}}),
                   Code::ValueInvalid);
    }

    // Mend 20: what is refused in the open is refused in a transfer blob, and an old encryption is told to whoever
    // imports.
    void MOD_4_weakKeysAreRefusedInTransferBlobsToo()
    {
        test::Desk desk(fresh(), m_clock);
        engine::StoreKeyImport importer(desk.engine());
        const auto vault = desk.vault("kv1");
        command::VersionSeed seed{
            test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, PermissionSet{Permission::Import}};
        KW_OK(desk.run(command::CreateKey{test::id<KeyId>(), vault, test::must(KeyName::from("kek")),
                                          test::must(KeySpec::rsa(2048)), seed}));
        const auto kek = *desk.estate()->keyNamed(vault, "kek");
        const auto pub = test::must(crypto::PublicKey::fromSpki(test::context(), kek.latest().spki));
        for (const char *name :
             {"weak-close-primes.pem", "weak-small-d.pem", "weak-unbalanced.pem", "weak-exponent-65-bits.pem"}) {
            KW_REFUSED(importer.import(request(vault, "weak", file(name)), test::owner), Code::ImportWeak);
            const auto sealed = test::must(crypto::sealTransfer(*test::context(), pub, file(name)));
            const auto text =
                crypto::transferBlobText({keyUri(*desk.estate()->vault(vault), kek, &kek.latest().id), sealed}, "test");
            KW_REFUSED(
                importer.import(request(vault, "weak", test::must(crypto::SecretBytes::copyOf(text))), test::owner),
                Code::ImportWeak);
        }
        QVERIFY(!desk.estate()->keyNamed(vault, "weak"));
    }

    void MOD_4_anOldEncryptionIsTold()
    {
        test::Desk desk(fresh(), m_clock);
        engine::StoreKeyImport importer(desk.engine());
        auto asked = request(desk.vault("kv1"), "k", file("rsa-rc4.pem"));
        asked.passphrase = test::secret("secret");
        const auto done = test::must(importer.import(asked, test::owner));
        QCOMPARE(done.outdated, std::string("RC4"));
        QCOMPARE(desk.estate()->key(done.key)->latest().importedFrom, std::string("encrypted PEM (RC4)"));
    }

    void escrowIsForImportedKeysOnly()
    {
        test::Desk desk(fresh(), m_clock);
        engine::StoreKeyImport importer(desk.engine());
        const auto vault = desk.vault("kv1");
        const auto made = desk.key(vault, "made");
        KW_REFUSED(desk.run(command::NoteEscrow{made, desk.estate()->key(made)->latest().id, "safe"}),
                   Code::ValueInvalid);
        const auto done = test::must(importer.import(request(vault, "cmk", file("rsa-pkcs8.pem")), test::owner));
        KW_OK(desk.run(command::NoteEscrow{done.key, done.version, "safe 3"}));
        QCOMPARE(desk.estate()->key(done.key)->latest().escrow->place, std::string("safe 3"));
        KW_OK(desk.run(command::NoteEscrow{done.key, done.version, ""}));
        QVERIFY(!desk.estate()->key(done.key)->latest().escrow);
    }

    void VLT_7_backupsAreRememberedAndAPurgeNamesThem()
    {
        const auto path = fresh();
        test::Desk desk(path, m_clock);
        engine::StoreKeyBackup backups(desk.engine());
        const auto vault = desk.vault("kv1", false);
        const auto key = desk.key(vault, "k");
        QVERIFY(!desk.estate()->key(key)->backupIsCurrent());
        const auto blob = path / "k.keybackup";
        KW_OK(backups.backUpTo(key, blob, test::owner));
        QVERIFY(desk.estate()->key(key)->backupIsCurrent());
        KW_REFUSED(backups.backUpTo(key, blob, test::owner), Code::FileExists);
        m_clock.advance(Days(1));
        KW_OK(desk.run(desk.rotation(key)));
        QVERIFY(!desk.estate()->key(key)->backupIsCurrent()); // MOD-6
        KW_REFUSED(backups.backUpTo(key, path / "no-such-folder" / "k", test::owner), Code::Io);
        QVERIFY(!desk.estate()->key(key)->backupIsCurrent()); // a file that was not written is no backup
        KW_OK(desk.run(command::DeleteKey{key}));
        const command::PurgeKey purge{key};
        const auto held = stillHeldBy(*desk.estate(), purge);
        QCOMPARE(held.size(), std::size_t(1));
        QVERIFY2(held[0].contains("kv1/k, 1 version: " + blob.string()), held[0].c_str());
        KW_OK(desk.run(purge));
        // The blob brings it back, as a key of its own; in another geography it does not.
        QFile in(QString::fromStdString(blob.string()));
        QVERIFY(in.open(QIODevice::ReadOnly));
        const auto bytes = in.readAll();
        const ByteView view(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                            static_cast<std::size_t>(bytes.size()));
        const auto abroad = desk.vault("kv-us", true, "eastus");
        KW_REFUSED(backups.restore(abroad, view, test::owner), Code::BackupForeign);
        const auto neighbour = desk.vault("kv-north", true, "northeurope");
        const auto restored = test::must(backups.restore(neighbour, view, test::owner));
        QVERIFY(restored != key);
        QCOMPARE(desk.estate()->key(restored)->versions.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
