// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is put into a storage account and got from it, against the same stages by themselves: read, AES-256-GCM, write,
// wait for the disk.

#include "tests/bench/harness.h"
#include "tests/support/storage_desk.h"

#include "backend/crypto/segment_cipher.h"

#include <fcntl.h>

namespace keyward::bench {
namespace {

namespace fs = std::filesystem;

constexpr int rounds = 7;
constexpr std::size_t piece = protection::segmentSize;
constexpr std::size_t tag = crypto::SegmentCipher::tagSize;

/// Reads 'from' in pieces of one size, changes each, writes 'to', and waits for the disk.
void stages(const fs::path &from, std::size_t size, const fs::path &to, const std::function<ByteView(ByteView)> &change)
{
    fs::remove(to);
    const auto in = test::must(openRegular(from));
    const Descriptor out(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    Bytes buffer(size);
    for (std::uint64_t at = 0;; at += size) {
        const auto got = test::must(readAt(in.number(), buffer, at, from));
        if (got == 0) break;
        test::must(writeAll(out.number(), change(ByteView(buffer).first(got)), to));
    }
    test::must(syncFile(out.number(), to));
}

} // namespace

void benchStorage(Table &table, bool large)
{
    QTemporaryDir folder;
    const test::ManualClock clock;
    test::StorageDesk at(fs::canonical(folder.path().toStdString()), clock);
    at.bind();
    const std::size_t mebibytes = large ? 1024 : 256;
    const auto source = at.outside("source"), sealed = at.outside("sealed"), opened = at.outside("opened");
    {
        std::ofstream out(source, std::ios::binary);
        Bytes noise(piece);
        for (std::size_t i = 0; i < mebibytes; ++i) {
            test::context()->fill(noise);
            out.write(reinterpret_cast<const char *>(noise.data()), static_cast<std::streamsize>(noise.size()));
        }
    }
    const auto key = test::must(crypto::SecretBytes::random(32, *test::context()));
    auto cipher = test::must(crypto::SegmentCipher::create(*test::context(), key));
    const auto path = test::must(estate::ObjectPath::from("bench"));
    const auto rate = [&](const std::function<void()> &work) { return static_cast<double>(mebibytes) / seconds(work); };
    Bytes made(piece + tag);
    const auto putBare = [&] {
        std::uint64_t number = 0;
        stages(source, piece, sealed, [&](ByteView plain) {
            if (!cipher.seal(number++, plain, {}, made.data())) std::abort();
            return ByteView(made).first(plain.size() + tag);
        });
    };
    const auto getBare = [&] {
        std::uint64_t number = 0;
        stages(sealed, piece + tag, opened, [&](ByteView cipherText) {
            if (!cipher.open(number++, cipherText, {}, made.data())) std::abort();
            return ByteView(made).first(cipherText.size() - tag);
        });
    };
    const auto put = [&] {
        test::must(
            at.storage.putFile({.resource = at.account, .path = path, .overwrite = true}, source, test::owner, {}));
    };
    const auto get = [&] {
        fs::remove(at.outside("out"));
        test::must(at.storage.getFile(at.account, path, at.outside("out"), test::owner, {}));
    };
    putBare();
    resetPeakMemory();
    table.add("BKP", "put a file of " + std::to_string(mebibytes) + " MiB, against its stages", "MiB/s",
              interleaved(rounds, [&] { return rate(putBare); }, [&] { return rate(put); }), 0.85, true);
    table.add("BKP", "get it, against its stages", "MiB/s",
              interleaved(rounds, [&] { return rate(getBare); }, [&] { return rate(get); }), 0.85, true);
    table.add("BKP", "memory of put and get", "MiB", static_cast<double>(peakMemoryMib()), 150, false);
}

} // namespace keyward::bench
