// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

/// keywardctl as a person or a script runs it, in a folder of its own.
namespace keyward::test {

class CommandLine
{
public:
    CommandLine()
    {
        m_environment.insert(QStringLiteral("KEYWARD_STORE"), path("s.keyward"));
        m_environment.insert(QStringLiteral("XDG_STATE_HOME"), path("state"));
        m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path("run"));
        m_environment.insert(QStringLiteral("KEYWARD_PASSPHRASE_FILE"), path("passphrase"));
        QDir(m_folder.path()).mkdir(QStringLiteral("run"));
        QFile::setPermissions(path("run"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        write("passphrase", "correct horse battery staple\n");
    }
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    void write(const char *name, const QByteArray &contents) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(contents);
    }
    QProcessEnvironment environment() const { return m_environment; }
    void set(const char *name, const QString &value) { m_environment.insert(QString::fromLatin1(name), value); }
    void unset(const char *name) { m_environment.remove(QString::fromLatin1(name)); }

    /// Runs it; returns the exit status.
    int run(const QString &line) { return run(QProcess::splitCommand(line)); }
    int run(const QStringList &arguments)
    {
        QProcess process;
        start(process, arguments);
        process.closeWriteChannel();
        process.waitForFinished(120'000);
        out = process.readAllStandardOutput();
        err = process.readAllStandardError();
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    void start(QProcess &process, const QStringList &arguments) const
    {
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_folder.path());
        process.setChildProcessModifier([] { ::setsid(); }); // no terminal to ask on
        process.start(QStringLiteral(KEYWARDCTL), arguments);
        process.waitForStarted();
    }
    QJsonDocument json(const QString &line)
    {
        if (run(line + QStringLiteral(" --json")) != 0) return {};
        return QJsonDocument::fromJson(out);
    }
    QString errorCode() const
    {
        return QJsonDocument::fromJson(err)
            .object()
            .value(QLatin1String("error"))
            .toObject()
            .value(QLatin1String("code"))
            .toString();
    }

    QByteArray out;
    QByteArray err;

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

inline const QString cheapStore = QStringLiteral("store init --kdf m=64,t=1,p=4");

} // namespace keyward::test
