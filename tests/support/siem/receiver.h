// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/siem/syslog.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <map>

/// The receiver of receiver.cpp as tests have it. A subject that includes this calls
/// keyward_needs_siem_receiver(SUBJECT) in its CMakeLists.
namespace keyward::test {

class SiemReceiverProcess
{
public:
    explicit SiemReceiverProcess(const QString &folder) : m_folder(folder) { QDir().mkpath(folder); }
    ~SiemReceiverProcess() { kill(); }

    /// On the port that it had before, if it had one.
    bool start(const QString &manners = QStringLiteral("orderly"), const QStringList &certificateAndKey = {})
    {
        kill();
        QFile::remove(m_folder + "/port");
        m_process.setProcessChannelMode(QProcess::ForwardedChannels);
        m_process.start(QStringLiteral(KEYWARD_SIEM_RECEIVER),
                        QStringList{m_folder, QString::number(m_port), manners} + certificateAndKey);
        const bool listens = QTest::qWaitFor([&] { return QFile::exists(m_folder + "/port"); }, 10'000);
        QFile file(m_folder + "/port");
        if (listens && file.open(QIODevice::ReadOnly)) m_port = file.readAll().toInt();
        return listens && m_port > 0;
    }
    void kill()
    {
        if (m_process.state() == QProcess::NotRunning) return;
        ::kill(static_cast<pid_t>(m_process.processId()), SIGKILL);
        m_process.waitForFinished();
    }
    int port() const { return m_port; }
    QString place(const char *host = "127.0.0.1") const
    {
        return QString::fromLatin1(host) + ":" + QString::number(m_port);
    }

    /// The whole messages of each connection, in the order in which they came.
    QList<QList<QByteArray>> connections() const
    {
        QList<QList<QByteArray>> out;
        for (const auto &name : QDir(m_folder).entryList({"[0-9]*"}, QDir::Files, QDir::Name)) {
            QFile file(m_folder + "/" + name);
            if (file.open(QIODevice::ReadOnly)) out.append(messagesIn(file.readAll()));
        }
        return out;
    }
    /// What a receiver has that drops what it has already: each number's message, and the order in which the numbers
    /// first came. Empty where one number came with two texts, or a message is none. Those with the number 0 only
    /// tested the way.
    struct Received {
        std::map<std::uint64_t, QByteArray> messages;
        std::vector<std::uint64_t> order;
        int again = 0; ///< messages that were dropped
        int tests = 0;
    };
    std::optional<Received> received() const
    {
        Received out;
        for (const auto &connection : connections())
            for (const auto &bytes : connection) {
                const auto message = syslogFrom(bytes.toStdString());
                if (!message || message->data.size() != 1) return std::nullopt;
                const auto number = std::stoull(message->data[0].value("number"));
                if (number == 0) {
                    ++out.tests;
                    continue;
                }
                const auto [there, fresh] = out.messages.try_emplace(number, bytes);
                if (!fresh && there->second != bytes) return std::nullopt;
                if (fresh)
                    out.order.push_back(number);
                else
                    ++out.again;
            }
        return out;
    }

private:
    QString m_folder;
    QProcess m_process;
    int m_port = 0;
};

} // namespace keyward::test
