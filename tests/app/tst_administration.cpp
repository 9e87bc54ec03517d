// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a vault administrator does, on the command line: keys, identities, access, networks.

#include "tests/app/command_line.h"

#include <sys/stat.h>

using keyward::test::CommandLine;

class TestAdministration : public QObject
{
    Q_OBJECT

    static void start(CommandLine &line)
    {
        QCOMPARE(line.makeQuickStore(), 0);
        QCOMPARE(line.run("vault create kv1 --region westeurope --purge-protection"), 0);
        QCOMPARE(line.run("key create kv1/cmk"), 0);
        QCOMPARE(line.run("app create orders"), 0);
    }
    static QJsonObject explained(CommandLine &line, const QString &options)
    {
        return line.json("access explain kv1/cmk " + options).object();
    }
    static QByteArray contents(const CommandLine &line, const char *name)
    {
        QFile file(line.path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void keysAreTriedOnFilesAsAPrincipal()
    {
        CommandLine line;
        start(line);
        line.write("plain", "a data key");
        QCOMPARE(line.run("key encrypt kv1/cmk --as orders --in plain --out c --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("access.denied"));
        QVERIFY(!QFile::exists(line.path("c")));
        QCOMPARE(
            line.run(
                "policy set kv1 --principal orders --key-permissions encrypt,decrypt,sign,verify,wrapKey,unwrapKey"),
            0);
        for (const auto &[there, back] : {std::pair("encrypt", "decrypt"), std::pair("wrap", "unwrap")}) {
            const auto suffix = QString::fromLatin1(there);
            QCOMPARE(line.run(QStringLiteral("key %1 kv1/cmk --as orders --in plain --out %1.out").arg(suffix)), 0);
            QCOMPARE(line.run(QStringLiteral("key %1 kv1/cmk --as orders --in %2.out --out %2.back")
                                  .arg(QLatin1String(back), suffix)),
                     0);
            QCOMPARE(contents(line, qPrintable(suffix + ".back")), QByteArray("a data key"));
            struct stat facts{};
            QCOMPARE(::stat(qPrintable(line.path(qPrintable(suffix + ".back"))), &facts), 0);
            QCOMPARE(facts.st_mode & 0777u, 0600u);
        }
        QCOMPARE(line.run("key encrypt kv1/cmk --as orders --in plain --out encrypt.out --json"),
                 1); // never over a file
        QCOMPARE(line.errorCode(), QStringLiteral("fileExists"));
        QCOMPARE(line.run("key sign kv1/cmk --as orders --in plain --out s"), 0);
        QCOMPARE(line.run("key verify kv1/cmk --as orders --in plain --signature s"), 0);
        line.write("plain", "another");
        QCOMPARE(line.run("key verify kv1/cmk --as orders --in plain --signature s --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("signature.invalid"));
        line.write("long", QByteArray(191, 'x'));
        QCOMPARE(line.run("key encrypt kv1/cmk --as orders --in long --out l --json"), 2);
        QCOMPARE(line.errorCode(), QStringLiteral("data.tooLong"));
        const auto use = line.json("key show kv1/cmk").object();
        QCOMPARE(use.value(QLatin1String("operationsAllowed")).toInt(), 6);
        QCOMPARE(use.value(QLatin1String("lastUse")).toObject().value(QLatin1String("principal")).toString(),
                 QStringLiteral("orders"));
        const auto log = line.json("audit list --limit 1").array()[0].toObject();
        QVERIFY(log.value(QLatin1String("principal")).toString() != QStringLiteral(""));
    }

    /// VLT-11: a name passes on; what was done under it before is found by the id of who did it.
    void VLT_11_theLogIsSearchedById()
    {
        CommandLine line;
        start(line);
        QCOMPARE(line.run("policy set kv1 --principal orders --key-permissions get,encrypt"), 0);
        line.write("plain", "a secret");
        QCOMPARE(line.run("key encrypt kv1/cmk --as orders --in plain --out sealed"), 0);
        const auto id = line.json("app show orders").object().value(QLatin1String("principalId")).toString();
        QCOMPARE(line.run("app delete orders --override --yes"), 0);
        QCOMPARE(line.run("app create orders"), 0);
        QVERIFY(line.json("app show orders").object().value(QLatin1String("principalId")).toString() != id);
        const auto uses = line.json(QStringLiteral("audit list --principal ") + id).array();
        QCOMPARE(uses.size(), 1);
        const auto use = uses[0].toObject();
        const auto is = [&](const char *name, const QString &value) {
            return use.value(QLatin1String(name)).toString() == value;
        };
        QVERIFY(is("operation", QStringLiteral("encrypt")) && is("principalId", id));
        QVERIFY(is("actor", QStringLiteral("principal")) && is("subjectKind", QStringLiteral("key")));
        const auto version = use.value(QLatin1String("subjectVersion")).toString();
        QVERIFY(is("subject", use.value(QLatin1String("subject")).toString().section(u'/', 0, -2) + u'/' + version));
        QCOMPARE(
            line.json(QStringLiteral("audit list --operation encrypt --subject ") + version.left(8)).array().size(), 1);
        QCOMPARE(line.json(QStringLiteral("audit list --operation application --subject ") + id.left(8)).array().size(),
                 1); // created; its end is principal.delete
        const auto own = line.json("audit list --operation estate --limit 1").array();
        QVERIFY(own.isEmpty() || own[0].toObject().value(QLatin1String("principalId")).isNull());
    }

    void VLT_10_networkTestSaysAllowOrDenyAndByWhichRule()
    {
        CommandLine line;
        start(line);
        QCOMPARE(line.run("policy set kv1 --principal orders --template service-encryption"), 0);
        QCOMPARE(line.run("network set kv1 --access selected --range 192.0.2.0/24"), 0);
        const auto test = [&](const char *address) {
            return line
                .json(QStringLiteral("network test kv1/cmk --from %1 --as orders --operation wrapKey")
                          .arg(QLatin1String(address)))
                .object();
        };
        QVERIFY(test("192.0.2.9").value(QLatin1String("allowed")).toBool());
        QCOMPARE(test("192.0.2.9").value(QLatin1String("networkRule")).toString(), QStringLiteral("ip-rule"));
        QVERIFY(!test("203.0.113.9").value(QLatin1String("allowed")).toBool());
        QCOMPARE(test("203.0.113.9").value(QLatin1String("rule")).toString(), QStringLiteral("firewall"));
        line.write("plain", "x");
        QCOMPARE(line.run("key wrap kv1/cmk --as orders --in plain --out w --json"),
                 1); // and so it is: from here, 127.0.0.1
        QCOMPARE(line.errorCode(), QStringLiteral("access.firewall"));
        QCOMPARE(line.run("key wrap kv1/cmk --as orders --from 192.0.2.9 --in plain --out w"), 0);
        QCOMPARE(line.run("network vnet-create vnet1 --region westeurope --space 10.1.0.0/16"), 0);
        QCOMPARE(line.run("network subnet-add vnet1/apps --range 10.1.2.0/24"), 0);
        QCOMPARE(line.run("network set kv1 --subnet vnet1/apps"), 2);
        QCOMPARE(line.run("endpoint request kv1 pe1 --subnet vnet1/apps"), 0);
        QVERIFY(!test("10.1.2.3").value(QLatin1String("allowed")).toBool());
        QCOMPARE(line.run("endpoint approve kv1 pe1 --note agreed"), 0);
        QCOMPARE(test("10.1.2.3").value(QLatin1String("networkRule")).toString(), QStringLiteral("private-endpoint"));
        QCOMPARE(line.run("network set kv1 --range 192.0.2.1/24"), 2);
        QVERIFY(line.err.contains("bits beyond the prefix"));
        QCOMPARE(line.json("network show kv1").object().value(QLatin1String("privateEndpoints")).toArray().size(), 1);
        QVERIFY(line.json("network trusted-services").array().size() > 20);
        QCOMPARE(line.json("network matrix").array().size(), 0);
    }

    void VLT_9_accessIsExplainedAndTheSwitchStaged()
    {
        CommandLine line;
        start(line);
        QCOMPARE(line.run("principal-group create team"), 0);
        QCOMPARE(line.run("principal-group add team --member orders"), 0);
        QCOMPARE(line.run("policy set kv1 --principal team --key-permissions get,sign"), 0);
        const auto why = explained(line, "--as orders --operation sign");
        QVERIFY(why.value(QLatin1String("allowed")).toBool());
        QCOMPARE(why.value(QLatin1String("grantedBy")).toArray()[0].toString(),
                 QStringLiteral("access policy, through group team"));
        QCOMPARE(explained(line, "--as orders --operation unwrapKey").value(QLatin1String("rule")).toString(),
                 QStringLiteral("policy-lacks-permission"));
        QCOMPARE(line.json("access list --vault kv1 --operation sign").array().size(), 2);
        const auto preview =
            line.json("access switch kv1 --to roles --dry-run").object().value(QLatin1String("access")).toArray();
        QCOMPARE(preview.size(), 2);
        QCOMPARE(line.run("access switch kv1 --to roles --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("access.lost"));
        QCOMPARE(line.run("access switch kv1 --to roles --stage"), 0);
        QVERIFY(line.out.contains("staged: Assign role"));
        QVERIFY(explained(line, "--as orders --operation sign").value(QLatin1String("allowed")).toBool());
        QCOMPARE(line.run("role unassign \"Key Vault Crypto User\" --principal team --scope vault:kv1 --dry-run"), 0);
        QVERIFY2(line.out.contains("'orders' loses "), line.out);
        QVERIFY(line.out.contains(
            "Undo:        keywardctl role assign 'Key Vault Crypto User' --principal team --scope vault:kv1"));
        QCOMPARE(line.run("role create Unwrapper --data-action Microsoft.KeyVault/vaults/keys/unwrap/action"), 0);
        QCOMPARE(line.run("role assign Unwrapper --principal orders --scope key:kv1/cmk"), 0);
        QVERIFY(explained(line, "--as orders --operation unwrapKey").value(QLatin1String("allowed")).toBool());
        QCOMPARE(line.run("role create Nothing --data-action Microsoft.Storage/read"), 2);
    }

    void secretsAreShownOnceAndNeverAgain()
    {
        CommandLine line;
        start(line);
        QCOMPARE(line.run("app secret-add orders --label ci --secret-file s"), 0);
        const auto secret = contents(line, "s").trimmed();
        QCOMPARE(secret.size(), 43);
        QVERIFY(!line.out.contains(secret));
        QCOMPARE(line.run("app secret-check orders --secret-file s"), 0);
        line.write("guess", "guess\n");
        QCOMPARE(line.run("app secret-check orders --secret-file guess --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("signIn.failed"));
        for (const auto *command :
             {"app show orders --json", "app show orders", "audit list --json", "report export --output r.json"}) {
            QCOMPARE(line.run(QString::fromLatin1(command)), 0);
            QVERIFY2(!line.out.contains(secret), command);
        }
        QVERIFY(!contents(line, "r.json").contains(secret));
        const auto id = line.json("app show orders")
                            .object()
                            .value(QLatin1String("secrets"))
                            .toArray()[0]
                            .toObject()
                            .value(QLatin1String("id"))
                            .toString();
        QCOMPARE(line.run("app secret-remove orders " + id.left(8) + " --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("acknowledge.needed"));
        QCOMPARE(line.run("app secret-remove orders " + id.left(8) + " --yes"), 0);
        QCOMPARE(line.run("app secret-check orders --secret-file s"), 1);
        QCOMPARE(line.run("app secret-add orders --secret-file s"), 1); // the file is there
        QCOMPARE(line.json("app show orders").object().value(QLatin1String("secrets")).toArray().size(), 0);
        QCOMPARE(line.run("app secret-add orders"), 0); // shown
        QVERIFY(line.out.contains("shown this once:\n"));
    }

    void BKP_12_identitiesAreSearchedFor()
    {
        CommandLine line;
        start(line);
        QCOMPARE(line.run("group create vaults --region westeurope"), 0);
        QCOMPARE(line.run("identity create backup-identity --region westeurope --resource-group vaults"), 0);
        QCOMPARE(line.run("identity create other-identity --region westeurope"), 0);
        QCOMPARE(line.json("directory search identity").array().size(), 2);
        QCOMPARE(line.json("directory search IDENT --resource-group vaults").array().size(), 1);
        QCOMPARE(
            line.json(
                    "identity list --kind UserAssigned --subscription \"Default subscription\" --resource-group vaults")
                .array()
                .size(),
            1);
        QCOMPARE(line.json("directory search --kind Application").array().size(), 1);
        QCOMPARE(line.run("subscription register \"Default subscription\" Microsoft.BotService"), 0);
        QCOMPARE(line.json("directory search bot").array()[0].toObject().value(QLatin1String("type")).toString(),
                 QStringLiteral("FirstParty"));
        // A user-assigned identity opens the key for a resource.
        QCOMPARE(line.run("resource create recovery-services-vault rsv1 --region westeurope"), 0);
        QCOMPARE(line.run("cmk enable rsv1 --key kv1/cmk --identity backup-identity --yes"), 0);
        QCOMPARE(line.json("cmk show rsv1").object().value(QLatin1String("identityType")).toString(),
                 QStringLiteral("UserAssigned"));
        QDir().mkpath(line.path("source"));
        line.write("source/file", "text");
        QCOMPARE(line.run("backup run rsv1 --source source"), 0);
        QCOMPARE(line.run("network set kv1 --access selected --json"), 1); // BKP-10
        QCOMPARE(line.errorCode(), QStringLiteral("override.needed"));
        QCOMPARE(line.json("network matrix kv1").array().size(), 2);
        QCOMPARE(line.run("identity delete backup-identity --yes"), 1);
    }

    void MOD_4_importsOnTheCommandLine()
    {
        CommandLine line;
        start(line);
        const auto import = QStringLiteral(KEYWARD_SOURCE_DIR "/tests/backend/crypto/import/");
        QCOMPARE(line.run("key import kv1/brought --file " + import + "rsa-openssl.p12 --json"), 3);
        QCOMPARE(line.errorCode(), QStringLiteral("import.needsPassphrase"));
        line.write("pfx", "secret\n");
        QCOMPARE(line.run("key import kv1/brought --file " + import +
                          "rsa-openssl.p12 --import-passphrase-file pfx --dry-run"),
                 0);
        QCOMPARE(line.run("key show kv1/brought"), 1);
        QCOMPARE(line.run("key import kv1/brought --file " + import + "rsa-openssl.p12 --import-passphrase-file pfx"),
                 0);
        QCOMPARE(line.run("key import kv1/cmk --file " + import + "kek.pem"), 0);
        QVERIFY2(line.out.contains("was there already: version 2 of it imported"), line.out);
        QCOMPARE(line.run("key escrow kv1/brought --where \"safe 3\""), 0);
        QVERIFY(line.json("key show kv1/brought")
                    .object()
                    .value(QLatin1String("versions"))
                    .toArray()[0]
                    .toObject()
                    .value(QLatin1String("escrow"))
                    .toString() == "safe 3");
        QCOMPARE(line.run("key create kv1/kek --ops import"), 0);
        QCOMPARE(line.run("key transfer-blob kv1/kek --file " + import + "ec-p256-sec1.pem --output k.byok"), 0);
        QCOMPARE(line.run("key import kv1/signer --file k.byok"), 0);
        QVERIFY(line.out.contains("EC P-256"));
        QCOMPARE(line.run("key import kv1/x --file " + import + "rsa-1024.pem"), 2);
        QCOMPARE(line.run("key import kv1/aes --file " + import + "aes-256.bin --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("key.kindNeedsManagedHsm"));
        QCOMPARE(line.run("vault create hsm1 --region westeurope --tier managed-hsm --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("vault.managedHsmNeedsToken"));
    }

    void VLT_6_aPurgeNamesTheBackupsThatStillHoldTheKey()
    {
        CommandLine line;
        start(line);
        QCOMPARE(line.run("vault create kv2 --region westeurope"), 0);
        QCOMPARE(line.run("key create kv2/old"), 0);
        QCOMPARE(line.run("key backup kv2/old --output old.keybackup"), 0);
        QCOMPARE(line.run("key delete kv2/old"), 0);
        QCOMPARE(line.run("key purge kv2/old --dry-run"), 0);
        QVERIFY2(line.out.contains("Still holds: key kv2/old, 1 version: ") && line.out.contains("old.keybackup"),
                 line.out);
        QCOMPARE(line.run("key purge kv2/old --yes"), 0);
        QVERIFY(line.err.contains("old.keybackup"));
        QCOMPARE(line.run("key restore kv2 --input old.keybackup"), 0);
        QVERIFY(line.out.contains("lives on independently"));
    }

    void placesLocksAndMoves()
    {
        CommandLine line;
        start(line);
        QCOMPARE(line.run("vault create kv3 --region westeurope --resource-group nowhere --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("notFound"));
        QCOMPARE(line.run("group create apart --region westeurope --tag owner=me"), 0);
        QCOMPARE(line.run("vault move kv1 --resource-group apart"), 0);
        QCOMPARE(line.json("vault show kv1").object().value(QLatin1String("resourceGroup")).toString(),
                 QStringLiteral("apart"));
        QCOMPARE(line.run("resource-lock create keep --scope group:apart --note \"production\""), 0);
        QCOMPARE(line.run("vault delete kv1 --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("locked"));
        QVERIFY(line.err.contains("keep"));
        QCOMPARE(line.run("resource-lock remove keep"), 0);
        QCOMPARE(line.run("tenant create Fabrikam"), 0);
        QCOMPARE(line.run("subscription create Abroad --tenant Fabrikam"), 0);
        QCOMPARE(line.run("vault move kv1 --subscription Abroad --resource-group default"), 1);
        QCOMPARE(line.run("subscription transfer \"Default subscription\" --tenant Fabrikam --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("acknowledge.needed"));
        QVERIFY(line.json("region list").array().size() > 30);
        QCOMPARE(line.json("group list").array().size(), 2);
        QCOMPARE(line.json("subscription list").array().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestAdministration)
#include "tst_administration.moc"
