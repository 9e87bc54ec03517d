// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Backup and restore against tar, zstd and AES-256-GCM on the same data and cores.

#include "tests/bench/harness.h"
#include "tests/support/fixture.h"

#include "backend/protection/recovery_services_vault/backup_service.h"

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <random>

namespace keyward::bench {
namespace {

namespace fs = std::filesystem;

constexpr int rounds = 5;

/// Half text, half noise, in files from a kilobyte to tens of megabytes; 600 MiB.
std::uint64_t makeData(const fs::path &folder)
{
    std::mt19937_64 random(7);
    std::string text;
    while (text.size() < 1u << 20)
        text += "entry " + std::to_string(random() % 5000) + " of the ledger, amount " +
                std::to_string(random() % 100'000) + "\n";
    std::string noise(1u << 20, '\0');
    const auto renew = [&] {
        for (std::size_t i = 0; i + 8 <= noise.size(); i += 8) {
            const auto word = random();
            std::memcpy(noise.data() + i, &word, 8);
        }
    };
    renew();
    std::uint64_t total = 0;
    for (int i = 0; i < 2000; ++i) {
        const auto &from = i % 2 ? text : noise;
        const auto size = i % 100 == 0 ? 20u << 20 : static_cast<unsigned>(1000 + random() % 180'000);
        const auto file = folder / std::to_string(i % 40) / std::to_string(i);
        fs::create_directories(file.parent_path());
        std::ofstream out(file, std::ios::binary);
        for (unsigned left = size; left > 0;) {
            const auto now = std::min<unsigned>(left, static_cast<unsigned>(from.size()));
            out.write(from.data(), now);
            if (&from == &noise) renew();
            left -= now;
        }
        total += size;
    }
    return total;
}

void shell(const std::string &line)
{
    if (std::system(line.c_str()) != 0) test::giveUp({Code::Internal, "bench", {line}, {}});
}

} // namespace

void benchBackup(Table &table)
{
    QTemporaryDir folder;
    const fs::path root = fs::canonical(folder.path().toStdString());
    const auto source = root / "source";
    const auto mebibytes = static_cast<double>(makeData(source)) / (1 << 20);
    test::ManualClock clock;
    test::Desk desk(root, clock);
    const auto bound = desk.bound();
    protection::BackupService backups({desk.engine(), desk.keys(), test::context(), desk.store().folder()});
    // The peer: the tools everybody has. openssl's command line knows no GCM; CTR without a tag is a little quicker
    // still.
    const auto key = std::string(64, 'a');
    const auto iv = std::string(32, '0');
    const auto pack = "tar -C " + source.string() + " -cf - . | zstd -q -3 -T1 -c | openssl enc -aes-256-ctr -K " +
                      key + " -iv " + iv + " -out " + (root / "peer").string() + " && sync " + (root / "peer").string();
    const auto unpack = "rm -rf " + (root / "peer-out").string() + " && mkdir " + (root / "peer-out").string() +
                        " && openssl enc -d -aes-256-ctr -K " + key + " -iv " + iv + " -in " +
                        (root / "peer").string() + " | zstd -q -d -c | tar -C " + (root / "peer-out").string() +
                        " -xf - && sync";
    estate::PointId point;
    resetPeakMemory();
    const auto backup = interleaved(
        rounds, [&] { return mebibytes / seconds([&] { shell(pack); }); },
        [&] {
            return mebibytes /
                   seconds([&] { point = test::must(backups.backUp({bound.resource, source}, test::owner, {})); });
        });
    table.add("BKP", "backup, against tar | zstd -3 | openssl", "MiB/s", backup, 0.85, true);
    int run = 0;
    const auto restore = interleaved(
        rounds, [&] { return mebibytes / seconds([&] { shell(unpack); }); },
        [&] {
            const auto target = root / ("out" + std::to_string(++run));
            const auto rate =
                mebibytes / seconds([&] { test::must(backups.restore({point, target}, test::owner, {})); });
            fs::remove_all(target);
            return rate;
        });
    table.add("BKP", "restore, against openssl | zstd -d | tar", "MiB/s", restore, 0.85, true);
    table.add("BKP", "memory of backup and restore", "MiB", static_cast<double>(peakMemoryMib()), 150, false);
}

} // namespace keyward::bench
