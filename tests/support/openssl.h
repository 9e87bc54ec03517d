// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace keyward::test {

/// Runs the openssl program in a folder; false where it failed.
inline bool openssl(const QTemporaryDir &folder, const QString &line)
{
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(QStringLiteral("openssl"), QProcess::splitCommand(line));
    return process.waitForFinished() && process.exitCode() == 0;
}

} // namespace keyward::test
