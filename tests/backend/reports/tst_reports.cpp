// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/prices.h"

#include "backend/engine/api/key_usage.h"
#include "backend/estate/findings.h"
#include "backend/reports/signed_report.h"

#include <QJsonDocument>
#include <QProcess>

#include <fstream>

using namespace keyward;
using namespace keyward::reports;
namespace fs = std::filesystem;

class TestReports : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    test::ManualClock m_clock;
    std::unique_ptr<test::Desk> m_desk;
    std::unique_ptr<engine::StoreSigner> m_signer;

    fs::path path(const std::string &name) const { return fs::path(m_folder.path().toStdString()) / name; }
    Report report()
    {
        auto entries = test::must(m_desk->engine().newest(1000, 0));
        std::ranges::reverse(entries);
        return buildReport({m_desk->estate(),
                            m_desk->engine().assessment(),
                            std::move(entries),
                            m_desk->engine().checkpoint(),
                            m_desk->engine().now(),
                            "store",
                            m_signer->publicKey(),
                            {},
                            {}});
    }
    static Bytes read(const fs::path &file)
    {
        std::ifstream in(file, std::ios::binary);
        return Bytes(std::istreambuf_iterator<char>(in), {});
    }
    static void write(const fs::path &file, const Bytes &bytes)
    {
        std::ofstream(file, std::ios::binary)
            .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    }
    static QString pdfText(const fs::path &file)
    {
        QProcess process;
        process.start(QStringLiteral("pdftotext"),
                      {QStringLiteral("-raw"), QString::fromStdString(file.string()), QStringLiteral("-")});
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_desk = std::make_unique<test::Desk>(m_folder.path().toStdString(), m_clock);
        m_signer = std::make_unique<engine::StoreSigner>(m_desk->engine());
        m_desk->bound();
    }

    void CON_6_everyChangedByteIsFound_data()
    {
        QTest::addColumn<QString>("format");
        for (const auto *format : {"pdf", "html", "csv", "json"}) QTest::newRow(format) << QString::fromLatin1(format);
    }
    void CON_6_everyChangedByteIsFound()
    {
        QFETCH(QString, format);
        const auto name = format.toStdString();
        const auto file = path("report." + name);
        KW_OK(exportReport(report(), test::must(formatFrom(name)), file, *m_signer));
        const auto verified = test::must(verifyReport(*test::context(), file));
        QVERIFY(sameFingerprint(verified.fingerprint, engine::fingerprint(m_signer->publicKey())));
        const auto whole = read(file);
        const auto step = std::max<std::size_t>(1, whole.size() / 257);
        for (std::size_t at = 0; at < whole.size(); at += step) {
            auto altered = whole;
            altered[at] ^= 1;
            write(file, altered);
            const auto result = verifyReport(*test::context(), file);
            // A signature made unreadable is refused as well; only another signer's key passes as intact, and is not
            // ours.
            QVERIFY2(!result || !sameFingerprint(result->fingerprint, verified.fingerprint) || altered == whole,
                     qPrintable(QString::number(at)));
            QVERIFY2(!result, qPrintable(QString::number(at)));
        }
        auto longer = whole;
        longer.push_back('\n');
        write(file, longer);
        QVERIFY(!verifyReport(*test::context(), file));
        write(file, Bytes(whole.begin(), whole.end() - 1));
        QVERIFY(!verifyReport(*test::context(), file));
        write(file, whole);
        QVERIFY(verifyReport(*test::context(), file));
        KW_REFUSED(exportReport(report(), test::must(formatFrom(name)), file, *m_signer), Code::FileExists);
    }

    void TDE_19_theReportSaysWhoHasTheLogBesides()
    {
        using namespace estate;
        QVERIFY(fs::create_directories(path("receivers")));
        test::Desk desk(path("receivers"), m_clock);
        const auto file = test::id<SiemReceiverId>(), host = test::id<SiemReceiverId>();
        const auto named = [](const char *name) { return test::must(DisplayName::from(name)); };
        test::must(desk.run(command::AddSiemReceiver{
            .id = file, .name = named("lines"), .target = SiemFile{.path = "/var/log/kw.json"}, .fromStart = true}));
        test::must(desk.run(command::AddSiemReceiver{
            .id = host, .name = named("Collector"), .target = SiemTcp{.at = {"siem.example.org", 514}}}));
        engine::StoreSigner signer(desk.engine());
        ReportInput input{desk.estate(),
                          desk.engine().assessment(),
                          {},
                          desk.engine().checkpoint(),
                          desk.engine().now(),
                          "store",
                          signer.publicKey(),
                          {},
                          {},
                          {{file, engine::SiemStanding{.sent = 12, .waiting = 3}}}};
        const auto made = buildReport(input);
        const auto section = std::ranges::find(made.sections, "receivers", &Section::id);
        QVERIFY(section != made.sections.end());
        for (const auto &row : section->rows) QCOMPARE(row.size(), section->columns.size());
        QCOMPARE(section->rows.size(), std::size_t(2));
        QCOMPARE(section->rows[0][1], std::string("tcp siem.example.org:514"));
        QCOMPARE(section->rows[0][5], std::string("–")); // it could not be asked
        QVERIFY(section->rows[1][3] == "12" && section->rows[1][4] == "3" && section->rows[1][5] == "waiting");
        const auto json = made.json.value(QLatin1String("receivers")).toArray();
        QCOMPARE(json.size(), 2);
        QCOMPARE(json.at(1).toObject().value(QLatin1String("sent")).toInt(), 12);
        QVERIFY(!json.at(0).toObject().contains(QLatin1String("sent")));
    }

    void MOD_25_theReportHasOperationCountsAndTheirCost()
    {
        QVERIFY(fs::create_directories(path("costs")));
        test::Desk desk(path("costs"), m_clock);
        const auto bound = desk.bound();
        const auto wrapped = test::must(
            desk.keys().wrap(desk.request(bound), WrapAlgorithm::RsaOaep256, test::secret("0123456789abcdef")));
        for (int i = 0; i < 9; ++i) KW_OK(desk.keys().unwrap(desk.request(bound), WrapAlgorithm::RsaOaep256, wrapped));
        engine::StoreSigner signer(desk.engine());
        engine::KeyUsage usage(desk.engine(), test::prices());
        const auto month = monthOf(desk.engine().now());
        const auto made = buildReport({desk.estate(),
                                       desk.engine().assessment(),
                                       {},
                                       desk.engine().checkpoint(),
                                       desk.engine().now(),
                                       "store",
                                       signer.publicKey(),
                                       test::must(usage.calls({month})),
                                       usage.prices()});
        const auto section = std::ranges::find(made.sections, "costs", &Section::id);
        QVERIFY(section != made.sections.end());
        const std::vector<std::string> unwraps{
            "resource rsv1",  monthText(month), "unwrapKey", "RSA keys of 2048 bits", "9", "0",
            "0.03 for 10000", "0.000027 USD"};
        QVERIFY(std::ranges::find(section->rows, unwraps) != section->rows.end());
        for (const auto &row : section->rows) QCOMPARE(row.size(), section->columns.size());
        const auto goesBy = std::ranges::find(made.sections, "prices", &Section::id);
        QVERIFY(goesBy != made.sections.end());
        for (const auto &row : goesBy->rows) QCOMPARE(row.size(), goesBy->columns.size());
        for (const auto &price : usage.prices()->calls) // each figure with its source and date
            QVERIFY(std::ranges::any_of(
                goesBy->rows, [&](const auto &row) { return row[2] == price.source && row[3] == price.read; }));
        std::map<QString, QString> totals;
        for (const auto &one : made.json.value(QLatin1String("costs")).toArray()) {
            const auto object = one.toObject();
            if (object.value(QLatin1String("month")).toString().toStdString() == monthText(month))
                totals[object.value(QLatin1String("resource")).toString() +
                       object.value(QLatin1String("vault")).toString()] =
                    object.value(QLatin1String("total")).toString();
        }
        QCOMPARE(totals[QStringLiteral("rsv1")], QStringLiteral("0.00003"));
    }

    void aMissingSignatureIsNamed()
    {
        const auto file = path("alone.csv");
        KW_OK(exportReport(report(), Format::Csv, file, *m_signer));
        fs::remove(file.string() + ".sig");
        KW_REFUSED(verifyReport(*test::context(), file), Code::ReportMalformed);
    }

    void jsonIsOneDocumentWithACheckpoint()
    {
        const auto file = path("one.json");
        KW_OK(exportReport(report(), Format::Json, file, *m_signer));
        const auto bytes = read(file);
        QJsonParseError error{};
        const auto document = QJsonDocument::fromJson(
            QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())), &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        const auto body = document.object().value(QLatin1String("report")).toObject();
        for (const auto *part :
             {"vaults", "keys", "access", "resources", "recoveryPoints", "jobs", "findings", "audit"})
            QVERIFY2(body.value(QLatin1String(part)).isArray(), part);
        const auto checkpoint = test::must(verifyReport(*test::context(), file)).checkpoint;
        QVERIFY(checkpoint);
        KW_OK(m_desk->engine().verifyAgainst(*checkpoint));
    }

    void pdfTextCopiesAsItReads()
    {
        Report sample = report();
        sample.sections = {{"exact", "Exact", "", {{"Text", 1}, {"Identifier", 1, false, true}}, {}}};
        const std::vector<std::string> texts{"AES-256-GCM", "office affiliation waffle fi fl ffi", "a->b != c <= d",
                                             "12:34:56 -- 0x1F", "key/NAME_with-all(kinds)"};
        for (const auto &text : texts) sample.sections[0].rows.push_back({text, text});
        const auto file = path("exact.pdf");
        KW_OK(exportReport(sample, Format::Pdf, file, *m_signer));
        const auto copied = pdfText(file);
        for (const auto &text : texts) QCOMPARE(copied.count(QString::fromStdString(text)), 2);
    }

    void pdfPagesAreNumberedAndNothingIsCutOff()
    {
        Report sample = report();
        sample.sections = {{"long", "Long", "", {{"No.", .4, true}, {"Text", 3}}, {}}};
        for (int i = 0; i < 300; ++i)
            sample.sections[0].rows.push_back({std::to_string(i), "row " + std::to_string(i) + " ends here"});
        std::string huge;
        for (int i = 0; i < 2000; ++i) huge += "word" + std::to_string(i) + " ";
        sample.sections[0].rows.push_back({"x", huge});
        sample.sections[0].rows.push_back({"y", std::string(500, 'w') + "END"});
        const auto file = path("long.pdf");
        KW_OK(exportReport(sample, Format::Pdf, file, *m_signer));
        const auto copied = pdfText(file);
        QVERIFY(copied.contains(QLatin1String("row 0 ends here")) &&
                copied.contains(QLatin1String("row 299 ends here")));
        QVERIFY(copied.contains(QLatin1String("word1999")) && copied.contains(QLatin1String("END")));
        const auto pages = copied.count(QLatin1String("Page "));
        QVERIFY(pages > 5);
        QVERIFY(copied.contains(QStringLiteral("Page 1 of %1").arg(pages)) &&
                copied.contains(QStringLiteral("Page %1 of %1").arg(pages)));
    }

    void htmlEscapesAndCsvDisarmsFormulas()
    {
        Report sample = report();
        sample.sections = {
            {"s",
             "S",
             "",
             {{"T", 1}},
             {{"<script>alert(1)</script>&\""}, {"=cmd|'/c calc'!A1"}, {"with \"quotes\", and commas"}}}};
        const auto htmlBytes = renderHtml(sample);
        const auto html = textOf(htmlBytes);
        QVERIFY(html.find("<script>") == std::string_view::npos &&
                html.find("&lt;script&gt;") != std::string_view::npos);
        const auto csvBytes = renderCsv(sample);
        const auto csv = textOf(csvBytes);
        QVERIFY(csv.find("\"'=cmd") != std::string_view::npos);
        QVERIFY(csv.find("\"with \"\"quotes\"\", and commas\"") != std::string_view::npos);
    }

    void findingsComeFromRulesAndHealth()
    {
        const auto found = estate::findings(*m_desk->estate(), m_desk->engine().assessment(), m_desk->engine().now());
        QVERIFY(std::ranges::any_of(found, [](const estate::Finding &f) {
            return f.text().find("no backup of its newest version") != std::string::npos;
        })); // MOD-6
    }
};

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
