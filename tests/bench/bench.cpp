// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/harness.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstring>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto asked = [&](const char *name) {
        for (int i = 1; i < argc; ++i)
            if (std::strcmp(argv[i], name) == 0) return true;
        return argc == 1;
    };
    if (argc > 1 && std::strcmp(argv[1], "--help") == 0) {
        std::puts("keyward-bench [keys] [access] [store] [large] [backup] [sql] [bots] [storage] [window]: all of them "
                  "unless named");
        return 0;
    }
    keyward::bench::Table table;
    std::fputs("measuring, a few minutes:\n", stderr);
    if (asked("keys")) keyward::bench::benchKeys(table);
    if (asked("access")) keyward::bench::benchAccess(table);
    if (asked("store")) keyward::bench::benchStore(table, asked("large"));
    if (asked("backup")) keyward::bench::benchBackup(table);
    if (asked("sql")) keyward::bench::benchSql(table, asked("large"));
    if (asked("bots")) keyward::bench::benchBots(table, asked("large"));
    if (asked("storage")) keyward::bench::benchStorage(table, asked("large"));
    if (asked("window")) keyward::bench::benchWindow(table);
    table.print();
}
