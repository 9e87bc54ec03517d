// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/sql_desk.h"

#include <sys/stat.h>

using namespace keyward;
using namespace keyward::estate;
using protection::BootRecord;
namespace fs = std::filesystem;

/// The file with the wrapped data key: whatever happens to it while it is written, one whole record counts.
class TestBootRecord : public QObject
{
    Q_OBJECT

    static constexpr std::size_t place = 4096;
    test::Folders m_folders;
    test::ManualClock m_clock;
    DatabaseId m_database = test::id<DatabaseId>();

    static std::string bytesOf(const fs::path &file)
    {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    static void write(const fs::path &file, const std::string &bytes)
    {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    }
    BootRecord record(const std::string &wrapped) const
    {
        const Bytes bytes(wrapped.begin(), wrapped.end());
        return {.database = m_database, .by = {}, .algorithm = WrapAlgorithm::AesKw, .wrapped = bytes};
    }

    void put(const fs::path &folder, const std::string &wrapped) const
    {
        test::must(protection::writeBootRecords({{folder, record(wrapped)}}, folder));
    }
    std::string read(const fs::path &folder) const
    {
        const auto found = protection::readBootRecord(folder, m_database);
        return found ? std::string(found->wrapped.begin(), found->wrapped.end()) : message(found.error());
    }

private Q_SLOTS:
    void theLaterRecordCountsAndTheFileStays()
    {
        const auto folder = m_folders.fresh();
        put(folder, "first");
        QCOMPARE(read(folder), std::string("first"));
        struct stat before{}, after{};
        QCOMPARE(::stat((folder / "boot").c_str(), &before), 0);
        QCOMPARE(before.st_mode & 0777U, 0600U);
        for (const auto *wrapped : {"second", "third", "fourth"}) {
            put(folder, wrapped);
            QCOMPARE(read(folder), std::string(wrapped));
        }
        QCOMPARE(::stat((folder / "boot").c_str(), &after), 0);
        QCOMPARE(after.st_ino, before.st_ino);
        QCOMPARE(std::size_t(after.st_size), 2 * place);
        QVERIFY(!fs::exists(folder / "boot.new"));
    }

    /// However much of the next one got there.
    void aRecordThatWasNotWrittenToTheEndLeavesTheOneBefore()
    {
        const auto folder = m_folders.fresh();
        put(folder, "first");
        const auto before = bytesOf(folder / "boot");
        put(folder, "second");
        const auto after = bytesOf(folder / "boot");
        QVERIFY(before.substr(0, place) == after.substr(0, place));
        for (const std::size_t torn : {0UL, 1UL, 15UL, 17UL, 40UL, 512UL, 4063UL, 4095UL}) {
            const auto half = after.substr(0, place + torn) + before.substr(place + torn);
            if (half == after) continue; // what is missing of its checksum is a zero, as what was there before
            write(folder / "boot", half);
            QCOMPARE(read(folder), std::string("first"));
            put(folder, "third"); // and the next one goes into the same place
            QCOMPARE(read(folder), std::string("third"));
            QVERIFY(bytesOf(folder / "boot").substr(0, place) == before.substr(0, place));
        }
    }

    void theRecordBeforeIsForgotten()
    {
        const auto folder = m_folders.fresh();
        put(folder, "wrapped-by-the-former");
        put(folder, "second");
        QVERIFY(bytesOf(folder / "boot").find("wrapped-by-the-former") != std::string::npos);
        test::must(protection::forgetFormerRecord(folder));
        QVERIFY(bytesOf(folder / "boot").find("wrapped-by-the-former") == std::string::npos);
        QCOMPARE(read(folder), std::string("second"));
        put(folder, "third");
        QCOMPARE(read(folder), std::string("third"));
    }

    void whatTheFirstEditionWroteIsReadAndTakenOver()
    {
        const auto folder = m_folders.fresh();
        put(folder, "first");
        const auto file = bytesOf(folder / "boot");
        const auto length = static_cast<std::uint8_t>(file[15]) + 256U * static_cast<std::uint8_t>(file[16]);
        write(folder / "boot", "keyward boot 1\n" + file.substr(18, length - 1)); // without the number of the change
        QCOMPARE(read(folder), std::string("first"));
        put(folder, "second");
        QCOMPARE(read(folder), std::string("second"));
        QCOMPARE(bytesOf(folder / "boot").size(), 2 * place);
    }

    void aFileThatHoldsNoWholeRecordIsDamaged()
    {
        const auto folder = m_folders.fresh();
        put(folder, "first");
        const auto file = bytesOf(folder / "boot");
        for (const auto &other : {std::string(), file.substr(0, place), file.substr(0, 100), file + "x",
                                  std::string(2 * place, '\0'), "x" + file.substr(1)}) {
            write(folder / "boot", other);
            const auto found = protection::readBootRecord(folder, m_database);
            QVERIFY(!found && found.error().code == Code::DatabaseDamaged);
        }
        write(folder / "boot", file);
        const auto other = protection::readBootRecord(folder, test::id<DatabaseId>());
        QVERIFY(!other && message(other.error()).find("another database") != std::string::npos);
    }

    void TDE_2_afterARewrapNothingIsWrappedByTheFormerKey()
    {
        const auto folder = m_folders.fresh();
        test::SqlDesk at(folder, m_clock);
        at.protect();
        const auto one = at.database("one");
        const auto before = test::must(protection::readBootRecord(at.folderOf(one), one)).wrapped;
        const auto other = at.protectBy("tde-2");
        QVERIFY(test::must(protection::readBootRecord(at.folderOf(one), one)).by->key == other);
        const auto now = bytesOf(at.folderOf(one) / "boot");
        QVERIFY(now.find(std::string(before.begin(), before.end())) == std::string::npos);
        QCOMPARE(*at.count(one), 3);
    }
};

QTEST_GUILESS_MAIN(TestBootRecord)
#include "tst_boot_record.moc"
