// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/command_line.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QTest>

#include <unistd.h>

namespace keyward::test {

CommandLine::CommandLine()
{
    m_environment.insert(QStringLiteral("KEYWARD_STORE"), path("s.keyward"));
    m_environment.insert(QStringLiteral("XDG_STATE_HOME"), path("state"));
    m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path("run"));
    m_environment.insert(QStringLiteral("KEYWARD_PASSPHRASE_FILE"), path("passphrase"));
    QDir(m_folder.path()).mkdir(QStringLiteral("run"));
    QFile::setPermissions(path("run"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    write("passphrase", "correct horse battery staple\n");
}

void CommandLine::write(const char *name, const QByteArray &contents) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(contents);
}

int CommandLine::run(const QStringList &arguments)
{
    QProcess process;
    start(process, arguments);
    process.closeWriteChannel();
    process.waitForFinished(120'000);
    out = process.readAllStandardOutput();
    err = process.readAllStandardError();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

void CommandLine::start(QProcess &process, const QStringList &arguments) const
{
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(m_folder.path());
    process.setChildProcessModifier([] { ::setsid(); }); // no terminal to ask on
    process.start(QStringLiteral(KEYWARDCTL), arguments);
    process.waitForStarted();
}

QJsonDocument CommandLine::json(const QString &line)
{
    if (run(line + QStringLiteral(" --json")) != 0) return {};
    return QJsonDocument::fromJson(out);
}

int CommandLine::makeQuickStore()
{
    const int status = run(cheapStore + QStringLiteral(" --recovery-key-file paper"));
    set("KEYWARD_PASSPHRASE_FILE", path("paper"));
    return status;
}

QString CommandLine::errorCode() const
{
    return QJsonDocument::fromJson(err)
        .object()
        .value(QLatin1String("error"))
        .toObject()
        .value(QLatin1String("code"))
        .toString();
}

} // namespace keyward::test
