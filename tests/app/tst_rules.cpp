// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rules that begin at the command line: how keys, scopes, names, ranges and regions are written, and what is due.

#include "tests/app/command_line.h"

using keyward::test::CommandLine;

class TestRules : public QObject
{
    Q_OBJECT

    static void start(CommandLine &line)
    {
        QCOMPARE(line.makeQuickStore(), 0);
        QCOMPARE(line.run("vault create kv1 --region \"West Europe\" --purge-protection"), 0); // Mend F
        QCOMPARE(line.run("key create kv1/cmk"), 0);
        QCOMPARE(line.run("resource create recovery-services-vault rsv1 --region westeurope"), 0);
    }
    static QString boundVersion(CommandLine &line)
    {
        return line.json("cmk show rsv1")
            .object()
            .value(QLatin1String("keyUri"))
            .toString()
            .section(QLatin1Char('/'), -1);
    }
    static QString newest(CommandLine &line)
    {
        return line.json("key show kv1/cmk").object().value(QLatin1String("currentVersion")).toString();
    }

private Q_SLOTS:
    // Mend 14
    void BKP_13_14_aKeyByUri()
    {
        CommandLine line;
        start(line);
        const QString uri = "https://kv1.vault.keyward.local/keys/cmk";
        QCOMPARE(line.run("cmk enable rsv1 --yes --json --key https://kv1.vault.evil.example/keys/cmk"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("key.uriForeign"));
        QCOMPARE(line.run("cmk enable rsv1 --yes --json --key " + uri), 2);
        QVERIFY2(line.err.contains("--key-vault-subscription 'Default subscription'"), line.err);
        QCOMPARE(line.run("cmk plan rsv1 --json --key " + uri), 2);
        QCOMPARE(line.run("subscription create Other"), 0);
        QCOMPARE(line.run("cmk enable rsv1 --yes --json --key " + uri + " --key-vault-subscription Other"), 2);
        QCOMPARE(line.errorCode(), QStringLiteral("value.invalid"));
        QCOMPARE(line.run("cmk enable rsv1 --yes --key " + uri + " --key-vault-subscription \"Default subscription\""),
                 0);
        QVERIFY2(line.err.contains("A URI is not followed"), line.err);
        const auto first = newest(line);
        QCOMPARE(boundVersion(line), first);
        QCOMPARE(line.run("key rotate kv1/cmk"), 0);
        QVERIFY(newest(line) != first);
        QCOMPARE(line.run("schedule run"), 0);
        QCOMPARE(boundVersion(line), first); // not auto-rotated
        QCOMPARE(line.run("cmk set-key rsv1 --json --key " + uri), 2);
        QCOMPARE(line.run("cmk set-key rsv1 --key kv1/cmk"), 0);
        QCOMPARE(boundVersion(line), newest(line));
    }

    // Mend 13
    void BKP_13_14_aPickedKeyIsFollowedBySchedule()
    {
        CommandLine line;
        start(line);
        QCOMPARE(line.run("cmk enable rsv1 --yes --key kv1/cmk"), 0);
        QCOMPARE(line.run("key rotate kv1/cmk"), 0);
        QVERIFY(boundVersion(line) != newest(line));
        const auto outcome = line.json("schedule run").object();
        QCOMPARE(outcome.value(QLatin1String("done")).toArray().size(), 1);
        QCOMPARE(outcome.value(QLatin1String("clock")).toString(), QStringLiteral("is trusted"));
        QCOMPARE(boundVersion(line), newest(line));
        QCOMPARE(line.json("jobs list").array().size(), 2); // setting it, following it
        QCOMPARE(line.run("schedule run"), 0);
        QVERIFY(line.out.contains("Nothing was due"));
    }

    // Mend 16
    void VLT_9_scopesThatNameNothing()
    {
        CommandLine line;
        start(line);
        QCOMPARE(line.run("app create orders"), 0);
        for (const auto *scope : {"subscription:", "tenant:", "group:", "vault:"}) {
            QCOMPARE(line.run(QStringList{"role", "assign", "Key Vault Crypto User", "--principal", "orders", "--json",
                                          "--scope", scope}),
                     2);
            QCOMPARE(line.errorCode(), QStringLiteral("value.invalid"));
        }
        QCOMPARE(line.run("role assign \"Key Vault Crypto User\" --principal orders --scope resource:rsv1 --json"), 2);
        QVERIFY2(line.err.contains("about the keys of vaults"), line.err);
        QCOMPARE(line.json("role assignments").array().size(), 0);
    }

    // Mend 17
    void namesThatCouldBeMistaken()
    {
        CommandLine line;
        start(line);
        QCOMPARE(line.run("app create \"Bot Service CMEK Prod\" --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("name.reserved"));
        QCOMPARE(line.run("app create rsv1 --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("alreadyExists"));
        QCOMPARE(line.run("identity enable rsv1"), 0);
        QCOMPARE(line.run(QStringList{"app", "create", QString::fromUtf8("ord\u200bers"), "--json"}), 2);
        QVERIFY2(line.err.contains("ZERO WIDTH SPACE"), line.err);
        QVERIFY2(!line.err.contains("\xe2\x80\x8b"), "the refusal shows what could not be seen");
        QCOMPARE(line.run(QStringList{"app", "create", QString::fromUtf8("École")}), 0);
        QCOMPARE(line.run(QStringList{"policy", "set", "kv1", "--principal", QString::fromUtf8("éCOLE"),
                                      "--key-permissions", "get"}),
                 0);
    }

    // Mend 18
    void VLT_10_rangesInOneFormAndWithoutRepetition()
    {
        CommandLine line;
        start(line);
        for (const auto *bad : {"::ffff:10.0.0.0/8", "10.0.0.0/024"})
            QCOMPARE(line.run(QStringList{"network", "set", "kv1", "--range", bad}), 2);
        QCOMPARE(line.run("network set kv1 --access selected --range 10.1.0.0/16 --range ::ffff:10.0.0.0/104 "
                          "--range 192.0.2.7 --range 192.0.2.7/32"),
                 0);
        QVERIFY2(line.err.contains("Range 10.1.0.0/16 is left out: 10.0.0.0/8 contains it."), line.err);
        QVERIFY2(line.err.contains("Range 192.0.2.7 was given more than once."), line.err);
        QCOMPARE(line.run("network set kv1 --range 0.0.0.0/0"), 0);
        QVERIFY2(line.err.contains("every IPv4 address"), line.err);
    }

    // Mend 19
    void theClockIsShown()
    {
        CommandLine line;
        QCOMPARE(line.makeQuickStore(), 0);
        const auto shown = line.json("clock show").object();
        QVERIFY(shown.value(QLatin1String("trusted")).toBool());
        QVERIFY(shown.value(QLatin1String("behindSeconds")).isNull());
        QVERIFY(line.json("store info").object().value(QLatin1String("clockTrusted")).toBool());
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
