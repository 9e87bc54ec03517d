// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/base/network.h"
#include "backend/base/new_file.h"

#include <sys/stat.h>

using namespace keyward;

class TestNetwork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void VLT_10_ranges_data()
    {
        QTest::addColumn<QString>("range");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("inside");
        const auto row = [](const char *range, const char *address, bool inside) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(range), QLatin1String(address))))
                << range << address << inside;
        };
        row("192.0.2.0/24", "192.0.2.0", true);
        row("192.0.2.0/24", "192.0.2.255", true);
        row("192.0.2.0/24", "192.0.3.0", false);
        row("192.0.2.0/25", "192.0.2.128", false);
        row("192.0.2.128/25", "192.0.2.128", true);
        row("192.0.2.7", "192.0.2.7", true);
        row("192.0.2.7", "192.0.2.6", false);
        row("0.0.0.0/0", "203.0.113.9", true);
        row("0.0.0.0/0", "2001:db8::1", false);
        row("::/0", "203.0.113.9", false);
        row("2001:db8::/32", "2001:db8:ffff::1", true);
        row("2001:db8::/32", "2001:db9::1", false);
        row("2001:db8::8/125", "2001:db8::f", true);
        row("2001:db8::8/125", "2001:db8::10", false);
        row("192.0.2.0/24", "::ffff:192.0.2.9", true); // IPv4, however it is written
        row("::ffff:192.0.2.9", "192.0.2.9", true);
        row("::ffff:10.0.0.0/104", "10.200.0.1", true); // Mend 18: the prefix counts from the front of the IPv6 address
        row("::ffff:10.0.0.0/104", "11.0.0.1", false);
        row("::ffff:192.0.2.7/128", "192.0.2.7", true);
        row("::ffff:0:0/96", "203.0.113.9", true);
    }
    void VLT_10_ranges()
    {
        QFETCH(QString, range);
        QFETCH(QString, address);
        QFETCH(bool, inside);
        QCOMPARE(
            test::must(IpRange::from(range.toStdString())).contains(test::must(IpAddress::from(address.toStdString()))),
            inside);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto *text :
             {"", "/", "192.0.2.0/", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/+8", "192.0.2.0/08x", "192.0.2.1/24",
              "2001:db8::1/64", "192.0.2", "192.0.2.256", "fe80::1%eth0", "::/129", "192.0.2.0/24 ", "a/8",
              "192.0.2.0/99999999999",
              // Mend 18
              "::ffff:10.0.0.0/8", "::ffff:0:0/0", "::ffff:10.0.0.0/129", "::ffff:10.0.0.1/104", "192.0.2.0/024",
              "10.0.0.0/08", "0.0.0.0/00", "2001:db8::/032", "010.0.0.0/8", "0x7f.0.0.0/8"})
            QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text);
    }
    void nonsenseIsRefused()
    {
        QFETCH(QString, text);
        KW_REFUSED(IpRange::from(text.toStdString()), Code::ValueInvalid);
    }

    void rangesKnowEachOther()
    {
        const auto range = [](const char *text) { return test::must(IpRange::from(text)); };
        QVERIFY(range("10.0.0.0/8").contains(range("10.1.0.0/16")));
        QVERIFY(!range("10.1.0.0/16").contains(range("10.0.0.0/8")));
        QVERIFY(range("10.1.0.0/16").overlaps(range("10.0.0.0/8")));
        QVERIFY(!range("10.1.0.0/16").overlaps(range("10.2.0.0/16")));
        QCOMPARE(range("2001:DB8::/32").text(), std::string("2001:db8::/32"));
        QCOMPARE(range("192.0.2.7/32").text(), std::string("192.0.2.7"));
        QCOMPARE(range("::ffff:10.0.0.0/104").text(), std::string("10.0.0.0/8"));
        QCOMPARE(range("::ffff:0:0/96").text(), std::string("0.0.0.0/0"));
        QVERIFY(range("::ffff:10.0.0.0/104") == range("10.0.0.0/8"));
        KW_REFUSED(IpRange::from(std::string("10.0.0.0\0x/8", 12)), Code::ValueInvalid);
        KW_REFUSED(IpAddress::from(std::string_view("10.0.0.1\0x", 10)), Code::ValueInvalid);
    }

    void newFilesAreWholePrivateAndNeverOverwrite()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("new").toStdString();
        KW_OK(writeNewFile(file, {bytesOf("one "), bytesOf("two")}));
        QFile read(QString::fromStdString(file.string()));
        QVERIFY(read.open(QIODevice::ReadOnly));
        QCOMPARE(read.readAll(), QByteArray("one two"));
        struct stat facts{};
        QCOMPARE(::stat(file.c_str(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777u, 0600u);
        KW_REFUSED(writeNewFile(file, {bytesOf("other")}), Code::FileExists);
        const std::filesystem::path link = folder.filePath("link").toStdString();
        std::filesystem::create_symlink(folder.filePath("elsewhere").toStdString(), link);
        KW_REFUSED(writeNewFile(link, {bytesOf("x")}), Code::FileExists);
        QVERIFY(!std::filesystem::exists(folder.filePath("elsewhere").toStdString()));
        if (std::filesystem::exists("/dev/full")) KW_REFUSED(writeNewFile("/dev/full/x", {bytesOf("x")}), Code::Io);
    }
};

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
