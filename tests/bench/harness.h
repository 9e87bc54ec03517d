// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string>
#include <vector>

/// keyward-bench: a limit (the bare thing) and ours take turns in the same run on the same data, so that what else the
/// machine does falls on both. A row gives the medians and their ratio; 'better' says which way the goal points.
namespace keyward::bench {

struct Row {
    std::string goal; ///< number in facts/performance.md, section 5
    std::string what;
    std::string unit;
    double limit = 0;    ///< median; 0: there is none
    double ours = 0;     ///< median
    double ratio = 0;    ///< median of the rounds' ratios, which what else the machine does disturbs least
    double wanted = 0;   ///< ratio ours/limit, or an absolute value where there is no limit
    bool atLeast = true; ///< rates want at least, times at most
};

struct Pair;

class Table
{
public:
    void add(Row row);
    void add(std::string goal, std::string what, std::string unit, const Pair &pair, double wanted, bool atLeast);
    void add(std::string goal, std::string what, std::string unit, double ours, double wanted, bool atLeast);
    void print() const;

private:
    std::vector<Row> m_rows;
};

/// Seconds one call takes.
double seconds(const std::function<void()> &work);

/// Runs both in turn, 'rounds' times: many short rounds tell more than a few long ones.
struct Pair {
    double limit;
    double ours;
    double ratio;
};
Pair interleaved(int rounds, const std::function<double()> &limit, const std::function<double()> &ours);
double median(std::vector<double> values);
std::size_t peakMemoryMib(); ///< since resetPeakMemory()
void resetPeakMemory();

void benchKeys(Table &table);
void benchAccess(Table &table);
void benchStore(Table &table, bool large);
void benchBackup(Table &table);
void benchSql(Table &table, bool large);
void benchBots(Table &table, bool large);
void benchStorage(Table &table, bool large);
void benchWindow(Table &table);

} // namespace keyward::bench
