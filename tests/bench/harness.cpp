// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/harness.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>

namespace keyward::bench {

void Table::add(Row row)
{
    std::fprintf(stderr, "  %s\n", row.what.c_str());
    m_rows.push_back(std::move(row));
}

void Table::add(std::string goal, std::string what, std::string unit, const Pair &pair, double wanted, bool atLeast)
{
    add(Row{std::move(goal), std::move(what), std::move(unit), pair.limit, pair.ours, pair.ratio, wanted, atLeast});
}

void Table::add(std::string goal, std::string what, std::string unit, double ours, double wanted, bool atLeast)
{
    add(Row{std::move(goal), std::move(what), std::move(unit), 0, ours, 0, wanted, atLeast});
}

void Table::print() const
{
    std::printf("%-5s %-66s %12s %12s %7s %9s\n", "goal", "what", "limit", "ours", "ratio", "wanted");
    for (const auto &row : m_rows) {
        const double value = row.limit > 0 ? row.ratio : row.ours;
        const bool good = row.atLeast ? value >= row.wanted : value <= row.wanted;
        char limit[32] = "-";
        char ratio[32] = "-";
        if (row.limit > 0) {
            std::snprintf(limit, sizeof limit, "%.4g", row.limit);
            std::snprintf(ratio, sizeof ratio, "%.2f", value);
        }
        std::printf("%-5s %-66s %12s %12.4g %7s %s%-7.3g %s\n", row.goal.c_str(), (row.what + ", " + row.unit).c_str(),
                    limit, row.ours, ratio, row.atLeast ? ">=" : "<=", row.wanted,
                    row.wanted == 0 ? ""
                    : good          ? "ok"
                                    : "MISSED");
    }
}

double seconds(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

Pair interleaved(int rounds, const std::function<double()> &limit, const std::function<double()> &ours)
{
    std::vector<double> limits;
    std::vector<double> own;
    std::vector<double> ratios;
    for (int i = 0; i < rounds; ++i) {
        limits.push_back(limit());
        own.push_back(ours());
        ratios.push_back(own.back() / limits.back());
    }
    return {median(limits), median(own), median(ratios)};
}

std::size_t peakMemoryMib()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stoul(line.substr(6)) / 1024;
    return 0;
}

void resetPeakMemory() { std::ofstream("/proc/self/clear_refs") << "5"; }

} // namespace keyward::bench
