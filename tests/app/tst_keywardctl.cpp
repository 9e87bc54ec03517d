// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The command line's contract: exit statuses, JSON, dry runs, overrides, acknowledgements, secrets.

#include "tests/app/command_line.h"

#include <sys/stat.h>

using keyward::test::CommandLine;
using keyward::test::cheapStore;

class TestKeywardctl : public QObject
{
    Q_OBJECT

    static void makeBound(CommandLine &line)
    {
        QCOMPARE(line.run(cheapStore), 0);
        QCOMPARE(line.run("vault create kv1 --region westeurope --purge-protection"), 0);
        QCOMPARE(line.run("key create kv1/cmk --kty RSA --size 2048"), 0);
        QCOMPARE(line.run("resource create recovery-services-vault rsv1 --region westeurope"), 0);
        QCOMPARE(line.run("cmk enable rsv1 --key kv1/cmk --yes"), 0);
        QDir().mkpath(line.path("source/deep"));
        line.write("source/deep/file", QByteArray(100'000, 'x'));
    }

private Q_SLOTS:
    void CON_8_theMainJob()
    {
        CommandLine line;
        makeBound(line);
        QCOMPARE(line.run("backup run rsv1 --source source"), 0);
        QVERIFY(line.err.contains("[x] Customer-managed key assigned")); // BKP-16
        QCOMPARE(line.run("key rotate kv1/cmk"), 0);
        QCOMPARE(line.run("policy remove kv1 --principal rsv1"), 1);
        QVERIFY(line.err.contains("Recovery Services vault 'rsv1'"));
        QCOMPARE(line.run("policy remove kv1 --principal rsv1 --override"), 0);
        const auto point = line.json("backup list").array()[0].toObject().value(QLatin1String("id")).toString();
        QCOMPARE(line.run("backup restore --point " + point + " --target out"), 1);
        QVERIFY(!QFile::exists(line.path("out")));
        QCOMPARE(line.run("policy set kv1 --principal rsv1 --key-permissions get,list,wrapKey,unwrapKey"), 0);
        QCOMPARE(line.run("backup restore --point " + point.left(8) + " --target out"), 0);
        QCOMPARE(
            QProcess::execute(QStringLiteral("diff"), {QStringLiteral("-r"), line.path("source"), line.path("out")}),
            0);
        QCOMPARE(line.run("report export --output r.pdf"), 0);
        QCOMPARE(line.run("report export --output r.json"), 0);
        QCOMPARE(line.run("audit verify --against r.json"), 0);
        QCOMPARE(line.run("store verify"), 0);
    }

    void BKP_6_theRegionOfARestoreIsWrittenAsPeopleDo()
    {
        CommandLine line;
        makeBound(line);
        QCOMPARE(line.run("backup run rsv1 --source source"), 0);
        const auto point = line.json("backup list").array()[0].toObject().value(QLatin1String("id")).toString();
        const auto restore = "backup restore --json --point " + point + " --target ";
        QCOMPARE(line.run(restore + "nowhere --target-region Atlantis"), 2);
        QCOMPARE(line.errorCode(), QStringLiteral("value.invalid"));
        QCOMPARE(line.run(restore + "elsewhere --target-region \"North Europe\""), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("restore.crossRegionRefused"));
        QCOMPARE(line.run(restore + "here --target-region \"West Europe\""), 0);
    }

    void exitStatusesAndJsonErrors()
    {
        CommandLine line;
        QCOMPARE(line.run("vault list --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("store.missing"));
        QCOMPARE(line.run("vault fly --json"), 2);
        QCOMPARE(line.errorCode(), QStringLiteral("usage"));
        QCOMPARE(line.run(""), 2);
        QCOMPARE(line.run("--help"), 0);
        QVERIFY(line.out.contains("Exit status"));
        QCOMPARE(line.run(cheapStore), 0);
        QCOMPARE(line.run(cheapStore + " --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("store.exists"));
        line.write("passphrase", "wrong horse battery staple\n");
        QCOMPARE(line.run("vault list --json"), 3);
        QCOMPARE(line.errorCode(), QStringLiteral("store.wrongPassphrase"));
        line.unset("KEYWARD_PASSPHRASE_FILE");
        QCOMPARE(line.run("vault list --json"), 3);
        QCOMPARE(line.errorCode(), QStringLiteral("store.locked"));
        line.write("letter", "dear aunt");
        QCOMPARE(line.run("--store letter vault list --json"), 4);
        QCOMPARE(line.errorCode(), QStringLiteral("store.notAKeystore"));
        for (const auto *field : {"code", "message", "target", "remedy"})
            QVERIFY(QJsonDocument::fromJson(line.err)
                        .object()
                        .value(QLatin1String("error"))
                        .toObject()
                        .contains(QLatin1String(field)));
    }

    void passphrasesComeByFileOrDescriptorNeverAsValue()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        line.unset("KEYWARD_PASSPHRASE_FILE");
        QCOMPARE(line.run("--passphrase-file passphrase vault list"), 0);
        QProcess process;
        line.start(process, {"--passphrase-fd", "0", "vault", "list"});
        process.write("correct horse battery staple\n");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(line.run("--passphrase secret vault list"), 2);
    }

    void CON_4_dryRunsAndImpactChangeNothing()
    {
        CommandLine line;
        makeBound(line);
        const auto entries = [&] { return line.json("store info").object().value(QLatin1String("entries")).toInt(); };
        const auto before = entries();
        for (const auto *command :
             {"key disable kv1/cmk", "key delete kv1/cmk", "key rotate kv1/cmk", "vault create kv2 --region eastus",
              "policy remove kv1 --principal rsv1", "backup run rsv1 --source source", "store restore s.keyward",
              "cmk enable rsv1 --key kv1/cmk"}) {
            const auto status = line.run(QString::fromLatin1(command) + " --dry-run");
            QVERIFY2(status == 0, command + QByteArray(" ") + line.err);
            QCOMPARE(entries(), before);
        }
        const auto impact = line.json("impact key disable kv1/cmk").object();
        QVERIFY(impact.value(QLatin1String("takesAccessAway")).toBool());
        QVERIFY(impact.value(QLatin1String("undo")).toString().startsWith("keywardctl key enable kv1/cmk/"));
        QCOMPARE(impact.value(QLatin1String("effects"))
                     .toArray()[0]
                     .toObject()
                     .value(QLatin1String("after"))
                     .toObject()
                     .value(QLatin1String("state"))
                     .toString(),
                 QStringLiteral("lost"));
        QCOMPARE(entries(), before);
    }

    void yesAcknowledgesForGoodButNeverClaims()
    {
        CommandLine line;
        makeBound(line);
        QCOMPARE(line.run("key delete kv1/cmk --yes"), 1);
        QVERIFY(line.err.contains("still needed"));
        QCOMPARE(line.run("resource create recovery-services-vault plain --region westeurope"), 0);
        QCOMPARE(line.run("backup run plain --source source"), 1); // BKP-21
        QVERIFY(line.err.contains("can never be set"));
        QCOMPARE(line.run("backup run plain --source source --yes"), 0);
        QCOMPARE(line.run("cmk enable plain --key kv1/cmk --yes"), 1); // BKP-2
        QCOMPARE(line.run("backup run rsv1 --source source"), 0);
        const auto point = line.json("backup list rsv1").array()[0].toObject().value(QLatin1String("id")).toString();
        QCOMPARE(line.run("backup delete " + point), 1);
        QVERIFY(line.err.contains("--yes"));
        QCOMPARE(line.run("backup delete " + point + " --yes"), 0);
    }

    void BKP_8_enableStopsAtTheFirstRefusalAndRunsAgain()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        QCOMPARE(line.run("vault create kv1 --region eastus"), 0);
        QCOMPARE(line.run("vault create kv2 --region westeurope"), 0);
        QCOMPARE(line.run("key create kv1/cmk"), 0);
        QCOMPARE(line.run("key create kv2/cmk"), 0);
        QCOMPARE(line.run("resource create recovery-services-vault rsv1 --region westeurope"), 0);
        QCOMPARE(line.run("cmk enable rsv1 --key kv1/cmk --yes --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("profile.region"));
        QCOMPARE(line.json("resource show rsv1").object().value(QLatin1String("identity")).toString(),
                 QString()); // nothing begun that cannot end
        QCOMPARE(line.run("cmk enable rsv1 --key kv2/cmk --yes"), 0);
        QCOMPARE(line.run("cmk enable rsv1 --key kv2/cmk --yes"), 0);
        QCOMPARE(line.json("cmk show rsv1").object().value(QLatin1String("encryptionAtRestType")).toString(),
                 QStringLiteral("CustomerManaged"));
    }

    void theAgentKeepsItUnlockedUntilLocked()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        QCOMPARE(line.run("unlock --for 10m"), 0);
        line.unset("KEYWARD_PASSPHRASE_FILE");
        QCOMPARE(line.run("vault create kv1 --region westeurope"), 0);
        struct stat info{};
        const auto sockets = QDir(line.path("run/keyward")).entryList(QDir::System | QDir::Files);
        QCOMPARE(sockets.size(), 1);
        ::stat(qPrintable(line.path("run/keyward/") + sockets[0]), &info);
        QCOMPARE(info.st_mode & 0777u, 0600u);
        QCOMPARE(line.run("lock"), 0);
        QCOMPARE(line.run("vault list"), 3);
        line.set("KEYWARD_PASSPHRASE_FILE", line.path("passphrase"));
        QCOMPARE(line.run("unlock --for 1s"), 0);
        line.unset("KEYWARD_PASSPHRASE_FILE");
        int status = 0;
        for (int i = 0; i < 50 && status != 3; ++i) {
            QTest::qWait(200);
            status = line.run("vault list");
        }
        QCOMPARE(status, 3); // and locks by itself
    }

    void theAgentsKeyDiesWithTheSlot()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        line.write("new", "another passphrase\n");
        QCOMPARE(line.run("unlock --for 10m"), 0);
        QCOMPARE(line.run("--passphrase-file passphrase store passphrase change --new-passphrase-file new"), 0);
        line.unset("KEYWARD_PASSPHRASE_FILE");
        QCOMPARE(line.run("vault list"), 3);
        QCOMPARE(line.run("--passphrase-file new vault list"), 0);
        QCOMPARE(line.run("--passphrase-file passphrase vault list"), 3);
    }

    void recoveryKeysGoIntoANewPrivateFile()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore + " --recovery-key-file paper"), 0);
        struct stat info{};
        QCOMPARE(::stat(qPrintable(line.path("paper")), &info), 0);
        QCOMPARE(info.st_mode & 0777u, 0600u);
        QCOMPARE(line.run("--passphrase-file paper vault list"), 0);
        line.write("passphrase", "forgotten it\n");
        QCOMPARE(line.run("vault list"), 3);
        line.write("new", "a new passphrase\n");
        QCOMPARE(line.run("--passphrase-file paper store slot add passphrase --new-passphrase-file new"), 0);
        QCOMPARE(line.run("--passphrase-file new vault list"), 0);
        QCOMPARE(line.run("--passphrase-file new store slot add recovery-key --file paper"),
                 1); // never over another file
    }

    void removingASlotSaysThatOlderCopiesStillOpen()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore + " --recovery-key-file paper"), 0);
        const auto slots_ = line.json("store slot list").array();
        QCOMPARE(slots_.size(), 2);
        const auto recovery = slots_[1].toObject().value(QLatin1String("id")).toString();
        QCOMPARE(line.run("store slot remove " + recovery), 1);
        QCOMPARE(line.run("store slot remove " + recovery + " --yes"), 0);
        QVERIFY(line.out.contains("Copies of the keystore made before still open"));
        QCOMPARE(line.run("--passphrase-file paper vault list"), 3);
        QCOMPARE(line.run("store slot remove " +
                          line.json("store slot list").array()[0].toObject().value(QLatin1String("id")).toString() +
                          " --yes --json"),
                 1);
        QCOMPARE(line.errorCode(), QStringLiteral("slot.last"));
    }

    void aMissingSystemKeyringIsAClearMessage()
    {
        CommandLine line;
        line.set("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
        QCOMPARE(line.run(cheapStore), 0);
        QCOMPARE(line.run("store slot add system-keyring --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("systemKeyring.unavailable"));
        QCOMPARE(line.json("store slot list").array().size(), 1);
    }

    void CON_6_reportsAreVerifiedWithoutAKeystoreByFingerprint()
    {
        CommandLine line;
        makeBound(line);
        const auto signer =
            line.json("report export --output r.html").object().value(QLatin1String("signer")).toString();
        QVERIFY(signer.size() > 60);
        line.unset("KEYWARD_STORE");
        QCOMPARE(line.run("report verify r.html --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("report.signerUnknown"));
        QCOMPARE(line.run("report verify r.html --signer " + signer), 0);
        QCOMPARE(line.run("report verify r.html --signer " + signer.toUpper().remove('-')), 0);
        QCOMPARE(line.run("report verify r.html --signer 00000000 --json"), 4);
        QCOMPARE(line.errorCode(), QStringLiteral("report.signerOther"));
        QFile file(line.path("r.html"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        auto bytes = file.readAll();
        bytes.replace("kv1", "kv2");
        file.seek(0);
        file.write(bytes);
        file.close();
        QCOMPARE(line.run("report verify r.html --signer " + signer), 4);
    }

    void VLT_7_keyBackupAndRestore()
    {
        CommandLine line;
        makeBound(line);
        QCOMPARE(line.run("key backup kv1/cmk --output blob"), 0);
        QVERIFY(line.json("key show kv1/cmk").object().value(QLatin1String("backupIsCurrent")).toBool());
        QCOMPARE(line.run("key restore kv1 --input blob"), 1);
        QCOMPARE(line.run("vault create kv2 --region northeurope"), 0);
        QCOMPARE(line.run("key restore kv2 --input blob"), 0);
        QCOMPARE(line.run("vault create far --region eastus"), 0);
        QCOMPARE(line.run("key restore far --input blob --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("keyBackup.foreign"));
        QCOMPARE(line.run("key restore kv2 --input passphrase --json"), 4);
    }

    void storeBackupRestoreAndSchedule()
    {
        CommandLine line;
        makeBound(line);
        QCOMPARE(line.run("store backup copy.keyward"), 0);
        QCOMPARE(line.run("store backup copy.keyward"), 1);
        QCOMPARE(line.run("policy remove kv1 --principal rsv1 --override"), 0);
        QCOMPARE(line.run("store restore copy.keyward"), 0);
        QVERIFY(line.out.contains("revives grant: 'rsv1' get,list,unwrapKey,wrapKey in vault kv1"));
        QCOMPARE(line.run("audit verify"), 0);
        QVERIFY(line.json("audit list --operation store.restore").array().size() == 1);
        QDir().mkpath(line.path("copies"));
        QCOMPARE(line.run("store backup copies --every 1d --keep 2"), 0);
        QCOMPARE(line.run("schedule run"), 0);
        QCOMPARE(QDir(line.path("copies")).entryList(QDir::Files).size(), 1);
        QCOMPARE(line.run("schedule run"), 0);
        QVERIFY(line.out.contains("Nothing was due"));
        QCOMPARE(line.run("store backup --stop"), 0);
    }

    void badNamesAndSizesAreRefusedWithTheirRule()
    {
        CommandLine line;
        QCOMPARE(line.run(cheapStore), 0);
        QCOMPARE(line.run("vault create 1bad --region westeurope --json"), 2);
        QCOMPARE(line.errorCode(), QStringLiteral("name.invalid"));
        QCOMPARE(line.run("vault create good --region mars --json"), 2);
        QCOMPARE(line.errorCode(), QStringLiteral("value.invalid"));
        QCOMPARE(line.run("vault create good --region westeurope --retention-days 5 --json"), 2);
        QCOMPARE(line.errorCode(), QStringLiteral("vault.retentionOutOfRange"));
        QCOMPARE(line.run("vault create good --region westeurope"), 0);
        QCOMPARE(line.run("key create good/bad_name --json"), 2);
        QCOMPARE(line.run("key create good/k --size 1024 --json"), 2);
        QCOMPARE(line.errorCode(), QStringLiteral("key.specUnsupported"));
        QCOMPARE(line.run("key create good/k --expires yesterdayish --json"), 2);
        QCOMPARE(line.run("key create good --json"), 2);
        QCOMPARE(line.run("key show good/nothing --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("notFound"));
    }

    void completionKnowsTheCommands()
    {
        CommandLine line;
        QCOMPARE(line.run("completion bash"), 0);
        QVERIFY(line.out.contains("\"cmk enable\")") && line.out.contains("--override"));
        QVERIFY(!line.out.contains("\"agent\""));
        line.write("completion", line.out);
        QProcess bash;
        bash.start(QStringLiteral("bash"),
                   {"-c", "source '" + line.path("completion") +
                              "'; COMP_WORDS=(keywardctl cmk en); COMP_CWORD=2; _keywardctl; echo ${COMPREPLY[@]}"});
        bash.waitForFinished();
        QCOMPARE(bash.readAllStandardOutput().trimmed(), QByteArray("enable"));
    }

    void noSecretShowsInOutputOrFiles()
    {
        CommandLine line;
        makeBound(line);
        for (const auto *command : {"store info", "audit list", "key show kv1/cmk", "store slot list"})
            for (const auto *mode : {"", " --json"}) {
                line.run(QString::fromLatin1(command) + QString::fromLatin1(mode));
                QVERIFY(!line.out.contains("battery") && !line.err.contains("battery") &&
                        !line.out.contains("PRIVATE"));
            }
    }
};

QTEST_GUILESS_MAIN(TestKeywardctl)
#include "tst_keywardctl.moc"
