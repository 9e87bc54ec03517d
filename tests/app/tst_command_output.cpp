// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the command line prints: it arrives or the run has failed, it is one document, it reads well; and completion.

#include "tests/app/command_line.h"

using keyward::test::cheapStore;
using keyward::test::CommandLine;

namespace {

/// A line of a shell, with keywardctl as $K; its exit status.
int shell(CommandLine &line, const QString &script)
{
    QProcess bash;
    auto environment = line.environment();
    environment.insert(QStringLiteral("K"), QStringLiteral(KEYWARDCTL));
    bash.setProcessEnvironment(environment);
    bash.setWorkingDirectory(line.path(""));
    bash.start(QStringLiteral("bash"), {QStringLiteral("-c"), script});
    bash.closeWriteChannel();
    bash.waitForFinished(120'000);
    line.out = bash.readAllStandardOutput();
    line.err = bash.readAllStandardError();
    return bash.exitStatus() == QProcess::NormalExit ? bash.exitCode() : -1;
}

bool isOneDocument(const QByteArray &text)
{
    QJsonParseError error{};
    QJsonDocument::fromJson(text, &error);
    return error.error == QJsonParseError::NoError;
}

} // namespace

class TestCommandOutput : public QObject
{
    Q_OBJECT

    CommandLine m_line;
    void must(const QString &line)
    {
        const auto status = m_line.run(line);
        QVERIFY2(status == 0, qPrintable(line + ": " + QString::fromUtf8(m_line.err)));
    }
    QString message() const
    {
        return QJsonDocument::fromJson(m_line.err)
            .object()
            .value(QLatin1String("error"))
            .toObject()
            .value(QLatin1String("message"))
            .toString();
    }
    QStringList completed(const QString &words)
    {
        const auto list = words.split(' ');
        if (shell(m_line, "source <($K completion bash); COMP_WORDS=(keywardctl " + words + "); COMP_CWORD=" +
                              QString::number(list.size()) + "; _keywardctl; echo \"${COMPREPLY[@]}\"") != 0)
            return {};
        return QString::fromUtf8(m_line.out).trimmed().split(' ', Qt::SkipEmptyParts);
    }

private Q_SLOTS:
    void initTestCase()
    {
        must(cheapStore);
        must("vault create kv1 --region westeurope");
        must("key create kv1/cmk");
        must("app create orders");
        must("resource create recovery-services-vault rsv1 --region westeurope");
        QDir().mkpath(m_line.path("source"));
        QDir().mkpath(m_line.path("copies"));
    }

