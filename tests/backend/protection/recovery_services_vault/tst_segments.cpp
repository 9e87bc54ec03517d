// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/protection/recovery_services_vault/folder_extractor.h"
#include "backend/protection/segment_stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <fstream>
#include <sys/stat.h>

using namespace keyward;
using namespace keyward::protection;

namespace {

constexpr std::size_t stored = segmentSize + 16;

Bytes read(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(in), {});
}

void write(const std::filesystem::path &file, ByteView bytes)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

} // namespace

class TestSegments : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    estate::PointId m_point = test::id<estate::PointId>();
    crypto::SecretBytes m_dek = test::secret(std::string(32, 'd'));
    std::uint64_t m_count = 0;

    std::filesystem::path file() const { return std::filesystem::path(m_folder.path().toStdString()) / "data"; }
    Bytes make(std::size_t size)
    {
        std::filesystem::remove(file());
        Bytes plain(size);
        for (std::size_t i = 0; i < size; ++i) plain[i] = static_cast<std::uint8_t>(i * 7 + i / 4096);
        auto writer = test::must(SegmentWriter::create(*test::context(), file(), streamOf(m_point), m_dek));
        for (std::size_t at = 0; at < size; at += 100'000)
            writer->add(ByteView(plain).subspan(at, std::min<std::size_t>(100'000, size - at)));
        test::must(writer->finish());
        m_count = writer->segments();
        return plain;
    }
    Result<Bytes> readBack(const estate::PointId &point, const crypto::SecretBytes &dek, std::uint64_t expected)
    {
        auto reader = SegmentReader::open(*test::context(), file(), streamOf(point), dek, expected);
        if (!reader) return std::unexpected(reader.error());
        Bytes out;
        while (true) {
            const auto piece = (*reader)->next();
            if (!piece) return std::unexpected(piece.error());
            if (piece->empty()) return out;
            append(out, *piece);
        }
    }
    Result<Bytes> readBack() { return readBack(m_point, m_dek, m_count); }

private Q_SLOTS:
    void everySizeComesBack_data()
    {
        QTest::addColumn<qulonglong>("size");
        QTest::addColumn<qulonglong>("segments");
        QTest::newRow("nothing") << qulonglong(0) << qulonglong(1);
        QTest::newRow("one byte") << qulonglong(1) << qulonglong(1);
        QTest::newRow("one segment") << qulonglong(segmentSize) << qulonglong(1);
        QTest::newRow("one and a byte") << qulonglong(segmentSize + 1) << qulonglong(2);
        QTest::newRow("five and a half") << qulonglong(segmentSize * 11 / 2) << qulonglong(6);
    }
    void everySizeComesBack()
    {
        QFETCH(qulonglong, size);
        QFETCH(qulonglong, segments);
        const auto plain = make(size);
        QCOMPARE(m_count, std::uint64_t(segments));
        QVERIFY(test::must(readBack()) == plain);
    }

    void aFlippedBitIsNamed()
    {
        make(segmentSize * 3 + 100);
        const auto whole = read(file());
        for (const std::size_t segment : {0u, 1u, 3u}) {
            auto altered = whole;
            altered[8 + segment * stored + 50] ^= 4;
            write(file(), altered);
            const auto result = readBack();
            KW_REFUSED(result, Code::SegmentDamaged);
            QCOMPARE(result.error().arguments[0].text(), std::to_string(segment + 1));
        }
        auto header = whole;
        header[3] ^= 1;
        write(file(), header);
        KW_REFUSED(readBack(), Code::SegmentDamaged);
    }

    void aTruncatedStreamIsNamed()
    {
        make(segmentSize * 3 + 100);
        const auto whole = read(file());
        write(file(), ByteView(whole).first(8 + 2 * stored)); // cut between segments
        auto result = readBack();
        KW_REFUSED(result, Code::SegmentMissing);
        QCOMPARE(result.error().arguments[0].text(), std::string("2"));
        write(file(), ByteView(whole).first(8 + 2 * stored + 500)); // and within one
        KW_REFUSED(readBack(), Code::SegmentDamaged);
        write(file(), ByteView(whole).first(8));
        KW_REFUSED(readBack(), Code::SegmentMissing);
    }

    void swappedAndMissingSegmentsAreNamed()
    {
        make(segmentSize * 3 + 100);
        const auto whole = read(file());
        auto swapped = whole;
        std::swap_ranges(swapped.begin() + 8, swapped.begin() + 8 + stored, swapped.begin() + 8 + stored);
        write(file(), swapped);
        auto result = readBack();
        KW_REFUSED(result, Code::SegmentMisplaced);
        QCOMPARE(result.error().arguments[0].text(), std::string("1"));
        Bytes missing(whole.begin(), whole.begin() + 8 + stored);
        append(missing, ByteView(whole).subspan(8 + 2 * stored));
        write(file(), missing);
        result = readBack();
        KW_REFUSED(result, Code::SegmentMisplaced);
        QCOMPARE(result.error().arguments[0].text(), std::string("2"));
        auto longer = whole;
        append(longer, ByteView(whole).subspan(8 + 3 * stored)); // the last one twice
        write(file(), longer);
        QVERIFY(!readBack());
    }

    void pointsAndKeysDoNotMix()
    {
        make(1000);
        QVERIFY(!readBack(test::id<estate::PointId>(), m_dek, m_count));
        QVERIFY(!readBack(m_point, test::secret(std::string(32, 'e')), m_count));
        QVERIFY(!readBack(m_point, m_dek, m_count + 1));
        std::filesystem::remove(file());
        KW_REFUSED(readBack(), Code::SegmentMissing);
    }

    // Mend 33
    void onlyARegularFileIsRead()
    {
        make(1000);
        std::filesystem::remove(file());
        QCOMPARE(::mkfifo(file().c_str(), 0600), 0);
        KW_REFUSED(readBack(), Code::NotRegularFile); // and does not wait for a writer
        std::filesystem::remove(file());
        std::filesystem::create_symlink("/etc/passwd", file());
        KW_REFUSED(readBack(), Code::NotRegularFile);
        std::filesystem::remove(file());
        std::filesystem::create_directory(file());
        KW_REFUSED(readBack(), Code::NotRegularFile);
        std::filesystem::remove(file());
    }

    /// Names that lead out of the target are refused, whoever made the archive.
    void hostileArchivesStayInside_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<bool>("hard");
        QTest::newRow("dot dot") << QByteArray("../escaped") << QByteArray() << false;
        QTest::newRow("dot dot inside") << QByteArray("a/../../escaped") << QByteArray() << false;
        QTest::newRow("absolute") << QByteArray("/tmp/keyward-escaped") << QByteArray() << false;
        QTest::newRow("hard link out") << QByteArray("inside") << QByteArray("../../etc/passwd") << true;
        QTest::newRow("absolute hard link") << QByteArray("inside") << QByteArray("/etc/passwd") << true;
        QTest::newRow("through a link") << QByteArray("way/escaped") << QByteArray("/tmp") << false;
    }
    void hostileArchivesStayInside()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, link);
        QFETCH(bool, hard);
        Bytes tar;
        auto *out = archive_write_new();
        archive_write_set_format_pax(out);
        archive_write_open(
            out, &tar, nullptr,
            [](archive *, void *to, const void *data, std::size_t size) -> la_ssize_t {
                append(*static_cast<Bytes *>(to), {static_cast<const std::uint8_t *>(data), size});
                return static_cast<la_ssize_t>(size);
            },
            nullptr);
        const auto entry = [&](const char *path, const QByteArray &target, bool asHard) {
            auto *made = archive_entry_new();
            archive_entry_set_pathname(made, path);
            archive_entry_set_perm(made, 0644);
            if (target.isEmpty()) {
                archive_entry_set_filetype(made, AE_IFREG);
                archive_entry_set_size(made, 3);
            } else if (asHard) {
                archive_entry_set_filetype(made, AE_IFREG);
                archive_entry_set_hardlink(made, target.constData());
            } else {
                archive_entry_set_filetype(made, AE_IFLNK);
                archive_entry_set_symlink(made, target.constData());
            }
            archive_write_header(out, made);
            if (target.isEmpty()) archive_write_data(out, "bad", 3);
            archive_entry_free(made);
        };
        if (!link.isEmpty() && !hard) entry("way", link, false);
        entry(name.constData(), hard ? link : QByteArray(), hard);
        archive_write_close(out);
        archive_write_free(out);
        QTemporaryDir folder;
        const auto staging = std::filesystem::canonical(folder.path().toStdString()) / "staging";
        std::filesystem::create_directory(staging);
        bool given = false;
        const PieceSource source = [&]() -> Result<ByteView> {
            return std::exchange(given, true) ? ByteView{} : ByteView(tar);
        };
        const auto result = extractInto({staging, {}, "p"}, [&]() -> Result<PieceSource> { return source; }, {});
        QVERIFY(!result);
        QVERIFY(!std::filesystem::exists(std::filesystem::path(folder.path().toStdString()) / "escaped"));
        QVERIFY(!std::filesystem::exists("/tmp/escaped") && !std::filesystem::exists("/tmp/keyward-escaped"));
    }
};

QTEST_GUILESS_MAIN(TestSegments)
#include "tst_segments.moc"
