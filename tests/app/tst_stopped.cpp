// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Mend 30: keywardctl is stopped at random moments while it imports a key or signs with one, and all its writable
// memory is searched for the key's numbers, the text of its file and the passphrases. They may stand in protected
// memory alone. What is promised, and what cannot be had, stands in tests/backend/crypto/tst_secrets_in_memory.cpp.

#include "tests/app/command_line.h"
#include "tests/support/fixture.h"
#include "tests/support/memory_scan.h"

#include "backend/crypto/key_import.h"

#include <csignal>
#include <fcntl.h>
#include <random>

using namespace keyward;
using keyward::test::cheapStore;
using keyward::test::CommandLine;

class TestStopped : public QObject
{
    Q_OBJECT

    static constexpr std::string_view filePassphrase = "a passphrase that stands nowhere else";

    static QByteArray input(const QString &name)
    {
        QFile in(QStringLiteral(KEYWARD_SOURCE_DIR "/tests/backend/crypto/import/") + name);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    /// Never in this process's ordinary memory, which may have to be searched.
    static crypto::SecretBytes protectedInput(const char *name)
    {
        const int descriptor = ::open((std::string(KEYWARD_SOURCE_DIR "/tests/backend/crypto/import/") + name).c_str(),
                                      O_RDONLY | O_CLOEXEC);
        auto out = test::must(crypto::SecretBytes::ofSize(16384));
        const auto got = ::read(descriptor, out.writable().data(), out.size());
        ::close(descriptor);
        if (got <= 0) test::giveUp({Code::Io, name, {"missing"}, {}});
        out.truncate(static_cast<std::size_t>(got));
        return out;
    }
    static ByteView view(const QByteArray &bytes)
    {
        return {reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
    }

    static bool stopped(qint64 pid)
    {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
        if (!stat.open(QIODevice::ReadOnly)) return false;
        const auto text = stat.readAll();
        return text.mid(text.lastIndexOf(')') + 2, 1) == "T";
    }

    std::mt19937 m_random{20261125};
    int m_stops = 0;
    bool m_readable = true;
    QStringList m_found, m_spilled;

    /// Runs a command line, stopping it again and again; returns its exit status.
    int watched(CommandLine &line, const QString &command, const test::MemoryScan &scan)
    {
        QProcess process;
        line.start(process, QProcess::splitCommand(command));
        process.closeWriteChannel();
        const auto pid = static_cast<pid_t>(process.processId());
        while (!process.waitForFinished(int(1 + m_random() % 9))) {
            if (::kill(pid, SIGSTOP) != 0) break;
            for (int i = 0; i < 2000 && !stopped(pid) && process.state() == QProcess::Running; ++i) ::usleep(50);
            if (stopped(pid)) {
                bool readable = false;
                // What OpenSSL's arithmetic spills to the stack while it works cannot be had; it is said, not judged.
                for (const auto &one : scan.found(pid, readable))
                    (one.ends_with("in [stack]") ? m_spilled : m_found) += QString::fromStdString(one);
                m_readable = m_readable && readable;
                ++m_stops;
            }
            ::kill(pid, SIGCONT);
        }
        process.waitForFinished();
        line.err = process.readAllStandardError();
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

private Q_SLOTS:
    void CON_aStoppedProcessShowsNoSecretOutsideProtectedMemory()
    {
        const auto der = protectedInput("rsa-pkcs8.der");
        test::MemoryScan scan;
        test::lookForKey(scan, der.exposed());
        scan.lookFor("the passphrase of the file", bytesOf(filePassphrase));
        scan.lookFor("the passphrase of the keystore", bytesOf("correct horse battery staple"));
        CommandLine line;
        line.write("file-passphrase", QByteArray(filePassphrase.data(), filePassphrase.size()));
        line.write("message", "a message");
        QCOMPARE(line.run(cheapStore), 0);
        QCOMPARE(line.run("vault create kv1 --region westeurope"), 0);
        QCOMPARE(line.run("app create orders"), 0);
        QCOMPARE(line.run("policy set kv1 --principal orders --key-permissions sign"), 0);
        int count = 0;
        for (const char *name : {"rsa-pkcs8.pem", "rsa-traditional.pem", "rsa-long.pem", "rsa-long.p12",
                                 "rsa-long-des.pem", "rsa.jwk", "minimal.jwk"}) {
            const auto contents = input(QString::fromLatin1(name));
            auto withFile = scan;
            withFile.lookFor("the text of the file", view(contents));
            line.write("key", contents);
            const auto key = QStringLiteral("kv1/k%1").arg(++count);
            QVERIFY2(
                watched(line,
                        QStringLiteral("key import %1 --file key --import-passphrase-file file-passphrase").arg(key),
                        withFile) == 0,
                line.err.constData());
            QVERIFY2(watched(line, QStringLiteral("key sign %1 --as orders --in message --out s%2").arg(key).arg(count),
                             withFile) == 0,
                     line.err.constData());
        }
        if (!m_readable) {
            qWarning("This user may not read the memory of keywardctl (it forbids ptrace; only root may): its own "
                     "memory is searched instead.");
            searchOwnMemory(scan, der);
        } else {
            qInfo("%d stops, %d of them while a number stood on the stack", m_stops, int(m_spilled.size()));
            QVERIFY2(m_stops > 20, qPrintable(QString::number(m_stops)));
        }
        m_found.removeDuplicates();
        QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(QLatin1Char('\n'))));
    }

private:
    /// The same work in this process, after which nothing may remain.
    void searchOwnMemory(const test::MemoryScan &scan, const crypto::SecretBytes &der)
    {
        const auto key = test::must(crypto::readForeignKey(test::context(), der));
        const auto priv = test::must(crypto::PrivateKey::fromPkcs8(test::context(), key.material));
        test::must(priv.sign(SignAlgorithm::Ps256, bytesOf("a message")));
        bool readable = false;
        for (const auto &one : scan.found(::getpid(), readable)) m_found += QString::fromStdString(one);
        QVERIFY(readable);
    }
};

QTEST_GUILESS_MAIN(TestStopped)
#include "tst_stopped.moc"
