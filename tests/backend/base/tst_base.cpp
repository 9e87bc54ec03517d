// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/base/files.h"
#include "backend/base/system_error.h"

#include <cerrno>
#include <set>

using namespace keyward;

class TestBase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void durationsAreReadInBothForms()
    {
        QCOMPARE(*parseDuration("15m"), Millis(std::chrono::minutes(15)));
        QCOMPARE(*parseDuration("PT15M"), Millis(std::chrono::minutes(15)));
        QCOMPARE(*parseDuration("P30D"), Millis(Days(30)));
        QCOMPARE(*parseDuration("P1M"), Millis(Days(30)));
        QCOMPARE(*parseDuration("P1DT6H"), Millis(std::chrono::hours(30)));
        QCOMPARE(*parseDuration("2w"), Millis(Days(14)));
        for (const auto *bad : {"", "P", "15", "m", "-5m", "P5", "5x", "P1DT", "99999999999d", "PT0S", "1.5h"})
            KW_REFUSED_(parseDuration(bad), bad);
        QCOMPARE(isoDuration(Days(30)), std::string("P30D"));
        QCOMPARE(isoDuration(std::chrono::minutes(90)), std::string("PT1H30M"));
        QCOMPARE(isoDuration(Days(90) - std::chrono::milliseconds(1)), std::string("P90D"));
        QCOMPARE(isoDuration(std::chrono::milliseconds(59'001)), std::string("PT1M"));
    }

    void durationsAreToldToTheNearestMinute()
    {
        using namespace std::chrono;
        QCOMPARE(humanDuration(Days(90) - milliseconds(100)), std::string("90 days"));
        QCOMPARE(humanDuration(Days(90) - hours(1)), std::string("89 days"));
        QCOMPARE(humanDuration(hours(2) + minutes(5) - seconds(1)), std::string("2 h 5 min"));
        QCOMPARE(humanDuration(hours(1)), std::string("1 h"));
        QCOMPARE(humanDuration(minutes(59) + seconds(59)), std::string("59 min")); // what is left of an hour
        QCOMPARE(humanDuration(seconds(59)), std::string("59 s"));
    }

    void VLT_1_vaultNamesFollowTheirRule()
    {
        for (const auto *good : {"abc", "Contoso-Keys-01", "a23456789012345678901234"})
            QVERIFY2(VaultName::from(good), good);
        for (const auto *bad : {"ab", "1abc", "-abc", "a_bc", "abc-", "a--b", "a234567890123456789012345", "kéy", ""})
            QVERIFY2(!VaultName::from(bad) && VaultName::from(bad).error().code == Code::NameInvalid, bad);
    }

    void VLT_3_keyNamesFollowTheirRule()
    {
        QVERIFY(KeyName::from(std::string(127, 'k')));
        QVERIFY(KeyName::from("1"));
        for (const auto &bad :
             {std::string(128, 'k'), std::string(), std::string("a.b"), std::string("a/b"), std::string("a b")})
            QVERIFY(!KeyName::from(bad));
    }

    void timesAreReadAsUtc()
    {
        QCOMPARE(isoText(*parseInstant("2027-01-31")), std::string("2027-01-31T00:00:00Z"));
        QCOMPARE(isoText(*parseInstant("2027-01-31T12:00:00Z")), std::string("2027-01-31T12:00:00Z"));
        QCOMPARE(isoText(*parseInstant("2027-01-31T13:00:00+01:00")), std::string("2027-01-31T12:00:00Z"));
        QVERIFY(!parseInstant("31.1.2027"));
    }

    void malformedRecordsNeverReadOutOfBounds()
    {
        Encoder out;
        const std::vector<std::string> list{"a", "bc"};
        const std::optional<std::uint64_t> number = 300;
        out(list, number);
        const auto good = out.take();
        for (std::size_t cut = 0; cut < good.size(); ++cut) {
            std::vector<std::string> gotList;
            std::optional<std::uint64_t> gotNumber;
            Decoder in(ByteView(good).first(cut));
            in(gotList, gotNumber);
            QVERIFY(!in.ok());
        }
        const Bytes huge(10, 0xff); // a length beyond everything
        std::string text;
        Decoder in(huge);
        in(text);
        QVERIFY(!in.ok());
    }

    void everyErrorHasASentenceAndAName()
    {
        std::set<std::string_view> names;
        for (std::size_t i = 0; i < codeCount; ++i) {
            const Error error{static_cast<Code>(i), "TARGET", {"ZERO", "ONE", "TWO"}, {}};
            QVERIFY(!message(error).empty());
            QVERIFY(!codeName(error.code).empty());
            QVERIFY2(names.insert(codeName(error.code)).second, std::string(codeName(error.code)).c_str());
            QVERIFY2(message(error).find('{') == std::string::npos && remedy(error).find('{') == std::string::npos,
                     message(error).c_str());
        }
    }

    void sentencesThatFillASentenceDoNotStopTwice() // Mend F
    {
        for (std::size_t i = 0; i < codeCount; ++i) {
            const Error error{static_cast<Code>(i), "Target.", {"Zero.", "One?", "Two…"}, {}};
            for (const auto &text : {message(error), remedy(error)})
                for (const auto *twice : {"..", "?.", "….", ".…"})
                    QVERIFY2(text.find(twice) == std::string::npos, text.c_str());
        }
        QCOMPARE(message({Code::AuditUnwritable, {}, {message({Code::RandomFailed, {}, {}, {}})}, {}}),
                 std::string("The audit entry could not be written, so the operation was not carried out: The random "
                             "number generator failed."));
        QCOMPARE(message({Code::AcknowledgeNeeded, {}, {"one thing"}, {}}),
                 message({Code::AcknowledgeNeeded, {}, {"one thing."}, {}}));
        QCOMPARE(message({Code::Io, "..", {"a.b"}, {}}), std::string("'..': a.b."));
    }

    void filesAreReadFromAnyPlaceToTheirEnd()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("ten").toStdString();
        QFile ten(folder.filePath("ten"));
        QVERIFY(ten.open(QIODevice::WriteOnly) && ten.write("0123456789") == 10);
        ten.close();
        const auto opened = test::must(openRegular(file));
        Bytes into(4);
        const auto read = [&](std::uint64_t from) {
            const auto got = test::must(readAt(opened.number(), into, from, file));
            return QByteArray(reinterpret_cast<const char *>(into.data()), static_cast<qsizetype>(got));
        };
        QCOMPARE(read(3), QByteArray("3456"));
        QCOMPARE(read(0), QByteArray("0123")); // its position is nobody's business
        QCOMPARE(read(8), QByteArray("89"));
        QCOMPARE(read(10), QByteArray());
        KW_REFUSED(readAt(-1, into, 0, file), Code::Io);
    }

    void whatSqliteMakesOfADiskIsToldByTheDisk()
    {
        const std::filesystem::path file = "/store";
        const auto told = [&](int code, int systemError) {
            return sqliteFailure(
                {.code = code, .systemError = systemError, .text = "words", .waited = std::chrono::seconds(7)}, file);
        };
        const auto busy = told(5, 0), extended = told(5 | 2 << 8, 0);
        QVERIFY(busy && busy->code == Code::Busy && extended && extended->code == Code::Busy);
        QVERIFY2(message(*busy).contains("7 seconds"), message(*busy).c_str());
        QVERIFY(told(8, 0)->code == Code::ReadOnly);
        QVERIFY(told(8 | 4 << 8, 0)->code == Code::Io); // it was moved away
        QVERIFY(told(13, 0)->code == Code::NoSpace);
        QVERIFY(told(10, ENOSPC)->code == Code::NoSpace);
        QVERIFY(told(10 | 3 << 8, EFBIG)->code == Code::FileTooLarge);
        QVERIFY(told(14, EROFS)->code == Code::ReadOnly);
        QVERIFY(message(*told(10, 0)).contains("words"));
        QVERIFY(message(*told(14, ENOENT)).contains("cannot be opened"));
        for (const int contents : {1, 9, 11, 19, 26}) QVERIFY(!told(contents, ENOSPC));
    }

private:
    static void KW_REFUSED_(const Result<Millis> &result, const char *what)
    {
        QVERIFY2(!result && result.error().code == Code::DurationInvalid, what);
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