    // Mend 1
    void aResultThatDoesNotArriveIsNoSuccess_data()
    {
        QTest::addColumn<QString>("line");
        for (const auto *line :
             {"vault list", "vault list --json", "key list --deleted", "key show kv1/cmk --json", "store info",
              "completion bash", "completion --json", "--help", "--version", "vault --help", "key create --help",
              "impact key disable kv1/cmk", "audit list", "policy set kv1 --principal orders --key-permissions get"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void aResultThatDoesNotArriveIsNoSuccess()
    {
        QFETCH(QString, line);
        QCOMPARE(shell(m_line, "$K " + line + " >/dev/full"), 1);
        QVERIFY2(m_line.err.contains("No space left on device"), m_line.err);
        QVERIFY(m_line.err.contains("What the command did stands"));
        if (line.contains(QLatin1String("--json"))) QVERIFY(isOneDocument(m_line.err));
        QCOMPARE(shell(m_line, "$K " + line + " >&-"), 1);
        QVERIFY2(m_line.err.contains("Bad file descriptor"), m_line.err);
        QCOMPARE(shell(m_line, "(sleep 0.2; exec $K " + line + ") | true; exit ${PIPESTATUS[0]}"),
                 141); // as other programs end
        QCOMPARE(m_line.err, QByteArray());
        QCOMPARE(shell(m_line, "$K " + line + " >/dev/null"), 0);
    }

    void aClosedStreamIsNotTheNextFileThatIsOpened()
    {
        for (const auto *streams : {">&-", "<&- >&-", "<&- >&- 2>&-", "2>&-"}) {
            const auto status = shell(m_line, QStringLiteral("$K vault list --json ") + QString::fromLatin1(streams));
            QVERIFY(status == (QByteArray(streams).contains(" >&-") || QByteArray(streams).startsWith(">&-") ? 1 : 0));
            QCOMPARE(m_line.run("store verify"), 0);
            QCOMPARE(m_line.run("vault list"), 0); // nor the mark of the newest entry
        }
        QFile lock(m_line.path("s.keyward.d/lock"));
        QCOMPARE(lock.size(), 0);
    }

    void aSecretThatNobodyGotIsNotLeftValid()
    {
        QCOMPARE(shell(m_line, QStringLiteral("$K app secret-add orders >/dev/full")), 1);
        QCOMPARE(m_line.json("app show orders").object().value(QLatin1String("secrets")).toArray().size(), 0);
        QCOMPARE(shell(m_line, QStringLiteral("$K app secret-add orders >said; tail -n +2 said | head -n 1 >only; "
                                              "$K app secret-check orders --secret-file only")),
                 0);
    }

    void aRecoveryKeyThatNobodyGotOpensNothing()
    {
        const auto slots_ = [&] { return m_line.json("store slot list").array().size(); };
        const auto before = slots_();
        QCOMPARE(shell(m_line, QStringLiteral("$K store slot add recovery-key >/dev/full")), 1);
        QCOMPARE(slots_(), before);
        QCOMPARE(shell(m_line, QStringLiteral("$K store slot add recovery-key | head -n 1 >paper; "
                                              "$K vault list --passphrase-file paper")),
                 0);
        QCOMPARE(slots_(), before + 1);
    }

    void filesThatCannotBeFinishedAreNotLeft()
    {
        for (const auto *line : {"report export --format json --output /dev/full/x",
                                 "key backup kv1/cmk --output nowhere/x", "report export --output nowhere/x.pdf"})
            QCOMPARE(m_line.run(QString::fromLatin1(line)), 1);
    }

    // Mend 35: cron and systemd set no locale.
    void errorsAreOneDocumentInAnyLocale()
    {
        for (const auto *environment : {"LANG=C", "LC_ALL=C", "LC_ALL=POSIX", "LANG=de_DE.ISO-8859-1",
                                        "LC_ALL=nowhere.UTF-8", "-u LANG -u LC_ALL -u LC_CTYPE"}) {
            QCOMPARE(shell(m_line, QStringLiteral("env ") + QString::fromLatin1(environment) +
                                       " $K --json --store nowhere vault list"),
                     1);
            QVERIFY2(isOneDocument(m_line.err), m_line.err);
            QCOMPARE(m_line.errorCode(), QStringLiteral("store.missing"));
            QCOMPARE(shell(m_line, QStringLiteral("env ") + QString::fromLatin1(environment) + " $K vault list"), 0);
            QCOMPARE(m_line.err, QByteArray());
        }
        QCOMPARE(shell(m_line, QStringLiteral("env -i $K --json --store nowhere vault list")), 1);
        QVERIFY2(isOneDocument(m_line.err), m_line.err);
    }

    void severalFailuresAreOneDocument()
    {
        must("backup policy rsv1 --source source --every 15m --yes");
        must("store backup copies --every 15m");
        QVERIFY(QDir(m_line.path("source")).removeRecursively() && QDir(m_line.path("copies")).removeRecursively());
        QCOMPARE(m_line.run("schedule run --json"), 1);
        QVERIFY2(isOneDocument(m_line.err), m_line.err);
        QVERIFY(isOneDocument(m_line.out));
        const auto result = QJsonDocument::fromJson(m_line.out).object();
        QCOMPARE(result.value(QLatin1String("failed")).toInt(), 2);
        QCOMPARE(result.value(QLatin1String("failures")).toArray().size(), 2);
        must("resource create recovery-services-vault rsv2 --region westeurope");
        QDir().mkpath(m_line.path("source"));
        must("backup policy rsv2 --source source --every 15m --yes");
        QVERIFY(QDir(m_line.path("source")).removeRecursively());
        QCOMPARE(m_line.run("schedule run"), 1);
        QCOMPARE(m_line.err.count("keywardctl:"), 2); // people see both
        for (const auto *line : {"backup policy rsv1 --none", "backup policy rsv2 --none", "store backup --stop"})
            must(QString::fromLatin1(line));
    }

    void sentencesEndOnce()
    {
        must("resource create recovery-services-vault plain --region westeurope");
        must("vault create kv2 --region westeurope --purge-protection --yes");
        must("key create kv2/cmk");
        m_line.write("letter", "dear aunt");
        for (const auto *line :
             {"vault create x1 --region", "cmk enable plain --key kv2/cmk", "vault purge kv1",
              "vault create kv1 --region westeurope", "backup run rsv1 --source nowhere",
              "backup run plain --source copies", "vault fly", "impact unlock", "key import kv1/x --file letter",
              "vault create kv1. --region westeurope", "policy set kv1 --principal .. --key-permissions get",
              "key encrypt kv1/cmk --as orders --in letter --out made", "backup restore --point 0 --target x",
              "key create kv1/x --kty EC --size 2", "vault update kv2 --retention-days 8", "report verify letter",
              "--store letter vault list"}) {
            const auto status = m_line.run(QString::fromLatin1(line) + " --json");
            QVERIFY2(status != 0, line);
            auto text = message();
            QVERIFY2(!text.isEmpty() && !text.remove(QLatin1String("'..'")).contains(QLatin1String("..")),
                     qPrintable(text));
        }
    }

    void nothingAsksForABackupOfWhatIsDeleted()
    {
        must("key create kv1/shortlived");
        QVERIFY(m_line.err.contains("no backup yet")); // MOD-6
        must("key delete kv1/shortlived");
        QVERIFY2(!m_line.err.contains("backup"), m_line.err);
        must("key purge kv1/shortlived --yes");
        QVERIFY2(!m_line.err.contains("backup"), m_line.err);
    }

    void completionKnowsValuesAndWhatFollowsImpact()
    {
        QCOMPARE(completed("key create --kty R"), QStringList({"RSA", "RSA-HSM"}));
        QCOMPARE(completed("impact key create --kty E"), QStringList({"EC", "EC-HSM"}));
        QCOMPARE(completed("impact key dis"), QStringList({"disable"}));
        QCOMPARE(completed("--store s.keyward impact cmk en"), QStringList({"enable"}));
        QCOMPARE(completed("--json key --store x cre"), QStringList({"create"}));
        QCOMPARE(completed("access switch kv1 --to r"), QStringList({"roles"}));
        QCOMPARE(completed("store slot add rec"), QStringList({"recovery-key"}));
        QCOMPARE(completed("completion z"), QStringList({"zsh"}));
        QCOMPARE(completed("impac"), QStringList({"impact"}));
        QCOMPARE(completed("key import --file lett"), QStringList({"letter"})); // a file
    }
};

QTEST_GUILESS_MAIN(TestCommandOutput)
#include "tst_command_output.moc"
