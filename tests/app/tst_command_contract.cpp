// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What holds for every command there is. The list of commands and options is the parser's own, so that a new one
// without a case here fails.

#include "tests/app/command_examples.h"
#include "tests/app/command_line.h"
#include "tests/support/own_profile.h"

#include <QCryptographicHash>
#include <QDirIterator>

using keyward::test::CommandLine;

namespace {

constexpr auto importable = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg8K4jh2vDUolHHLEj
gtlrs/rpaiN6TB0vB1iAhBRIwOWhRANCAARcNXEdnmlWc5d0kFoIo7vb8NbYvWCj
zUlAhPDMjGfaI1evsqqcx7ZF8a9KMcTukr9W7/B5Cx4Yk3d+3Sp1JRfI
-----END PRIVATE KEY-----
)"; // a key of these tests alone

/// Everything below a folder: what it is, and what is in it.
QMap<QString, QByteArray> contents(const QString &folder)
{
    QMap<QString, QByteArray> out;
    QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const auto info = all.nextFileInfo();
        QFile file(info.filePath());
        const bool read = info.isFile() && file.open(QIODevice::ReadOnly);
        out.insert(QDir(folder).relativeFilePath(info.filePath()),
                   read ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256) : QByteArray("no file"));
    }
    return out;
}

QByteArray difference(const QMap<QString, QByteArray> &before, const QMap<QString, QByteArray> &after)
{
    for (auto it = before.begin(); it != before.end(); ++it)
        if (!after.contains(it.key()))
            return "gone: " + it.key().toUtf8();
        else if (after[it.key()] != it.value())
            return "changed: " + it.key().toUtf8();
    for (auto it = after.begin(); it != after.end(); ++it)
        if (!before.contains(it.key())) return "made: " + it.key().toUtf8();
    return {};
}

bool isOneDocument(const QByteArray &text)
{
    QJsonParseError error{};
    QJsonDocument::fromJson(text, &error);
    return error.error == QJsonParseError::NoError;
}

} // namespace

class TestCommandContract : public QObject
{
    Q_OBJECT

    CommandLine m_line;
    QJsonObject m_tree;
    QString m_point, m_job, m_slot, m_secret, m_unusedKey, m_freshKey, m_databaseBackup;

    static QString str(const QJsonValue &value, const char *key)
    {
        return value.toObject().value(QLatin1String(key)).toString();
    }
    void must(const QString &line)
    {
        const auto status = m_line.run(line);
        QVERIFY2(status == 0, qPrintable(line + ": " + QString::fromUtf8(m_line.err)));
    }
    QJsonArray commands() const { return m_tree.value(QLatin1String("commands")).toArray(); }

