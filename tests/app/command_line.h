// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

/// keywardctl as a person or a script runs it, in a folder of its own.
namespace keyward::test {

class CommandLine
{
public:
    CommandLine();
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    void write(const char *name, const QByteArray &contents) const;
    QProcessEnvironment environment() const { return m_environment; }
    void set(const char *name, const QString &value) { m_environment.insert(QString::fromLatin1(name), value); }
    void unset(const char *name) { m_environment.remove(QString::fromLatin1(name)); }

    /// Runs it; returns the exit status.
    int run(const QString &line) { return run(QProcess::splitCommand(line)); }
    int run(const QStringList &arguments);
    void start(QProcess &process, const QStringList &arguments) const;
    QJsonDocument json(const QString &line);
    /// Makes the keystore and opens it by its recovery key from then on, which has nothing to hash: for what is run
    /// hundreds of times and is not about passphrases. Returns the exit status.
    int makeQuickStore();
    QString errorCode() const;

    QByteArray out;
    QByteArray err;

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

inline const QString cheapStore = QStringLiteral("store init --kdf m=64,t=1,p=4");

} // namespace keyward::test
