// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/app/command_line.h"

/// keywardctl on a disk that fails on demand. A subject that includes this calls keyward_needs_faults(SUBJECT) in its
/// CMakeLists, which builds the library to preload (see faults.cpp there for the groups of calls).
namespace keyward::test {

struct Fault {
    QString below; ///< paths that begin so: a folder, or a file and what is beside it (STORE, STORE-wal, STORE.d)
    int at = 0;    ///< the how-manieth call about them fails, from 1; 0: they are only counted
    QString how = QStringLiteral("ENOSPC"); ///< the name of an errno, "short" (half of a write is taken) or "kill"
    QString calls = {};                     ///< groups, separated by commas; empty: all that change something
    bool forGood = false;                   ///< every later call fails too, as on a disk that stays full
};

/// Runs command lines under a Fault, and knows afterwards which calls there were.
class Faults
{
public:
    explicit Faults(CommandLine &line) : m_line(line) {}

    /// Returns the exit status (-1 where the process was killed).
    int run(const QString &command, const Fault &fault) { return run(QProcess::splitCommand(command), fault); }
    int run(const QStringList &arguments, const Fault &fault)
    {
        const auto report = m_line.path("faults");
        QFile::remove(report);
        arm(fault, report);
        const int status = m_line.run(arguments);
        disarm();
        QFile file(report);
        m_calls.clear();
        if (file.open(QIODevice::ReadOnly))
            m_calls = QString::fromLocal8Bit(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        return status;
    }
    /// Each counted call of the last run: group, function, path.
    const QStringList &calls() const { return m_calls; }
    /// The call that failed, for messages.
    QByteArray call(int at) const
    {
        return (at >= 1 && at <= m_calls.size() ? m_calls[at - 1] : QStringLiteral("(no such call)")).toLocal8Bit();
    }
    /// The fault happened: there were that many calls.
    bool struck(const Fault &fault) const { return fault.at >= 1 && fault.at <= m_calls.size(); }

    void arm(const Fault &fault, const QString &report)
    {
        m_line.set("LD_PRELOAD", QStringLiteral(KEYWARD_FAULTS));
        m_line.set("ASAN_OPTIONS", qEnvironmentVariable("ASAN_OPTIONS") + QStringLiteral(":verify_asan_link_order=0"));
        m_line.set("KEYWARD_FAULTS_BELOW", fault.below);
        m_line.set("KEYWARD_FAULTS_CALLS", fault.calls);
        m_line.set("KEYWARD_FAULTS_AT", QString::number(fault.at));
        m_line.set("KEYWARD_FAULTS_HOW", fault.how);
        if (fault.forGood) m_line.set("KEYWARD_FAULTS_UNTIL", QStringLiteral("end"));
        m_line.set("KEYWARD_FAULTS_REPORT", report);
    }
    void disarm()
    {
        for (const char *name :
             {"LD_PRELOAD", "ASAN_OPTIONS", "KEYWARD_FAULTS_BELOW", "KEYWARD_FAULTS_CALLS", "KEYWARD_FAULTS_AT",
              "KEYWARD_FAULTS_HOW", "KEYWARD_FAULTS_UNTIL", "KEYWARD_FAULTS_REPORT"})
            m_line.unset(name);
        if (qEnvironmentVariableIsSet("ASAN_OPTIONS")) m_line.set("ASAN_OPTIONS", qEnvironmentVariable("ASAN_OPTIONS"));
    }

private:
    CommandLine &m_line;
    QStringList m_calls;
};

} // namespace keyward::test
