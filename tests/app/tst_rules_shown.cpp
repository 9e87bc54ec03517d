// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the rules say before, during and after a change, as the command line shows it.

#include "tests/app/command_line.h"

using keyward::test::CommandLine;

class TestRulesShown : public QObject
{
    Q_OBJECT

    /// A Recovery Services vault under kv1/cmk.
    static void start(CommandLine &line)
    {
        QCOMPARE(line.makeQuickStore(), 0);
        QCOMPARE(line.run("vault create kv1 --region westeurope --purge-protection"), 0);
        QCOMPARE(line.run("key create kv1/cmk"), 0);
        QCOMPARE(line.run("resource create recovery-services-vault rsv1 --region westeurope"), 0);
        QCOMPARE(line.run("cmk enable rsv1 --key kv1/cmk --yes"), 0);
    }

private Q_SLOTS:
    // Mend 5
    void MOD_5_whatIsLostAlreadyIsStillGuarded()
    {
        CommandLine line;
        start(line);
        QCOMPARE(line.run("key disable kv1/cmk --override"), 0);
        QCOMPARE(line.run("policy remove kv1 --principal rsv1 --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("override.needed"));
        QCOMPARE(line.run("network set kv1 --access disabled --no-trusted-services --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("override.needed"));
        QCOMPARE(line.run("policy remove kv1 --principal rsv1 --dry-run"), 0);
        QVERIFY2(line.out.contains("stays lost after 'keywardctl key enable kv1/cmk/") &&
                     line.out.contains("because its identity lacks"),
                 line.out);
        QVERIFY(line.out.contains("Needs:       --override"));
        QCOMPARE(line.run("key enable kv1/cmk"), 0);
        QCOMPARE(line.json("cmk health rsv1").object().value(QLatin1String("state")).toString(),
                 QStringLiteral("warning"));
    }

    // Mend 6
    void BKP_21_aScheduleNeedsTheAcknowledgement()
    {
        CommandLine line;
        start(line);
        QCOMPARE(line.run("resource create recovery-services-vault plain --region westeurope"), 0);
        QCOMPARE(line.run("backup policy plain --source /x --every 1d --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("acknowledge.needed"));
        QVERIFY2(line.err.contains("can never be set"), line.err);
        QCOMPARE(line.run("backup policy plain --source /x --every 1d --yes"), 0);
        QCOMPARE(line.run("backup policy rsv1 --source /x --every 1d"), 0);
    }

    // Mend 15
    void BKP_7_theWayBackIsSaidAndWalked()
    {
        CommandLine line;
        start(line);
        QCOMPARE(line.run("tenant create Fabrikam"), 0);
        QCOMPARE(line.run("subscription transfer \"Default subscription\" --tenant Fabrikam --override --yes"), 0);
        QCOMPARE(line.run("cmk health rsv1"), 0);
        QVERIFY2(line.out.contains("identity disable rsv1") && line.out.contains("cmk enable rsv1 --key kv1/cmk --yes"),
                 line.out);
        QVERIFY(!line.out.contains("policy set"));
        QCOMPARE(line.run("identity enable rsv1"), 1);
        QVERIFY2(line.err.contains("keywardctl identity disable rsv1"), line.err);
        QDir().mkpath(line.path("data"));
        QCOMPARE(line.run("backup run rsv1 --source data"), 1);
        QVERIFY2(line.err.contains("cmk enable rsv1 --key kv1/cmk --yes"), line.err);
        QCOMPARE(line.run("cmk plan rsv1 --key kv1/cmk"), 0);
        QVERIFY2(line.out.contains("[needed]  Turn off the identity of rsv1"), line.out);
        QCOMPARE(line.run("cmk enable rsv1 --key kv1/cmk --yes"), 0);
        QVERIFY2(line.out.contains("done: Turn off the identity") && line.out.contains("done: Set the encryption key"),
                 line.out);
        QCOMPARE(line.json("cmk health rsv1").object().value(QLatin1String("state")).toString(),
                 QStringLiteral("warning")); // no backup of the key
        QCOMPARE(line.run("backup run rsv1 --source data"), 0);
        QCOMPARE(line.run("cmk enable rsv1 --key kv1/cmk"), 0); // nothing is left to do
        QVERIFY(!line.out.contains("done: "));
    }

    void BKP_8_stepsHaveCodesForPrograms()
    {
        CommandLine line;
        start(line);
        const auto plan = line.json("cmk plan rsv1 --key kv1/cmk").object();
        const auto field = [](const QJsonValue &of, const char *name) { return of[QLatin1String(name)]; };
        QCOMPARE(field(plan, "goal"), QJsonValue("Recovery Services vault 'rsv1' encrypts under key kv1/cmk"));
        QCOMPARE(field(plan, "code"), QJsonValue("plan.goal"));
        QCOMPARE(field(plan, "target"), QJsonValue("Recovery Services vault 'rsv1'"));
        QCOMPARE(field(plan, "arguments"), QJsonValue(QJsonArray{"kv1/cmk", "Recovery Services vault", "rsv1"}));
        const auto steps = field(plan, "steps").toArray();
        QStringList codes;
        for (const auto &step : steps) codes += field(step, "code").toString();
        QCOMPARE(codes, (QStringList{"plan.customerManaged", "plan.identityOn", "plan.permitted", "plan.protected",
                                     "plan.keySuits", "plan.bound"}));
        QCOMPARE(field(steps[4], "title"), QJsonValue("Key kv1/cmk suits a Recovery Services vault (RSA 2048)"));
        QCOMPARE(field(steps[4], "target"), QJsonValue("kv1/cmk"));
        QCOMPARE(field(steps[4], "arguments"), QJsonValue(QJsonArray{"Recovery Services vault", "RSA 2048"}));
        QCOMPARE(field(steps[1], "arguments"), QJsonValue(QJsonArray{}));
    }

    // Mend 36
    void VLT_8_whatANextVersionTakesOverIsSaid()
    {
        CommandLine line;
        start(line);
        QCOMPARE(line.run("key create kv1/signer --ops sign,verify --tag owner=me --expires P90D"), 0);
        const auto former = line.json("key show kv1/signer").object().value(QLatin1String("currentVersion")).toString();
        QVERIFY(!former.isEmpty());
        QCOMPARE(line.run("key rotate kv1/signer --dry-run"), 0);
        QVERIFY2(line.out.contains("taken over from version " + former.toUtf8() +
                                   ": operations verify,sign; tags owner=me; 90 days of validity"),
                 line.out);
        QCOMPARE(line.run("key rotate kv1/signer"), 0);
        QVERIFY2(line.out.contains("operations verify,sign; tags owner=me; 90 days of validity, from version " +
                                   former.toUtf8()),
                 line.out);
        const auto again =
            line.json("key create kv1/signer --tag owner=you").object().value(QLatin1String("takenOver")).toObject();
        QCOMPARE(again.value(QLatin1String("operations")).toString(), QStringLiteral("verify,sign"));
        QCOMPARE(again.value(QLatin1String("validity")).toString(), QStringLiteral("P90D"));
        QVERIFY(!again.contains(QLatin1String("tags")) && again.value(QLatin1String("from")).toString() != former);
        QCOMPARE(line.run("key rotate kv1/signer --no-expiry"), 0);
        QVERIFY(!line.out.contains("of validity"));
        QVERIFY(line.json("key show kv1/signer")
                    .object()
                    .value(QLatin1String("versions"))
                    .toArray()
                    .last()
                    .toObject()
                    .value(QLatin1String("expires"))
                    .isNull());
        QVERIFY(line.run("key rotate kv1/signer --no-expiry --expires P1D") != 0);
        QVERIFY(!line.json("key create kv1/fresh").object().contains(QLatin1String("takenOver")));
    }

    // Mend F
    void BKP_5_theRegionIsSaidBeforeTheGrant()
    {
        CommandLine line;
        start(line);
        QCOMPARE(line.run("vault create kv-far --region eastus --purge-protection"), 0);
        QCOMPARE(line.run("key create kv-far/cmk"), 0);
        QCOMPARE(line.run("cmk set-key rsv1 --key kv-far/cmk --json"), 1);
        QCOMPARE(line.errorCode(), QStringLiteral("profile.region"));
    }
};

QTEST_GUILESS_MAIN(TestRulesShown)
#include "tst_rules_shown.moc"
