// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/harness.h"

#include <QProcess>
#include <QStringList>

namespace keyward::bench {

namespace {

double lifetime(const char *program)
{
    return seconds([&] {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QString::fromLatin1(program), {});
        process.waitForFinished(60'000);
    });
}

} // namespace

void benchWindow(Table &table)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    lifetime(MINIMAL_WINDOW); // both warm
    lifetime(FIRST_WINDOW);
    table.add(
        "W1", "first window, from start to paint, against a minimal Qt program", "s",
        interleaved(11, [] { return lifetime(MINIMAL_WINDOW); }, [] { return lifetime(FIRST_WINDOW); }), 2, false);
    QProcess large;
    large.start(QStringLiteral(LARGE_WINDOW), {});
    large.waitForFinished(600'000);
    for (const auto &line :
         QString::fromUtf8(large.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const auto parts = line.split(QLatin1Char('\t'));
        if (parts.size() == 5)
            table.add(parts[0].toStdString(), parts[1].toStdString(), parts[2].toStdString(), parts[3].toDouble(),
                      parts[4].toDouble(), false);
    }
}

} // namespace keyward::bench