    QMap<QString, QString> examples() const
    {
        return keyward::test::commandExamples({.point = m_point,
                                               .job = m_job,
                                               .slot = m_slot,
                                               .secret = m_secret,
                                               .databaseBackup = m_databaseBackup,
                                               .unusedKey = m_unusedKey,
                                               .freshKey = m_freshKey});
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_line.makeQuickStore(), 0);
        m_line.write("small", "a small secret");
        m_line.write("secret", "nobody's secret\n");
        m_line.write("cipher", "no cipher at all");
        m_line.write("import.pem", importable);
        m_line.write("new", "another passphrase\n");
        m_line.write("wiki.json", QByteArray::fromStdString(keyward::test::ownProfileText()));
        m_line.write("second.json", QByteArray::fromStdString(keyward::test::ownProfileText("second")));
        QDir().mkpath(m_line.path("source"));
        m_line.write("source/file", QByteArray(10'000, 'x'));
        QByteArrayList wrong;
        for (const auto *line :
             {"vault create kv1 --region westeurope --purge-protection --yes",
              "vault create kv2 --region westeurope",
              "vault create kvgone --region westeurope",
              "vault delete kvgone",
              "key create kv1/cmk",
              "key create kv1/other",
              "key create kv1/kek --ops import",
              "key import kv1/imported --file import.pem",
              "key create kv2/gone",
              "key delete kv2/gone",
              "resource create recovery-services-vault rsv1 --region westeurope",
              "resource create recovery-services-vault plain --region westeurope",
              "resource create recovery-services-vault idle --region westeurope",
              "cmk enable rsv1 --key kv1/cmk --yes",
              "backup run rsv1 --source source",
              "app create orders",
              "app secret-add orders --secret-file orders.secret",
              "policy set kv1 --principal orders --key-permissions get,encrypt,decrypt,sign,verify,wrapKey,unwrapKey",
              "policy set kv1 --principal rsv1 --key-permissions get,list,wrapKey,unwrapKey",
              "identity create uid1 --region westeurope",
              "identity enable idle",
              "identity assign uid1 --resource idle",
              "principal-group create pg1",
              "principal-group add pg1 --member orders",
              "tenant create t2",
              "subscription create sub1",
              "subscription register sub1 Microsoft.Sql",
              "group create g1 --region westeurope",
              "network vnet-create vnet1 --region westeurope --space 10.1.0.0/16",
              "network vnet-create vnet9 --region westeurope --space 10.9.0.0/16",
              "network subnet-add vnet1/s1 --range 10.1.1.0/24",
              "network subnet-add vnet1/s9 --range 10.1.9.0/24",
              "endpoint request kv1 pe1 --subnet vnet1/s1",
              "endpoint request kv1 pe2 --subnet vnet1/s1",
              "endpoint approve kv1 pe2",
              "vault create kvlocked --region westeurope",
              "resource-lock create l1 --scope vault:kvlocked",
              "identity create uid3 --region westeurope",
              "role create mine --data-action Microsoft.KeyVault/vaults/keys/read",
              "role create unused --data-action Microsoft.KeyVault/vaults/keys/read",
              "role assign mine --principal uid1 --scope vault:kv2",
              "vault create kv3 --region westeurope --purge-protection --yes",
              "key create kv3/tde",
              "key create kv3/unused",
              "key create kv3/leaked",
              "key create kv3/fresh",
              "resource create bot bot1 --region westeurope",
              "bot configure bot1 --set a=1 --set b=1",
              "bot channel add bot1 --kind sms",
              "bot send bot1 --conversation c1 --text hello",
              "resource create sql-server srv1 --region westeurope",
              "sql database create srv1/db1",
              "sql database create srv1/gone",
              "sql retention srv1 --keep-dropped P7D",
              "sql database delete srv1/gone",
              "catalogue add wiki.json",
              "resource create stream-analytics job --region westeurope",
              "resource create storage-account store1 --region westeurope",
              "storage put store1 a --from small",
              "resource create disk-encryption-set set1 --region westeurope",
              "resource create managed-disk disk1 --region westeurope --store set1",
              "resource create managed-disk disk2 --region westeurope",
              "resource create managed-disk disk3 --region westeurope",
              "resource create virtual-machine vm1 --region westeurope",
              "storage put disk1 a --from small",
              "disk snapshot take disk1 s1",
              "disk attach disk2 vm1",
              "resource create data-explorer hub1 --region westeurope",
              "siem add s1 --file sent",
              "key backup kv1/cmk --output blob",
              "report export --output r.json",
              "store backup copy.keyward"})
            if (m_line.run(QString::fromLatin1(line)) != 0) wrong += line + QByteArray(": ") + m_line.err;
        QVERIFY2(wrong.isEmpty(), wrong.join('\n'));
        const auto uri = [&](const char *path) {
            return str(m_line.json(QStringLiteral("key versions ") + path).array()[0], "kid");
        };
        m_unusedKey = uri("kv3/unused");
        m_freshKey = uri("kv3/fresh");
        must("sql key add srv1 --key " + m_unusedKey);
        must("sql key add srv1 --key " + uri("kv3/tde"));
        must("identity enable srv1");
        must("policy set kv3 --principal srv1 --key-permissions get,wrapKey,unwrapKey");
        must("sql protector set srv1 --key " + uri("kv3/tde"));
        must("sql backup run srv1/db1");
        for (const auto *line : {"resource create sql-server srv2 --region northeurope",
                                 "resource create sql-server srv3 --region westeurope",
                                 "resource create sql-server srv4 --region northeurope", "identity enable srv2",
                                 "sql link add srv1 --partner srv2", "sql link add srv3 --partner srv4",
                                 "sql database create srv1/db4", "sql replica add srv1/db4 --to srv2"})
            must(line);
        m_databaseBackup = str(m_line.json("sql backup list").array()[0], "id");
        m_point = str(m_line.json("backup list").array()[0], "id");
        m_job = str(m_line.json("jobs list").array()[0], "id");
        m_slot = str(m_line.json("store slot list").array()[1], "id");
        m_secret = str(m_line.json("app show orders").object().value(QLatin1String("secrets")).toArray()[0], "id");
        m_tree = m_line.json("completion").object();
        QVERIFY(commands().size() > 100);
        QVERIFY(!m_secret.isEmpty() && !m_slot.isEmpty() && !m_job.isEmpty() && !m_point.isEmpty());
    }

    // Mend 2: it holds for every command, and is true of the bytes.
    void CON_4_noCommandDoesAnythingUnderImpact()
    {
        const auto folder = m_line.path("");
        const auto before = contents(folder);
        const auto cases = examples();
        const QStringList refusedHere{"jobs cancel",         "jobs resume",     "key purge", "vault purge",
                                      "endpoint disconnect", "identity disable"}; // state does not allow it, or may not
        QByteArrayList wrong;
        for (const auto &one : commands()) {
            const auto path = str(one, "command"), effect = str(one, "effect");
            if (!cases.contains(path)) {
                wrong += path.toUtf8() + " has no case in this test";
                continue;
            }
            const auto status = m_line.run("impact " + path + " " + cases[path] + " --json");
            const auto report = [&](const QByteArray &what) {
                wrong += path.toUtf8() + ": " + what + ", status " + QByteArray::number(status) + "\n" +
                         m_line.out.left(300) + m_line.err.left(600);
            };
            if (const auto changed = difference(before, contents(folder)); !changed.isEmpty()) report(changed);
            if (path == QLatin1String("impact")) continue; // a second one has nothing to look at
            if (effect == QLatin1String("acts") &&
                (status != 2 || m_line.errorCode() != QLatin1String("command.notPreviewable")))
                report("was not refused");
            if (effect == QLatin1String("changes") && status == 0 && !m_line.out.contains("\"dryRun\": true") &&
                !path.startsWith(QLatin1String("cmk enable")))
                report("shows no preview");
            if (effect != QLatin1String("acts") && status != 0 && !refusedHere.contains(path)) report("failed");
            if (!isOneDocument(status == 0 ? m_line.out : m_line.err)) report("is not one document");
            if (status != 0 && !m_line.out.isEmpty()) report("prints a result and fails");
        }
        for (const auto &line : wrong) qWarning().noquote() << line;
        QCOMPARE(wrong.size(), 0);
    }

    void CON_4_dryRunIsThereOrRefused()
    {
        const auto folder = m_line.path("");
        const auto before = contents(folder);
        const auto cases = examples();
        QByteArrayList wrong;
        for (const auto &one : commands()) {
            const auto path = str(one, "command"), effect = str(one, "effect");
            if (effect == QLatin1String("reads")) continue;
            const auto status = m_line.run(path + " " + cases[path] + " --dry-run --json");
            if (const auto changed = difference(before, contents(folder)); !changed.isEmpty())
                wrong += path.toUtf8() + ": " + changed;
            if (effect == QLatin1String("acts") &&
                (status != 2 || m_line.errorCode() != QLatin1String("command.notPreviewable")))
                wrong += path.toUtf8() + " was not refused";
        }
        for (const auto &line : wrong) qWarning().noquote() << line;
        QCOMPARE(wrong.size(), 0);
    }

    void impactTakesGlobalOptionsAnywhere()
    {
        for (const auto *line :
             {"impact --json key disable kv1/cmk", "--json impact key disable kv1/cmk",
              "impact key disable kv1/cmk --json", "impact --store s.keyward --json key disable kv1/cmk",
              "--store s.keyward impact --passphrase-file passphrase key --json disable kv1/cmk"}) {
            QCOMPARE(m_line.run(QString::fromLatin1(line)), 0);
            QVERIFY(QJsonDocument::fromJson(m_line.out).object().value(QLatin1String("takesAccessAway")).toBool());
        }
        QCOMPARE(m_line.run("impact --json"), 2);
        QVERIFY(isOneDocument(m_line.err));
        QCOMPARE(m_line.run("impact --help"), 0);
        QVERIFY(m_line.out.contains("Example: keywardctl impact"));
        QCOMPARE(m_line.run("impact key disable --help"), 0);
        QVERIFY(m_line.out.contains("KEY"));
    }

    // Mend 16
    void noOptionTakesAnEmptyValue()
    {
        QByteArrayList wrong;
        int looked = 0;
        const auto refuses = [&](const QStringList &line, const QString &name) {
            ++looked;
            const auto status = m_line.run(line);
            const auto message =
                str(QJsonDocument::fromJson(m_line.err).object().value(QLatin1String("error")), "message");
            if (status != 2 || m_line.errorCode() != QLatin1String("usage") || !message.contains(name) ||
                !message.contains(QLatin1String("empty")))
                wrong += (line.join(' ') + ": ").toUtf8() + m_line.err.left(300);
        };
        for (const auto &one : commands())
            for (const auto &option : one.toObject().value(QLatin1String("options")).toArray()) {
                const auto name = str(option, "name");
                const auto path = str(one, "command");
                const bool positional = option.toObject().value(QLatin1String("positional")).toBool();
                if (!option.toObject().value(QLatin1String("takesValue")).toBool() ||
                    (path == QLatin1String("key escrow") && name == QLatin1String("--where")) ||
                    (path == QLatin1String("role update") && name == QLatin1String("--description")))
                    continue;
                if (!positional) refuses(path.split(' ') + QStringList{"--json", name, ""}, name);
                if (!positional) refuses(path.split(' ') + QStringList{"--json", name + "="}, name);
            }
        for (const auto &option : m_tree.value(QLatin1String("globals")).toArray())
            if (option.toObject().value(QLatin1String("takesValue")).toBool())
                refuses({"vault", "list", "--json", str(option, "name"), ""}, str(option, "name"));
        for (const auto *path :
             {"vault show", "key show", "policy list", "directory search", "cmk health", "report verify"})
            refuses(QString::fromLatin1(path).split(' ') + QStringList{"--json", ""}, "");
        for (const auto &line : wrong) qWarning().noquote() << line;
        QCOMPARE(wrong.size(), 0);
        QVERIFY(looked > 200);
    }

    void anOptionDoesNotTakeTheNextOneForItsValue()
    {
        QCOMPARE(m_line.run("key create kv1/x --ops --disabled --json"), 2);
        QVERIFY(m_line.err.contains("looks like an option"));
        QCOMPARE(m_line.run("--store --json vault list"), 2);
    }

    void repeatableOptionsTakeOneValueEach()
    {
        QCOMPARE(m_line.run("vault create --tag a=b --tag c=d kv8 --region westeurope --dry-run"), 0);
        QCOMPARE(m_line.run("key create --tag a=b kv1/tagged --dry-run"), 0);
        QCOMPARE(m_line.run("network set --range 192.0.2.0/24 kv2 --access selected --dry-run"), 0);
        QCOMPARE(m_line.run("backup policy --source source --exclude '*.o' rsv1 --every 1d --dry-run"), 0);
        QCOMPARE(m_line.run("vault create kv8 --region westeurope --tag a=b c=d --dry-run"), 2);
        QCOMPARE(m_line.run("role create r --data-action Microsoft.KeyVault/vaults/keys/read stray --dry-run"), 2);
        const auto cases = examples();
        for (const auto &one : commands()) // and no other way
            for (const auto &option : one.toObject().value(QLatin1String("options")).toArray()) {
                if (!option.toObject().value(QLatin1String("repeatable")).toBool()) continue;
                const auto line = "impact " + str(one, "command") + " " + cases[str(one, "command")] + " --json " +
                                  str(option, "name") + " a=b stray-1 stray-2";
                QCOMPARE(m_line.run(line), 2);
                QVERIFY2(m_line.err.contains("stray"),
                         qPrintable(str(one, "command") + str(option, "name") + m_line.err));
            }
    }

    void whatContradictsItselfIsRefused_data()
    {
        QTest::addColumn<QString>("line");
        for (const auto *line :
             {"key create kv1/x --kty EC --size 2048",
              "key create kv1/x --kty EC-HSM --size 256",
              "key create kv1/x --curve P-256",
              "key create kv1/x --kty RSA --size 2048 --curve P-521",
              "key update kv1/cmk --no-expiry --expires P1D",
              "key update kv1/cmk --no-not-before --not-before P1D",
              "backup policy rsv1 --none --every 1d",
              "backup policy rsv1 --none --source source",
              "backup policy rsv1 --none --exclude x",
              "backup policy rsv1 --none --keep-last 3",
              "backup policy rsv1 --none --keep-for 3d",
              "network set kv2 --no-ranges --range 192.0.2.0/24",
              "network set kv2 --no-subnets --subnet vnet1/s1",
              "store backup --stop --every 1d",
              "store backup x --stop",
              "store backup --every 1d",
              "store backup x --keep 3",
              "store backup",
              "cmk set-key rsv1 --service-managed --key kv1/cmk",
              "cmk set-key rsv1 --service-managed --identity uid1",
              "policy set kv2 --principal orders --key-permissions get --template service-encryption",
              "access list --vault kv1 --key kv1/cmk",
              "vault list --passphrase-file passphrase --passphrase-fd 0",
              "app secret-add orders --secret-file made --secret-fd 1",
              "key import kv1/x --file import.pem --import-passphrase-file new --import-passphrase-fd 0",
              "store passphrase change --new-passphrase-file new --new-passphrase-fd 0"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void whatContradictsItselfIsRefused()
    {
        QFETCH(QString, line);
        const auto before = contents(m_line.path(""));
        QCOMPARE(m_line.run(line + " --json"), 2);
        QCOMPARE(m_line.errorCode(), QStringLiteral("usage"));
        QCOMPARE(difference(before, contents(m_line.path(""))), QByteArray());
    }

    // Mend 11: what a person may write as a path never ends in an uncaught exception.
    void pathsThatCannotBeAreRefused()
    {
        const QString large(5000, 'x');
        const auto deep = "file/" + large;
        for (const auto &path :
             {large, deep, QStringLiteral("small/below-a-file"), QStringLiteral("/proc/self/fd/999/x")})
            for (const auto &line :
                 {QStringList{"backup", "restore", "--point", m_point, "--target", path},
                  {"backup", "run", "rsv1", "--source", path},
                  {"backup", "policy", "rsv1", "--source", "source", "--exclude", path, "--dry-run"},
                  {"store", "backup", path},
                  {"store", "backup", path, "--every", "1d"},
                  {"store", "restore", path},
                  {"--store", path, "store", "init", "--kdf", "m=64,t=1,p=4"},
                  {"--store", path, "vault", "list"},
                  {"--store", path, "lock"},
                  {"key", "backup", "kv1/cmk", "--output", path},
                  {"key", "restore", "kv2", "--input", path},
                  {"key", "import", "kv1/x", "--file", path},
                  {"key", "encrypt", "kv1/cmk", "--as", "orders", "--in", path, "--out", "made"},
                  {"key", "encrypt", "kv1/cmk", "--as", "orders", "--in", "small", "--out", path},
                  {"app", "secret-add", "orders", "--secret-file", path},
                  {"report", "export", "--format", "json", "--output", path},
                  {"report", "verify", path},
                  {"store", "slot", "add", "recovery-key", "--file", path},
                  {"--passphrase-file", path, "vault", "list"},
                  {"store", "init", "--store", "made.keyward", "--kdf", "m=99999999999999999999,t=1,p=4"}}) {
                const auto status = m_line.run(line + QStringList{"--json"});
                QVERIFY2(status >= 0 && status <= 4, qPrintable(line.join(' ').left(200) + " ended with " +
                                                                QString::number(status) + m_line.err.left(300)));
                QVERIFY2(isOneDocument(status == 0 ? m_line.out : m_line.err),
                         qPrintable(line.join(' ').left(200) + m_line.err.left(300)));
                QVERIFY2(m_line.errorCode() != QLatin1String("internal"),
                         qPrintable(line.join(' ').left(200) + m_line.err.left(300)));
            }
    }
};

QTEST_GUILESS_MAIN(TestCommandContract)
#include "tst_command_contract.moc"
